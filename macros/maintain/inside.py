"""What `--in` says of source code: which of its blocks list codes; all else is passed over."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.errors import Problem, ProblemsError
from macros.maintain import sniff
from macros.maintain.doubts.doubted import with_doubts
from macros.maintain.sniffers.sniffed import account
from macros.maintain.sniffers.source import constants, enums
from macros.readers import within
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.maintain.sniff import Sniffed
    from macros.readers.rows import Document

_OPTION = "--in"


def sniffed(document: Document, names: Sequence[str]) -> Sniffed:
    """Return how the blocks of a document that have some names can be read.

    Raises:
        ProblemsError: when there is no such block, or nothing in it looks like codes.
    """
    spans = within.spans(document.file, document.text, names)
    if isinstance(spans, Problem):
        raise ProblemsError([spans])
    inner = replace(document, text=within.only(document.text, spans))
    found = sniff.sniff(inner, is_chosen=True) or _by_names(inner)
    if found is None:
        what = f"in {series(names)} nothing looks like codes with messages."
        do = f"If their texts stand in another block, name that, too, with a further {_OPTION}."
        raise ProblemsError([Problem(document.file, spans[0].first + 1, what, do)])
    if found.reading.options["format"] != "pattern":
        raise ProblemsError([_no_source(document.file)])
    result = read(document, found.reading.options, names)
    heads = within.heads(document.text, spans)
    problems = tuple(one for one in found.reading.problems if one.line - 1 not in heads)
    return replace(found, reading=replace(result, problems=problems))


def _by_names(document: Document) -> Sniffed | None:
    """Return how constants are read that are codes because somebody has said so."""
    found = constants.pattern(document, "api", are_chosen=True)
    return with_doubts(document, found) if found and found.reading.rows else None


def read(document: Document, options: Options, names: Sequence[str]) -> Reading:
    """Return what comes of a document of which blocks with some names alone are read.

    Raises:
        ProblemsError: when the options are of no source code.
    """
    if options["format"] != "pattern":
        raise ProblemsError([_no_source(document.file)])
    return account(document, {**options, "within": list(names)})


def _no_source(file: str) -> Problem:
    what = f"{_OPTION} is for source code, and this is read as something else."
    return Problem(file, 0, what, "Run the command without it.")


def told(document: Document, result: Reading) -> str:
    """Say how the blocks with codes can be named; nothing where there are not several.

    Args:
        document: the document.
        result: what came of it, which leaves questions over.
    """
    if result.options["format"] != "pattern" or "within" in result.options:
        return ""
    if "every_line" in result.options:
        return ""  # by examples, and of these all blocks are read
    blocks = within.names(document.text)
    rows = [row.line for row in result.rows]
    asked = [one.line for one in result.problems if one.line]
    counts: Counter[str] = Counter(_inmost(blocks, line) for line in rows)
    others = {_inmost(blocks, line) for line in asked} | {*counts}
    if not any(counts) or len(others) == 1:
        return ""
    likely = [name for name in counts if enums.OF_ERRORS.search(name)] or [*filter(None, counts)]
    named = [f"{_OPTION} {name} ({counts[name]} rows)" for name in likely[: enums.MOST]]
    return f"Add, where the codes of one block alone are those of the API: {', '.join(named)}"


def _inmost(blocks: Sequence[tuple[str, within.Span]], line: int) -> str:
    around = [one for one in blocks if one[1].first < line <= one[1].last + 1]
    return min(around, key=lambda one: one[1].last - one[1].first)[0] if around else ""
