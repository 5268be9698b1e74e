"""Lines that `ignore` has patterns for: in every format, a code in one is declared or refused."""

from __future__ import annotations

import json
import re
from typing import Any, get_args, get_type_hints

import pytest

from macros.maintain.document import reading
from macros.readers.rows import Document
from macros.sources.reader_options import FORMATS

TABLE = {
    "code_set": "api",
    "columns": ["Code", "Meaning"],
    "code": "Code",
    "message": "Meaning",
    "pattern": "[0-9]{3}",
}
LIST = {"code_set": "api", "pattern": "[0-9]{3}"}
TREE = {**LIST, "path": "errors[]", "code": ["code"], "message": "text"}
BOX = "+------+------+\n| Code | Meaning |\n+------+------+\n| 502  | Busy |\n{}+------+------+\n"
RST = "====  =======\nCode  Meaning\n====  =======\n502   Busy\n{}====  =======\n{}"
HTML = (
    "<table><tr><th>Code</th><th>Meaning</th></tr>\n<tr><td>502</td><td>Busy</td></tr>\n{}</table>"
)
PIPES = "| Code | Meaning |\n|---|---|\n| 502 | Busy |\n{}"
TEXT = {"format": "text_lines", **LIST}
COLUMNS = {**TEXT, "columns": ["Code", "Meaning"], "code": "Code", "message": "Meaning"}
HEADINGS = {"format": "headings", "message": ["title", "text"], **LIST}
BULLETS = {"format": "bullets", **LIST}
KEYS = {"format": "pattern", "lines": 2, **LIST}
ENTRY = {**KEYS, "entry": r'\[errors\.E(?P<code>[0-9]+)\]\ntext = "(?P<message>[^"]*)"'}
NAMES = {
    **KEYS,
    "constants": r"(?P<name>\w+) = (?P<code>[0-9]+)",
    "entry": r'(?P<name>\w+): "(?P<message>[^"]*)"',
}
# A document in which 504 stands, how it is read, and the line as `ignore` sees it.
CASES: dict[str, tuple[dict[str, Any], str, str]] = {
    "row": ({"format": "markdown", "tables": [TABLE]}, PIPES.format("| 504 | |"), "504 | "),
    "cell behind": (
        {"format": "markdown", "tables": [TABLE]},
        PIPES.format("| Gone | 504 |"),
        "Gone | 504",
    ),
    "sentence": (
        {"format": "markdown", "tables": [TABLE]},
        PIPES.format("\nThe dock sends 504, too."),
        "The dock sends 504, too.",
    ),
    "row in HTML": (
        {"format": "html_table", "tables": [TABLE]},
        HTML.format("<tr><td>504</td><td></td></tr>"),
        "504 | ",
    ),
    "paragraph in HTML": (
        {"format": "html_table", "tables": [TABLE]},
        HTML.format("") + "\n<p>504: see below</p>",
        "504: see below",
    ),
    "row in rst": (
        {"format": "rst", "tables": [TABLE]},
        RST.format("504   \\\n", ""),
        "504 | ",
    ),
    "paragraph in rst": (
        {"format": "rst", "tables": [TABLE]},
        RST.format("", "\nOf 504 nobody knows.\n"),
        "Of 504 nobody knows.",
    ),
    "row in a box": (
        {"format": "box_table", "tables": [TABLE]},
        BOX.format("| 504  |      |\n"),
        "504 | ",
    ),
    "row of a stack": (
        {"format": "stacked", "tables": [TABLE]},
        "Code\nMeaning\n502\nBusy\n504\n",
        "504",
    ),
    "row of csv": ({"format": "csv", "tables": [TABLE]}, "Code,Meaning\n502,Busy\n504,", "504 | "),
    "word before": (
        {"format": "csv", "tables": [TABLE]},
        "Code,Meaning\n502,Busy\nError 504,x",
        "Error 504 | x",
    ),
    "line": ({**TEXT, "separator": "space"}, "502 Busy\n504\n", "504"),
    "line with words": ({**TEXT, "separator": "space"}, "502 Busy\nNow 504 Gone", "Now 504 Gone"),
    "line with a sign": ({**TEXT, "separator": "sign"}, "502: Busy\n504 Gone", "504 Gone"),
    "columns": ({**COLUMNS, "separator": "tab"}, "502\tBusy\nNo. 504\tx", "No. 504 x"),
    "heading": (HEADINGS, "## 502: Busy\n\n## 504\n", "## 504"),
    "other heading": (HEADINGS, "## 502: Busy\n\n# As 504\n", "# As 504"),
    "below a heading": (HEADINGS, "## 502\n\nBusy\n\nNow 504.\n", "Now 504."),
    "term": (
        {**HEADINGS, "markup": "html"},
        "<dl>\n<dt>502</dt>\n<dd>Busy</dd>\n<dt>504</dt>\n</dl>",
        "504",
    ),
    "item": (BULLETS, "- 502: Busy\n- 504\n", "- 504"),
    "heading over items": (BULLETS, "## As 504\n\n- 502: Busy\n", "## As 504"),
    "item in HTML": (
        {**BULLETS, "markup": "html"},
        "<ul>\n<li>502: Busy</li>\n<li>504</li>\n</ul>",
        "504",
    ),
    "code above nothing": (BULLETS, "502 :: Busy\n\n504\n", "504"),
    "value": (
        {"format": "json", **TREE},
        '{"errors": [{"code": 502, "text": "Busy"}, {"code": 504}]}',
        "errors[1]: 504",
    ),
    "key": (
        {"format": "json", **TREE},
        '{"errors": [{"code": 502, "text": "Busy"}], "504": "x"}',
        "504: x",
    ),
    "text beside": (
        {"format": "yaml", **TREE},
        "errors:\n  - {code: 502, text: Busy}\nnote: as 504\n",
        "note: as 504",
    ),
    "what the path misses": (
        {"format": "yaml", **TREE, "path": "docks[].errors[]"},
        "docks:\n  - errors: [{code: 502, text: Busy}]\n  - errors: {a: {code: 504, text: Gone}}\n",
        "docks[1].errors: ",
    ),
    "table of TOML": (
        ENTRY,
        '[errors.E502]\ntext = "Busy"\n\n[errors.E504]\n',
        "[errors.E504]",
    ),
    "constant": (NAMES, 'BUSY = 502\nGONE = 504\nBUSY: "Busy"\n', "GONE = 504"),
}


