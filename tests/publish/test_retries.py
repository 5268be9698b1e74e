"""Verdicts in words: what to do, how long that waits, and whose help is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.publish import retries
from macros.review.verdicts import Verdict
from macros.sources.conditions import CAUTION, NAMED_WAITS

if TYPE_CHECKING:
    from macros.atlas import Atlas
    from macros.sources.conditions import Acts, Retry


def test_every_verdict_has_its_words() -> None:
    """Each verdict is told in words, and what a client does about it."""
    assert tuple(retries.WORDS) == tuple(retries.DOES) == CAUTION
    assert set(NAMED_WAITS) < set(retries.WAITS)


# verdict, wait, who acts -> what to do, how long to wait
ADVICE = {
    ("never", None, "operator"): ("Don't retry.", ""),
    ("check-first", None, "caller"): ("Check before you retry.", ""),
    ("check-first", "window", "caller"): ("Check before you retry.", "Wait until its time comes."),
    ("after-fix", None, "caller"): ("Don't retry; fix the request.", ""),
    ("after-fix", None, "operator"): ("Don't retry; fix the setup.", ""),
    ("after-fix", "1 hour", "end user"): (
        "Don't retry; the user must act.",
        "Wait 1 hour at least.",
    ),
    ("after-fix", "next-day", "provider"): (
        "Don't retry; the provider must act.",
        "Wait until the next day.",
    ),
    ("after-reauthentication", None, "caller"): ("Get a new token, then retry.", ""),
    ("after-reauthentication", None, "end user"): ("Let the user log in again, then retry.", ""),
    ("later-with-backoff", "seconds", "provider"): ("Retry in a few seconds, backing off.", ""),
    ("later-with-backoff", "hours", "caller"): ("Retry in a few hours.", ""),
    ("later-with-backoff", "next-day", "caller"): ("Retry the next day.", ""),
    ("later-with-backoff", "window", "caller"): ("Retry when its time comes.", ""),
    ("later-with-backoff", "90 seconds", "caller"): ("Retry after 90 seconds.", ""),
    ("no-need", None, "caller"): ("Nothing to retry.", ""),
}


@pytest.mark.parametrize("verdict", ADVICE)
def test_advice(golden: Atlas, verdict: tuple[Retry, str | None, Acts]) -> None:
    """Advice says what to do, who does it and how long that waits, in this order."""
    retry, wait, acts = verdict
    told = Verdict(golden.conditions.by_id["busy"], retry, wait, "", acts, "")
    assert (retries.advice(told), retries.waits(told)) == ADVICE[verdict]


def test_needs() -> None:
    """Whose help is needed is said, but for the caller's own."""
    assert retries.needs("caller") == ""
    assert retries.needs("provider") == "Needs the provider."
