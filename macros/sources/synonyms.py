"""How people say in Chinese, Japanese and Korean what the messages say in English."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field, StringConstraints

from macros.sources import yaml_file
from macros.sources.fields import Strict

if TYPE_CHECKING:
    from pathlib import Path

    from macros.sources.yaml_file import Written

FILE = "synonyms.yml"

# So many letters are a word or its plural, not the beginning of one: `send` begins `sender`, too.
WHOLE_WORD = 4

_SCRIPTS = ("CJK ", "HIRAGANA ", "KATAKANA", "HANGUL ")


def _check_said(word: str) -> str:
    """Refuse what the search would find nowhere: it folds a query, and begins at signs of CJK."""
    if unicodedata.normalize("NFKC", word).lower() != word:
        raise ValueError(f'"{word}" is not as the search folds it: in lower case, in normal widths')
    if not unicodedata.name(word[:1], "").startswith(_SCRIPTS):
        raise ValueError(f'"{word}" does not begin in Chinese, Japanese or Korean script')
    return word


Means = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]{2,}$"),
    Field(description="One word, two letters of a-z or more."),
]
Said = Annotated[
    str,
    StringConstraints(pattern=r"^\S+(?: \S+)*$", max_length=16),
    AfterValidator(_check_said),
    Field(description="A word of 16 signs at most, single spaces within."),
]


class Synonym(Strict):
    """Words that mean one thing, in English and as people say it."""

    means: list[Means] = Field(
        min_length=1,
        description="English words in lower case, any of which says it; those of more than four"
        " letters may be the beginnings of words.",
    )
    said: list[Said] = Field(
        min_length=1,
        description="What people write for it in Chinese, in both scripts, Japanese and Korean:"
        " stems, in lower case; spaces do not count.",
    )


class SynonymsFile(Strict):
    """The whole of `synonyms.yml`."""

    synonyms: list[Synonym] = Field(default=[], description="Each thing once.")


def bare(said: str) -> str:
    """Return a word as the search compares it."""
    return said.replace(" ", "")


def read(data: Path) -> Written[SynonymsFile]:
    """Read the synonyms; there are none where there is no such file.

    Raises:
        ProblemsError: with the line of each fault.
    """
    return yaml_file.read_if_there(data / FILE, f"{data.name}/{FILE}", SynonymsFile)
