"""Columns that a line of headings names, and that are read as a code and its text: -> doubts.

In a copy of a page, one blank stands between columns. Where all but one of them are a single word,
such as a status, a level or the number of the row, their places tell them apart. A person is asked,
with the entry that has a group for each; which of them are of several words nobody can tell.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import (
    code_headings,
    column_names,
    meanings,
    other_numbers,
    reading,
    shapes,
)
from macros.maintain.document.doubt import Doubt, becomes
from macros.maintain.doubts.messages import columns_between
from macros.maintain.sniffers.sniffed import LEAST, tried
from macros.readers.advice import shown
from macros.readers.ledger import Account
from macros.readers.text_columns import SEVERAL
from macros.texts import one_line, series

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document

FORMATS = frozenset({"text_lines", "pattern"})
_FEW = 0.5  # of as many as the lines are the words of a column that comes again
_LEVEL = re.compile(
    r"error|warn(?:ing)?|info|notice|debug|fatal|critical|severe|major|minor|high|medium|low"
    r"|yes|no|true|false",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"-?[0-9]+", re.ASCII)
_SIGNS = frozenset("-–—:=|")  # noqa: RUF001 - that stand between code and text
_LEADING = ("....", ". .", "……")  # to the number of a page
_STATUS = "[1-5][0-9]{2}"
# What columns are called that have no headings.
_ROW, _CODE, _TEXT, _LAST, _PAGE = "number of the row", "code", "text", "HTTP status", "number"
_TAKEN = frozenset({"code", "message", "http"})  # groups


class ToldApart(NamedTuple):
    """The doubt about lines.

    Attributes:
        doubt: it.
        is_between: whether their columns are a code, one word and a text.
        is_named: whether a line of headings says what all of them are.
    """

    doubt: Doubt
    is_between: bool
    is_named: bool


class _Way(NamedTuple):
    """What the columns of lines are.

    Attributes:
        columns: what they are called, in their order.
        code: the place of the code.
        head: the line of headings that says so, if one does.
        text: the place of the one that can have several words.
        words: what stands in each line, by these places.
    """

    columns: Sequence[str]
    code: int
    head: column_names.Heading | None
    text: int
    words: Sequence[Sequence[str]]


# What columns are called, the place of the code, and the line that says so.
_Called = tuple[list[str], int, column_names.Heading | None]


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about lines whose columns are told apart by their places, if there is one.

    A column between code and text alone has a doubt of its own.
    """
    lines = document.text.split("\n")
    tabs = {lines[number - 1].strip().count("\t") for number in {row.line for row in result.rows}}
    if len(tabs) > 1 < max(tabs):
        return  # cells, of which some rows lack one or have one too many
    own, between = told_apart(document, result), list(columns_between.doubts(document, result))
    if own and not (own.is_between and any(one.change for one in between)):
        yield own.doubt
    else:
        yield from between


def told_apart(document: Document, result: Reading) -> ToldApart | None:
    """Return what is asked of lines whose columns are told apart by their places; None if none."""
    rows = [row for row in result.rows if row.ends is None and row.file == document.file]
    options = result.options
    code_sets = {row.code_set for row in rows}
    if any(one.what == SEVERAL for one in result.problems):
        return None  # wider gaps tell the columns apart
    if len(rows) < LEAST or len(rows) < len(result.rows) or len(code_sets) > 1:
        return None
    if len({row.line for row in rows}) < len(rows):
        return None  # a page whose tables stand on one line
    lines = document.text.split("\n")
    words = [one_line(lines[row.line - 1]).split() for row in rows]
    pairs = list(zip(words, rows, strict=True))
    able: Iterable[_Called] = ()
    if options["format"] in FORMATS and not {"columns", "one_column", "before"} & set(options):
        # Else a text goes on below its line.
        whole = all(" ".join(one).endswith(row.message) for one, row in pairs)
        able = _columns(column_names.heading(document, result)) if whole else ()
    elif options["format"] == "csv" and all(one[-1] == row.code for one, row in pairs):
        able = [([_CODE, _TEXT, _PAGE], 0, None)]
    way = next((way for called in able if (way := _way(*called, words))), None)
    if not way or len(way.columns) <= len(_groups(options)):
        return None
    read = tried(document, _options(code_sets.pop(), way))
    if not read or len(read.rows) < len(rows) or not _keeps(result, read):
        return None
    is_between = (len(way.columns), way.code, way.text) == (3, 0, 2)
    line = way.head.line if way.head else rows[0].line
    doubt = _doubt(document.file, line, way, dict(read.options))
    return ToldApart(doubt, is_between, is_named=bool(way.head))


def _columns(head: column_names.Heading | None) -> Iterator[_Called]:
    """Yield what columns can be called, the place of the code among them, and who says so."""
    if head:
        before, code, behind = head.names
        if before:
            yield [*before, code, *behind], len(before), head
            yield [" ".join(before), code, *behind], 1, head
        yield [" ".join((*before, code)), *behind], 0, head
    else:
        yield [_ROW, _CODE, _TEXT], 1, None
    yield [_CODE, _TEXT, _LAST], 0, None


def _way(
    columns: Sequence[str],
    code: int,
    head: column_names.Heading | None,
    lines: Sequence[Sequence[str]],
) -> _Way | None:
    """Return which of the columns has several words, if that can be one alone."""
    if min(map(len, lines)) < len(columns) or len(columns) <= 2:  # noqa: PLR2004 - code and text
        return None
    found = []
    named = [place for place, name in enumerate(columns) if meanings.is_message(name)]
    for text in named if len(named) == 1 else range(len(columns)):
        after = len(columns) - text - 1
        cut = [
            [
                *words[:text],
                " ".join(words[text : len(words) - after]),
                *words[len(words) - after :],
            ]
            for words in lines
        ]
        by_place = list(zip(*cut, strict=True))
        counts = code == 1 and code_headings.counts(columns[0]) and _ascend(by_place[0])
        roles = {code: "word" if counts else "code", text: "text"}
        if text != code and all(
            _fits(name, cells, roles.get(place, ""))
            for place, (name, cells) in enumerate(zip(columns, by_place, strict=True))
        ):
            found.append(_Way(columns, code, head, text, cut))
    return found[0] if len(found) == 1 else None


