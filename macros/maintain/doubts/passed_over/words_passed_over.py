"""Lines that begin with a word where rows have a code, and are passed over: -> doubts.

`OK Action is done` above codes such as NOT_ALLOWED is read as a heading or as prose, for nothing
tells a word from a code but its place. Such a word stands in capitals before a text that begins as
the messages do, or in small letters as all codes before one that begins with a capital; and next to
a row, next to another such line, or with a text that no heading has.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import other_numbers
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers import words
from macros.readers.advice import shown
from macros.readers.facts import without_amounts
from macros.readers.ledger import Account
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document, Row

_PASSED = frozenset({Account.HEADING, Account.IGNORED, Account.SKIPPED})
_FORMATS = frozenset({"text_lines", "bullets"})
_WORD = re.compile(
    r"(?P<mark>(?:[-*+\u2022] )?)[(\[`*]{0,2}(?P<word>[A-Za-z][A-Za-z0-9]*(?:[/-][A-Z0-9]+)*)"
    r"[)\]`*]{0,2}(?P<sign> ?[:=-])? (?P<text>\S.*)",
    re.ASCII,
)
_ITEM = re.compile(r"<li\b[^>]*>((?:(?!</?[uo]l\b|</?li\b).)*)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_DONE = frozenset({"ok", "success", "successful"})
# What says that the line is for all other codes.
_REST = frozenset({"default", "unknown", "undefined", "other", "others", "else", "any"})
# What became of a request, where a sentence stands behind it.
_STATES = frozenset(
    "timeout failed failure rejected accepted expired pending delivered declined approved".split()
)
# What is written in capitals and begins headings.
_ACRONYMS = frozenset(
    "FAQ GET POST PUT PATCH DELETE SMS MMS USSD PDF NB PS PIN OTP VAT ERP CRM SQL TCP UDP IP DNS EU"
    " US UK AND OR IF THE".split()
)
_TITLE = re.compile(
    r"\b(?:codes?|errors|messages|responses|list|table|reference|guide|overview|descriptions?"
    r"|meanings?)\b|\b(?:error|status|message|response|text)$",
    re.IGNORECASE,
)
_ENDS = ".!\u3002"
_SHORT = 2  # words of a title
_MOST = 2 / 3  # of the messages begin alike


class _Line(NamedTuple):
    """A line of a text, or an item of a list."""

    number: int
    text: str
    is_row: bool
    is_passed: bool


class _Usual(NamedTuple):
    """What the rows of a document have in common.

    Attributes:
        small: whether all codes are in small letters.
        begins: how most messages begin, as `_beginning` has it; None where they differ.
        short: whether most messages have one word.
    """

    small: bool
    begins: tuple[bool, bool] | None
    short: bool


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each line that is passed over, and may have a word for a code."""
    options = result.options
    if options["format"] not in _FORMATS or "columns" in options:
        return
    in_html = bool(_ITEM.search(document.text))
    marked = options["format"] == "bullets" and not in_html
    lines = [*(_items if in_html else _lines)(document, result)]
    usual = _usual(result.rows)
    able = [
        _as_row(line.text, usual, options, marked=marked) if line.is_passed else None
        for line in lines
    ]
    near = {place for place, line in enumerate(lines) if line.is_row or able[place]}
    for place, (line, found) in enumerate(zip(lines, able, strict=True)):
        beside = not near.isdisjoint({place - 1, place + 1})
        if found and (beside or _is_no_heading(found["word"], found["text"])):
            yield _doubt(document.file, line, found["word"])


def _lines(document: Document, result: Reading) -> Iterator[_Line]:
    """Yield the lines of a text."""
    at = {row.line for row in result.rows}
    quoted = result.options.get("prose", ())
    for number, line in enumerate(document.text.split("\n"), start=1):
        text = one_line(line)
        passed = result.accounts.get(number) in _PASSED and text not in quoted
        yield _Line(number, text, is_row=number in at, is_passed=passed)


def _items(document: Document, result: Reading) -> Iterator[_Line]:
    """Yield the items of the lists of a page in HTML, several of which can stand on a line."""
    codes = {row.code for row in result.rows}
    passed = [*result.options.get("headings", ()), *result.options.get("ignore", ())]
    number, above = 1, 0
    for item in _ITEM.finditer(document.text):
        text = one_line(html.unescape(_TAG.sub("", item[1])))
        number += document.text.count("\n", above, item.start())
        above = item.start()
        is_passed = any(re.fullmatch(one, text) for one in passed)
        is_row = bool(codes & {re.split(r"[\s:]", text)[0]})
        yield _Line(number, text, is_row=is_row, is_passed=is_passed)


