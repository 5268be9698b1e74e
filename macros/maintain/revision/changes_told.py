"""What a step changes, kind by kind, as lines for people: changes -> lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz
from rapidfuzz.distance import Prefix

from macros import languages
from macros.kinds import Kind
from macros.maintain.revision import marked
from macros.review import renamings
from macros.texts import few, one_line, series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.rows import Row
    from macros.review.changes import Change

_MANY = 12  # codes of one kind whose texts are printed
_LONGEST = 90  # characters of a text
_MOST_ADDED = 500  # codes that are named
_ALIKE, _BEFORE = 50, 30  # of two long texts that begin alike: how much, and what is shown of it
_NAMED = (*(kind for kind in Kind if kind.breaks), Kind.DROPPED, Kind.ADDED)


def told(changes: Sequence[Change]) -> Iterator[str]:
    """Yield what a step changes, by kind, in the order of harm."""
    for kind in _NAMED:
        found = [change for change in changes if change.kind is kind]
        if not found:
            continue
        if len(found) > _MANY:
            # What goes is named to the last; what comes stands in conditions.yml as unreviewed.
            most = _MOST_ADDED if kind is Kind.ADDED else len(found)
            codes = few([f"{one.code.code}{_in(one.only_in)}" for one in found], most)
            yield f"  {kind.label.lower()}: {len(found)}: {codes}"
            continue
        yield f"  {kind.label.lower()}: {len(found)}"
        for change in found:
            yield f"    {change.code.code}{_in(change.only_in)}: {_became(change)}"
    reworded = [change for change in changes if change.kind is Kind.REWORDED]
    yield from marked.told(reworded)
    yield from _reworded([change for change in reworded if not marked.is_one(change)])
    others = (kind for kind in Kind if kind not in {*_NAMED, Kind.REWORDED})
    for kind in others:
        if same := [change.code.code for change in changes if change.kind is kind]:
            yield f"  {kind.label.lower()}: {len(same)}: {few(same)}"


def _reworded(changes: Sequence[Change]) -> Iterator[str]:
    """Yield the texts that changed, the least alike first: these may mean something else."""
    renamed = renamings.find(changes)
    for one in renamed:
        words = series([f'"{old}" is "{new}"' for old, new in one.words.items()])
        codes = few([change.code.code for change in one.changes])
        count = len(one.changes)
        yield f"  reworded alike: {count}: {words}, and nothing else of the texts: {codes}"
        yield "    `open-work` drafts one note for them, below `throughout`."
    told = [change for one in renamed for change in one.changes]
    rest = [change for change in changes if change not in told]
    if not rest:
        return
    least = sorted(
        rest, key=lambda change: fuzz.token_set_ratio(said(change.old), said(change.new))
    )
    yield f"  reworded, or another meaning: {len(rest)}, the least alike first"
    for change in least[:_MANY]:
        yield f"    {change.code.code}{_in(change.only_in)}: {_became(change)}"
    if more := len(rest[_MANY:]):
        yield f"    … and {more} more"


def _in(*tags: str) -> str:
    """Name the languages that alone tell of something, if there are such."""
    names = [languages.name(tag) for tag in tags if tag]
    return f" (in {series(names)})" if names else ""


def said(rows: Sequence[Row]) -> str:
    """Return the texts of rows in a line, cut."""
    return cut(_whole(rows))


def _whole(rows: Sequence[Row]) -> str:
    return " / ".join(one_line(row.message) for row in rows)


def _became(change: Change) -> str:
    """Return both texts of a change, or the one that there is; long ones from where they differ."""
    texts = [_whole(rows) for rows in (change.old, change.new) if rows]
    same = Prefix.similarity(*texts) if len(texts) > 1 else 0
    if same > _ALIKE and max(map(len, texts)) > _LONGEST:
        # A few words before the difference tell where in the text it is.
        start = texts[0].rfind(" ", 0, same - _BEFORE) + 1
        texts = [f"…{text[start:]}" for text in texts]
    return " -> ".join(map(cut, texts))


def cut(text: str, most: int = _LONGEST) -> str:
    """Return a text in a line, with no more signs than can be read at a glance."""
    text = one_line(text)
    return text if len(text) <= most else f"{text[: most - 1]}…"
