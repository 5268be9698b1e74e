"""Tables whose cells are glued, or stand one below the other, in the copy of a page: -> an entry.

Codes of several lengths have nothing behind them but the text: `0Docked`, `12Too late`; names have
their status there: `NO_DOCK404No dock is here`; or each code stands alone on a line, with its text
on the next one. `format: pattern` reads them, with what nobody can tell for sure asked.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import code_headings, other_numbers, shapes
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers import broken_rows, words
from macros.maintain.sniffers.sniffed import LEAST, Sniffed, shown_codes, tried
from macros.readers.ledger import Account, shown
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.errors import Problem
    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document, Row

_LONGEST = 300_000  # characters; larger lists have markup
_NEAR = 3  # lines above the first code, in which a heading speaks of codes
_APART = 3  # lines from one code to the next, at the most
_PIPES = 2  # lines of pipes alone, below a row
_MOST_WORDS = 8  # of such a heading
# What is said of a line with a word in the place of a code.
_NO_CODE = ("does not match the pattern of codes", "is computed")
_MOST = 0.6  # of the lines, or texts, are alike
TEXT = r"(?P<message>[^0-9\s.,:;%/()-][^\n]*)"
_NUMBER = re.compile(rf"(?P<code>-?[0-9]{{1,6}}){TEXT}", re.ASCII)
_STATUS = "(?P<http>[1-5][0-9]{2})"
_NAMED = re.compile(rf"(?P<code>[A-Z]\w*?[A-Za-z]\w*?){_STATUS}{TEXT}", re.ASCII)
# In capitals, with dots, or of words joined: NO-DOCK, dock.gone, DockGone.
_ALONE = re.compile(
    r"[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)+|[A-Za-z]\w*(?:\.\w+)+|[A-Z][A-Za-z0-9]*[a-z][A-Z][A-Za-z0-9]*"
    r"|[a-z][a-z0-9]*(?:_[a-z0-9]+)+|-?[0-9]{1,8}",
    re.ASCII,
)
_WORD = re.compile(r"[A-Z]{3,}", re.ASCII)  # beside such names
_SHORT = re.compile(r"[A-Z]{1,3}(?!\w)")  # DS of 3DS
_ACRONYMS = frozenset(
    "A API APP BIN CVC CVV DB DNS GPS ID IP IO JWT KEY KYC MAC MSG NO NOT OK OS OTP PAN PDF PIN POS"
    " QR SDK SIM SKU SMS SQL SSL TCP TLS UDP UID URI URL USB VAT XML".split()
)


class _Line(NamedTuple):
    number: int
    text: str


def sniff(document: Document, code_set: str) -> Sniffed | None:
    """Return the best of these ways to read a document; None where it has none of the shapes."""
    if len(document.text) > _LONGEST or document.text.lstrip()[:1] in "<{[":
        return None
    lines = [
        _Line(number, one_line(line))
        for number, line in enumerate(document.text.split("\n"), start=1)
        if line.strip()
    ]
    found = [way(document, code_set, lines) for way in (_numbers, _names)]
    found.append(_alternating(document, code_set, lines))
    if any("|" in line.text for line in lines):
        cells = [line._replace(text=line.text.strip("| ")) for line in lines]
        words_ = [line for line in cells if line.text]
        found.append(_alternating(document, code_set, words_, pipes=True))
    able = [one for one in (*found, broken_rows.sniff(document, code_set)) if one]
    return max(able, key=lambda one: len(one.reading.rows), default=None)


def _numbers(document: Document, code_set: str, lines: Sequence[_Line]) -> Sniffed | None:
    """Guess numbers of several lengths that are glued to their texts, below a heading of codes."""
    found = {line.number: one for line in lines if (one := _NUMBER.fullmatch(line.text))}
    lengths = {len(one["code"]) for one in found.values()}
    if len(found) <= LEAST or len(lengths) == 1 or not _speaks_of_codes(lines, min(found)):
        return None
    codes = [one["code"] for one in found.values()]
    result = _read(document, code_set, codes, f"{{code}}{TEXT}", 1)
    if not result or not result.rows:
        return None
    without = {line.number: line.text for line in lines if not any(map(str.isdigit, line.text))}
    result = _quoting(document, result, without)  # of the page, as no number stands in them
    return _sniffed(result, codes, [*_odd(document.file, result.rows), *_twice(document, result)])


def _speaks_of_codes(lines: Sequence[_Line], first: int) -> bool:
    above = [line.text for line in lines if line.number < first][-_NEAR:]
    short = [text for text in above if len(text.split()) <= _MOST_WORDS]
    return any(map(code_headings.names, short))


def _odd(file: str, rows: Sequence[Row]) -> Iterator[Doubt]:
    """Yield the doubt about each code whose last digit may be of the text, as in 3013DS failed."""
    capitals = sum(row.message[0].isupper() for row in rows)
    numbers = [int(row.code) for row in rows]
    ascending = sum(one < after for one, after in pairwise(numbers)) > _MOST * len(rows)
    highest = -1
    for row, number, after in zip(rows, numbers, [*numbers[1:], numbers[-1] + 1], strict=True):
        is_longer = len(str(number)) > len(str(after))
        is_high = ascending and is_longer and after < number and highest < after
        short = _SHORT.match(row.message)
        is_small = row.message[0].islower() and capitals > _MOST * len(rows)
        is_odd = is_small or (short and short[0] not in _ACRONYMS)
        highest = highest if is_high else number
        cut, text = row.code[:-1], row.code[-1:] + row.message
        if cut.strip("-") and (is_odd or is_high):
            what = (
                f'"{shown(row.code + row.message)}" is read as the code "{row.code}", and its last'
                f' digit may be of the text: "{shown(text)}" of "{cut}".'
            )
            do = (
                f"If so, add --as-meant {row.line}; if not, save the reader below to a file, and"
                " add --reader FILE."
            )
            said = {"line": row.code + row.message, "code": cut, "message": text}
            yield Doubt(file, row.line, what, do, rows=(said,))


def _twice(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about codes that stand in two lists with different texts."""
    texts: dict[str, set[str]] = {}
    for row in result.rows:
        texts.setdefault(row.code, set()).add(row.message)
    again = [row for row in result.rows if len(texts[row.code]) > 1]
    if again:
        named = ", ".join(dict.fromkeys(f'"{row.code}"' for row in again))
        what = f"{named} stand twice, with different texts."
        do = (
            "If the page has two lists, save each as a file of its own, and read them one by one;"
            " if a code has both texts, save the reader below to a file, and add --reader FILE."
        )
        yield Doubt(document.file, again[0].line, what, do)


