"""The sum of a document: each line of text is row, heading, passed over, refused or bare markup.

`make fuzz` runs these with many more examples.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from macros import readers
from macros.errors import Problem
from macros.readers.ledger import Account
from macros.readers.rows import Document
from macros.sources.reader_options import FORMATS, ReaderOptions
from tests.readers.test_properties import BESIDE, MARKED, PIECES, TABLE, TREE, sound

MORE = {"ignore": ["busy.*", ".*gone", "101 [|] .*"], "unreadable": ["101"], "prose": ["100 | x"]}
BY_HAND = {"rows": [{"line": "100 | busy | x", "code": "100", "message": "busy"}]}
UNDER = {**TABLE, "under": "busy", "repeats": True, "message": ["Meaning"]}
COLUMNS = {"columns": ["Code", "Meaning"], "code": "Code", "message": "Meaning"}
LINES = {"format": "text_lines", "code_set": "api", "pattern": "[0-9]{3}"}
REST = {"rest_in": "Meaning"}
SKIP = {"prose": ["skip", "102: lost"]}
ENTRY = {"code_set": "api", "pattern": "-?[0-9]{3}"}
OF_ENTRIES = {
    "ignore": [".*101.*"],
    "headings": ["gone", "- gone"],
    "unreadable": ["101"],
    "rows": [{"line": "102 :: lost", "code": "102", "message": "lost"}],
}
OF_ITEMS = {
    "ignore": [".*101.*"],
    "unreadable": ["101"],
    "rows": [{"line": "errors[0]: 100 | busy", "code": "100", "message": "busy"}],
}
LABELS = {"labels": ["lost", "Cause"], "no_labels": ["busy"], "under": {"gone": "hooks"}}
SHARED = {"shares_text": True, "code_signs": {"-": ""}}
LISTS = {"lists": [{"path": "{}[]", "code_set": "hooks"}, {"path": "errors[].more[]"}]}
PATTERN = {
    "format": "pattern",
    "entry": r'[A-Z]+\((?P<code>-?[0-9]+),\s*"(?P<message>.*)"\),',
    "lines": 2,
    **ENTRY,
}
DESCRIBED: list[dict[str, Any]] = [
    *(
        {"format": name, "tables": tables, **more}
        for name in ("html_table", "markdown", "rst", "box_table", "stacked")
        for tables in ([TABLE], [UNDER, TABLE], [MARKED])
        for more in ({}, MORE, BY_HAND, SKIP)
    ),
    *(
        {"format": "csv", "tables": [table], **more}
        for table in (TABLE, UNDER, {**TABLE, "heading_row": False})
        for more in ({}, MORE, BY_HAND, {"quotes": False}, {"delimiter": "tab"}, REST)
    ),
    *(
        {**LINES, "separator": separator, **more}
        for separator in ("none", "space", "sign")
        for more in (
            {},
            {"ignore": ["100.*"], "headings": ["busy"], "unreadable": ["100"]},
            {"headings": ["busy", "gone"], "under": {"gone": "hooks"}, "repeats": True},
            {"before": "busy ", "code_signs": {"-": ""}},
        )
    ),
    *({**LINES, "separator": separator, **COLUMNS} for separator in ("tab", "columns")),
    {**LINES, "separator": "widths", **COLUMNS, "starts": [1, 5]},
    *(
        {"format": format_, **TREE, **more}
        for format_ in ("json", "yaml")
        for more in ({}, OF_ITEMS, {"path": "{}[]", "repeats": True}, {"path": "{}"}, LISTS, BESIDE)
    ),
    *(
        {"format": "headings", "message": "title", **ENTRY, **more, **markup}
        for markup in ({}, *({"markup": one} for one in ("plain", "html", "html_paragraphs")))
        for more in ({}, OF_ENTRIES, SKIP, LABELS | {"message": ["text", "title"]}, SHARED)
    ),
    *(
        {"format": "bullets", **ENTRY, **more, **markup}
        for markup in ({}, {"markup": "html"})
        for more in ({}, OF_ENTRIES, SKIP, LABELS, SHARED)
    ),
    *(
        {**PATTERN, **more}
        for more in ({}, {"ignore": [".*101.*"], "unreadable": ["101"]}, {"escapes": "backslash"})
    ),
]
ADAPTER: TypeAdapter[ReaderOptions] = TypeAdapter(ReaderOptions)
OPTIONS = [ADAPTER.validate_python(one) for one in DESCRIBED]
MARKS = st.sampled_from(
    [
        *(
            "\n# busy\n",
            "\n| ~ 102 |",
            "\n<h2>busy</h2>\n",
            "~",
            " ~ 199",
            "  gone",
            "---\n",
            "::\n",
        ),
        *(
            "\n.. note:: busy\n",
            "\nbusy\n----\n",
            "\n   gone\n",
            "\n* - 102\n  - busy\n",
            "# gone\n",
        ),
        *(".. busy\n", "\n.. _a: b\n", "|\n", ">\n", '\\"', "\\n", ": ", ", ", "{}", "[]", "null"),
        *('"101": ', "'", "// 102\n", '"102"', "...\n", "%busy\n", "- ", "    - ", "**Cause**: "),
    ]
)


def test_every_format_is_added_up() -> None:
    """Each format is drawn here."""
    assert {type(options) for options in OPTIONS} == set(FORMATS)


@st.composite
def documents(draw: st.DrawFn) -> tuple[ReaderOptions, str]:
    """Draw a sound document in which pieces were lost, put in or exchanged, or pieces alone."""
    options = draw(st.sampled_from(OPTIONS))
    pieces = sound(options) if draw(st.booleans()) else []
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(pieces)))
        lost = draw(st.integers(0, 2))
        pieces[place : place + lost] = draw(
            st.lists(PIECES | MARKS | st.text(max_size=3), max_size=4)
        )
    # A document never has these: they are line feeds when it is decoded.
    return options, "".join(pieces).replace("\r", "\n")


@given(documents())
def test_every_line_once(drawn: tuple[ReaderOptions, str]) -> None:
    """Each line that is not blank is one thing, and those with a problem are refused."""
    _adds_up(*drawn)


@pytest.mark.parametrize("sign", [*"\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"])
def test_a_line_ends_at_a_line_feed(sign: str) -> None:
    """No other sign ends a line, in any format: rows have the lines that editors show."""
    for options in OPTIONS:
        _adds_up(options, "".join([sign * 2, "\n", *sound(options)]))
        _adds_up(options, "".join(sound(options)).replace("busy", f"bu{sign}sy"))


@pytest.mark.parametrize("line", ["|", "||", "|\u00a0|", " | "])
def test_lines_of_pipes_alone(line: str) -> None:
    """Where each cell has a line of its own, one with pipes alone is accounted for."""
    for options in OPTIONS:
        if options.format == "stacked":
            _adds_up(options, f"{line}\n{''.join(sound(options))}\n{line}\n")


def _adds_up(options: ReaderOptions, text: str) -> None:
    """Assert that each line is one thing, and that problems and rows have lines of their own."""
    reading = readers.take_in(Document("a", text), options)
    filled = [number for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    assert sorted(reading.accounts) == filled
    for result in reading.results:
        if not isinstance(result, Problem):
            assert reading.accounts[result.line] in {Account.ROW, Account.REFUSED}
        elif result.line and result.line in filled:
            assert reading.accounts[result.line] is Account.REFUSED


@given(documents())
def test_no_text_is_markup(drawn: tuple[ReaderOptions, str]) -> None:
    """In a document without a problem, a line with letters outside of tags is no bare markup."""
    options, text = drawn
    reading = readers.take_in(Document("a", text), options)
    if any(isinstance(result, Problem) for result in reading.results):
        return
    bare = re.sub(
        r"<!--.*?-->|<[^>]*>", lambda tag: "\n" * tag[0].count("\n"), text, flags=re.DOTALL
    )
    for number, line in enumerate(bare.split("\n"), start=1):
        if re.search(r"[A-Za-z0-9]", line) and not line.startswith("[key]:"):
            assert reading.accounts[number] is not Account.MARKUP, (number, line)


def test_counts() -> None:
    """The sum is told by kind: planted lines of each, and no other."""
    text = "# Docks\n\n| Code | Meaning |\n|---|---|\n| 100 | busy |\n| 101 | ~~x~~ |\n"
    text += "\nbusy now\nlost\n"
    markdown = ADAPTER.validate_python({"format": "markdown", "tables": [TABLE], **MORE})
    reading = readers.take_in(Document("a", text), markdown)
    assert [reading.accounts[line].name for line in (1, 3, 4, 5, 6, 8, 9)] == [
        *("HEADING", "HEADING", "MARKUP", "ROW", "IGNORED", "IGNORED", "REFUSED"),
    ]
    assert [one.code for one in reading.unreadable] == ["101"]


ROW = "<tr><td>{}</td><td>Dock is busy</td></tr>"
HEAD = "<table><tr><th>Code</th><th>Meaning</th></tr>"
SIZE = 300_000
HANGS = {
    "rows on one line": ("html_table", HEAD + "".join(map(ROW.format, range(100, 1000))) * 7),
    "tables within tables": ("html_table", "<table><tr><td>" * 3000),
    "closed tables within tables": (
        "html_table",
        "<table><tr><td>" * 3000 + "x" + "</td></tr></table>" * 3000,
    ),
    "tags within tags": ("html_table", "<div>" * (SIZE // 5)),
    "table tags alone": ("html_table", "<table>" * (SIZE // 7)),
    "tags without an end": ("html_table", "<table " * (SIZE // 7)),
    "cells of many rows": ("html_table", HEAD + '<tr><td rowspan="9999">1</td></tr>' * 3000),
    "cells of many columns": ("html_table", HEAD + '<tr><td colspan="9999">1</td></tr>' * 3000),
    "headings": ("markdown", "# a\n" * (SIZE // 4)),
    "blocks of HTML": ("markdown", "<table>\n\n" * (SIZE // 9)),
    "a glued text": ("text_lines", "1" * SIZE),
    "glued rows": ("text_lines", "100Dock" * (SIZE // 7)),
    "rows of no table": ("csv", "a,\n" * (SIZE // 3)),
    "rows within a cell": ("csv", 'Code,Meaning\n100,"' + "busy\n101,x\n" * (SIZE // 11)),
    "quotation marks": ("csv", "Code,Meaning\n" + '"' * SIZE),
    "lists within lists": ("json", "[" * SIZE),
    "a key often": ("json", '{"errors": [{"code": 1' + ', "code": 1' * (SIZE // 11) + "}]}"),
    "an item with many values": (
        "json",
        '{"errors":[{"code":100,"message":"x","l":[' + "1," * (SIZE // 2) + "1]}]}",
    ),
    "dashes": ("yaml", "- " * (SIZE // 2)),
    "anchors of anchors": ("yaml", "a: &a [" + "*a, " * (SIZE // 4) + "]"),
    "a tag without an end": ("yaml", "!" * SIZE),
    "frames": ("box_table", "+--" * (SIZE // 3)),
    "borders alone": ("box_table", "+-+\n|\n" * (SIZE // 6)),
    "cells on lines": ("stacked", "Code\nMeaning\n" * (SIZE // 24) + "100\nbusy\n" * (SIZE // 18)),
    "headings alone": ("stacked", "Code\n" * (SIZE // 5)),
    "rows without a border": ("box_table", "| 100 | busy |\n\n" * (SIZE // 16)),
    "stars": ("rst", "a *" * (SIZE // 3)),
    "borders": ("rst", "+--" * (SIZE // 3)),
    "directives": ("rst", ".. a::\n   " * (SIZE // 10)),
    "number signs": ("headings", "#" * SIZE),
    "codes in a heading": ("headings", "### 100: " + "101: " * (SIZE // 5)),
    "quotations": ("headings", "> " * (SIZE // 2)),
    "brackets": ("headings", "[" * (SIZE // 3)),
    "bullets of bullets": ("bullets", "- " * (SIZE // 2)),
    "lines that go on": ("bullets", "- 100: " + "a\n" * (SIZE // 8)),
    "deeper and deeper": ("bullets", "".join(" " * 2 * n + "- a\n" for n in range(500))),
    "an entry that never ends": ("pattern", 'BUSY(100, "' + "a" * SIZE),
    "half an entry": ("pattern", "BUSY(100,\n" * (SIZE // 10)),
    "signs between codes": ("text_lines", "100:" * (SIZE // 4)),
    "a long range": ("text_lines", "100" + "-" * SIZE),
}


@pytest.mark.parametrize("name", HANGS)
def test_no_hang(name: str) -> None:
    """What took minutes is read or refused, and not because patience was lost."""
    format_, text = HANGS[name]
    options = next(one for one in OPTIONS if one.format == format_)
    results = readers.take_in(Document("a", text), options).results
    assert results
    assert not any("seconds" in one.what for one in results if isinstance(one, Problem))


def test_patience() -> None:
    """A pattern that takes for ever is named, and ends; all lines are refused."""
    options = ADAPTER.validate_python({**LINES, "separator": "space", "ignore": ["(a+)+b"]})
    reading = readers.take_in(Document("a", "100 busy\n" + "a" * 60), options, seconds=0.2)
    (problem,) = reading.results
    assert isinstance(problem, Problem)
    assert '"(a+)+b" takes more than 0.2 seconds' in problem.what
    assert set(reading.accounts.values()) == {Account.REFUSED}
