"""Which column of a table tells successes from errors: a table -> the column, and its yes."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.maintain.document.seen_table import Seen

_WORDS = re.compile(r"success|succe|\bok\b|성공|成功", re.IGNORECASE)
_YES = frozenset({"true", "yes", "y", "success", "ok", "o", "성공", "成功", "是"})
# They answer any question, such as whether to try again; the heading must ask for a success.
_BARE_YES = frozenset({"true", "yes", "y", "o", "是"})
_NO = frozenset(
    {"false", "no", "n", "fail", "failure", "failed", "x", "error", "실패", "失败", "失敗", "否"}
)


def find(table: Seen, code: int) -> tuple[int | None, str]:
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
        asks = bool(_WORDS.search(heading)) and (not more or (no and more < len(yes) + len(no)))
        says_so = no and not more and one and yes[0].lower() not in _BARE_YES
        if index != code and one and (asks or says_so):
            return index, Counter(yes).most_common(1)[0][0]
    return None, ""
