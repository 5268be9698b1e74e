"""Two lists of codes side by side in one table: both are read, or asked about with a way on."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.document import reading
from macros.readers.rows import Document
from tests.maintain.layouts import drawn

if TYPE_CHECKING:
    from tests.maintain.layouts.drawn import Rows

FIRST: Rows = [("1001", "Dock is busy"), ("1002", "Crane is broken"), ("1003", "Gate is shut")]
SECOND: Rows = [("2001", "Dock is gone"), ("2002", "Crane is gone"), ("2003", "Gate is gone")]
ALL = {*FIRST, *SECOND}


def _rst(rows: Rows) -> str:
    lines = ["".join(f"{cell:20} " for cell in row).rstrip() + "\n" for row in rows]
    edge = f"{'=' * 20} " * len(rows[0]) + "\n"
    return f"{edge}{lines[0]}{edge}{''.join(lines[1:])}{edge}"


FORMATS = {"d.md": drawn.pipes, "d.html": drawn.html, "d.csv": drawn.csv, "d.rst": _rst}


def _beside(*lists: Rows) -> Rows:
    return [tuple(cell for one in row for cell in one) for row in zip(*lists, strict=True)]


@pytest.mark.parametrize("file", FORMATS)
@pytest.mark.parametrize("last", [("2003", "Gate is gone"), ("", "")])
def test_same_headings(file: str, last: tuple[str, str]) -> None:
    """Where the same headings come again, all codes are read, and nothing is asked."""
    rows = [("Code", "Text") * 2, *_beside(FIRST, [*SECOND[:2], last])]
    found = sniff.sniff(Document(file, FORMATS[file](rows)))
    assert found
    assert found.reading.is_whole
    told = {(row.code, row.message) for row in found.reading.rows}
    assert told == {one for one in (*FIRST, *SECOND[:2], last) if one[0]}


@pytest.mark.parametrize("file", ["d.html", "d.csv"])
@pytest.mark.parametrize("turned", [1, -1])
def test_without_headings(file: str, turned: int) -> None:
    """Without headings all codes are read, which is asked about; the other way is told, too."""
    parts = [[one[::turned] for one in part] for part in (FIRST, SECOND)]
    text = FORMATS[file](_beside(*parts))
    document = Document(file, text)
    found = sniff.sniff(document)
    assert found
    [asked] = found.reading.problems
    assert asked.what == (
        '"1001" and codes such as "2001" in the same rows are read as 2 lists side by side.'
    )
    given = replies.Replies(as_read=frozenset({asked.line}))
    whole = replies.applied(document, found.reading, given)
    assert whole.is_whole
    assert {(row.code, row.message) for row in whole.rows} == ALL
    [table] = [dict(one) for one in found.reading.options["tables"]]
    del table["side_by_side"]
    said = re.search(r"write `columns: \[(.*)\]` there", asked.do)
    assert said
    table["columns"] = re.findall(r'"([^"]*)"', said[1])
    one = reading.read(document, {**found.reading.options, "tables": [table]})
    assert one.is_whole
    assert [row.code for row in one.rows] == [code for code, _ in FIRST]


@pytest.mark.parametrize("file", FORMATS)
@pytest.mark.parametrize(
    "head",
    [
        ("Code", "Message", "Error code", "Description"),
        ("Dock code", "Meaning", "Crane code", "Meaning"),
        ("错误码", "说明", "返回码", "描述"),
    ],
)
def test_other_headings(file: str, head: tuple[str, ...]) -> None:
    """Where the headings differ it is asked; with yes, each code has its own text."""
    second: Rows = [(f"C-{code}", text) for code, text in SECOND]
    for other in (SECOND, second):
        document = Document(file, FORMATS[file]([head, *_beside(FIRST, other)]))
        found = sniff.sniff(document)
        assert found
        [asked] = found.reading.problems
        assert asked.what.startswith(f'"{head[0]}" and "{head[2]}" each have codes with texts')
        given = replies.Replies(as_meant=frozenset({asked.line}), is_first=True)
        whole = replies.applied(document, found.reading, given)
        assert whole.is_whole, whole.problems
        assert {(row.code, row.message) for row in whole.rows} == {*FIRST, *other}
        given = replies.Replies(as_read=frozenset({asked.line}), is_first=True)
        first = replies.applied(document, found.reading, given)
        assert first.is_whole
        assert [(row.code, row.message) for row in first.rows] == FIRST


def test_a_column_between() -> None:
    """An empty column between the lists changes nothing: it is asked, and both can be read."""
    head = ("Code", "Text", "", "Code", "Text")
    rows = [(*one, "", *other) for one, other in zip(FIRST, SECOND, strict=True)]
    document = Document("d.html", drawn.html([head, *rows]))
    found = sniff.sniff(document)
    assert found
    [asked] = found.reading.problems
    given = replies.Replies(as_meant=frozenset({asked.line}), is_first=True)
    whole = replies.applied(document, found.reading, given)
    assert whole.is_whole
    assert {(row.code, row.message) for row in whole.rows} == ALL


@pytest.mark.parametrize("gap", ["  ", "\t"])
def test_columns_of_a_text(gap: str) -> None:
    """In columns of a text, what to write has both lists, and is right."""
    width = 20 if gap == "  " else 0
    lines = (gap.join(f"{cell:{width}}" for cell in row) for row in _beside(FIRST, SECOND))
    document = Document("d.txt", "".join(f"{line.rstrip()}\n" for line in lines))
    found = sniff.sniff(document)
    assert found
    if found.reading.options["format"] == "csv":
        assert found.reading.options["tables"][0]["side_by_side"] == "2"
        return
    [asked] = found.reading.problems
    assert "`columns: [Code, Message]`, `side_by_side: 2`, a `pattern` for all codes" in asked.do
    options = {
        "format": "text_lines",
        "code_set": "api",
        "pattern": "[0-9]{4}",
        "separator": "columns",
        "columns": ["Code", "Message"],
        "side_by_side": "2",
        "code": "Code",
        "message": "Message",
    }
    whole = reading.read(document, options)
    assert whole.is_whole
    assert {(row.code, row.message) for row in whole.rows} == ALL


SOUND: tuple[Rows, ...] = (
    [("Code", "Message", "Related code", "Why it is related"), *_beside(FIRST, SECOND)],
    [("Code", "Message", "HTTP code", "HTTP text"), *_beside(FIRST, SECOND)],
    [("Code", "Message", "Seen", "Remark"), *_beside(FIRST, SECOND)],
    [
        ("Code", "Message", "Reason code", "Remark"),
        *((*one, "77", "Call the harbour master") for one in FIRST),
    ],
)


@pytest.mark.parametrize("rows", SOUND)
@pytest.mark.parametrize("file", ["d.md", "d.csv"])
def test_sound(rows: Rows, file: str) -> None:
    """What a heading says of the first code, or what comes again, is no list of its own."""
    found = sniff.sniff(Document(file, FORMATS[file](rows)))
    assert found
    assert not [one for one in found.reading.problems if "side by side" in one.what]
    assert [row.code for row in found.reading.rows] == [code for code, _ in FIRST]


@pytest.mark.parametrize("seed", range(30))
def test_no_code_is_lost(seed: int) -> None:
    """However many lists stand side by side, each code is a row, or a question says so."""
    chance = random.Random(seed)  # noqa: S311 - a test's
    lists = chance.randrange(2, 4)
    base = chance.choice([101, 1001, 50001])
    parts: list[Rows] = [
        [
            (str(base + 100 * part + at), f"Dock {chr(65 + part)}{chr(65 + at)} is shut")
            for at in range(4)
        ]
        for part in range(lists)
    ]
    rows = _beside(*parts)
    file = chance.choice(["d.html", "d.csv"])
    head = [("Code", "Text") * lists] if chance.random() < 0.5 else []
    found = sniff.sniff(Document(file, FORMATS[file]([*head, *rows])))
    assert found
    assert len(found.reading.rows) == 4 * lists
    assert found.reading.is_whole == bool(head)


def test_beside_a_table_with_the_same_headings() -> None:
    """A table of one list with the headings of two lists side by side is another kind of table."""
    text = (
        "| Code | Message | Code | Message |\n|---|---|---|---|\n"
        "| 101 | Dock is busy | 201 | Crane is lost |\n"
        "| 102 | Dock is shut | 202 | Pier is full |\n"
        "\n## Ships\n\n| Code | Message |\n|---|---|\n| 301 | Ship is late |\n| 302 | Ship sank |\n"
    )
    found = sniff.sniff(Document("errors.md", text))
    assert found
    assert {row.code: row.message for row in found.reading.rows} == {
        "101": "Dock is busy",
        "102": "Dock is shut",
        "201": "Crane is lost",
        "202": "Pier is full",
        "301": "Ship is late",
        "302": "Ship sank",
    }
