"""Lists of codes that stand under several headings, in formats without tables.

A heading can have a code set of its own (`under`). A code under two headings that are read as one
list is refused, unless provider.yml says that it means the same in both.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.errors import Problem, Ways
from macros.sources.reader_options import TextLinesOptions
from macros.sources.reader_options.entries import PageOptions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.readers.rows import Row
    from macros.sources.reader_options import Options

MOST_SHOWN = 80  # characters of a heading in an error


class Sections:
    """What stands under which heading of one document.

    Args:
        file: the document, as problems cite it.
        options: what provider.yml says of it.
    """

    def __init__(self, file: str, options: Options) -> None:
        self._file = file
        self._options = options if isinstance(options, PageOptions | TextLinesOptions) else None
        self._used: set[str] = set()
        self._repeats = False

    def code_set(self, section: str | None) -> str:
        """Return the id of the code set of what stands under a heading, or under none."""
        options = self._options
        if options is None:
            return ""
        for heading, code_set in options.under.items() if section is not None else ():
            if section is not None and is_meant(heading, section):
                self._used.add(heading)
                return code_set
        return options.code_set

    def twice(self, rows: Iterable[Row]) -> Iterator[Problem]:
        """Yield a problem for each two headings of one code set that have a code in common."""
        if self._options is None:
            return
        firsts: dict[tuple[str, str], Row] = {}
        found: dict[tuple[str, str | None, str | None], list[tuple[Row, Row]]] = {}
        for row in rows:
            first = firsts.setdefault((row.code_set, row.code), row)
            if first.section != row.section:
                place = (row.code_set, first.section, row.section)
                found.setdefault(place, []).append((row, first))
        self._repeats = bool(found)
        for pairs in () if self._options.repeats else found.values():
            row, first = pairs[0]
            more = f", as do {len(pairs) - 1} more" if pairs[1:] else ""
            what = (
                f'the code "{row.code}" stands under two headings that are read as one list, here'
                f" {_under(row)} and at {self._file}:{first.line} {_under(first)}{more}."
            )
            do = (
                "If they are two lists, give one of the headings its own code set in `under`; if a"
                " code means the same in both, write `repeats: true`."
            )
            yield Problem(self._file, row.line, what, do, ways=Ways(repeats=True))

    def stale(self) -> Iterator[Problem]:
        """Yield a problem for each thing said of headings that the document does not have."""
        for heading in self._options.under if self._options else ():
            if heading not in self._used:
                what = f'no code of this document stands under a heading "{heading}".'
                yield Problem(self._file, 0, what, "Mend or remove it under `under`.")
        if self._options and self._options.repeats and not self._repeats:
            what = "no code stands under two headings of this document."
            yield Problem(self._file, 0, what, "Remove `repeats` from the reader's options.")


def is_meant(heading: str, above: str) -> bool:
    """Tell whether provider.yml means a heading: by its text, or by an expression for it."""
    if heading == above:
        return True
    try:
        return bool(re.fullmatch(heading, above, re.ASCII))
    except (re.error, OverflowError):
        return False  # a heading with signs such as "(" is quoted, and is no pattern


def _under(row: Row) -> str:
    if row.section is None:
        return "under no heading"
    cut = row.section[:MOST_SHOWN]
    return f'under "{cut}{"…" if cut != row.section else ""}"'
