"""A code of another length than all others, most often 0: it is no heading without a code."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

DOCUMENTS = {
    "dash.md": "## 0 \u2013 Fine\nAll is well.\n\n"
    + "".join(f"## 10{one} \u2013 Dock {one} is shut\nWait.\n\n" for one in "012"),
    "colon.md": "## 7: Late\n\n" + "".join(f"## 10{one}: Dock {one} is shut\n\n" for one in "012"),
    "terms.html": "<dl><dt>0</dt><dd>Fine</dd>\n"
    + "".join(f"<dt>-{one}</dt><dd>Dock {one} is shut</dd>\n" for one in (1, 2, 10))
    + "</dl>\n",
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_asked(name: str) -> None:
    """It is read, or asked about by name: no guess passes over it."""
    guess = sniff.sniff(Document(name, DOCUMENTS[name]), "api")
    assert guess
    code = "7" if name == "colon.md" else "0"
    told = [one.what for one in guess.reading.problems]
    assert code in {row.code for row in guess.reading.rows} or any(
        f'"{code}' in one for one in told
    )
    assert not any(one.startswith(code) for one in guess.reading.options.get("headings", []))


def test_chapters() -> None:
    """The numbers of chapters are no codes, and nobody is asked about them."""
    text = "# 1. About\n\n# 2. Errors\n\n## 100: Shut\n\n## 101: Late\n\n## 102: Lost\n"
    guess = sniff.sniff(Document("chapters.md", text), "api")
    assert guess
    assert guess.reading.is_whole
    assert {row.code for row in guess.reading.rows} == {"100", "101", "102"}
