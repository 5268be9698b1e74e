"""Codes that are struck out or marked where they are refused: kept or dropped by one reply each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from tests.maintain.moon import Moon
from tests.maintain.orbit import HEAD

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {"1001": "The crew is lost", "1002": "The dock is busy", "1003": "The rope is torn"}


def _table(own: str = "| 1002 | The dock is busy |") -> str:
    rows = {code: f"| {code} | {text} |" for code, text in TEXTS.items()} | {"1002": own}
    return HEAD + "".join(f"{row}\n" for row in rows.values())


def _items(own: str = "- 1002: The dock is busy") -> str:
    rows = {code: f"- {code}: {text}" for code, text in TEXTS.items()} | {"1002": own}
    return "# Errors\n\n" + "".join(f"{row}\n" for row in rows.values())


CASES = [
    (_table(), _table("| ~~1002~~ | ~~The dock is busy~~ |"), 6),
    (_table(), _table("| 1002 | ~~The dock is busy~~ |"), 6),
    (_table(), _table("| 1002 (deprecated) | The dock is busy |"), 6),
    (_table(), _table("| 1002 (已废弃) | The dock is busy |"), 6),
    (_items(), _items("- ~~1002: The dock is busy~~"), 4),
    (_items(), _items("- ~~1002~~: The dock is busy"), 4),
]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("reply", ["--as-meant", "--no-codes"])
def test_replies(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    case: tuple[str, str, int],
    reply: str,
) -> None:
    """The question has both replies, each of which is told as what it is."""
    first, later, line = case
    moon = Moon(tmp_path, first)
    capsys.readouterr()
    assert moon.add(later) == 1
    printed = capsys.readouterr().out
    assert (
        f'1002 said "The dock is busy" before, too. If it is listed still, though marked, add'
        f" --as-meant {line}, which keeps it; if it is withdrawn, add --no-codes {line}, which"
        " drops it."
    ) in printed
    assert f"--as-read {line}" not in printed
    assert moon.add(later, reply, str(line), "--anyway") == 0
    held = catalog.load(moon.orbit.data)["moon"]
    newest = held.provider.latest
    said = {code.code: code.rows(newest)[0].message for code in held.codes if code.rows(newest)}
    kept = TEXTS if reply == "--as-meant" else {**TEXTS, "1002": ""}
    assert said == {code: text for code, text in kept.items() if text}
    assert ("dropped: 1" in capsys.readouterr().out) is (reply == "--no-codes")


@pytest.mark.parametrize(
    "own", ["| ~~1002~~ | ~~The dock is shut~~ |", "| ~~1009~~ | ~~The dock is busy~~ |"]
)
def test_what_was_not_held(tmp_path: Path, capsys: pytest.CaptureFixture[str], own: str) -> None:
    """Another text, or another code, is for a person to write."""
    moon = Moon(tmp_path, _table())
    capsys.readouterr()
    assert moon.add(_table(own)) == 1
    assert "Say by hand what it says" in capsys.readouterr().out
