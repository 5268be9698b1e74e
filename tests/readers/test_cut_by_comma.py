"""A comma within a text that is not quoted: no part of the text lands in the next column."""

from __future__ import annotations

import pytest

from macros.maintain import by_hand, edits
from macros.maintain.document import reading
from macros.readers.rows import Document

COLUMNS = ["code", "message", "remedy"]


def _options(*columns: str) -> reading.Options:
    table = {
        "code_set": "api",
        "columns": list(columns),
        "code": "code",
        "message": "message",
        "named": {"remedy": "remedy"},
        "pattern": "[0-9]{4}",
    }
    return {"format": "csv", "tables": [table]}


OPTIONS = _options(*COLUMNS)
HEAD = "code,message,remedy\n1001,Berth is taken,Wait\n"


@pytest.mark.parametrize("separator", [",", ";"])
def test_cut(separator: str) -> None:
    """A row of as many cells as there are columns is refused, and read whole as the block says."""
    text = HEAD.replace(",", separator) + f"1002{separator}Crane is busy{separator} or lost\n"
    document = Document("x.csv", text)
    options = {**OPTIONS, "delimiter": separator}
    result = reading.read(document, options)
    [problem] = result.problems
    assert problem.line == 3
    assert problem.what == (
        f'"1002 | Crane is busy | or lost" has a "{separator}" with a space behind it, as within a'
        " text, where it is none between cells."
    )
    block = by_hand.block_to_fill(document, result)
    assert "# It may lack remedy: remove what it does not say." in block
    mended = edits.values(f"{block}\n")["reader"]
    [row] = mended["rows"]
    row["message"] = f"Crane is busy{separator} or lost"
    assert row.pop("columns") == {"remedy": "…"}
    said = reading.read(document, mended)
    assert said.is_whole
    assert [(one.code, one.message, one.named) for one in said.rows] == [
        ("1001", "Berth is taken", {"remedy": "Wait"}),
        ("1002", f"Crane is busy{separator} or lost", {}),
    ]


def test_shifted_past_the_last_heading() -> None:
    """Text that a cut moves below no heading is refused, wherever the message stands."""
    head = HEAD.replace("\n", ",\n")
    result = reading.read(
        Document("x.csv", f"{head}1002,Crane is busy,or lost,Wait\n"), _options(*COLUMNS, "")
    )
    [problem] = result.problems
    assert problem.what == (
        '"1002 | Crane is busy | or lost | Wait" has text right of its message, below no heading.'
    )
    assert '`named: {note: ""}`' in problem.do


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("code, message, remedy\n1001, Berth is taken, Wait\n", "Wait"),
        ("code,message, remedy\n1001,Berth is taken, Wait\n", "Wait"),
        (f'{HEAD}1002,"Crane is busy, or lost", Wait\n', "Wait"),
        (f"{HEAD}1002, Crane is busy, Wait\n", "Wait"),
        (f"{HEAD}1002,Crane is busy,   Wait\n", "Wait"),
        (f"{HEAD}1002,Crane is busy, \n", ""),
        (f'{HEAD}1002,Crane is busy, "Wait"\n', "Wait"),
        (f"{HEAD}1002,404, Wait\n", "Wait"),
    ],
)
def test_sound(text: str, last: str) -> None:
    """Spaces that stand between cells are none of a text, and nothing is refused."""
    spaced = text.startswith(("code, ", "code,message, "))
    result = reading.read(Document("x.csv", text), OPTIONS)
    assert result.is_whole
    assert result.rows[-1].columns["remedy"] == last
    assert len(result.rows) == (1 if spaced else 2)
