"""Which column of a table is what: a table's cells -> the columns of code, message and success.

Each choice comes with a reason for people. A table in which no column looks like codes is none of
codes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from macros.maintain import code_headings, meanings, shapes
from macros.readers.printed import code_and_rest, codes_in_cell
from macros.sources.reader_options.table import distinct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.readers.cells import TableRow
    from macros.sources.reader_options.table import Name

# Words of headings, in the languages of the documents that providers publish.
_MESSAGE_WORDS = re.compile(
    r"message|msg|meaning|descri|signif|text|reason|explan|cause|detail|메시지|설명|의미|내용"
    r"|说明|描述|含义|信息|原因|說明|訊息|説明|内容|意味|メッセージ"
    r"|meldung|beschreibung|bedeutung|mensaje|mensagem|significa|motivo|сообщение|описание"
    r"|значение|الوصف|رسالة",
    re.IGNORECASE,
)
_PARAMETER_WORDS = re.compile(r"\bparam|参数|參數|パラメータ|매개변수|파라미터", re.IGNORECASE)
# What stands in the column of a parameter's type, and in none of errors.
_DATA_TYPE = re.compile(
    r"(?:string|str|text|int(?:eger)?|long|number|numeric|decimal|float|double|bool(?:ean)?|object"
    r"|array|list|map|date(?:time)?|timestamp|enum|uuid|url|字符串|整数|整型|文字列|数値|문자열|정수|숫자)\b.{0,30}",
    re.IGNORECASE,
)
_SUCCESS_WORDS = re.compile(r"success|succe|\bok\b|성공|成功", re.IGNORECASE)
_YES = frozenset({"true", "yes", "y", "success", "ok", "o", "성공", "成功", "是"})
# They answer any question, such as whether to try again; the heading must ask for a success.
_BARE_YES = frozenset({"true", "yes", "y", "o", "是"})
_NO = frozenset(
    {"false", "no", "n", "fail", "failure", "failed", "x", "error", "실패", "失败", "失敗", "否"}
)
# Statuses of HTTP, which stand beside the codes.
_HTTP_WORDS = re.compile(r"http|status|상태|状态|狀態|ステータス", re.IGNORECASE)
_HTTP = re.compile(r"[1-5][0-9]{2}", re.ASCII)
# Codes that are words, of which not all have a sign in them: `crane_busy`, `unauthorized`.
_WORD = re.compile(r"[A-Za-z]+(?:[._-]?[A-Za-z0-9]+)*", re.ASCII)
# A part of a code: a number or a short word.
_PART = re.compile(r"[A-Za-z0-9_.-]{1,16}", re.ASCII)
# What words behind a code begin with; a text that begins otherwise may be a part of it.
_OPENS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ(abcdefghijklmnopqrstuvwxyz[（")  # noqa: RUF001
_REPEATED = 0.25  # of the rows have a code that others have with another text
_LEAST = 0.6  # of the cells of the column must look like codes
_ENOUGH = 0.5
_OLD = 1.0
_LITTLE = 0.1


@dataclass(frozen=True)
class Seen:
    """One table of a document, as it stands there.

    Attributes:
        headings: the texts of its heading row.
        rows: the rows below, without those that have no text.
        line: where it begins.
        heading_row: whether it has a heading row; the headings are made up where it has none.
        sides: how many times the headings stand side by side.
    """

    headings: tuple[str, ...]
    rows: tuple[TableRow, ...]
    line: int
    heading_row: bool = True
    sides: int = 1

    @property
    def names(self) -> list[str]:
        """What its columns are called, each of them once."""
        return distinct(self.headings)

    def one_side(self) -> Seen:
        """Return the table, its parts one below the other where they stand side by side."""
        whole = [row for row in self.rows if len(row.cells) == len(self.headings)]
        for sides in range(2, len(self.headings) // 2 + 1):
            width = len(self.headings) // sides
            if self.headings == self.headings[:width] * sides and self.headings[0]:
                parts = [
                    replace(row, cells=row.cells[start : start + width])
                    for start in range(0, width * sides, width)
                    for row in whole
                    if any(row.texts[start : start + width])
                ]
                side = self.headings[:width]
                return replace(self, headings=side, rows=tuple(parts), sides=sides)
        return self

    def column(self, index: int) -> list[str]:
        """Return the texts of one column, without those of rows of another width and of titles."""
        return [row.texts[index] for row in self._whole]

    @cached_property
    def _whole(self) -> list[TableRow]:
        """The rows that have all columns, without titles between them and repeated headings."""
        headings = list(self.headings)
        return [
            row
            for row in self.rows
            if len(row.cells) == len(headings)
            and not (row.spans or row.heading)
            and row.texts != headings
            and any(row.texts[1:])
        ]


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table are.

    Attributes:
        code: the place of the column with the codes.
        message: of that with the messages.
        success: of that which tells success; None where there is none.
        success_value: what stands there for a success.
        why: why, in sentences.
        named: the places of other columns, by what their headings say that they are.
        rivals: the places of columns that could as well have the messages.
        codes: the places of columns that could as well have the codes.
    """

    code: int
    message: int
    success: int | None
    success_value: str
    why: tuple[str, ...]
    named: dict[Name, int] = field(default_factory=dict)
    rivals: tuple[int, ...] = ()
    codes: tuple[int, ...] = ()


