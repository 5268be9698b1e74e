"""What changed, for feed readers: reviews -> Atom feeds, an entry per revision.

Ids are `tag:` URIs (RFC 4151) that hold whatever host the site is on; times come from the data.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.publish import wording as citation
from macros.review.changes import KINDS, TITLES

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from macros.review.changes import Change
    from macros.review.load import Review
    from macros.sources.provider import Revision

_TAG = "tag:error-code-atlas,2026:"


@dataclass(frozen=True, slots=True)
class Entry:
    """One revision of one document.

    `updated` is the day on which the atlas took it in, so that feed readers see it as new;
    `published` is the document's own, empty where it is unknown. `page` is relative to the site.
    """

    title: str
    id: str
    updated: str
    published: str
    page: str
    summary: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed; `path` and `page` are relative to the site."""

    title: str
    id: str
    updated: str
    path: str
    page: str
    entries: tuple[Entry, ...]


def feeds(reviews: Iterable[Review]) -> list[Feed]:
    """Return the feed of all providers, and the feed of each."""
    found = list(reviews)
    everything = sorted(
        (entry for review in found for entry in _entries(review)),
        key=lambda entry: (entry.updated, entry.published, entry.id),
        reverse=True,
    )
    title = "Error Code Atlas: what changed"
    all_of_them = Feed(title, f"{_TAG}feed", _newest(everything), "feed.xml", "", tuple(everything))
    return [all_of_them, *(_feed(review) for review in found)]


def _feed(review: Review) -> Feed:
    provider = review.catalog.provider
    entries = tuple(reversed(_entries(review)))
    return Feed(
        f"{provider.product}: what changed",
        f"{_TAG}feed/{provider.id}",
        _newest(entries),
        f"{provider.id}/feed.xml",
        f"{provider.id}/changes/",
        entries,
    )


def _newest(entries: Iterable[Entry]) -> str:
    return max(entry.updated for entry in entries)


def _entries(review: Review) -> list[Entry]:
    provider = review.catalog.provider
    return [_entry(review, revision) for revision in provider.revisions]


def _entry(review: Review, revision: Revision) -> Entry:
    provider = review.catalog.provider
    changes = tuple(
        sorted(
            (change for change in review.changes if change.after is revision),
            key=lambda change: KINDS.index(change.kind),
        )
    )
    first = revision is provider.revisions[0]
    return Entry(
        f"{provider.product}: {citation.as_of(revision)}",
        f"{_TAG}revision/{provider.id}/{revision.id}",
        _time(revision.added),
        "" if revision.date == "unknown" else _time(revision.date),
        f"{provider.id}/" if first else f"{provider.id}/changes/#from:{_before(review, revision)}",
        "The first revision that the atlas holds." if first else summary(changes),
        changes,
    )


def _time(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _before(review: Review, revision: Revision) -> str:
    revisions = review.catalog.provider.revisions
    return f"{revisions[revisions.index(revision) - 1].id}:{revision.id}"


def summary(changes: Iterable[Change]) -> str:
    """Count changes by kind: `Meaning changed: 3, limit changed: 2, added: 16.`."""
    counts = Counter(change.kind for change in changes)
    told = ", ".join(f"{TITLES[kind].lower()}: {counts[kind]}" for kind in KINDS if counts[kind])
    return f"{told[0].upper()}{told[1:]}." if told else "Nothing changed."
