"""Expressions for what stands around codes and texts that a person shows: texts -> expressions.

In another entry what stands in one place is the same text, or one of the same shape, or any.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from macros.maintain.document import shapes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

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
    return "".join(known.get(piece, escaped(piece)) for piece in re.split(r"([ \n])", text))


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
    return escaped(runs[0]) if len(set(runs)) == 1 else None


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
    return literal(head) + rf"[ \t]*{escaped(sign)}[ \t]*".join(columns) + literal(tail)


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
    return escaped(run)


def escaped(text: str) -> str:
    """Return an expression for a text; a hyphen needs no escape."""
    return re.escape(text).replace(r"\-", "-")
