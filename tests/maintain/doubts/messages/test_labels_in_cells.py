"""Labels behind breaks in messages of tables are asked about, and can be kept beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.maintain.sniffers.sniffed import account
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.document.reading import Reading

CODES = ("1001", "1002", "1003")
HEAD = "| Code | Meaning |\n|---|---|\n"


def _document(*texts: str) -> Document:
    rows = "".join(f"| {number} | {text} |\n" for number, text in enumerate(texts, 1001))
    return Document("errors.md", HEAD + rows)


def _read(document: Document) -> Reading:
    found = sniff.sniff(document)
    assert found
    return found.reading


def _meant(document: Document) -> Reading:
    result = _read(document)
    (asked,) = result.problems
    taken = replies.applied(document, result, Replies(as_meant=frozenset([asked.line])))
    assert taken.is_whole
    return taken


def test_asked() -> None:
    """A cause and a remedy below messages are no part of these, unless a person says so."""
    document = _document(
        "Dock is busy<br>Cause: a ship<br>Action: wait",
        "Dock is shut<br>Cause: night",
        "Pier is lost",
    )
    result = _read(document)
    (asked,) = result.problems
    assert asked.line == 3
    assert asked.what == (
        '"Cause" and "Action" stand before lines of messages as labels do, the first time in that'
        ' of "1001": what is behind may be no message.'
    )
    assert asked.do == (
        "If it is none, add --as-meant 3, which keeps it beside them. If it is a part of the"
        " messages all the same, add --as-read 3."
    )
    assert [(row.message, row.named) for row in _meant(document).rows] == [
        ("Dock is busy", {"cause": "a ship", "remedy": "wait"}),
        ("Dock is shut", {"cause": "night"}),
        ("Pier is lost", {}),
    ]
    kept = replies.applied(document, result, Replies(as_read=frozenset([3])))
    assert kept.is_whole
    assert kept.rows[1].message == "Dock is shut\nCause: night"


@pytest.mark.parametrize(
    "form",
    [
        "{}<br>原因：{}",  # noqa: RUF001
        "{}<br/>**Cause:** {}",
        "{}<br>**Cause**<br>{}",
        "{}<br>Cause:<br>{}",
        "{}<br>Cause - {}",
        "{}<br>Ursache: {}",
        "Message: {}<br>Cause: {}",
    ],
)
def test_forms(form: str) -> None:
    """So it is in other languages, whatever sets the label apart."""
    texts = {"Dock is busy": "a ship", "Dock is shut": "night", "Pier is lost": "a typo"}
    taken = _meant(_document(*(form.format(*one) for one in texts.items())))
    assert {row.message: row.named for row in taken.rows} == {
        text: {"cause": cause} for text, cause in texts.items()
    }


def test_without_a_sign() -> None:
    """A label whose bold letters alone set it apart is asked about; an example takes it out."""
    page = "".join(
        f"<tr><td>{code}</td><td>Dock {code} is busy<br><b>Cause</b> A ship</td></tr>\n"
        for code in CODES
    )
    head = "<tr><th>Code</th><th>Meaning</th></tr>"
    result = _read(Document("errors.html", f"<table>\n{head}\n{page}</table>\n"))
    (asked,) = result.problems
    assert asked.do == (
        'If it is none, show a code with its text: --such-as 1001 "Dock 1001 is busy". If it is a'
        " part of the messages all the same, add --as-read 3."
    )


@pytest.mark.parametrize(
    "texts",
    [
        ("Dock is busy<br>Try again: it may be free", "Dock is shut<br>at night", "Lost"),
        ("Dock is busy:<br>a ship lies there", "Dock is shut:<br>it is night", "At 12:00<br>shut"),
        ("Dock: is busy", "Dock: is shut", "Pier: is lost"),
        ("Busy<br>https://a.example/1", "Shut<br>https://a.example/2", "Lost<br>http://b.example"),
        ("Busy<br>(a ship)", "Shut<br>- at night", "Lost<br>Reason is unknown"),
        ("Busy, cause: a ship", "Shut", "Lost"),
    ],
)
def test_sound(texts: tuple[str, ...]) -> None:
    """Other lines behind breaks, and what is labelled within a line, are parts of a text."""
    assert _read(_document(*texts)).problems == ()


def test_labels_that_are_gone() -> None:
    """Labels that a later document has no more are given up, and what is named by them."""
    document = _document("Busy<br>Cause: a ship<br>Note: x", "Shut<br>Cause: night", "Lost")
    options = _meant(document).options
    assert options["tables"][0]["labels"] == ["Cause", "Note"]
    later = Document("errors.md", document.text.replace("<br>Note: x", ""))
    kept = account(later, options)
    assert kept.is_whole
    assert kept.options["tables"][0]["labels"] == ["Cause"]
    assert kept.options["tables"][0]["named"] == {"cause": "Cause"}
    plain = account(_document("Busy", "Shut", "Lost"), options)
    assert plain.is_whole
    assert plain.options["tables"][0].keys().isdisjoint({"labels", "named"})
