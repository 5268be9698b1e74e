"""Conditions that APIs share, and the condition of every code: `data/conditions.yml`.

The classification is the atlas' own. Whether every code has one is the review's matter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Literal, get_args

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from macros.errors import Problem, ProblemsError
from macros.sources import yaml_file
from macros.sources.fields import ConditionId, Prose, Strict, Words

if TYPE_CHECKING:
    from pathlib import Path

    from macros.sources.yaml_file import Written

FILE = "conditions.yml"

# The condition of a text that nobody has classified, and of one that is not the one that was.
UNREVIEWED = "unreviewed"

# The most cautious first: where a code has several meanings, this order decides.
Retry = Literal[
    "never",
    "check-first",
    "after-fix",
    "after-reauthentication",
    "later-with-backoff",
    "no-need",
]
CAUTION: tuple[Retry, ...] = get_args(Retry)
NEVER_WAITS: frozenset[Retry] = frozenset({"never", "no-need", "after-reauthentication"})
Acts = Literal["caller", "end user", "operator", "provider"]
# `window`: until a time that only the message or the account's settings name.
NAMED_WAITS = ("seconds", "minutes", "hours", "next-day", "window")
_COUNTED_WAIT = re.compile(r"([1-9][0-9]{0,4}) (second|minute|hour|day)s?")
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}


def _check_wait(wait: str) -> str:
    if wait not in NAMED_WAITS and not _COUNTED_WAIT.fullmatch(wait):
        named = ", ".join(NAMED_WAITS)
        raise ValueError(f'"{wait}" is no wait: it is {named}, or a number as in "1 hour"')
    return wait


Wait = Annotated[str, AfterValidator(_check_wait)]


def wait_seconds(wait: str) -> int | None:
    """Return the seconds after which the first new try is safe.

    A day is over everywhere after 24 hours, whatever the provider's time zone. None of a `window`:
    nothing but the message, the account or the provider tells when it opens.
    """
    if counted := _COUNTED_WAIT.fullmatch(wait):
        return int(counted[1]) * _SECONDS[counted[2]]
    return {"seconds": 1, "minutes": 60, "hours": 3600, "next-day": 86400}.get(wait)


# google.rpc.Code, https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto
Rpc = Literal[
    "OK",
    "CANCELLED",
    "UNKNOWN",
    "INVALID_ARGUMENT",
    "DEADLINE_EXCEEDED",
    "NOT_FOUND",
    "ALREADY_EXISTS",
    "PERMISSION_DENIED",
    "UNAUTHENTICATED",
    "RESOURCE_EXHAUSTED",
    "FAILED_PRECONDITION",
    "ABORTED",
    "OUT_OF_RANGE",
    "UNIMPLEMENTED",
    "INTERNAL",
    "UNAVAILABLE",
    "DATA_LOSS",
]


class Family(Strict):
    """Conditions of one kind."""

    id: ConditionId = Field(description="Short and fixed for ever.")
    title: Words = Field(description="What its conditions have in common.")


class Condition(Strict):
    """What several APIs say with codes of their own."""

    id: ConditionId = Field(description="Short and fixed for ever: programs know it.")
    family: ConditionId = Field(description="The id of its family.")
    title: Words = Field(description="The field's standard words for it.")
    says: Prose = Field(description="What it is, in a sentence.")
    synonyms: list[Words] = Field(description="Words that people search for, in lower case.")
    rpc: Rpc = Field(description="Its google.rpc.Code.")
    http: Annotated[int, Field(ge=100, le=599)] = Field(description="The usual HTTP status.")
    retry: Retry = Field(description="Whether and when to send the request again.")
    wait: Wait | None = Field(
        None,
        description="How long to wait at least before that: seconds, minutes, hours, next-day,"
        " window (a time that the message or the account names), or a number as in 1 hour.",
    )
    why: Prose = Field(
        description="What to do, or why sending again is of no use: a sentence, verb first."
    )
    acts: Acts = Field(description="Who has to do something.")
    for_user: Prose = Field(
        description="What a program can show to an end user: it tells no secret, blames nobody,"
        " promises nothing."
    )

    @model_validator(mode="after")
    def _waits_where_it_is_sent_again(self) -> Condition:
        _check_waits(self.retry, self.wait)
        return self


def _check_waits(retry: Retry, wait: str | None) -> None:
    if retry == "later-with-backoff" and not wait:
        raise ValueError("`later-with-backoff` needs a `wait`")
    if wait and retry in NEVER_WAITS:
        raise ValueError(f"`{retry}` has no `wait`")


class Meaning(Strict):
    """One of several texts of a code, with a condition of its own."""

    text: str = Field(description="The message, as the document has it.")
    condition: ConditionId = Field(description="The id of its condition.")


class Entry(Strict):
    """What one code belongs to."""

    condition: ConditionId = Field(description="The id of its condition.")
    confidence: Literal["low"] | None = Field(
        None, description="low where the message leaves it open."
    )
    why: Prose | None = Field(None, description="Why it is open.")
    retry: Retry | None = Field(
        None,
        description="The verdict where this very code has another than its condition; with a `do`.",
    )
    wait: Wait | None = Field(
        None, description="How long to wait where this code has another wait than its condition."
    )
    acts: Acts | None = Field(
        None,
        description="Who acts where it is somebody else than with the condition; with a `do`.",
    )
    do: Prose | None = Field(
        None, description="What to do about this very code, where the condition says less."
    )
    for_user: Prose | None = Field(
        None, description="What to show to an end user where the condition's sentence does not fit."
    )
    meanings: list[Meaning] = Field(
        default_factory=list, description="Where the code has or had several."
    )
    as_of: str | None = Field(
        None,
        description="The id of the revision whose text this was chosen for, where it is not the"
        " provider's in `reviewed`. Write it to say that it holds for a text that changed.",
    )

    @model_validator(mode="after")
    def _doubt_has_a_reason(self) -> Entry:
        if (self.confidence is None) != (self.why is None):
            raise ValueError("`confidence: low` and `why` belong together")
        if (self.retry or self.acts) and not self.do:
            raise ValueError("`retry` and `acts` of a code need a `do`")
        return self


def _as_entry(value: object) -> object:
    return {"condition": value} if isinstance(value, str) else value


class ConditionsFile(Strict):
    """The whole of `conditions.yml`."""

    families: list[Family] = Field(description="In the order in which pages show them.")
    conditions: list[Condition] = Field(description="By family, then by id.")
    reviewed: dict[str, str] = Field(
        default_factory=dict,
        description="By provider, the id of the revision whose texts the conditions were chosen"
        " for, where the code itself does not say `as_of`; the first revision where none is named.",
    )
    codes: dict[str, dict[str, Annotated[Entry, BeforeValidator(_as_entry)]]] = Field(
        description="By provider and anchor, in the order of codes; unreviewed where nobody has"
        " chosen a condition yet."
    )


def read(data: Path) -> Written[ConditionsFile]:
    """Read the conditions.

    Raises:
        ProblemsError: when there is no such file, and with the line of each fault.
    """
    name = f"{data.name}/{FILE}"
    if not (data / FILE).is_file():
        do = "Write one: data/README.md describes it."
        raise ProblemsError([Problem(name, 0, "this file is missing.", do)])
    return yaml_file.read(data / FILE, name, ConditionsFile)
