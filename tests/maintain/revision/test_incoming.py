"""What is new in a later document, and perhaps no code, is asked about; what is held is decided."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.maintain.orbit import Orbit

if TYPE_CHECKING:
    from pathlib import Path

DOCKS = (("4001", "Dock is busy"), ("4002", "Dock is closed"), ("4003", "Ship is too long"))


def _table(rows: tuple[tuple[str, str], ...]) -> str:
    return "| Code | Meaning |\n|---|---|\n" + "".join(f"| {a} | {b} |\n" for a, b in rows)


def _html(rows: tuple[tuple[str, str], ...]) -> str:
    cells = "".join(f"<tr><td>{code}</td><td>{text}</td></tr>\n" for code, text in rows)
    return f"<table>\n<tr><th>Code</th><th>Text</th></tr>\n{cells}</table>\n"


def _json(*more: dict[str, str]) -> str:
    docks = [{"code": code, "message": text, "type": "error"} for code, text in DOCKS]
    return json.dumps({"errors": [*docks, *more]}, indent=1)


def _java(*more: str) -> str:
    docks = [
        f"  // {text}\n  public static final int DOCK_{code} = {code};" for code, text in DOCKS
    ]
    return "\n".join(["public class E {", *docks, *more, "}", ""])


MARKDOWN = "# Harbour\n\n## Errors\n\n" + _table(DOCKS)
HEADINGS = "# Harbour\n\n## Errors\n\n" + "".join(
    f"### {code}: {text}\n\nWait for it.\n\n" for code, text in DOCKS
)
LINES = "Error codes:\n" + "".join(f"{code} {text}\n" for code, text in DOCKS)
# The document before, the later one, and the new rows that are perhaps no codes.
LATER = {
    "table.md": (
        MARKDOWN,
        f"{MARKDOWN}\n## Ports\n\n" + _table((("8080", "It listens here"), ("8443", "The same"))),
        ["8080", "8443"],
    ),
    "table.html": (_html(DOCKS), _html((*DOCKS, ("2024", "Harbour Works Ltd"))), ["2024"]),
    "table.csv": (
        "code,message\n" + "".join(f"{code},{text}\n" for code, text in DOCKS),
        "code,message\n"
        + "".join(f"{code},{text}\n" for code, text in (*DOCKS, ("2024", "Harbour Works Ltd"))),
        ["2024"],
    ),
    "chapter.md": (
        MARKDOWN,
        f"{MARKDOWN}| **5000** | **Cranes** |\n",
        ["5000"],
    ),
    "headings.md": (
        HEADINGS,
        f"{HEADINGS}## Ports\n\n### 8080: The API\n\nPlain.\n\n### 8443: The same\n\nNot plain.\n",
        ["8080", "8443"],
    ),
    "lines.txt": (
        LINES,
        f"{LINES}\nPorts:\n8080 It listens here\n8443 The same\n",
        ["8080", "8443"],
    ),
    "list.json": (
        _json(),
        _json({"code": "4100", "message": "A ship came in", "type": "event"}),
        ["4100"],
    ),
    "source.java": (
        _java(),
        _java("  // The port of the API\n  public static final int API_PORT = 8080;"),
        ["8080"],
    ),
}


def _begun(tmp_path: Path, name: str, text: str, *words: str) -> Orbit:
    orbit = Orbit(tmp_path)
    file = tmp_path / name
    file.write_text(text, "utf-8")
    names = ("--name", "Zed", "--product", "Zed API", "--vendor", "Zed Works")
    more = ("--url", "https://zed.example", "--date", "2025-01-01", "--example", "", "--yes")
    assert orbit.run("new-provider", "zed", str(file), *names, *more, *words) == 0
    return orbit


@pytest.mark.parametrize("name", LATER)
def test_new_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """They are asked about with a reader, which takes them, or none of them as is advised."""
    before, later, codes = LATER[name]
    orbit = _begun(tmp_path, name, before)
    (tmp_path / name).write_text(later, "utf-8")
    words = ("add-revision", "zed", str(tmp_path / name), "--date", "2025-06-01", "--yes")
    capsys.readouterr()
    assert orbit.run(*words) == 1
    printed = capsys.readouterr().out
    assert re.search(rf'"{codes[0]}".* perhaps no codes?\.', printed)
    reader = tmp_path / "reader.yml"
    block = printed[printed.index("reader:\n") :]
    reader.write_text(block, "utf-8")
    assert orbit.run(*words, "--reader", str(reader), "--dry-run") == 0
    assert f"added: {len(codes)}\n" in capsys.readouterr().out
    advice = re.search(r"write `prose: (.*)` in it before", printed)
    assert advice
    block = re.sub(r"\n  prose: .*|\n  prose:\n(?:    .*\n)+", "\n", block)
    reader.write_text(f"{block.rstrip()}\n  prose: {advice[1]}\n", "utf-8")
    assert orbit.run(*words, "--reader", str(reader)) == 0
    assert "No text changes beside the revisions" in capsys.readouterr().out
    assert orbit.check() == 0


@pytest.mark.parametrize("name", ["table.html", "source.java"])
def test_what_was_decided(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """A code that is held, however strange, is not asked about again in later documents."""
    before, later, _ = LATER[name]
    orbit = _begun(tmp_path, name, before)
    (tmp_path / name).write_text(later, "utf-8")
    words = ("add-revision", "zed", str(tmp_path / name), "--yes")
    capsys.readouterr()
    assert orbit.run(*words, "--date", "2025-06-01") == 1
    printed = capsys.readouterr().out
    reader = tmp_path / "reader.yml"
    reader.write_text(printed[printed.index("reader:\n") :], "utf-8")
    assert orbit.run(*words, "--date", "2025-06-01", "--reader", str(reader)) == 0
    (tmp_path / name).write_text(later.replace("Dock is busy", "Dock is very busy"), "utf-8")
    assert orbit.run(*words, "--date", "2025-07-01") == 0
    assert "4001: Dock is busy -> Dock is very busy" in capsys.readouterr().out


def test_the_rest_of_a_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A new line between codes is asked about, unless the options before pass over it."""
    text = "Error codes\n\n4001 Dock is busy\n\nof the harbour\n\n4002 Dock is shut\n\n"
    text += "4003 Crane is old\n\n4004 Ship is lost\n\n"
    orbit = _begun(tmp_path, "lines.txt", text, "--as-read", "5")
    later = f"{text}4005 Mast is high\n\nand lost\n\n4006 Sail is torn\n"
    file = tmp_path / "lines.txt"
    file.write_text(later, "utf-8")
    words = ("add-revision", "zed", str(file), "--date", "2025-06-01", "--yes")
    capsys.readouterr()
    assert orbit.run(*words) == 1
    printed = capsys.readouterr().out
    assert '"and lost" has no code, and may go on with the message of "4005"' in printed
    assert '"of the harbour" has no code' not in printed
    assert orbit.run(*words, "--as-meant", "15") == 0
    assert "Mast is high and lost" in capsys.readouterr().out


