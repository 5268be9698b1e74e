"""Conditions that APIs share, and the condition of every code: `data/conditions.yml`.

The classification is the atlas' own. Whether every code has one is the review's matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, get_args

from pydantic import BeforeValidator, Field, model_validator

from macros.errors import Problem, ProblemsError
from macros.sources import yaml_file
from macros.sources.fields import ConditionId, Prose, Strict, Words

if TYPE_CHECKING:
    from pathlib import Path

    from macros.sources.yaml_file import Written

FILE = "conditions.yml"

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
Acts = Literal["caller", "end user", "operator", "provider"]
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
    why: Prose = Field(description="The reason for that, in a sentence.")
    acts: Acts = Field(description="Who has to do something.")


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
    meanings: list[Meaning] = Field(
        default_factory=list, description="Where the code has or had several."
    )

    @model_validator(mode="after")
    def _doubt_has_a_reason(self) -> Entry:
        if (self.confidence is None) != (self.why is None):
            raise ValueError("`confidence: low` and `why` belong together")
        return self


def _as_entry(value: object) -> object:
    return {"condition": value} if isinstance(value, str) else value


class ConditionsFile(Strict):
    """The whole of `conditions.yml`."""

    families: list[Family] = Field(description="In the order in which pages show them.")
    conditions: list[Condition] = Field(description="By family, then by id.")
    codes: dict[str, dict[str, Annotated[Entry, BeforeValidator(_as_entry)]]] = Field(
        description="By provider and anchor, in the order of codes."
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
