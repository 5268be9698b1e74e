"""A site that follows edits is the one that a build from scratch makes, after any edits."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import FileSystemLoader

from macros import atlas
from macros.errors import ProblemsError
from macros.kept import Kept
from macros.publish import shell
from macros.publish.html import environment
from macros.publish.site import Site
from macros.publish.tree import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).resolve().parent.parent / "golden/data"
FILES = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("*.*"))
FRAME = shell.cut(f"{shell.TITLE}{shell.HEAD}{shell.BODY}", "main.html", None)


def _made(data: Path, kept: Kept | None) -> dict[str, str | bytes] | list[str]:
    """Return all files that are made of a folder, or what is wrong with it."""
    if kept:
        kept.begin()
    try:
        site = Site(atlas.load(data, kept=kept), data, "https://atlas.example/", kept=kept)
    except ProblemsError as error:
        return [str(problem) for problem in error.problems]
    made = dict(tree(site, lambda _: FRAME))
    if kept:
        kept.end()
    return made


def _edit(data: Path, file: str, place: int, what: str) -> None:
    """Edit a line of a file in one of four ways; a document gets its new checksum."""
    path = data / file
    if what == "restore":
        path.write_bytes((DATA / file).read_bytes())
    elif path.is_file():
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        at = place % len(lines)
        if what == "delete":
            del lines[at]
        elif what == "repeat":
            lines.insert(at, lines[at])
        else:
            lines[at] = lines[at].replace("e", "ee ", 1)
        path.write_text("".join(lines) or "\n", encoding="utf-8")
    described = path.parent / "provider.yml"
    if path.suffix in {".md", ".html", ".txt"} and described.is_file():
        old = described.read_text(encoding="utf-8")
        new = hashlib.sha256(path.read_bytes()).hexdigest()
        # Where an edit took the line of the checksum away, there is none to be told anew.
        stated = rf"(file: {re.escape(path.name)}\n(?:.*\n)*?.*sha256: )[0-9a-f]{{64}}"
        described.write_text(re.sub(stated, rf"\g<1>{new}", old, count=1), "utf-8")


edits = st.tuples(
    st.sampled_from(FILES),
    st.integers(0, 200),
    st.sampled_from(["word", "word", "word", "delete", "repeat", "restore", "restore"]),
)


@settings(max_examples=20)
@given(st.lists(edits, min_size=1, max_size=8))
def test_any_edits(steps: list[tuple[str, int, str]]) -> None:
    """After every edit all files are byte for byte those of a build that has kept nothing."""
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shutil.copytree(DATA, data)
        kept = Kept()
        _made(data, kept)
        for file, place, what in steps:
            _edit(data, file, place, what)
            assert _made(data, kept) == _made(data, None)


@pytest.mark.parametrize(
    ("file", "old", "new", "read"),
    [
        ("orbit/notes.yml", "A busy dock is no free", "No busy dock is a free", {"review"}),
        ("conditions.yml", "Stop: it stays shut.", "Stop: it is shut.", set()),
        ("orbit/observations.yml", "Buy a new one.", "Buy another.", {"catalog", "review"}),
        ("others.yml", "name: ", "name: The ", set()),
    ],
)
def test_only_what_an_edit_touches(
    tmp_path: Path, file: str, old: str, new: str, read: set[str]
) -> None:
    """An edit makes the pages anew that say something else now, and no provider's but its own."""
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    kept = Kept()
    before = _made(data, kept)
    path = data / file
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    after = _made(data, kept)
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    pages = {name[1] for name in kept.anew if name[0] == "page"}
    changed = {
        path.removesuffix("index.html")
        for path in after
        if path.endswith("/index.html") and after[path] != before[path]
    }
    assert changed <= pages
    # Those beside a changed code are looked at again.
    assert len(pages) <= 3 * len(changed)
    assert {name for name in kept.anew if name[0] in {"catalog", "review"}} == {
        (stage, "orbit") for stage in read
    }


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a copy of the templates, which the site is made with."""
    folder = tmp_path / "templates"
    shutil.copytree(environment.TEMPLATES, folder)
    monkeypatch.setattr(environment, "TEMPLATES", folder)
    monkeypatch.setattr(environment.environment, "loader", FileSystemLoader(folder))
    environment.current()
    yield folder
    monkeypatch.undo()
    environment.current()


@pytest.mark.parametrize("name", ["code.html", "parts.html", "code_head.html"])
def test_templates(templates: Path, name: str) -> None:
    """An edited template, or one that another takes in, shows in all pages of codes."""
    kept = Kept()
    before = _made(DATA, kept)
    template = templates / name
    old = '<meta name="description"' if name == "code_head.html" else 'class="ec-'
    assert old in template.read_text("utf-8")
    template.write_text(template.read_text("utf-8").replace(old, f"data-new {old}"), "utf-8")
    after = _made(DATA, kept)
    assert after == _made(DATA, None)
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    pages = [path for path in after if path.endswith("/index.html")]
    assert all("data-new" in str(after[path]) for path in pages)
    assert not any("data-new" in str(content) for content in before.values())
