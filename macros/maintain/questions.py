"""How a question about a document can be answered: a problem -> what its answer is made of."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from macros.maintain import by_hand
from macros.maintain.document.doubt import Doubt
from macros.readers.ledger import as_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from macros.errors import Problem
    from macros.maintain.document.reading import Options, Reading

_WRAPPED = re.compile(r'add (?=".*" to `wrapped`)')
_QUOTE = re.compile(r'quote (?=".*" under `prose`)')
_HEADINGS = re.compile(r"add (?=\[.*\] to `other_tables`)")
_DECLARED = re.compile(r'if it has none, add (?=".*" to `headings`)')
_ITEM = re.compile(r"for the item to `ignore`: it is the line (?=\")")
_WORD_WITH_DIGIT = re.compile(r'"[^\s"]*[0-9][^\s"]*" ')
_REPEATS = "rite `repeats: true`"


def can_be_none(problem: Problem, result: Reading) -> bool:
    """Tell whether a question is answered where its lines list no codes."""
    return bool(
        declared(problem) or ignored(problem) or headings(problem) or quoted(problem, result)
    )


def as_meant(options: Options, so: Iterable[Problem]) -> Options:
    """Return what becomes of options where what is asked is so."""
    better = dict(options)
    for one in so:
        for key, said in _more(one).items():
            held = better.get(key, [])
            better[key] = [*held, *(text for text in said if text not in held)]
        if change := _change(one):
            better = change(better)
    return better


def _more(problem: Problem) -> dict[str, Sequence[Any]]:
    """Return what the options have more where a question is answered with yes, by their keys."""
    found: dict[str, Sequence[Any]] = {}
    if isinstance(problem, Doubt):
        found = {**problem.more, "rows": problem.rows}
    if wrapped := _after(_WRAPPED, problem.do):
        found["wrapped"] = [wrapped]
    return {key: said for key, said in found.items() if said}


def _change(problem: Problem) -> Callable[[Options], Options] | None:
    """Return what becomes of the options where a question is answered with yes."""
    if repeats(problem):
        return _repeating
    return problem.change if isinstance(problem, Doubt) else None


def _repeating(options: Options) -> Options:
    """Return options that say of all lists that codes come again; what none needs is dropped."""
    said = {"repeats": "true"}
    if "tables" in options:
        return {**options, "tables": [{**table, **said} for table in options["tables"]]}
    return {**options, **said}


def can_be_meant(problem: Problem) -> bool:
    """Tell whether a question says what its lines may mean."""
    return bool(_more(problem) or _change(problem))


def _after(pattern: re.Pattern[str], advice: str) -> str:
    """Return the text within quotation marks that an advice has behind some words."""
    found = pattern.search(advice)
    return str(json.JSONDecoder().raw_decode(advice, found.end())[0]) if found else ""


def headings(problem: Problem) -> list[str]:
    """Return the headings of the table that a question is about; none where it is about lines."""
    found = _HEADINGS.search(problem.do)
    if not found:
        return []
    texts: list[str] = json.JSONDecoder().raw_decode(problem.do, found.end())[0]
    return texts


def quoted(problem: Problem, result: Reading) -> list[str]:
    """Return the lines that a question is about, as `prose` quotes them."""
    if isinstance(problem, Doubt):
        return list(problem.quoted)
    if "under `prose`" not in problem.do:
        return []  # it has a code in the place of codes, so that it is one of another form
    if text := result.texts.get(problem) or _after(_QUOTE, problem.do):
        return [text]
    alone = replace(result, problems=(problem,))
    return [one.line for one in by_hand.broken(alone) if one.line]


def declared(problem: Problem) -> str:
    """Return the pattern for `headings` of a heading that may have no code."""
    return _after(_DECLARED, problem.do)


def ignored(problem: Problem) -> str:
    """Return the pattern for `ignore` of an item of data that may have no code.

    What stands in the place of its code is no word with a digit, which may be a code.
    """
    text = "" if _WORD_WITH_DIGIT.match(problem.what) else _after(_ITEM, problem.do)
    return f"{as_pattern(text[:-1])}.*" if text.endswith("…") else as_pattern(text)


def repeats(problem: Problem) -> bool:
    """Tell whether it is asked if a code of two lists means the same in both."""
    return _REPEATS in problem.do
