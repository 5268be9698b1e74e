"""Rows of a text that may be the rest of a message which began a line above: lines -> doubts.

A sentence that is wrapped before a number leaves a line that begins as the row of a code does. It
is known by what no row of its own has: a small letter where others have a capital, a number out of
their order, an indentation. What the guess took for such a rest is asked about, as is what it left.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from macros import codes
from macros.errors import Ways
from macros.maintain.document.doubt import Doubt
from macros.maintain.document.groups import groups
from macros.maintain.sniffers.texts import breaks
from macros.readers import text_split
from macros.readers.advice import quoted, shown
from macros.readers.doubts import label
from macros.readers.text_wrapped import WITHIN, indent, is_open

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

_MOST = 2 / 3  # of the rows are alike, so that one can tell how the others differ
_LIST = 4  # rows of which one can tell that they are in order, but for one
_SMALL = "begins in a small letter, where others have a capital"
_OUT_OF_ORDER = "has a code out of the order of the others"
_FEWEST = 3  # rows of which one can tell that
WIDE = 60  # characters; nobody wraps shorter lines because they are full
_SHORT = 12  # characters; nobody breaks a line off so early


class Entry(NamedTuple):
    """A line that begins with what looks like a code."""

    line: int
    code: str
    text: str


class Suspect(NamedTuple):
    """An entry that may be the rest of the message above.

    Attributes:
        entry: the entry.
        above: the entry above it.
        why: what speaks for it.
        is_row: whether it is read as a row until somebody says that it is none.
    """

    entry: Entry
    above: Entry
    why: str
    is_row: bool


def suspects(lines: Sequence[str], entries: Sequence[Entry]) -> list[Suspect]:
    """Return the entries of a text that may be the rest of the message above.

    Args:
        lines: the lines of the text.
        entries: those that look like rows, in their order.
    """
    if len(entries) <= _FEWEST:
        return []
    filled = [number for number, line in enumerate(lines, start=1) if line.strip()]
    within = [one for one in filled if entries[0].line <= one <= entries[-1].line]
    if any(after - one == 1 for one, after in pairwise(within)):
        return _suspects(lines, entries)
    # A blank line behind each line says nothing.
    places = {number: place for place, number in enumerate(filled, start=1)}
    moved = [one._replace(line=places[one.line]) for one in entries]
    own = {places[one.line]: one for one in entries}
    return [
        one._replace(entry=own[one.entry.line], above=own[one.above.line])
        for one in _suspects([lines[number - 1] for number in filled], moved)
    ]


def _suspects(lines: Sequence[str], entries: Sequence[Entry]) -> list[Suspect]:
    usual = _Usual(lines, entries)
    found = []
    kept: list[Entry] = []  # the entries above that are rows
    for place, entry in enumerate(entries):
        above = lines[entry.line - 2] if entry.line > 1 else ""
        if kept and above.strip() and is_open(above) and _is_below(lines, kept[-1], entry):
            behind = next((one for one in entries[place + 1 :] if usual.is_plain(one)), None)
            why, is_row = usual.strange(entry, kept[-1], behind)
            if why:
                found.append(Suspect(entry, kept[-1], why, is_row))
            if why and not is_row:
                continue
        kept.append(entry)
    return found


def _is_below(lines: Sequence[str], above: Entry, entry: Entry) -> bool:
    """Tell whether no blank line stands between two entries."""
    return all(line.strip() for line in lines[above.line : entry.line])


class _Usual:
    """What most of the entries of a text have in common."""

    def __init__(self, lines: Sequence[str], entries: Sequence[Entry]) -> None:
        self._lines = lines
        least = _MOST * len(entries)
        edges = Counter(indent(lines[one.line - 1]) for one in entries)
        # Rests that are indented say nothing of how rows begin.
        outer = [one for one in entries if indent(lines[one.line - 1]) == min(edges)]
        outer = outer if len(outer) >= _FEWEST else list(entries)
        letters = [one for one in outer if next(filter(str.isalpha, one.text), "").isupper()]
        self._groups = [entries[place] for place in groups([one.code for one in entries])]
        self._few_hang = 2 * sum(breaks.hangs(one.text) for one in entries) <= len(entries)
        self._texts = Counter(one.text for one in entries)
        self._at = {one.line for one in entries}
        self._capitals = len(letters) >= _MOST * len(outer)
        shape, times = Counter(_shape(one.code) for one in entries).most_common(1)[0]
        self._shape = shape if times >= least else ""
        edge, times = edges.most_common(1)[0]
        self._edge = edge if times >= least else None
        orders = [codes.order(one.code) for one in entries]
        falls = sum(one >= next_ for one, next_ in pairwise(orders))
        self._ascends = len(entries) > _LIST and falls <= max(1, len(entries) // 10)
        ended = [one for one in entries if not is_open(one.text)]
        self._ends = len(ended) >= least
        small = sum(_is_small(one.text) for one in entries)
        self._one_small = self._capitals and small <= max(1, len(entries) // 10)
        self._width = max(len(lines[one.line - 1].rstrip()) for one in entries)

    def is_plain(self, entry: Entry) -> bool:
        """Tell whether an entry looks as most do."""
        alike = not self._shape or _shape(entry.code) == self._shape
        return alike and not (self._capitals and _is_small(entry.text))

    def strange(self, entry: Entry, above: Entry, behind: Entry | None) -> tuple[str, bool]:
        """Return what speaks for an entry being no row, and whether it is one all the same.

        Args:
            entry: the entry; the line above it does not end a sentence.
            above: the row above it.
            behind: the next plain row.
        """
        if entry.code.startswith((f"{above.code}.", f"{above.code}-")):
            return "", False  # a part of what is above
        line = self._lines[entry.line - 1]
        is_deeper = self._edge == indent(self._lines[above.line - 1]) < indent(line)
        odd = self._odd(entry, above, behind)
        broken_off = self._is_broken_off(entry)
        is_number = bool(odd) and entry.code.isdigit()
        if self._capitals and _is_small(entry.text) and (is_number or is_deeper or broken_off):
            return _SMALL, not (odd or is_deeper)
        if odd and entry.line - 1 in self._at:
            if is_deeper or broken_off:
                return odd, False
            # What comes again is no rest of a message: it stands at the foot of each page.
            alone = self._texts[entry.text] == 1
            is_out = odd == _OUT_OF_ORDER or (alone and _is_of_numbers(above, entry, behind))
            if self._ascends and is_out and behind and entry not in self._groups:
                return _OUT_OF_ORDER, True
        if is_deeper:
            return "is indented below a row, where others are not", True
        return self._of_words(entry), True

    def _of_words(self, entry: Entry) -> str:
        """Return what the words around a break between two rows say, where one has another form."""
        above = self._lines[entry.line - 2].rstrip()
        if entry.line - 1 not in self._at:
            return ""
        goes_on = breaks.is_begun(above) or breaks.goes_on(entry.text)
        if self._one_small and _is_small(entry.text) and goes_on:
            return _SMALL
        hangs = self._few_hang and breaks.hangs(above)
        return "stands below a line that ends as no message does" if hangs else ""

    def _odd(self, entry: Entry, above: Entry, behind: Entry | None) -> str:
        """Return how the code of an entry differs from those around it."""
        if self._shape and _shape(entry.code) != self._shape:
            return "has a code of another form than the others"
        return _OUT_OF_ORDER if _is_out_of_order(above, entry, behind) else ""

    def _is_broken_off(self, entry: Entry) -> bool:
        """Tell whether the line above ends where others do not, or where no sentence does."""
        above = self._lines[entry.line - 2].rstrip()
        word = self._lines[entry.line - 1].split()[0]
        is_full = self._width >= WIDE and len(above) + 1 + len(word) > self._width
        ends_oddly = self._ends and len(above) > _SHORT
        return is_full or ends_oddly or above.split()[-1].lower() in breaks.HANGING


def _shape(code: str) -> str:
    return re.sub("[0-9]", "0", code)


def _is_out_of_order(above: Entry, entry: Entry, behind: Entry | None) -> bool:
    """Tell whether the code of an entry does not fit between those around it."""
    before, own = codes.order(above.code), codes.order(entry.code)
    after = codes.order(behind.code) if behind else None
    return own < before if after is None else before < after and not before < own < after


def _is_of_numbers(above: Entry, entry: Entry, behind: Entry | None) -> bool:
    """Tell whether a number does not fit between those around it, be it longer or shorter."""
    numbers = [one.code.isdigit() for one in (above, entry, behind) if one]
    return all(numbers) and _is_out_of_order(above, entry, behind)


def _is_small(text: str) -> bool:
    """Tell whether a text begins as a sentence goes on, with a word of small letters or a sign."""
    word = text.partition(" ")[0].strip("\"'(),.;:")
    return text[:1] in WITHIN or (word.isalpha() and word.islower())


def rest(lines: Sequence[str], texts: Collection[str], entries: Sequence[Entry]) -> list[str]:
    """Return those of the lines without a code that a guess lets go on with the row above.

    A line below each row is no rest of its message, but a text of its own.

    Args:
        lines: the lines of the text.
        texts: those that stand right below a row, white space folded.
        entries: the rows.
    """
    edge = {one.line: indent(lines[one.line - 1]) for one in entries}
    found, indented = [], []
    texts_of = Counter(one.text for text in texts if (one := label(text, 0, first=True)))
    own = -1
    for number, line in enumerate(lines, start=1):
        own = edge.get(number, own)
        text = " ".join(line.split())
        if text not in texts or number == 1 or not is_open(lines[number - 2]):
            continue
        if text_split.signed(text)[0] or not any(map(str.isalpha, text)):
            continue  # a row whose code has another form, or has no text
        if (called := label(text, number, first=True)) and texts_of[called.text] > 1:
            continue  # a fact, which comes again below other rows
        letter = next(
            filter(str.isalpha, text.partition(" ")[2] if text[0].isdigit() else text), ""
        )
        if not letter.isupper():
            found.append(text)
        elif indent(line) > own:
            indented.append(text)
    few = len(indented) * 2 <= len(entries)
    return list(dict.fromkeys([*found, *(indented if few else [])]))


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about each row that may go on with the one above, and each that does.

    Args:
        document: the document.
        result: what came of it.
    """
    options = result.options
    if options["format"] != "text_lines" or "columns" in options:
        return
    lines = document.text.split("\n")
    wrapped = options.get("wrapped", [])
    above = ""
    at = {row.line: row for row in result.rows}
    for number, line in enumerate(lines, start=1):
        text = " ".join(line.split())
        above = at[number].code if number in at else above
        if text in wrapped and above and number not in at:
            yield _joined(document.file, number, text, above)
    entries = [Entry(row.line, row.code, row.message.split("\n")[0]) for row in result.rows]
    for one in suspects(lines, entries):
        text = " ".join(lines[one.entry.line - 1].split())
        yield _apart(document.file, text, one)


def _joined(file: str, number: int, text: str, code: str) -> Doubt:
    what = f'"{shown(text)}" is read as the rest of the message of "{code}", right above it.'
    do = (
        "If it is none, remove it from `wrapped` in the reader below, and let `pattern` fit its"
        " code, or quote it under `prose`; save it to a file, and add --reader FILE."
    )
    return Doubt(file, number, what, do, ways=Ways(none={"prose": (text,)}, rest=True))


def _apart(file: str, text: str, one: Suspect) -> Doubt:
    what = f'"{shown(text)}" {one.why}, so it may go on with the message of "{one.above.code}".'
    whole = quoted(text, len(text))
    do = (
        f"If it does, add {whole} to `wrapped` in the reader below, and let `pattern` fit"
        " the codes alone; if it lists no code, quote it under `prose`; save it to a file, and add"
        " --reader FILE."
    )
    ways = Ways(none={"prose": (text,)}, rest=True)
    return Doubt(file, one.entry.line, what, do, ways=ways, more={"wrapped": (text,)})
