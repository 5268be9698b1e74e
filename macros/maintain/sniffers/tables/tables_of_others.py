"""Tables of other things beside those of errors: countries, opening hours, HTTP, changes -> doubts.

A number with a word for it looks as a code with its text does. Known are such tables by what they
say: no text of theirs speaks of a failure, as those of another table do, and no heading calls them
texts; or each row has a code, and what happened to it where another table has the message.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from macros.errors import Problem, Ways
from macros.maintain.document import other_numbers
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.tables import columns
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from macros.maintain.document.reading import Options
    from macros.maintain.document.seen_table import Seen
    from macros.maintain.sniffers.choices import Kind
    from macros.maintain.sniffers.tables.columns import Columns


_HEADING = re.compile(
    r"(?:what(?: has| was|'s)? |last |description of )?(?:the )?"
    r"(?:changes?|changed|change ?log|updates?|what is new|what's new|history|revisions?)"
    r"(?: (?:description|notes?|made|type))?"
    r"|(?:变更|修改|更新|修订|變更|変更)(?:内容|內容|说明|說明|点)?|变化|변경 ?(?:사항|내용)?"
    r"|änderung(?:en)?|modification|modificación|cambios?|alteraç(?:ão|ões)|изменени[ея]",
    re.IGNORECASE,
)
_OF_WHAT = (
    r"(?:(?:code|error|message|text|wording|description|meaning)(?: code)?(?: was| has been| is)? )"
)
_BEHIND = "(?:in|as|from|to|with|by|since|code|text|message|wording|because|for|into|the|on)"
_TEXT = re.compile(
    rf"{_OF_WHAT}?(?:newly )?"
    r"(?:added|new|removed|deleted|dropped|renamed|reworded|rephrased|changed|updated|deprecated"
    r"|introduced|modified|corrected|clarified|restored|renumbered|split|merged)"
    rf"(?: {_BEHIND}\b.*)?\W*"
    r"|(?:新增|添加|删除|刪除|修改|更新|变更|變更|追加|削除|変更|추가|삭제|변경|수정).{0,20}"
    r"|(?:hinzugefügt|entfernt|geändert|neu)\W*",
    re.IGNORECASE,
)
_MOST = 0.6  # of the texts, at least, say what happened
_QUOTED = 20  # rows that an advice quotes


def is_of_changes(table: Seen, found: Columns, *, alone: bool) -> bool:
    """Tell whether the messages of a table say what happened to its codes.

    Args:
        table: the table.
        found: its columns.
        alone: whether the document has no other table of codes, so that texts alone tell nothing.
    """
    if table.heading_row and _HEADING.fullmatch(table.headings[found.message].strip()):
        return True
    if alone:
        return False
    texts = [text for text in table.column(found.message) if text]
    return sum(bool(_TEXT.fullmatch(text)) for text in texts) >= _MOST * max(len(texts), 1)


def changes(file: str, table: Seen, found: Columns, options: Options) -> Doubt:
    """Return the doubt about such a table, with what to write where it lists no errors.

    Args:
        file: the document.
        table: the table.
        found: its columns.
        options: how the document is read.
    """
    text = next((text for text in table.column(found.message) if text), "")
    heading = table.names[found.message]
    what = (
        f'"{shown(heading)}" is taken for the message of codes, and says what happened to them:'
        f' "{shown(text)}".'
    )
    rows = [row for row in table.rows if row.texts != list(table.headings)]
    lines = list(dict.fromkeys(row.joined for row in rows))
    prose = options.get("prose", [])
    listed = [*(prose if isinstance(prose, list) else [prose]), *lines]
    how = f"write `prose: {json.dumps(listed, ensure_ascii=False)}`"
    if len(lines) > _QUOTED:
        how = f"quote all of its rows (lines {rows[0].line}-{rows[-1].last}) under `prose`"
    other = list(table.headings) * table.sides
    headings = json.dumps(other, ensure_ascii=False)
    do = (
        "If it lists what changed in another list, remove the table from `tables` in the reader"
        f" below, add {headings} to `other_tables`, and {how}. Save the reader to a file, and add"
        " --reader FILE."
    )
    ways = Ways(none={"other_tables": (other,)})
    return Doubt(file, table.line, what, do, tuple(lines), ways=ways)


_FEWEST = 2  # rows of which one can tell what they speak of
# What texts of codes are headed with beside the words for messages.
_CALLED = re.compile(
    r"\b(?:names?|labels?|titles?|results?|outcomes?|responses?|conditions?|situations?|status"
    r"|warnings?|summary|information|info|notes?|remarks?|comments?|what|when|why|values?|key"
    r"|constants?|symbols?|identifiers?)\b",
    re.IGNORECASE,
)
_STATUSES = '"{}" are statuses of HTTP beside the codes of another table, and perhaps no codes.'
_SUCCESS = re.compile(r"[A-Za-z]*[-_]?(?:0*[01]?|2[0-9]{2})", re.ASCII)


def doubts(file: str, kept: Sequence[Kind], known: Iterable[Problem]) -> list[Problem]:
    """Return a doubt for each table of other things than errors, where another one has these.

    Args:
        file: the document.
        kept: its tables.
        known: what is asked of tables already.
    """
    asked = {one.line for one in known}
    of_http = _of_http(file, [kind for kind in kept if kind.whole.heading_row], asked)
    return [*of_http, *_of_other_things(file, kept, asked | {one.line for one in of_http})]


def _of_other_things(file: str, kept: Sequence[Kind], asked: Container[int]) -> list[Problem]:
    """Return a doubt for each table without a failure, where the texts of another speak of some."""
    parts = [(part, kind) for kind in kept for part in kind.parts]
    if not any(_speaks_of_failures(part, kind) for part, kind in parts):
        return []
    return [
        _doubt(file, part, kind, _of_no_failure(part, kind))
        for part, kind in parts
        if part.line not in asked and _is_of_others(part, kind)
    ]


def _of_http(file: str, kept: Sequence[Kind], asked: Container[int]) -> list[Problem]:
    """Return a doubt for each table headed as statuses of HTTP, where another has other codes."""
    http = [one for one in kept if other_numbers.says_http(one.whole.headings[one.found.code])]
    if len(http) == len(kept):
        return []
    return [
        _doubt(file, part, kind, _STATUSES.format(shown(part.headings[kind.found.code])))
        for kind in http
        for part in kind.parts
        if part.line not in asked
    ]


def _texts(table: Seen, kind: Kind) -> list[tuple[str, str]]:
    """Return the codes of a table with their texts."""
    codes, texts = table.column(kind.found.code), table.column(kind.found.message)
    pairs = zip(codes, texts, strict=False)
    return [(one, text) for one, text in pairs if one and text]


def _speaks_of_failures(table: Seen, kind: Kind) -> bool:
    texts = [text for _, text in _texts(table, kind)]
    failing = sum(map(other_numbers.tells_failure, texts))
    heading = _heading(table, kind)
    says = columns.says_text(heading) and failing > 0
    return len(texts) >= _FEWEST and (says or 2 * failing >= len(texts))


def _is_of_others(table: Seen, kind: Kind) -> bool:
    texts = _texts(table, kind)
    heading = _heading(table, kind)
    if len(texts) < _FEWEST or _says_text(heading) or all(_SUCCESS.fullmatch(c) for c, _ in texts):
        return False
    return not any(other_numbers.tells_failure(text) for _, text in texts)


def _heading(table: Seen, kind: Kind) -> str:
    """Return what the texts of a table are headed with; nothing where it has no headings."""
    return table.headings[kind.found.message] if table.heading_row else ""


def _says_text(heading: str) -> bool:
    """Tell whether a heading calls what stands below it a text, or an error."""
    if other_numbers.says_others(heading) and heading.casefold() != "status":
        return False
    told = columns.says_text(heading) or bool(_CALLED.search(heading))
    return told or other_numbers.says_errors(heading) or not heading.isascii()


def _of_no_failure(table: Seen, kind: Kind) -> str:
    """Say that the texts of a table are of other things."""
    first, text = _texts(table, kind)[0]
    heading = _heading(table, kind)
    below = f' below "{shown(heading)}"' if heading else ""
    return (
        f'"{shown(text)}", the text of "{shown(first)}", stands{below} in a table of which no text'
        " speaks of a failure, as those of another table do, so its numbers are perhaps no codes."
    )


def _doubt(file: str, table: Seen, kind: Kind, what: str) -> Problem:
    listed = ", ".join(f'"{one}"' for one in table.headings)
    how = (
        f"remove the table from `tables` in the reader below, and add [{listed}] to `other_tables`"
    )
    if kind.same[1:]:
        how = "quote its rows under `prose` in the reader below"
    do = f"If it has no codes, {how}. Save the reader to a file, and add --reader FILE."
    ways = Ways(none={"other_tables": (list(table.headings),)})
    return Problem(file, table.line, what, do, ways=ways)
