"""Lists of constants in one file, told apart by how their names begin: which of them is read.

The header of a library has its errors beside versions, options and flags: `QUAY_ERR_BUSY` beside
`QUAY_OPT_WAIT`. The list of errors alone is read, and it is asked once whether others are, too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros.maintain.document import other_numbers, source, source_blocks, source_file
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.sniffed import LEAST, Sniffed, account
from macros.maintain.sniffers.source import enums, names_alone
from macros.readers import within
from macros.readers.advice import shown
from macros.texts import one_line, series

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from macros.readers.rows import Document

# As in #define QUAY_BUSY 1, QUAY_BUSY = 1, and QUAY_BUSY,
_CONSTANT = re.compile(
    r"\s*(?:#\s*define[ \t]+(?=\w+[ \t]+[^\n]*[0-9])|(?:[A-Za-z][\w<>:]*[ \t]+)*"
    r"(?=\w+\s*(?::\s*\w+\s*)?=\s*[-(\w]|\w+\s*(?:,|$|/[/*])))"
    r"(?P<name>[A-Z][A-Z0-9]*(?:_+[A-Z0-9]+)+)\b(?!\()",
    re.ASCII,
)
_DIRECTIVE = re.compile(r"\s*#\s*(?:define|include|ifdef|ifndef|endif)\b")
_MOST = 0.5  # of the constants that stand together begin so, where they are a list
_MOST_NAMED = 6  # other lists


@dataclass(frozen=True, slots=True)
class List:
    """Constants whose names begin alike.

    Attributes:
        prefix: what the names begin with.
        lines: their lines, counted from 1.
        is_of_errors: whether the prefix, the block or the comment above speaks of errors.
    """

    prefix: str
    lines: tuple[int, ...]
    is_of_errors: bool


def constants(lines: Sequence[str]) -> dict[int, str]:
    """Return the lines that give a constant a number, counted from 1, each with its name."""
    return {
        number: found["name"]
        for number, line in enumerate(lines, start=1)
        if not source.is_comment(line) and (found := _CONSTANT.match(line))
    }


def lists(lines: Sequence[str], names: Mapping[int, str]) -> list[List]:
    """Return the lists of constants of a document, those of errors first, then the longest.

    Args:
        lines: the lines of the document.
        names: those with constants, as `constants` returns them.
    """
    around = source_blocks.around(lines)
    places = _places(lines, names, around)
    listed = [
        List(prefix, tuple(own), _is_of_errors(prefix, min(own) - 1, lines, around))
        for prefix, own in _told_apart(names, "", places)
        if _is_list(prefix, names, own, places)
    ]
    return sorted(
        listed,
        key=lambda one: (
            not names_alone.marks_errors(one.prefix),
            not one.is_of_errors,
            -len(one.lines),
        ),
    )


def _places(
    lines: Sequence[str],
    names: Mapping[int, str],
    around: Sequence[tuple[source_blocks.Block, ...]],
) -> dict[int, int]:
    """Return where each constant stands: the line of its enum, or of the blank line above it."""
    places, blank = {}, 0
    for number, line in enumerate(lines, start=1):
        blank = blank if line.strip() else number
        if number in names:
            block = next(iter(around[number - 1]), None)
            is_define = line.lstrip().startswith("#")
            places[number] = block.line if block and not is_define else blank
    return places


def _told_apart(
    names: Mapping[int, str], prefix: str, places: Mapping[int, int]
) -> Iterator[tuple[str, Mapping[int, str]]]:
    """Yield how some names go on behind a prefix, with those that do; no list within a list.

    Names that go on in several ways and stand together are one list, as QUAY_E_NO_BERTH and
    QUAY_E_BAD_BERTH are.
    """
    parts: dict[str, dict[int, str]] = defaultdict(dict)
    for number, name in names.items():
        word, sign, _ = name[len(prefix) :].partition("_")
        parts[prefix + word + sign if sign else prefix][number] = name
    parts.pop(prefix, None)
    listed = {one: part for one, part in parts.items() if len(part) >= LEAST}
    inner = [found for one, part in listed.items() for found in _told_apart(part, one, places)]
    marked = any(names_alone.marks_errors(one) for one, _ in inner)
    held = [{places[number] for number in part} for _, part in inner]
    apart = len(inner) > 1 and sum(map(len, held)) == len(set().union(*held))
    is_one = names_alone.marks_errors(prefix) or not (apart or marked)
    if prefix and is_one:
        yield prefix, names
    else:
        yield from inner


def _is_list(
    prefix: str, names: Mapping[int, str], own: Mapping[int, str], places: Mapping[int, int]
) -> bool:
    """Tell whether most of the constants that stand where some do have their prefix."""
    held = {places[number] for number in own}
    beside = [name for number, name in names.items() if places[number] in held]
    begin = sum(name.startswith(prefix) for name in beside)
    return begin > _MOST * len(beside)


def _is_of_errors(
    prefix: str,
    first: int,
    lines: Sequence[str],
    around: Sequence[tuple[source_blocks.Block, ...]],
) -> bool:
    """Tell whether a list is called as one of errors, or stands below a comment that says so.

    Args:
        prefix: what its names begin with.
        first: its first line, counted from 0.
        lines: the lines of the document.
        around: the blocks of each.
    """
    block = next(iter(around[first]), None)
    if names_alone.marks_errors(prefix) or (block and enums.OF_ERRORS.search(block.name)):
        return True
    while first and lines[first - 1].strip() and not source.is_comment(lines[first - 1]):
        first -= 1
    said = one_line(lines[first - 1]) if first and source.is_comment(lines[first - 1]) else ""
    return other_numbers.says_errors(said) and not other_numbers.says_others(said)


def sniff(
    document: Document, best: Sniffed | None, guess: Callable[[Document], Sniffed | None]
) -> Sniffed | None:
    """Return how the one list of errors of several lists can be read; None where none is known.

    Args:
        document: the document.
        best: the best guess at the whole of it.
        guess: finds out how a document can be read, with what is asked of it.
    """
    if not source_file.is_source(document):
        return None
    lines = document.text.split("\n")
    names = constants(lines)
    chosen, *others = lists(lines, names) or [List("", (), is_of_errors=False)]
    spans = within.beginning(document.text, chosen.prefix) if chosen.is_of_errors else []
    inner = {line for span in spans for line in range(span.first + 1, span.last + 2)}
    passed = {line: name for line, name in names.items() if line not in inner}
    if not spans or not passed:
        return None
    found = guess(replace(document, text=within.only(document.text, spans)))
    if found is None or found.reading.options["format"] != "pattern":
        return None
    if len(found.reading.rows) < LEAST:
        return None
    is_largest = _largest(lines, names) <= len(chosen.lines)
    is_sure = _is_of_c(lines) and is_largest
    if not (_is_better(found, best, is_sure=is_sure) if best else is_largest):
        return None
    result = account(document, {**found.reading.options, "within": [chosen.prefix]})
    doubt = _doubt(document.file, chosen, others, passed)
    return replace(
        found,
        reading=replace(result, problems=(*found.reading.problems, doubt)),
        why=(*found.why, f"within {chosen.prefix}: {len(chosen.lines)} constants begin so"),
        doubts=(*found.doubts, doubt),
    )


def _is_of_c(lines: Sequence[str]) -> bool:
    """Tell whether a preprocessor reads a document; other languages name each list by a block."""
    return any(map(_DIRECTIVE.match, lines))


def _largest(lines: Sequence[str], names: Mapping[int, str]) -> int:
    """Return how many constants the largest block has that is called as one of errors."""
    around = source_blocks.around(lines)
    blocks = Counter(around[number - 1][0] for number in names if around[number - 1])
    said = {block: " ".join(other_numbers.words(block.name)) for block in blocks}
    listed = [blocks[block] for block, name in said.items() if other_numbers.speaks_of_errors(name)]
    return max(listed, default=0)


def _is_better(found: Sniffed, best: Sniffed, *, is_sure: bool) -> bool:
    """Tell whether nothing is lost that the guess at the whole document has, and less is asked.

    Args:
        found: how the list is read.
        best: the guess.
        is_sure: whether lists are told apart so, and no other one of errors is as long; a guess
            that asks more than it reads has read something else then.
    """
    lines = {row.line for row in found.reading.rows}
    own = {row.line for row in best.reading.rows}
    asked = len(best.reading.problems)
    less = len(found.reading.problems) + 1 < asked
    return less and (own <= lines or (is_sure and asked > len(own)))


def _doubt(file: str, chosen: List, others: Sequence[List], passed: Mapping[int, str]) -> Doubt:
    """Return the question whether constants that are passed over are codes, too.

    Args:
        file: the document.
        chosen: the list that is read.
        others: all other lists.
        passed: the lines of the constants that are passed over, each with the name.
    """
    apart = [one for one in others if set(one.lines) <= passed.keys()][:_MOST_NAMED]
    known = {line for one in apart for line in one.lines}
    single = [(name, line) for line, name in passed.items() if line not in known]
    named = [
        f'{len(one.lines)} that begin with "{shown(one.prefix)}" (line {one.lines[0]})'
        for one in apart
    ]
    if single:
        name, line = single[0]
        count = f"{len(single)} others, such as " if single[1:] else ""
        named.append(f'{count}"{shown(name)}" (line {line})')
    what = (
        f'constants that begin with "{shown(chosen.prefix)}" are read alone; passed over are'
        f" {series(named)}."
    )
    other = apart[0].prefix if apart else f"{single[0][0].partition('_')[0]}_"
    do = (
        "If none of these is a code of the API, say that it is right so. If some are of the same"
        f" code set, name what all of them begin with, as in --in {chosen.prefix} --in {other}; if"
        f" they are a code set of their own, read that by itself: --in {other}"
    )
    return Doubt(file, apart[0].lines[0] if apart else single[0][1], what, do)
