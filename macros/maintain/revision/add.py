"""`add-revision`: a provider's next document, put in its place; nothing is written here.

In a copy of `data/`: 1. day and language say where it goes: it is a revision of its own, or a
further document of one that is held; 2. it is read as the likeliest one that is held was, or as
near to that as it can be; 3. it and its entry are put in, notes go to the steps that they speak of,
new codes come in as `unreviewed`, new addresses are listed; 4. everything is checked.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from macros import addresses
from macros.catalog import load as catalog
from macros.errors import Problem, ProblemsError
from macros.kinds import Kind
from macros.maintain import addresses_given, check, edits
from macros.maintain.intake import Planned, add_conditions, tie, uneditable
from macros.maintain.revision import further, places, rehome
from macros.maintain.revision.entries import New, describe, name_of
from macros.maintain.revision.hosts import lacking, named, usual_language
from macros.maintain.revision.incoming import Incoming, incoming
from macros.publish import pages
from macros.review import noted
from macros.sources import conditions, notes, published, yaml_file
from macros.sources.conditions import UNREVIEWED
from macros.sources.provider import Provider
from macros.texts import counted, few, one_line

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence
    from pathlib import Path

    from macros.atlas import Atlas
    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.maintain.revision.rehome_throughout import Ids
    from macros.maintain.revision.wish import Wish
    from macros.review.conditions import Unreviewed
    from macros.review.model import Review
    from macros.sources.yaml_file import Written


def plan(data: Path, docs: Path, wish: Wish) -> Planned:
    """Edit a copy of `data/` so that it has the documents.

    Args:
        data: the copy.
        docs: the folder of the hand-written pages.
        wish: what to add.

    Raises:
        ProblemsError: when something is wrong with the data or the wish.
        RefusedError: when a document cannot be read.
    """
    wish.check()
    provider = written(data, wish.provider).content
    reserved = list(pages.written(docs))
    held = partial(_held, data, reserved, wish.provider)
    found = incoming(data, wish, provider, usual_language(provider), held)
    new = _placed(wish, provider, found)
    tie(data, wish.provider, provider.revisions[0].id)
    before = rehome.steps(provider.revisions)
    folder, name = data / wish.provider, f"{data.name}/{wish.provider}"
    _refuse_taken(folder, name, new)
    for one in describe(folder, name, provider, new):
        one.write()
    addressed = _addressed(folder, name, provider, found)
    catalogs = catalog.load(data, reserved)
    now = catalogs[wish.provider]
    moved = rehomed(data, now, before, wish.ask)
    unclassified = add_conditions(data, now)
    result = check.check(data, docs, catalogs=catalogs, publish=True)
    lines = list(_said(data, wish, now, new))
    reviewed = result.reviews.get(wish.provider)
    doubts = tuple(_doubts(found))
    if reviewed:
        seen = further.told(now, new, reviewed, said=bool(wish.languages))
        lines += seen.lines
        doubts += seen.doubts
    added = _added(reviewed, new) - len(unclassified)
    lines += [*addressed, *moved]
    lines += unreviewed(result.atlas, data, wish.provider, len(unclassified), added)
    spoken = {one.language for one in found} if new.host else None
    after = tuple(left_to_do(reviewed, len(unclassified), spoken))
    return Planned(tuple(lines), doubts, result.problems, after)


def written(data: Path, ident: str) -> Written[Provider]:
    """Return what provider.yml says.

    Raises:
        ProblemsError: when there is no such provider, or the file is wrong.
    """
    path = data / ident / catalog.PROVIDER_FILE
    folders = sorted(one.name for one in data.iterdir() if one.is_dir())
    if ident not in folders or not path.is_file():
        there = ", ".join(folders)
        what = f'there is no provider "{ident}".'
        do = f"The providers are {there}; `new-provider` makes another one."
        raise ProblemsError([Problem(data.name, 0, what, do)])
    return yaml_file.read(path, f"{data.name}/{ident}/{catalog.PROVIDER_FILE}", Provider, id=ident)


def _held(data: Path, reserved: Sequence[str], ident: str) -> Catalog:
    return catalog.load(data, reserved)[ident]


def _placed(wish: Wish, provider: Provider, found: Sequence[Incoming]) -> New:
    """Return the documents with the revision that they are, or that they belong to."""
    first = found[0]
    day = next((one.day for one in found if one.day.day), first.day)
    host = named(provider, wish.of) if wish.of else None
    if not wish.of and not wish.order and len({one.language for one in found}) == 1:
        name, said = first.document.file, bool(wish.languages)
        host = lacking(provider, first.language, day.day, name, said=said)
    if host:
        return New(host.id, provider.revisions.index(host), host, tuple(found), day, wish)
    place = places.place(provider.revisions, day.day, first.document.file, wish.order)
    return New(place.id, place.index, None, tuple(found), day, wish)


def _refuse_taken(folder: Path, name: str, new: New) -> None:
    """Refuse to write over a file that no revision names."""
    for number in range(len(new.documents)):
        file = name_of(new, number)
        if (folder / file).exists():
            what = f"{name}/{file} is there already, and no revision names it."
            raise ProblemsError([Problem(f"{name}/{file}", 0, what, "Move it away.")])


def _addressed(
    folder: Path, name: str, provider: Provider, found: Sequence[Incoming]
) -> Iterator[str]:
    """Give new codes an address whose printed form is unfit for one; return what is said of it."""
    known = {
        addresses.segment(one.anchor): place
        for place, one in published.read_codes(folder, name).items()
    }
    for one in provider.code_sets:
        known |= {addresses.segment(at): (one.id, code) for code, at in one.addresses.items()}
    readings = [one.likened.fitted.reading for one in found]
    given = addresses_given.of(readings, known)
    path = folder / catalog.PROVIDER_FILE
    ids = [code_set.id for code_set in provider.code_sets]
    try:
        text = addresses_given.written(path.read_text(encoding="utf-8"), ids, given)
    except edits.EditError as error:
        raise uneditable(f"{name}/{catalog.PROVIDER_FILE}", error) from None
    path.write_text(text, encoding="utf-8")
    return addresses_given.told(given)


def rehomed(data: Path, held: Catalog, before: Sequence[Ids], ask: rehome.Ask | None) -> list[str]:
    """Bring the notes to the steps that they speak of; say which could not be.

    Args:
        data: the folder.
        held: the provider as it is now.
        before: the steps that there were.
        ask: asks a person; None where nobody can be asked.
    """
    name = f"{data.name}/{held.provider.id}/{notes.FILE}"
    path = data / held.provider.id / notes.FILE
    if not path.is_file() or before == rehome.steps(held.provider.revisions):
        return []
    content = yaml_file.read(path, name, notes.Notes).content
    try:
        found = rehome.rehome(path.read_text(encoding="utf-8"), content, held, before, ask)
    except edits.EditError as error:
        raise uneditable(name, error) from None
    path.write_text(found.text, encoding="utf-8")
    moved = counted(
        found.moved, "note goes to the step that it speaks", "notes go to the steps that they speak"
    )
    lines = [f"{moved} of."] if found.moved else []
    if found.commented:
        become = counted(len(found.commented), "note becomes a comment", "notes become comments")
        lines.append(
            f"{become} in {name}, because no step has the texts any more:"
            f" {', '.join(found.commented)}."
        )
    if found.left:
        lines.append(
            "A note on many codes says nothing any more of what a step changes in"
            f" {few(found.left)}: read these."
        )
    return lines


def _added(reviewed: Review | None, new: New) -> int:
    """Return how many codes the new documents, and no held ones, add to the revision before."""
    changes = reviewed.changes if reviewed else ()
    names = {name_of(new, number) for number in range(len(new.documents))}
    return sum(
        one.kind is Kind.ADDED
        and one.after.id == new.id
        and all(row.file.rpartition("/")[2] in names for row in one.code.all_rows(one.after))
        for one in changes
    )


def unreviewed(
    atlas: Atlas | None, data: Path, ident: str, new: int, held: int = 0
) -> Iterator[str]:
    """Yield how many codes come in without a condition, and how many verdicts do not hold.

    Args:
        atlas: all that is held; None where it is wrong.
        data: the folder.
        ident: the provider.
        new: how many codes have no condition.
        held: how many codes are added that have one.
    """
    if held > 0:
        have = counted(held, "code that is added has", "codes that are added have")
        them = "it" if held == 1 else "them"
        yield (
            f"{have} a condition in {data.name}/{conditions.FILE} already: another revision lists"
            f" {them}, or the API was observed to send {them}."
        )
    if new:
        come = counted(new, "code comes", "codes come")
        yield f"{come} in as {UNREVIEWED} in {data.name}/{conditions.FILE}."
    if not atlas:
        return
    codes = atlas.catalogs[ident].codes
    unreviewed = atlas.conditions.unreviewed
    changed = [(code, one) for code in codes if (one := unreviewed.get(code.url))]
    yield from _contradicted(changed)
    if count := sum(bool(one.entry) for _, one in changed):
        have = counted(count, "code has", "codes have")
        yield f"{have} a verdict for another text: programs are told to check first."


def _doubts(found: Sequence[Incoming]) -> Iterator[str]:
    """Yield what is asked of the documents, each with its file where there are several."""
    for one in found:
        file = one.document.file
        for doubt in one.likened.fitted.doubts:
            yield f"{file}: {doubt}" if len(found) > 1 and file not in doubt else doubt


def _contradicted(changed: Sequence[tuple[Code, Unreviewed]]) -> Iterator[str]:
    """Yield by heading the codes whose verdicts a column that was not there speaks against."""
    found: dict[str, list[str]] = {}
    for code, one in changed:
        beside = one.earlier and one.earlier.beside
        if beside and one.verdict and not beside.said:
            says = f"{code.code} (it says {one_line(beside.says)}, the verdict {one.verdict.retry})"
            found.setdefault(one_line(beside.heading), []).append(says)
    for heading, told in found.items():
        codes = counted(len(told), "code", "codes")
        yield f'"{heading}" is new and speaks against the verdict of {codes}: {few(told)}.'


def _said(data: Path, wish: Wish, held: Catalog, new: New) -> Iterator[str]:
    """Yield where each document goes, and how it is read."""
    for number, one in enumerate(new.documents):
        file = f"{data.name}/{wish.provider}/{name_of(new, number)}"
        yield f"{file}: {further.role(held.provider, new, number)}."
        if same := _held_as(held.provider, new, one):
            yield f"It is {data.name}/{wish.provider}/{same}, byte for byte, which comes again."
        reading = one.likened.fitted.reading
        rows, codes = len(reading.rows), {row.code for row in reading.rows}
        fitted = one.likened.fitted
        like = f", read as {one.likened.like.held.name} is" if fitted.same else ""
        read = f"{counted(rows, 'row', 'rows')}, {counted(len(codes), 'code', 'codes')}{like}"
        yield f"{read}; every line is accounted for."
        if fitted.changes:
            yield "How it is read differs:"
            yield from (f"  {change}" for change in fitted.changes)


def _held_as(provider: Provider, new: New, one: Incoming) -> str:
    """Return the file of another revision that has a document already, if one has."""
    return next(
        (
            document.file
            for revision in provider.revisions
            for document in revision.documents
            if revision.id != new.id and document.described.sha256 == one.sha256
        ),
        "",
    )


def left_to_do(
    reviewed: Review | None, new: int, spoken: Container[str] | None = None
) -> Iterator[str]:
    """Yield what is left to do when all is written.

    Args:
        reviewed: what is found in the provider; None where it is wrong.
        new: how many codes have no condition.
        spoken: the languages of documents that come to a revision that is held: what other
            languages changed was told with them.
    """
    changes = reviewed.unreviewed if reviewed else ()
    if open_ := sum(spoken is None or one.language in spoken for one in changes):
        have = counted(open_, "change of a text has", "changes of texts have")
        yield f"{have} no note yet: `open-work` prints drafts."
    if new:
        are = counted(new, "new code is", "new codes are")
        yield f"{are} {UNREVIEWED}: give each its condition when you have read it."
    if reviewed and (overtaken := {one.path[:3] for one in reviewed.catalog.overtaken}):
        what = counted(len(overtaken), "code", "codes")
        ident = reviewed.catalog.provider.id
        yield (
            f"What was observed of {what} is overtaken by the documents and counts no more:"
            f" `open-work {ident}` says why, `prune {ident}` removes it."
        )
    yield from _lapsed(reviewed) if reviewed else ()
    yield "Run `make golden`, read the difference, and commit."


def _lapsed(reviewed: Review) -> Iterator[str]:
    """Yield the findings that end with one of their texts, though others are what they were."""
    written, latest = reviewed.notes, reviewed.catalog.provider.latest
    for one in noted.lapsed(written.content, reviewed.catalog):
        place = f"{written.name}:{written.line('findings', one.place)}"
        gone, left = few(list(one.gone)), few(list(one.left))
        yield (
            f"The finding “{one.note.title}” ({place}) is not of {latest.id}, in which the text of"
            f" {gone} is another one. If it holds for {left} alone, write one of these."
        )
