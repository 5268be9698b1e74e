"""How tables are read that stand side by side, have headings twice, or list several things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from macros.atlas import load
from macros.maintain import sniff
from macros.maintain.document import reading
from macros.maintain.revision import fit
from macros.readers.rows import Document
from tests.maintain.orbit import Orbit

if TYPE_CHECKING:
    from pathlib import Path

    from macros.maintain.sniff import Sniffed

BUSY, GONE, CLOSED = "The dock is busy", "The dock is gone", "The dock is closed"
DOCKS = {"4001": BUSY, "4002": GONE, "4003": CLOSED}
SIDES = """\
| Code | Text | Code | Text |
|---|---|---|---|
| 4001 | The dock is busy | 4003 | The dock is closed |
| 4002 | The dock is gone | | |
"""
SIDES_OF_CSV = f"Code,Text,Code,Text\n4001,{BUSY},4003,{CLOSED}\n4002,{GONE},,\n"
TRAILING = f"Code,Text,,\n4001,{BUSY},,\n4002,{GONE},,\n4003,{CLOSED},,\n"
FULL_WIDTH = "\uff14\uff10\uff10\uff13"  # 4003
SCRIPTS = (
    f"| Code | Text |\n|---|---|\n| ٤٠٠١ | {BUSY} |\n| ४००२ | {GONE} |\n"
    f"| {FULL_WIDTH} | {CLOSED} |\n"
)
READ: dict[str, tuple[str, dict[str, Any]]] = {
    "side by side": (SIDES, {"columns": ["Code", "Text"], "side_by_side": "2"}),
    "side by side in csv": (SIDES_OF_CSV, {"columns": ["Code", "Text"], "side_by_side": "2"}),
    "empty headings": (TRAILING, {"columns": ["Code", "Text", "", ""]}),
    "digits of other scripts": (SCRIPTS, {"pattern": "[0-9]{4}"}),
}


def _sniff(text: str) -> Sniffed:
    found = sniff.sniff(Document("errors", text))
    assert found
    return found


@pytest.mark.parametrize("name", READ)
def test_read(name: str) -> None:
    """Each row of each part is read, and every line is accounted for."""
    text, options = READ[name]
    found = _sniff(text)
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == DOCKS
    [table] = found.reading.options["tables"]
    assert {key: table[key] for key in options} == options


def test_cut_by_a_comma() -> None:
    """Text right of the message, below no heading, is refused with both things it can be."""
    found = _sniff(TRAILING.replace(f"{GONE},,", f"{GONE},or lost,"))
    [problem] = found.reading.problems
    assert problem.line == 3
    assert problem.what == (
        f'"4002 | {GONE} | or lost | " has text right of its message, below no heading.'
    )
    assert '`named: {note: ""}`' in problem.do
    [table] = found.reading.options["tables"]
    column = {**found.reading.options, "tables": [{**table, "named": {"note": ""}}]}
    result = reading.read(Document("errors", TRAILING.replace(f"{GONE},,", f"{GONE},old,")), column)
    assert [row.named for row in result.rows] == [{}, {"note": "old"}, {}]


def test_a_heading_twice() -> None:
    """Two columns of one heading are two columns: which is the message, a person says."""
    text = (
        "| Code | Text | Text |\n|---|---|---|\n"
        "| 4001 | The dock is busy | Wait for the ship |\n"
        "| 4002 | The dock is gone | Call the harbour |\n"
        "| 4003 | The dock is closed | Come back at six |\n"
    )
    assert [choice.headings for choice in _sniff(text).choices] == [("Text", "Text (2)")]


JOINED = {
    "table": (
        "| Module | Number | Text |\n|---|---|---|\n"
        "| 10 | 01 | The dock is busy |\n| 10 | 02 | The dock is gone |\n"
        "| 20 | 01 | The crane is busy |\n| 20 | 02 | The crane is gone |\n"
    ),
    "json": (
        '[{"module": 10, "number": "01", "text": "The dock is busy"},'
        ' {"module": 10, "number": "02", "text": "The dock is gone"},'
        ' {"module": 20, "number": "01", "text": "The crane is busy"},'
        ' {"module": 20, "number": "02", "text": "The crane is gone"}]'
    ),
}


@pytest.mark.parametrize("name", JOINED)
def test_joined_codes(tmp_path: Path, name: str) -> None:
    """Codes that repeat in each module are left to a person, with the lines that join them."""
    found = _sniff(JOINED[name])
    [problem] = found.reading.problems
    assert "make a code together" in problem.what
    assert '"10-01"' in problem.do
    block = tmp_path / "reader.yml"
    block.write_text(yaml.safe_dump({"reader": found.reading.options}), "utf-8")
    file = tmp_path / "moon.txt"
    file.write_text(JOINED[name], "utf-8")
    orbit = Orbit(tmp_path)
    said = ("--name", "Moon", "--url", "https://moon.example/errors", "--yes")
    assert orbit.run("new-provider", "moon", str(file), *said) == 1
    assert orbit.run("new-provider", "moon", str(file), *said, "--reader", str(block)) == 0
    codes = [code.code for code in load(orbit.data).catalogs["moon"].codes]
    assert codes == ["10-01", "10-02", "20-01", "20-02"]


def test_a_code_with_two_texts_is_not_joined() -> None:
    """Where few codes have two texts, and another column tells these apart, they stay."""
    text = (
        "| Code | Since | Text |\n|---|---|---|\n| 4001 | 1 | The dock is busy |\n"
        "| 4001 | 2 | This dock is busy |\n"
        + "".join(f"| {number} | 1 | The dock {number} is gone |\n" for number in range(4002, 4020))
    )
    found = _sniff(text)
    assert found.reading.is_whole
    assert found.reading.options["tables"][0]["code"] == "Code"


def test_what_does_not_tell_codes_apart_joins_none() -> None:
    """A column with which two rows are still of one code is no part of it."""
    found = _sniff(JOINED["table"].replace("| 20 | 02 |", "| 20 | 01 |"))
    assert found.reading.options["tables"][0]["code"] == "Number"


UNDER = """\
# Harbour

