"""How an unknown document can be read: document -> reader options, with reasons.

`SNIFFERS` has a function for each format: it guesses options, or says that the document is none of
its kind. Every guess is tried by reading; the one that leaves the least over wins.
"""

from __future__ import annotations

import time
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from macros.maintain.document import source_file
from macros.maintain.doubts.codes import parts_of_codes
from macros.maintain.doubts.doubted import with_doubts
from macros.maintain.doubts.messages import as_lines
from macros.maintain.sniffers import foreign, grouped, marked, misreadings, words
from macros.maintain.sniffers.copies import copied, labelled_lines
from macros.maintain.sniffers.data import broken_json, data_files, tree
from macros.maintain.sniffers.pages import headings
from macros.maintain.sniffers.sniffed import LEAST, Sniffed, account
from macros.maintain.sniffers.source import constants, enums, paragraphs, prefixes, sql
from macros.maintain.sniffers.tables import lists_beside, other_tables, tables
from macros.maintain.sniffers.tables.tables import seen
from macros.maintain.sniffers.texts import lines
from macros.readers.ledger import Account
from macros.readers.patience import CUT_IT, OutOfPatienceError, patience

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from macros.readers.rows import Document

__all__ = ["SNIFFERS", "Sniffed", "account", "nothing", "seen", "sniff"]

LONGEST = 12.0  # seconds for all formats together
_OF_SOURCE = ("json", "pattern", "text_lines")  # formats
_PAGES = ("headings", "bullets")
_OF_COMMENTS = (
    "If a comment lists codes, copy its lines without the marks into a file that ends with .txt,"
    " and run `read` on that."
)
SUCH_AS = "--such-as"
_OF_FEW = (
    "If it lists few, or in a form of its own, show one of them with its whole text:"
    f' {SUCH_AS} 40029 "invalid code".'
)
_LARGE = 500_000  # characters, of a document that may have needed more


def sniff(document: Document, code_set: str = "api", *, is_chosen: bool = False) -> Sniffed | None:
    """Return the best way to read a document; None where nothing in it looks like codes.

    Args:
        document: the document.
        code_set: the id of the codes.
        is_chosen: whether somebody has said which of its lists are read.
    """
    if foreign.known(document) or broken_json.problem(document):
        return None
    ends = time.process_time() + LONGEST

    def guess(text: Document) -> Sniffed | None:
        return _guess(text, code_set, ends)

    best = guess(document)
    best = with_doubts(document, best) if best else None
    with suppress(OutOfPatienceError, RecursionError), _until(ends):
        if other := marked.sniff(document, best, guess):
            return marked.alone(with_doubts(document, other))
        if best and best.reading.is_whole:
            best = grouped.with_dots(document, best)
        if best is None or not best.reading.is_whole:
            best = _as_a_copy(document, code_set, best)
            other = grouped.sniff(document, guess)
            other = with_doubts(document, other) if other else None
            asked = 1 if best and parts_of_codes.letters(best.reading) else 0
            best = other if _rows(other) >= max(_rows(best) + asked, 1) else best
        if _may_have_words(best):
            # Of names with a sign and words without one, the former alone are known by themselves.
            other = words.sniff(document, guess)
            counts = bool(best and other and other_tables.is_of_counts(best))
            best = other if counts or _rows(other) > _rows(best) else best
        if not is_chosen and (best is None or not best.reading.is_whole):
            best = prefixes.sniff(document, best, _asked_of(guess)) or best
        if not is_chosen and (best is None or _left(best) > _rows(best)):
            other = paragraphs.sniff(document, _asked_of(guess))
            best = other if other and (best is None or _left(other) < _left(best)) else best
    if best and other_tables.is_of_counts(best):
        best = other_tables.doubted_counts(document.file, best)
    return best


def _as_a_copy(document: Document, code_set: str, best: Sniffed | None) -> Sniffed | None:
    """Return how a copied page is read where that loses nothing, else the best guess so far."""
    for sniffer, more in ((labelled_lines.sniff, 0), (copied.sniff, 1)):
        other = sniffer(document, code_set)
        if other and _rows(other) >= _rows(best) + more and not (best and _loses(best, other)):
            best = with_doubts(document, other)
    return best


def _asked_of(
    guess: Callable[[Document], Sniffed | None],
) -> Callable[[Document], Sniffed | None]:
    """Return what guesses, and asks what is doubted."""

    def asked(document: Document) -> Sniffed | None:
        found = guess(document)
        return with_doubts(document, found) if found else None

    return asked


def _until(ends: float) -> AbstractContextManager[None]:
    """Give up the work within at a time of this process."""
    return patience(max(ends - time.process_time(), 0.1))


def _may_have_words(best: Sniffed | None) -> bool:
    """Tell whether the codes of a document may be words, by the best guess so far."""
    rows = best.reading.rows if best else ()
    few = len(rows) < LEAST and not (best and best.reading.is_whole)
    counts = bool(best and other_tables.is_of_counts(best))
    return few or counts or all(words.is_word(row.code) for row in rows)


