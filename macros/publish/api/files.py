"""Every file for programs: atlas -> (address, content)."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from macros import addresses
from macros.publish import markdown, packs, report
from macros.publish.api import openapi, pack, spreadsheet
from macros.publish.api.code import Code
from macros.publish.api.condition import Conditions, RetryTable
from macros.publish.api.findings import Changes, Discrepancies
from macros.publish.api.interface import Index, NotFound, example
from macros.publish.api.provider import Catalog, Provider
from macros.publish.entry import entry_of
from macros.publish.packs import Packs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from macros.atlas import Atlas
    from macros.publish.api.fields import Link
    from macros.publish.entry import Entry


def files(atlas: Atlas, base: str) -> dict[str, str]:
    """Return the content of all files for programs, by address.

    Args:
        atlas: the atlas.
        base: what addresses begin with: the site's own address, or `/` where it does not know it.
    """

    def link(target: str) -> str:
        return f"{base}{target}"

    entries = {code.url: entry_of(atlas, code) for code in atlas.codes}
    codes = {url: Code.of(entry, link) for url, entry in entries.items()}
    content = dict(
        [
            *_catalogs(atlas, codes, link),
            *_reviews(atlas, link),
            *_codes(Packs.of(atlas), entries, codes, link),
            *_texts(atlas, link),
            *_descriptions(atlas, base),
        ]
    )
    digest = hashlib.sha256("".join(content.values()).encode()).hexdigest()
    return {
        addresses.API_INDEX(): _json(Index.of(atlas, openapi.schema_version(), digest, link)),
        **content,
    }


def _catalogs(atlas: Atlas, codes: dict[str, Code], link: Link) -> Iterator[tuple[str, str]]:
    providers = [
        Provider.of(
            catalog.provider,
            [codes[code.url] for code in catalog.codes],
            atlas.reviews[provider_id].fields,
            catalog.compared,
            link,
        )
        for provider_id, catalog in atlas.catalogs.items()
    ]
    everything = Catalog(schema_version=openapi.schema_version(), providers=providers)
    yield addresses.API_CATALOG(), _json(everything)
    sheets = {provider.id: spreadsheet.csv_text(provider.codes) for provider in providers}
    yield addresses.API_CATALOG_CSV(), spreadsheet.joined([*sheets.values()])
    for provider in providers:
        yield addresses.API_PROVIDER(provider=provider.id), _json(provider)
        yield addresses.API_PROVIDER_CSV(provider=provider.id), sheets[provider.id]


def _reviews(atlas: Atlas, link: Link) -> Iterator[tuple[str, str]]:
    yield addresses.API_CONDITIONS(), _json(Conditions.of(atlas.conditions, link))
    yield addresses.API_CHANGES(), _json(Changes.of(atlas.reviews.values()))
    yield addresses.API_DISCREPANCIES(), _json(Discrepancies.of(atlas.reviews.values()))
    for provider_id, catalog in atlas.catalogs.items():
        table = RetryTable.of(catalog, atlas.conditions)
        yield addresses.API_RETRY(provider=provider_id), _json(table)


def _codes(
    rule: Packs, entries: dict[str, Entry], codes: dict[str, Code], link: Link
) -> Iterator[tuple[str, str]]:
    """Yield the JSON and the Markdown of each code: in packs, and in files where these are few."""
    shown: dict[str, dict[str, list[Code]]] = {name: {} for name in rule.names}
    texts: dict[str, list[tuple[str, str]]] = {name: [] for name in rule.names}
    for url, entry in entries.items():
        code, page = entry.code, markdown.code_page(entry, link)
        if rule.single:
            yield code.json_url, _json(codes[url])
            yield code.markdown_url, page
        name = rule.name_for(code.code)
        shown[name].setdefault(packs.key_of(code.code), []).append(codes[url])
        texts[name].append((f"{code.provider.id}/{code.address}", page))
    for name in rule.names:
        yield addresses.API_PACK(pack=name), pack.text(name, shown[name])
        yield addresses.MARKDOWN_PACK(pack=name), markdown.pack(name, texts[name])


def _texts(atlas: Atlas, link: Link) -> Iterator[tuple[str, str]]:
    for provider_id, review in atlas.reviews.items():
        yield addresses.REPORT_MARKDOWN(provider=provider_id), report.markdown(review, link)
    yield addresses.LLMS(), markdown.llms(atlas, link)
    yield addresses.LLMS_FULL(), markdown.llms_full(atlas)


def _descriptions(atlas: Atlas, base: str) -> Iterator[tuple[str, str]]:
    """Yield what describes the others."""
    yield addresses.API_NOT_FOUND(), _json(NotFound.of(atlas, lambda target: f"{base}{target}"))
    for address, schema in openapi.schemas(base):
        yield address, _dumped(schema)
    yield addresses.API_OPENAPI(), _dumped(openapi.description(atlas, base, example(atlas)))


def _json(shape: BaseModel) -> str:
    return f"{shape.model_dump_json(indent=1)}\n"


def _dumped(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
