"""Texts that a program fills with a number: which are asked about, and what the reply reads."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

SAID = ("dock is busy", "gate is shut", "crane is lost", "no tug is free")
TEXTS = {str(code): text for code, text in enumerate(SAID, start=101)}


def _read(name: str, entry: str) -> tuple[Document, sniff.Sniffed]:
    lines = [
        entry.replace("CODE", code).replace("TEXT", text).replace("NAME", f"Dock{text[:4].title()}")
        for code, text in TEXTS.items()
    ]
    document = Document(name, "\n".join(["package dock", "", *lines, ""]))
    found = sniff.sniff(document)
    assert found
    return document, found


@pytest.mark.parametrize(
    ("name", "entry", "form"),
    [
        ("x.go", 'var ErrNAME = fmt.Errorf("E%d: TEXT", CODE)', "E%d: TEXT"),
        ("x.go", 'var ErrNAME = fmt.Errorf("TEXT (%d)", CODE)', "TEXT (%d)"),
        ("x.go", 'var ErrNAME = fmt.Sprintf("E%04d: TEXT", CODE)', "E%04d: TEXT"),
        ("x.php", "$errNAME = sprintf('E%d: TEXT', CODE);", "E%d: TEXT"),
        ("x.java", 'String NAME = String.format("E%d: TEXT", CODE);', "E%d: TEXT"),
        ("x.rs", 'let NAME = format!("E{}: TEXT", CODE);', "E{}: TEXT"),
    ],
)
def test_filled(name: str, entry: str, form: str) -> None:
    """A text with the number of its entry in it is asked about; as it is read, it stays so."""
    document, found = _read(name, entry)
    [doubt] = found.reading.problems
    text = form.replace("TEXT", SAID[0])
    assert doubt.line == 3
    assert f'"{text}" is a form that the program fills with the number beside it (line 3-6)' in (
        doubt.what
    )
    said = replies.applied(document, found.reading, Replies(as_read=frozenset({3})))
    assert said.is_whole
    assert {row.code: row.message for row in said.rows} == {
        code: form.replace("TEXT", text) for code, text in TEXTS.items()
    }


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("x.java", 'NAME(CODE, "TEXT, %d tries are left"),'),
        ("x.go", 'var ErrNAME = New("TEXT at %s", CODE)'),
        ("x.go", 'var ErrNAME = Errorf(CODE, "TEXT at %s")'),
        ("x.go", 'var ErrNAME = fmt.Errorf("TEXT", CODE)'),
        ("x.py", "    CODE: 'TEXT of {0}',"),
        ("x.js", '  CODE: "TEXT: %s",'),
    ],
)
def test_near_misses(name: str, entry: str) -> None:
    """A text with a place for what is known later is asked about no more than any other."""
    _, found = _read(name, entry)
    assert {row.code for row in found.reading.rows} == {*TEXTS}
    assert found.reading.is_whole
