"""Entries: a code with its title, and the paragraphs that say more -> a row.

What readers share that know an entry by its heading or its bullet. A paragraph with a label, such
as "**Cause**: …", becomes a column of the row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from macros.errors import Problem
from macros.readers.ledger import shown
from macros.readers.printed import holds_a_code, is_code, plain
from macros.readers.rows import Row
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.readers.blocks import Block
    from macros.readers.ledger import Ledger
    from macros.readers.table import Cell
    from macros.sources.reader_options.entries import PageOptions

TITLE, TEXT = "title", "text"

_AROUND = "[`*\"'\\[(<]*", "[`*\"'\\])>]*"
_BETWEEN = r"\s*(?:::|[=-]>|→|[:：.)=|–—-])\s*"  # noqa: RUF001 - signs of East Asian pages
_ITEM = re.compile(r"\s*(?:[>*+-]\s+)*")
_BOLD_LABEL = re.compile(
    r"(?:[*_]{2})(?P<label>[^*_:：]{1,40}?)\s*(?:[:：]\s*[*_]{2}|[*_]{2}\s*[:：])(?P<rest>.*)"  # noqa: RUF001
)
_LABEL = re.compile(r"(?P<label>[^*_:：]{1,40}?)\s*[:：](?P<rest>(?:\s.*)?)")  # noqa: RUF001


class Head(NamedTuple):
    """A code that stands first, and what follows it."""

    code: str
    title: str
    is_apart: bool
    """Whether a sign stands between the two, or nothing follows."""


class Shape:
    """How an entry begins, by the options of its reader.

    Args:
        options: the pattern of codes, and what stands before them.
    """

    def __init__(self, options: PageOptions) -> None:
        self._options = options
        before, after = _AROUND
        lead = f"(?:{options.before})?" if options.before else ""
        code = f"{before}(?P<code>{options.pattern}){after}"
        self._pattern = re.compile(
            rf"{lead}{code}(?:(?P<sign>{_BETWEEN})|(?P<space>\s+|(?=[(\[（]))|$)(?P<title>.*)",  # noqa: RUF001
            re.ASCII | re.DOTALL,
        )

    def head(self, text: str) -> Head | None:
        """Return the code that a text begins with, and the rest; None where it begins with none."""
        found = self._pattern.match(plain(text))
        if not found:
            return None
        # Full-width letters are kept in what follows.
        title = text[found.start("title") :].strip()
        is_apart = found["sign"] is not None or not title
        return Head(found["code"], title, is_apart)

    def fault(self, head: Head) -> str:
        """Say why the end of the code is a guess, if it is one."""
        first = re.split(r"[\s:：,，;]", head.title, maxsplit=1)[0].strip("`*\"'[]()<>.")  # noqa: RUF001
        if first and is_code(first, self._options.pattern):
            return "a second code or a range seems to follow the code"
        if re.match(r"[,，/&+~〜～…→、]|\.\.", head.title):  # noqa: RUF001
            return "a list or a range seems to follow the code"
        # As in "4001: busy 4002: gone".
        for found in re.finditer(self._options.pattern, plain(head.title), re.ASCII):
            around = plain(head.title)[: found.start()][-1:] + " "
            behind = plain(head.title)[found.end() :]
            alone = not re.match(r"\w", around, re.ASCII)
            if alone and found[0] != head.code and re.match(r"\s*[:=|]\s", behind):
                return f"another entry, of {found[0]}, seems to stand in its text"
        return ""


@dataclass(slots=True)
class Entry:
    """A code on its way to a row."""

    code: str
    line: int
    title: str
    level: int = 0
    label: str = ""
    texts: list[str] = field(default_factory=list)
    columns: dict[str, list[str]] = field(default_factory=dict)

    def add(self, label: str, text: str) -> None:
        """Take in a paragraph; one without a label belongs to the label before it."""
        if label:
            self.label = label
            self.columns.setdefault(label, [])
        if text and self.label:
            self.columns[self.label].append(text)
        elif text:
            self.texts.append(text)

    def row(self, ledger: Ledger[PageOptions], message: str) -> Row | Problem:
        """Return its row; the message is the title, the first paragraph or what has a label.

        Args:
            ledger: knows the file and the code set.
            message: `title`, `text`, a label, or nothing where it is whatever comes first.
        """
        columns = {label: "\n".join(texts) for label, texts in self.columns.items() if texts}
        texts = list(self.texts)
        if not message:
            message = TITLE if self.title else TEXT
        if message == TITLE:
            told = self.title
        elif message == TEXT:
            told = texts.pop(0) if texts else ""
        else:
            told = columns.pop(message, "")
        if not told:
            what = f'the code "{shown(self.code)}" has no message ("{message}").'
            do = "Mend `message` in provider.yml, or add patterns for its lines to `ignore`."
            return Problem(ledger.file, self.line, what, do)
        if self.title and message != TITLE:
            columns = {TITLE: self.title, **columns}
        if texts:
            columns[TEXT] = "\n".join(texts)
        return Row(self.code, told, columns, ledger.options.code_set, ledger.file, self.line)


def take_in(
    entry: Entry, block: Block, shape: Shape, ledger: Ledger[PageOptions]
) -> Iterator[Problem]:
    """Put a paragraph into an entry, cut before each label.

    Refuses a line in it that begins as an entry of another code, and marks that text cannot show.
    """
    for first, end in _segments(block, ledger.options):
        lines = block.lines[first:end]
        if all(ledger.ignores(one_line(line)) for line in lines):
            continue
        bad = False
        for number in range(first, end):
            # The numbers of a list are no text, and may be codes.
            written = _ITEM.sub("", block.lines[number])
            heads = [shape.head(block.shown(number, number + 1).text), shape.head(written)]
            if any(head and head.code != entry.code for head in heads):
                bad = True
                yield _looks_like_an_entry(ledger, block, number)
        label, cell = _labelled(block, first, end, ledger.options)
        if cell.fault:
            bad = True
            what = f'"{shown(cell.text)}" {cell.fault}.'
            do = (
                "Look at the provider's page, and ignore the line if nothing can be quoted from it."
            )
            yield Problem(ledger.file, cell.line, what, do)
        if not bad:
            entry.add(label, cell.text)


def _segments(block: Block, options: PageOptions) -> Iterator[tuple[int, int]]:
    """Yield the beginning and end of what belongs together: a label and the lines behind it."""
    starts = [
        number
        for number, source in enumerate(block.sources)
        if not number or _label_of(source, options)
    ]
    yield from zip(starts, [*starts[1:], len(block.sources)], strict=True)


def _label_of(source: str, options: PageOptions) -> re.Match[str] | None:
    """Return a label and what is behind it; a code is no label."""
    found = _BOLD_LABEL.match(source)
    if found and not holds_a_code(found["label"], options.pattern):
        return found
    found = _LABEL.match(source)
    return found if found and found["label"] in options.labels else None


def _labelled(block: Block, first: int, end: int, options: PageOptions) -> tuple[str, Cell]:
    found = _label_of(block.sources[first], options)
    if not found:
        return "", block.shown(first, end)
    return one_line(found["label"]), block.shown(first, end, behind=found.start("rest"))


def _looks_like_an_entry(ledger: Ledger[PageOptions], block: Block, number: int) -> Problem:
    text = one_line(block.lines[number])
    what = f'"{shown(text)}" looks like an entry of its own, but stands within another one.'
    do = "Mend the reader's options in provider.yml, or add a pattern for it to `ignore`."
    return Problem(ledger.file, block.line + number, what, do)


def holds_code(text: str, ledger: Ledger[PageOptions]) -> bool:
    """Tell whether a text holds a code anywhere."""
    return holds_a_code(text, ledger.options.pattern)
