"""What a function calls the values of constants."""

from __future__ import annotations

import pytest

from macros.maintain.sniffers.source import parameters


@pytest.mark.parametrize(
    ("text", "count", "names"),
    [
        ("KilnError(int module, int code) {", 2, ("module", "code")),
        ("KilnError(final int module, @NonNull String text) {", 2, ("module", "text")),
        ("enum class Kiln(val code: Int, val text: String) {", 2, ("code", "text")),
        ("pub const fn new(module: u8, code: u16) -> Self {", 2, ("module", "code")),
        ("init(_ domain: Int, code: Int) {", 2, ("domain", "code")),
        (
            "constructor(public readonly code: number, readonly text: string,) {",
            2,
            ("code", "text"),
        ),
        ("Kiln(int module, int code) {\nKiln(int code, int line) {", 2, ()),
        ("Kiln(int module, int code) {", 3, ()),
        ("pub struct Code(pub u8, pub u16);", 2, ()),
        ("KILN_COLD(4, 1002),", 2, ()),
        ("the kiln (is cold, is full)", 2, ()),
        ('KILN_COLD("a b", "c d"),', 2, ()),
    ],
)
def test_names(text: str, count: int, names: tuple[str, ...]) -> None:
    """Names stand before or behind types; several functions, or types alone, say nothing."""
    assert parameters.names(text, count) == names
