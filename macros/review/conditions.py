"""The same condition across providers: `data/conditions.yml`, checked against the catalogs.

The classification is the atlas' own. Every code has one condition, and every condition a code.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal, get_args

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from macros.errors import Problem, ProblemsError
from macros.sources.provider import Prose, Words
from macros.sources.reader_options import Strict
from macros.sources.yaml_file import YamlFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.catalog.model import Atlas, Code

FILE = "conditions.yml"
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z]+(?:-[a-z]+)*$")]

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
RETRY_WORDS: dict[Retry, str] = {
    "never": "never",
    "check-first": "check first",
    "after-fix": "after a fix",
    "after-reauthentication": "after a new login",
    "later-with-backoff": "later, with backoff",
    "no-need": "no need",
}
RETRY_DOES: dict[Retry, str] = {
    "never": "Gives up. The same request fails for ever, or must not be sent twice.",
    "check-first": "Asks the API whether it was done. A blind retry may do it twice.",
    "after-fix": "Reports it to those who can fix the request, the settings or the data.",
    "after-reauthentication": "Gets a new token or login, then sends again, once.",
    "later-with-backoff": "Waits, twice as long each time, then sends again.",
    "no-need": "Does not send again: it is done, or on its way.",
}
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

    id: Identifier = Field(description="Short and fixed for ever.")
    title: Words = Field(description="What its conditions have in common.")


class Condition(Strict):
    """What several APIs say with codes of their own."""

    id: Identifier = Field(description="Short and fixed for ever: programs know it.")
    family: Identifier = Field(description="The id of its family.")
    title: Words = Field(description="The field's standard words for it.")
    says: Prose = Field(description="What it is, in a sentence.")
    synonyms: list[Words] = Field(description="Words that people search for, in lower case.")
    rpc: Rpc = Field(description="Its google.rpc.Code.")
    http: Annotated[int, Field(ge=100, le=599)] = Field(description="The usual HTTP status.")
    retry: Retry = Field(description="Whether and when to send the request again.")
    why: Prose = Field(description="The reason for that, in a sentence.")
    acts: Literal["caller", "end user", "operator", "provider"] = Field(
        description="Who has to do something."
    )


class Meaning(Strict):
    """One of several texts of a code, with a condition of its own."""

    text: str = Field(description="The message, as the document has it.")
    condition: Identifier = Field(description="The id of its condition.")


class Entry(Strict):
    """What one code belongs to."""

    condition: Identifier = Field(description="The id of its condition.")
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


@dataclass(frozen=True, repr=False)
class Conditions:
    """All conditions, and each code's.

    Attributes:
        families: in order.
        by_id: conditions by id, in order.
        entries: by the code's address in the site.
        codes: the codes of each condition, by id, in the order of providers and codes.
    """

    families: tuple[Family, ...]
    by_id: dict[str, Condition]
    entries: dict[str, Entry]
    codes: dict[str, tuple[Code, ...]]

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self.by_id)

    @property
    def by_family(self) -> list[tuple[Family, list[Condition]]]:
        """The families, each with its conditions."""
        return [
            (family, [one for one in self.by_id.values() if one.family == family.id])
            for family in self.families
        ]

    def entry(self, code: Code) -> Entry:
        """Return what one code belongs to."""
        return self.entries[code.url]

    def of(self, code: Code) -> Condition:
        """Return the condition of one code."""
        return self.by_id[self.entry(code).condition]

    def meaning(self, code: Code, text: str) -> Condition:
        """Return the condition of one text of a code: its own, else the code's."""
        entry = self.entry(code)
        own = {one.text: one.condition for one in entry.meanings}
        return self.by_id[own.get(text, entry.condition)]

    def elsewhere(self, code: Code) -> tuple[Code, ...]:
        """Return the codes of other providers with the same condition."""
        same = self.codes[self.entry(code).condition]
        return tuple(one for one in same if one.provider.id != code.provider.id)


def load(data: Path, atlas: Atlas) -> Conditions:
    """Read the conditions, and hold them against the catalogs.

    Args:
        data: the folder; where it has no `conditions.yml`, there are no conditions.
        atlas: all catalogs.

    Raises:
        ProblemsError: with every code that lacks a condition, ready to paste, and all that is
            unknown, unused, doubled or out of order.
    """
    path = data / FILE
    name = f"{data.name}/{FILE}"
    if not path.is_file():
        return Conditions((), {}, {}, {})
    file = YamlFile(path, name)
    content = file.check(ConditionsFile)
    known = {code.url: code for one in atlas.catalogs.values() for code in one.codes}
    problems = [*_faults(content, file), *_code_faults(content, file, atlas)]
    if problems:
        raise ProblemsError(problems)
    entries = {
        atlas_code.url: content.codes[atlas_code.provider.id][atlas_code.anchor]
        for atlas_code in known.values()
    }
    by_id = {one.id: one for one in content.conditions}
    codes = {
        ident: tuple(code for code in known.values() if entries[code.url].condition == ident)
        for ident in by_id
    }
    return Conditions(tuple(content.families), by_id, entries, codes)


