"""Titles with a number above codes that begin with it: asked about once, as titles or as codes."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

TEXTS = ["Dock is busy", "Gate is shut", "Crane is broken", "Tide is low", "Ship is late", "Storm"]
WORDS = "now again today soon then here there".split()
TITLES = {"400": "Client errors", "500": "Server errors", "E4": "Of docks", "E5": "Of ships"}


def _read(codes: str, between: str = " ", before: str = "") -> tuple[Document, sniff.Sniffed]:
    texts = iter([f"{text} {word}" for word in WORDS for text in TEXTS])
    lines = [f"{before}{one}{between}{TITLES.get(one) or next(texts)}\n" for one in codes.split()]
    document = Document("errors.md" if before else "errors.txt", "".join(["Errors\n\n", *lines]))
    found = sniff.sniff(document)
    assert found
    return document, found


@pytest.mark.parametrize(
    ("codes", "titles"),
    [
        ("400 40001 40002 40003 500 50001 50002", {3, 7}),
        ("400 4001 4002 500 5001", {3, 6}),
        ("E4 E401 E402 E5 E501", {3, 6}),
        ("400 40001 40002 40003", {3}),
        ("90001 400 40001 40002 500 50001", {4, 7}),
    ],
)
@pytest.mark.parametrize(("between", "before"), [(" ", ""), (": ", ""), (" - ", "- ")])
def test_titles(codes: str, titles: set[int], between: str, before: str) -> None:
    """One question names all titles; without them, all codes are read, and with them those too."""
    document, found = _read(codes, between, before)
    [problem] = found.reading.problems
    assert "codes that begin with" in problem.what
    assert problem.line == min(titles)
    without = replies.applied(document, found.reading, Replies(no_codes=frozenset({problem.line})))
    assert without.is_whole
    all_codes = codes.split()
    places = [line - 3 for line in titles]
    assert [row.code for row in without.rows] == [
        code for place, code in enumerate(all_codes) if place not in places
    ]
    as_read = replies.applied(document, found.reading, Replies(as_read=frozenset({problem.line})))
    assert as_read.is_whole
    assert [row.code for row in as_read.rows] == all_codes


def test_parts_behind_a_sign() -> None:
    """Numbers above codes that go on behind a sign can be titles as well."""
    _, found = _read("400 400-1 400-2 500 500-1")
    [problem] = found.reading.problems
    assert problem.what.startswith('"400" and 1 more stand above codes that begin with them')
    _, found = _read("400 400-1 400-2 500 600")
    assert found.reading.is_whole


@pytest.mark.parametrize(
    "codes",
    [
        " ".join(sorted(map(str, range(1, 36)))),
        "10 20 40 401 402 403",
        "1 101 102 103",
        "-1 -10 -11 -12",
        "400 401 402 500 501",
        "404 4041 500 600 700 800",
        "E1 E2 E10 E11 E12",
    ],
)
def test_sound(codes: str) -> None:
    """Codes that go on where shorter ones end, and such that begin alike by chance, are some."""
    _, found = _read(codes)
    assert not [one for one in found.reading.problems if "the title of a group" in one.what]
    assert [row.code for row in found.reading.rows] == codes.split()
