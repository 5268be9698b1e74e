"""`read --like` asks of a document what `add-revision` asks of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.maintain.moon import FIRST, Moon
from tests.maintain.orbit import HEAD

if TYPE_CHECKING:
    from pathlib import Path

LATER = FIRST + "| 1006 | Dock 6 is busy |\n"

# What a later document has, what is replied, and what is asked then.
ASKED = {
    "a code of another form": (f"{FIRST}| E7 | Dock 7 is busy |\n", "", 'a wider pattern? "E7"'),
    "another page": (
        HEAD + "".join(f"| 900{end} | Ship {end} |\n" for end in range(5)) + "| Ship |\n",
        "",
        "another page? Of the 5 codes of 2021-01-01, 0 stand in it.",
    ),
    "a row that is perhaps none": (
        f"{LATER}| 2026 | All rights reserved |\n",
        "",
        '"2026" has words of a page, not of an error',
    ),
    "that row, answered": (f"{LATER}| 2026 | All rights reserved |\n", "--no-codes 11", ""),
    "a line with a code": (
        f"{LATER}\n1007 stands for a lost dock.\n",
        "",
        '"1007 stands for a lost dock." is neither',
    ),
    "that line, answered": (f"{LATER}\n1007 stands for a dock.\n", "--no-codes 12", ""),
    "nothing": (LATER, "", ""),
}


def _asked(told: str) -> list[str]:
    """Return the doubts, and the lines left over."""
    lines = re.findall(r"Look twice: .*", told)
    left = re.search(
        r"(?:Left over|what is left over):\n(.*?)\n+(?:The nearest|$)", told, re.DOTALL
    )
    return [*lines, *(left[1].split("\n") if left else ())]


@pytest.mark.parametrize("kind", ASKED)
def test_both_ask_the_same(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever tries a document first reads the questions that `add-revision` stops at."""
    text, reply, asked = ASKED[kind]
    moon = Moon(tmp_path)
    file = tmp_path / "later.md"
    file.write_text(text, "utf-8")
    given = str(file), *reply.split()
    capsys.readouterr()
    tried = moon.orbit.run("read", *given, "--like", "moon")
    said = capsys.readouterr().out
    added = moon.orbit.run("add-revision", "moon", *given, "--date", "2022-01-01", "--dry-run")
    told = capsys.readouterr().out
    assert _asked(said) == _asked(told)
    assert "".join(_asked(said)).count(asked) == 1 if asked else not _asked(said)
    is_whole = added == 0
    assert tried == (1 if asked else 0)
    then = f"`add-revision moon {file} --dry-run` says what it changes."
    assert (then in said) == is_whole
