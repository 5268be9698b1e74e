"""Broken rows stand in the block that a refusal prints, ready to be filled in."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, cast

import pytest
import yaml

from macros.catalog import load as catalog
from macros.maintain import by_hand, edits, sniff
from macros.maintain.document import reading
from macros.readers.advice import by_hand_advice
from macros.readers.rows import Document
from macros.sources import reader_options
from tests.maintain.orbit import HEAD, THIRD, Orbit

if TYPE_CHECKING:
    from pathlib import Path

OPTIONS = {
    "format": "markdown",
    "tables": [
        {
            "code_set": "api",
            "columns": ["Code", "Meaning"],
            "code": "Code",
            "message": "Meaning",
            "pattern": "[0-9]+",
        }
    ],
}
BROKEN = HEAD + "| 0 | Docked |\n| 102 | Dock | is shut |\n| 106 |\n| 107 | |\n"


def _block(text: str, options: reading.Options) -> str:
    document = Document("x.md", text)
    return by_hand.block_to_fill(document, reading.read(document, options)) + "\n"


def test_a_row_to_fill_in() -> None:
    """A row from which something can be quoted is there, refused until it is filled in."""
    block = _block(BROKEN, OPTIONS)
    assert "    # Line 6: write what it says for …, in its own words.\n" in block
    assert '    - {line: "102 | Dock | is shut", code: "102", message: "…"}\n' in block
    options = edits.values(block)["reader"]
    assert reading.fault(options) == 'the line "102 | Dock | is shut" does not have "…"'
    assert "106" in options["ignore"]
    assert options["unreadable"] == ["106"]
    assert '  # Add to `unreadable`: ["102", "107"]\n' in block


def test_a_sentence_with_a_code() -> None:
    """A line of which no code is known stands ready to be quoted as one that lists none."""
    sentence = "Codes above 900 are internal."
    text = f"{HEAD}| 0 | Docked |\n\n{sentence}\n"
    ready = f'  # Where it lists no code:\n  # Add to `prose`: ["{sentence}"]\n'
    assert _block(text, OPTIONS).endswith(ready)
    document = Document("x.md", text)
    assert not reading.read(document, {**OPTIONS, "prose": [sentence]}).problems


def test_filled_in() -> None:
    """What is filled in and what is hidden as the block says makes the document whole."""
    options = edits.values(_block(BROKEN, OPTIONS))["reader"]
    options["rows"][0]["message"] = "Dock|is shut"
    options["ignore"].append("107( [|].*)?")
    options["unreadable"].append("107")
    result = reading.read(Document("x.md", BROKEN), options)
    assert result.is_whole
    assert [(row.code, row.message) for row in result.rows] == [
        ("0", "Docked"),
        ("102", "Dock|is shut"),
    ]
    assert [one.code for one in result.unreadable] == ["106", "107"]


def test_two_rows_in_one_line() -> None:
    """Where a line feed is lost between two rows, both stand in the block: none is lost with it."""
    text = HEAD + "| 0 | Docked |\n| 102 | Shut || 103 | On fire |\n| 104 | Up to | 5 | ships |\n"
    block = _block(text, OPTIONS)
    options = edits.values(block)["reader"]
    assert [row["code"] for row in options["rows"]] == ["102", "103", "104", "5"]
    said = zip(options["rows"][:3], ("Shut", "On fire", "Up to | 5 | ships"), strict=True)
    options["rows"] = [{**row, "message": message} for row, message in said]
    result = reading.read(Document("x.md", text), options)
    assert result.is_whole
    assert [(row.code, row.message) for row in result.rows[1:]] == [
        ("102", "Shut"),
        ("103", "On fire"),
        ("104", "Up to | 5 | ships"),
    ]


def test_an_item_without_a_message() -> None:
    """What is to be added for an item of JSON is its line, so that it is ignored."""
    text = '[{"no": 1, "text": "Busy"}, {"no": 2, "text": ""}, {"no": 3, "text": "Gone"}]'
    options: reading.Options = {
        "format": "json",
        "code_set": "api",
        "path": "[]",
        "code": ["no"],
        "message": "text",
        "pattern": "[0-9]",
    }
    block = _block(text, options)
    assert '  # Add to `ignore`: ["\\\\[1\\\\]: 2"]\n  # Add to `unreadable`: ["2"]\n' in block
    mended = {**options, "ignore": [r"\[1\]: 2"], "unreadable": ["2"]}
    assert reading.read(Document("x.json", text), mended).is_whole


def test_a_code_set_where_there_are_several() -> None:
    """The row says of which list it is: that of the row nearest to it."""
    (table,) = cast("list[dict[str, Any]]", OPTIONS["tables"])
    other = {**table, "code_set": "mail", "columns": ["No", "Text"]}
    other |= {"code": "No", "message": "Text"}
    text = BROKEN + "\n| No | Text |\n|---|---|\n| 5 | Sent |\n| 6 | not | sent |\n"
    block = _block(text, {**OPTIONS, "tables": [table, other]})
    assert 'code: "102", message: "…", code_set: api}\n' in block
    assert 'code: "6", message: "…", code_set: mail}\n' in block


WIDE = (
    "# Errors\n\n| Code | Meaning | HTTP | Remedy |\n|---|---|---|---|\n"
    "| 0 | Docked | 200 | |\n| 101 | The dock is busy | 503 | Wait |\n"
)
WIDE_OPTIONS = {
    "format": "markdown",
    "tables": [
        {
            "code_set": "api",
            "columns": ["Code", "Meaning", "HTTP", "Remedy"],
            "code": "Code",
            "message": "Meaning",
            "named": {"http": "HTTP", "remedy": "Remedy"},
            "pattern": "[0-9]+",
        }
    ],
}


def test_other_columns() -> None:
    """A cell that is known is there; what is not known has to be said or removed, never lost."""
    broken = WIDE + (
        "| 102 | Dock | is shut | 503 | Go home |\n"  # a cell too many
        "| 103 | The ship is long | Cut it |\n"  # one is missing
        "| 104 | Fog ~~x~~ | 200 | Wait |\n"  # all are there
    )
    block = _block(broken, WIDE_OPTIONS)
    rows = {row["code"]: row for row in edits.values(block)["reader"]["rows"]}
    assert rows["102"]["columns"] == {"HTTP": "503", "Remedy": "…"}
    assert rows["103"]["columns"] == {"HTTP": "…", "Remedy": "…"}
    assert "    # It may lack HTTP and Remedy: remove what it does not say.\n" in block
    assert rows["104"]["columns"] == {"HTTP": "200", "Remedy": "Wait"}
    filled = block.replace('"503", "Remedy": "…"', '"503", "Remedy": "Go home"')
    filled = filled.replace('"HTTP": "…", "Remedy": "…"', '"Remedy": "Cut it"')
    for message in ("Dock|is shut", "The ship is long", "Fog"):
        filled = filled.replace('message: "…"', f'message: "{message}"', 1)
    result = reading.read(Document("x.md", broken), edits.values(filled)["reader"])
    assert result.is_whole
    assert [(row.code, row.message, row.named) for row in result.rows[2:]] == [
        ("102", "Dock|is shut", {"http": "503", "remedy": "Go home"}),
        ("103", "The ship is long", {"remedy": "Cut it"}),
        ("104", "Fog", {"http": "200", "remedy": "Wait"}),
    ]


def test_a_cell_that_may_be_another_one() -> None:
    """A text that stands in two columns of other rows tells nothing."""
    text = WIDE + "| 105 | 200 | 404 | Go |\n| 106 | Fog | 200 |\n"
    (row,) = edits.values(_block(text, WIDE_OPTIONS))["reader"]["rows"]
    assert row["columns"] == {"HTTP": "…", "Remedy": "…"}


def test_a_row_without_its_text() -> None:
    """A row of which nothing is left but the code and what other columns say is not readable."""
    block = _block(WIDE + "| 105 | 503 |\n| 106 | 503 | Fog |\n", WIDE_OPTIONS)
    options = edits.values(block)["reader"]
    assert options["unreadable"] == ["105"]
    assert options["ignore"] == ["105 \\| 503"]
    assert [row["code"] for row in options["rows"]] == ["106"]


def test_a_success_by_hand() -> None:
    """A row by hand is a success where its column says so, as any other row is."""
    (table,) = cast("list[dict[str, Any]]", WIDE_OPTIONS["tables"])
    success = {"column": "Remedy", "value": "Wait"}
    table = {**table, "named": {"http": "HTTP"}, "success": success}
    rows = [
        {"line": f"9 | a | b | {text}", "code": "9", "message": "a|b", "columns": {"Remedy": text}}
        for text in ("Wait", "Go")
    ]
    text = WIDE + "| 9 | a | b | Wait |\n| 9 | a | b | Go |\n"
    result = reading.read(Document("x.md", text), {**WIDE_OPTIONS, "tables": [table], "rows": rows})
    assert [row.success for row in result.rows] == [False, True, True, False]


def test_columns_that_there_are_not() -> None:
    """A column by hand that no table has is refused, and would else be lost."""
    row = {"line": "9 | a | b", "code": "9", "message": "a", "columns": {"Http": "b"}}
    assert reading.fault({**WIDE_OPTIONS, "rows": [row]}) == (
        'the row of "9" has a column "Http"; the columns are Code, Meaning, HTTP, Remedy'
    )


def test_columns_of_the_nearest_table() -> None:
    """Where there are several tables, a row has the columns of the one that it stands in."""
    (wide,), (narrow,) = (
        cast("list[dict[str, Any]]", one["tables"]) for one in (WIDE_OPTIONS, OPTIONS)
    )
    text = WIDE + "\nMore:\n\n| Code | Meaning |\n|---|---|\n| 7 | Sent |\n| 6 | not | sent |\n"
    block = _block(text, {**OPTIONS, "tables": [wide, narrow], "ignore": ["More:"]})
    assert '    - {line: "6 | not | sent", code: "6", message: "…"}\n' in block


def test_a_long_line_is_quoted_whole() -> None:
    """The advice of a reader cuts a long line; the block does not."""
    long = "word " * 100
    block = _block(HEAD + f"| 0 | Docked |\n| 102 | {long}| x |\n", OPTIONS)
    (row,) = edits.values(block)["reader"]["rows"]
    assert row["line"] == f"102 | {long}| x"


def test_what_is_not_needed_is_left_out() -> None:
    """Patterns for lines that are gone go, though a reader does not tell of them yet."""
    options = {**OPTIONS, "ignore": ["Gone with .*", "Still here[.]"]}
    block = _block(f"{BROKEN}\nStill here.\n", options)
    assert edits.values(block)["reader"]["ignore"] == ["Still here[.]", "106"]


def test_rows_that_are_there_stay() -> None:
    """What was said by hand before stays in the block."""
    held = {"line": "9 | a | b", "code": "9", "message": "a|b"}
    text = f"{BROKEN}| 9 | a | b |\n"
    assert edits.values(_block(text, {**OPTIONS, "rows": [held]}))["reader"]["rows"][0] == held
    assert reader_options.RowByHand.model_validate(held)


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The printed block is taken as it is where nothing is to be filled in; else it is refused."""
    orbit = Orbit(tmp_path)
    empty = THIRD + "| 106 |\n"
    assert orbit.add("2023-01-01.md", empty, "--yes") == 1
    printed = capsys.readouterr().out
    assert "106: the row has a code and no text." in printed
    reader = tmp_path / "reader.yml"
    reader.write_text(printed[printed.index("reader:\n") :], "utf-8")
    assert orbit.add("2023-01-01.md", empty, "--reader", str(reader), "--yes") == 0
    assert "Listed in 2023-01-01, not readable: 1\n  106\n" in capsys.readouterr().out
    assert orbit.check() == 0
    broken = THIRD + "| 107 | Mast | is down |\n"
    assert orbit.add("2024-01-01.md", broken, "--yes") == 1
    printed = capsys.readouterr().out
    reader.write_text(printed[printed.index("reader:\n") :], "utf-8")
    assert orbit.add("2024-01-01.md", broken, "--reader", str(reader), "--yes") == 1
    assert "Write in the place of … what the line says." in capsys.readouterr().err
    said = reader.read_text("utf-8").replace('message: "…"', 'message: "Mast|is down"')
    reader.write_text(said, "utf-8")
    assert orbit.add("2024-01-01.md", broken, "--reader", str(reader), "--yes") == 0
    assert "  dropped, and never read: 106\n" in capsys.readouterr().out
    assert orbit.check() == 0


