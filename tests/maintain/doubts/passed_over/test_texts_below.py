"""Texts below the lines of codes are asked about, where most codes have one of their own."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

BELOW = ("The berth is taken.", "No berth is called so.", "Come back later.", "It left.")
ROWS = ("400 Bad Request", "404 Not Found", "429 Too Many Requests", "410 Gone")


def _asked(below: tuple[str, ...]) -> list[tuple[int, str]]:
    lines = [f"{row}\n\n{text}\n\n" for row, text in zip(ROWS, below, strict=True)]
    found = sniff.sniff(Document("codes.txt", "Answers\n\n" + "".join(lines)))
    assert found
    assert [row.message for row in found.reading.rows] == [row[4:] for row in ROWS]
    return [
        (one.line, one.what) for one in found.reading.problems if "stand below rows" in one.what
    ]


def test_texts_of_most_rows() -> None:
    """What stands below most rows, and differs, is quoted with how many more there are."""
    [(line, what)] = _asked(BELOW)
    assert line == 5
    assert what.startswith('"The berth is taken." and 3 more texts stand below rows')


@pytest.mark.parametrize(
    "below", [("See the manual.",) * 4, ("The berth is taken.", "", "", ""), ("", "", "", "")]
)
def test_what_is_of_the_page(below: tuple[str, ...]) -> None:
    """The same text below all rows, and one below a single row, are of the page."""
    assert _asked(below) == []


def test_below_cells() -> None:
    """Lines below a last cell go on with it one by one, and the last of the page are asked, too."""
    cells = ["Code", "Error", "Description", "4001", "BUSY", "The dock is busy", "Wait an hour"]
    cells += ["4002", "GONE", "The dock is gone", "4003", "HIGH", "The mast is high", "It is bent"]
    document = Document("codes.txt", "\n".join([*cells, "4004", "LATE", "No pilot", *BELOW[:2]]))
    found = sniff.sniff(document)
    assert found
    asked = frozenset(one.line for one in found.reading.problems)
    assert asked == {7, 14, 18, 19}
    kept = replies.applied(document, found.reading, Replies(as_meant=asked))
    assert kept.is_whole
    assert [row.message for row in kept.rows] == [
        "The dock is busy\nWait an hour",
        "The dock is gone",
        "The mast is high\nIt is bent",
        f"No pilot\n{BELOW[0]}\n{BELOW[1]}",
    ]
