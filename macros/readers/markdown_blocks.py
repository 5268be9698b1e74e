"""Markdown -> the blocks that it consists of, without what is in them.

markdown-it-py parses what is in all blocks at once, and each cell of a table. Readers need the
text of headings and cells, each on its own, so that is left out here: a page of 5 MB takes seconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block.table import MAX_AUTOCOMPLETED_CELLS, escapedSplit
from markdown_it.rules_block.table import table as of_library

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token


def parse(text: str, references: dict[str, Any]) -> list[Token]:
    """Return the tokens of blocks; those of kind "inline" have content and no children.

    Args:
        text: the page.
        references: takes what its links lead to.
    """
    return _PARSER.parse(text, references)


def split(line: str) -> list[str]:
    """Cut a line at its pipes, but for escaped ones."""
    # The function of the library goes through it sign by sign.
    return escapedSplit(line) if "\\" in line else line.split("|")


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - a rule
    """Find a table as the rule of the library does, without tokens for its cells."""
    if not of_library(state, start, end, True):  # noqa: FBT003
        return False
    if silent:
        return True
    before, state.parentType = state.parentType, "table"
    ends = state.md.block.ruler.getRules("blockquote")
    opened = state.push("table_open", "table", 1)
    columns, missing, line = _columns(_text(state, start)), 0, start + 2
    while line < end:
        if state.sCount[line] < state.blkIndent or state.is_code_block(line):
            break
        text = _text(state, line)
        # Nothing else begins with a pipe.
        if not text or (
            text[0] != "|" and any(rule(state, line, end, True) for rule in ends)  # noqa: FBT003
        ):
            break
        # The library adds the cells that a row lacks, up to a limit.
        missing += columns - _columns(text)
        if missing > MAX_AUTOCOMPLETED_CELLS:
            break
        line += 1
    opened.map = [start, line]
    state.push("table_close", "table", -1)
    state.parentType, state.line = before, line
    return True


def _text(state: StateBlock, line: int) -> str:
    return mdTrim(state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]])


def _columns(text: str) -> int:
    """Count the cells of a line; a pipe at each end does not count."""
    cells = split(text)
    return len(cells) - (cells[0] == "") - (len(cells) > 1 and cells[-1] == "")


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table").disable(["inline", "text_join"])
    parser.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    return parser


_PARSER = _parser()
