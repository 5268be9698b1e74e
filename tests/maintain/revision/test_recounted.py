"""Rows that sum up, in later documents: answered once, whatever they count after that."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from tests.maintain.moon import Moon
from tests.maintain.orbit import HEAD

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_TEXTS = ("Token expired", "Dock is busy", "Ship unknown", "Quota used up", "Bad pier", "No mast")


def _rows(count: int) -> list[tuple[str, str]]:
    return [(f"100{number}", text) for number, text in enumerate(_TEXTS[:count], start=1)]


def _markdown(rows: list[tuple[str, str]]) -> str:
    return HEAD + "".join(f"| {code} | {text} |\n" for code, text in rows)


def _csv(rows: list[tuple[str, str]]) -> str:
    return "code,message\n" + "".join(f"{code},{text}\n" for code, text in rows)


def _html(rows: list[tuple[str, str]]) -> str:
    cells = "".join(f"<tr><td>{code}</td><td>{text}</td></tr>\n" for code, text in rows)
    return f"<table>\n<tr><th>Code</th><th>Meaning</th></tr>\n{cells}</table>\n"


def _lines(rows: list[tuple[str, str]]) -> str:
    return "".join(f"{code} {text}\n" for code, text in rows)


def _items(rows: list[tuple[str, str]]) -> str:
    return "# Errors\n\n" + "".join(f"- {code}: {text}\n" for code, text in rows)


def _json(rows: list[tuple[str, str]]) -> str:
    return json.dumps([{"code": int(code), "message": text} for code, text in rows], indent=1)


def _listed(moon: Moon) -> dict[str, list[str]]:
    held = catalog.load(moon.orbit.data)["moon"]
    newest = held.provider.revisions[-1]
    return {
        one.code: [row.message for row in rows] for one in held.codes if (rows := one.rows(newest))
    }


@pytest.mark.parametrize(
    ("name", "written", "word", "line"),
    [
        ("errors.md", _markdown, "Total", 10),
        ("errors.csv", _csv, "合计", 7),
        ("errors.html", _html, "Gesamt", 8),
        ("errors.txt", _lines, "Total", 6),
        ("errors.md", _items, "Totaal", 8),
        ("errors.json", _json, "Total", 23),
    ],
)
def test_a_sum_that_is_new(  # noqa: PLR0913, PLR0917 - a case, and where it is read
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    written: Callable[[list[tuple[str, str]]], str],
    word: str,
    line: int,
) -> None:
    """It is asked about with `--no-codes`, which works, leaves no doubt, and holds for the next."""
    moon = Moon(tmp_path, written(_rows(5)), name)
    later = written([*_rows(5), ("5", word)])
    assert moon.add(later) == 1
    assert f"--no-codes {line}\n" in capsys.readouterr().out
    assert moon.add(later, "--no-codes", str(line)) == 0
    out = capsys.readouterr().out
    assert "Look twice" not in out
    assert "the pattern takes in" not in out
    assert moon.add(written([*_rows(6), ("6", word)])) == 0
    out = capsys.readouterr().out
    assert "prose has " in out
    assert "the pattern takes in" not in out
    assert _listed(moon) == {code: [text] for code, text in _rows(6)}


def test_no_sum(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is quoted and is no sum is asked about again when its number is another one."""
    moon = Moon(tmp_path, _markdown(_rows(5)))
    assert moon.add(_markdown([*_rows(5), ("Docks", "6 open")]), "--no-codes", "10") == 0
    assert moon.add(_markdown([*_rows(5), ("Docks", "7 open")])) == 1
    assert "--no-codes 10\n" in capsys.readouterr().out
