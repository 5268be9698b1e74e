"""Tables of what changed in a list of codes: asked about, with a way on that loses no code."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.readers.rows import Document

if TYPE_CHECKING:
    from collections.abc import Callable

Rows = list[tuple[str, ...]]
TEXTS = {"1001": "Berth is taken", "1002": "Berth is not known", "1003": "Crane is busy"}
CODES: Rows = [("Code", "Message"), *TEXTS.items()]
CHANGES: dict[str, Rows] = {
    "change": [("Code", "Change"), ("1003", "Added"), ("1002", "In words that are better")],
    "version": [
        ("Version", "Code", "What changed"),
        ("1.2", "1003", "Crane"),
        ("1.3", "1002", "It"),
    ],
    "date": [
        ("Date", "Code", "Description"),
        ("2026-01-02", "1003", "Added"),
        ("2026-01-09", "1002", "Message reworded"),
        ("2026-01-12", "1009", "Removed in version 2"),
    ],
    "chinese": [("错误码", "变更内容"), ("1003", "新增"), ("1002", "修改了文字")],
}


def _markdown(rows: Rows) -> str:
    lines = [rows[0], ("---",) * len(rows[0]), *rows[1:]]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _html(rows: Rows) -> str:
    cells = ["".join(f"<td>{text}</td>" for text in row) for row in rows]
    return "<table>" + "\n".join(f"<tr>{row}</tr>" for row in cells) + "</table>\n"


FORMATS: dict[str, Callable[[Rows], str]] = {"markdown": _markdown, "html": _html}


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("name", CHANGES)
def test_asked(name: str, format_: str, first: bool) -> None:  # noqa: FBT001 - a case
    """One question names the table; what it advises reads each code of the list, and no change."""
    write, rows = FORMATS[format_], CHANGES[name]
    tables = [write(rows), write(CODES)] if first else [write(CODES), write(rows)]
    document = Document("errors", "\n".join(tables))
    found = sniff.sniff(document)
    assert found
    [doubt] = found.reading.problems
    heading, text = rows[0][-1], rows[1][-1]
    said = (
        f'"{heading}" is taken for the message of codes, and says what happened to them: "{text}".'
    )
    assert (doubt.what, doubt.line) == (
        said,
        next(t.line for t in found.tables if t.headings == rows[0]),
    )
    options = found.reading.options
    assert reading.read(document, options).is_whole
    advice = re.search("add (.*) to `other_tables`, and write `prose: (.*)`. Save", doubt.do)
    assert advice
    headings = json.loads(advice[1])
    others = [table for table in options["tables"] if table["columns"] != headings]
    mended = {
        **options,
        "tables": others,
        "other_tables": [headings],
        "prose": json.loads(advice[2]),
    }
    result = reading.read(document, mended)
    assert result.is_whole
    assert {(row.code_set, row.code): row.message for row in result.rows} == {
        ("api", code): text for code, text in TEXTS.items()
    }


def test_many_changes() -> None:
    """Of more rows than anybody would copy, the lines are named."""
    changes: Rows = [
        ("Code", "Change"),
        *((f"10{number}", f"Text {number}") for number in range(10, 40)),
    ]
    found = sniff.sniff(Document("errors", f"{_markdown(changes)}\n{_markdown(CODES)}"))
    assert found
    [doubt] = found.reading.problems
    assert "quote all of its rows (lines 3-32) under `prose`" in doubt.do


@pytest.mark.parametrize(
    "tables",
    [
        [[*CODES, ("1004", "Removed by its owner")]],
        [[("Code", "Message", "Since"), ("1001", "Added", "1.2"), ("1002", "Removed", "1.3")]],
        [
            [
                ("Code", "Message", "Change"),
                ("1001", "Berth is taken", "Added"),
                ("1002", "No", ""),
            ],
            [("Code", "Text"), ("2001", "New ships are too late"), ("2002", "Crane removed")],
        ],
    ],
)
def test_sound(tables: list[Rows]) -> None:
    """Messages that speak of what was removed, and changes beside messages, are none such table."""
    found = sniff.sniff(Document("errors", "\n".join(map(_markdown, tables))))
    assert found
    assert list(reading.unsaid(found.reading)) == []
