"""What a maintainer asks `add-revision` for, and what of it can be wrong by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from macros import languages
from macros.errors import Problem, ProblemsError
from macros.maintain import replies
from macros.maintain.intake import UNKNOWN
from macros.maintain.revision import places

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from macros.maintain.replies import Replies
    from macros.maintain.revision.places import Order
    from macros.maintain.revision.rehome import Ask


Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a maintainer asks for.

    Attributes:
        provider: the provider's id.
        files: the documents of one revision, its own first.
        today: the day on which they are taken in.
        date: their day, `unknown`, or None to look for it in their names and texts.
        sources: where they were published, one for all or one for each.
        licence: their licence; where it is None that of the revision before, if they name it.
        dated_by: how their day is known; found out where it is None.
        languages: their languages, one for all or one for each; found out where there is none.
        of: the id of the revision that they are further documents of.
        order: beside which revision a revision of its own goes.
        readers: files with a `reader:` block each, in place of the options of documents before: one
            for all or one for each.
        replied: what is said of lines of the one document.
        within: the blocks of source code that alone list codes; as before where none is named.
        ask: asks of which step a note speaks that could be of two; None where nobody can be asked.
    """

    provider: str
    files: tuple[Path, ...]
    today: date
    date: str | None = None
    sources: tuple[str, ...] = ()
    licence: str | None = None
    dated_by: str | None = None
    languages: tuple[str, ...] = ()
    of: str | None = None
    order: Order | None = None
    readers: tuple[Path, ...] = ()
    replied: Replies = replies.NONE
    within: tuple[str, ...] = ()
    ask: Ask | None = None

    def check(self) -> None:
        """Refuse what contradicts itself.

        Raises:
            ProblemsError: with all of it.
        """
        problems = []
        for option, given in (
            ("--language", self.languages),
            ("--reader", self.readers),
            ("--source", self.sources),
        ):
            if len(given) not in {0, 1, len(self.files)}:
                what = f"{len(given)} are given, for {len(self.files)} documents."
                do = "Give one for all of them, or one for each, in their order."
                problems.append(Problem(option, 0, what, do))
        for tag in self.languages:
            if fault := languages.fault(tag):
                do = "Write it as en, ko or zh-Hans."
                problems.append(Problem("--language", 0, f"{fault}.", do))
        if self.replied.are_some and len(self.files) > 1:
            what = "the lines are those of one document, and several are given."
            do = "Run `read` on each of them with these, and give the readers with --reader."
            problems.append(Problem(", ".join(self.replied.by_option()), 0, what, do))
        if self.of and self.order:
            what = "a further document of a revision has no place of its own."
            do = f"Leave one of --of and --{self.order.side} out."
            problems.append(Problem("--of", 0, what, do))
        if problems:
            raise ProblemsError(problems)

    def language(self, number: int) -> str | None:
        """Return what is said of the language of one of the documents."""
        return _one_of(self.languages, number)

    def source(self, number: int) -> str:
        """Return where one of the documents was published."""
        return _one_of(self.sources, number) or UNKNOWN

    def reader(self, number: int) -> Path | None:
        """Return the file with the reader of one of the documents, where one is given."""
        return _one_of(self.readers, number)

    def day(self, number: int, text: str) -> places.Day:
        """Return the day of one of the documents.

        Raises:
            ProblemsError: when what is said is no day.
        """
        if self.date is None:
            found = places.found_day(self.files[number].name, text)
            if found.day:
                return places.Day(found.day, self.dated_by or found.by)
        elif self.date != UNKNOWN:
            try:
                day = date.fromisoformat(self.date)
            except ValueError:
                what = f'"{self.date}" is no day.'
                do = "Write it as 2026-01-31."
                raise ProblemsError([Problem("--date", 0, what, do)]) from None
            return places.Day(day, self.dated_by or "Whoever took it in knew its day.")
        by = f"came {self.order.side} {self.order.of}" if self.order else "came after the others"
        return places.Day(None, self.dated_by or f"Only the order is known: it {by}.")


def _one_of(given: Sequence[Given], number: int) -> Given | None:
    """Return what is given for one of several: the one for all, or its own."""
    return given[number if len(given) > 1 else 0] if given else None