def seen(grid: Sequence[TableRow]) -> Seen | None:
    """Return a table with its heading row apart; a title may stand above that."""
    filled = [row for row in grid if any(row.texts)]
    for place, row in enumerate(filled):
        if len([text for text in row.texts if text]) > 1:
            if any(shapes.looks_like_a_code(text) and _has_digit(text) for text in row.texts):
                made_up = tuple(f"Column {number}" for number in range(1, len(row.cells) + 1))
                return Seen(made_up, tuple(filled[place:]), row.line, heading_row=False)
            return Seen(tuple(row.texts), tuple(filled[place + 1 :]), row.line)
    return None


def without_words(table: Seen) -> tuple[Seen, str]:
    """Return a table without the words behind its codes, and what to call them; as it is if none.

    As where a column has `400 Bad Request`, `404 Not Found`.
    """
    width = len(table.headings)
    for index in range(width):
        cells = [text for text in table.column(index) if text]
        parted = [code_and_rest(text, shapes.ANY_CODE.pattern) for text in cells]
        words = [one for one in parted if one and _has_digit(one[0]) and one[1][0] in _OPENS]
        alone = [text for text in cells if codes_like(text)]
        if (
            table.heading_row
            and code_headings.hints(table.headings[index])
            and len(words) > len(alone)
            and len(words) + len(alone) >= _LEAST * len(cells)
        ):
            rows = tuple(
                _parted(row, index) if len(row.cells) == width else row for row in table.rows
            )
            name = next(one for one in ("Name", "Behind the code") if one not in table.names)
            return replace(table, rows=rows), name
    return table, ""


def _parted(row: TableRow, index: int) -> TableRow:
    """Return a row without the words behind the code in one of its cells."""
    found = code_and_rest(row.texts[index], shapes.ANY_CODE.pattern)
    if not found:
        return row
    cell = replace(row.cells[index], text=found[0])
    return replace(row, cells=(*row.cells[:index], cell, *row.cells[index + 1 :]))


def guess(table: Seen) -> Columns | None:
    """Return what the columns are; None where the table seems to list no codes."""
    columns = range(len(table.headings))
    if len(columns) < 2:  # noqa: PLR2004 - code, message
        return None
    scores = {index: _code_score(table, index) for index in columns}
    code = max(columns, key=lambda index: (scores[index], -index))
    if not scores[code]:
        return None
    if _is_http(table, code):
        named = [index for index in columns if _is_named(table, index)]
        code = named[0] if named else code
    success, value = _success(table, code)
    others = [index for index in columns if index not in {code, success}]
    if not others:
        return None
    likely = max(others, key=lambda index: (_message_score(table, index), -index))
    texts = [meanings.Text(table.names[index], table.column(index)) for index in others]
    meant = meanings.of_texts(texts, others.index(likely))
    message = others[meant.message]
    cells = [text for text in table.column(code) if text]
    like = sum(bool(codes_like(text)) for text in cells)
    counted = f"{like} of its {len(cells)} cells look like codes"
    why = [
        f'code is "{table.headings[code]}": {counted}, such as {", ".join(cells[:3])}',
        f'message is "{table.headings[message]}": {_message_reason(table, message, meant)}',
    ]
    kept = {name: others[place] for name, place in meant.named.items()}
    why += [f'"{table.headings[place]}" is kept as `{name}`' for name, place in kept.items()]
    if success is not None:
        heading = table.headings[success]
        why.append(f'success is "{heading}": it has nothing but yes and no; "{value}" is a success')
    rivals = tuple(others[place] for place in meant.rivals)
    return Columns(code, message, success, value, tuple(why), kept, rivals, _codes(table, code))


def says_codes(table: Seen, found: Columns) -> bool:
    """Tell whether the heading of the column with the codes says that they are codes."""
    return table.heading_row and code_headings.names(table.headings[found.code])


def is_of_parameters(table: Seen) -> bool:
    """Tell whether a table is one of parameters, and nothing in it looks like a code.

    Its headings say so, or a column has types of data. A parameter's name may look like a code that
    is a word.
    """
    spoken = any(map(code_headings.hints, table.headings)) or not table.heading_row
    cells = [text for row in table.rows for text in row.texts if text]
    numbers = any(_has_digit(one) for text in cells for one in codes_like(text))
    if spoken or numbers:
        return False
    columns = [table.column(index) for index in range(len(table.headings))]
    typed = any(cells and all(map(_DATA_TYPE.fullmatch, cells)) for cells in columns)
    return typed or any(map(_PARAMETER_WORDS.search, table.headings))


