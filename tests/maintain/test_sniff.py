"""How unknown documents are read: invented ones, each with what must be found in it."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.sniff import Sniffed

MARKDOWN = """\
# Errors of the docks

All of them are listed here. Write to the harbour master about others.

| HTTP | Kind | Ok | Code | What it means |
|---|---|---|---|---|
| 200 | general | yes | 0 | Docked |
| 400 | general | no | -1001 | The dock is closed for ships of this size |
| 400 | docks | no | -1002 | The dock is busy |
| 400 | docks | no | -9999 | Nobody knows |
"""

PARAMETERS = """
| Name | Type |
|---|---|
| ship | text |
| dock | text |
"""

HTML = """\
<h1>Docks</h1>
<p>What comes back.</p>
<table><tr><th>Meaning</th><th>Value</th></tr>
<tr><td>Docked</td><td>0</td></tr>
<tr><td>Busy</td><td>E101</td></tr>
<tr><td>Closed</td><td>E102</td></tr></table>
"""

SPACED = """\
The docks

Whatever the docks answer stands here, one to a line, as of the newest release of ours so far.

0 Docked
40001 The dock is busy
40002 The dock is closed
9001001 The dock is gone
"""

GLUED = """\
Docks
30001The dock is busy
30002The dock is closed
30003The dock is gone
"""


def _sniff(text: str) -> Sniffed:
    found = sniff.sniff(Document("errors", text))
    assert found
    return found


def _said(found: Sniffed) -> dict[str, str]:
    return {row.code: row.message for row in found.reading.rows}


def test_markdown() -> None:
    """Statuses that come again and again are no codes; prose is accounted for."""
    found = _sniff(MARKDOWN)
    assert found.reading.is_whole
    assert found.reading.options == {
        "format": "markdown",
        "tables": [
            {
                "code_set": "api",
                "columns": ["HTTP", "Kind", "Ok", "Code", "What it means"],
                "code": "Code",
                "message": "What it means",
                "success": {"column": "Ok", "value": "yes"},
                "named": {"http": "HTTP"},
                "pattern": "0|-[0-9]{4}",
            }
        ],
        "ignore": ["All of them are listed here. Write to the harbour master about .*"],
    }
    assert _said(found)["-1002"] == "The dock is busy"


def test_a_status_is_no_code() -> None:
    """Of two columns that are called codes, that one lists them whose cells differ."""
    text = MARKDOWN.replace("| HTTP |", "| Status code |").replace("| Code |", "| Error |")
    assert _sniff(text).reading.options["tables"][0]["code"] == "Error"


@pytest.mark.parametrize(
    ("codes", "pattern"),
    [
        (("400100", "404100", "500100"), "[0-9]{6}"),
        (("dock_busy", "no_dock", "unauthorized"), "[a-z]+(?:_[a-z]+)*"),
        (("busy", "gone", "dock_lost"), "[a-z]+(?:_[a-z]+)*"),
    ],
)
def test_a_status_for_each_code_is_none(codes: tuple[str, str, str], pattern: str) -> None:
    """Statuses of HTTP are no codes, even if each error has one of its own, beside words too."""
    rows = "".join(
        f"| {status} | {code} | The dock does not answer |\n"
        for status, code in zip(("400", "404", "500"), codes, strict=True)
    )
    found = _sniff(f"| HTTP status code | Error | Text |\n|---|---|---|\n{rows}")
    assert found.reading.is_whole
    assert tuple(_said(found)) == codes
    assert found.reading.options["tables"][0]["pattern"] == pattern


def test_statuses_alone_are_codes() -> None:
    """Where nothing else looks like codes, statuses are the codes."""
    found = _sniff("| HTTP status | Text |\n|---|---|\n| 404 | No dock |\n| 409 | Dock is busy |\n")
    assert _said(found) == {"404": "No dock", "409": "Dock is busy"}


def test_markdown_that_begins_with_a_tag() -> None:
    """A page in Markdown whose first line is a tag is none in HTML."""
    page = MARKDOWN.replace("#", "<details>\n<summary>Docks</summary>\n\n#", 1) + "\n</details>\n"
    found = _sniff(page)
    assert found.reading.is_whole
    assert found.reading.options["format"] == "markdown"
    assert _said(found) == _said(_sniff(MARKDOWN))


def test_html() -> None:
    """Columns are found in any order, and a code in letters."""
    found = _sniff(HTML)
    assert found.reading.is_whole
    table = found.reading.options["tables"][0]
    assert (table["code"], table["message"], table["pattern"]) == (
        "Value",
        "Meaning",
        "0|E[0-9]{3}",
    )
    assert _said(found) == {"0": "Docked", "E101": "Busy", "E102": "Closed"}


def test_text_with_spaces() -> None:
    """Short lines without a full stop are headings, others are ignored."""
    found = _sniff(SPACED)
    assert found.reading.is_whole
    options = found.reading.options
    assert options["separator"] == "space"
    assert options["headings"] == ["The docks"]
    assert options["pattern"] == "0|[0-9]{5}|[0-9]{7}"
    assert len(found.reading.rows) == 4


def test_lines_below_a_message() -> None:
    """A line right below that of a code is asked about, or left over where it begins anew."""
    found = _sniff(SPACED.replace("is closed", "is\nclosed"))
    assert not found.reading.is_whole
    assert "is read as the rest of the message of" in found.reading.problems[0].what
    found = _sniff(SPACED.replace("is closed", "is\nClosed"))
    assert not found.reading.is_whole
    assert "may go on with its message" in found.reading.problems[0].what


def test_codes_in_messages() -> None:
    """A number in a message may be another code or far from all, but not a row of its own."""
    named = SPACED.replace("is gone", "is gone, not busy as with 40001, for 99999 years")
    found = _sniff(named)
    assert found.reading.is_whole
    assert found.reading.options["messages_name_codes"] == "true"
    together = SPACED.replace("is closed", "is closed 40003 The dock is open")
    assert not _sniff(together).reading.is_whole


def test_glued_text() -> None:
    """Where nothing stands behind a code, its length tells its end."""
    found = _sniff(GLUED)
    assert found.reading.is_whole
    assert found.reading.options["separator"] == "none"
    assert _said(found)["30003"] == "The dock is gone"


def test_nothing_is_lost() -> None:
    """A table that is none of codes, a line with a code in it and a broken row are left over."""
    broken = MARKDOWN + "| 400 | docks | no | -1003 |\n\nNever send -1009 again.\n"
    broken += PARAMETERS.replace("| text", "| dry")
    found = _sniff(broken)
    assert not found.reading.is_whole
    left = "\n".join(reading.unsaid(found.reading))
    assert "number of cells: 4, of columns: 5" in left
    assert "Never send -1009 again." in left
    assert "['Name', 'Type']" in left
    assert {table.headings for table in found.tables} >= {("Name", "Type")}


@pytest.mark.parametrize("more", ["", "| limit | 4001 |\n"])
def test_a_table_of_parameters(more: str) -> None:
    """A table of parameters is left out, and said so; not where a cell of it could be a code."""
    found = _sniff(MARKDOWN + "\n## More\n\n" + PARAMETERS + more)
    assert found.reading.is_whole == (not more)
    assert found.reading.options.get("other_tables") == (None if more else [["Name", "Type"]])
    assert any("lists no codes" in reason for reason in found.why) == (not more)


def test_two_code_sets() -> None:
    """Tables in which one number has two meanings are not one code set."""
    other = "\n| Result | Text |\n|---|---|\n| -1001 | Sunk |\n| -1002 | Lost at sea |\n"
    found = _sniff(MARKDOWN + other)
    assert found.reading.is_whole
    assert [table["code_set"] for table in found.reading.options["tables"]] == ["api", "second"]
    assert any("-1001" in reason and "code set of its own" in reason for reason in found.why)


@pytest.mark.parametrize("text", ["", "Docks are closed.\n", "| A | B |\n|---|---|\n| c | d |\n"])
def test_no_codes(text: str) -> None:
    """A document without codes is not read at all."""
    assert sniff.sniff(Document("errors", text)) is None


def test_similar_lines_are_one_group() -> None:
    """What is left over is told once for lines that begin alike, with their numbers."""
    rows = "".join(f"| 400 | docks | no | -{code} |\n" for code in range(2001, 2005))
    told = list(reading.unsaid(_sniff(MARKDOWN + rows).reading))
    assert len(told) == 2
    assert told[0].startswith("4 lines (11-14): ")


@given(st.lists(st.text(alphabet="ab1-|# <>\n", max_size=30), max_size=8).map("\n".join))
def test_nothing_hangs_or_breaks(text: str) -> None:
    """Any text is read, refused or found to be none of codes."""
    found = sniff.sniff(Document("errors", text))
    assert found is None or found.reading.rows or found.reading.problems


def test_patterns_for_prose() -> None:
    """Lines that begin alike have one pattern, in the order of the lines; few have one each."""
    alike = [f"See the page {number}" for number in range(4)]
    lines = ["Docks: errors?", *alike[:2], "See also", *alike[2:], "Read it", "Read it"]
    assert reading.patterns_for(lines) == ["Docks: errors\\?", "See the .*", "See also", "Read it"]
    assert reading.patterns_for(alike[:3]) == alike[:3]


def test_more_prose_than_patterns() -> None:
    """Nobody is given more patterns than a person would read; the lines are left over, and soon."""
    codes = "".join(f"{code} The dock is busy\n" for code in (101, 102, 103)) + "\n"
    words = ["".join(signs) for signs in product("abcdefghi", repeat=4)]
    few, many = ("".join(f"{word} is here.\n" for word in words[:count]) for count in (150, 5000))
    options = {
        "format": "text_lines",
        "code_set": "api",
        "pattern": "[0-9]{3}",
        "separator": "space",
    }
    accounted = sniff.account(Document("x.txt", codes + few), options)
    assert accounted.is_whole
    assert len(accounted.options["ignore"]) == 150
    left = sniff.account(Document("x.txt", codes + many), options)
    assert (len(left.problems), left.options) == (5000, options)


SIGNS = {
    "colons": "E401: The dock is busy: wait\nE402: The dock is gone\nE403: The dock is closed\n",
    "dashes": "Docks\n-----\nE401 - The dock is busy: wait\nE402 – The dock is gone\n"  # noqa: RUF001
    "E403 - The dock is closed\n",
    "brackets": "[E401] The dock is busy: wait\n[E402] The dock is gone\n"
    "[E403] The dock is closed\n",
    "wide colons": "E401：The dock is busy: wait\nE402：The dock is gone\n"  # noqa: RUF001
    "E403：The dock is closed\n",  # noqa: RUF001
}


@pytest.mark.parametrize("name", SIGNS)
def test_signs(name: str) -> None:
    """Where a sign stands between code and message in each line, it is part of neither."""
    found = sniff.sniff(Document("errors", SIGNS[name]))
    assert found
    assert found.reading.is_whole
    assert [(row.code, row.message) for row in found.reading.rows] == [
        ("E401", "The dock is busy: wait"),
        ("E402", "The dock is gone"),
        ("E403", "The dock is closed"),
    ]
    section = "Docks" if name == "dashes" else None
    assert {row.section for row in found.reading.rows} == {section}


@pytest.mark.parametrize("line", ["  E40{}: 'The dock is busy',\n", '"E40{}": "The dock",\n'])
def test_values_in_source_code_are_no_messages(line: str) -> None:
    """Lines of a program, with their quotation marks and commas, are no text of that kind."""
    found = sniff.sniff(Document("errors", "".join(line.format(n) for n in range(1, 5))))
    assert found is None or found.reading.options["format"] != "text_lines"
