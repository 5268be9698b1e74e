"""The parts of the page for programs: addresses, bodies, verdicts, examples -> HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from macros import addresses
from macros.publish import retries
from macros.publish.api import openapi
from macros.publish.api.excerpts import excerpt
from macros.publish.api.interface import endpoints
from macros.publish.api.interface import example as example_of
from macros.publish.html.environment import TEMPLATES, Context, render
from macros.publish.packs import Packs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.atlas import Atlas
    from macros.publish.api.files import Files
    from macros.publish.api.interface import Endpoint
    from macros.publish.html.environment import Link
    from macros.sources.conditions import Retry
    from macros.sources.provider import CodeSet, Provider

_ANY_SITE = "https://atlas.example"  # in examples, until the site knows its address


@dataclass(frozen=True, slots=True)
class ShownEndpoint:
    """An address for programs with a part of one file that is there.

    Attributes:
        endpoint: the address.
        path: the file's.
        schema: the address of its schema; None where it has none.
        excerpt: the part.
    """

    endpoint: Endpoint
    path: str
    schema: str | None
    excerpt: str


@dataclass(frozen=True, slots=True)
class Programs(Context):
    """Every address for programs."""

    template: ClassVar[str] = "programs.html"

    shown: list[ShownEndpoint]


@dataclass(frozen=True, slots=True)
class Bodies(Context):
    """Where a program finds the codes in bodies."""

    template: ClassVar[str] = "bodies.html"

    sets: list[tuple[Provider, CodeSet]]


@dataclass(frozen=True, slots=True)
class Verdicts(Context):
    """How a client uses the retry tables, whose addresses are `tables`."""

    template: ClassVar[str] = "verdicts.html"

    tables: list[str]
    verdicts: Mapping[Retry, str]
    waits: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SingleFiles(Context):
    """Whether each code has files of its own, which it has up to `most` codes."""

    template: ClassVar[str] = "single_files.html"

    single: bool
    most: int


@dataclass(frozen=True, slots=True)
class Versions(Context):
    """What is new in each version of the shapes: fields as `Code.message`, and addresses."""

    template: ClassVar[str] = "versions.html"

    versions: Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class ExampleProgram(Context):
    """An example of a program: the name of its file, and its text."""

    template: ClassVar[str] = "example.html"

    name: str
    text: str


def programs(files: Files, atlas: Atlas, link: Link) -> str:
    """Return every address for programs, with an excerpt of a file there.

    Args:
        files: the content of all files for programs, by address.
        atlas: the atlas, whose files they are.
        link: makes a link of an address.
    """
    shown = []
    for endpoint in endpoints(atlas):
        path = endpoint.address(**example_of(atlas)._asdict())
        text = excerpt(files.sample(path), endpoint.address.media_type)
        shown.append(ShownEndpoint(endpoint, path, endpoint.schema, text))
    return render(Programs(shown), link)


def bodies(atlas: Atlas, link: Link) -> str:
    """Return where a program finds the codes in bodies."""
    sets = [(provider, code_set) for provider in atlas.providers for code_set in provider.code_sets]
    return render(Bodies(sets), link)


def verdicts(atlas: Atlas, link: Link) -> str:
    """Return how a client uses the retry tables."""
    tables = [addresses.API_RETRY(provider=provider) for provider in atlas.catalogs]
    return render(Verdicts(tables, retries.DOES, retries.WAITS), link)


def single_files(atlas: Atlas, link: Link) -> str:
    """Return whether each code has files of its own beside its pack."""
    return render(SingleFiles(Packs.of(atlas).single, atlas.settings.single_files), link)


def versions(link: Link) -> str:
    """Return what is new in each version of the shapes, newest first."""
    return render(Versions(dict(reversed(openapi.versions().items()))), link)


def example(name: str, site_url: str, link: Link) -> str:
    """Return an example of a program, as code.

    Args:
        name: its file, in `templates/examples`.
        site_url: the site's full address; empty where it does not know its own.
        link: makes a link of an address.
    """
    text = (TEMPLATES / "examples" / name).read_text(encoding="utf-8")
    if site_url:
        text = text.replace(_ANY_SITE, site_url.rstrip("/"))
    return render(ExampleProgram(name, text), link)
