"""Comments that only a later version of source code has are asked about, or told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.catalog import load as catalog
from tests.maintain.orbit import Orbit

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

STRINGS = (
    '  BUSY(101, "The dock is busy"),\n  SHUT(102, "The dock is closed"),\n'
    '  LONG(103, "The ship is too long"),\n'
)
DOCUMENTED = (
    "  /** The dock is busy */\n  static final int BUSY = 101;\n"
    "  /** The dock is closed */\n  static final int SHUT = 102;\n"
    "  /** The ship is too long */\n  static final int LONG = 103;\n"
)
TITLE = "  // ---- Docks ----\n"


def _orbit(folder: Path, constants: str, capsys: pytest.CaptureFixture[str]) -> Orbit:
    """Return a provider whose newest document is source code with some constants."""
    orbit = Orbit(folder)
    text = f"enum Codes {{\n{constants}}}\n"
    assert orbit.add("2021-06-01.java", text, "--yes", "--anyway") == 0
    capsys.readouterr()
    return orbit


def test_beside_strings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where texts stand beside the codes, new comments are told, but for titles; once alone."""
    orbit = _orbit(tmp_path, STRINGS, capsys)
    more = STRINGS.replace("  SHUT", "  /** Since 2.4 */\n  SHUT")
    assert orbit.add("2022-01-01.java", f"enum Codes {{\n{TITLE}{more}}}\n", "--yes") == 0
    said = "1 comment stands right above codes, none did before, and all are passed over"
    assert f'  {said}: "/** Since 2.4 */" in line 4\n' in capsys.readouterr().out
    rows = {code.code: code.messages for code in catalog.load(orbit.data)["orbit"].current}
    assert rows["102"] == ("The dock is closed",)
    again = more.replace("  BUSY", "  // Wait\n  BUSY")
    assert orbit.add("2023-01-01.java", f"enum Codes {{\n{again}}}\n", "--yes") == 0
    assert "passed over" not in capsys.readouterr().out


def test_in_the_place_of_texts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where comments are the texts, a version in the place of one is asked about, not taken."""
    orbit = _orbit(tmp_path, DOCUMENTED, capsys)
    text = (
        f"enum Codes {{\n{TITLE}{DOCUMENTED}  /** Since 2.4 */\n  static final int OLD = 104;\n}}\n"
    )
    assert orbit.add("2022-01-01.java", text, "--yes") == 1
    printed = capsys.readouterr().out
    assert '"Since 2.4" is read as the message of "104", and is perhaps' in printed
    assert "--listed 10\n" in printed
    assert orbit.add("2022-01-01.java", text, "--yes", "--listed", "10") == 0
    held = catalog.load(orbit.data)["orbit"]
    assert not held.by_anchor["104"].readable
    assert held.by_anchor["101"].messages == ("The dock is busy",)
    assert held.by_anchor["103"].messages == ("The ship is too long",)