def _fits(name: str, cells: Sequence[str], role: str) -> bool:
    """Tell whether what stands in a column can be what that is called."""
    if role in {"code", "word"}:
        able = all(shapes.looks_like_a_code(cell) and re.search("[0-9_]", cell) for cell in cells)
        is_word = role == "word" and all(map(str.isidentifier, cells))
        return (able or is_word) and 2 * len(set(cells)) > len(cells)
    if role == "text":
        words = sum(
            cell[0] not in _SIGNS and " " in cell and not cell.endswith(_LEADING) for cell in cells
        )
        is_none = code_headings.counts(name) or column_names.is_http(name) or name == _ROW
        return 2 * words > len(cells) and not is_none
    if not all(map(column_names.has_words, cells)):
        return False  # a sign between code and text
    if column_names.is_http(name) or name == _ROW:
        return _ascend(cells) if name == _ROW else all(map(other_numbers.is_status, cells))
    forms: tuple[Callable[[str], object], ...] = (_NUMBER.fullmatch, _LEVEL.fullmatch, _is_name)
    return len(set(cells)) <= _FEW * len(cells) or any(all(map(form, cells)) for form in forms)


def _is_name(cell: str) -> bool:
    """Tell whether a word has the form of a name: DOCK_BUSY, DockBusy, BUSY."""
    is_joined = shapes.looks_like_a_code(cell) and not cell.islower()
    return is_joined or (cell.isupper() and cell.isalnum())


def _ascend(cells: Sequence[str]) -> bool:
    """Tell whether words are the numbers of rows."""
    numbers = [int(cell) for cell in cells if cell.isascii() and cell.isdecimal()]
    return (
        len(numbers) == len(cells)
        and numbers[0] <= 1
        and all(b == a + 1 for a, b in pairwise(numbers))
    )


def _options(code_set: str, way: _Way) -> Options:
    """Return the options with a group for each column."""
    cells = list(zip(*way.words, strict=True))
    named: dict[str, str] = {}
    groups = []
    for place, name in enumerate(way.columns):
        if place == way.code:
            groups.append(f"(?P<code>{shapes.pattern(cells[place])})")
        elif place == way.text:
            groups.append(r"(?P<message>\S.*)")
        elif "http" not in named and all(map(other_numbers.is_status, cells[place])):
            named["http"] = "http"
            groups.append(f"(?P<http>{_STATUS})")
        else:
            used = {*_TAKEN, *(re.findall(r"<(\w+)>", "".join(groups)))}
            groups.append(f"(?P<{_group(name, place, used)}>{_form(cells[place])})")
    kept = {"format": "pattern", "code_set": code_set, "every_line": "true"}
    kept |= {"pattern": shapes.pattern(cells[way.code]), "entry": r"[ \t]+".join(groups)}
    return kept | ({"named": named} if named else {})


def _form(cells: Sequence[str]) -> str:
    """Return the expression for the words of a column; a line with another one is refused then."""
    if all(map(_NUMBER.fullmatch, cells)):
        return _NUMBER.pattern
    if all(map(_LEVEL.fullmatch, cells)) or len(set(cells)) <= _FEW * len(cells):
        return "|".join(reading.escaped(cell) for cell in sorted(set(cells)))
    return r"\S+"


def _group(name: str, place: int, used: Container[str]) -> str:
    """Return what the group of a column is called; names in other letters cannot be one."""
    word = re.sub(r"\W+", "_", name).strip("_").lower()
    is_able = re.fullmatch("[a-z][a-z0-9_]*", word, re.ASCII) and word not in used
    return word if is_able else f"column_{place + 1}"


def _groups(options: Options) -> list[str]:
    """Return the groups that lines are read with already."""
    return re.findall(r"\(\?P<(\w+)>", options.get("entry", "(?P<code>)(?P<message>)"))


def _keeps(before: Reading, after: Reading) -> bool:
    """Tell whether each line of a row is still one."""
    rows = {row.line for row in before.rows}
    taken = {line for line, account in before.accounts.items() if account == Account.ROW}
    return all(after.accounts.get(line) == Account.ROW for line in rows | taken)


def _doubt(file: str, line: int, way: _Way, options: Options) -> Doubt:
    first, others = way.words[0], len(way.words) - 1
    printed = shown(" ".join(first))
    if way.head:
        what = (
            f'"{shown(way.head.text)}" seems to name {len(way.columns)} columns, and "{printed}"'
            " below it is read as a code and its text."
        )
    elif way.code:
        what = (
            f'"{printed}" seems to begin with the number of its row, with the code'
            f' "{shown(first[way.code])}" behind it, as {others} more lines have.'
        )
    else:
        last = "a status" if way.columns[-1] == _LAST else "a number that is no code"
        what = f'"{printed}" seems to end with {last}, as {others} more lines do.'
    parts = [
        f'the code "{shown(cell)}"'
        if place == way.code
        else f'the message "{shown(cell)}"'
        if place == way.text
        else f'"{shown(cell)}" as "{shown(way.columns[place])}"'
        for place, cell in enumerate(first)
    ]
    do = (
        f"If so, add --as-meant {line}, which reads {series(parts)}; if not, save the reader below"
        " to a file, and add --reader FILE."
    )
    return Doubt(file, line, what, do, change=becomes(options))
