"""Columns that headings name, told apart by their places alone, are asked about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.maintain import replies, sniff
from macros.maintain.document import reading
from macros.maintain.doubts.messages import columns_named
from macros.maintain.replies import Replies
from macros.readers.rows import Document

Said = dict[str, tuple[str, dict[str, str]]]


def _meant(text: str) -> Said:
    """Return what is read once the one question is answered with yes."""
    document = Document("codes.txt", text)
    found = sniff.sniff(document)
    assert found
    own = columns_named.told_apart(document, found.reading)
    assert own
    assert own.doubt in found.reading.problems
    given = Replies(as_meant=frozenset({own.doubt.line}))
    kept = replies.applied(document, found.reading, given)
    assert kept.is_whole
    return {row.code: (row.message, {**row.columns, **row.named}) for row in kept.rows}


def _problems(text: str) -> list[str]:
    found = sniff.sniff(Document("codes.txt", text))
    assert found
    return [one.what for one in found.reading.problems]


def test_a_status_behind() -> None:
    """A status at the end of each line, which the headings name, is no part of the messages."""
    rows = "101 Dock is busy 409\n102 Gate is shut 423\n103 Crane is broken 500\n"
    assert _meant(f"Code Meaning HTTP\n{rows}") == {
        "101": ("Dock is busy", {"http": "409"}),
        "102": ("Gate is shut", {"http": "423"}),
        "103": ("Crane is broken", {"http": "500"}),
    }


def test_a_level_behind() -> None:
    """So is a level; it becomes a column that is called as its heading is."""
    rows = "Q1 Dock is busy Error\nQ2 Gate is shut Warning\nQ3 Crane is broken Error\n"
    assert _meant(f"Error code Text Severity\n\n{rows}") == {
        "Q1": ("Dock is busy", {"severity": "Error"}),
        "Q2": ("Gate is shut", {"severity": "Warning"}),
        "Q3": ("Crane is broken", {"severity": "Error"}),
    }


@pytest.mark.parametrize("heading", ["No. Code Meaning\n", "# Errorcode Meldung\n", ""])
def test_numbers_of_rows(heading: str) -> None:
    """Numbers that count the rows are no codes where the codes stand behind them."""
    rows = "1 E-5 Dock is busy\n2 E-7 Gate is shut\n3 E-9 Crane is broken\n"
    said = _meant(f"{heading}{rows}")
    assert {code: text for code, (text, _) in said.items()} == {
        "E-5": "Dock is busy",
        "E-7": "Gate is shut",
        "E-9": "Crane is broken",
    }


def test_several_words_alone() -> None:
    """A word on each side of the message is told apart, too."""
    rows = "D1 409 Dock is busy no\nD2 423 Gate is shut yes\nD3 500 Crane is broken no\n"
    assert _meant(f"Code HTTP Meaning Retry\n{rows}")["D2"] == (
        "Gate is shut",
        {"http": "423", "retry": "yes"},
    )


def test_as_read() -> None:
    """What is one message in spite of the headings stays as it is read."""
    document = Document("codes.txt", "Code Meaning Level\n11 Dock A high\n12 Gate low\n13 A low\n")
    found = sniff.sniff(document)
    assert found
    kept = replies.applied(document, found.reading, Replies(as_read=frozenset({1})))
    assert kept.is_whole
    assert [row.message for row in kept.rows] == ["Dock A high", "Gate low", "A low"]


def test_texts_that_nothing_tells_apart() -> None:
    """Of two columns with several words nobody can tell where one ends: no way is offered."""
    rows = "1 Dock Busy The dock is taken.\n2 Gate Shut The tide is out.\n3 Late He is late.\n"
    for heading in ("Code Title Explanation", "CODE TITLE EXPLANATION", "code title explanation"):
        (what,) = _problems(f"{heading}\n{rows}")
        assert what.startswith(f'"{heading}" seems to name several columns of texts')


@pytest.mark.parametrize(
    "heading",
    [
        "Code Meaning",
        "Error Code Error Message",
        "Error Code Reference",
        "Code Message Text",
        "Dock errors",
        "Status Code Reason Phrase",
        "Code What it means",
    ],
)
def test_sound_lists(heading: str) -> None:
    """Headings of a code and a text, and titles, ask nothing, whatever the last words are."""
    rows = "101 Dock is busy at 409\n102 Gate is in error\n103 Crane is broken\n"
    assert _problems(f"{heading}\n{rows}") == []


def test_messages_that_begin_with_codes_of_their_own() -> None:
    """Small codes that count, with texts whose first words are no codes, ask nothing."""
    rows = "1 The dock is busy\n2 The gate E5 is shut\n3 The crane is broken\n"
    assert _problems(f"Codes\n{rows}") == []


def test_codes_that_are_words() -> None:
    """Behind the numbers of rows, a column that is called code has words, too, as codes."""
    rows = "1 busy Dock is busy\n2 shut Gate is shut\n3 broken Crane is broken\n"
    assert _meant(f"No. Code Text\n{rows}")["shut"] == ("Gate is shut", {"no": "2"})


def test_a_script_without_capitals() -> None:
    """Where headings have no capitals, their places alone tell columns apart."""
    rows = "101 Dock is busy high\n102 Gate is shut low\n103 Crane is broken low\n"
    assert _meant(f"코드 의미 단계\n{rows}")["102"] == ("Gate is shut", {"column_3": "low"})
    rows = "101 Dock is busy\n102 Gate is shut\n103 Crane is broken\n"
    assert _problems(f"에러 코드 에러 메시지\n{rows}") == []


def test_statuses_that_no_heading_names() -> None:
    """Statuses at the end of all texts are asked about without a heading, too."""
    rows = "101 Dock is busy 409\n102 Gate is shut 423\n103 Crane is broken 500\n"
    assert _meant(f"Errors of docks\n\n{rows}")["102"] == ("Gate is shut", {"http": "423"})
    assert _problems(rows.replace("500", "5")) == []


def test_a_sign_is_no_column() -> None:
    """A sign between code and text is no word of a column: then no way is ready."""
    rows = "101 - Dock is busy 409\n102 - Gate is shut 423\n103 - Crane is broken 500\n"
    (what,) = _problems(f"Code Meaning HTTP\n{rows}")
    assert "which nothing keeps apart" in what


def test_headings_of_a_later_list() -> None:
    """Headings further below are seen, where the first list has none."""
    first = "101 Dock is busy\n102 Gate is shut\n103 Crane is broken\n"
    (what,) = _problems(f"{first}\nCode Meaning HTTP\n201 Gate is shut 409\n202 No gate 404\n")
    assert what.startswith('"Code Meaning HTTP" seems to name several columns of texts')


def test_two_texts_and_a_status() -> None:
    """A status is told apart, and the two texts before it are asked about all the same."""
    rows = "1 Busy The dock is busy 409\n2 Shut The gate is shut 423\n3 Lost No crane 404\n"
    whats = _problems(f"Code Title Explanation HTTP\n{rows}")
    assert any("seems to end with a status" in what for what in whats)
    assert any("seems to name several columns of texts" in what for what in whats)


def test_pages_behind_a_tab() -> None:
    """Numbers in a column behind texts that begin with codes are perhaps those of pages."""
    rows = "E101 Dock is busy\t12\nE102 Gate is shut\t13\nE103 Crane is broken\t14\n"
    assert _meant(rows)["E102"] == ("Gate is shut", {"number": "13"})
    assert _problems("Dock is busy\t12\nGate E5 is shut\t13\nCrane is broken\t14\n") == []


def test_several_code_sets() -> None:
    """Codes of several sets have no way ready, for it would make one set of them."""
    rows = "101 Dock is busy 409\n102 Gate is shut 423\n103 Crane is broken 500\n"
    document = Document("codes.txt", f"Code Meaning HTTP\n{rows}")
    found = sniff.sniff(document)
    assert found
    first, *others = found.reading.rows
    parted = replace(found.reading, rows=(replace(first, code_set="docks"), *others))
    assert columns_named.told_apart(document, found.reading)
    assert columns_named.told_apart(document, parted) is None


def test_the_message_by_its_name() -> None:
    """The column that can have several words is the one that is called as messages are."""
    rows = "60 No answer both\n61 No berth ship\n62 No crane here ship\n63 No rope quay\n"
    assert _meant(f"Code Meaning Side\n{rows.replace('quay', 'ship')}") == {
        "60": ("No answer", {"side": "both"}),
        "61": ("No berth", {"side": "ship"}),
        "62": ("No crane here", {"side": "ship"}),
        "63": ("No rope", {"side": "ship"}),
    }
    (what,) = _problems(f"Code Meaning Side\n{rows.replace('63 No rope quay', '63 No rope at')}")
    assert "which nothing keeps apart" in what


def test_wide_gaps() -> None:
    """Where gaps tell columns apart, the reader asks for these, and nothing else does."""
    rows = (
        "60  No answer  both\n61  No berth   ship\n62  No crane on land ship\n63  No rope    ship\n"
    )
    (what,) = _problems(f"Code Meaning    Side\n{rows}")
    assert what.startswith("lines look like several columns")


def test_a_line_that_lacks_a_column() -> None:
    """Where the next document has a line without the level, its last word is not taken for one."""
    rows = "101 Dock is busy Error\n102 Gate is shut Warning\n103 Crane is broken Error\n"
    document = Document("codes.txt", f"Code Meaning Level\n{rows}")
    found = sniff.sniff(document)
    assert found
    kept = replies.applied(document, found.reading, Replies(as_meant=frozenset({1})))
    after = Document("codes.txt", f"Code Meaning Level\n{rows}104 Tide is out\n")
    [problem] = reading.read(after, kept.options).problems
    assert problem.line == 5


def test_a_page_on_one_line() -> None:
    """The rows of a page that has no line breaks are no lines with columns, however many."""
    rows = "".join(
        f"<tr><td>{code}</td><td>Dock {code % 97} is busy</td></tr>" for code in range(1000, 6000)
    )
    text = f"<table><tr><th>Code</th><th>Text</th></tr>{rows}</table>"
    found = sniff.sniff(Document("errors.html", text))
    assert found
    assert (found.reading.is_whole, len(found.reading.rows)) == (True, 5000)
