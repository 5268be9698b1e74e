"""Source code as somebody sees it who knows no language: lines -> statements of values and signs.

A statement is a line, or the lines from an open bracket to its end. Two have the same form where
they are alike but for their values: names, numbers and strings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import equates
from macros.readers import hidden

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_LINES = 12  # of a statement
LONGEST_LINE = 1000
_FEW = 4  # parts has a name with its text: self::BUSY => 'Dock is busy'
_MOST_PARTS = 60  # of a statement; what has more lists several things

_TOKEN = re.compile(
    r"""(?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)"""
    r"""|(?P<remark>(?<=\)\.)\s*%.*|//.*|/\*.*|\#(?![\[!]|\s*(?:define|undef|include|if|el|end|pragma)).*|--(?=\s).*)"""
    r"""|(?P<number>(?:(?<![\w)\]])-)?(?:0[xX][0-9A-Fa-f]+|[0-9]+(?:_[0-9]+)*(?![\w.])|[0-9]+(?=[uUlL]+\b))[uUlL]*)"""
    r"""|(?P<word>[A-Za-z_$@][\w$]*(?:(?:\.|::|->|\\)[A-Za-z_$][\w$]*)*)"""
    r"""|(?P<space>\s+)"""
    r"""|(?P<sign>.)""",
    re.ASCII,
)
# No more than whether the lines below are compiled.
_DIRECTIVE = re.compile(r"\s*#\s*(?:if|el|end|undef|include|pragma)")
_OLD = re.compile(rf"\s*(?:{hidden.OLD}\s*)+")
_COMMENT_LINE = re.compile(
    r"\s*(?:\*|/\*|//|<!--|--\s|#(?!\[|!\[|\s*(?:define|undef|include|if|el|end|pragma)))"
)
# A comment with words before code, as in: /** Dock is busy */ BUSY(4001),
_LED = re.compile(
    r"\s*(?P<led>/\*(?:[^*\n]|\*+[^*/\n])*[^\W\d_](?:[^*\n]|\*+[^*/\n])*\*+/)\s*(?P<rest>[^\s*].*)"
)
# What stands before the number of a macro that has no arguments.
_AROUND = re.compile(r"(?:\( )*(?:\( type \)(?: |$))*(?:\((?: |$))*-?", re.ASCII)
# Macros of C that give a number its type and leave it as it is: _HRESULT_TYPEDEF_(0x80040005L)
CAST = r"(?:\w*TYPEDEF_?|U?INT(?:8|16|32|64|MAX)_C)"
_CAST = re.compile(rf"(?P<name>\w+ \w+) {CAST}")
# The mark of a comment; Doxygen has another one of what stands behind: ///< and /*!< and //!<
MARK = r"(?://+!?<?|#+:?|--|/\*+!?<?)"
_MARKS = {"%": "%+", ";": ";+"}  # of Erlang and of assemblers, which are no comments elsewhere
_OPEN, _CLOSED = "([{", ")]}"
_JOINTS = frozenset("+.&\\")  # between two strings that are one; a backslash ends the line
_SETS = frozenset(":=>")
# What has a code, something that leads to its text, and the text.
_PAIR = re.compile(r"\[? ?(?:number|text|key) ?\]? (?:words|[:=>-]| )+ text")


