"""What a person has to choose of a document: which of several columns has the messages.

A document is left unread until somebody has chosen: on a terminal, with `--message`, or in a
`reader:` block.
"""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.maintain.sniffed import Choice, account
from macros.readers.ledger import shown
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from macros.maintain.columns import Columns, Seen
    from macros.maintain.reading import Options, Reading
    from macros.maintain.sniffed import Sniffed
    from macros.readers.rows import Document


def of_table(table: Seen, found: Columns, place: int | None = None) -> list[Choice]:
    """Return what is to choose of one table: nothing where its headings say what its columns are.

    Args:
        table: the table.
        found: its columns.
        place: its place among the tables of the options; None where these have none.
    """
    if not found.rivals:
        return []
    columns = sorted((found.message, *found.rivals))
    headings = tuple(table.names[column] for column in columns)
    samples = tuple(next((text for text in table.column(column) if text), "") for column in columns)
    return [Choice(table.line, place, headings, samples)]


def doubted(
    file: str, result: Reading, choices: Sequence[Choice], doubts: Sequence[Problem] = ()
) -> Reading:
    """Return a reading that is not whole as long as something is to choose or to decide."""
    open_ = [_doubt(file, choice) for choice in choices]
    return replace(result, problems=(*result.problems, *open_, *doubts))


def joined(file: str, line: int, described: Options, sample: str) -> Problem:
    """Return the doubt about codes that are no codes alone: how their parts are joined."""
    names = series([f'"{shown(name)}"' for name in described["code"]])
    what = f"{names} make a code together: alone, one of them has several meanings."
    do = (
        f'Look how the API joins them: the reader below makes "{shown(sample)}". Write what stands'
        " between the parts as `join`, save it to a file, and add --reader FILE."
    )
    return Problem(file, line, what, do)


def _doubt(file: str, choice: Choice) -> Problem:
    names = series([f'"{shown(heading)}"' for heading in choice.headings])
    texts = " and ".join(f'"{shown(text)}"' for text in choice.samples)
    what = f"{names} can each be the message: {texts}."
    options = " or ".join(f'--message "{heading}"' for heading in choice.headings)
    do = (
        f"Choose what the API itself answers with: add {options}, or write it as `message` in the"
        " reader below. The other is kept by name."
    )
    return Problem(file, choice.line, what, do)


def decided(
    document: Document, sniffed: Sniffed, choose: Callable[[Choice], str | None]
) -> Sniffed:
    """Return how a document can be read once somebody has chosen.

    Args:
        document: the document.
        sniffed: how it can be read.
        choose: returns one of the headings of a choice, or None.
    """
    options = copy.deepcopy(sniffed.reading.options)
    open_, why = [], list(sniffed.why)
    for choice in sniffed.choices:
        heading = choose(choice)
        if heading not in choice.headings:
            open_.append(choice)
            continue
        kept(options if choice.place is None else options["tables"][choice.place], heading, choice)
        why.append(f'message is "{heading}", as you say')
    if len(open_) == len(sniffed.choices):
        return sniffed
    result = doubted(document.file, account(document, options), open_, sniffed.doubts)
    return replace(sniffed, reading=result, why=tuple(why), choices=tuple(open_))


def kept(described: Options, message: str, choice: Choice) -> None:
    """Take a column for the message, and keep another one by name."""
    described["message"] = message
    named = {
        name: heading
        for name, heading in described.get("named", {}).items()
        if heading not in choice.headings
    }
    others = [heading for heading in choice.headings if heading != message]
    free = [name for name in ("note", "cause", "remedy") if name not in named]
    named |= dict(zip(free, others, strict=False))
    described["named"] = named
