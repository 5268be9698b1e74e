"""Types of numbers, whose digits are no codes: what is blank of a line, and what stays."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers import number_types
from macros.readers.rows import Document

TYPES = (
    "u8 i16 u128 f64 int8 uint32 int16_t uint8_t int_fast16_t uint_least8_t Int32 UInt64 Float32"
    " INT8_C UINT32_C __int64 byte8".split()
)


@pytest.mark.parametrize("name", TYPES)
def test_blank(name: str) -> None:
    """A type with its width is blank, as long as it was."""
    line = f"const BUSY: {name} = 8;"
    assert number_types.without(line, "[0-9]") == f"const BUSY: {' ' * len(name)} = 8;"


@pytest.mark.parametrize(
    "line", ["E8", "x16", "dock8", "u8-4", "4u8", "i9", "u7", "DOCK_I8", "a.u8"]
)
def test_kept(line: str) -> None:
    """Names, numbers with letters and other widths stay."""
    assert number_types.without(line, "[0-9]") == line


def test_codes_are_kept() -> None:
    """A code that is written as a type is stays, too."""
    assert number_types.without("I16: The dock is busy", "I[0-9]+") == "I16: The dock is busy"


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("dock.rs", "pub const ERR_{}: u8 = {};"),
        ("dock.rs", "const ERR_{}: i16 = -{};"),
        ("dock.c", "static const uint8_t ERR_{} = {};"),
        ("dock.swift", "let ERR_{}: Int32 = {}"),
        ("dock.zig.c", "const ERR_{}: u16 = {};"),
    ],
)
def test_one_digit(name: str, line: str) -> None:
    """Constants of one digit are read behind a type that has one, by their names."""
    names = ("DOCK_BUSY", "SHIP_GONE", "PIER_SHUT", "SHIP_LOST")
    numbers = ("1", "2", "6", "8")
    text = "\n".join(line.format(*one) for one in zip(names, numbers, strict=True))
    found = sniff.sniff(Document(name, text))
    assert found
    sign = "-" if "-" in line else ""
    assert {row.code: row.message for row in found.reading.rows} == {
        f"{sign}{number}": f"ERR_{name}" for name, number in zip(names, numbers, strict=True)
    }
    [doubt] = found.reading.problems
    assert doubt.what.startswith("nothing but names says what these codes mean")
