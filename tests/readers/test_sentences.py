"""Sentences in which codes stand: those of the page's own rows say nothing new, others may."""

from __future__ import annotations

import pytest

from macros import readers
from macros.errors import Problem
from macros.maintain import sniff
from macros.maintain.document.reading import checked
from macros.readers.ledger import Account
from macros.readers.rows import Document

TABLE = (
    "| Code | Text |\n|---|---|\n| 0 | Docked |\n| 4001 | Dock is busy |\n| 4002 | Dock is gone |\n"
)
KIND = {
    "code_set": "api",
    "columns": ["Code", "Text"],
    "code": "Code",
    "message": "Text",
    "pattern": "0|[0-9]{4}",
}
OPTIONS = {"format": "markdown", "tables": [KIND], "prose": "skip"}


def _left(line: str, *, before: bool = True) -> list[str]:
    """Return the lines that are left over of a page with a line before or behind its table."""
    text = f"{line}\n\n{TABLE}" if before else f"{TABLE}\n{line}\n"
    taken = readers.take_in(Document("errors.md", text), checked(OPTIONS))
    number = 1 if before else TABLE.count("\n") + 2
    problems = [one for one in taken.results if isinstance(one, Problem)]
    assert (taken.accounts[number] is Account.REFUSED) == bool(problems)
    assert all(one.line == number for one in problems)
    return [one.what for one in problems]


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize(
    "line",
    [
        "If the harbour answers 4001, wait a while.",
        "Since 2025-11-02 it also sends **4002**.",
        "- 2025-11-02 新增返回码 4002。",
        "1. 返回 4001 时应该怎么办?",
        "When `code` is 0, all went well; see 4001 and 4002 below.",
        "Ships wait for 3600 seconds.",
        "The token lives 7200 秒 at most.",
        "Срок действия 7200 секунд.",
        "하루 3,000건까지 호출할 수 있습니다.",
        "© Harbour 2025, 1200 Quay",
        "Call us: +44 1632 960 0123 or 120-8100-0000.",
        "Updated on 14/05/2025.",
        "See 4001 if ships are slow.",
        "- TED: das 6h30 às 17h",
        "- Pix: 4000 horas",
    ],
)
def test_said_already(line: str, *, before: bool) -> None:
    """A sentence that names codes of the rows alone, or numbers of other things, is prose."""
    assert _left(line, before=before) == []


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize(
    "line",
    [
        "If the harbour answers 4009, wait a while.",
        "Codes 4001 to 4009 are those of docks.",
        "4001 Dock is closed, it seems",
        "**4001** is sent for docks",
        "The error 4001: Dock is closed",
        "The error (4001) - Dock is closed",
        "Dock 4001",
        "3600 seconds are over",
        "4001",
    ],
)
def test_perhaps_a_row(line: str, *, before: bool) -> None:
    """A sentence with a code that no row has, and a line that could be a row, are left over."""
    assert _left(line, before=before) == [
        f'"{line}" is neither a code with its message nor a heading without a code.'
    ]


def test_what_only_a_later_row_has() -> None:
    """A sentence before the table is known by a row that comes after it, and of no other number."""
    assert _left("Look at the list for 4002, please.") == []
    [told] = _left("Look at the list for 40021 and 4003, please.")
    assert told.startswith('"Look at the list for 40021')


def test_a_row_outside_of_the_list() -> None:
    """What begins as the rows of a list do is no sentence, though its code is listed."""
    options = {"format": "bullets", "code_set": "api", "pattern": "[0-9]{4}", "prose": "skip"}
    text = (
        "- Return code 4001: Dock is busy\n- Return code 4002: Dock is gone\n\n"
        "Return code 4001 Dock is odd\n"
    )
    taken = readers.take_in(
        Document("errors.md", text), checked({**options, "before": "Return code "})
    )
    [problem] = [one for one in taken.results if isinstance(one, Problem)]
    assert (problem.line, 'code: "4001"' in problem.do) == (4, True)


TABLES = {
    "e.md": ("## {}\n\n", "| Code | Text |\n|---|---|\n| {} | Busy |\n| {} | Gone |\n\n"),
    "e.html": (
        "<h2>{}</h2>\n",
        "<table>\n<tr><td>{}</td><td>Busy</td></tr>\n<tr><td>{}</td><td>Gone</td></tr>\n</table>\n",
    ),
}


@pytest.mark.parametrize("file", TABLES)
@pytest.mark.parametrize(
    ("headings", "is_left"),
    [
        (("Error codes 1", "Error codes 2"), False),
        (("Errors of part 3", "Errors of part 4"), False),
        (("Error codes 8", "Error codes 9"), True),
        (("Error code 1: Dock is lost", "Error code 2: Dock is old"), True),
        (("1 Docks", "2 Ships"), True),
    ],
)
def test_headings(file: str, headings: tuple[str, str], is_left: bool) -> None:  # noqa: FBT001
    """A heading with a listed code behind words is one; with a text of its own it is left over."""
    heading, table = TABLES[file]
    parts = zip(headings, ((1, 2), (3, 4)), strict=True)
    text = "".join(heading.format(one) + table.format(*codes) for one, codes in parts)
    found = sniff.sniff(Document(file, text))
    assert found
    assert [row.code for row in found.reading.rows] == ["1", "2", "3", "4"]
    told = [one.what.split('"')[1].lstrip("# ") for one in found.reading.problems]
    assert told == (list(headings) if is_left else [])
