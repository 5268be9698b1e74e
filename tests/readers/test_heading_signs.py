"""Headings whose signs Markdown does not take as such are read as those they are."""

from __future__ import annotations

import pytest

from macros.readers import blocks, heading_signs

ODD = ("##4002", "\uff03\uff03 4002", "\\## 4002", "\\#\\# 4002", "**##4002**", "####### 4002")


@pytest.mark.parametrize("line", [*ODD, "##`4002`", "##4002##", "## 4002"])
def test_headings(line: str) -> None:
    """Such a line is a heading, shown without its signs and quoted as it is written."""
    text = f"## 4001\n\nDock is busy\n\n{line}\n\nShip is gone\n"
    found = [one for one in blocks.of_markdown(text) if one.line == 5]
    assert [(one.kind, one.shown().text, one.lines) for one in found] == [
        ("heading", "4002", (line,))
    ]


@pytest.mark.parametrize(
    "line", ["#4002", "#dock", "##", "**Note** ## 4002", "a ##4002", "    ##4002"]
)
def test_no_headings(line: str) -> None:
    """One sign, and signs that no text follows or that stand elsewhere, make none."""
    assert heading_signs.as_headings(["", line, ""]) == ["", line, ""]


def test_within_a_paragraph() -> None:
    """What stands below a line of text is a part of it."""
    lines = ["Docks of the north,", "##4002 and others"]
    assert heading_signs.as_headings(lines) == lines


def test_examples() -> None:
    """Examples are shown as they are written."""
    text = "```\n\n##4002\n```\n"
    assert [(one.kind, one.lines) for one in blocks.of_markdown(text)] == [
        ("example", ("```", "", "##4002", "```"))
    ]


def test_one_sign() -> None:
    """A line with one sign becomes a heading as those of codes are, where it has a code."""
    lines = ["# Codes", "", "### 4001", "", "#4002", "", "#dock"]
    written = heading_signs.as_headings(lines, lambda text, _: text[:1] == "4")
    assert written == ["# Codes", "", "### 4001", "", "### 4002", "", "#dock"]
