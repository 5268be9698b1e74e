"""A cell of a Markdown table, or any text in one line -> what a page shows for it.

markdown-it-py renders it. Refused is what the characters alone do not show: marks of footnotes,
struck-out texts, images, tags that are no marks of texts.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

from macros.readers import html_cells, html_table
from macros.readers.cells import Cell
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from macros.readers.ledger import Ledger
    from macros.sources.reader_options.pages import HtmlOptions

_PARSER = MarkdownIt("commonmark").enable("strikethrough")
# The pages show an address as it is written.
_PARSER.normalizeLinkText = lambda link: link  # type: ignore[method-assign]

# Without any of these a text is what it shows: no mark, entity or line break can be in it.
MARKUP = re.compile(r"[\\`*_\[\]!<>&~\n\x00]")
_BOLD = re.compile(r"(\*\*|__)(?!\s)(?:(?!\1).)+(?<!\s)\1")
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)", re.ASCII)
# GitHub and others make footnotes and strike-outs of these, CommonMark does not.
_FOOTNOTE = re.compile(r"(?<!\\)\[\^[^\[\]\s]+\]")
_STRUCK_OUT = re.compile(r"(?<![\w~\\])~(?![~\s])[^~]+(?<![\s\\])~(?![\w~])")


def cell(
    source: str, line: int, references: dict[str, Any], ledger: Ledger[HtmlOptions] | None = None
) -> Cell:
    """Return what the page shows for a cell, or for any text in one line.

    Args:
        source: the text as it is written.
        line: its line.
        references: what links lead to.
        ledger: knows what is left out of cells, if anything is.
    """
    if not MARKUP.search(source):
        return Cell(one_line(source), line)
    if ledger and ledger.options.leave_out:
        body = html_table.parse(rendered(source, references), line)[0].query("body")[0]
        written = html_cells.text_of(body)
        for problem in html_cells.left_out(body, line, ledger):
            return Cell(written, line, f"has a fault: {problem.what.rstrip('.')}")
        if written != html_cells.text_of(body):
            shown = html_table.cell_of(body, line)
            footnote = "has a footnote mark" if _FOOTNOTE.search(shown.text) else ""
            return replace(shown, line=line, fault=footnote or shown.fault, last=0)
    children = inline(source, references)
    # A cell is a single line, so no line break can stand in it but as HTML, which is read below.
    text = one_line("".join(token.content for token in children))
    if fault := _fault(source, children):
        return Cell(text, line, fault)
    if any(token.type == "html_inline" for token in children):
        root, lost = html_table.parse(rendered(source, references), line)
        shown = html_table.cell_of(root.query("body")[0], line)
        fault = f"has a fault: {lost[1].rstrip('.')}" if lost else shown.fault
        return replace(shown, line=line, fault=fault, last=0)
    return Cell(text, line, bold=bool(_BOLD.fullmatch(source)))


def rendered(source: str, references: dict[str, Any]) -> str:
    """Return a text in one line as HTML."""
    return str(_PARSER.renderInline(source, references))


def inline(source: str, references: dict[str, Any]) -> list[Token]:
    """Return the tokens of a text in one line."""
    return _PARSER.parseInline(source, references)[0].children or []


def _fault(source: str, children: Sequence[Token]) -> str:
    """Say why the characters of a cell are not what the page shows, if they are not."""
    if _FOOTNOTE.search(source):
        return "has a footnote mark"
    if _STRUCK_OUT.search(source) or any(token.type == "s_open" for token in children):
        return "has struck-out text"
    if any(token.type == "image" for token in children):
        return "has an image"
    for token in children:
        tag = _TAG.match(token.content) if token.type == "html_inline" else None
        if tag and tag[1].lower() not in html_table.IN_CELLS:
            return f"has a <{tag[1]}>, which text alone cannot show"
    return ""
