"""Codes that stand again with another text: a reading -> doubts.

They do so in one list, below a heading that tells of a time, in a list in another language, or in
another list of source code. Such a code can have several texts, be one of another code set, or be a
misprint, a sum, or a rest of what the code meant before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import (
    other_numbers,
    reading,
    source_blocks,
    sums,
    tongues,
    translations,
)
from macros.maintain.document.doubt import Doubt, becomes
from macros.maintain.doubts import quoting
from macros.maintain.doubts.strangers import counts_as_rows, strangers
from macros.maintain.sniffers import repeated
from macros.maintain.sniffers.sniffed import tried
from macros.maintain.sniffers.under import EXTRA_SETS
from macros.readers.advice import shown
from macros.texts import letters, one_line, series

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.errors import Problem
    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document, Row


def in_one_list(
    document: Document, result: Reading, known: Iterable[Problem] = ()
) -> Iterator[Doubt]:
    """Yield a doubt for each row whose code stands above it in the same list, with another text.

    Where a quarter of all rows are such, that is asked anyway, as it is of tables that are read as
    one list. In source code a number has several names, and of keys `keys` asks.

    Args:
        document: the document.
        result: what came of it.
        known: what is asked already; of a line of these nothing more is asked.
    """
    options, known = result.options, [*known]
    if options["format"] == "pattern" and "every_line" not in options:
        return
    is_one_list = any("repeats" in one for one in (options, *options.get("tables", ())))
    if is_one_list or any(one.ways.repeats for one in known):
        return
    steps = set(map(id, counts_as_rows.steps(result.rows)))
    rows = [row for row in result.rows if row.ends is None and id(row) not in steps]
    told = {one.line for one in known}
    pairs = [] if repeated.doubts(document.file, rows) else list(_again(rows))
    pairs = [pair for pair in pairs if told.isdisjoint(row.line for row in pair)]
    lines = reading.asked(document, options) if pairs else []
    for first, again in pairs:
        yield _in_one_list(document, result, first, again, lines)


def _again(rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Yield the rows of codes that come again with another text, each behind the first one."""
    firsts: dict[tuple[str, str | None, str], Row] = {}
    before: Row | None = None
    for row in rows:
        first = firsts.setdefault((row.code_set, row.section, row.code), row)
        is_sum = sums.says(one_line(row.message))
        follows = before is not None and before.code == row.code and not is_sum
        if not follows and letters(first.message) != letters(row.message):
            yield first, row
        before = row


def _in_one_list(
    document: Document, result: Reading, first: Row, again: Row, lines: Sequence[str]
) -> Doubt:
    what = (
        f'"{shown(again.code)}" of line {first.line}, "{shown(first.message)}", stands again in'
        f' line {again.line} with another text, "{shown(again.message)}".'
    )
    quoted = quoting.quotes(document, result, [again], lines)
    none = f"line {again.line} lists no code, or is a misprint"
    do, quotes = quoting.advice(result, [again], quoted, none)
    both = f"If it has both texts, add --as-read {again.line}."
    return Doubt(document.file, again.line, what, f"{both} {do}", quotes)


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


def in_later_sections(document: Document, result: Reading) -> Iterator[Doubt]:
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
        yield _in_later_section(document, result, name, section, pairs)


def _tells_time(heading: str) -> bool:
    return bool(_TIME.search(heading)) or _is_old(heading)


def _is_old(heading: str) -> bool:
    return bool(_OLD.search(heading)) or other_numbers.says_gone(heading)


def _in_later_section(
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
    return Doubt(document.file, row.line, what, do, change=becomes(taken.options))


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


_FEWEST = 3  # codes of a list
_MOST = 0.6  # of its codes stand in the other one, too


def in_languages(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each list below a heading that is perhaps another one in another language.

    The headings say so, or the texts.
    """
    lists: dict[str, list[Row]] = {}
    for row in result.rows:
        lists.setdefault(row.section or "", []).append(row)
    able = [rows for rows in lists.values() if len(rows) >= _FEWEST]
    found = [
        (first, other)
        for at, other in enumerate(able)
        if (first := next((one for one in able[:at] if _is_translated(one, other)), None))
    ]
    asked = reading.asked(document, result.options) if found else []
    for first, other in found:
        yield _in_language(document, result, first, other, asked)


def _is_translated(first: Sequence[Row], other: Sequence[Row]) -> bool:
    codes, again = ({row.code for row in rows} for rows in (first, other))
    texts = [[row.message for row in rows] for rows in (first, other)]
    if len(codes & again) < _MOST * min(len(codes), len(again)) or {*texts[0]} & {*texts[1]}:
        return False
    named = [translations.is_language(rows[0].section or "") for rows in (first, other)]
    return any(named) or tongues.looks(texts[0]) != tongues.looks(texts[1])


def _in_language(
    document: Document,
    result: Reading,
    first: Sequence[Row],
    other: Sequence[Row],
    lines: Sequence[str],
) -> Doubt:
    line, names = other[0].line, [shown(rows[0].section or "") for rows in (first, other)]
    what = (
        f'the codes under "{names[1]}" are those under "{names[0]}" (line {first[0].line}), with'
        " texts that are perhaps the same in another language."
    )
    quoted = quoting.quotes(document, result, other, lines)
    do, quotes = quoting.advice(result, other, quoted, "they are to be left out")
    languages = (
        "If so, copy the rows of each language into a file of its own, and take these in as"
        " documents of one revision, each with its --language."
    )
    lists = f"If these are two lists, add --as-read {line}."
    return Doubt(document.file, line, what, f"{languages} {lists} {do}", quotes)


_FEWEST_CLASHING = 2  # codes: one may be a misprint
_MOST_NAMED = 3


def in_source(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about codes that stand in two named lists, in each with another text.

    Where a quarter of all rows are such, that is asked anyway.
    """
    rows = result.rows
    if result.options["format"] != "pattern" or repeated.doubts(document.file, rows):
        return
    around = source_blocks.around(document.text.split("\n"))
    said: dict[str, dict[source_blocks.Block, Row]] = {}
    for row in rows:
        if blocks := around[row.line - 1]:
            said.setdefault(row.code, {}).setdefault(blocks[0], row)
    clashing = {
        code: lists
        for code, lists in said.items()
        if len({row.message for row in lists.values()}) > 1
    }
    pairs = {tuple(lists) for lists in clashing.values()}
    if len(clashing) < _FEWEST_CLASHING or len(pairs) > 1:
        return
    (blocks,) = pairs
    codes = series([f'"{shown(code)}"' for code in list(clashing)[:_MOST_NAMED]])
    more = (
        f" and {len(clashing) - _MOST_NAMED} more"
        if clashing.keys() - list(clashing)[:_MOST_NAMED]
        else ""
    )
    names = series([f'"{shown(block.name)}"' for block in blocks])
    first = next(iter(next(iter(clashing.values())).values()))
    what = f"{codes}{more} stand in each of {names}, with different texts."
    lines = series([str(block.line) for block in blocks])
    do = (
        f"If these are lists of different things, cut the document in two (they begin in lines"
        f" {lines}), and read each part; if each code has all of these texts, save the reader below"
        " to a file, and add --reader FILE."
    )
    yield Doubt(document.file, first.line, what, do)
