"""Texts in which dots lead from a code to its message."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

TEXTS = {"1001": "Dock is busy...", "1002": "Dock is gone", "1003": "Gate 7 is shut"}


@pytest.mark.parametrize("dots", [" ..... ", ".......", " . . . . ", "…… ", " ......"])
def test_read(dots: str) -> None:
    """The dots are a sign between both, whatever their number; those behind the text are of it."""
    lines = [f"{code}{dots}{text}" for code, text in TEXTS.items()]
    found = sniff.sniff(Document("errors.txt", "\n".join(["Error codes", "", *lines])))
    assert found
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == TEXTS
