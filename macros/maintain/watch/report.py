"""What came of `watch` -> texts for people and programs, saved documents, and the record."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

from macros.maintain import block, check
from macros.sources import compared
from macros.sources.compared import Compared, ComparedDocument

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from macros.maintain.watch.seen import Outcome, Seen

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
