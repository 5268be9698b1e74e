"""Badges in Markdown are asked about, and gone from the messages where somebody says so."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.doubts.messages import marks_at_ends
from macros.maintain.replies import Replies
from macros.readers.rows import Document

TEXTS = {"1001": "Dock is busy", "1002": "Gate is shut", "1003": "Crane is stuck"}


def _page(form: str, *said: str) -> str:
    rows = (form.format(code, text) for code, text in zip(TEXTS, said, strict=True))
    return f"# Errors\n\n{''.join(rows)}"


@pytest.mark.parametrize("form", ["- {}: {}\n", "* `{}` {}\n", "## {} {}\n\n"])
@pytest.mark.parametrize("badge", ["{} **New**", "{} `Deprecated`", "_Retryable_ {}"])
def test_a_badge(form: str, badge: str) -> None:
    """A badge at an end of a text is named once for all; each text is without it, or as it is."""
    first, second, third = TEXTS.values()
    document = Document("errors.md", _page(form, badge.format(first), second, badge.format(third)))
    found = sniff.sniff(document)
    assert found
    [asked] = found.reading.problems
    assert "may be a badge and no part of the message" in asked.what
    line = frozenset({asked.line})
    without = replies.applied(document, found.reading, Replies(as_meant=line))
    assert without.is_whole
    assert {row.code: row.message for row in without.rows} == TEXTS
    as_read = replies.applied(document, found.reading, Replies(as_read=line))
    assert as_read.is_whole
    assert as_read.rows[0].message != first


@pytest.mark.parametrize(
    "texts",
    [
        ("The key is `Deprecated`", "It is **not** here", "Crane is `stuck`"),
        ("Dock is new", "Gate is deprecated", "`Retryable`"),
        ("See **New**", "`Fatal` is what it says", "Crane is stuck"),
    ],
)
def test_what_is_none(texts: tuple[str, str, str]) -> None:
    """A word that the sentence speaks of, or that stands alone, is a part of the message."""
    document = Document("errors.md", _page("- {}: {}\n", *texts))
    found = sniff.sniff(document)
    assert found
    assert list(marks_at_ends.badges(document, found.reading)) == []
