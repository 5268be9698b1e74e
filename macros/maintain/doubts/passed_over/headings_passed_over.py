"""Headings of one word set as those of codes are, and passed over, as `## OK` is: -> doubts.

Above a page's codes and between them stand titles, too; they are set in another way, have several
words, or are written in small letters.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts.passed_over import words_passed_over
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[_/-][A-Z0-9]+)*", re.ASCII)
_MARK = r"(^#+ |<\w+[^<>]*>)\s*[`*]*"
_HEADING = re.compile(r"\s*(?:#|<h[1-6])")
_MOST = 2 / 3  # of the codes are set alike


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each heading that is declared to have no code, and is set as codes are."""
    if result.options["format"] != "headings" or not result.rows:
        return
    lines = document.text.split("\n")
    first, last = result.rows[0].line, result.rows[-1].line
    for word in result.options.get("headings", ()):
        if not _WORD.fullmatch(word) or not words_passed_over.may_be_code(word):
            continue
        set_so = re.compile(rf"{_MARK}{re.escape(word)}[`*]*\s*(?:<|$)")
        places = ((number, set_so.search(line)) for number, line in enumerate(lines, start=1))
        number, found = next(((one, match) for one, match in places if match), (0, None))
        is_between = first < number < last or words_passed_over.says_result(word)
        is_set_so = found and is_between and _is_set_so(found[1], lines, result)
        if not (found and is_set_so):
            continue
        if _has_text([lines[number - 1][found.end() :], *lines[number:]]):
            yield _doubt(document.file, number, word)


def _has_text(below: Iterable[str]) -> bool:
    """Tell whether something else than a further heading stands below one."""
    following = next((line for line in below if line.strip()), "")
    return bool(following) and not _HEADING.match(following)


def _is_set_so(mark: str, lines: list[str], result: Reading) -> bool:
    """Tell whether most codes stand right behind a mark of a heading."""
    alike = [
        row
        for row in result.rows
        if re.search(rf"{re.escape(mark)}\s*[`*]*{re.escape(row.code)}", lines[row.line - 1])
    ]
    return len(alike) >= _MOST * len(result.rows)


def _doubt(file: str, number: int, word: str) -> Doubt:
    what = f'the heading "{shown(word)}" is set as those of codes are, and is passed over.'
    do = (
        "If it is a code, let `pattern` fit it, too, in the reader below, and take it out of"
        " `headings`, and its text out of `ignore`; if it is none, change nothing. Save it to a"
        " file, and add --reader FILE."
    )
    return Doubt(file, number, what, do, change=listing(word))


def listing(word: str) -> Callable[[Options], Options]:
    """Return what adds a word to the codes; what else is passed over is then found anew."""

    def changed(options: Options) -> Options:
        better = {key: value for key, value in options.items() if key != "ignore"}
        headings = [one for one in better.pop("headings", []) if one != word]
        more = {"headings": headings} if headings else {}
        return {**better, **more, "pattern": f"{options['pattern']}|{re.escape(word)}"}

    return changed
