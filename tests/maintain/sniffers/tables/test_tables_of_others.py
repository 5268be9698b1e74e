"""Tables of countries, hours and ships beside those of errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.document.reading import Reading

ERRORS = {"101": "Dock is busy", "102": "No gate is open"}


def _table(headings: str, rows: dict[str, str]) -> str:
    listed = "".join(f"| {code} | {text} |\n" for code, text in rows.items())
    return f"| {headings} |\n|---|---|\n{listed}\n"


def _guess(document: Document) -> sniff.Sniffed:
    found = sniff.sniff(document)
    assert found
    return found


def _codes(result: Reading) -> list[str]:
    return [row.code for row in result.rows]


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        ("Code | Country", {"049": "Germany", "033": "France"}),
        ("Code | Currency", {"978": "Euro", "840": "US dollar"}),
        ("Code | Kind of ship", {"301": "Ferry", "302": "Tug", "303": "Barge"}),
        ("Code | Harbour", {"301": "North", "302": "South"}),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_other_things(headings: str, rows: dict[str, str], *, first: bool) -> None:
    """A table that speaks of no failure beside one that does is asked about, wherever it stands."""
    tables = [_table(headings, rows), _table("Code | Message", ERRORS)]
    document = Document("x.md", "".join(tables if first else tables[::-1]))
    found = _guess(document)
    [doubt] = found.reading.problems
    code, text = next(iter(rows.items()))
    assert (
        f'"{text}", the text of "{code}", stands below "{headings.split(" | ")[1]}"' in doubt.what
    )
    without = replies.applied(document, found.reading, Replies(no_codes=frozenset({doubt.line})))
    assert without.is_whole
    assert _codes(without) == [*ERRORS]
    as_read = replies.applied(document, found.reading, Replies(as_read=frozenset({doubt.line})))
    assert as_read.is_whole
    assert sorted(_codes(as_read)) == sorted([*rows, *ERRORS])


@pytest.mark.parametrize("heading", ["HTTP code", "HTTP status code", "HTTP status"])
def test_statuses_of_http(heading: str) -> None:
    """A table of statuses beside one of codes is asked about; alone, it is what the page lists."""
    statuses = _table(f"{heading} | Meaning", {"400": "Bad request", "404": "Not found"})
    document = Document("x.md", _table("Error code | Message", ERRORS) + statuses)
    found = _guess(document)
    [doubt] = found.reading.problems
    assert doubt.line == 6
    assert f'"{heading}"' in doubt.what
    without = replies.applied(document, found.reading, Replies(no_codes=frozenset({6})))
    assert without.is_whole
    assert _codes(without) == [*ERRORS]
    alone = _guess(Document("x.md", statuses))
    assert alone.reading.is_whole


def test_without_headings() -> None:
    """Of tables without headings one with other things is asked about, and can be left out."""
    others = {"12:30": "Office opens", "555": "Phone of the office"}
    tables = (
        "<table>{}</table>\n".format(
            "\n".join(f"<tr><td>{code}</td><td>{text}</td></tr>" for code, text in rows.items())
        )
        for rows in (ERRORS, others)
    )
    document = Document("x.html", "".join(tables))
    found = _guess(document)
    [doubt] = found.reading.problems
    assert doubt.line == 3
    assert '"Office opens", the text of "12:30", stands in a table of which no text' in doubt.what
    without = replies.applied(document, found.reading, Replies(no_codes=frozenset({3})))
    assert without.is_whole
    assert _codes(without) == [*ERRORS]


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        ("Code | Message", {"301": "Ferry is here", "302": "Tug is here"}),
        ("Code | Result", {"301": "Ferry comes", "302": "Tug comes"}),
        ("Error | What", {"301": "Ferry comes", "302": "Tug comes"}),
        ("Code | Harbour", {"301": "Ferry is late", "302": "North"}),
        ("Code | Answer", {"0": "Fine", "200": "Fine"}),
        ("コード | 船", {"301": "Ferry comes", "302": "Tug comes"}),
    ],
)
def test_texts_without_a_failure(headings: str, rows: dict[str, str]) -> None:
    """What is headed as texts are, a success, and a table with one failure are read unasked."""
    document = Document("x.md", _table("Code | Message", ERRORS) + _table(headings, rows))
    found = _guess(document)
    assert found.reading.is_whole
    assert sorted(_codes(found.reading)) == sorted([*ERRORS, *rows])
