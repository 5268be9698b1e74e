"""What is asked of a document and answered by its lines, with nothing written by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import yaml

from macros.errors import ProblemsError
from macros.maintain import replies, sniff
from macros.maintain.document import reading
from macros.maintain.replies import Replies
from macros.maintain.sniffers.texts import wraps
from macros.readers.rows import Document
from tests.maintain.orbit import FIRST, Orbit

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """\
# Errors of the harbour

Whoever gets 4000 has to read this twice.

| Status | What it is |
|---|---|
| 200 | All went well |
| 500 | All went wrong |

```json
{"status": 500, "code": 4001}
```

| Code | Text |
|---|---|
| 4001 | Dock is busy |
| 4002 | Dock is gone |
| 4003 | Crane is lost |

## Gates

| Code | Text |
|---|---|
| 4101 | Gate is shut |
"""
CODES = {
    "4001": "Dock is busy",
    "4002": "Dock is gone",
    "4003": "Crane is lost",
    "4101": "Gate is shut",
}


def _read(text: str) -> tuple[Document, reading.Reading]:
    document = Document("errors.md", text)
    found = sniff.sniff(document)
    assert found
    return document, found.reading


def _as_told(document: Document, result: reading.Reading, option: str) -> frozenset[int]:
    """Return the lines that are told with an option, as a person copies them."""
    told = "\n".join(replies.told(document, result))
    found = re.search(rf"{option} (\S+)$", told, re.MULTILINE)
    return replies.lines(found[1]) if found else frozenset()


def test_lines() -> None:
    """Lines are written as `read` writes them; anything else is refused."""
    assert replies.lines("14,151-153") == {14, 151, 152, 153}
    for text in ("", "14,", "14-", "a", "1 2", "-3"):
        with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
            replies.lines(text)


def test_a_table_and_a_sentence() -> None:
    """What lists no codes is said once; what names its numbers is passed over with it."""
    document, result = _read(PAGE)
    assert _as_told(document, result, "--no-codes") == {3, 5}
    mended = replies.applied(document, result, Replies(no_codes=frozenset({3, 5})))
    assert mended.is_whole
    assert {row.code: row.message for row in mended.rows} == CODES
    assert mended.options["other_tables"] == [["Status", "What it is"]]
    assert mended.options["prose"] == ["skip", "Whoever gets 4000 has to read this twice."]
    assert reading.read(document, mended.options).is_whole


def test_long_lines_that_begin_alike() -> None:
    """Each line is passed over as a whole, though a question shows no more than its beginning."""
    lines = [
        f"Whoever looks after ships, docks, cranes and gates of the harbour at night has to know"
        f" that {number} is no code of ours, but one of the {of}."
        for number, of in (("4900", "sea"), ("4901", "land"))
    ]
    document, result = _read("\n\n".join([PAGE, *lines]))
    told = _as_told(document, result, "--no-codes")
    mended = replies.applied(document, result, Replies(told))
    assert mended.is_whole
    assert mended.options["prose"][-2:] == lines


def test_what_named_its_numbers() -> None:
    """A sentence about a number of such a table is not asked about in a second round."""
    numbered = PAGE.replace("| 500 |", "| 5000 |").replace("| 200 |", "| 2000 |")
    document, result = _read(f"{numbered}\nAt night it says 5000, too.\n\nSee 4002 and 5001.\n")
    mended = replies.applied(document, result, Replies(frozenset({3, 5})))
    assert "At night it says 5000, too." in mended.options["prose"]
    assert [one.what.split('"')[1] for one in mended.problems] == ["See 4002 and 5001."]
    assert {row.code: row.message for row in mended.rows} == CODES


def test_what_is_asked_of_its_numbers() -> None:
    """A line that could be a row of such a number stays asked about, until it is replied to."""
    numbered = PAGE.replace("| 500 |", "| 5000 |").replace("| 200 |", "| 2000 |")
    document, result = _read(f"{numbered}\nThe code 5000: Dock is shut\n")
    line = 26
    mended = replies.applied(document, result, Replies(frozenset({3, 5})))
    assert [one.line for one in mended.problems] == [line]
    assert replies.applied(document, result, Replies(frozenset({3, 5, line}))).is_whole


def test_a_row_with_a_code_of_the_list() -> None:
    """A row of such a table whose number is a code of the list as well is passed over with it."""
    document, result = _read(PAGE.replace("| 500 |", "| 4002 |").replace('"status": 500, ', ""))
    assert {table["code_set"] for table in result.options["tables"]} == {"api", "second"}
    mended = replies.applied(document, result, Replies(frozenset({3, 5}), is_first=True))
    assert mended.is_whole
    assert {row.code: row.message for row in mended.rows} == CODES
    # What was the second list is the only one; in a document that is held it keeps its name.
    assert {row.code_set for row in mended.rows} == {"api"}
    held = replies.applied(document, result, Replies(frozenset({3, 5})))
    assert {row.code_set for row in held.rows} == {"second"}


def test_rows_with_nothing_but_codes_of_the_list() -> None:
    """A table whose numbers are all codes of the list as well is passed over as a whole."""
    numbered = PAGE.replace("| 200 |", "| 4001 |").replace("| 500 |", "| 4002 |")
    document, result = _read(numbered.replace('"status": 500, ', ""))
    mended = replies.applied(document, result, Replies(frozenset({3, 5})))
    assert mended.is_whole
    assert {row.code: row.message for row in mended.rows} == CODES


def test_entries_below_headings() -> None:
    """An entry that is none is passed over with what stands below its heading."""
    entries = "".join(f"## {code}: {text}\n\nWait.\n\n" for code, text in CODES.items())
    document, result = _read(f"{entries}# Removed\n\n## 4900: Dock of old\n\nCall us.\n")
    lines = _as_told(document, result, "--no-codes")
    assert lines
    mended = replies.applied(document, result, Replies(lines))
    assert mended.is_whole
    assert {row.code for row in mended.rows} == set(CODES)
    assert mended.options["prose"] == ["skip", "## 4900: Dock of old"]
    assert "ignore" not in mended.options


def test_a_table_that_has_codes() -> None:
    """What is doubted is left as it is read; the rest is asked about further on."""
    document, result = _read(PAGE)
    assert _as_told(document, result, "--as-read") == {5}
    mended = replies.applied(document, result, Replies(as_read=frozenset({5})))
    assert [one.line for one in mended.problems] == [3]
    assert [row.code for row in mended.rows] == ["200", "500", *CODES]


def test_a_number_of_another_table() -> None:
    """A row of a table without codes that has a code in a cell is passed over with the table."""
    document, result = _read(PAGE.replace("| 500 | All went wrong", "| 4009 | All went wrong"))
    mended = replies.applied(document, result, Replies(frozenset({3, 5})))
    assert {row.code: row.message for row in mended.rows} == CODES
    assert "4009 | All went wrong" in mended.options["prose"]


def test_rows_that_are_perhaps_none() -> None:
    """Rows that are doubted are quoted, however many they are."""
    ports = "".join(f"- {number}: Port of ship {number}\n" for number in range(8001, 8031))
    text = (
        "# Errors\n\n- 1001: Dock is busy\n- 1002: Dock is gone\n- 1003: Crane is lost\n\n"
        f"# Ports\n\n{ports}"
    )
    document, result = _read(text)
    [line] = _as_told(document, result, "--no-codes")
    assert _as_told(document, result, "--as-read") == {line}
    mended = replies.applied(document, result, Replies(frozenset({line})))
    assert mended.is_whole
    assert [row.code for row in mended.rows] == ["1001", "1002", "1003"]
    kept = replies.applied(document, result, Replies(as_read=frozenset({line})))
    assert kept.is_whole
    assert len(kept.rows) == 33


def test_a_code_of_another_form() -> None:
    """A row whose code has another form is never told to have none, nor passed over so."""
    document, sniffed = _read(PAGE)
    document = Document("errors.md", PAGE.replace("| 4003 |", "| dock.4003 |"))
    result = reading.read(document, sniffed.options)
    [line] = [one.line for one in result.problems if "dock.4003" in one.what]
    assert line not in _as_told(document, result, "--no-codes")
    with pytest.raises(ProblemsError, match=f"--no-codes has line {line}, of which nothing"):
        replies.applied(document, result, Replies(frozenset({line})))


def test_what_is_not_asked() -> None:
    """Each line of which nothing is asked is refused by name, for both options."""
    document, result = _read(PAGE)
    with pytest.raises(ProblemsError) as caught:
        replies.applied(document, result, Replies(frozenset({16}), frozenset({3})))
    assert [(one.line, one.what.split()[0]) for one in caught.value.problems] == [
        (3, "--as-read"),
        (16, "--no-codes"),
    ]


def test_a_list_of_other_numbers() -> None:
    """A list of which nothing is left has no code set any more."""
    text = (
        "# Errors\n\n- 5: Dock is busy\n- 6: Dock is gone\n- 7: Crane is lost\n- 8: No gate\n\n"
        "# Limits\n\n- 5: Ships of a dock\n"
    )
    document, result = _read(text)
    assert result.options["under"] == {"Limits": "second"}
    mended = replies.applied(document, result, Replies(_as_told(document, result, "--no-codes")))
    assert mended.is_whole
    assert "under" not in mended.options
    assert [row.code for row in mended.rows] == ["5", "6", "7", "8"]


def test_the_rest_of_a_message() -> None:
    """A line that goes on with the message above is joined to it, with no lines of its own lost."""
    text = (
        "4001: Dock is busy\n4002: Dock is gone, look at the list of\nDocks of the harbour\n"
        "4003: Crane is lost\n4004: Gate is shut\n"
    )
    document, result = _read(text)
    mended = replies.applied(
        document, result, Replies(as_meant=_as_told(document, result, "--as-meant"))
    )
    assert mended.is_whole
    assert {row.code: row.message for row in mended.rows} == {
        "4001": "Dock is busy",
        "4002": "Dock is gone, look at the list of\nDocks of the harbour",
        "4003": "Crane is lost",
        "4004": "Gate is shut",
    }


def test_what_is_no_rest_of_a_message() -> None:
    """A title that stands right below a row, or is read as the rest of one, is passed over."""
    text = (
        "4001: Dock is busy\n4002: Dock is gone, look at the list of\nDocks of the harbour\n"
        "4003: Crane is lost\nTower\n4004: Gate is shut\n4005: No ship\n"
    )
    document, result = _read(text)
    assert _as_told(document, result, "--no-codes") == {3, 5}
    mended = replies.applied(document, result, Replies(frozenset({5}), as_meant=frozenset({3})))
    assert mended.is_whole
    assert mended.options["wrapped"] == ["Docks of the harbour"]
    assert mended.options["prose"] == ["Tower"]
    assert mended.rows[1].message == "Dock is gone, look at the list of\nDocks of the harbour"
    held = reading.read(document, {**result.options, "wrapped": ["Docks of the harbour", "Tower"]})
    doubted = replace(held, problems=tuple(wraps.doubts(document, held)))
    denied = replies.applied(document, doubted, Replies(frozenset({5}), frozenset({3})))
    assert denied.is_whole
    assert denied.options["wrapped"] == ["Docks of the harbour"]
    assert [row.message for row in denied.rows] == [row.message for row in mended.rows]


def test_a_term_that_is_no_code() -> None:
    """A term among codes that is none is passed over, and the definitions of codes stay theirs."""
    terms = {"4001": "Dock is busy", "4002": "Dock is gone", "4003": "Crane is lost"}
    text = "".join(f"{code}\n: {text}\n" for code, text in terms.items())
    document = Document("errors.md", f"# Errors\n\n{text}Timeout\n: Too late\n4004\n: No ship\n")
    found = sniff.sniff(document)
    assert found
    assert _as_told(document, found.reading, "--no-codes") == {9}
    mended = replies.applied(document, found.reading, Replies(frozenset({9})))
    assert mended.is_whole
    assert mended.options["prose"] == ["Timeout"]
    assert {row.code: row.message for row in mended.rows} == {**terms, "4004": "No ship"}


SOURCE = """\
enum Errors {
  /* Dock is busy */
  BUSY = 4001,
  /* Dock is gone */
  GONE = 4002,
  LOST = 4003,
  /* No ship */
  NO_SHIP = 4004,
};
"""
TABLE = "# Errors\n\n| Code | Text |\n|---|---|\n| 4001 | Dock is busy |\n| 4003 | |\n"
DATA = """\
[{"code": 4001, "message": "Dock is busy"},

{"code": 4002,
 "message": "Dock is gone"},

{"code": 4003, "message": ""}, {"code": 4004, "message": "No ship"}]
"""
BEHIND = """\
enum Errors {
  BUSY = 4001,  /* Dock is busy */

