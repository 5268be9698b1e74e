"""Marks at the ends of texts that are of the page: badges, pipes, signs, footnotes -> doubts.

`4001: Dock is busy **New**` is one sentence to a reader of the text alone. In the copy of a page,
or below a heading row that is lost, `4001: Dock is busy |` is a line as any; and pages whose
headings can be linked to have a `¶`, a `#` or an arrow behind them.

A raised number or a dagger behind a word is a mark of a footnote; an asterisk or a number in
brackets at the end of a text is one where a line of the document begins with it, or where several
texts have one: the notes may be cut off.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from macros.maintain.document import reading, source_file
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts.messages.furniture import BADGE, LEADS
from macros.readers.advice import shown
from macros.texts import one_line, series

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row


Shorter = tuple["Row", str]  # a row, and its message without that part


def _by_hand(
    document: Document, result: Reading, found: Sequence[Shorter]
) -> tuple[dict[str, Any], ...]:
    """Return what provider.yml says of some rows by hand; nothing where it cannot say all of them.

    A line can be said so that has the whole of its row, and is written as no other one.
    """
    asked = reading.asked(document, result.options)
    said = [one for row, text in found if (one := _said(row, text, asked))]
    whole = len(said) == len(found) == len({one["line"] for one in said})
    return tuple(said) if whole else ()


def _said(row: Row, text: str, asked: Sequence[str]) -> dict[str, Any] | None:
    fitting = (line for line in asked if row.code in line and one_line(text) in line)
    line = min(fitting, key=len, default="")
    if not line or row.ends or "\n" in row.message:
        return None
    if any(one not in line for one in (text, *row.columns.values())):
        return None
    columns = {"columns": dict(row.columns)} if row.columns else {}
    return {"line": line, "code": row.code, "message": text, **columns}


_FORMATS = frozenset({"bullets", "headings"})  # in tables they are left out by an option
_SET_APART = re.compile(r"(?P<mark>\*\*|__|[`*_])(?P<text>\w[^`*_\n]*)(?P=mark)(?!\w)")
_QUOTED = 3  # badges


def badges(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about badges at an end of messages, which are perhaps no part of these."""
    options = result.options
    if options["format"] not in _FORMATS or options.get("markup", "markdown") != "markdown":
        return
    lines = document.text.split("\n")
    found: list[Shorter] = []
    badges: list[str] = []
    for row in result.rows:
        for apart in _SET_APART.finditer(lines[(row.text_line or row.line) - 1]):
            rest = _rest(row, apart["text"]) if BADGE.fullmatch(apart["text"]) else ""
            if rest:
                found.append((row, rest))
                badges.append(apart["text"])
                break
    if found:
        by_hand = _by_hand(document, result, found)
        yield _of_badges(document.file, [row for row, _ in found], badges, by_hand)


def _rest(row: Row, badge: str) -> str:
    """Return the message of a row without a badge at its end or beginning; nothing where none is.

    Behind some words it is what the sentence speaks of: "The key is `Deprecated`".
    """
    text = row.message
    before, behind = text.removesuffix(f" {badge}"), text.removeprefix(f"{badge} ")
    if before != text and not LEADS.search(before):
        return before
    return behind if behind != text and behind[:1].isupper() else ""


def _of_badges(
    file: str, rows: list[Row], badges: list[str], by_hand: tuple[dict[str, object], ...]
) -> Doubt:
    named = series([f'"{shown(text)}"' for text in dict.fromkeys(badges)][:_QUOTED])
    what = (
        f'{named} set apart in texts, as in "{shown(rows[0].message)}", may be a badge and no part'
        f" of the message (line {reading.line_ranges(row.line for row in rows)})."
    )
    so = f"add --as-meant {rows[-1].line}" if by_hand else "say their lines by hand under `rows`"
    do = (
        f"If so, {so}; if it is of the message, save the reader below to a file, and add --reader"
        " FILE."
    )
    return Doubt(file, rows[-1].line, what, do, rows=by_hand)


