"""Blocks of comments above constants: the message alone is read, and what else they say is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.document.reading import Reading

LINES = {
    "BUSY": (101, "The dock is busy."),
    "GONE": (205, "The dock is gone."),
    "SHUT": (307, "The dock is shut."),
}


def _read(text: str, name: str = "harbour.ts") -> Reading:
    found = sniff.sniff(Document(name, text))
    assert found
    return found.reading


def _enum(comment: str) -> str:
    inner = "".join(
        comment.format(text=text, code=code) + f"    {name} = {code},\n"
        for name, (code, text) in LINES.items()
    )
    return f"declare enum DockError {{\n{inner}}}\n"


def _said(result: Reading) -> dict[str, str]:
    return {row.code: row.message for row in result.rows}


MESSAGES = {str(code): text for code, text in LINES.values()}


def test_code_said_once_more() -> None:
    """A line below an empty one that says the code of the constant is no part of its message."""
    result = _read(_enum("    /**\n     * {text}\n     *\n     * Code: `{code}`\n     */\n"))
    assert result.is_whole
    assert _said(result) == MESSAGES


def test_another_code_said() -> None:
    """Where the line says another code, it is asked about, and neither is taken silently."""
    comment = "    /**\n     * {text}\n     *\n     * Code: `{code}`\n     */\n"
    result = _read(_enum(comment).replace("Code: `205`", "Code: `206`"))
    assert not result.is_whole
    assert any("206" in problem.what for problem in result.problems)


def test_tags_kept() -> None:
    """Tags such as @since are kept as they are, with the versions in them, and are no message."""
    text = _enum("    /**\n     * {text}\n     */\n").replace(
        "gone.\n     */", "gone.\n     * @since 5.26.0\n     * @ignore\n     */"
    )
    result = _read(text)
    assert result.is_whole
    assert _said(result) == MESSAGES
    tags = {row.code: row.columns.get("tags") for row in result.rows}
    assert tags == {"101": None, "205": "@since 5.26.0 @ignore", "307": None}


def test_brief() -> None:
    """The text behind @brief is the message; a tag above it and an empty line below are no bar."""
    text = _enum("    /**\n     * @brief {text}\n     */\n    \n")
    text = text.replace(
        "* @brief The dock is shut", "* @hidden no use\n     * @brief The dock is shut"
    )
    result = _read(text)
    assert result.is_whole
    assert _said(result) == MESSAGES
    assert result.rows[2].columns["tags_above"] == "@hidden no use"


def test_further_paragraph() -> None:
    """A further paragraph is a note on the code, and no part of its message."""
    result = _read(_enum("    /**\n     * {text}\n     *\n     * Wait a while.\n     */\n"))
    assert result.is_whole
    assert _said(result) == MESSAGES
    assert {row.named["note"] for row in result.rows} == {"Wait a while."}


REMARKS = "".join(
    f"    # The dock {name} is closed\n    DOCK_{name.upper()} = {code}\n\n"
    for code, name in enumerate(["north", "south", "east", "west", "low", "high", "old"], 4001)
)


def test_two_lines() -> None:
    """A comment of two lines among others of one is one message, and asked about."""
    text = "class DockError:\n" + REMARKS.replace("east is", "east\n    # is for now")
    result = _read(text, "errors.py")
    assert _said(result)["4003"] == "The dock east is for now closed"
    (asked,) = result.problems
    assert asked.line == 8
    assert '"# The dock east" begins a comment of several lines' in asked.what


def test_code_before_text() -> None:
    """A code before the text of its own constant is passed over; another one is asked about."""
    text = _enum("    /**\n     * {code}: {text}\n     */\n")
    result = _read(text)
    assert result.is_whole
    assert _said(result) == MESSAGES
    (asked,) = _read(text.replace("* 205:", "* 206:")).problems
    assert "206" in asked.what


def test_code_before_remark() -> None:
    """Of a remark that begins with the code, it is asked whether that is part of the message."""
    result = _read(_enum("    // {code}: {text}\n"))
    assert _said(result)["205"] == "205: The dock is gone."
    (asked,) = result.problems
    assert asked.what == 'the texts begin with the codes themselves: "101: The dock is busy.".'
    assert "add --reader FILE" in asked.do


MIXED = """public final class DockErrors {
    /** The dock is busy */
    public static final int BUSY = 101;
    /**
     * The dock
     * is gone
     */
    public static final int GONE = 102;
    /** The dock is shut */
    public static final int SHUT = 103;
    /**
     * The ship is late
     */
    public static final int LATE = 104;
}
"""


def test_blocks_and_single_lines() -> None:
    """Of documenting comments some have one line and some have several: each is the whole text."""
    found = sniff.sniff(Document("DockErrors.java", MIXED))
    assert found
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == {
        "101": "The dock is busy",
        "102": "The dock is gone",
        "103": "The dock is shut",
        "104": "The ship is late",
    }


def test_a_title_among_blocks() -> None:
    """A comment of one line without the mark of a documenting one may be a title: it is no text."""
    text = MIXED.replace("/** The dock is busy */", "/* Errors of docks */")
    found = sniff.sniff(Document("DockErrors.java", text))
    assert found
    assert "Errors of docks" not in [row.message for row in found.reading.rows]
    assert not found.reading.is_whole


@pytest.mark.parametrize(
    ("comment", "more"),
    [
        ('/** @Message("{text}") */', {}),
        ('/**\n * @Message("{text}")\n */', {}),
        ("/**\n * @Message('{text}')\n * @var int\n */", {"tags": "@var int"}),
        ('/**\n * @since 2\n * @Text("{text}")\n * @Status(409)\n */', {"tags": "@Status(409)"}),
        ('/**\n * Ask the pilot.\n * @Message("{text}")\n */', {"note": "Ask the pilot."}),
        ("/** @var int {text} */", {}),
        ("/** @brief {text} */", {}),
        ("/**\n * @var int|null {text}\n *\n * Ask the pilot.\n */", {"note": "Ask the pilot."}),
        ("/**\n * {text}\n * @var int\n */", {"tags": "@var int"}),
    ],
)
def test_texts_in_tags(comment: str, more: dict[str, str]) -> None:
    """The string of a tag that says the message is it, as is what stands behind a type."""
    inner = "".join(
        comment.format(text=text).replace("\n", "\n    ") + f"\n    const {name} = {code};\n\n"
        for name, (code, text) in LINES.items()
    )
    found = _read(f"<?php\nclass Dock {{\n    {inner}}}\n", "Dock.php")
    assert found.is_whole
    assert _said(found) == MESSAGES
    for row in found.rows:
        said = {**row.columns, **row.named}
        assert {key: said[key] for key in more} == more


@pytest.mark.parametrize("tag", ['@Author("Ann of ours")', '@see "the pilot"', "@var int"])
def test_tags_without_a_text(tag: str) -> None:
    """A tag that says no message is none: the text beside it is, or each code is refused."""
    found = _read(_enum(f"    /**\n     * {{text}}\n     * {tag}\n     */\n"))
    assert found.is_whole
    assert _said(found) == MESSAGES
    alone = _read(_enum(f"    /**\n     * {tag}\n     */\n"))
    assert not alone.is_whole