def _names(document: Document, code_set: str, lines: Sequence[_Line]) -> Sniffed | None:
    """Guess names that are glued to a status, and that to a text."""
    found = [one for line in lines if (one := _NAMED.fullmatch(line.text))]
    if len(found) < LEAST or not all(other_numbers.is_status(one["http"]) for one in found):
        return None
    codes = [one["code"] for one in found]
    result = _read(document, code_set, codes, f"{{code}}{_STATUS}{TEXT}", 1)
    if not result or not result.rows:
        return None
    return _sniffed(result, codes, [words.doubt(document.file, result.rows[0].line, codes)])


def _alternating(
    document: Document, code_set: str, lines: Sequence[_Line], *, pipes: bool = False
) -> Sniffed | None:
    """Guess codes that stand alone on lines, each with its text on the next one.

    Args:
        document: the document.
        code_set: the id of its code set.
        lines: its lines.
        pipes: whether pipes stand around what they say.
    """
    joined = [place for place, line in enumerate(lines) if _is_alone(line.text)]
    if len(joined) < LEAST:
        return None
    first, last = joined[0], joined[-1]
    places = [
        place
        for place, line in enumerate(lines)
        if place in joined or (first < place <= last + _APART and _WORD.fullmatch(line.text))
    ]
    texts = [lines[place + 1].text for place in places if place + 1 < len(lines)]
    gaps = [after - place - 1 for place, after in pairwise(places)]
    usual, times = Counter(gaps).most_common(1)[0]
    spoken = sum(" " in text.strip() or not text.isascii() for text in texts)
    if usual not in {1, 2} or times < _MOST * len(gaps) or spoken < _MOST * len(places):
        return None
    codes = list(dict.fromkeys(lines[place].text for place in places))
    if len(codes) < _MOST * len(places):
        return None
    around, sign = (r"(?:[ \t]*\|)?[ \t]*", "|") if pipes else ("", "")
    text = rf"{around}\n+{around}(?P<{{}}>[^{sign}\n]*[^{sign}\s]){around}"
    rest = text.format("message") + (text.format("text") if usual > 1 else "")
    spans = [lines[min(place + usual, len(lines) - 1)].number for place in places]
    rest += r"(?:\n+[ \t]*\|[ \t|]*)*" if pipes else ""  # lines of pipes alone
    most = max(end - lines[place].number for place, end in zip(places, spans, strict=True)) + 1
    most += _PIPES if pipes else 0
    result = _read(document, code_set, codes, f"{around}{{code}}{rest}", most)
    if result:
        # Above the first code, what looks like an entry is of the page.
        result = _quoting(
            document, result, {line.number: line.text for line in lines[:first] if line.text}
        )
    if not result or len(result.rows) < _MOST * len(places):
        return None
    doubts: list[Problem] = list(_left(document, result, lines[first].number, lines[last].number))
    if usual > 1:
        doubts.append(_two_texts(document.file, result.rows[0]))
    if not any(map(words.is_word, codes)) and not _speaks_of_codes(lines, lines[first].number):
        doubts.append(_steps(document.file, result.rows))
    if any(words.is_word(code) for code in codes):
        doubts.append(words.doubt(document.file, result.rows[0].line, codes))
    return _sniffed(result, codes, doubts)


