"""Pages without tables: codes under several headings, and what only looks like a code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.sniff import Sniffed

TWO_LISTS = """\
# Docks

## Answers

- 1 - The dock is busy
- 2 - The dock is gone
- 3 - The dock is closed

## Deliveries

- 1 - On its way
- 2 - The dock is gone
- 20 - It sank
"""
ONE_LIST = TWO_LISTS.replace("On its way", "The dock is busy")
HEADINGS = """\
# Docks

## Ships

### 4001 Too long

More than ten ships.

### 4002 Too old

## Cranes

### 4001 Too long

More than ten cranes.

### 4003 Too new
"""
VERSIONS = """\
# Docks

## Errors

### 1.1.1 Dock is busy

### 1.1.2 Dock is gone

### 1.1.3 Dock is closed

## Changelog

### 2.0.0

Docks can be closed.
"""
PICTURES = """\
# Docks

### ❌ 4001 — Dock is busy

### ❌ 4002 — Dock is gone

### 🚧 4003 — Dock is closed
"""
_WIDE = {number: number + 0xFEE0 for number in range(ord("!"), ord("~") + 1)}
WIDE = "".join(
    f"## エラー:{code.translate(_WIDE)}\n\n{text}\n\n"
    for code, text in (
        ("E001", "ドックは使用中です。"),
        ("E002", "ドックがありません。"),
        ("E003", "ドックは閉鎖中です。"),
    )
)
DEFINED = """\
# Docks

4001
:   The dock is busy

4002
:   The dock is gone

    It sank

`4003`
:   The dock is closed
"""
CHANCE = """\
# Docks

- E100: The dock is busy
- E101: The dock is gone
- E102: The dock is closed

# More

- 200 ways to dock
"""
PARAGRAPHS = """\
# Docks

**E-100**: The `dock` is
busy

*Cause*: a ship.

**E-101**: The dock is gone

*Cause*: it sank.

**E-102**: The dock is closed

*Cause*: night.
"""
UNDERLINED = """\
Docks
=====

4001 Dock is busy
-----------------

There is a ship.

4002 Dock is gone
-----------------

It sank.

4003 Dock is closed
-------------------

At night.
"""


def _sniffed(text: str) -> Sniffed:
    found = sniff.sniff(Document("errors.md", text))
    assert found is not None
    return found


def _rows(found: Sniffed) -> list[tuple[str, str, str]]:
    return [(row.code_set, row.code, row.message) for row in found.reading.rows]


def test_a_code_with_two_texts_is_in_two_code_sets() -> None:
    """What stands under the second heading is a code set of its own, whose codes are its own."""
    found = _sniffed(TWO_LISTS)
    assert found.reading.is_whole
    assert found.reading.options["under"] == {"Deliveries": "second"}
    assert _rows(found)[2:] == [
        ("api", "3", "The dock is closed"),
        ("second", "1", "On its way"),
        ("second", "2", "The dock is gone"),
        ("second", "20", "It sank"),
    ]


def test_a_code_with_one_text_repeats() -> None:
    """The same text under two headings is one thing."""
    found = _sniffed(ONE_LIST)
    assert found.reading.is_whole
    assert "under" not in found.reading.options
    assert found.reading.options["repeats"] == "true"


def test_one_text_with_two_explanations_is_asked() -> None:
    """Whether it is one thing is for a person to say: both headings are named."""
    found = _sniffed(HEADINGS)
    assert "repeats" not in found.reading.options
    (problem,) = found.reading.problems
    assert problem.line == 13
    assert '"4001"' in problem.what
    assert 'under "Cranes"' in problem.what
    assert 'under "Ships"' in problem.what


def test_versions_are_asked() -> None:
    """Numbers of versions may be no codes; the same page without them is read."""
    found = _sniffed(VERSIONS)
    (problem,) = found.reading.problems
    assert (problem.line, problem.what) == (
        13,
        '"2.0.0" stands under "Changelog", where versions stand, not codes.',
    )
    assert _sniffed(VERSIONS.partition("## Changelog")[0]).reading.is_whole


@pytest.mark.parametrize(
    ("text", "options", "first"),
    [
        (PICTURES, {"format": "headings", "before": "(?:❌ |🚧 )"}, ("4001", "Dock is busy")),
        (WIDE, {"format": "headings", "before": "エラー:"}, ("E001", "ドックは使用中です。")),
        (DEFINED, {"format": "bullets"}, ("4001", "The dock is busy")),
        (CHANCE, {"format": "bullets", "pattern": "E[0-9]{3}"}, ("E100", "The dock is busy")),
        (
            PARAGRAPHS,
            {"format": "headings", "markup": "paragraphs", "labels": ["Cause"]},
            ("E-100", "The dock is busy"),
        ),
        (UNDERLINED, {"format": "headings"}, ("4001", "Dock is busy")),
    ],
    ids=["pictures", "full width", "definitions", "by chance", "paragraphs", "underlined"],
)
def test_beginnings(text: str, options: dict[str, Any], first: tuple[str, str]) -> None:
    """What stands before a code is told from it, and three codes are read with nothing left."""
    found = _sniffed(text)
    assert found.reading.is_whole
    assert options.items() <= found.reading.options.items()
    assert len(found.reading.rows) == 3
    row = found.reading.rows[0]
    assert (row.code, row.message) == first


def test_what_stands_below_is_kept() -> None:
    """Of two ways to read a page, the one that keeps its paragraphs is taken."""
    assert _sniffed(UNDERLINED).reading.rows[1].columns == {"text": "It sank."}
    assert _sniffed(PARAGRAPHS).reading.rows[1].columns == {"Cause": "it sank."}
    assert _sniffed(DEFINED).reading.rows[1].columns == {"text": "It sank"}
