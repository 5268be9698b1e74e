"""Codes of one column that have another form than most, and rows that list none."""

from __future__ import annotations

import pytest

from macros.errors import ProblemsError
from macros.maintain import replies, sniff
from macros.maintain.document import reading
from macros.maintain.replies import Replies
from macros.readers.rows import Document

CODES = ("42601", "42602", "HV001", "HV002", "HV00B", "HV00C", "0100C", "XX002")


def _read(text: str, name: str = "errors.md") -> tuple[Document, reading.Reading]:
    document = Document(name, text)
    found = sniff.sniff(document)
    assert found
    return document, found.reading


def _table(*codes: str) -> str:
    rows = "".join(f"| {code} | Dock {code.lower()} is shut |\n" for code in codes)
    return f"# Errors\n\n| Code | Text |\n|---|---|\n{rows}"


def test_all_of_a_column() -> None:
    """A code that alone looks like none is one beside codes with its length and its signs."""
    _, result = _read(_table(*CODES))
    assert list(reading.unsaid(result)) == []
    assert tuple(row.code for row in result.rows) == CODES


def test_a_class_of_codes() -> None:
    """A row for all codes of a kind is refused, and answered by its line."""
    document, result = _read(_table("400 (BAD)", "404 (GONE)", "429 (MANY)", "5xx (SERVER)"))
    (problem,) = result.problems
    assert problem.line == 8
    assert "--no-codes 8" in "\n".join(replies.told(document, result))
    answered = replies.applied(document, result, Replies(no_codes=frozenset({8})))
    assert answered.is_whole
    assert [row.code for row in answered.rows] == ["400", "404", "429"]


ON_ONE_LINE = (
    "<table><tr><th>Prev</th><th>Next</th></tr></table>\n"
    "<table><tr><th>Code</th><th>Text</th></tr>"
    + "".join(f"<tr><td>400{n}</td><td>Dock {n} is busy</td></tr>" for n in range(1, 8))
    + "<tr><td>2024</td><td>Harbour Systems GmbH</td></tr>"
    + "</table><table><tr><th>Home</th><th>Up</th></tr></table>\n"
)


def test_several_questions_of_one_line() -> None:
    """What is doubted there can be right, and what is refused beside it list no codes."""
    document, result = _read(ON_ONE_LINE, "errors.html")
    told = "\n".join(replies.told(document, result))
    assert "--no-codes 1-2" in told
    assert "--as-read 2" in told
    given = Replies(no_codes=frozenset({1, 2}), as_read=frozenset({2}))
    answered = replies.applied(document, result, given)
    assert answered.is_whole
    assert answered.rows[-1].code == "2024"


def test_two_answers_to_one_question() -> None:
    """A line with one question has one answer."""
    page = ON_ONE_LINE.partition("</table><table>")[0] + "</table>\n"
    document, result = _read(page, "errors.html")
    both = Replies(no_codes=frozenset({2}), as_read=frozenset({2}))
    with pytest.raises(ProblemsError, match="line 2 is answered in two ways"):
        replies.applied(document, result, both)


def test_a_footer() -> None:
    """A table of one row without headings is asked about beside a table of codes."""
    rows = "".join(f"<tr><td>400{n}</td><td>Dock {n} is busy</td></tr>\n" for n in range(1, 5))
    page = f"<table><tr><th>Code</th><th>Text</th></tr>\n{rows}</table>\n"
    footer = "<table><tr><td>April 27, 2026</td><td>1.23.1</td></tr></table>\n"
    document, result = _read(page + footer, "errors.html")
    assert [row.code for row in result.rows] == ["4001", "4002", "4003", "4004"]
    assert [one.line for one in result.problems] == [7]
    answered = replies.applied(document, result, Replies(no_codes=frozenset({7})))
    assert answered.is_whole


def test_one_list_in_two_tables() -> None:
    """A code that means the same in two tables is said to repeat by its line."""
    head = "| Code | Text |\n|---|---|\n"
    rows = [f"| 400{n} | Dock {n} is {{}} |\n" for n in range(1, 5)]
    first, second = "".join(rows).format(*["busy"] * 4), "".join(rows).format(*["shut"] * 4)
    text = f"# Docks\n\n{head}{first}| 5001 | Gone |\n| 5002 | Lost |\n\n"
    document, result = _read(f"{text}{head}{second.splitlines(keepends=True)[0]}| 6001 | Old |\n")
    [line] = [one.line for one in result.problems if "read as one list" in one.what]
    assert f"means the same in both: --as-meant {line}" in "\n".join(replies.told(document, result))
    answered = replies.applied(document, result, Replies(as_meant=frozenset({line})))
    assert answered.is_whole
    assert answered.options["tables"][0]["repeats"] == "true"


def test_an_item_of_data() -> None:
    """An item whose key is no code is refused, and answered by its line."""
    items = "".join(f'    "400{n}": {{"message": "Dock {n} is busy"}},\n' for n in range(1, 5))
    text = f'{{\n  "names": {{\n    "gates": {{"busy": 1}}\n  }},\n  "errors": {{\n{items}'
    text += '    "4005": {"message": "Dock 5 is busy"}\n  }\n}\n'
    document, found = _read(text, "errors.json")
    result = reading.read(document, {**found.options, "path": "{}{}", "ignore": []})
    (problem,) = result.problems
    assert '"gates" does not match the pattern' in problem.what
    answered = replies.applied(document, result, Replies(no_codes=frozenset({problem.line})))
    assert answered.is_whole
    assert len(answered.rows) == 5