def test_a_code_of_two_columns() -> None:
    """Where two columns make the code, neither of them is one of the others of a broken row."""
    table = {
        "code_set": "api",
        "columns": ["Code", "Sub", "Meaning", "Remark"],
        "code": ["Code", "Sub"],
        "join": "/",
        "message": "Meaning",
        "pattern": "[0-9]+/[0-9]+",
    }
    rows = "| 100 | 33 | Dock is busy | now |\n| 100 | 36 | Dock is shut | then | again |\n"
    text = f"| Code | Sub | Meaning | Remark |\n|---|---|---|---|\n{rows}"
    block = _block(text, {"format": "markdown", "tables": [table]})
    row = edits.values(block)["reader"]["rows"][0]
    assert row["line"] == "100 | 36 | Dock is shut | then | again"
    assert set(row.get("columns", {})) <= {"Remark"}


@pytest.mark.parametrize("printed", ["NULL", "null", "None", "N/A", "(null)"])
def test_a_word_for_no_text(printed: str) -> None:
    """NULL is no message: both ways on, that there is none and that the API sends it, are whole."""
    text = f"{HEAD}| 0 | Docked |\n| 107 | {printed} |\n"
    document = Document("x.md", text)
    result = reading.read(document, OPTIONS)
    [problem] = result.problems
    assert (
        problem.what == f'the code "107" has "{printed}" where its message stands, so it has none.'
    )
    assert "107" not in {row.code for row in result.rows}
    options = edits.values(by_hand.block_to_fill(document, result) + "\n")["reader"]
    options["rows"][0]["message"] = printed
    sent = reading.read(document, options)
    assert sent.is_whole
    assert [row.message for row in sent.rows if row.code == "107"] == [printed]
    block = by_hand.block_to_fill(document, result)
    ignore, unreadable = re.findall("# Add to `[a-z]+`: (.*)", block)
    hidden = {**OPTIONS, "ignore": json.loads(ignore), "unreadable": json.loads(unreadable)}
    none = reading.read(document, hidden)
    assert none.is_whole
    assert [one.code for one in none.unreadable] == ["107"]


