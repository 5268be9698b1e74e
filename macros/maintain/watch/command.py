"""`watch` run: what a provider publishes now beside its newest revision -> what is said of it.

Nothing of the provider is written here. `report` says what to do about what differs, tells
what came of it, and keeps what is asked for.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros.catalog import load as catalog
from macros.errors import Problem, ProblemsError
from macros.maintain import edits, staged, terminal
from macros.maintain.run import say
from macros.maintain.watch import report, repository
from macros.maintain.watch.beside import Beside, beside
from macros.maintain.watch.fetch import FetchError, fetch
from macros.maintain.watch.seen import Seen
from macros.publish import pages
from macros.review.language import Language
from macros.sources import compared, glossary

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from macros.catalog.catalog import Catalog
    from macros.maintain.watch.fetch import Fetched
    from macros.maintain.watch.repository import Repository
    from macros.readers.rows import Document
    from macros.sources.provider import Provider
    from macros.sources.revision import Held


_WATCH = "Add `raw`, or `repository` and `path`, to `official` in provider.yml."
_PLACES = "Name one place for each document of the newest revision, in their order."


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

    def seen(self) -> list[Seen]:
        """Compare each document of the newest revision with what is published; say what to do."""
        return report.advised(list(self._compared()), self.provider, self.today, self.folder)

    def _compared(self) -> Iterator[Seen]:
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
            yield replace(begun, lines=(what,), do=_PLACES, is_document=False)

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
        seen = replace(seen, source=fetched.source, is_held=bool(older))
        return report.dated(seen, after.text, fetched, self.provider.latest.date)

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


def exit_status(seen: Sequence[Seen]) -> int:
    """Return 0 where nothing differs, 3 where something does, 1 where that is not known."""
    watched = [one for one in seen if one.outcome != "unwatched"]
    if not watched or not all(one.is_compared for one in watched):
        return 1
    return 3 if any(one.outcome == "differs" for one in watched) else 0


def run_watch(options: Namespace, today: date) -> int:
    """Compare what providers publish now with what is held; write what is asked for."""
    data, folder = options.data, options.save
    _refuse_data(data, folder)
    held = catalog.load(data, pages.written(options.docs))
    _refuse_strangers(data, held, options.providers)
    everything: list[Seen] = []
    for ident in options.providers or held:
        terminal.tell(f"looking at what is published of {ident}")
        named = folder.as_posix() if folder else "DIR"
        seen = list(Comparison(data, held[ident].provider, today, named).seen())
        everything += seen
        if folder:
            report.save(seen, folder)
        told = [line for one in seen for line in report.text(one, saved=bool(folder))]
        if options.record:
            told += [f"  {_recorded(data, ident, report.record(seen, today))}"]
        if options.format == "text":
            for line in told:
                say(line)
    if options.format == "json":
        say(report.as_json(everything, today, saved=bool(folder)))
    elif options.format == "github":
        say(report.as_github(everything, saved=bool(folder)))
    return exit_status(everything)


def _refuse_data(data: Path, folder: Path | None) -> None:
    if folder and data.resolve() in {folder.resolve(), *folder.resolve().parents}:
        what = "this folder is in data/, where documents stand that are taken in."
        raise ProblemsError([Problem(f"--save {folder}", 0, what, "Name another folder.")])


def _refuse_strangers(data: Path, held: Mapping[str, Catalog], named: list[str]) -> None:
    if strangers := [ident for ident in named if ident not in held]:
        what = f'there is no provider "{strangers[0]}".'
        do = f"The providers are {', '.join(held)}."
        raise ProblemsError([Problem(data.name, 0, what, do)])


def _recorded(data: Path, ident: str, text: str | None) -> str:
    """Write what is recorded of a provider, as a whole or not at all; say whether it is."""
    name = f"{data.name}/{ident}/{compared.FILE}"
    if text is None:
        return f"{name} stays as it is: not all documents of {ident} were compared."
    path = data / ident / compared.FILE
    draft = path.with_name(f".{path.name}.draft")
    with staged.alone(data):
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
    return f"Recorded in {name}; commit it."
