"""`add-revision` with a file that has several languages in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from macros import atlas
from tests.maintain.moon import Moon
from tests.maintain.orbit import Orbit

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

BOTH = json.dumps(
    {
        "en": {"101": "The dock is busy", "102": "The dock is closed"},
        "de": {"101": "Das Dock ist belegt", "102": "Das Dock ist zu"},
    },
    indent=1,
)
READER = """\
reader:
  format: json
  code_set: api
  path: "{0}{{}}"
  code: ["(key)"]
  message: "(value)"
  pattern: "[0-9]{{3}}"
  languages: [{1}]
"""


def test_one_file_is_two_twins(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same bytes are a document of each language, and of each language once."""
    orbit = Orbit(tmp_path)
    for name, others in (("en", "de"), ("de", "en")):
        (tmp_path / f"{name}.yml").write_text(READER.format(name, others), "utf-8")
    english = ("--language", "en", "--reader", str(tmp_path / "en.yml"))
    german = ("--language", "de", "--reader", str(tmp_path / "de.yml"))
    assert orbit.add("2022-01-01.json", BOTH, *english, "--yes", "--anyway") == 0
    words = ("--of", "2022-01-01", *german, "--yes")
    assert orbit.add("2022-01-01.json", BOTH, *words) == 0
    code = atlas.load(orbit.data).code_at("orbit/101/")
    assert code
    assert code.messages == ("The dock is busy",)
    assert [(row.language, row.message) for row in code.twins] == [("de", "Das Dock ist belegt")]
    capsys.readouterr()
    assert orbit.add("2022-01-01.json", BOTH, *words) == 1
    assert "it is data/orbit/2022-01-01.de.json, byte for byte." in capsys.readouterr().err


def _in(languages: dict[str, list[str]]) -> str:
    """Return a file with some texts in some languages."""
    said = {
        tag: {str(101 + place): text for place, text in enumerate(texts)}
        for tag, texts in languages.items()
    }
    return json.dumps(said, indent=1, ensure_ascii=False)


_TEXTS = {
    "en": ["The dock is busy", "The dock is closed", "No pilot"],
    "de": ["Das Dock ist belegt", "Das Dock ist zu", "Kein Lotse"],
    "fr": ["Le dock est pris", "Le dock est clos", "Pas de pilote"],
}


def test_a_language_that_comes_or_goes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A new one is told, with how to have its texts; one that is gone is doubted, by its key."""
    first = _in({"en": _TEXTS["en"], "de": _TEXTS["de"]})
    moon = Moon(tmp_path, first, "errors.json", said=("--as-read", "3"))
    capsys.readouterr()
    assert moon.add(_in(_TEXTS)) == 0
    out = capsys.readouterr().out
    assert '"fr" is new, and has the codes in another language' in out
    assert "--language fr, and a reader with `path: fr{}`" in out
    later = _in({"en": _TEXTS["en"], "fr": _TEXTS["fr"]})
    assert moon.add(later) == 2
    out = capsys.readouterr().out
    assert 'a language less? Another one stood at "de", and nothing stands there now.' in out
    assert moon.add(later, "--anyway") == 0
    assert moon.add(_in({"en": [*_TEXTS["en"][:2], "No pilot now"], "fr": _TEXTS["fr"]})) == 0
    held = atlas.load(moon.orbit.data).catalogs["moon"]
    said = {code.code: code.messages for code in held.codes}
    assert said == {
        "101": ("The dock is busy",),
        "102": ("The dock is closed",),
        "103": ("No pilot now",),
    }


def test_a_new_language_with_codes_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A code that a new language alone has is asked about, with its line."""
    first = _in({"en": _TEXTS["en"], "de": _TEXTS["de"]})
    moon = Moon(tmp_path, first, "errors.json", said=("--as-read", "3"))
    more = {**_TEXTS, "fr": [*_TEXTS["fr"], "Plus de mât"]}
    assert moon.add(_in(more)) == 1
    assert '(16): the code "104" stands under "fr", and no row has it.' in capsys.readouterr().out


def test_a_language_beside_each_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One that is gone from all items is doubted, and a later document is read without it."""

    def items(*tags: str) -> str:
        texts = zip(*(_TEXTS[tag] for tag in tags), strict=True)
        listed = {str(101 + at): dict(zip(tags, one, strict=True)) for at, one in enumerate(texts)}
        return json.dumps(listed, indent=1, ensure_ascii=False)

    moon = Moon(tmp_path, items("en", "de"), "errors.json", said=("--message", "en"))
    assert moon.add(items("en")) == 2
    told = 'a column less? The language was at "de", and stands nowhere now.'
    assert told in capsys.readouterr().out
    assert moon.add(items("en"), "--anyway") == 0
    assert moon.add(items("en", "fr")) == 0
    assert 'the column "fr" is new' in capsys.readouterr().out
