"""The kinds of values that the YAML files hold, checked when they are read.

Each refuses what would mean something else where it is shown or used.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

from macros import languages


class Strict(BaseModel):
    """A part of a YAML file: every key is known, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _check_day(text: object) -> object:
    """Pydantic would take the seconds since 1970 for a day, too."""
    if isinstance(text, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text, re.ASCII):
        raise ValueError(f'"{text}" is not a day such as 2025-12-10')
    return text


OPEN = "…"  # what commands leave to a person in what they print


def _is_written(text: str) -> str:
    """Refuse what commands print for a person to write."""
    if text == OPEN:
        raise ValueError("it is not said yet: write a sentence, or remove the line if it can go")
    return text


Day = Annotated[date, BeforeValidator(_check_day)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*$")]
# Of a condition or a family: programs know it.
ConditionId = Annotated[str, StringConstraints(pattern=r"^[a-z]+(?:-[a-z]+)*$")]
Unknown = Literal["unknown"]

# Plain words for headings, titles and sentences of ours: they become Markdown, HTML and Jinja
# input, so the characters that mean something there are not allowed in the first place.
Words = Annotated[
    str, StringConstraints(strip_whitespace=True, pattern=r"^[^{}<>\[\]`*_|\\\n\r\t]+$")
]
# Prose of ours; whoever shows it escapes it.
Prose = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_is_written)
]
FileName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"]+$")]
# What `watch` fetches. Plain http is for tests, which ask nobody but this very machine.
Fetchable = Annotated[
    str,
    StringConstraints(
        pattern=r"^(https://[^\s<>\"@/]+|http://(127\.0\.0\.1|localhost|\[::1\])(:[0-9]+)?)(/[^\s<>\"]*)?$"
    ),
    Field(description="An address that can be fetched, beginning with https://."),
]
PrintedCode = Annotated[str, StringConstraints(pattern=r"^\S+$", max_length=64)]
Alias = Annotated[str, StringConstraints(pattern=r"^[^A-Z/{}<>\[\]`*_|\\\n\r\t]+$")]


def _check_pattern(pattern: str) -> str:
    try:
        compiled = re.compile(pattern, re.ASCII)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(f'"{pattern:.80}" is not a regular expression: {error}') from None
    if compiled.fullmatch(""):
        raise ValueError(f'"{pattern}" matches nothing at all, so it would match anywhere')
    return pattern


def _check_code_pattern(pattern: str) -> str:
    """Refuse anchors: they would hide codes that stand inside a text, where none should be."""
    bare = re.sub(r"\\[^AbBZ]|\[\^?\]?(?:\\.|[^\]\\])*\]", "", pattern)
    if re.search(r"[\^$]|\\[AbBZ]", bare):
        raise ValueError(f'"{pattern}" has an anchor; it is for the whole code without one')
    return _check_pattern(pattern)


def _check_language(tag: str) -> str:
    if fault := languages.fault(tag):
        raise ValueError(fault)
    return tag


Pattern = Annotated[str, AfterValidator(_check_pattern)]
CodePattern = Annotated[str, AfterValidator(_check_code_pattern)]
LanguageTag = Annotated[str, AfterValidator(_check_language)]
