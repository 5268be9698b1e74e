"""Which column of a table is what: a table's cells -> the columns of code, message and success.

Each choice comes with a reason for people. A table in which no column looks like codes is none of
codes.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.maintain.document import code_headings, meanings, other_numbers, phrases
from macros.maintain.sniffers.tables import code_column, rival_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.maintain.document.seen_table import Seen
    from macros.sources.reader_options.table import Name


# Words of headings, in the languages of the documents that providers publish.
_TEXT = re.compile(
    r"message|msg|meaning|descri|signif|text|reason|explan|cause|detail|메시지|설명|의미|내용"
    r"|说明|描述|含义|信息|原因|說明|訊息|説明|内容|意味|メッセージ"
    r"|meldung|beschreibung|bedeutung|mensaje|mensagem|significa|motivo|сообщение|описание"
    r"|значение|الوصف|رسالة",
    re.IGNORECASE,
)


def says_text(heading: str) -> bool:
    """Tell whether a heading says that what stands below it are texts."""
    return bool(_TEXT.search(heading))


def message_score(table: Seen, index: int) -> float:
    """Return how likely a column has the messages."""
    cells = table.column(index)
    words = sum(len(text.split()) or 0 for text in cells) / max(len(cells), 1)
    signs = sum(map(len, cells)) / max(len(cells), 1)
    filled = sum(map(bool, cells)) / max(len(cells), 1)
    hinted = bool(_TEXT.search(table.headings[index]))
    return 3 * filled + hinted + min(words / 4, 1) + min(signs / 40, 1)


def reason(table: Seen, index: int, meant: meanings.Meant) -> str:
    """Say why a column is taken for that of the messages."""
    hint = "its heading says so, and " if _TEXT.search(table.headings[index]) else ""
    return f"{'' if meant.rivals else hint}{meant.why}"


_SUCCESS = re.compile(r"success|succe|\bok\b|성공|成功", re.IGNORECASE)
_YES = frozenset({"true", "yes", "y", "success", "ok", "o", "성공", "成功", "是"})
# They answer any question, such as whether to try again; the heading must ask for a success.
_BARE_YES = frozenset({"true", "yes", "y", "o", "是"})
_NO = frozenset(
    {"false", "no", "n", "fail", "failure", "failed", "x", "error", "실패", "失败", "失敗", "否"}
)


def find_success(table: Seen, code: int) -> tuple[int | None, str]:
    """Return the place of the column, and what stands there for a success; None without one.

    A column that is headed as one of successes may have a third text in a few rows: the reader
    refuses these.
    """
    for index, heading in enumerate(table.headings):
        cells = [text for text in table.column(index) if text]
        yes = [text for text in cells if text.lower() in _YES]
        no = [text for text in cells if text.lower() in _NO]
        one = len({text.lower() for text in yes}) == 1
        more = len(cells) - len(yes) - len(no)
        asks = bool(_SUCCESS.search(heading)) and (not more or (no and more < len(yes) + len(no)))
        says_so = no and not more and one and yes[0].lower() not in _BARE_YES
        if index != code and one and (asks or says_so):
            return index, Counter(yes).most_common(1)[0][0]
    return None, ""


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
        is_unlike: whether the codes look like none, and their heading alone says that they are.
    """

    code: int
    message: int
    success: int | None
    success_value: str
    why: tuple[str, ...]
    named: dict[Name, int] = field(default_factory=dict)
    rivals: tuple[int, ...] = ()
    codes: tuple[int, ...] = ()
    is_unlike: bool = False


def guess(table: Seen) -> Columns | None:
    """Return what the columns are; None where the table seems to list no codes."""
    columns = range(len(table.headings))
    if len(columns) < 2:  # noqa: PLR2004 - code, message
        return None
    scores = {index: code_column.score(table, index) for index in columns}
    code = max(columns, key=lambda index: (scores[index], -index))
    unlike = None if scores[code] else code_column.unlike(table)
    if not scores[code] and unlike is None:
        return None
    code = code if unlike is None else unlike
    if code_column.is_http(table, code):
        named = [index for index in columns if code_column.is_named(table, index)]
        code = named[0] if named else code
    code, codes = _with_rivals(table, code)
    success, value = find_success(table, code)
    others = [index for index in columns if index not in {code, success, *codes}]
    if not others:
        return None
    likely = max(others, key=lambda index: (message_score(table, index), -index))
    texts = [meanings.Text(table.names[index], table.column(index)) for index in others]
    meant = meanings.of_texts(texts, others.index(likely), asks=True)
    message = others[meant.message]
    cells = [text for text in table.column(code) if text]
    like = sum(bool(code_column.codes_like(text)) for text in cells)
    counted = f"{like} of its {len(cells)} cells look like codes"
    why = [
        f'code is "{table.headings[code]}": {counted}, such as {", ".join(cells[:3])}',
        f'message is "{table.headings[message]}": {reason(table, message, meant)}',
    ]
    kept = {name: others[place] for name, place in meant.named.items()}
    why += [f'"{table.headings[place]}" is kept as `{name}`' for name, place in kept.items()]
    if success is not None:
        heading = table.headings[success]
        why.append(f'success is "{heading}": it has yes and no; "{value}" is a success')
    rivals = tuple(others[place] for place in meant.rivals)
    rivals = rivals or _beside_phrases(table, code, message, others)
    is_unlike = unlike is not None
    return Columns(code, message, success, value, tuple(why), kept, rivals, codes, is_unlike)


def _with_rivals(table: Seen, code: int) -> tuple[int, tuple[int, ...]]:
    """Return the column with the codes, and those that could as well have them."""
    if not table.heading_row:
        code, rivals = rival_columns.choose(table, code)
        return code, rivals or code_column.rivals(table, code)
    counting = code_column.instead_of_count(table, code)
    if counting is not None:
        return counting, (code,)
    return code, rival_columns.names_beside(table, code) or code_column.rivals(table, code)


def _beside_phrases(table: Seen, code: int, message: int, others: Sequence[int]) -> tuple[int, ...]:
    """Return the columns that can be the message of own codes where phrases of HTTP are it.

    "Not Found" is what HTTP says of the status that such a code comes with.
    """
    is_of_http = all(map(other_numbers.is_status, filter(None, table.column(code))))
    texts = meanings.Text(table.names[message], table.column(message))
    if is_of_http or not phrases.are_all(texts.filled) or meanings.is_message(texts.heading):
        return ()
    return tuple(
        place
        for place in others
        if place != message and meanings.can_be(meanings.Text("", table.column(place)))
    )


def says_codes(table: Seen, found: Columns) -> bool:
    """Tell whether the heading of the column with the codes says that they are codes."""
    return table.heading_row and code_headings.names(table.headings[found.code])


def hints_codes(table: Seen, found: Columns) -> bool:
    """Tell whether codes can be expected below the heading of the column with the codes."""
    return table.heading_row and code_headings.hints(table.headings[found.code])
