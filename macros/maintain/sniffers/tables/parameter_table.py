"""Tables of parameters, which list no codes: a table -> whether it is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import code_headings
from macros.maintain.sniffers.tables.code_column import codes_like, has_digit

if TYPE_CHECKING:
    from macros.maintain.document.seen_table import Seen

_WORDS = re.compile(r"\bparam|参数|參數|パラメータ|매개변수|파라미터", re.IGNORECASE)
# What stands in the column of a parameter's type, and in none of errors.
_DATA_TYPE = re.compile(
    r"(?:string|str|text|int(?:eger)?|long|number|numeric|decimal|float|double|bool(?:ean)?|object"
    r"|array|list|map|dict(?:ionary)?|json|file|date(?:time)?|timestamp|enum|uuid|url|字符串|整数|整型|文字列|数値|문자열|정수|숫자)\b.{0,30}",
    re.IGNORECASE,
)


def is_one(table: Seen) -> bool:
    """Tell whether a table is one of parameters, and nothing in it looks like a code.

    Its headings say so, or a column has types of data. A parameter's name may look like a code that
    is a word.
    """
    cells = [text for row in table.rows for text in row.texts if text]
    numbers = any(has_digit(one) for text in cells for one in codes_like(text))
    if numbers or not table.heading_row or any(map(code_headings.is_code, table.headings)):
        return False
    columns = [table.column(index) for index in range(len(table.headings))]
    if any(cells and all(map(_DATA_TYPE.fullmatch, cells)) for cells in columns):
        return True
    hinted = any(map(code_headings.hints, table.headings))
    return not hinted and any(map(_WORDS.search, table.headings))
