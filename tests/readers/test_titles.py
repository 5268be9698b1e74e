"""Lines of text right above pipe tables: their titles, where `under` says so."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.readers.ledger import Account
from macros.readers.rows import Document

HEAD = "| Code | Text |\n|---|---|\n"
DOCKS = "| D_BUSY | Dock is busy |\n| BAD_STATE | Dock is shut |\n| D_GONE | Dock is gone |\n"
SHIPS = "| S_LOST | Ship is lost |\n| BAD_STATE | Ship is sunk |\n| S_LATE | Ship is late |\n"
TITLES = ["Ships", "**Ships**", "- Ships", "1. *Ships*", "`Ships`"]


def _page(title: str, between: str = "\n") -> Document:
    text = f"# Errors\n\nDocks\n{between}{HEAD}{DOCKS}\n{title}\n{between}{HEAD}{SHIPS}"
    return Document("errors.md", f"{text}\nOthers\n{between}{HEAD}| TIDE_LOW | Tide is low |\n")


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("between", ["", "\n"])
def test_proposed(title: str, between: str) -> None:
    """Where a code has another text below it, the line is a heading with a code set of its own."""
    document = _page(title, between)
    found = sniff.sniff(document)
    assert found
    assert found.reading.is_whole
    first, second = found.reading.options["tables"]
    assert (first.get("under"), second["under"], second["code_set"]) == (None, "Ships", "second")
    assert {row.code for row in found.reading.rows if row.code_set == "second"} == {
        "S_LOST",
        "BAD_STATE",
        "S_LATE",
    }
    line = document.text.split("\n").index(title) + 1
    assert found.reading.accounts[line] == Account.HEADING
    # What stands below the next line is none of it.
    assert found.reading.rows[-1].section == "Errors"


def test_of_words() -> None:
    """A line of several words is one with its spaces, whatever mark stands before it."""
    for mark in ("", "- ", "2) ", "  "):
        found = sniff.sniff(_page(f"{mark}Ships of the *line* 2"))
        assert found
        assert found.reading.options["tables"][1]["under"] == "Ships of the line 2"


def test_without_a_line() -> None:
    """Two tables that no line tells apart are asked about."""
    text = f"# Errors\n\n{HEAD}{DOCKS}\n{HEAD}{SHIPS}"
    found = sniff.sniff(Document("errors.md", text))
    assert found
    assert any("read as one list" in one.what for one in found.reading.problems)


def test_of_none() -> None:
    """A title that stands above no table is none, and what it was to part is refused again."""
    document = _page("Ships")
    found = sniff.sniff(document)
    assert found
    tables = [dict(one) for one in found.reading.options["tables"]]
    tables[1]["under"] = "Tugs"
    result = reading.read(document, {**found.reading.options, "tables": tables, "prose": "skip"})
    assert any("read as one list" in one.what for one in result.problems)
    assert {row.section for row in result.rows} == {"Errors"}
