"""Numbers that a program counts: enums of several languages, all invented."""

from __future__ import annotations

import pytest

from macros import readers
from macros.errors import Problem
from macros.readers import counting
from macros.readers.rows import Document
from tests.readers.test_golden import Case

READER = {
    "format": "pattern",
    "code_set": "api",
    "pattern": "[0-9]{3}",
    "counts_on": True,
    "entry": r"(?P<name>\w+) = (?P<code>[0-9]+),? // (?P<message>.+)",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("enum E { A, B = 7, C };", "enum E { A = 0, B = 7, C = 8 };"),
        ("typedef enum\n{\n  A = -2,\n  B, C\n} t;", "A = -2,\n  B = -1, C = 0\n} t;"),
        ("enum class E : int { A = 0x00ff, B };", "A = 0x00ff, B = 0x0100 };"),
        ("enum class E : int { A = 0xF, B };", "A = 0xF, B = 0x10 };"),
        ("enum E { A = (4001), B = 7uL, C };", "A = (4001), B = 7uL, C = 8 };"),
        ("enum E { A = 1, /* x, y */ B // = 9,\n};", "/* x, y */ B = 2 // = 9,\n};"),
        ('enum E { [Text("a, b")] A = 1, [[old]] B [[old]], };', "[[old]] B = 2 [[old]], };"),
        ("enum E : Int, Error {\n case a = 4\n case b, c\n}", "case b = 5, c = 6\n}"),
        (
            "enum E : Int {\n case a = 4\n var x: Int { 3 }\n static let y = 9\n @old case b\n}",
            "@old case b = 5\n}",
        ),
        ("pub enum E { A = 4, #[doc(b)] B }", "#[doc(b)] B = 5 }"),
        ("#define X\nenum E { A = 4,\n#define B_ 9\n B }", "#define B_ 9\n B = 5 }"),
    ],
)
def test_counted(text: str, expected: str) -> None:
    """A name without a number has the one above plus one, written as that one is."""
    assert counting.written(text).endswith(expected)
    assert counting.untold(text) == set()


@pytest.mark.parametrize(
    ("text", "untold"),
    [
        ("enum E { A = BASE + 1,\n B };", {1}),
        ("enum E { A = 010,\n B,\n C = 3,\n D = 4 };", {1}),
        ("enum E {\n#if X\n A = 1,\n#else\n A = 2,\n#endif\n B,\n};", {6}),
        ("enum E {\n Io(i32),\n B };", {2}),
        ("enum E: Error {\n case a\n case b = 4\n}", {1}),
        ("void f(enum E e) { a, b; }", set()),
        ("enum E e; int x[] = { A, B };", set()),
        ("enum E e = { A, B };", set()),
        ('x = "enum { A }"; // enum { A }', set()),
    ],
)
def test_not_counted(text: str, untold: set[int]) -> None:
    """Nothing is written where nobody can tell the number, and what is no enum stays as it is."""
    assert counting.written(text) == text
    assert counting.untold(text) == untold


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('enum E: String {\n case a\n case b = "B"\n}', 'case a = "a"\n case b = "B"\n}'),
        (
            "enum E: String, Codable {\n case a, b // both\n case c\n}",
            'case a = "a", b = "b" // both\n case c = "c"\n}',
        ),
        (
            "enum E: String {\n case a\n var t: String {\n  get { b }\n }\n @old case b\n}",
            '@old case b = "b"\n}',
        ),
        ("indirect enum E : Swift.String {\n case a\n}", 'case a = "a"\n}'),
    ],
)
def test_of_texts(text: str, expected: str) -> None:
    """In Swift, a name of an enum of texts without a value is sent as it is called."""
    assert counting.written(text).endswith(expected)
    assert counting.untold(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "enum E: String { A, B }",
        'enum E: String {\n case a = "A"\n static let b = 4\n}',
        "enum E: Error {\n case a(String)\n}",
        "enum E: String {\n case a(String)\n}",
        "// enum E: String {\n// case a\n",
        "struct E: String {\n case a\n}",
    ],
)
def test_of_no_texts(text: str) -> None:
    """What has a value, or stands in no such enum, is not called by its name."""
    assert '= "' not in counting.written(text).replace('= "A"', "")


def _read(text: str) -> list[object]:
    case = Case.model_validate({"shows": "", "reader": READER})
    return [
        (one.line, one.code, one.message) if not isinstance(one, Problem) else (one.line, one.what)
        for one in readers.read(Document("dock.h", text), case.reader)
    ]


def test_read() -> None:
    """Each name has a row, but those of which nobody can tell the number: they are refused."""
    text = "enum E {\n A = 100, // Busy\n B, // Gone\n C = D, // Lost\n E, // Late\n};\n"
    assert _read(text) == [
        (2, "100", "Busy"),
        (3, "101", "Gone"),
        (4, '"D" does not match the pattern of codes, [0-9]{3}.'),
        (5, '"E, // Late" stands among the entries and has no number of its own.'),
    ]


def test_of_no_use() -> None:
    """Where each name has its number, the option is one too many."""
    assert _read("enum E {\n A = 100, // Busy\n};\n") == [
        (0, "no name of an enum in this document has a number that follows from the one above."),
        (2, "100", "Busy"),
    ]
