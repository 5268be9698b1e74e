"""Names in headings with a number that the page calls "Code": it is asked which is the code."""

from __future__ import annotations

from macros.maintain import replies, sniff
from macros.maintain.document import reading
from macros.maintain.replies import Replies
from macros.readers.rows import Document

NAMES = {"DOCK_BUSY": "1001", "DOCK_GONE": "1002", "CRANE_LOST": "1003"}


def _page(label: str) -> Document:
    entries = (
        f"### `{name}`\n\n**{label}**: {number}\n\n**Message**: No {name.lower()}.\n\n"
        for name, number in NAMES.items()
    )
    return Document("errors.md", f"# Errors\n\n{''.join(entries)}")


def test_a_label_that_says_code() -> None:
    """The name is printed as the code, and the number is named; both ways on lose nothing."""
    document = _page("Code")
    found = sniff.sniff(document)
    assert found
    [asked] = found.reading.problems
    assert asked.what == '"DOCK_BUSY" is read as a code, and "Code" of it is "1001".'
    kept = replies.applied(document, found.reading, Replies(as_read=frozenset({asked.line})))
    assert kept.is_whole
    assert [row.code for row in kept.rows] == list(NAMES)
    numbers = {
        "format": "pattern",
        "code_set": "api",
        "pattern": "[0-9]{4}",
        "entry": (
            r"### `(?P<name>\w+)`\n\n\*\*Code\*\*: (?P<code>[0-9]+)\n\n"
            r"\*\*Message\*\*: (?P<message>\S.*)"
        ),
        "lines": "5",
        "named": {"name": "name"},
        "ignore": ["# Errors"],
    }
    by_number = reading.read(document, numbers)
    assert [(row.code, row.named["name"]) for row in by_number.rows] == [
        (number, name) for name, number in NAMES.items()
    ]


def test_other_labels() -> None:
    """A number that is called otherwise, as a status is, is no code beside a name."""
    found = sniff.sniff(_page("Retry after"))
    assert found
    assert not any("is read as a code" in one.what for one in found.reading.problems)


def test_one_number_for_all() -> None:
    """A number that all names share tells none of them apart, so that the names are the codes."""
    text = _page("Code").text.replace("1002", "1001").replace("1003", "1001")
    found = sniff.sniff(Document("errors.md", text))
    assert found
    assert [row.code for row in found.reading.rows] == list(NAMES)
    assert not any("is read as a code" in one.what for one in found.reading.problems)
