"""A value that most entries of source code have beside code and text is kept, and no code."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

TEXTS = {"LK-GEN-001": "dock is busy", "OK": "all is well", "LK-GEN-002": "ship is gone"}
TEXTS |= {"LK-OUT-001": "ship is lost", "LK-OUT-002": "tug is late"}
LEVELS = ("ERROR", "INFO", "FATAL", "ERROR", "DEBUG")
LAYOUTS = {
    "dock.py": '    "e{2}": {{\n        "code": "{0}",\n        "message": "{1}"{3}\n    }},',
    "dock.js": "  e{2}: {{\n    code: '{0}',\n    message: '{1}'{3}\n  }},",
    "dock.rb": "  e{2}: {{ code: '{0}', message: '{1}'{3} }},",
    "lines.py": '    "e{2}": {{\n        "code": "{0}"\n        , "message": "{1}"{3}\n    }},',
}
FURTHER = {
    "dock.py": ',\n        "level": "{}"',
    "dock.js": ",\n    level: '{}'",
    "dock.rb": ", level: '{}'",
    "lines.py": '\n        , "level": "{}"',
}


def _document(name: str, levels: tuple[str, ...]) -> Document:
    entries = [
        LAYOUTS[name].format(code, text, number, FURTHER[name].format(level) if level else "")
        for number, ((code, text), level) in enumerate(zip(TEXTS.items(), levels, strict=True))
    ]
    return Document(name, "\n".join(["ERRORS = {", *entries, "}", ""]))


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("without", [None, 0, 2, 4])
def test_kept(name: str, without: int | None) -> None:
    """It is a column of those that have it, whether one lacks it or none, and nothing is asked."""
    levels = tuple("" if at == without else level for at, level in enumerate(LEVELS))
    found = sniff.sniff(_document(name, levels))
    assert found
    assert found.reading.is_whole, found.reading.problems
    assert {row.code: row.message for row in found.reading.rows} == TEXTS
    assert tuple(row.columns.get("level", "") for row in found.reading.rows) == levels


def test_misspelt() -> None:
    """One that has another key is none of the column, and takes nothing from its entry."""
    document = _document("lines.py", LEVELS)
    found = sniff.sniff(Document("dock.py", document.text.replace('"level": "F', '"level:": "F')))
    assert found
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == TEXTS
    levels = [row.columns.get("level", "") for row in found.reading.rows]
    assert levels == ["ERROR", "INFO", "", "ERROR", "DEBUG"]
