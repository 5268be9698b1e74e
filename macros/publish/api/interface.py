"""The interface for programs: every address with what is there and the shape of its JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from pydantic import BaseModel

from macros import addresses
from macros.publish.api import fields
from macros.publish.api.code import Code
from macros.publish.api.condition import Conditions, RetryTable
from macros.publish.api.fields import Day, Url, field
from macros.publish.api.findings import Changes, Discrepancies
from macros.publish.api.pack import SINCE as PACKS_SINCE
from macros.publish.api.pack import Pack, PackRule
from macros.publish.api.provider import Catalog, Provider
from macros.publish.packs import Packs

if TYPE_CHECKING:
    from macros.addresses import Address as SiteAddress
    from macros.atlas import Atlas
    from macros.publish.api.fields import Link


class Address(BaseModel):
    """An address of this interface."""

    path: str = field(
        "The path from the site's root, with {provider}, {code} and {pack} to fill in; the letters"
        " of a code are in lower case.",
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
    packs: PackRule = field("How a client finds the pack of a code.", {}, PACKS_SINCE)

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
                for endpoint in endpoints(atlas)
            ],
            packs=PackRule.of(Packs.of(atlas)),
        )


class NotFound(BaseModel):
    """The body of an answer to an address that does not exist."""

    error: Literal["not-found"] = field("Always not-found.", "not-found")
    message: str = field("What is wrong and what to do, in a sentence.", "There is no such file.")
    index_url: Url = field(
        "The file that lists all addresses.", "https://atlas.example/api/v1/index.json"
    )
    single_files: bool = field(
        "Whether each code has files of its own. Where not, such a file says nothing by not being"
        " there: look into the code's pack.",
        True,  # noqa: FBT003
        PACKS_SINCE,
    )

    @classmethod
    def of(cls, atlas: Atlas, link: Link) -> NotFound:
        """Answer an address that does not exist."""
        single = Packs.of(atlas).single
        return cls(
            error="not-found",
            message=f"There is no such file: {_why(single=single)} The letters of codes are in"
            " lower case.",
            index_url=link(addresses.API_INDEX()),
            single_files=single,
        )


def _why(*, single: bool) -> str:
    if single:
        return (
            "not an address, not the id of a provider, or a code that is in no revision held. Where"
            " it is a pack, packs have other names now: see index.json."
        )
    return (
        "not an address, or not the id of a provider. Single codes have no files of their own: look"
        " into their packs, whose names index.json explains."
    )


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address for programs.

    Attributes:
        address: where it is.
        title: what is there.
        shape: what its JSON holds; None where it is not JSON of ours.
        since: the version of the shapes in which it came.
        single: whether it is of files that a single code has.
    """

    address: SiteAddress
    title: str
    shape: type[BaseModel] | None = None
    since: str = fields.FIRST_VERSION
    single: bool = False

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
    Endpoint(addresses.API_PACK, "The codes of a pack, of any provider", Pack, since=PACKS_SINCE),
    Endpoint(addresses.API_CODE, "One code", Code, single=True),
    Endpoint(addresses.API_RETRY, "Whether to retry, for every code of one provider", RetryTable),
    Endpoint(addresses.API_CONDITIONS, "All conditions with their codes", Conditions),
    Endpoint(addresses.API_CHANGES, "What changed between revisions", Changes),
    Endpoint(addresses.API_DISCREPANCIES, "What looks wrong in the documents", Discrepancies),
    Endpoint(addresses.API_OPENAPI, "These addresses as OpenAPI 3.1"),
    Endpoint(addresses.MARKDOWN_PACK, "The codes of a pack, as Markdown", since=PACKS_SINCE),
    Endpoint(addresses.CODE_MARKDOWN, "One code, as Markdown", single=True),
    Endpoint(addresses.REPORT_MARKDOWN, "What a provider could mend, as Markdown", since="1.2"),
    Endpoint(addresses.LLMS, "What there is for language models"),
    Endpoint(addresses.LLMS_FULL, "All codes in one text, for language models"),
)


def endpoints(atlas: Atlas) -> list[Endpoint]:
    """Return the addresses that an atlas has: one with many codes has no files of single ones."""
    single = Packs.of(atlas).single
    return [endpoint for endpoint in ENDPOINTS if single or not endpoint.single]


class Example(NamedTuple):
    """What examples are about: the provider's id, the code's address, and the name of its pack."""

    provider: str
    code: str
    pack: str


_PREFERRED = addresses.CODE(provider="wechat", code="40029")


def example(atlas: Atlas) -> Example:
    """Return what examples are about: a well-known code, where the atlas has it."""
    code = atlas.code_at(_PREFERRED) or atlas.codes[0]
    return Example(code.provider.id, code.address, Packs.of(atlas).name_for(code.code))


def schema_address(shape: type[BaseModel]) -> str:
    """Return the address of the JSON Schema of a shape: `api/v1/schema/retry-table.json`."""
    words = "".join(
        f"-{letter.lower()}" if letter.isupper() else letter for letter in shape.__name__
    )
    return addresses.API_SCHEMA(shape=words.removeprefix("-"))
