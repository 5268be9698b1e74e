"""Lines of a page that begin with a number and say something else than an error: rows -> doubts.

They are days (`2026-01-01 published`), times and versions (`# 2.0 What is new`), telephone numbers
(`0800 555 123 Support`), captions of tables, what a page has at its foot, and sentences that have
the code for their subject. Digits that a sign parts are known by that, whatever the document,
unless other codes are parted so, or they are a part of one that is listed, as 404.1 is of 404.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import groupby, islice, pairwise
from typing import TYPE_CHECKING

from macros import codes
from macros.maintain.document import other_numbers, source_file
from macros.maintain.sniffers.texts import breaks
from macros.readers.text_wrapped import is_open

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from macros.codes import Order
    from macros.readers.rows import Document, Row


_FEWEST = 3  # rows of which one can tell that they are in order


def feet_of_pages(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with one text whose numbers ascend, and stand out of the order of all others.

    Args:
        rows: those of a document, in its order.
    """
    orders = [codes.order(row.code) for row in rows]
    falls = [place for place, (one, after) in enumerate(pairwise(orders)) if one >= after]
    at_falls = {place for fall in falls for place in (fall, fall + 1)}
    alike: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        alike[row.message].append(place)
    for feet in alike.values():
        # The last one can stand below all codes.
        if 1 < len(feet) >= len(falls) and at_falls.issuperset(feet[:-1]) and falls:
            numbers = all(rows[place].code.isdigit() for place in feet)
            if numbers and _are_feet(feet, orders):
                return [rows[place] for place in feet]
    return []


def _are_feet(feet: Sequence[int], orders: Sequence[Order]) -> bool:
    """Tell whether rows stand between others, which ascend without each of them alone."""
    known = set(feet)
    others = [place for place in range(len(orders)) if place not in known]
    between = all(after - one > 1 for one, after in pairwise(feet))
    return (
        between
        and len(others) >= _FEWEST
        and _ascend(feet, orders)
        and _ascend(others, orders)
        and not any(_ascend(sorted([*others, foot]), orders) for foot in feet[:-1])
    )


def _ascend(places: Sequence[int], orders: Sequence[Order]) -> bool:
    return all(orders[one] < orders[after] for one, after in pairwise(places))


Found = tuple[list["Row"], str]

_GOES_ON = "has a text that goes on with a sentence"
# What websites print around what they have to say.
_OF_PAGES = re.compile(
    r"all rights reserved|\bcopyright (?:\(c\)|[12][0-9]{3})|\u00a9|\bmin(?:ute)?s? read\b"
    r"|found (?:this|it) helpful"
    r"|was this (?:page |article )?helpful|\blast updated\b|back to top",
    re.IGNORECASE,
)
_NUMBER_OF_DAY = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th|\.)?", re.ASCII)
_MONTH = re.compile(
    r"(?:de |of )?(?:jan|feb|f[e\xe9]v|m[a\xe4]r|apr|avr|abr|ma[iyg]|ju[nli]|giu|lug|aug|ago"
    r"|ao[u\xfb]|sep|set|o[ck]t|out|ott|nov|de[cz]|d[e\xe9]c|dic)[^\W\d_]*\.?,?(?: (?:de|del|of))?"
    r" (?:19|20)[0-9]{2}\b",
    re.IGNORECASE,
)
_GROUPS = re.compile(r"[0-9]{2,}(?:[ ./-][0-9]{2,})+(?!\w)", re.ASCII)
_NUMBER = re.compile(r"[0-9]{3,}(?!\w)", re.ASCII)
_YEAR = re.compile(r"199[0-9]|20[123][0-9]", re.ASCII)  # many lists have a code 2001
_LIST = re.compile(r".*\b(?:errors|codes|messages|statuses|responses|list|table)", re.IGNORECASE)
_CAPTION = re.compile(
    r"(?:table|figure|fig\.|section|chapter|appendix|tabelle|abbildung|tableau|tabla|tabella|tabela"
    r"|\u8868|\u56fe|\u5716|\u56f3|\ud45c|\uadf8\ub9bc) ?[0-9]+(?:[.-][0-9]+)*"
    r"\s*[.:\uff1a\u2014\u2013-]",
    re.IGNORECASE | re.ASCII,
)


