"""Labels with a remark in brackets below headings of codes: "Message (for users): …"."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

TEXTS = {"4001": "The berth is taken.", "4002": "The ship is long.", "4003": "The crane is away."}


def _read(line: str, heading: str = "## {code}", file: str = "a.md") -> list[tuple[str, str]]:
    """Return the codes and messages of a page with a line for each text; nothing may be asked."""
    parts = (f"{heading}\n\n{line}\n".format(code=code, text=text) for code, text in TEXTS.items())
    found = sniff.sniff(Document(file, "# Quay errors\n\n" + "\n".join(parts)))
    assert found
    assert found.reading.problems == ()
    return [(row.code, row.message) for row in found.reading.rows]


@pytest.mark.parametrize(
    "line",
    [
        "Message (for users): {text}",
        "- Message (for users): {text}\n- Cause (likely): A ship.",
        "Cause (likely): A ship.\n\nMessage [shown]: {text}",
        "**Message** (for users): {text}",
        "**Message (for users):** {text}",
        "`Message` (for users): {text}",
        "Meldung (für Nutzer): {text}",
        "Mensaje (para usuarios): {text}",
        "Сообщение (для людей): {text}",
        "错误信息（面向用户）：{text}",  # noqa: RUF001
        "메시지(사용자용): {text}",
        "メッセージ（利用者向け）：{text}",  # noqa: RUF001
    ],
)
def test_labels(line: str) -> None:
    """The remark is of the label, in each language, and the message is what stands behind it."""
    assert _read(line) == list(TEXTS.items())


def test_reStructuredText() -> None:  # noqa: N802 - its name
    """So it is with a field below a heading with a line below it."""
    assert _read(":Message (for users): {text}", "{code}\n----", "a.rst") == list(TEXTS.items())


@pytest.mark.parametrize(
    "line",
    [
        "{text} (See the plan: all of it.)",
        "The pilot (of {code}): {text}",
        "While it waits (a minute), this holds: {text}",
        "No berth (yet). Reason: {text}",
        "The harbour master says what he wants (as ever): {text}",
    ],
)
def test_sentences(line: str) -> None:
    """A remark in a sentence is of the text."""
    expected = [(code, line.format(code=code, text=text)) for code, text in TEXTS.items()]
    assert _read(line) == expected


def test_one_of_several() -> None:
    """Labels that differ by a remark each have the message of their code."""
    page = (
        "# Quay errors\n\n## 4001\n\nMessage: Busy.\n\n## 4002\n\nMessage (since 2.1): Long.\n\n"
        "## 4003\n\nMessage (HTTP 404): Gone.\n"
    )
    found = sniff.sniff(Document("a.md", page))
    assert found
    assert found.reading.is_whole
    rows = [(row.code, row.message, row.columns) for row in found.reading.rows]
    expected = [("4001", "Busy.", {}), ("4002", "Long.", {}), ("4003", "Gone.", {"HTTP": "404"})]
    assert rows == expected


def test_below_bullets() -> None:
    """Below items of a list they are asked about."""
    page = "\n".join(f"- {code}\n  - Message (app): {text}" for code, text in TEXTS.items())
    found = sniff.sniff(Document("a.md", f"# Quay errors\n\n{page}\n"))
    assert found
    [problem] = found.reading.problems
    assert problem.what == (
        '"Message (app)" stands before a text like a label, in 3 entries, and is not declared.'
    )
