"""The limits and fields that messages name, in their public shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, WithJsonSchema

from macros import addresses
from macros.publish.api.fields import Url, field

if TYPE_CHECKING:
    from macros.publish.api.fields import Link
    from macros.review import fields as review
    from macros.review.model import Stated

SINCE = "1.2"

# Whole numbers stand without a point.
Number = Annotated[int | float, WithJsonSchema({"type": "number"})]


class Limit(BaseModel):
    """A limit that a message names, as a program of the atlas reads its words."""

    bound: str = field(
        'On which side of its number it keeps things: "at-most", "at-least", "exactly" or'
        ' "between". New bounds may be added: use `minimum` and `maximum`.',
        "at-most",
        SINCE,
    )
    minimum: Number | None = field(
        "The least number that it allows; null where it sets none.", None, SINCE
    )
    maximum: Number | None = field(
        "The largest number that it allows; null where it sets none.", 1300, SINCE
    )
    unit: str | None = field(
        "What the numbers count, in the provider's words; null where they do not say.",
        "characters",
        SINCE,
    )
    of: str | None = field(
        'The provider\'s words that name the thing, in one piece or with " … " between two; null'
        " where there are none.",
        "template body",
        SINCE,
    )
    applies: str | None = field(
        'The provider\'s words that say when, or how, it applies, with "; " between those of'
        " several places; null where there are none.",
        "with an image attached",
        SINCE,
    )
    message: str = field(
        "The message that says so.", "The template body exceeds 1,300 characters", SINCE
    )
    start: int = field(
        "The place in the message at which the words begin that say so, in Unicode characters from"
        " 0.",
        18,
        SINCE,
    )
    end: int = field("The place behind the last of these words.", 42, SINCE)
    by: Literal["atlas"] = field(
        "Whose reading it is: always the atlas', never the provider's.", "atlas", SINCE
    )
    # The last one: below it the name is no longer the function's.
    field: str | None = field(
        "The identifier among the words of `of`; null where there is none.", None, SINCE
    )

    @classmethod
    def of_stated(cls, stated: Stated) -> Limit:
        """Give a limit its public shape."""
        limit = stated.limit
        return cls(
            bound=limit.bound.value,
            minimum=limit.least,
            maximum=limit.most,
            unit=limit.unit,
            of=limit.of,
            field=limit.field,
            applies=limit.applies,
            message=stated.message,
            start=limit.start,
            end=limit.end,
            by="atlas",
        )


class CodeField(BaseModel):
    """A field that the newest messages of a code name."""

    name: str = field(
        "The identifier, in the spelling that is printed most often.", "templateTitle", SINCE
    )
    printed: list[str] = field(
        "All spellings in the provider's messages, `name` first; they differ in case alone.",
        ["templateTitle"],
        SINCE,
    )
    url: Url = field(
        "Where all codes on the field are listed.",
        "https://atlas.example/kakaotalk/limits/#field:templateTitle",
        SINCE,
    )

    @classmethod
    def of(cls, named: review.Field, link: Link) -> CodeField:
        """Describe a field."""
        return cls(name=named.name, printed=list(named.printed), url=_page(named, link))


class FieldCode(BaseModel):
    """A code whose newest messages name a field."""

    code_set: str = field("The id of the code set.", "api", SINCE)
    code: str = field("The code as printed, with its sign.", "-3016", SINCE)
    url: Url = field("The page of the code.", "https://atlas.example/kakaotalk/-3016/", SINCE)


class Field(CodeField):
    """A field that a provider's newest messages name, with all codes on it."""

    codes: list[FieldCode] = field("The codes, in order.", [], SINCE)

    @classmethod
    def of(cls, named: review.Field, link: Link) -> Field:
        """Describe a field with its codes."""
        return cls(
            name=named.name,
            printed=list(named.printed),
            url=_page(named, link),
            codes=[
                FieldCode(code_set=code.code_set.id, code=code.code, url=link(code.url))
                for code in named.codes
            ],
        )


def _page(named: review.Field, link: Link) -> str:
    provider = named.codes[0].provider.id
    return link(addresses.FIELD(provider=provider, field=named.name))
