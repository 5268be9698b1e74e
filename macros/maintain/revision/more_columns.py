"""Columns that are new in a later document of items or entries: kept, told, named by what they say.

A reader of items and of entries keeps what it knows nothing of below its own key or label, so that
such a document is read as the one before was. What says of most codes what stood at another key is
that column, whatever it is called now. Tables, which list their columns, are `renamed`'s.
"""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import meanings, reading
from macros.maintain.revision import decided
from macros.texts import few, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from macros.maintain.revision.likes import Likened
    from macros.readers.rows import Document, Row

_MOST = 0.7  # of what a column says is what it said under another heading
_FEWEST = 2  # different texts: less is said by chance


class _Renamed(NamedTuple):
    """A column that is called otherwise.

    Attributes:
        was: its heading before.
        now: its heading.
        others: the codes of which it says something else.
    """

    was: str
    now: str
    others: list[str]


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
    earlier = reading.read(before, like.options).rows
    held = _columns(earlier)
    new = {heading: texts for heading, texts in here.items() if heading not in held}
    if not new:
        return likened
    before_named = like.options.get("named", {})
    found = [*_renamed(earlier, result.rows, held.keys() - here.keys(), new)]
    named = {
        **result.options.get("named", {}),
        **{name: one.now for one in found for name, was in before_named.items() if was == one.was},
    }
    for heading, texts in new.items():
        name = meanings.says(meanings.Text(heading, texts))
        if name and name not in named and heading not in named.values():
            named[name] = heading
    said = {heading: name for name, heading in named.items()}
    told = tuple(_told(new, said, found))
    less = {decided.column_less(name, before_named[name]) for name in named if name in before_named}
    doubts = tuple(one for one in likened.fitted.doubts if one not in less)
    changes = (*likened.fitted.changes, *told)
    fitted = replace(likened.fitted, changes=changes, doubts=doubts)
    if said.keys().isdisjoint(new):
        return replace(likened, fitted=fitted)
    again = reading.read(document, {**copy.deepcopy(result.options), "named": named})
    asked = [one for one in result.problems if one not in again.problems]
    again = replace(again, problems=(*again.problems, *asked))
    return replace(likened, fitted=replace(fitted, reading=again, same=False))


def _columns(rows: Iterable[Row]) -> dict[str, list[str]]:
    """Return what rows say in each of their columns that says anything."""
    columns: dict[str, list[str]] = {}
    for row in rows:
        for heading, text in row.columns.items():
            if text:
                columns.setdefault(heading, []).append(text)
    return columns


def _renamed(
    before: Iterable[Row], now: Iterable[Row], gone: Iterable[str], new: Iterable[str]
) -> Iterator[_Renamed]:
    """Yield the columns that are gone of which another one says what they said, and no third one.

    Args:
        before: the rows of the document before.
        now: those of the later one.
        gone: the headings that are there no more.
        new: those that were not there.
    """
    said = {(row.code_set, row.code): row.columns for row in before}
    pairs = [
        (row.code, had, row.columns) for row in now if (had := said.get((row.code_set, row.code)))
    ]
    shares = {
        (was, one): share for was in gone for one in new if (share := _share(pairs, was, one))
    }
    for (was, one), share in shares.items():
        rivals = [other for pair, other in shares.items() if was in pair or one in pair]
        if rivals.count(max(rivals)) == 1 and share == max(rivals):
            others = [code for code, had, has in pairs if _differ(had.get(was), has.get(one))]
            yield _Renamed(was, one, others)


def _share(
    pairs: Sequence[tuple[str, Mapping[str, str], Mapping[str, str]]], was: str, now: str
) -> float:
    """Return how much of what two columns say of the same codes is the same; 0 if it is little."""
    both = [(had[was], has[now]) for _, had, has in pairs if had.get(was) and has.get(now)]
    if len({one for one, _ in both}) < _FEWEST:
        return 0.0
    share = sum(not _differ(*texts) for texts in both) / len(both)
    return share if share >= _MOST else 0.0


def _differ(one: str | None, other: str | None) -> bool:
    return one_line(one or "") != one_line(other or "")


def _told(new: Iterable[str], said: Mapping[str, str], found: Iterable[_Renamed]) -> Iterator[str]:
    were = {one.now: one for one in found}
    for heading in new:
        kept = f"as {said[heading]}" if heading in said else "under that heading"
        if one := were.get(heading):
            other = f", and says something else of {few(one.others)}" if one.others else ""
            yield f'the column "{one.was}" is now "{heading}" (kept {kept}){other}'
        else:
            yield f'the column "{heading}" is new (kept {kept})'
