"""Texts of several columns that run together are asked about, below the line that names them."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.document import reading
from macros.maintain.doubts.messages import run_together
from macros.maintain.replies import Replies
from macros.readers.rows import Document

ROWS = "1001 Busy Dock is busy.\n1002 Gone Dock is gone.\n1003 No crane Crane is missing.\n"


def _asked(heading: str, rows: str = ROWS) -> list[int]:
    document = Document("codes.txt", f"Result codes\n\n{heading}\n{rows}")
    found = sniff.sniff(document)
    assert found
    assert all("several columns of texts" in one.what for one in found.reading.problems)
    asked = [one.line for one in found.reading.problems]
    if asked:
        kept = replies.applied(document, found.reading, Replies(as_read=frozenset(asked)))
        assert [row.code for row in kept.rows] == ["1001", "1002", "1003"]
        assert kept.is_whole
    return asked


@pytest.mark.parametrize(
    "heading",
    [
        "Code Description API message Remarks",
        "결과 코드 설명 API 응답 메시지 비고",
        "错误码 描述 解决方案",
        "Error code Cause Solution",
        "Code Name Description",
        "Statut Signification Action recommandée",
        "StatutSignificationAction recommandée",
    ],
)
def test_several_columns(heading: str) -> None:
    """A line of headings with two columns of texts is asked about, whatever its language."""
    assert _asked(heading) == [3]


@pytest.mark.parametrize("heading", ["CodeLabelDescription", "codemessageDescription"])
def test_glued_columns(heading: str) -> None:
    """The headings of a copy without any blank are told apart by their capitals."""
    rows = "1001BUSYDock is busy\n1002GONEDock is gone\n1003LOSTCrane is missing\n"
    assert _asked(heading, rows) == [3]


@pytest.mark.parametrize("codes", ["1 2 3 4", "1001 1002 1003 1004"])
def test_glued_texts(codes: str) -> None:
    """Where most texts have a word glued to the next one, their columns run together."""
    texts = ("LostThe ship is lost.", "BusyThe dock is busy.", "LateThe pilot is late.", "In fog")
    rows = [f"{code}{text}\n" for code, text in zip(codes.split(), texts, strict=True)]
    found = sniff.sniff(Document("codes.txt", f"Status codeValueDescription\n{''.join(rows)}"))
    assert found
    assert [one.line for one in found.reading.problems] == [2]
    assert "glued to the word before it" in found.reading.problems[0].what


def test_names_in_glued_texts() -> None:
    """Names of joined words in some of the texts say nothing."""
    rows = "1001The dockId is wrong\n1002Dock is gone\n1003Crane is missing\n1004No pilot\n"
    found = sniff.sniff(Document("codes.txt", f"CodeDescription\n{rows}"))
    assert found
    assert found.reading.is_whole


def test_glued_in_capitals() -> None:
    """Headings in capitals are told apart by the words themselves."""
    rows = "1001DOCK BUSYDock is busy\n1002DOCK GONEDock is gone\n1003LOSTCrane is missing\n"
    assert _asked("ERROR CODEERROR MESSAGEDESCRIPTION", rows) == [3]


def test_one_told_apart() -> None:
    """Where a reader tells one of the columns apart, the others may still run together."""
    rows = "4001 404 Gone Dock is gone.\n4002 409 Busy Dock is busy.\n4003 400 Long Too long.\n"
    document = Document("codes.txt", f"CodeHTTP CodeTypeDescription\n{rows}")
    found = sniff.sniff(document)
    assert found
    assert [one.line for one in found.reading.problems] == [2, 1]
    options = {**found.reading.options}
    options["entry"] = options["entry"].replace(
        "(?P<message>", "(?P<type>[A-Z][a-z]+) (?P<message>"
    )
    decided = reading.read(document, options)
    assert [row.columns for row in decided.rows][:1] == [{"http": "404", "type": "Gone"}]
    assert list(run_together.doubts(document, decided)) == []


@pytest.mark.parametrize(
    "heading",
    [
        "Code Description",
        "Error code Error message",
        "Codes and messages with their meaning",
        "Each code has a message, its description says more:",
        "결과 코드 설명",
        "Messages Descriptions",
    ],
)
def test_one_column(heading: str) -> None:
    """One column of texts, a sentence, and a line that does not speak of codes ask nothing."""
    assert _asked(heading) == []


def test_a_text_in_one_column_by_option() -> None:
    """A reader that says `one_column` is not asked, and each other one is."""
    document = Document("codes.txt", f"Code Description Remarks\n{ROWS}")
    found = sniff.sniff(document)
    assert found
    options = found.reading.options
    assert [one.line for one in run_together.doubts(document, found.reading)] == [1]
    decided = reading.read(document, {**options, "one_column": "true"})
    assert len(decided.rows) == 3
    assert list(run_together.doubts(document, decided)) == []


def test_a_level_that_is_asked_about() -> None:
    """A column between code and text is asked about once, also where a text goes on below."""
    rows = "D1 WARN Dock is busy.\nD2 ERROR No dock is\n  here today\nD3 ERROR Mast is high.\n"
    found = sniff.sniff(Document("codes.txt", f"Code Level Text\n{rows}"))
    assert found
    assert {one.line for one in found.reading.problems} == {2}
