"""Tables in HTML below a code: columns of the code, or refused."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.ledger import Account
from macros.readers.rows import Document

TITLES = {"1001": "Dock is busy", "1002": "Dock is gone", "1003": "Tide is low"}
CAUSES = {"1001": "Another ship", "1002": "A storm", "1003": "The moon"}


def _row(*cells: str, tag: str = "td") -> str:
    return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in cells)}</tr>\n"


def _page(table: str, *, titled: bool = True) -> Document:
    parts = "".join(
        f"<h3>{code}{f' {TITLES[code]}' if titled else ''}</h3>\n"
        f"<table>\n{table.replace('CAUSE', cause)}</table>\n"
        for code, cause in CAUSES.items()
    )
    return Document("errors.html", f"<h1>Errors</h1>\n{parts}")


ACROSS = _row("HTTP", "Cause", tag="th") + _row("409", "CAUSE")
READ = {
    "headings across": ACROSS,
    "words across": _row("HTTP", "Cause") + _row("409", "CAUSE"),
    "headings down": "<tr><th>HTTP</th><td>409</td></tr><tr><th>Cause</th><td>CAUSE</td></tr>",
    "bold down": _row("<b>HTTP:</b>", "409") + _row("<b>Cause:</b>", "CAUSE"),
    "words down": _row("HTTP", "409") + _row("Cause", "CAUSE"),
}


@pytest.mark.parametrize("name", READ)
def test_columns(name: str) -> None:
    """What a table with headings says becomes columns, be they above its texts or before them."""
    found = sniff.sniff(_page(READ[name]))
    assert found
    assert found.reading.is_whole
    assert "ignore" not in found.reading.options
    assert [(row.code, row.message, row.columns) for row in found.reading.rows] == [
        (code, TITLES[code], {"HTTP": "409", "Cause": cause}) for code, cause in CAUSES.items()
    ]
    assert found.reading.accounts[4] == Account.ROW


def test_the_message_in_a_table() -> None:
    """What a table calls so is the message where nothing else can be."""
    table = _row("Description", "CAUSE") + _row("Solution", "Wait")
    found = sniff.sniff(_page(table, titled=False))
    assert found
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == CAUSES
    assert found.reading.options["message"] == "Description"


REFUSED = {
    "no headings": _row("by day", "409") + _row("by night", "CAUSE"),
    "a cell too many": _row("HTTP", "Cause", tag="th") + _row("409", "CAUSE", "once"),
    "headings on both sides": _row("HTTP", "Cause") + _row("Note", "CAUSE"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    """Where nobody can tell what a table says of the code, it is not passed over unasked."""
    document = _page(REFUSED[name])
    found = sniff.sniff(document)
    assert found
    problems = found.reading.problems
    assert [one.line for one in problems] == [3, 8, 13]
    assert problems[0].what == ('below the code "1001" stands a table that cannot be a part of it.')
    assert "ignore" not in found.reading.options
    lines = frozenset(one.line for one in problems)
    mended = replies.applied(document, found.reading, Replies(no_codes=lines))
    assert mended.is_whole
    assert [(row.message, row.columns) for row in mended.rows] == [
        (title, {}) for title in TITLES.values()
    ]


def test_a_list_of_others() -> None:
    """A table that has other codes is no part of the one above it."""
    others = _row("Detail", "Cause", tag="th") + _row("2001", "CAUSE")
    found = sniff.sniff(_page(others))
    assert found
    assert not found.reading.is_whole
    assert all(not row.columns for row in found.reading.rows if row.code in CAUSES)


def test_below_a_list() -> None:
    """A table behind a list is of the page, and below an item of it of that code."""
    items = "".join(f"<li>{code}: {cause}</li>\n" for code, cause in CAUSES.items())
    table = f"<table>\n{ACROSS}</table>\n"
    found = sniff.sniff(Document("errors.html", f"<ul>\n{items}</ul>\n{table}"))
    assert found
    assert all(not row.columns for row in found.reading.rows)
    within = items.replace("</li>", f"\n{table}</li>", 1)
    found = sniff.sniff(Document("errors.html", f"<ul>\n{within}</ul>\n"))
    assert found
    assert [row.columns for row in found.reading.rows] == [
        {"HTTP": "409", "Cause": "CAUSE"},
        {},
        {},
    ]
