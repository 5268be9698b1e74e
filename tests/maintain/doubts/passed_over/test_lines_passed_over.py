"""New lines of a later document that may list a code are asked about, and none is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.maintain.moon import FIRST, Moon

if TYPE_CHECKING:
    from pathlib import Path


def _asked(printed: str) -> list[str]:
    return re.findall(r'"([^"]*)" is passed over, and begins as a line with a code does', printed)


@pytest.mark.parametrize(
    "line",
    [
        *("B17: The pier is lost", "- PIER_LOST: The pier is lost", "**B17** The pier is lost"),
        *("PIER_LOST The pier is lost", "1oo5 The pier is lost", "Error B7: The pier is lost"),
        *("> -17 The pier is lost", "417: The pier is lost", "### B17 The pier is lost", "B17"),
        *("PIER\\_LOST: The pier is lost", "[B17] The pier is lost", "pier.lost: It is lost"),
    ],
)
def test_a_line_of_another_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    """One line that begins as that of a code does is asked about; nothing is written unasked."""
    moon = Moon(tmp_path)
    assert moon.add(f"{FIRST}\n{line}\n") == 1
    assert _asked(capsys.readouterr().out) == [line]
    assert not (moon.orbit.data / "moon" / "2022-01-01.md").exists()


@pytest.mark.parametrize(
    "line",
    [
        *("1. Call the pilot", "24 hours later", "Last updated: 2023-01-01", "## 2.1 Docks"),
        *("OAuth2 errors", "RFC793 describes the body", "HTTP/1.1 is spoken", "Note: all is well"),
        *("3 docks are closed", "10:30 UTC", "See https://orbit.example/401", "JSON: the body"),
        "A sentence that is as long as a line of a page can be names the pier\nB17 among others.",
    ],
)
def test_prose(tmp_path: Path, line: str) -> None:
    """What begins with a number or a name, and not as the line of a code, is not asked about."""
    assert Moon(tmp_path).add(f"{FIRST}\n{line}\n") == 0


def test_the_answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What lists a code becomes a row, the other line is quoted, and both are told."""
    moon = Moon(tmp_path)
    text = f"{FIRST}\n-17: The pier is lost\n\nB17: the oldest pier.\n"
    assert moon.add(text) == 1
    assert _asked(capsys.readouterr().out) == ["-17: The pier is lost", "B17: the oldest pier."]
    assert moon.add(text, "--as-meant", "11", "--no-codes", "13") == 0
    printed = capsys.readouterr().out
    assert "\n  prose has B17: the oldest pier.\n  rows has -17: The pier is lost\n" in printed
    assert "ignore has" not in printed
    assert "  added: 1\n    -17: The pier is lost\n" in printed
    assert moon.orbit.check() == 0


def test_what_is_decided(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was passed over before, and what is passed over by hand, is not asked about again."""
    first = f"{FIRST}\nB17 is the oldest pier.\n"
    moon = Moon(tmp_path)
    assert moon.add(first, "--no-codes", "11") == 0
    assert moon.add(f"{first}\nPlease read all.\n") == 0
    assert _asked(capsys.readouterr().out) == []
    edited = first.replace("the oldest", "an old")
    assert moon.add(f"{edited}\nPIER_LOST is sent, too.\n") == 1
    assert _asked(capsys.readouterr().out) == ["PIER_LOST is sent, too."]


SHORT = {
    "errors.adoc": ("= Errors\n\n", "{}:: {}\n"),
    "errors.md": ("# Errors\n\n", "- {} {}\n"),
    "plain.md": ("# Errors\n\n", "`{}` {}\n\n"),
    "errors.txt": ("Errors\n\n", "{}: {}\n"),
}


@pytest.mark.parametrize("name", SHORT)
@pytest.mark.parametrize(("code", "now"), [("-3", "3"), ("E130", "130"), ("E130", "F130")])
def test_a_text_that_lost_its_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, code: str, now: str
) -> None:
    """A line with the text of a code that is gone is asked about, whatever its own code is like."""
    head, form = SHORT[name]
    codes = ["-4", "-5", "0"] if code == "-3" else ["E131", "E303", "E331"]
    rows = [form.format(one, f"Pier {one} is lost") for one in codes]
    moon = Moon(tmp_path, head + form.format(code, "Dock is busy") + "".join(rows), name)
    later = head + form.format(now, "Dock is busy") + "".join(rows)
    status = moon.add(later)
    told = capsys.readouterr().out
    if status == 0:  # it is read, and told by both codes
        assert f"    {code}: Dock is busy\n" in told
        assert f"    {now}: Dock is busy\n" in told
        return
    assert now in "".join(_asked(told)) or f'"{now}"' in told
