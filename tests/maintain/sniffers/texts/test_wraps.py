"""Messages that are wrapped before a number: the rest is no row, and no row is taken for a rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.document import reading
from macros.maintain.replies import Replies
from macros.maintain.sniffers.texts import wraps
from macros.readers.rows import Document
from tests.maintain.orbit import Orbit

if TYPE_CHECKING:
    from pathlib import Path

FLAT = """\
Codes of the weigh house

301 The crate holds more barrels than allowed. A single ship may bring at most
5000 barrels in a day and a night.
302 The bill is missing
303 The bill does not agree with what was weighed, or
the crates weigh
99999 stones
304 The weigh house is closed; late crates are taken until
306 hours after the bell
305 Unknown scale
306 The scale is broken
310 Weight is implausible: more than
40 % of the ship
311 Seal missing
312 Seal wrong
"""
FLAT_RESTS = {
    "301": "5000 barrels in a day and a night.",
    "303": "the crates weigh\n99999 stones",
    "304": "306 hours after the bell",
    "310": "40 % of the ship",
}
REST = "… is read as the rest of the message of …, right above it."
HANGING = """\
ERR-1001  The bill has too many lines. At most
          5000 lines are weighed.
ERR-1002  The bill was paid.
ERR-1003  The bill was torn. See
          ERR-1002 Bills too.
ERR-1004  The bill is wet and
          unreadable.
ERR-1005  The ship
          Moon is gone.
