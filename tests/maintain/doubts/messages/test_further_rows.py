"""A line that reads like several rows is asked about, and read as all of them if it is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import by_example, replies, sniff
from macros.maintain.replies import Replies
from macros.maintain.sniffers.such_as.such_as_doubts import Example
from macros.readers.rows import Document
from tests.maintain.orbit import Orbit

if TYPE_CHECKING:
    from pathlib import Path

SAID = {"101": "Dock is busy", "102": "Gate is shut", "103": "Crane is hot", "104": "Tide"}
SHOWN = ("101", "Dock is busy")


def _shown(text: str, *examples: tuple[str, str]) -> tuple[Document, sniff.Sniffed]:
    document = Document("faults.txt", text)
    return document, by_example.sniffed(document, [Example(*one) for one in examples])


def _meant(document: Document, found: sniff.Sniffed) -> dict[str, str]:
    """Return what is read once each line that is asked about as several rows is said to be."""
    lines = {one.line for one in found.reading.problems if "is read as one row" in one.what}
    others = {one.line for one in found.reading.problems} - lines
    given = Replies(as_meant=frozenset(lines), as_read=frozenset(others))
    result = replies.applied(document, found.reading, given)
    assert result.is_whole
    return {row.code: row.message for row in result.rows}


@pytest.mark.parametrize(
    "text",
    [
        "| 101 | Dock is busy | 102 | Gate is shut |\n| 103 | Crane is hot | 104 | Tide |\n",
        "101,Dock is busy,102,Gate is shut\n103,Crane is hot,104,Tide\n",
        "101: Dock is busy; 102: Gate is shut; 103: Crane is hot; 104: Tide\n",
        "101 Dock is busy / 102 Gate is shut\n103 Crane is hot / 104 Tide\n",
        "• 101: Dock is busy • 102: Gate is shut\n• 103: Crane is hot • 104: Tide\n",
        "(101) Dock is busy; (102) Gate is shut\n(103) Crane is hot; (104) Tide\n",
        '101="Dock is busy" 102="Gate is shut" 103="Crane is hot" 104="Tide"\n',
        '{"101": "Dock is busy", "102": "Gate is shut", "103": "Crane is hot", "104": "Tide"}\n',
        "[" + ",".join(f'{{"n":{code},"t":"{text}"}}' for code, text in SAID.items()) + "]\n",
        "".join(f'<e c="{code}">{text}</e>' for code, text in SAID.items()),
    ],
    ids=["cells", "commas", "sentence", "slash", "bullets", "brackets", "=", "{}", "[]", "tags"],
)
@pytest.mark.parametrize("example", [SHOWN, ("102", "Gate is shut")])
def test_beside_what_is_shown(text: str, example: tuple[str, str]) -> None:
    """Whatever signs are between, no code beside the one that is shown is lost without a word."""
    document, found = _shown(text, example)
    assert _meant(document, found) == SAID


def test_codes_of_another_form() -> None:
    """A word with the signs of codes behind it is asked about, and a code if it is meant so."""
    text = '{"101": "Dock is busy", "1011": "Too busy", "default": "Unknown error"}\n'
    document, found = _shown(text, SHOWN)
    [asked] = found.reading.problems
    assert '"1011" and "default" look like codes with texts of their own' in asked.what
    assert _meant(document, found) == {
        "101": "Dock is busy",
        "1011": "Too busy",
        "default": "Unknown error",
    }


def test_what_else_stands_on_the_line() -> None:
    """Where the line has more than codes and texts, nothing is taken but what a person writes."""
    text = "101 | high | Dock is busy | 102 | low | Gate is shut |\n"
    _, found = _shown(text, SHOWN)
    [asked] = found.reading.problems
    assert "--as-meant" not in asked.do
    assert 'code: "102", message: "…"' in asked.do


@pytest.mark.parametrize(
    "text",
    [
        "| 101 | Dock is busy | 404 |\n| 102 | Gate is shut | 500 |\n",
        "101 | Dock is busy | 404 | No\n102 | Shut | 404 | By wind\n103 | Hot | 404 | By fire\n",
        "101: Dock is busy (level: high)\n102: Gate is shut (level: low)\n",
        "x101 = Dock is busy (wait 300 seconds)\nx102 = Gate is shut (wait 500 seconds)\n",
        "done101: Dock is busy - since 12:30\nlost102: Gate is shut - since 11:20\n",
        "done101: Dock is busy\nlost102: Same as 101: busy\n",
    ],
    ids=["status", "status and remark", "label", "amount", "time", "other row"],
)
def test_columns_beside_texts(text: str) -> None:
    """A status, a label or an amount beside a text is no further row."""
    _, found = _shown(text, SHOWN)
    assert not [one for one in found.reading.problems if "one row" in one.what]


@pytest.mark.parametrize(
    "line",
    ["102 : Gate is shut; 103 : Locked", "102 : Gate is shut 103 : Locked"],
)
def test_a_row_within_a_text(line: str) -> None:
    """A code in a text with the signs of the others behind it is asked about without an example."""
    document = Document("faults.txt", f"101 : Dock is busy\n{line}\n104 : Crane is hot\n")
    found = sniff.sniff(document)
    assert found
    assert [one.line for one in found.reading.problems] == [2]
    assert _meant(document, found) == {
        "101": "Dock is busy",
        "102": "Gate is shut",
        "103": "Locked",
        "104": "Crane is hot",
    }


def test_texts_with_signs_like_those_behind_codes() -> None:
    """What a text says of another row, of an hour, or with a label of its own is no row."""
    text = "101: Same as 102: busy\n102: Error: gate shut; key: lost\n103: From 12:30 to 13:40\n"
    found = sniff.sniff(Document("faults.txt", text))
    assert found
    assert found.reading.is_whole


def test_a_new_line_of_a_later_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a next document a new line with two rows is asked about, and taken in as it is meant."""
    orbit, file = Orbit(tmp_path), tmp_path / "moon.txt"
    text = "101 = Dock is busy\n102 = Gate is shut\n103 = Crane is hot\n"
    file.write_text(text, "utf-8")
    named = ("--name", "Moon", "--product", "Moon API", "--vendor", "Moonbase", "--yes")
    page = ("--url", "https://moon.example/e", "--date", "2026-01-31")
    assert orbit.run("new-provider", "moon", str(file), *named, *page) == 0
    file.write_text(f"{text}104 = Same as 101 = busy\n105 = Tide; 106 = Storm\n", "utf-8")
    later = ("add-revision", "moon", str(file), "--date", "2026-02-28", "--yes")
    capsys.readouterr()
    assert orbit.run(*later) == 1
    said = capsys.readouterr().out
    assert "add --as-meant 5, by which" in said
    assert "--as-meant 4" not in said
    assert orbit.run(*later, "--as-meant", "5") == 0
    assert "message: Storm" in orbit.read("moon/provider.yml")
