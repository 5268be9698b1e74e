"""Blocks of comments above constants, with tags and paragraphs in them: texts -> their shape.

The message is the first paragraph, behind `@brief` or `@var int` where that stands before it, or
the string of a tag such as `@Message("Dock is busy")`. What else a block says is kept: further
paragraphs as a note, tags such as `@since 5.8` as they are. What says the code once more, as in
"Code: 1", or "1: " before texts, is passed over where it names the code of the constant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.sniffers.source.remarks import TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

_STAR = r"\n[ \t]*\*+[ \t]*"
_TAG = r"@[A-Za-z][^\n]*"
# What says before a text whom it is for, and since when.
_BEFORE = r"@(?:deprecated|hidden|ignore|internal|public|readonly|since)\b[^\n]*"
# What can stand right before it: \brief, or its type, as in PHP.
BRIEF = r"(?:[@\\]brief|@var[ \t]+[\w\\|?\[\]]+)[ \t]+"
_SAYS_CODE = r"(?i:(?:error[ _-]?)?(?:code|number|value))[ \t]*[:=][ \t]*`?-?\w+`?[.]?"

# As in: 101: Dock is busy
_CODE_BEFORE = r"-?[0-9]+[ \t]*:[ \t]+"
_HAS_CODE_BEFORE = re.compile(rf"/\*+[ \t]*(?:{_STAR})+{_CODE_BEFORE}")
_HAS_TAG = re.compile(rf"{_STAR}@(?!brief)")
_HAS_TAG_BEFORE = re.compile(rf"/\*+[ \t]*(?:{_STAR})*{_BEFORE}")
_HAS_BRIEF = re.compile(rf"{_STAR}{BRIEF}")
_HAS_CODE = re.compile(rf"(?:{_STAR}){{2,}}{_SAYS_CODE}[ \t]*\n")
_HAS_NOTE = re.compile(rf"(?:{_STAR})(?=\n)(?:{_STAR})+(?!{_SAYS_CODE}[ \t]*\n){TEXT}\n")


# A tag whose string is the text, as in: @Message("Dock is busy")
_SAYS = r"@[\w.\\]*(?i:message|msg|text|desc)\w*[ \t]*\([^\n\"']*?"
_HAS_TEXT = re.compile(r"^[ \t]*/?\*+(?!/)[ \t]*[^\s@*/]", re.MULTILINE)
_IS_TAGGED = re.compile(rf"(?:\s|/?\*+)*{_SAYS}[\"']")


def is_tagged(block: Sequence[str]) -> bool:
    """Tell whether a block of comments has its text in a tag."""
    return any(map(_IS_TAGGED.match, block))


def tagged(texts: str, string: str, between: str) -> str:
    """Return the expression for blocks with the text in a tag; what else they say is kept.

    Args:
        texts: the lines of all blocks.
        string: the expression for strings.
        between: the expression for what can stand below a block.
    """
    note = rf"(?:(?P<note>{TEXT}(?:{_STAR}{TEXT})*?)[ \t]*(?:{_STAR})+)??"
    note = note if _HAS_TEXT.search(texts) else ""
    above = rf"(?:(?P<tags_above>{_TAG}(?:{_STAR}{_TAG})*?)(?:{_STAR})+)??"
    below = rf"(?:(?:{_STAR})+(?P<tags>{_TAG}(?:{_STAR}(?:{TEXT}|{_TAG})?)*?)[ \t]*)?"
    says = rf"{_SAYS}(?P<message>{string})[^\n\"'*]*"
    ends = rf"(?:{_STAR})*(?:\n[ \t]*)?\*+/[ \t]*\n"
    return rf"/\*[*!]+[ \t]*(?:{_STAR})*{note}{above}{says}{below}{ends}{between}"


def expression(texts: str, between: str, *, mixed: bool = False) -> str:
    """Return the expression for blocks of comments, up to a constant.

    Args:
        texts: the lines of all blocks.
        between: the expression for what can stand below a block.
        mixed: whether some are in one line, as in `/** The dock is busy */`.
    """
    begins = rf"/\*[*!]+[ \t]*(?:{_STAR})*" if mixed else rf"/\*+!?[ \t]*(?:{_STAR})+"
    if _HAS_TAG_BEFORE.search(texts):
        above = f"(?P<tags_above>{_BEFORE}(?:{_STAR}(?:{_BEFORE})?)*)"
        begins = rf"/\*+!?[ \t]*(?:(?:{_STAR})+{above})?(?:{_STAR}){'*' if mixed else '+'}"
    brief = f"(?:{BRIEF})?" if _HAS_BRIEF.search(texts) else ""
    if 2 * len(_HAS_CODE_BEFORE.findall(texts)) > texts.count("/*"):
        brief += f"(?:{_CODE_BEFORE})?"
    message = rf"(?P<message>{TEXT}(?:{_STAR}{TEXT})*)[ \t]*"
    code = rf"(?:(?:{_STAR})+{_SAYS_CODE}[ \t]*)?" if _HAS_CODE.search(texts) else ""
    note = rf"(?:(?:{_STAR})+(?P<note>{TEXT}(?:{_STAR}(?:{TEXT})?)*?)[ \t]*)?"
    note = note if _HAS_NOTE.search(texts) else ""
    tags = rf"(?:(?:{_STAR})+(?P<tags>{_TAG}(?:{_STAR}(?:{TEXT}|{_TAG})?)*?)[ \t]*)?"
    tags = tags if _HAS_TAG.search(texts) else ""
    below = r"(?:\n[ \t]*)?" if mixed else r"\n[ \t]*"
    ends = rf"(?:{_STAR})*{below}\*+/[ \t]*\n"
    return f"{begins}{brief}{message}{code}{note}{tags}{ends}{between}"
