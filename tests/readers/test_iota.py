"""Numbers that Go counts: blocks of constants, all invented."""

from __future__ import annotations

import random

import pytest

from macros.maintain import sniff
from macros.readers import counting, iota
from macros.readers.rows import Document


def _block(*lines: str, before: str = "") -> str:
    listed = "".join(f"\t{line}\n" for line in lines)
    return f"package dock\n\n{before}const (\n{listed})\n"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["A = iota", "B", "C"], ["A = 0", "B = 1", "C = 2"]),
        (["A = iota + 101", "B"], ["A = 101", "B = 102"]),
        (["A = 101 + iota // One", "B // Two"], ["A = 101 // One", "B = 102 // Two"]),
        (["A Code = iota + 101", "B"], ["A = 101", "B = 102"]),
        (["A = Code(iota) + 101", "B"], ["A = 101", "B = 102"]),
        (["A = -iota - 101", "B"], ["A = -101", "B = -102"]),
        (["A = 10 * (iota + 1)", "B"], ["A = 10", "B = 20"]),
        (["A = 1 << iota", "B", "C"], ["A = 1", "B = 2", "C = 4"]),
        (["A = 0x10 + iota", "B"], ["A = 16", "B = 17"]),
        (["_ = iota + 100", "A", "_", "B"], ["_", "A = 101", "_", "B = 103"]),
        (["A = iota + 101", "", "// a title", "B"], ["A = 101", "", "// a title", "B = 102"]),
        (["A = 7", "B = iota + 100", "C"], ["A = 7", "B = 101", "C = 102"]),
        (["A = iota + 101", "B = 300", "C"], ["A = 101", "B = 300", "C = 300"]),
        (["A = iota + BASE", "B"], ["A = 101", "B = 102"]),
        (["A = iota + 101", "B = A + 10", "C = iota"], ["A = 101", "B = A + 10", "C = 2"]),
    ],
)
def test_written(lines: list[str], expected: list[str]) -> None:
    """Each name has its number, on its own line; what nobody sends has none."""
    before = "const BASE = 101\n\n"
    text = _block(*lines, before=before)
    assert iota.written(text) == _block(*expected, before=before)
    assert counting.written(text) == iota.written(text)
    assert iota.untold(text) == set()


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (["A = iota + OTHER", "B"], {3, 4}),
        (["A = iota / 2", "B"], set()),
        (['A = iota + len("a")', "B"], set()),
        (["A, B = iota, iota", "C"], set()),
        (["A = 1 << (iota * 100)", "B", "C"], {4, 5}),
        (["A = 010 + iota", "B"], {3, 4}),
        (["A = max(iota)", "B"], {3, 4}),
    ],
)
def test_untold(lines: list[str], left: set[int]) -> None:
    """Where nobody can tell a number, the line stays as it is, and is named if it has a name."""
    text = _block(*lines)
    told = iota.written(text).split("\n")
    assert [told[number] for number in left] == [text.split("\n")[number] for number in left]
    assert iota.untold(text) == left


@pytest.mark.parametrize("text", [_block("A = 1", "B = 2"), "enum { iota, A };", "iota := 3\n"])
def test_nothing_to_count(text: str) -> None:
    """What has no block that is counted stays as it is."""
    assert iota.written(text) == text


def test_any_block() -> None:
    """In any block, the number of a name is its place among the names, skipped ones too."""
    chance = random.Random(7)  # noqa: S311 - the same each time
    for _ in range(200):
        base, count = chance.randrange(1, 9000), chance.randrange(3, 30)
        names = [f"E{place}" if chance.random() < 0.8 else "_" for place in range(count)]
        lines = [f"{names[0]} = iota + {base}", *names[1:]]
        for place in sorted(chance.sample(range(1, count), 2), reverse=True):
            lines.insert(place, chance.choice(["", "// a title", "/* a title */"]))
        told = iota.written(_block(*lines)).split("\n")
        given = {one.split(" = ")[0].strip(): one.split(" = ")[1] for one in told if " = " in one}
        assert given == {name: str(base + place) for place, name in enumerate(names) if name != "_"}


def test_read() -> None:
    """Codes that are counted are read with the comments behind, or the texts of their names."""
    behind = _block(
        "ErrBusy Code = iota + 101 // Dock is busy",
        "_",
        "ErrShut // Gate is shut",
        "ErrLost // Tug is lost",
    )
    names = _block("ErrBusy = iota + 101", "_", "ErrShut", "ErrLost")
    texts = (
        "var texts = map[int]string{\n"
        '\tErrBusy: "Dock is busy",\n\tErrShut: "Gate is shut",\n\tErrLost: "Tug is lost",\n}\n'
    )
    for text in (behind, f"{names}\n{texts}"):
        found = sniff.sniff(Document("dock.go", text))
        assert found
        assert found.reading.is_whole
        assert found.reading.options["counts_on"] == "true"
        assert {row.code: row.message for row in found.reading.rows} == {
            "101": "Dock is busy",
            "103": "Gate is shut",
            "104": "Tug is lost",
        }
