"""Numbers and names that went to other codes are asked about; what else stands beside is not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.maintain.moon import Moon

if TYPE_CHECKING:
    from pathlib import Path

DOCK, CREW, ROPE, TIDE = "The dock is busy", "The crew is lost", "The rope is torn", "Low tide"
NAMES = {"DOCK_BUSY": DOCK, "CREW_LOST": CREW, "ROPE_TORN": ROPE, "TIDE_LOW": TIDE}


def _lists(*numbers: int | str, names: dict[str, str] = NAMES) -> str:
    """Return YAML of names, each with a number and its text."""
    pairs = zip(names.items(), numbers, strict=True)
    return "errors:\n" + "".join(f"  {name}: [{at}, {text}]\n" for (name, text), at in pairs)


def _keys(key: str, *values: int | str, at: int = 1001) -> str:
    """Return JSON of numbered errors, each with a value at a key of its own."""
    pairs = enumerate(zip(NAMES.values(), values, strict=True), at)
    return json.dumps(
        [{"code": number, key: one, "message": text} for number, (text, one) in pairs], indent=1
    )


ASKED = {
    "exchanged": (
        "a.yaml",
        _lists(-33010, -33011, -33012, -33013),
        _lists(-33011, -33010, -33012, -33013),
        (
            'In "[0]", 2 codes have what others had in 2021-01-01, and the texts stay: DOCK_BUSY'
            " has -33011, which CREW_LOST had, CREW_LOST has -33010, which DOCK_BUSY had."
        ),
    ),
    "pushed on": (
        "a.yaml",
        _lists(10, 11, 12, 13),
        _lists(11, 12, 13, 14),
        (
            'In "[0]", 3 codes have what others had in 2021-01-01, and the texts stay: DOCK_BUSY'
            " has 11, which CREW_LOST had, CREW_LOST has 12, which ROPE_TORN had, ROPE_TORN has 13"
        ),
    ),
    "pushed on by a new one": (
        "a.yaml",
        _lists(410, 411, 412, 413),
        _lists(410, 411, 412, 413, 414, names={"DOCK_BUSY": DOCK, "FOG_DENSE": "Fog", **NAMES}),
        'In "[0]", 3 codes have what others had',
    ),
    "that of a code that is gone": (
        "a.yaml",
        _lists(710, 711, 712, 713),
        _lists(710, 713, 712, names={one: NAMES[one] for one in [*NAMES][:3]}),
        (
            'In "[0]", 1 code has what others had in 2021-01-01, and the texts stay: CREW_LOST has'
            " 713, which TIDE_LOW had."
        ),
    ),
    "hexadecimal": (
        "a.json",
        _keys("errno", "0x0a", "0x0b", "0x0c", "0x0d"),
        _keys("errno", "0x0a", "0x0d", "0x0c", "0x0b"),
        (
            'In "errno", 2 codes have what others had in 2021-01-01, and the texts stay: 1002 has'
            " 0x0d, which 1004 had, 1004 has 0x0b, which 1002 had."
        ),
    ),
    "status": (
        "a.json",
        _keys("httpStatus", 409, 404, 500, 500),
        _keys("httpStatus", 404, 409, 500, 500),
        'In "httpStatus", 2 codes have what others had',
    ),
    "names": (
        "a.json",
        _keys("name", "DockBusy", "CrewLost", "RopeTorn", "TideLow"),
        _keys("name", "CrewLost", "DockBusy", "RopeTorn", "TideLow"),
        (
            'In "name", 2 codes have what others had in 2021-01-01, and the texts stay: 1001 has'
            " CrewLost, which 1002 had, 1002 has DockBusy, which 1001 had."
        ),
    ),
}


@pytest.mark.parametrize("case", ASKED)
def test_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str], case: str) -> None:
    """What another code had, beside a text that stays, is asked about, and taken in with a word."""
    name, first, later, told = ASKED[case]
    moon = Moon(tmp_path, first, name)
    capsys.readouterr()
    assert moon.add(later) == 2
    printed = capsys.readouterr().out
    assert f"Look twice: changed places? {told}" in printed
    assert printed.count("changed places?") == 1
    assert moon.add(later, "--anyway") == 0
    assert moon.orbit.check() == 0


PLAIN = {
    "other numbers": ("a.yaml", _lists(10, 11, 12, 13), _lists(20, 21, 22, 23)),
    "counted rows": (
        "a.yaml",
        _lists(1, 2, 3, 4),
        _lists(1, 2, 3, 4, 5, names={"FOG_DENSE": "Fog", **NAMES}),
    ),
    "what several had": (
        "a.json",
        _keys("httpStatus", 404, 404, 500, 500),
        _keys("httpStatus", 500, 404, 500, 500),
    ),
    "an amount": ("a.json", _keys("wait", 5, 10, 15, 30), _keys("wait", 10, 20, 15, 30)),
    "words": (
        "a.json",
        _keys("level", "fatal", "minor", "note", "hint"),
        _keys("level", "minor", "fatal", "note", "hint"),
    ),
    "a word that was renamed": (
        "a.yaml",
        _lists(710, 711, 712, 713),
        _lists(710, 711, 712, 713, names={"QUAY_BUSY": DOCK, **dict([*NAMES.items()][1:])}),
    ),
    "in another order": (
        "a.yaml",
        _lists(10, 11, 12, 13),
        _lists(13, 12, 11, 10, names=dict(reversed(NAMES.items()))),
    ),
}


@pytest.mark.parametrize("case", PLAIN)
def test_plain(tmp_path: Path, capsys: pytest.CaptureFixture[str], case: str) -> None:
    """What counts rows or measures, several had, or no code had, changed no place."""
    name, first, later = PLAIN[case]
    moon = Moon(tmp_path, first, name)
    capsys.readouterr()
    moon.add(later)
    assert "changed places?" not in capsys.readouterr().out


def test_of_texts_that_moved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that went with its text is told with that, and not again."""
    rows = [("1001", "DockBusy", DOCK), ("1002", "CrewLost", CREW), ("1003", "TideLow", TIDE)]
    turned = [("1001", *rows[1][1:]), ("1002", *rows[0][1:]), rows[2]]
    first, later = (
        json.dumps([dict(zip(("code", "name", "message"), row, strict=True)) for row in some])
        for some in (rows, turned)
    )
    moon = Moon(tmp_path, first, "a.json")
    capsys.readouterr()
    assert moon.add(later) == 0
    printed = capsys.readouterr().out
    assert "text moved: 1001 -> 1002: The dock is busy" in printed
    assert "changed places?" not in printed
