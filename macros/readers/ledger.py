"""What the lines of one document are accounted to, and what accounts for none of them.

Remembers which patterns and tables of a reader's options were of use: one that was not is stale,
and a problem.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, TypeVar

from macros.errors import Problem
from macros.sources.reader_options import Options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.sources.reader_options import Table

Format_co = TypeVar("Format_co", bound=Options, covariant=True)


class Ledger(Generic[Format_co]):
    """What a document's lines can be, by the options of its reader.

    Args:
        file: the document, as problems cite it.
        options: what `provider.yml` says of it.
    """

    def __init__(self, file: str, options: Format_co) -> None:
        self.file = file
        self.options = options
        self._patterns = {"ignored": options.ignore, "heading": options.heading_patterns}
        self._used: set[object] = set()

    def ignores(self, text: str) -> bool:
        """Tell whether an `ignore` pattern matches the whole of a line of text."""
        return self._matches("ignored", text)

    def is_heading(self, text: str) -> bool:
        """Tell whether a `headings` pattern matches the whole of a line of text."""
        return self._matches("heading", text)

    def use(self, table: Table) -> None:
        """Note that the document has a table of this kind."""
        self._used.add(id(table))

    def stale(self) -> Iterator[Problem]:
        """Yield a problem for each pattern and each table that the document does not have."""
        for kind, patterns in self._patterns.items():
            for pattern in patterns:
                if (kind, pattern) not in self._used:
                    what = f'no line of this document matches the {kind} pattern "{pattern}".'
                    yield Problem(self.file, 0, what, "Remove the pattern from provider.yml.")
        for table in self.options.described_tables:
            if id(table) not in self._used:
                what = f"this document has no table with the columns {table.columns}."
                yield Problem(self.file, 0, what, "Mend or remove the table in provider.yml.")

    def _matches(self, kind: str, text: str) -> bool:
        matching = [
            (kind, pattern)
            for pattern in self._patterns[kind]
            if re.fullmatch(pattern, text, re.ASCII)
        ]
        self._used.update(matching)
        return bool(matching)


def leftover(file: str, line: int, text: str) -> Problem:
    """Return the problem of a line that is neither row nor heading nor ignored."""
    what = f'"{shown(text)}" is neither a code with its message nor a heading without a code.'
    do = "Mend the reader's options in provider.yml, or add a pattern for it to `ignore`."
    return Problem(file, line, what, do)


def shown(text: str, most: int = 80) -> str:
    """Return `text` for an error: cut to `most` characters, invisible ones as escapes."""
    visible = "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in text
    )
    return visible if len(visible) <= most else f"{visible[: most - 1]}…"
