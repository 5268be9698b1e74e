"""Documents are read once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros import readers
from macros.catalog import reading
from macros.errors import Problem
from macros.readers.rows import Document, Row
from macros.sources.reader_options import TextLinesOptions

if TYPE_CHECKING:
    import pytest

OPTIONS = TextLinesOptions(
    format="text_lines", code_set="api", pattern="[0-9]{3}", separator="space"
)


def test_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same text with the same options is read once, whatever the file is called."""
    calls: list[str] = []
    whole = readers.take_in

    def take_in(document: Document, options: TextLinesOptions) -> readers.Reading:
        calls.append(document.file)
        return whole(document, options)

    monkeypatch.setattr(readers, "take_in", take_in)
    reading.forget()
    text = "101 The dock is busy\n102 The dock is closed\n"
    first = reading.take_in(Document("here.txt", text), OPTIONS)
    again = reading.take_in(Document("data/orbit/there.txt", text), OPTIONS)
    assert calls == ["here.txt"]
    assert [(one.code, one.file) for one in again.results if isinstance(one, Row)] == [
        ("101", "data/orbit/there.txt"),
        ("102", "data/orbit/there.txt"),
    ]
    assert [one.file for one in first.results] == ["here.txt", "here.txt"]
    other = OPTIONS.model_copy(update={"ignore": ["102 .*"], "unreadable": ["102"]})
    hidden = reading.take_in(Document("c.txt", text), other)
    assert reading.take_in(Document("d.txt", text), other).unreadable[0].file == "d.txt"
    assert hidden.unreadable[0].file == "c.txt"
    assert calls == ["here.txt", "c.txt"]


def test_what_cannot_be_read_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal may be one for lack of time, so that it is not remembered."""
    calls: list[str] = []
    whole = readers.take_in

    def take_in(document: Document, options: TextLinesOptions) -> readers.Reading:
        calls.append(document.file)
        return whole(document, options)

    monkeypatch.setattr(readers, "take_in", take_in)
    reading.forget()
    for _ in range(2):
        taken = reading.take_in(Document("a.txt", "101 Busy\nnothing of a code\n"), OPTIONS)
        assert isinstance(taken.results[-1], Problem)
    assert calls == ["a.txt", "a.txt"]


def test_only_the_last_ones_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept does not grow for ever."""
    monkeypatch.setattr(reading, "_MOST", 3)
    reading.forget()
    for code in range(101, 111):
        reading.take_in(Document("a.txt", f"{code} Busy\n"), OPTIONS)
    assert reading.remembered() == 3
