"""The nouns of the atlas: what `provider.yml` holds, what a reader yields, what a code is.

`Provider` and its parts are checked data from outside (pydantic; unknown keys are refused).
`Row` and `Code` are ours (plain frozen dataclasses). A code is always a string, as printed.
"""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, field_validator, model_validator

from macros import codes
from macros.reader_options import Identifier, ReaderOptions, Strict

Unknown = Literal["unknown"]

# Plain words for headings, titles and sentences of ours: they become Markdown, HTML and Jinja
# input, so the characters that mean something there are not allowed in the first place.
Words = Annotated[
    str, StringConstraints(strip_whitespace=True, pattern=r"^[^{}<>\[\]`*_|\\\n\r\t]+$")
]
# Prose of ours that only HTML templates show, which escape it.
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"]+$")]
PrintedCode = Annotated[str, StringConstraints(pattern=r"^\S+$")]


class Revision(Strict):
    """One state of a provider's document, kept byte for byte."""

    id: str = Field(description="The ISO date where it is known, else r1, r2 in order of age.")
    file: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")] = Field(
        description="The document's file name in this folder."
    )
    date: datetime.date | Unknown = Field(
        description='The document\'s own day (ISO), or "unknown".'
    )
    dated_by: Prose = Field(description="How the date or the order is known.")
    added: datetime.date = Field(
        description="The day (ISO) on which the atlas took the document in."
    )
    source: WebAddress | Unknown = Field(
        description='Where this revision was published, or "unknown".'
    )
    licence: Prose = Field(description='The licence of the document, or "none stated".')
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] = Field(
        description="The SHA-256 of the file, in lower case."
    )
    reader: ReaderOptions = Field(description="The document's format and how to read it.")

    @model_validator(mode="after")
    def _id_tells_the_date(self) -> Revision:
        if self.date != "unknown" and self.id != self.date.isoformat():
            raise ValueError(f'the id "{self.id}" must be the date, "{self.date.isoformat()}"')
        if self.date == "unknown" and not re.fullmatch(r"r[1-9][0-9]*", self.id):
            raise ValueError(f'the id "{self.id}" of a revision without a date must be r1, r2, …')
        return self


class Range(Strict):
    """A titled stretch of a code set, in the order of codes."""

    first: PrintedCode = Field(description="The first code of the range, as printed.")
    last: PrintedCode = Field(description="The last code of the range, as printed.")
    title: Words = Field(description="What the codes are about, in plain words without markup.")
    group: Words | None = Field(
        None, description="A title over several neighbouring ranges, where there is one."
    )
    titled_by: Literal["provider", "atlas"] = Field(
        description='Whose title it is: "provider" when it stands on the provider\'s page.'
    )

    @property
    def span(self) -> str:
        """The range's ends as text: `-1000 … -1999`, or the one code."""
        return self.first if self.first == self.last else f"{self.first} … {self.last}"

    def holds(self, code: str) -> bool:
        """Tell whether `code` stands between the ends, both included."""
        return codes.order(self.first) <= codes.order(code) <= codes.order(self.last)


class Response(Strict):
    """How a body carries a code of one code set."""

    example: Prose = Field(description="A failing body, as JSON.")
    code: list[Prose] = Field(
        min_length=1,
        description='Where the code can stand: keys joined by ".", "[]" for each item of a list.'
        " The first one stands in the example.",
    )
    message: list[Prose] = Field(description="Where the message can stand, in the same form.")
    type: Literal["integer", "string"] = Field(description="The JSON type of the code.")
    success: list[PrintedCode] = Field(description="The codes that are successes, as printed.")
    success_means: Prose = Field(description="How a body says that all went well.")
    note: Prose | None = Field(None, description="What else a reader of bodies must know.")

    @field_validator("example")
    @classmethod
    def _is_json(cls, example: str) -> str:
        try:
            json.loads(example)
        except ValueError as error:
            raise ValueError(f"the example is not JSON: {error}") from None
        return example

    @model_validator(mode="after")
    def _example_has_the_code(self) -> Response:
        found = _at(json.loads(self.example), self.code[0])
        wanted = int if self.type == "integer" else str
        if not found or any(type(value) is not wanted for value in found):
            raise ValueError(f'the example has no {self.type} at "{self.code[0]}"')
        return self


