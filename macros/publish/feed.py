"""What changed, for feed readers: reviews -> Atom feeds, an entry per revision.

Ids are `tag:` URIs (RFC 4151) that hold whatever host the site is on; times come from the data. An
entry is updated when it says something else, such as what a person has noted since: `feed.txt` has
the day.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, ClassVar

from macros import addresses
from macros.kinds import Kind
from macros.publish import wording
from macros.publish.html.environment import Context, links_below, render
from macros.sources.told import Told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.review.changes import Change
    from macros.review.model import Review
    from macros.review.moves import Move
    from macros.sources.provider import Revision

_TAG = "tag:error-code-atlas,2026:"


@dataclass(frozen=True, slots=True)
class Entry:
    """One revision of one document, or what was observed on one day.

    `updated` is the day on which the atlas took it in, or on which it last said something new, so
    that feed readers see it as new; `published` is the document's own, empty where it is unknown.
    `page` is relative to the site.
    """

    title: str
    id: str
    updated: str
    published: str
    page: str
    summary: str
    changes: tuple[Change, ...]
    moves: tuple[Move, ...] = ()
    observed: tuple[Code, ...] = ()

    @property
    def name(self) -> str:
        """What `feed.txt` calls it: `revision/orbit/2026-01-31`."""
        return self.id.removeprefix(_TAG)

    @property
    def digest(self) -> str:
        """A digest of what it says, whatever its words and its form."""
        facts = {
            "published": self.published,
            "changes": [
                (
                    *(change.code.url, change.kind, change.reviewed),
                    *(change.note.why if change.note else None,),
                    *([row.message for row in rows] for rows in (change.old, change.new)),
                    *filter(None, [change.only_in]),
                )
                for change in self.changes
            ],
            "moves": [
                (one.old.url, one.new.url, one.said, one.says, *one.only_in) for one in self.moves
            ],
            "observed": [(code.url, wording.known(code)) for code in self.observed],
        }
        return sha256(json.dumps(facts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed; `address` and `page` are relative to the site."""

    title: str
    id: str
    updated: str
    address: str
    page: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class FeedFile(Context):
    """The file of a feed; `contents` has the HTML of its entries by their ids."""

    template: ClassVar[str] = "feed.xml"

    feed: Feed
    contents: dict[str, str]


@dataclass(frozen=True, slots=True)
class EntryContent(Context):
    """The HTML of one entry."""

    template: ClassVar[str] = "feed_entry.html"

    changes: Sequence[Change]
    moves: Sequence[Move]
    observed: Sequence[Code]


def feeds(reviews: Iterable[Review], told: Mapping[str, Told] | None = None) -> list[Feed]:
    """Return the feed of all providers, and the feed of each.

    Args:
        reviews: what is found in and between the documents.
        told: since when each entry says what it says, by its name.
    """
    all_reviews = list(reviews)
    known = told or {}
    entries = sorted(
        (entry for review in all_reviews for entry in _entries(review, known)),
        key=lambda entry: (entry.updated, entry.published, entry.id),
        reverse=True,
    )
    everything = Feed(
        "Error Code Atlas: what changed",
        f"{_TAG}feed",
        _newest(entries),
        addresses.FEED(),
        addresses.HOME(),
        tuple(entries),
    )
    return [everything, *(_feed(review, known) for review in all_reviews)]


def told(reviews: Iterable[Review], known: Mapping[str, Told], today: date) -> dict[str, Told]:
    """Return since when each entry says what it says, for `feed.txt`.

    Args:
        reviews: what is found in and between the documents.
        known: what the file says so far; what is in it of other entries stays.
        today: the day of all that is said since then.
    """
    now = dict(known)
    for review in reviews:
        for entry in _entries(review, {}):
            before, own = known.get(entry.name), date.fromisoformat(entry.updated[:10])
            if before is None or before.digest != entry.digest:
                now[entry.name] = Told(max(today, own) if before else own, entry.digest)
    return now


def _feed(review: Review, known: Mapping[str, Told]) -> Feed:
    provider = review.catalog.provider
    entries = tuple(reversed(_entries(review, known)))
    return Feed(
        f"{provider.product}: what changed",
        f"{_TAG}feed/{provider.id}",
        _newest(entries),
        addresses.PROVIDER_FEED(provider=provider.id),
        addresses.CHANGES(provider=provider.id),
        entries,
    )


def _newest(entries: Iterable[Entry]) -> str:
    return max(entry.updated for entry in entries)


def _entries(review: Review, known: Mapping[str, Told]) -> list[Entry]:
    provider = review.catalog.provider
    before = {after.id: before for before, after in provider.steps}
    of_revisions = [
        _entry(review, before.get(revision.id), revision) for revision in provider.revisions
    ]
    entries = [
        replace(entry, updated=max(entry.updated, _time(known[entry.name].day)))
        if entry.name in known
        else entry
        for entry in (*of_revisions, *_observed(review.catalog))
    ]
    return sorted(entries, key=lambda entry: entry.updated)


def _observed(catalog: Catalog) -> Iterator[Entry]:
    """Yield an entry for each day on which codes were first observed beyond the documents."""
    provider = catalog.provider
    days: dict[date, list[Code]] = {}
    for code in catalog.codes:
        if code.observed:
            days.setdefault(code.observed.first_seen, []).append(code)
    for day, codes in sorted(days.items()):
        yield Entry(
            f"{provider.product}: observed beyond the documents, {day.isoformat()}",
            f"{_TAG}observed/{provider.id}/{day.isoformat()}",
            _time(day),
            "",
            addresses.CATALOG(provider=provider.id),
            f"Codes of which something is known beyond the documents: {len(codes)}.",
            (),
            observed=tuple(codes),
        )


def _entry(review: Review, before: Revision | None, revision: Revision) -> Entry:
    provider = review.catalog.provider
    order = list(Kind)
    changes = tuple(
        sorted(
            (change for change in review.changes if change.after is revision),
            key=lambda change: order.index(change.kind),
        )
    )
    page, says = addresses.CATALOG(provider=provider.id), wording.FIRST_HELD
    if before:
        page = addresses.STEP(provider=provider.id, before=before.id, after=revision.id)
        says = summary(changes)
    elif revision.retracted:
        page, says = addresses.SOURCE(provider=provider.id), wording.retracted(revision)
    return Entry(
        f"{provider.product}: {wording.as_of(revision)}",
        f"{_TAG}revision/{provider.id}/{revision.id}",
        _time(revision.added),
        "" if revision.date == "unknown" else _time(revision.date),
        page,
        says,
        changes,
        tuple(move for move in review.moves if move.after is revision),
    )


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def summary(changes: Iterable[Change]) -> str:
    """Count changes by kind: `Meaning changed: 3, limit changed: 2, added: 16.`."""
    counts = Counter(change.kind for change in changes)
    told = ", ".join(f"{kind.label.lower()}: {counts[kind]}" for kind in Kind if counts[kind])
    return f"{told[0].upper()}{told[1:]}." if told else "Nothing changed."


def atom(feed: Feed, site_url: str) -> str:
    """Return a feed as Atom (RFC 4287).

    Args:
        feed: the feed.
        site_url: the site's full address, with a slash at its end.
    """
    link = links_below(site_url)
    contents = {
        entry.id: render(EntryContent(entry.changes, entry.moves, entry.observed), link)
        for entry in feed.entries
    }
    return render(FeedFile(feed, contents), link)
