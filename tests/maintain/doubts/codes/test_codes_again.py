"""A code that stands again in one list with another text is asked about, with both lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from macros.maintain import sniff
from macros.readers.rows import Document
from tests.maintain.moon import Moon
from tests.maintain.orbit import HEAD

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [
    ("1001", "Token expired"),
    ("1002", "Dock is busy"),
    ("1003", "Ship unknown"),
    ("1004", "Quota used up"),
    ("1005", "Bad pier"),
    ("1006", "No mast"),
    ("1007", "Rope is cut"),
    ("1008", "Crew is ill"),
    ("1009", "Lamp is dark"),
]
AGAIN = [*ROWS, ("1003", "No pilot here")]


def _markdown(rows: list[tuple[str, str]]) -> str:
    return HEAD + "".join(f"| {code} | {text} |\n" for code, text in rows)


def _written(rows: list[tuple[str, str]]) -> dict[str, str]:
    cells = "".join(f"<tr><td>{code}</td><td>{text}</td></tr>\n" for code, text in rows)
    items = [{"code": int(code), "message": text} for code, text in rows]
    return {
        "e.md": _markdown(rows),
        "e.html": f"<table>\n<tr><th>Code</th><th>Text</th></tr>\n{cells}</table>\n",
        "e.csv": "code,message\n" + "".join(f"{code},{text}\n" for code, text in rows),
        "e.txt": "".join(f"{code} {text}\n" for code, text in rows),
        "items.md": "# Errors\n\n" + "".join(f"- {code}: {text}\n" for code, text in rows),
        "e.json": json.dumps(items, indent=1),
    }


def _asked(name: str, text: str) -> list[tuple[int, str]]:
    found = sniff.sniff(Document(name, text))
    assert found
    return [(one.line, one.what) for one in found.reading.problems]


@pytest.mark.parametrize(
    ("name", "first", "again"),
    [
        ("e.md", 7, 14),
        ("e.html", 5, 12),
        ("e.csv", 4, 11),
        ("e.txt", 3, 10),
        ("items.md", 5, 12),
        ("e.json", 11, 39),
    ],
)
def test_asked(name: str, first: int, again: int) -> None:
    """In any format, both lines and both texts are named."""
    what = (
        f'"1003" of line {first}, "Ship unknown", stands again in line {again} with another text,'
        ' "No pilot here".'
    )
    assert _asked(name, _written(AGAIN)[name]) == [(again, what)]


@pytest.mark.parametrize(
    "text",
    [
        _markdown([*ROWS, ("1003", "ship unknown.")]),
        _markdown([*ROWS, ("-1003", "No pilot here")]),
        _markdown([*ROWS, ("1003A", "No pilot here")]),
        _markdown([*ROWS, ("1009", "No pilot here"), ("1009", "No mate")]),
        f"{HEAD}| 1001, 1002 | Token expired |\n| 1003 | Ship unknown |\n| 1004 | Bad pier |\n",
    ],
)
def test_not_asked(text: str) -> None:
    """The same text in other signs, a code of another form, and texts that follow are none."""
    assert not [what for _, what in _asked("e.md", text) if "stands again" in what]


def test_a_cell_that_spans_rows() -> None:
    """Two texts beside one cell with the code are both meant."""
    rows = "".join(f"<tr><td>{code}</td><td>{text}</td></tr>\n" for code, text in ROWS)
    both = '<tr><td rowspan="2">1010</td><td>No pilot here</td></tr>\n<tr><td>No mate</td></tr>\n'
    text = f"<table>\n<tr><th>Code</th><th>Text</th></tr>\n{rows}{both}</table>\n"
    assert not [what for _, what in _asked("e.html", text) if "stands again" in what]


@pytest.mark.parametrize(
    ("reply", "texts"),
    [("--as-read", ("Ship unknown", "No pilot here")), ("--no-codes", ("Ship unknown",))],
)
def test_in_a_later_document(tmp_path: Path, reply: str, texts: tuple[str, ...]) -> None:
    """It is asked there, too; either reply works, and holds for the next one."""
    moon = Moon(tmp_path, _markdown(ROWS))
    assert moon.add(_markdown(AGAIN)) == 1
    assert moon.add(_markdown(AGAIN), reply, "14") == 0
    assert moon.add(_markdown([("1000", "New dock"), *AGAIN])) == 0
    held = catalog.load(moon.orbit.data)["moon"]
    newest = held.provider.revisions[-1]
    (said,) = [one.rows(newest) for one in held.codes if one.code == "1003"]
    assert tuple(row.message for row in said) == texts


def test_a_sum_with_the_number_of_a_code(tmp_path: Path) -> None:
    """A sum that is new in a later document is asked about though its number is a code's."""
    rows = [(code.removeprefix("100"), text) for code, text in ROWS]
    moon = Moon(tmp_path, _markdown(rows))
    later = _markdown([*rows, ("9", "Total")])
    assert moon.add(later) == 1
    assert moon.add(later, "--no-codes", "14") == 0
