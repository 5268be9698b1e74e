"""Single codes of another shape than all others: rows -> those that are perhaps none, and why.

Lines of a text are known by their codes alone: `A4 paper is wanted` and `24 results` begin as those
of codes do. What has letters where all others are numbers, or a length that no other has, is left
for a person to decide, but for what lists of codes have: a success, the next number, a last one.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median_low
from typing import TYPE_CHECKING

from macros.maintain.document import source_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from macros.readers.rows import Document, Row

Found = tuple[list["Row"], str]

_FEWEST = 3  # rows of which one can tell what they have in common
_LONG = 3  # digits; of items of a list, small numbers can be of any length
_NEAR = 10  # between two codes of one list
_LINES = frozenset({"text_lines", "pattern"})
_PAGES = frozenset({"bullets", "headings"})
_CODE = re.compile(r"(?P<letters>[A-Za-z]*[-_+]?)(?P<digits>[0-9]+)", re.ASCII)
_WITH_A_WORD = re.compile(r"[0-9][A-Z][a-z]", re.ASCII)  # hexadecimal digits are none
# Digits and letters: a word, as in `3D Secure`, `2FA` and `5XX errors`, or one by its place.
_TERM = re.compile(r"[2-4]D(?:S[12]?)?|[1-3]FA|[2-6]G|[1-5]XX", re.ASCII)
_LETTERS_BEHIND = re.compile(r"[0-9]+[A-Z]+[0-9]*", re.ASCII)
_SIGN = re.compile(r"[`*_)\]]*\s*(?:[:=.)\]|：]|[-–—]\s)|\t|\s{2}")  # noqa: RUF001 - East Asian
# `Note` beside `dock.busy`.
_BARE = re.compile(r"[A-Z][a-z]+", re.ASCII)
_JOINED = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)+", re.ASCII)
_WITH_SIGNS = re.compile(r"[0-9]+(?:[.:/-][0-9]+)+", re.ASCII)
_SUCCESS = re.compile(r"[A-Za-z]*[-_]?(?:0*[01]?|200)", re.ASCII)
_LAST = re.compile(r"9+", re.ASCII)  # of all others


def found(document: Document, rows: Sequence[Row], format_: str) -> Iterator[Found]:
    """Yield the rows of a text whose codes look like no other, and what is said of them.

    Args:
        document: the document.
        rows: those that it has.
        format_: its format.
    """
    constants = any("name" in row.columns for row in rows)
    in_lines = format_ in _LINES or source_file.is_text_as_yaml(document, format_)
    if not (in_lines or format_ in _PAGES) or constants or source_file.is_source(document):
        return
    if terms := _terms(document, rows):
        yield terms, f"{_have(terms)} letters behind digits, as a word that begins with a number"
    if format_ == "headings":
        return
    rows = [row for row in rows if row not in terms]
    words = [row for row in rows if not any(map(str.isdigit, row.code))]
    if words and _are_few(words, rows):
        yield words, f"{_have(words)} no digit, as all other codes have"
    if in_lines:
        yield from _of_words(rows)
    rest = [row for row in rows if row not in words and not _SUCCESS.fullmatch(row.code)]
    other = [row for row in rest if not _CODE.fullmatch(row.code)]
    if other and not _are_few(other, rest):
        return
    rest = [row for row in rest if row not in other]
    if worded := [row for row in other if _WITH_A_WORD.search(row.code)]:
        yield worded, f"{_have(worded)} a word behind its digits, as no other code has"
    numbers = {row.code for row in rest}
    signed = [row for row in other if _WITH_SIGNS.fullmatch(row.code)]
    # With a sign, a code goes on behind another one: 101.1, 101-2
    apart = [row for row in signed if re.split("[.-]", row.code)[0] not in numbers]
    if apart := [row for row in apart if not _is_range(row.code)]:
        yield apart, f"{_have(apart)} digits with signs between, as no other code has"
    yield from _of_letters(rest)
    if in_lines:
        yield from _of_places(rest)
    yield from _of_length(rest, 1 if in_lines else _LONG)


def _of_words(rows: Sequence[Row]) -> Iterator[Found]:
    """Yield words with a capital where all other codes are small ones with signs between."""
    bare = [row for row in rows if _BARE.fullmatch(row.code)]
    joined = all(_JOINED.fullmatch(row.code) for row in rows if row not in bare)
    if bare and joined and _are_few(bare, rows):
        begin = "begin" if bare[1:] else "begins"
        yield bare, f"{begin} with a capital, and {_have(bare)} no sign as all other codes have"


def _terms(document: Document, rows: Sequence[Row]) -> list[Row]:
    """Return the rows whose codes are perhaps words that begin with a number.

    They are written so elsewhere, or differ from most others by their length, or by having no sign
    behind them.
    """
    lines = document.text.split("\n")
    able = [row for row in rows if _LETTERS_BEHIND.fullmatch(row.code)]
    others = [row for row in rows if row not in able]
    lengths = {len(row.code) for row in others}
    marked = {row.line for row in rows if _SIGN.match(lines[row.line - 1].partition(row.code)[2])}
    signs = bool(others) and all(row.line in marked for row in others)
    odd = [row for row in able if len(row.code) not in lengths or signs]
    odd = [row for row in odd if row.line not in marked]
    # Beside others of its form, 3D is one of them: 2B, 2C, 3D.
    forms = Counter(map(_form, able))
    terms = [row for row in able if _TERM.fullmatch(row.code)]
    own = Counter(map(_form, terms))
    terms = [row for row in terms if forms[_form(row)] - own[_form(row)] < _FEWEST - 1]
    terms = [row for row in terms if row.line not in marked]
    return [row for row in able if row in terms or (row in odd and _are_few(odd, rows))]


def _form(row: Row) -> str:
    return re.sub(r"[A-Z]", "A", re.sub(r"[0-9]", "0", row.code))


def _is_range(code: str) -> bool:
    first, dash, last = code.partition("-")
    return bool(dash) and len(first) == len(last) and first < last


def _of_letters(rows: Sequence[Row]) -> Iterator[Found]:
    """Yield rows whose codes alone begin with letters, or with none, or have a length with them."""
    usual, odd = _apart(rows, _letters)
    # A sum or a size is not negative.
    if bare := [row for row in odd if not _letters(row)]:
        yield bare, f"{'begin' if bare[1:] else 'begins'} with a digit, as no other code does"
    odd = [row for row in odd if _letters(row) not in {"", "-"}]
    if odd and not usual:
        yield odd, f"{_have(odd)} letters, as no other code has"
    elif longer := _unlike(odd, rows):
        a_length = "lengths" if longer[1:] else "a length"
        yield longer, f"{_have(longer)} letters and {a_length} that no other code has"


def _of_places(rows: Sequence[Row]) -> Iterator[Found]:
    """Yield rows apart from the others, whose codes begin with letters as no other does.

    Codes of as many digits as the others have can be of another kind, where they stand with these.
    """
    usual, odd = _apart(rows, _letters)
    odd = [row for row in odd if usual and _letters(row) not in {"", "-"}]
    odd = [row for row in odd if row not in _unlike(odd, rows) and _stands_apart(row, rows)]
    if odd:
        yield odd, f"{'stand' if odd[1:] else 'stands'} apart, with letters that no other code has"


def _unlike(odd: Sequence[Row], rows: Sequence[Row]) -> list[Row]:
    """Return those of some rows that have a number of digits that no other row has."""
    lengths = {_length(row) for row in rows if row not in odd}
    return [row for row in odd if _length(row) not in lengths]


def _of_length(rows: Sequence[Row], least: int) -> Iterator[Found]:
    """Yield rows whose codes have a length that no other has, and that go on with no other.

    Args:
        rows: the rows.
        least: digits that the others have.
    """
    usual, _ = _apart(rows, _letters)
    alike = [row for row in rows if _letters(row) == usual]
    digits, odd = _apart(alike, _length)
    odd = odd if len(digits) >= least else []
    others = [row for row in alike if row not in odd]
    if strange := [row for row in odd if not _goes_on(row, others)]:
        a_length = "lengths" if strange[1:] else "a length"
        yield strange, f"{_have(strange)} {a_length} that no other code has"


def _have(rows: Sequence[Row]) -> str:
    return "have" if rows[1:] else "has"


def _letters(row: Row) -> str:
    """Return the letters that a code begins with, and the sign behind them or in their place."""
    return _parts(row)[0]


def _length(row: Row) -> str:
    """Return a sign for each digit of a code."""
    return "0" * len(_parts(row)[1])


def _parts(row: Row) -> tuple[str, str]:
    code = _CODE.fullmatch(row.code)
    return (code["letters"], code["digits"]) if code else ("", "")


def _are_few(rows: Sequence[Row], of: Sequence[Row]) -> bool:
    return len(of) - len(rows) >= max(_FEWEST, 2 * len(rows))


def _apart(rows: Sequence[Row], trait: Callable[[Row], str]) -> tuple[str, list[Row]]:
    """Return what all codes have in common but for few, and those of which each has its own."""
    counts = Counter(map(trait, rows)).most_common()
    if not counts:
        return "", []
    (usual, _), *others = counts
    odd = [row for row in rows if trait(row) != usual]
    alone = all(times == 1 for _, times in others)
    return usual, odd if alone and _are_few(odd, rows) else []


def _goes_on(row: Row, others: Sequence[Row]) -> bool:
    """Tell whether a code is near another one, or the last of all that stand as far apart."""
    number, digits = int(_parts(row)[1]), sorted(int(_parts(one)[1]) for one in others)
    widest = max(after - one for one, after in pairwise(digits))
    gap = min(abs(number - one) for one in digits)
    is_last = number > digits[-1] and (gap <= widest or bool(_LAST.fullmatch(_parts(row)[1])))
    return gap <= _NEAR or is_last


def _stands_apart(row: Row, rows: Sequence[Row]) -> bool:
    """Tell whether more lines are between a row and the one above it than between most."""
    lines = sorted({one.line for one in rows})
    if len(lines) <= _FEWEST:
        return False
    gaps = {after: after - line for line, after in pairwise(lines)}
    gaps[lines[0]] = gaps[lines[1]]
    return gaps[row.line] > median_low(gaps.values())
