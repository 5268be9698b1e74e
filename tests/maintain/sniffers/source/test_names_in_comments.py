"""A comment that begins with its constant's name has its text behind that, or below it."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

SAID = {"QUAY_BUSY": "The berth is taken.", "QUAY_NO_ROPE": "There is no rope on board."}
SAID |= {"QUAY_FOG": "The fog is too thick.", "QUAY_LATE": "The pilot has gone home."}
PARAGRAPHS = "/**\n * {0}:\n *\n * {1}\n */\n#define {0} {2}\n\n"
ONE_LINE = "/**\n * {0}: {1}\n */\n#define {0} {2}\n"
GO = "\t// {0}\n\t//\n\t// {1}\n\t{0} = {2}\n"


def _rows(name: str, text: str) -> list[tuple[str, str]]:
    found = sniff.sniff(Document(name, text))
    assert found
    assert found.reading.is_whole, [str(one) for one in found.reading.problems]
    return [(row.code, row.message) for row in found.reading.rows]


@pytest.mark.parametrize(
    ("name", "form", "outer"),
    [
        ("quay.h", PARAGRAPHS, "{}"),
        ("quay.h", ONE_LINE, "{}"),
        ("quay.h", "/** {0}: {1} */\n#define {0} {2}\n", "{}"),
        ("quay.go", GO, "package quay\n\nconst (\n{})\n"),
    ],
)
def test_a_name_before_the_text(name: str, form: str, outer: str) -> None:
    """The texts are read whole, and without the names."""
    entries = (form.format(*one, at) for at, one in enumerate(SAID.items(), start=101))
    assert _rows(name, outer.format("".join(entries))) == [
        (str(at), text) for at, text in enumerate(SAID.values(), start=101)
    ]


def test_texts_with_a_note() -> None:
    """A text in the first paragraph stays the text, and what stands below it a note."""
    form = "/**\n * {1}\n *\n * Seen at {0}.\n */\n#define {0} {2}\n\n"
    entries = (form.format(*one, at) for at, one in enumerate(SAID.items(), start=101))
    assert _rows("quay.h", "".join(entries)) == [
        (str(at), text) for at, text in enumerate(SAID.values(), start=101)
    ]


def test_other_names_before_texts() -> None:
    """What is not the constant's own name is a part of its text."""
    form = "/** PIER: {1} */\n#define {0} {2}\n"
    entries = (form.format(*one, at) for at, one in enumerate(SAID.items(), start=101))
    found = sniff.sniff(Document("quay.h", "".join(entries)))
    assert found
    assert found.reading.rows[0].message == "PIER: The berth is taken."


def test_texts_below_some_of_the_names() -> None:
    """Where one constant has its text in place of its name, that text is not lost."""
    entries = [PARAGRAPHS.format(*one, at) for at, one in enumerate(SAID.items(), start=101)]
    entries.append("/**\n * The crane is lost.\n */\n#define QUAY_CRANE 105\n")
    found = sniff.sniff(Document("quay.h", "".join(entries)))
    assert found
    rows = {row.code: row.message for row in found.reading.rows}
    assert [*rows.values()] == [*SAID.values(), "The crane is lost."]
