"""Lines outside of entries that are written as lines of entries are: none goes with another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.errors import ProblemsError
from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document, Row

if TYPE_CHECKING:
    from macros.maintain.document import reading

TEXTS = {"4001": "The berth is taken.", "4002": "The ship is long.", "4003": "The crane is old."}


def _sniff(file: str, text: str) -> tuple[Document, reading.Reading]:
    document = Document(file, text)
    found = sniff.sniff(document)
    assert found
    return document, found.reading


def _page(line: str, entry: str) -> str:
    entries = "".join(entry.format(code=code, text=text, line=line) for code, text in TEXTS.items())
    return f"# Quay errors\n\n{line}\n\n{entries}"


def _said(row: Row) -> str:
    return " ".join([row.message, *row.columns.values()]).replace("\n", " ")


@pytest.mark.parametrize("line", ["Ask the pilot.", "Fragen Sie den Lotsen.", "请联系引航员。"])
@pytest.mark.parametrize(
    "entry",
    [
        "## {code}\n\n{text}\n\n{line}\n\n",
        "## {code}\n\n{text}\n{line}\n\n",
        "## {code} {text}\n\n{line}\n\n",
        "- {code}: {text}\n  {line}\n",
        "- {code}: {text}\n\n  {line}\n",
    ],
)
def test_of_the_page(line: str, entry: str) -> None:
    """A sentence of the page is passed over where it is one, and kept below each code."""
    _, result = _sniff("a.md", _page(line, entry))
    assert result.is_whole
    assert {row.code: _said(row) for row in result.rows} == {
        code: f"{text} {line}" for code, text in TEXTS.items()
    }


def test_no_codes() -> None:
    """Where a line is refused, it is told which entries lose what is written alike."""
    document, result = _sniff(
        "a.md", _page("See 4000 of old.", "## {code}\n\n{text}\n\n{line}\n\n")
    )
    assert [one.line for one in result.problems] == [3, 3]
    assert result.problems[1].what == (
        '"See 4000 of old." stands in entries, too (lines 9, 15, 21), and would be passed over'
        " there."
    )
    open_ = replies.applied(document, result, Replies(no_codes=frozenset({3})))
    assert not open_.is_whole
    both = Replies(no_codes=frozenset({3}), as_read=frozenset({3}))
    kept = replies.applied(document, result, both)
    assert kept.is_whole
    assert {row.code: _said(row) for row in kept.rows} == TEXTS


def test_nothing_alike() -> None:
    """Where no entry has the line, nothing more is asked."""
    _, result = _sniff("a.md", "See 4000 of old.\n\n" + _page("Ask.", "## {code}\n\n{text}\n\n"))
    assert [one.line for one in result.problems] == [1]


LINES = "Quay errors\nAsk the pilot.\n\n4001: The berth is taken.\nAsk the pilot.\n" + "".join(
    f"400{number}: The ship is lost {number} times.\n" for number in range(2, 7)
)


def test_rests_of_messages() -> None:
    """Of lines of a text, one goes on with a message though another says nothing of codes."""
    document, result = _sniff("a.txt", LINES)
    assert [one.line for one in result.problems] == [2, 5]
    with pytest.raises(ProblemsError) as raised:
        replies.applied(document, result, Replies(no_codes=frozenset({2})))
    [problem] = raised.value.problems
    assert (problem.line, problem.what) == (
        5,
        "it would be passed over with line 2, which is written alike.",
    )
    kept = replies.applied(document, result, Replies(frozenset({2}), as_read=frozenset({5})))
    assert kept.is_whole
    assert kept.rows[0].message == "The berth is taken.\nAsk the pilot."
    without = replies.applied(document, result, Replies(no_codes=frozenset({2, 5})))
    assert without.is_whole
    assert without.rows[0].message == "The berth is taken."
