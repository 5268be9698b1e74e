"""One code in two forms, in one document: each row that says it again is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from macros.maintain import sniff
from macros.readers.rows import Document
from tests.maintain.moon import Moon
from tests.maintain.orbit import HEAD

if TYPE_CHECKING:
    from pathlib import Path

FIRST = {"0x0E": "The crew is lost", "0x0F": "The dock is busy", "0x10": "The rope is torn"}


def _document(*more: tuple[str, str], first: dict[str, str] = FIRST) -> str:
    rows = [*first.items(), *more]
    return HEAD + "".join(f"| {code} | {text} |\n" for code, text in rows)


def _asked(name: str, text: str) -> list[tuple[int, str]]:
    found = sniff.sniff(Document(name, text))
    assert found
    return [(one.line, one.what) for one in found.reading.problems]


@pytest.mark.parametrize("again", ["0x0f", "0xF", "0x000F", "0X0F"])
def test_one_number(again: str) -> None:
    """A hexadecimal number is the same in other capitals, and with more zeros or fewer."""
    what = (
        f'"{again}", "The pilot is late", is the same number as "0x0F" of line 6, "The dock is'
        ' busy".'
    )
    assert _asked("e.md", _document((again, "The pilot is late"))) == [(8, what)]


def test_with_the_same_text() -> None:
    """Two codes of one text are two, unless a person says that they are not."""
    what = '"0xf", "The dock is busy", is the same number as "0x0F" of line 6, "The dock is busy".'
    assert _asked("e.md", _document(("0xf", "The dock is busy"))) == [(8, what)]


def test_other_capitals() -> None:
    """A code of letters and digits that is another one but for capitals is perhaps misprinted."""
    first = {"E101": "The crew is lost", "E102": "The dock is busy", "E103": "The rope is torn"}
    text = _document(("e102", "The pilot is late"), first=first)
    what = (
        '"e102", "The pilot is late", is but for capitals the same as "E102" of line 6,'
        ' "The dock is busy".'
    )
    assert (8, what) in _asked("e.md", text)


def test_in_source() -> None:
    """Constants of one number in two forms are asked about, too."""
    text = (
        "#define CREW_LOST 0x0E /* The crew is lost */\n"
        "#define DOCK_BUSY 0x0F /* The dock is busy */\n"
        "#define ROPE_TORN 0x10 /* The rope is torn */\n"
        "#define HULL_WET 0xF /* The hull is wet */\n"
    )
    what = '"0xF", "The hull is wet", is the same number as "0x0F" of line 2, "The dock is busy".'
    assert _asked("e.h", text) == [(4, what)]


@pytest.mark.parametrize("more", ["0x0D", "0xF0", "-0x0F", "0xFF", "0x100F"])
def test_other_numbers(more: str) -> None:
    """Another number, or one with a sign, is another code."""
    assert _asked("e.md", _document((more, "The pilot is late"))) == []


@pytest.mark.parametrize(
    ("reply", "codes"),
    [
        ("--as-read", {**FIRST, "0x0f": "The pilot is late", "0xF": "The hull is wet"}),
        ("--no-codes", FIRST),
    ],
)
def test_replies(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], reply: str, codes: dict[str, str]
) -> None:
    """Two codes get an address each, and a line that lists none is passed over, whenever it came.

    The first document of a provider is answered as a later one is.
    """
    both = _document(("0x0f", "The pilot is late"), ("0xF", "The hull is wet"))
    later = Moon(tmp_path / "later", _document())
    capsys.readouterr()
    assert later.add(both) == 1
    printed = capsys.readouterr().out
    assert '"0x0f", "The pilot is late", is the same number as "0x0F" of line 6' in printed
    assert '"0xF", "The hull is wet", is the same number as "0x0F" of line 6' in printed
    assert "--as-read 8-9" in printed
    assert later.add(both, reply, "8,9", "--anyway") == 0
    first = Moon(tmp_path / "first", both, said=(reply, "8,9"))
    for moon in (later, first):
        held = catalog.load(moon.orbit.data)["moon"]
        newest = held.provider.revisions[-1]
        said = {code.code: code.rows(newest)[0].message for code in held.codes}
        assert said == codes
        assert moon.orbit.check() == 0
