"""Constants of which nothing but names says what they mean. All are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.document import reading
from macros.maintain.replies import Replies
from macros.readers.rows import Document
from tests.maintain.orbit import Orbit

if TYPE_CHECKING:
    from pathlib import Path

    from macros.maintain.document.reading import Reading

NAMES = {"101": "DOCK_BUSY", "102": "DOCK_GONE", "205": "SHIP_LATE"}
ENUM = """typedef enum HarbourError {
    KX_ERR_BUSY = -1,
    KX_ERR_GONE = -2,
    KX_ERR_SHUT = -3
} HarbourError;
"""
LEVELS = """typedef enum HarbourLevel {
    KX_LEVEL_LOW = -1,
    KX_LEVEL_MID = -2,
    KX_LEVEL_TOP = -3
} HarbourLevel;
"""
ALONE = 'nothing but names says what these codes mean: "{}" is read as the message of "{}".'


def _read(name: str, text: str) -> tuple[Document, Reading]:
    document = Document(name, text)
    found = sniff.sniff(document)
    assert found
    return document, found.reading


def _lines(form: str) -> str:
    return "".join(f"{form.format(name=name, code=code)}\n" for code, name in NAMES.items())


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("dock.java", f"enum DockError {{\n{_lines('    {name}({code}),')}}}\n"),
        ("dock.ts", f"export enum DockErrors {{\n{_lines('    {name} = {code},')}}}\n"),
        ("dock.swift", f"enum DockError: Int {{\n{_lines('    case {name} = {code}')}}}\n"),
        ("dock.rs", f"pub enum DockError {{\n{_lines('    {name} = {code},')}}}\n"),
        ("dock.py", f"class DockError(IntEnum):\n{_lines('    {name} = {code}')}"),
        ("dock.php", f"<?php\nclass DockErrors\n{{\n{_lines('    const {name} = {code};')}}}\n"),
        ("dock.kt", f"enum class DockError(val code: Int) {{\n{_lines('    {name}({code}),')}}}\n"),
    ],
)
def test_names_are_read_as_texts(file: str, text: str) -> None:
    """Names are the messages; it is asked once whether they are, and the answer is taken."""
    document, result = _read(file, text)
    assert {row.code: row.message for row in result.rows} == NAMES
    (problem,) = result.problems
    assert problem.what == ALONE.format("DOCK_BUSY", "101")
    right = replies.applied(document, result, Replies(as_read=frozenset({problem.line})))
    assert right.is_whole
    assert [row.message for row in right.rows] == list(NAMES.values())


def test_macros_of_errors() -> None:
    """Of many macros those are read that are called as errors, in one list."""
    text = "".join(f"#define KX_ERR_{name} {code}\n" for code, name in NAMES.items())
    others = "#define KX_WIDTH 7\n\n#include <ships.h>\n\n#define KX_DEPTH 8\n\n\n\n"
    _, result = _read("dock.h", others + text)
    assert {row.code: row.message for row in result.rows} == {
        code: f"KX_ERR_{name}" for code, name in NAMES.items()
    }
    assert ALONE.format("KX_ERR_DOCK_BUSY", "101") in [one.what for one in result.problems]


def test_names_of_another_kind_among_them() -> None:
    """A name among errors that is called otherwise is read, and asked about: it can be none."""
    text = "".join(f"#define KERR_{name} ({code})\n" for code, name in NAMES.items())
    document, result = _read("dock.h", f"#define KINF_FINE 0\n{text}#define KINF_SLOW 903\n")
    assert [row.message for row in result.rows] == [
        "KINF_FINE",
        "KERR_DOCK_BUSY",
        "KERR_DOCK_GONE",
        "KERR_SHIP_LATE",
        "KINF_SLOW",
    ]
    alone, others = result.problems
    assert (alone.line, alone.what) == (2, ALONE.format("KERR_DOCK_BUSY", "101"))
    assert others.line == 1
    assert others.what == (
        '"KINF_FINE" and 1 more stand among names such as "KERR_DOCK_BUSY", and errors are'
        " perhaps not called so."
    )
    given = Replies(no_codes=frozenset({1}), as_read=frozenset({2}))
    without = replies.applied(document, result, given)
    assert without.is_whole
    assert [row.code for row in without.rows] == ["101", "102", "205"]


def test_a_list_of_others_is_not_taken() -> None:
    """Of several enums that one is read that is called as errors are; no level is an error."""
    _, result = _read("harbour.h", f"{LEVELS}\n{ENUM}")
    assert [row.message for row in result.rows] == ["KX_ERR_BUSY", "KX_ERR_GONE", "KX_ERR_SHUT"]
    assert not result.is_whole


def test_a_list_of_others_that_is_written_alike() -> None:
    """Where the names of both have nothing in common, neither is read, and both are named."""
    text = ENUM.replace("KX_ERR_", "") + LEVELS.replace("KX_LEVEL_", "")
    document = Document("harbour.h", text)
    assert sniff.sniff(document) is None
    assert "line 1 HarbourError (3 constants)" in sniff.nothing(document)


def test_no_text_is_lost() -> None:
    """A text behind the number, on its line or the next one, is never passed over."""
    text = """enum DockError {
    BUSY(101),
    GONE(102),
    SHUT(103),
    LATE(104, "The ship is late"),
    LOST(105,
        "The ship is lost"),
    SUNK(106);
}
"""
    _, result = _read("Dock.java", text)
    assert [row.message for row in result.rows] == ["BUSY", "GONE", "SHUT", "SUNK"]
    assert {4 + 1, 4 + 2} <= {one.line for one in result.problems}


def test_numbers_that_a_program_counts() -> None:
    """Names without numbers are counted, and none of them is passed over."""
    text = "enum dock_error {\n    KX_OK = 0,\n    KX_BUSY,\n    KX_GONE,\n    KX_SHUT = 7,\n};\n"
    _, result = _read("dock.h", text)
    assert [(row.code, row.message) for row in result.rows] == [
        ("0", "KX_OK"),
        ("1", "KX_BUSY"),
        ("2", "KX_GONE"),
        ("7", "KX_SHUT"),
    ]


def test_a_name_without_a_number() -> None:
    """Where nobody knows whether a program counts, a name without a number is refused."""
    text = (
        "class DockError(Enum) {\n    BUSY = 101,\n    GONE = 102,\n    SHUT,\n    LATE = 104,\n}\n"
    )
    found = sniff.sniff(Document("dock.kt", text))
    assert found
    assert any('"SHUT,"' in one.what for one in found.reading.problems)


def test_texts_win() -> None:
    """Where comments say what codes mean, they are the messages, and nothing is asked."""
    text = "enum DockError {\n    BUSY(101), // The dock is busy\n    GONE(102), // It is gone\n"
    _, result = _read("Dock.java", f"{text}    SHUT(103); // It is shut\n}}\n")
    assert [row.message for row in result.rows] == ["The dock is busy", "It is gone", "It is shut"]
    assert result.is_whole


def test_aliases_with_texts() -> None:
    """Two names for one code do not hide that comments say what codes mean."""
    text = """enum DockError {
    OLD_BUSY = 101, // The dock was busy
    BUSY = 101, // The dock is busy
    GONE = 102, // The dock is gone
    SHUT = 103, // The dock is shut
}
"""
    _, result = _read("dock.ts", text)
    assert [row.message for row in result.rows] == [
        "The dock was busy",
        "The dock is busy",
        "The dock is gone",
        "The dock is shut",
    ]


def test_comments_of_a_few() -> None:
    """A comment behind a name is kept as a note, and comments above are told."""
    text = """enum DockError {
    BUSY(101), // wait a while
    // About ships.
    GONE(102),
    SHUT(103),
    LATE(104),
}
"""
    _, result = _read("Dock.java", text)
    assert [(row.message, row.named) for row in result.rows] == [
        ("BUSY", {"note": "wait a while"}),
        ("GONE", {}),
        ("SHUT", {}),
        ("LATE", {}),
    ]
    names, comments = result.problems
    assert names.what == ALONE.format("BUSY", "101")
    assert comments.line == 3
    assert comments.what == (
        '1 of these constants has a comment above, such as "About ships." above "102", and is read'
        " without."
    )


def test_texts_behind_some() -> None:
    """Where several names have a text behind, though not most, these can be their messages."""
    text = """enum DockError {
  OK = 0;
  DOCK_BUSY = 101; // Dock is busy.
  GATE_SHUT = 102; // Gate is shut.
  CRANE = 103;
}
"""
    document, result = _read("dock.proto", text)
    names, texts = result.problems
    assert names.what.startswith("nothing but names says what most of these codes mean:")
    assert texts.what == (
        '2 of these constants have comments behind, such as "Dock is busy." behind "101", and are'
        " read with the name as the message."
    )
    given = Replies(as_read=frozenset({names.line}), as_meant=frozenset({texts.line}))
    meant = replies.applied(document, result, given)
    assert meant.is_whole
    assert {row.code: row.message for row in meant.rows} == {
        "0": "OK",
        "101": "Dock is busy.",
        "102": "Gate is shut.",
        "103": "CRANE",
    }


def test_comments_of_several_kinds() -> None:
    """Where no one kind of comment is the text of all names, each comment can be said to be one."""
    text = """public final class DockErrors {
    /** The dock is busy */
    public static final int BUSY = 101;
    /*
     * The dock
     * is gone
     */
    public static final int GONE = 102;
    // The dock is shut
    public static final int SHUT = 103;
    public static final int LATE = 104;
}
"""
    document, result = _read("DockErrors.java", text)
    names, comments = result.problems
    given = Replies(as_read=frozenset({names.line}), as_meant=frozenset({comments.line}))
    meant = replies.applied(document, result, given)
    assert meant.is_whole
    assert {row.code: row.message for row in meant.rows} == {
        "101": "The dock is busy",
        "102": "The dock is gone",
        "103": "The dock is shut",
        "104": "LATE",
    }


def test_the_reader_names_its_messages() -> None:
    """An entry without a group for the message has it in the name; one without both is none."""
    options = {
        "format": "pattern",
        "code_set": "api",
        "pattern": "[0-9]{3}",
        "entry": r"(?P<name>\w+) = (?P<code>[0-9]+),",
    }
    (row,) = reading.read(Document("dock.ts", "BUSY = 101,\n"), options).rows
    assert (row.message, row.named, row.columns) == ("BUSY", {}, {})
    without = {**options, "entry": r"\w+ = (?P<code>[0-9]+),"}
    assert reading.fault(without) == "`entry` has no group (?P<message>…)"


def test_a_later_version_is_asked_nothing_again(tmp_path: Path) -> None:
    """What was decided of the first version holds for the next one, which has one name more."""
    orbit = Orbit(tmp_path)
    file = tmp_path / "dock.ts"
    file.write_text(f"export enum DockErrors {{\n{_lines('    {name} = {code},')}}}\n", "utf-8")
    said = ("--name", "Moon", "--url", "https://moon.example/errors", "--yes", "--as-read", "2")
    assert orbit.run("new-provider", "moon", str(file), *said, "--date", "2026-01-31") == 0
    text = file.read_text("utf-8").replace("    SHIP_LATE", "    DOCK_SHUT = 103,\n    SHIP_LATE")
    file.write_text(text, "utf-8")
    assert orbit.run("add-revision", "moon", str(file), "--date", "2026-02-28", "--yes") == 0


def test_names_with_numbers() -> None:
    """A number behind the word for errors is a name as well."""
    text = "".join(f"#define KX_ERR_{number} ({number})\n" for number in (101, 102, 205))
    _, result = _read("dock.h", text)
    assert [row.message for row in result.rows] == ["KX_ERR_101", "KX_ERR_102", "KX_ERR_205"]


def test_a_text_that_a_later_version_has() -> None:
    """A comment behind a name, where there was none before, is not passed over."""
    text = f"enum DockError {{\n{_lines('    {name}({code}),')}}}\n"
    _, result = _read("Dock.java", text)
    later = text.replace("DOCK_GONE(102),", "DOCK_GONE(102), // The dock is gone")
    after = reading.read(Document("Dock.java", later), result.options)
    assert [row.code for row in after.rows] == ["101", "205"]
    assert [one.line for one in after.problems] == [3]


@pytest.mark.parametrize(
    "names",
    [
        ("CANT_OPEN_FILE", "CANT_READ_FILE", "CANT_DROP_TABLE"),
        ("TABLE_UNKNOWN", "NO_SUCH_ROW", "TABLE_EXISTS"),
        ("ACCESS_DENIED", "TOO_MANY_ROWS", "LOCK_LOST"),
    ],
)
@pytest.mark.parametrize("form", ["{} = {}", "const {} = {};", "#define {} {}", "    {} = {},"])
def test_names_of_failures(names: tuple[str, ...], form: str) -> None:
    """Constants of which most are called as what went wrong are found, and asked about."""
    text = "\n".join(form.format(name, code) for code, name in enumerate(names, 1001))
    found = sniff.sniff(Document("errors.py", text))
    assert found
    read = [(row.code, row.message) for row in found.reading.rows]
    assert read == [("1001", names[0]), ("1002", names[1]), ("1003", names[2])]
    what = f'nothing but names says what these codes mean: "{names[0]}" is read as the message'
    assert [one.what for one in found.reading.problems] == [f'{what} of "1001".']


@pytest.mark.parametrize(
    "names", [("RED", "GREEN", "NOT_BLUE"), ("RATE", "UNIT_PRICE", "MISC"), ("NORTH", "OPEN", "X")]
)
def test_names_of_other_things(names: tuple[str, ...]) -> None:
    """Constants of which most speak of nothing that went wrong are no codes."""
    text = "\n".join(f"{name} = {code}" for code, name in enumerate(names, 1001))
    assert sniff.sniff(Document("errors.py", text)) is None


@pytest.mark.parametrize("name", ["ErrorCodes", "HarbourFaults", "EApiV1ErrorCode"])
def test_in_a_block_of_errors(name: str) -> None:
    """In a block that is named for errors nothing is asked about how one of them is called."""
    names = ("ERR_BUSY", "ERR_GONE", "SHIP_LATE", "WaitExceedsMaximumOf5Seconds")
    listed = "".join(f"    {one} = 17000{at}\n" for at, one in enumerate(names))
    found = sniff.sniff(Document("errors.py", f"class {name}:\n{listed}"))
    assert found
    assert [row.message for row in found.reading.rows] == [*names]
    what = 'nothing but names says what these codes mean: "ERR_BUSY" is read as the message of'
    assert [one.what for one in found.reading.problems] == [f'{what} "170000".']


@pytest.mark.parametrize(
    ("name", "entry", "called"),
    [
        ("dock.go", "\tErr{0} uint16 = {1}", "Err{0}"),
        ("dock.go", "\tErr{0} Code = {1}", "Err{0}"),
        ("dock.go", "\tErr{0}Code Code = {1}", "Err{0}Code"),
        ("dock.go", "\t// Err{0}Code -\n\tErr{0}Code Code = {1}", "Err{0}Code"),
        ("dock.go", "\t// Err{0}\n\tErr{0} = {1}", "Err{0}"),
        ("dock.h", "#define ERR_{0} {1} /* ERR_{0} */", "ERR_{0}"),
        ("dock.h", "/* ERR_{0}: */\n#define ERR_{0} {1}", "ERR_{0}"),
        ("Dock.java", "  static final int ERR_{0} = {1}; // ERR_{0}", "ERR_{0}"),
        ("dock.cpp", "  const ErrorCode kErr{0} = {1};", "kErr{0}"),
    ],
)
def test_of_a_type(name: str, entry: str, called: str) -> None:
    """A name has no type behind it, and is no text where a comment says it once more."""
    listed = {"Busy": "101", "Gone": "102", "Late": "205"}
    _, found = _read(name, "\n".join(entry.format(*one) for one in listed.items()))
    names = [called.format(one) for one in listed]
    assert {row.code: row.message for row in found.rows} == dict(
        zip(listed.values(), names, strict=True)
    )
    assert [one.what for one in found.problems] == [ALONE.format(names[0], "101")]


def test_comments_with_more() -> None:
    """What a comment says behind the name is the text."""
    entry = "\t// Err{0}: the ship is {0}\n\tErr{0} = {1}\n"
    text = "".join(entry.format(*one) for one in (("Busy", 101), ("Gone", 102), ("Late", 205)))
    _, found = _read("dock.go", text)
    assert found.is_whole
    assert [row.message for row in found.rows] == [
        f"the ship is {name}" for name in ("Busy", "Gone", "Late")
    ]
