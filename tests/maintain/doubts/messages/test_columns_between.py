"""Statuses and names between codes and texts are asked about, with what reads them apart."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.doubts.messages import columns_between
from macros.maintain.replies import Replies
from macros.readers.ledger import Account
from macros.readers.rows import Document

GLUED = """\
ERROR CODEHTTP Status CodeMESSAGE
0003404No dock is here
0102404No crane is here
0103400The ship is too long
0104400The mast is too high
"""
NAMED = """\
Code Level Description
dock_busy WARN The dock is busy now.
dock_gone ERROR No dock is here.
mast_high ERROR The mast is too high.
"""
SLUGS = """\
CodeSlugDescription
1001DOCK_BUSYThe dock is busy
1002DOCK_GONENo dock is here
1003MAST_HIGHA mast is too high
2001NO_PILOTNo pilot is on duty
"""
STATUSES = """\
Status Error Description
404 NO_DOCK No dock is here.
404 NO_CRANE No crane is here.
409 DOCK_BUSY The dock is busy now.
400 MAST_HIGH The mast is too high.
"""


def _asked(text: str) -> tuple[sniff.Sniffed, Document, list[int]]:
    document = Document("errors.txt", text)
    found = sniff.sniff(document)
    assert found
    asked = [one for one in columns_between.doubts(document, found.reading) if one.change]
    assert set(asked) <= set(found.reading.problems)
    return found, document, [one.line for one in asked]


def _meant(text: str) -> dict[str, tuple[str, dict[str, str]]]:
    found, document, lines = _asked(text)
    others = {one.line for one in found.reading.problems} - set(lines)
    given = Replies(as_meant=frozenset(lines), as_read=frozenset(others))
    kept = replies.applied(document, found.reading, given)
    assert kept.is_whole
    return {row.code: (row.message, row.named) for row in kept.rows}


def test_a_glued_status() -> None:
    """0003404 is perhaps the code 0003 and the status 404, and is no code then."""
    assert _meant(GLUED) == {
        "0003": ("No dock is here", {"http": "404"}),
        "0102": ("No crane is here", {"http": "404"}),
        "0103": ("The ship is too long", {"http": "400"}),
        "0104": ("The mast is too high", {"http": "400"}),
    }


def test_a_level() -> None:
    """A level or name behind the code is a column of its own where somebody says so."""
    assert _meant(NAMED)["dock_gone"] == ("No dock is here.", {"name": "ERROR"})


def test_a_glued_name() -> None:
    """A name ends where a capital with a small letter begins; a line without such is refused."""
    found, document, lines = _asked(SLUGS)
    assert lines == [2]
    given = Replies(as_meant=frozenset({2}), as_read=frozenset({1}))
    kept = replies.applied(document, found.reading, given)
    assert [(row.code, row.message, row.named) for row in kept.rows] == [
        ("1001", "The dock is busy", {"name": "DOCK_BUSY"}),
        ("1002", "No dock is here", {"name": "DOCK_GONE"}),
        ("2001", "No pilot is on duty", {"name": "NO_PILOT"}),
    ]
    assert [one.line for one in kept.problems] == [4]


def test_names_behind_statuses() -> None:
    """Where statuses begin the lines, the names behind them are the codes."""
    assert _meant(STATUSES)["NO_CRANE"] == ("No crane is here.", {"http": "404"})


def test_names_without_an_end() -> None:
    """Where nothing tells where the names end, the page has to be saved in another way."""
    rows = "401BAD_KEYAPI key is wrong\n403NO_KEYAPI key is missing\n404NO_DOCKA dock is missing\n"
    document = Document("errors.txt", f"CodeDescription\n{rows}")
    found = sniff.sniff(document)
    assert found
    [doubt] = columns_between.doubts(document, found.reading)
    assert (doubt.line, doubt.change) == (2, None)
    assert doubt.what == (
        '"401BAD_KEYAPI key is wrong" seems to have a name glued to what stands around it, as 2'
        " more lines have, and nothing tells where it ends."
    )
    assert doubt in found.reading.problems


def test_joined_names_behind_statuses() -> None:
    """Names of joined words behind statuses are no part of the text, and end nowhere for sure."""
    rows = "404NoDockNo dock is here\n409DockBusyThe dock is busy\n404NoCraneNo crane is here\n"
    document = Document("errors.txt", f"HTTP STATUSCODEMESSAGE\n{rows}")
    found = sniff.sniff(document)
    assert found
    [doubt] = columns_between.doubts(document, found.reading)
    assert (doubt.line, doubt.change) == (2, None)
    assert "nothing tells where it ends" in doubt.what


def test_nothing_is_lost() -> None:
    """A line that is refused is not passed over by what is offered."""
    more = "Other errors\nX1-BUSY_DOCKDock is busy\n"
    found, document, lines = _asked(SLUGS + more)
    assert found.reading.accounts[6] == Account.REFUSED
    assert lines == [2]
    kept = replies.applied(document, found.reading, Replies(as_meant=frozenset({2})))
    assert kept.accounts[7] == Account.REFUSED
    assert 7 in {one.line for one in kept.problems}


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"{40400 + at}Dock {at} is busy\n" for at in range(6)),
        "".join(f"{at}404Dock of {at} is busy\n" for at in (11, 27, 35)) + "12777Gate is shut\n",
        "".join(f"{code} The dock is busy\n" for code in (4001, 4002, 4003, 4004)),
        "".join(f"{code} API key {code} is wrong\n" for code in ("E1", "E2", "E3")) + "E4 No key\n",
    ],
)
def test_ordinary(text: str) -> None:
    """Codes that end as a status by chance, and messages alone, ask nothing."""
    assert _asked(text)[2] == []


PARTS = {
    "10": ("The dock is busy", {"name": "dock"}),
    "11": ("The gate is shut", {"name": "old gate"}),
    "12": ("The crane: it is stuck", {"name": "stuck"}),
    "13": ("The pilot is late", {"name": "late"}),
}


@pytest.mark.parametrize(
    ("file", "form"),
    [
        ("errors.txt", "{}: {}: {}\n"),
        ("errors.txt", "{} {}: {}\n"),
        ("errors.txt", "{} = {}: {}\n"),
        ("errors.txt", "{} = {} = {}\n"),
        ("errors.md", "- **{}**: {}: {}\n"),
        ("errors.md", "- `{}` {}: {}\n"),
    ],
)
def test_a_part_before_a_sign(file: str, form: str) -> None:
    """Words that all lines have before a second sign are asked about, and a column if so."""
    rows = "".join(form.format(code, said["name"], text) for code, (text, said) in PARTS.items())
    document = Document(file, f"Codes of the harbour\n\n{rows}")
    found = sniff.sniff(document)
    assert found
    [asked] = found.reading.problems
    assert (asked.line, '"dock", between "10" and the text' in asked.what) == (3, True)
    as_read = replies.applied(document, found.reading, Replies(as_read=frozenset({3})))
    meant = replies.applied(document, found.reading, Replies(as_meant=frozenset({3})))
    assert as_read.is_whole
    assert meant.is_whole
    assert all(row.message.endswith(PARTS[row.code][0]) for row in as_read.rows)
    assert {row.code: (row.message, row.named) for row in meant.rows} == PARTS


def test_a_part_above_texts_that_go_on() -> None:
    """Where a text goes on below such a line, what is between is asked about all the same."""
    rows = "".join(f"{code}: {said['name']}: {text}\n" for code, (text, said) in PARTS.items())
    document = Document("errors.txt", f"Codes\n\n{rows}    since the tide\n")
    found = sniff.sniff(document)
    assert found
    assert found.reading.rows[-1].message == "late: The pilot is late\nsince the tide"
    [doubt] = columns_between.doubts(document, found.reading)
    assert (doubt.line, doubt.change, doubt in found.reading.problems) == (3, None, True)


@pytest.mark.parametrize(
    "rows",
    [
        "10: The dock is busy\n11: Wait: the gate is shut\n12: No crane: it is stuck\n13: Late\n",
        "10: The dock is at pier: 4\n11: The gate is on the left: 2\n12: No crane is here: 3\n",
    ],
)
def test_texts_with_a_sign(rows: str) -> None:
    """A sign in some texts, or behind a sentence in all, is a part of them."""
    document = Document("errors.txt", f"Codes\n\n{rows}")
    found = sniff.sniff(document)
    assert found
    assert list(columns_between.doubts(document, found.reading)) == []
