"""A name, a number and a text in columns of a text: the number is the code, or its status."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.document import reading

TEXTS = ("the kiln is cold", "the kiln is full", "the order is lost", "Late")
NAMES = {
    "capitals": ("KILN_COLD", "KILN_FULL", "ORDER_LOST", "ORDER_LATE"),
    "codes": ("E-101", "E-102", "E-103", "E-104"),
}
OWN, STATUSES = ("1002", "1003", "1004", "1005"), ("409", "400", "404", "409")
GAPS = {"wide": "{:<12}{:<6}{}\n", "narrow": "{:<11} {:<5}  {}\n"}
AS_GAPS = pytest.mark.parametrize("line", GAPS.values(), ids=list(GAPS))
AS_NAMES = pytest.mark.parametrize("names", NAMES.values(), ids=list(NAMES))


def _read(
    line: str, names: tuple[str, ...], numbers: tuple[str, ...], head: tuple[str, ...] = ()
) -> tuple[Document, reading.Reading]:
    rows = [head, *zip(names, numbers, TEXTS, strict=True)]
    listed = "".join(line.format(*row) for row in rows if row)
    document = Document("errors.txt", f"Error codes\n\n{listed}")
    found = sniff.sniff(document)
    assert found
    return document, found.reading


def _said(result: reading.Reading, kept: str) -> list[tuple[str, str, str]]:
    return [(row.code, row.message, row.named[kept]) for row in result.rows]


@AS_GAPS
@AS_NAMES
def test_numbers(line: str, names: tuple[str, ...]) -> None:
    """The number is read; that the name is the code can be replied."""
    document, result = _read(line, names, OWN)
    assert _said(result, "name") == [*zip(OWN, TEXTS, names, strict=True)]
    [doubt] = result.problems
    assert doubt.what == (
        f'"{names[0]}" and "1002" can each be the code that the API sends; the number is read as'
        " the code, and the name beside it."
    )
    asked = frozenset({doubt.line})
    assert replies.applied(document, result, Replies(as_read=asked)).is_whole
    other = replies.applied(document, result, Replies(as_meant=asked))
    assert other.is_whole
    rows = [(row.code, row.message, row.columns["Number"]) for row in other.rows]
    assert rows == [*zip(names, TEXTS, OWN, strict=True)]


@AS_GAPS
@AS_NAMES
def test_statuses(line: str, names: tuple[str, ...]) -> None:
    """Beside a status of HTTP the name is the code, and nothing is asked."""
    _, result = _read(line, names, STATUSES)
    assert result.is_whole
    assert _said(result, "http") == [*zip(names, TEXTS, STATUSES, strict=True)]


@AS_GAPS
@AS_NAMES
def test_headings(line: str, names: tuple[str, ...]) -> None:
    """Headings that are printed say which it is."""
    _, result = _read(line, names, OWN, ("Name", "Code", "Text"))
    assert result.is_whole
    assert _said(result, "name") == [*zip(OWN, TEXTS, names, strict=True)]


def test_other_lines() -> None:
    """Numbers that come again, and lines with two columns, are no such lists."""
    _, result = _read(GAPS["wide"], NAMES["capitals"], ("12", "12", "13", "13"))
    assert not any("can each be the code" in one.what for one in result.problems)
    text = "".join(f"{name}  {text}\n" for name, text in zip(NAMES["capitals"], TEXTS, strict=True))
    found = sniff.sniff(Document("errors.txt", text))
    assert found
    assert [row.code for row in found.reading.rows] == [*NAMES["capitals"]]
