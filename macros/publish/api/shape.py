"""The public shape of version 1: what every field of the JSON files is.

Apart from the model, so that the model can change: fields are added here, never renamed or removed.
The JSON Schemas and the OpenAPI description are made from these classes.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field, WithJsonSchema
from typing_extensions import TypeAliasType

from macros.review import conditions

SCHEMA_VERSION = "1.0"

# Types with names, so that code generators make one class of each.
Retry = TypeAliasType("Retry", conditions.Retry)
Rpc = TypeAliasType("Rpc", conditions.Rpc)

By = Literal["atlas", "provider"]

Day = Annotated[str, WithJsonSchema({"type": "string", "format": "date"})]
Link = Annotated[str, WithJsonSchema({"type": "string", "format": "uri-reference"})]

_ATLAS = Field(description="Whose word this is: atlas, not the provider.")
_CODE = Field(description="As printed, with its sign: a text, never a number.")
_CODE_SET = Field(description="The id of its code set within the provider.")
_PROVIDER = Field(description="The provider's id, as it stands in addresses.")
_URL = Field(description="The page of the code.")


class Reference(BaseModel):
    """Which code is meant."""

    provider: str = _PROVIDER
    code_set: str = _CODE_SET
    code: str = _CODE
    url: Link = _URL


class Revision(BaseModel):
    """One state of a provider's document."""

    id: str = Field(description="The ISO date where it is known, else r1, r2 in order of age.")
    date: Day | None = Field(description="The document's own day (ISO); null where it is unknown.")
    dated_by: str = Field(description="How the date or the order is known.")
    added: Day = Field(description="The day (ISO) on which the atlas took the document in.")
    source: str | None = Field(description="Where it was published; null where that is unknown.")
    licence: str = Field(description='The licence of the document, or "none stated".')
    sha256: str = Field(description="The SHA-256 of the document.")
    source_url: Link = Field(description="The document, byte for byte, as the atlas keeps it.")


class CodeSet(BaseModel):
    """Codes that answer in one place of a body and are listed together."""

    id: str = Field(description="Short and fixed for ever.")
    title: str = Field(description="What the codes are called.")
    code_at: list[str] = Field(
        description='Where the code can stand: keys joined by ".", "[]" for each item of a list.'
    )
    message_at: list[str] = Field(description="Where the message can stand, in the same form.")
    type: Literal["integer", "string"] = Field(description="The JSON type of the code in a body.")
    success: list[str] = Field(description="The codes that are successes, as printed.")
    success_means: str = Field(description="How a body says that all went well.")
    note: str | None = Field(description="What else a reader of bodies must know; null if nothing.")
    example: str = Field(description="A failing body, as JSON in a text.")


class Range(BaseModel):
    """A titled stretch of codes."""

    first: str = Field(description="The first code of the range, as printed.")
    last: str = Field(description="The last code of the range, as printed.")
    title: str = Field(description="What the codes are about.")
    by: By = Field(description="Whose title it is.")


class Meaning(BaseModel):
    """One row of one revision: what the provider says, and where."""

    revision: str = Field(description="The id of the revision.")
    date: Day | None = Field(description="The revision's day (ISO); null where it is unknown.")
    message: str = Field(
        description="The provider's words as its own page shows them; line breaks are line feeds."
    )
    columns: dict[str, str] = Field(description="The row's other columns, heading to text.")
    file: str = Field(description="The document, as the project names it.")
    line: int = Field(description="The line of the document, counted from 1.")
    source_url: Link = Field(description="The document, byte for byte, as the atlas keeps it.")
    condition: str | None = Field(
        description="The id of this text's condition, by the atlas; null where it has none."
    )
    rpc: Rpc | None = Field(description="That condition's google.rpc.Code.")
    http_status: int | None = Field(description="That condition's usual HTTP status.")
    retry: Retry | None = Field(description="Whether to send again, if the code means this.")


class Classification(BaseModel):
    """How sure `condition`, `rpc`, `http_status` and `retry` are; they are the atlas' word."""

    by: Literal["atlas"] = _ATLAS
    confidence: Literal["low"] | None = Field(description="low where the message leaves it open.")
    why: str | None = Field(description="Why it is open; null where it is not.")


class CodeDiscrepancy(BaseModel):
    """What looks wrong in a document about this code."""

    codes: list[str] = Field(description="All codes that it is about, as printed.")
    kind: str = Field(description="The rule that finds it, or sign-twin; there may come more.")
    revisions: list[str] = Field(description="The revisions that have it, oldest first.")
    note: str = Field(description="A sentence for readers.")
    by: Literal["atlas"] = _ATLAS


