"""Where examples stand in a document, and the expressions for what is around them.

Of a code with its text beside or below it, what is around tells how all others are read.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import shapes
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from macros.maintain.sniffers.such_as.such_as_doubts import Example
    from macros.readers.rows import Document


SPACE = r"[ \t]+"
_BREAK = r"\n+[ \t]*"
_RUNS = re.compile(r"[0-9]+|[^\W\d_]+|\s+|.", re.ASCII | re.DOTALL)
_CAPITALS = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*", re.ASCII)


def slot(texts: Sequence[str], numbers: Iterator[int]) -> Iterator[str]:
    """Yield expressions for a slot, the narrowest first; what has words becomes a column.

    The last are for texts of several forms, each of which another entry can have.
    """
    makers: tuple[Callable[[Sequence[str], str], str | None], ...] = (_of_shape, _any)
    if len(set(texts)) == 1:
        yield literal(texts[0])
    if len({text.count("\n") for text in texts}) == 1:
        parts = list(zip(*(text.split("\n") for text in texts), strict=True))
        names = [f"column_{next(numbers)}" if any(map(_has_words, part)) else "" for part in parts]
        for make in makers:
            made = [
                make(part, name) if name else _signs(part)
                for part, name in zip(parts, names, strict=True)
            ]
            if None not in made:
                yield _BREAK.join(map(str, made))
    if len(set(texts)) > 1:
        # The longest first: a shorter one could be the beginning of it.
        forms = sorted(dict.fromkeys(texts), key=len, reverse=True)
        for may_be_any in (False, True):
            yield f"(?:{'|'.join(_form(text, numbers, may_be_any) for text in forms)})"


def _form(text: str, numbers: Iterator[int], may_be_any: bool) -> str:  # noqa: FBT001 - a maker's
    """Return an expression for a text that is one of several forms."""
    parts = text.split("\n")
    made = []
    for place, part in enumerate(parts):
        name = f"column_{next(numbers)}"
        begins, ends = _common_signs([part]), _common_signs([part[::-1]]).strip()
        is_bounded = (place > 0 or begins) and (place < len(parts) - 1 or ends)
        make = _any if may_be_any and is_bounded else _of_shape
        made.append((make([part], name) or "") if _has_words(part) else literal(part))
    return _BREAK.join(made)


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _signs(texts: Sequence[str]) -> str:
    """Return an expression for texts of signs alone."""
    signs = "".join(sorted(set("".join(texts))))
    return literal(texts[0]) if len(set(texts)) == 1 else f"[{re.escape(signs)}]*"


def literal(text: str) -> str:
    """Return an expression for a text; spaces and line breaks may be wider."""
    known = {" ": SPACE, "\n": _BREAK}
    return "".join(known.get(piece, shapes.escaped(piece)) for piece in re.split(r"([ \n])", text))


def _of_shape(texts: Sequence[str], name: str) -> str | None:
    """Return an expression for texts with the same runs of digits, letters and signs."""
    runs = [_RUNS.findall(text) for text in texts]
    if len({len(one) for one in runs}) > 1:
        return None
    made = [_run(alike) for alike in zip(*runs, strict=True)]
    if None in made:
        return None
    wordy = [place for place, one in enumerate(runs[0]) if _has_words(one)]
    made.insert(wordy[-1] + 1, ")")
    made.insert(wordy[0], f"(?P<{name}>")
    return "".join(map(str, made))


def _run(runs: Sequence[str]) -> str | None:
    if all(map(str.isdigit, runs)):
        lengths = {len(run) for run in runs}
        return f"[0-9]{{{lengths.pop()}}}" if len(lengths) == 1 else "[0-9]+"
    if all(map(str.isalpha, runs)):
        return r"[^\W\d_]+"
    if all(map(str.isspace, runs)):
        return SPACE
    return shapes.escaped(runs[0]) if len(set(runs)) == 1 else None


def _any(texts: Sequence[str], name: str) -> str | None:
    """Return an expression for any text between the signs that some begin and end with alike.

    The sign behind it ends it; a text that has that within is several, as the cells of a row are.
    """
    head = _common_signs(texts)
    tail = _common_signs([text[len(head) :][::-1] for text in texts])[::-1]
    held = [text[len(head) : len(text) - len(tail)] for text in texts]
    sign = tail.strip()[:1] or head.strip()[-1:]
    cells = {one.count(sign) for one in held} if sign else {0}
    if len(cells) > 1:
        return None
    any_text = rf"[^\n{re.escape(sign)}]*?"
    columns = [f"(?P<{name}{f'_{n}' if n else ''}>{any_text})" for n in range(cells.pop() + 1)]
    return literal(head) + rf"[ \t]*{shapes.escaped(sign)}[ \t]*".join(columns) + literal(tail)


def _common_signs(texts: Sequence[str]) -> str:
    """Return the signs that all texts begin with."""
    alike = takewhile(lambda signs: len(set(signs)) == 1, zip(*texts, strict=False))
    return "".join(takewhile(lambda sign: not sign.isalnum(), (signs[0] for signs in alike)))


def codes(shown: Sequence[str]) -> Iterator[str]:
    """Yield patterns for codes like some, the narrowest first."""
    yield shapes.pattern(shown)
    if all(map(_CAPITALS.fullmatch, shown)) and not any(map(str.isdigit, "".join(shown))):
        yield _CAPITALS.pattern
    yield "|".join(dict.fromkeys("".join(map(_kind, _RUNS.findall(code))) for code in shown))


def _kind(run: str) -> str:
    if run.isdigit():
        return "[0-9]+"
    if run.isalpha():
        return "[A-Z]+" if run.isupper() else "[a-z]+" if run.islower() else "[A-Za-z]+"
    return shapes.escaped(run)


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
