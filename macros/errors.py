"""What every error says: the file, the line, what is wrong and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that a person has to mend.

    Attributes:
        file: the path as a person would type it, relative to the project.
        line: counted from 1; 0 where the whole file is meant.
        what: one sentence on what is wrong.
        do: one sentence on what to do about it.
    """

    file: str
    line: int
    what: str
    do: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.what} {self.do}"


class ProblemsError(Exception):
    """All that was found wrong, in the order of files and lines; raised once, at the end."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
