"""Macros that make numbers of numbers, as C has them. All are invented."""

from __future__ import annotations

import pytest

from macros.readers import sums

AREAS = "#define AREA(a, n) (((a) << 16) | (n))\n"


@pytest.mark.parametrize(
    ("macro", "call", "made"),
    [
        ("AREA(a, n) (((a) << 16) | (n))", "AREA(3, 17)", "196625"),
        ("AREA(a, n) (((a) << 16) | (n))", "AREA(0x3, 0x0011)", "0x30011"),
        ("TIDE(x) ((tide_t)(x))", "TIDE(0x7B)", "0x7B"),
        ("TIDE(x) ((struct tide) { x })", "TIDE(0xC0000000 | 0x1)", "0xC0000001"),
        ("TIDE(n) (-(n)) /* below the quay */", "TIDE(12)", "-12"),
        ("TIDE(n) (BASE + n)", "TIDE(5)", "405"),
        ("TIDE(n) n", "TIDE(5)", "5"),
        ("TIDE(x) ((tide_t)(x))", "TIDE(0xC00d5216L)", "0xC00d5216L"),
    ],
)
def test_numbers(macro: str, call: str, made: str) -> None:
    """A call is the number that follows from the macro, in the document or beside it."""
    line = f"#define BASE 400\nenum {{ BUSY = {call}, /* {call} */ }};"
    want = f"#define BASE 400\nenum {{ BUSY = {made}, /* {call} */ }};"
    assert sums.called(line, [macro]) == want
    assert sums.called(f"#define {macro}\n{line}") == f"#define {macro}\n{want}"


@pytest.mark.parametrize(
    "text",
    [
        f"{AREAS}{AREAS}#define BUSY AREA(1, 2)",
        f"{AREAS}#define BUSY AREA(1)",
        f'{AREAS}const char *busy = "AREA(1, 2)";',
        f"{AREAS}#define BUSY AREA(0, 4294967295)",
        "#define MOD(a, n) ((a) % (n))\n#define BUSY MOD(7, 4)",
        "#define LATER(n) (later(n))\n#define BUSY LATER(7)",
        "#define BUSY AREA(1, 2)",
    ],
)
def test_what_nobody_can_tell(text: str) -> None:
    """What is defined twice, or not, or makes no number that is sure, stays as it is."""
    assert sums.called(text) == text
