"""Codes without a digit that are shown: no sentence beside them becomes one without a question."""

from __future__ import annotations

import pytest

from macros.maintain import by_example, replies
from macros.maintain.replies import Replies
from macros.maintain.sniffers.such_as.such_as_doubts import Example
from macros.readers.rows import Document

WORDS = "busy Dock is busy\nshut Gate is shut\nhot Crane is hot\n"
SMALL = "busy dock is busy\nshut gate is shut\nhot crane is hot\n"


def test_letters_need_a_sign_or_a_space() -> None:
    """The first letter of a word is no code where a space stands behind those that are."""
    text = "Notes on the dock\nA Dock is busy\nB Gate is shut\nCall the smith\n"
    found = by_example.sniffed(Document("f.txt", text), [Example("A", "Dock is busy")])
    assert {row.code: row.message for row in found.reading.rows} == {
        "A": "Dock is busy",
        "B": "Gate is shut",
    }
    assert {one.line for one in found.reading.problems} == {1, 4}


@pytest.mark.parametrize(
    ("text", "example", "line"),
    [
        (f"{WORDS}see also the guide\n", ("busy", "Dock is busy"), 4),
        (f"{WORDS}\nasked Every year anew\n", ("busy", "Dock is busy"), 5),
        (
            "busy\nDock is busy\nshut\nGate is shut\nsee\nalso the guide\n",
            ("busy", "Dock is busy"),
            5,
        ),
        ("A Dock is busy\nB Gate is shut\nA ship may wait\n", ("A", "Dock is busy"), 3),
    ],
    ids=["small letters", "apart", "below", "an article"],
)
def test_a_sentence(text: str, example: tuple[str, str], line: int) -> None:
    """A row that begins otherwise than what is shown, or stands alone, is asked about."""
    document = Document("f.txt", text)
    found = by_example.sniffed(document, [Example(*example)])
    assert [one.line for one in found.reading.problems if "as a code" in one.what] == [line]
    given = Replies(no_codes=frozenset({line}))
    result = replies.applied(document, found.reading, given)
    assert line not in {row.line for row in result.rows}
    assert result.is_whole


def test_texts_that_begin_as_sentences_go_on() -> None:
    """Where nothing tells words from codes, all of these are named once."""
    text = f"{SMALL}see also the guide\n"
    found = by_example.sniffed(Document("f.txt", text), [Example("busy", "dock is busy")])
    [asked] = found.reading.problems
    assert "shut, hot, see" in asked.what


@pytest.mark.parametrize(
    "text", [WORDS, "busy: dock is busy\nshut: gate is shut\n", WORDS.replace("\n", "\n\n")]
)
def test_words_that_are_told_apart(text: str) -> None:
    """Nothing is asked where a sign stands behind codes, or all texts begin as what is shown."""
    example = Example("busy", text.partition("\n")[0].removeprefix("busy").lstrip(": "))
    found = by_example.sniffed(Document("f.txt", text), [example])
    assert found.reading.is_whole