@pytest.mark.parametrize(
    "text", ["None of the docks is free", "NULL pointer", "No", "-1", "없음", "无"]
)
def test_texts_that_begin_so(text: str) -> None:
    """A text that only begins with such a word is a message."""
    result = reading.read(Document("x.md", f"{HEAD}| 107 | {text} |\n"), OPTIONS)
    assert result.is_whole
    assert [row.message for row in result.rows if row.code == "107"] == [text]


def test_a_number_that_may_be_no_code() -> None:
    """Below a code a number is declared a code by nobody but a person: both ways on are printed."""
    options = {"format": "headings", "message": "text", "code_set": "api", "pattern": "[0-9]{3}"}
    text = "## 501\n\nBusy\n\n## 502\n\n404\n\nDock is gone\n"
    block = _block(text, options)
    assert "unreadable" not in edits.values(block)["reader"]
    assert '  # Add to `unreadable`: ["404"]\n' in block
    assert block.endswith('  # Or, where a line lists no code:\n  # Add to `prose`: ["404"]\n')
    result = reading.read(Document("x.md", text), {**options, "prose": ["404"]})
    assert [(row.code, row.message) for row in result.rows] == [
        ("501", "Busy"),
        ("502", "Dock is gone"),
    ]
    assert result.is_whole