class Part(NamedTuple):
    """A value or a sign of a statement.

    Attributes:
        kind: `text` of a string, `number`, `words` one behind the other, `key` in brackets, `sign`;
            on the way to a statement also `remark` behind it, and `old` and `led` before it.
        text: what stands there, a string without its marks.
        mark: the mark around a string.
        in_brackets: whether brackets stand around it, and nothing else in these but, before a
            number, a type.
    """

    kind: str
    text: str
    mark: str = ""
    in_brackets: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement.

    Attributes:
        first: its first line, counted from 0.
        last: its last line.
        parts: what it is made of.
        remark: the comment behind it, without its marks; empty where there is none.
        is_old: whether it begins with what says that it is old, which is none of its parts.
        led: the comment before it on its line, without its marks; empty where there is none.
        is_remarked: whether a comment stands behind one of its lines that is not the last.
    """

    first: int
    last: int
    parts: tuple[Part, ...]
    remark: str
    is_old: bool = False
    led: str = ""
    is_remarked: bool = False

    @property
    def form(self) -> str:
        """What it has in common with others like it: all up to the last string, if there is one."""
        return " ".join(form_of(self.parts[: self.places]))

    @property
    def places(self) -> int:
        """The number of parts that others like it have, too."""
        values = [
            place
            for place, part in enumerate(self.parts, start=1)
            if part.kind in {"text", "number", "words"}
        ]
        texts = [place for place in values[1:] if self.parts[place - 1].kind == "text"]
        numbers = [place for place in values if self.parts[place - 1].kind in {"text", "number"}]
        has_both = texts and (values[0] < texts[-1] and numbers[0] < texts[-1])
        begins = self.parts[0].text if self.parts else ""
        if begins in {"[", "#"} and self.parts[-1].kind == "number":
            return len(self.parts)  # an attribute with texts, and its constant
        named = texts and self.parts[0].kind == "words" and len(self.parts) <= _FEW
        return texts[-1] if has_both or named else len(self.parts)


def entries(statement: Statement) -> list[Statement]:
    """Return the pairs that a statement lists as one of its own each, or the statement alone.

    As in `4001: "Dock is busy", 4002: "Dock is gone",` of a map.
    """
    parts, form = statement.parts, form_of(statement.parts)
    size = form.index(",") if "," in form else len(form)
    pair, commas = form[:size], form[size :: size + 1]
    if not _PAIR.fullmatch(" ".join(pair)) or form != [*([*pair, ","] * len(commas)), *pair]:
        return [statement]
    firsts = range(0, len(parts), size + 1)
    return [replace(statement, parts=parts[first : first + size]) for first in firsts]


def form_of(parts: Sequence[Part]) -> list[str]:
    """Return what is the same in statements of one form: all but the values."""
    return [part.text if part.kind in {"sign", "key"} else part.kind for part in parts]


def statements(lines: Sequence[str]) -> Iterator[Statement]:
    """Yield a statement for each line that one can begin on."""
    tokens = [_tokens(line) for line in lines]
    for number, found in enumerate(tokens):
        if not found:
            continue
        last, depth = number, _depth(found)
        joined = list(found)
        while depth > 0 and last + 1 < len(lines) and last - number < MOST_LINES:
            last += 1
            joined += tokens[last]
            depth += _depth(tokens[last])
        if depth != 0 or last == number:
            yield _joined(tokens, number)
        elif len(joined) <= 2 * _MOST_PARTS:
            yield _statement(number, last, joined)


def _joined(tokens: Sequence[list[Part]], number: int) -> Statement:
    """Return the statement of a line and of those below it that go on with its last string."""
    found, last = tokens[number], number
    while last + 1 < len(tokens) and last - number < MOST_LINES:
        more = _goes_on(found, tokens[last + 1])
        if more is None:
            break
        found, last = more, last + 1
    return _statement(number, last, found)


def _goes_on(first: list[Part], second: list[Part]) -> list[Part] | None:
    """Return two lines as one where the second goes on with the first: with a string.

    What joins it stands at the end of the first line or before it, or it has the text of a key, or
    the next piece of that text.
    """
    begins = len(second) > 1 and second[0].text in _JOINTS and second[1].kind == "text"
    sets = [part.text for part in first[1:]][-2:]
    is_open = bool(first) and (first[-1].text in _JOINTS or sets[-1:] in ([":"], ["="]))
    ends = (is_open or sets == ["=", ">"]) and bool(second) and second[0].kind == "text"
    return [*first, *second] if begins or ends or _is_next_piece(first, second) else None


def _is_next_piece(first: list[Part], second: list[Part]) -> bool:
    """Tell whether a line is a string alone, and the one before it ends with the text of a key."""
    if not (second and second[0].kind == "text" and second[0].text):
        return False
    behind = {part.text for part in second[1:] if part.kind != "remark"}
    has_key = any(part.text in _SETS for part in first[1:-1])
    return has_key and first[-1].kind == "text" and behind <= set(",;)}]")


def is_comment(line: str) -> bool:
    """Tell whether a line is a comment and nothing else, or begins with one without words."""
    led = _LED.match(line)
    return bool(_COMMENT_LINE.match(led["rest"] if led else line))


def remark(line: str) -> str:
    """Return the comment behind the code of a line; nothing where there is none."""
    return next((part.text for part in _tokens(line) if part.kind == "remark"), "")


def mark(line: str) -> str:
    """Return the expression for the mark of the comment behind the code of a line."""
    return _MARKS.get(remark(line).strip()[:1], MARK)


def _tokens(line: str) -> list[Part]:
    """Return the parts of a line, a comment behind them as the last one; none of a comment."""
    if len(line) > LONGEST_LINE or is_comment(line) or _DIRECTIVE.match(line):
        return []
    if hidden.OLD_ALONE.fullmatch(line):
        return []
    parts: list[Part] = []
    line, comment = equates.split(line)
    if led := _LED.match(line):
        parts.append(Part("led", led["led"]))
        line = led["rest"]
    if old := _OLD.match(line):
        parts.append(Part("old", old[0].strip()))
        line = line[old.end() :]
    for token in _TOKEN.finditer(line.strip()):
        kind, text = str(token.lastgroup), token[0]
        if kind == "space":
            continue
        if kind == "text":
            parts.append(Part(kind, text[1:-1], text[0]))
        elif kind == "word":
            parts.append(Part("words", text))
        else:
            parts.append(Part(kind, text))
    return [*parts, Part("remark", comment)] if comment else parts


def _depth(parts: list[Part]) -> int:
    signs = [part.text for part in parts if part.kind == "sign"]
    return sum(sign in _OPEN for sign in signs) - sum(sign in _CLOSED for sign in signs)


def _statement(first: int, last: int, tokens: list[Part]) -> Statement:
    """Return a statement; strings that are joined are one, as are words behind each other."""
    remarks = [part.text for part in tokens if part.kind == "remark"]
    found = [part for part in tokens if part.kind not in {"remark", "old", "led"}]
    parts: list[Part] = []
    depth = 0
    for number, part in enumerate(found):
        following = found[number + 1].text if number + 1 < len(found) else ""
        if part.kind == "sign":
            depth += (part.text in _OPEN) - (part.text in _CLOSED)
        elif depth and part.kind in {"words", "text"} and following in _SETS and following:
            parts.append(Part("key", part.text, part.mark))
            continue
        before = parts[-1] if parts else Part("", "")
        if part.kind == before.kind == "words":
            parts[-1] = Part("words", f"{before.text} {part.text}")
        elif part.kind == "text" and before.kind == "text" and before.mark == part.mark:
            parts[-1] = Part("text", before.text + part.text, part.mark)
        elif (
            part.kind == "text"
            and before.text in _JOINTS
            and before.kind == "sign"
            and len(parts) > 1
            and parts[-2].kind == "text"
            and parts[-2].mark == part.mark
        ):
            parts.pop()
            parts[-1] = Part("text", parts[-1].text + part.text, part.mark)
        else:
            parts.append(part)
        if len(parts) > 2 and [part.text for part in parts[-3::2]] == ["(", ")"]:  # noqa: PLR2004
            before = parts[-4] if len(parts) > 3 else Part("", "")  # noqa: PLR2004
            # Brackets around a value alone, as in: 4001: ("Dock is busy"), BUSY = (-1);
            alone = (before.kind == "sign" and before.text in ",:=>") or before.text == "to"
            if parts[-2].kind in {"text", "number"} and alone:
                parts[-3:] = [parts[-2]._replace(in_brackets=True)]
    while parts and parts[-1].kind == "sign" and parts[-1].text in ",;)}]\\":
        parts.pop()
    remark = _bare(remarks[-1]) if remarks and last == first else ""
    is_old = any(part.kind == "old" for part in tokens)
    led = next((_bare(part.text) for part in tokens[:1] if part.kind == "led"), "")
    is_remarked = any(part.kind == "remark" for part in tokens[:-1])
    listed = tuple(_macro(parts)[:_MOST_PARTS])
    return Statement(first, last, listed, remark, is_old, led, is_remarked)


def _macro(parts: list[Part]) -> list[Part]:
    """Return the parts of `#define BUSY ((int)-1)` as those of `#define BUSY -1`; others as is."""
    head, value = parts[:2], parts[2:]
    if [part.kind for part in head] != ["sign", "words"] or not value:
        return parts
    if (cast := _CAST.fullmatch(parts[1].text)) and value[0].text == "(":
        head = [parts[0], parts[1]._replace(text=cast["name"])]
    *before, number = value
    kinds = " ".join("type" if part.kind == "words" else part.text for part in before)
    if number.kind != "number" or not before or not _AROUND.fullmatch(kinds):
        return parts
    sign = "-" if before[-1].text == "-" else ""
    return [*head, number._replace(text=sign + number.text, in_brackets=True)]


def _bare(remark: str) -> str:
    marks = "|".join([MARK, *_MARKS.values()])
    return re.sub(rf"^\s*(?:{marks})\s*|\s*\*+/\s*$", "", remark)
