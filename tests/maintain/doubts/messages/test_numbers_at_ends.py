"""Numbers at the ends of all texts: asked whether they are statuses, or the codes."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

CODES = {"1001": "401", "1002": "429", "1003": "403"}
TEXTS = ["Dock is busy", "Gate is shut", "Crane is broken"]
ASKED = "texts end with a number, which may be a status, or the code."


def _read(shape: str, file: str) -> tuple[Document, sniff.Sniffed]:
    lines = (
        shape.format(code, text, status)
        for (code, status), text in zip(CODES.items(), TEXTS, strict=True)
    )
    document = Document(file, "".join(lines))
    found = sniff.sniff(document)
    assert found
    return document, found


@pytest.mark.parametrize(
    ("file", "shape"),
    [
        ("x.txt", "{0} {1} ({2})\n"),
        ("x.txt", "{0}: {1} [{2}]\n"),
        ("x.txt", "{0} - {1} ({2})\n"),
        ("x.txt", "{2} {1} ({0})\n"),
        ("x.md", "- {0}: {1} ({2})\n"),
        ("x.md", "- `{0}` {1} [{2}]\n"),
        ("x.md", "* {2} {1} ({0})\n"),
    ],
)
def test_brackets(file: str, shape: str) -> None:
    """It is kept in the text, or read as a status, or as the code where a status stands first."""
    document, found = _read(shape, file)
    [problem] = found.reading.problems
    assert problem.what.endswith(f"and 2 more {ASKED}")
    assert 'reads the code "1001", the message "Dock is busy" and "401" as its status' in problem.do
    given = frozenset({problem.line})
    kept = replies.applied(document, found.reading, Replies(as_read=given))
    assert kept.is_whole
    assert [row.message[:-1].split(" ")[-1][1:] for row in kept.rows] == [
        *(CODES if shape.index("{0}") > shape.index("{1}") else CODES.values())
    ]
    parted = replies.applied(document, found.reading, Replies(as_meant=given))
    assert parted.is_whole
    assert {row.code: row.named["http"] for row in parted.rows} == CODES
    assert [row.message for row in parted.rows] == TEXTS


@pytest.mark.parametrize(
    ("file", "shape"),
    [
        ("x.md", "- `{}` {}, {}\n"),
        ("x.md", "### {} {} {}\n\n"),
        ("x.md", "### {} {} ({})\n\n"),
        ("x.html", "<ul><li>{} {} <small>{}</small></li></ul>\n"),
        ("x.html", "<ul><li>{} {} ({})</li></ul>\n"),
    ],
)
def test_other_ends(file: str, shape: str) -> None:
    """Where no reader parts them by itself, the question says how one is written."""
    document, found = _read(shape, file)
    [problem] = found.reading.problems
    assert problem.what.endswith(f"and 2 more {ASKED}")
    assert "an `entry` that has a group for each part" in problem.do
    kept = replies.applied(document, found.reading, Replies(as_read=frozenset({problem.line})))
    assert kept.is_whole
    assert [row.code for row in kept.rows] == [*CODES]


@pytest.mark.parametrize(
    "text",
    [
        "1001 Not more than 500\n1002 At most 300\n1003 Only 400 ships\n1004 Too many (5)\n",
        "- 1001: Dock 12\n- 1002: No more than 400\n- 1003: Gate 17\n",
        "- 1001: Dock (no. 12)\n- 1002: Gate (no. 13)\n- 1003: Lost crane (no. 14)\n",
        "1001 Dock (busy)\n1002 Gate (401)\n1003 Crane (403)\n",
    ],
)
def test_sound(text: str) -> None:
    """Numbers of some texts, and such as no status is, are of the texts."""
    found = sniff.sniff(Document("x.md" if text[0] == "-" else "x.txt", text))
    assert found
    assert found.reading.is_whole
    lines = text.removesuffix("\n").split("\n")
    read = [row.message for row in found.reading.rows]
    assert read == [line.removeprefix("- ").partition(" ")[2] for line in lines]


@pytest.mark.parametrize(
    "shape", ["- {0} {1}, {2}\n", "* `{0}`: {1}, {2}\n", "+ {0} {1}; x; {2}\n"]
)
def test_items_are_no_cells(shape: str) -> None:
    """A comma within the items of a list parts no cells: the code is what each begins with."""
    _, found = _read(shape, "x.md")
    assert found.reading.options["format"] == "bullets"
    assert [row.code for row in found.reading.rows] == [*CODES]
