"""Keys with a code and a word for one of its texts."""

from __future__ import annotations

import json

import pytest

from macros.maintain import sniff
from macros.maintain.sniffers import choices
from macros.readers.rows import Document

TEXTS = ["Dock is busy", "Another ship lies there", "Gate is shut", "Wait for the tide"]


def _guess(keys: list[str], shape: str) -> sniff.Sniffed:
    lines = [shape.format(key, text) for key, text in zip(keys, TEXTS, strict=True)]
    name = "x.json" if shape[1] == '"' else "x.properties"
    text = f"{{{','.join(lines)}}}" if name == "x.json" else "\n".join(lines) + "\n"
    found = sniff.sniff(Document(name, text))
    assert found
    return found


@pytest.mark.parametrize("shape", ["{}={}", "{} = {}", '"{}" = "{}";', '\n"{}": "{}"'])
@pytest.mark.parametrize("form", ["dock.{}.{}", "north.dock.{}.{}", "{1}.{0}"])
@pytest.mark.parametrize("words", ["title detail", "message action", "text cause"])
def test_asked(shape: str, form: str, words: str) -> None:
    """It is asked whether they are texts of one code, and the code is named."""
    keys = [form.format(code, word) for code in (101, 102) for word in words.split()]
    found = _guess(keys, shape)
    assert [row.code for row in found.reading.rows] == keys
    [doubt] = found.reading.problems
    assert doubt.what == (
        f'"{keys[0]}" and "{keys[1]}" are perhaps the keys of two texts of the code "101", as'
        " others come in such pairs."
    )


def test_the_way_on() -> None:
    """A copy as the advice has it is read once it is said which text is the message."""
    found = _guess(["a.101.title", "a.101.detail", "a.102.title", "a.102.detail"], "{}={}")
    assert '{"101": {"title": "…", "detail": "…"}}' in found.reading.problems[0].do
    copy = {
        "101": {"title": TEXTS[0], "detail": TEXTS[1]},
        "102": {"title": TEXTS[2], "detail": TEXTS[3]},
        "103": {"title": "Crane is lost", "detail": "Call the smith"},
    }
    document = Document("x.json", json.dumps(copy))
    guess = sniff.sniff(document)
    assert guess
    read = choices.decided(document, guess, lambda _: "title").reading
    assert read.is_whole
    assert {row.code: row.message for row in read.rows} == {
        code: texts["title"] for code, texts in copy.items()
    }
    assert read.rows[0].named == {"note": TEXTS[1]}


@pytest.mark.parametrize(
    "keys",
    [
        ["dock.101", "dock.102", "crane.101", "crane.102"],
        ["dock.101.title", "dock.102.title", "dock.103.detail", "dock.104.detail"],
    ],
)
def test_not_asked(keys: list[str]) -> None:
    """Numbers of several modules are codes, as are keys that come once each."""
    found = _guess(keys, "{}={}")
    assert found.reading.is_whole
    assert [row.code for row in found.reading.rows] == keys
