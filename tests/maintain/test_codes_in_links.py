"""Codes and texts that are links in Markdown: read without the address, whatever stands around."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

TEXTS = {"1001": "Invalid token", "1002": "Expired token", "1003": "Missing token"}
LINKS = (
    "[{0}](#e{0}) {1}",
    "[{0}](#e{0}): {1}",
    "**[{0}](#e{0})** {1}",
    "[`{0}`](errors.md#e{0}) {1}",
    "[{0}](https://orbit.example/{0}) – {1}",  # noqa: RUF001 - a dash
    "[{0}][e{0}] {1}",
    "[{0}: {1}](#e{0})",
)
PLACES = ("- {}\n", "{}\n\n", "{}\n", "1. {}\n", "{}  \n", "{}<br>\n", "# {}\n\n")
REFERENCES = "".join(f"[e{code}]: https://orbit.example/{code}\n" for code in TEXTS)


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("title", ["", "# Errors of the dock\n\n"])
def test_read(link: str, place: str, title: str) -> None:
    """In lists, paragraphs, lines and headings a link is its text alone, and nothing is asked."""
    lines = "".join(place.format(link.format(*pair)) for pair in TEXTS.items())
    found = sniff.sniff(Document("errors.md", f"{title}{lines}\n{REFERENCES}"))
    assert found
    assert found.reading.is_whole, found.reading.problems
    assert {row.code: row.message for row in found.reading.rows} == TEXTS


@pytest.mark.parametrize("form", ["- {1} [{0}](#e{0})\n", "* [{1}](#e{0}) ({0})\n"])
def test_behind_their_texts(form: str) -> None:
    """Behind a text, a link is no number of source code; no reader knows such a list."""
    lines = "".join(form.format(*pair) for pair in TEXTS.items())
    assert sniff.sniff(Document("errors.md", lines)) is None


def test_lists_of_programs() -> None:
    """The index of an array is no link, nor is a call."""
    for form in ("$errors[{0}] = '{1}';\n", "texts[{0}] = tr('{1}'); // (#{0})\n"):
        lines = "".join(form.format(*pair) for pair in TEXTS.items())
        found = sniff.sniff(Document("errors.php", f"<?php\n{lines}"))
        assert found
        assert found.reading.options["format"] == "pattern"
        assert {row.code: row.message for row in found.reading.rows} == TEXTS
