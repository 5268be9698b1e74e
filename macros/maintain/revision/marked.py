"""Codes that a later document marks as deprecated, and says nothing else of: changes -> lines.

As in `Dock is busy (deprecated)`, or `7 [deprecated = true]`, whose options stand in a column.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.review.classify import alike, joined
from macros.texts import counted, few, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.catalog.catalog import Catalog
    from macros.readers.rows import Row
    from macros.review.changes import Change
    from macros.sources.provider import Revision

_WORDS = (
    r"(?:deprecated|obsolete|withdrawn|retired|discontinued|removed|unused"
    r"|no longer (?:in use|used|sent|returned|supported)|veraltet|nicht mehr verwendet"
    r"|obsolète|dépréciée?|obsolet[oa]|descontinuad[oa]|en desuso|устарел[аои]?"
    r"|已?(?:废弃|廢棄|弃用|棄用|作废|停用|下线)|廃止(?:予定)?|非推奨"
    r"|(?:사용 ?)?(?:중단|폐기|폐지)(?:됨|예정)?|더 이상 사용(?:되지|하지) 않음)"
)
_SIGN = r"[\s:;,.|*–—-]"  # noqa: RUF001 - dashes
WORDS = re.compile(_WORDS, re.IGNORECASE)
# In brackets with what else is said of it, as "(deprecated since 2.0)", or apart.
_MARK = re.compile(
    rf"{_SIGN}*[\[({{（【]\s*{_WORDS}(?![^\W_])[^\])}}）】]*[\])}}）】]{_SIGN}*"  # noqa: RUF001
    rf"|^{_WORDS}\s*[:;,.|–—-]{_SIGN}*|{_SIGN}*[:;,.|–—-]\s*{_WORDS}\.?$",  # noqa: RUF001
    re.IGNORECASE,
)
_IN_COLUMN = re.compile(rf"{_WORDS}(?![^\W_])(?:\s*=\s*true\b)?(?!\s*=)", re.IGNORECASE)
_LONGEST = 40  # characters of a column that says no more than that
_YES = frozenset("yes true x ✓ ✔ 1 y ja oui sí sim 是 예 はい".split())


def is_one(change: Change) -> bool:
    """Tell whether a change is no more than a mark that came, or went."""
    old, new = joined(change.old), joined(change.new)
    return _came(old, new) or _came(new, old)


def told(changes: Iterable[Change]) -> Iterator[str]:
    """Yield the codes whose texts are marked now, and those whose texts are no more."""
    texts = [(one.code.code, joined(one.old), joined(one.new)) for one in changes]
    if codes := [code for code, old, new in texts if _came(old, new)]:
        yield f"  marked as deprecated, with the same text: {len(codes)}: {few(codes)}"
    if codes := [code for code, old, new in texts if _came(new, old)]:
        yield f"  no longer marked as deprecated, with the same text: {len(codes)}: {few(codes)}"


def beside(catalog: Catalog, before: Revision, after: Revision) -> Iterator[str]:
    """Yield the codes of which a column says that they are deprecated, and said nothing of it."""
    found = [
        code.code
        for code in catalog.codes
        if (old := code.rows(before))
        if (new := code.rows(after))
        if any(map(_is_marked, new)) and not any(map(_is_marked, old))
    ]
    if found:
        are = counted(len(found), "code is", "codes are")
        yield f"  {are} marked as deprecated beside the text: {few(found)}"


def _came(without: str, text: str) -> bool:
    """Tell whether a text is another one with a mark."""
    marked = bool(_MARK.search(text)) and not _MARK.search(without)
    return marked and alike(without, one_line(_MARK.sub(" ", text)))


def _is_marked(row: Row) -> bool:
    return any(
        (_IN_COLUMN.search(text) and len(text) <= _LONGEST)
        or (_IN_COLUMN.fullmatch(heading.strip()) and text.strip().casefold() in _YES)
        for heading, text in row.columns.items()
    )
