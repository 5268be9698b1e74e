"""Letters with a space behind them before each code, as in `E 101`: a reading -> a doubt.

Read is the number. The letters can be a part of the code, which nothing on the page tells; words
for errors, numbers and statuses are none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import other_numbers
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.copies.copy_entries import BETWEEN
from macros.maintain.sniffers.sniffed import LEAST, tried
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document

# Alone, or behind words: E, Alarm E
_LETTERS = re.compile(r"(?P<words>(?:.* )?)(?P<letters>[A-Z]{1,6}) ")
_WORDS = frozenset("CODE HTTP ID KOD NO NR NUM NUMBER RC RESULT RETURN STATUS".split())
_PAGES = frozenset({"bullets", "headings"})


def letters(result: Reading) -> str:
    """Return the letters that stand before all codes, and may be a part of them, if any do."""
    found = _LETTERS.fullmatch(result.options.get("before", ""))
    own = found["letters"] if found else ""
    return "" if own in _WORDS or other_numbers.says_errors(own) else own


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about letters that stand before all codes."""
    rows = result.rows
    if not (before := letters(result)) or len(rows) < LEAST:
        return
    row = rows[0]
    what = (
        f'"{before}" stands before "{shown(row.code)}" and all other codes, and is perhaps a'
        " part of them."
    )
    whole = _with_letters(result.options, before)
    taken = tried(document, whole) if whole else None
    do = f"Look at a body of the API. If it sends numbers alone, add --as-read {row.line};"
    change = None
    if taken and [one.message for one in taken.rows] == [one.message for one in rows]:
        change = lambda _: dict(taken.options)  # noqa: E731
        do += (
            f" if it sends the letters too, add --as-meant {row.line}, which reads"
            f' "{taken.rows[0].code}", and write as `code_signs` what it sends for the space.'
        )
    else:
        do += (
            " if it sends the letters too, read the document with `format: pattern`, an `entry`"
            f' whose group `code` begins with "{before} ", and `code_signs: {{" ": ""}}`.'
        )
    yield Doubt(document.file, row.line, what, do, change=change)


def _with_letters(options: Options, before: str) -> Options:
    """Return options that read letters and a number as a code; none where no way is known."""
    pattern = f"{before} (?:{options['pattern']})"
    more: Options = {"pattern": pattern, "code_signs": {" ": ""}}
    words = options["before"].removesuffix(f"{before} ")
    if options["format"] in _PAGES:
        others = {key: one for key, one in options.items() if key != "before"}
        return {**others, **more, **({"before": words} if words else {})}
    if options["format"] != "text_lines":
        return {}
    entry = rf"{words}(?P<code>{pattern}){BETWEEN}(?P<message>\S.*)"
    kept: Options = {key: options[key] for key in ("code_set", "prose", "ignore") if key in options}
    return {"format": "pattern", **kept, **more, "entry": entry, "every_line": "true"}
