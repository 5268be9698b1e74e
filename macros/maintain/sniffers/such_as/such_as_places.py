"""Where examples stand in a document: a code with its text beside or below it -> what is around."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from macros.maintain.sniffers.such_as.such_as_doubts import Example
    from macros.readers.rows import Document

_PLACES = 4  # in which an example may stand
_FAR = 12  # lines with text from a code to its own
LONGEST_LINE = 20_000  # characters
_SHORT = 60_000  # characters, of a document that can be tried often
_NEAR = 200  # lines before and behind an example, of a longer one


class Slots(NamedTuple):
    """What stands around a code and its text: before it, between them, and behind the text.

    Attributes:
        before: what stands before the code on its line, and on some lines above.
        between: what stands between the two.
        behind: what stands behind the text on its last line.
        lines: of how many lines the text is.
    """

    before: str
    between: str
    behind: str
    lines: int = 1


def missing(document: Document, examples: Iterable[Example]) -> list[Example]:
    """Return the examples that a document does not have: a code, and near it the text."""
    lines = lines_with_text(document.text)
    return [one for one in examples if not around(lines, one)]


def near(document: Document, examples: Sequence[Example]) -> Document:
    """Return what stands near the examples in a document that is too long to be tried often."""
    if len(document.text) <= _SHORT:
        return document
    lines = document.text.split("\n")
    places = {place for one in examples for place in _places(lines, one)[:_PLACES]}
    kept = [line for n, line in enumerate(lines) if any(abs(n - one) < _NEAR for one in places)]
    return replace(document, text="\n".join(kept))


def _places(lines: Sequence[str], example: Example) -> list[int]:
    """Return the lines that have the code of an example, and its text beside or below it."""
    begins, _ = beginning(example.text)
    return [
        place
        for place, line in enumerate(lines)
        if example.code in line
        and len(line) <= LONGEST_LINE
        and any(begins in one_line(other) for other in lines[place : place + 2 * _FAR])
    ]


def rest_of_line(document: Document, example: Example) -> str:
    """Return the words that go on with the text of an example wherever it stands, if any do."""
    found = around(lines_with_text(document.text), example)
    return found[0].behind.strip() if found and all(map(is_cut, found)) else ""


def is_cut(slots: Slots) -> bool:
    """Tell whether words stand behind a text with no sign that tells where it ends."""
    return bool(re.match(r"\s*\w", slots.behind))


def beginning(text: str) -> tuple[str, bool]:
    """Return a text in one line without its ellipsis, and whether it had one."""
    line = one_line(text)
    return line.removesuffix("…").rstrip(), line.endswith("…")


def lines_with_text(text: str) -> list[str]:
    """Return the lines with text that are not too long to be an entry."""
    return [
        line for raw in text.split("\n") if len(raw) <= LONGEST_LINE and (line := one_line(raw))
    ]


def around(lines: Sequence[str], example: Example, above: int = 0) -> list[Slots]:
    """Return what stands around an example, in the places where its text is nearest to its code.

    Args:
        lines: the lines with text.
        example: the example.
        above: how many lines above the one with the code are of the entry.
    """
    begins, is_cut = beginning(example.text)
    if not (example.code and begins):
        return []
    found: list[tuple[bool, int, Slots]] = []
    for place, line in enumerate(lines):
        for at in re.finditer(re.escape(example.code), line):
            near = "\n".join([line[at.end() :], *lines[place + 1 : place + _FAR]])
            is_glued = bool(re.search(r"\w$", line[: at.start()]) or re.match(r"\w", near))
            texts = list(re.finditer(re.escape(begins).replace(r"\ ", r"[ \n]"), near))
            first = min((near.count("\n", 0, text.start()) for text in texts), default=0)
            for text in texts:
                between = near[: text.start()]
                behind = "" if is_cut else near[text.end() :].split("\n")[0]
                if (far := between.count("\n")) == first:
                    more = 1 + text[0].count("\n")
                    before = [*lines[max(place - above, 0) : place], line[: at.start()]]
                    slots = Slots("\n".join(before), between, behind, more)
                    found.append((is_glued, far, slots))
    found.sort(key=lambda one: one[:2])
    return list(dict.fromkeys(slots for *_, slots in found))[:_PLACES]
