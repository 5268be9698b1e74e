"""Headings that are new above new codes: what is asked of them, and where each reply leads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from macros.maintain import edits
from tests.maintain.moon import FIRST, Moon
from tests.maintain.orbit import HEAD

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = "| Code | Meaning |\n|---|---|\n"
MORE = f"\n## Tide result codes\n\n{COLUMNS}| 2001 | The tide is out |\n| 2002 | A storm |\n"
SET = """\
  - id: tide
    title: Tide result codes
    response: {type: integer, success: [], success_means: Not known.}
revisions:
"""


def _sets(moon: Moon) -> dict[str, str]:
    held = catalog.load(moon.orbit.data)["moon"]
    return {code.code: code.code_set.id for code in held.codes}


def test_another_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A list with a heading of its own is asked about; it can be a code set of its own."""
    moon = Moon(tmp_path)
    capsys.readouterr()
    assert moon.add(FIRST + MORE) == 1
    printed = capsys.readouterr().out
    assert (
        '  1 line (15): 2001, 2002 stand under "Tide result codes", a heading that is new, and are'
        ' read as codes of "api", as those under "Errors" are.\n'
    ) in printed
    own = "a table of its own with that `code_set` and `under: Tide result codes`."
    assert f"give it a code set in provider.yml, and in the reader below {own}" in printed
    assert "Add, for what is right as it is read, though doubted: --as-read 15\n" in printed
    path = moon.orbit.data / "moon/provider.yml"
    text = path.read_text("utf-8")
    (options,) = [one["reader"] for one in edits.values(text)["revisions"]]
    (table,) = options["tables"]
    tide = {**table, "code_set": "tide", "under": "Tide result codes"}
    reader = tmp_path / "reader.yml"
    reader.write_text(json.dumps({**options, "tables": [table, tide]}), "utf-8")
    path.write_text(text.replace("revisions:\n", SET), "utf-8")
    assert moon.add(FIRST + MORE, "--reader", str(reader)) == 0
    assert (_sets(moon)["1001"], _sets(moon)["2001"]) == ("api", "tide")
    assert moon.orbit.check() == 0
    assert moon.add(f"{FIRST}{MORE}| 2003 | A flood |\n") == 0
    assert _sets(moon)["2003"] == "tide"


def test_the_same_list(tmp_path: Path) -> None:
    """What is right as it is read asks nothing from then on."""
    moon = Moon(tmp_path)
    assert moon.add(FIRST + MORE) == 1
    assert moon.add(FIRST + MORE, "--as-read", "15") == 0
    assert _sets(moon)["2001"] == "api"
    further = MORE.replace("Tide", "Moon").replace("200", "300")
    assert moon.add(f"{FIRST}{MORE}{further}") == 0


@pytest.mark.parametrize(
    "later",
    [
        f"{FIRST}\n## Tides\n\n{COLUMNS}| 2001 | The tide is out |\n",
        FIRST.replace("| 1004 |", f"\n## Further errors\n\n{COLUMNS}| 1004 |"),
        FIRST.replace("# Errors", "# Error codes") + "| 1006 | Dock 6 is busy |\n",
        HEAD.replace("Errors", "Tide errors") + FIRST.removeprefix(HEAD),
        f"{FIRST}| 2001 | The tide is out |\n",
    ],
)
def test_plain_documents(tmp_path: Path, later: str) -> None:
    """A topic of one list, a list in two parts, another heading and new rows ask nothing."""
    assert Moon(tmp_path).add(later) == 0


@pytest.mark.parametrize(("heading", "status"), [("Codes of letters", 1), ("Letters", 0)])
def test_what_a_heading_is_called(tmp_path: Path, heading: str, status: int) -> None:
    """Where there is one code set, the heading of a list is told by its words."""
    more = MORE.replace("Tide result codes", heading)
    assert Moon(tmp_path).add(FIRST + more) == status
