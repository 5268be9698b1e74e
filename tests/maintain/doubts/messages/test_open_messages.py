"""Messages that go on below: a colon before a list, a second definition of a term."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.document import reading
from macros.maintain.document.doubt import Doubt
from macros.maintain.replies import Replies
from macros.readers.rows import Document

ITEMS = "- 1002: Pilot is lost\n- 1003: Gate is shut\n"
TERMS = "\n1002\n: Pilot is lost\n\n1003\n: Gate is shut\n"
HTML_ITEMS = "<li>1002: Pilot is lost</li>\n<li>1003: Gate is shut</li>\n</ul>\n"
HTML_TERMS = "<dt>1002</dt><dd>Pilot is lost</dd>\n<dt>1003</dt><dd>Gate is shut</dd>\n</dl>\n"
OPEN = {
    "a colon": (
        f"# Errors\n\n- 1001: Ask one of these:\n  - the owner\n  - the pilot\n{ITEMS}",
        "Ask one of these:\nthe owner\nthe pilot",
    ),
    "a small letter": (
        f"# Errors\n\n- 1001: Go and ask\n  - the owner\n  - the pilot\n{ITEMS}",
        "Go and ask\nthe owner\nthe pilot",
    ),
    "a colon in HTML": (
        f"<ul>\n<li>1001: Ask one of:<ul><li>Owner</li><li>Pilot</li></ul></li>\n{HTML_ITEMS}",
        "Ask one of:\nOwner\nPilot",
    ),
    "below headings": (
        (
            "# Errors\n\n## 1001: Ask one of:\n\n- Owner\n- Pilot\n\n## 1002: Pilot is lost\n\n"
            "Wait.\n\n## 1003: Gate is shut\n\nWait.\n"
        ),
        "Ask one of:\nOwner\nPilot",
    ),
    "two definitions": (
        f"# Errors\n\n1001\n: Dock is busy\n: Come again\n{TERMS}",
        "Dock is busy\nCome again",
    ),
    "two definitions in HTML": (
        f"<dl>\n<dt>1001</dt><dd>Dock is busy</dd><dd>Come again</dd>\n{HTML_TERMS}",
        "Dock is busy\nCome again",
    ),
}


def _read(text: str) -> tuple[Document, reading.Reading, list[Doubt]]:
    document = Document("errors", text)
    found = sniff.sniff(document)
    assert found
    asked = [one for one in found.reading.problems if isinstance(one, Doubt)]
    return document, found.reading, asked


@pytest.mark.parametrize("name", OPEN)
def test_goes_on(name: str) -> None:
    """Both ways on are whole: the message goes on below, or what stands there is kept beside it."""
    text, message = OPEN[name]
    document, result, [doubt] = _read(text)
    first, below = message.split("\n", 1)
    assert f'"{first}"' in doubt.what
    assert doubt.line == result.rows[0].line
    so = replies.applied(document, result, Replies(as_meant=frozenset({doubt.line})))
    assert so.is_whole
    assert [row.message for row in so.rows] == [message, "Pilot is lost", "Gate is shut"]
    assert so.options["goes_on_below"] == [first]
    assert "text" not in so.rows[0].columns
    as_read = replies.applied(document, result, Replies(as_read=frozenset({doubt.line})))
    assert as_read.is_whole
    assert as_read.rows[0].message == first
    assert as_read.rows[0].columns["text"] == below


@pytest.mark.parametrize(
    "text",
    [
        f"# Errors\n\n- 1001: Dock is busy\n  - Come again.\n{ITEMS}",
        f"# Errors\n\n- 1001: Dock is busy.\n  - try again\n{ITEMS}",
        f"# Errors\n\n1001\n: Dock is busy\n{TERMS}",
        "# Errors\n\n1001\n: Dock is busy\n: Come again\n" + TERMS.replace("t\n", "t\n: Wait\n"),
        f"<dl>\n<dt>1001</dt><dd><p>Dock is busy</p><p>Come again</p></dd>\n{HTML_TERMS}",
        f"<dl>\n<dt>1000</dt><dt>1001</dt><dd>Dock is busy</dd>\n{HTML_TERMS}",
    ],
)
def test_sound(text: str) -> None:
    """A sentence of its own below a whole one is not asked about, nor the form of most terms."""
    assert not [one for one in _read(text)[2] if one.more]


def test_of_no_use() -> None:
    """A message without a text below it does not go on there."""
    options = {"format": "bullets", "code_set": "api", "pattern": "[0-9]{4}"}
    document = Document("errors", f"# Errors\n\n{ITEMS}")
    result = reading.read(document, {**options, "goes_on_below": ["Gate is shut"]})
    assert [one.what for one in result.problems] == [
        'no message "Gate is shut" is here with a text below it.'
    ]
