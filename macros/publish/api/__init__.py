"""The same facts for programs: catalogs, reviews, conditions -> files.

The provider's own words are messages, columns, and what stood before; `by` tells where a word is
the atlas' and could be taken for the provider's.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from macros.publish.api import addresses, findings, markdown, openapi, spreadsheet
from macros.publish.api.facts import Facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

__all__ = ["Facts", "Files"]

# What examples are about, where the atlas has it.
_EXAMPLE = ("wechat", "40029")


@dataclass(frozen=True, repr=False)
class Files:
    """All files for programs, made once."""

    facts: Facts

    @cached_property
    def content(self) -> dict[str, str]:
        """The files by their paths in the site."""
        found = {path: content for part in _PARTS for path, content in part(self.facts)}
        digest = hashlib.sha256("".join(found.values()).encode()).hexdigest()
        return {addresses.INDEX: _json(self.facts.index(digest)), **found}

    @property
    def example(self) -> tuple[str, str]:
        """The provider's id and the code's address that examples are about."""
        return _example(self.facts)


def _whole(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the files about everything."""
    yield addresses.CATALOG, _json(facts.catalog)
    yield addresses.CONDITIONS, _json(facts.all_conditions())
    yield addresses.CHANGES, _json(findings.changes(facts.reviews.values()))
    yield addresses.DISCREPANCIES, _json(findings.discrepancies(facts.reviews.values()))
    yield addresses.NOT_FOUND, _json(facts.not_found())
    yield addresses.LLMS, markdown.llms(facts)
    yield addresses.LLMS_FULL, markdown.llms_full(facts)


def _by_provider(facts: Facts) -> Iterator[tuple[str, str]]:
    sheets = {one.id: spreadsheet.csv_text(one.codes) for one in facts.catalog.providers}
    yield addresses.CATALOG_CSV, spreadsheet.joined([*sheets.values()])
    for provider in facts.catalog.providers:
        yield addresses.provider(provider.id), _json(provider)
        yield addresses.provider_csv(provider.id), sheets[provider.id]
    for catalog in facts.atlas.catalogs.values() if facts.conditions else ():
        yield addresses.retry(catalog.provider.id), _json(facts.retry_table(catalog))


def _by_code(facts: Facts) -> Iterator[tuple[str, str]]:
    for catalog in facts.atlas.catalogs.values():
        for one in catalog.codes:
            yield addresses.code(one), _json(facts.code(one))
            yield addresses.markdown(one), markdown.code_page(facts, one)
    for path, alike in facts.alike().items():
        yield path, _json(alike)


def _descriptions(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield what describes the others."""
    for path, schema in openapi.schemas(facts.base):
        yield path, _dumped(schema)
    found = openapi.description(facts.atlas, facts.base, _example(facts))
    yield addresses.OPENAPI, _dumped(found)


_PARTS = (_whole, _by_provider, _by_code, _descriptions)


def _example(facts: Facts) -> tuple[str, str]:
    provider, code = _EXAMPLE
    catalogs = facts.atlas.catalogs
    if provider in catalogs and code in catalogs[provider].by_address:
        return _EXAMPLE
    first = next(iter(catalogs.values()))
    return first.provider.id, first.codes[0].address


def _json(shown: BaseModel) -> str:
    return f"{shown.model_dump_json(indent=1)}\n"


def _dumped(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
