"""`add-revision` on an invented provider: what it writes, where, and what it refuses."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from macros import atlas
from macros.maintain import edits
from macros.sources import published
from tests import invented
from tests.maintain.orbit import FIRST, HEAD, THIRD, Orbit

if TYPE_CHECKING:
    from pathlib import Path

OBSERVED = """\
sources:
  - id: talk
    url: https://talk.example/7
    kind: sdk
    title: A list
    date: unknown
    seen: "2026-11-26"
codes:
  api:
    "101":
      causes:
        - {why: Two ships came., do: Send one., acts: caller, sources: [talk]}
"""


def test_the_next_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is copied, described and listed; `check` passes; what came, went and changed is named."""
    orbit = Orbit(tmp_path)
    before = orbit.files()
    source = "https://orbit.example/errors"
    assert orbit.add("2023-01-01.md", THIRD, "--source", source, "--yes") == 0
    printed = capsys.readouterr().out
    assert (
        "data/orbit/2023-01-01.md: the revision 2023-01-01, the newest, after 2021-01-01."
        in printed
    )
    assert "5 rows, 5 codes, read as 2021-01-01 is; every line is accounted for." in printed
    assert "  dropped: 1\n    104: The mast is too high\n" in printed
    assert "  added: 1\n    105: No pilot is on duty\n" in printed
    assert "  reworded, or another meaning: 2, the least alike first\n" in printed
    after = orbit.files()
    assert after["orbit/2023-01-01.md"] == THIRD.encode()
    changed = {name for name, content in after.items() if before.get(name) != content}
    assert changed == {
        *("orbit/2023-01-01.md", "orbit/provider.yml", "orbit/published.txt"),
        *("conditions.yml", "published.txt", "feed.txt"),
    }
    old, new = before["conditions.yml"].decode(), after["conditions.yml"].decode()
    assert new == old.replace('    "104": busy\n', '    "104": busy\n    "105": unreviewed\n')
    assert after["orbit/provider.yml"].startswith(before["orbit/provider.yml"])
    entry = edits.values(after["orbit/provider.yml"].decode())["revisions"][-1]
    assert (entry["date"], entry["source"], entry["licence"]) == (
        "2023-01-01",
        source,
        "none stated",
    )
    assert ("api", "105") in published.read_codes(orbit.data / "orbit", "orbit")
    assert orbit.check() == 0
    printed = capsys.readouterr().out
    assert "  dropped, pages kept: 104 (last in 2021-01-01)" in printed
    assert "codes with open work" in printed


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        (THIRD, "none stated"),
        (f"{THIRD}\nBeyond the RATE_LIMIT, no LIMITS.\n", "none stated"),
        (f"{THIRD}\nMIT licence.\n", "MIT (stated in its last line)"),
        (
            f"<!-- SPDX-License-Identifier: MIT -->\n\n{THIRD}",
            'MIT (stated in line 1: "SPDX-License-Identifier: MIT")',
        ),
    ],
)
def test_the_licence(tmp_path: Path, text: str, licence: str) -> None:
    """A document's own head says it; else what is held of the one before, if it names that."""
    orbit = Orbit(tmp_path)
    path = orbit.data / "orbit" / "provider.yml"
    stated = "licence: MIT (stated in its last line)"
    path.write_text(path.read_text("utf-8").replace("licence: none stated", stated), "utf-8")
    assert orbit.add("2023-01-01.md", text, "--yes", "--anyway") == 0
    entry = edits.values(orbit.read("orbit/provider.yml"))["revisions"][-1]
    assert entry["licence"] == licence


def test_a_licence_that_is_stated_no_more(tmp_path: Path) -> None:
    """What the head of the document before states is not said of one whose head does not."""
    orbit = Orbit(tmp_path)
    path = orbit.data / "orbit" / "provider.yml"
    stated = """licence: 'MIT (stated in line 1: "SPDX-License-Identifier: MIT")'"""
    path.write_text(path.read_text("utf-8").replace("licence: none stated", stated), "utf-8")
    assert orbit.add("2023-01-01.md", f"{THIRD}\nMade at MIT.\n", "--yes", "--anyway") == 0
    entry = edits.values(orbit.read("orbit/provider.yml"))["revisions"][-1]
    assert entry["licence"] == "none stated"


