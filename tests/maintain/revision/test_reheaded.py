"""Headings of lists that are called otherwise in the next document: no code set is lost unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from macros.maintain.document import reading
from macros.maintain.revision import fit
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.revision.renamed import Known

API = {"501": "Dock is not built", "502": "Dock is busy", "503": "Dock is shut"}
HOOKS = {"501": "Hook is lost", "602": "Hook is slow", "604": "Hook is busy"}
LIST = {"code_set": "api", "pattern": "[0-9]{3}", "under": {"Hook errors": "hooks"}}
TABLE = {"columns": ["Code", "Text"], "code": "Code", "message": "Text", "pattern": "[0-9]{3}"}
TABLES = [{**TABLE, "code_set": "hooks", "under": "Hook errors"}, {**TABLE, "code_set": "api"}]
LINES = {"format": "text_lines", "separator": "space", **LIST}
HEADINGS = ["API errors", "Hook errors"]
# How each is read, what stands before a heading and behind it, before a list, and a row.
CASES: dict[str, tuple[dict[str, Any], str, str, str]] = {
    "bullets": ({"format": "bullets", **LIST}, "# {}\n\n", "", "- {}: {}\n"),
    "headings": (
        {"format": "headings", "message": "text", **LIST},
        "# {}\n\n",
        "",
        "## {}\n\n{}\n\n",
    ),
    "lines": ({**LINES, "headings": HEADINGS}, "{}\n\n", "", "{} {}\n"),
    "markdown": (
        {"format": "markdown", "tables": TABLES},
        "# {}\n\n",
        "| Code | Text |\n|---|---|\n",
        "| {} | {} |\n",
    ),
    "html_table": (
        {"format": "html_table", "tables": TABLES},
        "<h2>{}</h2>\n<table>",
        "<tr><th>Code</th><th>Text</th></tr>\n",
        "<tr><td>{}</td><td>{}</td></tr>\n",
    ),
}
KNOWN: Known = {
    name: {code: {text} for code, text in said.items()}
    for name, said in (("api", API), ("hooks", HOOKS))
}


def _document(name: str, heading: str, hooks: dict[str, str]) -> Document:
    _, above, head, row = CASES[name]
    end = "</table>\n" if name == "html_table" else "\n"
    parts = (
        above.format(title) + head + "".join(row.format(*pair) for pair in said.items()) + end
        for title, said in (("API errors", API), (heading, hooks))
    )
    return Document("a", "".join(parts))


def _sets(result: reading.Reading) -> list[tuple[str, str, str | None]]:
    return [(row.code_set, row.code, row.section) for row in result.rows]


@pytest.mark.parametrize("name", CASES)
def test_renamed(name: str) -> None:
    """The heading is known by what stands below it: each code keeps its set, and that is asked."""
    options = CASES[name][0]
    as_before = fit.fit(_document(name, "Hook errors", HOOKS), options, KNOWN)
    assert (as_before.same, as_before.doubts) == (True, ())
    found = fit.fit(_document(name, "Errors of webhooks", {**HOOKS, "605": "New"}), options, KNOWN)
    assert list(reading.unsaid(found.reading)) == []
    assert _sets(found.reading) == [
        *(("api", code, "API errors") for code in API),
        *(("hooks", code, "Errors of webhooks") for code in (*HOOKS, "605")),
    ]
    [doubt] = found.doubts
    assert doubt == (
        'a heading that was renamed? What stood under "Hook errors" is read below'
        ' "Errors of webhooks" now, as hooks.'
    )


@pytest.mark.parametrize("name", CASES)
def test_gone(name: str) -> None:
    """Where no list says what was said before, the code set is not dropped without a word."""
    others = {"701": "Crane is late", "702": "Crane is lost", "703": "Crane is gone"}
    found = fit.fit(_document(name, "Cranes", others), CASES[name][0], KNOWN)
    told = [*found.doubts, *(problem.what for problem in found.reading.problems)]
    assert any("under" in one for one in told)


def test_a_heading_that_is_ignored() -> None:
    """A line right above codes is ignored in the place of a heading that is gone: that is asked."""
    options = {**LINES, "under": {}, "headings": HEADINGS}
    hooks = {"601": "Hook is lost", "602": "Hook is slow"}
    document = _document("lines", "Errors of webhooks:", hooks)
    found = fit.fit(document, options, {"api": {code: {text} for code, text in API.items()}})
    assert found.reading.is_whole
    [doubt] = found.doubts
    assert doubt.startswith(
        'a heading that was renamed? No line is like "Hook errors" any more, and'
        ' "Errors of webhooks:" above the codes is ignored.'
    )
    right = {**found.reading.options, "headings": ["API errors", "Errors of webhooks:"]}
    del right["ignore"]
    assert reading.read(document, right).rows[-1].section == "Errors of webhooks:"


def test_no_heading_is_ignored() -> None:
    """A heading that is gone with its list, and a new line below all codes, are no question."""
    options = {**LINES, "under": {}, "headings": HEADINGS}
    text = _document("lines", "", {}).text + "Write to the harbour, and it will tell you more.\n"
    found = fit.fit(Document("a", text), options, KNOWN)
    assert found.reading.is_whole
    assert found.doubts == ()
