"""Tables with a word and a number for each error: either can be the code."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

ROWS = (("QUEUE_FULL", "The queue is full."), ("QUEUE_PAUSED", "Paused."), ("GONE_LOST", "Gone."))


def _asked(heading: str, numbers: tuple[str, str, str], words: str = "Error") -> list[str]:
    rows = zip(ROWS, numbers, strict=True)
    table = "".join(f"| {word} | {number} | {text} |\n" for (word, text), number in rows)
    return _asked_of(f"| {words} | {heading} | Text |\n|---|---|---|\n{table}")


def _asked_of(text: str) -> list[str]:
    guess = sniff.sniff(Document("x.md", text), "api")
    assert guess
    return [one.what for one in guess.reading.problems if "can each be the code" in one.what]


@pytest.mark.parametrize(
    "numbers",
    [
        ("1001", "1002", "2001"),
        ("1,001", "1,002", "2,001"),
        ("0x00000000", "0x0000001F", "0x000000FF"),
    ],
)
@pytest.mark.parametrize("heading", ["Number", "Value"])
def test_asked(heading: str, numbers: tuple[str, str, str]) -> None:
    """Words are not taken for the codes unasked where a number of its own stands beside each."""
    (what,) = _asked(heading, numbers)
    assert what.startswith(f'"Error" and "{heading}" can each be the code')


@pytest.mark.parametrize(
    ("heading", "numbers"),
    [
        ("Number", ("1", "2", "3")),
        ("HTTP status", ("400", "404", "409")),
        ("Retries", ("7", "5", "9")),
    ],
)
def test_not_asked(heading: str, numbers: tuple[str, str, str]) -> None:
    """Rows that are counted, statuses and other numbers are no codes."""
    assert _asked(heading, numbers) == []


@pytest.mark.parametrize(
    ("words", "numbers"), [("Error Code", "Additional Code"), ("Code", "Numeric code")]
)
def test_headed_alike(words: str, numbers: str) -> None:
    """Where both are headed as codes, neither is taken unasked, whichever stands first."""
    (what,) = _asked(numbers, ("1101", "1102", "2101"), words)
    assert what == f'"{words}" and "{numbers}" can each be the code: "QUEUE_FULL" and "1101".'


SEVERAL = (("queue_error", "1101", "Full."), ("queue_error", "1102", "Paused."))
LAST = ("lane_error", "2101", "Gone.")


@pytest.mark.parametrize(
    ("words", "numbers", "is_asked"),
    [
        ("Error Code", "Additional Code", True),
        ("Code", "Detail code", True),
        ("Module code", "Error code", False),
        ("Category code", "Code", False),
        ("HTTP code", "Detail code", False),
    ],
)
def test_words_that_come_again(words: str, numbers: str, *, is_asked: bool) -> None:
    """A word that several rows have can be the code where its heading says nothing else of it."""
    rows = "".join(f"| {' | '.join(row)} |\n" for row in (*SEVERAL, LAST))
    asked = _asked_of(f"| {words} | {numbers} | Text |\n|---|---|---|\n{rows}")
    assert bool(asked) is is_asked


def test_the_message_stays() -> None:
    """Names are no codes to choose where nothing else is left that can be the message."""
    rows = "".join(f"| {number} | {word} | 409 |\n" for (word, number, _) in (SEVERAL[0], LAST))
    assert _asked_of(f"| Code | Error code | HTTP |\n|---|---|---|\n{rows}") == []
