"""Words at the break of a line: with which no sentence ends, and with which none begins."""

from __future__ import annotations

import re

# No sentence ends with these: in English, German, French and Spanish.
HANGING = frozenset(
    "a an the of to in at by for from with and or until than least most after before within every"
    " over under about per more less see is are be der die das den dem und oder von"
    " bis mit als nach vor mehr le la les du des et ou de plus pour el los las hasta para".split()
)
# Of these some messages end so all the same: "User is not logged in".
_SOMETIMES_LAST = frozenset(
    "in an per over under before after about within more less see is are be every die den bis als"
    " nach vor mehr plus para".split()
)
# A sentence goes on with these; behind a code of its own they would have no subject.
_NEVER_FIRST = frozenset(
    "is are was were has have had will can may must should at of and or for in on by to from with"
    " as that which who whose until than because if when where after before ist sind wird hat und"
    " oder von an am im zu bei est sont et ou es son y o e sono \xe8 \xe9 s\xe3o de".split()
)
_SIGNS = tuple(",;-(&/\u2013\u2014\uff0c\u3001\uff08")
# Another sentence begins on a line, and does not end there.
_BEGUN = re.compile(r".*[^\W\d_]{2}[.!?] +[^\W\d_].*[^.!?]")


def hangs(line: str) -> bool:
    """Tell whether a line ends with a word or a sign that ends no message, or within brackets."""
    last = line.rsplit(maxsplit=1)[-1]
    is_word = last in HANGING and last not in _SOMETIMES_LAST
    return is_word or last.endswith(_SIGNS) or line.count("(") > line.count(")")


def goes_on(text: str) -> bool:
    """Tell whether a text begins with a word that has no subject before it."""
    return text.split(maxsplit=1)[0] in _NEVER_FIRST


def is_begun(line: str) -> bool:
    """Tell whether a further sentence begins on a line, and does not end there."""
    return bool(_BEGUN.fullmatch(line))
