"""HTML -> blocks: headings, paragraphs, items of lists, examples, as of a Markdown page.

What readers need that know an entry by its heading or its bullet, where the page is no Markdown. A
term of a description list is a heading below all others, and its description a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.readers.blocks import TERM, Block
from macros.readers.cells import Cell
from macros.readers.html_cells import elements, left_out
from macros.readers.html_table import (
    BREAKS,
    IN_CELLS,
    NOT_SHOWN,
    Line,
    fault_around,
    is_hidden,
    parse,
)
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from justhtml.dom import Node

    from macros.readers.blocks import Kind
    from macros.readers.ledger import Ledger
    from macros.sources.reader_options.entries import PageOptions

# Parts of tables that stand in none are dropped, with what their attributes have taken in.
_PART = re.compile(r"<(t[drh]|tbody|thead|tfoot|caption|col|colgroup)\b", re.IGNORECASE)
_ATTRIBUTES = re.compile(
    r"(?:[\s/]*+[a-z_:@][\w:@.-]*+"
    r"(?:\s*+=\s*+(?:\"[^\"<]*+\"|'[^'<]*+'|[^\s\"'<>][^\s<>]*+))?+)*+[\s/]*+>",
    re.ASCII | re.IGNORECASE,
)
_NO_TAGS = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_HEADING = re.compile(r"h([1-6])|title")
Begins = Callable[[str, str], bool]
NO_LIST = (0,)  # of a paragraph that begins an entry as the item of a list does
_LISTS = frozenset({"ul", "ol"})
_TEXTS = frozenset({"li", "p", "dt", "dd", *(f"h{level}" for level in range(1, 7))})
_APART = frozenset({"footer", "nav", "aside"})
_BLOCKS = (
    (BREAKS - {"br"})
    | {"table", "td", "th", "tr", "title"}
    | {f"h{level}" for level in range(1, 7)}
)


@dataclass(frozen=True, slots=True)
class HtmlBlock(Block):
    """A piece of a page in HTML: its first line has all of its text, others follow empty.

    Attributes:
        fault: why the text alone does not say what the page shows.
        head: what markup sets apart at its beginning.
        table: the table that it stands in, the outermost one of several.
    """

    fault: str = ""
    head: str = ""
    table: Node | None = field(default=None, repr=False, compare=False)

    def shown(self, first: int = 0, end: int | None = None, behind: int = 0) -> Cell:
        """Return the text, its line breaks as line feeds."""
        source = "\n".join(self.sources[first:end])[behind:]
        lines = (one_line(line) for line in source.split("\n"))
        return Cell("\n".join(line for line in lines if line), self.line, self.fault)


def of_html(
    text: str, file: str, begins: Begins | None = None, ledger: Ledger[PageOptions] | None = None
) -> list[Block] | Problem:
    """Return the blocks of a page; a problem where its markup hides some of it.

    Args:
        text: the page.
        file: its file.
        begins: tells of a line, and of what markup sets apart at its beginning, that it begins an
            entry, where lines do that are no items of lists.
        ledger: knows what is left out of texts, if anything is.
    """
    if ledger and ledger.options.left_out:
        root, lost = _parsed(text)
        problems = [one for node in texts(root) for one in left_out(node, 1, ledger, BREAKS)]
        if problems:
            return problems[0]
        runs = [] if lost else list(_runs(root))
    else:
        runs, lost = _cut(text)
    if lost:
        return Problem(
            file, lost[0], lost[1], "Find the tag in the document and see what it hides."
        )
    found = [block for run in runs for block in _blocks(run, begins)]
    return [replace(block, number=number) for number, block in enumerate(found)]


def texts(root: Node) -> Iterator[Node]:
    """Yield the headings, paragraphs and items of a page."""
    yield from (node for node in elements(root) if str(node.name) in _TEXTS)


@lru_cache(maxsize=1)  # a guess reads one page again and again
def _cut(text: str) -> tuple[list[_Run], Line | None]:
    """Return the text of a page cut where blocks begin and end, and how some of it is hidden."""
    root, lost = _parsed(text)
    return ([] if lost else list(_runs(root))), lost


def _parsed(text: str) -> tuple[Node, Line | None]:
    """Return the tree of a page, and how some of its text is hidden."""
    root, lost = parse(text, 1)
    if not lost:
        shown = _NO_TAGS.sub(lambda found: "\n" * found[0].count("\n"), text)
        tags = _PART.finditer(shown)
        if tag := next((one for one in tags if not _ATTRIBUTES.match(shown, one.end())), None):
            what = f"the tag <{tag[1]}> is not closed before the next begins."
            lost = shown.count("\n", 0, tag.start()) + 1, what
    return root, lost


@dataclass(slots=True)
class _Line:
    """A line as a browser shows it: where its text begins and ends, and what stands apart first."""

    first: int = 0
    last: int = 0
    text: str = ""
    head: str = ""


@dataclass(slots=True)
class _Run:
    """Text that stands between two edges of blocks: its lines, and the block around it."""

    around: Node
    is_first: bool
    fault: str = ""
    lines: list[_Line] = field(default_factory=lambda: [_Line()])

    @property
    def has_text(self) -> bool:
        """Whether there is any."""
        return any(line.text.strip() for line in self.lines)

    def add(self, line: int, text: str) -> None:
        """Put a text into the last line."""
        here = self.lines[-1]
        if text.strip():
            here.first = here.first or line + text[: len(text) - len(text.lstrip())].count("\n")
            here.last = line + text.rstrip().count("\n")
        here.text += text if self.around.name == "pre" else re.sub(r"\s+", " ", text)


def _runs(root: Node) -> Iterator[_Run]:
    """Yield the text of a page, cut where blocks begin and end."""
    run = _Run(root, is_first=True)
    waiting: list[tuple[Node, bool]] = [(child, True) for child in reversed(root.children or ())]
    blocks = [root]
    while waiting:
        node, opens = waiting.pop()
        if node.name in _BLOCKS:
            if run.has_text:
                yield run
            blocks = [*blocks, node] if opens else blocks[:-1]
            run = _Run(blocks[-1], opens, fault_around(blocks[-1]))
            waiting += _within(node) if opens else []
        elif node.name == "#text":
            run.add(node.origin_line or 1, str(node.data or ""))
        elif node.name == "br":
            run.lines.append(_Line())
        elif not opens:
            # <b>4001</b> Dock is busy
            run.lines[-1].head = run.lines[-1].head or run.lines[-1].text.strip()
        elif node.name not in NOT_SHOWN and not node.name.startswith(("!", "#")):
            run.fault = run.fault or _fault(node)
            waiting += _within(node)
    if run.has_text:
        yield run


def _within(node: Node) -> list[tuple[Node, bool]]:
    """Return what is to be done with a node: its children, then its end; the last one first."""
    return [(node, False), *((child, True) for child in reversed(node.children or ()))]


def _fault(node: Node) -> str:
    if node.name not in IN_CELLS:
        return f"has a <{node.name}>, which text alone cannot show"
    return f"has a hidden <{node.name}>" if is_hidden(node) else ""


def _blocks(run: _Run, begins: Begins | None) -> Iterator[Block]:
    """Yield a run as a block; several where its lines begin entries."""
    kind, level, lists = _place(run)
    parts: list[list[_Line]] = []
    starts: list[bool] = []
    for line in run.lines:
        if not line.text.strip():
            continue
        if begins and (parted := _parted(line, begins)):
            line.text = parted
        new = (
            begins is not None
            and kind in {"item", "paragraph"}
            and begins(one_line(line.text), one_line(line.head))
        )
        if not parts or new:
            parts.append([])
            starts.append(new)
        parts[-1].append(line)
    for part, new in zip(parts, starts, strict=True):
        text = "\n".join(line.text.strip() for line in part)
        written = (text, *[""] * (part[-1].last - part[0].first))
        if new and kind == "paragraph":
            kind, lists = "item", lists or NO_LIST
        yield HtmlBlock(
            *(kind, part[0].first, written, written, level, lists),
            apart=_is_apart(run.around),
            fault=run.fault,
            head=one_line(part[0].head),
            table=_table(run.around),
        )


def _parted(line: _Line, begins: Begins) -> str:
    """Return a line with a space behind the code that markup alone sets apart; else nothing.

    As in: <span>4001</span><span>Dock is busy</span>
    """
    text, head = line.text.strip(), line.head.strip()
    rest = text[len(head) :]
    if not head or not text.startswith(head) or not rest[:1].isalnum():
        return ""
    parted = f"{head} {rest}"
    return parted if begins(parted, head) and begins(head, head) else ""


def _place(run: _Run) -> tuple[Kind, int, tuple[int, ...]]:
    """Return what kind of block a run is, of which level, and in which lists."""
    above = [run.around]
    while above[-1].parent is not None:
        above.append(above[-1].parent)
    names = [str(node.name) for node in above]
    lists = tuple(id(node) for node in reversed(above) if str(node.name) in _LISTS)
    heading = next((found for name in names if (found := _HEADING.fullmatch(name))), None)
    if "table" in names:
        return "other", 0, lists
    if heading:
        return ("other" if lists else "heading"), int(heading[1] or 1), lists
    described = next((name for name in names if name in {"dt", "dd"}), "")
    if described == "dt":
        return ("other" if lists else "heading"), TERM, lists
    level = TERM if described else 0
    if names[0] == "pre":
        return "example", level, lists
    in_item = lists and next(name for name in names if name in {"li", *_LISTS}) == "li"
    return ("item" if in_item and _begins_item(run) else "paragraph"), level, lists


def _table(node: Node) -> Node | None:
    """Return the outermost table that a node stands in."""
    above: Node | None = node
    found = None
    while above is not None:
        found = above if above.name == "table" else found
        above = above.parent
    return found


def _is_apart(node: Node) -> bool:
    """Tell whether a node stands in a part of the page that is no text of it."""
    above: Node | None = node
    while above is not None and above.name not in _APART:
        above = above.parent
    return above is not None


def _begins_item(run: _Run) -> bool:
    """Tell whether a run is the first text of the item of a list that it stands in."""
    node = run.around
    while run.is_first and node.name != "li" and node.parent is not None:
        for child in node.parent.children or ():
            if child is node:
                break
            if child.name != "#text" or str(child.data or "").strip():
                return False
        node = node.parent
    return run.is_first and node.name == "li"
