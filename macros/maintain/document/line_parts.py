"""Further codes with their texts in a line that is read as one row: a line -> its entries.

The row itself says how a code and its text stand there: by the signs between the two. What looks
so again, in its text, before its code or behind its text, reads like an entry of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from macros.readers.facts import without_amounts
from macros.readers.printed import compiled, is_code, plain
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row

_FORMATS = frozenset({"pattern", "text_lines"})
_WORD = r"(?<![\w.+-])[\w+-](?:[\w.+-]*\w)?"
_APART = r"[;|/,•·]\s*[\"'(\[{]*"  # what stands between two entries, but for spaces
_SPACE_AND_WORD = r"[\"')\]}]*\s+(?=[^\W\d_])"
_STRONG = re.compile(r"[;|/•·]\s*[\"'(\[{]*$")
_LETTERS = re.compile(r"[^\W\d_]{2}|[\u3040-\u9fff\uac00-\ud7af]")
_AROUND = " \t,;|/•·\"'({["


class Part(NamedTuple):
    """An entry within a line: its code, and its text; empty where that is not known."""

    code: str
    message: str


class Line(NamedTuple):
    """A line that is a row, cut at its code and its text.

    Attributes:
        text: the line, its white space as one space.
        code: where its code begins and ends.
        message: where its text does.
    """

    text: str
    code: tuple[int, int]
    message: tuple[int, int]

    @property
    def between(self) -> str:
        """What stands between the code and the text."""
        return self.text[self.code[1] : self.message[0]]

    @property
    def ends(self) -> str:
        """The sign that ends the text, or the one before; nothing where a word stands there."""
        behind, before = self.text[self.message[1] :].strip(), self.text[: self.code[0]].strip()
        sign = behind[:1] or before[-1:]
        return "" if sign.isalnum() else sign


class Known(NamedTuple):
    """What is known of a document.

    Attributes:
        pattern: of its codes.
        codes: those of all rows; a text can speak of them.
        labels: words that stand beside several rows as codes would.
    """

    pattern: str
    codes: AbstractSet[str]
    labels: AbstractSet[str]


def found(document: Document, result: Reading) -> Iterator[tuple[Row, Line, list[Part]]]:
    """Yield the rows whose lines read like several, with their entries."""
    if result.options["format"] not in _FORMATS or result.options.get("constants"):
        return
    lines = document.text.split("\n")
    rows = ((row, cut(lines[row.line - 1], row)) for row in result.rows)
    alone = [(row, line) for row, line in rows if line]
    # What stands beside the strings of source code has a grammar of its own.
    sides = result.options["format"] != "pattern" or bool(result.options.get("every_line"))
    words = Counter(word for _, line in alone for word in set(_labels(line)))
    known = Known(
        result.options["pattern"],
        {row.code for row in result.rows},
        {word for word, count in words.items() if count > 1},
    )
    several = [
        (row, line, entries) for row, line in alone if (entries := _parts(line, known, sides=sides))
    ]
    times = Counter(code for row, _, entries in several for code in others(row, entries))
    # Numbers that come again and again are statuses, and no codes of their own.
    statuses = {code for code, count in times.items() if count > 1}
    if 2 * len(statuses) <= len(times):
        statuses = set()
    yield from (one for one in several if not statuses.issuperset(others(one[0], one[2])))


def others(row: Row, parts: Sequence[Part]) -> list[str]:
    """Return the codes of the entries of a line, without that of its row."""
    return [code for code in dict.fromkeys(one.code for one in parts) if code != row.code]


def cut(line: str, row: Row) -> Line | None:
    """Return the line of a row, cut where its code stands nearest to its text; None if it is not.

    Args:
        line: the line.
        row: what is read of it.
    """
    text, message = one_line(line), one_line(row.message)
    places = [
        (at - found.end(), found.span(), (at, at + len(message)))
        for found in re.finditer(re.escape(row.code), plain(text))
        if (at := text.find(message, found.end())) >= 0
    ]
    if not message or not places:
        return None
    _, code, place = min(places)
    return Line(text, code, place)


def _labels(line: Line) -> Iterator[str]:
    """Yield the words beside a row behind which its own signs stand again: `102` in `102: Gate`."""
    expression = _again(line)
    for text in (line.text[: line.code[0]], line.text[line.message[1] :]):
        yield from (found["code"] for found in re.finditer(expression, text) if expression)


def _parts(line: Line, known: Known, *, sides: bool) -> list[Part]:
    """Return all entries of a line that reads like several, its own among them; else nothing.

    Args:
        line: the line.
        known: what is known of its document.
        sides: whether what stands before its code and behind its text is looked at, too.
    """
    found = _within(line, known)
    if sides:
        found |= _beside(line, 0, line.code[0], known)
        found |= _beside(line, line.message[1], len(line.text), known)
    if not found:
        return []
    begins = sorted(
        {**found, line.code[0]: (line.message[0], line.text[slice(*line.code)])}.items()
    )
    ends = [start for start, _ in begins[1:]] + [len(line.text)]
    texts = [_text(line, text, end) for (_, (text, _)), end in zip(begins, ends, strict=True)]
    codes = [code for _, (_, code) in begins]
    if not all(texts) or not _is_all(line, [start for start, _ in begins], [*codes, *texts]):
        texts = [""] * len(codes)
    return [Part(plain(code), text) for code, text in zip(codes, texts, strict=True)]


def _text(line: Line, start: int, end: int) -> str:
    """Return the text of an entry that begins on a place, up to the sign that ends all of them."""
    text = line.text[min(start, end) : end]
    if end < len(line.text):
        text = text.rstrip(_AROUND)
    text = text.split(line.ends)[0] if line.ends else text
    return text.strip()


def _is_all(line: Line, starts: Sequence[int], said: Sequence[str]) -> bool:
    """Tell whether a line has no word but those of its entries and those around each of them."""
    around = f"{line.text[: min(starts)]} {line.between}"
    more = Counter(re.findall(r"\w+", line.text)) - Counter(re.findall(r"\w+", " ".join(said)))
    return more.keys() <= set(re.findall(r"\w+", around))


def _again(line: Line) -> str:
    """Return an expression for a word with the signs of a line behind it; empty where it has none.

    The sign that ends texts, too, as between the cells of a row, tells nothing of a code.
    """
    signs = line.between.strip()
    if not re.search(r"[^\w\s]", signs) or signs == line.ends:
        return ""
    return rf"(?P<code>{_WORD}){_spaced(line.between)}(?!//)"


def _spaced(text: str) -> str:
    """Return an expression for a text whose spaces can be wider."""
    return r"\s+".join(map(re.escape, text.split(" ")))


def _beside(line: Line, start: int, end: int, known: Known) -> dict[int, tuple[int, str]]:
    """Return where entries begin beside a row, where their texts do, and their codes."""
    text, found = line.text[start:end], {}
    if expression := _again(line):
        found = {
            start + one.start(): (start + one.end(), plain(one["code"]))
            for one in re.finditer(expression, text)
            if one["code"] not in known.labels
        }
    between = re.compile(_spaced(line.between))
    for one in _shaped(text, known.pattern):
        if _LETTERS.search(re.split(known.pattern, text[one.end() :], flags=re.ASCII)[0]):
            # Where other signs stand behind it nobody can tell where its text begins.
            behind = between.match(text, one.end())
            begins = start + behind.end() if behind else len(line.text)
            found.setdefault(start + one.start(), (begins, one[0]))
    return found


def _shaped(text: str, pattern: str) -> Iterator[re.Match[str]]:
    """Yield what has the shape of codes: with a digit anywhere, else where a part begins."""
    expression, bare = compiled(pattern), plain(text)
    able = {one[0] for one in expression.finditer(without_amounts(bare, pattern))}
    for one in expression.finditer(bare):
        around = f"{bare[: one.start()][-1:]} {bare[one.end() :][:1]}"
        is_apart = not re.search(r"\w", around)
        begins = re.search(r"[0-9]", one[0]) or _STRONG.search(bare[: one.start()])
        if is_apart and begins and one[0] in able:
            yield one


def _within(line: Line, known: Known) -> dict[int, tuple[int, str]]:
    """Return where entries begin in the text of a row, where their texts do, and their codes."""
    start, end = line.message
    text, found = line.text[start:end], {}
    expressions = [(_again(line), False), (rf"{_APART}(?P<code>{_WORD}){_SPACE_AND_WORD}", True)]
    for expression, is_spaced in expressions:
        if not expression or (is_spaced and line.between.strip()):
            continue
        for one in re.finditer(expression, text):
            code = plain(one["code"])
            apart = bool(_STRONG.search(text[: one.start("code")]))
            is_word = code.isalpha() and not code.isupper()
            if is_code(code, known.pattern) and (
                apart or (code not in known.codes and not is_word)
            ):
                found[start + one.start("code")] = (start + one.end(), code)
    return found
