"""The scripts that need no browser: Node runs `*.test.js` of this folder on the real index."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.search import real_index

if TYPE_CHECKING:
    from pathlib import Path

    from macros.atlas import Atlas


def test_scripts(tmp_path: Path, project: Path, atlas: Atlas) -> None:
    """All tests of the scripts pass; Node says which does not."""
    assert (project / "node_modules").exists(), "`make test` installs what these tests need"
    real_index.write(tmp_path, atlas)
    tests = sorted(str(path) for path in (project / "tests" / "search").glob("*.test.js"))
    ran = real_index.node(tmp_path, "--test", *tests)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_no_registry(project: Path) -> None:
    """The lock file holds every package by its hash, and names no place to fetch it from."""
    lock = json.loads((project / "package-lock.json").read_text("utf-8"))
    packages = [package for path, package in lock["packages"].items() if path]
    assert len(packages) > 20
    assert [package for package in packages if "integrity" not in package] == []
    assert [package for package in packages if "resolved" in package] == []
