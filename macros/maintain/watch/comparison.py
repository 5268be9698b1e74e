"""`watch`: what a provider publishes now beside its newest revision -> what differs.

Nothing is written here. `report` says what came of it, and keeps what is asked for.
"""

from __future__ import annotations

import hashlib
import shlex
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from macros.catalog import load as catalog
from macros.errors import ProblemsError
from macros.maintain import edits
from macros.maintain.intake import UNKNOWN
from macros.maintain.revision import places
from macros.maintain.watch import repository
from macros.maintain.watch.beside import Beside, beside
from macros.maintain.watch.fetch import FetchError, fetch
from macros.review.language import Language
from macros.sources import glossary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from macros.maintain.watch.fetch import Fetched
    from macros.maintain.watch.repository import Repository
    from macros.readers.rows import Document
    from macros.sources.provider import Provider
    from macros.sources.revision import Held

Outcome = Literal["same", "same-rows", "differs", "unreadable", "failed", "unwatched"]
_WATCH = "Add `raw`, or `repository` and `path`, to `official` in provider.yml."
_READ = "Look at it: is it the document? data/README.md tells how its reader is mended."
_PLACES = "Name one place for each document of the newest revision, in their order."

_TOGETHER = "The revision has several documents: add the new ones as one revision, by hand."


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of one document of a provider.

    Attributes:
        provider: the provider's id.
        file: the document that is held, by its path in the project.
        revision: the id of the newest revision.
        outcome: what came of it: `failed` where nothing could be fetched, `unwatched` where nobody
            has said from where, `unreadable` where it cannot be read as the held one is.
        address: where it was looked for; empty where nobody has said.
        lines: what to read of it, in sentences.
        do: what to do; empty where nothing has to be done, or `command` says it.
        source: the permanent address of what was fetched, where there is one.
        content: what was fetched; None where nothing was.
        doubts: why it may be another document.
        codes: the codes of each kind of change.
        name: the file name under which it can be saved.
        command: takes it in, or shows how it can be read; empty where that is of no use.
    """

    provider: str
    file: str
    revision: str
    outcome: Outcome
    address: str = ""
    lines: tuple[str, ...] = ()
    do: str = ""
    source: str = ""
    content: bytes | None = None
    doubts: tuple[str, ...] = ()
    codes: Mapping[str, list[str]] = field(default_factory=dict)
    name: str = ""
    command: str = ""

    @property
    def sha256(self) -> str:
        """The checksum of what was fetched; empty where nothing was."""
        return "" if self.content is None else hashlib.sha256(self.content).hexdigest()

    @property
    def is_compared(self) -> bool:
        """Whether it is known what differs."""
        return self.outcome in {"same", "same-rows", "differs"}


@dataclass(frozen=True, slots=True)
class Comparison:
    """How one provider is compared.

    Attributes:
        data: the folder.
        provider: the provider.
        today: the day.
        folder: where fetched documents are saved, as commands name it.
    """

    data: Path
    provider: Provider
    today: date
    folder: str

    def seen(self) -> Iterator[Seen]:
        """Compare each document of the newest revision with what is published now."""
        official, held = self.provider.official, self.provider.latest.documents
        wanted = official.places
        with ExitStack() as open_:
            opened: Repository | FetchError | None = None
            if official.repository:
                try:
                    way = repository.opened(official.repository, official.branch)
                    opened = open_.enter_context(way)
                except FetchError as error:
                    opened = error
            for document, place in zip(held, wanted, strict=False):
                yield self._one(document, place, opened)
        for document in held[len(wanted) :]:
            what = "nobody has said where this document can be fetched."
            do = _PLACES if wanted else _WATCH
            yield replace(self._begun(document, ""), outcome="unwatched", lines=(what,), do=do)
        for place in wanted[len(held) :]:
            what = f"the revision {self.provider.latest.id} has no document to compare with this."
            begun = replace(self._begun(held[-1], place), file=self._path(catalog.PROVIDER_FILE))
            yield replace(begun, lines=(what,), do=_PLACES)

    def _path(self, file: str) -> str:
        return f"{self.data.name}/{self.provider.id}/{file}"

    def _begun(self, held: Held, place: str) -> Seen:
        """Return what is known of a document before it is fetched."""
        repository_, ident = self.provider.official.repository, self.provider.latest.id
        address = f"{repository_} {place}" if repository_ and place else place
        number = self.provider.latest.documents.index(held)
        stem, suffix = self.provider.id, held.file.rpartition(".")[2]
        return Seen(
            *(self.provider.id, self._path(held.file), ident, "failed", address),
            name=f"{stem}-{number + 1}.{suffix}" if number else f"{stem}.{suffix}",
        )

    def _one(self, held: Held, place: str, opened: Repository | FetchError | None) -> Seen:
        seen = self._begun(held, place)
        try:
            if isinstance(opened, FetchError):
                raise opened
            fetched = opened.file(place) if opened else fetch(place)
        except FetchError as error:
            return replace(seen, lines=(error.what,), do=error.do)
        seen = replace(seen, content=fetched.content, lines=fetched.notes, source=fetched.source)
        before = (self.data / self.provider.id / held.file).read_bytes()
        if fetched.content == before:
            return replace(seen, outcome="same")
        try:
            after = catalog.decode(fetched.content, seen.name)
        except ProblemsError as error:
            said = f" The server calls it {fetched.type}." if fetched.type else ""
            lines = (*seen.lines, f"line {error.problems[0].line}: not UTF-8.{said}")
            return replace(seen, outcome="unreadable", lines=lines, do=error.problems[0].do)
        found = self._beside(held, catalog.decode(before, self._path(held.file)), after)
        older = tuple(self._older(seen.sha256))
        seen = replace(
            seen,
            outcome=found.outcome,
            lines=(*seen.lines, *found.lines),
            doubts=(*older, *found.doubts),
            codes=found.codes,
        )
        if found.outcome == "differs" and not older and opened:
            fetched = _dated(opened, place, fetched)
        return self._with_command(replace(seen, source=fetched.source), after, fetched)

    def _with_command(self, seen: Seen, after: Document, fetched: Fetched) -> Seen:
        """Say what takes in a document that differs, or shows how it can be read."""
        file = f"{self.folder}/{seen.name}"
        if seen.outcome == "unreadable":
            words = ["read", file, "--like", self.provider.id]
            return replace(seen, do=_READ, command=_command(words))
        if seen.outcome == "same-rows" or any(self._older(seen.sha256)):
            return seen
        if self.provider.latest.also:
            return replace(seen, do=_TOGETHER)
        words = ["add-revision", self.provider.id, file, *self._day(after, fetched)]
        if fetched.source.startswith("https://"):
            words += ["--source", fetched.source]
        return replace(seen, command=_command(words))

    def _beside(self, held: Held, before: Document, after: Document) -> Beside:
        path = self.data / self.provider.id / catalog.PROVIDER_FILE
        options = edits.values(path.read_text(encoding="utf-8"))["revisions"]
        index = self.provider.revisions.index(self.provider.latest)
        for step in (index, *held.path, "reader"):
            options = options[step]
        language = Language(frozenset(glossary.read(self.data)))
        return beside(self.provider, held, options, before, after, language)

    def _older(self, digest: str) -> Iterator[str]:
        """Yield that what is published is held already, if it is."""
        for revision in self.provider.revisions:
            if any(document.described.sha256 == digest for document in revision.documents):
                yield f"an old copy? It is, byte for byte, of the revision {revision.id}."

    def _day(self, after: Document, fetched: Fetched) -> Sequence[str]:
        """Return the options that say of which day a document is, where it does not say that."""
        newest = self.provider.latest.date
        if not isinstance(newest, date):
            return ["--date", UNKNOWN]
        said = places.found_day("", after.text).day
        if said and said > newest:
            return []
        if fetched.day and fetched.day > newest:
            return ["--date", fetched.day.isoformat(), "--dated-by", fetched.dated_by]
        why = "It was fetched on this day; its own day is not known."
        return ["--date", self.today.isoformat(), "--dated-by", why]


def _dated(opened: Repository, path: str, fetched: Fetched) -> Fetched:
    """Return what was fetched with the commit since which it is so, where that can be told."""
    if not (since := opened.last_change(path)):
        return fetched
    commit, day = since
    why = (
        f"It is, byte for byte, {path} of the public repository {opened.address} at commit"
        f" {commit[:12]}, which is of that day."
    )
    return replace(fetched, source=opened.permanent(commit, path), day=day, dated_by=why)


def _command(words: Sequence[str]) -> str:
    return shlex.join(["python", "-m", "macros", *words])


def exit_status(seen: Sequence[Seen]) -> int:
    """Return 0 where nothing differs, 3 where something does, 1 where that is not known."""
    watched = [one for one in seen if one.outcome != "unwatched"]
    if not watched or not all(one.is_compared for one in watched):
        return 1
    return 3 if any(one.outcome == "differs" for one in watched) else 0
