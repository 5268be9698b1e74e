"""Codes that are words alone: read in every format, and asked about unless headed so."""

from __future__ import annotations

import json

import pytest

from macros.maintain import read, sniff
from macros.maintain.document import reading
from macros.readers.rows import Document

TEXTS = ["The dock is busy", "The dock is gone", "The token is expired", "Slow down"]
KINDS = {
    "capitals": ["DOCK_BUSY", "DOCK_GONE", "INVALID_TOKEN", "THROTTLED"],
    "camel": ["dockBusy", "dockGone", "invalidToken", "throttled"],
    "small": ["busy", "gone", "invalid", "throttled"],
}
FORMATS = {
    "markdown": ("# Errors\n\n| Code | Message |\n|---|---|\n", "| {} | {} |\n", ""),
    "html_table": (
        "<table><tr><th>Code</th><th>Message</th></tr>\n",
        "<tr><td><code>{}</code></td><td>{}</td></tr>\n",
        "</table>\n",
    ),
    "csv": ("code,message\n", "{},{}\n", ""),
    "rst": (
        "Errors\n======\n\n.. list-table::\n   :header-rows: 1\n\n   * - Code\n     - Message\n",
        "   * - {}\n     - {}\n",
        "",
    ),
    "box_table": ("+---+---+\n| code | message |\n+---+---+\n", "| {} | {} |\n", "+---+---+\n"),
    "text_lines": ("Errors\n\n", "{}  {}\n", ""),
    "headings": ("# Errors\n\n", "## {}\n\n{}\n\n", ""),
    "terms": ("<h1>Errors</h1><dl>\n", "<dt>{}</dt>\n<dd>{}</dd>\n", "</dl>\n"),
    "bullets": ("# Errors\n\n", "- `{}`: {}\n", ""),
    "definitions": ("# Errors\n\n", "{}\n: {}\n\n", ""),
    "yaml": ("errors:\n", "  {}: {}\n", ""),
    "pattern": ("enum Errors {{\n", '    {}("{}"),\n', "}}\n"),
}


def _document(format_: str, codes: list[str]) -> Document:
    before, line, behind = FORMATS[format_]
    rows = "".join(line.format(*pair) for pair in zip(codes, TEXTS, strict=True))
    return Document("errors", before.format() + rows + behind.format())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("format_", FORMATS)
def test_words(format_: str, kind: str) -> None:
    """Every word is a code with its text; where some have no sign in them, that is asked."""
    found = sniff.sniff(_document(format_, KINDS[kind]))
    assert found
    rows = [(row.code, row.message) for row in found.reading.rows]
    assert rows == list(zip(KINDS[kind], TEXTS, strict=True))
    told = "\n".join(read.told(_document(format_, KINDS[kind]), found.why, found.reading))
    assert "ZQX" not in told  # what stands for words while a reader is guessed
    assert f"from {KINDS[kind][0]} to" in told or KINDS[kind][0] in "".join(found.why)
    # A table that has a column "Code" tells by itself, where most of its codes have a sign.
    if not found.reading.is_whole:
        (doubt,) = found.reading.problems
        assert f'"{KINDS[kind][0]}", "{KINDS[kind][1]}"' in doubt.what
        assert "--reader FILE" in doubt.do
        assert reading.read(_document(format_, KINDS[kind]), found.reading.options).is_whole
    assert kind == "capitals" or not found.reading.is_whole


@pytest.mark.parametrize("format_", ["markdown", "text_lines", "headings", "bullets", "yaml"])
def test_a_lost_text(format_: str) -> None:
    """A code whose text is lost is told, and no row says anything else of it."""
    before, line, behind = FORMATS[format_]
    rows = [line.format(*pair) for pair in zip(KINDS["small"], TEXTS, strict=True)]
    whole = Document("errors", before + "".join(rows) + behind)
    options = sniff.sniff(whole)
    assert options
    rows[1] = line.format("gone", "").replace("`: ", "`")
    found = reading.read(Document("errors", before + "".join(rows)), options.reading.options)
    assert not found.is_whole
    assert "The dock is gone" not in {row.message for row in found.rows}


def test_keys_below_keys() -> None:
    """A word that comes again below another one makes a code with it, which is asked."""
    values = {
        "dock": {"busy": {"text": "The dock is busy"}, "gone": {"text": "The dock is gone"}},
        "crane": {"busy": {"text": "The crane is busy"}, "lost": {"text": "The crane is lost"}},
    }
    found = sniff.sniff(Document("errors.json", json.dumps(values, indent=1)))
    assert found
    assert [row.code for row in found.reading.rows] == [
        *("dock.busy", "dock.gone", "crane.busy", "crane.lost")
    ]
    assert [row.message for row in found.reading.rows][2] == "The crane is busy"
    assert any("`join`" in doubt.do for doubt in found.reading.problems)


NONE = {
    "headings of a page": "## Install\n\nRun.\n\n## Usage\n\nSee code.\n\n## Licence\n\nMIT.\n",
    "remarks": "Errors\n\nNote: The dock is busy.\n\nTip: Wait a day.\n\nWarning: It sinks.\n",
    "words that come again": "- busy: The dock\n- busy: The crane\n- gone: The error code\n" * 2,
}


@pytest.mark.parametrize("name", NONE)
def test_no_codes(name: str) -> None:
    """Words that begin texts of a page, and are no list of codes, are taken for none."""
    assert sniff.sniff(Document("page.md", NONE[name])) is None


_ROWS = {"busy": "The dock is busy", "shut": "The gate is shut", "lost": "The crane is lost"}


def _table(heading: str, column: str) -> list[str]:
    """Return what is asked of a table of words below a heading."""
    rows = "".join(f"| {code} | {text} |\n" for code, text in _ROWS.items())
    text = f"# Dock\n\n## {heading}\n\n| {column} | Text |\n|---|---|\n{rows}"
    found = sniff.sniff(Document("errors.md", text))
    assert found
    assert {row.code: row.message for row in found.reading.rows} == _ROWS
    return [one.what for one in found.reading.problems]


@pytest.mark.parametrize("heading", ["Error codes", "List of error codes", "错误码", "Fehlercodes"])
@pytest.mark.parametrize("column", ["Code", "Error code", "code", "错误码"])
def test_headed_as_codes(heading: str, column: str) -> None:
    """Words in a column of codes, below a heading that says so, are not asked about."""
    assert _table(heading, column) == []


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Plans", "Code"),
        ("Error codes", "Name"),
        ("Errors", "Code"),
        ("Currencies", "Code"),
        ("Status codes of orders", "Code"),
    ],
)
def test_not_headed(heading: str, column: str) -> None:
    """Where one of them says something else, it is asked."""
    assert any("are words, which nothing tells" in one for one in _table(heading, column))
