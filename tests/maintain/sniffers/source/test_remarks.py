"""Comments above constants that have empty lines in them: each message whole, nothing cut off."""

from __future__ import annotations

import json
import re

import pytest

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.readers.rows import Document

BLOCK = """//
// MessageId: {name}
//
// MessageText:
//
//  {text}
//
#define {name:32} {value}

"""
TEXTS = {
    "ERR_BUSY": "The dock is busy.",
    "ERR_GONE": "The dock was not found, and no other\n//  one is free.\n//\n//  Look for it.",
    "ERR_LOW": "The tide is too low: %1!d!.",
}
MESSAGES = [
    "The dock is busy.",
    "The dock was not found, and no other one is free. Look for it.",
    "The tide is too low: %1!d!.",
]
VALUES = {
    "5L 6L 1813L": "5 6 1813",
    "_HRESULT_TYPEDEF_(0x80040005L) _HRESULT_TYPEDEF_(0x80040006L) 0x80040007L": (
        "0x80040005 0x80040006 0x80040007"
    ),
    "((DWORD)0xC0020001L) ((DWORD)0xC0020002L) ((DWORD)0xC0020003L)": (
        "0xC0020001 0xC0020002 0xC0020003"
    ),
}
PROTO = """syntax = "proto3";

// The codes of the harbour.
//
// Several of them can be right.
enum Code {
  // All went well; returned on success.
  //
  // HTTP Mapping: 200 OK
  OK = 0;

  // The ship was sent away, typically by
  // the harbour.
  //
  // See `BUSY` for others.
  //
  // HTTP Mapping: 499 Client Closed Request
  SENT_AWAY = 1;

  // Nobody knows what went wrong.
  UNKNOWN = 2;
}
"""


def _header(values: str) -> str:
    listed = zip(TEXTS.items(), values.split(" "), strict=True)
    blocks = [BLOCK.format(name=name, text=text, value=value) for (name, text), value in listed]
    return "#ifndef ORBIT_H\n#define ORBIT_H\n\n" + "".join(blocks) + "#endif\n"


@pytest.mark.parametrize(("values", "codes"), VALUES.items())
def test_texts_below_a_label(values: str, codes: str) -> None:
    """The text below `MessageText:` is the message, and codes are without their types."""
    found = sniff.sniff(Document("orbit.h", _header(values)))
    assert found
    assert list(reading.unsaid(found.reading)) == []
    assert [row.code for row in found.reading.rows] == codes.split(" ")
    assert [row.message for row in found.reading.rows] == MESSAGES
    assert [row.columns for row in found.reading.rows] == [{"name": name} for name in TEXTS]


def test_what_else_stands_above_a_label_is_kept() -> None:
    """A severity above the label of the text is a note, and no part of the message."""
    text = _header("5L 6L 1813L").replace(
        "//\n// MessageText", "// Severity: Error\n//\n// MessageText"
    )
    found = sniff.sniff(Document("orbit.h", text))
    assert found
    assert list(reading.unsaid(found.reading)) == []
    assert [row.message for row in found.reading.rows] == MESSAGES
    assert {row.named["note"] for row in found.reading.rows} == {"Severity: Error"}


def test_a_macro_that_computes_is_no_type() -> None:
    """`DOCK(5)` can be any number: no line says which, so that it is asked what the macro makes."""
    found = sniff.sniff(Document("orbit.h", _header("DOCK(5) DOCK(6) DOCK(1813)")))
    assert found
    (problem,) = found.reading.problems
    assert problem.what.startswith('"DOCK(5)" and 2 more are what a macro makes')


def test_paragraphs() -> None:
    """The first paragraph of a comment is the message, all others are kept beside it."""
    found = sniff.sniff(Document("orbit.proto", PROTO))
    assert found
    assert list(reading.unsaid(found.reading)) == []
    assert [(row.code, row.message, row.columns) for row in found.reading.rows] == [
        (
            "0",
            "All went well; returned on success.",
            {"name": "OK", "note": "HTTP Mapping: 200 OK"},
        ),
        (
            "1",
            "The ship was sent away, typically by the harbour.",
            {
                "name": "SENT_AWAY",
                "note": "See `BUSY` for others. HTTP Mapping: 499 Client Closed Request",
            },
        ),
        ("2", "Nobody knows what went wrong.", {"name": "UNKNOWN"}),
    ]


def test_a_title_among_paragraphs_is_asked_about() -> None:
    """A first paragraph that is no sentence, as others are, is named; ignored, it is no message."""
    text = PROTO.replace("  // Nobody", "  // --- others\n  //\n  // Nobody")
    document = Document("orbit.proto", text)
    found = sniff.sniff(document)
    assert found
    [problem] = found.reading.problems
    assert problem.what.startswith('"// --- others": it is read as a part of the message of "2"')
    assert text.split("\n")[problem.line - 1].strip() == "// --- others"
    pattern = re.search(r"add (\".*\") to `ignore`", problem.do)
    assert pattern
    ignore = [*found.reading.options["ignore"], json.loads(pattern[1])]
    without = reading.read(document, {**found.reading.options, "ignore": ignore})
    assert without.is_whole
    assert without.rows[-1].message == "Nobody knows what went wrong."


def test_an_empty_comment_below_the_text() -> None:
    """A comment that ends with an empty one is the message all the same."""
    text = "".join(f"// Dock {n} is busy\n//\nDOCK_{n} = 400{n};\n\n" for n in range(1, 5))
    found = sniff.sniff(Document("orbit.proto", f"enum Code {{\n{text}}}\n"))
    assert found
    assert list(reading.unsaid(found.reading)) == []
    assert [row.message for row in found.reading.rows] == [f"Dock {n} is busy" for n in range(1, 5)]


def test_a_title_above_the_text_is_asked_about() -> None:
    """The title of a part, with an empty comment below it, is no message, nor passed over."""
    text = "// Docks\n//\n" + "".join(
        f"// Dock {n} is busy\nDOCK_{n} = 400{n};\n" for n in range(1, 5)
    )
    found = sniff.sniff(Document("orbit.proto", f"enum Code {{\n{text}}}\n"))
    assert found
    [problem] = found.reading.problems
    assert (problem.line, problem.what) == (
        4,
        'the comment above "// Dock 1 is busy" is cut: it begins higher.',
    )


@pytest.mark.parametrize("between", ["", "#ifdef DOCKS\n"])
def test_lines_of_a_program_are_no_comments(between: str) -> None:
    """`#define` ends the comment above it, and what has no comment has not the one above that."""
    lines = (f"// Dock {n} is busy.\n{between}#define DOCK_{n} 400{n}\n" for n in range(4))
    text = "".join(lines) + "#define DOCK_LOST 4009\n"
    found = sniff.sniff(Document("docks.h", text))
    assert found
    assert {row.code: row.message for row in found.reading.rows} == {
        f"400{n}": f"Dock {n} is busy." for n in range(4)
    }
    assert [problem.line for problem in found.reading.problems] == [text.count("\n")]
