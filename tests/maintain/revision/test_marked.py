"""Codes that are marked as deprecated, or no more: told as that, and not as reworded."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.maintain.moon import Moon
from tests.maintain.orbit import HEAD

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {"1001": "The crew is lost", "1002": "The dock is busy", "1003": "The rope is torn"}


def _document(**texts: str) -> str:
    said = {code: texts.get(f"of_{code}", text) for code, text in TEXTS.items()}
    return HEAD + "".join(f"| {code} | {text} |\n" for code, text in said.items())


@pytest.mark.parametrize(
    "text",
    [
        "The dock is busy (deprecated)",
        "[Deprecated] The dock is busy",
        "Deprecated: The dock is busy",
        "The dock is busy - obsolete",
        "The dock is busy. No longer used.",
        "The dock is busy (deprecated since 2.0, use 1003)",
        "The dock is busy（已废弃）",  # noqa: RUF001 - as Chinese has it
        "The dock is busy [廃止]",
        "The dock is busy (사용 중단)",
        "The dock is busy (veraltet)",
        "The dock is busy (устарело)",
    ],
)
def test_a_text(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    """A mark that comes, and one that goes, leave the text as it was."""
    moon = Moon(tmp_path, _document())
    capsys.readouterr()
    assert moon.add(_document(of_1002=text)) == 0
    printed = capsys.readouterr().out
    assert "  marked as deprecated, with the same text: 1: 1002\n" in printed
    assert "reworded" not in printed
    assert "1 code has a verdict for another text" not in printed  # none was chosen
    assert moon.add(_document()) == 0
    printed = capsys.readouterr().out
    assert "  no longer marked as deprecated, with the same text: 1: 1002\n" in printed


@pytest.mark.parametrize(
    "text",
    [
        "The dock is deprecated",
        "The gate is busy (deprecated)",
        "The dock is busy (for now)",
        "The dock is busy because the deprecated pier is shut",
    ],
)
def test_another_text(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    """A text that says something else, too, is reworded."""
    moon = Moon(tmp_path, _document())
    capsys.readouterr()
    assert moon.add(_document(of_1002=text)) == 0
    printed = capsys.readouterr().out
    assert f"    1002: The dock is busy -> {text}\n" in printed
    assert "marked" not in printed


@pytest.mark.parametrize(
    ("key", "values", "told"),
    [
        ("state", ["in use", "deprecated"], True),
        ("deprecated", ["no", "yes"], True),
        ("deprecated", ["false", "true"], True),
        ("deprecated", ["true", "false"], False),
        ("note", ["", "Use this one where the deprecated code 1001 was sent before"], False),
        ("options", ["none", "deprecated = false"], False),
    ],
)
def test_a_column(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    key: str,
    values: list[str],
    *,
    told: bool,
) -> None:
    """A column that says so beside the same text is told, whatever else is told of it."""
    moon = Moon(tmp_path, _items(key, values[0], values[0]), "a.json")
    capsys.readouterr()
    assert moon.add(_items(key, *values)) == 0
    assert (
        "  1 code is marked as deprecated beside the text: 1002\n" in capsys.readouterr().out
    ) is (told)


def _items(key: str, others: str, own: str) -> str:
    return json.dumps(
        [
            {"code": int(code), "message": text, key: own if code == "1002" else others}
            for code, text in TEXTS.items()
        ]
    )


PROTO = {"CREW_LOST": ("6", "the crew is lost"), "DOCK_BUSY": ("7", "the dock is busy")}
PROTO |= {"ROPE_TORN": ("8", "the rope is torn"), "TIDE_LOW": ("9", "the tide is low")}


def _enum(*, above: bool, gone: str = "", old: str = "") -> str:
    lines = []
    for name, (number, text) in PROTO.items():
        options = " [deprecated = true]" if name == old else ""
        one = f"  {name} = {number}{options};"
        entry = f"  // {text}\n{one}" if above else f"{one} // {text}"
        lines.append(f'  reserved {number};\n  reserved "{name}";' if name == gone else entry)
    return "enum Failure {\n" + "\n".join(lines) + "\n}\n"


@pytest.mark.parametrize("above", [True, False])
def test_protobuf(tmp_path: Path, capsys: pytest.CaptureFixture[str], *, above: bool) -> None:
    """An option of a constant is a mark, and a number that is reserved is dropped."""
    moon = Moon(tmp_path, _enum(above=above), "failure.proto")
    capsys.readouterr()
    assert moon.add(_enum(above=above, old="CREW_LOST", gone="DOCK_BUSY")) == 0
    printed = capsys.readouterr().out
    assert "  dropped: 1\n    7: the dock is busy\n" in printed
    assert "  1 code is marked as deprecated beside the text: 6\n" in printed


SWIFT = "enum DockError: Int {{\n{}}}\n"
CASE = "    /// {1}\n{2}    case d{0} = {0}\n"
SAID = {"1001": "The dock is busy.", "1002": "The pilot is ill.", "1003": "The ship is long."}


def test_a_mark_between_a_text_and_its_constant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The mark comes in between, and the texts of two constants changed places: both are told."""
    first = "".join(CASE.format(*said, "") for said in SAID.items())
    moon = Moon(tmp_path, SWIFT.format(first), "errors.swift")
    turned = dict(zip(SAID, [SAID["1001"], SAID["1003"], SAID["1002"]], strict=True))
    mark = '    @available(*, deprecated, message: "use d1001")\n'
    later = "".join(
        CASE.format(code, text, mark if code == "1003" else "") for code, text in turned.items()
    )
    capsys.readouterr()
    status = moon.add(SWIFT.format(later))
    if status:
        assert "Add, for what is meant as the question has it: --as-meant 7\n" in (
            capsys.readouterr().out
        )
        assert moon.add(SWIFT.format(later), "--as-meant", "7") == 0
    told = capsys.readouterr().out
    assert "1002 -> 1003: The pilot is ill" in told
    assert "1003 -> 1002: The ship is long" in told
    assert "deprecated" in moon.orbit.read("moon/provider.yml")
    assert moon.orbit.check() == 0
