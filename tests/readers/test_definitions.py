"""Lists of definitions in Markdown: all that a page shows of one is read or asked about."""

from __future__ import annotations

import pytest

from macros import readers
from macros.errors import Problem
from macros.maintain import sniff
from macros.maintain.document import reading
from macros.readers.ledger import Account
from macros.readers.rows import Document

OPTIONS = {"format": "bullets", "code_set": "api", "pattern": "[0-9]{3}"}
# What stands below each term, and the message and the further text that it makes.
SHAPES = {
    "one line": (": {}\n", "{}", ""),
    "a line that goes on": (": {}\n  and late\n", "{} and late", ""),
    "a line that goes on, not indented": (": {}\nand late\n", "{} and late", ""),
    "a second definition": (": {}\n: or late\n", "{}", "or late"),
    "both": (": {}\n  and late\n: or\n  gone\n", "{} and late", "or gone"),
    "a blank line": ("\n: {}\n", "{}", ""),
    "a wide sign": (":   {}\n    and late\n", "{} and late", ""),
    "a paragraph": (": {}\n\n  It is late.\n", "{}", "It is late."),
    "a deep paragraph": (": {}\n\n    It is\n    late.\n", "{}", "It is late."),
    "two paragraphs": (": {}\n\n    It is late.\n\n    Call us.\n", "{}", "It is late.\nCall us."),
    "a definition below": (": {}\n\n: It is late.\n", "{}", "It is late."),
    "items": (": {}\n\n  - late\n  - gone\n", "{}", "late\ngone"),
}
TEXTS = {"501": "Dock is busy", "502": "Dock is closed", "505": "Crane is stuck"}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("behind", ["", "\nWrite to us.\n", "\n# More\n", "\n```\n{}\n```\n"])
def test_whole(shape: str, behind: str) -> None:
    """Unasked, `read` takes the whole of each definition, and nothing of what is behind them."""
    below, message, text = SHAPES[shape]
    terms = "\n".join(f"{code}\n{below.format(said)}" for code, said in TEXTS.items())
    found = sniff.sniff(Document("a.md", f"# Errors\n\n{terms}{behind}"))
    assert found
    assert list(reading.unsaid(found.reading)) == []
    assert [(row.code, row.message, row.columns) for row in found.reading.rows] == [
        (code, message.format(said), {"text": text} if text else {}) for code, said in TEXTS.items()
    ]


def test_a_term_without_a_code() -> None:
    """A term of another kind among those of codes is refused with its definition, not passed on."""
    result = reading.read(Document("a.md", "501\n: Busy\nTimeout\n: Too late\n: Gone\n"), OPTIONS)
    assert [(row.code, row.message) for row in result.rows] == [("501", "Busy")]
    [problem] = result.problems
    assert problem.line == 3
    assert problem.what == (
        '"Timeout" stands right below the code "501", and may go on with its message.'
    )
    assert reading.prose(result) == []


@pytest.mark.parametrize("term", ["501 | 502", "Call 501", "501 (old)"])
def test_a_term_that_cannot_be_read(term: str) -> None:
    """The definition of such a term is refused with it, where other prose is passed over."""
    text = f"Dear reader.\n\n{term}\n: Busy\n\n  Call us.\n\n503\n: Gone\n\nYours.\n"
    document = Document("a.md", text)
    taken = readers.take_in(document, reading.checked({**OPTIONS, "prose": "skip"}))
    assert [(one.line, one.what) for one in taken.results if isinstance(one, Problem)] == [
        (3, f'"{term}" is neither a code with its message nor a heading without a code.')
    ]
    refused = [line for line, account in taken.accounts.items() if account is Account.REFUSED]
    assert refused == [3, 4, 6]


def test_an_ignored_term() -> None:
    """What stands below a term that is ignored is no part of the one above."""
    text = "501\n: Busy\n502\n: Closed\n"
    options = {**OPTIONS, "ignore": ["502"], "unreadable": ["502"]}
    result = reading.read(Document("a.md", text), options)
    assert [(row.code, row.message, row.columns) for row in result.rows] == [("501", "Busy", {})]
    assert [problem.what.partition('" is')[0] for problem in result.problems] == ['": Closed']


def test_another_code_in_a_definition() -> None:
    """A definition that begins as an entry of another code is refused."""
    result = reading.read(Document("a.md", "501\n: Busy\n\n502\n: Closed\n: 503: Gone\n"), OPTIONS)
    assert [problem.line for problem in result.problems] == [6]
    assert "looks like an entry of its own" in result.problems[0].what


@pytest.mark.parametrize(("line", "message"), [("  and late", "Busy and late"), ("and late", "")])
def test_a_line_below_two_colons(line: str, message: str) -> None:
    """Behind `::` a text goes on where it is indented; any other line is asked about."""
    result = reading.read(Document("a.md", f"501 :: Busy\n{line}\n502 :: Closed\n"), OPTIONS)
    assert [row.message for row in result.rows] == [message or "Busy", "Closed"]
    assert [problem.line for problem in result.problems] == ([] if message else [2])
    assert reading.prose(result) == []
