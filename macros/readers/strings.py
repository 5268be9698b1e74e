"""Texts of source code: what a program means by a string or a comment, or why nobody can tell.

Part of the reader `pattern`. A string can be written with its marks, and as several that the
program puts together.
"""

from __future__ import annotations

import html
import re
from pathlib import PurePath

from macros.texts import one_line

_COMMENT = re.compile(r"\s*(?:\*+|//+!?<?|#+:?|--)?\s?")
# Between two comments that are one text.
_COMMENTS = re.compile(r"[ \t]*\*/[ \t]*\n[ \t]*/\*+")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(.))", re.DOTALL)
_ENTITY = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]+|#x[0-9a-f]+);", re.ASCII | re.IGNORECASE
)
# A line that ends with a backslash goes on with the next one.
_GOES_ON = re.compile(r"(?<!\\)((?:\\\\)*)\\\n[ \t]*")
# In a text of XML, a sign that is none of its marks is written as an entity.
_TAG = re.compile(r"</?[A-Za-z!?][^<>]*>")
# What is written as it is: <![CDATA[The dock is <busy>]]>
_AS_IT_IS = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
# What Android leaves out of a text: <b>busy</b> is busy, <xliff:g id="n">%1$s</xliff:g> is %1$s.
_STYLE = re.compile(r"</?(?:b|i|u|em|strong|tt|small|big|sub|sup|strike|xliff:g)(?:\s[^<>]*)?>")
_ESCAPED_MARK = re.compile(r"\\[\"'@]")
_AROUND_COMMENT = re.compile(r"^\s*(?://|/\*|<!--)|\*/\s*$|\*/[ \t]*(?:/\*|//)")
# A string with its marks, or several that the program puts together.
_SHORT = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)"""
# One of several lines: three marks before it and behind it, as in TOML.
LONG = (
    r'"{3}(?:[^"\\]|\\.|\\\n|""?[^"\\])*"{3}'
    r"|'{3}(?:[^'\\]|\\.|\\\n|''?[^'\\])*'{3}"
)
_STRING = f"(?:{LONG}|{_SHORT})"
_STRINGS = re.compile(rf"{_STRING}(?:(?:\s*[+.&]\s*|\s*\\[ \t]*\n\s*|\s+){_STRING})*", re.DOTALL)
_ONE_STRING = re.compile(_STRING, re.DOTALL)
# Between these marks a backslash is one, but before the signs that are named.
_LITERAL = {
    ".go": ("`", ""),
    ".php": ("'", r"'\\"),
    ".pl": ("'", r"'\\"),
    ".pm": ("'", r"'\\"),
    ".rb": ("'", r"'\\"),
    ".toml": ("'", ""),
}
# Two of these marks within a string are one sign, as in SQL: 'The dock''s busy'
_DOUBLED = {".bas": '"', ".pas": "'", ".sql": "'", ".vb": '"'}
# In a string of these, what begins with $ is a value, and \$ is the sign itself.
_WITH_VALUES = frozenset(
    ".bash .dart .groovy .gradle .js .jsx .kt .kts .mjs .php .pl .pm .rb .sh .ts .tsx".split()
)
MARKS = ('"', "'", "`")
_ESCAPED = {
    "n": "\n",
    "t": " ",
    "r": "",
    '"': '"',
    "'": "'",
    "`": "`",
    "\\": "\\",
    "/": "/",
    "@": "@",
    "$": "$",
}


def undoubled(text: str, before: str, file: str) -> str:
    """Return a text with an escape for each mark that its kind of file writes twice within strings.

    Args:
        text: the text, perhaps with its marks.
        before: the sign before it.
        file: the name of the document.
    """
    mark = _DOUBLED.get(PurePath(file).suffix.lower(), "")
    if not mark or mark not in {before, text[:1]} or "\\" in text:
        return text
    ends = "" if before == mark else mark
    inner = text.removeprefix(ends).removesuffix(ends)
    return f"{ends}{inner.replace(2 * mark, chr(92) + mark)}{ends}"


def literal(text: str, before: str, file: str) -> str:
    """Say that a backslash in a text is none of an escape, where its kind of file has it so.

    Args:
        text: the text, perhaps with its marks.
        before: the sign before it.
        file: the name of the document.
    """
    suffix = PurePath(file).suffix.lower()
    mark, escaped = _LITERAL.get(suffix, ("", ""))
    rest = re.sub(rf"\\[{escaped}]", "", text) if escaped else text
    if mark and mark in {before, text[:1]} and "\\" in rest:
        return f"has a backslash between {mark} and {mark}, where it stands for itself"
    if suffix not in _WITH_VALUES and any(one[0] == "\\$" for one in _ESCAPE.finditer(text)):
        return "has an escape that nobody knows, \\$"
    return ""


def fault(text: str, before: str, escapes: str | None) -> str:
    """Say why a text is not what its source means, if it is not.

    Args:
        text: the text.
        before: the sign before it.
        escapes: what stands for another sign in it, as provider.yml says it.
    """
    text, before = _between_marks(_joined(text, escapes), before, escapes)
    entity = _ENTITY.search(text)
    if _has_marks(text, before, escapes):
        return _fault_of_strings(text)
    unsaid = "a backslash" if "\\" in text else entity[0] if entity else ""
    bare = _ESCAPE.sub("", text) if _has_backslashes(escapes) else text
    if unsaid and escapes is None:
        return f"has {unsaid}, and `escapes` does not say what it means"
    if _AROUND_COMMENT.search(text):
        return "has the marks of a comment in it"
    if before and before in "\"'`" and before in bare:
        return "seems to be several strings"
    if _has_entities(escapes) and (tag := _TAG.search(text)):
        return f"has a tag in it, {tag[0]}"
    return _fault_of_backslashes(text, bare, escapes)


def _fault_of_strings(text: str) -> str:
    if not _STRINGS.fullmatch(text):
        return "seems to be several strings"
    pieces = _ONE_STRING.findall(text)
    if any(one.startswith("'''") and "\\" in one for one in pieces):
        return "has a backslash within ''', where it may stand for itself"
    inner = [_inner(one) for one in pieces]
    wrong = (_fault_of_escapes(one, _ESCAPE.sub("", one)) for one in inner)
    return next((one for one in wrong if one), "")


def _fault_of_backslashes(text: str, bare: str, escapes: str | None) -> str:
    if _has_backslashes(escapes):
        return _fault_of_escapes(text, bare)
    mark = _ESCAPED_MARK.search(text) if escapes == "entities" else None
    return f"has {mark[0]}, and `escapes` does not say what it means" if mark else ""


def _has_entities(escapes: str | None) -> bool:
    return escapes in {"entities", "entities-backslash"}


def _has_backslashes(escapes: str | None) -> bool:
    return escapes in {"backslash", "entities-backslash"}


def _joined(text: str, escapes: str | None) -> str:
    """Return a text in which lines that go on with the next one are joined to it.

    What is written as it is, among entities, has some as well then; and what says how a text looks
    is left out where Android does so.
    """
    if _has_entities(escapes):
        text = _AS_IT_IS.sub(lambda found: html.escape(found[1], quote=False), text)
    if escapes == "entities-backslash":
        text = _STYLE.sub("", text)
    return _GOES_ON.sub(r"\1", text) if _has_backslashes(escapes) else text


def _fault_of_escapes(text: str, bare: str) -> str:
    for escape in _ESCAPE.finditer(text):
        if escape[3] is not None and escape[3] not in _ESCAPED:
            return f"has an escape that nobody knows, {escape[0]}"
    return "ends within an escape" if bare.endswith("\\") else ""


def _has_marks(text: str, before: str, escapes: str | None) -> bool:
    """Tell whether a text is one or several strings with their marks."""
    return escapes == "backslash" and text[:1] in MARKS and before not in MARKS


def _between_marks(text: str, before: str, escapes: str | None) -> tuple[str, str]:
    """Return a text with its marks, and no sign before it, if it is several strings without them.

    As what stands behind a code within the first of them: "LX001: the lock " + "is not open".
    """
    whole = f"{before}{text}{before}"
    several = escapes == "backslash" and before in MARKS and _STRINGS.fullmatch(whole)
    if several and not _ONE_STRING.fullmatch(whole):
        return whole, ""
    return text, before


def _inner(text: str) -> str:
    """Return a string without its marks; the ends of lines of a long one are what they are."""
    if re.fullmatch(LONG, text, re.DOTALL):
        return text[3:-3].removeprefix("\n").replace("\n", r"\n")
    return text[1:-1]


def value(text: str, before: str, escapes: str | None, *, is_comment: bool = True) -> str:
    """Return a text as people read it: without escapes and marks of comments, and folded.

    Args:
        text: the text.
        before: the sign before it.
        escapes: what stands for another sign in it, as provider.yml says it.
        is_comment: whether it is one, so that its further lines begin with marks.
    """
    text = _COMMENTS.sub("\n", text) if is_comment else text
    text, before = _between_marks(_joined(text, escapes), before, escapes)
    if _has_marks(text, before, escapes):
        text = "".join(map(_inner, _ONE_STRING.findall(text)))
    first, *others = text.split("\n")
    bare = (_COMMENT.sub("", line, count=1) for line in others) if is_comment else others
    joined = " ".join([first, *bare])
    if _has_entities(escapes):
        joined = html.unescape(joined)
    if _has_backslashes(escapes):
        joined = _ESCAPE.sub(_sign, joined)
        # Signs beyond 16 bits are written as two.
        joined = joined.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    lines = (one_line(line) for line in joined.split("\n"))
    return "\n".join(line for line in lines if line)


def _sign(escape: re.Match[str]) -> str:
    number = escape[1] or escape[2]
    return chr(int(number, 16)) if number else _ESCAPED[escape[3]]
