"""What can be seen in a document that nobody has described yet: text -> tables, headings, code."""
