"""Each way on that `read` offers works: followed by itself, its question is asked no more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.maintain import questions, replies, sniff
from macros.maintain.document import reading
from macros.maintain.replies import Replies
from macros.readers.rows import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.errors import Problem
    from macros.maintain.document.reading import Reading

TESTS = Path(__file__).parents[1]
FORMATS = ("bullets", "headings", "text_lines")
PAGES = {
    "lists_in_texts.txt": "Codes\n\n1001: Dock is busy\n1002: Gate is shut\n1001, 1005 are alike\n"
    "1003: The crane is stuck\nCodes 1006, 1007: the tide is low\n1004: The pilot is late\n",
    "headings.txt": "1001\nThe dock is busy.\n\n1002\nThe gate is shut.\n\n1004, 1006\nOf ships.\n"
    "\n1003\nThe crane is stuck.\n\n1005\nThe ship is lost.\n",
    "paragraphs.txt": "1001\nThe dock is busy.\n\n1002\nThe gate is shut.\n\n2000 to 2999 are us\n"
    "\n1003\nThe crane is stuck.\n\n1005\nThe ship is lost.\n",
    "headings.md": "# Errors\n\n## 1001 Dock busy\n\nThe dock is busy.\n1002Gate is shut now.\n\n"
    "## 1003 Crane stuck\n\nThe crane is stuck.\n\n## 1004 Late\n\n## 1005, 1006\n\nLate.\n\n"
    "## 2000 to 2999 ships\n\nOf all ships.\n\n## Ships and 1003\n\nOf ships.\n\n## Other\n",
    "items.md": "# Errors\n\n- 1001: Dock busy |\n- 1002: Gate shut\n- ~~1003~~: Crane stuck\n"
    "- 1004 to 1007 are ships\n- A1: Berth\n- 1005: Late\n\n## 1008 Lost\n\nThe ship is lost.\n",
    "glued.txt": "Codes\n\nE101The dock is busy\nE102The gate is shut\nE103The crane is stuck\n\n"
    "These are new, and of this year:\n\nE1001The mast is too high\n\nDOCK_LOSTThe dock is lost\n"
    "DOCK_GONEThe dock is gone\nW7The pilot is late\n",
    "labels.txt": "10: dock: The dock is busy\n11: gate: The gate is shut\n24 results\n"
    "12: crane: The crane is stuck\n13: pilot: The pilot is late\nA4: paper: The paper is lost\n",
}


def _documents() -> Iterator[Document]:
    yield from (Document(name, text) for name, text in PAGES.items())
    for format_ in FORMATS:
        for path in sorted((TESTS / "readers/golden" / format_).glob("*/document.*")):
            yield Document(path.name, path.read_text("utf-8"))


def _ways(result: Reading, problem: Problem, own: set[Problem]) -> Iterator[Replies]:
    """Yield what can be replied to a question, as `read` offers it."""
    line = frozenset({problem.line})
    refused = any(one in own for one in result.problems if one.line == problem.line)
    if questions.can_be_none(problem):
        yield Replies(no_codes=line)
    if questions.can_be_meant(problem):
        yield Replies(as_meant=line)
    if problem.ways.listed:
        yield Replies(listed=line)
    if problem not in own and not refused:
        yield Replies(as_read=line)


@pytest.mark.parametrize("document", [*_documents()], ids=lambda one: one.file)
def test_followed(document: Document) -> None:
    """What was asked of a line is asked no more once it is answered, nor anything else of it."""
    found = sniff.sniff(document)
    if not found:
        return
    result = found.reading
    own = set(reading.read(document, result.options).problems)
    known = {(one.line, one.what) for one in result.problems}
    for problem in result.problems:
        for given in _ways(result, problem, own) if problem.line else ():
            after = replies.applied(document, result, given)
            here = [one.what for one in after.problems if one.line == problem.line]
            assert problem.what not in here, given
            assert all((problem.line, what) in known for what in here), given


def test_something_is_asked() -> None:
    """Of each of the pages here something is asked that can be answered."""
    for name, text in PAGES.items():
        found = sniff.sniff(Document(name, text))
        assert found
        assert any(map(questions.can_be_none, found.reading.problems)), name
