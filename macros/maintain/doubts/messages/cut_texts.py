"""Texts that HTML tables show in part, and have in whole in an attribute: a reading -> doubts.

As in `<td title="Token expired at the gate">Token ex…</td>`, or with an icon alone in the cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import html_seen
from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown
from macros.readers.html_cells import elements, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.html_seen import SeenCell
    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document


class _Found(NamedTuple):
    """A cell, and the value of an attribute that has the whole of its text."""

    cell: SeenCell
    value: str


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each attribute that has more than the cells show."""
    found: dict[str, list[_Found]] = {}
    for cell in html_seen.cells(document, result):
        for element in (cell.node, *elements(cell.node)) if cell.kind in _KINDS else ():
            for name, value in (element.attrs or {}).items():
                if value and name not in _NO_TEXT and whole(cell.node, element, value):
                    found.setdefault(name, []).append(_Found(cell, value))
    known = result.options.get("whole_in", ())
    for name, several in found.items():
        if name not in known:
            yield _doubt(document.file, name, several)


_KINDS = frozenset({"message", "empty"})
_NO_TEXT = frozenset({"class", "id", "style", "href", "src"})


def _doubt(file: str, name: str, found: list[_Found]) -> Doubt:
    first, more = found[0], f", and {len(found) - 1} more" if found[1:] else ""
    is_cut = f'of "{shown(first.cell.text)}"' if first.cell.text else "of an empty cell"
    what = f'the attribute `{name}` {is_cut} has more than the page shows: "{shown(first.value)}"'
    do = (
        f"If that is the whole text, write `whole_in: [{name}]` in the reader below; if the page"
        " shows all of it, change nothing. Save it to a file, and add --reader FILE."
    )
    return Doubt(file, first.cell.line, f"{what}{more}.", do, more={"whole_in": (name,)})
