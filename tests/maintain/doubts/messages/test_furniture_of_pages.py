"""Badges in pipe tables, and in items and headings of HTML: asked about, and left out."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.document import reading
from macros.maintain.document.doubt import Doubt
from macros.maintain.replies import Replies
from macros.readers.rows import Document

TEXTS = ["Dock is busy", "Pilot is lost", "Gate is shut", "Crane is old"]
CODES = [str(1001 + place) for place in range(len(TEXTS))]


def _pipes(*texts: str) -> Document:
    rows = "".join(f"| {code} | {text} |\n" for code, text in zip(CODES, texts, strict=True))
    return Document("errors.md", f"# Errors\n\n| Code | Message |\n|---|---|\n{rows}")


def _items(*texts: str) -> Document:
    rows = "".join(
        f"<li><b>{code}</b>: {text}</li>\n" for code, text in zip(CODES, texts, strict=True)
    )
    return Document("errors.html", f"<h1>Errors</h1>\n<ul>\n{rows}</ul>\n")


def _items_in_blocks(*texts: str) -> Document:
    rows = "".join(
        f"<li><span class=code>{code}</span>: {text}<ul><li>Wait.</li></ul></li>\n"
        for code, text in zip(CODES, texts, strict=True)
    )
    return Document("errors.html", f"<h1>Errors</h1>\n<ul>\n{rows}</ul>\n")


def _headings(*texts: str) -> Document:
    rows = "".join(
        f"<h3><span class=code>{code}</span> {text}</h3>\n<p>Wait for it.</p>\n"
        for code, text in zip(CODES, texts, strict=True)
    )
    return Document("errors.html", f"<h1>Errors</h1>\n{rows}")


def _terms(*texts: str) -> Document:
    rows = "".join(
        f"<dt>{code}</dt><dd>{text}</dd>\n" for code, text in zip(CODES, texts, strict=True)
    )
    return Document("errors.html", f"<h1>Errors</h1>\n<dl>\n{rows}</dl>\n")


IN_HTML = {
    "items": _items,
    "items with lists": _items_in_blocks,
    "headings": _headings,
    "terms": _terms,
}
PAGES = {**IN_HTML, "pipes": _pipes}
BADGE = '<span class="badge">{}</span>'


def _asked(document: Document) -> list[Doubt]:
    found = sniff.sniff(document)
    assert found
    return [
        one for one in found.reading.problems if isinstance(one, Doubt) and "leave_out" in one.more
    ]


def _mended(document: Document) -> reading.Reading:
    found = sniff.sniff(document)
    assert found
    lines = frozenset(one.line for one in _asked(document))
    return replies.applied(document, found.reading, Replies(as_meant=lines))


@pytest.mark.parametrize("name", PAGES)
def test_left_out(name: str) -> None:
    """A badge behind a message is asked about, and left out where that is answered so."""
    badges = ["Retryable", "New", "Retryable"]
    document = PAGES[name](
        *(f"{text} {BADGE.format(one)}" for text, one in zip(TEXTS[:3], badges, strict=True)),
        TEXTS[3],
    )
    result = _mended(document)
    assert result.is_whole
    assert [row.message for row in result.rows] == TEXTS
    assert sorted(result.options["leave_out"]) == ["New", "Retryable"]
    found = sniff.sniff(document)
    assert found
    said = frozenset(one.line for one in _asked(document))
    as_read = replies.applied(document, found.reading, Replies(as_read=said))
    assert as_read.is_whole
    assert next(row.message for row in as_read.rows) == "Dock is busy Retryable"


@pytest.mark.parametrize("mark", ["`{}`", "**{}**", "*{}*"])
def test_in_marks_of_markdown(mark: str) -> None:
    """So is one that is set in marks, be it the only one of its kind."""
    document = _pipes(f"{TEXTS[0]} {mark.format('Deprecated')}", *TEXTS[1:])
    result = _mended(document)
    assert result.is_whole
    assert [row.message for row in result.rows] == TEXTS


def test_links_of_markdown() -> None:
    """So are links with the same words to several places, and raised numbers."""
    document = _pipes(
        f"{TEXTS[0]} [Learn more](/a)",
        f"{TEXTS[1]}. [Learn more](/b)",
        f"{TEXTS[2]}<sup>1</sup>",
        "Crane",
    )
    result = _mended(document)
    assert result.is_whole
    assert [row.message for row in result.rows] == [TEXTS[0], f"{TEXTS[1]}.", TEXTS[2], "Crane"]
    assert sorted(result.options["leave_out"]) == ["<sup>1</sup>", "Learn more"]


SOUND = [
    ("Missing `token`", "Expired `token`", "No such `Dock`", "No such `Dock`"),
    ("The berth is **not** free", "The gate is **not** shut", "Use **POST**", "Use **POST**"),
    ("See [Limits](#limits)", "Too many, see [Limits](#limits)", "Shut", "Old"),
    ("Shut. See also: [Limits](#limits)", "Shut. See also: [Limits](#limits)", "Shut", "Old"),
    ("This call is `Deprecated`", "The dock must be `New`", "Shut", "Old"),
    ("**Busy**", "**Lost**", "`New`", "`New`"),
    ("Header `Retry-After` is set", "Header `Retry-After` is bad", "Shut", "Old"),
]


@pytest.mark.parametrize("texts", SOUND)
def test_sound(texts: tuple[str, str, str, str]) -> None:
    """What a sentence speaks of is not asked about."""
    assert not _asked(_pipes(*texts))


@pytest.mark.parametrize("name", IN_HTML)
def test_sound_in_html(name: str) -> None:
    """Nor is that in items and headings, nor the element that the code stands in."""
    page = IN_HTML[name]
    texts = ("Missing <code>token</code>", "Expired <code>token</code>", "<b>Shut</b>", "Old")
    assert not _asked(page(*texts))


@pytest.mark.parametrize("name", PAGES)
def test_of_no_use(name: str) -> None:
    """What no text has in an element is stale, and so is what is all of a text, or its code."""
    document = PAGES[name](f"{TEXTS[0]} <b>1009</b>", *TEXTS[1:])
    found = sniff.sniff(document)
    assert found
    result = reading.read(document, {**found.reading.options, "leave_out": ["Elsewhere"]})
    assert [one.what for one in result.problems] == [
        'no cell of this document needs "Elsewhere", which `leave_out` has.'
    ]
    with_code = reading.read(document, {**found.reading.options, "leave_out": ["1009"]})
    assert any('"1009", which is the code "1009"' in one.what for one in with_code.problems)


def test_a_mark_that_was_refused() -> None:
    """A raised number is refused in a pipe table, and the text without it is read whole."""
    document = _pipes(f"{TEXTS[0]}<sup>1</sup>", *TEXTS[1:])
    found = sniff.sniff(document)
    assert found
    assert [row.code for row in found.reading.rows] == CODES[1:]
    assert [row.message for row in _mended(document).rows] == TEXTS
