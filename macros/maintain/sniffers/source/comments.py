"""Comments and attributes that say what the constants below them mean: lines -> their shape.

One kind is taken for all constants, the one that most have. A comment that goes over several lines
is one text only where many do: else its first line can be the title of a part.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import asides, source
from macros.maintain.sniffers.source import notes, remarks
from macros.maintain.sniffers.source.remarks import MOST_LINES, TEXT
from macros.readers import hidden
from macros.sources.reader_options.entries import LONGEST_ENTRY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.maintain.document.source import Statement

# As in: 4001; // Dock is busy
_BEHIND = r"{}\s*(?P<message>{})\s*(?:\*/)?"
# Below it, with the mark of what stands behind: ///< and no other dock is free
_MARKED = re.compile(r"\s*//[/!]<\s*\S")
_FURTHER = r"(?:[ \t]*\n[ \t]*//[/!]<[ \t]*[^\s][^\n]*?)*"
_ALONE = re.compile(r"(?P<space>[ \t]*)/\*[^*\n]*\*/[ \t]*")

NUMBER = re.compile(r"[^\w\n]*[0-9][^A-Za-z\n]*")  # alone in a comment
_ONE, _BLOCK, _TAGGED = "a comment above", "a block of comments above", "a tag above"
_MOST = 0.5  # of the constants have a text of one kind
_STRING = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'"
_OPENS = r"(?:@|#?\[+)\s*"
# What an attribute is called that says what a constant means, or the key of its text is.
TOLD = (
    r"(?i:[\w.:\\]*(?:desc|displ|mess|msg|text|err|summary|title|doc|label|help|remark|comment|reason)"
    r"|[^\n\"']*\b(?:message|description|msg|text|summary)\s*=)"
)
# What others are called, by which it is old, or which say how a program writes it.
_NO_TEXT = (
    r"(?i:(?:obsolete|deprecated)(?:attribute)?|enum_?member|enum_?value|serial\w*|json\w*|xml\w*"
    "|serde)"
)
_OLD_THERE = r"@\s*available\([^\n]*\b(?:deprecated|obsoleted)"  # in Swift
_TELLS = rf"{_OPENS}{TOLD}[^\n\"']*?"
_OTHER = rf"(?:{_OPENS}(?:[A-Za-z]\w*\.|\\)*{_NO_TEXT}|{_OLD_THERE})\b[^\n]*"
# What is no constant, and no comment.
_ATTRIBUTES = r"(?:[@\[]|#!?\[|#[ \t]*(?:if|ifdef|ifndef|el\w+|end\w+|pragma|region)\b)"
_BESIDE = rf"(?:(?:{_ATTRIBUTES}[^\n\"']*|{_OTHER})\n\s*)*"
BETWEEN = rf"\s*{_BESIDE}"
# The same, with the first that says of a constant that it is old.
WITH_OLD = rf"\s*{_BESIDE}?(?:(?P<deprecated>{hidden.OLD})[ \t]*\n\s*{_BESIDE})?"

_ATTRIBUTE = re.compile(rf"\s*(?!{_OTHER}){_TELLS}(?:{_STRING})[^\"'\n]*$")
# In Elixir and Ruby, @busy 4001 and @busy = 4001 are constants.
_CONSTANT = r"@\w+[ \t]+(?:=[ \t]*)?-?[0-9]"
_BARE_ATTRIBUTE = re.compile(rf"\s*(?!{_CONSTANT})(?:{_ATTRIBUTES}[^\"']*|{_OTHER})$")
_ONE_LINE = re.compile(r"\s*/\*+!?\s*[^\s*].*\*/\s*$")
_DOCUMENTS = re.compile(r"\s*/\*[*!]")
_ENDS = re.compile(r"\s*\*+/\s*$")

# An element in comments: its name, and the group for its text.
_XML = (
    r"///[ \t]*<{0}>[ \t]*(?:\n[ \t]*///[ \t]*)?(?P<{1}>[^\s<][^<\n]*?"
    r"(?:\n[ \t]*///[ \t]*[^<\s][^<\n]*?)*)[ \t]*(?:\n[ \t]*///[ \t]*)?</{0}>[ \t]*\n"
)
# No further remarks, which would be passed over.
_OF_NO_REMARKS = r"(?:[ \t]*///[ \t]*(?:[^<\s][^\n]*|<[^r\n][^\n]*)?\n)*"
_BEHIND_XML = rf"{_OF_NO_REMARKS}(?:[ \t]*{_XML.format('remarks', 'note')}{_OF_NO_REMARKS})?"

_SHAPES = {
    # As in: [Description("Dock is busy")]
    "an attribute above": rf"{_TELLS}(?P<message>{_STRING})[^\n\"']*\n{BETWEEN}",
    # As in: /// <summary>
    "a summary above": rf"{_XML.format('summary', 'message')}(?:[ \t]*///[^\n]*\n)*{BETWEEN}",
    # With what it says behind that, as in: /// <remarks>Wait a while.</remarks>
    "a summary and remarks above": rf"{_XML.format('summary', 'message')}{_BEHIND_XML}{BETWEEN}",
    # As in: /** Dock is busy */
    _ONE: rf"/\*+!?[ \t]*(?:{remarks.BRIEF})?(?P<message>{TEXT})[ \t]*\*+/[ \t]*\n{BETWEEN}",
}


class Behind(NamedTuple):
    """The expression for the texts behind constants, and how many lines these have at the most."""

    expression: str
    lines: int = 1


def behind(same: Sequence[Statement], lines: Sequence[str]) -> Behind:
    """Return the expression for the texts behind constants, as in: 4001; // Dock is busy.

    Between marks, a text can go on in comments below it, which stand deeper than all constants, or
    have the mark of what stands behind. Of two comments behind one constant, one is a note.

    Args:
        same: the constants.
        lines: the lines of the document.
    """
    if two := notes.expression([one.remark for one in same]):
        return Behind(two)
    deepest = max(len(_space(lines[one.first])) for one in same)
    most = 1
    for one in same:
        last = one.last + 1
        while last < len(lines) and _is_rest(lines[last], deepest):
            last += 1
        most = max(most, last - one.last)
    further = rf"(?:[ \t]*\*/[ \t]*\n[ \t]{{{deepest + 1}}}[ \t]*/\*[ \t]*{TEXT})*"
    if marked := max(_marked(lines, one.last + 1) for one in same):
        further, most = _FURTHER, marked + 1
    mark = source.mark(lines[same[0].last])
    return Behind(_BEHIND.format(mark, TEXT + further if most > 1 else TEXT), most)


def _marked(lines: Sequence[str], first: int) -> int:
    """Return how many lines from one on are comments with the mark of what stands behind."""
    return sum(1 for _ in takewhile(_MARKED.match, lines[first : first + MOST_LINES]))


def _space(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _is_rest(line: str, deepest: int) -> bool:
    """Tell whether a line is a comment alone that stands deeper than constants."""
    found = _ALONE.fullmatch(line)
    return bool(found) and len(_space(line)) > deepest


def led(name: str) -> str:
    """Return the expression for comments before constants, as in: /** Dock is busy */ BUSY(4001).

    Args:
        name: the name of the group for their texts.
    """
    return rf"/\*[*!]*\s*(?P<{name}>{notes.SHORT})\s*\*+/\s*"


class Above(NamedTuple):
    """The texts above constants.

    Attributes:
        what: what they are, for people.
        expression: the expression for them, up to the constant.
        same: the constants that have one.
        lines: how many lines an entry has at the most.
        escapes: what is written in another way in them.
        rivals: sentences about texts that could as well be meant.
        titles: the lines of texts that are perhaps the titles of parts, counted from 0.
    """

    what: str
    expression: str
    same: list[Statement]
    lines: int
    escapes: str
    rivals: tuple[str, ...]
    titles: tuple[int, ...] = ()


def above(statements: Sequence[Statement], lines: Sequence[str]) -> Above | None:
    """Return the kind of text that stands above most of some constants."""
    found = {one.first: _kind(lines, one.first) for one in statements}
    mixed = _mixed(found, lines)
    found |= {line: (_BLOCK, begin) for line, begin in mixed.items()}
    kinds = Counter(kind for kind, _ in found.values() if kind)
    kind, times = kinds.most_common(1)[0] if kinds else ("", 0)
    if times <= _MOST * len(statements):
        return None
    same = [one for one in statements if found[one.first][0] == kind]
    begins = [found[one.first][1] for one in same]
    texts = "\n".join(
        line for one, begin in zip(same, begins, strict=True) for line in lines[begin : one.first]
    )
    expression = _SHAPES.get(kind) or remarks.expression(texts, BETWEEN, mixed=bool(mixed))
    if kind == _TAGGED:
        expression = remarks.tagged(texts, _STRING, BETWEEN)
    if kind == "an attribute above":
        expression = _with_status(texts, len(same)) or expression
    titles: tuple[int, ...] = ()
    most = max(one.first - begin for one, begin in zip(same, begins, strict=True))
    if kind == "a remark above":
        lasts = {one.first: one.first - 1 - _attributes(lines, one.first) for one in same}
        kind, expression, most, of_kind, titles = remarks.of(lines, list(lasts.values()))
        expression += BETWEEN
        same = [one for one in same if lasts[one.first] in of_kind]
    elif kind == "a summary above" and "<remarks>" in texts:
        kind = "a summary and remarks above"
        expression = _SHAPES[kind]
    between = max(
        (_attributes(lines, one.first) for one in same if kind != "an attribute above"), default=0
    )
    is_string = kind in {"an attribute above", _TAGGED}
    escapes = "backslash" if is_string else "entities" if re.search("&[a-z]+;", texts) else ""
    if not escapes and "\\" in texts:
        escapes = "none"
    most = min(most + 1 + between, LONGEST_ENTRY)
    return Above(kind, expression, same, most, escapes, _rivals(lines, same), titles)


def _with_status(texts: str, count: int) -> str:
    """Return the expression for attributes that have a status of HTTP, too; empty without such.

    Args:
        texts: the lines of all attributes.
        count: how many there are.
    """
    message, status = rf"(?P<message>{_STRING})", "(?P<http>[1-5][0-9]{2})"
    for inner in (
        rf"{_TELLS}{message}\s*,\s*{status}\b",
        rf"{_OPENS}{TOLD}\w*\(\s*{status}\s*,\s*{message}",
    ):
        if 2 * sum(1 for _ in re.finditer(rf"^\s*{inner}", texts, re.MULTILINE)) > count:
            return rf"{inner}[^\n\"']*\n{BETWEEN}"
    return ""


def noted(statements: Sequence[Statement], lines: Sequence[str]) -> Above | None:
    """Return the comments above most of some statements with texts, as notes beside these."""
    found = above(statements, lines) if lines else None
    if found is None or found.escapes not in {"", "backslash"} or found.titles:
        return None
    told = [lines[one.first - 1 - _attributes(lines, one.first)] for one in found.same]
    if any(_is_like(line, found.same[0]) for line in told):
        return None  # entries that are commented out
    if all(NUMBER.fullmatch(line) or asides.is_title(asides.bare(line)) for line in told):
        return None  # the codes once more, or titles
    details = found.expression.replace("(?P<note>", "(?P<details>")
    return found._replace(expression=details.replace("(?P<message>", "(?P<note>"))


def _is_like(line: str, statement: Statement) -> bool:
    """Tell whether a comment has the form of a statement."""
    return any(one.form == statement.form for one in source.statements([asides.bare(line)]))


def _mixed(found: dict[int, tuple[str, int]], lines: Sequence[str]) -> dict[int, int]:
    """Return the documenting comments of one line that stand beside such blocks, if there are both.

    Without the mark of such a comment, one line can be a title.

    Args:
        found: by the lines of constants, the kind of text above each, and where it begins.
        lines: the lines of the document.
    """
    documenting = {
        line: begin for line, (_, begin) in found.items() if _DOCUMENTS.match(lines[begin])
    }
    kinds = {found[line][0] for line in documenting}
    return documenting if {_BLOCK, _ONE} <= kinds else {}


def _rivals(lines: Sequence[str], same: Sequence[Statement]) -> tuple[str, ...]:
    """Say of the first constant with two attributes that have a text that either can be meant."""
    for one in same:
        last = one.first - 1 - _attributes(lines, one.first)
        texts = [_ATTRIBUTE.match(lines[number]) for number in (last - 1, last) if number >= 0]
        if len(texts) > 1 and all(texts):
            listed = " and ".join(lines[number].strip() for number in (last - 1, last))
            return (f"several texts of an entry can be its message: {listed}.",)
    return ()


def _attributes(lines: Sequence[str], line: int) -> int:
    """Return the number of attributes without a text right above a line."""
    number = 0
    while line - number > 0 and _is_bare_attribute(lines[line - number - 1]):
        number += 1
    return number


def _is_bare_attribute(line: str) -> bool:
    return bool(_BARE_ATTRIBUTE.match(line)) and not source.is_comment(line)


def _kind(lines: Sequence[str], line: int) -> tuple[str, int]:
    """Return the kind of text above a line, and the line that it begins on."""
    last = line - 1 - _attributes(lines, line)
    if last > 0 and not lines[last].strip() and _ENDS.match(lines[last - 1]):
        last -= 1
    if last < 0:
        return "", line
    text = lines[last]
    first = _block(lines, last)
    if first is not None and remarks.is_tagged(lines[first : last + 1]):
        return _TAGGED, first
    if _ATTRIBUTE.match(text) and not source.is_comment(text):
        return "an attribute above", last
    if _ONE_LINE.match(text):
        return _ONE, last
    if _ENDS.match(text):
        return _BLOCK, first or 0
    return _lines(lines, last) or ("", line)


def _block(lines: Sequence[str], last: int) -> int | None:
    """Return the first line of the block of comments that ends on a line; None if none does."""
    if not lines[last].rstrip().endswith("*/"):
        return None
    first = last
    while first > 0 and "/*" not in lines[first] and last - first < MOST_LINES:
        first -= 1
    return first


def _lines(lines: Sequence[str], last: int) -> tuple[str, int] | None:
    """Return the kind of comments in single lines of which one is the last, and the first line."""
    first = last
    nearest = "".join(lines[max(last - 5, 0) : last + 1])
    if lines[last].lstrip().startswith("///") and "summary>" in nearest:
        while first > 0 and "<summary>" not in lines[first] and last - first < MOST_LINES:
            first -= 1
        return "a summary above", first
    begin = remarks.first(lines, last)
    return None if begin is None else ("a remark above", begin)
