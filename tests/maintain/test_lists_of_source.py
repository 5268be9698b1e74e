"""Source code that is no text, and lists of it whose codes clash."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.document import reading
from macros.maintain.replies import Replies
from macros.readers.rows import Document

IN_BRACKETS = (
    "class DockError(Exception):\n    CODES = {\n"
    + "".join(f'        0x0503000{n}: "Dock {n} is busy",\n' for n in range(3))
    + "".join(
        f'        0x0800002{n}: ("Dock {n} can not be used "\n             "because of it"),\n'
        for n in range(4)
    )
    + "    }\n"
)
CLIENT = "".join(f'    0x0{n:x}000000: "The client is late by {n}",\n' for n in range(1, 16))
SERVER = "".join(f'    0x0{n}000000: "The server is late by {n}",\n' for n in range(1, 3))


def _read(text: str, name: str = "errors.py") -> tuple[Document, reading.Reading | None]:
    document = Document(name, text)
    found = sniff.sniff(document)
    return document, found.reading if found else None


def test_texts_in_brackets() -> None:
    """Strings over two lines in brackets are texts of source code, without its signs."""
    _, result = _read(IN_BRACKETS)
    assert result
    assert list(reading.unsaid(result)) == []
    assert result.rows[0].message == "Dock 0 is busy"
    assert result.rows[-1].message == "Dock 3 can not be used because of it"


@pytest.mark.parametrize("end", ["", " /* late */"])
def test_names_alone(end: str) -> None:
    """What a preprocessor reads is no text with a code in brackets."""
    text = "#define KX_FINE 0\n" + "".join(f"#define KX_BAD{n} (-{n}){end}\n" for n in range(1, 6))
    _, result = _read(text, "errors.h")
    assert not (result and any("#define" in row.message for row in result.rows))


def test_two_lists() -> None:
    """Codes with other texts in another list are asked about, and can be right all the same."""
    document, result = _read(f"client = {{\n{CLIENT}}}\n\nserver = {{\n{SERVER}}}\n")
    assert result
    (problem,) = result.problems
    assert problem.line == 2
    assert '"0x01000000" and "0x02000000" stand in each of "client" and "server"' in problem.what
    assert replies.applied(document, result, Replies(as_read=frozenset({2}))).is_whole


def test_two_lists_alike() -> None:
    """Lists with the same texts, or with other codes, are read without a question."""
    other = CLIENT.replace("0x0", "0x1")
    for more in (SERVER.replace("server", "client"), other):
        _, result = _read(f"client = {{\n{CLIENT}}}\n\nserver = {{\n{more}}}\n")
        assert result
        assert list(reading.unsaid(result)) == []


def test_macros_within_an_enum() -> None:
    """A macro at the margin does not cut an enum in two: all of its codes are read."""
    listed = [
        f"        /** The dock number {n} is late */\n        KX_ERR_{chr(70 + n)}X = {n},\n"
        for n in range(-3, 12)
    ]
    macro = "/** The old name */\n#define KX_OLD \\\n        KX_ERR_CX\n"
    modes = "".join(f"        /** Mode {n} */\n        KX_MODE_{n} = {n},\n" for n in range(3))
    text = f"enum kx_err {{\n{''.join(listed[:5])}{macro}{''.join(listed[5:])}}};\n"
    _, result = _read(f"{text}enum kx_mode {{\n{modes}}};\n", "errors.h")
    assert result
    assert [row.code for row in result.rows][:15] == [str(n) for n in range(-3, 12)]
