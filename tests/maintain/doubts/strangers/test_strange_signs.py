"""Days, times and versions among codes, and codes that look like them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

if TYPE_CHECKING:
    from collections.abc import Callable

CODES = {"1001": "Dock is busy", "1002": "Gate is shut"}


def _table(rows: dict[str, str]) -> str:
    listed = "".join(f"| {code} | {text} |\n" for code, text in rows.items())
    return f"| Code | Text |\n|---|---|\n{listed}"


def _bullets(rows: dict[str, str]) -> str:
    return "".join(f"- {code} – {text}\n" for code, text in rows.items())  # noqa: RUF001


def _lines(rows: dict[str, str]) -> str:
    return "".join(f"{code}: {text}\n" for code, text in rows.items())


SHAPES: dict[str, Callable[[dict[str, str]], str]] = {
    "table.md": _table,
    "bullets.md": _bullets,
    "x.yaml": _lines,
    "x.json": json.dumps,
}


@pytest.mark.parametrize(
    ("name", "code", "what"),
    [
        ("table.md", "2024-05-01", "a day"),
        ("table.md", "01.05.2024", "a day"),
        ("table.md", "2024-05", "a day"),
        ("table.md", "08:30", "a time"),
        ("table.md", "2.1.0", "a version"),
        ("bullets.md", "2.1.0", "a version"),
        ("bullets.md", "01.05.2024", "a day"),
        ("x.yaml", "2024-05-01", "a day"),
        ("x.yaml", "2.1.0", "a version"),
        ("x.json", "2024-05-01", "a day"),
        ("x.json", "2.1.0", "a version"),
    ],
)
def test_asked(name: str, code: str, what: str) -> None:
    """In whatever format it stands, it is asked about, and left out without a loss."""
    document = Document(name, SHAPES[name]({**CODES, "1003": "Crane is lost", code: "first list"}))
    found = sniff.sniff(document)
    assert found
    [doubt] = found.reading.problems
    assert doubt.what == f'"{code}" looks like {what}, so it is perhaps no code.'
    without = replies.applied(document, found.reading, Replies(no_codes=frozenset({doubt.line})))
    assert without.is_whole
    assert [row.code for row in without.rows] == [*CODES, "1003"]


def test_a_day_with_slashes() -> None:
    """What is read as several codes is asked about as the day that it is."""
    document = Document("x.csv", "Code,Text\n1001,Busy\n1002,Shut\n31/12/2024,second list\n")
    found = sniff.sniff(document)
    assert found
    assert {one.line for one in found.reading.problems} == {4}
    assert found.reading.problems[0].what == (
        '"31" is a part of what looks like a day, so it is perhaps no code.'
    )
    without = replies.applied(document, found.reading, Replies(no_codes=frozenset({4})))
    assert without.is_whole
    assert [row.code for row in without.rows] == [*CODES]


@pytest.mark.parametrize(
    "codes",
    [
        ["404", "404.1", "500", "501", "502"],  # a part of another one
        ["1001-01", "1001-02", "2001-12", "2001-13", "999"],  # not all are days
        ["1.1", "1.2", "2.1", "9"],  # most are such
        ["2024-01", "2024-02", "2024-03"],  # all are
    ],
)
def test_codes_with_signs(codes: list[str]) -> None:
    """Codes that are parted as others are, or begin with one, are read unasked."""
    found = sniff.sniff(Document("x.md", _table({code: f"Dock {code} is up" for code in codes})))
    assert found
    assert found.reading.is_whole
    assert [row.code for row in found.reading.rows] == codes
