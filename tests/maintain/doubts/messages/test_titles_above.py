"""Titles above the lines with codes are asked about, with the entry that takes them in."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.doubts.messages import above_codes
from macros.maintain.replies import Replies
from macros.readers.rows import Document

ENTRIES = {
    "0": ("All moored", "200", "The ship is at its dock."),
    "1": ("Wrong berth", "404", "Look at the number of the berth."),
    "2": ("Closed gate", "403", "The gate is closed at night."),
    "99": ("No pilot", "500", "Nobody is on duty."),
}


def _page(block: str) -> Document:
    blocks = (
        block.format(code=code, title=title, http=http, text=text)
        for code, (title, http, text) in ENTRIES.items()
    )
    return Document("codes.txt", "Return codes\n\nThese come back.\n\n\n" + "\n\n".join(blocks))


def _asked(block: str) -> list[int]:
    document = _page(block)
    found = sniff.sniff(document)
    assert found
    return [one.line for one in above_codes.titles(document, found.reading)]


def test_with_a_label_and_a_text() -> None:
    """The title is the name, and the text below the labels the message."""
    document = _page("{title}\n\nCode : {code}\n\nHTTP code : {http}\n\n{text}\n")
    found = sniff.sniff(document)
    assert found
    assert [one.line for one in found.reading.problems] == [6]
    kept = replies.applied(document, found.reading, Replies(as_meant=frozenset({6})))
    assert kept.is_whole
    assert {
        row.code: (row.named["name"], row.named["http"], row.message) for row in kept.rows
    } == ENTRIES


def test_what_stands_in_no_entry() -> None:
    """What stands below the text, and is in no entry, is asked about once titles are titles."""
    document = _page("{title}\n\nCode : {code}\n\n{text}\n\nAsk the harbour for {title}.\n")
    found = sniff.sniff(document)
    assert found
    [doubt] = above_codes.titles(document, found.reading)
    kept = replies.applied(document, found.reading, Replies(as_meant=frozenset({doubt.line})))
    asked = [one.what for one in kept.problems if "Ask the harbour for" in one.what]
    assert len(asked) == len(kept.rows) == len(ENTRIES)


@pytest.mark.parametrize(
    "block",
    [
        "Code : {code}\n\nHTTP code : {http}\n\n{text}\n",
        "Code : {code}\n\n{text}\n\n{title}\n",
        "Code : {code} {title}\n\n{text}\n",
    ],
)
def test_no_titles_above(block: str) -> None:
    """Texts and titles of the code that they stand below, or behind, ask nothing."""
    assert _asked(block) == []


@pytest.mark.parametrize("code", ["{code}", "Code: {code}", "`{code}`", "**{code}**"])
@pytest.mark.parametrize("level", ["##", "####"])
def test_headings_that_are_the_messages(code: str, level: str) -> None:
    """A heading above each code alone is asked about, and is its message, with the text below."""
    entries = (
        f"{level} {title}\n\n{code.format(code=number)}\n\n{text}\n\n"
        for number, (title, _, text) in zip(range(4001, 4005), ENTRIES.values(), strict=True)
    )
    document = Document("codes.md", "# Return codes\n\n" + "".join(entries))
    found = sniff.sniff(document)
    assert found
    [doubt] = above_codes.titles(document, found.reading)
    assert doubt.line == 3
    assert doubt.what == (
        f'"{level} All moored" stands right above the code "4001", as 3 more lines do above'
        " others, and seems to be its title; it is read as none."
    )
    others = frozenset(one.line for one in found.reading.problems) - {3}
    kept = replies.applied(
        document, found.reading, Replies(as_meant=frozenset({3}), as_read=others)
    )
    assert kept.is_whole
    assert [(row.message, row.columns["text"]) for row in kept.rows] == [
        (title, text) for title, _, text in ENTRIES.values()
    ]


def test_headings_of_lists() -> None:
    """A heading above several codes is that of a list, and nothing is asked of it."""
    texts = ["Dock is busy.", "Gate is shut.", "Crane is broken.", "Tide is low."]
    parts = [f"{code}\n\n{text}\n\n" for code, text in enumerate(texts, 4001)]
    text = f"## Dock codes\n\n{''.join(parts[:2])}## Gate codes\n\n{''.join(parts[2:])}"
    document = Document("codes.md", text)
    found = sniff.sniff(document)
    assert found
    assert not list(above_codes.titles(document, found.reading))
