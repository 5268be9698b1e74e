"""Marks of footnotes at the ends of several messages are asked about without any note, too."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

PAGE = "| Code | Message |\n|---|---|\n| 101 | Berth is taken{} |\n| 102 | Gate is shut{} |\n"
PAGE += "| 103 | Pump is off |\n| 104 | Lock is jammed |\n"


def _doubts(first: str, second: str) -> list[str]:
    guess = sniff.sniff(Document("a.md", PAGE.format(first, second)))
    assert guess is not None
    return [one.what for one in guess.doubts if "footnote" in one.what]


@pytest.mark.parametrize(("first", "second"), [(" [2]", " [1]"), (" (a)", " (b)"), ("\\*", "\\*")])
def test_asked(first: str, second: str) -> None:
    """The doubt quotes both messages."""
    [what] = _doubts(first, second)
    assert "Berth is taken" in what
    assert "Gate is shut" in what
    assert "marks of footnotes" in what


@pytest.mark.parametrize(("first", "second"), [(" [2]", ""), (" lock(s)", " gate(s)"), ("", "")])
def test_not_asked(first: str, second: str) -> None:
    """One such end alone can be of the text, and so can the plural of a word."""
    assert _doubts(first, second) == []
