"""Blocks of Markdown: where they are, as the library finds them, without what is in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from macros.maintain.document import reading
from macros.readers import markdown_blocks
from macros.readers.rows import Document

WHOLE = MarkdownIt("commonmark").enable("table")
PIECES = st.sampled_from(
    [
        *(
            "| a | b |\n",
            "|---|---|\n",
            "| c |\n",
            "|\n",
            "a | b\n",
            ":-: | -\n",
            "\\| d | e\n",
            "x\n",
        ),
        *(
            "\n",
            "    | f | g |\n",
            "> ",
            "- ",
            "# h\n",
            "```\n",
            "<b>\n",
            "---\n",
            "  ",
            "\t",
            "\x0b\n",
        ),
        *("| i | j | k |\n", "1. ", "[l]: m\n", "||\n", "| \\| |\n"),
    ]
)
IN_TABLES = frozenset("thead tbody tr th td".split())


def _all(text: str) -> list[tuple[str, object, int]]:
    """Return what the library finds, but for what is in tables."""
    found: list[tuple[str, object, int]] = []
    in_table = False
    for token in WHOLE.parse(text):
        in_table = in_table or token.type == "table_open"
        if not in_table or token.type.startswith("table"):
            found.append((token.type, token.map, token.level))
        in_table = in_table and token.type != "table_close"
    return found


@given(st.lists(PIECES, max_size=14).map("".join))
def test_blocks_are_where_the_library_finds_them(text: str) -> None:
    """Each block and each table begins and ends where the library's own rules say."""
    found = [(token.type, token.map, token.level) for token in markdown_blocks.parse(text, {})]
    assert found == _all(text)


def test_a_table_ends() -> None:
    """A table goes on until a blank line or the beginning of another block."""
    text = "| a | b |\n|---|---|\n| c | d |\ne\n> f\n"
    tokens = markdown_blocks.parse(text, {})
    assert [(token.type, token.map) for token in tokens[:2]] == [
        ("table_open", [0, 4]),
        ("table_close", None),
    ]
    assert not [token for token in tokens if token.children]


def test_missing_cells_have_a_limit() -> None:
    """Where a table lacks more cells than the library adds, it ends, as it does there."""
    text = f"{'|a' * 300}|\n{'|-' * 300}|\n" + "|b|\n" * 300
    tables = [token.map for token in markdown_blocks.parse(text, {}) if token.type == "table_open"]
    assert tables == [token.map for token in WHOLE.parse(text) if token.type == "table_open"]
    assert tables[0] is not None
    assert tables[0][1] < 302


def test_split() -> None:
    """An escaped pipe is part of its cell."""
    assert markdown_blocks.split("a|b") == ["a", "b"]
    assert markdown_blocks.split("|a \\| b|c") == ["", "a | b", "c"]


@pytest.mark.parametrize("space", ["\xa0", "\x0b", "\u2003", "\u2028"])
def test_a_line_of_space_below_a_table(space: str) -> None:
    """A line with a space that Markdown takes for text is no row, and stops no reader."""
    table = {
        "code_set": "api",
        "columns": ["a", "b"],
        "code": "a",
        "message": "b",
        "pattern": "[0-9]+",
    }
    text = f"| a | b |\n|---|---|\n| 1 | Busy |\n\n{space}\n"
    result = reading.read(Document("x.md", text), {"format": "markdown", "tables": [table]})
    assert result.is_whole
    assert [(row.code, row.message) for row in result.rows] == [("1", "Busy")]
