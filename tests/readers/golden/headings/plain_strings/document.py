E1:
"""The dock is busy"""

E2:
"The dock is gone",

E3:
'The dock is closed'
