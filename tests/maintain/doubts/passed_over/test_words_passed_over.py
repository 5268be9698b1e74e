"""Words in the place of codes, as `OK All is well` beside numbers: asked about, never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document
from tests.maintain.orbit import Orbit

if TYPE_CHECKING:
    from pathlib import Path

NUMBERS = ["101 Dock is busy", "102 Gate is shut", "103 Crane is broken"]
NAMES = ["DOCK_BUSY Dock is busy", "GATE_SHUT Gate is shut", "CRANE_OLD Crane is old"]


def _asked(*lines: str, file: str = "errors.txt") -> tuple[Document, sniff.Sniffed]:
    document = Document(file, "\n".join([*lines, ""]))
    found = sniff.sniff(document)
    assert found
    return document, found


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["Code Description", "OK Action is done.", *NAMES], {2: "OK"}),
        (["Status codes", "", "D  Delivered", "E  Expired", *NUMBERS], {3: "D", 4: "E"}),
        (["Error codes", *NUMBERS, "", "OK All is well"], {6: "OK"}),
        (["TIMEOUT Dock did not answer", *NAMES], {1: "TIMEOUT"}),
        (["success Action is done", *map(str.lower, NAMES)], {1: "success"}),
        (["busy Dock is busy", *(f"{n.split()[0].lower()} Dock" for n in NAMES)], {1: "busy"}),
        ([*NUMBERS, "", "UNKNOWN Nobody knows what it is", "", "Guide"], {5: "UNKNOWN"}),
        (["Success All is well", *NUMBERS], {1: "Success"}),
        (["Timeout Dock did not answer", *NUMBERS], {1: "Timeout"}),
        ([*NUMBERS, "", "DEFAULT Any other error"], {5: "DEFAULT"}),
        (["LULL Stopped", "101 Busy", "102 Shut", "103 Broken"], {1: "LULL"}),
        (["N/A Not applicable", *NUMBERS], {1: "N/A"}),
        (["NO-SHIP There is no ship", *NAMES], {1: "NO-SHIP"}),
        (["[OK] All is well", "", *(f"[{n[:3]}]{n[3:]}" for n in NUMBERS)], {1: "OK"}),
        (["Code: OK All is well", "", *(f"Code: {n}" for n in NUMBERS)], {1: "OK"}),
        (["OK - All is well", "", *(n.replace(" ", " - ", 1) for n in NUMBERS)], {1: "OK"}),
        ([f"- {NUMBERS[0]}", "- OK All is well", f"- {NUMBERS[1]}", f"- {NUMBERS[2]}"], {2: "OK"}),
    ],
)
def test_asked(lines: list[str], words: dict[int, str]) -> None:
    """Each such line is asked about; it is a row as the question has it, or what it is read as."""
    document, found = _asked(*lines)
    asked = {one.line: one.what for one in found.reading.problems}
    assert asked.keys() >= words.keys()
    for line, word in words.items():
        has = f'has the word "{word}" where rows have their codes, and is passed over.'
        assert asked[line] == f'"{" ".join(lines[line - 1].split())}" {has}'
    meant = replies.applied(document, found.reading, Replies(as_meant=frozenset(words)))
    assert meant.is_whole
    codes = {row.line: row.code for row in meant.rows}
    assert {line: codes[line] for line in words} == words
    as_read = replies.applied(document, found.reading, Replies(as_read=frozenset(words)))
    assert as_read.is_whole
    assert len(as_read.rows) == len(meant.rows) - len(words) == 3


@pytest.mark.parametrize(
    "lines",
    [
        ["API error codes", *NUMBERS],
        ["CODE Description", *NUMBERS],
        ["ERROR CODES", *NUMBERS],
        ["HTTP Status", *NUMBERS],
        ["SMS Gateway", *NUMBERS],
        ["GATEWAY errors", *NUMBERS],
        ["DOCK Reference", "", *NUMBERS],
        ["A list of what can happen", *NUMBERS],
        [*NUMBERS, "", "FAQ Contact us", "NOTE The list may grow."],
        [*NUMBERS, "", "PIER Guide", "", "104 Mast is high"],
        ["success codes", *NAMES],
        ["common Dock codes", *NUMBERS],
        ["Success responses", *NUMBERS],
        ["Expired Cards", *NUMBERS],
        ["Orbit Docks", "DOCK Services", *NUMBERS[:2], "", "GATE Services", NUMBERS[2]],
        ["OTHER Errors", *NUMBERS],
        ["Asynchronous Delivery and its failures", *NUMBERS],
    ],
)
def test_headings(lines: list[str]) -> None:
    """What begins as headings and notes of ordinary pages do is not asked about."""
    _, found = _asked(*lines)
    assert not [one.what for one in found.reading.problems]
    assert [row.code for row in found.reading.rows][:3] in (
        ["101", "102", "103"],
        ["DOCK_BUSY", "GATE_SHUT", "CRANE_OLD"],
    )


@pytest.mark.parametrize("between", ["", "\n"])
def test_items_of_html(between: str) -> None:
    """An item of a list in HTML is asked about, wherever it stands, and read where it is meant."""
    items = ["OK All is well", *NUMBERS]
    document, found = _asked(
        "<ul>" + between.join(f"<li><b>{one}</b></li>" for one in items) + "</ul>",
        file="errors.html",
    )
    [problem] = found.reading.problems
    assert problem.line == 1
    assert problem.what.startswith('"OK All is well" has the word "OK" where rows have')
    meant = replies.applied(document, found.reading, Replies(as_meant=frozenset({1})))
    assert meant.is_whole
    assert [row.code for row in meant.rows] == ["OK", "101", "102", "103"]
    _, found = _asked(
        "<p>Docks</p><ul>" + "".join(f"<li>{one}</li>" for one in NUMBERS) + "</ul>"
        "<ul><li>API Reference</li><li>Dock guide</li></ul>",
        file="errors.html",
    )
    assert found.reading.is_whole


def test_a_later_revision(tmp_path: Path) -> None:
    """A word that comes with a later revision is asked about once, and is a code from then on."""
    orbit = Orbit(tmp_path)
    first, later = tmp_path / "first.txt", tmp_path / "later.txt"
    first.write_text("\n".join(["Error codes", *NUMBERS, ""]), "utf-8")
    later.write_text("\n".join(["Error codes", *NUMBERS, "", "OK All is well", ""]), "utf-8")
    said = ("--name", "Moon", "--product", "Moon Docks", "--vendor", "Moon Works", "--yes")
    new = ("new-provider", "moon", str(first), *said, "--url", "https://moon.example/e")
    assert orbit.run(*new) == 0
    add = ("add-revision", "moon", str(later), "--yes", "--anyway", "--after")
    assert orbit.run(*add, "r1") == 1
    assert orbit.run(*add, "r1", "--as-meant", "6") == 0
    assert orbit.read("moon/provider.yml").count('pattern: "[0-9]{3}|OK"') == 1
    later.write_text(later.read_text("utf-8").replace("All is well", "All went well"), "utf-8")
    assert orbit.run(*add, "r2") == 0
    assert orbit.read("moon/provider.yml").count('pattern: "[0-9]{3}|OK"') == 2
