"""Messages that are whole bodies in JSON are asked about, with what reads the text in them."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.doubts.messages import strange_texts
from macros.maintain.replies import Replies
from macros.readers.rows import Document

TEXTS = {"DOCK_BUSY": "The dock is busy.", "DOCK_GONE": "No dock is here.", "NO_PILOT": "No pilot."}


def _page(**others: str) -> Document:
    bodies = {code: (others.get(code, code), text) for code, text in TEXTS.items()}
    blocks = (
        f'{code}\n\n{{"error":{{"name":"{name}","message":"{text}"}}}}\n'
        for code, (name, text) in bodies.items()
    )
    return Document("errors.txt", "Kinds of errors\n\n" + "\n".join(blocks))


def _meant(document: Document, line: int) -> dict[str, str]:
    found = sniff.sniff(document)
    assert found
    assert not found.reading.is_whole
    kept = replies.applied(document, found.reading, Replies(as_meant=frozenset({line})))
    assert kept.is_whole
    return {row.code: row.message for row in kept.rows}


def test_the_text_alone() -> None:
    """Of a body below each code, the text that it has under "message" can be taken alone."""
    assert _meant(_page(), 3) == TEXTS


def test_another_code_in_the_body() -> None:
    """Where a body has another code than the line above it, its own is what the API sends."""
    said = _meant(_page(DOCK_GONE="DOCK_LOST"), 3)
    assert said == {"DOCK_BUSY": TEXTS["DOCK_BUSY"], "DOCK_LOST": TEXTS["DOCK_GONE"]} | {
        "NO_PILOT": TEXTS["NO_PILOT"]
    }


def test_escapes() -> None:
    """An escape within the text is none of it."""
    text = "".join(f'{code}\n{{"msg": "No \\"A\\"", "left": 2}}\n\n' for code in (4001, 4002, 4003))
    assert _meant(Document("errors.txt", f"Codes\n\n{text}"), 3)["4001"] == 'No "A"'


def test_more_below_the_body() -> None:
    """Where more stands below the bodies, nothing is offered that would pass over it."""
    page = _page()
    document = Document(page.file, page.text.replace("}}\n", "}}\n\nAsk the pilot.\n"))
    found = sniff.sniff(document)
    assert found
    [doubt] = strange_texts.whole_bodies(document, found.reading)
    assert doubt.change is None
    assert "`format: pattern`" in doubt.do


def test_a_cell() -> None:
    """In a table, another column has to be chosen, or the whole body be meant."""
    body = '{"message": "The dock is busy"}'
    rows = "".join(f"| {code} | {body} |\n" for code in (4001, 4002, 4003))
    document = Document("errors.md", f"# Errors\n\n| Code | Body |\n|---|---|\n{rows}")
    found = sniff.sniff(document)
    assert found
    [doubt] = strange_texts.whole_bodies(document, found.reading)
    assert (doubt.line, doubt.change) == (5, None)
    assert doubt.what == (
        f'"{body}" is a whole body in JSON, as are 2 more messages, of which a text is the message.'
    )
    assert "choose another `message`" in doubt.do


@pytest.mark.parametrize("text", ["{dock} is busy", "{} has no pilot"])
def test_braces(text: str) -> None:
    """A message that has a place for a value is none."""
    document = Document("errors.txt", "".join(f"{code} {text}\n" for code in range(4001, 4006)))
    found = sniff.sniff(document)
    assert found
    assert list(strange_texts.whole_bodies(document, found.reading)) == []


def test_objects_of_a_program() -> None:
    """Objects, whose keys stand in another order in one of them, are no messages of their keys."""
    objects = (
        "  DOCK_BUSY: { code: 101, message: 'Dock is busy' },\n"
        "  GATE_SHUT: { code: 102, message: 'Gate is shut' },\n"
        "  SHIP_LONG: { message: 'Ship is too long', code: 103 },\n"
    )
    found = sniff.sniff(Document("errors.ts", f"export const ERRORS = {{\n{objects}}};\n"))
    assert found
    [asked] = found.reading.problems
    said = "{ code: 101, message: 'Dock is busy' },"
    more = "as are 2 more messages, of which a text is the message."
    assert (asked.line, asked.what) == (2, f'"{said}" is an object of a program, {more}')