def _read(name: str, **more: Any) -> reading.Reading:  # noqa: ANN401 - of any format
    options, text, line = CASES[name]
    pattern = re.sub(r"([\[\]|.])", r"[\1]", line).replace("[[]", r"\[").replace("[]]", r"\]")
    options = {**options, "ignore": [pattern], **more}
    return reading.read(Document("a", text), options)


@pytest.mark.parametrize("name", CASES)
def test_not_declared(name: str) -> None:
    """A pattern that hides a code is refused: the problem names its line, the code, each way on."""
    _, text, line = CASES[name]
    result = _read(name)
    assert [row.code for row in result.rows] == ["502"]
    [problem] = result.problems
    assert problem.what == f'`ignore` has a pattern for "{line}", which lists the code "504".'
    assert "504" in text.split("\n")[problem.line - 1]
    assert f'{{line: {json.dumps(line)}, code: "504", message: "…"}}' in problem.do
    assert (
        'add "504" to `unreadable`; if it lists no code, quote the line under `prose`' in problem.do
    )


@pytest.mark.parametrize("name", CASES)
def test_declared(name: str) -> None:
    """As the problem says: declared `unreadable`, the document is read, and the code is listed."""
    result = _read(name, unreadable=["504"])
    assert list(reading.unsaid(result)) == []
    assert [(one.code, one.code_set) for one in result.unreadable] == [("504", "api")]


@pytest.mark.parametrize("name", CASES)
def test_quoted(name: str) -> None:
    """As the problem says: where the line lists no code, `prose` has it, and nothing is listed."""
    result = _read(name, prose=[CASES[name][2]], ignore=[])
    assert list(reading.unsaid(result)) == []
    assert result.unreadable == ()


def test_every_format() -> None:
    """No format is left out."""
    formats = {get_args(get_type_hints(one)["format"])[0] for one in FORMATS}
    assert {options["format"] for options, _, _ in CASES.values()} == formats


@pytest.mark.parametrize(
    "line",
    [
        "As of 502, busy.",  # has a row
        "Updated 2026-504",
        "Version 1.504",
        "At 10:30 and (c) 2024",
        "There are 5040 docks, and T504x.",
        "// 504: gone",
    ],
)
def test_no_code_is_hidden(line: str) -> None:
    """A code that has a row, a part of another number and what is commented out hide nothing."""
    options = {**KEYS, "entry": r'(?P<code>[0-9]+): "(?P<message>.*)"', "ignore": ["[AUVT/].*"]}
    result = reading.read(Document("a", f'502: "Busy"\n{line}\n'), options)
    assert list(reading.unsaid(result)) == []
    assert result.unreadable == ()


def test_a_comment_is_declared_all_the_same() -> None:
    """Who declares a code that is commented out is believed."""
    options = {**KEYS, "entry": r'(?P<code>[0-9]+): "(?P<message>.*)"', "ignore": ["// .*"]}
    document = Document("a", '502: "Busy"\n// 504: "Gone"\n')
    result = reading.read(document, {**options, "unreadable": ["504"]})
    assert list(reading.unsaid(result)) == []
    assert [one.code for one in result.unreadable] == ["504"]


def test_words() -> None:
    """A code that is a word is hidden where it is the whole of a line, and not in a sentence."""
    options = {"format": "bullets", "code_set": "api", "pattern": "[a-z]+"}
    text = "## gone\n\nWe send these:\n\n- busy: Dock is busy\n"
    result = reading.read(Document("a", text), {**options, "ignore": ["## gone", "We send .*"]})
    assert [problem.what for problem in result.problems] == [
        '`ignore` has a pattern for "## gone", which lists the code "gone".'
    ]


SOURCE = {
    "format": "pattern",
    **LIST,
    "entry": r"#define (?P<name>\w+) (?P<code>[0-9]+) // (?P<message>.+)",
}


def _asked(line: str) -> list[int]:
    """Return the lines that are refused where one stands below an entry."""
    text = f"#define BUSY 502 // The dock is busy\n\n{line}\n"
    return [one.line for one in reading.read(Document("dock.h", text), SOURCE).problems]


@pytest.mark.parametrize(
    "line",
    [
        "#if defined(_MSC_VER) && (_MSC_VER >= 503)",
        "#if __GNUC__ > 503",
        "# elif !defined (DOCK) || DOCK_VERSION < 503",
        "} while (503)",
        "while (503);",
        "    } while ( 503 ) \\",
    ],
)
def test_conditions(line: str) -> None:
    """What a preprocessor compares, and the end of a loop, list no codes."""
    assert _asked(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "#if 503",
        "#if DOCK == 503 // The dock is shut",
        "#if DOCK == 503 /* The dock is shut */",
        "#iffy DOCK == 503",
        "while (code == 503) retry();",
        "} while (503) // The dock is shut",
    ],
)
def test_no_conditions(line: str) -> None:
    """What else has a number may list one."""
    assert _asked(line) == [3]
