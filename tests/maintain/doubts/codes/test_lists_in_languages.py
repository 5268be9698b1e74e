"""The same codes in several languages, each below a heading, are asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from macros.maintain import sniff
from macros.readers.rows import Document
from tests.maintain.moon import Moon

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.maintain.orbit import Orbit

TEXTS = {
    "English": ("Token expired", "Dock is busy", "Ship unknown", "No pilot"),
    "Deutsch": ("Token abgelaufen", "Dock ist belegt", "Schiff unbekannt", "Kein Lotse"),
    "中文": ("令牌已过期", "码头繁忙", "船舶未知", "没有引航员"),
    "Ships": ("Sail torn", "Mast broken", "Anchor lost", "Crew is ill"),
}


def _table(*headings: str, count: int = 4) -> str:
    tables = [
        f"## {heading}\n\n| Code | Text |\n|---|---|\n"
        + "".join(f"| 100{at} | {text} |\n" for at, text in enumerate(TEXTS[heading][:count]))
        for heading in headings
    ]
    return "# Errors\n\n" + "\n".join(tables)


def _items(*headings: str) -> str:
    lists = [
        f"## {heading}\n\n"
        + "".join(f"- 100{at}: {text}\n" for at, text in enumerate(TEXTS[heading]))
        for heading in headings
    ]
    return "# Errors\n\n" + "\n".join(lists)


def _asked(text: str) -> list[tuple[int, str]]:
    found = sniff.sniff(Document("errors.md", text))
    assert found
    what = [(one.line, one.what) for one in found.reading.problems]
    return [(line, said) for line, said in what if "in another language" in said]


@pytest.mark.parametrize("other", ["Deutsch", "中文"])
@pytest.mark.parametrize(("write", "first", "again"), [(_table, 7, 16), (_items, 5, 12)])
def test_asked(write: Callable[..., str], other: str, first: int, again: int) -> None:
    """Both headings and lines are named, whatever the form of the lists."""
    what = (
        f'the codes under "{other}" are those under "English" (line {first}), with texts that are'
        " perhaps the same in another language."
    )
    assert _asked(write("English", other)) == [(again, what)]


@pytest.mark.parametrize(
    "text",
    [
        _table("English", "Ships").replace("## English", "## Docks"),
        _table("Deutsch"),
        _table("English") + "\n## Deutsch\n\n| Code | Text |\n|---|---|\n| 2001 | Kein Lotse |\n",
        _items("English", "Ships").replace("## English", "## Docks"),
    ],
)
def test_not_asked(text: str) -> None:
    """Two lists of one language, one in another language, and other codes are none."""
    assert _asked(text) == []


def _listed(orbit: Orbit) -> set[tuple[str, str, str]]:
    held = catalog.load(orbit.data)["moon"]
    newest = held.provider.revisions[-1]
    rows = ((one, row) for one in held.codes for row in one.rows(newest))
    return {(one.code_set.id, one.code, row.message) for one, row in rows}


@pytest.mark.parametrize(
    ("reply", "kept"), [("--no-codes", ("English",)), ("--as-read", ("English", "Deutsch"))]
)
def test_replies(tmp_path: Path, reply: str, kept: tuple[str, ...]) -> None:
    """One language is left out with all of its rows, or both are lists of their own."""
    moon = Moon(tmp_path, _table("English", "Deutsch"), said=(reply, "16"))
    sets = dict(zip(kept, ("api", "second"), strict=False))
    assert _listed(moon.orbit) == {
        (sets[heading], f"100{at}", text)
        for heading in kept
        for at, text in enumerate(TEXTS[heading])
    }


def test_a_language_that_is_new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a later document it is asked, too, beside what its reader refuses."""
    moon = Moon(tmp_path, _table("English"))
    later = _table("English", "Deutsch")
    assert moon.add(later) == 1
    assert 'the codes under "Deutsch" are those under "English"' in capsys.readouterr().out
    assert moon.add(later, "--as-meant", "16") == 1
    assert moon.add(later, "--no-codes", "16") == 0
    assert _listed(moon.orbit) == {
        ("api", f"100{at}", text) for at, text in enumerate(TEXTS["English"])
    }
