"""What new documents are written as: their files, and their entries in provider.yml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from macros.catalog import load as catalog
from macros.languages import ENGLISH
from macros.maintain import edits
from macros.maintain.document import licence
from macros.maintain.intake import UNKNOWN, uneditable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.maintain.revision.incoming import Incoming
    from macros.maintain.revision.places import Day
    from macros.maintain.revision.wish import Wish
    from macros.sources.provider import Provider, Revision


@dataclass(frozen=True, slots=True)
class New:
    """Documents, and the revision that they are or belong to.

    Attributes:
        id: the revision's id.
        index: its place among the provider's revisions.
        host: the revision, where it is held already and gets further documents.
        documents: the documents, in order.
        day: the day of the first one that has one.
        wish: what was asked for.
    """

    id: str
    index: int
    host: Revision | None
    documents: tuple[Incoming, ...]
    day: Day
    wish: Wish

    def is_own(self, number: int) -> bool:
        """Tell whether one of the documents is the revision's own, and no further one."""
        return not self.host and not number


@dataclass(frozen=True, slots=True)
class File:
    """A file to write."""

    path: Path
    content: bytes

    def write(self) -> None:
        """Write it."""
        self.path.write_bytes(self.content)


def name_of(new: New, number: int) -> str:
    """Return the file name of one of the new documents: `2025-12-10.md`, `2025-12-10.ko.md`."""
    one = new.documents[number]
    suffix = one.file.suffix.lower() or ".txt"
    if new.is_own(number):
        return f"{new.id}{suffix}"
    before = [also.language for also in new.host.also] if new.host else []
    first = 0 if new.host else 1
    before += [other.language for other in new.documents[first:number]]
    count = before.count(one.language)
    return f"{new.id}.{one.language.lower()}{f'.{count + 1}' if count else ''}{suffix}"


def describe(folder: Path, name: str, provider: Provider, new: New) -> Iterator[File]:
    """Yield the files with the documents, and provider.yml with their entries.

    Args:
        folder: the provider's folder.
        name: the folder, as errors call it.
        provider: the provider as it was.
        new: the documents.
    """
    path = folder / catalog.PROVIDER_FILE
    text = path.read_text(encoding="utf-8")
    try:
        text = _put(text, new) if new.host else _own(text, provider, new)
    except edits.EditError as error:
        raise uneditable(f"{name}/{catalog.PROVIDER_FILE}", error) from None
    yield File(path, text.encode())
    for number, one in enumerate(new.documents):
        yield File(folder / name_of(new, number), one.content)


def _own(text: str, provider: Provider, new: New) -> str:
    """Return provider.yml with a revision of its own."""
    near = provider.revisions[max(new.index - 1, 0)]
    first = new.documents[0]
    head = {
        "id": new.id,
        "file": name_of(new, 0),
        **({"language": first.language} if first.language != ENGLISH else {}),
        "date": new.day.day.isoformat() if new.day.day else UNKNOWN,
        "dated_by": new.day.by,
        "added": new.wish.today.isoformat(),
        "source": new.wish.source(0),
        "licence": new.wish.licence or _licence(near, first),
        "sha256": first.sha256,
    }
    entry: dict[str, Any] = {**head, "reader": first.likened.fitted.reading.options}
    shown: dict[str, Any] = {**head, "reader": _shown(text, first, new.index - 1)}
    if further := [_also(text, new, near, number) for number in range(1, len(new.documents))]:
        entry["also"] = [one for one, _ in further]
        shown["also"] = [as_shown for _, as_shown in further]
    return edits.after_item(text, ("revisions",), new.index - 1, entry, shown)


def _licence(near: Revision, one: Incoming) -> str:
    """Return the licence of a document: its own, or that of the one before, where it names that."""
    own, name = licence.stated(one.document.text), re.escape(near.licence.partition(" ")[0])
    if own != licence.NOT_STATED or licence.is_quoted(near.licence):
        return own
    return near.licence if re.search(rf"(?<!\w){name}(?!\w)", one.document.text) else own


def _put(text: str, new: New) -> str:
    """Return provider.yml with further documents of a revision that is held."""
    assert new.host, "further documents belong to a revision"
    place = ("revisions", new.index)
    count = len(new.host.also)
    for number in range(len(new.documents)):
        entry, shown = _also(text, new, new.host, number)
        if count + number:
            text = edits.after_item(text, (*place, "also"), count + number - 1, entry, shown)
        else:
            text = edits.key(text, place, "also", [entry], shown=[shown])
    return text


def _also(
    text: str, new: New, near: Revision, number: int
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the entry of a further document, and as it is to be shown in provider.yml."""
    one = new.documents[number]
    head = {
        "file": name_of(new, number),
        "language": one.language,
        **_own_day(new, one),
        "source": new.wish.source(number),
        "licence": new.wish.licence or _licence(near, one),
        "sha256": one.sha256,
    }
    latest = new.index if new.host else new.index - 1
    entry = {**head, "reader": one.likened.fitted.reading.options}
    return entry, {**head, "reader": _shown(text, one, latest)}


def _own_day(new: New, one: Incoming) -> dict[str, str]:
    """Return the day of a further document, where that is not the revision's."""
    own = new.host.date if new.host else new.day.day or UNKNOWN
    if one.day.day:
        return {} if one.day.day == own else {"date": one.day.day.isoformat()}
    return {"date": UNKNOWN} if new.host and own != UNKNOWN else {}


def _shown(text: str, one: Incoming, latest: int) -> dict[str, Any]:
    """Return the options of a document, its tables by the name that provider.yml has for them.

    Args:
        text: provider.yml.
        one: the document.
        latest: the place of the last revision that stands before the entry: names have to.
    """
    options = one.likened.fitted.reading.options
    path = one.likened.like.path
    if not one.likened.fitted.same or int(path[1]) > latest or "tables" not in options:
        return options
    line = edits.line_of(text, (*path, "reader", "tables"))
    match = re.search(r"tables:\s*[&*]([\w-]+)", text.splitlines()[line]) if line else None
    return {**options, "tables": f"{edits.ALIAS}{match[1]}"} if match else options