def _faults(content: ConditionsFile, file: YamlFile) -> Iterator[Problem]:
    """Yield what is wrong with the conditions themselves."""
    families = [one.id for one in content.families]
    order = []
    used = {
        ident
        for entries in content.codes.values()
        for entry in entries.values()
        for ident in (entry.condition, *(one.condition for one in entry.meanings))
    }
    for place, one in enumerate(content.conditions):
        line = file.line("conditions", place)
        if one.family not in families:
            what = f'there is no family "{one.family}".'
            yield Problem(file.name, line, what, f"The families are {', '.join(families)}.")
            continue
        order.append((families.index(one.family), one.id))
        if order[-1] != max(order) or order.count(order[-1]) > 1:
            what = f'"{one.id}" is not in its place: by family, then by id, each once.'
            yield Problem(file.name, line, what, "Move it.")
        if one.id not in used:
            what = f'no code has the condition "{one.id}".'
            yield Problem(file.name, line, what, "Remove it, or give it its codes.")


def _code_faults(content: ConditionsFile, file: YamlFile, atlas: Atlas) -> Iterator[Problem]:
    """Yield what is wrong with the list of codes."""
    for provider_id in content.codes.keys() - atlas.catalogs.keys():
        line = file.line("codes", provider_id)
        what = f'there is no provider "{provider_id}".'
        yield Problem(file.name, line, what, "Mend or remove it.")
    conditions = {one.id: one for one in content.conditions}
    for provider_id, catalog in atlas.catalogs.items():
        entries = content.codes.get(provider_id, {})
        codes = {code.anchor: code for code in catalog.codes}
        if missing := [code for code in catalog.codes if code.anchor not in entries]:
            what = f"codes of {provider_id} without a condition: {len(missing)}."
            do = "\n".join(["Add them in their places, a condition each:", *map(_draft, missing)])
            yield Problem(file.name, file.line("codes", provider_id), what, do)
        listed = [anchor for anchor in entries if anchor in codes]
        if listed != [anchor for anchor in codes if anchor in entries]:
            what = f"the codes of {provider_id} are not in the order of codes."
            do = "Sort them as the catalog page does."
            yield Problem(file.name, file.line("codes", provider_id), what, do)
        for anchor, entry in entries.items():
            line = file.line("codes", provider_id, anchor)
            if anchor not in codes:
                what = f'no document of {provider_id} lists the code "{anchor}".'
                yield Problem(file.name, line, what, "Mend or remove it.")
                continue
            for what, do in _entry_faults(entry, codes[anchor], conditions):
                yield Problem(file.name, line, what, do)


def _draft(code: Code) -> str:
    """Return the line of a code that has no condition yet, with what the provider says of it."""
    said = " / ".join(" ".join(message.split()) for message in code.messages)
    return f'    "{code.anchor}":  # {said}'


def _entry_faults(
    entry: Entry, code: Code, conditions: dict[str, Condition]
) -> Iterator[tuple[str, str]]:
    unknown = [
        ident
        for ident in (entry.condition, *(one.condition for one in entry.meanings))
        if ident not in conditions
    ]
    for ident in unknown:
        yield f'there is no condition "{ident}".', "Mend it, or describe it under `conditions`."
    said = {row.message for listing in code.listings for row in listing.rows}
    texts = [one.text for one in entry.meanings]
    for text in texts:
        if text not in said:
            yield f'no revision says "{text}" of {code.name}.', "Quote the document."
        if texts.count(text) > 1:
            yield f'"{text}" has two conditions.', "Keep one."
    current = [one for one in entry.meanings if one.text in code.messages]
    if current and not unknown:
        most = min(CAUTION.index(conditions[one.condition].retry) for one in current)
        if CAUTION.index(conditions[entry.condition].retry) != most:
            what = f"the verdict of {code.name} is not the most cautious of its meanings."
            yield what, f'Choose the one with the verdict "{CAUTION[most]}".'