def _at(body: object, path: str) -> list[object]:
    values = [body]
    for key in path.split("."):
        name = key.removesuffix("[]")
        values = [value[name] for value in values if isinstance(value, dict) and name in value]
        if key.endswith("[]"):
            values = [item for value in values if isinstance(value, list) for item in value]
    return values


class CodeSet(Strict):
    """Codes that answer in one place of a body and are listed together."""

    id: Identifier = Field(description="Short and fixed for ever: it can stand in addresses.")
    title: Words = Field(description="What the codes are called.")
    response: Response = Field(description="How a body carries a code of this set.")
    ranges: list[Range] = Field(default_factory=list, description="In order, not overlapping.")
    addresses: dict[str, str] = Field(
        default_factory=dict,
        description="Addresses for codes whose printed form is unfit for one, code to address.",
    )

    @model_validator(mode="after")
    def _ranges_in_order(self) -> CodeSet:
        for one in self.ranges:
            if codes.order(one.first) > codes.order(one.last):
                raise ValueError(f'the range "{one.title}" ends before it begins ({one.span})')
        for before, after in zip(self.ranges, self.ranges[1:], strict=False):
            if codes.order(after.first) <= codes.order(before.last):
                raise ValueError(f'the range "{after.title}" begins before "{before.title}" ends')
        return self


class OfficialPage(Strict):
    """The provider's own page of today."""

    url: WebAddress = Field(description="Its address, beginning with https://.")
    note: Prose | None = Field(None, description="How it differs from what the atlas holds.")


class Provider(Strict):
    """One provider of an API: the whole of its `provider.yml`."""

    id: Identifier = Field(description="The folder's name.")
    name: Words = Field(description="The short name, as it stands before a code in a ticket.")
    product: Words = Field(description="The product whose API it is.")
    vendor: Words = Field(description="The company or project behind it, in plain words.")
    aliases: list[Words] = Field(
        default_factory=list, description="Other names people use for it, in lower case."
    )
    about: Prose = Field(description="One or two sentences on what the product is.")
    official: OfficialPage = Field(description="The provider's own page of today.")
    code_sets: list[CodeSet] = Field(
        min_length=1,
        description="The code sets. The first keeps the bare addresses for ever.",
    )
    revisions: list[Revision] = Field(min_length=1, description="The documents, oldest first.")

    @model_validator(mode="after")
    def _ids_differ(self) -> Provider:
        for noun, ids in (
            ("code sets", [one.id for one in self.code_sets]),
            ("revisions", [one.id for one in self.revisions]),
            ("revisions with the file", [one.file for one in self.revisions]),
        ):
            for one in ids:
                if ids.count(one) > 1:
                    raise ValueError(f'there are two {noun} "{one}"')
        return self

    @model_validator(mode="after")
    def _revisions_in_order(self) -> Provider:
        dates = [one.date for one in self.revisions]
        known = [day for day in dates if day != "unknown"]
        if known and len(known) < len(dates):
            raise ValueError("revisions with and without a date cannot be put in order")
        if known != sorted(known):
            raise ValueError("the revisions are not in the order of their dates, oldest first")
        return self

    @classmethod
    def editor_schema(cls) -> dict[str, Any]:
        """Return the JSON Schema of the file itself, which does not hold its folder's name."""
        schema = cls.model_json_schema()
        del schema["properties"]["id"]
        schema["required"].remove("id")
        return schema

    @property
    def latest(self) -> Revision:
        """The newest revision, the one that current codes stand in."""
        return self.revisions[-1]

    def code_set(self, code_set_id: str) -> CodeSet:
        """Return the code set with this id; the catalog has checked that it exists."""
        return next(one for one in self.code_sets if one.id == code_set_id)


