"""Source code with too few entries to be guessed: one of them is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import by_example, replies, sniff
from macros.maintain.replies import Replies
from macros.maintain.sniffers.such_as.such_as_doubts import Example
from macros.readers.rows import Document
from tests.maintain.orbit import Orbit

if TYPE_CHECKING:
    from pathlib import Path

FAULTS = """\
package dock;

public enum Fault {
    DOCK("D001", Status.GONE, "Dock is busy."),
    // GATE("D002", Status.GONE, "Gate is shut."),
    CRANE("D003", Status.BAD, "Crane is hot.");

    private final String code;
    private final Status status;
}
"""
ARRAY = """\
<?php
return [
    101 => 'Dock is busy',
    // 102 => 'Gate is shut',
    103 => "Crane isn't " . 'well',
];
"""


def _shown(document: Document, *example: str) -> sniff.Sniffed:
    return by_example.sniffed(document, [Example(*example)])


def test_two_entries() -> None:
    """Two entries are read by the grammar of source code, and one commented out is asked about."""
    document = Document("Fault.java", FAULTS)
    assert sniff.sniff(document) is None
    result = _shown(document, "D001", "Dock is busy.").reading
    assert [(row.code, row.message, row.columns) for row in result.rows] == [
        ("D001", "Dock is busy.", {"name": "DOCK", "http": "Status.GONE"}),
        ("D003", "Crane is hot.", {"name": "CRANE", "http": "Status.BAD"}),
    ]
    assert [one.line for one in result.problems] == [5]
    assert replies.applied(document, result, Replies(no_codes=frozenset({5}))).is_whole


def test_escapes_in_strings() -> None:
    """As in a document that is guessed, escapes are those of the language."""
    text = 'export const E = {\n  101: "Dock is busy",\n  102: "Gate is \\"shut\\"",\n};\n'
    result = _shown(Document("e.js", text), "101", "Dock is busy").reading
    assert [(row.code, row.message) for row in result.rows] == [
        ("101", "Dock is busy"),
        ("102", 'Gate is "shut"'),
    ]
    assert result.is_whole


def test_a_way_on_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing is found it is said that one can be shown; what is read so offers no `--in`."""
    file = tmp_path / "Fault.java"
    file.write_text(FAULTS.replace("    CRANE", "    // CRANE"), "utf-8")
    orbit = Orbit(tmp_path)
    assert orbit.run("read", str(file)) == 1
    assert '--such-as 40029 "invalid code"' in capsys.readouterr().out
    assert orbit.run("read", str(file), "--such-as", "D001", "Dock is busy.") == 1
    said = capsys.readouterr().out
    assert "D001: Dock is busy." in said
    assert "--no-codes 5-6,8-9" in said
    assert "--in " not in said


@pytest.mark.parametrize(
    ("comment", "is_quoted"), [("// 102 => 'Gate is shut',", False), ("// Of 300 ships:", True)]
)
def test_a_comment_above_a_row_by_hand(comment: str, *, is_quoted: bool) -> None:
    """A comment above is quoted, as the text may be there; an entry commented out is not."""
    text = ARRAY.replace("// 102 => 'Gate is shut',", comment)
    result = _shown(Document("e.php", text), "101", "Dock is busy").reading
    [asked] = [one for one in result.problems if one.line == 5]
    line = "103 => \"Crane isn't \" . 'well',"
    assert asked.ways.rows == ((f"{comment}\n{line}" if is_quoted else line, "103"),)
