"""Codes of one digit or two: read where the page says that they are some, and chapters never."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.readers.rows import Document

SMALL = {"0": "All went well", "-1": "The dock is busy", "-2": "The dock is gone"}


def _underlined(sign: str, between: str = "\n\n") -> str:
    return "".join(f"{code}\n{sign * len(code)}{between}{text}\n\n" for code, text in SMALL.items())


READ = {
    "headings": "".join(f"## {code}\n\n{text}\n\n" for code, text in SMALL.items()),
    "headings with a text": "".join(
        f"## {code}: {text}\n\nWait.\n\n" for code, text in SMALL.items()
    ),
    "underlined": f"Codes\n=====\n\n{_underlined('-')}",
    "underlined with waves": f"#####\nCodes\n#####\n\n{_underlined('~')}",
    "underlined with stars": f"Codes\n#####\n\n{_underlined('*')}",
    "bullets": "".join(f"- {code}: {text}\n" for code, text in SMALL.items()),
    "bullets with marks": "".join(f"- `{code}` {text}\n" for code, text in SMALL.items()),
    "bold bullets": "".join(f"* **{code}** {text}\n" for code, text in SMALL.items()),
}
WORDS = ("Late", "Busy", "Gone", "Shut")
SHAPES = ["## {}: {}\n\nWait.\n\n", "**{} \u2013 {}.** Wait.\n\n"]


@pytest.mark.parametrize("text", READ.values(), ids=READ)
def test_from_zero_down(text: str) -> None:
    """A zero beside codes below it is one of them, and nobody is asked."""
    found = sniff.sniff(Document("errors", text))
    assert found
    assert list(reading.unsaid(found.reading)) == []
    assert {row.code: row.message for row in found.reading.rows} == SMALL


@pytest.mark.parametrize(
    ("title", "first"),
    [("Return codes", 0), ("Errors of the dock", 0), ("Exit status", 0), ("Exit codes", 1)],
)
@pytest.mark.parametrize("shape", SHAPES)
def test_from_zero_up(title: str, first: int, shape: str) -> None:
    """Below a title that speaks of codes, small numbers are some."""
    text = f"# {title}\n\n" + "".join(map(shape.format, range(first, first + 4), WORDS))
    found = sniff.sniff(Document("errors.md", text))
    assert found
    assert list(reading.unsaid(found.reading)) == []
    assert [row.code for row in found.reading.rows] == [str(first + one) for one in range(4)]


@pytest.mark.parametrize(("title", "first"), [("Guide", 0), ("Guide to errors", 1), ("Docks", 1)])
@pytest.mark.parametrize("shape", SHAPES)
def test_steps(title: str, first: int, shape: str) -> None:
    """The numbers of chapters and steps are no codes."""
    text = f"# {title}\n\n" + "".join(map(shape.format, range(first, first + 4), WORDS))
    assert sniff.sniff(Document("guide.md", text)) is None


def test_lines_below_headings_are_no_text() -> None:
    """The line of signs below a heading is no part of what stands below it, on any level."""
    text = "Docks\n=====\n\n" + "".join(
        f"400{n}: Late\n~~~~~~~~~~\n\nWait {n} hours.\n\n" for n in range(1, 4)
    )
    text += "Tides\n=====\n\n4004: Low\n~~~~~~~~~\n\nWait on.\n"
    found = sniff.sniff(Document("errors.rst", text))
    assert found
    assert list(reading.unsaid(found.reading)) == []
    assert [(row.section, row.message, row.columns["text"]) for row in found.reading.rows] == [
        *(("Docks", "Late", f"Wait {n} hours.") for n in range(1, 4)),
        ("Tides", "Low", "Wait on."),
    ]


PARAGRAPHS = (
    "<p>{}: {}</p>\n",
    "<p>{} - {}</p>\n",
    "<p><b>{}</b> {}</p>\n",
    "<p><code>{}</code>: {}</p>\n",
    "<div>{}: {}</div>\n",
    "<p>{}: {}</p>\n<p>It is told here.</p>\n",
)


@pytest.mark.parametrize("form", PARAGRAPHS)
@pytest.mark.parametrize(
    "codes",
    ["0 -1131 -1132 -1133", "0 -1131 -1132", "1 -1131 -1132 -1133", "-1131 -1132 -1133 0"],
)
@pytest.mark.parametrize("head", ["<h1>Errors</h1>\n", "<h1>Errors</h1>\n<p>One of these:</p>\n"])
def test_in_paragraphs_of_html(form: str, codes: str, head: str) -> None:
    """A small number that begins a paragraph as the other codes do is one, whatever their sign."""
    texts = ("Success", "Dock is busy", "Dock is shut", "Pier is lost")
    told = dict(zip(codes.split(), texts, strict=False))
    page = "".join(form.format(*one) for one in told.items())
    found = sniff.sniff(Document("errors.html", head + page))
    assert found
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == told


def test_chapters_in_paragraphs_of_html() -> None:
    """Numbers of chapters in paragraphs, and of ships at the beginning of a sentence, are none."""
    texts = ("<p><b>1.</b> Introduction</p>\n", "<p>2. Errors</p>\n", "<p>3 ships can wait.</p>\n")
    page = "".join(f"<p>{code}: Dock is busy</p>\n" for code in (-1131, -1132, -1133))
    found = sniff.sniff(Document("errors.html", f"<h1>Errors</h1>\n{''.join(texts)}{page}"))
    assert found
    assert [row.code for row in found.reading.rows] == ["-1131", "-1132", "-1133"]
