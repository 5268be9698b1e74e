"""Lists of other numbers below a heading that speaks of errors, and has a list of its own."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

ERRORS = {"4101": "Dock is busy", "4102": "Ship is too long", "4103": "Crane fell"}
OTHERS = {"5101": "Ship has arrived", "5102": "Ship has left"}


def _page(title: str, heading: str) -> Document:
    def table(rows: dict[str, str]) -> str:
        lines = "".join(f"| {code} | {text} |\n" for code, text in rows.items())
        return f"| Code | Message |\n|---|---|\n{lines}\n"

    text = f"# {title}\n\n{table(ERRORS)}## {heading}\n\n{table(OTHERS)}"
    return Document("errors.md", text)


@pytest.mark.parametrize("title", ["Orbit errors", "Errors of the harbour", "Hafenfehler"])
@pytest.mark.parametrize(
    "heading", ["Webhook events", "Ereignisse", "事件类型", "이벤트", "Ship states"]
)
def test_others(title: str, heading: str) -> None:
    """What the heading above says of its own list, it does not say of others: these are asked."""
    document = _page(title, heading)
    found = sniff.sniff(document)
    assert found
    (asked,) = found.reading.problems
    assert asked.what.startswith(
        f'"5101" and 1 more stand under "{heading}", beside those of "{title}"'
    )
    none = replies.applied(document, found.reading, Replies(no_codes=frozenset([asked.line])))
    assert none.is_whole
    assert {row.code: row.message for row in none.rows} == ERRORS


@pytest.mark.parametrize("heading", ["Payments", "Event errors", "Docks"])
def test_parts(heading: str) -> None:
    """A part of the errors is one, whatever it is about."""
    found = sniff.sniff(_page("Orbit errors", heading))
    assert found
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == {**ERRORS, **OTHERS}
