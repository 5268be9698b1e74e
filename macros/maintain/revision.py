"""`add-revision`: a provider's next document, put in its place; nothing is written here.

In a copy of `data/`: 1. the document's day says where it goes; 2. it is read as the one before was,
or as near to that as it can be; 3. it and its entry are put in, notes go to the step that they
speak of, new codes come in as `unreviewed`, new addresses are listed; 4. everything is checked.
"""

from __future__ import annotations

import copy
import hashlib
import re
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from macros.catalog import load as catalog
from macros.errors import Problem, ProblemsError
from macros.maintain import check, edits, fit, outlook, places, reading, rehome
from macros.maintain.intake import (
    UNKNOWN,
    Planned,
    RefusedError,
    add_conditions,
    reader_of,
    refusal,
    taken,
    tie,
    uneditable,
)
from macros.publish import pages
from macros.sources import conditions, notes, yaml_file
from macros.sources.conditions import UNREVIEWED
from macros.sources.provider import Provider, Revision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from macros.atlas import Atlas
    from macros.catalog.model import Catalog
    from macros.maintain.fit import Fitted
    from macros.readers.rows import Document
    from macros.sources.yaml_file import Written


@dataclass(frozen=True, slots=True)
class Wish:
    """What a maintainer asks for.

    Attributes:
        provider: the provider's id.
        file: the document.
        today: the day on which it is taken in.
        date: its day, `unknown`, or None to look for it in its name and text.
        source: where it was published.
        licence: its licence; that of the revision before where it is None.
        dated_by: how its day is known; found out where it is None.
        language: its language; the atlas' own where it is None.
        reader: a file with a `reader:` block, in place of the options of the revision before.
    """

    provider: str
    file: Path
    today: date
    date: str | None = None
    source: str = UNKNOWN
    licence: str | None = None
    dated_by: str | None = None
    language: str | None = None
    reader: Path | None = None


def plan(data: Path, docs: Path, wish: Wish) -> Planned:
    """Edit a copy of `data/` so that it has the revision.

    Args:
        data: the copy.
        docs: the folder of the hand-written pages.
        wish: what to add.

    Raises:
        ProblemsError: when something is wrong with the data or the wish.
        RefusedError: when the document cannot be read.
    """
    name = f"{data.name}/{wish.provider}"
    folder = data / wish.provider
    written = _provider(data, wish.provider)
    document, content = taken(wish.file)
    reserved = list(pages.written(docs))
    _refuse_twin(written, name, content, wish.file)
    day = _day(wish, document)
    place = places.place(written.content.revisions, day.day, document.file)
    path = folder / catalog.PROVIDER_FILE
    text = path.read_text(encoding="utf-8")
    before = partial(_held, data, reserved, wish.provider)
    fitted, near = _fitted(text, place.index, document, wish, before)
    if not fitted.reading.is_whole:
        raise RefusedError("\n".join(refusal(document, fitted.reading)))
    file = f"{place.id}{wish.file.suffix.lower() or '.txt'}"
    if (folder / file).exists():
        what = f"{name}/{file} is there already, and no revision of that id."
        raise ProblemsError([Problem(f"{name}/{file}", 0, what, "Move it away.")])
    entry = _entry(wish, written.content.revisions[near], place.id, file, day, content, fitted)
    tie(data, wish.provider, written.content.revisions[0].id)
    alias = _alias(text, fitted, near, place.index)
    path.write_text(_put(text, place.index, entry, alias, name), encoding="utf-8")
    (folder / file).write_bytes(content)
    catalogs = catalog.load(data, reserved)
    held = catalogs[wish.provider]
    splits = _rehome(folder, name, held, place.id)
    new = add_conditions(data, held)
    result = check.check(data, docs, catalogs=catalogs, publish=True)
    lines = [f"{name}/{file}: the revision {place.id}, {_neighbours(held, place.id)}."]
    lines += _read_as(fitted, near, written.content)
    reviewed = result.reviews.get(wish.provider)
    doubts: tuple[str, ...] = ()
    if reviewed:
        revision = held.provider.revisions[place.index]
        seen = outlook.outlook(held, revision, reviewed.changes, reviewed.moves)
        lines += seen.lines
        doubts = seen.doubts
    lines += splits
    if new:
        lines.append(f"{len(new)} codes come in as {UNREVIEWED} in {data.name}/{conditions.FILE}.")
    lines += _unreviewed(result.atlas, wish.provider)
    open_ = len(reviewed.unreviewed) if reviewed else 0
    return Planned(tuple(lines), doubts, result.problems, tuple(_after(open_, len(new))))


