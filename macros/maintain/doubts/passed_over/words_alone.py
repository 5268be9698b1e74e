"""Words that stand alone where codes do, as `Code: OK` and `1001a` among numbers: -> doubts.

In a text whose codes have a line of their own, a line like theirs with a word that the pattern does
not fit is read as a text of the code above, or as prose.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.maintain.document import code_lines, source_file
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts.passed_over import headings_passed_over, words_passed_over
from macros.readers import heading_signs
from macros.readers.advice import shown
from macros.readers.printed import is_no_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.maintain.document.code_lines import Frame
    from macros.maintain.document.reading import Options, Reading
    from macros.maintain.sniffers.sniffed import Sniffed
    from macros.readers.rows import Document

_FORMATS = frozenset({"headings", "pattern"})
_WORD = r"(?P<word>-?[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)"
_SIGN_LAST = re.compile(r"[:：=(\[#]\s*$")  # noqa: RUF001 - East Asian


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each line that is like those of codes, with a word for the code."""
    if result.options["format"] not in _FORMATS or source_file.is_source(document):
        return
    text = document.text
    if result.options["format"] == "headings" and "markup" not in result.options:
        text = "\n".join(heading_signs.as_headings(text.split("\n")))
    lines = code_lines.lines_of(text)
    rows = {row.line for row in result.rows}
    frame = code_lines.usual(lines, result.rows)
    if not frame:
        return
    asked = {one.line for one in result.problems if not isinstance(one, Doubt)}
    asked |= {one.line for one in headings_passed_over.doubts(document, result)}
    like = re.compile(f"{re.escape(frame.before)}{_WORD}{re.escape(frame.behind)}", re.ASCII)
    for number in sorted(set(range(1, len(lines) - 1)) - rows - asked):
        found = like.fullmatch(lines[number])
        own = code_lines.frame(lines, number, found["word"]) if found else None
        if own and not any(lines[:number]):
            own = own._replace(above=frame.above)  # no line is above the first one
        if not found or own != frame:
            continue
        following = next((at for at in range(number + 1, len(lines)) if lines[at]), 0)
        is_told = bool(following) and following not in rows
        if is_told and _may_be_code(found["word"], frame, result.options):
            yield _doubt(document.file, number, lines[number], found["word"])


def asked_once(document: Document, guess: Sniffed) -> Sniffed:
    """Return a guess without its own doubts about such lines, as those below the last code."""
    lines = {one.line for one in doubts(document, guess.reading)}
    left = [one for one in guess.doubts if one.line not in lines]
    problems = [
        one for one in guess.reading.problems if one not in guess.doubts or one.line not in lines
    ]
    result = replace(guess.reading, problems=tuple(problems))
    return replace(guess, reading=result, doubts=tuple(left))


def _may_be_code(word: str, frame: Frame, options: Options) -> bool:
    """Tell whether a word can be a code: by what it says or its form, or by a label before it."""
    if re.fullmatch(options["pattern"], word, re.ASCII) or is_no_text(word):
        return False
    if word.isdecimal():
        return any(map(str.isalpha, frame.before))  # else it numbers a page
    has_digit = any(map(str.isdigit, word))
    labelled = bool(_SIGN_LAST.search(frame.before))
    return has_digit or labelled or words_passed_over.may_stand_alone(word)


def _doubt(file: str, number: int, line: str, word: str) -> Doubt:
    what = f'"{shown(line)}" has "{word}" where other lines have their codes, and begins no entry.'
    do = (
        f"If it is a code, add --as-meant {number}, which reads it with what is below as its text;"
        f" if it is none, add --as-read {number}."
    )
    return Doubt(file, number, what, do, change=_listing(line, word))


def _listing(line: str, word: str) -> Callable[[Options], Options]:
    """Return what adds a word to the codes; what else is passed over is then found anew."""

    def changed(options: Options) -> Options:
        pattern = f"{options['pattern']}|{re.escape(word)}"
        better: Options = {**options, "pattern": pattern}
        better.pop("ignore", None)
        if entry := better.get("entry"):
            old, new = (f"(?P<code>{one})" for one in (options["pattern"], pattern))
            better["entry"] = entry.replace(old, new)
        heads = [one for one in better.pop("headings", []) if not _fits(one, line, word)]
        labels = [one for one in better.pop("labels", []) if not line.startswith(one)]
        more = {"headings": heads, "labels": labels}
        return better | {key: said for key, said in more.items() if said}

    return changed


def _fits(pattern: str, line: str, word: str) -> bool:
    """Tell whether a pattern of headings is for a line, or what it shows."""
    return bool(
        re.fullmatch(pattern, line) or re.fullmatch(rf"(?:.*\W)?{re.escape(word)}", pattern)
    )
