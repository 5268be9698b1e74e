"""What came of `watch`, for people and programs, with what to do about what differs."""

from __future__ import annotations

import json
import shlex
import unicodedata
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from macros.languages import ENGLISH
from macros.maintain import block, check
from macros.maintain.intake import UNKNOWN
from macros.maintain.revision import places
from macros.maintain.revision.places import Day
from macros.sources import compared
from macros.sources.compared import Compared, ComparedDocument

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from macros.maintain.watch.fetch import Fetched
    from macros.maintain.watch.seen import Outcome, Seen
    from macros.sources.provider import Provider


_READ = "Look at it: is it the document? data/README.md tells how its reader is mended."
_FETCHED = "It was fetched on this day; its own day is not known."
_TOGETHER = "The revision has several documents: the command takes in all of them as the next one."
_OLD = "The command takes in the held one again: look whether it is still the same."
_NOT_COMPARED = frozenset({"failed", "unwatched"})
_UNCHANGED = frozenset({"same", *_NOT_COMPARED})


def dated(seen: Seen, text: str, fetched: Fetched, newest: date | str) -> Seen:
    """Return what came of a document with its day, where anything tells that.

    Args:
        seen: what came of it.
        text: what it says.
        fetched: how it was fetched.
        newest: the day of the newest revision that is held.
    """
    said = places.found_day("", text)
    if not isinstance(newest, date):
        return seen
    if said.day and said.day > newest:
        return replace(seen, day=said, says_day=True)
    if fetched.day and fetched.day > newest:
        return replace(seen, day=Day(fetched.day, fetched.dated_by))
    return seen


def advised(seen: Sequence[Seen], provider: Provider, today: date, folder: str) -> list[Seen]:
    """Return what came of the documents of a provider, with what to do about each.

    Args:
        seen: what came of each, in the order of the documents.
        provider: the provider.
        today: the day.
        folder: where fetched documents are saved, as commands name it.
    """
    differing = [one for one in seen if one.outcome == "differs" and not one.is_held]
    together = bool(differing and provider.latest.also)
    found = []
    for one in seen:
        if one.outcome == "unreadable" and not one.do:
            words = ["read", f"{folder}/{one.name}", "--like", provider.id]
            found.append(replace(one, do=_READ, command=_command(words)))
        elif together and one is differing[-1]:
            words = _together(seen, differing, provider, today, folder)
            found.append(replace(one, do=_TOGETHER, command=_command(words)))
        elif together and one.is_document and one.outcome in _NOT_COMPARED:
            found.append(replace(one, do=f"{one.do} {_OLD}"))
        elif not together and one in differing:
            words = [provider.id, f"{folder}/{one.name}", *_day(one, provider, today)]
            words += ["--source", one.source] if _is_address(one.source) else []
            found.append(replace(one, command=_command(["add-revision", *words])))
        else:
            found.append(one)
    return found


def _together(
    seen: Sequence[Seen], differing: Sequence[Seen], provider: Provider, today: date, folder: str
) -> list[str]:
    """Return the command that takes in all documents of a revision as the next one."""
    documents = [one for one in seen if one.is_document]
    files, languages, sources = [], [], []
    for one, held in zip(documents, provider.latest.documents, strict=True):
        is_old = one.outcome in _UNCHANGED
        files.append(one.file if is_old else f"{folder}/{one.name}")
        source = held.described.source if one.outcome in _NOT_COMPARED else one.source
        sources.append(source if _is_address(source) else UNKNOWN)
        languages.append(held.language)
    # The day holds for all of them: an old document can say one of its own.
    newest = max(differing, key=lambda one: (one.day and one.day.day) or date.min)
    words = ["add-revision", provider.id, *files]
    if set(languages) != {ENGLISH}:
        words += [word for tag in _once(languages) for word in ("--language", tag)]
    words += _day(replace(newest, says_day=False), provider, today)
    return [*words, *(word for source in _once(sources) for word in ("--source", source))]


def _once(values: Sequence[str]) -> Sequence[str]:
    """Return what is said of all documents: once where it is the same of each."""
    return values if len(set(values)) > 1 else values[:1]


