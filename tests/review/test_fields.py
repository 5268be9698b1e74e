"""Fields: identifiers that messages name, and the codes on each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.catalog import load as catalog
from macros.review.fields import fields, names
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

# message -> the fields that it names whatever else the document says
NAMED: dict[str, list[str]] = {
    "invalid ship_name, or dockName.": ["ship_name", "dockName"],
    "Dock URL (dockUrl/shipUrl) is wrong": ["dockUrl", "shipUrl"],
    "Use ['dockName'] or “shipName”": ["dockName", "shipName"],
    "Parameter missing: pilot": ["pilot"],
    "Missing required parameter: pilot": ["pilot"],
    "Field required: crew_id": ["crew_id"],
    "DockName is missing": ["DockName"],
    "The DockName parameter is wrong": ["DockName"],
    "MatchBerth cannot be null": ["MatchBerth"],
    # Near misses.
    "Parameter missing: pilot name": [],
    "Parameters missing": [],
    "Missing: pilot": [],
    "invalid parameter (pilot)": [],
    "DockTalk cannot send": [],
    "SHIP_LIST is a type": [],
    "An iOS or macOS link": [],
    "PayPal is required": [],
    "The JavaScript parameter is missing": [],
    "YouTube is missing the permission": [],
    "reCAPTCHA is required": [],
    "No phpMyAdmin, visionOS, nodeJS": [],
    "Use camelCase, not snake_case": [],
    "The en_US dock is missing": [],
    "YYYY_MM_DD is required, or yyyy_mm": [],
    "Dock_US and mm_dock are missing": ["mm_dock"],
    "See http://a.example/dockName and mp.dock_name.example": [],
    "Call 40029, r2, JSON, E915": [],
    r"the dock\_name": [],
    "参数错误: 码头": [],
}


@pytest.mark.parametrize("message", NAMED)
def test_names(message: str) -> None:
    """Identifiers are fields, as printed and in order; products and plain words are none."""
    assert [name for _, name in names(message)] == NAMED[message]


@given(st.lists(st.sampled_from(["dockName", "a_b", "/", "'", ": ", " ", "field"]) | st.text()))
def test_any_text(pieces: list[str]) -> None:
    """Any text goes through, and each name stands in its place, once."""
    message = "".join(pieces)
    found = names(message)
    assert all(message.startswith(name, place) for place, name in found)
    places = [place for place, _ in found]
    assert places == sorted(set(places))


_NO_RANGES, _, _ = invented.PROVIDER.partition("    ranges:")
TWO_SETS = (
    _NO_RANGES
    + """\
  - id: mail
    title: Mail codes
    response:
      example: '{"status": 1}'
      code: [status]
      message: []
      type: integer
      success: []
      success_means: There is no status.
revisions:
"""
)
REVISION = invented.REVISION.replace(
    """          pattern: "PATTERN"
""",
    """          pattern: "PATTERN"
        - code_set: mail
          columns: [Status, Text]
          code: Status
          message: Text
          pattern: "PATTERN"
""",
)
MAIL = "\n| Status | Text |\n|---|---|\n"


def _fields(folder: Path, *documents: str) -> dict[str, tuple[tuple[str, ...], list[str]]]:
    """Return the fields with their spellings, and the anchors of their codes."""
    data = invented.write(folder, *documents, provider=TWO_SETS, revision=REVISION)
    return {
        field.name: (field.printed, [code.anchor for code in field.codes])
        for field in fields(catalog.load(data)["orbit"])
    }


def test_spellings(tmp_path: Path) -> None:
    """Spellings that differ in case are one field, named as most messages do."""
    api = "| 1 | wrong dockName |\n| 2 | DockName and DockTalk failed |\n| 3 | no dockName |\n"
    mail = "| 9 | Mail to ship_a or shipA |\n"
    assert _fields(tmp_path, invented.TABLE + api + MAIL + mail) == {
        "dockName": (("dockName", "DockName"), ["1", "2", "3"]),
        "ship_a": (("ship_a",), ["9"]),
        "shipA": (("shipA",), ["9"]),
    }


def test_alone(tmp_path: Path) -> None:
    """A message that is an identifier is the name of an error, unless another one is sure of it."""
    api = "| 1 | ship_not_found |\n| 2 | `dock_full` / ship_gone. |\n| 3 | crew_id |\n"
    mail = "| 9 | (dockName) |\n"
    document = invented.TABLE + api + "| 4 | wrong crew_id |\n" + MAIL + mail
    assert _fields(tmp_path, document) == {"crew_id": (("crew_id",), ["3", "4"])}


def test_code_sets(tmp_path: Path) -> None:
    """Code sets share a field that they print alike; spellings of unlike APIs stay apart."""
    api = "| 1 | wrong dockName |\n| 2 | wrong crewId |\n"
    mail = "| 8 | dockName or DockName is wrong |\n| 9 | wrong crewID |\n"
    assert _fields(tmp_path, invented.TABLE + api + MAIL + mail) == {
        "crewId": (("crewId",), ["2"]),
        "crewID": (("crewID",), ["9"]),
        "dockName": (("dockName", "DockName"), ["1", "8"]),
    }


def test_revisions(tmp_path: Path) -> None:
    """The newest message of each code counts, of a dropped one the last that it had."""
    first = (
        invented.TABLE + "| 1 | wrong dockName |\n| 2 | wrong shipName |\n" + MAIL + "| 9 | a |\n"
    )
    second = (
        invented.TABLE + "| 1 | wrong dockFlag |\n| 2 | wrong shipFlag |\n" + MAIL + "| 9 | a |\n"
    )
    third = invented.TABLE + "| 1 | wrong dock |\n" + MAIL + "| 9 | no crewId |\n"
    assert _fields(tmp_path, first, second, third) == {
        "crewId": (("crewId",), ["9"]),
        "shipFlag": (("shipFlag",), ["2"]),
    }
