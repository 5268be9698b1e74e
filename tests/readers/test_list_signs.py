"""Signs of items that no item of Markdown begins with stand for one below the item above."""

from __future__ import annotations

import pytest

from macros import readers
from macros.maintain import sniff
from macros.readers import list_signs
from macros.readers.rows import Document, Row
from macros.sources.reader_options import BulletsOptions


def _rows(text: str, **more: object) -> list[Row]:
    options = {"format": "bullets", "code_set": "api", "pattern": "[0-9]{3}", **more}
    taken = readers.take_in(Document("a.txt", text), BulletsOptions.model_validate(options))
    rows = [one for one in taken.results if isinstance(one, Row)]
    assert len(rows) == len(taken.results)
    return rows


@pytest.mark.parametrize("sign", ["•", "◦ ", "●\t", "»", "\u2013", "➤", "->", "\uf0b7"])
@pytest.mark.parametrize("indent", ["", "  ", "      ", "\t"])
def test_a_label_below(sign: str, indent: str) -> None:
    """What stands behind such a sign is no part of the message above it, however it is indented."""
    item = f"{indent}{sign} Reason: A ship\n{indent}  is there.\n"
    rows = _rows(f"1. 101: Dock is busy\n{item}2. 102: Gate is shut\n{item}", labels=["Reason"])
    said = [(row.code, row.message, row.columns) for row in rows]
    text = {"Reason": "A ship is there."}
    assert said == [("101", "Dock is busy", text), ("102", "Gate is shut", text)]


def test_further_texts() -> None:
    """Without a label they are further texts, one for each sign."""
    (row,) = _rows("- 101: Dock is busy\n  • Wait for it\n  • Or sail on\n")
    assert row.message == "Dock is busy"
    assert row.columns == {"text": "Wait for it\nOr sail on"}


def test_within_a_line() -> None:
    """Within a line, and where no sign stands, a text goes on with the message as before."""
    rows = _rows("- 101: Dock is busy • now\n  and later\n- 102: A–Z\n  –5 is low\n")  # noqa: RUF001
    assert [row.message for row in rows] == ["Dock is busy • now and later", "A–Z –5 is low"]  # noqa: RUF001


def test_a_list_of_its_own() -> None:
    """Behind a blank line and on the left such a sign begins no item of the list above."""
    lines = ["- 101: Dock", "", "Text", "• Of the page", "", "1. Item", "", "• Of the page"]
    assert list_signs.as_items(lines) == lines


def test_numbers_of_items_are_no_codes() -> None:
    """A sign before what stands below the items makes no codes of the numbers of these."""
    texts = ("Dock is busy", "Gate is shut", "Crane is broken")
    items = [f" {n}. Code 10{n}: {text}\n\n    • Note: x\n\n" for n, text in enumerate(texts)]
    found = sniff.sniff(Document("codes.txt", f"Errors\n\n{''.join(items)}"))
    assert found
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == {
        "100": "Dock is busy",
        "101": "Gate is shut",
        "102": "Crane is broken",
    }