  GONE = 4002,  /* Dock is gone */
  NO_SHIP = 4004,  /* No ship */
  LOST = 4003,
};
"""
WITHOUT_TEXT = {
    "errors.h": SOURCE,
    "errors.c": BEHIND,
    "errors.md": f"{TABLE}| 4002 | Dock is gone |\n| 4004 | No ship |\n",
    "errors.txt": "4001: Dock is busy\n4002: Dock is gone\n\n\n\n4003:\n4004: No ship\n",
    "errors.json": DATA,
}


@pytest.mark.parametrize("name", WITHOUT_TEXT)
def test_a_code_without_a_text(name: str) -> None:
    """A code that stands without a text is listed without one, and the others keep theirs."""
    document = Document(name, WITHOUT_TEXT[name])
    found = sniff.sniff(document)
    assert found
    assert _as_told(document, found.reading, "--listed") == {6}
    mended = replies.applied(document, found.reading, Replies(listed=frozenset({6})))
    assert mended.is_whole
    assert mended.options["unreadable"] == ["4003"]
    assert [(one.code, one.line) for one in mended.unreadable] == [("4003", 6)]
    texts = {"4001": "Dock is busy", "4002": "Dock is gone", "4004": "No ship"}
    assert {row.code: row.message for row in mended.rows} == texts


def test_a_code_with_a_text_in_another_column() -> None:
    """A row with a sentence in another column has something to say, and is never offered."""
    text = (
        "| Code | Text | Cause |\n|---|---|---|\n| 4001 | Dock is busy | Too many ships |\n"
        "| 4002 | | The dock was closed |\n| 4003 | Crane is lost | It broke off |\n"
        "| 4004 | | |\n| 4005 | No ship | It has left |\n"
    )
    document, result = _read(text)
    assert [one.line for one in result.problems] == [4, 6]
    assert _as_told(document, result, "--listed") == {6}


@pytest.mark.parametrize(
    "text",
    [
        SOURCE.replace("  LOST", "  // Crane is lost\n  LOST"),
        SOURCE.replace("  LOST", "  /* Crane\n     is lost */\n  @Deprecated\n  LOST"),
        SOURCE.replace("LOST = 4003", "LOST"),
    ],
)
def test_a_code_with_a_comment(text: str) -> None:
    """A constant below a comment of another kind may have a text, and is never offered."""
    text = text.replace("  LOST,", "  // Crane is lost\n  LOST,")
    found = sniff.sniff(Document("errors.h", text))
    assert found
    assert [one.line for one in found.reading.problems]
    assert not _as_told(Document("errors.h", text), found.reading, "--listed")


def test_a_code_with_a_text() -> None:
    """A code beside which something stands is never listed as one without a text."""
    text = (
        "enum Errors {\n  /* Dock is busy */\n  BUSY = 4001,\n  /* Dock is gone */\n"
        '  GONE = 4002,\n  LOST = 4003, "Crane is lost"\n  /* No ship */\n  NO_SHIP = 4004,\n};\n'
    )
    document = Document("errors.h", text)
    found = sniff.sniff(document)
    assert found
    assert 6 in {one.line for one in found.reading.problems}
    assert not _as_told(document, found.reading, "--listed")
    with pytest.raises(ProblemsError, match="--listed has line 6, of which nothing"):
        replies.applied(document, found.reading, Replies(listed=frozenset({6})))


def test_a_range_below_a_row() -> None:
    """A range without a text is never offered as a line that lists no codes."""
    document, result = _read("100: Dock is busy\n101 ... 199\n200: Dock is gone\n201: No ship\n")
    assert [one.line for one in result.problems] == [2]
    assert not _as_told(document, result, "--no-codes")


def test_two_answers() -> None:
    """A line that is answered in two ways, as when all that is offered is copied, is refused."""
    document, result = _read(PAGE)
    with pytest.raises(ProblemsError, match="line 5 is answered in two ways"):
        replies.applied(document, result, Replies(frozenset({3, 5}), frozenset({5})))


def test_nothing_is_left() -> None:
    """Where the only table is said to have no codes, that is refused, and not half done."""
    text = "| Code | Change |\n|---|---|\n| 4001 | Added |\n| 4002 | Removed |\n| 4003 | Added |\n"
    document, result = _read(text)
    lines = _as_told(document, result, "--no-codes")
    assert lines
    with pytest.raises(ProblemsError, match="nothing is left"):
        replies.applied(document, result, Replies(lines))


def test_nothing_said() -> None:
    """Without replies a reading is what it was."""
    document, result = _read(PAGE)
    assert replies.applied(document, result, replies.NONE) is result


def test_a_new_provider(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`read` says what to add, and `new-provider` with that writes all codes and nothing else."""
    orbit = Orbit(tmp_path)
    file = tmp_path / "moon.md"
    file.write_text(PAGE, "utf-8")
    assert orbit.run("read", str(file)) == 1
    told = re.findall(r"(--no-codes|--as-read) (\S+)$", capsys.readouterr().out, re.MULTILINE)
    assert told == [("--no-codes", "3,5"), ("--as-read", "5")]
    assert orbit.run("read", str(file), "--no-codes", "3", "--no-codes", "5") == 0
    said = ("--name", "Moon", "--product", "Moon Harbour", "--vendor", "Moon Works")
    new = ("new-provider", "moon", str(file), *said, "--url", "https://moon.example/e", "--yes")
    assert orbit.run(*new) == 1
    assert not (orbit.data / "moon").exists()
    assert orbit.run(*new, "--no-codes", "3,5") == 0
    assert orbit.check() == 0
    assert list(yaml.safe_load(orbit.read("conditions.yml"))["codes"]["moon"]) == list(CODES)