def partner(table: Seen, found: Columns) -> int | None:
    """Return a column without which the codes repeat, and with which each row has one of its own.

    As where a module has a number, and its errors have others: 10 and 01, 10 and 02, 20 and 01.
    """
    width = len(table.headings)
    rows = [
        row.texts
        for row in table.rows
        if len(row.cells) == width and codes_like(row.texts[found.code])
    ]
    said: dict[str, set[str]] = {}
    for texts in rows:
        said.setdefault(texts[found.code], set()).add(texts[found.message])
    repeated = sum(len(said[texts[found.code]]) > 1 for texts in rows)
    if repeated <= _REPEATED * len(rows):
        return None
    for index in range(width):
        if index in {found.code, found.message, found.success}:
            continue
        cells = [texts[index] for texts in rows]
        short = all(cells) and all(map(_PART.fullmatch, cells))
        pairs = {(texts[found.code], texts[index]) for texts in rows}
        if short and len(pairs) == len(rows):
            return index
    return None


def codes_like(text: str, *, words: bool = False) -> list[str]:
    """Return what could be the codes of a cell; a word alone too, where all codes are words."""
    found = codes_in_cell(text, shapes.ANY_CODE.pattern)
    return [text] if not found and words and _WORD.fullmatch(text) else found


def are_words(cells: Sequence[str]) -> bool:
    """Tell whether all cells of a column, if there are any, have a word alone."""
    filled = [text for text in cells if text]
    return bool(filled) and all(map(_WORD.fullmatch, filled))


def _is_http(table: Seen, index: int) -> bool:
    """Tell whether a column has statuses of HTTP."""
    cells = [text for text in table.column(index) if text]
    return bool(_HTTP_WORDS.search(table.headings[index])) and all(map(_HTTP.fullmatch, cells))


def _is_named(table: Seen, index: int) -> bool:
    """Tell whether a column is headed as codes are, and has different words for codes."""
    cells = [text for text in table.column(index) if text]
    hinted = code_headings.hints(table.headings[index]) and table.heading_row
    return hinted and are_words(cells) and len(set(cells)) == len(cells) == len(table.column(index))


def _codes(table: Seen, code: int) -> tuple[int, ...]:
    """Return the columns that are headed as that of the codes is, and tell rows apart as well."""
    able = [index for index in range(len(table.headings)) if _can_be_codes(table, index)]
    return tuple(index for index in able if index != code) if code in able else ()


def _can_be_codes(table: Seen, index: int) -> bool:
    heading, cells = table.headings[index], table.column(index)
    if not table.heading_row or not code_headings.names(heading) or code_headings.is_old(heading):
        return False
    listed = [code for text in cells for code in codes_like(text) if _has_digit(code)]
    return (
        len(set(listed)) >= len(cells)
        and all(map(codes_like, cells))
        and not _is_http(table, index)
    )


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _code_score(table: Seen, index: int) -> float:
    cells = [text for text in table.column(index) if text]
    if not cells:
        return 0.0
    like = [text for text in cells if codes_like(text)]
    hinted = code_headings.hints(table.headings[index]) and table.heading_row
    if table.heading_row and code_headings.denies(table.headings[index]):
        return 0.0
    if len(like) < _LEAST * len(cells) or not (hinted or any(map(_has_digit, like))):
        return 0.0
    # Codes differ from row to row; HTTP statuses, versions and lengths come again and again.
    different = len(set(cells)) / len(cells)
    filled = len(cells) / max(len(table.column(index)), 1)
    if _is_http(table, index):
        different = 0.0  # however few errors of one status there are
    # Where two columns have codes, the API answers with those that are not called old.
    old = _OLD if table.heading_row and code_headings.is_old(table.headings[index]) else 0.0
    # "Code" says more than "Id", below which rows may be numbered.
    named = table.heading_row and code_headings.names(table.headings[index])
    said = _ENOUGH * hinted + _LITTLE * named
    return max(len(like) / len(cells) + different + filled + said - old, _LITTLE)


def _message_score(table: Seen, index: int) -> float:
    cells = table.column(index)
    words = sum(len(text.split()) or 0 for text in cells) / max(len(cells), 1)
    signs = sum(map(len, cells)) / max(len(cells), 1)
    filled = sum(map(bool, cells)) / max(len(cells), 1)
    hinted = bool(_MESSAGE_WORDS.search(table.headings[index]))
    return 3 * filled + hinted + min(words / 4, 1) + min(signs / 40, 1)


def _message_reason(table: Seen, index: int, meant: meanings.Meant) -> str:
    hint = "its heading says so, and " if _MESSAGE_WORDS.search(table.headings[index]) else ""
    return f"{'' if meant.rivals else hint}{meant.why}"


def _success(table: Seen, code: int) -> tuple[int | None, str]:
    for index, heading in enumerate(table.headings):
        cells = {text for text in table.column(index) if text}
        yes = [text for text in cells if text.lower() in _YES]
        no = [text for text in cells if text.lower() in _NO]
        tells = len(yes) == 1 and len(yes) + len(no) == len(cells)
        says_so = bool(no) and tells and yes[0].lower() not in _BARE_YES
        if index != code and tells and (says_so or _SUCCESS_WORDS.search(heading)):
            return index, yes[0]
    return None, ""
