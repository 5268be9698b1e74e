"""Codes that come again with texts in other languages are asked about, in later documents, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document
from tests.maintain.moon import Moon

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
    "4101": ("Dock is busy", "Das Dock ist belegt"),
    "4102": ("Ship is too long", "Das Schiff ist zu lang"),
    "4103": ("Crane fell", "Der Kran fiel um"),
    "4104": ("Pilot is missing", "Der Lotse fehlt"),
}
FIRST = "code,message\n" + "".join(f"{code},{text}\n" for code, (text, _) in TEXTS.items())
HEADINGS = ("lang", "language", "locale", "Sprache", "言語", "언어")
TAGS = (("en", "de"), ("EN", "DE"), ("en-GB", "de-AT"), ("English", "German"))


def _both(heading: str, tags: tuple[str, str], both: tuple[str, ...] = tuple(TEXTS)) -> str:
    rows = [
        f"{code},{text},{tag}\n"
        for code, texts in TEXTS.items()
        for text, tag in zip(texts, tags, strict=True)
        if tag == tags[0] or code in both
    ]
    return f"code,message,{heading}\n{''.join(rows)}"


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_first_document(heading: str) -> None:
    """The question names the languages, whatever their column is called."""
    found = sniff.sniff(Document("errors.csv", _both(heading, ("en", "de"))))
    assert found
    asked = [one for one in found.reading.problems if 'languages: "en" and "de"' in one.what]
    assert [one.line for one in asked] == [2]
    assert "each with its --language" in asked[0].do


@pytest.mark.parametrize(
    ("heading", "tags"),
    [*((heading, TAGS[0]) for heading in HEADINGS), *(("lang", one) for one in TAGS[1:])],
)
def test_a_later_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], heading: str, tags: tuple[str, str]
) -> None:
    """A language that is new is asked about, and the reply keeps both as meanings."""
    moon = Moon(tmp_path, FIRST, "errors.csv")
    capsys.readouterr()
    assert moon.add(_both(heading, tags)) == 1
    printed = capsys.readouterr().out
    languages = f'in several languages: "{tags[0]}" and "{tags[1]}".'
    assert f"  1 line (2): 4 codes stand in 8 rows, with different texts, {languages}" in printed
    assert moon.add(_both(heading, tags), "--as-read", "2") == 0
    capsys.readouterr()
    assert moon.add(_both(heading, tags).replace("fell", "broke")) == 0
    assert "languages" not in capsys.readouterr().out, "it is decided"


def test_one_code_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One code with a second language is enough."""
    moon = Moon(tmp_path, FIRST, "errors.csv")
    assert moon.add(_both("lang", ("en", "de"), both=("4103",))) == 1
    assert "(4): 1 code stands in 2 rows" in capsys.readouterr().out


def test_a_file_for_each(tmp_path: Path) -> None:
    """What the question advises is taken in: a document with its twin."""
    moon = Moon(tmp_path, FIRST, "errors.csv")
    for place, language in enumerate(("en", "de")):
        rows = "".join(f"{code},{texts[place]}\n" for code, texts in TEXTS.items())
        (tmp_path / f"{language}.csv").write_text(f"code,message\n{rows}", "utf-8")
    files = [str(tmp_path / "en.csv"), str(tmp_path / "de.csv")]
    said = ("--language", "en", "--language", "de", "--date", "2022-01-01", "--yes")
    assert moon.orbit.run("add-revision", "moon", *files, *said) == 0
    assert "    also:\n" in moon.orbit.read("moon/provider.yml")


@pytest.mark.parametrize(
    "later",
    [
        _both("lang", ("en", "de"), both=()),
        "code,message,since\n"
        + "".join(f"{code},{texts[0]},v2\n" for code, texts in TEXTS.items()),
        FIRST.replace("message", "text"),
    ],
)
def test_one_language(tmp_path: Path, capsys: pytest.CaptureFixture[str], later: str) -> None:
    """A column that names one language for all, or something else, says nothing of texts."""
    moon = Moon(tmp_path, FIRST, "errors.csv")
    capsys.readouterr()
    moon.add(later)
    assert "languages" not in capsys.readouterr().out
