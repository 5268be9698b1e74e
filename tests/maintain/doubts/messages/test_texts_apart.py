"""A text further below its code than those of others is asked about: it may be of the page."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

FAR = "The docks are listed elsewhere."
TEXTS = {
    "1001": "Dock is busy.",
    "1002": "Dock is shut.",
    "1003": "Pier is lost.",
    "1004": "No crane.",
}
FORMS = ["{}\n{}\n\n", "Error {}:\n{}\n\n", "[{}]\n{}\n\n", "{}\n{}\n", "{}:\n  {}\n\n"]


def _document(form: str, texts: dict[str, str]) -> Document:
    lines = "".join(form.format(*one) for one in texts.items())
    return Document("errors.txt", f"Error codes\n\n{lines}")


def _asked(document: Document) -> list[tuple[int, str, str]]:
    found = sniff.sniff(document)
    assert found
    problems = found.reading.problems
    return [(one.line, one.what, one.do) for one in problems if "below a blank line" in one.what]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("code", ["1001", "1002", "1004"])
def test_asked(form: str, code: str) -> None:
    """Either answer works: the code is listed without a text, or has that one."""
    texts = dict(TEXTS)
    texts[code] = f"\n{FAR}"
    document = _document(form, texts)
    ((line, what, do),) = _asked(document)
    assert what == (
        f'"{FAR}" is read as the text of "{code}", and stands below a blank line, where other'
        " codes have their texts right below them."
    )
    assert do == (
        f"If it is of the page, and the code has no text, add --as-meant {line}; if it is its text,"
        f" add --as-read {line}."
    )
    found = sniff.sniff(document)
    assert found
    meant = replies.applied(document, found.reading, Replies(as_meant=frozenset([line])))
    others = {one: text for one, text in texts.items() if one != code}
    assert {row.code: row.message for row in meant.rows} == others
    assert [one.code for one in meant.unreadable] == [code]
    kept = replies.applied(document, found.reading, Replies(as_read=frozenset([line])))
    assert {row.code: row.message for row in kept.rows} == {**others, code: FAR}


@pytest.mark.parametrize(
    ("form", "texts"),
    [
        ("{}\n\n{}\n\n", TEXTS),
        ("{}\n{}\n\n", TEXTS),
        ("{}\n{}\n\n", {"1001": "\nBusy.", "1002": "\nShut.", "1003": "Lost.", "1004": "Gone."}),
        (
            "Code: {}\n{}\n\n",
            {"1001": "Message: Busy", "1002": "\nMessage: Shut", "1003": "Message: Lost"},
        ),
        ("{}: {}\n\n", TEXTS),
    ],
)
def test_sound(form: str, texts: dict[str, str]) -> None:
    """Where all stand so, as many as not, or a label says what they are, nothing is asked."""
    assert _asked(_document(form, texts)) == []
