"""Single rows that are perhaps no codes: rows -> those that differ from all others, and why.

They are constants called as settings are, rows that a column calls otherwise than an error, the
name or address of a firm, and years.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import other_numbers
from macros.readers.advice import shown
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from macros.readers.rows import Row

Found = tuple[list["Row"], str]

_FEWEST = 3  # rows of which one can tell what they have in common
_FEWEST_OF_ORDER = 2  # rows that ascend
_MOST = 0.6  # of the names are marked as those of errors
_NEAR = 10  # between two codes of one list
_HEXADECIMAL = re.compile(r"-?0[xX][0-9A-Fa-f]+", re.ASCII)
_KEY = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_NUMBERED = re.compile(r"([A-Za-z]+)[._-][0-9]+", re.ASCII)
# A word, as of a kind; or words of source code, with the name of a table among them.
_ERRORS = re.compile(r"(?:[\w.]+ )*\w*errors?\w*(?: \w+)*", re.IGNORECASE)
# A number alone, or with its unit, as the value of a setting is.
_VALUE = re.compile(
    r"[-+]?[0-9][0-9.,_]*\s?(?:%|[a-zA-Z\xb5]{1,2}|sec|min|msec)?(?: \([^()]*\))?|true|false",
    re.ASCII,
)
# An address or the name of a host alone, as no message is.
_ADDRESS = re.compile(
    r"\w+://\S+|(?:[a-z0-9-]+\.)+[a-z]{2,}(?::[0-9]+)?|[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?::[0-9]+)?",
    re.ASCII,
)
_OF_DATA = frozenset({"json", "yaml"})
_NONE = frozenset({"ok", "success", "none", "unknown"})


def found(rows: Sequence[Row], format_: str) -> Iterator[Found]:
    """Yield rows that are perhaps no codes, those of one kind together, and what is said of them.

    Args:
        rows: those of a document.
        format_: its format.
    """
    if format_ == "pattern":
        yield from _of_names(rows)
        yield from _of_keys(rows)
    elif format_ in _OF_DATA:
        yield from _of_names(rows, marks=False)
        yield from _of_numbers_named(rows)
    is_page = format_ not in {"pattern", *_OF_DATA}
    yield from (numbers := list(_of_numbers(rows) if is_page else _of_values(rows)))
    silent = [row for row in rows if not any(map(str.isalpha, row.message))]
    if is_page and 0 < len(silent) < len(rows) and not numbers:
        yield silent, f"{'have' if silent[1:] else 'has'} no word for a text"
    addresses = [row for row in rows if _ADDRESS.fullmatch(row.message)]
    if 0 < 2 * len(addresses) < len(rows):
        yield addresses, f"{'have' if addresses[1:] else 'has'} nothing but an address for a text"
    yield from _of_texts(rows)
    yield from _of_kinds(rows)
    if strange := _years(rows):
        look = "look like years, and stand" if strange[1:] else "looks like a year, and stands"
        yield strange, f"{look} out of the order of the codes"


class _Constant(NamedTuple):
    """A row, the name of its constant, and whether its text speaks of a failure."""

    row: Row
    name: str
    fails: bool


def _of_names(rows: Sequence[Row], *, marks: bool = True) -> Iterator[Found]:
    """Yield constants that are not called as those of errors are.

    Args:
        rows: the rows.
        marks: whether names without a mark of an error are strange among those with one; in data
            they may be no names of constants.
    """
    constants = [
        _Constant(row, name, other_numbers.tells_failure(row.message))
        for row in rows
        if (name := _name(row))
    ]
    marked = [one for one in constants if marks and other_numbers.is_marked(one.name)]
    if len(constants) < len(rows):
        return
    if len(marked) >= max(_FEWEST, _MOST * len(rows)):
        strange = [one for one in constants if not (one.fails or _is_fine(one))]
        how = f', not as "{shown(marked[0].name)}" and others are'
    else:
        strange = _settings(constants)
        how = _as_settings(strange)
        if not strange and marks and (pair := _of_other_prefix(constants)):
            odd, usual = pair
            strange, how = [odd], f', not as "{shown(usual.name)}" and all others are'
    amounts = [one for one in constants if one not in strange and _is_amount(one)]
    if strange:
        strange += [one for one in amounts if not _is_fine(one)]
        strange.sort(key=constants.index)
        amounts = [one for one in amounts if one not in strange]
        yield [one.row for one in strange], _called(strange, how)
    if 0 < 2 * len(amounts) < len(rows):
        say = "say" if amounts[1:] else "says"
        yield [one.row for one in amounts], f"{_called(amounts, '')}, and {say} an amount"


def _is_amount(one: _Constant) -> bool:
    """Tell whether the text of a constant says in which unit it is, or what it counts."""
    text = one.row.message
    return other_numbers.tells_unit(one.name, text) or other_numbers.tells_amount(one.name, text)


def _of_numbers(rows: Sequence[Row]) -> Iterator[Found]:
    """Yield the rows of a table or a text that have a setting: by its value, or by its name."""
    bare = [row for row in rows if _VALUE.fullmatch(row.message)]
    if bare:
        have = "have" if bare[1:] else "has"
        yield bare, f"{have} nothing but a number for a text, as a setting has"
    named = [
        _Constant(row, row.named["name"], other_numbers.tells_failure(row.message))
        for row in rows
        if row not in bare and "name" in row.named
    ]
    if strange := _settings(named):
        yield [one.row for one in strange], _called(strange, _as_settings(strange))


def _as_settings(constants: Sequence[_Constant]) -> str:
    return ", as settings are" if constants[1:] else ", as a setting is"


def _called(constants: Sequence[_Constant], how: str) -> str:
    """Say what some constants are called, and how others are."""
    called = series([f'"{shown(one.name)}"' for one in constants])
    return f"{'are' if constants[1:] else 'is'} called {called}{how}"


def _name(row: Row) -> str:
    """Return what a row is called: by its constant, or by the key of a number in data."""
    key = row.message if _KEY.fullmatch(row.message) else ""
    return row.columns.get("name") or row.named.get("name") or key


def _of_keys(rows: Sequence[Row]) -> Iterator[Found]:
    """Yield the numbers of keys that begin with what has numbers of its own: `port.8080`."""
    begins = [key[1] if (key := _NUMBERED.fullmatch(row.code)) else "" for row in rows]
    strange = [
        row
        for row, word in zip(rows, begins, strict=True)
        if word and other_numbers.says_others(word) and not other_numbers.tells_failure(row.message)
    ]
    if strange and len(rows) - len(strange) >= max(_FEWEST, len(strange)):
        yield strange, f"{'begin' if strange[1:] else 'begins'} with a word for other numbers"


def _of_values(rows: Sequence[Row]) -> Iterator[Found]:
    """Yield rows whose text is nothing but a number, as that of a setting is."""
    strange = [row for row in rows if _VALUE.fullmatch(row.message)]
    spoken = [row for row in rows if " " in row.message]
    if strange and len(spoken) >= max(_FEWEST, _MOST * len(rows)):
        have = "have texts that are" if strange[1:] else "has a text that is"
        yield strange, f"{have} nothing but a number, as that of a setting is"


def _of_numbers_named(rows: Sequence[Row]) -> Iterator[Found]:
    """Yield rows called as settings are, where numbers are the texts of all: `dock.port: 8080`."""
    if not all(row.message.lstrip("-").isdecimal() for row in rows):
        return
    constants = [_Constant(replace(row, code=row.message), row.code, fails=False) for row in rows]
    if strange := _settings(constants):
        places = map(constants.index, strange)
        yield [rows[place] for place in places], _called(strange, _as_settings(strange))


def _is_fine(one: _Constant) -> bool:
    """Tell whether a constant is called as those of errors are, or stands for a success."""
    return other_numbers.is_marked(one.name) or _is_success(one)


def _is_success(one: _Constant) -> bool:
    return one.name.lower() in _NONE or one.row.code == "0"


def _of_other_prefix(constants: Sequence[_Constant]) -> tuple[_Constant, _Constant] | None:
    """Return the one constant that begins with another word than all others, and one of these."""
    begins = Counter(_first_word(one) for one in constants).most_common()
    if len(begins) != 2 or begins[0][1] <= _FEWEST or begins[1][1] > 1:  # noqa: PLR2004 - one, others
        return None
    odd = next(one for one in constants if _first_word(one) == begins[1][0])
    usual = next(one for one in constants if one is not odd)
    words = _first_word(odd) and _first_word(usual)
    return (odd, usual) if words and not (odd.fails or _is_fine(odd)) else None


def _first_word(one: _Constant) -> str:
    """Return what the name of a constant has before its first underscore, if it has one."""
    return one.name.partition("_")[0] if "_" in one.name.strip("_") else ""


def _settings(constants: Sequence[_Constant]) -> list[_Constant]:
    """Return constants that are called as settings, or as states and kinds, and stand apart.

    A setting's number is not next to a code, or its name lacks what most others begin with; and a
    state's number has another length than all codes.
    """
    spoken = {
        place: other_numbers.is_setting(one.name)
        for place, one in enumerate(constants)
        if not one.fails
        and (other_numbers.is_setting(one.name) or other_numbers.is_of_others(one.name))
    }
    others = [one.row for place, one in enumerate(constants) if place not in spoken]
    numbers = {_number(row) for row in others}
    lengths = {len(row.code) for row in others}
    usual = _usual_words([one for place, one in enumerate(constants) if place not in spoken])
    return [
        one
        for place, one in enumerate(constants)
        if others and place in spoken
        if (
            not _is_near(one.row, numbers) or _lacks(one, usual)
            if spoken[place]
            else len(one.row.code) not in lengths
        )
    ]


def _usual_words(constants: Sequence[_Constant]) -> list[str]:
    """Return the words that the names of some constants begin with, all of them: `kx`, `e`."""
    names = [other_numbers.words(one.name) for one in constants if not _is_success(one)]
    alike = (len(set(column)) == 1 for column in zip(*names, strict=False))
    number = sum(1 for _ in itertools.takewhile(bool, alike)) if len(names) >= _FEWEST else 0
    return names[0][:number] if number else []


def _lacks(one: _Constant, usual: Sequence[str]) -> bool:
    """Tell whether the name of a constant does not begin as others do."""
    return bool(usual) and other_numbers.words(one.name)[: len(usual)] != usual


def _is_near(row: Row, numbers: Container[int | None]) -> bool:
    """Tell whether the number of a row is next to another one, as codes of one list are."""
    number = _number(row)
    if number is None:
        return False
    return any(number + by in numbers or number - by in numbers for by in range(1, _NEAR + 1))


def _number(row: Row) -> int | None:
    if _HEXADECIMAL.fullmatch(row.code):
        return int(row.code, 16)
    return int(row.code) if row.code.lstrip("-").isdecimal() else None


def _of_texts(rows: Sequence[Row]) -> Iterator[Found]:
    """Yield rows with what stands at the end of a page."""
    if strange := [row for row in rows if other_numbers.is_imprint(row.message)]:
        have = "have texts" if strange[1:] else "has a text"
        yield strange, f"{have} like the name or address of a firm"


def _of_kinds(rows: Sequence[Row]) -> Iterator[Found]:
    """Yield rows of which a column says another kind than that of errors, which most have."""
    for heading in dict.fromkeys(name for row in rows for name in row.columns):
        kinds = [row.columns.get(heading, "").strip() for row in rows]
        usual, times = Counter(kinds).most_common(1)[0]
        if times < max(_FEWEST, _MOST * len(rows)) or not _ERRORS.fullmatch(usual):
            continue
        pairs = zip(rows, kinds, strict=True)
        strange = [row for row, kind in pairs if not other_numbers.is_kind_of_error(kind)]
        if strange:
            kind = shown(strange[0].columns[heading])
            have = "have" if strange[1:] else "has"
            yield strange, f'{have} "{kind}" in "{shown(heading)}", not "{shown(usual)}" as others'


def _years(rows: Sequence[Row]) -> list[Row]:
    """Return the years among codes that ascend but for them."""
    years = [row for row in rows if other_numbers.is_year(row.code)]
    others = [row for row in rows if not other_numbers.is_year(row.code)]
    if not years or len(others) < max(_FEWEST_OF_ORDER, len(years)):
        return []
    numbers, all_numbers = [_number(row) for row in others], [_number(row) for row in rows]
    if len({row.section for row in rows}) > 1 or None in all_numbers:
        return []
    ascends = numbers == sorted(numbers, key=lambda one: one or 0)
    return years if ascends and all_numbers != sorted(all_numbers, key=lambda one: one or 0) else []
