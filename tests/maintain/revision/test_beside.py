"""What a revision says otherwise beside the same text is told: it withdraws no verdict."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from macros.maintain import edits
from tests.maintain.moon import Moon
from tests.maintain.orbit import Orbit

if TYPE_CHECKING:
    from pathlib import Path


HEAD = "# Errors\n\n| Code | Meaning | Remedy | Pier |\n|---|---|---|---|\n"
FIRST = {
    "101": ("Dock is busy", "Send it again after 5 seconds.", "A"),
    "102": ("Dock is closed", "Wait.", "A"),
    "103": ("Ship is too long", "", "B"),
}


def _document(**rows: tuple[str, str, str]) -> str:
    listed = {code: rows.get(f"of_{code}", said) for code, said in FIRST.items()}
    return HEAD + "".join(f"| {code} | {' | '.join(said)} |\n" for code, said in listed.items())


def _told(folder: Path, capsys: pytest.CaptureFixture[str], *documents: str) -> str:
    _taken_in(folder, capsys, *documents)
    return capsys.readouterr().out


def _taken_in(folder: Path, capsys: pytest.CaptureFixture[str], *documents: str) -> Orbit:
    """Take in documents; nothing but what is said of the last one is left to be read."""
    orbit = Orbit(folder)
    reader = folder / "reader.yml"
    reader.write_text(
        "{format: markdown, tables: [{code_set: api, columns: [Code, Meaning, Remedy, Pier],"
        ' code: Code, message: Meaning, pattern: "[0-9]{3}"}]}',
        "utf-8",
    )
    for year, document in enumerate(documents, 2022):
        capsys.readouterr()
        options = ["--reader", str(reader), "--anyway"] if year == 2022 else []
        assert orbit.add(f"{year}-06-01.md", document, "--yes", *options) == 0
    return orbit


def test_other_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each column with other words is told once, with its codes, and what became of what."""
    remedy = ("Dock is busy", "Never send it again.", "A")
    filled = ("Ship is too long", "Shorten it.", "C")
    told = _told(tmp_path, capsys, _document(), _document(of_101=remedy, of_103=filled))
    assert told.count("something else") == 2
    assert '  2 codes say something else in "Remedy", with the same text: 101, 103\n' in told
    assert "    101: Send it again after 5 seconds. -> Never send it again.\n" in told
    assert "    103: nothing -> Shorten it.\n" in told
    assert (
        '  1 code says something else in "Pier", with the same text: 103\n    103: B -> C' in told
    )
    assert "No text changes" not in told


def test_beside_a_text_that_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a verdict rests on is told of a text that changed, too."""
    reworded = ("Dock is busy now", "Never send it again.", "A")
    told = _told(tmp_path, capsys, _document(), _document(of_101=reworded))
    assert (
        '  1 code says something else in "Remedy", with a text that changed: 101\n'
        "    101: Send it again after 5 seconds. -> Never send it again.\n"
    ) in told
    assert "with the same text" not in told


TWIN = "# 오류\n\n| 코드 | 뜻 | 해결 |\n|---|---|---|\n"


def test_in_another_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a document in another language says otherwise is told, without what others did."""
    rows = "| 101 | 부두가 사용 중입니다 | {} |\n| 102 | 부두가 닫혔습니다 | 기다리세요 |\n"
    rows += "| 103 | 배가 깁니다 | |\n"
    orbit = _taken_in(tmp_path, capsys, _document())
    reader = tmp_path / "korean.yml"
    reader.write_text(
        "{format: markdown, tables: [{code_set: api, columns: [코드, 뜻, 해결], code: 코드,"
        ' message: 뜻, pattern: "[0-9]{3}"}]}',
        "utf-8",
    )
    korean = ("--reader", str(reader), "--language", "ko", "--yes", "--anyway")
    said, says = (TWIN + rows.format(text) for text in ("다시 보내세요", "다시 보내지 마세요"))
    assert orbit.add("2022-06-01.ko.md", said, *korean, "--of", "2022-06-01") == 0
    never = ("Dock is busy", "Never send it again.", "A")
    assert orbit.add("2023-06-01.md", _document(of_101=never), "--yes") == 0
    capsys.readouterr()
    assert orbit.add("2023-06-01.ko.md", says, *korean, "--of", "2023-06-01") == 0
    told = capsys.readouterr().out
    assert (
        '  1 code says something else in "해결", with the same text: 101\n'
        "    101: 다시 보내세요 -> 다시 보내지 마세요\n"
    ) in told
    assert "Remedy" not in told


def test_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another form of the same words is none."""
    form = ("Dock is busy", "Send it  again, after 5 seconds", "a")
    told = _told(tmp_path, capsys, _document(), _document(of_101=form))
    assert "something else" not in told
    assert "No text changes" in told


def test_every_kind_names_its_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What changed in form alone is named, too, so that somebody can look at it."""
    said = {"of_101": ("Dock is busy.", *FIRST["101"][1:]), "of_103": ("Ship is TOO long", "", "B")}
    told = _told(tmp_path, capsys, _document(), _document(**said))
    assert "  formatting only: 2: 101, 103\n" in told


ROWS = {
    "1001": ("The dock is busy", "Wait"),
    "1002": ("The dock is closed", "Come back tomorrow"),
    "1003": ("The ship is too long", "Send a shorter ship"),
    "1004": ("No pilot is on duty", "Call one"),
}


