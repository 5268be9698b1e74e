"""Entries: a code with its title, and the paragraphs that say more -> a row.

What readers share that know an entry by its heading or its bullet. A paragraph with a label, such
as "**Cause**: …", becomes a column of the row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from macros.errors import Problem
from macros.readers import doubts, prose
from macros.readers.ledger import Account, by_hand_advice, shown
from macros.readers.printed import UNSEEN, holds_a_code, is_code, is_no_text, plain, range_in_cell
from macros.readers.rows import Row
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.blocks import Block
    from macros.readers.cells import Cell
    from macros.readers.ledger import Ledger
    from macros.sources.reader_options.entries import PageOptions

TITLE, TEXT = "title", "text"
WORDS_OF_A_FACT = 3

_AROUND = f"[`*\"'\\[(<{UNSEEN}]*", f"[`*\"'\\])>{UNSEEN}]*"
_TO = r"~|〜|～|…|\.{2,3}|‐|–|—|−|-|to\b|至|到"  # noqa: RUF001 - signs of East Asian pages
_BETWEEN = r"\s*(?:::|[=-]>|→|[:：.)=|–—-])\s*"  # noqa: RUF001 - signs of East Asian pages
# As in "4001 and 4002: busy".
_JOINT = re.compile(
    r"(?:(?:and|or|und|oder|et|ou|y|o)\b|和|或|与|與|及|または|および|또는|및)\s*", re.IGNORECASE
)
_GOES_ON = re.compile(r"-[A-Za-z0-9]|[.:][0-9]", re.ASCII)
_SIGN_BEHIND = re.compile(r"\s*[:=|]\s")
_ITEM = re.compile(r"\s*(?:[>*+-]\s+|\|\s*)*")
# What stands between a label and its text, marks around the label included: "*Cause*: busy".
_SIGNS = re.compile(r"(?:[`*_]+(?=\s*[:：=]))?[\s:：=]*")  # noqa: RUF001
LABEL_IN_BOLD = re.compile(
    r"(?:[*_]{2})(?P<label>[^*_:：]{1,40}?)\s*(?:[:：]\s*[*_]{2}|[*_]{2}\s*[:：])(?P<rest>.*)"  # noqa: RUF001
)
# A sign, or a number as in "HTTP 404".
_BEHIND_LABEL = re.compile(r"[`*_]*\s*(?:：|[:=](?=[\s`*_]|$)|(?<=\s)(?=[0-9])|(?<=[*_][*_]\s))")  # noqa: RUF001


class Head(NamedTuple):
    """A code or a range of codes that stands first, and what follows it."""

    code: str
    title: str
    is_apart: bool
    """Whether a sign stands between the two, or nothing follows."""
    ends: tuple[str, str] | None = None
    goes_on: bool = False
    """Whether a sign and what follows it could be of the code, as in 4001-A and 4001.2."""


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
        last = rf"\s*(?P<to>{_TO})\s*{before}(?P<last>{options.pattern}){after}"
        rest = rf"(?:(?P<sign>{_BETWEEN})|(?P<space>\s+|(?=[(\[（]))|$)(?P<title>.*)"  # noqa: RUF001
        flags = re.ASCII | re.DOTALL
        self._pattern = re.compile(lead + code + rest, flags)
        self._range = re.compile(lead + code + last + rest, flags)

    def head(self, text: str) -> Head | None:
        """Return the code that a text begins with, and the rest; None where it begins with none."""
        bare = plain(text)
        # Full-width letters are kept in what follows.
        if (found := self._range.match(bare)) and (ends := self._ends(found)):
            return Head("-".join(ends), text[found.start("title") :].strip(), True, ends)  # noqa: FBT003
        if not (found := self._pattern.match(bare)):
            return None
        title = text[found.start("title") :].strip()
        is_apart = found["sign"] is not None or not title
        goes_on = bool(_GOES_ON.match(bare, found.end("code")))
        return Head(found["code"], title, is_apart, goes_on=goes_on)

    def _ends(self, found: re.Match[str]) -> tuple[str, str] | None:
        """Return the ends of a range; nothing where the second code can be the message's first."""
        around = found.string[found.start("to") - 1 : found.end("to") + 1]
        is_tight = found["to"] in "–—" and not re.search(r"\s", around)  # noqa: RUF001
        clear = found["to"] in "~〜～" or found["sign"] or not found["title"] or is_tight  # noqa: RUF001
        ends = f"{found['code']}~{found['last']}"
        return range_in_cell(ends, self._options.pattern) if clear else None

    def fault(self, head: Head) -> str:
        """Say why the end of the code is a guess, if it is one."""
        if head.goes_on:
            return "what follows the code without a space may be of it"
        first = re.split(r"[\s:：,，;]", head.title, maxsplit=1)[0].strip("`*\"'[]()<>.")  # noqa: RUF001
        if first and is_code(first, self._options.pattern):
            return "a second code or a range seems to follow the code"
        if (joint := _JOINT.match(head.title)) and self._pattern.match(
            plain(head.title[joint.end() :])
        ):
            return "a list of codes seems to begin with the code"
        if re.match(r"[,，/&+~〜～…→、]|\.\.", head.title):  # noqa: RUF001
            return "a list or a range seems to follow the code"
        # As in "4001: busy 4002: gone".
        title = plain(head.title)
        for found in re.finditer(self._options.pattern, title, re.ASCII):
            before = title[max(found.start() - 1, 0) : found.start()]
            alone = not re.match(r"\w", before, re.ASCII)
            if alone and found[0] != head.code and _SIGN_BEHIND.match(title, found.end()):
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
    ends: tuple[str, str] | None = None
    section: str | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)
    below: list[Row] = field(default_factory=list)  # that are said by hand
    seen: list[doubts.Label] = field(default_factory=list)  # that nobody has declared

    def add(self, label: str, text: str) -> None:
        """Take in a paragraph; one without a label belongs to the label before it."""
        if label:
            self.label = label
            self.columns.setdefault(label, [])
        elif self.label and _is_fact(self.columns[self.label]):
            self.label = ""
        if text and self.label:
            self.columns[self.label].append(text)
        elif text:
            self.texts.append(text)

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
            yield replace(row, code=one.code, line=one.line, ends=one.ends)
        yield row

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
            do = (
                "Mend `message` in provider.yml; if nothing can be quoted, ignore its lines and add"
                f' "{self.code}" to `unreadable`.'
            )
            if self.is_bare:
                do += " If it has the text of the code below it, too, write `shares_text: true`."
            return Problem(ledger.file, self.line, what, do)
        if message == TEXT:
            texts.pop(0)
        columns.pop(message, None)
        if self.title and message != TITLE:
            columns = {TITLE: self.title, **columns}
        if texts:
            columns[TEXT] = "\n".join(texts)
        named, headings = ledger.kept_by_name(columns)
        return Row(
            self.code,
            candidates[message],
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
    entry = Entry(head.code, block.line, title, level, ends=head.ends, section=ledger.above)
    entry.spans.append((block.line, block.last))
    return entry


def take_in(
    entry: Entry, block: Block, shape: Shape, ledger: Ledger[PageOptions]
) -> Iterator[Problem]:
    """Put a paragraph into an entry, cut before each label, and lines that are said by hand.

    Refuses a line in it that begins as an entry of another code, and marks that text cannot show.
    """
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
            continue
        label, cell = _labelled(block, first, end, ledger.options)
        if bad or cell.fault:
            ledger.mark(Account.REFUSED, block.line + first, block.line + end - 1)
        if cell.fault:
            what = f'"{shown(cell.text)}" {cell.fault}.'
            do = (
                "Look at the provider's page, and ignore the line if nothing can be quoted from it."
            )
            yield Problem(ledger.file, cell.line, what, do)
        elif not bad:
            entry.spans.append((block.line + first, block.line + end - 1))
            entry.add(label, cell.text)
            entry.seen += _unlabelled(block, first + bool(label), end, first)


def _others(
    entry: Entry, block: Block, line: prose.Line, shape: Shape, ledger: Ledger[PageOptions]
) -> Iterator[Problem]:
    """Refuse a line of a paragraph that looks like the beginning of another entry."""
    number = line.line - block.line
    # The numbers of a list are no text, and may be codes.
    heads = [shape.head(block.shown(number, number + 1).text), shape.head(_bare(line.text))]
    head = next((head for head in heads if head and head.code != entry.code), None)
    if head and ledger.ignores(line.text):
        yield from ledger.hides(line.text, line.line, _coded(head, ledger))
    elif head:
        what = f'"{shown(line.text)}" looks like an entry of its own, but stands within another.'
        do = (
            "Mend the reader's options in provider.yml, or quote it under `prose` if it lists no"
            f" code. {by_hand_advice(line.text, head.code)}"
        )
        yield Problem(ledger.file, line.line, what, do)


def _bare(text: str) -> str:
    """Return a line without the marks of lists, quotations and tables before it."""
    return _ITEM.sub("", text, count=1)


def outside(
    block: Block, shape: Shape, ledger: Ledger[PageOptions], *, skip: bool | None = None
) -> Iterator[Row | Problem]:
    """Yield what the lines of a block are that belongs to no entry."""
    for line in block.numbered:
        head = shape.head(_bare(line.text))
        yield from prose.outside(line, ledger, _coded(head, ledger), skip=skip)


def repeated(block: Block, shape: Shape, ledger: Ledger[PageOptions]) -> list[prose.Repeated]:
    """Return the lines of a block that can be passed over if a row says what they say.

    Each has a code and perhaps its text; of Markdown and text, each line is one such.
    """
    if not ledger.options.skips_prose or block.kind not in {"item", "paragraph"}:
        return []
    found = []
    for line in block.numbered:
        number = line.line - block.line
        head = shape.head(block.shown(number, number + 1).text)
        if not head or head.ends or ledger.quotes(line.text) or ledger.ignores(line.text):
            return []
        found.append(prose.Repeated(line, head.code, head.title))
    return found


def _coded(head: Head | None, ledger: Ledger[PageOptions]) -> prose.Listed:
    return ((ledger.sections.code_set(ledger.above), head.code),) if head else ()


def _segments(block: Block, ledger: Ledger[PageOptions]) -> Iterator[tuple[int, int]]:
    """Yield the beginning and end of what belongs together: a label and the lines behind it.

    A line that provider.yml says by hand stands alone.
    """
    quoted = [ledger.quotes(one_line(line)) for line in block.lines]
    starts = [
        number
        for number, source in enumerate(block.sources)
        if not number or quoted[number] or quoted[number - 1] or label_of(source, ledger.options)
    ]
    yield from zip(starts, [*starts[1:], len(block.sources)], strict=True)


def label_of(source: str, options: PageOptions) -> tuple[str, int] | None:
    """Return a label, and where the text behind it begins, if it is in bold; else 0.

    A code is no label.
    """
    found = LABEL_IN_BOLD.match(source)
    if found and not holds_a_code(found["label"], options.pattern):
        return one_line(found["label"]), found.start("rest")
    bare = source.lstrip(" >*_`:")  # a field of reStructuredText begins with a colon
    for label in sorted(options.labels, key=len, reverse=True):
        if bare.startswith(label) and _BEHIND_LABEL.match(bare, len(label)):
            return label, 0
    return None


def _labelled(block: Block, first: int, end: int, options: PageOptions) -> tuple[str, Cell]:
    found = label_of(block.sources[first], options)
    if not found:
        return "", block.shown(first, end)
    label, behind = found
    if behind:
        return label, block.shown(first, end, behind=behind)
    # Marks can stand around label and text: `message: busy`.
    cell = block.shown(first, end)
    rest = _SIGNS.sub("", cell.text.partition(label)[2], count=1)
    return label, replace(cell, text=rest)


def _unlabelled(block: Block, first: int, end: int, begins: int) -> Iterator[doubts.Label]:
    """Yield what looks like a label before the lines of a paragraph, or before some of them."""
    for number in range(first, end):
        line = block.line + number
        if one := doubts.label(block.sources[number], line, first=number == begins):
            yield one
