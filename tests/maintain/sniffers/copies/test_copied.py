"""Copies of tables without anything between cells, or with each on a line, are read by an entry."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.document.doubt import Doubt
from macros.maintain.replies import Replies
from macros.readers.rows import Document

NUMBERS = """\
Return codes

Response CodeDescription
0Moored
1Dock is closed
12Mast is too high
100No pilot is on duty
"""
ALONE = {
    "NO_BERTH": "There is no berth of this name.",
    "LATE_SHIP": "The ship came late.",
    "NO_PILOT": "No pilot is on duty.",
    "FOG": "Nobody can see the dock.",
}


def _sniffed(text: str) -> tuple[Document, sniff.Sniffed]:
    document = Document("codes.txt", text)
    found = sniff.sniff(document)
    assert found
    return document, found


def _rows(found: sniff.Sniffed) -> dict[str, str]:
    return {row.code: row.message for row in found.reading.rows}


def test_glued_numbers() -> None:
    """Numbers of one digit and more end where their texts begin."""
    _, found = _sniffed(NUMBERS)
    assert found.reading.is_whole
    assert _rows(found) == {
        "0": "Moored",
        "1": "Dock is closed",
        "12": "Mast is too high",
        "100": "No pilot is on duty",
    }


@pytest.mark.parametrize(
    ("line", "code", "text"),
    [
        ("3013DS is needed", "301", "3DS is needed"),
        ("3022nd pilot is late", "302", "2nd pilot is late"),
        ("3014Ships are late\n302Gate is shut", "301", "4Ships are late"),
    ],
)
def test_a_digit_of_the_text(line: str, code: str, text: str) -> None:
    """A digit that may be of the text is asked about, and is its first sign where that is so."""
    document, found = _sniffed(f"{NUMBERS}{line}\n5001Gate is shut\n")
    [doubt] = found.reading.problems
    assert isinstance(doubt, Doubt)
    assert doubt.line == 8
    kept = replies.applied(document, found.reading, Replies(as_meant=frozenset({8})))
    assert kept.is_whole
    assert {row.code: row.message for row in kept.rows}[code] == text
    as_read = replies.applied(document, found.reading, Replies(as_read=frozenset({8})))
    assert line[:4] in {row.code for row in as_read.rows}


def test_letters_with_marks() -> None:
    """A word whose second letter has a mark is none of capitals alone, and asks nothing."""
    _, found = _sniffed("Mã lỗiMô tả\n0Thành công\n1Mã sai\n12Sẵn sàng\n13API không đúng\n")
    assert found.reading.is_whole
    assert list(_rows(found)) == ["0", "1", "12", "13"]


def test_two_lists() -> None:
    """A number with two texts is asked about: the page may have two lists."""
    _, found = _sniffed(f"{NUMBERS}\nReason CodeDescription\n1Gate is shut\n120Fog\n")
    asked = {one.line: one.what for one in found.reading.problems}
    assert list(asked) == [9, 5]
    assert '"Reason CodeDescription"' in asked[9]
    assert asked[5] == '"1" stands twice, with different texts.'


def test_one_digit() -> None:
    """Codes of one digit each, glued to their texts, are read as those of several lengths are."""
    text = "Status codeDescription\n0Moored\n1On its way\n3Refused\n4Lost\n"
    _, found = _sniffed(f"Harbour\n\n{text}")
    assert found.reading.is_whole
    assert _rows(found) == {"0": "Moored", "1": "On its way", "3": "Refused", "4": "Lost"}


def test_letters_glued() -> None:
    """A code of letters is not passed over as a heading is, and a class of statuses is no code."""
    text = NUMBERS.replace("Return codes", "4XX Error Code") + "AAddress of the dock only\n"
    _, found = _sniffed(text)
    assert list(_rows(found)) == ["0", "1", "12", "100"]
    assert [one.line for one in found.reading.problems] == [8]


def test_no_heading_of_codes() -> None:
    """Numbers of chapters, below no heading that speaks of codes, are none."""
    text = NUMBERS.replace("Response CodeDescription", "Contents").replace("Return codes", "Dock")
    assert sniff.sniff(Document("codes.txt", text)) is None


def test_glued_statuses() -> None:
    """Names end where a status begins, whatever digits they have, and the text where that ends."""
    text = "errorCodeHTTPDescription\nNO_DOCK404No dock is here\nBAD_BASE64422Text is no base64\n"
    document, found = _sniffed(f"{text}BUSY409The dock is busy\n")
    assert [(row.code, row.named["http"], row.message) for row in found.reading.rows] == [
        ("NO_DOCK", "404", "No dock is here"),
        ("BAD_BASE64", "422", "Text is no base64"),
        ("BUSY", "409", "The dock is busy"),
    ]
    asked = frozenset(one.line for one in found.reading.problems)
    assert 2 in asked
    none = Replies(no_codes=frozenset({1}) & asked, as_read=asked - {1})
    assert replies.applied(document, found.reading, none).is_whole


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_alternating(between: str) -> None:
    """A code that stands alone has the text of the next line, and a word among names is one."""
    lines = [line for pair in ALONE.items() for line in pair]
    _, found = _sniffed("Errors\n\nThese come back.\n\n" + between.join(lines) + "\n")
    assert {row.code: row.message for row in found.reading.rows} == ALONE


@pytest.mark.parametrize("join", ["dock.{}.{}".format, "Dock{1}{0}Error".format])
def test_alternating_words(join: object) -> None:
    """Of words nothing tells but their place, it is asked whether they are codes."""
    assert callable(join)
    names = [join("Busy", "A"), join("Gone", "B"), join("Old", "C")]
    text = "".join(f"{name}\nThe dock is {name[:3]}.\n" for name in names)
    _, found = _sniffed(f"Error codes\n{text}")
    assert list(_rows(found)) == names
    assert any("are words, which nothing tells" in one.what for one in found.reading.problems)


def test_headings_above_words() -> None:
    """Headings above the first code take it for no text of theirs."""
    names = ("no_dock", "late_ship", "old_mast")
    cells = "".join(f"{name}\n\nThe harbour says {name[:3]}.\n\n" for name in names)
    _, found = _sniffed(f"Error codes\n\nExplanation\n\n{cells}")
    assert _rows(found) == {name: f"The harbour says {name[:3]}." for name in names}


def test_two_texts_below() -> None:
    """Where two texts stand below each code, a person chooses the message."""
    text = "".join(
        f"dock.{name}\n\nThe dock is {name}.\n\nTry again {name}.\n\n" for name in ("a", "b", "c")
    )
    _, found = _sniffed(f"System errors\n\n{text}")
    first = found.reading.rows[0]
    assert (first.message, first.columns) == ("The dock is a.", {"text": "Try again a."})
    assert any("can each be the message" in one.what for one in found.reading.problems)


def test_codes_of_another_form() -> None:
    """Lines below the codes, with names as other codes are written, are asked about."""
    text = "401\nThe dock is shut\n404\nThere is no dock\n409\nThe dock is busy\n"
    more = "More\nBAD_DOCKThe dock is bad.NO_PILOTNo pilot.\n"
    _, found = _sniffed(f"Response codes\n{text}{more}")
    assert list(_rows(found)) == ["401", "404", "409"]
    assert [one.line for one in found.reading.problems] == [8, 9]


def test_lines_between() -> None:
    """A line that no entry takes in, between two, is asked about."""
    text = "".join(f"dock.{name}\nThe dock is {name}.\n" for name in ("a", "b", "c"))
    _, found = _sniffed(f"System errors\n{text}And it is old.\ndock.d\nThe dock is new.\n")
    assert 8 in [one.line for one in found.reading.problems]


@pytest.mark.parametrize("title", ["Return codes", "How to moor"])
def test_pipes_around_cells(title: str) -> None:
    """Pipes around codes and texts are none of them; numbers below another title may be steps."""
    texts = {
        "0": "ship is moored",
        "1": "no dock, no pilot",
        "2": "ship is lost",
        "20": "dense fog",
    }
    cells = "".join(f"| {code} |\n{text} |\n|\n" for code, text in texts.items())
    _, found = _sniffed(f"{title}\n\n{cells}")
    assert _rows(found) == texts
    asked = [one.line for one in found.reading.problems if "steps or chapters" in one.what]
    assert asked == ([] if title == "Return codes" else [3])


def test_beside_a_table() -> None:
    """Names that stand alone, as of settings, take nothing from a table of codes above them."""
    rows = "".join(f"| {code} | No {code} | There is none |\n" for code in (4001, 4002, 4003))
    names = "".join(f"dock.{name}\nThe {name} of it.\n" for name in ("name", "size", "age", "mast"))
    text = f"# Errors\n\n| Code | Message | Description |\n|---|---|---|\n{rows}\n{names}"
    found = sniff.sniff(Document("codes.md", text))
    assert found
    assert list(_rows(found)) == ["4001", "4002", "4003"]
