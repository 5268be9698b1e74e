"""Codes that stand again under a heading that tells of a time: a reading -> doubts.

`Since 3.0` and `New in v2` stand above what is new in a list, and `Deprecated` above what it had.
A code with another text there is read as one of another code set, as below `Orders API`; but it is
perhaps the same code, and one of the texts holds no more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import other_numbers, reading
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts.strangers import strangers
from macros.maintain.sniffers.sniffed import tried
from macros.maintain.sniffers.under import EXTRA_SETS
from macros.readers.advice import shown
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document, Row

_TIME = re.compile(
    r"\bv(?:er(?:sion|sión|são|sione)?)?\.? ?[0-9]|\b[0-9]+\.[0-9x]|\b(?:19|20)[0-9]{2}\b"
    r"|\b(?:since|new(?:er|ly)?|added|changed|changes|updated?s?|introduced|as of|after|latest"
    r"|current|history|neue?[nrs]?|seit|ab version|geändert|hinzugefügt)\b"
    r"|\b(?:depuis|nouve\w+|ajout\w*|modifi\w+|desde|nuev\w+|añadid\w+|cambi\w+|nov[ao]s?"
    r"|adicionad\w+|alterad\w+|dal|nuov\w+|aggiunt\w+)\b|\b(?:нов\w+|с версии|добавл\w+|измен\w+)"  # noqa: RUF001
    r"|新增|新版|更新|变更|變更|以后|以降|追加|変更|추가|변경|이후|신규",
    re.IGNORECASE,
)
# What stands above the older texts.
_OLD = re.compile(
    r"\b(?:until|before|legacy|old(?:er)?|former(?:ly)?|previous(?:ly)?|bisher\w*|frühere?|alte?"
    r"|ancien\w*|anterior\w*|прежн\w+)\b|以前|旧|舊|이전",
    re.IGNORECASE,
)


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each heading of a time below which codes have other texts than above."""
    rows = strangers.with_lists(result)
    first = {row.code: row for row in reversed(rows) if row.code_set not in EXTRA_SETS}
    sections: dict[tuple[str, str], list[tuple[Row, Row]]] = {}
    for row in rows:
        later = row.code_set in EXTRA_SETS and bool(row.section) and _tells_time(row.section or "")
        if later and row.code in first:
            pair = (first[row.code], row)
            sections.setdefault((row.code_set, row.section or ""), []).append(pair)
    for (name, section), pairs in sections.items():
        yield _doubt(document, result, name, section, pairs)


def _tells_time(heading: str) -> bool:
    return bool(_TIME.search(heading)) or _is_old(heading)


def _is_old(heading: str) -> bool:
    return bool(_OLD.search(heading)) or other_numbers.says_gone(heading)


def _doubt(
    document: Document, result: Reading, name: str, section: str, pairs: Sequence[tuple[Row, Row]]
) -> Doubt:
    """Return the doubt about a section.

    Args:
        document: the document.
        result: what came of it.
        name: the code set of the section.
        section: its heading.
        pairs: its rows with other texts, each behind the row of the first text.
    """
    row, again = pairs[0]
    lines = reading.line_ranges(one.line for one, _ in pairs[1:])
    others = f"so do {len(pairs) - 1} more, of lines" if pairs[2:] else "so does one more, of line"
    more = f" ({others} {lines})" if pairs[1:] else ""
    what = (
        f'"{shown(row.code)}" stands again in line {again.line}, under "{shown(section)}", with'
        f' another text{more}, and is read there as one of another code set, "{name}".'
    )
    gone = _is_old(section)
    old = [pair[1 if gone else 0] for pair in pairs]
    quotes = reading.quotes(old, reading.asked(document, result.options))
    taken = _as_one(document, result, quotes, len(old)) if len(quotes) == len(old) else None
    do = f"If these are two lists, or no codes stand there, add --as-read {row.line}."
    if not taken:
        do += (
            " If it is one list, save the reader below to a file, take the code set"
            f' "{name}" out of it, and quote the lines that hold no more under `prose`.'
        )
        return Doubt(document.file, row.line, what, do)
    kept, left = ("first", "later") if gone else ("later", "first")
    do += (
        f" If it is one list, add --as-meant {row.line}, which keeps the {kept} text of each such"
        f" code, and quotes the line of the {left} one under `prose`."
    )
    return Doubt(document.file, row.line, what, do, change=lambda _: dict(taken.options))


def _as_one(document: Document, result: Reading, old: Sequence[str], gone: int) -> Reading | None:
    """Return a reading with one code set, and without some lines; None where that loses more."""
    options: Options = dict(result.options)
    if "tables" in options:
        tables = options["tables"]
        options["tables"] = [one for one in tables if one["code_set"] not in EXTRA_SETS]
    elif "under" in options:
        under = options.pop("under").items()
        kept = {heading: name for heading, name in under if name not in EXTRA_SETS}
        options |= {"under": kept} if kept else {}
    else:
        return None
    prose = options.get("prose", [])
    options["prose"] = [*([prose] if isinstance(prose, str) else prose), *old]
    rows = {(row.code, one_line(row.message)) for row in result.rows}
    for more in ({}, {"repeats": "true"}):
        if "tables" in options and more:
            changed = {**options, "tables": [{**one, **more} for one in options["tables"]]}
        else:
            changed = {**options, **more}
        found = tried(document, changed)
        if not found or not found.is_whole:
            continue
        if len(rows) - len({(row.code, one_line(row.message)) for row in found.rows}) == gone:
            return found
    return None
