"""Lines of a text that are said by hand: nothing more is asked of what stands in them."""

from __future__ import annotations

from macros.maintain.document import reading
from macros.readers.rows import Document

TEXT = "1001 (1) Dock is busy\n1002 (2) Crane is broken\n1003 (1) Gate is shut\n"
OPTIONS = {
    "format": "text_lines",
    "code_set": "api",
    "pattern": "[0-9]{4}",
    "separator": "space",
}


def test_brackets() -> None:
    """What stands in brackets before each text is asked about until most lines are said by hand."""
    document = Document("e.txt", TEXT)
    asked = reading.read(document, OPTIONS).problems
    assert "begins with something in brackets (3 such texts)" in asked[0].what
    said = [{"line": line, "code": line[:4], "message": line[9:]} for line in TEXT.split("\n")[:-1]]
    whole = reading.read(document, {**OPTIONS, "rows": said})
    assert whole.is_whole
    assert [row.message for row in whole.rows] == [
        "Dock is busy",
        "Crane is broken",
        "Gate is shut",
    ]
