"""A document of which a person shows some codes: document, examples -> how it is read.

What is guessed without them stands where it has them all; else the examples say how entries look.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from macros.errors import Problem, ProblemsError
from macros.maintain import sniff
from macros.maintain.document import source_file
from macros.maintain.doubts.doubted import with_doubts
from macros.maintain.sniffers import choices
from macros.maintain.sniffers.source import constants
from macros.maintain.sniffers.such_as import such_as, such_as_places
from macros.readers.advice import shown
from macros.readers.patience import CUT_IT, OutOfPatienceError, patience

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from macros.maintain.sniffers.sniffed import Choice, Sniffed
    from macros.maintain.sniffers.such_as.such_as_doubts import Example
    from macros.readers.rows import Document

_FEW = 2  # entries of source code, of which one is shown


def sniffed(document: Document, examples: Sequence[Example]) -> Sniffed:
    """Return the best way to read a document that has all examples.

    Raises:
        ProblemsError: when one of them is not in the document, or no way reads them all.
    """
    if spaced := [one for one in examples if len(one.code.split()) > 1]:
        raise ProblemsError(_has_space(document.file, one) for one in spaced)
    missing = such_as_places.missing(document, examples)
    if missing and (shown_so := _guessed(document, examples)):
        return shown_so  # a page shows other signs than its document is written with
    if missing and (named := _by_names(document, examples)):
        return with_doubts(document, named)
    if missing:
        raise ProblemsError(_not_there(document, one) for one in missing)
    near = such_as_places.near(document, examples)
    may_be_guessed = near == document or _guessed(near, examples)
    if may_be_guessed and (guess := _guessed(document, examples)):
        return guess
    found = _of_source(document, examples) or _by_names(document, examples)
    found = found or such_as.sniff(document, "api", examples)
    if found is None:
        cut = ((one, such_as_places.rest_of_line(document, one)) for one in examples)
        problems = [_goes_on(document.file, one, rest) for one, rest in cut if rest]
        if not problems and near != document and such_as.sniff(near, "api", examples):
            problems = [_too_long(document.file)]
        raise ProblemsError(problems or [_no_way(document.file, examples)])
    return with_doubts(document, found)


def _guessed(document: Document, examples: Sequence[Example]) -> Sniffed | None:
    """Return how a document is read by itself, if that has the examples."""
    guess = sniff.sniff(document)
    return _settled(document, guess, examples) if guess else None


def _of_source(document: Document, examples: Sequence[Example]) -> Sniffed | None:
    """Return how source code is read with too few entries to be guessed without an example."""
    if not source_file.is_source(document):
        return None
    with suppress(OutOfPatienceError, RecursionError), patience(sniff.LONGEST):
        found = constants.pattern(document, "api", _FEW)
        if found and such_as.has_all(found.reading, examples):
            return found
    return None


def _by_names(document: Document, examples: Sequence[Example]) -> Sniffed | None:
    """Return how source code is read whose names before numbers are shown as their texts."""
    if not source_file.is_source(document):
        return None
    found = constants.by_names(document, "api", {(one.code, one.text) for one in examples})
    return found if found and such_as.has_all(found.reading, examples) else None


def _settled(document: Document, guess: Sniffed, examples: Sequence[Example]) -> Sniffed | None:
    """Return a guess with the column of messages that has the texts of examples, if one does."""
    for heading in [heading for choice in guess.choices for heading in choice.headings] or [""]:
        settled = choices.decided(document, guess, _choosing(heading))
        if such_as.has_all(settled.reading, examples):
            return settled
    return None


def _choosing(heading: str) -> Callable[[Choice], str | None]:
    return lambda choice: heading if heading in choice.headings else None


def _too_long(file: str) -> Problem:
    what = "what stands near these codes can be read; for all of it the document is too long."
    return Problem(file, 0, what, CUT_IT)


def _not_there(document: Document, example: Example) -> Problem:
    what = f'no line has "{shown(example.code)}" with "{shown(example.text)}" beside or below it.'
    do = f"Copy both as the document has them, within quotation marks: {sniff.SUCH_AS} CODE TEXT."
    if any(len(line) > (most := such_as_places.LONGEST_LINE) for line in document.text.split("\n")):
        do += f" A line of more than {most:,} characters is not looked at: cut it."
    return Problem(document.file, 0, what, do)


def _has_space(file: str, example: Example) -> Problem:
    what = f'the code "{shown(example.code)}" has white space, which no code has here.'
    do = "Show the part of it that is another for each error; the other becomes a column."
    return Problem(file, 0, what, do)


def _goes_on(file: str, example: Example, rest: str) -> Problem:
    what = (
        f'behind "{shown(example.text)}" of the code "{shown(example.code)}" its line goes on:'
        f' "{shown(rest)}".'
    )
    do = (
        "Show the whole text, or end it with … where it goes on. Where that is no part of it, write"
        ' the `reader:` by hand, as "Readers" in data/README.md says.'
    )
    return Problem(file, 0, what, do)


def _no_way(file: str, examples: Sequence[Example]) -> Problem:
    named = "this code" if len(examples) == 1 else f"all {len(examples)} codes"
    what = f"no way is known to read {named} with the texts that are shown."
    do = (
        "Show each with its whole text, or end that with … where it goes on, and none of odd form;"
        ' or write the `reader:` by hand, as "Readers" in data/README.md says.'
    )
    return Problem(file, 0, what, do)
