"""`unlisted-number`: a text that names numbers which look like codes of its list and are none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.codes import order
from macros.review.rules.rule import Harm, Hit, Mark, Rule, Subject, one_row
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.readers.rows import Row

_DIGITS = re.compile("[0-9]{3}")
_NUMBER = r"-?[0-9]{3,}(?![\w%]|[.,:/-]\w)"
# "Area code 212", "ZIP code 10001": the codes of others.
_OF_LIST = (
    "error|return|result|response|status|a|the|this|these|with|by|of|at|to|see|and|or|use|in|on|"
    "instead|get|gets|returns?"
)
_NAMED = re.compile(
    rf"(?:\b(?:neither|see|(?:{_OF_LIST})\s+codes?)|(?:^|[^\w\s]\s*)codes?)\s+"
    rf"(?P<numbers>{_NUMBER}(?:(?:\s*,\s*|\s+(?:and|or|nor)\s+){_NUMBER})*)"
    r"(?=\s*(?:$|[).,;])|\s+(?:and|or|is|are|was|were|for|in|instead|if|when)\b)",
    re.IGNORECASE,
)
_EACH = re.compile(_NUMBER)
# The numbers of others.
_OTHERS = re.compile(r"\b(?:HTTPS?|SMTP|FTP|status|SQL\w*|gRPC|RFC)\b", re.IGNORECASE)


def find(subject: Subject) -> Iterator[Hit]:
    """Yield the rows that name a number among the codes which no row lists."""
    listed = {row.code for row in subject.rows} | subject.others
    spans = _spans(subject.rows)
    for row in subject.rows:
        if not _DIGITS.search(row.message):
            continue
        named = () if _OTHERS.search(row.message) else _NAMED.finditer(row.message)
        marks = [
            Mark(match.start("numbers") + each.start(), match.start("numbers") + each.end())
            for match in named
            for each in _EACH.finditer(match["numbers"])
            if each[0] not in listed and _within(each[0], spans.get((row.code_set, len(each[0]))))
        ]
        if marks:
            numbers = list(dict.fromkeys(row.message[mark.start : mark.end] for mark in marks))
            one = len(numbers) == 1
            says = (
                f"{series(numbers)} {'looks like a code' if one else 'look like codes'} of this"
                f" list, and {'is none' if one else 'are none'} of them."
            )
            yield one_row(row, says, *marks)


def _spans(rows: Iterable[Row]) -> dict[tuple[str, int], tuple[str, str]]:
    """Return the first and the last number of each length in each code set."""
    numbers: dict[tuple[str, int], list[str]] = {}
    for row in rows:
        if re.fullmatch(r"-?[0-9]+", row.code, re.ASCII):
            numbers.setdefault((row.code_set, len(row.code)), []).append(row.code)
    return {
        place: (min(found, key=order), max(found, key=order)) for place, found in numbers.items()
    }


def _within(number: str, span: tuple[str, str] | None) -> bool:
    return span is not None and order(span[0]) < order(number) < order(span[1])


RULE = Rule(
    "unlisted-number",
    "A number that is no code",
    "A text names numbers that look like codes of its list, and the list has no such codes.",
    find,
    Harm.UNCLEAR,
    is_mistake=False,
)