def found(document: Document, rows: Sequence[Row], format_: str) -> Iterator[Found]:
    """Yield the rows that say something else than an error, those of a kind together.

    Args:
        document: the document.
        rows: those that it has.
        format_: its format.
    """
    days = [row for row in rows if _is_day(row)]
    if days and len(days) < len(rows):
        yield days, "look like days" if days[1:] else "looks like a day"
    pages = [row for row in _without(rows, days) if _OF_PAGES.search(row.message)]
    if pages and len(pages) < len(rows):
        have = "have words" if pages[1:] else "has words"
        yield pages, f"{have} of a page, not of an error"
    rows = _without(rows, pages)
    if captions := [row for row in rows if _CAPTION.match(row.message)]:
        have = "have captions for texts" if captions[1:] else "has a caption for a text"
        yield captions, have
    if format_ == "json" or source_file.is_source(document):
        return
    rest = _without(rows, [*days, *captions])
    if format_ == "pattern":
        yield from _of_brackets(rest)
        return
    is_text = source_file.is_text(document, format_)
    yield from _of_telephones(document, rest, in_lines=is_text)
    if not is_text:
        return
    if feet := feet_of_pages(rest):
        yield feet, "have one text and stand out of the order of the codes, as the foot of a page"
    rest = _without(rest, feet)
    if within := _within(document, rest, format_):
        have = "have texts that go on with sentences" if within[1:] else _GOES_ON
        yield within, have
    rest = _without(rest, within)
    yield from _of_years(_alone(document, _years(rest), rest))


def _without(rows: Sequence[Row], told: Sequence[Row]) -> list[Row]:
    known = set(map(id, told))
    return [row for row in rows if id(row) not in known]


def _is_day(row: Row) -> bool:
    """Tell whether a code is the number of a day, with the month behind it."""
    return bool(_NUMBER_OF_DAY.fullmatch(row.code) and _MONTH.match(row.message))


def _of_telephones(document: Document, rows: Sequence[Row], *, in_lines: bool) -> Iterator[Found]:
    """Yield the rows whose texts begin with numbers, as no other text does."""
    numbers = [row for row in rows if row.message[:1].isdigit()]
    if 2 * len(numbers) > len(rows):
        return
    strange = [row for row in numbers if _GROUPS.match(row.message)]
    if not strange and in_lines:
        strange = [row for row in numbers if _NUMBER.match(row.message)]
        strange = _alone(document, strange, rows) if len(strange) == len(numbers) else []
    if strange:
        have = "have texts that begin" if strange[1:] else "has a text that begins"
        yield strange, f"{have} with a number, as a telephone number goes on"


def _within(document: Document, rows: Sequence[Row], format_: str) -> list[Row]:
    """Return the few rows whose texts begin within a sentence, where all others have a capital.

    Right below an open message they are asked about as the rest of it.
    """
    small = [row for row in rows if row.message[:1].islower()]
    others = _without(rows, small)
    if len(others) < _FEWEST * len(small) or not all(row.message[:1].isupper() for row in others):
        return []
    told = [row for row in small if not other_numbers.tells_failure(row.message)]
    alone = {row.line for row in _alone(document, told, rows)}
    open_ = {row.line for row in rows if format_ == "text_lines" and is_open(row.message)}
    return [
        row
        for row in small
        if row.line in alone or (breaks.goes_on(row.message) and row.line - 1 not in open_)
    ]


def _of_brackets(rows: Sequence[Row]) -> Iterator[Found]:
    """Yield what a page has in brackets behind a text, and no code: a year, the names of lists."""
    # Lines with codes behind them stand together, so that another one is above or below all.
    yield from _of_years([row for row in _years(rows) if row is rows[0] or row is rows[-1]])
    if len(rows) >= _FEWEST and all(_LIST.fullmatch(row.message) for row in rows):
        yield [*rows], "have titles of lists for texts"


def _years(rows: Sequence[Row]) -> list[Row]:
    """Return the rows whose codes look like years, which no others do, and tell of no failure."""
    begins = Counter(row.code[:2] for row in rows)
    return [
        row
        for row in rows
        if _YEAR.fullmatch(row.code)
        and not other_numbers.tells_failure(row.message)
        and begins[row.code[:2]] == 1
    ]


def _of_years(years: list[Row]) -> Iterator[Found]:
    if years:
        look = "look like years, and stand" if years[1:] else "looks like a year, and stands"
        yield years, f"{look} apart from the codes"


def _alone(document: Document, strange: Sequence[Row], rows: Sequence[Row]) -> list[Row]:
    """Return those of few rows that no other one stands next to, where others stand together."""
    others = {row.line for row in _without(rows, strange)}
    lines = ["", *map(str.strip, document.text.split("\n")), ""]
    together = [line for line in others if lines[line - 1] or lines[line + 1]]
    if len(others) < _FEWEST * max(len(strange), 1) or len(together) < len(others):
        return []
    return [row for row in strange if others.isdisjoint(_block(lines, row.line))]


