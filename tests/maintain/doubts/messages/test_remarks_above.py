"""Titles of parts and versions above constants are asked about where comments are the messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.document import asides
from macros.maintain.replies import Replies
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.document.reading import Reading

MESSAGES = {"4001": "The dock is busy", "4002": "The dock is closed", "4003": "The ship is long"}
GO = {code: f"\t// {text}\n\tC{code} = {code}\n" for code, text in MESSAGES.items()}
LISTED = {"4002": GO["4002"].replace(MESSAGES["4002"], "Since 2.4")}


def _document(entries: dict[str, str]) -> Document:
    return Document("codes.go", f"package dock\n\nconst (\n{''.join(entries.values())})\n")


def _read(document: Document) -> Reading:
    found = sniff.sniff(document)
    assert found
    return found.reading


def _said(result: Reading) -> dict[str, str]:
    return {row.code: row.message for row in result.rows}


def test_all_that_is_said() -> None:
    """A version in the place of a message is asked about; the code may be said to have none."""
    document = _document(GO | LISTED)
    result = _read(document)
    (problem,) = result.problems
    assert problem.line == 7
    assert problem.what.startswith('"Since 2.4" is read as the message of "4002", and is perhaps')
    listed = replies.applied(document, result, Replies(listed=frozenset({7})))
    assert listed.is_whole
    assert _said(listed) == {code: MESSAGES[code] for code in ("4001", "4003")}
    assert listed.options["unreadable"] == ["4002"]
    right = replies.applied(document, result, Replies(as_read=frozenset({7})))
    assert right.is_whole
    assert _said(right) == MESSAGES | {"4002": "Since 2.4"}


@pytest.mark.parametrize("mark", ["// ---- Docks ----", "// === Docks ===", "// Docks -----"])
def test_a_line_of_a_message(mark: str) -> None:
    """A drawn title above the first text of a part is no line of it, if that is answered so."""
    document = _document(GO | {"4002": f"\t{mark}\n{GO['4002']}"})
    result = _read(document)
    (problem,) = result.problems
    assert (problem.line, problem.what.partition(": ")[0]) == (6, f'"{mark}"')
    meant = replies.applied(document, result, Replies(as_meant=frozenset({6})))
    assert meant.is_whole
    assert _said(meant) == MESSAGES


@pytest.mark.parametrize(
    "comment",
    ["Since 2.4 the dock is closed", "Removed", "The version is deprecated", "A - B", "3 ships"],
)
def test_sound_messages(comment: str) -> None:
    """What says anything of the code is no title and no version."""
    document = _document(GO | {"4002": GO["4002"].replace(MESSAGES["4002"], comment)})
    result = _read(document)
    assert result.is_whole
    assert _said(result)["4002"] == comment


@pytest.mark.parametrize(
    "text",
    [
        *("Since 2.4", "since v3", "Added in 2.4.", "@since 1.0", "New in version 3.1"),
        *("Deprecated", "deprecated since 2.0", "---- Billing ----", "*** Billing ***", "======"),
        *("MARK: - Billing", "2.4版本新增", "自 2.4 起", "2.4부터"),
    ],
)
def test_asides(text: str) -> None:
    """These say nothing of the code below them."""
    assert asides.is_aside(text)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("  /** Since 2.4 */", "Since 2.4"),
        ("// ---- Docks ----", "---- Docks ----"),
        ("# Docks", "Docks"),
        (" * Docks", "Docks"),
        ("-- Docks", "Docks"),
    ],
)
def test_marks_of_comments(line: str, text: str) -> None:
    """The marks around a comment are no part of its text, and what is drawn within is."""
    assert asides.bare(line) == text
