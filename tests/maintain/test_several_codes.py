"""One heading, item or term for several codes: asked about, and read as the printed advice says."""

from __future__ import annotations

import json
import re

import pytest

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.readers.rows import Document

TEXTS = ("Dock is not built", "The dock does not answer", "Version not known", "Crane is late")
SHARED = TEXTS[1]


def _page(form: str, several: str, one: str = "{}") -> str:
    names = [one.format(501), several, one.format(505), one.format(506)]
    return "".join(form.format(*pair) for pair in zip(names, TEXTS, strict=True))


HEADING, ITEM, TERM = "### {}\n\n{}\n\n", "- {}: {}\n", "{}\n: {}\n\n"
IN_HTML = "<h3>{}</h3>\n<p>{}</p>\n"
TERM_IN_HTML = "<dt>{}</dt>\n<dd>{}</dd>\n"
CASES = {
    "and": ("a.md", _page(HEADING, "502 and 504")),
    "comma": ("a.md", _page(HEADING, "502, 504")),
    "slash": ("a.md", _page(HEADING, "502/504")),
    "words before": ("a.md", _page(HEADING, "Errors 502 and 504", "Error {}")),
    "HTML": ("a.html", _page(IN_HTML, "502 and 504")),
    "HTML, words before": ("a.html", _page(IN_HTML, "Errors 502 and 504", "Error {}")),
    "item": ("a.md", _page(ITEM, "502 or 504")),
    "marks": ("a.md", _page(ITEM, "`502`, `504`", "`{}`")),
    "item in HTML": ("a.html", "<ul>\n" + _page("<li>{}: {}</li>\n", "502, 504") + "</ul>"),
    "term": ("a.md", _page(TERM, "502, 504")),
    "term, slash": ("a.md", _page(TERM, "502 / 504")),
    "term in HTML": ("a.html", "<dl>\n" + _page(TERM_IN_HTML, "502, 504") + "</dl>"),
    "line": ("a.md", _page("{} :: {}\n", "502, 504")),
}


@pytest.mark.parametrize("name", CASES)
def test_several_codes(name: str) -> None:
    """No code is taken alone, and no text is ignored; with what is printed each code has it."""
    document = Document(*CASES[name])
    found = sniff.sniff(document)
    assert found
    assert [row.code for row in found.reading.rows] == ["501", "505", "506"]
    [problem] = found.reading.problems
    assert "502" in document.text.split("\n")[problem.line - 1]
    assert not any(re.fullmatch(one, SHARED) for one in found.reading.options.get("ignore", []))
    assert "`shares_text: true`" in problem.do
    more = {"shares_text": True}
    if before := re.search(r'`before: ("[^`]*")`', problem.do):
        more["before"] = json.loads(before[1])
    result = reading.read(document, {**found.reading.options, **more})
    assert list(reading.unsaid(result)) == []
    rows = [(row.code, row.message) for row in result.rows]
    codes, texts = ("501", "502", "504", "505", "506"), (TEXTS[0], SHARED, *TEXTS[1:])
    assert rows == list(zip(codes, texts, strict=True))
    assert len({row.line for row in result.rows}) == len(TEXTS)


@pytest.mark.parametrize("heading", ["Errors 502 and 504", "As error 502", "Since 504"])
def test_a_heading_that_lists_none(heading: str) -> None:
    """Where the heading has no code of its own, the printed pattern for it is all that it takes."""
    document = Document("a.md", _page(HEADING, heading))
    found = sniff.sniff(document)
    assert found
    [problem] = found.reading.problems
    pattern = re.search(r'add ("[^`]*") to `headings`', problem.do)
    assert pattern
    options = {**found.reading.options, "headings": [json.loads(pattern[1])]}
    [left] = reading.read(document, options).problems
    assert left.what.startswith(f'"{SHARED}" is neither a code')


@pytest.mark.parametrize(
    "text",
    [
        f"## Errors from 500 to 599\n\n{_page(HEADING, '502')}",
        f"## Server errors (500-599)\n\n{_page(HEADING, '502')}\n## Others\n",
        f"# Version 1.504 of 2026-05-04\n\n{_page(HEADING, '502')}",
        _page(ITEM, "502"),
        _page(TERM, "502"),
    ],
)
def test_sound(text: str) -> None:
    """A heading over codes that names a range of them, or something else, is not asked about."""
    found = sniff.sniff(Document("a.md", text))
    assert found
    assert list(reading.unsaid(found.reading)) == []
    assert [row.code for row in found.reading.rows] == ["501", "502", "505", "506"]


def test_an_end_that_is_unclear() -> None:
    """Where a text follows several codes without a sign, each is said by hand, as is printed."""
    lines = "## 501: Busy\n\n## 502, 504 No answer\n\n## 505: Gone\n"
    options = {"format": "headings", "message": "title", "code_set": "api", "pattern": "[0-9]{3}"}
    [problem] = reading.read(Document("a.md", lines), options).problems
    assert problem.line == 3
    said = re.findall(r'\{line: "(.*?)", code: "(.*?)", message: "…"\}', problem.do)
    rows = [{"line": line, "code": code, "message": "No answer"} for line, code in said]
    result = reading.read(Document("a.md", lines), {**options, "rows": rows})
    assert list(reading.unsaid(result)) == []
    assert [(row.code, row.message) for row in result.rows] == [
        *(("501", "Busy"), ("502", "No answer"), ("504", "No answer"), ("505", "Gone")),
    ]


def test_one_long_number() -> None:
    """A number with a comma in it is no list of codes."""
    options = {"format": "bullets", "code_set": "api", "pattern": "[0-9]+", "shares_text": True}
    result = reading.read(Document("a.md", "- 1,502: Dock is busy\n- 7: Gone\n"), options)
    assert [row.code for row in result.rows] == ["7"]
    assert [problem.line for problem in result.problems] == [1]
