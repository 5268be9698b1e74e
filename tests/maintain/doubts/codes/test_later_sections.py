"""Codes that stand again under headings of a time: asked whether they are of one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.document import reading

FIRST = {"1001": "Dock is busy", "1002": "Gate is shut", "1003": "Crane is broken"}
LATER = {"1003": "Crane is gone", "1004": "Tide is low"}
SHAPES = {
    "tables.md": ("# {}\n\n| Code | Text |\n|---|---|\n", "| {} | {} |\n"),
    "bullets.md": ("## {}\n\n", "- {}: {}\n"),
    "headings.md": ("# {}\n\n", "### {} {}\n\n"),
    "tables.html": (
        "<h2>{}</h2><table><tr><th>Code</th><th>Text</th></tr>\n",
        "<tr><td>{}<td>{}\n",
    ),
}


def _read(name: str, *headings: str) -> tuple[Document, sniff.Sniffed]:
    head, row = SHAPES[name]
    text = ""
    for heading, rows in zip(headings, (FIRST, LATER), strict=True):
        text += head.format(heading) + "".join(row.format(*one) for one in rows.items())
        text += "</table>\n" if name.endswith("html") else "\n"
    document = Document(name, text)
    found = sniff.sniff(document)
    assert found
    return document, found


def _said(result: reading.Reading) -> dict[tuple[str, str], str]:
    return {(row.code_set, row.code): row.message for row in result.rows}


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize(
    "heading",
    [
        "New in v2",
        "Since 3.0",
        "Neu seit 3.0",
        "Depuis la 2.1",
        "3.0 新增",
        "Legacy",
        "Before 3.0",
    ],
)
def test_later(name: str, heading: str) -> None:
    """It is one list, of which the later text holds, or two: each reply leads to what it says."""
    document, found = _read(name, "Codes of the harbour", heading)
    doubt = next(one for one in found.reading.problems if "stands again" in one.what)
    row, again = (one for one in found.reading.rows if one.code == "1003")
    assert doubt.line == row.line
    assert doubt.what == (
        f'"1003" stands again in line {again.line}, under "{heading}", with another text, and is'
        ' read there as one of another code set, "second".'
    )
    others = frozenset(one.line for one in found.reading.problems) - {doubt.line}
    given = frozenset({doubt.line})
    two = replies.applied(document, found.reading, Replies(as_read=given | others))
    assert two.is_whole
    assert _said(two) == {
        **{("api", code): text for code, text in FIRST.items()},
        **{("second", code): text for code, text in LATER.items()},
    }
    one_list = replies.applied(document, found.reading, Replies(as_meant=given, as_read=others))
    assert one_list.is_whole
    held = {**LATER, **FIRST} if heading in {"Legacy", "Before 3.0"} else {**FIRST, **LATER}
    assert _said(one_list) == {("api", code): text for code, text in held.items()}


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("heading", ["Deprecated", "Removed codes", "Veraltete Codes"])
def test_gone(name: str, heading: str) -> None:
    """Below a heading for what is gone, the first text is the one that holds."""
    document, found = _read(name, "Codes of the harbour", heading)
    line = next(one.line for one in found.reading.problems if "stands again" in one.what)
    others = frozenset(one.line for one in found.reading.problems) - {line}
    kept = replies.applied(
        document, found.reading, Replies(as_meant=frozenset({line}), as_read=others)
    )
    assert kept.is_whole
    assert _said(kept) == {("api", code): text for code, text in {**LATER, **FIRST}.items()}
    none = replies.applied(
        document, found.reading, Replies(as_read=frozenset({line}), no_codes=others)
    )
    assert none.is_whole
    assert _said(none) == {("api", code): text for code, text in FIRST.items()}


def test_all_again() -> None:
    """Of several codes, the question counts them, and names the lines."""
    text = "".join(
        f"## {heading}\n\n" + "".join(f"- {code}: {word} {code}\n" for code in FIRST) + "\n"
        for heading, word in (("v1", "Dock"), ("v2", "Gate"))
    )
    found = sniff.sniff(Document("errors.md", text))
    assert found
    assert "(so do 2 more, of lines 4-5)" in found.reading.problems[0].what


def test_headings_that_are_alike() -> None:
    """Where two headings are a code alone, nothing is quoted that would pass over both."""
    text = "# Codes\n\n### 1\n\nDock\n\n### 20\n\nGate\n\n### 30\n\nTide\n\n# Deprecated\n\n"
    document = Document("errors.md", text.replace("### 1", "### 10") + "### 30\n\nCrane\n")
    found = sniff.sniff(document)
    assert found
    assert all("--as-meant" not in one.do for one in found.reading.problems)
    given = frozenset(one.line for one in found.reading.problems)
    read = replies.applied(document, found.reading, Replies(as_read=given))
    assert _said(read)["api", "30"] == "Tide"
    assert not [
        one
        for one in found.reading.problems
        if one.line in given and "### 30" in str(one.ways.none)
    ]


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("heading", ["Orders API", "Codes of the crane", "Delivery"])
def test_other_things(name: str, heading: str) -> None:
    """A heading that names another thing stands above a list of its own, and nothing is asked."""
    _, found = _read(name, "Codes of the harbour", heading)
    assert not [one for one in found.reading.problems if "stands again" in one.what]
    assert ("second", "1003") in _said(found.reading)
