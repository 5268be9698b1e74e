"""Headings such as `## OK` among those of codes: asked about, and read as codes where they are."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

TEXTS = {"101": "Dock is busy", "102": "Gate is shut", "103": "Crane is old", "OK": "All is well"}


def _page(words: str, entry: str) -> Document:
    texts = {"TIMEOUT": "Dock did not answer", "UNKNOWN": "Nobody knows", **TEXTS}
    entries = (entry.format(word, texts.get(word, "It is told here")) for word in words.split())
    name = "errors.html" if entry.startswith("<") else "errors.md"
    return Document(
        name, f"# Errors\n\n{''.join(entries)}" if name[-1] == "d" else "".join(entries)
    )


@pytest.mark.parametrize(
    ("words", "code", "line"),
    [
        ("OK 101 102 103", "OK", 3),
        ("101 102 TIMEOUT 103", "TIMEOUT", 11),
        ("101 102 UNKNOWN 103", "UNKNOWN", 11),
    ],
)
def test_markdown(words: str, code: str, line: int) -> None:
    """The heading is asked about; with it, its text is read; without it, nothing changes."""
    document = _page(words, "## {}\n\n{}\n\n")
    found = sniff.sniff(document)
    assert found
    told = f'the heading "{code}" is set as those of codes are, and is passed over.'
    assert told in [one.what for one in found.reading.problems if one.line == line]
    meant = replies.applied(document, found.reading, Replies(as_meant=frozenset({line})))
    assert [row.code for row in meant.rows] == words.split()
    lines = frozenset(one.line for one in found.reading.problems)
    as_read = replies.applied(document, found.reading, Replies(as_read=lines))
    assert as_read.is_whole
    assert [row.code for row in as_read.rows] == ["101", "102", "103"]


def test_html() -> None:
    """In HTML, where all stands on one line, too."""
    document = _page("OK 101 102 103", "<dt>{}</dt><dd>{}</dd>")
    found = sniff.sniff(document)
    assert found
    [problem] = found.reading.problems
    assert problem.line == 1
    meant = replies.applied(document, found.reading, Replies(as_meant=frozenset({1})))
    assert meant.is_whole
    assert {row.code: row.message for row in meant.rows} == TEXTS


@pytest.mark.parametrize("words", ["API 101 102 103", "FAQ 101 102 103", "NOTES 101 102 103"])
def test_titles(words: str) -> None:
    """Words that are titles of any page are not asked about."""
    found = sniff.sniff(_page(words, "## {}\n\n{}\n\n"))
    assert found
    assert not [one.what for one in found.reading.problems if "is passed over" in one.what]
