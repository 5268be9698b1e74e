"""Blocks that were pushed on, and codes that changed places: short texts, and near misses.

The shapes are those of providers that put a new code into the middle of a list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from macros.review import shifts
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

Document = dict[str, str]


def _shifts(folder: Path, *documents: Document) -> list[tuple[str, str]]:
    texts = [
        invented.TABLE
        + "".join(
            f"| {code} | {text} |\n" for code, said in document.items() for text in said.split("/")
        )
        for document in documents
    ]
    held = catalog.load(invented.write(folder, *texts))["orbit"]
    before, after = held.provider.revisions
    return [
        (shift.old.code, shift.new.code) for shift in shifts.find(held.codes, before, after, "en")
    ]


FOUND: dict[str, tuple[Document, Document, list[tuple[str, str]]]] = {
    "pushed on by one": (
        {"100": "Docked", "101": "Wrong berth", "102": "Berth closed", "103": "No berth"},
        {
            "100": "Docked",
            "101": "Wrong crew",
            "102": "Wrong berth",
            "103": "Berth closed",
            "104": "No berth",
        },
        [("101", "102"), ("102", "103"), ("103", "104")],
    ),
    "drawn back by one": (
        {"101": "Wrong crew", "102": "Wrong berth", "103": "Berth closed"},
        {"101": "Wrong berth", "102": "Berth closed", "103": "Tow away"},
        [("102", "101"), ("103", "102")],
    ),
    "to another block": (
        {"101": "Wrong berth", "102": "Berth closed", "103": "Free"},
        {"201": "Wrong berth", "202": "Berth closed.", "103": "Free"},
        [("101", "201"), ("102", "202")],
    ),
    "texts that others have too": (
        {"100": "Wrong", "101": "Wrong", "102": "Closed", "103": "Lost", "900": "Lost"},
        {"100": "Crew", "101": "Wrong", "102": "Wrong", "103": "Closed", "104": "Lost", "900": "A"},
        [("102", "103"), ("103", "104")],
    ),
    "three in a row": (
        {
            "101": "Wrong",
            "102": "Shut",
            "103": "Lost",
            "900": "Wrong",
            "902": "Shut",
            "904": "Lost",
        },
        {
            "101": "A",
            "102": "Wrong",
            "103": "Shut",
            "104": "Lost",
            "900": "Wrong",
            "902": "Shut",
            "904": "Lost",
        },
        [("101", "102"), ("102", "103"), ("103", "104")],
    ),
    "blocks pushed on by a hundred, with a new one before them": (
        {
            "100": "Docked",
            "300": "Wrong post",
            "301": "Post banned",
            "400": "Wrong note",
            "401": "Note shut",
            "500": "Wrong file",
        },
        {
            "100": "Docked",
            "300": "Wrong tag",
            "301": "Tag shut",
            "400": "Wrong post",
            "401": "Post banned",
            "500": "Wrong note",
            "501": "Note shut",
            "600": "Wrong file",
        },
        [("300", "400"), ("301", "401"), ("400", "500"), ("401", "501"), ("500", "600")],
    ),
    "alone, and like no other": (
        {"101": "Dock is busy", "103": "Ship is too long", "104": "No view"},
        {
            "101": "Dock is busy",
            "103": "Tide is low",
            "104": "No view",
            "105": "Ship is too long.",
        },
        [("103", "105")],
    ),
    "alone, from a code that is dropped": (
        {"101": "Dock is busy", "104": "The tide is low"},
        {"101": "Dock is busy", "105": "The tide is low"},
        [("104", "105")],
    ),
    "alone, to a code that had another text": (
        {"101": "Crew not found", "104": "The tide is low"},
        {"101": "The tide is low", "104": "The mast is torn"},
        [("104", "101")],
    ),
    "exchanged": (
        {"101": "Wrong berth", "107": "Free", "109": "Tow away"},
        {"101": "Tow away", "107": "Free", "109": "Wrong berth"},
        [("101", "109"), ("109", "101")],
    ),
}


@pytest.mark.parametrize("name", FOUND)
def test_found(tmp_path: Path, name: str) -> None:
    """Short texts that moved with their neighbours, or in exchange, are known again."""
    before, after, expected = FOUND[name]
    assert _shifts(tmp_path, before, after) == expected


NONE: dict[str, tuple[Document, Document]] = {
    "alone": (
        {"101": "Wrong berth", "102": "Free"},
        {"101": "Tow away", "102": "Wrong berth"},
    ),
    "two that others have too": (
        {"101": "Wrong", "102": "Shut", "900": "Wrong", "902": "Shut"},
        {"101": "A", "102": "Wrong", "103": "Shut", "900": "Wrong", "902": "Shut"},
    ),
    "another order": (
        {"101": "Wrong berth", "102": "Shut", "103": "Lost"},
        {"201": "Lost", "202": "Wrong berth", "203": "Shut crew"},
    ),
    "it still stands there": (
        {"101": "Wrong berth", "102": "Shut"},
        {"101": "Wrong berth", "102": "Shut", "201": "Wrong berth", "202": "Shut"},
    ),
    "it stood there before": (
        {"101": "Wrong berth", "102": "Shut", "201": "Wrong berth", "202": "Shut"},
        {"101": "A", "102": "B", "201": "Wrong berth", "202": "Shut"},
    ),
    "one stays in the row of two": (
        {"101": "Wrong berth/Shut", "102": "Lost"},
        {"101": "Wrong berth/Tow", "102": "Shut"},
    ),
    "two that others have now": (
        {"101": "Wrong berth", "102": "Shut", "901": "Free"},
        {
            "201": "Wrong berth",
            "202": "Shut",
            "900": "Wrong berth",
            "901": "Free",
            "902": "Shut",
        },
    ),
    "two that others had": (
        {
            "101": "Wrong berth",
            "102": "Shut",
            "900": "Wrong berth",
            "901": "Free",
            "902": "Shut",
        },
        {"201": "Wrong berth", "202": "Shut", "900": "A1", "901": "Free", "902": "B1"},
    ),
    "exchanged, and one stands elsewhere": (
        {"101": "Wrong berth", "107": "Free", "109": "Tow away", "300": "Tow away"},
        {"101": "Tow away", "107": "Free", "109": "Wrong berth", "300": "Tow away"},
    ),
    "signs alone": (
        {"101": "…", "102": "!", "103": "?"},
        {"201": "&", "202": ";", "203": ":"},
    ),
    "two ways are as long": (
        {"101": "A1", "102": "B1", "103": "C1"},
        {
            "201": "A1",
            "202": "B1",
            "203": "C1",
            "250": "between",
            "301": "A1",
            "302": "B1",
            "303": "C1",
        },
    ),
}


@pytest.mark.parametrize("name", NONE)
def test_none(tmp_path: Path, name: str) -> None:
    """What may be chance is told of nobody."""
    assert _shifts(tmp_path, *NONE[name]) == []


def test_a_text_that_everybody_has(tmp_path: Path) -> None:
    """A text that came to very many codes tells nothing, and costs nothing."""
    many = {str(code): "Wrong" for code in range(1000, 1100)}
    first = {"101": "Ill", "102": "Wrong", "103": "Lost"}
    assert _shifts(tmp_path, first, {"102": "Ill", "103": "Wrong", "104": "Lost", **many}) == []
