"""Codes that a later document prints otherwise: asked about where the text tells that it is so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from macros.maintain import edits
from tests.maintain.moon import FIRST as TIDES
from tests.maintain.moon import Moon
from tests.maintain.orbit import HEAD

if TYPE_CHECKING:
    from pathlib import Path

FIRST = HEAD + (
    "| -101 | The dock is busy |\n| -102 | The dock is shut |\n| -0030 | A rope is torn |\n"
    "| 007 | The ship is late |\n| -104 | The mast is broken |\n| 105 | The crew is ill |\n"
    "| A09 | Fog |\n"
)


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("| -101 |", "| 101 |", "1 code differs in signs or zeros alone: -101 is 101."),
        ("| -0030 |", "| -30 |", "1 code differs in signs or zeros alone: -0030 is -30."),
        ("| 007 |", "| 7 |", "1 code differs in signs or zeros alone: 007 is 7."),
        ("| A09 |", "| A9 |", "1 code differs in signs or zeros alone: A09 is A9."),
        ("| 105 |", "| -105 |", "1 code differs in signs or zeros alone: 105 is -105."),
        ("| A09 |", "| A-09 |", "1 code differs in signs or zeros alone: A09 is A-09."),
        (
            "| 105 |",
            "| 0x00000069 |",
            "1 code differs in signs, zeros or how numbers are written alone: 105 is 0x00000069.",
        ),
        (
            "| -10",
            "| 10",
            "zeros alone: -101 is 101, -102 is 102, -104 is 104. A copy or a",
        ),
    ],
)
def test_a_sign_or_zeros(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], was: str, now: str, told: str
) -> None:
    """A sign or zeros that are lost, or new, beside the same text are asked about."""
    moon = Moon(tmp_path, FIRST)
    capsys.readouterr()
    assert moon.add(FIRST.replace(was, now)) == 2
    printed = capsys.readouterr().out
    assert f"Look twice: codes printed otherwise? {told}" in printed or told in printed
    assert printed.count("codes printed otherwise?") == 1
    assert moon.add(FIRST.replace(was, now), "--anyway") == 0
    assert moon.orbit.check() == 0


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("| -101 | The dock is busy |", "| 101 | The pier has no place left |"),
        ("| -101 |", "| -110 |"),
        ("| -101 | The dock is busy |", "| -101 | The dock is busy |\n| 101 | No dock |"),
        ("| 105 | The crew is ill |\n", ""),
    ],
)
def test_other_codes(tmp_path: Path, was: str, now: str) -> None:
    """A code with another text, or with another number, is another one."""
    moon = Moon(tmp_path, FIRST)
    assert moon.add(FIRST.replace(was, now)) == 0


def test_other_capitals(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A hexadecimal code in other capitals is the same one, and told of: it keeps its name."""
    first = HEAD + "| 0x00 | Fine |\n| 0x0f | The dock is busy |\n| 0x1e | The ship is late |\n"
    moon = Moon(tmp_path, first)
    capsys.readouterr()
    later = first.replace("0x0f", "0x0F").replace("0x1e | The ship", "0X1E | The crew")
    assert moon.add(later) == 0
    printed = capsys.readouterr().out
    assert "the same codes: 0x0F is 0x0f, 0X1E is 0x1e" in printed
    assert "    0x1e: The ship is late -> The crew is late" in printed
    assert "dropped" not in printed
    assert "added" not in printed
    assert moon.orbit.check() == 0


