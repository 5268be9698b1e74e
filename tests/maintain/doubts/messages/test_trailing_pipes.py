"""Pipes at the end of texts are asked about, and gone where somebody says so."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

TEXTS = {"10": "Dock is busy", "11": "Gate is shut", "12": "Crane is stuck", "13": "Ship is lost"}


@pytest.mark.parametrize(
    ("file", "form"),
    [
        ("errors.txt", "{} {}{}\n"),
        ("errors.txt", "{}: {}{}\n"),
        ("errors.txt", "{} = {}{}\n"),
        ("errors.txt", "{}\t{}{}\n"),
        ("errors.md", "- {}: {}{}\n"),
    ],
)
@pytest.mark.parametrize("pipes", [("10", "12"), tuple(TEXTS)])
def test_a_pipe_behind_a_text(file: str, form: str, pipes: tuple[str, ...]) -> None:
    """One question names all texts that end with a pipe; each is without it, or as it is."""
    rows = (form.format(code, text, " |" * (code in pipes)) for code, text in TEXTS.items())
    document = Document(file, f"Codes of the harbour\n\n{''.join(rows)}")
    found = sniff.sniff(document)
    assert found
    [asked] = found.reading.problems
    more = f", as {len(pipes) - 1} more do"
    assert asked.what == f'"Dock is busy |" ends with a pipe, as between columns{more}.'
    line = frozenset({asked.line})
    without = replies.applied(document, found.reading, Replies(as_meant=line))
    assert without.is_whole
    assert {row.code: row.message for row in without.rows} == TEXTS
    as_read = replies.applied(document, found.reading, Replies(as_read=line))
    assert as_read.is_whole
    assert [row.code for row in as_read.rows if row.message.endswith(" |")] == list(pipes)


@pytest.mark.parametrize("sign", ["\u00b6", " \u00b6", " #", " \u2197", " \U0001f517"])
@pytest.mark.parametrize("form", ["* {}: {}{}\n", "- {}: {}[{}](#here)\n"])
def test_marks_of_links(sign: str, form: str) -> None:
    """Of the mark behind what can be linked to the same is asked."""
    behind = sign if "[" not in form else sign.strip()
    form = form if sign == sign.strip() else form.replace("{}[", "{} [")
    rows = "".join(form.format(code, text, behind) for code, text in TEXTS.items())
    document = Document("errors.md", rows)
    found = sniff.sniff(document)
    assert found
    [asked] = found.reading.problems
    said = (
        f'"Dock is busy{sign}" ends with {sign.strip()}, as headings that can be linked to do, as 3'
        " more do."
    )
    assert asked.what == said
    without = replies.applied(document, found.reading, Replies(as_meant=frozenset({asked.line})))
    assert {row.code: row.message for row in without.rows} == TEXTS


def test_a_sign_of_one_text() -> None:
    """A number sign behind one text is a word of it."""
    rows = "".join(f"- {code}: {text}\n" for code, text in TEXTS.items())
    found = sniff.sniff(Document("errors.md", f"{rows}- 14: Unknown account #\n"))
    assert found
    assert found.reading.is_whole


def test_what_cannot_be_said_by_hand() -> None:
    """Of two lines that are written alike, the pipe has to be taken out of the file."""
    rows = "Gate\n\n10: Dock is busy |\n11: Dock is gone\n12: Dock is shut\n\nPier\n\n"
    document = Document("errors.txt", f"{rows}10: Dock is busy |\n")
    found = sniff.sniff(document)
    assert found
    [asked] = [one for one in found.reading.problems if "pipe" in one.what]
    assert "take it out of the file at the end of the lines 3, 9;" in asked.do


def test_a_table() -> None:
    """The pipes at the ends of the rows of a table are signs of it."""
    rows = "".join(f"| {code} | {text} |\n" for code, text in TEXTS.items())
    found = sniff.sniff(Document("errors.md", f"| Code | Text |\n|---|---|\n{rows}"))
    assert found
    assert found.reading.is_whole