def test_what_is_stale() -> None:
    """What the document lacks is in no block, whatever else is left over, and so it can be used."""
    sentence = "Codes above 900 are internal."
    text = f"{HEAD}| 0 | Docked |\n\n{sentence}\n"
    gone: dict[str, list[Any]] = {
        "prose": ["Starter | 5 | 1000"],
        "ignore": ["Plans: .*"],
        "other_tables": [["Plan"]],
    }
    for quoted in ([], [sentence]):
        options = {**OPTIONS, **gone, "prose": [*gone["prose"], *quoted]}
        block = _block(text, options)
        read = edits.values(block)["reader"]
        assert read == OPTIONS | ({"prose": quoted} if quoted else {})
    assert not reading.read(Document("x.md", text), read).problems


@pytest.mark.parametrize("format_", ["json", "yaml"])
def test_a_log_beside_the_list(format_: str) -> None:
    """What stands beside a list in a tree and names codes is ready to be quoted, and then read."""
    text = json.dumps(
        {
            "errors": [{"code": 41001, "message": "No poll"}, {"code": 41002, "message": "Closed"}],
            "log": [{"day": "2025-01-01", "code": 41020, "says": "41020 is new", "also": [41009]}],
        }
    )
    options = {
        "format": format_,
        "code_set": "api",
        "path": "errors[]",
        "code": ["code"],
        "message": "message",
        "pattern": "[0-9]{5}",
    }
    block = _block(text, options)
    ready = '["log[0].code: 41020", "log[0].says: 41020 is new", "log[0].also[0]: 41009"]'
    assert block.endswith(f"  # Where it lists no code:\n  # Add to `prose`: {ready}\n")
    result = reading.read(Document("x", text), {**options, "prose": json.loads(ready)})
    assert not result.problems
    assert [row.code for row in result.rows] == ["41001", "41002"]


