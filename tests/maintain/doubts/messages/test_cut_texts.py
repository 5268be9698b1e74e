"""Texts that a page in HTML shows in part, and has in whole in an attribute: asked about."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.document.doubt import Doubt
from macros.maintain.replies import Replies
from macros.readers.rows import Document

WHOLE = "Token expired at the gate"
CUT = {
    "of the cell": f'<td title="{WHOLE}">Token ex…</td>',
    "with dots": f'<td data-full="{WHOLE}">Token expired ...</td>',
    "without a sign": f'<td aria-label="{WHOLE}">Token expired</td>',
    "of an element": f'<td><span data-bs-title="{WHOLE}">Token ex…</span></td>',
    "of the rest": '<td>Token <abbr title="expired at the gate">expir…</abbr></td>',
    "of a sign": f'<td>Token expired <i class="icon" title="{WHOLE}">i</i></td>',
    "of an icon alone": f'<td><i class="icon" title="{WHOLE}"></i></td>',
}


def _page(cell: str) -> Document:
    rows = "".join(f"<tr><td>{2000 + n}</td><td>Dock {n} is busy</td></tr>\n" for n in range(4))
    head = "<tr><th>Code</th><th>Text</th></tr>\n"
    return Document("e.html", f"<table>\n{head}<tr><td>1001</td>{cell}</tr>\n{rows}</table>")


@pytest.mark.parametrize("name", CUT)
def test_whole(name: str) -> None:
    """The question quotes both; where it is answered with yes, the message is the whole text."""
    document = _page(CUT[name])
    found = sniff.sniff(document)
    assert found
    [doubt] = [one for one in found.reading.problems if isinstance(one, Doubt)]
    assert doubt.line == 3
    assert "has more than the page shows" in doubt.what
    mended = replies.applied(document, found.reading, Replies(as_meant=frozenset({3})))
    assert mended.is_whole
    assert [(row.code, row.message) for row in mended.rows][:2] == [
        ("1001", WHOLE),
        ("2000", "Dock 0 is busy"),
    ]


@pytest.mark.parametrize(
    "cell",
    [
        '<td data-label="Text">Token expired</td>',
        '<td title="Token expired">Token expired</td>',
        '<td><a href="#x" title="See the manual">Token</a> expired</td>',
        '<td class="Token expired at once">Token expired</td>',
        '<td title="Tokens and more">Token</td>',
    ],
)
def test_sound(cell: str) -> None:
    """An attribute that says the same, or something else, is not asked about."""
    found = sniff.sniff(_page(cell))
    assert found
    assert found.reading.is_whole
