"""What the site promises to keep: atlas, hand-written pages -> addresses, held against the lists.

Promised are pages, rows of codes, files for programs, feeds and source documents; where another
name of a provider leads; the anchors of conditions, families, code sets on the page of responses,
sources, and what changed from one revision to the next, with the kinds of changes. Not promised are
the other anchors: where a section begins moves with what is in it; and not the files that go by the
rule of `packs`: packs, and the JSON and Markdown of single codes.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import combinations
from typing import TYPE_CHECKING

from macros import addresses
from macros.errors import Problem
from macros.kinds import Kind
from macros.publish import feed, parts
from macros.publish.api import openapi
from macros.publish.api.interface import ENDPOINTS, schema_address
from macros.sources import published, told

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from macros.atlas import Atlas
    from macros.catalog.catalog import Catalog
    from macros.publish.parts import Limits


_ADD = "Run `make published`, and commit what it adds."


def promised(
    atlas: Atlas, docs: Path, listed: Collection[str] = (), limits: Limits = parts.LIMITS
) -> list[str]:
    """Return all addresses that are about no single code, sorted, without a slash before.

    Args:
        atlas: the atlas.
        docs: the folder of the hand-written pages.
        listed: what is promised already.
        limits: how large a page of a catalog may be.
    """
    kept = {*_written(docs), *_of_everything(atlas)}
    for catalog in atlas.catalogs.values():
        kept |= {*_of_provider(catalog)}
        cut = parts.cut(catalog, limits, parts.kept_of(catalog, listed))
        kept |= {parts.address(catalog, name) for name in cut.named}
    return sorted(kept)


def _written(docs: Path) -> Iterator[str]:
    for path in docs.rglob("*.md"):
        page = path.relative_to(docs).with_suffix("")
        folder = page.parent if page.name in {"index", "README"} else page
        yield "" if folder == folder.parent else f"{folder.as_posix()}/"


def _of_everything(atlas: Atlas) -> Iterator[str]:
    yield addresses.FEED()
    yield addresses.OPENSEARCH()
    yield addresses.API_NOT_FOUND()
    for endpoint in ENDPOINTS:
        if "{" not in endpoint.address.template:
            yield endpoint.address()
    for shape in openapi.shapes():
        yield schema_address(shape)
    for family, conditions in atlas.conditions.by_family:
        yield addresses.FAMILY(family=family.id)
        for condition in conditions:
            yield addresses.CONDITION(condition=condition.id)


def _of_provider(catalog: Catalog) -> Iterator[str]:
    provider = catalog.provider
    for address in addresses.OF_A_PROVIDER:
        yield address(provider=provider.id)
    yield addresses.SOURCE(provider=provider.id)
    for alias in provider.aliases_in_paths:
        other = addresses.CATALOG(provider=alias)
        yield f"{other} /{addresses.CATALOG(provider=provider.id)}"
    for code_set in provider.code_sets:
        yield addresses.RESPONSE(provider=provider.id, code_set=code_set.id)
    for revision in provider.revisions:
        for document in revision.documents:
            yield addresses.DOCUMENT(provider=provider.id, revision=document.name)
    yield addresses.DISPUTED(provider=provider.id)
    yield addresses.WRONG(provider=provider.id)
    for before, after in provider.steps:
        yield addresses.STEP(provider=provider.id, before=before.id, after=after.id)
        for kind in Kind:
            yield addresses.CHANGES_OF_KIND(provider=provider.id, kind=kind, after=after.id)


def _of_old_steps(catalog: Catalog) -> Iterator[str]:
    """Yield the steps that are none any more, and stay on the page with their kinds of changes.

    A step becomes two when a revision is taken in between, and goes when one is retracted.
    """
    provider = catalog.provider
    for before, after in combinations(provider.revisions, 2):
        yield addresses.STEP(provider=provider.id, before=before.id, after=after.id)
    for after in provider.revisions[1:]:
        for kind in Kind:
            yield addresses.CHANGES_OF_KIND(provider=provider.id, kind=kind, after=after.id)


def problems(atlas: Atlas, data: Path, docs: Path) -> Iterator[Problem]:
    """Yield a problem for each promised address that is gone, and for what is in no list yet.

    Codes that are gone are the catalog's matter: without them there is no atlas.

    Args:
        atlas: the atlas.
        data: the folder with the lists.
        docs: the folder of the hand-written pages.
    """
    listed = published.read(data)
    now = promised(atlas, docs, listed)
    old_steps = {step for catalog in atlas.catalogs.values() for step in _of_old_steps(catalog)}
    for address, line in listed.items():
        if address not in now and address not in old_steps:
            what = f"/{address} is published, and nothing is there any more."
            do = "Put it back: addresses are permanent. A page that moved leaves one behind."
            yield Problem(f"{data.name}/{published.FILE}", line, what, do)
    missing = sum(address not in listed for address in now)
    if missing:
        yield _missing(f"{data.name}/{published.FILE}", missing, "addresses")
    said = told.read(data)
    since = feed.told(atlas.reviews.values(), said, date.min)
    if anew := sum(said.get(entry) != one for entry, one in since.items()):
        what = f"entries of the feeds that say something new: {anew}."
        yield Problem(f"{data.name}/{told.FILE}", 0, what, _ADD)
    for provider_id, catalog in atlas.catalogs.items():
        name = f"{data.name}/{provider_id}"
        known = published.read_codes(data / provider_id, name)
        if not known and addresses.CATALOG(provider=provider_id) in listed:
            what = "the list of this provider's codes is gone, and its addresses are published."
            yield Problem(f"{name}/{published.FILE}", 0, what, "Restore the file.")
        elif new := sum(code.place not in known for code in catalog.codes):
            yield _missing(f"{name}/{published.FILE}", new, "codes")


def _missing(name: str, count: int, noun: str) -> Problem:
    what = f"{noun} that are not listed here yet: {count}."
    return Problem(name, 0, what, _ADD)


def write(atlas: Atlas, data: Path, docs: Path, today: date | None = None) -> None:
    """Add to the lists what is new; take nothing away.

    Args:
        atlas: the atlas.
        data: the folder with the lists.
        docs: the folder of the hand-written pages.
        today: the day from which on entries of the feeds say what they did not say before.

    Args:
        atlas: the atlas.
        data: the folder with the lists.
        docs: the folder of the hand-written pages.
    """
    listed = published.read(data)
    lines = {f"/{address}" for address in (*listed, *promised(atlas, docs, listed))}
    _write(data / published.FILE, sorted(lines))
    day = today or datetime.now(tz=UTC).date()
    told.write(data, feed.told(atlas.reviews.values(), told.read(data), day))
    for provider_id, catalog in atlas.catalogs.items():
        known = published.read_codes(data / provider_id, provider_id)
        codes = [f"{code.anchor} {code.code_set.id} {code.code}" for code in catalog.codes]
        assert known.keys() <= {code.place for code in catalog.codes}
        _write(data / provider_id / published.FILE, codes)


def _write(path: Path, lines: list[str]) -> None:
    path.write_text(published.HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")
