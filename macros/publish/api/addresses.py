"""Where everything for programs is. These addresses are permanent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros import codes
from macros.publish.api import shape

if TYPE_CHECKING:
    from pydantic import BaseModel

    from macros.catalog.model import Code

JSON = "application/json"
CSV = "text/csv"
MARKDOWN = "text/markdown"
TEXT = "text/plain"

ROOT = "api/v1/"
NOT_FOUND = "api/not-found.json"
INDEX = f"{ROOT}index.json"
CATALOG = f"{ROOT}catalog.json"
CATALOG_CSV = f"{ROOT}catalog.csv"
CONDITIONS = f"{ROOT}conditions.json"
CHANGES = f"{ROOT}changes.json"
DISCREPANCIES = f"{ROOT}discrepancies.json"
OPENAPI = f"{ROOT}openapi.json"
LLMS = "llms.txt"
LLMS_FULL = "llms-full.txt"
_RETRY = f"{ROOT}retry/{{provider}}.json"
_PROVIDER = f"{ROOT}{{provider}}.json"
_PROVIDER_CSV = f"{ROOT}{{provider}}.csv"
_CODE = f"{ROOT}{{provider}}/{{code}}.json"
_CODES = f"{ROOT}codes/{{code}}.json"
_MARKDOWN = "{provider}/{code}/index.md"


@dataclass(frozen=True, slots=True)
class Address:
    """One address, or many where it has {provider} or {code} in it.

    Attributes:
        path: below the site's root, without a slash at its beginning.
        title: what is there.
        media_type: its content type.
        shape: what its JSON holds; None where it is not JSON of ours.
    """

    path: str
    title: str
    media_type: str = JSON
    shape: type[BaseModel] | None = None

    def filled(self, provider: str, code: str) -> str:
        """Return the path with a provider's id and a code's address filled in."""
        return self.path.replace("{provider}", provider).replace("{code}", code)


ADDRESSES = (
    Address(INDEX, "All addresses, and how much there is", shape=shape.Index),
    Address(CATALOG, "Everything", shape=shape.Catalog),
    Address(CATALOG_CSV, "Everything, a line per code and meaning", CSV),
    Address(_PROVIDER, "One provider with all its codes", shape=shape.Provider),
    Address(_PROVIDER_CSV, "One provider, a line per code and meaning", CSV),
    Address(_CODE, "One code", shape=shape.Code),
    Address(_CODES, "All entries with that code, of any provider", shape=shape.Codes),
    Address(_RETRY, "Whether to retry, for every code of one provider", shape=shape.RetryTable),
    Address(CONDITIONS, "All conditions with their codes", shape=shape.Conditions),
    Address(CHANGES, "What changed between revisions", shape=shape.Changes),
    Address(DISCREPANCIES, "What looks wrong in the documents", shape=shape.Discrepancies),
    Address(OPENAPI, "These addresses as OpenAPI 3.1"),
    Address(_MARKDOWN, "One code, as Markdown", MARKDOWN),
    Address(LLMS, "What there is for language models", TEXT),
    Address(LLMS_FULL, "All codes in one text, for language models", TEXT),
)


def provider(provider_id: str) -> str:
    """Return the path of one provider's JSON."""
    return _PROVIDER.format(provider=provider_id)


def provider_csv(provider_id: str) -> str:
    """Return the path of one provider's CSV."""
    return _PROVIDER_CSV.format(provider=provider_id)


def retry(provider_id: str) -> str:
    """Return the path of one provider's retry table."""
    return _RETRY.format(provider=provider_id)


def code(one: Code) -> str:
    """Return the path of one code's JSON."""
    return _CODE.format(provider=one.provider.id, code=one.address)


def markdown(one: Code) -> str:
    """Return the path of one code's Markdown."""
    return _MARKDOWN.format(provider=one.provider.id, code=one.address)


def alike(one: Code) -> str:
    """Return the path of all entries with the same code.

    A code that is unfit for a path goes by the address that its provider's file gives it.
    """
    segment = codes.address(one.code)
    return _CODES.format(code=one.address if codes.address_fault(segment) else segment)


def schema(of: type[BaseModel]) -> str:
    """Return the path of the JSON Schema of a shape: `api/v1/schema/retry-table.json`."""
    words = "".join(f"-{one.lower()}" if one.isupper() else one for one in of.__name__)
    return f"{ROOT}schema/{words.removeprefix('-')}.json"
