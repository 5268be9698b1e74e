"""Texts that are neither yes nor no where a document tells successes from errors.

A column of yes and no may have a third text, or none. Which of the two it stands for would be a
guess, so that such a row is refused until provider.yml says it.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.readers.advice import shown
from macros.sources.reader_options import TreeSuccess
from macros.sources.reader_options.table import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.readers.ledger import SaysSuccess

_SHOWN = 8  # texts that a problem lists


def unclear(file: str, said: Sequence[SaysSuccess]) -> Iterator[Problem]:
    """Yield a problem for each row of which nobody can tell whether it is a success.

    Args:
        file: the document, as problems cite it.
        said: what its rows say.
    """
    for same in _by_telling(said):
        telling = same[0].telling
        known = set(map(folded, (telling.value, *telling.neither)))
        others = [one for one in same if folded(one.text) not in known]
        failures = list(telling.failure)
        if not failures and others:
            # What most others have stands for a failure; nothing does only where they have nothing.
            texts = [text for one in others if (text := folded(one.text))] or [""]
            usual = Counter(texts).most_common(1)[0][0]
            failures = [next(one.text for one in others if folded(one.text) == usual)]
        failing = set(map(folded, failures))
        is_used = len(others) < len(same)  # what a success has, or what does not tell
        for one in others:
            if folded(one.text) not in failing:
                yield _unclear(file, one, failures, is_used=is_used)


def stale(file: str, said: Sequence[SaysSuccess]) -> Iterator[Problem]:
    """Yield a problem for each text of `failure` and `neither` that no row has.

    One that is misspelled would decide nothing, and one that is gone may stand for a new one.

    Args:
        file: the document, as problems cite it.
        said: what its rows say.
    """
    for same in _by_telling(said):
        telling, texts = same[0].telling, {folded(one.text): one.text for one in same}
        for key, listed in (("failure", telling.failure), ("neither", telling.neither)):
            for text in listed:
                if folded(text) not in texts:
                    yield _stale(file, same[0], f'`{key}` has "{shown(text)}"', [*texts.values()])


def _by_telling(said: Sequence[SaysSuccess]) -> Iterable[list[SaysSuccess]]:
    """Return what rows say, together where one column or key tells it."""
    kinds: dict[int, list[SaysSuccess]] = {}
    for one in said:
        kinds.setdefault(id(one.telling), []).append(one)
    return kinds.values()


def _stale(file: str, one: SaysSuccess, said: str, texts: Sequence[str]) -> Problem:
    what = (
        f'under `success`, {said}, which no row has in "{shown(_place(one))}"; the rows have'
        f" {_listed(texts[:_SHOWN])}{', and more' if len(texts) > _SHOWN else ''}."
    )
    return Problem(file, one.line, what, "Mend the text in provider.yml, or remove it.")


def _unclear(file: str, one: SaysSuccess, failures: Sequence[str], *, is_used: bool) -> Problem:
    telling = one.telling
    text = f'"{shown(one.text)}"' if one.text else "nothing"
    what = (
        f'{text} in "{shown(_place(one))}" of the code "{shown(one.code)}" is neither'
        f' "{shown(telling.value)}", a success, nor "{shown(failures[0])}", a failure.'
    )
    value = json.dumps(shown(one.text), ensure_ascii=False)
    is_success = "" if is_used else f"`value: {value}` if it is a success, as no row has that; "
    do = (
        f"Write under `success` in provider.yml {is_success}"
        f"`failure: {_listed([*failures, one.text])}` if it is a failure, too; or"
        f" `neither: {_listed([*telling.neither, one.text])}` if it does not say."
    )
    return Problem(file, one.line, what, do)


def _place(one: SaysSuccess) -> str:
    return one.telling.key if isinstance(one.telling, TreeSuccess) else one.telling.column


def _listed(texts: Sequence[str]) -> str:
    return json.dumps([shown(text) for text in texts], ensure_ascii=False)