_DATA = frozenset({"json", "yaml"})
_PIPES = re.compile(
    r"(?P<text>.*[^\s|｜¶§🔗↩↗⤴])\s*(?P<sign>[|｜]|[¶§🔗↩↗⤴]\ufe0f?)[\s|｜¶]*",  # noqa: RUF001
    re.DOTALL,
)
# Behind a single text it can be a word's: "Unknown account #".
_HASH = re.compile(r"(?P<text>.*[^\s#])\s+(?P<sign>#)", re.DOTALL)


def signs(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about texts that end with a pipe or such a mark."""
    format_ = result.options["format"]
    is_data = format_ in _DATA and not source_file.is_text_as_yaml(document, format_)
    if is_data or source_file.is_source(document):
        return
    ended = [(row, ends) for row in result.rows if (ends := _PIPES.fullmatch(row.message))]
    hashes = [(row, ends) for row in result.rows if (ends := _HASH.fullmatch(row.message))]
    ended = ended or (hashes if len(hashes) > len(result.rows) / 2 else [])
    if not ended:
        return
    found = [(row, ends["text"]) for row, ends in ended]
    rows = [row for row, _ in found]
    sign = ended[0][1]["sign"]
    is_pipe = sign in {"|", "｜"}  # noqa: RUF001 - East Asian
    says = (
        "a pipe, as between columns" if is_pipe else f"{sign}, as headings that can be linked to do"
    )
    by_hand = _by_hand(document, result, found)
    more = f", as {len(rows) - 1} more do" if rows[1:] else ""
    what = f'"{shown(rows[0].message)}" ends with {says}{more}.'
    if_so = (
        f"add --as-meant {rows[-1].line}, which says them by hand"
        if by_hand
        else "take it out of the file at the end of the lines"
        f" {reading.line_ranges(row.line for row in rows)}"
    )
    do = (
        f"If it is no part of the text, {if_so}; if it is, save the reader below to a file, and add"
        " --reader FILE."
    )
    yield Doubt(document.file, rows[-1].line, what, do, rows=by_hand)


# Of these a row said by hand is the whole row.
_WHOLE = frozenset({"html_table", "markdown", "rst", "box_table", "stacked", "csv", "text_lines"})
# Of these where all of an entry stands on one line.
_ENTRIES = frozenset({"bullets", "headings"})
_RAISED = r"[\xb9\xb2\xb3\u2070\u2074-\u2079]{1,2}"
# Behind a word; behind two letters it is a unit: 40 km².
_SURE = re.compile(rf"(?<=[^\W\d_]{{3}})(?:\s?{_RAISED}\)?|\s?[†‡]+)(?!\w)")
_LAST = re.compile(
    rf"\s*(?P<mark>\(\*{{1,3}}\)|\*{{1,3}}\)?|[†‡§]+|{_RAISED}\)?|\[(?:[0-9]{{1,2}}|[a-z])\]"
    r"|\((?:[0-9]{1,2}|[a-z])\)|[①-⑳]|※ ?[0-9]*)(?P<end>[.!。]?)$"
)
_MARKUP = re.compile(r"<[^>]*>|^[\s>|\\]+", re.MULTILINE)
# "Missing name(s)" has none.
_APART = re.compile(r".*(?:\s\(\w+\)|[^\W(]\s?[*†‡§]{1,3}|\s?\[\w+\])[.!。]?$", re.DOTALL)
_MOST_ROWS = 20  # rows that an advice has


def footnotes(
    document: Document, result: Reading, rows: Sequence[Row] | None = None
) -> list[Doubt]:
    """Return the doubt about texts that have marks of footnotes, if any has one.

    Args:
        document: the document.
        result: what came of it.
        rows: those of its rows that are asked about; all where there are none.
    """
    if result.options["format"] not in _WHOLE | _ENTRIES:
        return []
    listed = {row.line for row in result.rows}
    lines = enumerate(document.text.split("\n"), start=1)
    other = {
        number: _MARKUP.sub("", html.unescape(line)).replace("\\", "")
        for number, line in lines
        if number not in listed
    }
    notes = [*other.values()]
    texts = [row.message for row in result.rows if row.ends is None]
    alike = [found["mark"] for text in texts if (found := _marked(text))]
    if alike[1:]:
        notes += [f"{mark} note" for mark in alike]
    asked = [row for row in (result.rows if rows is None else rows) if row.ends is None]
    marked = [(row, text) for row in asked if (text := _without(row.message, notes))]
    if not marked:
        return []
    used = {found["mark"] for row, _ in marked if (found := _LAST.search(row.message))}
    used |= {unicodedata.normalize("NFKC", mark) for mark in used}
    lines_of_notes = [
        number for number, text in other.items() if any(_begins(text, mark) for mark in used)
    ]
    doubt = _of_footnotes(document, result, marked, lines_of_notes)
    is_way = result.options["format"] in _WHOLE or _reads_alike(document, result, doubt.rows)
    return [doubt] if is_way else []


def _reads_alike(document: Document, result: Reading, said: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether a document reads as it does but for the messages of rows said by hand."""
    options = {**result.options, "rows": [*result.options.get("rows", []), *said]}
    if not said or reading.fault(options):
        return False
    own = {one["code"]: one["message"] for one in said}
    again = reading.read(document, options)
    return again.is_whole and [
        (row.code, row.message, row.columns, row.section) for row in again.rows
    ] == [
        (row.code, own.get(row.code, row.message), row.columns, row.section) for row in result.rows
    ]


def _marked(message: str) -> re.Match[str] | None:
    """Return the mark at the end of a message that is one without a note, too."""
    return _LAST.search(message) if _APART.match(message) else None


def _without(message: str, notes: Sequence[str]) -> str:
    """Return a message without its marks; nothing where it has none."""
    rest = _SURE.sub("", message)
    if (last := _LAST.search(rest)) and any(_begins(note, last["mark"]) for note in notes):
        rest = f"{rest[: last.start()]}{last['end']}"
    return rest if rest != message else ""


def _begins(note: str, mark: str) -> bool:
    """Tell whether a line begins with a mark and has a text behind it."""
    rest = note.removeprefix(mark)
    return rest != note and any(map(str.isalpha, rest)) and rest[0] not in mark


def _of_footnotes(
    document: Document,
    result: Reading,
    marked: Sequence[tuple[Row, str]],
    notes: Sequence[int],
) -> Doubt:
    named = series([f'"{shown(row.message)}"' for row, _ in marked[:3]])
    more = f" and {len(marked) - 3} more" if marked[3:] else ""
    have = "have what look like marks" if marked[1:] else "has what looks like a mark"
    what = f"{named}{more} {have} of footnotes."
    asked = reading.asked(document, result.options)
    several = len({row.code_set for row in result.rows}) > 1
    rows = [_said_without(row, text, asked, several=several) for row, text in marked]
    said = f"`rows: {json.dumps(rows[:_MOST_ROWS], ensure_ascii=False)}`"
    if marked[_MOST_ROWS:]:
        lines = reading.line_ranges(row.line for row, _ in marked[_MOST_ROWS:])
        said += f", and further ones like these for the lines {lines},"
    do = (
        f"If the API does not send them, write {said} in the reader below. Save it to a file, and"
        " add --reader FILE."
    )
    if notes:
        do += f" The note (line {reading.line_ranges(notes)}) is passed over: read what it says."
    known = all(row["line"] != "…" for row in rows)
    return Doubt(document.file, marked[0][0].line, what, do, (), tuple(rows) if known else ())


def _said_without(row: Row, text: str, asked: Sequence[str], *, several: bool) -> dict[str, Any]:
    """Return a row as provider.yml says it by hand."""
    line = next(iter(reading.quotes([row], asked)), row.message)
    columns = {heading: cell for heading, cell in row.columns.items() if cell}
    said: dict[str, Any] = {"line": line, "code": row.code, "message": text}
    if columns:
        said["columns"] = columns
    if several:
        said["code_set"] = row.code_set
    return said