def _day(one: Seen, provider: Provider, today: date) -> list[str]:
    """Return the options that say of which day a document is, where it does not say that itself."""
    if not isinstance(provider.latest.date, date):
        return ["--date", UNKNOWN]
    if not (one.day and one.day.day):
        return ["--date", today.isoformat(), "--dated-by", _FETCHED]
    return [] if one.says_day else ["--date", one.day.day.isoformat(), "--dated-by", one.day.by]


def _is_address(source: str) -> bool:
    return source.startswith("https://")


def _command(words: Sequence[str]) -> str:
    return shlex.join(["python", "-m", "macros", *words])


SAYS: dict[Outcome, str] = {
    "same": "the same, byte for byte",
    "same-rows": "the same codes and texts, though other bytes",
    "differs": "differs",
    "unreadable": "cannot be read as the last one",
    "failed": "not compared",
    "unwatched": "not watched",
}
_LEVELS: dict[Outcome, str] = {
    "same": "notice",
    "same-rows": "notice",
    "differs": "warning",
    "unreadable": "error",
    "failed": "error",
    "unwatched": "notice",
}


def text(seen: Seen, *, saved: bool) -> Iterator[str]:
    """Yield what to read of one document.

    Args:
        seen: what came of it.
        saved: whether what was fetched is saved.
    """
    where = f"; looked at {seen.address}" if seen.address else ""
    yield f"{seen.file}: {SAYS[seen.outcome]}{where}"
    for line in seen.lines:
        yield f"  {plain(line)}"
    for doubt in seen.doubts:
        yield f"  Look twice: {plain(doubt)}"
    if seen.do:
        yield f"  {seen.do}"
    if seen.command:
        yield "  Saved. Next:" if saved else "  Run it again with --save DIR, then:"
        yield f"    {seen.command}"


def as_json(seen: Iterable[Seen], today: date, *, saved: bool) -> str:
    """Return all that came of it as JSON."""
    listed = [
        {
            "provider": one.provider,
            "document": one.file,
            "revision": one.revision,
            "day": today.isoformat(),
            "address": one.address or None,
            "outcome": one.outcome,
            "codes": dict(one.codes),
            "lines": list(one.lines),
            "doubts": list(one.doubts),
            "do": one.do or None,
            "source": one.source or None,
            "sha256": one.sha256 or None,
            "bytes": None if one.content is None else len(one.content),
            "saved_as": one.name if saved and one.content is not None else None,
            "command": one.command or None,
        }
        for one in seen
    ]
    return json.dumps(listed, indent=1, ensure_ascii=False)


def as_github(seen: Iterable[Seen], *, saved: bool) -> str:
    """Return all that came of it as annotations of GitHub Actions."""
    return "\n".join(
        check.annotation(_LEVELS[one.outcome], one.file, 0, "\n".join(text(one, saved=saved)))
        for one in seen
    )


def plain(line: str) -> str:
    """Return what a stranger wrote without signs that a terminal would obey."""
    return "".join(
        sign
        if unicodedata.category(sign) not in {"Cc", "Cf", "Cs"}
        else "\N{REPLACEMENT CHARACTER}"
        for sign in line
    )


def save(seen: Iterable[Seen], folder: Path) -> None:
    """Write what was fetched, and is not held, into a folder."""
    for one in seen:
        if one.content is not None and one.outcome != "same":
            folder.mkdir(parents=True, exist_ok=True)
            (folder / one.name).write_bytes(one.content)


def record(seen: Sequence[Seen], today: date) -> str | None:
    """Return what to record of one provider; None where a document of it was not compared."""
    documents = [
        ComparedDocument.model_validate(
            {
                "file": one.file.rpartition("/")[2],
                "address": one.source,
                "outcome": one.outcome,
                "sha256": one.sha256,
            }
        )
        for one in seen
        if one.is_compared
    ]
    if not documents or len(documents) < len(seen):
        return None
    one = Compared(day=today, revision=seen[0].revision, documents=documents)
    return compared.HEAD + block.rendered(one.model_dump(mode="json"))