@dataclass(frozen=True, slots=True)
class Document:
    """A source document's text, on its way to a reader.

    Attributes:
        file: its path as errors and pages cite it, relative to the project.
        text: decoded, without a byte order mark, lines ended by line feeds alone.
    """

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """What a document says about one code in one place.

    Attributes:
        code: as printed.
        message: as the provider's page shows it: runs of white space one space, line breaks
            as line feeds.
        columns: the other columns, heading to text.
        code_set: the id of its code set.
        file: the document, relative to the project.
        line: the line on which the code is printed, counted from 1.
        success: what the document's own success column says; None where it has none.
    """

    code: str
    message: str
    columns: dict[str, str]
    code_set: str
    file: str
    line: int
    success: bool | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows that one revision has for one code, in the document's order; never empty."""

    revision: Revision
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """One code of one provider, with everything that its documents ever said about it.

    Attributes:
        provider: whose code it is.
        code_set: the code set that lists it.
        code: as printed.
        anchor: the fragment of its row on the catalog page.
        address: the path segment of its page.
        range: the titled range it stands in, if any.
        listings: one per revision that lists it, oldest first; never empty.
    """

    provider: Provider
    code_set: CodeSet
    code: str
    anchor: str
    address: str
    range: Range | None
    listings: tuple[Listing, ...]

    @property
    def name(self) -> str:
        """The provider's name and the code: `WeChat 40029`."""
        return f"{self.provider.name} {self.code}"

    @property
    def last(self) -> Listing:
        """The newest listing: what the code means, or meant when it was last seen."""
        return self.listings[-1]

    @property
    def messages(self) -> tuple[str, ...]:
        """The different messages of the newest listing, in the document's order."""
        return tuple(dict.fromkeys(row.message for row in self.last.rows))

    def rows(self, revision: Revision) -> tuple[Row, ...]:
        """Return the rows that one revision has for the code; none where it does not list it."""
        return next((one.rows for one in self.listings if one.revision is revision), ())

    @property
    def dropped(self) -> bool:
        """Whether the newest revision no longer lists the code."""
        return self.last.revision is not self.provider.latest

    @property
    def new(self) -> bool:
        """Whether the newest of several revisions is the first to list the code."""
        return (
            len(self.provider.revisions) > 1 and self.listings[0].revision is self.provider.latest
        )

    @property
    def success(self) -> bool:
        """Whether the code says that all went well."""
        return self.code in self.code_set.response.success

    @property
    def url(self) -> str:
        """The address of the code's page, relative to the site: `wechat/40029/`."""
        return f"{self.provider.id}/{self.address}/"


@dataclass(frozen=True)
class Catalog:
    """One provider and all its codes, in order."""

    provider: Provider
    codes: tuple[Code, ...]

    @cached_property
    def by_address(self) -> dict[str, Code]:
        """The codes by the path segment of their pages, in order."""
        return {code.address: code for code in self.codes}

    def listed(self, code_set: CodeSet, revision: Revision) -> int:
        """Count the codes of one code set that one revision lists."""
        return sum(bool(code.rows(revision)) for code in self.of(code_set))

    def of(self, code_set: CodeSet) -> tuple[Code, ...]:
        """Return the codes of one code set, in order."""
        return tuple(code for code in self.codes if code.code_set is code_set)


@dataclass(frozen=True, repr=False)
class Atlas:
    """All catalogs by provider id, in the order of the ids.

    Its repr is the short default one: mkdocs-macros writes out all that it is given.
    """

    catalogs: dict[str, Catalog]

    def code_at(self, url: str) -> Code | None:
        """Return the code whose page has this address, relative to the site, if there is one."""
        return self._places[url][1] if url in self._places else None

    def neighbours(self, code: Code) -> tuple[Code | None, Code | None]:
        """Return the codes before and after one of the same provider; None at the ends."""
        index = self._places[code.url][0]
        codes = self.catalogs[code.provider.id].codes
        before = codes[index - 1] if index else None
        return before, codes[index + 1] if index + 1 < len(codes) else None

    @cached_property
    def _places(self) -> dict[str, tuple[int, Code]]:
        return {
            code.url: (index, code)
            for catalog in self.catalogs.values()
            for index, code in enumerate(catalog.codes)
        }
