"""Which column of a table tells successes from errors: a table -> the column, and its yes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.maintain.seen_table import Seen

_WORDS = re.compile(r"success|succe|\bok\b|성공|成功", re.IGNORECASE)
_YES = frozenset({"true", "yes", "y", "success", "ok", "o", "성공", "成功", "是"})
# They answer any question, such as whether to try again; the heading must ask for a success.
_BARE_YES = frozenset({"true", "yes", "y", "o", "是"})
_NO = frozenset(
    {"false", "no", "n", "fail", "failure", "failed", "x", "error", "실패", "失败", "失敗", "否"}
)


def find(table: Seen, code: int) -> tuple[int | None, str]:
    """Return the place of the column, and what stands there for a success; None without one."""
    for index, heading in enumerate(table.headings):
        cells = {text for text in table.column(index) if text}
        yes = [text for text in cells if text.lower() in _YES]
        no = [text for text in cells if text.lower() in _NO]
        tells = len(yes) == 1 and len(yes) + len(no) == len(cells)
        says_so = bool(no) and tells and yes[0].lower() not in _BARE_YES
        if index != code and tells and (says_so or _WORDS.search(heading)):
            return index, yes[0]
    return None, ""
