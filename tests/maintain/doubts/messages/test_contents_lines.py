"""Messages that end as the lines of a table of contents do are asked about."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

TEXTS = {"101": "Dock is busy", "102": "Gate is shut", "103": "Crane is broken"}


@pytest.mark.parametrize(
    "lead", [" ........ ", "......", " . . . . ", "……", " ____ ", " ---- ", " .... p. ", " .... 3-"]
)
@pytest.mark.parametrize("form", ["{} {}", "{}: {}", "- {} {}"])
def test_the_list_itself(lead: str, form: str) -> None:
    """Where the contents are the list of the codes, the dots and the page are no part of these."""
    lines = [f"{form.format(*pair)}{lead}{page}" for page, pair in enumerate(TEXTS.items(), 12)]
    document = Document("codes.md", "\n".join(lines))
    found = sniff.sniff(document)
    assert found
    [doubt] = found.reading.problems
    assert "as a line of a table of contents does, and so do 2 more texts" in doubt.what
    given = Replies(as_meant=frozenset({doubt.line}))
    kept = replies.applied(document, found.reading, given)
    assert kept.is_whole
    assert {row.code: row.message for row in kept.rows} == TEXTS


def test_texts_below() -> None:
    """A row that says more below its line cannot be said by that line, so that no way is ready."""
    text = "".join(f"## {code} {text} ..... 7\n\nWait.\n\n" for code, text in TEXTS.items())
    found = sniff.sniff(Document("codes.md", text))
    assert found
    [doubt] = found.reading.problems
    assert "take that end out of each line of a copy of it, and read the copy" in doubt.do
    assert list(replies.told(Document("codes.md", text), found.reading)) == [
        "Add, without the lines that do list codes: --no-codes 9",
        "Add, for what is right as it is read, though doubted: --as-read 9",
    ]


def test_contents_above_the_list() -> None:
    """Where the codes are listed below, the contents are none."""
    contents = [f"{code} {text} ........ 7" for code, text in TEXTS.items()]
    codes = [f"{code} {text}" for code, text in TEXTS.items()]
    document = Document("codes.txt", "\n".join([*contents, "", *codes]))
    found = sniff.sniff(document)
    assert found
    assert [one.line for one in found.reading.problems] == [1, 3]
    given = Replies(no_codes=frozenset({3}), as_read=frozenset({1}))
    kept = replies.applied(document, found.reading, given)
    assert kept.is_whole
    assert [(row.line, row.message) for row in kept.rows] == [
        (5, "Dock is busy"),
        (6, "Gate is shut"),
        (7, "Crane is broken"),
    ]


def test_a_column_of_pages() -> None:
    """Dots that lead to a number are no end of a message, though the headings name a page."""
    rows = "\n".join(f"{code} {text} ........ 7" for code, text in TEXTS.items())
    found = sniff.sniff(Document("codes.txt", f"Code Text Page\n{rows}"))
    assert found
    asked = [one.line for one in found.reading.problems if one.ways.rows or "contents" in one.what]
    assert asked == [4]
    assert not any("seems to name 3 columns" in one.what for one in found.reading.problems)


def test_dots_of_a_text() -> None:
    """Three dots, and dots with no number behind them, are of the text."""
    text = "101 Use 1 ... 9\n102 Gate is shut.... Wait\n103 Crane is broken 7\n104 Tide...... \n"
    found = sniff.sniff(Document("codes.txt", text))
    assert found
    assert found.reading.is_whole


PAGED = (
    ", p. 12",
    " p. 12",
    " (page 12)",
    " ... pp 12",
    "… S. 12",
    " Seite 12",
    " pág. 12",
    " стр. 12",
    " 第12页",
    " 12ページ",
    " 12쪽",
    " (see page 12)",
    ", siehe S. 12",
)


@pytest.mark.parametrize("end", PAGED)
@pytest.mark.parametrize("form", ["{} {}", "{}: {}", "- {} {}", "| {} | {} |"])
def test_pages(end: str, form: str) -> None:
    """A page is known by its word, though no dots lead to it, and left out as the question says."""
    lines = [form.format(code, f"{text}{end}") for code, text in TEXTS.items()]
    head = ["| Code | Text |", "|---|---|"] if form[0] == "|" else []
    document = Document("codes.md", "\n".join([*head, *lines]))
    found = sniff.sniff(document)
    assert found
    [doubt] = found.reading.problems
    assert "ends with the number of a page, as a line of a table of contents does" in doubt.what
    kept = replies.applied(document, found.reading, Replies(as_meant=frozenset({doubt.line})))
    assert kept.is_whole
    assert {row.code: row.message for row in kept.rows} == TEXTS


@pytest.mark.parametrize("pages", [(12, 12, 13), (1, 2, 3), (9, 20, 44)])
@pytest.mark.parametrize("form", ["{} {} {}", "{}: {} ... {}", "- {} {}  {}"])
def test_bare_numbers(pages: tuple[int, ...], form: str) -> None:
    """Numbers that ascend at the end of all texts are asked about, above the list, too."""
    ends = zip(TEXTS.items(), pages, strict=True)
    lines = [form.format(code, text, page) for (code, text), page in ends]
    codes = [form.rsplit(" ", 1)[0].removesuffix("...").format(*pair) for pair in TEXTS.items()]
    for text in (lines, [*lines, "", *codes]):
        document = Document("codes.txt", "\n".join(text))
        found = sniff.sniff(document)
        assert found
        asked = [one for one in found.reading.problems if "ends with a number, as" in one.what]
        assert [one.line for one in asked] == [3]
        given = Replies(as_meant=frozenset({3}))
        kept = replies.applied(document, found.reading, given)
        assert {(row.code, row.message) for row in kept.rows} == set(TEXTS.items())


SOUND = (
    ("Name is longer than 12", "Age is below 18", "Limit is 100"),
    ("Berth 1", "Berth 2", "Berth 3"),
    ("Needs field 1", "Takes at most 20", "Bad HTTP status 404"),
    ("See page 12", "Key expired", "Key missing"),
    ("Invalid token", "Wait for 12 seconds", "Missing key 13"),
    ("Zu lang, höchstens 8", "Länger als 20", "Kürzer als 30"),
    ("Key lost 13", "Gate shut 7", "Dock busy 9"),
)


@pytest.mark.parametrize("texts", SOUND)
def test_numbers_of_texts(texts: tuple[str, ...]) -> None:
    """Numbers that texts speak of, that count alike ones, or that do not ascend are no pages."""
    text = "".join(f"100{at} {text}\n" for at, text in enumerate(texts))
    found = sniff.sniff(Document("codes.txt", text))
    assert found
    assert not [one for one in found.reading.problems if "contents" in one.what]
    assert [row.message for row in found.reading.rows] == list(texts)


@pytest.mark.parametrize("heading", ["Contents", "Table of contents", "Inhaltsverzeichnis", "目录"])
@pytest.mark.parametrize("write", ["{}\n", "# {}\n\n", "## {}\n"])
def test_below_their_heading(heading: str, write: str) -> None:
    """What stands right below the heading of contents is asked about once, and nothing else is."""
    contents = "1 Introduction 3\n2 Errors 4\n3 Appendix 9\n"
    codes = "".join(f"{code} {text}\n" for code, text in TEXTS.items())
    document = Document("codes.txt", f"{write.format(heading)}{contents}\n{codes}")
    found = sniff.sniff(document)
    assert found
    [doubt] = found.reading.problems
    assert doubt.what.startswith('"1" and 2 more stand under "')
    assert doubt.what.endswith('", as the contents of a page do, so they are perhaps no codes.')
    kept = replies.applied(document, found.reading, Replies(no_codes=frozenset({doubt.line})))
    assert kept.is_whole
    assert {row.code: row.message for row in kept.rows} == TEXTS


def test_names_that_say_the_same() -> None:
    """Contents that have the codes with the very texts of their headings are no question."""
    lines = "".join(f"- {code} {text}\n" for code, text in TEXTS.items())
    entries = "".join(f"# {code} {text}\n\nWait.\n\n" for code, text in TEXTS.items())
    found = sniff.sniff(Document("codes.md", f"# Contents\n\n{lines}\n{entries}"))
    assert found
    assert found.reading.is_whole
    assert {(row.code, row.message) for row in found.reading.rows} == set(TEXTS.items())


@pytest.mark.parametrize("gap", ["\n", "\nMore of it follows here.\n"])
def test_names_at_the_head(gap: str) -> None:
    """Lines at the head that name the entries below in other words are asked about, once."""
    names = "".join(f"{code} Case {at}\n" for at, code in enumerate(TEXTS))
    entries = "".join(f"{code} {text}\n{gap}" for code, text in TEXTS.items())
    document = Document("codes.txt", f"{names}\n{entries}")
    found = sniff.sniff(document)
    assert found
    [doubt] = [one for one in found.reading.problems if "in the list at the head" in one.what]
    assert doubt.line == 3
    assert doubt.what == (
        '"101" is "Case 0" in the list at the head, and "Dock is busy" below, where all codes of'
        " the list stand again."
    )
    assert not [one for one in found.reading.problems if "with different texts" in one.what]
    lines = {one.line for one in found.reading.problems}
    kept = replies.applied(document, found.reading, Replies(no_codes=frozenset(lines)))
    assert kept.is_whole
    assert {row.code: row.message for row in kept.rows} == TEXTS


@pytest.mark.parametrize("last", ["101", "104"])
def test_other_lists_at_the_head(last: str) -> None:
    """A list that goes on below, or has a code more, is no list of what stands below."""
    codes = ["101", "102", last]
    first = "".join(f"{code} Dock {code} is shut\n" for code in codes)
    rest = "".join(f"{code} Dock {code} is shut\n\n" for code in ("101", "102", "103"))
    found = sniff.sniff(Document("codes.txt", f"{first}\n{rest}"))
    assert found
    assert not [one for one in found.reading.problems if "at the head" in one.what]
