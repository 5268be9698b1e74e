"""Which block a line of source code stands in, whatever texts say between its lines."""

from __future__ import annotations

from macros.maintain.document import source_blocks

TEXTS = """export const ERRORS = {
  docks: {
    BUSY: {
      number: 101,
      text: `The dock is busy.

Look at other docks:
  a: free`,
    },
    GONE: {
      number: 102,
    },
  },
};
"""


def test_texts_of_several_lines() -> None:
    """Words of a text between backticks open no block, and end none, however they are indented."""
    lines = TEXTS.split("\n")
    named = [[block.name for block in place] for place in source_blocks.around(lines)]
    assert named[lines.index("      number: 101,")] == ["BUSY", "docks", "ERRORS"]
    assert named[lines.index("      number: 102,")] == ["GONE", "docks", "ERRORS"]


def test_a_backtick_alone() -> None:
    """A backtick that nothing closes hides none of the lines below it."""
    lines = ['  A: "it`s",', "docks: {", "  BUSY: 1,", "}"]
    assert source_blocks.around(lines)[2][0].name == "docks"
