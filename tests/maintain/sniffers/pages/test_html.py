"""How pages in HTML are read that have no table: invented ones, with nothing left unaccounted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.readers.rows import Document
from tests.maintain.orbit import Orbit

if TYPE_CHECKING:
    from pathlib import Path

BUSY, GONE, CLOSED = "The dock is busy", "The dock is gone", "The dock is closed"
DOCKS = {"4001": BUSY, "4002": GONE, "4003": CLOSED}
PAGE = "<!doctype html>\n<html><head><title>Errors</title></head><body>\n{}\n</body></html>\n"
TERMS = f"""\
<h1>Errors</h1>
<dl>
<dt>4001</dt><dd>{BUSY}<p>Another ship is there.</p></dd>
<dt><code>4002</code></dt><dd><p>{GONE}</p></dd>
<dt>4003</dt><dd>{CLOSED}</dd>
</dl>
<p>Ask the harbour.</p>
"""
ITEMS = f"""\
<nav><ul><li>Home</li><li>Errors</li></ul></nav>
<p>These are all:</p>
<ul>
<li><b>4001</b>: {BUSY}</li>
<li><b>4002</b>: {GONE}</li>
<li><b>4003</b>: {CLOSED}</li>
</ul>
<script>var x = "4009";</script>
"""
PARAGRAPHS = (
    f"<h1>Errors</h1>\n<p>4001 - {BUSY}</p>\n<p>4002 - {GONE}</p>\n<p>4003 - {CLOSED}</p>\n"
)
HEADINGS = f"""\
<h1>Errors</h1>
<p>What the docks answer.</p>
<h3 id="e4001">4001: {BUSY}</h3>
<p>Another ship is there.</p>
<h3>4002: {GONE}</h3>
<h3>4003: {CLOSED}</h3>
"""
HEADINGS_AND_TEXT = "".join(f"<h4>{code}</h4><p>{text}</p>" for code, text in DOCKS.items())
SPANS = "\n".join(
    f'<div><span class="c">{code}</span><span> {text}</span></div>' for code, text in DOCKS.items()
)
LINES = f"<p>4001: {BUSY}<br>4002: {GONE}<br/>4003: {CLOSED}</p>"
ON_ONE_LINE = "<ul>" + "".join(f"<li>{code}: {text}</li>" for code, text in DOCKS.items()) + "</ul>"
CASES = {
    "terms": ("headings", TERMS),
    "items": ("bullets", ITEMS),
    "paragraphs": ("bullets", PARAGRAPHS),
    "headings": ("headings", HEADINGS),
    "headings and text": ("headings", HEADINGS_AND_TEXT),
    "spans": ("bullets", SPANS),
    "lines": ("bullets", LINES),
    "on one line": ("bullets", ON_ONE_LINE),
}


@pytest.mark.parametrize("around", ["{}", PAGE], ids=["piece", "page"])
@pytest.mark.parametrize("name", CASES)
def test_read(name: str, around: str) -> None:
    """Each code has its message, and every line is accounted for."""
    format_, text = CASES[name]
    found = sniff.sniff(Document("errors", around.format(text)))
    assert found
    assert list(reading.unsaid(found.reading)) == []
    assert (found.reading.options["format"], found.reading.options["markup"]) == (format_, "html")
    assert {row.code: row.message for row in found.reading.rows} == DOCKS


@pytest.mark.parametrize("name", CASES)
def test_a_code_elsewhere(name: str) -> None:
    """A code that stands where no other does is left over."""
    text = CASES[name][1] + "\n<h2>More</h2>\n<p>Never send 4009.</p>\n"
    found = sniff.sniff(Document("errors", text))
    assert found
    assert any("Never send 4009." in line for line in reading.unsaid(found.reading))


def test_codes_set_apart_beside_a_paragraph_without() -> None:
    """A page that is XML, too, has texts around its codes, and a paragraph that is one text."""
    codes = "".join(f"<p><code>{code}</code> {text}</p>" for code, text in DOCKS.items())
    text = f"<html><body>{codes}\n<p>2024 was a good year</p></body></html>"
    found = sniff.sniff(Document("errors", text))
    assert found
    assert {row.code: row.message for row in found.reading.rows} == DOCKS
    [problem] = found.reading.problems
    assert problem.what.startswith('"2024 was a good year" is neither a code')


def test_a_number_in_prose_is_no_entry() -> None:
    """A paragraph that begins with a number, and nothing behind it, is left over."""
    text = f"{PARAGRAPHS}<p>4009 docks are here.</p>\n"
    found = sniff.sniff(Document("errors", text))
    assert found
    assert len(found.reading.rows) == 3
    assert any("4009 docks are here." in line for line in reading.unsaid(found.reading))


@pytest.mark.parametrize("name", ["terms", "items"])
def test_a_new_provider(tmp_path: Path, name: str) -> None:
    """A provider with such a page builds."""
    orbit = Orbit(tmp_path)
    file = tmp_path / "moon.html"
    file.write_text(PAGE.format(CASES[name][1]), "utf-8")
    said = ("--name", "Moon", "--url", "https://moon.example/errors", "--yes")
    assert orbit.run("new-provider", "moon", str(file), *said) == 0
    assert orbit.check() == 0
    reader = yaml.safe_load(orbit.read("moon/provider.yml"))["revisions"][0]["reader"]
    assert reader["markup"] == "html"


@pytest.mark.parametrize(
    "piece",
    ["<li>4001: busy", "<p>4001: busy</p>", "<dt>4001<dd>busy", "<ul><li>", "<br>4001: a", "<b>"],
)
def test_large_pages(piece: str) -> None:
    """Whatever a page is made of, what it is is found out; nothing hangs on it."""
    found = sniff.sniff(Document("errors", "<p>x</p>" + piece * (30_000 // len(piece))))
    assert found is None or found.reading.rows or found.reading.problems