def test_an_older_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the oldest lacks has not gone: it came later, unless the document is not whole."""
    orbit = Orbit(tmp_path, f"{HEAD}| 0 | Docked |\n" + "".join(MANY))
    orbit.add("2019-01-01.md", f"{HEAD}| 0 | Docked |\n" + "".join(MANY[:3]), "--dry-run")
    printed = capsys.readouterr().out
    assert (
        "Look twice: is it whole? It lacks 5 of 9 codes of 2021-01-01, the one after it, which"
        " would have come later.\n" in printed
    )
    assert "gone" not in printed


MANY = [f"| {code} | Dock {code} is closed |\n" for code in range(101, 109)]
NOTES = """\
changes:
  # what the port says
  - code: "101"
    from: "2021-01-01"
    to: "2022-01-01"
    old: The dock is busy
    new: This dock is busy
    kind: reworded
    why: It is about the dock that was asked for.
  - code: "103"
    from: "2021-01-01"
    to: "2022-01-01"
    old: The ship is too long
    new: The ship is too wide
    kind: meaning-changed
    why: Width is not length.
  - code: "102"
    from: "2021-01-01"
    to: "2022-01-01"
    old: The dock is closed
    new: The dock is closed.
    kind: formatting-only
"""


def test_between_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Notes go to the step whose texts they quote; one that fits neither becomes a comment."""
    last = THIRD.replace("closed |", "closed. |")
    orbit = Orbit(tmp_path, FIRST, last)
    (orbit.data / "orbit/notes.yml").write_text(NOTES, "utf-8")
    orbit.publish()
    assert orbit.check() == 0
    middle = last.replace("too wide", "too big").replace("closed.", "closed")
    assert orbit.add("error-code.md", middle, "--date", "2021-06-01", "--yes") == 0
    assert orbit.revisions == ["2021-01-01", "2021-06-01", "2022-01-01"]
    notes = orbit.read("orbit/notes.yml")
    kept = edits.values(notes)["changes"]
    assert [(note["code"], note["from"], note["to"]) for note in kept] == [
        ("101", "2021-01-01", "2021-06-01"),
        ("102", "2021-06-01", "2022-01-01"),
    ]
    assert "# what the port says\n" in notes
    assert '#   - code: "103"\n' in notes
    assert "#     why: Width is not length.\n" in notes
    printed = capsys.readouterr().out
    assert "2 notes go to the steps that they speak of." in printed
    assert "because no step has the texts any more: 103." in printed
    assert "between 2021-01-01 and 2022-01-01" in printed
    assert orbit.check() == 0


def test_the_oldest(tmp_path: Path) -> None:
    """A document from before the first one that is held comes first, and no note moves."""
    orbit = Orbit(tmp_path, THIRD)
    assert orbit.add("x.md", FIRST, "--date", "2019-05-01", "--yes") == 0
    assert orbit.revisions == ["2019-05-01", "2021-01-01"]
    assert orbit.check() == 0


RENAMED = THIRD.replace("| Code | Meaning |", "| No | Explanation | Since |").replace(
    "|---|---|", "|---|---|---|"
)


