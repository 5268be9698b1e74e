"""Tables with a word and a number for each error: either can be the code."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

ROWS = (("QUEUE_FULL", "The queue is full."), ("QUEUE_PAUSED", "Paused."), ("GONE_LOST", "Gone."))


def _asked(heading: str, numbers: tuple[str, str, str]) -> list[str]:
    rows = zip(ROWS, numbers, strict=True)
    table = "".join(f"| {word} | {number} | {text} |\n" for (word, text), number in rows)
    text = f"| Error | {heading} | Text |\n|---|---|---|\n{table}"
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
