"""Tables that say what changed in a list of codes: a table, its columns -> whether it is one.

Each row has a code, and what happened to it where another table has the message. Nobody's API
answers with that, so a person is asked.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from macros.errors import Ways
from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown

if TYPE_CHECKING:
    from macros.maintain.document.reading import Options
    from macros.maintain.document.seen_table import Seen
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


def is_one(table: Seen, found: Columns, *, alone: bool) -> bool:
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


def doubt(file: str, table: Seen, found: Columns, options: Options) -> Doubt:
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
