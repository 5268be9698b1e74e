"""Badges, links and hidden texts within cells of HTML tables: asked about, and left out."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.document import reading
from macros.maintain.document.doubt import Doubt
from macros.maintain.replies import Replies
from macros.readers.rows import Document

BADGE = '<span class="badge">Retryable</span>'
LINK = '<a href="/e/{}">Learn more</a>'


def _page(*cells: tuple[str, str]) -> Document:
    rows = "".join(f"<tr><td>{code}</td><td>{text}</td></tr>\n" for code, text in cells)
    return Document("errors.html", f"<table>\n<tr><th>Code</th><th>Text</th></tr>\n{rows}</table>")


def _messages(*texts: str) -> Document:
    return _page(*((str(1001 + place), text) for place, text in enumerate(texts)))


def _asked(document: Document) -> list[Doubt]:
    found = sniff.sniff(document)
    assert found
    return [
        one for one in found.reading.problems if isinstance(one, Doubt) and "leave_out" in one.more
    ]


FURNITURE = {
    "a badge": (f"Dock is busy {BADGE}", f"Pilot is lost {BADGE}", "Gate is shut"),
    "a badge, glued": (f"Dock is busy{BADGE}", "Pilot is lost", "Gate is shut"),
    "a badge in small letters": (
        'Dock is busy <span class="tag">new</span>',
        'Pilot is lost <span class="tag">new</span>',
        "Gate is shut",
    ),
    "a badge before the text": (
        "<b>New</b> Dock is busy",
        "<b>New</b> Pilot is lost",
        "Gate is shut",
    ),
    "links to several places": (
        "Dock is busy <a href='/1'>details</a>",
        "Pilot is lost - <a href='/2'>details</a>",
        "Gate is shut",
    ),
    "a link": (f"Dock is busy {LINK}", f"Pilot is lost · {LINK}", "Gate is shut"),
    "links in brackets": (
        "Dock is busy (<a href='/1'>details</a>)",
        "Pilot is lost [<a href='/2'>details</a>]",
        "Gate is shut",
    ),
    "a small text": (
        "Dock is busy <small>Deprecated</small>",
        "Pilot is lost <small>Since 2020</small>",
        "Gate is shut",
    ),
    "a tooltip in a block": (
        "<div>Dock is busy</div><div class='tooltip'>For ships</div>",
        "Pilot is lost",
        "Gate is shut",
    ),
    "a text for those who listen": (
        "Dock is busy<span class='sr-only'>in a new window</span>",
        "Pilot is lost",
        "Gate is shut",
    ),
    "a tooltip": (
        'Dock is busy <span class="Tooltip-text">a dock is for ships</span>',
        "Pilot is lost",
        "Gate is shut",
    ),
    "hints of several texts": (
        'Dock is busy <span class="hint">A dock is for ships</span>',
        'Pilot is lost <span class="hint">Pilots know the way</span>',
        "Gate is shut",
    ),
}


@pytest.mark.parametrize("name", FURNITURE)
def test_left_out(name: str) -> None:
    """What is no part of a message is asked about, and left out where that is answered so."""
    document = _messages(*FURNITURE[name])
    [doubt] = _asked(document)
    found = sniff.sniff(document)
    assert found
    assert "so" in doubt.what
    mended = replies.applied(document, found.reading, Replies(as_meant=frozenset({doubt.line})))
    assert mended.is_whole
    assert [row.message for row in mended.rows] == ["Dock is busy", "Pilot is lost", "Gate is shut"]
    assert mended.options["leave_out"] == list(doubt.more["leave_out"])
    as_read = replies.applied(document, found.reading, Replies(as_read=frozenset({doubt.line})))
    assert as_read.is_whole
    assert [row.message for row in as_read.rows] == [row.message for row in found.reading.rows]


def test_a_link_behind_a_badge() -> None:
    """What stands behind what is left out is asked about as well, each by itself."""
    document = _messages(
        f"Dock is busy {BADGE} {LINK.format(1)}",
        f"Pilot is lost {BADGE} {LINK.format(2)}",
        f"Gate is shut {LINK.format(3)}",
    )
    found = sniff.sniff(document)
    assert found
    doubts = _asked(document)
    assert [one.more["leave_out"] for one in doubts] == [("Retryable",), ("Learn more",)]
    lines = frozenset(one.line for one in doubts)
    assert len(lines) == 2
    mended = replies.applied(document, found.reading, Replies(as_meant=lines))
    assert mended.is_whole
    assert [row.message for row in mended.rows] == ["Dock is busy", "Pilot is lost", "Gate is shut"]


def test_says_what_stands_where() -> None:
    """The question quotes the texts and a cell that has one, and says what to write."""
    [doubt] = _asked(_messages(*FURNITURE["a badge"]))
    assert doubt.what == (
        '"Retryable" stands in a <span> within a cell, as in "Dock is busy Retryable", so it is'
        " perhaps no part of the text."
    )
    assert '`leave_out: ["Retryable"]`' in doubt.do
    assert doubt.line == 3


def test_beside_a_code() -> None:
    """A badge in the cell of a code is asked about; without it the code and its text are read."""
    new = '<span class="tag">New</span>'
    document = _page(
        ("1001", "Dock is busy"),
        (f"1002 {new}", f"Pilot is lost {BADGE}"),
        ("1003", f"Gate is shut {BADGE}"),
        ("1004", "Crane is old"),
    )
    found = sniff.sniff(document)
    assert found
    lines = frozenset(one.line for one in _asked(document))
    assert lines == {4, 5}
    mended = replies.applied(document, found.reading, Replies(as_meant=lines))
    assert mended.is_whole
    assert {row.code: row.message for row in mended.rows} == {
        "1001": "Dock is busy",
        "1002": "Pilot is lost",
        "1003": "Gate is shut",
        "1004": "Crane is old",
    }


def test_glued_to_a_code() -> None:
    """A badge that makes another word of the code is asked about."""
    document = _page(
        ("DOCK_BUSY<span>New</span>", "Dock is busy"),
        ("PILOT_LOST", "Pilot is lost"),
        ("GATE_SHUT", "Gate is shut"),
        ("CRANE_OLD", "Crane is old"),
    )
    found = sniff.sniff(document)
    assert found
    [doubt] = _asked(document)
    mended = replies.applied(document, found.reading, Replies(as_meant=frozenset({doubt.line})))
    assert next(row.code for row in mended.rows) == "DOCK_BUSY"


@pytest.mark.parametrize(
    "texts",
    [
        ("Missing <code>token</code>", "Expired <code>token</code>", "No such <code>Dock</code>"),
        ("Unknown <a href='#dock'>dock</a>", "Busy <a href='#dock'>dock</a>", "Shut"),
        ("<b>Invalid</b> dock", "<b>Invalid</b> crane", "<b>Invalid</b> ship"),
        ("<span class=c1>Dock is busy</span>", "<span class=c1>Dock is lost</span>", "Shut"),
        (
            "<span class=c1>Wrong </span><span class=c1>Dock</span>",
            "<span class=c1>Wrong </span><span class=c1>Crane</span>",
            "<span class=c1>Wrong </span><span class=c1>Dock</span>",
        ),
        ("The <em>dock</em> is busy", "The <em>dock</em> is lost", "The <em>dock</em> is shut"),
        ("Dock is <strong>not</strong> free", "Dock is <strong>not</strong> clean", "Shut"),
        ("<a href=/1><span class=ref>Dock</span></a> is busy", "Pilot is lost", "Shut"),
        ("Dock is <span class=usr>busy</span>", "Pilot is lost", "Shut"),
        ("<p>Dock is busy</p><p class=x>It is night</p>", "Pilot is lost", "Shut"),
        ("Contact the <a href=/help>Dock Office</a>", "See <a href=/d>Docks</a>", "Shut"),
        ("Dock is busy, see <a href=/d>the documentation</a>", "Please use <a>help</a>", "Shut"),
    ],
)
def test_sound(texts: tuple[str, ...]) -> None:
    """What a sentence needs, and marks around the whole of it, are not asked about."""
    assert not _asked(_messages(*texts))


def test_raised_signs() -> None:
    """A raised sign behind a code or a text is asked about, and left out of these cells alone."""
    document = _page(
        ("1001<sup>1</sup>", "Wait <b>1</b> hour"),
        ("1002", "Pilot is lost<sup>2</sup>"),
        ("1003<sup>a</sup>", "Gate is shut"),
        ("1004", "Crane is old"),
    )
    found = sniff.sniff(document)
    assert found
    told = "\n".join(replies.told(document, found.reading))
    assert "--as-meant 3-4" in told
    assert "--as-read" not in told
    mended = replies.applied(document, found.reading, Replies(as_meant=frozenset({3, 4})))
    assert mended.is_whole
    assert {row.code: row.message for row in mended.rows} == {
        "1001": "Wait 1 hour",
        "1002": "Pilot is lost",
        "1003": "Gate is shut",
        "1004": "Crane is old",
    }
    assert "<sup>1</sup>" in mended.options["leave_out"]


def test_powers() -> None:
    """A raised number behind a number or a unit is none of these, nor is another one like it."""
    assert not _asked(_messages("Up to 10<sup>2</sup>", "Dock is busy<sup>2</sup>", "Shut"))
    assert not _asked(_messages("At most 40 km<sup>2</sup>", "Dock is busy", "Shut"))


@pytest.mark.parametrize(
    "link",
    [
        *("<a href=/d>Learn more</a>", "<a href=/d>Details</a>", "(<a href=/d>docs</a>)"),
        *(
            "<a href=/d>Read more →</a>",
            "<a href=/d>了解更多</a>",
            ". <a href=/d>Dock Seven</a>",
        ),
    ],
)
def test_one_link(link: str) -> None:
    """One link behind a text suffices where it leads to more of it, or is a sentence of its own."""
    document = _messages(f"The dock is busy {link}", "Pilot is lost", "Gate is shut")
    [doubt] = _asked(document)
    found = sniff.sniff(document)
    assert found
    mended = replies.applied(document, found.reading, Replies(as_meant=frozenset({doubt.line})))
    assert mended.rows[0].message.rstrip(" .") == "The dock is busy"


@pytest.mark.parametrize("kind", ["badge", "ui-pill", "status tag", "chip"])
def test_one_that_is_called_a_badge(kind: str) -> None:
    """A badge by its class is asked about alone, whatever it says; of another class it is none."""
    one = f'Gate is shut <span class="{kind}">from pier 3</span>'
    (doubt,) = _asked(_messages("Dock is busy", one, "Storm"))
    assert doubt.more == {"leave_out": ("from pier 3",)}
    assert not _asked(_messages("Dock is busy", one.replace(kind, "stage"), "Storm"))


def test_in_markdown() -> None:
    """In raw HTML within a page in Markdown it is the same."""
    table = _messages(*FURNITURE["a badge"]).text
    document = Document("errors.md", f"# Errors\n\n{table}\n")
    [doubt] = _asked(document)
    found = sniff.sniff(document)
    assert found
    assert found.reading.options["format"] == "markdown"
    mended = replies.applied(document, found.reading, Replies(as_meant=frozenset({doubt.line})))
    assert [row.message for row in mended.rows] == ["Dock is busy", "Pilot is lost", "Gate is shut"]


def _options(**more: object) -> reading.Options:
    table = {
        "code_set": "api",
        "columns": ["Code", "Text"],
        "code": "Code",
        "message": "Text",
        "pattern": "[0-9]{4}",
    }
    return {"format": "html_table", "tables": [table], **more}


def test_a_code_stays() -> None:
    """An element that has a code is not left out without a word."""
    document = _page(("1001 <b>1002</b>", "Dock is busy"), ("1003", "Gate is shut"))
    result = reading.read(document, _options(leave_out=["1002"]))
    assert [one.what for one in result.problems] == [
        '`leave_out` has "1002", which is the code "1002".'
    ]


def test_of_no_use() -> None:
    """A text that no cell has in an element is stale, as one is that is all that its cell says."""
    document = _page(("1001", "<b>Busy</b>"), ("1003", "Gate is shut"))
    result = reading.read(document, _options(leave_out=["Busy", "Shut"]))
    assert [one.what for one in result.problems] == [
        'no cell of this document needs "Busy", which `leave_out` has.',
        'no cell of this document needs "Shut", which `leave_out` has.',
    ]


def test_signs_that_link_here() -> None:
    """A sign that links to its own place is no part of a text, in tables and elsewhere."""
    sign = "<a class='headerlink' href='#1001'>\xb6</a>"
    found = sniff.sniff(_messages(f"Dock is busy{sign}", f"Pilot is lost {sign}", "Gate is shut"))
    assert found
    assert found.reading.is_whole
    texts = ["Dock is busy", "Pilot is lost", "Gate is shut"]
    assert [row.message for row in found.reading.rows] == texts
    heads = "".join(f"<h2>100{n} {text}{sign}</h2><p>Wait.</p>\n" for n, text in enumerate(texts))
    found = sniff.sniff(Document("errors.html", f"<h1>Errors {sign}</h1>\n{heads}"))
    assert found
    assert [row.message for row in found.reading.rows] == texts
