"""Tables without headings whose first code is a word: asked about, and read with that row."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

ROWS = [("101", "Dock is busy"), ("102", "Gate is shut"), ("103", "Crane is old")]


def _document(kind: str, *rows: tuple[str, ...]) -> Document:
    if kind == "html":
        cells = ("".join(f"<td>{text}</td>" for text in row) for row in rows)
        return Document(
            "errors.html", f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
        )
    sign = {"csv": ",", "tsv": "\t"}[kind]
    return Document(f"errors.{kind}", "".join(f"{sign.join(row)}\n" for row in rows))


@pytest.mark.parametrize("kind", ["csv", "tsv", "html"])
@pytest.mark.parametrize(
    "first", [("OK", "All is well"), ("Success", "Done"), ("STORM", "Dock is not safe")]
)
def test_a_row(kind: str, first: tuple[str, str]) -> None:
    """The first row is asked about; with it all codes are read, and without it all but this one."""
    document = _document(kind, first, *ROWS)
    found = sniff.sniff(document)
    assert found
    [problem] = found.reading.problems
    assert problem.what == f'the headings "{first[0]} | {first[1]}" look like a row with a code.'
    meant = replies.applied(document, found.reading, Replies(as_meant=frozenset({1})))
    assert meant.is_whole
    assert [(row.code, row.message) for row in meant.rows] == [first, *ROWS]
    as_read = replies.applied(document, found.reading, Replies(as_read=frozenset({1})))
    assert as_read.is_whole
    assert [(row.code, row.message) for row in as_read.rows] == ROWS


@pytest.mark.parametrize(
    "first",
    [
        ("CODE", "What is wrong"),
        ("ID", "Not found text"),
        ("NR", "Bedeutung"),
        ("OK", "Description"),
        ("DOCK", "Text"),
        ("SMS", "What is not sent"),
        ("Other", "Texts of others"),
    ],
)
def test_headings(first: tuple[str, str]) -> None:
    """Headings that are some are not asked about."""
    found = sniff.sniff(_document("csv", first, *ROWS))
    assert found
    assert not [one for one in found.reading.problems if "look like a row" in one.what]