class CodeChange(BaseModel):
    """What happened to this code from one revision to the next."""

    kind: str = Field(description="What kind of change it is; there may come more.")
    revisions: list[str] = Field(description="The earlier and the later revision.")
    note: str | None = Field(
        description="What a person says of it; null where nobody has said anything."
    )
    by: Literal["atlas"] = _ATLAS


class Code(BaseModel):
    """One code of one provider, with everything that its documents ever said about it."""

    provider: str = _PROVIDER
    product: str = Field(description="The product whose API it is.")
    code_set: str = _CODE_SET
    code: str = _CODE
    name: str = Field(description="The provider's name and the code.")
    message: str = Field(
        description='What it means, or meant when last seen; several meanings with " / " between.'
    )
    status: Literal["current", "dropped"] = Field(
        description="Whether the newest revision lists it."
    )
    success: bool = Field(description="Whether it says that all went well.")
    first_revision: str = Field(description="The first revision held that lists it.")
    last_revision: str = Field(description="The last revision held that lists it.")
    range: Range | None = Field(description="The range it stands in; null if in none.")
    condition: str | None = Field(description="The id of its condition; null where it has none.")
    rpc: Rpc | None = Field(description="The condition's google.rpc.Code.")
    http_status: int | None = Field(description="The condition's usual HTTP status.")
    retry: Retry | None = Field(
        description="Whether to send again: of several current meanings the most cautious verdict."
    )
    classification: Classification | None = Field(
        description="Whose word the four fields before are, and how sure."
    )
    meanings: list[Meaning] = Field(
        description="Each row of each revision, oldest revision first, in the document's order."
    )
    changes: list[CodeChange] = Field(description="What happened to it, oldest first.")
    discrepancies: list[CodeDiscrepancy] = Field(description="What looks wrong about it.")
    same_number: list[Reference] = Field(
        description="Other codes with the same digits, whatever the sign, of any provider."
    )
    url: Link = _URL
    anchor_url: Link = Field(description="Its row in the provider's catalog.")
    markdown_url: Link = Field(description="Its page as Markdown.")
    source_url: Link = Field(description="The document that lists it, as the atlas keeps it.")


class Provider(BaseModel):
    """One provider and all its codes."""

    id: str = Field(description="Short and fixed for ever.")
    name: str = Field(description="The short name, as it stands before a code in a ticket.")
    product: str = Field(description="The product whose API it is.")
    vendor: str = Field(description="The company or project behind it.")
    aliases: list[str] = Field(description="Other names that people use for it.")
    about: str = Field(description="What the product is.")
    official_url: Link = Field(description="The provider's own current page.")
    url: Link = Field(description="The provider's catalog.")
    revisions: list[Revision] = Field(description="The documents held, oldest first.")
    code_sets: list[CodeSet] = Field(description="The lists of codes, and how a body carries them.")
    codes: list[Code] = Field(description="All codes, in order; dropped ones in their places.")


class Catalog(BaseModel):
    """Everything."""

    schema_version: str = Field(
        description="major.minor; the minor number rises when fields or addresses are added."
    )
    providers: list[Provider] = Field(description="All providers, by id.")


class Codes(BaseModel):
    """All entries with one code, of any provider and code set."""

    key: str = Field(description="What the entries have in common: the code in lower case.")
    entries: list[Code] = Field(description="The entries, by provider.")


class Family(BaseModel):
    """Conditions of one kind."""

    id: str = Field(description="Short and fixed for ever.")
    title: str = Field(description="What its conditions have in common.")


class Condition(BaseModel):
    """What several APIs say with codes of their own."""

    id: str = Field(description="Short and fixed for ever.")
    family: str = Field(description="The id of its family.")
    title: str = Field(description="The field's standard words for it.")
    description: str = Field(description="What it is, in a sentence.")
    synonyms: list[str] = Field(description="Words that people search for.")
    rpc: Rpc = Field(description="Its google.rpc.Code.")
    http_status: int = Field(description="The usual HTTP status.")
    retry: Retry = Field(description="Whether and when to send the request again.")
    why: str = Field(description="The reason for that verdict.")
    acts: Literal["caller", "end user", "operator", "provider"] = Field(
        description="Who has to do something."
    )
    codes: list[Reference] = Field(description="The codes that belong to it.")
    by: Literal["atlas"] = _ATLAS