def test_a_revision(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`add-revision` takes a sentence for none of codes, of one document at a time."""
    orbit = Orbit(tmp_path)
    text = f"{FIRST}\nWhoever gets 999 has to read this twice.\n"
    assert orbit.add("2022-01-01.md", text, "--yes") == 1
    assert "do list codes: --no-codes 11\n" in capsys.readouterr().out
    assert orbit.add("2022-01-01.md", text, "--yes", "--no-codes", "11") == 0
    assert orbit.revisions == ["2021-01-01", "2022-01-01"]
    assert orbit.check() == 0
    files = [str(tmp_path / "2022-01-01.md"), str(tmp_path / "2022-01-01.md")]
    assert orbit.run("add-revision", "orbit", *files, "--no-codes", "11") == 1
    assert (
        "--no-codes, --as-read, --as-meant, --listed: the lines are those of one document"
        in capsys.readouterr().err
    )


def test_footnotes() -> None:
    """Marks of footnotes that are some are left out of the texts; nothing else changes."""
    text = (
        "# Errors\n\n| Code | Text |\n|---|---|\n| 4001 | Dock is busy [1] |\n"
        "| 4002 | Dock is gone |\n| 4003 | Crane is lost [1] |\n\n[1] At night.\n"
    )
    document, result = _read(text)
    lines = _as_told(document, result, "--as-meant")
    mended = replies.applied(document, result, Replies(as_meant=lines))
    assert mended.is_whole
    assert {row.code: row.message for row in mended.rows} == {
        "4001": "Dock is busy",
        "4002": "Dock is gone",
        "4003": "Crane is lost",
    }


def test_a_reply_that_changes_the_format() -> None:
    """What has the document read in another format is said without what is of this one."""
    rows = "10: dock: It is busy |\n11: gate: It is shut\n12: crane: It is stuck |\n"
    document = Document("errors.txt", f"Codes\n\n{rows}")
    found = sniff.sniff(document)
    assert found
    assert [one.line for one in found.reading.problems] == [3, 5]
    with pytest.raises(ProblemsError) as refused:
        replies.applied(document, found.reading, Replies(as_meant=frozenset({3, 5})))
    assert "--as-meant 3 has the document read in another way" in str(refused.value)
    assert "Leave 5 out" in str(refused.value)
    given = Replies(as_meant=frozenset({3}), as_read=frozenset({5}))
    assert replies.applied(document, found.reading, given).rows[0].message == "It is busy |"
