"""What a person says of single codes and texts: a provider's `notes.yml`.

A note quotes the texts that it speaks of. Whether the documents say so is the review's matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from macros.kinds import Kind
from macros.sources import yaml_file
from macros.sources.fields import Prose, Strict
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from macros.sources.yaml_file import Written

FILE = "notes.yml"
Texts = Annotated[
    list[str],
    Field(min_length=1),
    BeforeValidator(lambda one: [one] if isinstance(one, str) else one),
]


def _check_kind(kind: Kind) -> Kind:
    if kind in {Kind.ADDED, Kind.DROPPED}:
        raise ValueError(f'"{kind}" is no change of a text')
    return kind


Earlier = Annotated[str, Field(alias="from", description="The id of the earlier revision.")]
Later = Annotated[str, Field(alias="to", description="The id of the later revision, the next one.")]
NotedKind = Annotated[
    Kind,
    AfterValidator(_check_kind),
    Field(description="What kind of change it is; a text is neither added nor dropped."),
]
# The kinds that do not say by themselves what a reader wants to know.
NEED_A_WHY = tuple(
    kind for kind in Kind if not kind.explained and kind not in {Kind.ADDED, Kind.DROPPED}
)
_WHY = f"A sentence that a reader profits from; needed with {', '.join(NEED_A_WHY)}."


def _check_why(kind: Kind, why: str | None) -> None:
    if not why and not kind.explained:
        raise ValueError(f'"{kind}" needs a `why`')


class ChangeNote(Strict):
    """What a person says of one code's change from one revision to the next."""

    code: str = Field(description="The code's anchor on the catalog page: the code as printed.")
    before: Earlier
    after: Later
    old: Texts = Field(description="The earlier text, or the list of texts where it has rows.")
    new: Texts = Field(description="The later text, or the list of texts where it has rows.")
    kind: NotedKind
    why: Prose | None = Field(None, description=_WHY)

    @model_validator(mode="after")
    def _says_what_the_kind_does_not(self) -> Self:
        _check_why(self.kind, self.why)
        return self

    @property
    def place(self) -> tuple[str, str, str]:
        """The code's anchor and the ids of the two revisions."""
        return self.code, self.before, self.after

    def quotes(self, old: Iterable[str], new: Iterable[str]) -> bool:
        """Tell whether it speaks of these texts, however their lines break."""
        return all(
            [one_line(text) for text in quoted] == [one_line(text) for text in said]
            for quoted, said in ((self.old, old), (self.new, new))
        )


class SharedNote(Strict):
    """What a person says of all changes between two revisions that have one explanation."""

    before: Earlier
    after: Later
    codes: list[str] = Field(
        default_factory=list,
        description="The anchors of the codes that it is about; all codes where it lists none.",
    )
    replaces: dict[Prose, Prose] = Field(
        default_factory=dict,
        description="Words of the earlier texts, and those that the later ones have instead;"
        " whatever their case.",
    )
    only: Literal["white space", "case", "punctuation"] | None = Field(
        None, description="What the texts differ in, where that is all."
    )
    kind: NotedKind
    why: Prose | None = Field(None, description=_WHY)

    @model_validator(mode="after")
    def _says_what_it_covers(self) -> Self:
        _check_why(self.kind, self.why)
        if self.replaces and self.only:
            raise ValueError("a note has `replaces` or `only`, not both")
        if not (self.codes or self.replaces or self.only):
            raise ValueError("a note for many codes has `codes`, `replaces` or `only`")
        return self


class Accepted(Strict):
    """A finding of a rule that is none: what it takes for a mistake is right."""

    rule: str = Field(description="The rule's name.")
    code: str = Field(description="The code's anchor on the catalog page.")
    text: str = Field(description="The message as the document has it.")
    why: Prose = Field(description="Why it is right.")


class TwinNote(Strict):
    """Two codes that differ in sign alone and mean the same; of all others nobody has said it."""

    code: str = Field(description="The anchor of the one without a minus.")
    why: Prose = Field(description="What both of them mean.")


class Quotation(Strict):
    """A text that a finding is about."""

    code: str = Field(description="The code's anchor on the catalog page.")
    text: Prose = Field(description="The message as the document has it.")
    should: Prose | None = Field(
        default=None, description="What it should say, the whole of it; only with a `why`."
    )


class FindingNote(Strict):
    """What a person finds wrong, and no rule."""

    title: Prose = Field(description="What kind of mistake it is, in a few words.")
    harm: Literal["misleads", "unclear", "style"] = Field(
        description="What it costs: who believes the text does the wrong thing, has to ask what is"
        " meant, or finds it careless."
    )
    quotes: list[Quotation] = Field(
        min_length=1, description="The texts, all of one document; it may be of several revisions."
    )
    says: Prose = Field(description="What is wrong, in a sentence or two for readers.")
    why: Prose | None = Field(
        default=None, description="How it is known what a text should say, or why it is not sure."
    )
    sources: list[str] = Field(
        default_factory=list, description="The ids of the sources in observations.yml that say so."
    )

    @model_validator(mode="after")
    def _check_why(self) -> Self:
        if self.why is None and any(quoted.should is not None for quoted in self.quotes):
            raise ValueError("a text that should say something else needs a `why`")
        return self


class Notes(Strict):
    """The whole of a `notes.yml`."""

    changes: list[ChangeNote] = Field(
        default_factory=list, description="Changes between two revisions, reviewed."
    )
    throughout: list[SharedNote] = Field(
        default_factory=list, description="Changes of many codes that have one explanation."
    )
    twins: list[TwinNote] = Field(
        default_factory=list, description="Codes that mean the same with and without a minus."
    )
    accepted: list[Accepted] = Field(
        default_factory=list, description="What rules take for a mistake, and is right."
    )
    findings: list[FindingNote] = Field(
        default_factory=list, description="What is wrong, and no rule can tell."
    )


def read(folder: Path, name: str) -> Written[Notes]:
    """Read the notes of one provider; there need not be any.

    Args:
        folder: the provider's folder.
        name: the folder as errors call it, relative to the project.

    Raises:
        ProblemsError: with the line of each fault.
    """
    return yaml_file.read_if_there(folder / FILE, f"{name}/{FILE}", Notes)
