"""Rows that sum up or count those of a table: asked about, in each format and many languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.document import sums
from macros.readers.rows import Document
from tests.maintain.layouts import drawn

if TYPE_CHECKING:
    from tests.maintain.layouts.drawn import Rows

CODES = [("1001", "Dock is busy"), ("1002", "Crane is broken"), ("1003", "Gate is shut")]
BESIDE = "has a word for a sum beside it, as what counts other rows has, so it is perhaps no code."


def _rst(rows: Rows) -> str:
    lines = [f"{row[0]:24} {row[1]}\n" for row in rows]
    edge = f"{'=' * 24} {'=' * 24}\n"
    return f"Docks\n-----\n\n{edge}{lines[0]}{edge}{''.join(lines[1:])}{edge}"


FORMATS = {"md": drawn.pipes, "html": drawn.html, "csv": drawn.csv, "rst": _rst}


def _asked(name: str, text: str, line: str, codes: Rows | None = None) -> None:
    """Hold that one question names the line, and that passing over it leaves the codes alone."""
    document = Document(name, text)
    found = sniff.sniff(document)
    assert found, text
    number = next(at for at, one in enumerate(text.split("\n"), start=1) if line in one)
    assert [one.line for one in found.reading.problems] == [number], text
    given = replies.Replies(no_codes=frozenset({number}), is_first=True)
    after = replies.applied(document, found.reading, given)
    assert after.is_whole
    assert [(row.code, row.message) for row in after.rows] == (codes or CODES)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("number", ["3", "1003"])
@pytest.mark.parametrize(
    "word",
    [
        "Total",
        "Sum:",
        "codes in all",
        "Anzahl: 3",
        "Gesamtzahl der Codes",
        "Итого",
        "合计",
        "共 3 个",
        "총 3개",
    ],
)
def test_asked(format_: str, number: str, word: str) -> None:
    """A sum is asked about on whichever side its number stands, also one as long as the codes."""
    for turned in (1, -1):
        rows = [("Code", "Message"), *CODES, (number, word)]
        text = FORMATS[format_]([row[::turned] for row in rows])
        _asked(f"docks.{format_}", text, word)


def test_among_words() -> None:
    """Where the codes are words, one for a sum beside what is counted is asked about, too."""
    names: Rows = [(f"dock.{word}", f"Dock is {word}") for word in ("busy", "lost", "shut")]
    rows = [("Code", "Message"), *names, ("Total", "3 codes")]
    _asked("docks.csv", FORMATS["csv"](rows), "3 codes", names)


def test_said() -> None:
    """The question says what is beside the number, or what it counts."""
    for number, text, what in (
        ("1009", "Total", f'"1009" {BESIDE}'),
        ("3", "Suurin piirtein", '"3" is the number of the rows above it, and not in the order of'),
    ):
        found = sniff.sniff(
            Document("d.md", drawn.pipes([("Code", "Text"), *CODES, (number, text)]))
        )
        assert found
        [asked] = found.reading.problems
        assert asked.what.startswith(what)


@pytest.mark.parametrize("head", [("Code", "Message", "Seen"), ("No", "Text", "Count")])
@pytest.mark.parametrize("last", [("", "Total", "45"), ("3", "codes", "45"), ("Sum", "", "45")])
def test_columns(head: tuple[str, ...], last: tuple[str, ...]) -> None:
    """What counts the codes does not turn round which column has them."""
    counts = ("12", "30", "3")
    rows = [head, *((*row, count) for row, count in zip(CODES, counts, strict=True)), last]
    for format_ in ("md", "html", "csv"):
        _asked(f"docks.{format_}", FORMATS[format_](rows), last[1] or last[0])


@pytest.mark.parametrize("foot", [("1009", "See the manual"), ("306", "Checksum")])
@pytest.mark.parametrize("line_end", ["\n", ""])
def test_foot(foot: tuple[str, str], line_end: str) -> None:
    """Whatever stands in the foot of a table in HTML is asked about, above its codes or below."""
    body = "".join(f"<tr><td>{code}</td><td>{text}</td></tr>{line_end}" for code, text in CODES)
    end = f"<tfoot><tr><td>{foot[0]}</td><td>{foot[1]}</td></tr></tfoot>{line_end}"
    head = f"<tr><th>Code</th><th>Message</th></tr>{line_end}"
    for text in (f"{head}{body}{end}", f"{head}{end}{body}"):
        found = sniff.sniff(Document("docks.html", f"<table>{line_end}{text}</table>\n"))
        assert found
        [asked] = found.reading.problems
        assert asked.what.startswith(f'"{foot[0]}" stands in the foot of a table, as sums do')


SOUND: tuple[Rows, ...] = (
    [("0", "OK"), ("1", "Total is negative"), ("2", "Sum differs"), ("3", "Count is too large")],
    [("1001", "Codes"), ("1002", "Messages"), ("1003", "Errors")],
    [("100", "Dock is busy"), ("200", "Crane is broken"), ("300", "Gate is shut"), ("5", "Other")],
    [*CODES, ("999", "Unknown")],
    [("E1", "Total"), ("E2", "Sum"), ("E3", "Count")],
    [("0", "Success"), ("1", "Dock is busy"), ("2", "Gate is shut"), ("3", "Unknown error")],
)


@pytest.mark.parametrize("rows", SOUND)
def test_sound(rows: Rows) -> None:
    """Texts that speak of sums, and numbers in the order of codes, are no sums."""
    for format_, write in FORMATS.items():
        found = sniff.sniff(Document(f"d.{format_}", write([("Code", "Message"), *rows])))
        assert found
        assert found.reading.is_whole, (format_, found.reading.problems)
        assert [(row.code, row.message) for row in found.reading.rows] == rows


def test_fields() -> None:
    """The name of a field in another column says nothing of a code with a text of its own."""
    rows: Rows = [("Code", "Field", "Message"), ("1001", "total", "Must be positive")]
    rows += [("1002", "count", "Is too large"), ("1003", "name", "Is missing")]
    found = sniff.sniff(Document("docks.md", drawn.pipes(rows)))
    assert found
    assert found.reading.is_whole


def test_words() -> None:
    """A row is one of a foot where nothing but sums, numbers and what is counted stands in it."""
    assert sums.says("Grand total: 1,200 codes")
    assert sums.says("Nombre d’erreurs")
    assert not sums.says("Total is negative")
    assert sums.says_what("12 codes")
    assert not sums.says_what("12 docks")
    assert sums.are_of_foot(["", "Total", "45"])
    assert not sums.are_of_foot(["1001", "Total", "Must be positive"])
    assert not sums.are_of_foot(["1001", "45"])
