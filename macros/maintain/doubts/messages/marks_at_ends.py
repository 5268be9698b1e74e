"""Marks at the ends of texts that are of the page: badges, pipes, signs of links -> doubts.

`4001: Dock is busy **New**` is one sentence to a reader of the text alone. In the copy of a page,
or below a heading row that is lost, `4001: Dock is busy |` is a line as any; and pages whose
headings can be linked to have a `¶`, a `#` or an arrow behind them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.maintain.document import reading, source_file
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts.messages.furniture import BADGE, LEADS
from macros.readers.advice import shown
from macros.texts import one_line, series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
        yield _doubt(document.file, [row for row, _ in found], badges, by_hand)


def _rest(row: Row, badge: str) -> str:
    """Return the message of a row without a badge at its end or beginning; nothing where none is.

    Behind some words it is what the sentence speaks of: "The key is `Deprecated`".
    """
    text = row.message
    before, behind = text.removesuffix(f" {badge}"), text.removeprefix(f"{badge} ")
    if before != text and not LEADS.search(before):
        return before
    return behind if behind != text and behind[:1].isupper() else ""


def _doubt(
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
