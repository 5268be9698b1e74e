"""Two lines that are read as one text: asked whether the second says more."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

TEXTS = {
    "1001": ("Dock is busy", "Wait for the tide."),
    "1002": ("Gate is shut", "Call the harbour."),
    "1003": ("Crane is broken", "Take another one."),
}
KOREAN = {
    "1001": ("부두 사용 중", "기다리세요."),
    "1002": ("문이 닫힘", "전화하세요."),
    "1003": ("크레인 고장", "다른 것을 쓰세요."),
}
SHAPES = [
    ("x.md", "- {}: {}\n  {}\n"),
    ("x.md", "- **{}** – {}\n  {}\n"),  # noqa: RUF001
    ("x.md", "### {}\n\n{}\n{}\n\n"),
    ("x.md", "{}\n{}\n{}\n\n"),
    ("x.txt", "{}\n{}\n{}\n\n"),
]


def _read(
    file: str, shape: str, texts: dict[str, tuple[str, str]]
) -> tuple[Document, sniff.Sniffed]:
    text = "".join(shape.format(code, *both) for code, both in texts.items())
    document = Document(file, text)
    found = sniff.sniff(document)
    assert found
    return document, found


@pytest.mark.parametrize(("file", "shape"), SHAPES)
@pytest.mark.parametrize("texts", [TEXTS, KOREAN])
def test_asked(file: str, shape: str, texts: dict[str, tuple[str, str]]) -> None:
    """One question names both lines; they are one text, or a message with another text below."""
    document, found = _read(file, shape, texts)
    [problem] = found.reading.problems
    first, second = texts["1001"]
    assert problem.what == (
        f'"{first}" and "{second}" stand on two lines, and are read as one text, as those of 2'
        " more codes are."
    )
    given = frozenset({problem.line})
    one = replies.applied(document, found.reading, Replies(as_read=given))
    assert one.is_whole
    assert {row.code: row.message for row in one.rows} == {
        code: " ".join(both) for code, both in texts.items()
    }
    two = replies.applied(document, found.reading, Replies(as_meant=given))
    assert two.is_whole
    assert {row.code: (row.message, row.columns["text"]) for row in two.rows} == texts


@pytest.mark.parametrize(
    "texts",
    [
        {code: (f"{first},", second) for code, (first, second) in TEXTS.items()},
        {code: (first, second.lower()) for code, (first, second) in TEXTS.items()},
        {code: (f"{first}.", second) for code, (first, second) in TEXTS.items()},
        {
            code: (f"{first} and so is all of the harbour to its north", two)
            for code, (first, two) in TEXTS.items()
        },
    ],
)
def test_wrapped(texts: dict[str, tuple[str, str]]) -> None:
    """A line that is full, or goes on, or ends with its sentence, is of the text below it."""
    _, found = _read("x.md", "- {}: {}\n  {}\n", texts)
    assert not [one for one in found.reading.problems if "stand on two lines" in one.what]
    assert found.reading.rows[0].message == " ".join(texts["1001"])