COMMENTS = """public final class DockErrors {
    /** The dock is busy */
    public static final int BUSY = 101;
    // The dock
    // is gone
    public static final int GONE = 102;
    /** The dock is shut */
    public static final int SHUT = 103;
    /** The ship is late */
    public static final int LATE = 104;
}
"""


def test_a_comment_of_another_kind() -> None:
    """What is to be filled in quotes the comment above, in which the text stands."""
    document = Document("DockErrors.java", COMMENTS)
    found = sniff.sniff(document)
    assert found
    block = by_hand.block_to_fill(document, found.reading)
    options = yaml.safe_load(block.replace('message: "…"', 'message: "The dock is gone"'))["reader"]
    (row,) = options["rows"]
    assert row["line"] == "// The dock\n// is gone\npublic static final int GONE = 102;"
    result = reading.read(document, options)
    assert result.is_whole
    assert [row.message for row in result.rows][:2] == ["The dock is busy", "The dock is gone"]


@pytest.mark.parametrize(
    ("line", "code", "message", "is_sound"),
    [
        ("300041Pilot is missing", "30004", "Pilot is missing", False),
        ("300041Pilot is missing", "300041", "Pilot is missing", True),
        ("300041 pilot is missing", "30004", "1 pilot is missing", True),
        ("E170 Pilot is missing", "E17", "Pilot is missing", False),
        ("1130004 Pilot is missing", "30004", "Pilot is missing", False),
        ("4001, 40012 Pilot is missing", "4001", "Pilot is missing", True),
        ("30004\xb9 Pilot is missing", "30004", "Pilot is missing", True),
        ("PILOT_1X Pilot is missing", "PILOT_1X", "Pilot is missing", True),
    ],
)
def test_a_part_of_a_number(line: str, code: str, message: str, *, is_sound: bool) -> None:
    """No code is cut out of a longer number whose rest would be lost: the text may have it."""
    row = {"line": line, "code": code, "message": message}
    options = {"format": "text_lines", "code_set": "api", "pattern": "[0-9]+", "separator": "space"}
    alone = "within a longer number alone, of which the row says no more"
    told = f'the line "{line}" has "{code}" {alone}'
    assert reading.fault({**options, "rows": [row]}) == ("" if is_sound else told)


