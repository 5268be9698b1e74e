"""A build ends with the new site or leaves the old one; what is wrong with it, it says."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests import invented, pages
from tests.conftest import SITE_URL, run_mkdocs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ORBIT = "data/orbit/provider.yml"


class Project:
    """A project with one invented provider, and its site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.site = folder / "site"
        invented.link_project(folder)
        (folder / "overrides").unlink()
        shutil.copytree(invented.PROJECT / "overrides", folder / "overrides")
        invented.write(folder)

    def build(self, *options: str, **environment: str) -> str:
        """Build the site; return what was said, "" where all went well."""
        built = run_mkdocs(
            self.folder, "build", *options, check=False, SITE_URL=SITE_URL, **environment
        )
        return built.stdout + built.stderr if built.returncode else ""

    def edit(self, path: str, old: str, new: str) -> None:
        """Exchange some text in a file of the project."""
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def read(self) -> dict[str, bytes]:
        """Return the content of all files of the site."""
        return read(self.site)

    def beside(self) -> list[str]:
        """Return the names of what builds left beside the site."""
        return [path.name for path in self.folder.glob(".*")]


def read(folder: Path) -> dict[str, bytes]:
    """Return the content of all files in a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return a project whose site is built."""
    project = Project(tmp_path_factory.mktemp("built"))
    assert project.build("--strict") == ""
    return project


@pytest.fixture
def edited(built: Project) -> Iterator[Callable[[str, str, str], None]]:
    """Return a function that edits a file of the project until the test ends."""
    before: dict[str, str] = {}

    def edit(path: str, old: str, new: str) -> None:
        before.setdefault(path, (built.folder / path).read_text("utf-8"))
        built.edit(path, old, new)

    yield edit
    for path, text in before.items():
        (built.folder / path).write_text(text, encoding="utf-8")


def test_the_tab(built: Project) -> None:
    """On the page of a code its provider's tab is marked, and the links fit where it stands."""
    page = pages.parse((built.site / "orbit/101/index.html").read_text("utf-8"))
    (tab,) = page.query(".md-tabs__item--active a")
    assert pages.text(tab).strip() == "Orbit"
    assert (tab.attrs or {})["href"] == "../"
    (topic,) = page.query('.md-header [data-md-component="header-topic"] span')
    assert pages.text(topic).strip() == "Orbit 101"
    # The frame's own address is nowhere, nor is any of its marks.
    text = "".join(path.read_text("utf-8") for path in built.site.rglob("*.html"))
    assert "~code~" not in text
    assert "of the code~" not in text
    assert not list(built.site.glob("*/~*"))
    assert "~" not in (built.site / "sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize(
    ("shown", "instead", "what"),
    [
        ("{{ code_head }}", "", ["the title and the tags in the head of the page"]),
        # Without what the theme itself has in the blocks.
        (
            "super()",
            '""',
            [
                "the name of the code in the header",
                "the body of the page",
                "the permanent address of the page",
            ],
        ),
    ],
)
def test_a_theme_without_a_place(
    built: Project,
    edited: Callable[[str, str, str], None],
    shown: str,
    instead: str,
    what: list[str],
) -> None:
    """A theme that lacks a place for a code stops the build with its name; the old site stays."""
    before = built.read()
    edited("overrides/main.html", shown, instead)
    said = built.build()
    for place in what:
        assert f"overrides/main.html: the page of a code has no place for {place}." in said
    assert "Traceback" not in said
    assert built.read() == before
    assert built.beside() == []


def test_a_link_without_an_end(built: Project, edited: Callable[[str, str, str], None]) -> None:
    """In strict mode a link that leads nowhere stops the build, and the old site stays."""
    before = built.read()
    edited("overrides/main.html", "Skip to content</a>", 'Skip</a><a href="/none/"></a>')
    edited("docs/pasting.md", "# Pasting", '# Pasting\n\n<a href="../orbit/#102">102</a>')
    said = built.build("--strict")
    assert 'a link leads to "none/index.html", which is not there. The same link is in' in said
    assert ': a link leads to "102" in "orbit/index.html", which has no such id. Mend' in said
    assert "site/pasting/index.html:" in said
    assert "Traceback" not in said
    assert built.read() == before
    assert built.beside() == []


def test_warnings_of_mkdocs(built: Project, edited: Callable[[str, str, str], None]) -> None:
    """What MkDocs itself finds wrong in strict mode leaves the old site, too."""
    before = built.read()
    edited("docs/pasting.md", "# Pasting", "# Pasting\n\n[x](/orbit/)")
    assert "Aborted with 1 warnings in strict mode!" in built.build("--strict")
    assert built.read() == before
    assert built.beside() == []


FULL = """
import builtins, errno, os
opened = builtins.open
def full(file, *others, **named):
    if str(file).endswith("orbit/101/index.html"):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file))
    return opened(file, *others, **named)
builtins.open = full
"""


def test_a_full_disk(built: Project, tmp_path: Path) -> None:
    """A full disk is told in one line, and the old site stays."""
    before = built.read()
    (tmp_path / "sitecustomize.py").write_text(FULL, encoding="utf-8")
    said = built.build(PYTHONPATH=str(tmp_path))
    assert "site: the disk is full, so that nothing was changed here. Make room" in said
    assert "Traceback" not in said
    assert built.read() == before
    assert built.beside() == []


def test_a_killed_build(built: Project, tmp_path: Path) -> None:
    """A killed build leaves the old site or the new one, and the next build needs no help."""
    before = built.read()
    built.edit(ORBIT, "about: Docks", "about: New docks")
    assert built.build("--strict", "--site-dir", str(tmp_path / "site")) == ""
    after = read(tmp_path / "site")
    assert [path for path in before if before[path] != after[path]]
    beside = built.folder / ".site-being-built"
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    for files in (1, 60, len(before) - 5):
        shutil.rmtree(beside, ignore_errors=True)
        process = subprocess.Popen(
            command,
            cwd=built.folder,
            env={**os.environ, "SITE_URL": SITE_URL},
            stderr=subprocess.DEVNULL,
        )
        while process.poll() is None:
            # It can take its place while it is looked through.
            with contextlib.suppress(FileNotFoundError):
                if sum(path.is_file() for path in beside.rglob("*")) >= files:
                    break
            time.sleep(0.001)
        process.kill()
        process.wait()
        assert built.read() in (before, after)
    assert built.build("--strict") == ""
    assert built.read() == after
    assert built.beside() == []
