"""What `provider.yml` holds of one revision: its documents, each in one language.

A revision has one document, or several: parts in the same language, twins in others. Each has an
address of its own in the site, for ever.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from pydantic import Field, model_validator

from macros import languages
from macros.sources.fields import (
    Day,
    FileName,
    LanguageTag,
    Prose,
    Strict,
    Unknown,
    WebAddress,
)
from macros.sources.reader_options import ReaderOptions

_ADDED = "The day (ISO) on which the atlas took the document in."
_FILE = "The document's file name in this folder."
_LANGUAGE = "The language of its messages, as a BCP 47 tag: en, ko, zh-Hans."
_LICENCE = 'The licence of the document, or "none stated".'
_READER = "The document's format and how to read it."
_SHA256 = 'The SHA-256 of the file; write "new", and the check tells what it is.'


class Also(Strict):
    """A further document of a revision: another part of it, or a twin in another language."""

    file: FileName = Field(description=_FILE)
    language: LanguageTag = Field(
        description="The language of its messages, as a BCP 47 tag. That of another document of the"
        " revision: a further part of it; another one: a twin."
    )
    date: Day | Unknown | None = Field(
        None, description="Its own day (ISO), where that is not the revision's."
    )
    source: WebAddress | Unknown = Field(
        description='Where this document was published, or "unknown".'
    )
    licence: Prose = Field(description=_LICENCE)
    sha256: str = Field(description=_SHA256)
    reader: ReaderOptions = Field(description=_READER)


class Held(NamedTuple):
    """One document of a revision, as the atlas holds it.

    Attributes:
        name: what it is called in the site's addresses: the revision's id; of a further one with
            its language, `2025-12-10.ko`, and from the second one on a number, `2025-12-10.ko.2`.
        described: what provider.yml says of it.
        path: the way to that, from its revision.
    """

    name: str
    described: Revision | Also
    path: tuple[str | int, ...]

    @property
    def file(self) -> str:
        """Its file name in the provider's folder."""
        return self.described.file

    @property
    def language(self) -> str:
        """The tag of its language."""
        return self.described.language


class Revision(Strict):
    """One state of a provider's document, kept byte for byte."""

    id: str = Field(
        description="The ISO date where it is known, with .2, .3 for further ones of that day; else"
        " r1, r2 and so on."
    )
    file: FileName = Field(description=_FILE)
    date: Day | Unknown = Field(description='The document\'s own day (ISO), or "unknown".')
    dated_by: Prose = Field(description="How the date or the order is known.")
    added: Day = Field(description=_ADDED)
    source: WebAddress | Unknown = Field(
        description='Where this revision was published, or "unknown".'
    )
    licence: Prose = Field(description=_LICENCE)
    sha256: str = Field(description=_SHA256)
    reader: ReaderOptions = Field(description=_READER)
    language: LanguageTag = Field(languages.ENGLISH, description=_LANGUAGE)
    also: list[Also] = Field(
        default_factory=list,
        description="Further documents of it. Their order is kept, as their addresses have it: add"
        " new ones at the end.",
    )
    retracted: Prose | None = Field(
        None,
        description="Why the provider took it back, and how that is known. It stays, and is"
        " compared with nothing.",
    )

    @model_validator(mode="after")
    def _id_tells_the_date(self) -> Revision:
        if self.date == "unknown":
            if not re.fullmatch(r"r[1-9][0-9]*", self.id, re.ASCII):
                raise ValueError(
                    f'the id "{self.id}" of a revision without a date must be r1, r2, …'
                )
            return self
        day = self.date.isoformat()
        if not re.fullmatch(rf"{day}(\.([2-9]|[1-9][0-9]+))?", self.id, re.ASCII):
            what = f'the id "{self.id}" must be the date, "{day}"'
            raise ValueError(f'{what}, or "{day}.2" and so on for further ones of that day')
        return self

    # Not kept: it holds the revision itself, which could then be compared with no other.
    @property
    def documents(self) -> tuple[Held, ...]:
        """Its documents: its own first, then the further ones in their order."""
        found = [Held(self.id, self, ())]
        for place, also in enumerate(self.also):
            before = sum(other.language == also.language for other in self.also[:place])
            number = f".{before + 1}" if before else ""
            name = f"{self.id}.{also.language.lower()}{number}"
            found.append(Held(name, also, ("also", place)))
        return tuple(found)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of its documents, each once, that of titles first: English, else its own.

        The others follow in the order of the documents.
        """
        tags = dict.fromkeys(document.language for document in self.documents)
        return tuple(sorted(tags, key=lambda tag: not languages.is_english(tag)))

    def document(self, file: str) -> Held:
        """Return the document that a row is of, by the row's file, `data/orbit/2025-12-10.md`."""
        name = file.rpartition("/")[2]
        if name == self.file:
            return Held(self.id, self, ())
        return next(document for document in self.documents if document.file == name)