def may_be_code(word: str) -> bool:
    """Tell whether a word alone looks like a code, and not like a title."""
    return says_result(word) or (word.isupper() and not _is_of_pages(word))


def may_stand_alone(word: str) -> bool:
    """Tell whether a word alone on its line looks like a code, or says what became of a request."""
    return may_be_code(word) or word.casefold() in _STATES


def says_result(word: str) -> bool:
    """Tell whether a word says that all went well, or is for what no other code says."""
    return says_done(word) or word.casefold() in _REST


def says_done(word: str) -> bool:
    """Tell whether a word says that all went well."""
    return word.casefold() in _DONE


def is_title(text: str) -> bool:
    """Tell whether a text has the words of a title, as "Dock errors" and "Description" have."""
    return bool(_TITLE.search(text))


def _as_row(line: str, usual: _Usual, options: Options, *, marked: bool) -> re.Match[str] | None:
    """Return the word and the text of a line that may be a row; None where it is none.

    Args:
        line: the line.
        usual: what the rows have in common.
        options: how it is read.
        marked: whether rows have the mark of an item before them.
    """
    lead = re.match(options.get("before", ""), line)
    found = _WORD.fullmatch(line, lead.end() if lead else 0)
    if not found or bool(found["mark"]) != marked:
        return None
    in_brackets = line[found.start("word") - 1 : found.start("word")] in {"(", "["}
    if options["format"] == "text_lines":
        is_signed = bool(found["sign"]) or in_brackets
        if is_signed != (options["separator"] == "sign"):
            return None
    word, text = found["word"], found["text"]
    is_done = says_done(word)
    in_capitals = word.isupper() and not text.isupper()
    in_small = word.islower() and usual.small
    is_state = word.casefold() in _STATES and any(map(str.islower, text.split()[1:]))
    if in_small:
        is_alike = text[:1].isupper()  # as no sentence goes on
    else:
        is_alike = (is_done or in_capitals or is_state) and _beginning(text) == usual.begins
        # Of two words with capitals a title is made, and a firm's name.
        is_alike &= " " in text or says_result(word) or len(word) == 1 or usual.short
    is_rest = word.casefold() in _REST and len(text.split()) > _SHORT
    titled = is_title(text) and not (in_capitals and (is_done or is_rest))
    return found if is_alike and not (titled or _is_of_pages(word)) else None


def _is_of_pages(word: str) -> bool:
    """Tell whether lines of any page begin with a word, and headings do."""
    return (
        word.casefold() in words.NONE or word in _ACRONYMS or not without_amounts(word, "").strip()
    )


def _usual(rows: Sequence[Row]) -> _Usual:
    least = _MOST * len(rows)
    counts = Counter(_beginning(row.message) for row in rows).most_common(1)
    begins = next((begins for begins, times in counts if times >= least), None)
    short = sum(" " not in row.message for row in rows) >= least
    return _Usual(all(row.code.islower() for row in rows), begins, short)


def _beginning(text: str) -> tuple[bool, bool]:
    return text[:1].isupper(), text[:1].islower()


def _is_no_heading(word: str, text: str) -> bool:
    """Tell whether a line says what no heading does: that all went well, or what went wrong."""
    return says_result(word) or text[-1] in _ENDS or other_numbers.tells_failure(text)


def _doubt(file: str, line: _Line, word: str) -> Doubt:
    said = shown(line.text)
    what = f'"{said}" has the word "{word}" where rows have their codes, and is passed over.'
    do = (
        f'If "{word}" is a code, let `pattern` fit it, too, in the reader below, and take the line'
        " out of `headings` or `ignore`; if it is none, change nothing. Save it to a file, and add"
        " --reader FILE."
    )
    return Doubt(file, line.number, what, do, change=_listing(line.text, word))


def _listing(text: str, word: str) -> Callable[[Options], Options]:
    """Return what adds a word to the codes, and lets its line be none that is passed over."""

    def changed(options: Options) -> Options:
        better: Options = {**options, "pattern": f"{options['pattern']}|{re.escape(word)}"}
        for key in ("headings", "ignore"):
            kept = [one for one in better.pop(key, []) if not re.fullmatch(one, text)]
            better |= {key: kept} if kept else {}
        return better

    return changed
