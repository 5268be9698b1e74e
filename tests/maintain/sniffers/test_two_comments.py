"""Constants with a comment above and one behind: the message, and what is asked."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

TEXTS = {"101": "The dock is busy.", "102": "The gate is shut.", "103": "The crane is lost."}


def _document(above: str, behind: tuple[str, str, str], name: str = "x.ts") -> Document:
    pairs = zip(TEXTS.items(), behind, strict=True)
    listed = "".join(
        f"  {above.format(text)}\n  D{code} = {code},{f' // {more}' if more else ''}\n"
        for (code, text), more in pairs
    )
    return Document(name, f"export enum DockError {{\n{listed}}}\n")


def _guess(document: Document) -> sniff.Sniffed:
    found = sniff.sniff(document)
    assert found
    return found


@pytest.mark.parametrize(
    "above", ["/** {} */", "/* {} */", "// {}", "/// <summary>{}</summary>", "/**\n   * {}\n   */"]
)
@pytest.mark.parametrize(
    "behind",
    [
        ("since 2.0", "since 2.1", "since 2.2"),
        ("HTTP 409", "HTTP 423", ""),
        ("DOCK-17", "see the guide", "v2"),
        ("deprecated", "", ""),
    ],
)
def test_notes_behind(above: str, behind: tuple[str, str, str]) -> None:
    """The comment above is the message, and what is noted behind is kept as that."""
    found = _guess(_document(above, behind))
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == TEXTS
    assert tuple(row.named.get("note", "") for row in found.reading.rows) == behind


def test_texts_behind() -> None:
    """Where both can be texts it is asked, and either way keeps the other one as a note."""
    behind = ("Another ship lies there", "Wait for the tide", "Call the smith")
    document = _document("// {}", behind)
    found = _guess(document)
    [doubt] = found.reading.problems
    assert doubt.line == 3
    assert doubt.what == (
        '"Another ship lies there" stands behind a constant with a comment above, and either can be'
        " its message; the one above is."
    )
    as_read = replies.applied(document, found.reading, Replies(as_read=frozenset({3})))
    assert as_read.is_whole
    assert {row.code: row.message for row in as_read.rows} == TEXTS
    assert tuple(row.named["note"] for row in as_read.rows) == behind
    as_meant = replies.applied(document, found.reading, Replies(as_meant=frozenset({3})))
    assert as_meant.is_whole
    assert tuple(row.message for row in as_meant.rows) == behind
    assert [row.named["note"] for row in as_meant.rows] == [*TEXTS.values()]


def test_fewer_above() -> None:
    """Where fewer constants have a comment above, it is said that these are passed over."""
    lines = [f"  D{code} = {code}, // {text}\n" for code, text in TEXTS.items()]
    text = f"  // the dock\n{lines[0]}  // the gate\n{lines[1]}{lines[2]}"
    found = _guess(Document("x.ts", f"export enum DockError {{\n{text}}}\n"))
    assert {row.code: row.message for row in found.reading.rows} == TEXTS
    [doubt] = found.reading.problems
    assert doubt.what == "comments stand above 2 of these constants, too, and are passed over."


def test_titles_above() -> None:
    """A title above several constants is no comment of each, and nothing is asked."""
    lines = [f"  D{code} = {code}, // {text}\n" for code, text in TEXTS.items()]
    found = _guess(Document("x.ts", f"export enum DockError {{\n  // Docks\n{''.join(lines)}}}\n"))
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == TEXTS


@pytest.mark.parametrize("above", ["// {}", "/* {} */", "/** {}: */"])
def test_numbers_above(above: str) -> None:
    """A comment above that is nothing but the number is no text: the one behind is the message."""
    pairs = [(above.format(code), code, text) for code, text in TEXTS.items()]
    listed = "".join(f"  {over}\n  D{code} = {code}, // {text}\n" for over, code, text in pairs)
    found = _guess(Document("x.ts", f"export enum DockError {{\n{listed}}}\n"))
    assert {row.code: row.message for row in found.reading.rows} == TEXTS
    assert [one.line for one in found.reading.problems] == [2, 4, 6]
    assert all("neither a code with its message" in one.what for one in found.reading.problems)
