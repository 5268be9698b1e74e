"""Words that are right and that the English dictionary lacks: `data/glossary.txt`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.sources import text_file

if TYPE_CHECKING:
    from pathlib import Path

FILE = "glossary.txt"


def read(data: Path) -> dict[str, int]:
    """Return the words in lower case with their lines; none where there is no such file.

    Raises:
        ProblemsError: when it is not UTF-8.
    """
    lines = text_file.lines(data / FILE, f"{data.name}/{FILE}")
    return {word: number for number, word in lines}
