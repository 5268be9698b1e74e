"""Questions that a page answers, as those of a FAQ: headings, texts -> whether they are some."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_TITLE = re.compile(
    r"\bfaqs?\b|\b(?:frequent|common)\w* (?:asked )?questions|\bquestions? (?:and|&) answers?\b"
    r"|\bq ?& ?a\b|常见问题|常見問題|常问问题|问答|よくある(?:ご?質問|お問い合わせ)"
    r"|자주 ?(?:묻는|하는) ?질문"
    r"|häufige? (?:gestellte )?fragen|preguntas (?:m[aá]s )?frecuentes|perguntas frequentes"
    r"|questions (?:fréquentes|courantes)|foire aux questions|domande frequenti|част\w+ вопрос",
    re.IGNORECASE,
)
_ENDS = ("?", "？")  # noqa: RUF001 - East Asian
_FEWEST = 2


def titles(heading: str) -> bool:
    """Tell whether a heading says that questions stand below it."""
    return bool(_TITLE.search(heading))


def are_all(texts: Iterable[str]) -> bool:
    """Tell whether all of some texts are questions; one alone may be what an API asks."""
    told = list(texts)
    return len(told) >= _FEWEST and all(text.rstrip().endswith(_ENDS) for text in told)
