"""What is known of codes beyond the documents: a provider's `observations.yml`.

Facts in the atlas' own words, each with the public addresses that it rests on. Whether they fit the
documents is the review's matter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from macros.sources import yaml_file
from macros.sources.conditions import Acts
from macros.sources.fields import (
    ConditionId,
    Day,
    PrintedCode,
    Strict,
    Unknown,
    WebAddress,
    Words,
)

if TYPE_CHECKING:
    from pathlib import Path

    from macros.sources.yaml_file import Written

FILE = "observations.yml"

VARIABLE = re.compile(r"\{[a-z][a-z0-9_]*\}")
_TELLING = re.compile(r"[^\W_]{2,}")

SourceId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]


def _check_visible(text: str) -> str:
    """Refuse what nobody sees: feeds break of it, and texts that look alike differ."""
    if not text.isprintable():
        hidden = next(sign for sign in text if not sign.isprintable())
        raise ValueError(f'"{text}" has a sign that nobody sees, U+{ord(hidden):04X}')
    return text


def _check_message(text: str) -> str:
    fixed = VARIABLE.sub(" ", text)
    if re.search(r"[{}]", fixed):
        raise ValueError(f'"{text}" has a brace beside names such as {{ip}}, in small letters')
    if not _TELLING.search(fixed):
        raise ValueError(f'"{text}" would match everything; it needs a word of its own')
    return text


# A person at night reads it once.
Sentence = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200),
    AfterValidator(_check_visible),
]
MessageText = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    AfterValidator(_check_visible),
    AfterValidator(_check_message),
]

SourceKind = Literal["provider", "sdk", "thread"]


class Source(Strict):
    """A public page that observations rest on."""

    id: SourceId = Field(description="Short, unique within the file: small letters, digits, -.")
    url: WebAddress = Field(description="Its address, of one state of it where there are several.")
    kind: SourceKind = Field(
        description="provider for the provider's own page, source code or SDK; sdk for a list in"
        " somebody else's library; thread for a question, an issue or a report."
    )
    title: Words = Field(description="What it is, in plain words.")
    date: Day | Unknown = Field(
        description="Its own day, or the newest day that it speaks of; unknown where there is none."
    )
    seen: Day = Field(description="The day on which it was read for the atlas.")
    confirmed: bool = Field(
        default=False, description="Whether the one who asked confirmed the answer there."
    )


class Statement(Strict):
    """A fact, with what it rests on."""

    sources: list[SourceId] = Field(min_length=1, description="The ids of its sources.")
    doubt: Sentence | None = Field(
        None, description="Why it is not sure; it counts as sure where there is none."
    )


class Says(Statement):
    """What a code means that no document lists."""

    text: Sentence = Field(description="What it means, in a sentence of ours.")
    product: Words = Field(description="The product that answers with it.")


class Message(Statement):
    """A text that the API sends with a code."""

    text: MessageText = Field(
        description="The text, character for character; what differs from answer to answer is a"
        " name in braces, {ip}."
    )
    shared: list[str] = Field(
        default_factory=list, description="Other codes of the code set with the same text."
    )


class Cause(Statement):
    """Why a code comes, and what helped."""

    why: Sentence = Field(description="What went wrong, in a sentence.")
    tell: Sentence | None = Field(None, description="How to tell that it is this cause.")
    do: Sentence = Field(description="What helped, verb first.")
    acts: Acts = Field(description="Who has to do it.")


class Differs(Statement):
    """Another meaning of a listed code, on a later or other-language page of the provider."""

    text: Sentence = Field(description="What it means there, in a sentence of ours.")
    condition: ConditionId = Field(description="The id of the condition that this stands for.")


class Observation(Strict):
    """What is known of one code beyond the documents."""

    says: Says | None = Field(
        None, description="What it means, where no document lists the code; else it counts no more."
    )
    messages: list[Message] = Field(default_factory=list, description="What the API sends with it.")
    causes: list[Cause] = Field(
        default_factory=list,
        max_length=4,
        description="Why it comes, the most frequent cause first.",
    )
    differs: list[Differs] = Field(
        default_factory=list, description="What later pages of the provider say of it."
    )
    as_of: str | None = Field(
        None,
        description="The id of the revision beside whose text this was written, where it is not the"
        " file's `reviewed`. Write it to say that it holds for a text that changed.",
    )

    @model_validator(mode="after")
    def _something_is_said(self) -> Observation:
        if not self.statements:
            raise ValueError("nothing is said of this code")
        return self

    @property
    def statements(self) -> list[tuple[tuple[str | int, ...], Statement]]:
        """All that is said, each with the way to it in the file: `("causes", 0)`."""
        of_lists = [
            ((name, place), statement)
            for name in ("messages", "causes", "differs")
            for place, statement in enumerate(getattr(self, name))
        ]
        return [*([(("says",), self.says)] if self.says else []), *of_lists]


class Observations(Strict):
    """The whole of an `observations.yml`."""

    sources: list[Source] = Field(default_factory=list, description="What they rest on.")
    reviewed: str | None = Field(
        None,
        description="The id of the revision beside whose texts all of this was written, where a"
        " code itself does not say `as_of`; the first revision where none is named.",
    )
    codes: dict[str, dict[PrintedCode, Observation]] = Field(
        default_factory=dict, description="By code set and code as printed, in the order of codes."
    )


def read(folder: Path, name: str) -> Written[Observations]:
    """Read the observations of one provider; there need not be any.

    Args:
        folder: the provider's folder.
        name: the folder as errors call it, relative to the project.

    Raises:
        ProblemsError: with the line of each fault.
    """
    return yaml_file.read_if_there(folder / FILE, f"{name}/{FILE}", Observations)
