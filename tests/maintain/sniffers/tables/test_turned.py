"""Tables whose codes stand side by side: refused, with what makes them a document that is read."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

ROWS: list[tuple[str, ...]] = [
    ("Code", "1001", "1002", "1003"),
    ("Message", "Berth is taken", "Berth is not known", "Crane is busy"),
]


def _markdown(rows: list[tuple[str, ...]]) -> str:
    lines = [rows[0], ("---",) * len(rows[0]), *rows[1:]]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _html(rows: list[tuple[str, ...]]) -> str:
    cells = ("".join(f"<td>{text}</td>" for text in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


@pytest.mark.parametrize("write", [_markdown, _html])
def test_told(write: object) -> None:
    """The refusal names the line and the codes; the table that it asks for is read whole."""
    assert callable(write)
    document = Document("errors", write(ROWS))
    assert sniff.sniff(document) is None
    said = sniff.nothing(document)
    assert 'In the table of line 1 the codes stand side by side: "1001", "1002". Turn it' in said
    csv = "".join(f"{code},{text}\n" for code, text in zip(*ROWS, strict=True))
    found = sniff.sniff(Document("errors.csv", csv))
    assert found
    assert found.reading.is_whole
    assert [row.code for row in found.reading.rows] == list(ROWS[0][1:])


def test_other_tables() -> None:
    """Of a table of anything else nothing is said."""
    rows: list[tuple[str, ...]] = [("Dock", "North", "South"), ("Ships", "12", "30")]
    assert "side by side" not in sniff.nothing(Document("errors", _markdown(rows)))
