"""Codes with a sign within them, as in 1,001, 10 01 and E 101: document -> how it can be read.

Nobody can tell from the document alone what the API sends, so that is asked. The guesses know
such codes in a copy of the document, in which an underscore stands for the sign.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from macros.errors import Problem
from macros.maintain.document import column_names, other_numbers, reading, shapes
from macros.maintain.document.doubt import Doubt, becomes
from macros.maintain.sniffers.sniffed import LEAST, Sniffed, account, tried

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.maintain.document.reading import Options
    from macros.readers.rows import Document, Row

_CODES = (
    (",", re.compile(r"(?<![\w.,-])[0-9]{1,3}(?:,[0-9]{3})+(?![\w,]|\.[0-9])", re.ASCII)),
    (
        " ",
        re.compile(
            r"(?<![\w.,-])(?<![0-9] )[0-9]{2,4}(?: [0-9]{2,4})+(?![\w,-]|\.[0-9]| [0-9])", re.ASCII
        ),
    ),
    # As in E 101.
    (" ", re.compile(r"(?<![\w.-])(?!HTTP )[A-Z]{1,6} [0-9]{1,8}(?![\w-]|\.[0-9])", re.ASCII)),
)
_GROUPED = re.compile(r"[0-9]+(?:_[0-9]+)+|[A-Z]+_[0-9]+", re.ASCII)
_WITH_DOT = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+", re.ASCII)
_STAND_IN = re.compile(r"(?<=[0-9A-Z})\]])_(?=\(\?:|[0-9\[])")
_HTTP = "(?P<http>[1-5][0-9]{2})"
# A code and its status, in each order; the first one that fits is taken.
_TWO = (
    (re.compile(rf"\s*(?P<code>[0-9]{{2,4}}) {_HTTP}(?= )", re.ASCII), "behind"),
    (re.compile(rf"\s*{_HTTP} (?P<code>[0-9]{{2,4}})(?= )", re.ASCII), "before"),
)
_MOST = 0.6  # of the rows, at least, have such a code


def sniff(document: Document, guess: Callable[[Document], Sniffed | None]) -> Sniffed | None:
    """Return how a document can be read in which a comma or space stands within the codes.

    Args:
        document: the document.
        guess: finds out how a document can be read whose codes have no such sign.
    """
    found = []
    for sign, codes in _CODES:
        if len({match[0] for match in codes.finditer(document.text)}) < LEAST:
            continue
        copy = codes.sub(lambda code: code[0].replace(sign, "_"), document.text)  # noqa: B023 - used at once
        guessed = guess(replace(document, text=copy))
        if guessed and _are_grouped(guessed.reading.rows):
            one = _read(document, guessed, sign)
            found.append(_beside_statuses(document, one) if sign == " " else one)
    return max(found, key=lambda one: len(one.reading.rows), default=None)


def _are_grouped(rows: tuple[Row, ...]) -> bool:
    grouped = sum(bool(_GROUPED.fullmatch(row.code)) for row in rows)
    return grouped >= LEAST and grouped >= _MOST * len(rows)


def _read(document: Document, guessed: Sniffed, sign: str) -> Sniffed:
    """Return how the document itself is read, with the doubt about its codes."""
    options = _with_sign(guessed.reading.options, sign)
    options["code_signs"] = {sign: ""}
    result = account(document, options)
    if not result.rows and options["format"] == "text_lines":
        # A space within the code ends it there.
        codes = [row.code.replace("_", sign) for row in guessed.reading.rows]
        pattern = shapes.pattern(codes)
        lines: Options = {
            "format": "pattern",
            "code_set": options["code_set"],
            "pattern": pattern,
            "entry": rf"(?P<code>{pattern})[ \t]+(?P<message>\S.*)",
            "code_signs": {sign: ""},
        }
        result = account(document, lines)
    doubts = (*guessed.doubts, *doubted(document.file, result.rows, sign))
    result = replace(result, problems=(*result.problems, *doubts))
    return replace(guessed, reading=result, doubts=doubts)


def _beside_statuses(document: Document, guessed: Sniffed) -> Sniffed:
    """Return how lines are read of whose two numbers one is a status in all; else the guess.

    As in `4001 404 No dock`: that is a code and its status, and perhaps one code. Where all can be
    statuses, the line of headings says which are.
    """
    options = guessed.reading.options
    lines = document.text.split("\n")
    if options["format"] != "pattern":
        return guessed
    head = column_names.heading(document, guessed.reading)
    ways = _TWO[::-1] if head and column_names.is_http(" ".join(head.names.before)) else _TWO
    for two, where in ways:
        found = [one for row in guessed.reading.rows if (one := two.match(lines[row.line - 1]))]
        if len(found) == len(guessed.reading.rows) and all(
            other_numbers.is_status(one["http"]) for one in found
        ):
            return _as_statuses(document, guessed, found, where)
    return guessed


def _as_statuses(
    document: Document, guessed: Sniffed, found: list[re.Match[str]], where: str
) -> Sniffed:
    """Return how lines are read that have a code and a status; the guess where that loses some."""
    options = guessed.reading.options
    pattern = shapes.pattern(one["code"] for one in found)
    parts = [f"(?P<code>{pattern})", _HTTP]
    parts = [*(parts if where == "behind" else parts[::-1]), r"(?P<message>\S.*)"]
    better = {key: options[key] for key in ("format", "code_set")} | {"pattern": pattern}
    better |= {"entry": r"[ \t]+".join(parts), "named": {"http": "http"}}
    result = tried(document, better)
    if not result or len(result.rows) < len(guessed.reading.rows):
        return guessed
    row, both = result.rows[0], found[0][0].strip()
    what = f'"{row.code}" is read as a code and "{row.named["http"]}" {where} it as its status.'
    do = (
        "If so, save the reader below to a file, and add --reader FILE; if both are one code, add"
        f' --as-meant {row.line}, which reads "{both.replace(" ", "")}", and write as `code_signs`'
        " what the API sends between them."
    )
    doubt = Doubt(document.file, row.line, what, do, change=becomes(options))
    result = replace(result, problems=(*result.problems, doubt))
    return replace(guessed, reading=result, doubts=(doubt,))


def _with_sign(value: Any, sign: str) -> Any:  # noqa: ANN401 - options of any format
    """Return options with the sign in the place of the underscores that stood for it."""
    if isinstance(value, dict):
        return {key: _with_sign(one, sign) for key, one in value.items()}
    if isinstance(value, list):
        return [_with_sign(one, sign) for one in value]
    return _STAND_IN.sub(sign, value) if isinstance(value, str) else value


def doubted(file: str, rows: tuple[Row, ...], sign: str) -> tuple[Problem, ...]:
    """Return the doubt about what the API sends in the place of a sign within codes."""
    if not rows:
        return ()
    sent = rows[0].code
    what = f'the codes have a "{sign}" within them, and the page does not tell what the API sends.'
    other = f'write `code_signs: {{"{sign}": "-"}}` or what else it sends there'
    if sign.strip():
        other = "remove `code_signs` if it sends the sign, too"
    do = (
        f'Look at a body of the API. The reader below leaves the sign out, so that "{sent}" is a'
        f" code; {other}. Save the reader to a file, and add --reader FILE."
    )
    return (Problem(file, rows[0].line, what, do),)


def with_dots(document: Document, guess: Sniffed) -> Sniffed:
    """Return a guess with the doubt about dots that cut the digits of its codes in threes."""
    rows = guess.reading.rows
    dotted = [row for row in rows if _WITH_DOT.fullmatch(row.code)]
    short = [row for row in rows if row.code.isdigit() and len(row.code) <= 3]  # noqa: PLR2004 - no dot
    if len(dotted) < LEAST or len(dotted) + len(short) < len(rows):
        return guess
    options = {**guess.reading.options, "code_signs": {".": ""}}
    if reading.fault(options):
        return guess
    result = account(document, options)
    doubts = (*guess.doubts, *doubted(document.file, result.rows, "."))
    problems = (*result.problems, *doubts)
    return replace(guess, reading=replace(result, problems=problems), doubts=doubts)
