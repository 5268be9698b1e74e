"""Messages wrapped before a number that fits the order of the codes: told by the words around."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document


def _read(*lines: str) -> tuple[Document, sniff.Sniffed]:
    document = Document("errors.txt", "".join(f"{line}\n" for line in lines))
    found = sniff.sniff(document)
    assert found
    return document, found


@pytest.mark.parametrize(
    ("above", "line", "why"),
    [
        ("2002 Gate is shut. Call", "5551 at night", "begins in a small letter"),
        ("2002 Gate is shut. Please call", "5551 tonight", "begins in a small letter"),
        ("2002 Gate is shut", "5551 is what to call", "begins in a small letter"),
        ("2002 Gate opens with the tide of", "2025 March", "stands below a line that ends"),
        ("2002 Gate is shut from", "2025 May", "stands below a line that ends"),
        ("2002 Gate is shut,", "2025 Ships wait", "stands below a line that ends"),
        ("2002 Gate is shut (see", "2025 Guide)", "stands below a line that ends"),
        ("2002 Gate is shut \u2013", "2025 Ships wait", "stands below a line that ends"),
        ("2002 Das Tor ist zu und", "2025 Schiffe warten", "stands below a line that ends"),
    ],
)
def test_between_rows(above: str, line: str, why: str) -> None:
    """The line is asked about: it is a row, goes on with the message above, or is neither."""
    document, found = _read("2001 Dock is busy", above, line, "9003 Crane is broken", "9004 Storm")
    [problem] = found.reading.problems
    assert problem.line == 3
    assert why in problem.what
    assert 'so it may go on with the message of "2002".' in problem.what
    as_read = replies.applied(document, found.reading, Replies(as_read=frozenset({3})))
    assert as_read.is_whole
    assert len(as_read.rows) == 5
    meant = replies.applied(document, found.reading, Replies(as_meant=frozenset({3})))
    assert meant.is_whole
    assert meant.rows[1].message == f"{above.removeprefix('2002 ')}\n{line}"
    none = replies.applied(document, found.reading, Replies(no_codes=frozenset({3})))
    assert none.is_whole
    assert [row.code for row in none.rows] == ["2001", "2002", "9003", "9004"]


@pytest.mark.parametrize(
    "lines",
    [
        ("2002 User is not logged in", "2003 March is over"),
        ("2002 Gate is shut", "2003 not found"),
        ("2002 gate is shut", "2003 is missing"),
        ("2002 Gate is shut.", "2003 gone at night"),
        ("2002 Gate is shut. Try again later", "2003 Crane is old"),
        ("2002 Wait and see", "2003 See the guide"),
        ("2002 Value is less", "2003 Value is more"),
        ("2002 Gate (of docks) is shut", "2003 Crane"),
    ],
)
def test_sound(lines: tuple[str, ...]) -> None:
    """Short messages of an ordinary list are not asked about."""
    more = "was lost" if lines[0].islower() else "Anchor is lost"
    _, found = _read("2001 Dock is busy", *lines, f"2004 {more}", "2005 Crane is broken")
    assert found.reading.is_whole
    assert len(found.reading.rows) == 5


def test_a_number_of_another_length() -> None:
    """A number between codes of another length is out of their order, too, as that of a page is."""
    _, found = _read("1 Dock", "2 Gate", "12 Dock guide", "3 Crane", "4 Tide", "5 Storm", "6 Rope")
    [problem] = found.reading.problems
    assert problem.what.startswith('"12 Dock guide" has a code out of the order of the others')
    _, found = _read("1 Dock", "2 Gate", "3 Crane", "4 Tide", "5 Storm", "10 Rope", "11 Mast")
    assert found.reading.is_whole


def test_lines_with_colons() -> None:
    """Lines with a colon behind each code are asked about, too, though they could be YAML."""
    lines = ("2001: Dock is busy", "2002: Gate opens with the tide of", "2025: March")
    document, found = _read(*lines, "2026: Crane is broken")
    [problem] = found.reading.problems
    assert problem.line == 3
    meant = replies.applied(document, found.reading, Replies(as_meant=frozenset({3})))
    assert meant.is_whole
    assert [row.code for row in meant.rows] == ["2001", "2002", "2026"]
    _, found = _read("2001: Dock is busy", "2002: Gate is shut", "2025: March", "2026: Crane")
    assert found.reading.is_whole
    assert found.reading.options["format"] == "yaml"