def _unreviewed(atlas: Atlas | None, ident: str) -> Iterator[str]:
    """Yield how many verdicts do not hold for the texts that are the newest now."""
    if not atlas:
        return
    codes = atlas.catalogs[ident].codes
    changed = [one for code in codes if (one := atlas.conditions.unreviewed.get(code.url))]
    if count := sum(bool(one.entry) for one in changed):
        yield f"{count} codes have a verdict for another text: programs are told to check first."


def _held(data: Path, reserved: list[str], ident: str) -> Catalog:
    return catalog.load(data, reserved)[ident]


def _provider(data: Path, ident: str) -> Written[Provider]:
    path = data / ident / catalog.PROVIDER_FILE
    folders = sorted(one.name for one in data.iterdir() if one.is_dir())
    if ident not in folders or not path.is_file():
        there = ", ".join(folders)
        what = f'there is no provider "{ident}".'
        do = f"The providers are {there}; `new-provider` makes another one."
        raise ProblemsError([Problem(data.name, 0, what, do)])
    return yaml_file.read(path, f"{data.name}/{ident}/{catalog.PROVIDER_FILE}", Provider, id=ident)


def _refuse_twin(written: Written[Provider], name: str, content: bytes, file: Path) -> None:
    digest = hashlib.sha256(content).hexdigest()
    for revision in written.content.revisions:
        if revision.sha256 == digest:
            what = f"it is {name}/{revision.file}, byte for byte."
            do = "There is nothing to add: the document has not changed."
            raise ProblemsError([Problem(str(file), 0, what, do)])


def _day(wish: Wish, document: Document) -> places.Day:
    if wish.date is None:
        return places.found_day(wish.file.name, document.text)
    by = wish.dated_by or "Whoever took it in knew its day."
    if wish.date == UNKNOWN:
        return places.Day(
            None, wish.dated_by or "Only the order is known: it came after the others."
        )
    try:
        return places.Day(date.fromisoformat(wish.date), by)
    except ValueError:
        what = f'"{wish.date}" is no day.'
        raise ProblemsError([Problem("--date", 0, what, "Write it as 2026-01-31.")]) from None


def _fitted(
    text: str, index: int, document: Document, wish: Wish, before: Callable[[], Catalog]
) -> tuple[Fitted, int]:
    """Return how the document is read, and the place of the revision that it is read like.

    That is the one before it, or the one after it if that one's options alone fit.

    Args:
        text: `provider.yml`.
        index: the document's place among the revisions.
        document: the document.
        wish: what a maintainer asks for.
        before: reads what is held, which takes time, and is needed where no options fit.
    """
    held = edits.values(text)["revisions"]
    neighbours = [near for near in (index - 1, index) if 0 <= near < len(held)]
    if wish.reader:
        options = reader_of(wish.reader)
        why = (f"read as {wish.reader} says",)
        return fit.Fitted(reading.read(document, options), why), neighbours[0]
    for near in neighbours:
        as_held = reading.read(document, copy.deepcopy(held[near]["reader"]))
        if as_held.is_whole:
            return fit.Fitted(as_held, (), same=True), near
    near = neighbours[0]
    catalog_ = before()
    known = fit.known_of(catalog_, catalog_.provider.revisions[near])
    return fit.fit(document, copy.deepcopy(held[near]["reader"]), known), near


