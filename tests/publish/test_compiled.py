"""What was compiled of a template is used as long as its source is the same."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
import pytest

from macros.publish.compiled import Compiled

if TYPE_CHECKING:
    from types import CodeType


@pytest.fixture(autouse=True)
def _writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Return a folder with the template `page`, and one for what is compiled."""
    for name in ("templates", "compiled"):
        (tmp_path / name).mkdir()
    (tmp_path / "templates" / "page").write_text("{{ 6 * 7 }}", encoding="utf-8")
    return tmp_path / "templates", tmp_path / "compiled"


def _filled(templates: Path, compiled: Path, options: str = "plain") -> tuple[str, list[str]]:
    """Return the page, and the names of the templates that were compiled for it."""
    made: list[str] = []

    class Environment(jinja2.Environment):
        def _compile(self, source: str, filename: str) -> CodeType:
            made.append(Path(filename).name)
            return super()._compile(source, filename)

    cache = Compiled(options, compiled)
    environment = Environment(loader=jinja2.FileSystemLoader(templates), bytecode_cache=cache)
    return environment.get_template("page").render(), made


def test_again(folders: tuple[Path, Path]) -> None:
    """The next environment compiles nothing; one with other options does."""
    assert _filled(*folders) == ("42", ["page"])
    assert _filled(*folders) == ("42", [])
    assert _filled(*folders, options="other") == ("42", ["page"])


def test_an_edited_source(folders: tuple[Path, Path]) -> None:
    """A template that was edited is compiled anew, in the place of what it was."""
    _filled(*folders)
    (folders[0] / "page").write_text("{{ 6 * 8 }}", encoding="utf-8")
    assert _filled(*folders) == ("48", ["page"])
    assert len(list(folders[1].iterdir())) == 1


def test_links(folders: tuple[Path, Path], tmp_path: Path) -> None:
    """A template is one, by whatever links a path leads to it; another of its name is another."""
    _filled(*folders)
    (tmp_path / "linked").symlink_to(folders[0])
    assert _filled(tmp_path / "linked", folders[1]) == ("42", [])
    (tmp_path / "copied").mkdir()
    (tmp_path / "copied" / "page").write_text("{{ 6 * 7 }}", encoding="utf-8")
    assert _filled(tmp_path / "copied", folders[1]) == ("42", ["page"])


def test_where_nothing_can_be_written(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a folder, and where Python is to write nothing, each environment compiles."""
    missing = folders[1] / "missing"
    assert _filled(folders[0], missing) == _filled(folders[0], missing) == ("42", ["page"])
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert _filled(*folders) == _filled(*folders) == ("42", ["page"])
    assert list(folders[1].iterdir()) == []
