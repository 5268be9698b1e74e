"""What `mkdocs.yml` says to the atlas: typed, and every fault with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.errors import ProblemsError
from macros.sources import settings
from tests.conftest import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "site_name: !ENV [A, B]\ntheme: {name: material}\n"


def _read(tmp_path: Path, text: str) -> settings.Settings:
    (tmp_path / settings.FILE).write_text(HEAD + text, encoding="utf-8")
    return settings.read(tmp_path / settings.FILE)


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("", 5000),
        ("extra:\n  social: []\n", 5000),
        ("extra:\n  generator: false\n  atlas: {single_files: 3}\n", 3),
        ("extra:\n  atlas:\n    single_files: 0\n", 0),
    ],
)
def test_settings(tmp_path: Path, text: str, most: int) -> None:
    """What is not said is as if 5,000 were; all else in the file is MkDocs' own."""
    assert _read(tmp_path, text).single_files == most


def test_without_a_file(tmp_path: Path) -> None:
    """Without the file, nothing is said."""
    assert settings.read(tmp_path / settings.FILE) == settings.Settings()


def test_ours() -> None:
    """The project's own file says what it says by itself, for all to see."""
    assert settings.read(PROJECT / settings.FILE) == settings.Settings()
    assert "single_files: 5000\n" in (PROJECT / settings.FILE).read_text("utf-8")


_NUMBER = (
    "Expected: a whole number, 0 or more: up to how many codes each of them has its JSON and its"
    " Markdown in files of its own. Above, packs alone have them."
)
BAD = {
    "a word": (
        "extra:\n  atlas:\n    single_files: many\n",
        f'mkdocs.yml:5: extra.atlas.single_files: "many" is not allowed here. {_NUMBER}',
    ),
    "below zero": (
        "extra:\n  atlas:\n    single_files: -1\n",
        f'mkdocs.yml:5: extra.atlas.single_files: "-1" is not allowed here. {_NUMBER}',
    ),
    "half a code": (
        "extra:\n  atlas:\n    single_files: 2.5\n",
        f'mkdocs.yml:5: extra.atlas.single_files: "2.5" is not allowed here. {_NUMBER}',
    ),
    "nothing": (
        "extra:\n  atlas:\n    single_files:\n",
        f'mkdocs.yml:5: extra.atlas.single_files: "" is not allowed here. {_NUMBER}',
    ),
    "another key": (
        "extra:\n  atlas:\n    single_file: 3\n",
        (
            'mkdocs.yml:5: unknown key "single_file".'
            " Below `extra: atlas:` there may be: single_files."
        ),
    ),
    "no keys": (
        "extra:\n  atlas: 3\n",
        (
            'mkdocs.yml:4: extra.atlas: "3" is not allowed here.'
            " Expected: keys and values, such as `single_files: 5000`."
        ),
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_bad(tmp_path: Path, case: str) -> None:
    """A fault says its file and line, what is wrong, and what to write."""
    text, message = BAD[case]
    with pytest.raises(ProblemsError) as error:
        _read(tmp_path, text)
    assert str(error.value) == message
