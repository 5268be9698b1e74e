"""The rows that `read` shows: the first, the last, and what is like few others."""

from __future__ import annotations

from macros.maintain import read
from macros.readers.rows import Row


def _rows(*said: tuple[str, str]) -> list[Row]:
    return [
        Row(code, text, {}, "api", "doc.txt", line) for line, (code, text) in enumerate(said, 1)
    ]


def _shown(*said: tuple[str, str]) -> list[tuple[str, str]]:
    return [(one.row.code, one.why) for one in read.examples(_rows(*said))]


def test_few() -> None:
    """Of a few rows, nothing is usual: all are shown but those between, without a word."""
    assert _shown() == []
    assert _shown(("1", "a")) == [("1", "")]
    assert _shown(("1", "a"), ("B", "b"), ("x-9", "c")) == [("1", ""), ("B", ""), ("x-9", "")]


def test_shape() -> None:
    """A code that looks like no other is shown; of some that are alike, the first of them."""
    dock = [(str(number), f"dock {number}") for number in range(100, 160)]
    assert _shown(*dock[:20], ("OK", "done ok"), *dock[20:]) == [
        ("100", ""),
        ("101", ""),
        ("102", ""),
        ("OK", "no other code looks like it"),
        ("159", ""),
    ]
    others = [("A-1", "mast one"), ("B-2", "mast two")]
    shown = _shown(*dock[:20], *others, *dock[20:])
    assert shown[3] == ("A-1", "2 codes look like it")
    assert "B-2" not in dict(shown)


def test_first_reason() -> None:
    """A row that is unlike others in several ways is shown once, with the first of them."""
    dock = [(str(number), f"dock {number}") for number in range(10, 16)]
    assert ("see", "no other code looks like it") in _shown(
        *dock, ("see", "the guide " * 20), ("16", "x")
    )


def test_order() -> None:
    """A number that is above the next one is shown, unless many are."""
    dock = [(str(number), f"dock {number}") for number in range(10, 19)]
    assert ("77", "stands before 15") in _shown(*dock[:5], ("77", "guide"), *dock[5:])
    mixed = [dock[place] for place in (0, 1, 3, 2, 5, 4, 7, 6, 8)]
    assert _shown(*mixed) == [("10", ""), ("11", ""), ("13", ""), ("18", "")]


def test_repeated() -> None:
    """A text that stands above already is shown, with where; not where many do."""
    dock = [(str(number), f"dock {number}") for number in range(10, 16)]
    shown = _shown(*dock, ("16", "dock 11"), ("17", "mast"))
    assert shown[3:] == [("16", "says what 11 says"), ("17", "")]
    same = [(str(number), "busy") for number in range(10, 16)]
    assert _shown(*same) == [("10", ""), ("11", ""), ("12", ""), ("15", "")]


def test_lengths() -> None:
    """The longest and the shortest text are shown where they stand out."""
    dock = [(str(number), f"the dock {number} is busy") for number in range(10, 15)]
    shown = dict(_shown(*dock, ("15", "it"), ("16", "ship " * 30), ("17", "the mast is lost")))
    assert shown["15"] == "the shortest text"
    assert shown["16"] == "the longest text"


def test_most() -> None:
    """Never more than a dozen are shown, the last one always among them."""
    odd = [("A" * 3 + "-" * number, f"odd {number}") for number in range(1, 30)]
    shown = _shown(*odd)
    assert len(shown) == 12
    assert shown[-1][0] == odd[-1][0]
