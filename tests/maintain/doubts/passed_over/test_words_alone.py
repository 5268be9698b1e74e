"""Words on lines of their own where codes stand are asked about, and read where they are codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.document.reading import Reading

TEXTS = ("Dock is busy.", "Dock is shut.", "All is well.", "Pier is lost.", "No crane.")
FORMS = {
    "Code: {}\nMessage: {}\n\n": ".txt",
    "{}\n{}\n\n": ".txt",
    "[{}]\n{}\n\n": ".txt",
    "Error {}:\n{}\n\n": ".txt",
    "{}:\n  {}\n\n": ".txt",
    "**{}**  \n{}\n\n": ".md",
    "## Error {}\n\n{}\n\n": ".md",
    "<h3>{}</h3>\n<p>{}</p>\n": ".html",
    "{}\n{}\n": ".txt",
}


def _document(form: str, codes: tuple[str, ...], texts: tuple[str, ...] = TEXTS) -> Document:
    entries = (form.format(*one) for one in zip(codes, texts, strict=True))
    head = "# Errors\n\n" if FORMS[form] == ".md" else ""
    return Document(f"errors{FORMS[form]}", f"{head}{''.join(entries)}")


def _asked(document: Document) -> tuple[Reading, dict[int, str]]:
    found = sniff.sniff(document)
    assert found
    problems = found.reading.problems
    return found.reading, {one.line: one.what for one in problems if "begins no entry" in one.what}


@pytest.mark.parametrize("word", ["OK", "1001a", "SUCCESS", "default", "timeout"])
@pytest.mark.parametrize("form", list(FORMS)[:-1])
@pytest.mark.parametrize("place", [0, 2, 4])
def test_asked(word: str, form: str, place: int) -> None:
    """Wherever it stands, one answer reads it as a code, with its own text and no other."""
    codes = ["1001", "1002", "1003", "1004"]
    codes.insert(place, word)
    document = _document(form, tuple(codes))
    result, asked = _asked(document)
    if "<h3>" in form and word not in {"1001a", "timeout"}:
        return  # such headings are asked about as headings
    if not asked:  # it is refused, or read and asked about
        assert any(word in one.what for one in result.problems)
        return
    ((line, what),) = asked.items()
    printed = " ".join(document.text.split("\n")[line - 1].split())
    assert what == (
        f'"{printed}" has "{word}" where other lines have their codes, and begins no entry.'
    )
    meant = replies.applied(document, result, Replies(as_meant=frozenset([line])))
    assert {row.code: row.message for row in meant.rows} == dict(zip(codes, TEXTS, strict=True))
    kept = replies.applied(document, result, Replies(as_read=frozenset([line])))
    assert not [one for one in kept.problems if one.line == line]


def test_pattern() -> None:
    """In lines below each other the entry takes the word in, too."""
    document = _document("{}\n{}\n", ("default", "1001", "1002", "1003", "1004"))
    result, asked = _asked(document)
    assert result.options["format"] == "pattern"
    assert list(asked) == [1]
    meant = replies.applied(document, result, Replies(as_meant=frozenset([1])))
    assert [row.code for row in meant.rows] == ["default", "1001", "1002", "1003", "1004"]
    assert meant.options["entry"].startswith("(?P<code>[0-9]{4}|default)")


@pytest.mark.parametrize(
    ("form", "codes", "texts"),
    [
        ("## Error {}\n\n{}\n\n", ("1001", "1002", "1003", "handling", "codes"), TEXTS),
        ("<h3>{}</h3>\n<p>{}</p>\n", ("Overview", "1001", "1002", "1003", "FAQ"), TEXTS),
        ("{}\n{}\n\n", ("Overview", "1001", "1002", "1003", "1004"), TEXTS),
        ("{}\n{}\n\n", ("1001", "1002", "1003", "1004", "1005"), ("OK\nAll is well.", *TEXTS[1:])),
        ("{}\n{}\n\n", ("1001", "1002", "1003", "E_BUSY", "-1"), TEXTS),
        ("Code: {}\nMessage: {}\n\n", ("1001", "1002", "1003", "1004", "0"), TEXTS),
    ],
)
def test_sound(form: str, codes: tuple[str, ...], texts: tuple[str, ...]) -> None:
    """Titles of pages, words within texts, and codes of other forms are not asked about so."""
    assert _asked(_document(form, codes, texts))[1] == {}
