r"""Escapes of Markdown and entities, where lines are read as they are written: asked."""

from __future__ import annotations

import pytest

from macros.maintain import by_example, replies, sniff
from macros.maintain.replies import Replies
from macros.maintain.sniffers.such_as.such_as_doubts import Example
from macros.readers.rows import Document

LINES = {
    r"DOCK\_BUSY": (r"The dock is \*busy\*", "DOCK_BUSY", "The dock is *busy*"),
    r"SHIP\_LOST": ("The ship &amp; its crew", "SHIP_LOST", "The ship & its crew"),
    r"TIDE\_LOW": ("The tide isn&#39;t high", "TIDE_LOW", "The tide isn't high"),
}
SHOWN = {code: text for _, code, text in LINES.values()}


@pytest.mark.parametrize("code", LINES)
@pytest.mark.parametrize("as_shown", [True, False])
def test_what_a_page_shows(code: str, as_shown: bool) -> None:  # noqa: FBT001 - a case
    """An example is found as it is written and as it is shown, and both are read as shown."""
    written, plain, shown = LINES[code]
    example = Example(plain, shown) if as_shown else Example(code, written)
    bullets = "".join(f"- {one}: {text}\n" for one, (text, *_) in LINES.items())
    table = "".join(f"| {one} | {text} |\n" for one, (text, *_) in LINES.items())
    for text in (bullets, f"| Code | Text |\n|---|---|\n{table}"):
        found = by_example.sniffed(Document("errors.md", text), [example])
        assert found.reading.is_whole
        assert {row.code: row.message for row in found.reading.rows} == SHOWN


@pytest.mark.parametrize("code", LINES)
def test_as_it_is_written(code: str) -> None:
    """Where nothing but lines are known, it is asked, with what the page shows and all lines."""
    text = "".join(f"{one} — {written}\n" for one, (written, *_) in LINES.items())
    found = by_example.sniffed(Document("errors.md", text), [Example(code, LINES[code][0])])
    assert [row.code for row in found.reading.rows] == [*LINES]
    [doubt] = [one for one in found.reading.problems if "as it is written" in one.what]
    assert doubt.what == (
        '"DOCK\\_BUSY" is read as it is written (so are other texts, of lines 1-3), and the page'
        ' shows "DOCK_BUSY" for it.'
    )
    assert "copy what it shows into a file of text" in doubt.do
    copy = "".join(f"{one} — {text}\n" for one, text in SHOWN.items())
    of_copy = sniff.sniff(Document("errors.txt", copy))
    assert of_copy
    assert of_copy.reading.is_whole
    assert {row.code: row.message for row in of_copy.reading.rows} == SHOWN


def test_entities_of_xml() -> None:
    """In a shape that is shown by an example, entities are read as what they stand for."""
    texts = {"4001": "Dock &amp; gate", "4002": "Ship &lt; 5 m", "4003": "It isn&#39;t high"}
    lines = "".join(f"<e><c>{one}</c> says <t>{text}</t></e>\n" for one, text in texts.items())
    document = Document("errors.xml", lines)
    found = by_example.sniffed(document, [Example("4001", "Dock &amp; gate")])
    [doubt] = [one for one in found.reading.problems if "as it is written" in one.what]
    given = frozenset({doubt.line})
    others = frozenset(one.line for one in found.reading.problems) - given
    shown = replies.applied(document, found.reading, Replies(as_meant=given, as_read=others))
    assert shown.is_whole
    assert [row.message for row in shown.rows] == ["Dock & gate", "Ship < 5 m", "It isn't high"]
    written = replies.applied(document, found.reading, Replies(as_read=given | others))
    assert [row.message for row in written.rows] == [*texts.values()]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("x.txt", r"the dock &amp; \_gate"),
        ("x.md", "the ship_name & its crew; lost"),
        ("x.md", "a path C:/dock; 5 < 6 & 7"),
        ("x.md", r"the file C:\dock"),
        ("x.log", "the dock &lt;"),
    ],
)
def test_sound(file: str, text: str) -> None:
    """A text without marks, or in a file that no page is made of, is what it is."""
    lines = "".join(f"400{one} No. {one}, {text}\n" for one in range(1, 5))
    found = sniff.sniff(Document(file, lines))
    assert found
    assert not [one for one in found.reading.problems if "as it is written" in one.what]
    assert found.reading.rows[0].message == f"No. 1, {text}"
