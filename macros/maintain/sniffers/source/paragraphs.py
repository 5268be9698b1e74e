"""Groups of constants that begin alike, with blank lines between them: which lists errors.

A library can call all of its constants alike: `Q_NO_WAIT` and `Q_TIDE_ERROR`. The group is read
whose names, texts or comment speak of errors; of each other one it is asked whether it has codes.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.maintain.document import other_numbers, reading, shapes, source, source_file
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.sniffed import LEAST, Sniffed, account
from macros.maintain.sniffers.source import names_alone, prefixes
from macros.readers import within
from macros.readers.advice import shown
from macros.readers.siblings import beginning
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from macros.maintain.document.reading import Options
    from macros.readers.rows import Document

Group = dict[int, str]  # the lines of some constants, counted from 1, each with the name


def sniff(document: Document, guess: Callable[[Document], Sniffed | None]) -> Sniffed | None:
    """Return how the groups of a document that list errors can be read; None where none does.

    Args:
        document: the document.
        guess: finds out how a document can be read, with what is asked of it.
    """
    if not source_file.is_source(document):
        return None
    lines = document.text.split("\n")
    groups = _groups(lines, prefixes.constants(lines))
    chosen = [one for one in groups if len(one) >= LEAST and _lists_errors(one, lines)]
    prefix = _prefix(name for one in chosen for name in one.values())
    others = [one for one in groups if one not in chosen]
    if not chosen or not others:
        return None
    passed = {number for one in others for number in one}
    left = ["" if at in passed else line for at, line in enumerate(lines, start=1)]
    seen = replace(document, text="\n".join(left))
    found = guess(seen)
    if found is None or found.reading.options["format"] != "pattern":
        return None
    if not {row.line for row in found.reading.rows} >= {at for one in chosen for at in one}:
        return None
    own = reading.read(seen, found.reading.options).problems
    asked = [one for one in found.reading.problems if one not in own]
    spans = within.beginning(document.text, prefix) if prefix else []
    quotes = [
        one_line(lines[number - 1])
        for number in sorted(passed)
        if not spans or any(span.first < number <= span.last + 1 for span in spans)
    ]
    options = found.reading.options
    options = {**options, "prose": [*options.get("prose", []), *dict.fromkeys(quotes)]}
    options = {**options, "within": [prefix]} if spans else options
    result = account(document, options)
    alike = [one for one in others if _begins(one, prefix)]
    apart = {at: name for one in others if one not in alike for at, name in one.items()}
    doubts = (
        *_doubts(document.file, lines, chosen[0], alike),
        *((_apart(document.file, prefix, chosen[0], apart),) if apart else ()),
    )
    problems = (*result.problems, *asked, *doubts)
    return replace(
        found, reading=replace(result, problems=problems), doubts=(*found.doubts, *doubts)
    )


def _groups(lines: Sequence[str], names: Mapping[int, str]) -> list[Group]:
    """Return the constants of macros that stand together, with no blank line between them."""
    found: dict[int, Group] = defaultdict(dict)
    blank = 0
    for number, line in enumerate(lines, start=1):
        blank = blank if line.strip() else number
        if number in names and line.lstrip().startswith("#"):
            found[blank][number] = names[number]
    return list(found.values())


def _lists_errors(group: Group, lines: Sequence[str]) -> bool:
    """Tell whether most names or texts of a group speak of errors, or the comment around it."""
    marked = sum(other_numbers.is_marked(name) for name in group.values())
    told = sum(other_numbers.tells_failure(source.remark(lines[at - 1])) for at in group)
    return 2 * max(marked, told) > len(group) or names_alone.is_said(
        lines, min(group) - 1, max(group) - 1
    )


def _prefix(names: Iterator[str]) -> str:
    """Return what all names begin with, up to the first underscore; nothing where none is."""
    begins = beginning([*names] or [""])
    return begins[: begins.find("_") + 1]


def _begins(group: Group, prefix: str) -> bool:
    return bool(prefix) and any(name.startswith(prefix) for name in group.values())


def _said(chosen: Group, group: Group) -> str:
    """Say of a group that it is passed over."""
    first = shown(next(iter(group.values())))
    is_one = len(group) == 1
    more, stand = ("", "stands") if is_one else (f" and {len(group) - 1} more", "stand")
    read = shown(next(iter(chosen.values())))
    are = "is" if is_one else "are"
    return f'"{first}"{more} {stand} in another group than "{read}", and {are} passed over.'


def _apart(file: str, prefix: str, chosen: Group, group: Group) -> Doubt:
    """Return the question whether constants that begin in another way have codes."""
    first, name = next(iter(group.items()))
    do = (
        "If none of them is a code, say that it is right so; if some are, name what all codes begin"
        f" with, as in --in {prefix} --in {name.partition('_')[0]}_"
    )
    return Doubt(file, first, _said(chosen, group), do)


def _doubts(
    file: str, lines: Sequence[str], chosen: Group, others: Sequence[Group]
) -> Iterator[Doubt]:
    """Yield a question for each group that is passed over; with yes, it is read as well."""
    numbers = {
        one.first + 1: part.text
        for one in source.statements(lines)
        for part in one.parts
        if part.kind == "number"
    }
    for group in others:
        quotes = {one_line(lines[number - 1]) for number in group}
        codes = [numbers[number] for number in group if number in numbers]

        def taken(
            options: Options, quotes: set[str] = quotes, codes: Sequence[str] = codes
        ) -> Options:
            left = [one for one in options["prose"] if one not in quotes]
            pattern = options["pattern"]
            pattern = f"{pattern}|{shapes.pattern(codes)}" if codes else pattern
            return {**options, "prose": left, "pattern": pattern}

        do = (
            "If none of them is a code, say that it is right so. If they are codes as well, answer"
            " with --as-meant, and they are read."
        )
        yield Doubt(file, min(group), _said(chosen, group), do, change=taken)
