"""All providers, read and checked: the folder `data/` -> catalogs.

In order: 1. each `provider.yml` is read into its model; 2. each document is held against its
checksum and read; 3. the rows, and the codes that were observed alone, become codes, each with an
address and an anchor that nothing else has: the one that was published for it, if one was. Every
problem of every provider is collected; any problem at all means no catalogs.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from macros import addresses, codes
from macros.catalog import reading
from macros.catalog.model import Catalog, Code, Listing, Observed, Overtaken, Unread
from macros.catalog.overtaken import still
from macros.errors import Problem, ProblemsError
from macros.kept import Kept, digest
from macros.progress import silent
from macros.readers.rows import Document, Row, Unreadable
from macros.sources import compared, notes, observations, published, text_file, yaml_file
from macros.sources.provider import Provider

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from macros.progress import Tell
    from macros.sources.compared import Compared
    from macros.sources.observations import Observations
    from macros.sources.published import PublishedCodes
    from macros.sources.revision import Held
    from macros.sources.yaml_file import Written

# The rows of one provider, by code set and code as printed, then by revision; a code that was
# observed alone has none, nor has one whose rows nobody can read.
Rows = dict[tuple[str, str], dict[str, list[Row]]]
# Where revisions list codes in rows that nobody can read.
Unreads = dict[tuple[str, str], list[Unread]]

PROVIDER_FILE = "provider.yml"
_MANUAL = "data/README.md describes how the folder is laid out."


def load(
    data: Path,
    reserved: Iterable[str] = (),
    kept: Kept | None = None,
    tell: Tell = silent,
) -> dict[str, Catalog]:
    """Read all providers below the folder `data`.

    Args:
        data: the folder; errors and rows name files by its name and what follows.
        reserved: further names that no provider may have, such as those of hand-written pages.
        kept: what was read before.
        tell: is told what is being read.

    Returns:
        the catalogs by provider id, in the order of the ids.

    Raises:
        ProblemsError: with everything that is wrong, in one go.
    """
    kept = kept or Kept(lasting=False)
    problems: list[Problem] = []
    catalogs: dict[str, Catalog] = {}
    descriptions: dict[str, Written[Provider]] = {}
    taken = {*addresses.RESERVED_PROVIDERS, *reserved}
    folders = sorted(path for path in data.iterdir() if path.is_dir())
    for number, folder in enumerate(folders, start=1):
        tell(f"reading {folder.name}, provider {number} of {len(folders)}")
        try:
            catalogs[folder.name], descriptions[folder.name] = kept.get(
                ("catalog", folder.name),
                _contents(folder),
                partial(_catalog, folder, f"{data.name}/{folder.name}"),
            )
        except ProblemsError as error:
            problems.extend(error.problems)
        if folder.name in taken:
            what = f'the provider id "{folder.name}" is the name of a page or folder of the site.'
            problems.append(Problem(f"{data.name}/{folder.name}", 0, what, "Rename the folder."))
    problems.extend(_alias_problems(descriptions, taken))
    if not catalogs and not problems:
        problems.append(Problem(data.name, 0, "there is no provider here.", _MANUAL))
    if problems:
        raise ProblemsError(problems)
    return catalogs


def _contents(folder: Path) -> tuple[str | bytes, ...]:
    """Return the names of all files of a provider, with a digest of each that is read here."""
    names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    return (*names, *(digest(folder / name) for name in names if name != notes.FILE))


def _catalog(folder: Path, name: str) -> tuple[Catalog, Written[Provider]]:
    path = folder / PROVIDER_FILE
    if not path.is_file():
        do = f"Write one, or remove the folder: {_MANUAL}"
        raise ProblemsError([Problem(f"{name}/{PROVIDER_FILE}", 0, "this file is missing.", do)])
    written = yaml_file.read(path, f"{name}/{PROVIDER_FILE}", Provider, id=folder.name)
    provider = written.content
    observed = observations.read(folder, name)
    promised = published.read_codes(folder, name)
    recorded = compared.read(folder, name)
    problems = [
        *_recorded_problems(recorded, provider),
        *_stray_files(folder, name, provider),
        *_unknown_code_sets(written),
        *_observed_problems(observed, provider),
    ]
    rows: Rows = {}
    unread: Unreads = {}
    for index, revision in enumerate(provider.revisions):
        for document in revision.documents:
            where = ("revisions", index, *document.path)
            for result in _read(folder, name, document, written, where):
                if isinstance(result, Problem):
                    problems.append(result)
                    continue
                place = result.code_set, result.code
                by_revision = rows.setdefault(place, {})
                if isinstance(result, Unreadable):
                    unread.setdefault(place, []).append(Unread(revision, result))
                else:
                    same = result.language == document.language
                    row = result if same else replace(result, language=document.language)
                    by_revision.setdefault(revision.id, []).append(row)
    if problems:
        raise ProblemsError(problems)
    known = _observed(observed)
    for place in known:
        rows.setdefault(place, {})
    anchors, problems = _anchors(provider, rows, known, unread, promised)
    problems += _broken_promises(name, provider, rows, promised)
    held, gone = _still(provider, rows, known)
    listed = tuple(_codes(provider, rows, anchors, held, unread))
    last = recorded.content.about(provider) if recorded else None
    catalog = Catalog(provider, listed, observed, gone, last)
    problems += [*_range_problems(catalog, written), *_success_problems(catalog)]
    problems += _given_addresses(written, promised)
    if problems:
        raise ProblemsError(problems)
    return catalog, written


def _stray_files(folder: Path, name: str, provider: Provider) -> Iterator[Problem]:
    ours = {PROVIDER_FILE, notes.FILE, observations.FILE, published.FILE, compared.FILE}
    held = (document for revision in provider.revisions for document in revision.documents)
    known = ours | {document.file for document in held}
    for path in sorted(folder.iterdir()):
        if path.name not in known and not path.name.startswith("."):
            do = "Describe it under `revisions` in provider.yml, or remove it."
            yield Problem(f"{name}/{path.name}", 0, "no revision names this file.", do)


def _recorded_problems(recorded: Written[Compared] | None, provider: Provider) -> Iterator[Problem]:
    known = [revision.id for revision in provider.revisions]
    if recorded and recorded.content.revision not in known:
        what = f'there is no revision "{recorded.content.revision}".'
        do = "Run `watch --record` again, or remove the file."
        yield recorded.problem(what, do, "revision")


def _unknown_code_sets(written: Written[Provider]) -> Iterator[Problem]:
    known = [code_set.id for code_set in written.content.code_sets]
    for index, revision in enumerate(written.content.revisions):
        for document in revision.documents:
            for code_set in document.described.reader.code_sets:
                if code_set not in known:
                    what = f'there is no code set "{code_set}".'
                    do = f"The code sets are {', '.join(known)}."
                    path = ("revisions", index, *document.path, "reader")
                    yield written.problem(what, do, *path)


def _observed_problems(written: Written[Observations], provider: Provider) -> Iterator[Problem]:
    """Yield a problem for each code set and order of codes that is wrong."""
    known = [code_set.id for code_set in provider.code_sets]
    for code_set, listed in written.content.codes.items():
        if code_set not in known:
            what = f'there is no code set "{code_set}".'
            yield written.problem(what, f"The code sets are {', '.join(known)}.", "codes", code_set)
        for before, after in pairwise(listed):
            if codes.order(after) < codes.order(before):
                what = f'"{after}" is not in its place, in the order of codes.'
                do = f'Move it before "{before}".'
                yield written.problem(what, do, "codes", code_set, after)


def _observed(written: Written[Observations]) -> dict[tuple[str, str], Observed]:
    """Return what is known beyond the documents, by code set and code as printed."""
    pages = {source.id: source for source in written.content.sources}
    known = {}
    for code_set, listed in written.content.codes.items():
        lines = written.lines("codes", code_set)
        for code, observation in listed.items():
            known[code_set, code] = Observed(observation, pages, written.name, lines[code])
    return known


def _read(
    folder: Path,
    name: str,
    document: Held,
    written: Written[Provider],
    place: tuple[str | int, ...],
) -> Iterator[Row | Unreadable | Problem]:
    """Yield the rows of a document, or its problems; `place` is where provider.yml names it."""
    path = folder / document.file
    if not path.is_file():
        what = f'the document "{document.file}" is missing.'
        do = f"Put it into {name}/, or mend its name."
        yield written.problem(what, do, *place, "file")
        return
    content = path.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != document.described.sha256:
        what = f"{name}/{document.file} is not the document described here: its sha256 is {found}."
        do = "Restore the document; write this checksum in only if it is new."
        yield written.problem(what, do, *place, "sha256")
        return
    try:
        text = decode(content, f"{name}/{document.file}")
    except ProblemsError as error:
        yield from error.problems
        return
    taken = reading.take_in(text, document.described.reader)
    yield from taken.results
    yield from taken.unreadable


def decode(content: bytes, file: str) -> Document:
    """Return a source document's text: without a byte order mark, lines ended by line feeds.

    Raises:
        ProblemsError: when it is not UTF-8.
    """
    content = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    do = "The readers take UTF-8 alone; look for a copy of the page in it."
    return Document(file, text_file.decoded(content, file, do))


def _anchors(
    provider: Provider,
    rows: Rows,
    known: dict[tuple[str, str], Observed],
    unread: Unreads,
    promised: PublishedCodes,
) -> tuple[dict[tuple[str, str], str], list[Problem]]:
    """Return the anchor of each code, by code set and code, and what is wrong with addresses.

    A published code keeps its anchor, whichever code set gains a code like it later. A new one has
    its printed form, or what `addresses` gives it; with its code set before it where a code of
    another set has that already.
    """
    anchors = {place: code.anchor for place, code in promised.items() if place in rows}
    owners = {addresses.segment(code.anchor): place for place, code in promised.items()}
    problems: list[Problem] = []
    code_sets = {code_set.id: code_set for code_set in provider.code_sets}
    ranks = {ident: rank for rank, ident in enumerate(code_sets)}

    def order(place: tuple[str, str]) -> tuple[object, ...]:
        """Sort what documents list before what was observed alone."""
        set_id, code = place
        return not (rows[place] or place in unread), ranks[set_id], codes.order(code)

    for place in sorted(rows.keys() - anchors.keys(), key=order):
        set_id, code = place
        anchor = code_sets[set_id].addresses.get(code, code)
        owner = owners.get(addresses.segment(anchor))
        if owner and anchor == code and owner[0] != set_id and owner[1] == code:
            anchor = f"{set_id}.{code}"
        segment = addresses.segment(anchor)
        if fault := _segment_fault(segment, code, owners):
            listed = [row for listing in rows[place].values() for row in listing]
            hidden = [one.place for one in unread.get(place, [])]
            places: list[Row | Unreadable | Observed] = [*listed, *hidden]
            said = places[0] if places else known[place]
            do = f'Give the code "{code}" another one under `addresses` of its code set.'
            problems.append(Problem(said.file, said.line, fault, do))
        owners[segment] = place
        anchors[place] = anchor
    return anchors, problems


def _segment_fault(segment: str, code: str, owners: dict[str, tuple[str, str]]) -> str | None:
    if owner := owners.get(segment):
        return f'the codes "{owner[1]}" and "{code}" would have the same address, "{segment}".'
    return addresses.segment_fault(segment)


def _codes(
    provider: Provider,
    rows: Rows,
    anchors: dict[tuple[str, str], str],
    known: dict[tuple[str, str], Observed],
    unread: Unreads,
) -> Iterator[Code]:
    """Yield the codes in order."""
    for code_set in provider.code_sets:
        printed = [code for set_id, code in rows if set_id == code_set.id]
        titles = {code: _section(rows[code_set.id, code], provider) for code in printed}
        # One heading above all codes is the title of the page.
        sectioned = len({title for title in titles.values() if title}) > 1
        for code in sorted(printed, key=codes.order):
            listings = _listings(provider, rows[code_set.id, code])
            anchor = anchors[code_set.id, code]
            code_range = next((span for span in code_set.ranges if span.holds(code)), None)
            segment = addresses.segment(anchor)
            place = code_set.id, code
            yield Code(
                *(provider, code_set, code, anchor, segment, code_range, listings),
                known.get(place),
                tuple(unread.get(place, ())),
                titles[code] if sectioned else None,
            )


def _listings(provider: Provider, by_revision: dict[str, list[Row]]) -> tuple[Listing, ...]:
    return tuple(
        Listing.of(revision, by_revision[revision.id])
        for revision in provider.revisions
        if revision.id in by_revision
    )


def _still(
    provider: Provider, rows: Rows, known: dict[tuple[str, str], Observed]
) -> tuple[dict[tuple[str, str], Observed], tuple[Overtaken, ...]]:
    """Return what is known of the codes and still counts, and what does not."""
    held: dict[tuple[str, str], Observed] = {}
    gone: list[Overtaken] = []
    for place, observed in known.items():
        listings = _listings(provider, rows[place])
        kept, overtaken = still(observed, place, listings, provider.latest)
        held |= {place: kept} if kept else {}
        gone += overtaken
    return held, tuple(gone)


def _section(by_revision: dict[str, list[Row]], provider: Provider) -> str | None:
    """Return the heading above a code in the newest document in which it can be read."""
    listed = [by_revision[one.id] for one in provider.revisions if one.id in by_revision]
    return listed[-1][0].section if listed else None


def _broken_promises(
    name: str, provider: Provider, rows: Rows, promised: PublishedCodes
) -> Iterator[Problem]:
    """Yield a problem for each published code that no document lists any more."""
    for (code_set, code), publication in promised.items():
        if (code_set, code) not in rows:
            segment = addresses.segment(publication.anchor)
            page = addresses.CODE(provider=provider.id, code=segment)
            what = (
                f'/{page} is published, and no document lists "{code}" of the code set'
                f' "{code_set}" any more.'
            )
            do = (
                "Put the revision or the observation back that lists it, or mend its reader: a code"
                " that the newest revision drops keeps its page, as long as an older one is held."
            )
            yield Problem(f"{name}/{published.FILE}", publication.line, what, do)


def _given_addresses(written: Written[Provider], promised: PublishedCodes) -> Iterator[Problem]:
    """Yield a problem for each address in provider.yml that stands against a published one."""
    for index, code_set in enumerate(written.content.code_sets):
        for code, given in code_set.addresses.items():
            publication = promised.get((code_set.id, code))
            if publication and publication.anchor != given:
                what = f'the code "{code}" is published as "{publication.anchor}".'
                do = f'Write "{publication.anchor}" here: published addresses never move.'
                yield written.problem(what, do, "code_sets", index, "addresses", code)


def _range_problems(catalog: Catalog, written: Written[Provider]) -> Iterator[Problem]:
    for set_index, code_set in enumerate(catalog.provider.code_sets):
        held = catalog.of(code_set)
        if not held:
            what = f'no document lists a code of the code set "{code_set.id}".'
            do = "Remove it, or mend the readers' options."
            yield written.problem(what, do, "code_sets", set_index, "id")
        for index, code_range in enumerate(code_set.ranges):
            if not any(code.range is code_range for code in held):
                what = f'no code stands in the range "{code_range.title}" ({code_range.span}).'
                do = "Mend its ends or remove it."
                yield written.problem(what, do, "code_sets", set_index, "ranges", index)
        unused = set(code_set.addresses) - {code.code for code in held}
        for printed in sorted(unused):
            what = f'no document lists the code "{printed}".'
            do = "Remove its address, or mend its spelling."
            yield written.problem(what, do, "code_sets", set_index, "addresses", printed)


def _success_problems(catalog: Catalog) -> Iterator[Problem]:
    """Hold the documents' own success columns against the code sets' lists of successes."""
    for code in catalog.codes:
        for row in (row for listing in code.listings for row in listing.all_rows):
            if row.success is not None and row.success is not code.success:
                says = "a success" if row.success else "no success"
                what = f'this line says that "{code.code}" is {says}; provider.yml says otherwise.'
                do = f'Mend `success` in the response of the code set "{code.code_set.id}".'
                yield Problem(row.file, row.line, what, do)


def _alias_problems(
    descriptions: dict[str, Written[Provider]], reserved: set[str]
) -> Iterator[Problem]:
    owners = dict.fromkeys([*descriptions, *reserved], "")
    for provider_id, written in descriptions.items():
        for index, alias in enumerate(written.content.aliases):
            if owners.setdefault(alias, provider_id) != provider_id:
                what = f'the alias "{alias}" already means something else.'
                yield written.problem(what, "Remove it.", "aliases", index)