def _block(lines: Sequence[str], line: int) -> range:
    """Return the lines around one with no blank line between."""
    first, last = line, line
    while lines[first - 1]:
        first -= 1
    while lines[last + 1]:
        last += 1
    return range(first, last + 1)


_DAY = re.compile(
    r"(?:19|20)[0-9]{2}(?P<sign>[-./])(?:0?[1-9]|1[0-2])(?:(?P=sign)(?:0?[1-9]|[12][0-9]|3[01]))?"
    r"|(?:0?[1-9]|[12][0-9]|3[01])(?P<other>[-./])(?:0?[1-9]|1[0-2])(?P=other)(?:19|20)?[0-9]{2}",
    re.ASCII,
)
_TIME = re.compile(r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?", re.ASCII)
_VERSION = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}", re.ASCII)
_SLASHES = re.compile(
    r"(?<![\w/])(?:[0-9]{1,2}/[0-9]{1,2}/(?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}/[0-9]{1,2}/[0-9]{1,2})"
    r"(?![\w/])",
    re.ASCII,
)
_SMALL = re.compile(r"[0-9]{1,2}", re.ASCII)
_OF_CHAPTERS = frozenset({".", ")"})
_OF_NONE = _OF_CHAPTERS | {""}
_PARTED = re.compile(r"[0-9]+(?:[-.:/][0-9]+)+", re.ASCII)


def parted(document: Document, rows: Sequence[Row]) -> Iterator[Found]:
    """Yield the rows that are perhaps days, times or versions, and what is said of them."""
    if cut := list(_of_cut_days(document, rows)):
        yield cut, f"{'are parts' if cut[1:] else 'is a part'} of what looks like a day"
    if numbered := _numbered(document, rows):
        are = "are numbered as paragraphs are" if numbered[1:] else "is numbered as a paragraph is"
        yield numbered, f"{are}, with another sign than the codes have"
    parted = [row for row in rows if _PARTED.fullmatch(row.code)]
    whole = {row.code for row in rows if row not in parted}
    days = [row for row in parted if _DAY.fullmatch(row.code)]
    times = [row for row in parted if _TIME.fullmatch(row.code)]
    versions = [row for row in parted if _VERSION.fullmatch(row.code)]
    if days and whole and len(days) == len(parted):
        yield days, "look like days" if days[1:] else "looks like a day"
    elif not parted or 2 * len(parted) > len(whole) or any(_is_part(one, whole) for one in parted):
        return
    elif len(times) == len(parted):
        yield times, "look like times" if times[1:] else "looks like a time"
    elif len(versions) == len(parted):
        yield versions, "look like versions" if versions[1:] else "looks like a version"


def _numbered(document: Document, rows: Sequence[Row]) -> list[Row]:
    """Return the rows with a full stop or a bracket behind a small number, where most have none.

    As `<p>1. Ask us</p>` below `<li>1 - Dock is busy</li>`.
    """
    lines = document.text.split("\n")
    small = [row for row in rows if _SMALL.fullmatch(row.code)]
    found = [row for row in small if _sign(lines, row) in _OF_CHAPTERS]
    others = (row for row in rows if row not in found and _sign(lines, row) not in _OF_NONE)
    least = max(_FEWEST, len(found))
    return found if found and len([*islice(others, least)]) == least else []


def _sign(lines: Sequence[str], row: Row) -> str:
    """Return the sign between a code and the first word of its text; nothing where none is."""
    word = re.escape(row.message[:1])
    between = re.compile(rf"(?<![\w.-]){re.escape(row.code)}\s*([^\w\s<]+)\s*{word}")
    found = between.search(lines[row.line - 1])
    return found[1] if found else ""


def _of_cut_days(document: Document, rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the first row of each day with slashes, read as several codes: `12/31/2024`."""
    lines = document.text.split("\n")
    for line, same in groupby(rows, lambda row: row.line):
        codes = {row.code: row for row in same}
        for day in _SLASHES.finditer(lines[line - 1]):
            parts = [codes[part] for part in day[0].split("/") if part in codes]
            yield from parts[:1] if parts[1:] else ()


def _is_part(row: Row, whole: Container[str]) -> bool:
    """Tell whether what stands before a sign is a code by itself."""
    return re.split(r"[-.:/]", row.code)[0] in whole
