"""Headings of groups in source code: what is no list of errors by its comment is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.document import reading

ERRORS = """\
/* ---- What dock_open returns ---- */
#define DOCK_BUSY     -1  /* The dock is busy */
#define DOCK_GONE     -2  /* The dock is gone */
#define DOCK_CLOSED   -3  /* The dock is closed */
"""
DOCKS = {"-1": "The dock is busy", "-2": "The dock is gone", "-3": "The dock is closed"}
FLAGS = """\
#define DOCK_WAIT      0x01  /* wait for a berth */
#define DOCK_NIGHT     0x02  /* dock at night, too */
"""


def _read(text: str, name: str = "dock.h") -> tuple[Document, reading.Reading]:
    document = Document(name, text)
    found = sniff.sniff(document)
    assert found
    return document, found.reading


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("/* ---- Flags for dock_open() ---- */\n", "Flags for dock_open()"),
        ("/* options */\n", "options"),
        ("// Limits\n\n", "Limits"),
        ("/*\n * Modes\n *\n * Can be joined with |.\n */\n", "Modes"),
        ("/*\n   Versions:\n*/\n", "Versions"),
        ("//////////////\n// Permissions\n//////////////\n", "Permissions"),
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_asked(comment: str, said: str, is_first: bool) -> None:  # noqa: FBT001 - a parameter
    """Numbers below such a comment are asked about; those of errors remain without them."""
    others = f"{comment}{FLAGS}"
    document, result = _read(f"{others}\n{ERRORS}" if is_first else f"{ERRORS}\n{others}")
    (problem,) = result.problems
    assert problem.what == (
        f'"0x01" and 1 more stand below the comment "{said}", beside other codes, so they are'
        " perhaps no codes."
    )
    left_out = replies.applied(document, result, Replies(no_codes=frozenset({problem.line})))
    assert left_out.is_whole
    assert {row.code: row.message for row in left_out.rows} == DOCKS


def test_up_to_the_next_heading() -> None:
    """A remark within a group ends it not; a heading of the same kind does."""
    remark = "/* since 3.2 */\n#define DOCK_RUSH 0x04 /* dock at once */\n"
    _, result = _read(f"/* ---- Flags ---- */\n{FLAGS}{remark}\n{ERRORS}")
    (problem,) = result.problems
    assert problem.what.startswith('"0x01" and 2 more stand below the comment "Flags", beside')


def test_what_fails_all_the_same() -> None:
    """Texts that say "no" are no errors where the numbers are written in another way."""
    flags = FLAGS.replace("wait for a berth", "do not wait").replace("dock at", "not at")
    _, result = _read(f"{ERRORS}\n/* Flags */\n{flags}")
    (problem,) = result.problems
    assert problem.what.startswith('"0x01" and 1 more stand below the comment "Flags", beside')


@pytest.mark.parametrize(
    "comments",
    [
        ("Docks", "Ships"),
        ("Docks", "Options that are wrong"),
        ("Versions", "Limits"),
        ("Docks", "since version 3"),
        ("Errors of docks", "Errors in flags"),
    ],
)
def test_not_asked(comments: tuple[str, str]) -> None:
    """What codes of errors are about can be options or limits, too: their texts say so."""
    text = (
        f"export const texts = {{\n  // {comments[0]}\n"
        '  4001: "The dock is busy",\n  4002: "The dock is not there",\n'
        f'\n  // {comments[1]}\n  101: "The ship is unknown",\n'
        '  102: "The ship is too long",\n};\n'
    )
    _, result = _read(text, "dock.ts")
    assert result.problems == ()
    assert [row.code for row in result.rows] == ["4001", "4002", "101", "102"]


def test_messages_are_no_headings() -> None:
    """A comment that is the message of a constant says nothing of those below it."""
    messages = ("The dock is busy", "Flags of the ship", "Options of the dock", "The mode of work")
    entries = [f"// {text}\n#define DOCK_{at} {4001 + at}\n" for at, text in enumerate(messages)]
    _, result = _read("\n".join(entries))
    assert result.problems == ()
    assert [row.message for row in result.rows] == list(messages)


@pytest.mark.parametrize(
    "comment",
    [
        '/**\n * @Message("{}")\n */',
        "/**\n * @Message('{}')\n */",
        "/// <summary>{}</summary>",
        '/** @Text("{}") */',
    ],
)
def test_messages_within_comments_are_no_headings(comment: str) -> None:
    """Nor does one that has the message as a value, or between tags."""
    messages = ("See the options", "Parameter missing", "Wrong version: upgrade", "Limit is 5")
    entries = [
        f"{comment.format(text)}\nconst DOCK_{at} = {4001 + at};\n"
        for at, text in enumerate(messages)
    ]
    _, result = _read("\n".join(entries), "dock.php")
    assert result.problems == ()
    assert [row.message for row in result.rows] == list(messages)