def _entry(  # noqa: PLR0913, PLR0917 - the keys of a revision
    wish: Wish,
    near: Revision,
    ident: str,
    file: str,
    day: places.Day,
    content: bytes,
    fitted: Fitted,
) -> dict[str, Any]:
    entry = {
        "id": ident,
        "file": file,
        "date": day.day.isoformat() if day.day else UNKNOWN,
        "dated_by": wish.dated_by or day.by,
        "added": wish.today.isoformat(),
        "source": wish.source,
        "licence": wish.licence or near.licence,
        "sha256": hashlib.sha256(content).hexdigest(),
        "reader": fitted.reading.options,
    }
    if wish.language:
        if "language" not in Revision.model_fields and wish.language != "en":
            what = "a revision has no language yet."
            raise ProblemsError(
                [Problem("--language", 0, what, "Take in English documents alone.")]
            )
        if "language" in Revision.model_fields:
            entry = {**entry, "language": wish.language}
    return entry


def _alias(text: str, fitted: Fitted, near: int, index: int) -> str:
    """Return the name by which the tables of the revision before can be named, if they have one."""
    if not fitted.same or near >= index:
        return ""
    lines = text.splitlines()
    line = edits.line_of(text, ("revisions", near, "reader", "tables"))
    match = re.search(r"tables:\s*[&*]([\w-]+)", lines[line]) if line is not None else None
    return match[1] if match else ""


def _put(text: str, index: int, entry: dict[str, Any], alias: str, name: str) -> str:
    try:
        return edits.after_item(text, ("revisions",), index - 1, entry, alias)
    except edits.EditError as error:
        raise uneditable(f"{name}/{catalog.PROVIDER_FILE}", error) from None


def _rehome(folder: Path, name: str, held: Catalog, ident: str) -> list[str]:
    """Bring the notes to the steps that they speak of; say which could not be."""
    path = folder / notes.FILE
    if not path.is_file():
        return []
    content = yaml_file.read(path, f"{name}/{notes.FILE}", notes.Notes).content
    found = rehome.rehome(content.changes, held, ident)
    if not (found.moved or found.split):
        return []
    try:
        text = rehome.written(path.read_text(encoding="utf-8"), found, ident)
    except edits.EditError as error:
        raise uneditable(f"{name}/{notes.FILE}", error) from None
    path.write_text(text, encoding="utf-8")
    lines = [f"{len(found.moved)} notes go to the step that they speak of."] if found.moved else []
    if found.split:
        codes = ", ".join(content.changes[place].code for place in found.split)
        lines.append(
            f"{len(found.split)} notes become comments in {name}/{notes.FILE}, because the text"
            f" changed in both steps: {codes}."
        )
    return lines


def _neighbours(held: Catalog, ident: str) -> str:
    ids = [revision.id for revision in held.provider.revisions]
    at = ids.index(ident)
    if at == len(ids) - 1:
        return f"the newest, after {ids[at - 1]}"
    return f"between {ids[at - 1]} and {ids[at + 1]}" if at else f"the oldest, before {ids[1]}"


def _read_as(fitted: Fitted, near: int, provider: Provider) -> Iterator[str]:
    rows, sets = len(fitted.reading.rows), {row.code for row in fitted.reading.rows}
    like = f", read as {provider.revisions[near].id} is" if fitted.same else ""
    yield f"{rows} rows, {len(sets)} codes{like}; every line is accounted for."
    if fitted.changes:
        yield "How it is read differs:"
        yield from (f"  {change}" for change in fitted.changes)


def _after(open_: int, new: int) -> Iterator[str]:
    if open_:
        yield f"{open_} changes of texts have no note yet: `open-work` prints drafts."
    if new:
        yield f"{new} new codes are {UNREVIEWED}: give each its condition when you have read it."
    yield "Run `make golden`, read the difference, and commit."
