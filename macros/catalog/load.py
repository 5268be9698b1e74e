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
from typing import TYPE_CHECKING

from macros import addresses, codes
from macros.catalog import anchors, faults, hexadecimal, reading
from macros.catalog.catalog import Catalog, Overtaken
from macros.catalog.model import Code, Listing, Observed, Unread
from macros.catalog.overtaken import still
from macros.errors import Problem, ProblemsError
from macros.kept import Kept, digest
from macros.progress import silent
from macros.readers.rows import Document, Row, Unreadable
from macros.sources import compared, encodings, notes, observations, published, text_file, yaml_file
from macros.sources.provider import Provider

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from macros.catalog.anchors import Rows, Unreads
    from macros.progress import Tell
    from macros.sources.observations import Observations
    from macros.sources.revision import Held
    from macros.sources.yaml_file import Written

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
    problems.extend(faults.of_aliases(descriptions, taken))
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
        *faults.of_record(recorded, provider),
        *_stray_files(folder, name, provider),
        *faults.of_code_sets(written),
        *faults.of_observations(observed, provider),
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
    hexadecimal.join(provider, rows, unread, promised)
    known = _observed(observed, rows)
    for place in known:
        rows.setdefault(place, {})
    found, problems = anchors.find(provider, rows, known, unread, promised)
    problems += anchors.broken_promises(name, provider, rows, promised)
    held, gone = _still(provider, rows, known)
    listed = tuple(_codes(provider, rows, found, held, unread))
    last = recorded.content.about(provider) if recorded else None
    catalog = Catalog(provider, listed, observed, gone, last)
    problems += [*faults.of_ranges(catalog, written), *faults.of_successes(catalog)]
    problems += anchors.given_addresses(written, promised)
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


def _observed(written: Written[Observations], rows: Rows) -> dict[tuple[str, str], Observed]:
    """Return what is known beyond the documents, by code set and code as printed.

    Raises:
        ProblemsError: when a code is written in other capitals than the documents have.
    """
    if problems := [*faults.of_capitals(written, rows)]:
        raise ProblemsError(problems)
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
    guess = encodings.guess(content)
    do = (
        "The readers take UTF-8 alone: look for a copy of the page in it, or make one, perhaps with"
        f" `iconv -f {guess} -t UTF-8`."
    )
    if encodings.has_zeros(content):
        what = f"this file has zero bytes between its letters, as {guess} has."
        raise ProblemsError([Problem(file, 1, what, do)])
    return Document(file, text_file.decoded(content, file, do))


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
            code_range = code_set.range_of(code)
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
