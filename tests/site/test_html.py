"""Every kind of page is valid HTML, by a checker that is not ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser import looks
from tests.search.real_index import node

if TYPE_CHECKING:
    from pathlib import Path

    from macros.atlas import Atlas


def faults(project: Path, *files: Path) -> list[str]:
    """Return what html-validate has against files, a line each."""
    program = project / "node_modules/html-validate/bin/html-validate.mjs"
    assert program.exists(), "`make test` installs what this test needs"
    rules = project / "tests/site/htmlvalidate.json"
    ran = node(project, str(program), "--config", str(rules), "-f", "text", *map(str, files))
    assert not ran.stderr
    return ran.stdout.splitlines()


def test_valid(project: Path, site: Path, atlas: Atlas) -> None:
    """Nothing is wrong with any page that is none of a code, nor with a code of each kind."""
    pages = looks.pages(site, atlas)
    assert len(pages) > 25
    files = (site / page for page in pages)
    assert (
        faults(project, *(file / "index.html" if file.is_dir() else file for file in files)) == []
    )


def test_what_hurts(project: Path, invented_site: Path) -> None:
    """Nor where a provider's words mean something to HTML, or a catalog is in parts."""
    files = sorted((invented_site / "hurtful").rglob("index.html"))
    assert files
    assert faults(project, *files, invented_site / "large/index.html") == []


def test_faults_are_seen(project: Path, tmp_path: Path) -> None:
    """The checker finds what is wrong: a test that sees nothing proves nothing."""
    (tmp_path / "a.html").write_text("<p id=a>a</p><p id=a><b><h1>a</h1></b></p>", "utf-8")
    assert len(faults(project, tmp_path / "a.html")) > 1
