"""Codes that no address can have: both commands give them one, and say so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from macros.maintain import addresses_given, edits, sniff
from macros.readers.rows import Document
from macros.sources import published
from tests.maintain.orbit import FIRST, HEAD, Orbit

if TYPE_CHECKING:
    from pathlib import Path

FAMILIES = HEAD + (
    "| 1001 | Dock is busy |\n| 1002 | Dock is shut |\n"
    "| 10?? | Other trouble |\n| 4** | A mistake |\n"
)
TABLE = {
    "code_set": "api",
    "columns": ["Code", "Meaning"],
    "code": "Code",
    "message": "Meaning",
    "pattern": "[0-9?*]+",
}
READER = {"format": "markdown", "tables": [TABLE]}


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (["10??", "4**", "1001"], {"10??": "10xx", "4**": "4xx"}),
        (["10??", "10xx"], {"10??": "10xx-2"}),
        (["E#1", "E/1", "#"], {"E#1": "E-1", "E/1": "E-1-2", "#": "code"}),
        (["1001", "E-1"], {}),
    ],
)
def test_addresses(codes: list[str], expected: dict[str, str]) -> None:
    """Each is unlike all others; what can be an address is its own."""
    found = addresses_given.given([("api", code) for code in codes], {})
    assert found.get("api", {}) == expected


def test_both_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A family of codes comes in with a new provider, and with a revision, from end to end."""
    orbit = Orbit(tmp_path, FIRST)
    file, reader = tmp_path / "errors.md", tmp_path / "reader.yml"
    file.write_text(FAMILIES, "utf-8")
    reader.write_text(json.dumps(READER), "utf-8")
    names = ("--name", "Zed", "--product", "Zed API", "--vendor", "Zed Works")
    more = ("--url", "https://zed.example", "--date", "2025-01-01", "--example", "", "--yes")
    words = ("zed", str(file), *names, *more, "--reader", str(reader))
    assert orbit.run("new-provider", *words) == 0
    assert 'The address of "10??" will be "10xx" for ever' in capsys.readouterr().out
    file.write_text(FAMILIES + "| 50?? | More trouble |\n", "utf-8")
    later = ("zed", str(file), "--date", "2025-06-01", "--yes")
    assert orbit.run("add-revision", *later) == 0
    assert 'The address of "50??" will be "50xx" for ever' in capsys.readouterr().out
    provider = edits.values(orbit.read("zed/provider.yml"))
    assert provider["code_sets"][0]["addresses"] == {"10??": "10xx", "4**": "4xx", "50??": "50xx"}
    anchors = published.read_codes(orbit.data / "zed", "zed")
    assert anchors["api", "50??"].anchor == "50xx"
    assert orbit.check() == 0


def test_a_first_one_in_a_revision(tmp_path: Path) -> None:
    """Where no code had an address of its own before, provider.yml gets the key."""
    orbit = Orbit(tmp_path)
    reader = tmp_path / "reader.yml"
    reader.write_text(json.dumps(READER), "utf-8")
    text = FIRST + "| 10? | Other trouble |\n"
    assert orbit.add("2023-01-01.md", text, "--yes", "--reader", str(reader)) == 0
    code_sets = edits.values(orbit.read("orbit/provider.yml"))["code_sets"]
    assert code_sets[0]["addresses"] == {"10?": "10x"}
    assert orbit.check() == 0


def test_a_range_with_a_hyphen() -> None:
    """Two codes with a hyphen between are a range, not a code of another form."""
    text = HEAD + "| 1001 | Busy |\n| 1002 | Shut |\n| 5000-5099 | Trouble |\n| 9000 | Lost |\n"
    found = sniff.sniff(Document("errors.md", text))
    assert found
    assert found.reading.is_whole
    assert found.reading.options["tables"][0]["pattern"] == "[0-9]{4}"
    assert [row.ends for row in found.reading.rows] == [None, None, ("5000", "5099"), None]
    modules = HEAD + "| 10-001 | Busy |\n| 10-002 | Shut |\n| 20-001 | Lost |\n"
    parts = sniff.sniff(Document("errors.md", modules))
    assert parts
    assert parts.reading.options["tables"][0]["pattern"] == "[0-9]{2}-[0-9]{3}"
