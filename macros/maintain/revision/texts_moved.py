"""Texts that another code has now, be it perhaps by chance: a step -> lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros import languages
from macros.review import moves as moved
from macros.texts import one_line, series

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.review.moves import Move
    from macros.sources.provider import Revision

_LONGEST = 90  # characters of a text


def told(
    catalog: Catalog,
    step: tuple[Revision, Revision],
    moves: Sequence[Move],
    changed: Container[str],
) -> Iterator[str]:
    """Yield what went from one code to another.

    Args:
        catalog: the provider.
        step: a revision, and the next one.
        moves: texts that went to another code for sure, in all steps.
        changed: the anchors of the codes of which some text is told.
    """
    sure = [move for move in moves if (move.before.id, move.after.id) == (step[0].id, step[1].id)]
    for move in sure:
        yield f"  text moved: {_line(move.old, move.new, move.only_in, move.says)}"
    known = {(move.old.anchor, move.new.anchor) for move in sure}
    for tag, (old, new, _, row) in moved.perhaps(catalog, *step):
        pair = old.anchor, new.anchor
        if pair not in known and all(one in changed for one in pair):
            tags = (tag,) if len(step[1].languages) > 1 else ()
            yield f"  text moved, perhaps: {_line(old, new, tags, row.message)}"


def _line(old: Code, new: Code, tags: Sequence[str], text: str) -> str:
    names = [languages.name(tag) for tag in tags]
    spoken = f" (in {series(names)})" if names else ""
    line = one_line(text)
    said = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
    return f"{old.code} -> {new.code}{spoken}: {said}"