## Docks

| Code | Text |
|---|---|
| 101 | The dock is busy |
| 102 | The dock is gone |

## Cranes

| Code | Text |
|---|---|
| 201 | The crane is busy |

## Ships

| Code | Text |
|---|---|
| 101 | The ship is late |
| 301 | The ship is sunk |
"""


def test_under() -> None:
    """Tables of one kind in which a code means two things are two lists, told by their heading."""
    found = _sniff(UNDER)
    assert found.reading.is_whole
    tables = found.reading.options["tables"]
    assert [(table["code_set"], table.get("under")) for table in tables] == [
        ("api", None),
        ("second", "Ships"),
    ]
    assert [(row.code_set, row.code, row.message) for row in found.reading.rows] == [
        ("api", "101", "The dock is busy"),
        ("api", "102", "The dock is gone"),
        ("api", "201", "The crane is busy"),
        ("second", "101", "The ship is late"),
        ("second", "301", "The ship is sunk"),
    ]
    assert any('101 has another text under "Ships"' in reason for reason in found.why)


def test_one_list_in_several_tables() -> None:
    """A code that means the same in both is one code."""
    found = _sniff(UNDER.replace("The ship is late", "The dock is busy"))
    assert found.reading.is_whole
    [table] = found.reading.options["tables"]
    assert table["repeats"] == "true"


def test_a_clash_without_a_heading() -> None:
    """Where nothing tells two tables apart, the document is refused."""
    text = UNDER.replace("## Docks\n", "").replace("## Cranes\n", "").replace("## Ships\n", "")
    found = _sniff(text.replace("# Harbour\n", ""))
    assert not found.reading.is_whole
    assert any("stands in two tables" in line for line in reading.unsaid(found.reading))


LATER = {"side by side": SIDES, "joined": JOINED["table"]}


@pytest.mark.parametrize("name", LATER)
def test_the_next_document(name: str) -> None:
    """A later document is read as the one before, with a row more; other headings break nothing."""
    options = _sniff(LATER[name]).reading.options
    row = {"side by side": "| 4004 | It is full | 4005 | It is new |\n"}.get(
        name, "| 20 | 03 | The crane is full |\n"
    )
    same = fit.fit(Document("next", LATER[name] + row), options, {"api": {}})
    assert same.same
    broken = fit.fit(Document("next", f"{LATER[name]}| 20 | 003 |\n"), options, {"api": {}})
    assert not broken.reading.is_whole
    renamed = LATER[name].replace("Text", "Meaning")
    assert fit.fit(Document("next", renamed), options, {"api": {}}).reading.rows


LINKED = """\
| Code | Text |
|---|---|
| [4001](https://docks.example/4001) | The dock is busy ![new](https://docks.example/new.svg) |
| [4002](https://docks.example/4002) | The dock is gone |
| [4003](https://docks.example/4003) | The dock is closed |
"""


def test_a_row_of_a_table_is_no_remark() -> None:
    """What stands behind the // of an address is no message, even where a row cannot be read."""
    found = _sniff(LINKED)
    assert found.reading.options["format"] == "markdown"
    assert {row.code: row.message for row in found.reading.rows} == {"4002": GONE, "4003": CLOSED}
    assert [problem.line for problem in found.reading.problems] == [3]


def test_titles_between_rows() -> None:
    """Rows with a title alone, and headings printed again, are not counted among the codes."""
    text = (
        "| Code | Text |\n|---|---|\n| **Docks** | |\n| D1 | The dock is busy |\n"
        "| **Cranes** | |\n| C1 | The crane is busy |\n| Code | Text |\n"
        "| **Ships** | |\n| S1 | The ship is late |\n"
    )
    found = _sniff(text)
    assert found.reading.is_whole
    said = [(row.code, row.section) for row in found.reading.rows]
    assert said == [("D1", "Docks"), ("C1", "Cranes"), ("S1", "Ships")]


def test_words_behind_codes() -> None:
    """A code with words behind it in its cell is read, and the words are a column."""
    text = (
        "| Status | Text |\n|---|---|\n| 400 Bad Request | The dock is busy |\n"
        "| 404 Not Found | The dock is gone |\n| 409 | The dock is closed |\n"
    )
    found = _sniff(text)
    assert found.reading.is_whole
    said = [(row.code, row.columns["Name"]) for row in found.reading.rows]
    assert said == [("400", "Bad Request"), ("404", "Not Found"), ("409", "")]


def test_words_in_the_column_of_a_text_are_no_codes() -> None:
    """A column of texts that begin with numbers has no codes where its heading says nothing."""
    text = "| Dock | Text |\n|---|---|\n| 400 ships wait | Busy |\n| 404 ships sail | Free |\n"
    assert sniff.sniff(Document("errors", text)) is None


AGAIN = "| 401 | The dock {} is busy |\n| 401 | The crane {} is busy |\n"


@pytest.mark.parametrize(("times", "doubts"), [(2, 1), (1, 0)])
def test_codes_that_come_again(times: int, doubts: int) -> None:
    """Codes of a quarter of the rows that have several texts are doubted; two rows are not."""
    text = "| Code | Text |\n|---|---|\n" + "".join(AGAIN.format(n, n) for n in range(times))
    text += f"| 402 | {GONE} |\n| 403 | {CLOSED} |\n"
    found = _sniff(text)
    assert len(found.reading.rows) == 2 * times + 2
    assert [one for one in found.reading.problems if "different texts" in one.what] == list(
        found.doubts
    )
    assert len(found.doubts) == doubts
    assert reading.read(Document("errors", text), found.reading.options).is_whole


def test_few_codes_that_come_again() -> None:
    """Where fewer than a quarter of the rows have a code with several texts, none is doubted."""
    text = "| Code | Text |\n|---|---|\n" + "".join(AGAIN.format(n, n) for n in range(2))
    text += "".join(f"| 4{n} | The dock {n} is gone |\n" for n in range(10, 23))
    assert _sniff(text).reading.is_whole
