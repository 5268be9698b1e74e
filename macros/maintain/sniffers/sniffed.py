"""What came of guessing how a document can be read, and how a guess is mended.

Lines of prose get patterns; where these would be many, and the format has prose, it is skipped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from macros.errors import ProblemKind
from macros.maintain.document import group_ranges, reading, shapes
from macros.readers import bodies, prose
from macros.readers.advice import shown
from macros.readers.ledger import HIDES, Account
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.errors import Problem
    from macros.maintain.document.reading import Options, Reading
    from macros.maintain.document.seen_table import Seen
    from macros.readers.rows import Document

_TAB = re.compile(r"\s*(?P<first>[^\t]*[^\s][^\t]*)\t\s*\S")
_NAME_ALONE = re.compile(r"\s*[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+:?\s*", re.ASCII)
_GLUED = re.compile(r"\s*-?[0-9]+[^\W\d_]")
# With letters before the number a text is glued to it that begins with a capital: E10The mast.
_GLUED_SENTENCE = re.compile(r"\s*(?:[A-Z]{0,6}[0-9]+[A-Z][a-z]|[A-Z]{1,6}[0-9]+A\s)")
LEAST = 3  # lines with codes make a list of codes
_HEADING_WORDS = 6
_MOST_PATTERNS = 200  # for lines of prose: nobody reads more, and each is tried on each line
_FEW_PATTERNS = 5  # that say more than `prose: skip`


class Choice(NamedTuple):
    """Several columns that can have the messages.

    Attributes:
        line: where their table begins.
        place: its place among the tables of the options; None where these have none.
        headings: the headings of the columns.
        samples: a text of each.
        others: where further tables with these headings begin, of which it is chosen, too.
    """

    line: int
    place: int | None
    headings: tuple[str, ...]
    samples: tuple[str, ...]
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sniffed:
    """How a document can be read.

    Attributes:
        reading: what comes of it.
        why: why each choice was made, in sentences.
        tables: all tables of the document, those without codes too.
        choices: what a person has to choose before it is read.
        doubts: what else a person has to decide.
    """

    reading: Reading
    why: tuple[str, ...]
    tables: tuple[Seen, ...] = ()
    choices: tuple[Choice, ...] = ()
    doubts: tuple[Problem, ...] = ()


def account_for_page(document: Document, options: Options) -> Reading:
    """Read a page; account for its prose by few patterns, or skip it."""
    result = account(document, options)
    if result.is_whole and len(result.options.get("ignore", [])) <= _FEW_PATTERNS:
        return result
    skipped = account(document, {**options, "prose": "skip"})
    if result.is_whole:
        return skipped if skipped.is_whole else result
    return skipped if len(skipped.problems) < len(result.problems) else result


def tried(document: Document, options: Options) -> Reading | None:
    """Read a document with options made of what stands in it; None where these are not sound."""
    return None if reading.fault(options) else account(document, options)


def account(document: Document, options: Options, *, more: bool = True) -> Reading:
    """Read a document; account for the prose in it by patterns, and drop those it does not need.

    A line in which a code could stand is left for a person to look at, as is a row of a table of
    codes that cannot be read.
    """
    result = reading.read(document, options)
    covered: set[str] = set()
    for _ in range(4):
        if result.is_whole:
            return result
        better = _with_mentions(_without_stale(result), result)
        rows = _like_rows(document, result)
        others = reading.prose(result) if more else []
        rows |= _said_elsewhere(document, result, others)
        lines = [text for problem, text in others if problem.line not in rows]
        if vain := covered.intersection(lines):  # rows, which no pattern takes
            patterns = reading.patterns_for(sorted(vain))
            kept = [one for one in better.get("ignore", []) if one not in patterns]
            better = {**better, "ignore": kept}
        if new := [text for text in lines if text not in covered]:
            lists = _that_list_codes(document, _with_patterns(better, new))
            better = _with_patterns(better, [text for text in new if text not in lists])
            covered.update(new)
        better = {key: value for key, value in better.items() if key != "ignore" or value}
        if better == result.options or reading.fault(better):
            return result
        result = reading.read(document, better)
    return result


def _said_elsewhere(
    document: Document, result: Reading, others: Sequence[tuple[Problem, str]]
) -> set[int]:
    """Return the lines of prose that stand word for word in an entry, too, or are asked about.

    A pattern takes all of them.
    """
    alone = {problem for problem, _ in others}
    said = {text for problem, text in result.texts.items() if problem not in alone}
    lines = document.text.split("\n") if others else []
    said.update(
        one_line(line)
        for number, line in enumerate(lines, start=1)
        if result.accounts.get(number) is Account.ROW
    )
    return {problem.line for problem, text in others if text in said}


def _that_list_codes(document: Document, options: Options) -> set[str]:
    """Return the lines of which patterns are refused, as a code stands in them alone."""
    problems = [] if reading.fault(options) else reading.read(document, options).problems
    return {
        text
        for one in problems
        if one.what.startswith(HIDES)
        for text in one.ways.none.get("prose", ())
    }


def _with_mentions(options: Options, result: Reading) -> Options:
    """Return options that quote what names codes of the rows alone, and titles with ranges.

    The former are bodies and questions, the latter say which numbers the group below has.
    """
    patterns = reading.code_patterns(options)
    codes = {row.code for row in result.rows}
    quoted = [
        text
        for problem, text in result.texts.items()
        if problem.kind is ProblemKind.LEFT_OVER
        and (prose.is_of_a_body(text) or _is_question(text, patterns))
        and (
            prose.names_alone(text, patterns, codes)
            or bodies.says_nothing_new(text, patterns, codes)
        )
    ]
    if options["format"] != "text_lines":
        quoted = []  # others skip them as prose
    quoted += group_ranges.titles(result)
    held = options.get("prose", [])
    kept = [held] if isinstance(held, str) else held
    return {**options, "prose": list(dict.fromkeys([*kept, *quoted]))} if quoted else options


def _is_question(text: str, patterns: Sequence[str]) -> bool:
    """Tell whether a line asks something, and has its codes among words: Why do I get 1003?"""
    return any(sign in text for sign in "?？") and prose.is_sentence(text, patterns)  # noqa: RUF001 - of East Asia


def _like_rows(document: Document, result: Reading) -> set[int]:
    """Return the lines that are rows with a code of another shape, and no prose.

    They have a tab behind their first words, where all rows have one, but for headings above the
    first row; or a text glued to a number, where all rows have that, or a sentence. A name in
    capitals that stands alone can be the code of the text below it. Where every line of a text has
    to be accounted for, any below the first row can be one.
    """
    if "every_line" in result.options and result.rows:
        first = min(row.line for row in result.rows)
        return {one.line for one in result.problems if one.line > first}
    if result.options["format"] != "text_lines" or not result.rows:
        return set()
    lines = document.text.split("\n")
    alike = {
        number
        for number, line in enumerate(lines, start=1)
        if _NAME_ALONE.fullmatch(line) or _GLUED_SENTENCE.match(line)
    }
    if result.options["separator"] == "none":
        return {number for number, line in enumerate(lines, start=1) if _GLUED.match(line)} | alike
    if not all(_TAB.match(lines[row.line - 1]) for row in result.rows):
        return alike
    first = min(row.line for row in result.rows)
    return {
        number
        for number, line in enumerate(lines, start=1)
        if (found := _TAB.match(line)) and (number > first or any(map(str.isdigit, found["first"])))
    }


def _with_patterns(options: Options, lines: Sequence[str]) -> Options:
    is_heading = [options["format"] == "text_lines" and _reads_as_heading(line) for line in lines]
    headings = [line for line, heading in zip(lines, is_heading, strict=True) if heading]
    others = [line for line, heading in zip(lines, is_heading, strict=True) if not heading]
    better = dict(options)
    for key, texts in (("headings", headings), ("ignore", others)):
        if texts:
            better[key] = [*options.get(key, []), *reading.patterns_for(texts)]
            if len(better[key]) > _MOST_PATTERNS:
                return options
    return better


def _reads_as_heading(line: str) -> bool:
    has_words = any(map(str.isalnum, line))  # a line of signs stands below a heading
    is_title = len(line.split()) <= _HEADING_WORDS and line[-1:] not in ".,;:!?{[。、"
    return has_words and is_title and not prose.is_of_a_body(line)


def _without_stale(result: Reading) -> Options:
    """Return options without the patterns, quotations and tables that the document lacks."""
    better = dict(result.options)
    begins = ("Remove the pattern", "Mend or", "Mend the quotation", "Remove it from")
    stale = [one.what for one in result.problems if one.do.startswith(begins)]
    for key, said in (
        ("unreadable", 'lists "{}", which is `unreadable`'),
        ("prose", 'has no line "{}", which `prose` quotes'),
        ("rows", 'has no line "{}", which `rows` quotes'),
        ("wrapped", 'has no line "{}" below a row, which `wrapped` quotes'),
        ("goes_on_below", 'no message "{}" is here'),
        ("leave_out", 'needs "{}", which `leave_out` has'),
        ("whole_in", 'needs "{}", which `whole_in` has'),
        ("languages", 'nothing stands at "{}", which is one of `languages`'),
    ):
        if isinstance(listed := better.get(key), list):
            quoted = [one["line"] if key == "rows" else one for one in listed]
            told = [said.format(shown(text)) for text in quoted]
            better[key] = [
                one
                for one, wanted in zip(listed, told, strict=True)
                if not any(wanted in what for what in stale)
            ]
            if not better[key]:
                del better[key]
    better = _without_names(better, stale)
    for key in ("ignore", "headings"):
        if key in better:
            kept = [p for p in better[key] if not any(what.endswith(f'"{p}".') for what in stale)]
            better[key] = kept
            if not kept:
                del better[key]
    if "other_tables" in better:
        kept = [
            one for one in better["other_tables"] if not any(f"columns {one}." in w for w in stale)
        ]
        better["other_tables"] = kept
        if not kept:
            del better["other_tables"]
    if "tables" in better:
        kept = [
            t for t in better["tables"] if not any(f"columns {t['columns']}." in w for w in stale)
        ]
        better["tables"] = [_without_flags(one, result) for one in kept or better["tables"]]
    return _without_flags(better, result)


def _without_names(options: Options, stale: Sequence[str]) -> Options:
    """Return options that name no other texts than the document has."""
    better = dict(options)
    named = {
        name: heading
        for name, heading in better.pop("named", {}).items()
        if not any(f'has "{shown(heading)}", which is named `{name}`' in one for one in stale)
    }
    return {**better, "named": named} if named else better


def _without_flags(options: Options, result: Reading) -> Options:
    """Return options, or those of a table, that do not say of it what it has no more."""
    gone = {
        key
        for key in ("repeats", "goes_on", "dittos_go_on")
        for one in result.problems
        if key in options and one.do.startswith(f"Remove `{key}` ")
        if "columns" not in options or f"columns {options['columns']}" in one.what
    }
    kept = {key: value for key, value in options.items() if key not in gone}
    if "columns" in kept and "labels" in kept:
        kept = _without_labels(kept, result)
    if "success" in kept:
        kept["success"] = _without_texts(kept["success"], result)
    return kept


def _without_labels(table: Options, result: Reading) -> Options:
    """Return what describes a table without the labels that none of its messages has."""
    stale = f"columns {table['columns']}"
    gone = {
        label
        for label in table["labels"]
        for one in result.problems
        if one.do == f"Remove `{shown(label)}` from its `labels`." and stale in one.what
    }
    better = {
        **table,
        "labels": [one for one in table["labels"] if one not in gone],
        "named": {name: one for name, one in table.get("named", {}).items() if one not in gone},
    }
    return {key: said for key, said in better.items() if said or key not in {"labels", "named"}}


def _without_texts(success: Options, result: Reading) -> Options:
    """Return what tells successes without the texts that no row has."""
    better = dict(success)
    for key in ("failure", "neither"):
        stale = f'under `success`, `{key}` has "{{}}", which no row has'
        told = [
            text
            for text in better.pop(key, [])
            if not any(one.what.startswith(stale.format(shown(text))) for one in result.problems)
        ]
        if told:
            better[key] = told
    return better


def tightened(codes: Sequence[str]) -> str:
    """Return the narrower pattern of codes that all begin with one digit: `3[0-9]{4}`."""
    first = {code[0] for code in codes}
    lengths = {len(code) for code in codes}
    if len(first) == 1 and len(lengths) == 1 and all(code.isdigit() for code in codes):
        return f"{first.pop()}[0-9]{{{lengths.pop() - 1}}}"
    return shapes.pattern(codes)


def shown_codes(codes: Sequence[str]) -> str:
    """Return codes for people: how many, the first and the last."""
    different = list(dict.fromkeys(codes))
    if len(different) <= LEAST:
        return ", ".join(different)
    return f"{len(different)} codes, from {different[0]} to {different[-1]}"


def counted(number: int, noun: str) -> str:
    """Return a number of things for people."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