def test_a_pipe_in_a_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A new row that a pipe cuts is taken in as it is meant, with nothing written by hand."""
    orbit = _begun(tmp_path, "table.md", MARKDOWN)
    file = tmp_path / "table.md"
    file.write_text(f"{MARKDOWN}| 4004 | Use a|b for cranes |\n", "utf-8")
    words = ("add-revision", "zed", str(file), "--date", "2025-06-01", "--yes")
    capsys.readouterr()
    assert orbit.run(*words) == 1
    assert "--as-meant 10" in capsys.readouterr().out
    assert orbit.run(*words, "--as-meant", "10") == 0
    assert "4004: Use a|b for cranes" in capsys.readouterr().out


def test_a_new_badge(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A badge stays left out; a new one that is set alike is asked about, even one alone."""
    badge = '{} <span class="tag">{}</span>'
    rows = tuple((code, badge.format(text, "Old")) for code, text in DOCKS)
    orbit = _begun(tmp_path, "errors.html", _html(rows), "--as-meant", "3")
    file = tmp_path / "errors.html"
    later = (("4004", badge.format("Crane is stuck", "beta")), ("4005", "Crane is lost"))
    file.write_text(_html((*rows, *later)), "utf-8")
    words = ("add-revision", "zed", str(file), "--date", "2025-06-01", "--yes")
    capsys.readouterr()
    assert orbit.run(*words) == 1
    assert '"beta" stands in a <span> within a cell' in capsys.readouterr().out
    assert orbit.run(*words, "--as-meant", "6") == 0
    printed = capsys.readouterr().out
    assert "4004: Crane is stuck\n" in printed
    assert "added: 2\n" in printed
    assert "Dock is busy ->" not in printed
    assert "leave_out:\n        - Old\n        - beta\n" in orbit.read("zed/provider.yml")


