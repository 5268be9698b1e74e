"""What can be done about lines that no reader accounts for: a line -> advice, in words and as data.

The words name what goes into provider.yml; the data is the same, for what answers for a person.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from macros import codes
from macros.errors import Advice, Problem, ProblemKind, Ways, advised
from macros.readers.printed import TO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_QUOTED = 300  # characters of a line that an advice quotes
# Two numbers at the beginning of a line, with a word or sign between them: 5001 through 5009.
_ENDS = re.compile(
    r"\W*?(?P<before>(?:[^\W\d]+\s+){0,3}?)(?P<first>[A-Za-z_]*-?[0-9]{2,})"
    rf"\s*(?P<to>{TO}|[^\W\d]+|[^\w\s,;/|:=.()\[\]]{{1,3}}|\.{{2,3}})\s*"
    r"(?P<last>[A-Za-z_]*-?[0-9]{2,})(?![\w.])"
)
# Words for two codes that are none of a range, but in "between 5001 and 5009".
_AND = frozenset("and or und oder et ou y o e 和 或 与 與 及".split())


def leftover(file: str, line: int, text: str, *do: str | Advice) -> Problem:
    """Return the problem of a line that is neither row nor heading nor ignored.

    Args:
        file: the document.
        line: the number of the line.
        text: the line.
        do: what to do about it; by default what can be done about any.
    """
    what = f'"{shown(text)}" is neither a code with its message nor a heading without a code.'
    usual: tuple[str | Advice, ...] = (
        "Mend the reader's options in provider.yml if it lists a code;",
        if_none(text, "if it lists none, quote it under `prose`."),
        *_if_range(text),
    )
    kind = ProblemKind.LEFT_OVER
    return advised(file, line, what, *(do or usual), kind=kind, text=text)


def if_none(text: str, says: str = "If it lists no code, quote it under `prose`.") -> Advice:
    """Say that a line that lists no codes can be quoted under `prose`."""
    return Advice(says, Ways(none={"prose": (text,)}))


def if_no_rest(text: str, says: str) -> Advice:
    """Say that a line that is no part of the message above can be quoted under `prose`."""
    return Advice(says, Ways(none={"prose": (text,)}, rest=True))


def if_none_quoting(text: str, says: str = "If it lists no code") -> Advice:
    """Say which line of a document can be quoted under `prose`, where it lists no codes."""
    line = json.dumps(text, ensure_ascii=False)
    return if_none(text, f"{says}, quote {line} under `prose`.")


def if_heading(text: str, says: str = "if it has none") -> Advice:
    """Say that a line without a code can be declared a heading."""
    says = f"{says}, add {declaring(text)} to `headings`."
    return Advice(says, Ways(none={"headings": (as_pattern(text),)}))


def if_rest(text: str, says: str, ends: str = ".") -> Advice:
    """Say that a line can go on with the message of the row above.

    Args:
        text: the line.
        says: when it does: `If it does`.
        ends: what the sentence ends with.
    """
    whole = quoted(text, len(text))
    ways = Ways(so={"wrapped": (text,)}, rest=True)
    return Advice(f"{says}, add {whole} to `wrapped`{ends}", ways)


def quoted(text: str, most: int = MOST_QUOTED) -> str:
    """Return a line as an advice quotes it: cut where it is longer than so many characters.

    What nobody sees is escaped as YAML has it, so that the quotation is the line all the same.
    """
    cut = text if len(text) <= most else f"{text[: most - 1]}…"
    return "".join(
        sign if sign.isprintable() else json.dumps(sign)[1:-1]
        for sign in json.dumps(cut, ensure_ascii=False)
    )


def by_hand_advice(text: str, *listed: str) -> Advice:
    """Say how a person can tell what a line says that no reader can read, of each of its codes."""
    line = quoted(text)
    rows = ", ".join(
        f'{{line: {line}, code: {json.dumps(code or "…", ensure_ascii=False)}, message: "…"}}'
        for code in listed or ("",)
    )
    says = " ".join(
        (f"Say by hand what it says, under the reader's `rows`: {rows}.", *_if_range(text))
    )
    return Advice(says, Ways(rows=tuple((text, code) for code in listed or ("",))))


def range_by_hand(text: str) -> str:
    """Return the row by hand of a line that perhaps lists a range; nothing where it has no ends."""
    found = _ENDS.match(text)
    if not found or (found["to"].lower() in _AND and not found["before"]):
        return ""
    first, last = found["first"], found["last"]
    (letters, low, sign, _), (others, high, other, _) = map(codes.order, (first, last))
    if (letters, sign) != (others, other) or low >= high:
        return ""
    ends = f"code: {json.dumps(first)}, last: {json.dumps(last)}"
    return f'{{line: {quoted(text)}, {ends}, message: "…"}}'


def _if_range(text: str) -> Iterator[str]:
    """Yield how a person can tell that a line lists a range, where it may be one."""
    if row := range_by_hand(text):
        yield f"Where it lists a range of codes, write under `rows`: {row}."


def hiding_advice(hidden: Iterable[str], *lines: str) -> Advice:
    """Say how lines can be ignored from which nothing can be quoted, and their codes declared.

    Args:
        hidden: the codes, or the ends of a range.
        lines: the lines, each as `ignore` sees it.
    """
    listed = {
        "ignore": tuple(dict.fromkeys(map(as_pattern, lines))),
        "unreadable": tuple(dict.fromkeys(hidden)),
    }
    patterns, named = (
        ", ".join(json.dumps(one, ensure_ascii=False) for one in texts) for texts in listed.values()
    )
    says = f"If nothing can be quoted, add {patterns} to `ignore`, and {named} to `unreadable`."
    return Advice(says, Ways(listed=listed))


def as_pattern(line: str) -> str:
    """Return a pattern for a line; of a long one, for its beginning and whatever follows."""
    cut = line[:MOST_QUOTED]
    escaped = re.sub(r"([\\^$.*+?{}\[\]|()])", r"\\\1", cut)
    return escaped if cut == line else f"{escaped}.*"


def declaring(heading: str) -> str:
    """Return the pattern for a heading without a code, ready for `headings`."""
    return json.dumps(as_pattern(heading), ensure_ascii=False)


def shown(text: str, most: int = 80) -> str:
    """Return `text` for an error: cut to `most` characters, invisible ones as escapes."""
    cut = text if len(text) <= most else f"{text[: most - 1]}…"
    visible = "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in cut
    )
    return visible if len(visible) <= most else f"{visible[: most - 1]}…"
