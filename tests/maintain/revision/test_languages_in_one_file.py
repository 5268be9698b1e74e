"""`add-revision` with a file that has several languages in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from macros import atlas
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
