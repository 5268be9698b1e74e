"""What is new in a later document is asked about as it is asked of an unknown one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from tests.maintain.moon import FIRST, Moon
from tests.maintain.orbit import HEAD

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("row", "note"),
    [
        ("| 1003 | Dock 3 is busy* |", "\\* Withdrawn in May."),
        ("| 1003 | Dock 3 is busy [1] |", "[1] Withdrawn in May."),
        ("| 1006 | Dock 6 is busy (*) |", "(*) Withdrawn in May."),
        ("| 1006 | Dock 6 is busy\xb9 |", "\xb9 Withdrawn in May."),
    ],
)
def test_marks_of_footnotes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], row: str, note: str
) -> None:
    """A mark behind a text that is held, or at a new one, is asked about, with the note's line."""
    moon = Moon(tmp_path)
    kept = FIRST if "1006" in row else FIRST.replace("| 1003 | Dock 3 is busy |\n", "")
    assert moon.add(f"{kept}{row}\n\n{note}\n") == 1
    printed = capsys.readouterr().out
    line, below = kept.count("\n") + 1, kept.count("\n") + 3
    assert f'  1 line ({line}): "{row[9:-2]}" has what looks like a mark of footnotes.' in printed
    assert f"The note (line {below}) is passed over: read what it says." in printed
    assert moon.add(f"{kept}{row}\n\n{note}\n", "--as-meant", str(line)) == 0
    text = f"Dock {row[5]} is busy"
    assert f"          message: {text}\n" in moon.orbit.read("moon/provider.yml")


def test_pages_behind_texts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Pages that later texts end with are asked about, and are no change of these."""
    moon = Moon(tmp_path)
    later = FIRST.replace("is busy |", "is busy, p. 12 |")
    assert later != FIRST
    assert moon.add(later) == 1
    printed = capsys.readouterr().out
    assert "ends with the number of a page, as a line of a table of contents does" in printed
    line = later[: later.rindex("p. 12")].count("\n") + 1
    assert moon.add(later, "--as-meant", str(line)) == 0
    assert "No text changes" in capsys.readouterr().out


def test_a_link_behind_a_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A link to more about a new code is asked about where it comes first, and not joined to it."""
    moon = Moon(tmp_path)
    later = f"{FIRST}| 1006 | Anchor is lost [Learn more](https://moon.example/6) |\n"
    assert moon.add(later) == 1
    assert '  1 line (10): "Learn more" stands in a <a> within a cell' in capsys.readouterr().out
    assert moon.add(later, "--as-meant", "10") == 0
    assert "  added: 1\n    1006: Anchor is lost\n" in capsys.readouterr().out


def test_marks_that_are_held(tmp_path: Path) -> None:
    """A mark that a text had before is decided."""
    first = FIRST.replace("3 is busy", "3 is busy\xb9")
    moon = Moon(tmp_path)
    assert moon.add(first, "--as-read", "7") == 0
    assert moon.add(f"{first}| 1006 | Dock 6 is busy |\n") == 0


@pytest.mark.parametrize("heading", ["Withdrawn", "Old codes, sent no more", "Nicht mehr gesendet"])
def test_held_codes_that_move(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], heading: str
) -> None:
    """A held code that comes to stand under such a heading is asked about as a new one is."""
    moon = Moon(tmp_path)
    row = "| 1005 | Dock 5 is busy |\n"
    later = f"{FIRST.replace(row, '')}\n## {heading}\n\n| Code | Meaning |\n|---|---|\n{row}"
    assert moon.add(later) == 1
    printed = capsys.readouterr().out
    assert f'  1 line (14): "1005" stands under "{heading}", as what is sent no more' in printed
    assert moon.add(later, "--as-read", "14") == 0
    told = f'  under another heading: 1005: "Errors" -> "{heading}"\n'
    assert told in capsys.readouterr().out
    assert moon.add(later.replace("1 is", "1 was")) == 0
    assert "under another heading" not in capsys.readouterr().out


