"""What `provider.yml` holds: a provider, its code sets, its revisions (`revision.py`).

Checked data from outside: unknown keys are refused, and what can contradict itself is compared.
Each field's description is what an error expects of it and what editors show.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from functools import cached_property
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator, model_validator

from macros import codes
from macros.sources.fields import (
    Alias,
    Identifier,
    PrintedCode,
    Prose,
    Strict,
    Words,
)
from macros.sources.official import OfficialPage
from macros.sources.others import Other
from macros.sources.revision import Revision

__all__ = ["CodeSet", "OfficialPage", "Provider", "Range", "Response", "Revision"]


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

    example: Prose | None = Field(
        None, description="A failing body, as JSON; left out where none is known."
    )
    code: list[Prose] = Field(
        default=[],
        description='Where the code can stand: keys joined by ".", "[]" for each item of a list.'
        " The first one stands in the example.",
    )
    message: list[Prose] = Field(
        default=[], description="Where the message can stand, in the same form."
    )
    also: list[Prose] = Field(
        default=[],
        description="Where others pass the code on, in the same form; for the search alone.",
    )
    beside: list[Prose] = Field(
        default=[],
        description="Other keys of such bodies: beside them the search knows a common key.",
    )
    type: Literal["integer", "string"] = Field(description="The JSON type of the code.")
    success: list[PrintedCode] = Field(
        description="The codes that are successes, as printed; [] where a success has none."
    )
    success_means: Prose = Field(description="How a body says that all went well.")
    note: Prose | None = Field(None, description="What else a reader of bodies must know.")

    @field_validator("example")
    @classmethod
    def _is_json(cls, example: str | None) -> str | None:
        try:
            json.loads(example or "{}")
        except (ValueError, RecursionError) as error:
            raise ValueError(f"the example is not JSON: {error}") from None
        return example

    @model_validator(mode="after")
    def _example_has_the_code(self) -> Response:
        if (self.example is None) != (not self.code):
            raise ValueError("`example` and `code` belong together: give both, or neither")
        if self.example is None:
            if self.message or self.also or self.beside:
                raise ValueError("without an `example` nothing is known of other keys")
            return self
        codes = _at(json.loads(self.example), self.code[0])
        wanted = int if self.type == "integer" else str
        if not codes or any(type(value) is not wanted for value in codes):
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
    """Codes that are listed together, and stand in the same place of a response body."""

    id: Identifier = Field(description="Short and fixed for ever: it can stand in addresses.")
    title: Words = Field(description="What the codes are called.")
    reports: Literal["request", "delivery"] = Field(
        "request",
        description='What a code speaks of: the request that it answers, or, as "delivery", what'
        " became of a message whose request was accepted before.",
    )
    response: Response = Field(description="How a body carries a code of this set.")
    ranges: list[Range] = Field(default_factory=list, description="In order, not overlapping.")
    addresses: dict[PrintedCode, str] = Field(
        default_factory=dict,
        description="Addresses for codes whose printed form is unfit for one, code to address.",
    )

    @model_validator(mode="after")
    def _ranges_in_order(self) -> CodeSet:
        for span in self.ranges:
            if codes.order(span.first) > codes.order(span.last):
                raise ValueError(f'the range "{span.title}" ends before it begins ({span.span})')
        for before, after in zip(self.ranges, self.ranges[1:], strict=False):
            if codes.order(after.first) <= codes.order(before.last):
                raise ValueError(f'the range "{after.title}" begins before "{before.title}" ends')
        return self

    def range_of(self, code: str) -> Range | None:
        """Return the range that a code stands in; None where there is none."""
        place = bisect_right(
            self.ranges, codes.order(code), key=lambda span: codes.order(span.first)
        )
        span = self.ranges[place - 1] if place else None
        return span if span and span.holds(code) else None


class Provider(Strict):
    """One provider of an API: the whole of its `provider.yml`."""

    id: Identifier = Field(
        description="The folder's name: small letters and digits, a letter first."
    )
    name: Words = Field(description="The short name, as it stands before a code in a ticket.")
    product: Words = Field(description="The product whose API it is.")
    vendor: Words = Field(description="The company or project behind it, in plain words.")
    aliases: list[Alias] = Field(
        default_factory=list,
        description="Other names people use for it, in lower case, without slashes; /alias/… leads"
        " to the provider's pages.",
    )
    about: Prose = Field(description="One or two sentences on what the product is.")
    official: OfficialPage = Field(description="The provider's own current page.")
    code_sets: list[CodeSet] = Field(
        min_length=1,
        description="The code sets. The first has the bare addresses, but for codes of others that"
        " were published before.",
    )
    terms: list[Annotated[list[Words], Field(min_length=2)]] = Field(
        default_factory=list,
        description="Things that the documents call by several names: for each, the names. What"
        " should stand there is what most rows have; of several such names the first.",
    )
    sisters: list[Other] = Field(
        default_factory=list,
        description="Other products of the vendor, whose codes look like these and mean other"
        " things.",
    )
    revisions: list[Revision] = Field(
        min_length=1,
        description="The documents, oldest first. The order of the list is the order, also of"
        " those of one day and of those without a date.",
    )

    @model_validator(mode="after")
    def _ids_differ(self) -> Provider:
        files = [document.file for revision in self.revisions for document in revision.documents]
        for noun, ids in (
            ("code sets", [code_set.id for code_set in self.code_sets]),
            ("revisions", [revision.id for revision in self.revisions]),
            ("documents with the file", files),
        ):
            for ident in ids:
                if ids.count(ident) > 1:
                    raise ValueError(f'there are two {noun} "{ident}"')
        return self

    @model_validator(mode="after")
    def _revisions_in_order(self) -> Provider:
        known = [revision.date for revision in self.revisions if revision.date != "unknown"]
        if known != sorted(known):
            raise ValueError("the revisions are not in the order of their dates, oldest first")
        if not self.standing:
            raise ValueError("all revisions are retracted, so that none is the newest")
        return self

    @classmethod
    def editor_schema(cls) -> dict[str, Any]:
        """Return the JSON Schema of the file itself, which does not hold its folder's name."""
        schema = cls.model_json_schema()
        del schema["properties"]["id"]
        schema["required"].remove("id")
        return schema

    @property
    def aliases_in_paths(self) -> list[str]:
        """The aliases whose addresses lead to the provider's pages: those in plain ASCII."""
        fit = re.compile(r"[a-z0-9-]+", re.ASCII)
        return [alias for alias in self.aliases if fit.fullmatch(alias)]

    @property
    def names(self) -> list[str]:
        """All that the provider is called, in lower case, each once."""
        names = (self.id, self.name, self.product, self.vendor, *self.aliases)
        return sorted({name.lower() for name in names})

    @cached_property
    def standing(self) -> list[Revision]:
        """The revisions that the provider has not retracted, oldest first; never none."""
        return [revision for revision in self.revisions if not revision.retracted]

    @cached_property
    def latest(self) -> Revision:
        """The newest revision that stands, the one that current codes stand in."""
        return next(revision for revision in reversed(self.revisions) if not revision.retracted)

    @cached_property
    def steps(self) -> list[tuple[Revision, Revision]]:
        """The pairs of revisions that are compared: each with the next one, but retracted ones."""
        return list(pairwise(self.standing))

    def code_set(self, code_set_id: str) -> CodeSet:
        """Return the code set with this id; the catalog has checked that it exists."""
        return next(code_set for code_set in self.code_sets if code_set.id == code_set_id)
