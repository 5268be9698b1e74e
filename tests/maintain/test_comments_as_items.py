"""Comments of source code whose lines begin as items of a list do are none."""

from __future__ import annotations

from macros.maintain import sniff
from macros.readers.rows import Document

CODES = {"101": "The app is unknown", "102": "The channel is full", "103": "The token is old"}


def test_comments() -> None:
    """A code that a comment says again is passed over; no message takes in source code."""
    entries = "".join(
        f"  /**\n   * {code}: {text}.\n   */\n  ERR_{code} = {code},\n"
        for code, text in CODES.items()
    )
    found = sniff.sniff(Document("errors.ts", f"export enum Errors {{\n{entries}}}\n"))
    assert found
    assert found.reading.options["format"] == "pattern"
    assert found.reading.is_whole
    said = {row.code: row.message for row in found.reading.rows}
    assert said == {code: f"{text}." for code, text in CODES.items()}


def test_an_example_on_a_page() -> None:
    """A page with a list is one, though an example on it has such a comment."""
    items = "".join(f"* {code}: {text}\n" for code, text in CODES.items())
    found = sniff.sniff(Document("errors.md", f"```\n/**\n * Wait.\n */\n```\n\n{items}"))
    assert found
    assert found.reading.options["format"] == "bullets"
    assert {row.code: row.message for row in found.reading.rows} == CODES


def test_constants_are_no_lines() -> None:
    """Lines that give names their numbers are no lines with a code and a message."""
    enum = "enum Code {\n" + "".join(f"  NAME_{at} = {at};\n" for at in range(5)) + "}\n"
    found = sniff.sniff(Document("errors.proto", f"{enum}\nBUSY_DOCK waits\nLOST_SHIP\n"))
    assert not found or found.reading.options["format"] != "text_lines"
