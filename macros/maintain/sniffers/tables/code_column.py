"""Which column of a table can have the codes: a table, a column -> how likely it is.

A column of which too few cells look like codes has none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import code_headings, shapes
from macros.readers import LONGEST_CODE
from macros.readers.printed import codes_in_cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.maintain.document.seen_table import Seen

# Statuses of HTTP, which stand beside the codes.
_HTTP_WORDS = re.compile(r"http|status|상태|状态|狀態|ステータス", re.IGNORECASE)
_HTTP = re.compile(r"[1-5][0-9]{2}", re.ASCII)
# Codes that are words, of which not all have a sign in them: `crane_busy`, `unauthorized`.
_WORD = re.compile(r"[A-Za-z]+(?:[._-]?[A-Za-z0-9]+)*", re.ASCII)
LEAST = 0.6  # of the cells of the column must look like codes
LEAST_SAID = 0.25  # of those of a column that is called so: the others are refused one by one
_ENOUGH = 0.5
_FEWEST = 3  # rows of which one can tell that a column tells them apart
_OLD = 1.0
_LITTLE = 0.1
_PAIR = 2
_SENTENCE = 4  # words
_NAME_OF_ERROR = re.compile(r"[a-z]+(?:[_-][a-z0-9]+)+|[A-Z]+(?:_[A-Z0-9]+)+", re.ASCII)
_WORDS = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[._/-][A-Za-z0-9]+)*", re.ASCII)
_JOINT = re.compile(r"[._/-]|[a-z0-9][A-Z]", re.ASCII)
_INTEGER = re.compile(r"-?[0-9]+|0[xX][0-9A-Fa-f]+", re.ASCII)


def codes_like(text: str, *, words: bool = False) -> list[str]:
    """Return what could be the codes of a cell; a word alone too, where all codes are words."""
    found = codes_in_cell(text, shapes.ANY_CODE.pattern)
    return [text] if not found and words and _WORD.fullmatch(text) else found


def alike(cells: Sequence[str], codes: Sequence[str]) -> list[str]:
    """Return the cells that are made of the same signs as codes beside them, and as long as one.

    As HV00B beside 42601 and XX002, which alone looks like no code.
    """
    lengths, kinds = {len(code) for code in codes}, {_sign(sign) for code in codes for sign in code}
    return [
        text
        for text in cells
        if len(text) in lengths and has_digit(text) and text.isascii() and text[0].isalnum()
        if {_sign(sign) for sign in text} <= kinds and text not in codes
    ]


def _sign(sign: str) -> str:
    """Return what stands for all signs of one kind: digits, capitals, small letters."""
    return "0" if sign.isdigit() else "A" if sign.isupper() else "a" if sign.islower() else sign


def are_words(cells: Sequence[str]) -> bool:
    """Tell whether all cells of a column, if there are any, have a word alone."""
    filled = [text for text in cells if text]
    return bool(filled) and all(map(_WORD.fullmatch, filled))


def has_digit(text: str) -> bool:
    """Tell whether a text has a digit in it."""
    return any(sign.isdigit() for sign in text)


def unlike(table: Seen) -> int | None:
    """Return the column that can have the codes though its cells or its heading do not say so.

    It is headed "code" and has other things than codes known here, of which each row has one of its
    own, without a space in it, and most have a digit, `10-dash`, or all are words that are joined,
    `Dock.Busy`. Or it is headed as names of errors are, or not at all, and has such words:
    `invalid_json` below "Type".
    """
    for index, heading in enumerate(table.headings):
        cells = table.column(index)
        whole = len(cells) >= _FEWEST and len(set(cells)) == len(cells)
        short = whole and all(0 < len(text) <= LONGEST_CODE and " " not in text for text in cells)
        digits = sum(map(has_digit, cells)) > len(cells) / 2
        joined = whole and all(map(_is_joined, cells)) and _has_sentences(table)
        if table.heading_row and code_headings.is_code(heading) and short and (digits or joined):
            return index
        names = whole and all(map(_NAME_OF_ERROR.fullmatch, cells)) and _has_sentences(table)
        if names and (not table.heading_row or code_headings.may_name(heading)):
            return index
    return None


def _is_joined(text: str) -> bool:
    """Tell whether a text is made of several words, with signs or capitals between."""
    return bool(_WORDS.fullmatch(text) and _JOINT.search(text))


def _has_sentences(table: Seen) -> bool:
    """Tell whether a column has more than a few words in most of its cells."""
    columns = [table.column(index) for index in range(len(table.headings))]
    return any(
        2 * sum(len(text.split()) >= _SENTENCE for text in cells) > len(cells) for cells in columns
    )


def score(table: Seen, index: int) -> float:
    """Return how likely a column has the codes; 0 where it has none."""
    cells = [text for text in table.column(index) if text]
    if not cells:
        return 0.0
    like = [text for text in cells if codes_like(text)]
    hinted = code_headings.hints(table.headings[index]) and table.heading_row
    if table.heading_row and code_headings.denies(table.headings[index]):
        return 0.0
    said_so = table.heading_row and code_headings.is_code(table.headings[index])
    enough = said_so and len([text for text in like if has_digit(text)]) >= _FEWEST
    least = LEAST_SAID if enough else LEAST
    if len(like) < least * len(cells) or not (hinted or any(map(has_digit, like))):
        return 0.0
    # Codes differ from row to row; HTTP statuses, versions and lengths come again and again.
    different = len(set(cells)) / len(cells)
    filled = len(cells) / max(len(table.column(index)), 1)
    if is_http(table, index):
        different = 0.0  # however few errors of one status there are
    # Where two columns have codes, the API answers with those that are not called old.
    old = _OLD if table.heading_row and code_headings.is_old(table.headings[index]) else 0.0
    # "Code" says more than "Id", below which rows may be numbered.
    named = table.heading_row and code_headings.names(table.headings[index])
    # And "Error codes" more than "Error", below which names may stand.
    outright = said_so and any(map(has_digit, cells)) and not all(map(_HTTP.fullmatch, cells))
    said = _ENOUGH * hinted + _LITTLE * (named + bool(outright))
    return max(len(like) / len(cells) + different + filled + said - old, _LITTLE)


def instead_of_count(table: Seen, code: int) -> int | None:
    """Return the column that has the codes where another one only counts the rows: 1, 2, 3.

    Each of its cells looks like a code and is a word, so that no number speaks for it.
    """
    cells = table.column(code)
    counted = cells == [str(place) for place in range(1, len(cells) + 1)]
    if not table.heading_row or not counted or not code_headings.counts(table.headings[code]):
        return None
    return next(
        (
            index
            for index in range(len(table.headings))
            if index != code
            and len(set(table.column(index))) == len(cells) >= _FEWEST
            and all(map(codes_like, table.column(index)))
        ),
        None,
    )


def is_http(table: Seen, index: int) -> bool:
    """Tell whether a column has statuses of HTTP."""
    cells = [text for text in table.column(index) if text]
    return bool(_HTTP_WORDS.search(table.headings[index])) and all(map(_HTTP.fullmatch, cells))


def is_named(table: Seen, index: int) -> bool:
    """Tell whether a column is headed as codes are, and has different words for codes."""
    cells = [text for text in table.column(index) if text]
    hinted = code_headings.hints(table.headings[index]) and table.heading_row
    return hinted and are_words(cells) and len(set(cells)) == len(cells) == len(table.column(index))


def rivals(table: Seen, code: int) -> tuple[int, ...]:
    """Return the columns that are headed as that of the codes is, and tell rows apart as well."""
    able = [index for index in range(len(table.headings)) if _can_be_codes(table, index)]
    others = tuple(index for index in able if index != code) if code in able else ()
    return others or _passed_over(table, code) or _called_so(table, code)


def _called_so(table: Seen, code: int) -> tuple[int, ...]:
    """Return the columns that are headed "code" beside the chosen one, and have codes or names.

    Each row has one of its own; or the heading says so outright where that of the chosen one says
    which of several it is: `validation_error` below "Error code", 1021119 below "Additional code".
    """
    heading = table.headings[code]
    if not table.heading_row or code_headings.is_part(heading):
        return ()
    plain = code_headings.is_code(heading) and not code_headings.is_plain(heading)
    return tuple(
        index
        for index, other in enumerate(table.headings)
        if index != code and code_headings.is_code(other) and not code_headings.is_part(other)
        if _are_codes(cells := table.column(index), table.column(code))
        if len(set(cells)) == len(cells) or (plain and code_headings.is_plain(other))
        if _has_texts(table, {code, index})
    )


def _has_texts(table: Seen, without: set[int]) -> bool:
    """Tell whether further columns have more than statuses of HTTP: one can have the messages."""
    others = (index for index in range(len(table.headings)) if index not in without)
    return any(not is_http(table, index) and any(table.column(index)) for index in others)


def _are_codes(cells: Sequence[str], beside: Sequence[str]) -> bool:
    """Tell whether all cells have codes or names, of several kinds, and not those beside them."""
    several = len(set(cells)) > 1 and list(cells) != list(beside)
    return several and all(_NAME_OF_ERROR.fullmatch(one) or codes_like(one) for one in cells)


def _passed_over(table: Seen, code: int) -> tuple[int, ...]:
    """Return the columns that are headed "code" beside the chosen one, if that is not.

    As where `1,001` is printed, or words, and the status of HTTP beside it looks like a code; or
    where the chosen ones are words, and numbers stand beside them. Of two columns the other one has
    the message.
    """
    if (
        len(table.headings) == _PAIR
        or not table.heading_row
        or code_headings.is_code(table.headings[code])
    ):
        return ()
    words = not any(map(has_digit, table.column(code)))
    return tuple(
        index
        for index, heading in enumerate(table.headings)
        if index != code
        and not _are_phrases(table, index)
        and (code_headings.is_code(heading) or (words and _are_numbers(table, index)))
        if len(set(filter(None, table.column(index)))) > 1
    )


def _are_phrases(table: Seen, index: int) -> bool:
    """Tell whether a column has what codes are called, or say: "Code name", with texts of words."""
    cells = [text for text in table.column(index) if text]
    spaced = sum(" " in text and not has_digit(text) for text in cells)
    return code_headings.is_of_codes(table.headings[index]) and 2 * spaced > len(cells)


def _are_numbers(table: Seen, index: int) -> bool:
    """Tell whether each row has a number of its own, below a heading for such; no count of rows."""
    heading = table.headings[index]
    if not code_headings.hints(heading) or code_headings.is_old(heading) or is_http(table, index):
        return False
    numbers = [text.replace(",", "") for text in table.column(index) if text]
    different = len(set(numbers)) == len(numbers) >= _FEWEST
    counted = numbers == [str(place) for place in range(1, len(numbers) + 1)]
    return different and not counted and all(map(_INTEGER.fullmatch, numbers))


def _can_be_codes(table: Seen, index: int) -> bool:
    heading, cells = table.headings[index], table.column(index)
    if not table.heading_row or not code_headings.names(heading) or code_headings.is_old(heading):
        return False
    listed = [code for text in cells for code in codes_like(text) if has_digit(code)]
    return (
        len(set(listed)) >= len(cells) and all(map(codes_like, cells)) and not is_http(table, index)
    )
