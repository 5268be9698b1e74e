"""An invented provider that is made of its first document, and the documents that come after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.maintain.orbit import HEAD, Orbit

if TYPE_CHECKING:
    from pathlib import Path

FIRST = HEAD + "".join(f"| 100{end} | Dock {end} is busy |\n" for end in range(1, 6))


class Moon:
    """The provider, whose first document is of 2021; those that follow are of the years after."""

    def __init__(
        self,
        folder: Path,
        first: str = FIRST,
        name: str = "errors.md",
        said: tuple[str, ...] = (),
    ) -> None:
        self.orbit = Orbit(folder)
        self.name = name
        self.year = 2021
        said = (*said, "--url", "https://moon.example/", "--date", "2021-01-01", "--yes")
        assert self.orbit.run("new-provider", "moon", self._file(first), *said) == 0

    def add(self, text: str, *words: str) -> int:
        """Take in a later document; one that is refused leaves its year to the next."""
        said = ("--date", f"{self.year + 1}-01-01", "--yes")
        status = self.orbit.run("add-revision", "moon", self._file(text), *said, *words)
        self.year += status == 0
        return status

    def _file(self, text: str) -> str:
        path = self.orbit.folder / self.name
        path.write_text(text, "utf-8")
        return str(path)
