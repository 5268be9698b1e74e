"""Texts that stand above their codes, and are read as those of the codes before: -> a doubt.

Where codes and texts stand in turn, each alone, and a text begins, nothing but its place tells
whose it is: below the last code stands something, too, such as the end of the page.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from macros.maintain.document import other_numbers
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.pages.pages import page_of
from macros.maintain.sniffers.sniffed import LEAST, tried
from macros.readers.advice import shown
from macros.readers.text_wrapped import is_open
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.blocks import Block
    from macros.readers.rows import Document

_MOST_WORDS = 12
_LINES = 4  # of a text, a code, and blank lines between
_SIGNS = " `*_"  # around a code


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about a text above the first code, where codes and texts stand in turn."""
    if result.options["format"] != "headings" or len(result.rows) < LEAST:
        return
    page = [block for block in page_of(document)[0] if block.kind != "markup"]
    above = _above(page, result)
    if above is None:
        return
    text, first = one_line(above.shown().text), result.rows[0]
    if not _is_text(text, [row.message for row in result.rows]):
        return
    what = (
        f'"{shown(text)}" stands right above the first code, "{shown(first.code)}", and each code'
        " has a text above it and one below: those below are read, as"
        f' "{shown(first.message)}" here.'
    )
    if_not = "If each text is of the code above it, what is read is right."
    taken = tried(document, _turned(result.options))
    if taken and [row.code for row in taken.rows] == [row.code for row in result.rows]:
        how = (
            f"add --as-meant {above.line}, which reads it with `entry: '{taken.options['entry']}'`"
        )
        change = lambda _: dict(taken.options)  # noqa: E731
        do = f"If the texts stand above their codes, {how}. {if_not}"
        yield Doubt(document.file, above.line, what, do, change=change)
        return
    do = (
        "If the texts stand above their codes, copy each code with its text behind it to a line of"
        f" a file that ends with .txt, and run `read` on that. {if_not}"
    )
    yield Doubt(document.file, above.line, what, do)


def _above(page: Sequence[Block], result: Reading) -> Block | None:
    """Return the paragraph above the first code, if codes and texts stand in turn below it."""
    codes = {(row.line, row.code) for row in result.rows}
    at = [
        place
        for place, block in enumerate(page)
        if (block.line, one_line(block.shown().text).strip(_SIGNS)) in codes
    ]
    if len(at) < len(codes) or any(below - place != 2 for place, below in pairwise(at)):  # noqa: PLR2004
        return None
    *_, head, above = (None, None, *page[: at[0]])
    first = page[at[0]]
    is_of_head = head and (head.kind, head.level) == (first.kind, first.level)
    return above if above and above.kind == "paragraph" and not is_of_head else None


def _is_text(text: str, messages: Sequence[str]) -> bool:
    """Tell whether a text is like the messages, and no introduction or label of them."""
    if other_numbers.says_errors(text) or not 0 < len(text.split()) <= _MOST_WORDS:
        return False
    ends = sum(map(is_open, messages))
    if 2 * ends < len(messages):
        return not is_open(text) and other_numbers.tells_failure(text)
    return is_open(text) and (" " in text or not text.isascii())


def _turned(options: Options) -> Options:
    """Return options by which each text is of the code below it, of a page in Markdown."""
    kept = {key: options[key] for key in ("code_set", "pattern")}
    code = f"[`*_]*(?P<code>{options['pattern']})[`*_]*"
    entry = rf"[*_]*(?P<message>[^\n]+?)[*_]*\n+{code}"
    return {**kept, "format": "pattern", "entry": entry, "lines": _LINES, "every_line": "true"}
