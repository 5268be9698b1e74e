"""Signs at the end of texts that are of the page: rows -> doubts.

In the copy of a page, or below a heading row that is lost, `4001: Dock is busy |` is a line as any;
and pages whose headings can be linked to have a `¶`, a `#` or an arrow behind them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import reading, source_file
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts.messages import without
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

_DATA = frozenset({"json", "yaml"})
_PIPES = re.compile(
    r"(?P<text>.*[^\s|｜¶§🔗↩↗⤴])\s*(?P<sign>[|｜]|[¶§🔗↩↗⤴]\ufe0f?)[\s|｜¶]*",  # noqa: RUF001
    re.DOTALL,
)
# Behind a single text it can be a word's: "Unknown account #".
_HASH = re.compile(r"(?P<text>.*[^\s#])\s+(?P<sign>#)", re.DOTALL)


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
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
    by_hand = without.by_hand(document, result, found)
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
