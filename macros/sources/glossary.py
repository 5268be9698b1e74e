"""Words that are right and that the English dictionary lacks: `data/glossary.txt`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FILE = "glossary.txt"


def read(data: Path) -> dict[str, int]:
    """Return the words in lower case with their lines; none where there is no such file."""
    path = data / FILE
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return {
        line.strip(): number
        for number, line in enumerate(lines, start=1)
        if line.strip() and not line.startswith("#")
    }
