"""Lines of text: where a code ends, and what may be a second one."""

from __future__ import annotations

import pytest

from macros.errors import Problem
from macros.readers import read, text_split
from macros.readers.rows import Document
from macros.sources.reader_options import TextLinesOptions

# line, pattern, separator -> the message, or what is wrong
LINES = [
    ("100 Dock is busy", "[0-9]{3}", "space", "Dock is busy"),
    ("100\tDock  is busy ", "[0-9]{3}", "space", "Dock is busy"),
    ("100Dock is busy", "[0-9]{3}", "none", "Dock is busy"),
    ("100 in 7 docks", "[0-9]{3}", "space", "in 7 docks"),
    ("100 in 12345 docks", "[0-9]{3}", "space", "in 12345 docks"),
    ("10 AN hour", "[A-Z]{2}|[0-9]{2}", "space", "AN hour"),
    ("10 In AN hour", "[A-Z]{2}|[0-9]{2}", "space", "In AN hour"),
    ("100 see 101", "[0-9]{3}", "space", "another code, 101, stands in its message"),
    ("100 see x101.", "[0-9]{3}", "space", "another code, 101, stands in its message"),
    ("100 101 Docks", "[0-9]{3}", "space", "a second code or a range seems to follow"),
    ("100 - 199 Docks", "[0-9]{3}", "space", "a second code or a range seems to follow"),
    ("100 - 199: Docks", "[0-9]{3}", "sign", "a second code or a range seems to follow"),
    ("10 - 18: Docks", "10|[0-9]", "sign", "a second code or a range seems to follow"),
    ("100: 100: Docks", "[0-9]{3}", "sign", "100: Docks"),
    ("100: 20: Docks", "[0-9]{3}", "sign", "20: Docks"),
    ("100: 200 docks: gone", "[0-9]{2}", "sign", "is neither a code"),
    ("1005 Docks", "[0-9]{3}", "none", "a digit follows the code"),
    ("100Docks", "[0-9]{2,3}", "none", "the end of a glued code is a guess"),
    ("100", "[0-9]{3}", "space", "the code has no message"),
    ("100 Dock\ufffe", "[0-9]{3}", "space", "has a control character"),
    ("A 1 Docks", "A 1|[0-9]", "none", 'the code "A 1" has white space'),
    ("Docks 100", "[0-9]{3}", "space", "is neither a code with its message nor"),
]


@pytest.mark.parametrize(("line", "pattern", "separator", "says"), LINES)
def test_line(line: str, pattern: str, separator: str, says: str) -> None:
    """A line is read where it is plain what its code is, and refused where that is a guess."""
    options = TextLinesOptions.model_validate(
        {"format": "text_lines", "code_set": "api", "pattern": pattern, "separator": separator}
    )
    (result,) = read(Document("a.txt", line), options)
    if isinstance(result, Problem):
        assert says in result.what
        assert result.line == 1
    else:
        assert result.message == says
        assert result.code == line[: len(result.code)]


@pytest.mark.parametrize("line", ["103", "103 -", "103:", "[103]", "103 ->", "103 ....", "103 — "])
def test_a_code_alone(line: str) -> None:
    """A code without a text can be listed as one, or quoted where it is none, and is no rest."""
    options = TextLinesOptions.model_validate(
        {"format": "text_lines", "code_set": "api", "pattern": "[0-9]{3}", "separator": "sign"}
    )
    document = Document("a.txt", f"101: Dock is busy\n102: Gate is shut\n{line}\n104: Storm")
    _, _, problem, _ = read(document, options)
    assert isinstance(problem, Problem)
    assert problem.line == 3
    assert problem.what == f'"{line.strip()}": the code has no message.'
    assert problem.ways.listed["unreadable"] == ("103",)
    assert problem.ways.none == {"prose": (line.strip(),)}
    assert not problem.ways.so


ADDRESSES = ["www.orbit.example", "https://orbit.example/x", "crew@orbit.example", "page 3 of 12"]


@pytest.mark.parametrize("end", [*ADDRESSES, "tel. 0800 555 123", "orbit.example"])
def test_the_end_of_a_page(end: str) -> None:
    """An address or the number of a page is the rest of a message where that says so alone."""
    options = TextLinesOptions.model_validate(
        {"format": "text_lines", "code_set": "api", "pattern": "E[0-9]", "separator": "space"}
    )
    _, problem = read(Document("a.txt", f"E1 Dock is busy\n   {end}"), options)
    assert isinstance(problem, Problem)
    assert "may go on with its message" in problem.what
    assert problem.ways.so == {"wrapped": (end,)}
    (row,) = read(Document("a.txt", f"E1 Dock is busy, see\n   {end}"), options)
    assert not isinstance(row, Problem)
    assert row.message == f"Dock is busy, see\n{end}"


def test_a_sentence_broken_before_a_code() -> None:
    """A line with other signs behind its code can be a row, or no code at all; both are said."""
    options = TextLinesOptions.model_validate(
        {"format": "text_lines", "code_set": "api", "pattern": "[0-9]{4}", "separator": "sign"}
    )
    line = "1006 (account unknown), see below."
    (result,) = read(Document("a.txt", line), options)
    assert isinstance(result, Problem)
    assert result.ways.rows == ((line, "1006"),)
    assert result.ways.none == {"prose": (line,)}


def test_a_range_with_other_signs() -> None:
    """A range is never said to list no code, be there words behind it."""
    options = TextLinesOptions.model_validate(
        {"format": "text_lines", "code_set": "api", "pattern": "[0-9]{3}", "separator": "sign"}
    )
    for line in ("101 ... 199", "101 ... 199 of the dock"):
        (result,) = read(Document("a.txt", line), options)
        assert isinstance(result, Problem)
        assert not result.ways.none


@pytest.mark.parametrize("line", ["{code}) {text}", "{code}. {text}"])
@pytest.mark.parametrize("code", ["0", "-2", "-17"])
def test_a_bracket_behind_a_short_code(line: str, code: str) -> None:
    """0 and what is below it have a bracket or full stop behind them, as longer codes have."""
    assert text_split.signed(line.format(code=code, text="Dock is busy")) == (code, "Dock is busy")


@pytest.mark.parametrize("code", ["1", "12", "2.1"])
def test_a_bracket_behind_the_number_of_a_chapter(code: str) -> None:
    """Other numbers as short as that are those of chapters."""
    assert text_split.signed(f"{code}) Codes") == ("", f"{code}) Codes")
