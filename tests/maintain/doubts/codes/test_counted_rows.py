"""Rows counted from 1 on before names are asked about: the number is the code, or the name."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

NAMES = ("DOCK_BUSY", "DOCK_SHUT", "TIMEOUT", "CRANE_LOST")
TEXTS = ("Dock is busy", "Dock is shut", "No answer came", "Crane is lost")


def _page(form: str, names: tuple[str, ...], first: int = 1) -> str:
    rows = enumerate(zip(names, TEXTS, strict=True), start=first)
    return "".join(form.format(at, name, text) for at, (name, text) in rows)


@pytest.mark.parametrize(
    ("form", "file"),
    [
        ("{},{},{}\n", "errors.csv"),
        ("{}\t{}\t{}\n", "errors.tsv"),
        ("{};{};{}\n", "errors.csv"),
        ("<tr><td>{}</td><td>{}</td><td>{}</td></tr>\n", "errors.html"),
    ],
)
@pytest.mark.parametrize("names", [NAMES, ("dock.busy", "dock.shut", "no.answer", "crane.lost")])
def test_asked(form: str, file: str, names: tuple[str, ...]) -> None:
    """Either answer reads all rows, each with its own text."""
    rows = _page(form, names)
    document = Document(file, f"<table>\n{rows}</table>\n" if file.endswith("html") else rows)
    found = sniff.sniff(document)
    assert found
    (asked,) = found.reading.problems
    line = asked.line
    assert asked.what == (
        '"1" is read as a code, as each number to 4 is: these perhaps count the rows, and'
        f' "{names[0]}" is the first code.'
    )
    assert asked.do == (
        f'If "Column 2" has the codes, add --as-meant {line}. If the numbers are the codes, add'
        f" --as-read {line}."
    )
    meant = replies.applied(document, found.reading, Replies(as_meant=frozenset([line])))
    assert meant.is_whole
    assert [(row.code, row.message) for row in meant.rows] == [*zip(names, TEXTS, strict=True)]
    kept = replies.applied(document, found.reading, Replies(as_read=frozenset([line])))
    assert kept.is_whole
    assert [row.code for row in kept.rows] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    "text",
    [
        "Code,Name,Text\n" + _page("{},{},{}\n", NAMES),
        "ID,Name,Text\n" + _page("{},{},{}\n", NAMES),
        _page("{},{},{}\n", NAMES, first=0),
        _page("{},{},{}\n", NAMES, first=101),
        _page("{},{},{}\n", ("ERROR", "ERROR", "WARN", "WARN")),
        _page("{0},{2}\n", NAMES),
    ],
)
def test_sound(text: str) -> None:
    """Headings, numbers from 0 or 101 on, and a level beside the texts leave no doubt."""
    found = sniff.sniff(Document("errors.csv", text))
    assert found
    assert found.reading.is_whole
