"""Texts above their codes: asked about where a page could be read either way, and near misses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.document import reading

CODES = ("1001", "1002", "1003", "1004")
TEXTS = ("Dock is busy", "Crane is broken", "Gate is closed", "Pier is full")
PAGES = {
    "apart.md": "{text}\n\n`{code}`\n\n",
    "bold.md": "**{text}**\n\n{code}\n\n",
    "divs.html": "<div><div class=text>{text}</div><div class=code>{code}</div></div>\n",
    "spans.html": "<div><p>{text}</p><span>{code}</span></div>\n",
    "details.html": "<details>\n<summary>{text}</summary>\n<p>{code}</p>\n</details>\n",
}


BELOW = {
    "apart.md": "`{code}`\n\n{text}\n\n",
    "bold.md": "**{code}**\n\n{text}\n\n",
    "divs.html": "<div><div class=code>{code}</div><div class=text>{text}</div></div>\n",
    "details.html": "<details>\n<summary>{code}</summary>\n<p>{text}</p>\n</details>\n",
}


def _page(name: str, form: str, above: str, last: str) -> Document:
    """Return a page with a paragraph above the entries, and one below them."""
    is_html = name.endswith(".html")
    title = "<h1>Error codes</h1>\n" if is_html else "# Error codes\n\n"
    paragraph = "<p>{}</p>\n" if is_html else "{}\n\n"
    around = [paragraph.format(one) if one else "" for one in (above, last)]
    entries = [form.format(code=one, text=text) for one, text in zip(CODES, TEXTS, strict=True)]
    return Document(name, f"{title}{around[0]}{''.join(entries)}{around[1]}")


def _asked(document: Document) -> tuple[reading.Reading, list[str]]:
    found = sniff.sniff(document)
    assert found
    asked = [one.what for one in found.reading.problems if "right above the first code" in one.what]
    return found.reading, asked


@pytest.mark.parametrize("last", ["Next: Webhooks", "Ask the harbour for more", ""])
@pytest.mark.parametrize("name", PAGES)
def test_asked(name: str, last: str) -> None:
    """Texts that are read one code too late are asked about, whatever stands below the last."""
    _, asked = _asked(_page(name, PAGES[name], "", last))
    said = (
        '"Dock is busy" stands right above the first code, "1001", and each code has a text above'
        ' it and one below: those below are read, as "Crane is broken" here.'
    )
    assert asked == [said]


@pytest.mark.parametrize("name", ["apart.md", "bold.md"])
def test_as_meant(name: str) -> None:
    """In Markdown one reply reads each code with the text above it."""
    document = _page(name, PAGES[name], "", "Next: Webhooks")
    result, _ = _asked(document)
    line = next(one.line for one in result.problems if "right above" in one.what)
    meant = replies.applied(document, result, Replies(as_meant=frozenset({line})))
    assert {row.code: row.message for row in meant.rows} == dict(zip(CODES, TEXTS, strict=True))


def test_a_copy() -> None:
    """In HTML the copy that is advised is read whole."""
    found = sniff.sniff(_page("divs.html", PAGES["divs.html"], "", "Next: Webhooks"))
    assert found
    assert any("a file that ends with .txt" in one.do for one in found.reading.problems)
    lines = "".join(f"{one} {text}\n" for one, text in zip(CODES, TEXTS, strict=True))
    copy = sniff.sniff(Document("copy.txt", lines))
    assert copy
    assert copy.reading.is_whole


@pytest.mark.parametrize("name", BELOW)
@pytest.mark.parametrize(
    "above",
    ["", "These are sent.", "The API returns these", "All errors", "Payments", "Codes of docks:"],
)
def test_not_asked(name: str, above: str) -> None:
    """Texts below their codes are read, whatever introduces the first one."""
    result, asked = _asked(_page(name, BELOW[name], above, ""))
    assert asked == []
    assert {row.code: row.message for row in result.rows} == dict(zip(CODES, TEXTS, strict=True))


def test_sentences() -> None:
    """Where texts are sentences, one above the first code introduces them, unless it fails."""
    texts = [f"{text}." for text in TEXTS]
    body = "".join(f"`{one}`\n\n{text}\n\n" for one, text in zip(CODES, texts, strict=True))
    for above, count in (("Use the docks with care.", 0), ("The tug is not there.", 1)):
        _, asked = _asked(Document("e.md", f"# Errors\n\n{above}\n\n{body}"))
        assert len(asked) == count


def test_on_one_line() -> None:
    """Where a page has no breaks, or what is no code has a text, that is not of the code below."""
    body = "".join(f"<h4>{one}</h4><p>{text}</p>" for one, text in zip(CODES, TEXTS, strict=True))
    for before in ("", "<h4>OK</h4><p>All is well</p>"):
        _, asked = _asked(Document("e.html", f"{before}{body}"))
        assert asked == []
