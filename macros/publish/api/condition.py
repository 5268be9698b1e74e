"""Conditions and verdicts in their public shape: conditions -> Conditions, RetryTable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel

from macros.publish.api import fields
from macros.publish.api.code import Reference
from macros.publish.api.fields import Reports, Retry, Rpc, field
from macros.sources.conditions import Acts, wait_seconds

if TYPE_CHECKING:
    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.publish.api.fields import Link
    from macros.review import conditions as review


class Family(BaseModel):
    """Conditions of one kind."""

    id: str = field("Short and fixed for ever.", "limits")
    title: str = field("What its conditions have in common.", "Limits and quota")


class Condition(BaseModel):
    """What several APIs say with codes of their own."""

    id: str = field("Short and fixed for ever.", "token-expired")
    family: str = field("The id of its family.", "credentials")
    title: str = field("The usual name for it among developers of APIs.", "Token expired")
    description: str = field("What it is, in a sentence.", "The token was valid once.")
    synonyms: list[str] = field("Other words that people search for.", ["expired credentials"])
    rpc: Rpc = fields.RPC
    http_status: int = fields.HTTP_STATUS
    retry: Retry = field("Whether and when to send the request again.", "after-reauthentication")
    wait: str | None = fields.WAIT
    wait_seconds: int | None = fields.WAIT_SECONDS
    why: str = field(
        "What to do, or why sending again is of no use, in a sentence.", "Get a new token."
    )
    for_user: str = field(
        "What a program can show to an end user: it tells no secret and promises nothing.",
        "Your session has ended. Please try again.",
        "1.2",
    )
    acts: Acts = field("Who has to do something.", "caller")
    codes: list[Reference] = field("The codes that stand for it, by provider.", [])
    by: Literal["atlas"] = fields.BY_ATLAS


class Conditions(BaseModel):
    """All conditions, with their codes."""

    families: list[Family] = field("The families, in the order in which pages show them.", [])
    conditions: list[Condition] = field("The conditions, by family, then by id.", [])

    @classmethod
    def of(cls, conditions: review.Conditions, link: Link) -> Conditions:
        """Describe all conditions."""
        return cls(
            families=[Family(id=family.id, title=family.title) for family in conditions.families],
            conditions=[
                Condition(
                    id=condition.id,
                    family=condition.family,
                    title=condition.title,
                    description=condition.says,
                    synonyms=condition.synonyms,
                    rpc=condition.rpc,
                    http_status=condition.http,
                    retry=condition.retry,
                    wait=condition.wait,
                    wait_seconds=wait_seconds(condition.wait) if condition.wait else None,
                    why=condition.why,
                    for_user=condition.for_user,
                    acts=condition.acts,
                    codes=[Reference.of(code, link) for code in conditions.codes[condition.id]],
                    by="atlas",
                )
                for condition in conditions.by_id.values()
            ],
        )


class Verdict(BaseModel):
    """What a client needs to decide whether to send again."""

    condition: str = field("The id of the code's condition.", "token-expired")
    rpc: Rpc = fields.RPC
    retry: Retry = fields.RETRY
    wait: str | None = fields.WAIT
    wait_seconds: int | None = fields.WAIT_SECONDS
    acts: Acts = field(
        "Who has to do something: a new login, for one, is the end user's.", "caller", "1.2"
    )
    code_set: str = field("The id of the code set that has the code.", "api", "1.2")
    reports: Reports = fields.REPORTS
    confidence: Literal["low"] | None = field(
        '"low" where the message leaves the condition open, and the code\'s own file says why;'
        " null where it is plain.",
        "low",
    )

    disputed: bool = field(
        "Whether a later page of the provider gives the code another meaning, so that `retry` is"
        " the most cautious of all of them; the code's own file has them.",
        False,  # noqa: FBT003
        "1.1",
    )

    reviewed: bool = fields.REVIEWED

    @classmethod
    def of(cls, code: Code, conditions: review.Conditions) -> Verdict:
        """Judge a code."""
        condition, verdict = conditions.of(code), conditions.verdict(code)
        return cls(
            condition=condition.id,
            rpc=condition.rpc,
            retry=verdict.retry,
            wait=verdict.wait,
            wait_seconds=verdict.wait_seconds,
            acts=verdict.acts,
            code_set=code.code_set.id,
            reports=code.code_set.reports,
            confidence=conditions.entry(code).confidence,
            disputed=bool(code.differs),
            reviewed=code.url not in conditions.unreviewed,
        )


class RetryTable(BaseModel):
    """Whether to retry, for every code of one provider."""

    provider: str = fields.PROVIDER
    by: Literal["atlas"] = fields.BY_ATLAS
    success: list[str] = field(
        "The codes that are successes, as printed, whether or not a document lists them.", ["0"]
    )
    codes: dict[str, Verdict] = field(
        "The verdicts, by the anchor of the code's row on the catalog page: the code as printed;"
        " {code set}.{code} for one of two code sets that have the same code; a word of its own for"
        " a code that is unfit for an address.",
        {},
    )

    @classmethod
    def of(cls, catalog: Catalog, conditions: review.Conditions) -> RetryTable:
        """Judge every code of one provider."""
        sets = catalog.provider.code_sets
        successes = [code for code_set in sets for code in code_set.response.success]
        return cls(
            provider=catalog.provider.id,
            by="atlas",
            success=list(dict.fromkeys(successes)),
            codes={code.anchor: Verdict.of(code, conditions) for code in catalog.codes},
        )