def test_renamed_columns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Columns with other names, and one more, are known by what stands below them."""
    orbit = Orbit(tmp_path)
    rows = "".join(
        f"{line} 2.{n} |\n" if line[2:3].isdigit() else f"{line}\n"
        for n, line in enumerate(RENAMED.splitlines())
    )
    assert orbit.add("2023-01-01.md", rows, "--yes") == 0
    table = edits.values(orbit.read("orbit/provider.yml"))["revisions"][-1]["reader"]["tables"][0]
    assert table["columns"] == ["No", "Explanation", "Since"]
    assert (table["code"], table["message"], table["code_set"]) == ("No", "Explanation", "api")
    assert 'code "Code" is now "No"' in capsys.readouterr().out
    assert orbit.check() == 0


def test_a_new_form_of_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The pattern takes in codes of another form, by --anyway alone; the doubt has ways on."""
    orbit = Orbit(tmp_path)
    before = orbit.files()
    text = THIRD + "| E20 | The port burns |\n"
    assert orbit.add("2023-01-01.md", text, "--yes") == 2
    printed = capsys.readouterr().out
    assert "the pattern takes in E20 too: -?[0-9]+|E[0-9]{2}" in printed
    assert (
        'Look twice: a wider pattern? "E20" in line 10 is not of the pattern before, "-?[0-9]+".'
    ) in printed
    assert 'If it is no code, add `prose: ["E20 | The port burns"]` to the options' in printed
    assert orbit.files() == before
    assert 'the code "E20", which is no integer. Give codes that stand' in printed
    assert orbit.add("2023-01-01.md", text, "--yes", "--anyway") == 0
    assert orbit.check() == 1
    path = orbit.data / "orbit/provider.yml"
    description = path.read_text("utf-8").replace("type: integer", "type: string")
    path.write_text(description.replace('"code": 101', '"code": "101"'), "utf-8")
    assert orbit.check() == 0


def test_no_code_of_a_new_form(tmp_path: Path) -> None:
    """With the quotation that the doubt about a wider pattern names, the row lists no code."""
    orbit = Orbit(tmp_path)
    options = edits.values(orbit.read("orbit/provider.yml"))["revisions"][-1]["reader"]
    reader = tmp_path / "reader.yml"
    reader.write_text(json.dumps({**options, "prose": ["E20 | The port burns"]}), "utf-8")
    text = THIRD + "| E20 | The port burns |\n"
    assert orbit.add("2023-01-01.md", text, "--reader", str(reader), "--yes") == 0
    assert "E20" not in orbit.read("conditions.yml")
    assert 'pattern: "-?[0-9]+"\n' in orbit.read("orbit/provider.yml").split("2023-01-01", 1)[1]


def test_another_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the options do not fit at all, it is read as an unknown one, by --anyway alone."""
    orbit = Orbit(tmp_path)
    text = "\n".join(line.strip("| ").replace(" | ", " ") for line in THIRD.splitlines()[4:])
    assert orbit.add("2023-01-01.txt", text, "--yes") == 2
    assert (
        "Look twice: decided before? The options of the document before are given up: `format`"
        ' (markdown) and `tables` (Code | Meaning). What stands in their way: line 1: "0 Docked"'
    ) in capsys.readouterr().out
    assert orbit.add("2023-01-01.txt", text, "--yes", "--anyway") == 0
    reader = edits.values(orbit.read("orbit/provider.yml"))["revisions"][-1]["reader"]
    assert (reader["format"], reader["code_set"]) == ("text_lines", "api")
    assert orbit.check() == 0


def test_what_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A broken row is named with its line, nothing is written, and a mended reader is taken."""
    orbit = Orbit(tmp_path)
    before = orbit.files()
    assert orbit.add("2023-01-01.md", THIRD + "| 106 |\n", "--yes") == 1
    printed = capsys.readouterr().out
    assert "1 line (10): " in printed
    assert "nothing is written" in printed
    assert "reader:\n  format: markdown\n" in printed
    assert orbit.files() == before
    block = printed[printed.index("reader:\n") :]
    (tmp_path / "reader.yml").write_text(block, "utf-8")
    words = ("--reader", str(tmp_path / "reader.yml"), "--yes")
    assert orbit.add("2023-01-01.md", THIRD + "| 106 |\n", *words) == 0
    assert orbit.check() == 0


