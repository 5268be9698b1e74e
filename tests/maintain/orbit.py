"""The invented provider, and the commands of maintainers run on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros import __main__ as commands
from macros.catalog import load as catalog
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "# Errors\n\n| Code | Meaning |\n|---|---|\n"
FIRST = HEAD + (
    "| 0 | Docked |\n| 101 | The dock is busy |\n| 102 | The dock is closed |\n"
    "| 103 | The ship is too long |\n| 104 | The mast is too high |\n"
)
THIRD = HEAD + (
    "| 0 | Docked |\n| 101 | This dock is busy |\n| 102 | The dock is closed |\n"
    "| 103 | The ship is too wide |\n| 105 | No pilot is on duty |\n"
)


class Orbit:
    """The invented provider, and commands run on it."""

    def __init__(self, folder: Path, *documents: str) -> None:
        self.folder = folder
        self.data = invented.write(folder, *(documents or (FIRST,)))
        path = self.data / "conditions.yml"
        path.write_text(path.read_text("utf-8").replace('"0": busy', '"0": unreviewed'), "utf-8")
        self.docs = folder / "docs"
        self.docs.mkdir()
        (self.docs / "index.md").write_text("# Home\n", "utf-8")
        self.publish()

    def publish(self) -> None:
        """Run `published`."""
        assert commands.main(["published", str(self.data), str(self.docs)]) == 0

    def run(self, *words: str) -> int:
        """Run one command."""
        where = ("--data", str(self.data), "--docs", str(self.docs))
        return commands.main([words[0], *where, *words[1:]])

    def add(self, name: str, text: str, *words: str) -> int:
        """Take in a document."""
        file = self.folder / name
        file.write_text(text, "utf-8")
        return self.run("add-revision", "orbit", str(file), *words)

    def check(self) -> int:
        """Run `check`."""
        return commands.main(["check", str(self.data), str(self.docs)])

    def read(self, name: str) -> str:
        """Return what a file below `data` says."""
        return (self.data / name).read_text("utf-8")

    def files(self) -> dict[str, bytes]:
        """Return all that is in `data`."""
        paths = (path for path in self.data.rglob("*") if path.is_file())
        return {path.relative_to(self.data).as_posix(): path.read_bytes() for path in paths}

    @property
    def revisions(self) -> list[str]:
        """The ids of the revisions, in order."""
        return [one.id for one in catalog.load(self.data)["orbit"].provider.revisions]

    def write(self, name: str, text: str) -> None:
        """Write a file below `data`."""
        (self.data / name).write_text(text, "utf-8")
