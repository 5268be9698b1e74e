"""Files of source code of which one block alone lists codes: `--in NAME`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from macros.errors import ProblemsError
from macros.maintain import inside, replies, sniff
from macros.maintain.document import reading
from macros.readers.rows import Document
from tests.maintain.orbit import Orbit

if TYPE_CHECKING:
    from pathlib import Path

STATES = (
    "export enum GateState {\n  /** Gate is open. */\n  OPEN = 1,\n"
    "  /** Gate is shut. */\n  SHUT = 2,\n  LOST = 3,\n}\n\n"
)
ERRORS = (
    "export enum ErrorCode {\n  /** Dock is busy. */\n  BUSY = 4001,\n  /** Dock is gone. */\n"
    "  GONE = 4002,\n  /** Crane is lost. */\n  LOST = 4003,\n}\n"
)
SOURCE = f"{STATES}{ERRORS}\nconst TIMEOUT = 4500;\n"
CODES = {"4001": "Dock is busy.", "4002": "Dock is gone.", "4003": "Crane is lost."}


def test_what_is_asked() -> None:
    """Where several blocks have codes, `read` says how one of them is named."""
    document = Document("codes.ts", SOURCE)
    found = sniff.sniff(document)
    assert found
    assert (
        "Add, where the codes of one block alone are those of the API: --in ErrorCode (3 rows)"
    ) in list(replies.told(document, found.reading))
    renamed = Document("codes.ts", SOURCE.replace("ErrorCode", "Docks"))
    other = sniff.sniff(renamed)
    assert other
    assert [
        line.partition(": ")[2] for line in replies.told(renamed, other.reading) if "--in" in line
    ] == ["--in GateState (2 rows), --in Docks (3 rows)"]
    whole = sniff.sniff(Document("codes.ts", ERRORS))
    assert whole
    assert whole.reading.is_whole
    assert not list(replies.told(document, whole.reading))


BY_NAMES = {
    "dock.php": ("<?php\nenum Dock: int\n{\n", "    case {} = -{};\n", "}\n", "-"),
    "dock.kt": ("object Dock {\n", "    const val {} = {}\n", "}\n", ""),
    "dock.py": ("class Dock(IntEnum):\n", "    {} = {}\n", "", ""),
    "dock.cs": ("public enum Dock : short\n{\n", "    {} = {},\n", "}\n", ""),
    "dock.proto": ("enum Dock {\n", "  {} = {};\n", "}\n", ""),
}


@pytest.mark.parametrize("name", BY_NAMES)
def test_names_alone(name: str) -> None:
    """A block that `read` names is read where it is chosen, whatever its names."""
    before, line, after, sign = BY_NAMES[name]
    numbers = {"DockNorth": 1, "ShipSouth": 2, "CargoEast": 3}
    text = f"{before}{''.join(line.format(*one) for one in numbers.items())}{after}"
    document = Document(name, text)
    assert sniff.sniff(document) is None
    assert "--in Dock" in sniff.nothing(document)
    result = inside.sniffed(document, ["Dock"]).reading
    assert {row.code: row.message for row in result.rows} == {
        f"{sign}{number}": called for called, number in numbers.items()
    }
    [doubt] = result.problems
    assert doubt.what == (
        'nothing but names says what these codes mean: "DockNorth" is read as the message of'
        f' "{sign}1".'
    )
    right = replies.applied(document, result, replies.Replies(as_read=frozenset({doubt.line})))
    assert right.is_whole


def test_one_block() -> None:
    """The codes of the block that is named are read, and no others."""
    document = Document("codes.ts", SOURCE)
    result = inside.sniffed(document, ["ErrorCode"]).reading
    assert result.is_whole
    assert {row.code: row.message for row in result.rows} == CODES
    assert result.options["within"] == ["ErrorCode"]
    assert reading.read(document, result.options).is_whole


def test_what_is_asked_of_the_block() -> None:
    """What stands in the block is asked about all the same, and answered with it."""
    document = Document("codes.ts", SOURCE.replace("  /** Crane is lost. */\n", ""))
    found = inside.sniffed(document, ["ErrorCode"])
    assert [one.line for one in found.reading.problems] == [14]
    result = replies.applied(document, found.reading, replies.Replies(listed=frozenset({14})))
    assert result.is_whole
    assert result.options["within"] == ["ErrorCode"]
    assert result.options["unreadable"] == ["4003"]


@pytest.mark.parametrize(
    ("name", "text", "block", "says"),
    [
        ("a.ts", SOURCE, "Faults", 'no block of this document is called "Faults"'),
        ("a.ts", "enum A {\n  B = 1,\n  C = 2,\n}\n", "A", "in A nothing looks like codes"),
    ],
)
def test_refused(name: str, text: str, block: str, says: str) -> None:
    """A block that is none, or has no codes with texts, is refused with what to do."""
    with pytest.raises(ProblemsError, match=says):
        inside.sniffed(Document(name, text), [block])


def test_revisions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The block holds for later documents, until another one is named."""
    orbit = Orbit(tmp_path)
    file = tmp_path / "moon.ts"
    file.write_text(SOURCE, "utf-8")
    said = ("--name", "Moon", "--product", "Moon Harbour", "--vendor", "Moon Works")
    new = ("new-provider", "moon", str(file), *said, "--url", "https://moon.example/e", "--yes")
    assert orbit.run(*new) == 1
    assert orbit.run(*new, "--in", "ErrorCode", "--date", "2021-01-01") == 0
    assert list(yaml.safe_load(orbit.read("conditions.yml"))["codes"]["moon"]) == list(CODES)
    later = tmp_path / "2022-01-01.ts"
    later.write_text(SOURCE.replace("4500", "4600").replace("SHUT = 2", "SHUT = 7"), "utf-8")
    add = ("add-revision", "moon", str(later), "--yes")
    assert orbit.run(*add) == 0
    renamed = tmp_path / "2023-01-01.ts"
    renamed.write_text(SOURCE.replace("ErrorCode", "HarbourError"), "utf-8")
    add = ("add-revision", "moon", str(renamed), "--yes")
    capsys.readouterr()
    assert orbit.run(*add) == 1
    assert 'no block of this document is called "ErrorCode"' in capsys.readouterr().out
    assert orbit.run(*add, "--in", "HarbourError") == 0
    revisions = yaml.safe_load(orbit.read("moon/provider.yml"))["revisions"]
    blocks = [one["reader"]["within"] for one in revisions]
    assert blocks == [["ErrorCode"], ["ErrorCode"], ["HarbourError"]]
    assert orbit.check() == 0


@pytest.mark.parametrize(
    "head",
    [
        *("export declare enum EApiV4001ErrorCode {", "class EApiV4001ErrorCode:"),
        *("const EApiV4001ErrorCode = {", "public enum EApiV4001ErrorCode : int {"),
    ],
)
def test_the_head_of_a_block(head: str) -> None:
    """The line that opens the block lists no code, whatever number stands in its name."""
    body = ERRORS.partition("\n")[2]
    document = Document("codes.ts", f"{STATES}{head}\n{body}")
    result = inside.sniffed(document, ["EApiV4001ErrorCode"]).reading
    assert result.is_whole
    assert {row.code: row.message for row in result.rows} == CODES
    assert reading.read(document, result.options).is_whole