def _of_two(rows: dict[str, tuple[str, str]]) -> str:
    listed = "".join(f"| {code} | {text} | {remedy} |\n" for code, (text, remedy) in rows.items())
    return f"# Errors\n\n| Code | Meaning | Solution |\n|---|---|---|\n{listed}"


def test_headings_that_changed_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Texts that stood beside the messages, and are taken for these, are asked about."""
    moon = Moon(tmp_path, _of_two(ROWS))
    capsys.readouterr()
    turned = {code: texts[::-1] for code, texts in ROWS.items()}
    assert moon.add(_of_two(turned)) == 2
    told = capsys.readouterr().out
    assert (
        'Look twice: another column? 4 texts stand below "Solution" in 2021-01-01, beside the'
        " messages, and are taken for messages here."
    ) in told
    text = (moon.orbit.data / "moon/provider.yml").read_text("utf-8")
    (options,) = [one["reader"] for one in edits.values(text)["revisions"]]
    (table,) = options["tables"]
    other = {**table, "message": "Solution", "named": {"remedy": "Meaning"}}
    reader = tmp_path / "reader.yml"
    reader.write_text(json.dumps({**options, "tables": [other]}), "utf-8")
    assert moon.add(_of_two(turned), "--reader", str(reader)) == 0
    assert "No text changes beside the revisions that are held." in capsys.readouterr().out
    assert moon.orbit.check() == 0


def test_texts_that_are_their_own(tmp_path: Path) -> None:
    """One text from another column, and columns that moved with their headings, ask nothing."""
    moon = Moon(tmp_path, _of_two(ROWS))
    one = {**ROWS, "1001": ("Wait", "The dock is busy")}
    assert moon.add(_of_two(one)) == 0
    moved = _of_two({code: texts[::-1] for code, texts in one.items()})
    assert moon.add(moved.replace("Meaning | Solution", "Solution | Meaning")) == 0
    same = {code: (text, text) for code, (text, _) in one.items()}
    assert moon.add(_of_two(same)) == 0


def test_a_new_column_against_verdicts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Codes whose verdicts a column on new tries speaks against are named, and no others."""
    moon = Moon(tmp_path, _of_two(ROWS))
    conditions = moon.orbit.data / "conditions.yml"
    chosen = re.sub(r"(?m)^( +\S+): unreviewed$", r"\1: busy", conditions.read_text("utf-8"))
    conditions.write_text(chosen, "utf-8")
    moon.orbit.publish()
    tries = dict(zip(ROWS, ("Yes", "No", "-", "never"), strict=True))
    listed = "".join(f"| {code} | {' | '.join(ROWS[code])} | {tries[code]} |\n" for code in ROWS)
    head = "# Errors\n\n| Code | Meaning | Solution | Retryable |\n|---|---|---|---|\n"
    capsys.readouterr()
    assert moon.add(head + listed) == 0
    assert (
        '"Retryable" is new and speaks against the verdict of 2 codes: 1002 (it says No, the'
        " verdict later-with-backoff), 1004 (it says never, the verdict later-with-backoff).\n"
        "2 codes have a verdict for another text: programs are told to check first.\n"
    ) in capsys.readouterr().out
    assert moon.orbit.check() == 0


def _below(rows: dict[str, tuple[str, str]]) -> str:
    return "".join(f"### {code}\n\n{text}\n\n{remedy}\n\n" for code, (text, remedy) in rows.items())


def test_a_text_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What stood below a text and is taken for it, as the text is gone, is asked about."""
    moon = Moon(tmp_path, _below(ROWS))
    capsys.readouterr()
    later = _below({**ROWS, "1003": ("", ROWS["1003"][1])})
    assert moon.add(later) == 2
    assert (
        "Look twice: a text left out? What is taken for the text of 1003 (line 13: Send a shorter"
        " ship) stood beside it in 2021-01-01, and nothing stands there now. Where the document"
        " says no more what the code means, quote what is taken under `prose` of the options"
        " before, and give them with --reader FILE --listed 13."
    ) in capsys.readouterr().out
    text = moon.orbit.read("moon/provider.yml")
    (options,) = [one["reader"] for one in edits.values(text)["revisions"]]
    reader = tmp_path / "reader.yml"
    reader.write_text(json.dumps({**options, "prose": ["Send a shorter ship"]}), "utf-8")
    assert moon.add(later, "--reader", str(reader), "--listed", "13") == 0
    assert (
        "Listed in 2022-01-01, not readable: 1\n"
        "  1003 (last read in 2021-01-01: The ship is too long)\n"
    ) in capsys.readouterr().out
    assert moon.orbit.check() == 0


@pytest.mark.parametrize(
    "rows",
    [
        {**ROWS, "1003": ("Send a ship that is shorter", "")},
        {**ROWS, "1003": ("The ship is too long", "")},
        {**ROWS, "1003": ("Come back tomorrow", "Send a shorter ship")},
        {code: (text, "") for code, (text, _) in ROWS.items()},
        {**ROWS, "1003": ("Send a shorter ship", "The ship is too long")},
    ],
    ids=["reworded", "note dropped", "text of another note", "no notes", "turned"],
)
def test_no_text_left_out(tmp_path: Path, rows: dict[str, tuple[str, str]]) -> None:
    """A note that is gone, and a text that is another one, ask nothing."""
    moon = Moon(tmp_path, _below(ROWS))
    assert moon.add(_below(rows)) == 0
