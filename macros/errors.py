"""What every error says: the file, the line, what is wrong and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Ways:
    """How a person can answer a problem, as data: what a reader's options then have more.

    Attributes:
        none: where its lines list no codes, by the keys of the options.
        so: where it is as the problem has it, by the keys of the options.
        rows: lines that can be said by hand, each with a code, which is empty where none is
            known; a line comes again for each of its codes.
        listed: where its lines have codes and no text, so that nothing can be quoted, by the keys
            of the options.
        repeats: whether it is asked if a code of two lists means the same in both.
        rest: whether its lines may be the rest of the message above, which lists no code either.
    """

    none: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    so: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    listed: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    rows: tuple[tuple[str, str], ...] = ()
    repeats: bool = False
    rest: bool = False

    def __or__(self, other: Ways) -> Ways:
        """Return all ways of both."""
        return Ways(
            {**self.none, **other.none},
            {**self.so, **other.so},
            {**self.listed, **other.listed},
            self.rows + other.rows,
            self.repeats or other.repeats,
            self.rest or other.rest,
        )


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do, in a sentence or more, and the same as data."""

    says: str
    ways: Ways


class ProblemKind(Enum):
    """What is wrong with a text of a document, for what mends it: its words are for people."""

    LEFT_OVER = auto()
    """It is neither a code with its message nor a heading."""
    OTHER_FORM = auto()
    """It stands where codes do, and has another form."""
    ITEM_WITHOUT_CODE = auto()
    HEADING_WITHOUT_CODE = auto()
    CODE_WITHIN_HEADING = auto()
    """A heading names a code, and does not begin with one."""
    OUTSIDE_PATH = auto()
    """It may be a code, and no path leads to it."""
    NO_LIST = auto()
    """It is a path at which no list stands."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that a person has to mend.

    Attributes:
        file: the path as a person would type it, relative to the project.
        line: counted from 1; 0 where the whole file is meant.
        what: one sentence on what is wrong.
        do: one sentence on what to do about it.
        ways: how it can be answered, as far as that is known.
        kind: what kind of thing is wrong, where something else asks for it.
        text: the text that is wrong then, uncut.
    """

    file: str
    line: int
    what: str
    do: str
    ways: Ways = field(default=Ways(), compare=False, kw_only=True, repr=False)
    kind: ProblemKind | None = field(default=None, compare=False, kw_only=True)
    text: str = field(default="", compare=False, kw_only=True)

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.what} {self.do}"


Asked = TypeVar("Asked", bound=Problem)


def advised(
    file: str,
    line: int,
    what: str,
    *parts: str | Advice,
    kind: ProblemKind | None = None,
    text: str = "",
) -> Problem:
    """Return a problem with what to do about it, which is made of several parts."""
    return more_advised(Problem(file, line, what, "", kind=kind, text=text), *parts)


def more_advised(problem: Asked, *parts: str | Advice) -> Asked:
    """Return a problem with more that can be done about it."""
    says, ways = problem.do, problem.ways
    for part in parts:
        more = part.says if isinstance(part, Advice) else part
        says = f"{says} {more}".strip()
        ways |= part.ways if isinstance(part, Advice) else Ways()
    return replace(problem, do=says, ways=ways)


class ProblemsError(Exception):
    """All that was found wrong, in the order of files and lines; raised once, at the end."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
