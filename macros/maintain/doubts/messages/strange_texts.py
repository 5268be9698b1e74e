"""Messages that are perhaps none, or not all of one: all alike, cut off, or behind one sign."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from macros.maintain.document import shapes
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.sniffed import tried
from macros.readers.advice import shown
from macros.sources.reader_options.data import KEY, VALUE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

_FEWEST = 4  # codes with one text, of which one can tell that it is none
_MOST = 0.6  # of the texts are cut off
_CUT = ("…", "...")
# Of Unicode's classes those of dashes, of signs behind and between texts, and of operators.
_SIGNS = frozenset({"Pd", "Pf", "Po", "Sm"})
_OF_TEXTS = frozenset("%@&#\"'\\/<¿¡…")  # what texts themselves begin with


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about texts that all codes have, that a page cuts off, or behind one sign."""
    texts = [row.message for row in result.rows]
    if texts[1:] and not any(any(map(str.isalpha, text)) for text in texts):
        yield _without_words(document, result)
    if len(texts) < _FEWEST:
        return
    first = result.rows[0]
    do = (
        "Look at the page: a program may fill in the texts, or show them in part. If they are what"
        " the API says, save the reader below to a file, and add --reader FILE; else save the page"
        " with its whole texts, or choose another `message`."
    )
    if len(set(texts)) == 1:
        what = f'all {len(texts)} codes have the text "{shown(first.message)}".'
        yield Doubt(document.file, first.line, what, do)
    elif sum(text.endswith(_CUT) for text in texts) > _MOST * len(texts):
        what = f'"{shown(next(text for text in texts if text.endswith(_CUT)))}" and most other'
        yield Doubt(document.file, first.line, f"{what} texts are cut off.", do)
    else:
        yield from behind_a_sign(document, result)


def behind_a_sign(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about texts that all begin with one sign, as stands behind codes."""
    texts = [row.message for row in result.rows]
    if len(texts) < _FEWEST or not (sign := _sign(texts[0])):
        return
    if not all(text.startswith(sign) for text in texts):
        return
    first = result.rows[0]
    what = f'all {len(texts)} texts begin with "{sign}", which perhaps parts them from the codes.'
    taken = None
    if "separator" in result.options:
        taken = tried(document, {**result.options, "separator": "sign"})
    if taken and taken.is_whole:
        do = f"If it is none of the texts, add --as-meant {first.line}."
        yield Doubt(document.file, first.line, what, do, change=lambda _: dict(taken.options))
        return
    do = (
        "If it is none of the texts, show a code with its text:"
        f' --such-as {first.code} "{shown(first.message.lstrip(f"{sign} "))}".'
    )
    yield Doubt(document.file, first.line, what, do)


def _without_words(document: Document, result: Reading) -> Doubt:
    """Return the doubt about texts that are perhaps the codes, each with its name for a code."""
    first = result.rows[0]
    what = (
        f'"{shown(first.message)}" is read as the message of "{first.code}", and none has a word.'
    )
    do = "Show a code with its whole text, by --such-as CODE TEXT, or choose another `message`."
    options = result.options
    change = None
    if options.get("code") == [KEY] and options.get("message") == VALUE:
        pattern = shapes.pattern(row.message for row in result.rows)
        turned = {**options, "code": [VALUE], "message": KEY, "pattern": pattern}
        taken = tried(document, turned)
        if taken and len(taken.rows) == len(result.rows):
            change = lambda _: dict(taken.options)  # noqa: E731
            do = (
                "If these are the codes, and what stands before them are their names, add"
                f" --as-meant {first.line}; the names are the messages then."
            )
    return Doubt(document.file, first.line, what, do, change=change)


def _sign(text: str) -> str:
    """Return the sign that a text begins with and that can stand before it; nothing if none.

    That of a number is a part of it, and what begins with a code has more than a sign before it.
    """
    sign, rest = text[:1], text[1:].split()
    if not rest or unicodedata.category(sign) not in _SIGNS or sign in _OF_TEXTS:
        return ""
    first = rest[0].partition(":")[0]
    return "" if text[1].isdigit() or shapes.looks_like_a_code(first) else sign
