"""Messages that end with the number of a page, as in a table of contents: a reading -> the doubt.

As in `101 Dock is busy ........ 12` and `101 Dock is busy, p. 12`: such a line leads to the place
that says more of the code. It is perhaps the only list of the codes; so what the message is without
the page can be taken instead. A bare number is one where all texts end with some that ascend.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.maintain.document import contents, other_numbers, reading, source_file
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts import quoting
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row

_NUMBER = r"(?:(?:[0-9]{1,3}[-–.])?[0-9]{1,4}|[ivxlc]{1,7})"  # noqa: RUF001 - a dash
_PAGE = (
    r"(?:\b(?:pp?|pages?|pg|s|seiten?|p[aá]g(?:ina)?s?|стр|str|sid|sayfa|hal)\b[.\s]*(?=[0-9])"
    r"|第\s*)"
)
_SEE = r"(?:(?:see|siehe|vgl\.?|cf\.?|voir|ver|vedi|см\.?)\s+(?:also\s+)?(?:on\s+)?|参?[见見]\s*)?"
# Three dots alone can stand for what is between two numbers, as in "from 1 ... 9".
_LEADS = re.compile(
    r"(?P<text>.*?\S)\s*(?:\.{4,}|(?:\s\.){3,}|…{2,}|[·_‧]{4,}|\s-{4,}\s)"
    rf"\s*(?:{_PAGE})?{_NUMBER}",
    re.DOTALL | re.IGNORECASE,
)
_PAGED = re.compile(
    rf"(?P<text>.*?\S)(?:\s*\.{{3}}|…)?[\s,;(–—-]+(?:{_SEE}{_PAGE}{_NUMBER}|[0-9]{{1,4}}(?=\s*[页頁쪽ペ]))"  # noqa: RUF001
    r"\s*(?:[页頁쪽]|ページ)?\)?",
    re.DOTALL | re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?P<text>.*?[^\W\d_])(?:\s*\.{3}|…)?\s+(?P<page>[1-9][0-9]{0,3})", re.DOTALL
)
# Behind these a number is one that the sentence speaks of.
_SPEAKS_OF = re.compile(
    r"\b(?:is|are|be|was|than|to|of|at|below|above|over|under|within|max\w*|min\w*|exceeds?"
    r"|exceeded|between|and|or|by|in|on|for|after|before|every|from|until|least|most|limit|code"
    r"|error|status|http|version|level|stage|step|phase|type|port|line|field|part|number|no"
    r"|ist|sind|als|von|bis|über|unter|auf|es|de|a|des?|за|до|от|из|не)$",
    re.IGNORECASE,
)
_FEWEST = 3  # texts that end with numbers


class _Ends(NamedTuple):
    """Rows whose messages end as lines of a table of contents do.

    Attributes:
        rows: the rows, each with its message without that end.
        how: how they end.
    """

    rows: list[tuple[Row, str]]
    how: str


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about messages of rows that end as lines of a table of contents do."""
    rows = [row for row in result.rows if row.ends is None]
    yield from _at_head(document, result, rows)
    format_ = result.options["format"]
    in_lines = source_file.is_text(document, format_)
    ends = _ends(contents.outside(document, rows), in_lines=in_lines)
    if ends is None:
        return
    found = ends.rows
    strange = [row for row, _ in found]
    quotes = quoting.quotes(document, result, strange, reading.asked(document, result.options))
    last, text = found[-1]
    more = f", and so do {len(found) - 1} more texts" if found[1:] else ""
    as_contents = f"as a line of a table of contents does{more}"
    what = f'"{shown(last.message)}" ends with {ends.how}, {as_contents}.'
    how, quoted = quoting.advice(result, strange, quotes, "the codes are listed elsewhere, too")
    said = _by_hand(found, quotes or ())
    if said:
        so = f'add --as-meant {last.line}, which takes "{shown(text)}" for the message.'
    else:
        so = "take that end out of each line of a copy of it, and read the copy."
    do = f"If this is the list of the codes, {so} {how}"
    yield Doubt(document.file, last.line, what, do, quoted, rows=said)


def _at_head(document: Document, result: Reading, rows: Sequence[Row]) -> Iterator[Doubt]:
    """Yield the doubt about lines at the head that have other texts than the entries below."""
    head = contents.at_head(rows)
    below = {(row.code, row.message) for row in rows[len(head) :]}
    other = [row for row in head if (row.code, row.message) not in below]
    if not other:
        return
    quotes = quoting.quotes(document, result, head, reading.asked(document, result.options))
    first, last = other[0], head[-1]
    text = next(row.message for row in rows[len(head) :] if row.code == first.code)
    what = (
        f'"{shown(first.code)}" is "{shown(first.message)}" in the list at the head, and'
        f' "{shown(text)}" below, where all codes of the list stand again.'
    )
    how, quoted = quoting.advice(result, head, quotes, "the list names the entries below it")
    yield Doubt(document.file, last.line, what, f"{how} Else each code has both texts.", quoted)


def _ends(rows: Sequence[Row], *, in_lines: bool) -> _Ends | None:
    """Return the rows that end so; None where none do."""
    if found := _matching(rows, _LEADS):
        return _Ends(found, "dots and a number")
    found = _matching(rows, _PAGED)
    if len(found) > 1 and 2 * len(found) >= len(rows):
        return _Ends(found, "the number of a page")
    for part in _parts(rows) if in_lines else ():
        if found := _ascending(part):
            return _Ends(found, "a number")
    return None


def _parts(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Yield all rows, those below each heading, and those that stand together."""
    yield rows
    yield from (list(part) for _, part in groupby(rows, lambda row: row.section))
    # Of rows on lines that follow each other, all lines are as far from their places.
    together = groupby(enumerate(rows), lambda one: one[1].line - one[0])
    yield from ([row for _, row in part] for _, part in together)


def _matching(rows: Sequence[Row], ends: re.Pattern[str]) -> list[tuple[Row, str]]:
    pairs = ((row, ends.fullmatch(row.message)) for row in rows)
    return [(row, found["text"]) for row, found in pairs if found]


def _ascending(rows: Sequence[Row]) -> list[tuple[Row, str]]:
    """Return rows if all of them end with numbers that ascend, and that no text speaks of."""
    ends = [_NUMBERED.fullmatch(row.message) for row in rows]
    found = [one for one in ends if one]
    pages = [int(one["page"]) for one in found]
    texts = [one["text"].strip() for one in found]
    if len(found) < max(len(rows), _FEWEST) or len(set(texts)) < len(texts):
        return []
    statuses = all(other_numbers.is_status(one["page"]) for one in found)  # a column of its own
    ascend = pages == sorted(pages) and pages[0] < pages[-1] and not statuses
    if not ascend or any(map(_SPEAKS_OF.search, texts)):
        return []
    return list(zip(rows, texts, strict=True))


def _by_hand(found: Sequence[tuple[Row, str]], quotes: Sequence[str]) -> tuple[dict[str, Any], ...]:
    """Return what the rows say without the dots; nothing where a line alone has not all of it."""
    if len(quotes) < len(found):
        return ()
    several = len({row.code_set for row, _ in found}) > 1
    whole = [
        all(text in line for text in row.columns.values())
        for line, (row, _) in zip(quotes, found, strict=True)
    ]
    said = (
        {"line": line, "code": row.code, "message": message}
        | ({"columns": dict(row.columns)} if row.columns else {})
        | ({"code_set": row.code_set} if several else {})
        for line, (row, message) in zip(quotes, found, strict=True)
    )
    return tuple(said) if all(whole) else ()
