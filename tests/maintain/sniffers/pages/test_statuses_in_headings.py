"""Headings of codes with a status and no title, as in "4001 - HTTP 409", above their texts."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

TEXTS = {"4001": "The berth is taken.", "4002": "The ship is long.", "4003": "The crane is old."}
PHRASES = {"409": "Conflict", "400": "Bad Request", "404": "Not Found"}


def _sniff(heading: str) -> sniff.Sniffed:
    parts = (
        f"## {heading}\n\n{text}\n".format(code=code, status=status, phrase=phrase)
        for (code, text), (status, phrase) in zip(TEXTS.items(), PHRASES.items(), strict=True)
    )
    found = sniff.sniff(Document("a.md", "# Quay errors\n\n" + "\n".join(parts)))
    assert found
    return found


@pytest.mark.parametrize(
    "title",
    [
        "HTTP {status}",
        "HTTP status: {status}",
        "HTTP {status} {phrase}",
        "http status code {status}",
        "{status} {phrase}",
    ],
)
@pytest.mark.parametrize("between", [" - {}", ": {}", " ({})", " [{}]", " – {}"])  # noqa: RUF001
def test_by_name(between: str, title: str) -> None:
    """The text below is the message, the status is kept by name, and nothing is asked."""
    found = _sniff("{code}" + between.format(title))
    assert found.reading.problems == ()
    assert [(row.code, row.message) for row in found.reading.rows] == list(TEXTS.items())
    for row, (status, phrase) in zip(found.reading.rows, PHRASES.items(), strict=True):
        bare = title.format(status=status, phrase=phrase)
        assert row.named["http"].strip("()[]") == bare


@pytest.mark.parametrize("title", ["HTTP {status} Ship ahoy", "HTTP {status} - {phrase} of ours"])
def test_other_words(title: str) -> None:
    """With other words it may be the message, and is asked about."""
    found = _sniff("{code} - " + title)
    assert found.reading.problems
    assert "http" not in found.reading.options.get("named", {})