class Conditions(BaseModel):
    """All conditions, with their codes."""

    families: list[Family] = Field(description="The families, in order.")
    conditions: list[Condition] = Field(description="By family, then by id.")


class Discrepancy(BaseModel):
    """What looks wrong within the documents of one provider."""

    provider: str = _PROVIDER
    code_set: str | None = Field(
        description="The id of its codes' code set; null where they are of several."
    )
    codes: list[str] = Field(description="The codes it is about, as printed.")
    kind: str = Field(description="The rule that finds it, or sign-twin; there may come more.")
    revisions: list[str] = Field(description="The revisions that have it, oldest first.")
    before: list[str] = Field(
        description="What the newest of the revisions says, a text for each row."
    )
    after: list[str | None] = Field(
        description="What it probably should say, by the atlas; null where that is unknown."
    )
    note: str = Field(description="A sentence for readers.")
    by: Literal["atlas"] = _ATLAS


class Discrepancies(BaseModel):
    """What looks wrong in all documents."""

    discrepancies: list[Discrepancy] = Field(description="By provider, then by rule.")


class Change(BaseModel):
    """What happened to one code from one revision to the next."""

    provider: str = _PROVIDER
    code_set: str = _CODE_SET
    codes: list[str] = Field(description="The code it is about, as printed.")
    kind: str = Field(description="What kind of change it is; there may come more.")
    revisions: list[str] = Field(description="The earlier and the later revision.")
    before: list[str] = Field(description="The provider's words in the earlier one, by row.")
    after: list[str] = Field(description="The provider's words in the later one, by row.")
    note: str | None = Field(
        description="What a person says of it; null where nobody has said anything."
    )
    reviewed: bool = Field(
        description="Whether a person has read both texts; true where one side has none."
    )
    by: Literal["atlas"] = Field(description="Whose word `kind` and `note` are.")


class Changes(BaseModel):
    """What changed between the revisions of all documents."""

    changes: list[Change] = Field(description="By provider, then by revision.")


class Verdict(BaseModel):
    """What a client needs to decide whether to send again."""

    condition: str = Field(description="The id of the code's condition.")
    rpc: Rpc = Field(description="The condition's google.rpc.Code.")
    retry: Retry = Field(
        description="Whether to send again: of several current meanings the most cautious verdict."
    )
    confidence: Literal["low"] | None = Field(
        description="low where the message leaves it open; the code's own file says why."
    )


class RetryTable(BaseModel):
    """Whether to retry, for every code of one provider."""

    provider: str = _PROVIDER
    by: Literal["atlas"] = _ATLAS
    success: list[str] = Field(
        description="The codes that are successes, as printed; no document need list them."
    )
    codes: dict[str, Verdict] = Field(
        description="By code as printed; a code that an earlier code set has too is called"
        " {code set}.{code}."
    )


class Address(BaseModel):
    """An address of this interface."""

    path: str = Field(description="With {provider} and {code} to fill in; from the site's root.")
    title: str = Field(description="What is there.")
    media_type: str = Field(description="The content type.")
    schema_url: Link | None = Field(description="Its JSON Schema; null where it is not JSON.")


class Counts(BaseModel):
    """Numbers of things."""

    providers: int = Field(description="Providers.")
    revisions: int = Field(description="Revisions of their documents.")
    codes: int = Field(description="Codes, dropped ones too.")
    current: int = Field(description="Codes that the newest revisions list.")
    conditions: int = Field(description="Conditions.")
    changes: int = Field(description="Changes between revisions.")
    discrepancies: int = Field(description="Discrepancies, pairs of look-alikes too.")


class Index(BaseModel):
    """Where everything is."""

    schema_version: str = Field(
        description="major.minor; the minor number rises when fields or addresses are added."
    )
    updated: Day = Field(description="The day on which the newest document was taken in.")
    digest: str = Field(description="Another one whenever any other of these files is.")
    documentation_url: Link = Field(description="The manual.")
    counts: Counts = Field(description="How much there is.")
    providers: list[str] = Field(description="The ids of all providers.")
    addresses: list[Address] = Field(description="All addresses.")


class NotFound(BaseModel):
    """The body of an answer to an address that does not exist."""

    error: Literal["not-found"] = Field(description="Always not-found.")
    message: str = Field(description="What to do, in a sentence.")
    index_url: Link = Field(description="Where all addresses are listed.")