def test_a_dropped_code_that_is_listed_as_such(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A list of what was removed names codes that are held; they are asked about all the same."""
    moon = Moon(tmp_path)
    row = "| 1005 | Dock 5 is busy |\n"
    without = FIRST.replace(row, "")
    assert moon.add(without) == 0
    removed = f"{without}\n## Removed codes\n\n| Code | Meaning |\n|---|---|\n{row}"
    capsys.readouterr()
    assert moon.add(removed) == 1
    printed = capsys.readouterr().out
    assert '  1 line (14): "1005" stands under "Removed codes", as what is sent no more' in printed
    assert moon.add(removed, "--no-codes", "14") == 0
    assert "dropped" not in capsys.readouterr().out
    assert moon.add(FIRST) == 0, "it came back to the others"


def test_a_heading_that_is_renamed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told once, of all codes below it, and nothing is asked."""
    moon = Moon(tmp_path)
    assert moon.add(FIRST.replace("# Errors", "# Error codes")) == 0
    told = '  under another heading: 5 codes: "Errors" -> "Error codes"\n'
    assert told in capsys.readouterr().out


WORDS = [
    "The parameter berthId is missing",
    "Berth already exists",
    "The access token has expired",
    "No permission to open this berth",
]
OTHER = [
    "Wagon is full of coal",
    "A cow stands on the track",
    "Signal lamp burned out",
    "Rail bent",
]


def _page(texts: list[str]) -> str:
    return HEAD + "".join(f"| 100{at} | {text} |\n" for at, text in enumerate(texts, start=1))


@pytest.mark.parametrize("kept", [0, 1, 3])
def test_another_product(tmp_path: Path, capsys: pytest.CaptureFixture[str], kept: int) -> None:
    """The same numbers with other texts are perhaps another page; a few that changed are not."""
    moon = Moon(tmp_path, _page(WORDS))
    status = moon.add(_page(WORDS[:kept] + OTHER[kept:]))
    doubt = f"Of the 4 codes that 2021-01-01 has, too, {4 - kept} are re-assigned."
    assert (f"Look twice: another page? {doubt}" in capsys.readouterr().out) == (kept < 2)
    assert status == (2 if kept < 2 else 0)


def test_columns_that_could_be_the_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The question names no option that the command lacks: the reader says which column it is."""
    moon = Moon(tmp_path, "".join(f"100{at} Dock {at} is busy\n" for at in range(1, 5)), "e.txt")
    rows = "".join(f"| 700{at} | Pier {at} is lost | Send {at} ships |\n" for at in range(1, 5))
    assert moon.add(f"| Fehler | Text A | Text B |\n|---|---|---|\n{rows}") == 1
    printed = capsys.readouterr().out
    assert "the API itself answers with: write it as `message` in the reader below." in printed
    assert "--message" not in printed


def test_a_line_among_the_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A note between rows is asked about; it can be said to list no code, whatever its cells."""
    moon = Moon(tmp_path)
    row = "| 1003 | Dock 3 is busy |\n"
    for number, note in enumerate(("Since version 2.3:", "| | The docks below are new |")):
        later = FIRST.replace(row, f"{row}{note}\n").replace("1 is", f"1 {number} is")
        capsys.readouterr()
        assert moon.add(later) == 1
        printed = capsys.readouterr().out
        assert "Add, without the lines that do list codes: --no-codes 8\n" in printed
        assert "ignore has" not in printed, "no pattern takes it"
        assert moon.add(later, "--no-codes", "8") == 0
    assert moon.orbit.check() == 0


_PIERS = (("-1001", "Dock is busy"), ("-1002", "Ship unknown"), ("-1003", "No pilot"))


def test_a_new_form_beside_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A code that lost its sign is read beside a table of other numbers, and both are asked about.

    Without it nothing would be left over: it would be a part of the entry above.
    """
    page = "".join(f"**{code}**\n{text}\n\n" for code, text in (*_PIERS, ("-1004", "No mast")))
    moon = Moon(tmp_path, page)
    table = "| Code | Text |\n|---|---|\n| 7001 | Fax is lost |\n| 7002 | Telex is lost |\n\n"
    later = table + page.replace("**-1003**", "**1003**")
    assert moon.add(later) == 1
    assert "--no-codes 3-4\n" in capsys.readouterr().out
    assert moon.add(later, "--no-codes", "3-4") == 2
    told = capsys.readouterr().out
    assert 'Look twice: a wider pattern? "1003" in line 12 is not of the pattern before' in told
    assert moon.add(later, "--no-codes", "3-4", "--anyway") == 0
    held = catalog.load(moon.orbit.data)["moon"]
    newest = held.provider.revisions[-1]
    said = {one.code: one.rows(newest)[0].message for one in held.codes if one.rows(newest)}
    assert said == {**dict(_PIERS[:2]), "1003": "No pilot", "-1004": "No mast"}


@pytest.mark.parametrize(("sign", "is_asked"), [("·", True), ("•", True), ("→", False)])
def test_a_sign_that_is_new_before_all_texts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], sign: str, *, is_asked: bool
) -> None:
    """A sign that stands between codes and texts since then is asked about, or is no text."""
    rows = [*_PIERS, ("-1004", "No mast"), ("-1005", "Rope is cut")]
    moon = Moon(tmp_path, "".join(f"{code} {text}\n" for code, text in rows), "errors.txt")
    later = "".join(f"{code} {sign} {text}\n" for code, text in rows)
    if is_asked:
        assert moon.add(later) == 1
        out = capsys.readouterr().out
        assert f'(1): all 5 texts begin with "{sign}", which perhaps parts them' in out
        assert "add --as-meant 1." in out
    assert moon.add(later, *(("--as-meant", "1") if is_asked else ())) == 0
    held = catalog.load(moon.orbit.data)["moon"]
    assert {one.code: one.messages for one in held.codes} == {code: (said,) for code, said in rows}