DEAD = _java(
    "  /*", "  // The dock was sold", "  public static final int DOCK_4101 = 4101;", "  */"
)


def test_an_answer_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A question has its answer while the lines are the same; with others it is asked again."""
    orbit = _begun(tmp_path, "source.java", _java())
    file = tmp_path / "source.java"
    words = ("add-revision", "zed", str(file), "--yes")
    file.write_text(DEAD, "utf-8")
    assert orbit.run(*words, "--date", "2025-06-01") == 1
    line = next(number for number, text in enumerate(DEAD.split("\n"), 1) if "= 4101" in text)
    assert orbit.run(*words, "--date", "2025-06-01", "--as-read", str(line)) == 0
    later = DEAD.replace("Dock is busy", "Dock is very busy")
    file.write_text(f"// A remark\n{later}", "utf-8")
    assert orbit.run(*words, "--date", "2025-07-01") == 0
    file.write_text(later.replace("4101", "4102"), "utf-8")
    capsys.readouterr()
    assert orbit.run(*words, "--date", "2025-08-01") == 1
    assert '"4102" stands in a comment' in capsys.readouterr().out


def _ruby(more: str = "") -> str:
    texts = "".join(f'  400{at} => "Dock is busy: {at}",\n' for at in range(1, 6))
    return f"ERRORS = {{\n{texts}{more}}}.freeze\n"


LISTS = {
    "errors.json": (
        _json(),
        json.dumps(
            {
                **json.loads(_json()),
                "ships": [{"nr": "S1", "says": "It is late"}, {"nr": "S2", "says": "It is lost"}],
            },
            indent=1,
        ),
        '"ships[]" leads to what looks like codes',
    ),
    "source.java": (
        _java(),
        _java("", "  //", "", "  public static final int SHIP = 12; // The ship is late"),
        '"12", "The ship is late" is written as the codes that are read',
    ),
    "source.rb": (
        _ruby(),
        _ruby('  pier_closed: "The pier is closed",\n'),
        '"pier_closed", "The pier is closed" stands among codes such as "4001"',
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_that_is_new(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """What the options before pass over is asked about where it is new, and once alone."""
    before, later, said = LISTS[name]
    orbit = _begun(tmp_path, name, before)
    file = tmp_path / name
    file.write_text(later, "utf-8")
    words = ("add-revision", "zed", str(file), "--yes")
    capsys.readouterr()
    assert orbit.run(*words, "--date", "2025-06-01") == 1
    printed = capsys.readouterr().out
    assert said in printed
    advice = re.search(r"--as-read ([0-9]+)", printed)
    assert advice
    assert orbit.run(*words, "--date", "2025-06-01", "--as-read", advice[1]) == 0
    file.write_text(later.replace("Dock is busy", "Dock is very busy"), "utf-8")
    assert orbit.run(*words, "--date", "2025-07-01") == 0


def test_another_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A later document in another format is read anew; nothing is asked of codes that are held."""
    held = (("4001", "It listens here"), ("4002", "It sends here"), ("4003", "It waits here"))
    new = (("8080", "It reads here"), ("8443", "It writes here"))
    text = "Error codes:\n" + "".join(f"{code} {said}\n" for code, said in held)
    orbit = _begun(tmp_path, "lines.txt", text)
    file = tmp_path / "table.md"
    words = ("add-revision", "zed", str(file), "--date", "2025-06-01", "--yes", "--anyway")
    for errors, others, asked in ((DOCKS, held, False), ((*DOCKS, *held), new, True)):
        text = f"# Harbour\n\n## Errors\n\n{_table(errors)}\n## Ports\n\n{_table(others)}"
        file.write_text(text.replace("| 400", "| 500", len(DOCKS)), "utf-8")
        capsys.readouterr()
        assert orbit.run(*words, "--dry-run") == int(asked)
        assert ('stand under "Ports"' in capsys.readouterr().out) is asked
