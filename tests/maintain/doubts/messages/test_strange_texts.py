"""Texts that are perhaps no messages are asked about: one that all codes have, cut ones, signs."""

from __future__ import annotations

import json

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

HEAD = "| Code | Text |\n|---|---|\n"


def _asked(texts: list[str]) -> list[str]:
    rows = "".join(f"| {number} | {text} |\n" for number, text in enumerate(texts, 1001))
    document = Document("errors.md", HEAD + rows)
    found = sniff.sniff(document)
    assert found
    asked = found.reading.problems
    if asked:
        kept = replies.applied(
            document, found.reading, Replies(as_read=frozenset(one.line for one in asked))
        )
        assert kept.is_whole
        assert [row.message for row in kept.rows] == texts
    return [one.what for one in asked]


def test_one_text() -> None:
    """What all codes have is no message of any."""
    assert _asked(["Loading"] * 5) == ['all 5 codes have the text "Loading".']


@pytest.mark.parametrize("cut", ["…", "..."])
def test_cut_off(cut: str) -> None:
    """Texts of which most end within a sentence are shown in part."""
    texts = [f"The dock {number} is not op{cut}" for number in range(4)] + ["Short"]
    assert _asked(texts) == [f'"The dock 0 is not op{cut}" and most other texts are cut off.']


def test_numbers() -> None:
    """Where no text has a word, numbers are read as messages, such as those of codes."""
    lines = "1001 (NO_TOKEN)\nNo token.\n\n1002 (NO_DOCK)\nNo dock.\n\n1003 (NO_PIER)\nNo pier.\n"
    found = sniff.sniff(Document("errors.txt", lines))
    assert found
    (asked,) = found.reading.problems
    assert asked.what == '"1001" is read as the message of "NO_TOKEN", and none has a word.'
    assert asked.do.startswith("Show a code with its whole text, by --such-as CODE TEXT")


NUMBERED = "error.busy: 1001\nerror.shut: 1002\nerror.lost: 1003\nerror.gone: 1004\n"


@pytest.mark.parametrize(
    "document",
    [
        Document("errors.yaml", NUMBERED),
        Document("errors.json", json.dumps({"a.b": 1001, "c.d": 1002, "e.f": 1003, "g.h": 1004})),
        Document("errors.yaml", NUMBERED.upper().replace(".", "_")),
    ],
)
def test_names_of_numbers(document: Document) -> None:
    """Where names have numbers for texts, these are the codes, if a person says so."""
    found = sniff.sniff(document)
    assert found
    (asked,) = found.reading.problems
    assert asked.what.endswith("and none has a word.")
    assert f"add --as-meant {asked.line}; the names are the messages then." in asked.do
    given = Replies(as_meant=frozenset([asked.line]))
    meant = replies.applied(document, found.reading, given)
    assert meant.is_whole
    assert [row.code for row in meant.rows] == ["1001", "1002", "1003", "1004"]
    assert [row.message for row in meant.rows] == [row.code for row in found.reading.rows]


def test_port_among_names() -> None:
    """A setting among such names is asked about, too, and left out where it is none."""
    document = Document("errors.yaml", f"{NUMBERED}dock.port: 8080\n")
    found = sniff.sniff(document)
    assert found
    asked = {one.line: one.what for one in found.reading.problems}
    assert asked[5] == (
        '"dock.port" is called "dock.port", as a setting is, so it is perhaps no code.'
    )
    given = Replies(as_meant=frozenset([1]), no_codes=frozenset([5]))
    meant = replies.applied(document, found.reading, given)
    assert meant.is_whole
    assert [row.code for row in meant.rows] == ["1001", "1002", "1003", "1004"]


@pytest.mark.parametrize("sign", ["> ", "† ", "**", "; "])
def test_one_sign(sign: str) -> None:
    """A sign that all texts begin with may stand between codes and texts."""
    texts = [f"{sign}{text}" for text in ("Dock is busy", "Dock is shut", "No crane", "No gate")]
    written = f'all 4 texts begin with "{sign[0]}", which perhaps parts them from the codes.'
    assert _asked(texts) == [written]


@pytest.mark.parametrize(
    "texts",
    [
        ["> Busy", "Shut", "> Gone", "> Lost"],
        ["-1 is no pier", "-2 is no dock", "-3 is no crane", "-4 is no gate"],
        ["“Busy” dock", "“Shut” dock", "“Gone” dock", "“Lost” dock"],
        ["(API) Busy", "(API) Shut", "(API) Gone", "(API) Lost"],
        ["%s is busy", "%s is shut", "%s is gone", "%s is lost"],
        ["$dock is busy", "$dock is shut", "$dock is gone", "$dock is lost"],
        ["¿Está ocupado?", "¿Está cerrado?", "¿Está libre?", "¿Está roto?"],
        ["Busy", "Busy", "Busy", "Gone"],
        ["Busy"] * 3,
        ["Wait…", "Dock is busy", "Dock is gone", "Crane is lost", "Gate is shut"],
    ],
)
def test_sound(texts: list[str]) -> None:
    """A text that comes often, few rows, and one text that trails off are not asked about."""
    assert _asked(texts) == []
