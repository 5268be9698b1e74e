"""The words beside a code that a person must see first: a code -> its badges."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from macros.publish import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.catalog.model import Code
    from macros.review.model import Review


class Badge(NamedTuple):
    """A word beside a code that a person must see first; `means` says more of it."""

    kind: str
    word: str
    means: str


def of(code: Code, review: Review) -> list[Badge]:
    """Return the two most important badges of an entry, or fewer."""
    return list(_badges(code, review))[:2]


# What many codes of a catalog have, or what their rows say anyway: the filter finds it there.
_IN_ENTRIES = {"new", "discrepancy", "range"}


def rare(code: Code, review: Review) -> list[Badge]:
    """Return the badges of a code in a list of all codes: two, of what is rare, or fewer."""
    return [badge for badge in _badges(code, review) if badge.kind not in _IN_ENTRIES][:2]


def _badges(code: Code, review: Review) -> Iterator[Badge]:
    latest = code.provider.latest
    yield from _badges_of_listing(code)
    for change in review.changes_of(code):
        if change.after is latest and change.kind.badge:
            means = (change.note and change.note.why) or f"As of {wording.as_of(latest)}."
            word = wording.kind(change)
            yield Badge("changed", f"{word[:1].lower()}{word[1:]}", means)
    if code.just_added:
        yield _came(code)
    if code.listings and len(code.last.rows) > 1:
        several = len(code.meanings)
        means = f"The document lists this code in {len(code.last.rows)} rows."
        yield Badge("rows", f"{several} meanings" if several > 1 else "listed twice", means)
    mistakes = [finding for finding in review.mistakes_in(code) if finding.makes_badge]
    if mistakes:
        means = " ".join(finding.says for finding in mistakes)
        yield Badge("discrepancy", "misleading text", means)


def _came(code: Code) -> Badge:
    latest = wording.as_of(code.provider.latest)
    if code.new:
        return Badge("new", "new", f"First listed in {latest}.")
    means = f"Listed again in {latest}; the revision before does not list it."
    return Badge("new", "back", means)


def _badges_of_listing(code: Code) -> Iterator[Badge]:
    """Yield what a person must know of whether and how the document lists a code."""
    if code.dropped:
        yield Badge("dropped", wording.status_note(code), wording.state(code))
    elif not code.readable:
        yield Badge("unread", wording.UNREAD, wording.unread(code))
    if code.ends:
        yield Badge("range", "range", wording.covers(code))
    if code.status == "observed":
        yield Badge("observed", wording.status_note(code), wording.state(code))
    if code.differs:
        means = "A later page of the provider gives it another meaning."
        yield Badge("disputed", "disputed", means)
    if code.success:
        yield Badge("success", "success", wording.SUCCESS)
