"""Titles that say which numbers their groups have are none of codes, and are not asked about."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

KILN = {"101": "The kiln is cold", "102": "The kiln is full", "103": "The kiln is lost"}
ORDERS = {"1001": "The order is lost", "1002": "The order is late"}
FORMS = {
    "table": ("## {}\n\n| Code | Text |\n|---|---|\n", "| {} | {} |\n"),
    "bullets": ("## {}\n\n", "- {}: {}\n"),
    "headings": ("## {}\n\n", "### {}\n\n{}\n\n"),
    "text": ("{}\n\n", "{}  {}\n"),
}
SPANS = (
    ("(1 - 999)", "(1000 - 1999)"),
    ("(100\u2013199)", "(1000\u20131099)"),
    ("(101 to 999)", "(1001 to 1999)"),
    ("(100 ~ 999)", "(1000 ~ 1999)"),
    ("(100 bis 999)", "(1000 bis 1999)"),
)


def _sniff(form: tuple[str, str], titles: tuple[str, str]) -> sniff.Sniffed:
    title, entry = form
    text = "".join(
        title.format(named) + "".join(entry.format(*pair) for pair in group.items()) + "\n"
        for named, group in zip(titles, (KILN, ORDERS), strict=True)
    )
    found = sniff.sniff(Document("errors.md", text))
    assert found
    return found


@pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))
@pytest.mark.parametrize("spans", SPANS)
def test_titles(form: tuple[str, str], spans: tuple[str, str]) -> None:
    """Where all rows below have such numbers, nothing is asked, and no row is lost."""
    found = _sniff(form, (f"Environment {spans[0]}", f"Orders {spans[1]}"))
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == {**KILN, **ORDERS}


def test_sections() -> None:
    """On a page they stay the headings of what stands below them."""
    found = _sniff(FORMS["table"], ("Environment (1 - 999)", "Orders (1000 - 1999)"))
    sections = [row.section for row in found.reading.rows]
    assert sections == ["Environment (1 - 999)"] * 3 + ["Orders (1000 - 1999)"] * 2


@pytest.mark.parametrize(
    "titles",
    [
        ("Environment (500 - 999)", "Orders (1000 - 1999)"),
        ("Environment (1 - 999)", "Orders (2000 - 2999)"),
        ("Environment (101, 999)", "Orders (1000, 1999)"),
        ("Environment (999 - 100)", "Orders (1999 - 1000)"),
    ],
)
def test_asked(titles: tuple[str, str]) -> None:
    """What is no range, or not that of the rows below, is asked about as before."""
    found = _sniff(FORMS["table"], titles)
    assert any("(" in one.what for one in found.reading.problems)


def test_without_rows_below() -> None:
    """Nor is a range with a text below it a title."""
    text = (
        "# Errors\n\n| Code | Text |\n|---|---|\n| 1001 | Lost |\n| 1002 | Late |\n| 1003 | Far |\n"
    )
    text += "\n## Payment refused (4001 - 4003)\n\nThe bank did not answer.\n"
    found = sniff.sniff(Document("errors.md", text))
    assert found
    assert any("Payment refused (4001 - 4003)" in one.what for one in found.reading.problems)