def _is_alone(text: str) -> bool:
    return bool(_ALONE.fullmatch(text)) and not other_numbers.is_year(text)


def _left(document: Document, result: Reading, first: int, last: int) -> Iterator[Doubt]:
    """Yield the doubt about lines between the entries, which may say more of the codes above."""
    left = [
        line
        for line, account_ in result.accounts.items()
        if first < line < last and account_ in {Account.SKIPPED, Account.IGNORED}
    ]
    if left:
        text = one_line(document.text.split("\n")[left[0] - 1])
        more = f" and {len(left) - 1} more lines stand" if left[1:] else " stands"
        what = f'"{shown(text)}"{more} between the codes, and would be passed over.'
        do = (
            "If they are headings, save the reader below to a file, and add --reader FILE; if they"
            " say more of a code, let the message in its `entry` have further lines before."
        )
        yield Doubt(document.file, left[0], what, do)


def _steps(file: str, rows: Sequence[Row]) -> Doubt:
    """Return the doubt about numbers above which nothing speaks of codes."""
    what = (
        f'"{rows[0].code}" and {len(rows) - 1} more numbers stand alone above texts, and no heading'
        " right above them speaks of codes: they are perhaps those of steps or chapters."
    )
    do = "If they are codes, save the reader below to a file, and add --reader FILE."
    return Doubt(file, rows[0].line, what, do)


def _two_texts(file: str, row: Row) -> Doubt:
    """Return the doubt about which of two texts is the message."""
    first, second = row.message, row.columns["text"]
    what = f'"{shown(first)}" and "{shown(second)}" can each be the message of "{row.code}".'
    do = (
        "The first is the message in the reader below, and the second is kept as `text`. Call the"
        " groups of its `entry` as you decide, save it to a file, and add --reader FILE."
    )
    return Doubt(file, row.line, what, do)


def _read(
    document: Document, code_set: str, codes: Sequence[str], entry: str, lines: int
) -> Reading | None:
    pattern = shapes.pattern(codes)
    options: Options = {"format": "pattern", "code_set": code_set, "pattern": pattern}
    options["entry"] = entry.replace("{code}", f"(?P<code>{pattern})")
    options |= {"lines": lines} if lines > 1 else {}
    options |= {"named": {"http": "http"}} if "<http>" in entry else {}
    return tried(document, options)


def _quoting(document: Document, result: Reading, texts: dict[int, str]) -> Reading:
    """Return a reading that quotes those of some lines which are refused as entries."""
    refused = [
        texts[one.line]
        for one in result.problems
        if one.line in texts and any(said in one.what for said in _NO_CODE)
    ]
    if not refused:
        return result
    options = {**result.options, "prose": list(dict.fromkeys(refused))}
    return tried(document, options) or result


def _sniffed(result: Reading, codes: Sequence[str], doubts: Iterable[Problem]) -> Sniffed:
    """Return a guess with what is asked of it."""
    asked = tuple(doubts)
    why = (
        f"format pattern: {len(result.rows)} entries have one shape",
        f"pattern {result.options['pattern']}: {shown_codes(codes)}",
    )
    return Sniffed(replace(result, problems=(*result.problems, *asked)), why, doubts=asked)
