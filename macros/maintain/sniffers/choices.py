"""What a person has to choose of a document: which of several columns has the messages.

A document is left unread until somebody has chosen: on a terminal, with `--message`, or in a
`reader:` block.
"""

from __future__ import annotations

import copy
import itertools
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from macros.errors import Problem, Ways
from macros.maintain.document import code_headings, reading, shapes, translations
from macros.maintain.sniffers.sniffed import Choice, account
from macros.maintain.sniffers.tables import columns, rival_columns
from macros.readers.advice import shown
from macros.texts import series

_OPTIONS = re.compile(r'add --message ".*", or write it')

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.maintain.document.seen_table import Seen
    from macros.maintain.sniffers.sniffed import Sniffed
    from macros.maintain.sniffers.tables.columns import Columns
    from macros.readers.rows import Document


def of_table(
    table: Seen, found: Columns, place: int | None = None, others: tuple[int, ...] = ()
) -> list[Choice]:
    """Return what is to choose of one table: nothing where its headings say what its columns are.

    Args:
        table: the table.
        found: its columns.
        place: its place among the tables of the options; None where these have none.
        others: where further tables with the same headings begin.
    """
    if not found.rivals:
        return []
    places = sorted((found.message, *found.rivals))
    headings = tuple(table.names[place] for place in places)
    samples = tuple(next((text for text in table.column(place) if text), "") for place in places)
    return [Choice(table.line, place, headings, samples, others)]


def _also(others: Sequence[int]) -> str:
    """Say of which further tables something is asked, by the lines on which they begin."""
    tables = "tables" if others[1:] else "table"
    return f", also in the {tables} of line {reading.line_ranges(others)}" if others else ""


def doubted(
    file: str, result: Reading, choices: Sequence[Choice], doubts: Sequence[Problem] = ()
) -> Reading:
    """Return a reading that is not whole as long as something is to choose or to decide."""
    open_ = [_doubt(file, choice) for choice in choices]
    return replace(result, problems=(*result.problems, *open_, *doubts))


def joined(
    file: str, line: int, described: Options, sample: str, alone: Options | None = None
) -> Problem:
    """Return the doubt about codes that are no codes alone: how their parts are joined.

    Args:
        file: the document.
        line: where the first of them stand.
        described: how they are read.
        sample: one of the codes.
        alone: the `code` and `pattern` of a part that the headings alone make one.
    """
    names = series([f'"{shown(name)}"' for name in described["code"]])
    why = "their headings say so" if alone else "alone, one of them has several meanings"
    what = f"{names} make a code together: {why}."
    written = " and ".join(
        f"`{key}: {json.dumps(one, ensure_ascii=False)}`" for key, one in (alone or {}).items()
    )
    without = f"; or, without `join`, {written} if that is a code alone" if alone else ""
    do = (
        f'Look how the API joins them: the reader below makes "{shown(sample)}". Write what stands'
        f" between the parts as `join`{without}. Save it to a file, and add --reader FILE."
    )
    return Problem(file, line, what, do)


def coded(file: str, table: Seen, found: Columns, others: tuple[int, ...] = ()) -> list[Problem]:
    """Return the doubt about a table in which several columns can have the codes, if it is one.

    Args:
        file: the document.
        table: the table.
        found: its columns.
        others: where further tables with the same headings begin.
    """
    if not found.codes:
        return []
    places = sorted((found.code, *found.codes))
    names = series([f'"{shown(table.names[place])}"' for place in places])
    columns_ = {place: [text for text in table.column(place) if text] for place in places}
    texts = " and ".join(f'"{shown(cells[0])}"' for cells in columns_.values())
    what = f"{names} can each be the code{_also(others)}: {texts}."
    if do := _shown_names(table, found):
        return [Problem(file, table.line, what, do)]
    written = " or ".join(
        f"`code: {json.dumps(table.names[place], ensure_ascii=False)}` and"
        f" `pattern: {json.dumps(shapes.pattern(columns_[place]), ensure_ascii=False)}`"
        for place in found.codes
    )
    spaced = any(" " in text for place in found.codes for text in columns_[place])
    signs = ', and `code_signs: {" ": ""}` beside `tables` with what the API sends for the space'
    do = (
        "Choose what the API itself answers with. If it is not the `code` of the reader below,"
        f" write {written} there{signs if spaced else ''}. Save it to a file, and add --reader"
        " FILE."
    )
    return [Problem(file, table.line, what, do)]


