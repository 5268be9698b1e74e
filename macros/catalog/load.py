"""All providers, read and checked: the folder `data/` -> an `Atlas`.

In order: 1. each `provider.yml` is read into its model; 2. each document is held against its
checksum and read; 3. the rows become codes, each with an address and an anchor that nothing else
has. Every problem of every provider is collected; any problem at all means no atlas.
"""

from __future__ import annotations

import codecs
import hashlib
from typing import TYPE_CHECKING

from macros import codes, readers
from macros.catalog.model import Atlas, Catalog, Code, Document, Listing, Row
from macros.errors import Problem, ProblemsError
from macros.sources.provider import Provider
from macros.sources.yaml_file import YamlFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from macros.sources.provider import CodeSet, Revision

# First path segments that the site has or is going to have for pages that are no provider's.
RESERVED_IDS = frozenset(
    "api assets catalog changes codes compare conditions contributing discrepancies feed"
    " images index javascripts llms openapi opensearch programs retry robots schema search"
    " sitemap sources stylesheets".split()
)
_MANUAL = "data/README.md describes how the folder is laid out."


def load(data: Path, reserved: Iterable[str] = ()) -> Atlas:
    """Read all providers below the folder `data`.

    Args:
        data: the folder; errors and rows name files by its name and what follows.
        reserved: further names that no provider may have, such as those of hand-written pages.

    Raises:
        ProblemsError: with everything that is wrong, in one go.
    """
    problems: list[Problem] = []
    catalogs: dict[str, Catalog] = {}
    for folder in sorted(path for path in data.iterdir() if path.is_dir()):
        try:
            catalogs[folder.name] = _catalog(folder, f"{data.name}/{folder.name}")
        except ProblemsError as error:
            problems.extend(error.problems)
        if folder.name in {*RESERVED_IDS, *reserved}:
            what = f'the provider id "{folder.name}" is the name of a page or folder of the site.'
            problems.append(Problem(f"{data.name}/{folder.name}", 0, what, "Rename the folder."))
    problems.extend(_alias_problems(catalogs, data.name, {*RESERVED_IDS, *reserved}))
    if not catalogs and not problems:
        problems.append(Problem(data.name, 0, "there is no provider here.", _MANUAL))
    if problems:
        raise ProblemsError(problems)
    return Atlas(catalogs)


def _catalog(folder: Path, name: str) -> Catalog:
    path = folder / "provider.yml"
    if not path.is_file():
        do = f"Write one, or remove the folder: {_MANUAL}"
        raise ProblemsError([Problem(f"{name}/provider.yml", 0, "this file is missing.", do)])
    file = YamlFile(path, f"{name}/provider.yml")
    provider = file.check(Provider, id=folder.name)
    problems = [*_stray_files(folder, name, provider), *_unknown_code_sets(provider, file)]
    rows: dict[tuple[str, str], dict[str, list[Row]]] = {}
    for index, revision in enumerate(provider.revisions):
        for result in _read(folder, name, revision, file, index):
            if isinstance(result, Problem):
                problems.append(result)
            else:
                listed = rows.setdefault((result.code_set, result.code), {})
                listed.setdefault(revision.id, []).append(result)
    if problems:
        raise ProblemsError(problems)
    catalog = Catalog(provider, tuple(_codes(provider, rows, problems)))
    problems += [*_range_problems(catalog, file), *_success_problems(catalog)]
    if problems:
        raise ProblemsError(problems)
    return catalog


def _stray_files(folder: Path, name: str, provider: Provider) -> Iterator[Problem]:
    known = {"provider.yml", "notes.yml", *(revision.file for revision in provider.revisions)}
    for path in sorted(folder.iterdir()):
        if path.name not in known and not path.name.startswith("."):
            do = "Describe it under `revisions` in provider.yml, or remove it."
            yield Problem(f"{name}/{path.name}", 0, "no revision names this file.", do)


def _unknown_code_sets(provider: Provider, file: YamlFile) -> Iterator[Problem]:
    known = [code_set.id for code_set in provider.code_sets]
    for index, revision in enumerate(provider.revisions):
        for place in getattr(revision.reader, "tables", [revision.reader]):
            if place.code_set not in known:
                what = f'there is no code set "{place.code_set}".'
                line = file.line("revisions", index, "reader")
                yield Problem(file.name, line, what, f"The code sets are {', '.join(known)}.")


