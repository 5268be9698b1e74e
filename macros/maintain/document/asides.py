"""Comments of source code that say nothing of the code below: titles of parts, and versions."""

from __future__ import annotations

import re

_MARKS = re.compile(r"^\s*(?:/\*+|//+|#+|--(?!-)|\*(?![*/]))\s*|\s*\*+/\s*$")
_DRAWN = r"[-=*#~_+]"
_TITLE = re.compile(
    rf"{_DRAWN}{{2,}}\s*\S.*|.*\S\s*{_DRAWN}{{3,}}|{_DRAWN}+|(?:region|MARK)\b[:\s].*"
)
_NUMBER = r"v?[0-9]+(?:\.[0-9x]+)*(?:[-+][\w.]+)?"
_OF = r"(?:version|release|api|sdk|ver\.?|v\.?)"
_VERSION = re.compile(
    r"[@\\(\[]?(?:since|(?:added|new|introduced|available|deprecated|obsolete|removed|changed)"
    rf"(?:\s+(?:in|since|as of|from|with))?)[\s:]+(?:{_OF}\s*)?{_NUMBER}[.)\]]*"
    r"|[@\\(\[]?(?:deprecated|obsolete)[.)\]]*"
    rf"|(?:自|从|從)?\s*{_NUMBER}\s*(?:版本?)?\s*(?:起|新增|开始|開始|以上|から|以降|부터|이후)\S{{0,4}}",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"[@\\](?:deprecated|obsolete)\b.*|(?:[Dd]eprecated|DEPRECATED|[Oo]bsolete|OBSOLETE)"
    r"(?:\s*[:.,;(\u2013\u2014-].*|\s+(?:since|as of|in|from|by|use)\b.*)?\W*"
)


def bare(line: str) -> str:
    """Return the text of a line of a comment, without the marks around it."""
    return _MARKS.sub("", line).strip()


def is_title(text: str) -> bool:
    """Tell whether a text is drawn as a title is: `---- Billing ----`."""
    return bool(_TITLE.fullmatch(text))


def is_aside(text: str) -> bool:
    """Tell whether a text is a title, or says of a version alone: `Since 2.4`."""
    return is_title(text) or bool(_VERSION.fullmatch(text))


def says_old(text: str) -> bool:
    """Tell whether a text says that what it stands at is old: `Deprecated: use 102`."""
    return bool(_OLD.fullmatch(text))
