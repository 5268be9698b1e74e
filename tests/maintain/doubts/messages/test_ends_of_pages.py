"""What stands at the end of a page, below its last code, is asked about: whose it is."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

TEXTS = {"D-101": "Dock is busy", "D-102": "Dock is shut", "D-103": "Crane is lost"}
ENTRY = "### {}: {}\n\n**Cause:** Nobody knows.\n\n**What to do:** Try again later.\n\n"
ITEM = "- `{}` {}\n\n  Try again later.\n\n"
FIRM = "© Harbour Works AS, Bergen. Write to docks@harbour.example."


def _page(form: str, end: str, between: str = "") -> Document:
    entries = between.join(form.format(*one) for one in TEXTS.items())
    return Document("errors.md", f"# Errors\n\n{entries}{end}\n")


@pytest.mark.parametrize("form", [ENTRY, ITEM])
@pytest.mark.parametrize(
    ("end", "told"),
    [
        (f"---\n\n{FIRM}", [FIRM]),
        ("* * *\n\nSomething missing?\n\nTell us.", ["Something missing?", "Tell us."]),
        (FIRM, [FIRM]),
        ("Copyright 2026 Harbour Works", ["Copyright 2026 Harbour Works"]),
    ],
)
def test_asked(form: str, end: str, told: list[str]) -> None:
    """It is quoted, and either answer leaves nothing over: with it or without it."""
    document = _page(form, end)
    found = sniff.sniff(document)
    assert found
    lines = document.text.split("\n")
    texts = [text for row in found.reading.rows for text in (row.message, *row.columns.values())]
    if not any(one in text for one in told for text in texts):
        assert found.reading.is_whole  # the markup tells that it is of the page
        return
    (asked,) = found.reading.problems
    assert lines[asked.line - 1] == told[0]
    more = f" and {len(told) - 1} more" if told[1:] else ""
    assert asked.what.startswith(f'"{told[0]}"{more} ')
    without = replies.applied(document, found.reading, Replies(no_codes=frozenset([asked.line])))
    assert without.is_whole
    assert {row.code: row.message.split("\n")[0] for row in without.rows} == TEXTS
    kept = [text for row in without.rows for text in (row.message, *row.columns.values())]
    assert not any(one in text for one in told for text in kept)
    as_read = replies.applied(document, found.reading, Replies(as_read=frozenset([asked.line])))
    assert as_read.is_whole
    assert as_read.rows == found.reading.rows


@pytest.mark.parametrize(
    ("end", "between"),
    [("", ""), ("---", ""), ("---\n\nTry a fourth time.", "---\n\n"), ("", "---\n\n")],
)
def test_plain(end: str, between: str) -> None:
    """Nothing is asked where nothing stands there, and where rules stand between codes, too."""
    found = sniff.sniff(_page(ENTRY, end, between))
    assert found
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == TEXTS
