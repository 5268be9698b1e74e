"""Columns that are new in a later document of items or entries: kept, told, named by what they say.

A reader of items and of entries keeps what it knows nothing of below its own key or label, so that
such a document is read as the one before was. Tables, which list their columns, are `renamed`'s.
"""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.maintain.document import meanings, reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.maintain.revision.likes import Likened
    from macros.readers.rows import Document, Row


def kept(document: Document, likened: Likened, before: Document) -> Likened:
    """Return how a document is read, with its new columns named as a new document's are, and told.

    Args:
        document: the document.
        likened: how it is read.
        before: the document whose options these are.
    """
    result, like = likened.fitted.reading, likened.like
    if "tables" in result.options or result.options["format"] != like.options["format"]:
        return likened
    here = _columns(result.rows)
    if not here:
        return likened
    held = _columns(reading.read(before, like.options).rows)
    new = {heading: texts for heading, texts in here.items() if heading not in held}
    if not new:
        return likened
    options = copy.deepcopy(result.options)
    named = dict(options.get("named", {}))
    for heading, texts in new.items():
        name = meanings.says(meanings.Text(heading, texts))
        if name and name not in named and heading not in named.values():
            named[name] = heading
    said = {heading: name for name, heading in named.items()}
    told = tuple(_told(new, said))
    if said.keys().isdisjoint(new):
        fitted = replace(likened.fitted, changes=(*likened.fitted.changes, *told))
        return replace(likened, fitted=fitted)
    again = reading.read(document, {**options, "named": named})
    asked = [one for one in result.problems if one not in again.problems]
    again = replace(again, problems=(*again.problems, *asked))
    changes = (*likened.fitted.changes, *told)
    fitted = replace(likened.fitted, reading=again, changes=changes, same=False)
    return replace(likened, fitted=fitted)


def _columns(rows: Iterable[Row]) -> dict[str, list[str]]:
    """Return what rows say in each of their columns that says anything."""
    columns: dict[str, list[str]] = {}
    for row in rows:
        for heading, text in row.columns.items():
            if text:
                columns.setdefault(heading, []).append(text)
    return columns


def _told(new: Iterable[str], said: dict[str, str]) -> Iterator[str]:
    for heading in new:
        kept = f"as {said[heading]}" if heading in said else "under that heading"
        yield f'the column "{heading}" is new (kept {kept})'
