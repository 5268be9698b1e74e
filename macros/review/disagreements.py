"""Where the languages of one revision disagree: catalog, revision -> findings.

Nothing is translated. Numbers (`amounts.py`) and identifiers are the same in every language: one
that stands in one text and in no form in the other is told. Of a code without a row in one language
the whole document is told, once.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from macros.languages import name
from macros.review.amounts import ELSEWHERE, Amount, amounts
from macros.review.fields import is_identifier
from macros.review.numerals import KNOWN, MOST_IN_WORDS
from macros.review.rules.rule import Harm, Hit, Mark, Quote, Rule, whole_rows
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Listing
    from macros.readers.rows import Row
    from macros.sources.revision import Revision

_TOKEN = re.compile(r"(?<![A-Za-z0-9_./@-])[A-Za-z][A-Za-z0-9_]*(?![A-Za-z0-9_@]|\.[A-Za-z])")
_SIGNS = re.compile(r"[^a-z0-9]")
_MOST_NAMED = 8

DIFFER = Rule(
    "languages-differ",
    "Languages that disagree",
    "The texts of a code in two languages of one revision name different numbers or different"
    " fields.",
    lambda _: iter(()),
    Harm.MISLEADS,
    any_language=True,
)
SAYS_LESS = Rule(
    "language-says-less",
    "One language says less",
    "The text of a code in one language names a number or a field that the text in another language"
    " of the same revision does not name.",
    lambda _: iter(()),
    Harm.UNCLEAR,
    any_language=True,
)
LACKS = Rule(
    "language-lacks-codes",
    "Codes that one language lacks",
    "The documents of one language do not list codes that those of another language of the same"
    " revision list.",
    lambda _: iter(()),
    Harm.UNCLEAR,
    is_mistake=False,
    of_document=True,
    any_language=True,
)
RULES = (DIFFER, SAYS_LESS, LACKS)


class _Unsaid(NamedTuple):
    """What a row says and no text in the other language does."""

    row: Row
    numbers: list[Mark]
    fields: list[Mark]

    @property
    def marks(self) -> list[Mark]:
        return sorted((*self.numbers, *self.fields), key=lambda mark: mark.start)


def find(catalog: Catalog, revision: Revision) -> Iterator[tuple[Rule, Hit]]:
    """Yield what the languages of one revision disagree on, in the order of codes."""
    if len(revision.languages) == 1:
        return
    for tag in revision.languages:
        yield from _lacking(catalog, revision, tag)
    for code in catalog.codes:
        listing = code.listing(revision)
        for tag in listing.languages[1:] if listing else ():
            assert listing, "there are languages"
            yield from _differing(listing, tag)


def _lacking(catalog: Catalog, revision: Revision, tag: str) -> Iterator[tuple[Rule, Hit]]:
    """Yield one finding for all codes that the documents of a language lack.

    A code set of which they list nothing is none of their subject.
    """
    for code_set in catalog.provider.code_sets:
        listed = [one for code in catalog.of(code_set) if (one := code.listing(revision))]
        lacking = [listing.rows for listing in listed if tag not in listing.languages]
        if lacking and len(lacking) < len(listed):
            count = len(lacking)
            named = [rows[0].code for rows in lacking[:_MOST_NAMED]]
            more = [f"{count - _MOST_NAMED} more"] if count > _MOST_NAMED else []
            codes = series([*named, *more])
            are = "1 code is" if count == 1 else f"{count} codes are"
            says = f"{are} not listed in {name(tag)}: {codes}."
            yield LACKS, whole_rows([row for rows in lacking for row in rows], says)


def _differing(listing: Listing, tag: str) -> Iterator[tuple[Rule, Hit]]:
    """Yield what the texts of a code in one language and in that of titles disagree on."""
    title = listing.rows[0].language
    twins = listing.within(tag)
    left = [_unsaid(row, twins) for row in listing.rows]
    right = [_unsaid(row, listing.rows) for row in twins]
    if not any(one.marks for one in (*left, *right)):
        return
    differ = all(any(one.numbers for one in side) for side in (left, right)) or all(
        any(one.fields for one in side) for side in (left, right)
    )
    quotes = tuple(Quote(one.row, tuple(one.marks)) for one in (*left, *right))
    yield DIFFER if differ else SAYS_LESS, Hit(quotes, _says(title, left, tag, right))


def _says(title: str, left: Sequence[_Unsaid], tag: str, right: Sequence[_Unsaid]) -> str:
    said, twin = _words(left), _words(right)
    if said and twin:
        return f"{name(title)} says {said}; {name(tag)} says {twin}."
    one, other = (title, tag) if said else (tag, title)
    return f"{name(one)} says {said or twin}; {name(other)} does not."


def _words(side: Sequence[_Unsaid]) -> str:
    words = [one.row.message[mark.start : mark.end] for one in side for mark in one.marks]
    return series(list(dict.fromkeys(words))) if words else ""


def _unsaid(row: Row, others: Sequence[Row]) -> _Unsaid:
    """Return what a row says and none of some rows in another language does."""
    theirs: dict[str, set[Amount]] = {}
    for amount in (one for other in others for one in amounts(other.message, other.language)):
        for said in (*amount.values, *amount.measures):
            # Where it stands does not matter: a text can say the same thousands of times.
            theirs.setdefault(said, set()).add(replace(amount, start=0, end=0))
    known = all(other.language.partition("-")[0] in KNOWN for other in others)
    numbers = [
        Mark(amount.start, amount.end)
        for amount in amounts(row.message, row.language)
        if amount.written
        and not any(
            amount.is_said(other)
            for said in (*amount.values, *amount.measures)
            for other in theirs.get(said, ())
        )
        and (known or not _is_small(amount))
    ]
    letters = [_letters(other.message) for other in others]
    fields = [
        Mark(*match.span())
        for match in _TOKEN.finditer(ELSEWHERE.sub(lambda one: " " * len(one[0]), row.message))
        if is_identifier(match[0]) and not any(_letters(match[0]) in text for text in letters)
    ]
    return _Unsaid(row, numbers, fields)


def _is_small(amount: Amount) -> bool:
    """Tell whether an amount is one that a language may write in words."""
    return any(value.isdigit() and int(value) <= MOST_IN_WORDS for value in amount.values)


def _letters(text: str) -> str:
    """Return the Latin letters and the digits of a text: `templateTitle` as `template title`."""
    return _SIGNS.sub("", text.lower())
