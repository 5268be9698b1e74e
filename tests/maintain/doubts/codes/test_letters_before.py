"""Letters and a space before each number, as in `E 101`: asked whether they are of the code."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

TEXTS = {"101": "Dock is busy", "102": "Gate is shut", "103": "Crane is broken"}


def _read(shape: str, letters: str, file: str) -> tuple[Document, sniff.Sniffed]:
    lines = (shape.format(letters, code, text) for code, text in TEXTS.items())
    document = Document(file, "".join(lines))
    found = sniff.sniff(document)
    assert found
    return document, found


@pytest.mark.parametrize("letters", ["E", "DOCK", "ORA", "W"])
@pytest.mark.parametrize(
    ("file", "shape"),
    [
        ("x.txt", "{} {} {}\n"),
        ("x.txt", "{} {}: {}\n"),
        ("x.txt", "{} {} - {}\n"),
        ("x.txt", "Alarm {} {} {}\n"),
        ("x.txt", "Code {} {}: {}\n"),
        ("x.md", "### Alarm {} {}: {}\n\n"),
        ("x.md", "- Alarm {} {}: {}\n"),
        ("x.md", "- {} {}: {}\n"),
        ("x.md", "- `{} {}` – {}\n"),  # noqa: RUF001
        ("x.md", "### {} {}\n\n{}\n\n"),
        ("x.md", "### {} {}: {}\n\n"),
        ("x.html", "<h3>{} {}</h3>\n<p>{}</p>\n"),
    ],
)
def test_asked(letters: str, file: str, shape: str) -> None:
    """One question names both readings, and each reply leads to the codes that it says."""
    document, found = _read(shape, letters, file)
    [problem] = found.reading.problems
    assert problem.what == (
        f'"{letters}" stands before "101" and all other codes, and is perhaps a part of them.'
    )
    assert f'--as-meant {problem.line}, which reads "{letters}101"' in problem.do
    given = frozenset({problem.line})
    numbers = replies.applied(document, found.reading, Replies(as_read=given))
    assert numbers.is_whole
    assert {row.code: row.message for row in numbers.rows} == TEXTS
    whole = replies.applied(document, found.reading, Replies(as_meant=given))
    assert whole.is_whole
    read = {row.code: row.message for row in whole.rows}
    assert read == {f"{letters}{code}": text for code, text in TEXTS.items()}
    assert whole.options["code_signs"] == {" ": ""}


@pytest.mark.parametrize(
    ("letters", "shape"),
    [
        ("Error", "{} {}: {}\n"),
        ("Err", "{} {}: {}\n"),
        ("Error", "{} #{} {}\n"),
        ("#", "{}{} {}\n"),
        ("№", "{} {}: {}\n"),
        ("Error", "{} №{}: {}\n"),
        ("Erreur n°", "{} {} : {}\n"),
        ("Nº", "{} {} - {}\n"),
        ("#", "- {}{}: {}\n"),
        ("#", "### {}{} {}\n\n"),
        ("Fehler-Nr.", "{} {} {}\n"),
        ("Fehler Nr.", "{} {}: {}\n"),
        ("Ошибка", "{} {}: {}\n"),
        ("No.", "{} {} {}\n"),
        ("HTTP", "{} {}: {}\n"),
        ("CODE", "{} {}: {}\n"),
        ("ERROR", "{} {} - {}\n"),
    ],
)
def test_words(letters: str, shape: str) -> None:
    """Words for errors, numbers and statuses are no part of a code, and nothing is asked."""
    _, found = _read(shape, letters, "x.md" if shape[0] in "-#" else "x.txt")
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == TEXTS


def test_a_row_that_goes_on() -> None:
    """Where no reader is known for the letters, the question says how one is written."""
    text = "E 101: Dock is busy, and\nfull of ships\nE 102: Gate is shut\nE 103: Crane is lost\n"
    found = sniff.sniff(Document("x.txt", text))
    assert found
    doubt = next(one for one in found.reading.problems if '"E" stands before' in one.what)
    assert "--as-meant" not in doubt.do
    assert 'whose group `code` begins with "E "' in doubt.do


def test_numbers_of_issues() -> None:
    """A sign before other numbers than the codes stands before no codes."""
    fixes = "".join(f"{{lead}}#{code} Mended {text}\n" for code, text in TEXTS.items())
    rows = "".join(f"{{lead}}40{code} {text}\n" for code, text in TEXTS.items())
    for lead, file in (("", "x.txt"), ("- ", "x.md")):
        found = sniff.sniff(Document(file, f"{rows}\n# Fixed\n\n{fixes}".replace("{lead}", lead)))
        assert found
        assert [row.code for row in found.reading.rows] == [f"40{code}" for code in TEXTS]
