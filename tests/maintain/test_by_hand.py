"""Broken rows stand in the block that a refusal prints, ready to be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from macros.maintain import by_hand, edits, reading
from macros.readers.rows import Document
from macros.sources import reader_options
from tests.maintain.orbit import HEAD, THIRD, Orbit

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

OPTIONS = {
    "format": "markdown",
    "tables": [
        {
            "code_set": "api",
            "columns": ["Code", "Meaning"],
            "code": "Code",
            "message": "Meaning",
            "pattern": "[0-9]+",
        }
    ],
}
BROKEN = HEAD + "| 0 | Docked |\n| 102 | Dock | is shut |\n| 106 |\n| 107 | |\n"


def _block(text: str, options: reading.Options) -> str:
    document = Document("x.md", text)
    return by_hand.block_to_fill(document, reading.read(document, options)) + "\n"


def test_a_row_to_fill_in() -> None:
    """A row from which something can be quoted is there, refused until it is filled in."""
    block = _block(BROKEN, OPTIONS)
    assert "    # Line 6: write what it says for …, in its own words.\n" in block
    assert '    - {line: "102 | Dock | is shut", code: "102", message: "…"}\n' in block
    options = edits.values(block)["reader"]
    assert reading.fault(options) == 'the line "102 | Dock | is shut" does not have "…"'
    assert "106" in options["ignore"]
    assert options["unreadable"] == ["106"]
    assert '  # Add to `unreadable`: ["102", "107"]\n' in block


def test_filled_in() -> None:
    """What is filled in and what is hidden as the block says makes the document whole."""
    options = edits.values(_block(BROKEN, OPTIONS))["reader"]
    options["rows"][0]["message"] = "Dock|is shut"
    options["ignore"].append("107( [|].*)?")
    options["unreadable"].append("107")
    result = reading.read(Document("x.md", BROKEN), options)
    assert result.is_whole
    assert [(row.code, row.message) for row in result.rows] == [
        ("0", "Docked"),
        ("102", "Dock|is shut"),
    ]
    assert [one.code for one in result.unreadable] == ["106", "107"]


def test_a_code_set_where_there_are_several() -> None:
    """The row says of which list it is: that of the row nearest to it."""
    (table,) = cast("list[dict[str, Any]]", OPTIONS["tables"])
    other = {**table, "code_set": "mail", "columns": ["No", "Text"]}
    other |= {"code": "No", "message": "Text"}
    text = BROKEN + "\n| No | Text |\n|---|---|\n| 5 | Sent |\n| 6 | not | sent |\n"
    block = _block(text, {**OPTIONS, "tables": [table, other]})
    assert 'code: "102", message: "…", code_set: api}\n' in block
    assert 'code: "6", message: "…", code_set: mail}\n' in block


def test_a_long_line_is_quoted_whole() -> None:
    """The advice of a reader cuts a long line; the block does not."""
    long = "word " * 100
    block = _block(HEAD + f"| 0 | Docked |\n| 102 | {long}| x |\n", OPTIONS)
    (row,) = edits.values(block)["reader"]["rows"]
    assert row["line"] == f"102 | {long}| x"


def test_what_is_not_needed_is_left_out() -> None:
    """Patterns for lines that are gone go, though a reader does not tell of them yet."""
    options = {**OPTIONS, "ignore": ["Gone with .*", "Still here[.]"]}
    block = _block(f"{BROKEN}\nStill here.\n", options)
    assert edits.values(block)["reader"]["ignore"] == ["Still here[.]", "106"]


def test_rows_that_are_there_stay() -> None:
    """What was said by hand before stays in the block."""
    held = {"line": "9 | a | b", "code": "9", "message": "a|b"}
    text = f"{BROKEN}| 9 | a | b |\n"
    assert edits.values(_block(text, {**OPTIONS, "rows": [held]}))["reader"]["rows"][0] == held
    assert reader_options.RowByHand.model_validate(held)


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The printed block is taken as it is where nothing is to be filled in; else it is refused."""
    orbit = Orbit(tmp_path)
    empty = THIRD + "| 106 |\n"
    assert orbit.add("2023-01-01.md", empty, "--yes") == 1
    printed = capsys.readouterr().out
    assert "106: the row has a code and nothing else." in printed
    reader = tmp_path / "reader.yml"
    reader.write_text(printed[printed.index("reader:\n") :], "utf-8")
    assert orbit.add("2023-01-01.md", empty, "--reader", str(reader), "--yes") == 0
    assert "Listed in 2023-01-01, not readable: 1\n  106\n" in capsys.readouterr().out
    assert orbit.check() == 0
    broken = THIRD + "| 107 | Mast | is down |\n"
    assert orbit.add("2024-01-01.md", broken, "--yes") == 1
    printed = capsys.readouterr().out
    reader.write_text(printed[printed.index("reader:\n") :], "utf-8")
    assert orbit.add("2024-01-01.md", broken, "--reader", str(reader), "--yes") == 1
    assert "Write in the place of … what the line says." in capsys.readouterr().err
    said = reader.read_text("utf-8").replace('message: "…"', 'message: "Mast|is down"')
    reader.write_text(said, "utf-8")
    assert orbit.add("2024-01-01.md", broken, "--reader", str(reader), "--yes") == 0
    assert "  dropped, and never read: 106\n" in capsys.readouterr().out
    assert orbit.check() == 0
