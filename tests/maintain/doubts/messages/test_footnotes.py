"""Marks of footnotes in messages: asked about, and left out as the question says."""

from __future__ import annotations

import json
import re

import pytest

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.maintain.document.doubt import Doubt
from macros.readers.rows import Document

MARKED = {
    "raised": ("Berth is taken\xb9", ""),
    "raised within": ("Taken\xb9 by a ship", ""),
    "dagger": ("Berth is taken †", ""),
    "asterisk": ("Berth is taken*", "* By another ship."),
    "two asterisks": ("Berth is taken**.", "** By another ship."),
    "brackets": ("Berth is taken [1]", "[1]: By another ship."),
    "parenthesis": ("Berth is taken (a)", "(a) By another ship."),
    "japanese": ("バースは使用中です※1", "※1 別の船です。"),
}
PLAIN = {
    "raised within": "Taken by a ship",
    "two asterisks": "Berth is taken.",
    "japanese": "バースは使用中です",
}


def _markdown(texts: list[str], note: str) -> str:
    rows = "".join(f"| 100{number} | {text} | Now |\n" for number, text in enumerate(texts))
    return f"| Code | Message | Since |\n|---|---|---|\n{rows}\n{note}\n"


def _html(texts: list[str], note: str) -> str:
    cells = [("Code", "Message", "Since")]
    cells += [(f"100{number}", text, "Now") for number, text in enumerate(texts)]
    rows = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>\n" for row in cells)
    return f"<table>\n{rows}</table>\n<p>{note}</p>\n"


@pytest.mark.parametrize("write", [_markdown, _html])
@pytest.mark.parametrize("name", MARKED)
def test_asked(name: str, write: object) -> None:
    """One question quotes the text; both ways on are whole, and one has the text without it."""
    assert callable(write)
    message, note = MARKED[name]
    document = Document("errors", write([message, "Crane is busy", "Harbour is shut"], note))
    found = sniff.sniff(document)
    assert found
    [doubt] = found.reading.problems
    assert doubt.what == f'"{message}" has what looks like a mark of footnotes.'
    assert doubt.line == found.reading.rows[0].line
    options = found.reading.options
    as_it_is = reading.read(document, options)
    assert as_it_is.is_whole
    assert as_it_is.rows[0].message == message
    said = re.search("write `rows: (.*)` in the reader", doubt.do)
    assert said
    without = reading.read(document, {**options, "rows": json.loads(said[1])})
    assert without.is_whole
    assert [row.message for row in without.rows] == [
        PLAIN.get(name, "Berth is taken"),
        "Crane is busy",
        "Harbour is shut",
    ]
    assert without.rows[0].columns == as_it_is.rows[0].columns


def test_many() -> None:
    """Of more rows than anybody would copy, some are said, and the lines of the others named."""
    texts = [f"Dock {'A' * number} is busy\xb9" for number in range(1, 23)]
    rows = "".join(f"| {1000 + number} | {text} |\n" for number, text in enumerate(texts))
    found = sniff.sniff(Document("errors", f"| Code | Message |\n|---|---|\n{rows}"))
    assert found
    [doubt] = found.reading.problems
    assert '"Dock AAA is busy\xb9" and 19 more have what look like marks' in doubt.what
    assert "further ones like these for the lines 23-24, in the reader below" in doubt.do


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Longer than 40 km\xb2", ""),
        ("Field ship is required*", ""),
        ("No such item [1]", "[2] is the second"),
        ("Too many ship(s)", "* By another ship."),
        ("Wait for 2 * 3 hours", "* By another ship."),
        ("Berth is taken*", "* * *"),
        ("x\xb2 is too large", ""),
    ],
)
def test_sound(text: str, note: str) -> None:
    """Units, brackets and asterisks that no line explains are part of a message."""
    found = sniff.sniff(Document("errors", _markdown([text, "Crane is busy", "Shut"], note)))
    assert found
    assert not [one for one in found.doubts if "footnotes" in one.what]
    assert found.reading.rows[0].message == text


def test_in_a_list() -> None:
    """An entry on one line is asked about, too; one with more below it cannot be said by hand."""
    texts = ["Berth is taken*", "Crane is busy", "Harbour is shut"]
    items = [f"- 100{at}: {text}\n" for at, text in enumerate(texts)]
    document = Document("errors.md", f"# Errors\n\n{''.join(items)}\n\\* By another ship.\n")
    found = sniff.sniff(document)
    assert found
    assert found.reading.options["format"] == "bullets"
    [doubt] = found.reading.problems
    assert isinstance(doubt, Doubt)
    mended = reading.read(document, {**found.reading.options, "rows": [*doubt.rows]})
    assert mended.is_whole
    assert [row.message for row in mended.rows] == ["Berth is taken", *texts[1:]]
    headings = [f"## 100{at} {text}\n\nWait.\n\n" for at, text in enumerate(texts)]
    found = sniff.sniff(Document("errors.md", f"{''.join(headings)}\\* By another ship.\n"))
    assert found
    assert found.reading.options["format"] == "headings"
    assert not [one for one in found.reading.problems if "footnotes" in one.what]
