"""Codes that look like none known here: asked about where a heading says "code", never lost."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.readers.rows import Document

TEXTS = ("Berth is taken", "Berth is not known", "Crane is busy", "Ship is late")


def _table(codes: list[str], heading: str, sign: str) -> Document:
    rows = [(heading, "message"), *zip(codes, TEXTS, strict=True)]
    return Document("errors", "".join(f"{sign.join(row)}\n" for row in rows))


@pytest.mark.parametrize("sign", ["\t", ","])
@pytest.mark.parametrize(
    "codes",
    [
        ["10-dash", "11-dash", "12-dash", "13-dash"],
        ["10-dash", "11-star", "E12", "13-dash"],
        ["10\u20131", "10\u20132", "10\u20133", "10\u20134"],
        ["#1/a", "#2/b", "#3/c", "#4/d"],
    ],
)
@pytest.mark.parametrize("heading", ["code", "Error code", "错误码"])
def test_asked(codes: list[str], sign: str, heading: str) -> None:
    """All rows are read, one question quotes the codes, and the printed reader reads them."""
    document = _table(codes, heading, sign)
    found = sniff.sniff(document)
    assert found
    [doubt] = found.reading.problems
    named = f'"{codes[0]}", "{codes[1]}" and "{codes[2]}"'
    assert doubt.what == f'{named} stand below "{heading}", and look like no codes.'
    result = reading.read(document, found.reading.options)
    assert result.is_whole
    assert [(row.code, row.message) for row in result.rows] == list(zip(codes, TEXTS, strict=True))


@pytest.mark.parametrize(
    "codes",
    [
        ["10-dash", "10-dash", "11-dash", "12-dash"],
        ["the 1st", "the 2nd", "the 3rd", "the 4th"],
        ["busy-a", "busy-b", "busy-c", "busy-d"],
    ],
)
def test_what_is_no_code(codes: list[str]) -> None:
    """What comes again, has spaces or no digits is no code, whatever the heading says."""
    found = sniff.sniff(_table(codes, "code", "\t"))
    doubts = found.doubts if found else ()
    assert not [one for one in doubts if "look like no codes" in one.what]


@pytest.mark.parametrize(
    "codes",
    [
        ["Dock.Busy", "Dock.Gone", "InvalidTide", "InvalidTide.TooLow"],
        ["dock-busy", "dock-gone", "tide-low", "crane-stuck"],
        ["Docks/Busy", "Docks/Gone", "Tides/Low", "Cranes/Stuck"],
    ],
)
def test_joined_words(codes: list[str]) -> None:
    """Words that are joined and stand below "Code", before sentences, are asked about."""
    rows = "".join(
        f"| {code} | {text} at this time |\n" for code, text in zip(codes, TEXTS, strict=True)
    )
    document = Document("errors.md", f"# Errors\n\n| Code | Text |\n|---|---|\n{rows}")
    found = sniff.sniff(document)
    assert found
    [doubt] = found.reading.problems
    assert doubt.what.endswith('stand below "Code", and look like no codes.')
    result = reading.read(document, found.reading.options)
    assert result.is_whole
    assert [row.code for row in result.rows] == codes


def test_camel_case_beside_a_word() -> None:
    """A word among codes in camel case is read, and no heading is taken for a code."""
    rows = "".join(
        f"| {code} | 409 | {text} |\n"
        for code, text in zip(["DockBusy", "DockGone", "TideLow", "Forbidden"], TEXTS, strict=True)
    )
    text = f"# Errors\n\n| Error code | HTTP status | Text |\n|---|---|---|\n{rows}"
    found = sniff.sniff(Document("errors.md", text))
    assert found
    assert found.reading.is_whole
    assert [row.code for row in found.reading.rows][-1] == "Forbidden"


@pytest.mark.parametrize("title", ["", "Error codes\n\n"])
def test_rows_with_a_tab_are_no_headings(title: str) -> None:
    """Of lines with tabs, those whose code has another shape are left over, and none is lost."""
    lines = [f"1{number}-dash\tBerth {number} is taken" for number in range(3)]
    lines += [f"2{number}\tCrane {number} is busy" for number in range(4)]
    found = sniff.sniff(Document("errors", title + "".join(f"{line}\n" for line in lines)))
    assert found
    assert [row.code for row in found.reading.rows] == ["20", "21", "22", "23"]
    first = title.count("\n") + 1
    left = {problem.line for problem in found.reading.problems}
    assert {first, first + 1, first + 2} <= left
    assert "Berth" not in str(found.reading.options)


def test_codes_among_other_things() -> None:
    """Below "Code", a few codes make a column one of codes; each other cell is refused alone."""
    cells = ["1000", "1001, 1002", "1400", "1500", "1010-1019", "11xx", "1200+", "Other", "*"]
    rows = "".join(f"| {cell} | Text of {at} |\n" for at, cell in enumerate(cells))
    found = sniff.sniff(Document("errors.md", f"| Code | Meaning |\n|---|---|\n{rows}"))
    assert found
    codes = [row.code for row in found.reading.rows]
    assert codes == ["1000", "1001", "1002", "1400", "1500", "1010-1019"]
    assert [one.line for one in found.reading.problems] == [8, 9, 10, 11]
