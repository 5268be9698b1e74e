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
    assert found.reading.is_whole


def _defined(*behind: str) -> Document:
    """Return a header in which each of the codes has its text and more behind it."""
    pairs = zip(TEXTS.items(), behind, strict=True)
    listed = (f"#define D{code} {code} {more.format(text)}\n" for (code, text), more in pairs)
    return Document("x.h", "".join(listed))


@pytest.mark.parametrize(
    ("behind", "note"),
    [
        ("/* {} */ /* since 2.0 */", "since 2.0"),
        ("/* {} */ // since 2.0", "since 2.0"),
        ("/**< {} */ /**< HTTP 409 */", "HTTP 409"),
        ("/*!< {} **/ /* see the guide */", "see the guide"),
        ("/* since 2.0 */ /* {} */", "since 2.0"),
        ("/* DOCK-17 */ // {}", "DOCK-17"),
    ],
)
def test_two_behind(behind: str, note: str) -> None:
    """Of two comments behind, the one that can be a text is the message, and the other a note."""
    found = _guess(_defined(behind, behind, behind))
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == TEXTS
    assert [row.named["note"] for row in found.reading.rows] == [note] * 3


@pytest.mark.parametrize("mark", ["//", "///<", "//!<", "/**< {} */", "/*!< {} */", "/* {} */"])
def test_one_behind(mark: str) -> None:
    """One comment behind is the message, whatever marks it has: nothing is asked."""
    behind = mark if "{}" in mark else f"{mark} {{}}"
    found = _guess(_defined(behind, behind, behind))
    assert found.reading.is_whole
    assert [(row.code, row.message, row.named.get("note")) for row in found.reading.rows] == [
        (code, text, None) for code, text in TEXTS.items()
    ]


def test_two_texts_behind() -> None:
    """Where both can be texts it is asked, and either way keeps the other one as a note."""
    document = _defined(*["/* {} */ /* Ask at the pier */"] * 3)
    found = _guess(document)
    [doubt] = found.reading.problems
    assert doubt.line == 1
    assert doubt.what == (
        '"The dock is busy." and "Ask at the pier" stand behind a constant, and either can be its'
        " message; the first one is (line 1-3)."
    )
    as_read = replies.applied(document, found.reading, Replies(as_read=frozenset({1})))
    assert as_read.is_whole
    assert {row.code: row.message for row in as_read.rows} == TEXTS
    assert [row.named["note"] for row in as_read.rows] == ["Ask at the pier"] * 3
    as_meant = replies.applied(document, found.reading, Replies(as_meant=frozenset({1})))
    assert as_meant.is_whole
    assert [row.message for row in as_meant.rows] == ["Ask at the pier"] * 3
    assert [row.named["note"] for row in as_meant.rows] == [*TEXTS.values()]


def test_some_with_two_behind() -> None:
    """Where a few have two texts behind them, these alone are asked about and turned."""
    document = _defined("/* {} */", "/* since 2.0 */ /* {} */", "/* {} */ /* HTTP 409 */")
    found = _guess(document)
    [doubt] = found.reading.problems
    assert doubt.line == 2
    assert '"since 2.0" and "The gate is shut." stand behind a constant' in doubt.what
    assert "(line 2)" in doubt.what
    as_meant = replies.applied(document, found.reading, Replies(as_meant=frozenset({2})))
    assert as_meant.is_whole
    assert {row.code: row.message for row in as_meant.rows} == TEXTS
    assert [row.columns.get("remark") for row in as_meant.rows] == [None, "since 2.0", "HTTP 409"]


def test_goes_on_behind() -> None:
    """A text behind goes on in lines below it with the mark of what stands behind."""
    lines = [f"  D{code} = {code}, //!< {text}\n" for code, text in TEXTS.items()]
    text = (
        f"enum dock {{\n{lines[0]}  //!< Wait for it.\n  //!< Or leave.\n{''.join(lines[1:])}}};\n"
    )
    found = _guess(Document("x.h", text))
    assert found.reading.is_whole
    assert [row.message for row in found.reading.rows] == [
        "The dock is busy. Wait for it. Or leave.",
        "The gate is shut.",
        "The crane is lost.",
    ]


@pytest.mark.parametrize("above", ["//! {}", "/*! {} */", "/*!\n   * {}\n   */", "#: {}"])
def test_documenting_above(above: str) -> None:
    """The marks of comments that document what is below them are no part of its text."""
    name = "x.py" if above.startswith("#") else "x.ts"
    found = _guess(_document(above, ("", "", ""), name))
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == TEXTS