def _read(
    folder: Path, name: str, revision: Revision, file: YamlFile, index: int
) -> Iterator[Row | Problem]:
    path = folder / revision.file
    if not path.is_file():
        line = file.line("revisions", index, "file")
        what = f'the document "{revision.file}" is missing.'
        yield Problem(file.name, line, what, f"Put it into {name}/, or mend its name.")
        return
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    if digest != revision.sha256:
        line = file.line("revisions", index, "sha256")
        what = f"{name}/{revision.file} is not the document described here: its sha256 is {digest}."
        do = "Restore the document; write this checksum in only if it is new."
        yield Problem(file.name, line, what, do)
        return
    try:
        document = decode(content, f"{name}/{revision.file}")
    except ProblemsError as error:
        yield from error.problems
        return
    yield from readers.read(document, revision.reader)


def decode(content: bytes, file: str) -> Document:
    """Return a source document's text: without a byte order mark, lines ended by line feeds.

    Raises:
        ProblemsError: when it is not UTF-8.
    """
    content = content.removeprefix(codecs.BOM_UTF8)
    content = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        return Document(file, content.decode())
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        do = "The readers take UTF-8 alone; look for a copy of the page in it."
        raise ProblemsError([Problem(file, line, "this line is not UTF-8.", do)]) from None


def _codes(
    provider: Provider,
    rows: dict[tuple[str, str], dict[str, list[Row]]],
    problems: list[Problem],
) -> Iterator[Code]:
    """Yield the codes in order, each with its address; problems with addresses go to `problems`."""
    owners: dict[str, tuple[str, str]] = {}
    for code_set in provider.code_sets:
        printed = (code for set_id, code in rows if set_id == code_set.id)
        for code in sorted(printed, key=codes.order):
            listed = rows[code_set.id, code]
            anchor = _anchor(code_set, code, owners)
            address = codes.address(anchor)
            if fault := _address_fault(address, code, owners):
                row = next(iter(listed.values()))[0]
                do = f'Give the code "{code}" another one under `addresses` of its code set.'
                problems.append(Problem(row.file, row.line, fault, do))
            owners[address] = (code_set.id, code)
            listings = tuple(
                Listing(revision, tuple(listed[revision.id]))
                for revision in provider.revisions
                if revision.id in listed
            )
            stretch = next((one for one in code_set.ranges if one.holds(code)), None)
            yield Code(provider, code_set, code, anchor, address, stretch, listings)


def _anchor(code_set: CodeSet, code: str, owners: dict[str, tuple[str, str]]) -> str:
    """The printed form; with its code set before it when an earlier code set has the same code."""
    if code in code_set.addresses:
        return code_set.addresses[code]
    owner = owners.get(codes.address(code))
    clashes = owner is not None and owner[0] != code_set.id and owner[1] == code
    return f"{code_set.id}.{code}" if clashes else code


def _address_fault(address: str, code: str, owners: dict[str, tuple[str, str]]) -> str | None:
    if owner := owners.get(address):
        return f'the codes "{owner[1]}" and "{code}" would have the same address, "{address}".'
    return codes.address_fault(address)


def _range_problems(catalog: Catalog, file: YamlFile) -> Iterator[Problem]:
    for set_index, code_set in enumerate(catalog.provider.code_sets):
        listed = catalog.of(code_set)
        if not listed:
            line = file.line("code_sets", set_index, "id")
            what = f'no document lists a code of the code set "{code_set.id}".'
            yield Problem(file.name, line, what, "Remove it, or mend the readers' options.")
        for index, stretch in enumerate(code_set.ranges):
            if not any(code.range is stretch for code in listed):
                line = file.line("code_sets", set_index, "ranges", index)
                what = f'no code stands in the range "{stretch.title}" ({stretch.span}).'
                yield Problem(file.name, line, what, "Mend its ends or remove it.")
        unused = set(code_set.addresses) - {code.code for code in listed}
        for printed in sorted(unused):
            line = file.line("code_sets", set_index, "addresses", printed)
            what = f'no document lists the code "{printed}".'
            yield Problem(file.name, line, what, "Remove its address, or mend its spelling.")


def _success_problems(catalog: Catalog) -> Iterator[Problem]:
    """Hold the documents' own success columns against the code sets' lists of successes."""
    for code in catalog.codes:
        for row in (row for listing in code.listings for row in listing.rows):
            if row.success is not None and row.success is not code.success:
                says = "a success" if row.success else "no success"
                what = f'this line says that "{code.code}" is {says}; provider.yml says otherwise.'
                do = f'Mend `success` in the response of the code set "{code.code_set.id}".'
                yield Problem(row.file, row.line, what, do)


def _alias_problems(
    catalogs: dict[str, Catalog], data: str, reserved: set[str]
) -> Iterator[Problem]:
    owners = dict.fromkeys([*catalogs, *reserved], "")
    for provider_id, catalog in catalogs.items():
        for alias in catalog.provider.aliases:
            if owners.setdefault(alias, provider_id) != provider_id:
                what = f'the alias "{alias}" already means something else.'
                yield Problem(f"{data}/{provider_id}/provider.yml", 0, what, "Remove it.")
