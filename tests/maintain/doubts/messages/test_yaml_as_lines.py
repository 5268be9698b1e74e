"""Texts that are others as YAML than as lines."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.document.doubt import Doubt
from macros.maintain.replies import Replies
from macros.readers.rows import Document

TEXTS = {"101": "Dock is busy", "102": "Gate isn't open", "103": "Crane is broken"}


def _guess(name: str, text: str) -> sniff.Sniffed:
    found = sniff.sniff(Document(name, text))
    assert found
    return found


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.yaml", '- 101: "{}"\n- 102: "{}"\n- 103: {} # since 2.0\n'),
        ("x.yml", "# Codes\nerrors:\n  - 101: {}\n  - 102: >\n      {}\n  - 103: '{}'\n"),
        ("x.yaml", 'dock:\n  - 101: {}\n  - 102: "{}"\ncrane:\n  - 103: {}\n  - 104: Rope\n'),
        ("x.yaml", '- {{101: "{}"}}\n- {{102: "{}"}}\n- {{103: "{}"}}\n'),
        ("x.json", '[{{"101": "{}"}}, {{"102": "{}"}}, {{"103": "{}"}}]'),
    ],
)
def test_a_list_of_codes_with_texts(name: str, text: str) -> None:
    """A list whose items are a code with its text is read as the data that it is."""
    found = _guess(name, text.format(*TEXTS.values()))
    assert found.reading.is_whole
    more = {"104": "Rope"} if "104" in text else {}
    assert {row.code: row.message for row in found.reading.rows} == {**TEXTS, **more}


@pytest.mark.parametrize("name", ["x.md", "x.txt"])
def test_bullets(name: str) -> None:
    """In a page these are bullets, and what looks like a remark of YAML is a part of the text."""
    found = _guess(name, "- 101: Dock is busy\n- 102: Gate # 5 is shut\n- 103: Crane is broken\n")
    assert found.reading.is_whole
    assert found.reading.rows[1].message == "Gate # 5 is shut"


def test_marks_in_messages() -> None:
    """Where lines keep a mark that YAML has not, it is asked, and the way on is what YAML says."""
    document = Document("x.yaml", "".join(f'- "{code}: {text}"\n' for code, text in TEXTS.items()))
    found = _guess(document.file, document.text)
    [doubt] = found.reading.problems
    assert isinstance(doubt, Doubt)
    assert doubt.line == 1
    assert 'is the text of "101" as the lines are read, and another one as YAML' in doubt.what
    mended = replies.applied(document, found.reading, Replies(as_meant=frozenset({1})))
    assert mended.is_whole
    assert [row.message for row in mended.rows] == [*TEXTS.values()]


def test_plain_lines() -> None:
    """Where the lines say what YAML says, nothing is asked."""
    found = _guess("x.yaml", "".join(f"- {code} {text}\n" for code, text in TEXTS.items()))
    assert found.reading.is_whole
    assert found.reading.rows[0].message == "Dock is busy"


def test_cut_at_a_number_sign() -> None:
    """A text whose lines can be read as YAML is asked about where that cuts its messages."""
    document = Document("x.txt", "101: Dock is busy\n102: Gate # 5 is shut\n103: Crane is lost\n")
    found = _guess(document.file, document.text)
    [doubt] = found.reading.problems
    assert doubt.what == (
        '"Gate", the text of "102", is cut at a number sign, behind which YAML has a remark.'
    )
    mended = replies.applied(document, found.reading, Replies(as_meant=frozenset({2})))
    assert mended.is_whole
    assert [row.message for row in mended.rows] == [
        "Dock is busy",
        "Gate # 5 is shut",
        "Crane is lost",
    ]