"""
FULL = """\
301 The ship has been told to wait outside of the harbour until it is seen
40 Fathoms of chain
302 No chain is left on the ship that came in
303 No anchor is left on the ship that came in
304 No rope is left on the ship
"""


def _read(text: str) -> tuple[Document, reading.Reading]:
    document = Document("codes.txt", text)
    found = sniff.sniff(document)
    assert found
    return document, found.reading


def _asked(result: reading.Reading) -> dict[int, str]:
    """Return what is asked of which line, without the line and its code."""
    return {one.line: re.sub(r'"[^"]*"', "…", one.what) for one in result.problems}


def test_lines_that_begin_with_a_number() -> None:
    """They are read as the rest of the message above, and each is asked about by its line."""
    document, result = _read(FLAT)
    assert _asked(result) == dict.fromkeys((4, 7, 8, 10, 14), REST)
    [apart, told] = replies.told(document, result)
    assert apart == (
        "Add, for what neither lists codes nor is a part of the message above it:"
        " --no-codes 4,7-8,10,14"
    )
    assert told.endswith("--as-read 4,7-8,10,14")
    kept = replies.applied(document, result, Replies(as_read=frozenset({4, 7, 8, 10, 14})))
    assert kept.is_whole
    assert kept.options["pattern"] == "[0-9]{3}"
    texts = {row.code: row.message for row in kept.rows}
    assert list(texts) == "301 302 303 304 305 306 310 311 312".split()
    assert {code: text.partition("\n")[2] for code, text in texts.items() if "\n" in text} == (
        FLAT_RESTS
    )
    assert reading.read(document, kept.options).is_whole


def test_lines_that_are_indented() -> None:
    """The rest of a sentence goes on by itself; a number, a code and a capital are asked about."""
    _, result = _read(HANGING)
    assert _asked(result) == dict.fromkeys((2, 5, 9), REST)
    assert [row.message for row in result.rows] == [
        "The bill has too many lines. At most\n5000 lines are weighed.",
        "The bill was paid.",
        "The bill was torn. See\nERR-1002 Bills too.",
        "The bill is wet and\nunreadable.",
        "The ship\nMoon is gone.",
    ]
    assert result.options["pattern"] == "ERR-[0-9]{4}"


def test_a_full_line() -> None:
    """A number of another form with a capital behind it is a rest below a line that is full."""
    _, result = _read(FULL)
    assert _asked(result) == {2: REST}
    assert result.rows[0].message.endswith("seen\n40 Fathoms of chain")
    _, result = _read(FULL.replace(" outside of the harbour", ""))
    assert [row.code for row in result.rows] == ["301", "40", "302", "303", "304"]


def test_a_blank_line_behind_each_line() -> None:
    """Where all lines have one behind them, it parts no rest from its message."""
    text = (
        "1001 Too many ships. At most\n\n5000 ships are moored.\n\n1002 Dock is gone.\n\n"
        "1003 Crane is lost.\n\n1004 Rope is short.\n"
    )
    _, result = _read(text)
    assert _asked(result) == {3: REST}
    assert result.rows[0].message == "Too many ships. At most\n5000 ships are moored."
    _, result = _read(text.replace("gone.\n\n", "gone.\n"))
    assert list(_asked(result)) == [3]
    assert REST not in _asked(result)[3]
    assert result.rows[1].code == "5000"


def test_a_rest_of_two_lines() -> None:
    """Below a rest that begins with a number another one can stand."""
    _, result = _read(
        "201 Die Kiste ist schwerer als\n200 Kilogramm und\n900 Gramm\n202 Die Kiste ist nass\n"
        "203 Die Kiste fehlt\n204 Die Kiste ist offen\n"
    )
    assert _asked(result) == dict.fromkeys((2, 3), REST)
    assert result.rows[0].message.endswith("als\n200 Kilogramm und\n900 Gramm")


def test_each_row_has_an_indented_rest() -> None:
    """How rows begin is told by those that are not indented, however many rests there are."""
    _, result = _read(
        "100 Weight exceeds\n    200 stones\n101 Length exceeds\n    120 feet\n"
        "102 Draft exceeds\n    12 feet\n103 Unknown ship\n"
    )
    assert _asked(result) == dict.fromkeys((2, 4, 6), REST)
    assert [row.code for row in result.rows] == ["100", "101", "102", "103"]


def test_a_script_without_capitals() -> None:
    """A number out of order is asked about in a list that is in order but for it, and a row."""
    text = (
        "4001 无法停靠，最多\n5000 吨\n4002 船已离开\n4003 吊机丢失\n4004 绳子太短\n4005 帆破了\n"  # noqa: RUF001 - as in Chinese
    )
    _, result = _read(text)
    odd = "… has a code out of the order of the others, so it may go on with the message of …."
    assert _asked(result) == {2: odd}
    assert len(result.rows) == 6
    _, result = _read(text.replace("5000", "4000").replace("4003", "3999"))
    assert result.is_whole


def test_where_rows_are_sentences() -> None:
    """A number out of order is a rest below a line that ends as no sentence does."""
    _, result = _read(
        "101 The dock is busy.\n102 The ship has left for\n14 Islands.\n103 The crane is lost.\n"
        "104 The rope has\n7 Knots.\n105 The sail is torn.\n106 The mast broke.\n"
        "107 The ship sank.\n108 The bell rang.\n"
    )
    assert _asked(result) == dict.fromkeys((3, 6), REST)
    assert result.rows[3].message == "The rope has\n7 Knots."


def test_rows_that_are_left() -> None:
    """What fits as a row but for a small letter or its indentation is one, and asked about."""
    text = (
        "101 Dock is busy\n102 Ship is lost by\n103 id is missing\n104 Crane is lost\n"
        "105 Ship is late\n    106 Rope is short\n107 Sail is torn\n"
    )
    document, result = _read(text)
    assert len(result.rows) == 7
    small = "… begins in a small letter, where others have a capital, so it may go on with the"
    deep = "… is indented below a row, where others are not, so it may go on with the message of …."
    assert _asked(result) == {3: f"{small} message of ….", 6: deep}
    assert 'add "103 id is missing" to `wrapped`' in result.problems[0].do
    assert replies.applied(document, result, Replies(as_read=frozenset({3, 6}))).is_whole
    mended = reading.read(document, {**result.options, "wrapped": ["103 id is missing"]})
    assert mended.is_whole
    assert mended.rows[1].message == "Ship is lost by\n103 id is missing"


SOUND = {
    "a tree": "100 General\n    101 Dock is busy\n    102 Dock is gone\n200 Cranes\n"
    "    201 Crane is lost\n    202 Crane is shut\n300 Ships\n400 Ropes\n500 Masts\n",
    "parts": "10 Dock busy\n   10.1 Wait\n   10.2 Leave\n11 Dock gone\n12 Dock wet\n13 Dock lost\n",
    "small letters": "100 dock is busy\n101 dock is gone\n102 Crane is lost\n103 ship is old\n",
    "a small row": "101 Dock is busy\n102 Ship is lost\n103 id is missing\n104 Crane is lost\n",
    "names": "101 Dock is busy\n102 iPhone is lost\n103 berth_id is missing\n104 Crane is lost\n"
    "105 Ship is late\n106 x-key is missing\n107 Rope is short\n108 Sail is torn\n109 No sail\n",
    "out of order": "1001 Dock is busy\n9999 Unknown\n1003 Crane is lost\n-1 Harbour is shut\n"
    "0 All is well\n5001 Ship is lost\n1004 Ship is late\n",
    "sentences": "1001 The dock is busy.\n1012 The dock is gone.\n1003 The crane is lost.\n"
    "1004 The crane is old.\n1002 The crane is shut.\n",
    "paragraphs": "101 Dock is busy\n\n102 Ship is lost\n\n103 id is missing\n\n"
    "105 Crane is lost\n\n106 Ship is late\n",
}


@pytest.mark.parametrize("name", SOUND)
def test_sound_lists(name: str) -> None:
    """Nothing is asked of lists in which no line goes on with another one."""
    _, result = _read(SOUND[name])
    assert result.is_whole
    assert len(result.rows) == len(re.findall(r"\w[^\n]*\n", SOUND[name]))
    assert "wrapped" not in result.options


def test_a_title_between_rows() -> None:
    """A row is no rest of one from which a blank line parts it, whatever stands between them."""
    rows = [(1, "101", "Dock is busy"), (4, "12", "of all ships"), (5, "103", "Crane is lost")]
    entries = [wraps.Entry(*row) for row in [*rows, (6, "104", "Rope is short")]]
    lines = ["101 Dock is busy", "", "Ships of", "12 of all ships", "103 Crane is lost"]
    lines.append("104 Rope is short")
    assert wraps.suspects(lines, entries) == []
    [one] = wraps.suspects([*lines[:1], "and", *lines[2:]], entries)
    assert (one.entry.code, one.above.code, one.is_row) == ("12", "101", False)


def test_a_text_below_each_row() -> None:
    """What stands below each row in a capital is no rest, and refused as long as nobody says so."""
    _, result = _read(
        "1001 Dock is busy\n     Wait for it.\n1002 Dock is gone\n     Call another.\n"
        "1003 Crane is lost\n     Look for it.\n"
    )
    assert [one.line for one in result.problems] == [2, 4, 6]
    assert "and may go on with its message" in result.problems[0].what
    assert "wrapped" not in result.options


@pytest.mark.parametrize("row", ["1e3: probe is lost", "9e The rope is torn"])
def test_a_row_of_another_form(row: str) -> None:
    """What has a sign behind its first word, or a capital behind a number, is taken for no rest."""
    sign = ":" if ":" in row else ""
    _, result = _read(
        f"101{sign} Dock is busy\n{row}\n102{sign} Dock is gone\n103{sign} Crane is lost\n"
    )
    assert [one.line for one in result.problems] == [2]
    assert "wrapped" not in result.options
    assert not any("\n" in one.message for one in result.rows)


def _moon(tmp_path: Path, first: str, *words: str) -> Orbit:
    orbit = Orbit(tmp_path)
    file = tmp_path / "moon.txt"
    file.write_text(first, "utf-8")
    said = ("--name", "Moon", "--product", "Moon Harbour", "--vendor", "Moon Works")
    new = ("new-provider", "moon", str(file), *said, "--url", "https://moon.example/e", "--yes")
    assert orbit.run(*new) == 1
    assert orbit.run(*new, *words) == 0
    return orbit


def test_a_revision_with_another_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The pattern takes in no number of a rest: of one that is new, `wrapped` has to say it."""
    orbit = _moon(tmp_path, FLAT, "--as-read", "4,7-8,10,14")
    file = tmp_path / "2023-01-01.txt"
    file.write_text(FLAT.replace("5000 barrels", "6000 barrels"), "utf-8")
    add = ("add-revision", "moon", str(file), "--yes", "--after", "r1")
    capsys.readouterr()
    assert orbit.run(*add) == 1
    told = capsys.readouterr().out
    assert '"6000 barrels in a day and a night." stands right below the code "301"' in told
    assert "Look twice" not in told
    assert "do list codes: --no-codes" not in told
    block = told[told.index("reader:\n") : told.index("  # Where a line goes on")]
    reader = tmp_path / "reader.yml"
    more = "    - 6000 barrels in a day and a night.\n"
    old = "    - 5000 barrels in a day and a night.\n"
    assert old not in block
    reader.write_text(block.replace("  wrapped:\n", f"  wrapped:\n{more}"), "utf-8")
    assert orbit.run(*add, "--reader", str(reader)) == 0
    assert orbit.read("moon/provider.yml").count('pattern: "[0-9]{3}"\n') == 2


def test_a_revision(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A later document is asked about its new lines alone, and the answer is what is written."""
    first = (
        "201 Dock is busy\n202 Ship is lost by\n203 id is missing\n204 Crane is lost\n205 No rope\n"
    )
    orbit = _moon(tmp_path, first, "--as-read", "3")
    file = tmp_path / "2023-01-01.txt"
    file.write_text(first.replace("lost\n205", "lost for at least\n204 days and nights\n205"))
    capsys.readouterr()
    add = ("add-revision", "moon", str(file), "--yes", "--after", "r1")
    assert orbit.run(*add) == 1
    told = capsys.readouterr().out
    assert '"204 days and nights" begins in a small letter' in told
    assert "203 id" not in told
    assert '# Add to `wrapped`: ["204 days and nights"]' in told
    reader = tmp_path / "reader.yml"
    block = told[told.index("reader:\n") : told.index("  # Where a line goes on")]
    reader.write_text(f'{block}  wrapped: ["204 days and nights"]\n', "utf-8")
    assert orbit.run(*add, "--reader", str(reader)) == 0
    assert "204 days and nights" in orbit.read("moon/provider.yml")
    assert orbit.check() == 0
