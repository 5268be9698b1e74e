"""What is not here held against what is: a mark stands for one product, and for none of ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from macros.catalog.load import PROVIDER_FILE
from macros.errors import Problem, ProblemsError
from macros.sources import others as others_file
from macros.sources.yaml_file import YamlFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from macros.catalog.catalog import Catalog
    from macros.sources.others import Other
    from macros.sources.provider import Provider


@dataclass(frozen=True, slots=True)
class _Placed:
    """One that is not here, and where it is written: the file below `data`, the way to it there."""

    other: Other
    file: str
    place: tuple[str, int]


def load(data: Path, catalogs: Mapping[str, Catalog]) -> tuple[Other, ...]:
    """Read the vendors that are not here, and hold them and all sisters against the providers.

    Args:
        data: the folder.
        catalogs: all catalogs, by provider.

    Returns:
        those of `others.yml`; sisters stand with their provider.

    Raises:
        ProblemsError: with each id or mark that stands twice, and each mark that is one of ours.
    """
    others = tuple(others_file.read(data).content.others)
    providers = [catalog.provider for catalog in catalogs.values()]
    placed = [
        *(
            _Placed(sister, f"{provider.id}/{PROVIDER_FILE}", ("sisters", index))
            for provider in providers
            for index, sister in enumerate(provider.sisters)
        ),
        *(
            _Placed(other, others_file.FILE, ("others", index))
            for index, other in enumerate(others)
        ),
    ]
    problems = [*_doubled(data, placed), *_ours(data, placed, providers)]
    if problems:
        raise ProblemsError(problems)
    return others


def _problem(data: Path, placed: _Placed, what: str, do: str, *below: str | int) -> Problem:
    name = f"{data.name}/{placed.file}"
    # Lines matter only now that something is wrong.
    line = YamlFile(data / placed.file, name).line(*placed.place, *below)
    return Problem(name, line, what, do)


def _doubled(data: Path, placed: list[_Placed]) -> Iterator[Problem]:
    ids: set[str] = set()
    seen: list[tuple[str, str, str]] = []
    for one in placed:
        if one.other.id in ids:
            what = f'there are two others "{one.other.id}".'
            yield _problem(data, one, what, "Keep one.", "id")
        ids.add(one.other.id)
        for kind, marks in one.other.marks.items():
            for index, mark in enumerate(marks):
                compared = "words" if kind == "places" else kind
                for other_kind, other_mark, owner in seen:
                    if compared == other_kind and _meet(kind, mark, other_mark):
                        what = f'"{mark}" stands for "{owner}" already.'
                        do = "Keep one: a mark tells one product from all others."
                        yield _problem(data, one, what, do, kind, index)
                seen.append((compared, mark, one.other.id))


def _meet(kind: str, mark: str, other: str) -> bool:
    """Tell whether a text can bear two marks of one kind in one place."""
    if kind == "hosts":
        return mark == other or mark.endswith(f".{other}") or other.endswith(f".{mark}")
    return _bare(mark) == _bare(other)


def _bare(mark: str) -> str:
    """Return a word or a key as the search compares it."""
    return mark.lower().replace(" ", "").replace("-", "")


def _ours(data: Path, placed: list[_Placed], providers: list[Provider]) -> Iterator[Problem]:
    for one in placed:
        for provider in providers:
            for kind, index, mark, whose in _taken(one.other, provider):
                what = f'"{mark}" is {whose} of the provider "{provider.id}".'
                do = "Remove it, or choose one that the provider's own texts do not have."
                yield _problem(data, one, what, do, kind, index)


def _taken(other: Other, provider: Provider) -> Iterator[tuple[str, int, str, str]]:
    """Yield the marks that a provider's texts bear, too: kind, index, mark, what it is there."""
    names = [_bare(name) for name in provider.names]
    hosts = _hosts(provider)
    keys = {
        key.removesuffix("[]").lower()
        for code_set in provider.code_sets
        for path in (*code_set.response.code, *code_set.response.message)
        for key in path.split(".")
    }
    for kind in ("words", "places"):
        for index, word in enumerate(other.marks[kind]):
            if any(_bare(word) in name for name in names):
                yield kind, index, word, "in a name"
    for index, host in enumerate(other.hosts):
        if any(own == host or own.endswith(f".{host}") for own in hosts):
            yield "hosts", index, host, "a host"
    for index, key in enumerate(other.keys):
        if key.lower() in keys:
            yield "keys", index, key, "a key"


def _hosts(provider: Provider) -> set[str]:
    pages = [provider.official.url, *(revision.source for revision in provider.revisions)]
    return {host for page in pages if (host := urlsplit(page).hostname)}
