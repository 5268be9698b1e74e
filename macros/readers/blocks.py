"""Markdown or plain text -> blocks: headings, paragraphs, items of lists, examples.

What readers share that know an entry by its heading or its bullet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

from macros.readers import (
    heading_signs,
    list_signs,
    markdown,
    markdown_blocks,
    markdown_cells,
    prose,
)
from macros.readers.cells import Cell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.token import Token

    from macros.readers.rows import Line

_HARD_BREAK = re.compile(r"(?: {2,}|\\)\n[ \t]*")
_BARE_MARKS = re.compile(r"[\s>*+-]*")
# Above a heading of reStructuredText, which has the same line below it.
_OVERLINE = re.compile(r"\s*([=~^\"'`#*+.:_-])\1{2,}\s*")

# Below such a heading, which Markdown has for none; a fence of as many signs goes on below it.
_UNDERLINE = re.compile(r"([~^\"'#+:*])\1*[ \t]*")

TERM = 7  # the level of a term of a list in HTML, and of what describes it; below <h6>
CUT_OFF = 8  # the level of a heading that was cut off a paragraph
Key = tuple[int, int]
Kind = Literal["heading", "paragraph", "item", "example", "other", "markup"]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page.

    Attributes:
        kind: "item" for the first paragraph or heading of a list's item; "other" for tables and
            raw HTML; "markup" for what no page shows, such as rules.
        line: its first line.
        lines: its lines as they are written.
        sources: the same without the marks of lists and headings.
        level: of a heading, from 1 on.
        lists: the lists that it stands in, the outermost first, each by the line it begins on.
        references: what the document's links lead to; None where it is no Markdown.
        number: which one it is of several that begin on one line.
        apart: whether it stands in the page's footer or the like, and is no part of its text.
        memory: what was shown of it already, which is asked for again and again.
    """

    kind: Kind
    line: int
    lines: tuple[str, ...]
    sources: tuple[str, ...]
    level: int = 0
    lists: tuple[int, ...] = ()
    references: dict[str, Any] | None = None
    memory: dict[tuple[int, int, int], Cell] = field(
        default_factory=dict, repr=False, compare=False
    )
    number: int = 0
    apart: bool = False

    @property
    def key(self) -> Key:
        """What tells it from all other blocks of the page."""
        return self.line, self.number

    @property
    def last(self) -> int:
        """Its last line."""
        return self.line + len(self.lines) - 1

    @property
    def numbered(self) -> list[Line]:
        """The lines with their numbers, without blank ones."""
        return prose.numbered(self.lines, self.line)

    def shown(self, first: int = 0, end: int | None = None, behind: int = 0) -> Cell:
        """Return what the page shows for all of it, or for some of its lines.

        Args:
            first: the first of them, counted from 0.
            end: the one behind the last.
            behind: where in the first one to begin.
        """
        place = first, len(self.sources) if end is None else end, behind
        if place not in self.memory:
            self.memory[place] = self._shown(*place)
        return self.memory[place]

    def _shown(self, first: int, end: int, behind: int) -> Cell:
        source = "\n".join(self.sources[first:end])[behind:]
        line = self.line + first
        if self.references is None:
            return Cell(" ".join(source.split()), line)
        if end < len(self.sources):
            source = source.removesuffix("\\")  # which breaks the line
        one_line = _HARD_BREAK.sub("<br>", source).replace("\n", " ")
        return markdown_cells.cell(one_line, line, self.references)


def of_markdown(text: str, has_code: Callable[[str, str], bool] | None = None) -> Iterator[Block]:
    """Yield the blocks of a Markdown page, and at last the lines that stand in none.

    They are bare marks, what links lead to and rules, or text:

    markdown-it-py passes over what is nested too deep, for one.

    Args:
        text: the page.
        has_code: tells of what stands behind `#`, and the line, whether it is a code's heading.
    """
    lines = text.split("\n")
    references: dict[str, Any] = {}
    titled = _with_titles(heading_signs.as_headings(list_signs.as_items(lines), has_code))
    tokens = markdown_blocks.parse("\n".join(titled), references)
    covered: set[int] = set()
    for block in _blocks(tokens, lines, references):
        covered.update(range(block.line - 1, block.line - 1 + len(block.lines)))
        yield block
    bare = {_first(token) for token in tokens if token.type == "hr"}
    bare.update(markdown.definitions(references))
    bare.update(number for number, line in enumerate(titled) if not line)
    for number, line in enumerate(lines):
        if number not in covered and line.strip():
            is_bare = number in bare or _BARE_MARKS.fullmatch(line) or _OVERLINE.fullmatch(line)
            kind: Kind = "markup" if is_bare else "other"
            yield Block(kind, number + 1, (line,), (line,), references=references)