@pytest.mark.parametrize(
    ("success", "said"),
    [
        (
            "neither: partly",
            'tables.0.success.neither: "partly" is not allowed here.',
        ),
        ("nether: [partly]", 'unknown key "nether".'),
    ],
)
def test_a_wrong_option(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], success: str, said: str
) -> None:
    """What is wrong in a file for --reader is named with its line and its key."""
    orbit = Orbit(tmp_path)
    (tmp_path / "reader.yml").write_text(
        "reader:\n  format: markdown\n  tables:\n    - code_set: api\n"
        "      columns: [Code, Meaning]\n"
        f"      code: Code\n      success: {{column: Meaning, value: Docked, {success}}}\n"
        "      message: Meaning\n      pattern: '[0-9]+'\n",
        "utf-8",
    )
    assert orbit.add("2023-01-01.md", THIRD, "--reader", str(tmp_path / "reader.yml")) == 1
    assert f"reader.yml:7: {said}" in capsys.readouterr().err


def test_a_key_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A key that stands twice in a file for --reader is refused, so that none of both is lost."""
    orbit = Orbit(tmp_path)
    reader = tmp_path / "reader.yml"
    reader.write_text("format: markdown\nignore: [one]\ntables: []\nignore: [two]\n", "utf-8")
    assert orbit.add("2023-01-01.md", THIRD, "--reader", str(reader)) == 1
    assert 'reader.yml:4: the key "ignore" already stands in line 2.' in capsys.readouterr().err


OTHER_PAGE = HEAD + "".join(
    f"| {code} | Something else is wrong ({code}) |\n" for code in range(500, 520)
)
HALF = HEAD + "| 0 | Docked |\n| 101 | The dock is busy |\n"
SWAPPED = THIRD.replace("| Code | Meaning |", "| Meaning | Code |")
KOREAN = (
    HEAD
    + "| 0 | 성공 |\n| 101 | 부두가 사용 중입니다 |\n"
    + "| 102 | 부두가 닫혔습니다 |\n| 103 | 배가 너무 깁니다 |\n"
)


@pytest.mark.parametrize(
    ("document", "doubt"),
    [
        (OTHER_PAGE, "another page? Of 20 codes, 0 are in the revision 2021-01-01"),
        (HALF, "half of the codes vanished? 3 of 5 codes of 2021-01-01 are gone."),
        (KOREAN, "another language? The texts are Korean, and those of 2021-01-01 are English."),
        (SWAPPED, 'headings that changed places? The code was below "Code", which is still there,'),
    ],
)
def test_doubts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], document: str, doubt: str
) -> None:
    """What may be another document is not written by --yes alone."""
    orbit = Orbit(tmp_path)
    before = orbit.files()
    assert orbit.add("2023-01-01.md", document, "--yes") == 2
    assert f"Look twice: {doubt}" in capsys.readouterr().out
    assert orbit.files() == before
    assert orbit.add("2023-01-01.md", document, "--yes", "--anyway") == 0
    assert orbit.check() == 0


def _listed(docks: range, ships: range) -> str:
    """Return a page with two sections, each with codes."""
    table = "| Code | Meaning |\n|---|---|\n"
    rows = [
        "".join(f"| {code} | The {what} {code} is late |\n" for code in codes)
        for what, codes in (("dock", docks), ("ship", ships))
    ]
    return f"# Errors\n\n## Docks\n\n{table}{rows[0]}\n## Ships\n\n{table}{rows[1]}"


@pytest.mark.parametrize(
    ("docks", "ships", "doubt"),
    [
        (range(100, 112), range(200, 203), "a quarter of the codes vanished? 5 of 20 codes of"),
        (range(100, 116), range(0), 'a section less? The 4 codes below "Ships" are gone.'),
        (range(100, 116), range(200, 201), ""),
        (range(100, 112), range(200, 204), ""),
    ],
)
def test_codes_that_vanish(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], docks: range, ships: range, doubt: str
) -> None:
    """A quarter of the codes, or all of a section, are not given up by --yes alone."""
    orbit = Orbit(tmp_path)
    file = tmp_path / "moon.md"
    file.write_text(_listed(range(100, 116), range(200, 204)), "utf-8")
    said = ("--name", "Moon", "--product", "Moon Harbour", "--vendor", "Moon Works")
    new = ("new-provider", "moon", str(file), *said, "--url", "https://moon.example/e", "--yes")
    assert orbit.run(*new, "--date", "2021-01-01") == 0
    file.write_text(_listed(docks, ships), "utf-8")
    capsys.readouterr()
    add = ("add-revision", "moon", str(file), "--yes", "--date", "2022-01-01")
    assert orbit.run(*add) == (2 if doubt else 0)
    doubts = [line for line in capsys.readouterr().out.split("\n") if "Look twice" in line]
    assert [line.partition(": ")[2].startswith(doubt) for line in doubts] == [True] * bool(doubt)


def test_nothing_is_asked_without_a_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without --yes nothing is written; --dry-run says the same and ends well."""
    orbit = Orbit(tmp_path)
    before = orbit.files()
    assert orbit.add("2023-01-01.md", THIRD) == 2
    assert "nobody can be asked here" in capsys.readouterr().out
    assert orbit.add("2023-01-01.md", THIRD, "--dry-run") == 0
    printed = capsys.readouterr().out
    assert "    104: The mast is too high\n" in printed
    assert "Nothing is written: --dry-run." in printed
    assert orbit.files() == before


