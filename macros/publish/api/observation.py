"""What is known of a code beyond the documents, in its public shape: observed -> Observation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel

from macros.publish.api import fields
from macros.publish.api.fields import Day, Retry, Rpc, Url, field
from macros.sources.conditions import Acts
from macros.sources.observations import SourceKind

if TYPE_CHECKING:
    from macros.catalog import model
    from macros.publish import entry
    from macros.sources import observations

SINCE = "1.1"
_CONFIDENCE = field(
    '"low" where it rests on little, and `doubt` says why; null where it is sure.', "low", SINCE
)
_DOUBT = field("Why it is not sure; null where it is.", "One thread alone says so.", SINCE)


class Source(BaseModel):
    """A public page that a statement rests on."""

    url: Url = field(
        "Its address, outside the atlas.", "https://github.com/example/sdk/issues/7", SINCE
    )
    title: str = field("What it is.", "An issue of an SDK", SINCE)
    kind: SourceKind = field(
        "provider: the provider's own page, source code or SDK; sdk: a list in somebody else's"
        " library; thread: a question, an issue or a report.",
        "thread",
        SINCE,
    )
    date: Day | None = field("Its own day (ISO); null where it is unknown.", "2024-03-05", SINCE)
    seen: Day = field("The day (ISO) on which it was read for the atlas.", "2026-11-26", SINCE)

    @classmethod
    def of(cls, page: observations.Source) -> Source:
        """Describe a source."""
        return cls(
            url=page.url,
            title=page.title,
            kind=page.kind,
            date=None if page.date == "unknown" else page.date.isoformat(),
            seen=page.seen.isoformat(),
        )


class ObservedMeaning(BaseModel):
    """What a code means that no document lists."""

    text: str = field("The meaning, in the atlas' words.", "Each code works once.", SINCE)
    product: str = field("The product that answers with it.", "WeChat Official Accounts", SINCE)
    confidence: Literal["low"] | None = _CONFIDENCE
    doubt: str | None = _DOUBT
    sources: list[Source] = field("What it rests on.", [], SINCE)


class ObservedMessage(BaseModel):
    """A text that the API was seen to send with a code."""

    text: str = field(
        "The text, character for character; what differs from answer to answer is a name in"
        " braces.",
        "invalid ip {ip}, not in whitelist",
        SINCE,
    )
    confidence: Literal["low"] | None = _CONFIDENCE
    doubt: str | None = _DOUBT
    sources: list[Source] = field("Where it was seen.", [], SINCE)


class Cause(BaseModel):
    """Why a code comes, and what helped."""

    why: str = field("What went wrong, in a sentence.", "Two requests redeem one code.", SINCE)
    tell: str | None = field(
        "How to tell that it is this cause; null where nothing is known.",
        "The log shows two requests with one code.",
        SINCE,
    )
    do: str = field("What helped.", "Keep the answer to the first request.", SINCE)
    acts: Acts = field("Who has to do it.", "caller", SINCE)
    confidence: Literal["low"] | None = _CONFIDENCE
    doubt: str | None = _DOUBT
    sources: list[Source] = field("What it rests on.", [], SINCE)


class OtherMeaning(BaseModel):
    """Another meaning of a listed code, on a later or other-language page of the provider."""

    text: str = field("The meaning, in the atlas' words.", "The coupon is missing.", SINCE)
    condition: str = field("The id of the condition that this stands for.", "value-invalid", SINCE)
    rpc: Rpc = fields.RPC
    retry: Retry = field("Whether to send again if the code means this.", "after-fix", SINCE)
    confidence: Literal["low"] | None = _CONFIDENCE
    doubt: str | None = _DOUBT
    sources: list[Source] = field("The pages that say so.", [], SINCE)


class Observation(BaseModel):
    """What is known of one code beyond the documents; all of it the atlas' words but `messages`."""

    says: ObservedMeaning | None = field(
        "What the code means; null where a document lists it, whose word counts.", None, SINCE
    )
    messages: list[ObservedMessage] = field("What the API was seen to send with it.", [], SINCE)
    causes: list[Cause] = field("Why it comes, the most frequent cause first.", [], SINCE)
    differs: list[OtherMeaning] = field(
        "What later pages of the provider say that it means.", [], SINCE
    )

    reviewed: bool = field(
        "Whether it was written beside what the provider says now, or confirmed for it: where not,"
        " the document said something else then.",
        True,  # noqa: FBT003
        "1.3",
    )

    @classmethod
    def of(
        cls, observed: model.Observed, differs: tuple[entry.Differing, ...], *, reviewed: bool
    ) -> Observation:
        """Describe what is known of a code."""
        written = observed.observation
        says = written.says
        return cls(
            says=ObservedMeaning(text=says.text, product=says.product, **_rests(observed, says))
            if says
            else None,
            messages=[
                ObservedMessage(text=message.text, **_rests(observed, message))
                for message in written.messages
            ],
            causes=[
                Cause(
                    why=cause.why,
                    tell=cause.tell,
                    do=cause.do,
                    acts=cause.acts,
                    **_rests(observed, cause),
                )
                for cause in written.causes
            ],
            differs=[
                OtherMeaning(
                    text=other.statement.text,
                    condition=other.verdict.condition.id,
                    rpc=other.verdict.condition.rpc,
                    retry=other.verdict.retry,
                    **_rests(observed, other.statement),
                )
                for other in differs
            ],
            reviewed=reviewed,
        )


def _rests(observed: model.Observed, statement: observations.Statement) -> dict[str, object]:
    """Return the fields that all statements have."""
    return {
        "confidence": "low" if statement.doubt else None,
        "doubt": statement.doubt,
        "sources": [Source.of(page) for page in observed.sources(statement)],
    }
