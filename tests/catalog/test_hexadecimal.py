"""Hexadecimal codes in other capitals: one code over all revisions, with the form it had first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.catalog import load
from macros.errors import ProblemsError
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

_PATTERN = "-?[0-9]+|-?0?[xX][0-9a-fA-F]+"


def _codes(folder: Path, *documents: dict[str, str]) -> dict[str, list[str]]:
    """Return the texts of each code, the earliest revision first."""
    texts = [
        invented.TABLE + "".join(f"| {code} | {text} |\n" for code, text in document.items())
        for document in documents
    ]
    held = load.load(invented.write(folder, *texts, pattern=_PATTERN))["orbit"]
    return {
        code.code: [row.message for one in code.listings for row in one.rows] for code in held.codes
    }


def test_one_code(tmp_path: Path) -> None:
    """What later revisions print in other capitals is the same code, whichever way it goes."""
    assert _codes(
        tmp_path,
        {"101": "Free", "0x0f": "Busy", "-0xAB": "Shut"},
        {"101": "Free", "0x0F": "Busy now", "-0xab": "Shut", "0x1e": "Late"},
        {"101": "Free", "0X0f": "Full", "0x1E": "Late"},
    ) == {
        "101": ["Free", "Free", "Free"],
        "0x0f": ["Busy", "Busy now", "Full"],
        "0x1e": ["Late", "Late"],
        "-0xAB": ["Shut", "Shut"],
    }


@pytest.mark.parametrize("other", ["0x00f", "0xf0", "-0x0f", "15", "x0F"])
def test_another_code(tmp_path: Path, other: str) -> None:
    """A code with other digits, zeros or signs is another one."""
    found = _codes(tmp_path, {"101": "Free", "0x0f": "Busy"}, {"101": "Free", other: "Busy"})
    assert found["0x0f"] == ["Busy"]
    assert found[other] == ["Busy"]


def test_both_in_one_revision(tmp_path: Path) -> None:
    """Where one revision has both forms, a person says which is which."""
    with pytest.raises(ProblemsError, match=r'"0x0." and "0x0." would have the same address'):
        _codes(tmp_path, {"101": "Free", "0x0f": "Busy", "0x0F": "Shut"})
