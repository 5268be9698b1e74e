"""What `--no-codes` says: questions -> options by which their lines list no codes.

A table is known by its headings. Where another one has the same and lists codes, each list is
described with the title above it, so that none goes with the other; where the titles do not tell
them apart, the rows are quoted. Code sets that are left then keep their names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.errors import Problem, ProblemsError
from macros.maintain import questions, sniff
from macros.maintain.document import reading
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.under import EXTRA_SETS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.maintain.document.seen_table import Seen
    from macros.readers.rows import Document


def without_headings(document: Document, result: Reading) -> Reading:
    """Read a document without the headings that had a code set of which no code is left."""
    kept = {row.code_set for row in result.rows}
    options = dict(result.options)
    if "under" in options and kept:
        under = {heading: one for heading, one in options.pop("under").items() if one in kept}
        options |= {"under": under} if under else {}
    return reading.read(document, options)


def of_tables(document: Document, result: Reading, asked: Options) -> Reading:
    """Give tables the first code set where nothing is left that they were told apart from.

    Args:
        document: the document.
        result: how it is read.
        asked: the options as they were, before something was answered.
    """
    tables = result.options.get("tables", [])
    left = {row.code_set for row in result.rows}
    left = set() if left == {EXTRA_SETS[0]} else left
    if not tables or {one["code_set"] for one in tables} <= left:
        return result
    first = asked["tables"][0]["code_set"]
    named = [
        {**one, "code_set": one["code_set"] if one["code_set"] in left else first} for one in tables
    ]
    return reading.read(document, {**result.options, "tables": named})


_APART = "Take out of the file what lists no codes; of source code, name what does with --in."


def without(document: Document, result: Reading, none: Sequence[Problem]) -> Options:
    """Return options that say of what is asked that it lists no codes.

    Args:
        document: the document.
        result: what came of it.
        none: what is asked.

    Raises:
        ProblemsError: when a table cannot be told apart from one that lists codes.
    """
    options = dict(result.options)
    if options["format"] == "headings" and any(map(questions.quoted, none)):
        # What stands below a heading has to be passed over with it.
        options.setdefault("prose", ["skip"])
    for one in none:
        said = dict(questions.none(one))
        others = said.pop("other_tables", ())
        options = questions.with_more(options, said)
        for headings in others:
            lines = {other.line for other in none if headings in _others(other)}
            options = _without_table(document, result, options, headings, lines)
    if "wrapped" in options:
        denied = {text for one in none if one.ways.rest for text in questions.quoted(one)}
        options["wrapped"] = [one for one in options["wrapped"] if one not in denied]
    return options


def _others(problem: Problem) -> Sequence[list[str]]:
    return questions.none(problem).get("other_tables", ())


def _without_table(
    document: Document, result: Reading, options: Options, headings: list[str], lines: set[int]
) -> Options:
    """Return options by which the tables with some headings that begin on some lines have none."""
    seen = sniff.seen(document, options["format"])
    alike = [one for one in seen if list(one.headings) * one.sides == headings]
    kept = [one for one in alike if one.line not in lines]
    out = [one for one in alike if one.line in lines]
    other = questions.with_more(options, {"other_tables": (headings,)})
    described = [one for one in options["tables"] if one["columns"] == headings]
    rest = [one for one in options["tables"] if one["columns"] != headings]
    if not kept:
        return {**other, "tables": rest}
    titles = [_title(result, one) for one in kept]
    if all(titles) and not {_title(result, one) for one in out} & {*titles}:
        own = {one["under"] for one in described if "under" in one}
        left = [title for title in dict.fromkeys(titles) if title not in own]
        tables = [
            {**one, "under": title}
            for one in described
            for title in ([one["under"]] if "under" in one else left)
            if title in titles
        ]
        return {**other, "tables": [*rest, *tables]}
    quoted = [row.joined for one in out for row in one.rows]
    needed = {row.joined for one in kept for row in one.rows}
    if needed.isdisjoint(quoted):
        return questions.with_more(options, {"prose": quoted})
    what = "this table has rows and headings of another one, so that they cannot be told apart."
    raise ProblemsError([Problem(document.file, min(lines), what, _APART)])


def _title(result: Reading, table: Seen) -> str:
    """Return the heading above a table, by its rows; nothing where they stand below several."""
    last = table.rows[-1].last if table.rows else table.line
    titles = {row.section for row in result.rows if table.line < row.line <= last}
    return (titles.pop() or "") if len(titles) == 1 else ""


def refuse_unanswered(
    document: Document, result: Reading, none: Iterable[Problem], answered: Collection[int]
) -> None:
    """Refuse that a line goes with one that is written alike, though another thing is asked of it.

    Args:
        document: the document.
        result: what came of it.
        none: what lists no codes.
        answered: the lines that have an answer.

    Raises:
        ProblemsError: when a line that may be the rest of a message would go.
    """
    quoted = {text: one.line for one in none for text in questions.quoted(one)}
    for one in result.problems:
        texts = quoted.keys() & {*questions.quoted(one)} if one.ways.rest else ()
        if one.line not in answered and texts:
            first = quoted[min(texts)]
            what = f"it would be passed over with line {first}, which is written alike."
            do = "Answer what is asked of this line, too."
            raise ProblemsError([Problem(document.file, one.line, what, do)])


def refuse_lost(
    document: Document, before: Reading, none: Iterable[Problem], passed: Collection[int]
) -> None:
    """Refuse that rows of other lines go with what lists no codes, as lines written alike do.

    Args:
        document: the document.
        before: how it is read.
        none: what is asked, and lists no codes; a doubt names its rows itself.
        passed: the lines that were named.

    Raises:
        ProblemsError: when rows would be lost.
    """
    refused = [one for one in none if not isinstance(one, Doubt)]
    options = without(document, before, refused)
    if options == before.options or reading.fault(options):
        return
    left = {row.line for row in sniff.account(document, options).rows}
    lost = sorted({row.line for row in before.rows} - left - {*passed})
    if lost:
        lines = reading.line_ranges(lost)
        what = f"with it goes what lists codes (line {lines}), as it is written alike."
        raise ProblemsError([Problem(document.file, refused[0].line, what, _APART)])
