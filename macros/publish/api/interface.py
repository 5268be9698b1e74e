"""The interface for programs: every address with what is there and the shape of its JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from pydantic import BaseModel

from macros import addresses
from macros.publish.api import fields
from macros.publish.api.code import Code, Codes
from macros.publish.api.condition import Conditions, RetryTable
from macros.publish.api.fields import Day, Url, field
from macros.publish.api.findings import Changes, Discrepancies
from macros.publish.api.provider import Catalog, Provider

if TYPE_CHECKING:
    from macros.addresses import Address as SiteAddress
    from macros.atlas import Atlas
    from macros.publish.api.fields import Link


class Address(BaseModel):
    """An address of this interface."""

    path: str = field(
        "The path from the site's root, with {provider} and {code} to fill in; the letters of a"
        " code are in lower case.",
        "/api/v1/{provider}/{code}.json",
    )
    title: str = field("What is there.", "One code")
    media_type: str = field("The content type.", "application/json")
    schema_url: Url | None = field(
        "Its JSON Schema; null where what is there is no JSON of this interface.",
        "https://atlas.example/api/v1/schema/code.json",
    )


class Counts(BaseModel):
    """Numbers of things."""

    providers: int = field("How many providers there are.", 3)
    revisions: int = field("How many revisions of their documents.", 5)
    codes: int = field("How many codes the documents list, dropped ones included.", 670)
    current: int = field("How many codes the newest revisions list.", 659)
    observed: int = field("How many codes were met in the wild that no document lists.", 25, "1.1")
    conditions: int = field("How many conditions.", 90)
    changes: int = field("How many changes between revisions.", 300)
    discrepancies: int = field("How many discrepancies discrepancies.json lists.", 150)


class Index(BaseModel):
    """Where everything is, and how much of it there is."""

    schema_version: str = field(
        "The version of these shapes, major.minor; the minor number rises when fields or addresses"
        " are added.",
        "1.0",
    )
    updated: Day = field(
        "The day (ISO) on which the newest document or observation was taken in.", "2026-11-22"
    )
    digest: str = field(
        "The SHA-256 of all other files for programs: where it is the one that you know, nothing"
        " has changed.",
        "9f86d081884c…",
    )
    documentation_url: Url = field("The manual.", "https://atlas.example/programs/")
    counts: Counts = field("How much there is.", {})
    providers: list[str] = field("The ids of all providers.", ["kakaotalk", "wechat"])
    addresses: list[Address] = field("All addresses.", [])

    @classmethod
    def of(cls, atlas: Atlas, schema_version: str, digest: str, link: Link) -> Index:
        """Describe the interface; `digest` is of all the other files."""
        revisions = [revision for provider in atlas.providers for revision in provider.revisions]
        catalogs = atlas.catalogs.values()
        reviews = atlas.reviews.values()
        return cls(
            schema_version=schema_version,
            updated=max(catalog.updated for catalog in catalogs).isoformat(),
            digest=digest,
            documentation_url=link(addresses.PROGRAMS()),
            counts=Counts(
                providers=len(atlas.catalogs),
                revisions=len(revisions),
                codes=sum(bool(code.revisions) for code in atlas.codes),
                current=sum(code.status == "current" for code in atlas.codes),
                observed=sum(code.status == "observed" for code in atlas.codes),
                conditions=len(atlas.conditions.by_id),
                changes=sum(len(review.changes) for review in reviews),
                discrepancies=sum(len(review.findings) for review in reviews),
            ),
            providers=list(atlas.catalogs),
            addresses=[
                Address(
                    path=f"/{endpoint.address.template}",
                    title=endpoint.title,
                    media_type=endpoint.address.media_type,
                    schema_url=link(endpoint.schema) if endpoint.schema else None,
                )
                for endpoint in ENDPOINTS
            ],
        )


class NotFound(BaseModel):
    """The body of an answer to an address that does not exist."""

    error: Literal["not-found"] = field("Always not-found.", "not-found")
    message: str = field("What is wrong and what to do, in a sentence.", "There is no such file.")
    index_url: Url = field(
        "The file that lists all addresses.", "https://atlas.example/api/v1/index.json"
    )

    @classmethod
    def of(cls, link: Link) -> NotFound:
        """Answer an address that does not exist."""
        return cls(
            error="not-found",
            message="There is no such file: not an address, not the id of a provider, or a code"
            " that is in no revision held. The letters of codes are in lower case.",
            index_url=link(addresses.API_INDEX()),
        )


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address for programs.

    Attributes:
        address: where it is.
        title: what is there.
        shape: what its JSON holds; None where it is not JSON of ours.
        since: the version of the shapes in which it came.
    """

    address: SiteAddress
    title: str
    shape: type[BaseModel] | None = None
    since: str = fields.FIRST_VERSION

    @property
    def schema(self) -> str | None:
        """The address of its JSON Schema, if it has one."""
        return schema_address(self.shape) if self.shape else None


ENDPOINTS = (
    Endpoint(addresses.API_INDEX, "All addresses, and how much there is", Index),
    Endpoint(addresses.API_CATALOG, "Everything", Catalog),
    Endpoint(addresses.API_CATALOG_CSV, "Everything, a line per code and meaning"),
    Endpoint(addresses.API_PROVIDER, "One provider with all its codes", Provider),
    Endpoint(addresses.API_PROVIDER_CSV, "One provider, a line per code and meaning"),
    Endpoint(addresses.API_CODE, "One code", Code),
    Endpoint(addresses.API_ALIKE, "All entries with that code, of any provider", Codes),
    Endpoint(addresses.API_RETRY, "Whether to retry, for every code of one provider", RetryTable),
    Endpoint(addresses.API_CONDITIONS, "All conditions with their codes", Conditions),
    Endpoint(addresses.API_CHANGES, "What changed between revisions", Changes),
    Endpoint(addresses.API_DISCREPANCIES, "What looks wrong in the documents", Discrepancies),
    Endpoint(addresses.API_OPENAPI, "These addresses as OpenAPI 3.1"),
    Endpoint(addresses.CODE_MARKDOWN, "One code, as Markdown"),
    Endpoint(addresses.REPORT_MARKDOWN, "What a provider could mend, as Markdown", since="1.2"),
    Endpoint(addresses.LLMS, "What there is for language models"),
    Endpoint(addresses.LLMS_FULL, "All codes in one text, for language models"),
)


class Example(NamedTuple):
    """The provider's id and the code's address that examples are about."""

    provider: str
    code: str


_PREFERRED = Example("wechat", "40029")


def example(atlas: Atlas) -> Example:
    """Return what examples are about: a well-known code, where the atlas has it."""
    if atlas.code_at(addresses.CODE(provider=_PREFERRED.provider, code=_PREFERRED.code)):
        return _PREFERRED
    return Example(atlas.codes[0].provider.id, atlas.codes[0].address)


def schema_address(shape: type[BaseModel]) -> str:
    """Return the address of the JSON Schema of a shape: `api/v1/schema/retry-table.json`."""
    words = "".join(
        f"-{letter.lower()}" if letter.isupper() else letter for letter in shape.__name__
    )
    return addresses.API_SCHEMA(shape=words.removeprefix("-"))
