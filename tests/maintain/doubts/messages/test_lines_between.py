"""Lines without a code in a text with blank lines between, which go on with a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.document import reading

REST = "1003 Crane is old\n\n1004 Ship is lost\n\n1005 Mast is high\n"


def _read(first: str, *between: str, rest: str = REST) -> tuple[Document, reading.Reading]:
    text = "\n\n".join(["1001 Dock is busy", first, *between, rest])
    document = Document("errors.txt", text)
    found = sniff.sniff(document)
    assert found
    return document, found.reading


@pytest.mark.parametrize(
    ("first", "between"),
    [
        ("1002 Gate is shut for the ship", ["that is too long"]),
        ("1002 Gate is shut for the ship", ["that is too long for the gate of this harbour."]),
        ("1002 Gate is shut for the", ["Harbour Master"]),
        ("1002 Gate is shut,", ["Crane too"]),
        ("1002 Gate is shut for the ship", ["that is too long", "for this gate"]),
    ],
)
def test_goes_on(first: str, between: list[str]) -> None:
    """Each line is asked about; it goes on with the message above, or is a heading as read."""
    document, result = _read(first, *between)
    lines = [one.line for one in result.problems]
    assert lines == [5, 7][: len(between)]
    assert all('may go on with the message of "1002"' in one.what for one in result.problems)
    as_read = replies.applied(document, result, Replies(as_read=frozenset(lines)))
    assert as_read.is_whole
    assert as_read.rows[1].message == first.removeprefix("1002 ")
    mended = replies.applied(document, result, Replies(as_meant=frozenset(lines)))
    assert mended.is_whole
    assert mended.rows[1].message == "\n".join([first.removeprefix("1002 "), *between])
    assert mended.options["wrapped"] == between
    assert len(mended.rows) == 5


def test_others_as_well() -> None:
    """Where one line goes on, each other one may, though it begins as a heading does."""
    rest = f"1006 Pilot of the North\n\nTower is late\n\n{REST}"
    _, result = _read("1002 Gate is shut for the", "Harbour Master", rest=rest)
    assert [one.line for one in result.problems] == [5, 9]


def test_a_full_line() -> None:
    """Behind a line on which the next word does not fit a message goes on in capitals, too."""
    full = "1002 Gate is shut, for the ship has a mast that is too high for North"
    long = "The gate is shut at night, and no ship that is late can come to a dock.\n\n"
    _, result = _read(full, "Tower and the bridge behind it", rest=REST + 4 * f"\n\n{long}")
    assert [one.line for one in result.problems] == [5]
    _, result = _read(f"{full}.", "Tower and bridge", rest=REST + 4 * f"\n\n{long}")
    assert result.is_whole
    _, result = _read(full, "Errors of towers")
    assert result.is_whole


def test_behind_the_last() -> None:
    """What stands behind the last code can be the rest of its message, too."""
    _, result = _read("1002 Gate is shut", rest=f"{REST}\nfor all ships\n")
    [doubt] = result.problems
    assert 'may go on with the message of "1005"' in doubt.what


@pytest.mark.parametrize(
    ("first", "between"),
    [
        ("1002 Gate is shut", "Errors of cranes"),
        ("1002 Gate is shut.", "errors of cranes"),
        ("1002 Gate is shut", "2. Cranes"),
    ],
)
def test_headings(first: str, between: str) -> None:
    """What begins as a heading does, or stands behind a whole sentence, is not asked about."""
    assert not [one for one in _read(first, between)[1].problems if "go on" in one.what]


def test_small_letters() -> None:
    """Where messages begin in small letters, a heading may do so."""
    rest = "1003 crane is old\n\n1004 ship is lost\n\n1005 mast is high\n"
    assert _read("1002 gate is shut", "more cranes", rest=rest)[1].is_whole