@pytest.mark.parametrize(("answer", "status"), [("y", 0), ("", 2), ("what?", 2)])
def test_a_terminal_is_asked_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, status: int
) -> None:
    """A person says yes, or nothing is written."""
    orbit = Orbit(tmp_path)
    asked: list[str] = []
    monkeypatch.setattr("macros.maintain.terminal.is_interactive", lambda: True)

    def answered(question: str) -> str:
        asked.append(question)
        return answer

    monkeypatch.setattr("builtins.input", answered)
    assert orbit.add("2023-01-01.md", THIRD) == status
    assert asked == ["Write this? [y/N] "]
    assert (len(orbit.revisions) == 2) is (status == 0)


@pytest.mark.parametrize(
    "wish",
    [
        ("2023-01-01.md", FIRST, (), "it is data/orbit/2021-01-01.md, byte for byte."),
        ("errors.md", THIRD, (), "nothing says of which day this one is."),
        ("errors.md", THIRD, ("--date", "2021-01-01"), "the revision 2021-01-01 is here already."),
        ("errors.md", THIRD, ("--date", "May"), '"May" is no day.'),
        ("errors.md", THIRD, ("--date", "unknown"), "nothing says of which day this one is."),
        (
            "errors.md",
            THIRD,
            ("--date", "2022-01-01", "--reader", "none"),
            "there is no such file.",
        ),
    ],
)
def test_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], wish: tuple[str, str, tuple[str, ...], str]
) -> None:
    """What is wrong with a wish is said, and nothing is written."""
    name, text, words, says = wish
    orbit = Orbit(tmp_path)
    before = orbit.files()
    assert orbit.add(name, text, *words, "--yes") == 1
    assert says in capsys.readouterr().err
    assert orbit.files() == before


