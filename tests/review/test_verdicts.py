"""What to do when a code comes: by its condition, by what is known of the code, by its code set."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from macros.review.verdicts import (
    A_LATER_PAGE,
    FAILED_FOR_USER,
    LONGEST_QUOTE,
    LOOK_FIRST,
    MAYBE_DONE,
    NO_FALLBACK,
    OF_AN_OPEN_END,
    OF_NO_MEANING,
    OPEN_FOR_USER,
    SEVERAL_MEANINGS,
    Verdict,
    either,
    judge,
    told,
)
from macros.sources.conditions import CAUTION, UNREVIEWED, Condition, Entry, wait_seconds
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

    from macros.catalog.model import Code
    from macros.sources.conditions import Retry

WAITS = {
    "seconds": 1,
    "minutes": 60,
    "hours": 3600,
    "next-day": 86400,
    "window": None,
    "1 second": 1,
    "90 seconds": 90,
    "2 minutes": 120,
    "1 hour": 3600,
    "3 days": 259200,
}


@pytest.mark.parametrize("wait", WAITS)
def test_wait_seconds(wait: str) -> None:
    """A wait is a number of seconds, but for one that only the message or the account knows."""
    assert wait_seconds(wait) == WAITS[wait]


def _condition(ident: str, retry: str, wait: str | None = None) -> Condition:
    return Condition.model_validate(
        {
            "id": ident,
            "family": "docks",
            "title": "Busy",
            "says": "It is.",
            "synonyms": [],
            "rpc": "UNAVAILABLE",
            "http": 503,
            "retry": retry,
            "wait": wait,
            "why": "Wait a little.",
            "acts": "caller",
            "for_user": "Please wait.",
        }
    )


BUSY = _condition("busy", "later-with-backoff", "seconds")
EXPIRED = _condition("expired", "after-reauthentication")
LATE = _condition("late", "later-with-backoff", "window")
CLOSED = _condition("closed", "never")


def _code(folder: Path, reports: str) -> Code:
    provider = invented.PROVIDER.replace(
        "    response:\n", f"    reports: {reports}\n    response:\n"
    )
    assert reports in provider
    data = invented.write(folder, provider=provider)
    return catalog.load(data)["orbit"].codes[0]


def _entry(**fields: str) -> Entry:
    return Entry.model_validate({"condition": "busy", **fields})


def test_by_its_condition(tmp_path: Path) -> None:
    """A code of which nothing more is known has the verdict of its condition."""
    found = judge(_code(tmp_path, "request"), _entry(), BUSY)
    assert found == Verdict(
        BUSY, "later-with-backoff", "seconds", "Wait a little.", "caller", "Please wait."
    )
    assert found.wait_seconds == 1
    assert judge(_code(tmp_path, "request"), _entry(), CLOSED).wait_seconds is None


def test_of_its_own(tmp_path: Path) -> None:
    """What is known of the very code counts, and not for what else the code can mean."""
    code = _code(tmp_path, "request")
    entry = _entry(wait="1 hour", acts="end user", do="Stop for an hour.", for_user="Wait an hour.")
    assert judge(code, entry, BUSY) == Verdict(
        BUSY, "later-with-backoff", "1 hour", "Stop for an hour.", "end user", "Wait an hour."
    )
    assert judge(code, entry, LATE).says == "Wait a little."
    assert judge(code, entry, LATE).wait == "window"
    # A wait of the condition belongs to the verdict of the condition.
    mended = judge(code, _entry(retry="after-fix", do="Mend it."), BUSY)
    assert (mended.retry, mended.wait, mended.says) == ("after-fix", None, "Mend it.")


def test_a_success_that_nobody_reviewed(tmp_path: Path) -> None:
    """Of a code that its provider calls a success nobody is told that something went wrong."""
    code = _code(tmp_path, "request")
    assert code.success
    unreviewed = _condition(UNREVIEWED, "check-first")
    found = judge(code, Entry(condition=UNREVIEWED), unreviewed)
    assert (found.retry, found.for_user) == ("check-first", MAYBE_DONE)
    failing = catalog.load(tmp_path / "data")["orbit"].codes[-1]
    assert not failing.success
    assert judge(failing, Entry(condition=UNREVIEWED), unreviewed).for_user == "Please wait."


@pytest.mark.parametrize("condition", [BUSY, EXPIRED, LATE, CLOSED])
def test_delivery_results(tmp_path: Path, condition: Condition) -> None:
    """After a delivery result nobody sends again unseen: that would be another message."""
    found = judge(_code(tmp_path, "delivery"), _entry(do="Send it again."), condition)
    says = "Wait a little." if condition is CLOSED else LOOK_FIRST
    assert found.says == f"{says} {NO_FALLBACK}"
    assert found.retry == ("never" if condition is CLOSED else "check-first")
    assert found.wait == condition.wait
    assert found.for_user == (FAILED_FOR_USER if condition is CLOSED else OPEN_FOR_USER)
    told = judge(_code(tmp_path, "delivery"), _entry(for_user="It is late."), BUSY)
    assert told.for_user == "It is late."
    done = judge(_code(tmp_path, "delivery"), _entry(), _condition("done", "no-need"))
    assert (done.retry, done.says, done.for_user) == ("no-need", "Wait a little.", "Please wait.")


def test_caution() -> None:
    """The most cautious verdict is the first in the order of caution."""
    verdicts = [Verdict(BUSY, retry, None, "", "caller", "") for retry in reversed(CAUTION)]
    assert min(verdicts, key=lambda verdict: verdict.caution).retry == "never"


def test_either() -> None:
    """What helps with each meaning is said once, beside it, and what holds for all at the end."""
    wait, stop, go = (
        Verdict(BUSY, "never", None, one, "caller", "") for one in ("Wait.", "Stop.", "Go.")
    )
    own = ("Dock is busy", wait)
    assert either(own, []) == "Wait."
    assert either(own, [("It is on fire.", wait)]) == "Wait."
    assert either(own, [("It is shut.", stop), ("It is free.", go), ("It is gone.", wait)]) == (
        f"{SEVERAL_MEANINGS} “Dock is busy”: wait. “It is shut” {A_LATER_PAGE}: stop."
        f" “It is free” {A_LATER_PAGE}: go."
    )
    waited, stopped = (replace(one, says=f"{one.says} {NO_FALLBACK}") for one in (wait, stop))
    assert either(("Dock is\nbusy", waited), [("It is shut.", stopped)]) == (
        f"{SEVERAL_MEANINGS} “Dock is busy”: wait. “It is shut” {A_LATER_PAGE}: stop. {NO_FALLBACK}"
    )
    long = "a" * (LONGEST_QUOTE + 1)
    cut = f"“{'a' * (LONGEST_QUOTE - 1)}…”: wait."
    assert cut in either((long, wait), [("It is shut.", stop)])
    assert f"“{long[1:]}”: wait." in either((long[1:], wait), [("It is shut.", stop)])


@pytest.mark.parametrize(
    ("reports", "verdicts", "told_user"),
    [
        ("request", [("after-fix", "Fix."), ("never", "Fix.")], "Fix."),
        ("request", [("after-fix", "Fix."), ("never", "No.")], OF_NO_MEANING),
        ("request", [("after-fix", "Fix."), ("check-first", "Look.")], OF_AN_OPEN_END),
        ("request", [("no-need", "Done."), ("never", "No.")], OF_AN_OPEN_END),
        ("delivery", [("after-fix", "Fix."), ("never", "No.")], FAILED_FOR_USER),
        ("delivery", [("after-fix", "Fix."), ("check-first", "Look.")], OPEN_FOR_USER),
    ],
)
def test_told(
    tmp_path: Path, reports: str, verdicts: list[tuple[Retry, str]], told_user: str
) -> None:
    """A user is told of a failure alone where none of the meanings may have been carried out."""
    said = [Verdict(BUSY, retry, None, "", "caller", text) for retry, text in verdicts]
    assert told(_code(tmp_path, reports), said) == told_user
