"""Cells with a ditto mark and more: refused, until somebody says whether they go on."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.readers.rows import Document

HEAD = "| Code | Message | HTTP |\n|---|---|---|\n"
TEXTS = [
    "The dock is busy",
    "〃 (expired)",
    "ditto",
    "Same as above, at night",
    '"name" is missing',
]
DOCUMENT = HEAD + "".join(
    f"| E00{at} | {text} | 40{at} |\n" for at, text in enumerate(TEXTS, start=1)
)


def _read(text: str, **more: object) -> reading.Reading:
    """Return what comes of a document; `more` is said of its table."""
    document = Document("errors.md", text)
    found = sniff.sniff(document)
    assert found
    options = dict(found.reading.options)
    if more:
        options["tables"] = [{**options["tables"][0], **more}]
    return reading.read(document, options)


def test_refused() -> None:
    """A mark with more behind it, and the mark below it, are no rows until it is said what is."""
    result = _read(DOCUMENT)
    assert [row.code for row in result.rows] == ["E001", "E005"]
    first, second, third = result.problems
    assert first.what.startswith('"E002 | 〃 (expired) | 402" has a mark that stands for the text')
    assert "write `dittos_go_on: true` for the table" in first.do
    assert second.what.startswith('"E003 | ditto | 403": "ditto" stands for a text above')
    assert (first.line, second.line, third.line) == (4, 5, 6)


def test_goes_on() -> None:
    """Where they go on, each has the text above with its own addition, in every column."""
    result = _read(DOCUMENT.replace("| 402 |", "| 〃 |"), dittos_go_on=True)
    assert not result.problems
    assert {row.code: (row.message, row.columns["HTTP"]) for row in result.rows} == {
        "E001": ("The dock is busy", "401"),
        "E002": ("The dock is busy (expired)", "401"),
        "E003": ("The dock is busy (expired)", "403"),
        "E004": ("The dock is busy (expired), at night", "404"),
        "E005": ('"name" is missing', "405"),
    }


def test_own_text() -> None:
    """What has a text of its own is said by hand, as it is printed."""
    text = DOCUMENT.replace("ditto", "Lost").replace("Same as above, at night", "Gone")
    line = "E002 | 〃 (expired) | 402"
    row = {"line": line, "code": "E002", "message": "〃 (expired)", "columns": {"HTTP": "402"}}
    result = _read(text)
    again = reading.read(Document("errors.md", text), {**result.options, "rows": [row]})
    assert not again.problems
    assert [row.message for row in again.rows][1] == "〃 (expired)"


def test_needless() -> None:
    """Where no cell goes on, the option is refused: it would hide the first that does."""
    text = HEAD + "| E001 | The dock is busy | 401 |\n| E002 | 〃 | 402 |\n| E003 | Lost | 403 |\n"
    [problem] = _read(text, dittos_go_on=True).problems
    assert problem.do == "Remove `dittos_go_on` from the table."
    assert not _read(text).problems


@pytest.mark.parametrize(
    "text",
    ["同上で必須", "〃のため", '" (expired)', "dito, aber nachts", "Ídem, de noche", "(同上) 2"],
)
def test_marks(text: str) -> None:
    """Marks and words of several languages, with something behind them."""
    assert any("stands for the text" in one.what for one in _read(_only(text)).problems)


@pytest.mark.parametrize(
    "text",
    [
        "Idempotency is lost",
        '"a" and "b" differ',
        '" is no name"',
        "Ditopia is closed",
        "5″ is short",
    ],
)
def test_words_that_only_begin_so(text: str) -> None:
    """A quotation, or a longer word, is a text of its own."""
    assert not _read(_only(text)).problems


def _only(text: str) -> str:
    """Return the document with one such text."""
    return (
        DOCUMENT.replace("〃 (expired)", text)
        .replace("ditto", "Lost")
        .replace("Same as above, at night", "Gone")
    )
