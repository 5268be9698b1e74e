"""Tables without headings and with several columns of numbers: codes are found, or asked for."""

from __future__ import annotations

import random

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

TEXTS = ("Dock is busy", "Crane is broken", "Gate is shut", "Berth is taken", "Ship is late")
Column = tuple[str, ...]
CODES: Column = ("1001", "1002", "1003", "1005", "1008")
STATUSES: Column = ("409", "400", "503", "409", "400")
ROWS: Column = ("1", "2", "3", "4", "5")
COUNTS: Column = ("12", "30", "3", "7", "104")
PAGES: Column = ("12", "14", "19", "20", "23")
OTHERS: Column = ("2001", "2004", "2005", "2007", "2009")


def _csv(rows: list[Column]) -> str:
    return "".join(f"{','.join(row)}\n" for row in rows)


def _html(rows: list[Column]) -> str:
    lines = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>\n" for row in rows)
    return f"<table>\n{lines}</table>\n"


def _pipes(rows: list[Column]) -> str:
    lines = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    return f"{'|  ' * len(rows[0])}|\n{'|---' * len(rows[0])}|\n{lines}"


FORMATS = {"docks.csv": _csv, "docks.html": _html, "docks.md": _pipes}


def _read(file: str, *columns: Column) -> sniff.Sniffed:
    found = sniff.sniff(Document(file, FORMATS[file](list(zip(*columns, strict=True)))))
    assert found
    return found


@pytest.mark.parametrize("file", FORMATS)
@pytest.mark.parametrize(
    ("columns", "codes"),
    [
        ((CODES, TEXTS, COUNTS), CODES),
        ((CODES, TEXTS, PAGES), CODES),
        ((TEXTS, CODES, PAGES), CODES),
        ((CODES, STATUSES, TEXTS), CODES),
        ((STATUSES, CODES, TEXTS), CODES),
        ((ROWS, CODES, TEXTS), CODES),
        ((TEXTS, COUNTS), COUNTS),
        ((STATUSES[:3], TEXTS[:3]), STATUSES[:3]),
        ((("E3", "E12", "E40"), TEXTS[:3], STATUSES[:3]), ("E3", "E12", "E40")),
        ((("2.0", "2.1", "2.1"), CODES[:3], TEXTS[:3]), CODES[:3]),
        ((CODES[:3], ("DOCK_BUSY", "DOCK_OLD", "LOST"), TEXTS[:3]), CODES[:3]),
        ((ROWS[:3], TEXTS[:3], ("Wait", "Wait", "Call")), ROWS[:3]),
    ],
)
def test_known(file: str, columns: tuple[Column, ...], codes: Column) -> None:
    """Statuses, counts behind the codes, pages there, versions and numbers of rows are no codes."""
    found = _read(file, *columns)
    assert found.reading.is_whole, found.reading.problems
    texts = TEXTS[: len(codes)]
    assert [(row.code, row.message) for row in found.reading.rows] == list(
        zip(codes, texts, strict=True)
    )


@pytest.mark.parametrize("file", FORMATS)
@pytest.mark.parametrize(
    ("columns", "asked"),
    [
        (
            (COUNTS, TEXTS, CODES),
            '"Column 1" and "Column 3" can each be the code: "12" and',
        ),
        (
            (CODES, TEXTS, OTHERS),
            '"Column 1" and "Column 3" can each be the code: "1001" and',
        ),
        ((PAGES, CODES, TEXTS), '"Column 1" and "Column 2" can each be the code: "12" and'),
        ((("1001", "1001", "1002"), TEXTS[:3], PAGES[:3]), '"Column 1" and "Column 3" can each be'),
        ((STATUSES[:3], TEXTS[:3], ("0", "5", "7")), '"Column 1" and "Column 3" can each be the'),
        ((STATUSES[:3], ROWS[:3], TEXTS[:3]), '"Column 1" and "Column 2" can each be the'),
    ],
)
def test_asked(file: str, columns: tuple[Column, ...], asked: str) -> None:
    """Where a person could doubt it, one question names the columns, and how each is chosen."""
    found = _read(file, *columns)
    [problem] = found.reading.problems
    assert problem.what.startswith(asked)
    assert 'write `code: "Column ' in problem.do


@pytest.mark.parametrize("seed", range(60))
def test_in_any_order(seed: int) -> None:
    """Whatever stands where, no other column is taken for the codes without a question."""
    chance = random.Random(seed)  # noqa: S311 - a test's
    first = chance.choice([1001, 50001, 301])
    codes = tuple(str(first + 2 * at + chance.randrange(2)) for at in range(len(TEXTS)))
    columns = [codes, TEXTS, chance.choice([STATUSES, ROWS, COUNTS, PAGES, OTHERS])]
    chance.shuffle(columns)
    found = _read(chance.choice(list(FORMATS)), *columns)
    asked = [one.what for one in found.reading.problems]
    if not any("can each be the code" in what for what in asked):
        assert [row.code for row in found.reading.rows] == list(codes)
        assert not asked
