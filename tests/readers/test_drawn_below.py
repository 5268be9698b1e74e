"""Tables that reStructuredText draws below a code: columns of the code, or refused."""

from __future__ import annotations

import re

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.readers.ledger import Account
from macros.readers.rows import Document

SIMPLE = "====  =====\nHTTP  Retry\n====  =====\n409   never\n====  =====\n"
GRID = "+------+-------+\n| HTTP | Retry |\n+======+=======+\n| 409  | never |\n+------+-------+\n"
OTHERS = "1002\n----\n\nDock is gone.\n\n1003\n----\n\nDock is old.\n"
OPTIONS = {
    "format": "headings",
    "code_set": "api",
    "pattern": "[0-9]{4}",
    "message": "text",
    "prose": "skip",
}


def _page(table: str) -> Document:
    text = f"Errors\n======\n\n1001\n----\n\nDock is busy.\n\n{table}\n{OTHERS}"
    return Document("errors.rst", text)


def test_columns() -> None:
    """What a table with headings says becomes columns, and nothing of its borders a text."""
    for table in (SIMPLE, GRID):
        found = sniff.sniff(_page(table))
        assert found
        assert found.reading.is_whole
        first = found.reading.rows[0]
        assert (first.message, first.columns) == (
            "Dock is busy.",
            {"HTTP": "409", "Retry": "never"},
        )
        assert found.reading.accounts[9] == Account.ROW


def test_refused() -> None:
    """A table without headings is refused, and passed over as the advice says."""
    bare = "===  =====\n409  never\n410  always\n===  =====\n"
    result = reading.read(_page(bare), OPTIONS)
    [problem] = result.problems
    assert problem.line == 9
    assert problem.what == 'below the code "1001" a table is drawn that cannot be a part of it.'
    patterns = re.findall(r'"([^"]*)"', problem.do.partition("add ")[2])
    mended = reading.read(_page(bare), {**OPTIONS, "ignore": list(dict.fromkeys(patterns))})
    assert mended.is_whole
    assert mended.rows[0].message == "Dock is busy."
    assert not mended.rows[0].columns
