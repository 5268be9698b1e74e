"""Blocks of source code by their names, as programmers write them in many languages."""

from __future__ import annotations

import pytest

from macros.errors import Problem
from macros.maintain.document import reading
from macros.readers import within
from macros.readers.ledger import Account
from macros.readers.rows import Document

# How a list of errors can be written, each with the line of its end.
SHAPES = {
    "an enum": ("export enum Errors {\n  BUSY = 1,\n}\n", 3),
    "an enum with a type, its bracket below": ("enum class Errors : int\n{\nBUSY = 1,\n};\n", 4),
    "an enum that is named at its end": ("typedef enum {\n  BUSY = 1,\n} Errors;\n", 3),
    "a class that is indented": ("class Errors(IntEnum):\n    BUSY = 1\n\n    GONE = 2\n", 4),
    "a class of a module": ("class Errors < Base\n  BUSY = 1\nend\n", 2),
    "a list": ("static const int Errors[] = {\n  1,\n};\n", 3),
    "a typed map": ("const Errors: Record<number, string> = {\n  1: 'It {',\n};\n", 3),
    "a map": ("ERRORS = 0\nErrors = {\n    1: 'Busy',  # not }\n}\n", 4),
    "an enum with methods": ("enum Errors {\n  BUSY(1);\n  int of() {\n    return 1;\n  }\n}\n", 6),
    "an enum of Apple": ("typedef NS_ENUM(NSInteger, Errors) {\n  Busy = 1,\n};\n", 3),
    "a class with a text": ('class Errors:\n    """\nIt is { here.\n    """\n    BUSY = 1\n', 5),
    "an enum below a lifetime": (
        "fn of<'a>(one: &'a str) {\n}\nenum Errors {\n  Busy = 1,\n}\n",
        5,
    ),
    "a member": ("module.exports.Errors = {\n  BUSY: 1,\n};\n", 3),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_blocks(shape: str) -> None:
    """A block reaches as far as its brackets or its indentation, and no further."""
    text, last = SHAPES[shape]
    behind = "int other = 3;\nclass Ports {\n  int a = 1;\n}\n"
    spans = within.spans("a.txt", text + behind, ["Errors"])
    assert not isinstance(spans, Problem)
    [span] = spans
    assert span.last + 1 == last


def test_brackets_that_are_misread() -> None:
    """A block whose brackets close deeper than they open is none, so that nothing of it is lost."""
    text = "enum Errors {\n  BUSY = 1,\n  of = /}/,\n  GONE = 2,\n}\n"
    assert isinstance(within.spans("a.js", text, ["Errors"]), Problem)


def test_no_block() -> None:
    """A name of no block, or of several, is refused with what there is."""
    text = "enum Errors {\n  A = 1,\n}\nenum Ports {\n  B = 2,\n}\nenum Ports {\n  C = 3,\n}\n"
    unknown = within.spans("a.c", text, ["Faults"])
    assert isinstance(unknown, Problem)
    assert unknown.what == 'no block of this document is called "Faults", as `within` says.'
    assert "Its blocks are: Errors, Ports." in unknown.do
    several = within.spans("a.c", text, ["Ports"])
    assert isinstance(several, Problem)
    assert several.line == 4
    assert several.what.startswith('several blocks are called "Ports" (lines 4, 7)')
    assert [name for name, _ in within.names(text)] == ["Errors"]


OPTIONS = {
    "format": "pattern",
    "code_set": "api",
    "pattern": "[0-9]+",
    "entry": r"\w+ = (?P<code>[0-9]+), // (?P<message>[^\n]+)",
}
TEXT = (
    "enum Ports {\n  MAIN = 1, // Main port\n  LOST = 2,\n}\n\n"
    "enum Errors {\n  BUSY = 1, // Dock is busy\n  GONE = 2, // Dock is gone\n}\n"
)


def test_one_block_is_read() -> None:
    """The rows of one block are read with their lines, and all else is passed over and counted."""
    result = reading.read(Document("a.c", TEXT), {**OPTIONS, "within": ["Errors"]})
    assert result.is_whole
    said = [(row.line, row.code, row.message) for row in result.rows]
    assert said == [(7, "1", "Dock is busy"), (8, "2", "Dock is gone")]
    passed = {line for line, account in result.accounts.items() if account is Account.SKIPPED}
    assert passed == {1, 2, 3, 4, 6, 9}


def test_what_is_left_in_the_block() -> None:
    """A line of the block that cannot be read is refused, as in any document."""
    text = TEXT.replace("GONE = 2, // Dock is gone", "GONE = 2,")
    result = reading.read(Document("a.c", text), {**OPTIONS, "within": ["Errors"]})
    assert [one.line for one in result.problems] == [8]


def test_a_block_that_is_gone() -> None:
    """Where the block has another name, nothing is read."""
    text = TEXT.replace("Errors", "Faults")
    result = reading.read(Document("a.c", text), {**OPTIONS, "within": ["Errors"]})
    assert not result.rows
    [problem] = result.problems
    assert 'no block of this document is called "Errors"' in problem.what
