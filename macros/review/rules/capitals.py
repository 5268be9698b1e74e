"""`capitals`: names, fields and abbreviations in another case, sentences that begin small."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from macros.review import language
from macros.review.remembered import remembered
from macros.review.rules.english import ABBREVIATIONS, FAR, begins_sentence, names_field
from macros.review.rules.expression import Expression
from macros.review.rules.rule import Harm, Hit, Mark, Rule, Subject, apart, one_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.review.language import Language

_PROPER = {name.lower(): name for name in sorted(ABBREVIATIONS, key=len, reverse=True)}
# Nobody has a field or a word of these names: one spelling is right without another to go by.
_ALWAYS = frozenset({"html", "json", "oauth", "xml"})
_ABBREVIATION = Expression(
    rf"(?<![\w./\\@#$&=:{{<-])({'|'.join(_PROPER)})(s?)(?![\w/\\@=-]|:/|\.\w)", _PROPER
)
# A text names these in small letters as values: "The format must be json or xml".
_VALUES = frozenset("csv html http https json sms xml".split())
# "One of Active, Not started, or Done"
_NAME_BEFORE = re.compile(r"\b[A-Z][a-z]+,\s$")
# "Parameter missing: media id" is about media_id.
_PARAMETER = re.compile(r":\s*(?:[a-z]+ )?$")
_BEHIND_COMMA = re.compile(
    r"(?<=,\s)(?:Please|Unable|Cannot|The|This|That|There|You|Your|It|Try|Check|Contact|If|When|"
    r"But|And|Or|So|Then|Not)(?=\s[a-z])"
)
_SMALL_START = re.compile(r"([a-z]{3,})\s+([a-z]{2,})\b(?![(=:._])")
# "title is empty": a field's name, as it is written.
_SAID_OF_FIELD = re.compile(
    r"(?:is|are|was|has|can|cannot|could|does|do|must|should|may|will|not|too|and|or|missing|invalid|"
    r"incorrect|wrong|required|empty|already|exceeds?|error|length|format|field|parameter|value|"
    r"mismatch\w*|failed|in|of|for|taken|out|contains?|greater|less|longer|shorter|larger|smaller|"
    r"above|below|under|over|expected|unknown)\b"
)
_CAPITAL = re.compile(r"[A-Z]")
_FEWEST, _MOST = 10, 0.9


@dataclass(frozen=True, slots=True)
class _Habits:
    """How a document writes: abbreviations, names by their small letters, first letters."""

    abbreviations: frozenset[str]
    names: dict[str, str | None]
    starts_large: bool


def find(subject: Subject) -> Iterator[Hit]:
    """Yield the rows with a word in another case than it should have."""
    texts = [language.unquoted(row.message) for row in subject.english]
    habits = _habits(texts, subject.language)
    checks: tuple[Callable[[str], Iterator[Mark]], ...] = (
        partial(_abbreviations, habits=habits),
        partial(_names, habits=habits, language=subject.language),
        _behind_comma,
        partial(_start, habits=habits, language=subject.language),
    )
    for row in subject.english:
        text = language.unquoted(row.message)
        marks = apart(mark for check in checks for mark in check(text))
        if marks:
            said = [(row.message[mark.start : mark.end], mark.should) for mark in marks]
            says = " ".join(
                f'"{word}" probably should be "{should}".'
                if should
                else f'"{word}" is written in another case elsewhere.'
                for word, should in said
            )
            yield one_row(row, says, *marks)


def _habits(texts: list[str], known: Language) -> _Habits:
    abbreviations = frozenset(
        match[1]
        for text in texts
        for match in _ABBREVIATION.finditer(text)
        if match[1] in _PROPER.values()
    )
    large = sum(bool(_CAPITAL.match(text)) for text in texts)
    starts_large = len(texts) >= _FEWEST and large >= _MOST * len(texts)
    return _Habits(abbreviations, _right_names(texts, known), starts_large)


@remembered
def _spelled(text: str, known: Language) -> tuple[tuple[int, str], ...]:
    """Return the names in a text: identifiers, and words that no English dictionary has."""
    names = [(place, name) for place, name in language.identifiers(text) if not name.isupper()]
    words = [(place, word) for place, word in language.words(text) if not known.in_dictionary(word)]
    return (*names, *words)


def _right_names(texts: list[str], known: Language) -> dict[str, str | None]:
    """Return how each name that is written in several ways should be; None where that is open."""
    counts: dict[str, Counter[str]] = {}
    starts: Counter[str] = Counter()
    beginnings: Counter[str] = Counter()
    for text in texts:
        for place, name in _spelled(text, known):
            counts.setdefault(name.lower(), Counter())[name] += 1
            starts[name] += begins_sentence(text, place)
            beginnings[_beginning(name)] += 1
    names: dict[str, str | None] = {}
    for lower, spelled in counts.items():
        if len(spelled) > 1 and any(_has_hump(name) for name in spelled):
            for name in spelled:
                # Where a sentence begins, `ShipName` can be `shipName`.
                if name[0].isupper() and name[0].lower() + name[1:] in spelled:
                    spelled[name] -= starts[name]
            most = spelled.most_common(1)[0][1]
            first = [name for name, count in spelled.items() if count == most]
            fellows = {name: beginnings[_beginning(name)] for name in first}
            best = max(fellows.values())
            right = [name for name in first if fellows[name] == best]
            names[lower] = right[0] if len(right) == 1 else None
    return names


def _has_hump(name: str) -> bool:
    return re.search(r"[a-z][A-Z]|_", name) is not None


def _beginning(name: str) -> str:
    """Return `template` of `templateTitle`."""
    return re.split(r"(?<=[a-z])(?=[A-Z])|_", name, maxsplit=1)[0]


def _names(text: str, habits: _Habits, language: Language) -> Iterator[Mark]:
    for place, name in _spelled(text, language):
        if name.lower() not in habits.names:
            continue
        right = habits.names[name.lower()]
        if name == right or (right and name[1:] == right[1:] and begins_sentence(text, place)):
            continue
        yield Mark(place, place + len(name), right)


def _abbreviations(text: str, habits: _Habits) -> Iterator[Mark]:
    for match in _ABBREVIATION.finditer(text):
        said, lower = match[1], match[1].lower()
        proper = _PROPER[lower]
        if said == proper or said.isupper() or said in _VALUES or names_field(text, *match.span()):
            continue
        if _PARAMETER.search(text[max(0, match.start() - FAR) : match.start()]):
            continue
        sure = lower in _ALWAYS and (said != lower or lower == "oauth")
        if sure or (proper in habits.abbreviations and not begins_sentence(text, match.start())):
            yield Mark(*match.span(), proper + match[2])


def _behind_comma(text: str) -> Iterator[Mark]:
    for match in _BEHIND_COMMA.finditer(text):
        if _NAME_BEFORE.search(text[max(0, match.start() - FAR) : match.start()]):
            continue
        yield Mark(*match.span(), match[0].lower())


def _start(text: str, habits: _Habits, language: Language) -> Iterator[Mark]:
    match = _SMALL_START.match(text)
    if (
        match
        and habits.starts_large
        and language.in_dictionary(match[1])
        and not _SAID_OF_FIELD.match(match[2])
    ):
        yield Mark(*match.span(1), match[1].capitalize())


RULE = Rule(
    "capitals",
    "Capitals",
    "A name, a field or an abbreviation in another case than it should have, a capital behind a"
    " comma, a small letter where all other messages have a capital.",
    find,
    Harm.STYLE,
)