def _shown_names(table: Seen, found: Columns) -> str:
    """Say how names are read that stand within the texts of a column; nothing where none do."""
    for place in found.codes:
        cells = table.column(place)
        if (names := rival_columns.names(cells)) and names != cells:
            text = table.column(found.message)[0]
            return (
                f'Choose what the API itself answers with. If it is "{shown(names[0])}", show it:'
                f' --such-as "{shown(names[0])}" "{shown(text)}". If it is the `code` of the reader'
                " below, save that to a file, and add --reader FILE."
            )
    return ""


def unlike(file: str, table: Seen, found: Columns) -> list[Problem]:
    """Return the doubt about a column of which its heading alone, or its cells alone, speak."""
    if not found.is_unlike:
        return []
    cells = table.column(found.code)
    named = series([f'"{shown(text)}"' for text in cells[:3]])
    heading = table.headings[found.code]
    how = "look like no codes" if code_headings.is_code(heading) else "may be other words"
    what = f'{named} stand below "{shown(table.names[found.code])}", and {how}.'
    do = (
        "If they are what the API sends, save the reader below to a file, and add --reader FILE;"
        " else write another column as its `code`, with a `pattern` that fits it."
    )
    return [Problem(file, table.line, what, do)]


class Kind(NamedTuple):
    """Tables with the same headings.

    Attributes:
        whole: all of them as one.
        found: its columns.
        same: each of them.
    """

    whole: Seen
    found: Columns
    same: Sequence[Seen]

    @property
    def parts(self) -> list[Seen]:
        """Each table, as the whole is read."""
        if not self.same[1:]:
            return [self.whole]
        return [replace(self.whole, rows=one.rows, line=one.line) for one in self.same]


def unnamed(file: str, kept: Sequence[Kind]) -> list[Problem]:
    """Return a doubt for each table whose heading does not say "code", where another one's does.

    Such a table may list limits, versions or regions.
    """
    silent = [one for one in kept if not columns.says_codes(one.whole, one.found)]
    if len(silent) == len(kept):  # "Status" says more than "Address"
        silent = [one for one in kept if not columns.hints_codes(one.whole, one.found)]
    if len(silent) == len(kept):
        return []
    return [
        _unnamed(file, table, one.found)
        for one in silent
        if one.whole.heading_row
        for table in one.parts
    ]


def _unnamed(file: str, table: Seen, found: Columns) -> Problem:
    listed = ", ".join(f'"{heading}"' for heading in table.headings)
    what = (
        f'"{shown(table.headings[found.code])}" is taken for a column of codes, and does not say'
        " that it is one, as another table of the document does."
    )
    do = (
        "If it has no codes, remove the table from `tables` in the reader below, and add"
        f" [{listed}] to `other_tables`. Save the reader to a file, and add --reader FILE."
    )
    ways = Ways(none={"other_tables": (list(table.headings),)})
    return Problem(file, table.line, what, do, ways=ways)


def _doubt(file: str, choice: Choice) -> Problem:
    names = series([f'"{shown(heading)}"' for heading in choice.headings])
    texts = " and ".join(f'"{shown(text)}"' for text in choice.samples)
    what = f"{names} can each be the message{_also(choice.others)}: {texts}."
    options = " or ".join(f'--message "{heading}"' for heading in choice.headings)
    do = (
        f"Choose what the API itself answers with: add {options}, or write it as `message` in the"
        f" reader below. {_said_of_others(choice)}"
    )
    return Problem(file, choice.line, what, do)


def by_reader(problem: Problem) -> Problem:
    """Return a problem without the option that a command for later documents does not have."""
    do = _OPTIONS.sub("write it", problem.do)
    return problem if do == problem.do else replace(problem, do=do)


def _said_of_others(choice: Choice) -> str:
    """Say how the columns are kept that are not chosen."""
    named = {_name(one, other) for one, other in itertools.permutations(choice.headings, 2)}
    name = f"`{min(named)}`" if len(named) == 1 else "`language` or `note`"
    if len(choice.headings) == 2:  # noqa: PLR2004 - this one or that one
        return f"The other is kept by name, as {name}."
    return f"The others are kept below their headings, the first by name, as {name}."


def _name(heading: str, message: str) -> Literal["language", "note"]:
    """Return what a column is kept as beside the message: as its translation, or as a note."""
    is_language = translations.language(heading) or translations.are_one(heading, message)
    return "language" if is_language else "note"


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
    for heading in choice.headings:
        if heading != message:
            named.setdefault(_name(heading, message), heading)
    described["named"] = named
