"""Rows of pipe tables whose cells go on in the lines below, up to the pipe at their end."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.ledger import Account
from macros.readers.loose_tables import going_on
from macros.readers.rows import Document

HEAD = ["| Code | Message | Note |", "|---|---|---|"]
LAST = ["| 1003 | Tide is low | Wait |", "| 1004 | Crane is old | Wait |"]


def _read(lines: list[str]) -> tuple[dict[str, tuple[str, str, int]], bool]:
    found = sniff.sniff(Document("errors.md", "\n".join(["# Errors", "", *lines])))
    assert found
    rows = {
        row.code: (row.message, row.named.get("note", ""), row.line) for row in found.reading.rows
    }
    assert Account.IGNORED not in found.reading.accounts.values()
    return rows, found.reading.is_whole


GOING_ON = {
    "the last cell": (
        ["| 1001 | Dock is busy | Wait", "an **hour** |"],
        ("Dock is busy", "Wait\nan hour"),
    ),
    "with a list": (
        ["| 1001 | Dock is busy | Wait:", "- by day", "- by night |"],
        ("Dock is busy", "Wait:\n- by day\n- by night"),
    ),
    "two cells": (
        ["| 1001 | Dock is", "busy |", "Wait", "here |"],
        ("Dock is\nbusy", "Wait\nhere"),
    ),
    "an empty cell": (["| 1001 | Dock is busy |", "|"], ("Dock is busy", "")),
}


@pytest.mark.parametrize("name", GOING_ON)
def test_read(name: str) -> None:
    """What stands in the lines below is a part of the cell, and the rows below it are read."""
    lines, (message, note) = GOING_ON[name]
    rows, is_whole = _read([*HEAD, *lines, "| 1002 | Dock is gone | Wait |", *LAST])
    assert is_whole
    assert rows == {
        "1001": (message, note, 5),
        "1002": ("Dock is gone", "Wait", 5 + len(lines)),
        "1003": ("Tide is low", "Wait", 6 + len(lines)),
        "1004": ("Crane is old", "Wait", 7 + len(lines)),
    }


def test_without_a_pipe_before() -> None:
    """So it is where rows have a pipe behind them alone."""
    head = ["Code | Message | Note |", "---|---|---|"]
    lines = ["1001 | Dock is busy | Wait", "an hour |", "1002 | Dock is gone |", "|"]
    rows, is_whole = _read([*head, *lines, *(one.removeprefix("| ") for one in LAST)])
    assert is_whole
    assert [one[:2] for one in rows.values()][:2] == [
        ("Dock is busy", "Wait\nan hour"),
        ("Dock is gone", ""),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["| 1001 | Dock is busy", "| 1002 | Dock is gone", *LAST],
        ["| 1001 | Dock is busy |", "1002 |", *LAST],
        ["| 1001 | Dock is busy | Wait |", "for an hour", *LAST],
        ["| 1001 | Dock is busy | Wait", "", "for an hour |"],
        ["| 1001 | Dock is busy | Wait", "for | an hour |", *LAST],
    ],
)
def test_cut_rows(lines: list[str]) -> None:
    """A row that lacks cells takes in none of those below it, nor a code, nor what is apart."""
    assert not list(going_on([*HEAD, *lines], 0))


def test_without_pipes_at_the_ends() -> None:
    """Where nothing ends a row, nothing goes on with one."""
    head = ["Code | Message | Note", "---|---|---"]
    assert not list(going_on([*head, "1001 | Dock is busy", "1002 | Dock is gone"], 0))
