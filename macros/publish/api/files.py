"""Every file for programs: atlas -> content by address, each made when it is asked for."""

from __future__ import annotations

import hashlib
import json
import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from macros import addresses
from macros.cached import cached_property
from macros.kept import Kept
from macros.publish import markdown, markdown_code, packs, report
from macros.publish.api import openapi, pack, spreadsheet
from macros.publish.api.code import Code
from macros.publish.api.condition import Conditions, RetryTable
from macros.publish.api.findings import Changes, Discrepancies
from macros.publish.api.interface import Index, NotFound, example
from macros.publish.api.provider import Catalog, Provider
from macros.publish.entry import entry_of
from macros.publish.packs import Packs

if TYPE_CHECKING:
    from pydantic import BaseModel

    from macros.atlas import Atlas
    from macros.catalog import model
    from macros.publish.entry import Entry

_SAMPLE = 12  # codes, as many as an excerpt has lines
_OPEN = "…"


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one code in the files that are about several, in UTF-8: there are many.

    Attributes:
        json: its JSON, in one line.
        rows: its lines of the spreadsheets.
        markdown: its page.
        single: its JSON in a file of its own; empty where there is none.
    """

    json: bytes
    rows: bytes
    markdown: bytes
    single: bytes


class Files(Mapping[str, str]):
    """The content of all files for programs, by address.

    Args:
        atlas: the atlas.
        base: what addresses begin with: the site's own address, or `/` where it does not know it.
        kept: what was said of codes before.
    """

    def __init__(self, atlas: Atlas, base: str, kept: Kept | None = None) -> None:
        self._atlas = atlas
        self._base = base
        self._kept = kept or Kept(lasting=False)
        self._packs = Packs.of(atlas)
        self._said: dict[str, Said] = {}
        self._shown: dict[str, bytes] = {}
        self._digests: dict[str, bytes] = {}

    def __getitem__(self, address: str) -> str:
        """Return the text of a file, to be shown on a page; it is kept until it is written."""
        made = self._shown[address] = self.content(address)
        return made.decode()

    def content(self, address: str) -> bytes:
        """Make a file, in UTF-8."""
        made = self._shown.pop(address, None) or self._makers[address]()
        self._digests[address] = hashlib.sha256(made).digest()
        return made

    def __iter__(self) -> Iterator[str]:
        """Yield the addresses, in the order in which making all takes least."""
        return iter(self._makers)

    def __len__(self) -> int:
        """Count the files."""
        return len(self._makers)

    def take(self, entry: Entry) -> None:
        """Keep what is said of a code; who has its entry at hand spares another one."""
        code = entry.code
        if code.url not in self._said:
            self._said[code.url] = self._kept.get(
                ("files", code.url),
                (entry, self._base, self._packs),
                lambda: self._of(entry),
                operator.eq,
            )

    def sample(self, address: str) -> str:
        """Return a file whose shape is to be shown, with a few of its codes.

        What holds for all files, and so only when all are made, is left open.
        """
        if address == addresses.API_INDEX():
            return self._index(_OPEN).decode()
        if address in self._of_codes:
            return self._of_codes[address](_SAMPLE).decode()
        return self[address]

    @cached_property
    def _makers(self) -> dict[str, Callable[[], bytes]]:
        return dict(
            [
                *self._singles(),
                *((address, partial(make, None)) for address, make in self._of_codes.items()),
                *self._in_packs(),
                *self._reviews(),
                *self._texts(),
                *self._descriptions(),
                (addresses.API_INDEX(), lambda: self._index(self._digest())),
            ]
        )

    def _link(self, target: str) -> str:
        return f"{self._base}{target}"

    def _of(self, entry: Entry) -> Said:
        shape = Code.of(entry, self._link)
        page = markdown_code.page(entry, self._link)
        single = _json(shape) if self._packs.single else b""
        json, rows = shape.model_dump_json().encode(), spreadsheet.rows(shape).encode()
        return Said(json, rows, page.encode(), single)

    def _about(self, code: model.Code) -> Said:
        if code.url not in self._said:
            self.take(entry_of(self._atlas, code))
        return self._said[code.url]

    def _singles(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        if self._packs.single:
            for code in self._atlas.codes:
                yield code.json_url, lambda code=code: self._about(code).single  # type: ignore[misc]
                yield code.markdown_url, lambda code=code: self._about(code).markdown  # type: ignore[misc]

    @cached_property
    def _of_codes(self) -> dict[str, Callable[[int | None], bytes]]:
        """What makes the files that have all codes, or so many of each provider, by address."""
        made: dict[str, Callable[[int | None], bytes]] = {
            addresses.API_CATALOG(): self._catalog,
            addresses.API_CATALOG_CSV(): lambda most: self._sheet(*self._atlas.catalogs, most=most),
        }
        for provider in self._atlas.catalogs:
            made[addresses.API_PROVIDER(provider=provider)] = partial(self._provider, provider)
            made[addresses.API_PROVIDER_CSV(provider=provider)] = partial(self._sheet_of, provider)
        return made

    def _catalog(self, most: int | None) -> bytes:
        head = _json(Catalog(schema_version=openapi.schema_version(), providers=[]))
        providers = (self._provider(provider, most).rstrip() for provider in self._atlas.catalogs)
        return _filled(head, providers)

    def _provider(self, provider: str, most: int | None) -> bytes:
        catalog = self._atlas.catalogs[provider]
        fields = self._atlas.reviews[provider].fields
        shape = Provider.of(catalog.provider, [], fields, catalog.compared, self._link)
        return _filled(_json(shape), (self._about(code).json for code in catalog.codes[:most]))

    def _sheet_of(self, provider: str, most: int | None) -> bytes:
        return self._sheet(provider, most=most)

    def _sheet(self, *providers: str, most: int | None) -> bytes:
        listed = (self._atlas.catalogs[provider].codes[:most] for provider in providers)
        return spreadsheet.text(self._about(code).rows for codes in listed for code in codes)

    def _in_packs(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        for name in self._packs.names:
            yield addresses.API_PACK(pack=name), partial(self._pack, name)
            yield addresses.MARKDOWN_PACK(pack=name), partial(self._markdown_pack, name)

    @cached_property
    def _by_pack(self) -> dict[str, list[model.Code]]:
        held: dict[str, list[model.Code]] = {name: [] for name in self._packs.names}
        for code in self._atlas.codes:
            held[self._packs.name_for(code.code)].append(code)
        return held

    def _pack(self, name: str) -> bytes:
        shown: dict[str, list[bytes]] = {}
        for code in self._by_pack[name]:
            shown.setdefault(packs.key_of(code.code), []).append(self._about(code).json)
        return pack.text(name, shown)

    def _markdown_pack(self, name: str) -> bytes:
        codes = self._by_pack[name]
        pages = (
            (f"{code.provider.id}/{code.address}", self._about(code).markdown) for code in codes
        )
        return markdown.pack(name, pages)

    def _reviews(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        atlas = self._atlas
        yield addresses.API_CONDITIONS(), lambda: _json(Conditions.of(atlas.conditions, self._link))
        yield addresses.API_CHANGES(), lambda: _json(Changes.of(atlas.reviews.values()))
        yield addresses.API_DISCREPANCIES(), lambda: _json(Discrepancies.of(atlas.reviews.values()))
        for provider in atlas.catalogs:
            yield addresses.API_RETRY(provider=provider), partial(self._retry, provider)

    def _retry(self, provider: str) -> bytes:
        return _json(RetryTable.of(self._atlas.catalogs[provider], self._atlas.conditions))

    def _texts(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        atlas, link = self._atlas, self._link
        for provider, review in atlas.reviews.items():
            address = addresses.REPORT_MARKDOWN(provider=provider)
            yield address, lambda review=review: report.markdown(review, link).encode()  # type: ignore[misc]
        yield addresses.LLMS(), lambda: markdown.llms(atlas, link).encode()
        yield addresses.LLMS_FULL(), lambda: markdown.llms_full(atlas).encode()

    def _descriptions(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        """Yield what describes the others."""
        atlas, base = self._atlas, self._base
        yield addresses.API_NOT_FOUND(), lambda: _json(NotFound.of(atlas, self._link))
        for address, schema in openapi.schemas(base):
            yield address, partial(_dumped, schema)
        description = partial(openapi.description, atlas, base, example(atlas))
        yield addresses.API_OPENAPI(), lambda: _dumped(description())

    def _index(self, digest: str) -> bytes:
        return _json(Index.of(self._atlas, openapi.schema_version(), digest, self._link))

    def _digest(self) -> str:
        """Return the digest of all other files, which are made where nobody asked for them yet."""
        others = sorted(address for address in self._makers if address != addresses.API_INDEX())
        for address in others:
            if address not in self._digests:
                self.content(address)
        return hashlib.sha256(b"".join(map(self._digests.__getitem__, others))).hexdigest()


def _filled(text: bytes, items: Iterable[bytes]) -> bytes:
    """Return an object whose last list, now empty, has items, each in lines of its own."""
    head, empty, _ = text.rpartition(b"[]")
    assert empty, "the list comes last"
    return b"".join([head, b"[\n", b",\n".join(items), b"\n]\n}\n"])


def _json(shape: BaseModel) -> bytes:
    return f"{shape.model_dump_json(indent=1)}\n".encode()


def _dumped(data: dict[str, Any]) -> bytes:
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()