def test_no_such_provider(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A provider that is not there is named, with those that are."""
    orbit = Orbit(tmp_path)
    (tmp_path / "x.md").write_text(THIRD, "utf-8")
    assert orbit.run("add-revision", "moon", str(tmp_path / "x.md"), "--yes") == 1
    assert 'there is no provider "moon". The providers are orbit' in capsys.readouterr().err


def test_the_day_stands_in_the_document(tmp_path: Path) -> None:
    """A line that says when the page was updated is quoted."""
    orbit = Orbit(tmp_path)
    text = THIRD.replace("# Errors\n", "# Errors\n\nLast updated: 2024/02/03\n")
    assert orbit.add("errors.md", text, "--yes") == 0
    entry = edits.values(orbit.read("orbit/provider.yml"))["revisions"][-1]
    assert entry["id"] == "2024-02-03"
    assert entry["dated_by"] == 'It says so itself: "Last updated: 2024/02/03".'


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("add-revision", "orbit", "2023-01-01.md"), ("2023-01-01.md",)),
        (
            ("add-revision", "orbit", "2023-01-01.md", "ko.md"),
            ("2023-01-01.md", "2023-01-01.ko.md"),
        ),
        (("add-revision", "orbit", "ko.md", "--of", "2021-01-01"), ("2021-01-01.ko.md",)),
        (("retract", "orbit", "2021-01-01", "--why", "It was wrong."), ()),
    ],
)
def test_killed_at_random_moments(
    tmp_path: Path, words: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    """A command that is killed leaves old data or new, and the next one finds it sound."""
    orbit = Orbit(tmp_path, FIRST, FIRST + "| 105 | No pilot is on duty |\n")
    old = orbit.files()
    (tmp_path / "2023-01-01.md").write_text(THIRD, "utf-8")
    (tmp_path / "ko.md").write_text(KOREAN, "utf-8")
    name, *rest = words
    if "--of" in words:
        rest += ["--language", "ko"]
    where = ["--data", str(orbit.data), "--docs", str(orbit.docs)]
    given = [str(tmp_path / word) if word.endswith(".md") else word for word in rest]
    command = [sys.executable, "-m", "macros", name, *where, *given, "--yes"]
    for moment in (0.3, 0.9, 1.1, 1.4):
        running = subprocess.Popen(command, cwd=invented.PROJECT, stdout=subprocess.DEVNULL)
        time.sleep(moment)
        running.kill()
        running.wait()
        assert orbit.check() == 0
        assert [one.name for one in tmp_path.iterdir() if "being-edited" in one.name] == []
        if orbit.files() != old:
            new = {file.removeprefix("orbit/") for file in orbit.files().keys() - old.keys()}
            assert new == set(expected)
            assert ("retracted: It was wrong." in orbit.read("orbit/provider.yml")) is (not new)
            break


def test_verdicts_belong_to_texts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was chosen before is tied to the text that it was chosen for, and said to be so."""
    orbit = Orbit(tmp_path)
    path = orbit.data / "conditions.yml"
    path.write_text(re.sub(r"reviewed:\n.*\n", "", path.read_text("utf-8")), "utf-8")
    observed = orbit.data / "orbit/observations.yml"
    observed.write_text(OBSERVED, "utf-8")
    orbit.publish()
    assert orbit.add("2023-01-01.md", THIRD, "--yes") == 0
    # 101 and 103 have other words.
    assert "2 codes have a verdict for another text" in capsys.readouterr().out
    assert '\nreviewed:\n  orbit: "2021-01-01"\n' in path.read_text("utf-8")
    tied = OBSERVED.replace("codes:", 'reviewed: "2021-01-01"\ncodes:')
    assert observed.read_text("utf-8") == tied
    # An older one, taken in later, takes nothing over.
    older = FIRST.replace("too high", "too low")
    assert orbit.add("2020-01-01.md", older, "--yes") == 0
    held = atlas.load(orbit.data)
    assert sorted(held.conditions.unreviewed) == [
        "orbit/0/",
        "orbit/101/",
        "orbit/103/",
        "orbit/105/",
    ]
    code = held.code_at("orbit/104/")
    assert code
    assert held.condition_of(code).id == "busy"


def test_a_message_is_known_by_what_it_said(tmp_path: Path) -> None:
    """Where headings changed, the column that says what the codes said before is the message."""
    orbit = Orbit(tmp_path)
    rows = FIRST.splitlines()[4:]
    others = [f"{row} long words that no document had before |" for row in rows]
    text = "| No | Says | Remarks |\n|---|---|---|\n" + "\n".join(others) + "\n"
    assert orbit.add("2023-01-01.md", text, "--yes") == 0
    (table,) = edits.values(orbit.read("orbit/provider.yml"))["revisions"][-1]["reader"]["tables"]
    assert (table["code"], table["message"]) == ("No", "Says")


def test_another_page_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A document that cannot be read whole, and has few of the codes, is doubted at once."""
    orbit = Orbit(tmp_path)
    other = HEAD + "| 901 | Fog |\n| 902 | Ice | x |\n"
    assert orbit.add("2023-01-01.md", other, "--yes") == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "Look twice: another page? Of the 5 codes of 2021-01-01, 0 stand in it."
    assert orbit.add("2023-01-01.md", FIRST + "| 902 | Ice | x |\n", "--yes") == 1
    assert "another page?" not in capsys.readouterr().out


def test_codes_among_other_signs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Codes that are read count as those of the page, however they are set apart there."""
    orbit = Orbit(tmp_path)
    bold = re.sub(r"(?m)^\| ([0-9]+) \|", r"| **\1** |", FIRST)
    assert bold.count("**") > 2
    assert orbit.add("2023-01-01.md", bold + "| 902 | Ice | x |\n", "--yes") == 1
    told = capsys.readouterr().out
    assert "cannot be read whole" in told
    assert "another page?" not in told


def test_long_texts_are_shown_from_where_they_differ(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of two long texts that begin alike a person sees what differs, and a few words before."""
    long = "The dock is closed " + "until the harbour has been dredged again " * 3
    orbit = Orbit(tmp_path, FIRST.replace("The dock is closed", f"{long}by us"))
    later = FIRST.replace("The dock is closed", f"{long}by the port and its many helpers")
    assert orbit.add("2023-01-01.md", later, "--dry-run") == 0
    told = capsys.readouterr().out
    before = "…harbour has been dredged again by"
    assert f"    102: {before} us -> {before} the port and its many helpers\n" in told


def test_very_many_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of very many new codes a screen is named; what is dropped is named to the last."""
    orbit = Orbit(tmp_path)
    many = "".join(f"| {code} | Dock {code} is busy |\n" for code in range(1000, 1600))
    assert orbit.add("2023-01-01.md", FIRST + many, "--yes") == 0
    (line,) = (one for one in capsys.readouterr().out.splitlines() if "  added: 600:" in one)
    assert line.endswith(" 1499 and 100 more")
    assert orbit.add("2024-01-01.md", FIRST + "\n", "--yes", "--anyway") == 0
    (line,) = (one for one in capsys.readouterr().out.splitlines() if "  dropped: 600:" in one)
    assert line.endswith(" 1598, 1599")


def test_a_code_that_is_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Codes that are added and have a condition already are counted apart, and that says why."""
    orbit = Orbit(tmp_path)
    assert orbit.add("2023-01-01.md", THIRD, "--yes") == 0
    capsys.readouterr()
    text = THIRD + "| 104 | The mast is too high |\n| 106 | The crane is away |\n"
    assert orbit.add("2024-01-01.md", text, "--yes") == 0
    printed = capsys.readouterr().out
    assert "  added: 2\n" in printed
    assert "1 code that is added has a condition in data/conditions.yml already: " in printed
    assert "1 code comes in as unreviewed" in printed


def test_what_ends_with_a_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was observed or found, and counts no more with a document, is told as it comes."""
    orbit = Orbit(tmp_path)
    orbit.write(
        "orbit/notes.yml",
        "findings:\n  - title: Things are not named\n    harm: style\n    quotes:\n"
        '      - {code: "101", text: The dock is busy}\n'
        '      - {code: "102", text: The dock is closed}\n    says: It could be any dock.\n',
    )
    orbit.write(
        "orbit/observations.yml",
        "sources:\n  - id: talk\n    url: https://talk.example/7\n    kind: sdk\n"
        '    title: A list\n    date: unknown\n    seen: "2026-11-26"\ncodes:\n  api:\n    "105":\n'
        "      says: {text: Nobody can steer., product: Docks, sources: [talk]}\n",
    )
    conditions = orbit.read("conditions.yml").replace(
        '    "104": busy\n', '    "104": busy\n    "105": busy\n'
    )
    orbit.write("conditions.yml", conditions)
    orbit.publish()
    assert orbit.check() == 0
    capsys.readouterr()
    assert orbit.add("2022-06-01.md", THIRD, "--yes") == 0
    told = capsys.readouterr().out
    assert (
        "What was observed of 1 code is overtaken by the documents and counts no more:"
        " `open-work orbit` says why, `prune orbit` removes it.\n"
    ) in told
    assert (
        "The finding “Things are not named” (data/orbit/notes.yml:2) is not of 2022-06-01, in which"
        " the text of 101 is another one. If it holds for 102 alone, write one of these.\n"
    ) in told
