"""Headings that are names of errors beside those of numbers: asked about in every document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from macros.maintain import sniff
from macros.readers.rows import Document
from tests.maintain.moon import Moon

if TYPE_CHECKING:
    from pathlib import Path

NUMBERS = {
    "401001": "The token has expired.",
    "401002": "The token is wrong.",
    "404001": "The berth is not there.",
    "404002": "The crew is not there.",
}
NAMES = {"FORBIDDEN": "It is not allowed.", "NOT_FOUND": "It is not there."}
KOREAN = {"FORBIDDEN": "권한이 없습니다.", "NOT_FOUND": "선석을 찾을 수 없습니다."}


def _page(names: dict[str, str], mark: str = "##", title: str = "") -> str:
    numbers = "".join(f"### {code}\n\n{text}\n\n" for code, text in NUMBERS.items())
    others = "".join(f"{mark} {name}\n\n{text}\n\n" for name, text in names.items())
    return f"# Failures\n\n{numbers}{title}{others}"


def _html(names: dict[str, str]) -> str:
    numbers = "".join(f"<h3>{code}</h3>\n<p>{text}</p>\n" for code, text in NUMBERS.items())
    others = "".join(f"<h2><code>{name}</code></h2>\n<p>{it}</p>\n" for name, it in names.items())
    return f"<h1>Failures</h1>\n{numbers}{others}"


def _asked(name: str, text: str) -> list[str]:
    found = sniff.sniff(Document(name, text))
    assert found
    return [one.what for one in found.reading.problems]


def _what(name: str) -> str:
    return f'the heading "{name}" may name an error, and is read as none.'


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("e.md", _page(NAMES)),
        ("e.md", _page(KOREAN)),
        ("e.md", _page(NAMES, "####", "## Names\n\n")),
        ("e.md", _page({f"`{name}`": text for name, text in NAMES.items()})),
        ("e.html", _html(NAMES)),
    ],
)
def test_asked(name: str, text: str) -> None:
    """At another level than those of numbers, in any language, as each of a list is."""
    assert [one for one in _asked(name, text) if "may name" in one] == [*map(_what, NAMES)]


@pytest.mark.parametrize(
    "names",
    [
        {"AUTHENTICATION": "All calls need a token."},
        {"FAQ": "Ask us.", "API": "It has one.", "NOTES": "None."},
        {"Not_found": "It is not there."},
        {"Forbidden": "It is not allowed."},
        {"NOT_FOUND and others": "They are not there."},
        {"NOT_FOUND": ""},
    ],
)
def test_titles(names: dict[str, str]) -> None:
    """Titles in capitals, in several words or without a text below them are not asked about."""
    assert not [one for one in _asked("e.md", _page(names)) if "may name" in one]


def test_titles_of_sections() -> None:
    """A heading with codes below it is the title of these."""
    numbers = [f"### {code}\n\n{text}\n\n" for code, text in NUMBERS.items()]
    sections = f"## FORBIDDEN\n\n{''.join(numbers[:2])}## NOT_FOUND\n\n{''.join(numbers[2:])}"
    assert _asked("e.md", f"# Failures\n\n{sections}") == []


@pytest.mark.parametrize(
    ("replies", "codes"),
    [
        (("--as-read", "19,23"), NUMBERS),
        (("--no-codes", "19,23"), NUMBERS),
        (("--as-meant", "19,23"), {**NUMBERS, **NAMES}),
        (("--as-meant", "23", "--no-codes", "19"), {**NUMBERS, "NOT_FOUND": NAMES["NOT_FOUND"]}),
    ],
)
@pytest.mark.parametrize("mark", ["##", "####"])
def test_replies_hold_for_what_was_there(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    mark: str,
    replies: tuple[str, ...],
    codes: dict[str, str],
) -> None:
    """What is said of some names holds for these: a new one is asked about in the next document."""
    moon = Moon(tmp_path, _page(NAMES, mark), said=replies)
    held = catalog.load(moon.orbit.data)["moon"]
    assert {code.code: code.messages[0] for code in held.codes} == codes
    later = _page({**NAMES, "BUSY": "Somebody else is there.", "DOCK_SHUT": "Go away."}, mark)
    capsys.readouterr()
    assert moon.add(later) == 1
    printed = capsys.readouterr().out
    for line, name in ((27, "BUSY"), (31, "DOCK_SHUT")):
        refused = f'the heading "{name}" does not begin with a code as others here do.'
        assert f"1 line ({line}): {_what(name)}" in printed or f"({line}): {refused}" in printed
    assert "(19)" not in printed
    assert "(23)" not in printed
