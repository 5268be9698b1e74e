"""Which column of a table can have the messages: a table, a column -> how likely it is, and why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.maintain.document import meanings
    from macros.maintain.document.seen_table import Seen

# Words of headings, in the languages of the documents that providers publish.
_WORDS = re.compile(
    r"message|msg|meaning|descri|signif|text|reason|explan|cause|detail|메시지|설명|의미|내용"
    r"|说明|描述|含义|信息|原因|說明|訊息|説明|内容|意味|メッセージ"
    r"|meldung|beschreibung|bedeutung|mensaje|mensagem|significa|motivo|сообщение|описание"
    r"|значение|الوصف|رسالة",
    re.IGNORECASE,
)


def says_text(heading: str) -> bool:
    """Tell whether a heading says that what stands below it are texts."""
    return bool(_WORDS.search(heading))


def score(table: Seen, index: int) -> float:
    """Return how likely a column has the messages."""
    cells = table.column(index)
    words = sum(len(text.split()) or 0 for text in cells) / max(len(cells), 1)
    signs = sum(map(len, cells)) / max(len(cells), 1)
    filled = sum(map(bool, cells)) / max(len(cells), 1)
    hinted = bool(_WORDS.search(table.headings[index]))
    return 3 * filled + hinted + min(words / 4, 1) + min(signs / 40, 1)


def reason(table: Seen, index: int, meant: meanings.Meant) -> str:
    """Say why a column is taken for that of the messages."""
    hint = "its heading says so, and " if _WORDS.search(table.headings[index]) else ""
    return f"{'' if meant.rivals else hint}{meant.why}"