def _loses(guess: Sniffed, other: Sniffed) -> bool:
    """Tell whether lines that are rows by a guess are passed over by another one."""
    passed = {Account.SKIPPED, Account.IGNORED}
    return any(other.reading.accounts.get(row.line) in passed for row in guess.reading.rows)


def _left(guess: Sniffed) -> int:
    return len(guess.reading.problems)


def _rows(guess: Sniffed | None) -> int:
    return len(guess.reading.rows) if guess else 0


def _guess(document: Document, code_set: str, ends: float) -> Sniffed | None:
    """Return the best guess of all formats, up to a time of this process."""
    found = []
    in_source = source_file.is_source(document)
    formats = _OF_SOURCE if source_file.begins_with_numbers(document.text) else _OF_SOURCE[:2]
    for format_ in formats if in_source else SNIFFERS:
        with suppress(OutOfPatienceError, RecursionError), _until(ends):
            guess = SNIFFERS[format_](document, code_set)
            if guess and not (in_source and _is_in_passing(document, guess)):
                found.append(guess)
    taken: frozenset[int] = frozenset()
    with suppress(OutOfPatienceError, RecursionError), _until(ends):
        taken = frozenset() if in_source else tables.lines_of_codes(document)
    found = data_files.likely(document, found)
    found = misreadings.without(document, found, taken)
    best = max(found, key=_worth, default=None)
    if (
        best
        and other_tables.is_of_counts(best)
        and (pages := [one for one in found if _is_page(one)])
    ):
        best = other_tables.passed_over_counts(document.file, max(pages, key=_worth), best)
    return best


def _is_page(guess: Sniffed) -> bool:
    """Tell whether a guess knows a list by headings or items."""
    return guess.reading.options["format"] in _PAGES and _rows(guess) >= LEAST


def _is_in_passing(document: Document, guess: Sniffed) -> bool:
    """Tell whether what source code lists in comments, or as lines of a text, is little of it."""
    rows = guess.reading.rows
    lines = sum(bool(line.strip()) for line in document.text.split("\n"))
    if 2 * len(rows) > lines:
        return False
    if guess.reading.options["format"] == "text_lines":
        return True
    comments = source_file.in_comments(document.text) if rows else ()
    return 2 * sum(row.line in comments for row in rows) > len(rows)


def nothing(document: Document) -> str:
    """Say that nothing is known of a document, and what can be done about it."""
    if problem := foreign.problem(document) or broken_json.problem(document):
        return str(problem)
    if problem := as_lines.told(document):
        return f"{problem}. Or write its `reader:` by hand, with `format: pattern`."
    said = f"{document.file}: nothing in it looks like codes with messages, in a format known here."
    if turned_table := lists_beside.told_turned(seen(document)):
        return f"{said} {turned_table}"
    if source_file.is_source(document):
        said = f"{said} {enums.told(document)}{sql.told(document)}{_OF_COMMENTS} {_OF_FEW}"
        if len(document.text) < _LARGE:
            return said
    if len(document.text) < _LARGE:
        return (
            f"{said} If it lists some all the same, show one with its whole text, and a second one"
            f' where they differ in form: {SUCH_AS} 40029 "invalid code". Or write its `reader:` by'
            ' hand, as "Readers" in data/README.md says, and give it to `new-provider` or'
            " `add-revision` with --reader."
        )
    return (
        f"{said} It is large, and after {LONGEST:g} seconds nothing more is tried: run `read` on a"
        " file with its first pages, and give the reader that it prints with --reader. If that"
        f" takes too long as well: {CUT_IT}"
    )


def _worth(guess: Sniffed) -> tuple[bool, int, int, int]:
    """Return what a guess is worth: by its rows; of two alike, by how little it passes over.

    One without rows is worth less than any other. What a guess asks takes nothing from its rows:
    one that asks nothing may only see less.
    """
    counts = Counter(guess.reading.accounts.values())
    passed = counts[Account.IGNORED] + counts[Account.SKIPPED]
    asked = len(guess.choices) + len(guess.doubts)
    left = len(guess.reading.problems) - asked
    rows = len(guess.reading.rows)
    return rows > 0, rows - 2 * left, -passed, -asked


# One function for each format: what the document would be read with, or None where it is no such
# document. Of two that are worth the same, and pass over as much, the first one is taken.
SNIFFERS: dict[str, Callable[[Document, str], Sniffed | None]] = {
    "html_table": tables.html,
    "markdown": tables.markdown,
    "rst": tables.rst,
    "box_table": tables.box,
    "stacked": tables.stacked,
    "csv": tables.csv,
    "json": tree.json_tree,
    "yaml": tree.yaml_tree,
    "text_lines": lines.text_lines,
    "headings": headings.headings,
    "bullets": headings.bullets,
    "pattern": constants.pattern,
}
