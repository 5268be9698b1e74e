"""Labelled texts below items, which a copy does not indent, are asked about."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.doubts.passed_over import labels_below
from macros.maintain.replies import Replies
from macros.readers.rows import Document

TEXTS = {"401": "Unauthorized", "403": "Forbidden", "404": "Not Found"}


def _page(below: str, item: str = "  1. Fault {code} - {text}") -> Document:
    parts = (
        f"{item}\n\n{below}".format(code=code, text=text, small=text.lower())
        for code, text in TEXTS.items()
    )
    return Document("faults.txt", "Faults\n\nThese come back.\n\n" + "\n\n".join(parts))


def test_as_meant() -> None:
    """The texts become columns of their codes where somebody says that they are of them."""
    document = _page("Meaning: The gate is {small}.\n\nFix: Ask the pilot.\n")
    found = sniff.sniff(document)
    assert found
    assert [one.line for one in found.reading.problems] == [7]
    [doubt] = found.reading.problems
    assert doubt.what == (
        '"Meaning: The gate is unauthorized." and others with "Meaning" and "Fix" stand below the'
        " items with codes, and are passed over: they seem to say more of them."
    )
    assert '`message: "Meaning"`' in doubt.do
    kept = replies.applied(document, found.reading, Replies(as_meant=frozenset({7})))
    assert kept.is_whole
    assert [(row.code, row.message, row.columns) for row in kept.rows] == [
        (code, text, {"Meaning": f"The gate is {text.lower()}.", "Fix": "Ask the pilot."})
        for code, text in TEXTS.items()
    ]


def test_of_the_page() -> None:
    """A label that comes once, and a text without one, are of the page, and nothing is asked."""
    document = _page("")
    more = Document(document.file, f"{document.text}\nNote: Ask the pilot.\n\nThe gate is shut.\n")
    found = sniff.sniff(more)
    assert found
    assert found.reading.options["format"] == "bullets"
    assert [row.message for row in found.reading.rows] == list(TEXTS.values())
    assert list(labels_below.doubts(more, found.reading)) == []


def test_indented() -> None:
    """Texts that are indented below their items are kept by themselves."""
    document = _page("  Meaning: The gate is {small}.\n", "- Fault {code}: {text}")
    found = sniff.sniff(document)
    assert found
    assert list(labels_below.doubts(document, found.reading)) == []


def test_without_words_before() -> None:
    """Items that begin with their codes are kept with what stands below them as well."""
    document = _page("Meaning: The gate is {small}.\n", "1. {code}: {text}")
    found = sniff.sniff(document)
    assert found
    asked = frozenset(one.line for one in labels_below.doubts(document, found.reading))
    assert asked == {7}
    kept = replies.applied(document, found.reading, Replies(as_meant=asked))
    assert [(row.code, row.message) for row in kept.rows] == list(TEXTS.items())


FACTS = {
    "1001": ("Dock is busy", "60", "Wait"),
    "1002": ("Gate is shut", "120", "Call"),
    "1003": ("Crane is broken", "300", "Pray"),
}


@pytest.mark.parametrize(
    ("first", "second"),
    [("Retry after", "Was tun"), ("HTTP status", "해결 방법"), ("Error name", "Que faire")],
)
@pytest.mark.parametrize("shape", ["{} {}\n{}: {}\n{}: {}\n\n", "{} - {}\n{}: {}\n{}：{}\n"])  # noqa: RUF001
def test_below_lines(first: str, second: str, shape: str) -> None:
    """Labels below the lines of a text are kept by their codes at one reply, and lose nothing."""
    text = "".join(
        shape.format(code, message, first, one, second, two)
        for code, (message, one, two) in FACTS.items()
    )
    document = Document("errors.txt", text)
    found = sniff.sniff(document)
    assert found
    [asked] = [one for one in found.reading.problems if "as labels of facts do" in one.what]
    assert asked.what == (
        f'"{first}" and "{second}" stand below "1001" and other codes, as labels of facts do.'
    )
    assert asked.line == 1
    kept = replies.applied(document, found.reading, Replies(as_meant=frozenset({1})))
    assert kept.is_whole
    read = {row.code: (row.message, *row.columns.values()) for row in kept.rows}
    assert read == FACTS


def test_a_label_that_is_lacking() -> None:
    """A code without one of the labels has none, and what is no label is asked about still."""
    text = (
        "101 Dock\nWait: 60\nWho: me\n102 Gate\nWho: you\n103 Crane\nWait: 10\nWho: us\n"
        "104 Tide\nWait: 20\nWho: she\nand more\n"
    )
    document = Document("errors.txt", text)
    found = sniff.sniff(document)
    assert found
    [asked] = [one for one in found.reading.problems if "labels of facts" in one.what]
    kept = replies.applied(document, found.reading, Replies(as_meant=frozenset({asked.line})))
    facts = [(row.columns.get("label_1", ""), row.columns["label_2"]) for row in kept.rows]
    assert facts == [("60", "me"), ("", "you"), ("10", "us"), ("20", "she")]
    assert kept.problems
    assert all('"and more"' in one.what for one in kept.problems)
