"""Pages as copies of websites have them: no blank lines, no fences, no pipe before a row."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

CODES = (
    "code | message |\n---|---|\n1001 | Dock is busy |\n1002 | Dock is gone |\n1003 | No crane |\n"
)


def _read(text: str) -> sniff.Sniffed:
    found = sniff.sniff(Document("errors.md", text))
    assert found
    return found


def _rows(found: sniff.Sniffed) -> list[tuple[str, str]]:
    return [(row.code, row.message) for row in found.reading.rows]


BERTHS = [("1001", "Dock is busy"), ("1002", "Dock is gone"), ("1003", "No crane")]


@pytest.mark.parametrize("below", ["Other things\n", "Other things\nmore of them\n", ""])
def test_text_right_below_a_table(below: str) -> None:
    """A line without pipes below rows that end with one is text, whatever table follows it."""
    more = CODES.replace("100", "200")
    found = _read(f"Codes\n{CODES}{below}{more}{below}")
    assert found.reading.is_whole
    assert _rows(found) == [*BERTHS, *((code.replace("1", "2", 1), text) for code, text in BERTHS)]


def test_text_between_rows() -> None:
    """A line without pipes is refused where rows of the same table go on below it."""
    found = _read(CODES.replace("1002 |", "berths\n1002 |"))
    [problem] = found.reading.problems
    assert (problem.line, "does not fit its table" in problem.what) == (4, True)
    assert _rows(found) == BERTHS


@pytest.mark.parametrize("line", ["1004", "A004"])
def test_a_code_alone_below_a_table(line: str) -> None:
    """A code alone may be what is left of a row: it is refused as a row is."""
    [problem] = _read(f"{CODES}{line}\n").reading.problems
    assert (problem.line, "does not fit its table" in problem.what) == (6, True)


def test_one_row_below_text() -> None:
    """A single row at the end, below a line without pipes, is not lost."""
    found = _read(f"{CODES}berths\n1004 | Rope is short |")
    assert [problem.line for problem in found.reading.problems] == [6]
    assert _rows(found) == [*BERTHS, ("1004", "Rope is short")]


def test_a_body_without_a_fence() -> None:
    """The lines of a body in JSON may name listed codes; one that names another code is refused."""
    body = '{\n"code": "1002",\n"status": 1001,\n"msg": "Dock is gone"\n}\n'
    assert _read(f"{CODES}Example\n{body}").reading.is_whole
    found = _read(f"{CODES}Example\n{body.replace('1001', '1009')}")
    assert [problem.line for problem in found.reading.problems] == [9]


PARAMETERS = (
    "Field | Possible values | Type |\n---|---|---|\nstate | sent | str |\nerror | what | dict |\n"
)


def test_parameters_with_values() -> None:
    """A table with a column of types is one of parameters, whatever else stands in it."""
    found = _read(f"{PARAMETERS}Codes\n{CODES}")
    assert found.reading.is_whole
    assert found.reading.options["other_tables"] == [["Field", "Possible values", "Type"]]


def test_words_as_codes_beside_a_type() -> None:
    """Below a heading that says "code" a column of types makes no table one of parameters."""
    words = PARAMETERS.replace("Field | Possible values", "Error code | Meaning")
    [problem] = _read(f"{words}Codes\n{CODES}").reading.problems
    assert problem.line == 1


BORDER = "+------+--------------+"
BOXED = "".join(f"| {code} | {text.ljust(12)} |\n" for code, text in BERTHS)
PAGES = {
    "errors.txt": ("", "".join(f"{code}: {text}\n" for code, text in BERTHS)),
    "drawn.txt": ("", f"{BORDER}\n| Code | Message      |\n{BORDER}\n{BOXED}{BORDER}\n"),
    "errors.html": (
        "<pre>{}</pre>",
        "<table><tr><th>Code</th><th>Message</th></tr>\n"
        + "".join(f"<tr><td>{code}</td><td>{text}</td></tr>\n" for code, text in BERTHS)
        + "</table>\n",
    ),
    "errors.rst": (
        "",
        ".. list-table::\n   :header-rows: 1\n\n   * - Code\n     - Message\n"
        + "".join(f"   * - {code}\n     - {text}\n" for code, text in BERTHS),
    ),
}


@pytest.mark.parametrize("file", PAGES)
@pytest.mark.parametrize(
    ("body", "is_known"),
    [
        ('{"code": "1002", "message": "Dock is gone"}', True),
        ('{"code": 1002, "message": "Not before 1530 hours", "data": null}', True),
        ('{"error": {"code": 1003, "message": "No crane"}}', True),
        ('{"code": 1009, "message": "No rope"}', False),
        ('{"code": 1002, "sub_code": 1009, "message": "No rope"}', False),
    ],
)
def test_a_body_in_one_line(file: str, body: str, is_known: bool) -> None:  # noqa: FBT001 - a case
    """In any format the body of an example names listed codes; one with another code is left."""
    form, text = PAGES[file]
    found = sniff.sniff(Document(file, f"Example:\n\n{form.replace('{}', body) or body}\n\n{text}"))
    assert found
    assert _rows(found) == BERTHS
    assert found.reading.is_whole == is_known
    assert {one.line for one in found.reading.problems} == (set() if is_known else {3})
