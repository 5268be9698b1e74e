"""Pages in which paragraphs begin with a code and more stands below: all of it is kept with it."""

from __future__ import annotations

import json
import re

import pytest

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.readers.rows import Document

TEXTS = [
    ("1001", "Dock is busy", "Wait until it is free."),
    ("1002", "Dock not found", "Check its name."),
    ("1003", "Crane is broken", "Call the harbour."),
]
SHAPES = {
    "a span in a div": '<div class="e"><span class="c">{}</span> {}</div>\n<p>{}</p>',
    "strong in a paragraph": "<p><strong>{}</strong> {}</p>\n<p>{}</p>",
    "code in a div": "<div><code>{}</code> {}</div>\n<p>{}</p>",
    "spans without a space": "<div><span>{}</span><span>{}</span>\n<p>{}</p></div>",
    "paragraphs in a div": "<div>\n<span>{}</span>\n<p>{}</p>\n<p>{}</p>\n</div>",
    "nothing but divs": "<div><div>{}</div><div>{}</div><div>{}</div></div>",
    "an item of a list": "<li><strong>{}</strong> {}<p>{}</p></li>",
}
PAGE = "<html><body>\n<h1>Errors</h1>\n<p>What the docks say.</p>\n{}\n{}</body></html>\n"


def _page(shape: str, end: str = "") -> str:
    entries = "\n".join(shape.format(*texts) for texts in TEXTS)
    return PAGE.format(f"<ul>{entries}</ul>" if "<li>" in shape else entries, end)


@pytest.mark.parametrize("end", ["", "<footer><p>Ask the harbour.</p></footer>"])
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_explanations_are_kept(shape: str, end: str) -> None:
    """Each code has its message and what stands below it, and nothing of the page's footer."""
    found = sniff.sniff(Document("errors.html", _page(shape, end)))
    assert found
    assert list(reading.unsaid(found.reading)) == []
    rows = [(row.code, row.message, row.columns) for row in found.reading.rows]
    assert rows == [(code, text, {"text": more}) for code, text, more in TEXTS]


def test_paragraphs_without_explanations() -> None:
    """Where codes have no more than their texts, what stands below the last one is of the page."""
    page = _page("<p><b>{}</b> {}</p><!-- {} -->", "<p>Ask the harbour.</p>")
    found = sniff.sniff(Document("errors.html", page))
    assert found
    assert list(reading.unsaid(found.reading)) == []
    rows = [(row.code, row.message, row.columns) for row in found.reading.rows]
    assert rows == [(code, text, {}) for code, text, _ in TEXTS]


def test_codes_beside_numbers() -> None:
    """A text that begins with a number is no part of the code that markup sets apart before it."""
    texts = {"1001": "Dock is busy", "1002": "3 docks are gone", "1003": "Crane is broken"}
    entries = (f"<p><span>{code}</span><span>{text}</span></p>" for code, text in texts.items())
    found = sniff.sniff(Document("errors.html", PAGE.format("\n".join(entries), "")))
    assert found
    assert list(reading.unsaid(found.reading)) == []
    assert {row.code: row.message for row in found.reading.rows} == texts


def test_an_imprint_is_asked_about() -> None:
    """The line of the firm below the last code is named, however much stands below the others."""
    page = _page(SHAPES["code in a div"], "<div>(c) Orbit</div>")
    found = sniff.sniff(Document("errors", page.replace("<p>Check its name.</p>\n", "")))
    assert found
    [problem] = found.reading.problems
    assert problem.what == (
        '"(c) Orbit" stands below the last code, where the others have no such text.'
    )


MARKDOWN = "# Errors\n\n"
MARKDOWN += "".join(f"**{code}: {text}**\n\n{more}\n\n" for code, text, more in TEXTS)


@pytest.mark.parametrize(
    ("page", "end"),
    [
        (_page(SHAPES["code in a div"], "{}"), "<p>Ask the harbour.</p>\n<p>We are kind.</p>"),
        (MARKDOWN + "{}", "Ask the harbour.\n\nWe are kind.\n"),
    ],
    ids=["html", "markdown"],
)
def test_paragraphs_below_the_last_code(page: str, end: str) -> None:
    """More below the last code than below all others is asked about, and can be left out."""
    assert not getattr(sniff.sniff(Document("errors", page.format(""))), "doubts", None)
    document = Document("errors", page.format(end))
    found = sniff.sniff(document)
    assert found
    [problem] = found.reading.problems
    assert problem.what.startswith('"Ask the harbour." stands below the last code')
    quoted = re.search(r"write `prose: (\[.*\])` in it", problem.do)
    assert quoted
    without = reading.read(document, {**found.reading.options, "prose": json.loads(quoted[1])})
    assert without.is_whole
    rows = [(row.code, row.message, row.columns) for row in without.rows]
    assert rows == [(code, text, {"text": more}) for code, text, more in TEXTS]


@pytest.mark.parametrize("mark", ["**", "__", "`"])
@pytest.mark.parametrize("below", ["", "\n{}\n"])
def test_codes_in_marks(mark: str, below: str) -> None:
    """In Markdown a code that marks set apart begins an entry, with no sign behind it."""
    entries = [f"{mark}{code}{mark} {text}\n{below.format(more)}" for code, text, more in TEXTS]
    found = sniff.sniff(Document("errors.md", "# Errors\n\n" + "\n".join(entries)))
    assert found
    assert found.reading.is_whole
    assert [(row.code, row.message, row.columns.get("text", "")) for row in found.reading.rows] == [
        (code, text, more if below else "") for code, text, more in TEXTS
    ]


def test_a_number_in_a_sentence() -> None:
    """A number that is marked within a sentence begins no entry, and is left over."""
    entries = "".join(f"**{code}** {text}\n\n" for code, text, _ in TEXTS)
    found = sniff.sniff(
        Document("errors.md", f"# Errors\n\nNever send **1009** to us.\n\n{entries}")
    )
    assert found
    assert [row.code for row in found.reading.rows] == [code for code, _, _ in TEXTS]
    assert [one.line for one in found.reading.problems] == [3]
