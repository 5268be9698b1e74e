"""How a question about a document can be answered: a problem -> what the reader then has more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.maintain.document.doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from macros.errors import Problem
    from macros.maintain.document.reading import Options


def none(problem: Problem) -> Mapping[str, Sequence[Any]]:
    """Return what the options have more where the lines of a question list no codes."""
    own = {"prose": problem.quoted} if isinstance(problem, Doubt) and problem.quoted else {}
    return {key: said for key, said in {**problem.ways.none, **own}.items() if said}


def so(problem: Problem) -> Mapping[str, Sequence[Any]]:
    """Return what the options have more where it is as a question has it."""
    own = {**problem.more, "rows": problem.rows} if isinstance(problem, Doubt) else {}
    return {key: said for key, said in {**problem.ways.so, **own}.items() if said}


def quoted(problem: Problem) -> Sequence[str]:
    """Return the lines of a question, as `prose` quotes them where they list no codes."""
    return none(problem).get("prose", ())


def wrapped(problem: Problem) -> Sequence[str]:
    """Return the lines of a question that may go on with the row above."""
    return so(problem).get("wrapped", ())


def can_be_none(problem: Problem) -> bool:
    """Tell whether a question is answered where its lines list no codes."""
    return bool(none(problem))


def can_be_meant(problem: Problem) -> bool:
    """Tell whether a question says what its lines may mean."""
    return bool(so(problem) or _change(problem))


def as_meant(options: Options, problems: Iterable[Problem]) -> Options:
    """Return what becomes of options where what is asked is so."""
    better = dict(options)
    for one in problems:
        better = with_more(better, so(one))
        if change := _change(one):
            better = change(better)
    return better


def with_more(options: Options, said: Mapping[str, Sequence[Any]]) -> Options:
    """Return options that have more in some of their lists, by their keys."""
    better = dict(options)
    for key, more in said.items():
        held = better.get(key, [])
        kept = [held] if isinstance(held, str) else list(held)
        for one in more:
            kept += [] if one in kept else [one]
        better[key] = kept
    return better


def _change(problem: Problem) -> Callable[[Options], Options] | None:
    """Return what becomes of the options where a question is answered with yes."""
    if problem.ways.repeats:
        return _repeating
    return problem.change if isinstance(problem, Doubt) else None


def _repeating(options: Options) -> Options:
    """Return options that say of all lists that codes come again; what none needs is dropped."""
    said = {"repeats": "true"}
    if "tables" in options:
        return {**options, "tables": [{**table, **said} for table in options["tables"]]}
    return {**options, **said}
