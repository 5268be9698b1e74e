"""Entries: a code with its title, and the paragraphs that say more -> a row.

What readers share that know an entry by its heading or its bullet. A paragraph with a label, such
as "**Cause**: …", becomes a column of the row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from macros.errors import Problem, Ways, advised
from macros.readers import doubts, prose
from macros.readers.advice import by_hand_advice, hiding_advice, if_none, shown
from macros.readers.labelled import behind_label, by_labels, label_of
from macros.readers.ledger import Account
from macros.readers.printed import is_no_text
from macros.readers.rows import Line, Row
from macros.readers.text_wrapped import is_open
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.blocks import Block
    from macros.readers.cells import Cell
    from macros.readers.heads import Head, Shape
    from macros.readers.ledger import Ledger
    from macros.sources.reader_options.entries import PageOptions

TITLE, TEXT, NAME = "title", "text", "name"
WORDS_OF_A_FACT = 3

_ITEM = re.compile(r"\s*(?:[>*+-]\s+|\|\s*|(?:\*\*)?\\?[#\uff03]\s*)*")


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
    ends: tuple[str, str] | None = None
    more: tuple[str, ...] = ()  # further codes that share its text
    section: str | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)
    written: list[str] = field(default_factory=list)  # its lines, as `ignore` sees them
    below: list[Row] = field(default_factory=list)  # that are said by hand
    seen: list[doubts.Label] = field(default_factory=list)  # that nobody has declared
    tables: list[object] = field(default_factory=list)  # in HTML, of which all cells are taken in

    def add(self, label: str, text: str, *, goes_on: bool = False) -> None:
        """Take in a paragraph; one without a label belongs to the label before it.

        Args:
            label: its label, if it has one.
            text: its text.
            goes_on: whether it is the rest of the paragraph before, if that ends as no sentence.
        """
        held = self.columns.get(self.label, self.texts)
        if goes_on and not label and held and is_open(held[-1]):
            held[-1] = f"{held[-1]} {text}"
            return
        if label:
            self.label = label
            self.columns.setdefault(label, [])
        elif self.label and _is_fact(self.columns[self.label]):
            self.label = ""
        if text and self.label:
            self.columns[self.label].append(text)
        elif text:
            self.texts.append(text)

    def add_all(self, parts: Sequence[tuple[str, str]], *, goes_on: bool) -> None:
        """Take in a paragraph that is cut at its labels: each with its text."""
        for label, text in parts:
            self.add(label, text, goes_on=goes_on)

    @property
    def is_bare(self) -> bool:
        """Whether it has a code and nothing else."""
        return not (self.title or self.texts or self.columns)

    def rows(self, ledger: Ledger[PageOptions], above: Sequence[Entry]) -> Iterator[Row | Problem]:
        """Yield the rows of the codes right above that share its text, and its own."""
        row = self.row(ledger)
        for one in above:
            if isinstance(row, Problem):
                yield one.row(ledger)
                continue
            for first, last in one.spans:
                ledger.mark(Account.ROW, first, last)
            rows = (replace(row, code=code, line=one.line) for code in (one.code, *one.more))
            yield from (replace(shared, ends=one.ends) for shared in rows)
        yield row
        if isinstance(row, Row):
            yield from (replace(row, code=code) for code in self.more)

    def row(self, ledger: Ledger[PageOptions]) -> Row | Problem:
        """Return its row; the message is the title, the first paragraph or what has a label."""
        if cut := doubts.part(self.title, ledger.options.labels):
            label, text, self.title = cut
            self.columns = {label: [text], **self.columns}
        columns = {label: "\n".join(texts) for label, texts in self.columns.items() if texts}
        texts = list(self.texts)
        candidates = {**columns, TITLE: self.title, TEXT: texts[0] if texts else ""}
        messages = ledger.options.messages
        message = next((name for name in messages if _says(candidates.get(name, ""))), None)
        for first, last in self.spans:
            ledger.mark(Account.ROW if message else Account.REFUSED, first, last)
        if message is None:
            what = f'the code "{shown(self.code)}" has no message ({", ".join(messages)}).'
            codes = self.ends or (self.code, *self.more)
            hide = hiding_advice(codes, *self.written)
            share = "If it has the text of the code below it, too, write `shares_text: true`."
            can_name = "message" in type(ledger.options).model_fields
            mend = "Mend `message` in provider.yml." if can_name else ""
            return advised(
                *(ledger.file, self.line, what, mend, hide),
                share if self.is_bare else "",
            )
        if message == TEXT:
            texts.pop(0)
        columns.pop(message, None)
        said = candidates[message]
        if texts and ledger.goes_on_below(one_line(said)):
            said, texts = "\n".join([said, *texts]), []
        if self.title and message != TITLE:
            columns = {TITLE: self.title, **columns}
        if texts:
            columns[TEXT] = "\n".join(texts)
        named, headings = ledger.kept_by_name(columns)
        return Row(
            self.code,
            said,
            columns,
            ledger.sections.code_set(self.section),
            ledger.file,
            self.line,
            section=self.section,
            named=named,
            ends=self.ends,
            headings=headings,
        )


def _is_fact(texts: list[str]) -> bool:
    """Tell whether a label has a number such as "404 Gone", which no paragraph goes on with."""
    last = texts[-1] if texts else ""
    return last[:1].isdigit() and len(last.split()) <= WORDS_OF_A_FACT and last[-1].isalnum()


def _says(text: str) -> bool:
    """Tell whether a text can be a message: a number, a dash or NULL says nothing."""
    return any(map(str.isalpha, text)) and not is_no_text(text)


def begun(head: Head, block: Block, title: str, level: int, ledger: Ledger[PageOptions]) -> Entry:
    """Return an entry that begins with a block."""
    entry = Entry(
        *(head.code, block.line, title, level),
        ends=head.ends,
        more=head.more,
        section=ledger.above,
        columns={NAME: [head.name]} if head.name else {},
    )
    entry.spans.append((block.line, block.last))
    entry.written.append(one_line(block.lines[0]))
    return entry


def take_in(
    entry: Entry, block: Block, shape: Shape, ledger: Ledger[PageOptions]
) -> Iterator[Problem]:
    """Put a paragraph into an entry, cut before each label, and lines that are said by hand.

    Refuses a line in it that begins as an entry of another code, and marks that text cannot show.
    """
    parted = False  # by lines that are ignored
    for first, end in _segments(block, ledger):
        lines = prose.numbered(block.lines[first:end], block.line + first)
        if lines and (by_hand := ledger.by_hand(lines[0].text, lines[0].line, entry.section)):
            entry.below += by_hand
            continue
        ignored = {line.line for line in lines if ledger.ignores(line.text)}
        bad = False
        for line in lines:
            for problem in _others(entry, block, line, shape, ledger):
                bad = True
                yield problem
        if len(ignored) == len(lines):
            for line in lines:
                ledger.ignores(line.text, line.line)
            parted = True
            continue
        label, cell = _labelled(block, first, end, ledger.options)
        if bad or cell.fault:
            ledger.mark(Account.REFUSED, block.line + first, block.line + end - 1)
        if cell.fault:
            what = f'"{shown(cell.text)}" {cell.fault}.'
            do = "Look at the provider's page; what says nothing of the code, quote under `prose`."
            quoted = Ways(none={"prose": tuple(line.text for line in lines)})
            yield Problem(ledger.file, cell.line, what, do, ways=quoted)
        elif not bad:
            entry.spans.append((block.line + first, block.line + end - 1))
            entry.written += [line.text for line in lines]
            cut = [
                part
                for one in by_labels(label, cell.text, ledger.options)
                for part in doubts.with_status(*one)
            ]
            entry.add_all(cut, goes_on=parted and first > 0)
            entry.seen += _unlabelled(block, first + bool(label), end, first)
            entry.seen += doubts.below(cell.text, block.line + first)


def _others(
    entry: Entry, block: Block, line: Line, shape: Shape, ledger: Ledger[PageOptions]
) -> Iterator[Problem]:
    """Refuse a line of a paragraph that looks like the beginning of another entry."""
    number = line.line - block.line
    # The numbers of a list are no text, and may be codes.
    heads = [shape.head(block.shown(number, number + 1).text), shape.head(_bare(line.text))]
    head = next((head for head in heads if head and head.code != entry.code), None)
    if head and ledger.ignores(line.text):
        yield from ledger.hides(line.text, line.line, coded(head, ledger))
    elif head:
        what = f'"{shown(line.text)}" looks like an entry of its own, but stands within another.'
        yield advised(
            *(ledger.file, line.line, what, "Mend the reader's options in provider.yml,"),
            if_none(line.text, "or quote it under `prose` if it lists no code."),
            by_hand_advice(line.text, head.code),
        )


def _bare(text: str) -> str:
    """Return a line without the marks of lists, quotations, tables and headings before it."""
    return _ITEM.sub("", text, count=1)


def outside(
    block: Block, shape: Shape, ledger: Ledger[PageOptions], *, skip: bool | None = None
) -> Iterator[Row | Problem]:
    """Yield what the lines of a block are that belongs to no entry."""
    for line in block.numbered:
        head = shape.head(_bare(line.text))
        yield from prose.outside(line, ledger, coded(head, ledger), skip=skip)


def repeated(block: Block, shape: Shape, ledger: Ledger[PageOptions]) -> list[prose.Repeated]:
    """Return the lines of a block that can be passed over if a row says what they say.

    Each has a code and perhaps its text, which stands before a code in brackets; of Markdown and
    text, each line is one such.
    """
    if not ledger.options.skips_prose or block.kind not in {"item", "paragraph"}:
        return []
    found = []
    for line in block.numbered:
        number = line.line - block.line
        text = block.shown(number, number + 1).text
        head = shape.head(text) or shape.behind_title(text)
        if ledger.quotes(line.text) or ledger.ignores(line.text):
            return []
        if not head or head.ends or head.more:
            return []
        found.append(prose.Repeated(line, head.code, head.title))
    return found


def coded(head: Head | None, ledger: Ledger[PageOptions]) -> prose.Listed:
    """Return the codes that a line lists which begins with them, each with its code set."""
    code_set = ledger.sections.code_set(ledger.above)
    codes = (head.ends or (head.code, *head.more)) if head else ()
    return tuple((code_set, code) for code in codes)


def _segments(block: Block, ledger: Ledger[PageOptions]) -> Iterator[tuple[int, int]]:
    """Yield the beginning and end of what belongs together: a label and the lines behind it.

    A line that provider.yml says by hand, or ignores, stands alone.
    """
    texts = list(map(one_line, block.lines))
    alone = [ledger.quotes(text) or ledger.ignores(text) for text in texts]
    starts = [
        number
        for number, source in enumerate(block.sources)
        if not number or alone[number] or alone[number - 1] or label_of(source, ledger.options)
    ]
    yield from zip(starts, [*starts[1:], len(block.sources)], strict=True)


def _labelled(block: Block, first: int, end: int, options: PageOptions) -> tuple[str, Cell]:
    found = label_of(block.sources[first], options)
    if not found:
        return "", block.shown(first, end)
    label, behind = found
    if behind:
        return label, block.shown(first, end, behind=behind)
    # Marks can stand around label and text: `message: busy`.
    cell = block.shown(first, end)
    return label, replace(cell, text=behind_label(cell.text, label))


def _unlabelled(block: Block, first: int, end: int, begins: int) -> Iterator[doubts.Label]:
    """Yield what looks like a label before the lines of a paragraph, or before some of them."""
    for number in range(first, end):
        line = block.line + number
        if one := doubts.label(block.sources[number], line, first=number == begins):
            yield one
