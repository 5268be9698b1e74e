"""Rows of cells with a tab between that have one too many, or too few, are no texts of lines."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.readers.rows import Document


@pytest.mark.parametrize("row", ["12\tERROR\tGate is shut\tuntil noon", "12\tGate is shut"])
@pytest.mark.parametrize("more", ["", "14\tERROR\tNo crane\n15\tWARN\tStorm\n"])
def test_a_row(row: str, more: str) -> None:
    """Such a row is refused with its line, and the other rows keep their columns."""
    rows = f"11\tWARN\tDock is busy\n{row}\n13\tERROR\tCrane is broken\n{more}"
    found = sniff.sniff(Document("codes.tsv", f"code\tlevel\ttext\n{rows}"))
    assert found
    [problem] = found.reading.problems
    assert problem.line == 3
    assert "does not fit its table" in problem.what
    read = {row.code: (row.message, row.columns["level"]) for row in found.reading.rows}
    assert read["11"] == ("Dock is busy", "WARN")
    assert "12" not in read


def test_most_rows() -> None:
    """Where most rows lack a cell, no way is offered that makes one text of several cells."""
    rows = "11\tWARN\tDock is busy\n12\tERROR\tGate\tyes\n13\tERROR\tCrane is broken\n"
    document = Document("codes.tsv", f"code\tlevel\ttext\tmore\n{rows}")
    found = sniff.sniff(document)
    assert found
    assert any("lines look like several columns" in one.what for one in found.reading.problems)
    assert not any("--as-meant" in line for line in replies.told(document, found.reading))
