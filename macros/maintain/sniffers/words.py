"""Codes that are words alone, as in `throttled` and `invalidToken`: document -> how it can be read.

A page is full of words, so that it is asked whether these are the codes, unless it heads them as
the codes of errors. Words are known by their place: each begins a row, an item, a heading or an
entry, comes once, and has a text behind it. The guesses know them in a copy of the document, in
which each is a code with a number.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from macros.errors import Problem
from macros.maintain.document import code_headings, other_numbers, reading, shapes
from macros.maintain.sniffers import choices
from macros.maintain.sniffers.sniffed import LEAST, Sniffed, account
from macros.readers.advice import shown
from macros.sources.reader_options.data import ABOVE, KEY
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row

_LONGEST = 300_000  # characters; a longer list of words has been cut into pages
_WORD = r"(?P<word>[A-Za-z]+(?:_[A-Za-z0-9]+)*)"
_MARK = r"[`*\"']{0,3}"
_TAGS = r"\s*\[?(?:<(?:a|b|code|strong|tt|span)\b[^>]*>)*"
# What stands before a word and behind it, kind by kind of places.
_PLACES = tuple(
    re.compile(f"{before}{_WORD}{behind}", re.MULTILINE | re.ASCII | re.IGNORECASE)
    for before, behind in (
        (rf"^#{{1,6}} +{_MARK}", rf"{_MARK} *(?:$|(?:[:=]|-+>?) +\S)"),
        (rf"^ *[-*+] +{_MARK}", rf"{_MARK} *(?::{_MARK}|-+>?|=) +\S"),
        (rf"<(?:dt|h[1-6])\b[^>]*>{_TAGS}", r"\s*(?:</|: )"),
        (rf"<tr\b[^>]*>\s*<td\b[^>]*>{_TAGS}", r"\s*</"),
        (r"<li\b[^>]*>\s*(?:<(?:code|b|strong|tt)>)", r"\s*</"),
        (rf"^ *[|\u2502] *{_MARK}", rf"{_MARK} *[|\u2502]"),
        (rf"^ +[*] +- +{_MARK}", rf"{_MARK} *$"),
        (rf"^ *{_MARK}", rf"{_MARK}(?:,|;|\t+)(?=[^\n]*[a-z] )"),
        (r"\"(?:code|error_?code|error|key)\"\s*:\s*\"", r"\""),
        (r"^[ -]*(?:code|error_?code|error|key): *[\"']?", r"[\"']? *$"),
        (r"^", r"(?:: +| +- +|  +)[A-Z]"),
        (rf"^{_MARK}", rf"{_MARK} *\n(?::? +)\S"),
        (r"^[ \t]*(?:case[ \t]+)?", r"\(\""),
        (r"^[ \t]+[\"']?", r"[\"']? *(?::|=>?) *[\"'`][^\"'`\n]* "),
    )
)
# Keys that can come again below others, with which they make a code.
_KEYS = tuple(
    re.compile(f"{before}{_WORD}{behind}", re.MULTILINE | re.ASCII | re.IGNORECASE)
    for before, behind in (
        (r"^\s*[{,]?\s*\"", r"\"\s*:\s*(?:\"[^\"\n]* |\{)"),
        (r"^ *[\"']?", r"[\"']?: +[\"']?[A-Z][^\n:]* "),
    )
)
_SPEAKS_OF_ERRORS = re.compile(
    r"error|fault|fail|exception|code|status|invalid|fehler|erreur|ошибк|错误|錯誤|エラー|오류",
    re.IGNORECASE,
)
# Words that begin lines and are no codes; the words of headings over columns are known elsewhere.
NONE = frozenset(
    "note notes hint tip warning caution important example examples message messages description "
    "meaning text cause reason solution remedy action see todo faq overview introduction usage "
    "name type title summary details version info license licence author date path url id in is "
    "errors error code codes status parameters".split()
)
_STAND_IN = "ZQX{:05}"
_STAND_INS = "ZQX[0-9]{5}"  # a pattern for them, and what is written where one is guessed


def is_word(code: str) -> bool:
    """Tell whether a code has no digit."""
    return not any(map(str.isdigit, code))


def sniff(document: Document, guess: Callable[[Document], Sniffed | None]) -> Sniffed | None:
    """Return how a document can be read whose codes are words, with the doubt whether they are.

    Args:
        document: the document.
        guess: finds out how a document can be read whose codes have numbers.
    """
    text = document.text
    if len(text) > _LONGEST:
        return None
    # Data has no prose that could say what it is of.
    kinds = (*_PLACES, *_KEYS) if _SPEAKS_OF_ERRORS.search(text) else _KEYS
    found = [one for places in _listed(text, kinds) if (one := _guess(document, places, guess))]
    return max(found, key=lambda one: len(one.reading.rows), default=None)


def _listed(text: str, kinds: Sequence[re.Pattern[str]]) -> Iterator[list[re.Match[str]]]:
    """Yield the places of words that can be codes, of one kind each."""
    for kind in kinds:
        places = [place for place in kind.finditer(text) if place["word"].casefold() not in NONE]
        words = [place["word"] for place in places]
        if len(words) < LEAST or (kind not in _KEYS and len(set(words)) < len(words)):
            continue
        cases = {(word.isupper(), word[:1].isupper()) for word in words}
        if len(cases) == 1 and not all(map(shapes.looks_like_a_code, words)):
            yield places


def _guess(
    document: Document,
    places: list[re.Match[str]],
    guess: Callable[[Document], Sniffed | None],
) -> Sniffed | None:
    words = [place["word"] for place in places]
    copy, behind = "", 0
    for number, place in enumerate(places):
        copy += document.text[behind : place.start("word")] + _STAND_IN.format(number)
        behind = place.end("word")
    guessed = guess(replace(document, text=copy + document.text[behind:]))
    if not guessed or len(guessed.reading.rows) < LEAST:
        return None
    stand_ins = {_STAND_IN.format(number): word for number, word in enumerate(words)}
    codes = [stand_ins.get(row.code, "") for row in guessed.reading.rows]
    if not all(codes):
        return None
    options, doubts = guessed.reading.options, guessed.doubts
    if len(set(codes)) < len(codes):
        if options.get("code") != [KEY] or "{}" not in options["path"][:-2]:
            return None
        # Alone, a key has several meanings, as in dock.busy and crane.busy.
        options = {**options, "code": [ABOVE, KEY], "join": "."}
        pairs = zip(guessed.reading.rows, codes, strict=True)
        codes = [".".join([*_above(row, stand_ins), code]) for row, code in pairs]
        doubts += (choices.joined(document.file, guessed.reading.rows[0].line, options, codes[0]),)
    tried = []
    # A pattern for all words fits others of the page, too, and then leaves more over.
    for pattern in (shapes.pattern(codes), "|".join(sorted(codes, key=len, reverse=True))):
        described = _with_words(options, stand_ins, pattern)
        if not reading.fault(described):
            tried.append(account(document, described))
    result = min(tried, key=lambda one: (len(one.problems), -len(one.rows)), default=None)
    if result is None or len(result.rows) <= 2 * len(result.problems):
        return None  # words by chance, in what is something else
    if len({row.code for row in result.rows}) < LEAST:
        return None
    pattern = reading.code_patterns(result.options)[0]
    told = [
        replace(one, what=_told(one.what, stand_ins, pattern), do=_told(one.do, stand_ins, pattern))
        for one in doubts
    ]
    doubts = (*told, *_asked(document, result, codes))
    return replace(
        guessed,
        reading=replace(result, problems=(*result.problems, *doubts)),
        why=tuple(_told(one, stand_ins, pattern) for one in guessed.why),
        choices=tuple(
            one._replace(samples=tuple(_told(text, stand_ins, pattern) for text in one.samples))
            for one in guessed.choices
        ),
        doubts=doubts,
    )


def _asked(document: Document, result: Reading, codes: Sequence[str]) -> Iterator[Problem]:
    """Yield the question whether words are codes, unless column and heading say both that."""
    tables = result.options.get("tables", [])
    columns = [table["code"] for table in tables if isinstance(table["code"], str)]
    said = bool(columns) and len(columns) == len(tables)
    said = said and all(map(code_headings.is_plain, columns))
    for section in {row.section or "" for row in result.rows}:
        said = said and other_numbers.is_list(section) and code_headings.is_code(section)
    if not said:
        yield doubt(document.file, result.rows[0].line, codes)


def _above(row: Row, stand_ins: dict[str, str]) -> list[str]:
    """Return the keys above the code of a row."""
    keys = (row.section or "").split(".")
    return [stand_ins.get(key, key) for key in keys]


def _with_words(value: Any, words: dict[str, str], pattern: str) -> Any:  # noqa: ANN401 - of any format
    """Return options with the words in the place of what stood for them."""
    if isinstance(value, dict):
        return {
            key: pattern if key == "pattern" else _with_words(one, words, pattern)
            for key, one in value.items()
        }
    if isinstance(value, list):
        return [_with_words(one, words, pattern) for one in value]
    if isinstance(value, str):
        value = re.sub(_STAND_INS, lambda found: words.get(found[0], found[0]), value)
        return value.replace(_STAND_INS, f"(?:{pattern})")
    return value


def _told(text: str, words: dict[str, str], pattern: str) -> str:
    """Return a sentence with the words in the place of what stood for them, and their pattern."""
    text = text.replace(_STAND_INS, pattern)
    return re.sub(_STAND_INS, lambda found: words.get(found[0], found[0]), text)


def pattern(codes: Sequence[str]) -> str:
    """Return a pattern for words with one sign between their parts, and for each other one."""
    pieces, left = [], list(codes)
    for joined in (r"[A-Z][A-Za-z0-9]*(?:\.[A-Z][A-Za-z0-9]*)+", "[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+"):
        rest = [code for code in left if not re.fullmatch(joined, code, re.ASCII)]
        pieces += [joined] if len(left) - len(rest) >= LEAST else []
        left = rest if len(left) - len(rest) >= LEAST else left
    return "|".join([*pieces, *(re.escape(code) for code in sorted(left, key=len, reverse=True))])


def doubt(file: str, line: int, codes: Sequence[str]) -> Problem:
    """Return the question whether words are codes."""
    named = series([f'"{shown(code)}"' for code in codes[:3]])
    more = f" and {len(codes) - 3} more" if codes[3:] else ""
    what = f"{named}{more} are words, which nothing tells from other words but their place."
    do = (
        "If they are the codes that the API sends, save the reader below to a file, and add"
        " --reader FILE; what is none of them is declared there under `headings` or `ignore`."
    )
    return Problem(file, line, what, do)