def test_a_range(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Codes that stand in a range now are asked about; by hand each of them is kept."""
    moon = Moon(tmp_path, TIDES)
    line = "1003 - 1004 | No berth is free"
    gone = "| 1003 | Dock 3 is busy |\n| 1004 | Dock 4 is busy |\n"
    later = TIDES.replace(gone, f"| {line} |\n")
    capsys.readouterr()
    assert moon.add(later) == 2
    assert (
        "Look twice: in a range now? 1003, 1004: told as dropped, and within 1003-1004. To keep"
        " each code, write it by hand under `rows` of the reader, with the line of the range"
    ) in capsys.readouterr().out
    text = (moon.orbit.data / "moon/provider.yml").read_text("utf-8")
    (options,) = [one["reader"] for one in edits.values(text)["revisions"]]
    said = {"line": line, "message": "No berth is free", "code_set": "api"}
    rows = [{**said, "code": code} for code in ("1003", "1004")]
    reader = tmp_path / "reader.yml"
    reader.write_text(json.dumps({**options, "rows": rows}), "utf-8")
    assert moon.add(later, "--reader", str(reader)) == 0
    assert "dropped" not in capsys.readouterr().out
    assert moon.orbit.check() == 0


def _zeros(*codes: str, last: str = "The tide is low") -> str:
    texts = ["The crew is ill", "The dock is busy", "The rope is torn", last]
    return HEAD + "".join(f"| {code} | {text} |\n" for code, text in zip(codes, texts, strict=True))


@pytest.mark.parametrize(
    ("codes", "told"),
    [
        (
            ("001 002 003 004", "1 2 3 4"),
            "4 codes differ in signs or zeros alone: 001 is 1, 002 is 2, 003 is 3 and 1 more.",
        ),
        (
            ("1 2 3 14", "0001 0002 0003 0014"),
            "4 codes differ in signs or zeros alone: 1 is 0001, 2 is 0002, 3 is 0003 and 1 more.",
        ),
        (
            ("-01 -02 -03 -04", "-1 -2 -3 -4"),
            "4 codes differ in signs or zeros alone: -01 is -1, -02 is -2, -03 is -3 and 1 more.",
        ),
        (
            ("001 002 003 004", "001 002 003 4"),
            "1 code differs in signs or zeros alone: 004 is 4.",
        ),
        (
            ("0x0001 0x0002 0x0003 0x000A", "0x1 0x2 0x3 0xa"),
            "4 codes differ in signs, zeros or how numbers are written alone: 0x0001 is 0x1,",
        ),
    ],
)
@pytest.mark.parametrize("last", ["The tide is low", "Fog"])
def test_zeros_before_codes(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    codes: tuple[str, str],
    told: str,
    last: str,
) -> None:
    """Zeros that are lost, or new, are one question, whatever is said beside them."""
    was, now = map(str.split, codes)
    moon = Moon(tmp_path, _zeros(*was))
    capsys.readouterr()
    later = _zeros(*now, last=last)
    assert moon.add(later) == 2
    printed = capsys.readouterr().out
    assert f"Look twice: codes printed otherwise? {told}" in printed
    assert printed.count("Look twice:") == 1
    assert moon.add(later, "--anyway") == 0
    newest = catalog.load(moon.orbit.data)["moon"]
    current = [code.code for code in newest.codes if code.listed(newest.provider.latest)]
    assert sorted(current) == sorted(now)


def test_zeros_beside_what_is_new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A code of a new form, and one that stands beside the same number, are asked about apart."""
    moon = Moon(tmp_path, _zeros("001", "002", "003", "004"))
    capsys.readouterr()
    assert moon.add(_zeros("001", "002", "003", "4") + "| X9 | Fog |\n| 2 | Ice |\n") == 2
    printed = capsys.readouterr().out
    assert 'Look twice: a wider pattern? "X9" in line 9 is not of the pattern before' in printed
    assert 'Look twice: a wider pattern? "2" in line 10 is not of the pattern before' in printed
    assert "1 code differs in signs or zeros alone: 004 is 4." in printed
    assert printed.count("Look twice:") == 3


@pytest.mark.parametrize("shape", ["## {}\n\n{}\n\n", "- {}: {}\n", "{} {}\n"])
def test_zeros_in_entries(tmp_path: Path, capsys: pytest.CaptureFixture[str], shape: str) -> None:
    """A heading or an item that is a small number is a code where the same with zeros was one."""
    texts = ["The crew is ill", "The dock is busy", "The rope is torn"]
    first, later = (
        "# Errors\n\n" + "".join(map(shape.format, codes, texts))
        for codes in (("001", "002", "003"), ("1", "2", "3"))
    )
    moon = Moon(tmp_path, first, "errors.txt" if shape.startswith("{") else "errors.md")
    capsys.readouterr()
    assert moon.add(later) == 2
    printed = capsys.readouterr().out
    assert "codes printed otherwise? 3 codes differ in signs or zeros alone: 001 is 1," in printed
    assert printed.count("Look twice:") == 1
    assert moon.add(later, "--anyway") == 0