def _with_titles(lines: Sequence[str]) -> list[str]:
    """Return lines with the headings of reStructuredText as Markdown has them, in their places."""
    written = list(lines)
    signs: list[str] = []
    for number, (title, line) in enumerate(pairwise(lines)):
        if not (_UNDERLINE.fullmatch(line) and _has_title(lines, number)):
            continue
        if line[0] not in signs:
            signs.append(line[0])
        # Those with = and - are of the first and the second level in Markdown, too.
        level = min(3 + signs.index(line[0]), 6)
        written[number : number + 2] = [f"{'#' * level} {title}", ""]
        if number and lines[number - 1].strip():
            written[number - 1] = ""
    return written


def _has_title(lines: Sequence[str], number: int) -> bool:
    """Tell whether a line with a line of signs below it is a heading: it stands alone."""
    above = lines[number - 1].strip() if number else ""
    title, line = lines[number], lines[number + 1].strip()
    below = "".join(lines[number + 2 : number + 3])
    is_long = len(line) >= len(title.strip()) and title[:1].strip()
    alone = above in {"", line} and not below.strip()
    return bool(is_long and alone and any(map(str.isalnum, title)))


def _blocks(
    tokens: Sequence[Token], lines: Sequence[str], references: dict[str, Any]
) -> Iterator[Block]:
    lists: list[int] = []
    begins_item = in_table = False
    for index, token in enumerate(tokens):
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            lists.append(_first(token) + 1)
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            lists.pop()
        elif token.type in {"list_item_open", "list_item_close"}:
            begins_item = token.type == "list_item_open"
        elif token.type in {"table_open", "table_close"}:
            in_table = token.type == "table_open"
        kind = _kind(token, in_table=in_table)
        if kind:
            if begins_item and (kind == "paragraph" or token.type == "heading_open"):
                kind = "item"
            begins_item = False
            yield _block(kind, token, tokens[index + 1 : index + 2], lines, lists, references)


def of_text(text: str) -> Iterator[Block]:
    """Yield the blocks of a text without markup: what stands between empty lines."""
    lines = text.split("\n")
    first = 0
    for index, line in enumerate([*lines, ""]):
        if not line.strip():
            if first < index:
                block = tuple(lines[first:index])
                yield Block("paragraph", first + 1, block, tuple(map(str.strip, block)))
            first = index + 1


def _kind(token: Token, *, in_table: bool) -> Kind | None:
    if in_table and token.type != "table_open":
        return None
    if token.type == "heading_open":
        # In an item or a quotation it is no heading of the page.
        return "heading" if token.level == 0 else "other"
    if token.type == "paragraph_open":
        return "paragraph"
    if token.type in {"fence", "code_block"}:
        return "example"
    return "other" if token.type in {"table_open", "html_block"} else None


def _first(token: Token) -> int:
    return token.map[0] if token.map else 0


def _block(  # noqa: PLR0913, PLR0917 - a token says the half of it
    kind: Kind,
    token: Token,
    following: Sequence[Token],
    lines: Sequence[str],
    lists: Sequence[int],
    references: dict[str, Any],
) -> Block:
    first, end = token.map or (0, 0)
    inline = next((one.content for one in following if one.type == "inline"), None)
    written = tuple(lines[first:end])
    sources = written if inline is None else tuple(inline.split("\n"))
    level = int(token.tag[1:]) if kind == "heading" else 0
    if level and len(sources) > 1 and _OVERLINE.fullmatch(sources[0]):
        first, written, sources = first + 1, written[1:], sources[1:]
    return Block(kind, first + 1, written, sources, level, tuple(lists), references)
