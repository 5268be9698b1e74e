"""`mixed-terms`: one thing under several names in one document.

The names come from the provider's file. What should stand there is the name that most rows have,
of several such names the first in that file. What a program calls a field is no name of a thing,
nor is what stands within a longer name of somebody's (`Delete Ship Dock API`). Where two names tell
codes of one code set apart, they are no names of one thing there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.review.rules.english import begins_sentence, names_field, plural, sounds_like_vowel
from macros.review.rules.expression import Expression
from macros.review.rules.rule import Harm, Hit, Mark, Quote, Rule, Subject, apart
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ARTICLE = re.compile(r"(?<![\w'-])(an?)\s+$", re.IGNORECASE)
_LAST_WORD = re.compile(r"([A-Za-z][\w-]*)\s+$")
_NEXT_WORD = re.compile(r"\s+([A-Z][\w-]*)")
_FAR = 40


class _Use(NamedTuple):
    """Where a name stands: the place of the row, and of the name in its message."""

    place: int
    start: int
    end: int


def find(subject: Subject) -> Iterator[Hit]:
    """Yield, for each thing that has several names here, the rows with another than most have."""
    for names in subject.terms:
        uses = _uses(names, subject)
        used = [name for name in names if uses[name]]
        if len(used) < 2:  # noqa: PLR2004 - one name is no mix
            continue
        # The first of those that most rows have: nobody is asked to change many rows for one.
        first = max(used, key=lambda name: _rows(uses[name]))
        marks: dict[int, list[Mark]] = {}
        for name in used:
            for use in uses[name] if name != first else ():
                message = subject.rows[use.place].message
                marks.setdefault(use.place, []).append(_mark(message, use, name, first))
        says = f"{series([_named(name, uses[name]) for name in used])} name the same thing."
        yield Hit(tuple(_quote(subject, place, marks[place]) for place in sorted(marks)), says)


def _mark(message: str, use: _Use, name: str, first: str) -> Mark:
    """Return the mark of a name that should be `first`, in the same number, with its article."""
    said = message[use.start : use.end]
    several = len(said) > len(name) or (name.endswith("s") and not first.endswith("s"))
    should = plural(first) if several else first
    start = use.start
    if article := _ARTICLE.search(message, max(0, start - _FAR), start):
        sounds = sounds_like_vowel(should)
        if sounds is not None:
            start = article.start(1)
            should = f"{article[1][0]}{'n' if sounds else ''} {should}"
    elif said[0].isupper() and begins_sentence(message, start):
        should = should[0].upper() + should[1:]
    return Mark(start, use.end, should)


def _quote(subject: Subject, place: int, marks: list[Mark]) -> Quote:
    return Quote(subject.rows[place], tuple(apart(marks)))


def _uses(names: Sequence[str], subject: Subject) -> dict[str, list[_Use]]:
    """Return where each name stands, in any case and number; not within a longer name."""
    longest = sorted(names, key=len, reverse=True)
    by_lower = {name.lower(): name for name in names}
    pattern = Expression(rf"(?<!\w)({'|'.join(map(re.escape, longest))})(?:s|es)?(?!\w)", by_lower)
    uses: dict[str, list[_Use]] = {name: [] for name in names}
    for place, row in enumerate(subject.rows):
        for match in pattern.finditer(row.message):
            if not _is_other_name(row.message, *match.span()):
                uses[by_lower[match[1].lower()]].append(_Use(place, *match.span()))
    for name, code_set in _apart(names, uses, subject):
        uses[name] = [use for use in uses[name] if subject.rows[use.place].code_set != code_set]
    return uses


def _is_other_name(text: str, start: int, end: int) -> bool:
    """Tell whether words are a field's name, or a part of a longer name in capitals."""
    if names_field(text, start, end):
        return True
    if not all(word[0].isupper() for word in text[start:end].split()):
        return False
    last = _LAST_WORD.search(text, max(0, start - _FAR), start)
    within = last and last[1][0].isupper() and not begins_sentence(text, last.start())
    return bool(within or _NEXT_WORD.match(text, end))


def _apart(
    names: Sequence[str], uses: dict[str, list[_Use]], subject: Subject
) -> Iterator[tuple[str, str]]:
    """Yield names, each with a code set, that tell its codes from those with an earlier name."""
    codes: dict[tuple[str, str], dict[str, str]] = {}
    for name in names:
        for use in uses[name]:
            row = subject.rows[use.place]
            rest = f"{row.message[: use.start]}\0{row.message[use.end :]}".casefold().rstrip(".")
            others = codes.setdefault((row.code_set, rest), {})
            if any(code != row.code and other != name for code, other in others.items()):
                yield name, row.code_set
            others.setdefault(row.code, name)


def _rows(uses: list[_Use]) -> int:
    return len({use.place for use in uses})


def _named(name: str, uses: list[_Use]) -> str:
    rows = _rows(uses)
    return f'"{name}" ({rows} row{"" if rows == 1 else "s"})'


RULE = Rule(
    "mixed-terms",
    "Inconsistent terms",
    "The document calls one thing by several names, which a reader can take for several things.",
    find,
    Harm.UNCLEAR,
    is_mistake=False,
)