_ROWS = (("5001", "Token expired"), ("5002", "Dock is busy"), ("5003", "No pilot"))
_TABLE = HEAD + "".join(f"| {code} | {text} |\n" for code, text in _ROWS)
_LINES = "".join(f"{code} {text}\n" for code, text in _ROWS)
_ITEMS = "# Errors\n\n" + "".join(f"- {code}: {text}\n" for code, text in _ROWS)


@pytest.mark.parametrize(
    ("name", "text", "last"),
    [
        ("errors.md", f"{_TABLE}| 6001 ad 6009 | reserved |\n", "6009"),
        ("errors.md", f"{_TABLE}| between 6001 and 6009 | reserved |\n", "6009"),
        ("errors.md", f"{_TABLE}\n6001 through 6009: reserved\n", "6009"),
        ("errors.txt", f"{_LINES}6001 do 6009: reserved\n", "6009"),
        ("errors.md", f"{_ITEMS}- de 6001 a 6009: reserved\n", "6009"),
    ],
)
def test_a_range_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, last: str
) -> None:
    """The row by hand of a range is shown, and makes one when its text is filled in."""
    path = tmp_path / name
    path.write_text(text, "utf-8")
    orbit = Orbit(tmp_path)
    said = ("--url", "https://moon.example/", "--date", "2021-01-01", "--yes")
    assert orbit.run("new-provider", "moon", str(path), *said) == 1
    out = capsys.readouterr().out
    row = rf'\{{line: "[^"]*", code: "6001", last: "{last}", message: "…"\}}'
    (shown,) = set(re.findall(row, out))
    options = edits.values(out[out.index("\nreader:") :])["reader"]
    filled = yaml.safe_load(shown.replace("…", "reserved"))
    (tmp_path / "reader.yml").write_text(
        yaml.safe_dump({"reader": {**options, "rows": [filled]}}, allow_unicode=True), "utf-8"
    )
    reader = ("--reader", str(tmp_path / "reader.yml"))
    assert orbit.run("new-provider", "moon", str(path), *said, *reader) == 0
    held = catalog.load(orbit.data)["moon"]
    listed = {one.code: (one.ends, one.messages) for one in held.codes}
    assert listed["6001-6009"] == (("6001", last), ("reserved",))
    assert [*listed][:3] == ["5001", "5002", "5003"]


@pytest.mark.parametrize(
    ("line", "code", "last", "fault"),
    [
        ("6001 bis 6009 | Ice", "6001", "6009", ""),
        ("E01 bis E09 | Ice", "E01", "E09", ""),
        ("-9 bis -1 | Ice", "-1", "-9", ""),
        ("6009 bis 6001 | Ice", "6009", "6001", '"6009" to "6001" is no range of codes'),
        ("E01 bis F09 | Ice", "E01", "F09", '"E01" to "F09" is no range of codes'),
        ("6001 bis 6009 | Ice", "6001", "6008", "does not have"),
        ("6001 bis 60091 | Ice", "6001", "6009", "within a longer number"),
    ],
)
def test_the_ends_of_a_range(line: str, code: str, last: str, fault: str) -> None:
    """They are alike, the first is the smaller one, and the line has both."""
    row = {"line": line, "code": code, "last": last, "message": "Ice"}
    assert fault in reading.fault({**OPTIONS, "rows": [row]})
    assert bool(fault) == bool(reading.fault({**OPTIONS, "rows": [row]}))


@pytest.mark.parametrize(
    "line", ["6001, 6002 and 6003 | Ice", "6001 | Wait", "6009 bis 6001 | Ice", "6001 | 6009"]
)
def test_no_range(line: str) -> None:
    """Where no two ends stand at the beginning of a line, none is shown."""
    assert "last:" not in by_hand_advice(line).says
