"""A name above a text that is read as the message is asked about; both are kept either way."""

from __future__ import annotations

import pytest

from macros.maintain import by_example, replies, sniff
from macros.maintain.replies import Replies
from macros.maintain.sniffers.such_as.such_as_doubts import Example
from macros.readers.rows import Document

TEXTS = ("The token is wrong.", "A ship is there.", "No such pier.", "It was stolen.")
HEADED = "## {} {}\n\n{}\n\n"


def _document(form: str, titles: str, ending: str = "md") -> Document:
    entries = zip(range(1001, 1005), titles.split(","), TEXTS, strict=True)
    return Document(f"errors.{ending}", "".join(form.format(*one) for one in entries))


@pytest.mark.parametrize(
    "titles",
    [
        "INVALID_TOKEN,DOCK_BUSY,Timeout,CRANE_LOST",
        "InvalidToken,Pier is unknown,PierUnknown,CraneLost",
        "token.invalid,dock.busy,Pier is unknown,crane.lost",
    ],
)
@pytest.mark.parametrize(
    ("form", "ending"),
    [
        (HEADED, "md"),
        ("<h3>{} {}</h3>\n<p>{}</p>\n", "html"),
        ("{}: {}\n{}\n\n", "txt"),
    ],
)
def test_asked(titles: str, form: str, ending: str) -> None:
    """Where not all titles are names, the message is the title, or what stands below it."""
    document = _document(form, titles, ending)
    found = sniff.sniff(document)
    assert found
    names = titles.split(",")
    assert [row.message for row in found.reading.rows] == names
    (asked,) = found.reading.problems
    assert asked.what == (
        f'"{names[0]}" is read as the message of "1001", and looks like its name;'
        ' "The token is wrong." stands below it, as do 2 more.'
    )
    assert asked.do == (
        f"If the texts are the messages where there are some, add --as-meant {asked.line}."
        f" If the names are, add --as-read {asked.line}."
    )
    given = Replies(as_meant=frozenset([asked.line]))
    meant = replies.applied(document, found.reading, given)
    assert meant.is_whole
    assert [row.message for row in meant.rows] == list(TEXTS)
    assert [row.columns["title"] for row in meant.rows] == names
    given = Replies(as_read=frozenset([asked.line]))
    assert replies.applied(document, found.reading, given).is_whole


def test_items() -> None:
    """Of items, one is shown with its text."""
    document = _document("- {}: {}\n\n  {}\n\n", "INVALID_TOKEN,DOCK_BUSY,PIER_LOST,CRANE_LOST")
    found = sniff.sniff(document)
    assert found
    (asked,) = found.reading.problems
    assert asked.do == (
        'If the texts are the messages, show one: --such-as 1001 "The token is wrong.". If the'
        " names are, add --as-read 1."
    )
    shown = by_example.sniffed(document, [Example("1001", TEXTS[0])])
    assert [row.message for row in shown.reading.rows] == list(TEXTS)


@pytest.mark.parametrize(
    ("form", "titles"),
    [
        (HEADED, "Token is invalid,Dock is busy,Pier is unknown,CRANE_LOST"),
        (HEADED, "Unauthorized,Busy,Unknown,Lost"),
        (HEADED, "Not found,Bad gateway,Timeout,Conflict"),
        (HEADED, "INVALID_TOKEN,DOCK_BUSY,PIER_LOST,CRANE_LOST"),
        (HEADED, "invalid-token,dock-busy,pier-lost,crane-lost"),
        (HEADED, "invalidToken,dockBusy,pierLost,craneLost"),
        ("- {}: {}\n", "INVALID_TOKEN,DOCK_BUSY,PIER_LOST,CRANE_LOST"),
        ("- {}: {}\n  - {}\n", "Token is invalid,Dock is busy,Pier is unknown,CRANE_LOST"),
    ],
)
def test_sound(form: str, titles: str) -> None:
    """Titles of words, names that are all names, and names alone are plain."""
    found = sniff.sniff(_document(form, titles))
    assert found
    assert found.reading.is_whole
