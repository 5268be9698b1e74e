"""Constants of assemblers are told, and their comments from their code."""

from __future__ import annotations

import pytest

from macros.maintain.document import equates


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("BUSY equ 4001 ; Dock is busy", "BUSY equ 4001 "),
        ("  dock.busy: EQU 0x4001;; Dock is busy", "  dock.busy: EQU 0x4001"),
        (".equ BUSY, 4001 ; Dock is busy; wait", ".equ BUSY, 4001 "),
        (".set BUSY,-1;Can't dock", ".set BUSY,-1"),
        ("%define BUSY 4001 ; Dock is busy", "%define BUSY 4001 "),
        ("BUSY equ 4001", "BUSY equ 4001"),
    ],
)
def test_constants(line: str, code: str) -> None:
    """The first semicolon behind the value begins the comment, which is whole."""
    assert equates.is_one(line)
    assert equates.split(line) == (code, line.removeprefix(code))


@pytest.mark.parametrize(
    "line",
    [
        "; BUSY equ 4001 ; Dock is busy",
        "BUSY = 4001; // Dock is busy",
        "4001 equ is no word; take =",
        "#define BUSY 4001 // Dock is busy; wait",
        'BUSY equ "a;b" ; Dock is busy',
        "Equal values; see below",
    ],
)
def test_others(line: str) -> None:
    """What is commented out, a statement, a sentence and a string are no such constants."""
    assert not equates.is_one(line)
    assert equates.split(line) == (line, "")
