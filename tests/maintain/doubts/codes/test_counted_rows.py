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
        '"1" is read as a code, as all numbers below it are: these perhaps count the rows, and'
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


@pytest.mark.parametrize("heading", ["No.", "#", "序号", "Nr.", "번호"])
@pytest.mark.parametrize(
    "shown", [["E901", "H", "E12"], ["OC", "OV", "SC"], ["777", "E00", "U3"], ["F-1", "F-2", "L"]]
)
@pytest.mark.parametrize("numbers", [(1, 2, 3), (1, 2, 4), (6, 15, 22)])
def test_what_a_device_shows(heading: str, shown: list[str], numbers: tuple[int, ...]) -> None:
    """Below "No." stand numbers of rows, where the next column has what a device shows."""
    texts = ["The rope is wet.", "The berth is taken.", "The fog is too thick."]
    rows = "".join(
        f"| {number} | {code} | {text} |\n"
        for number, code, text in zip(numbers, shown, texts, strict=True)
    )
    head = f"| {heading} | Display | Fault Cause |\n|---|---|---|\n"
    document = Document("errors.md", head + rows)
    found = sniff.sniff(document)
    assert found
    read = [row.code for row in found.reading.rows]
    if read == shown:  # the heading of the other one told
        return
    assert read == [*map(str, numbers)]
    [asked] = [one for one in found.reading.problems if "count the rows" in one.what]
    assert f'"{shown[0]}" is the first code' in asked.what
    meant = replies.applied(document, found.reading, Replies(as_meant=frozenset({asked.line})))
    assert [(row.code, row.message) for row in meant.rows] == [*zip(shown, texts, strict=True)]


@pytest.mark.parametrize(
    "names", [["Timeout", "Denied", "Lost"], ["EPERM", "ENOENT", "ESRCH"], ["high", "high", "low"]]
)
def test_other_columns_beside_numbers(names: list[str]) -> None:
    """Names and grades beside numbers below "No." are no codes that a device shows."""
    rows = "".join(
        f"| {at} | {name} | The {at}. berth is taken |\n" for at, name in enumerate(names, start=1)
    )
    document = Document("errors.md", f"| No. | Kind | Meaning |\n|---|---|---|\n{rows}")
    found = sniff.sniff(document)
    assert found
    assert not [one for one in found.reading.problems if "count the rows" in one.what]
