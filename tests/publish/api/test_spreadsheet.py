"""Spreadsheets: codes and texts come back, and no cell runs."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.publish.api import code as shape
from macros.publish.api import spreadsheet

SIGNS = ["=", "+", "-", "@", "'", '"', ",", "\n", "\uff1d", "0", "7", "E", "e", "."]
FORMULAS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def _code(code: str, message: str) -> shape.Code:
    meaning = shape.Meaning(
        revision="r1",
        date=None,
        message=message,
        columns={},
        named={},
        section=None,
        file="a",
        line=1,
        source_url="x",
        condition=None,
        rpc=None,
        http_status=None,
        retry=None,
        wait=None,
        language="en",
    )
    fields: dict[str, Any] = dict.fromkeys(shape.Code.model_fields, "x")
    fields |= {"code": code, "meanings": [meaning], "status": "current", "success": False}
    fields |= {"range": None, "classification": None, "observation": None, "disputed": False}
    return shape.Code.model_construct(**fields)


PRINTED = st.lists(
    st.sampled_from(SIGNS) | st.characters(min_codepoint=33, exclude_categories=["Cs"]), min_size=1
)
SAID = st.lists(st.sampled_from(SIGNS) | st.characters(exclude_categories=["Cs"]))


@given(code=PRINTED.map("".join), message=SAID.map("".join))
def test_round_trip(code: str, message: str) -> None:
    """A code and a message come back whole, from a file whose cells start no formula."""
    text = spreadsheet.text([spreadsheet.rows(_code(code, message)).encode()]).decode()
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert not any(cell.startswith(FORMULAS) for cell in row.values())
    assert row["code"].removeprefix("'") == code
    assert row["message"].removeprefix("'") == message


CELLS = {
    "40029": "'40029",
    "-3016": "'-3016",
    "000": "'000",
    "E915": "'E915",
    "1E5": "'1E5",
    "1234567890123456": "'1234567890123456",
    "1-2": "'1-2",
    "'7": "''7",
}


@pytest.mark.parametrize("code", CELLS)
def test_codes(code: str) -> None:
    """Every code has an apostrophe before it, so that no spreadsheet makes another of it."""
    (cells,) = spreadsheet.lines(_code(code, "Dock is busy"))
    assert cells[spreadsheet.COLUMNS.index("code")] == CELLS[code]
