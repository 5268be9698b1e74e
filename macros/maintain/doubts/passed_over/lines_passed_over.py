"""Single lines of a later document that begin as those of codes do, and are passed over: -> doubts.

Of an unknown document, several such lines make a list. One alone can be a sentence about a pier
that is called B17; but where it is new beside codes that are held, it is as likely a new code of
another form, or one that is misprinted, such as 1oo4 among 1001 to 1003.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import reading, shapes
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts.codes import sent_otherwise
from macros.maintain.doubts.passed_over import lists_passed_over
from macros.readers.advice import as_pattern, quoted, shown
from macros.readers.facts import without_amounts
from macros.readers.printed import DASHES, SIGNS_BETWEEN, is_code
from macros.texts import letters, one_line

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document

_FORMATS = frozenset(
    "html_table markdown rst headings bullets text_lines box_table stacked".split()
)
# Marks of lists, headings and quotations, what codes are called, the code, a sign, the text.
_LINE = re.compile(
    r"(?:[>#*+•–-]+\s+)*[`*_\"'(\[]*(?P<called>(?:error|code|error code)\s+)?"  # noqa: RUF001
    r"[`*_\"'(\[]*(?P<code>-?[A-Z0-9](?:[\w.-]*[A-Z0-9])?)"
    r"(?P<sign>[`*_\"']*[)\].:：=]|)[`*_\"']*"  # noqa: RUF001
    rf"(?P<dash>\s*[:：={SIGNS_BETWEEN}]+\s*|\s*[{DASHES}]+\s+|\s+|$)(?P<text>.*)",  # noqa: RUF001
    re.ASCII | re.IGNORECASE,
)
# What no page writes but as a code, and what it writes as one with a sign behind it.
_ALONE = re.compile(
    r"[A-Z]{1,6}[-_.]?[0-9]{2,8}|[0-9]{4,9}|-[0-9]{1,9}|0[xX][0-9A-Fa-f]+"
    r"|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+",
    re.ASCII,
)
_NUMBER = re.compile(r"-?[0-9]{2,9}", re.ASCII)
_NO_WORD = re.compile(r"[a-z0-9][A-Z]|[^A-Za-z]", re.ASCII)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}", re.ASCII)
_SECTION = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})*", re.ASCII)
_STANDARD = re.compile(
    r"(?:RFC|ISO|IEEE|IEC|SHA|UTF|AES|RSA|MD|BASE|IPV|TLS|SSL)-?[0-9]+", re.ASCII
)
_WRAPPED = 60  # characters of a line that goes on in the next one


class _Line(NamedTuple):
    """A line that begins as that of a code does."""

    number: int
    whole: str
    code: str
    text: str


def of_later(
    document: Document, result: Reading, before: Document, options: Options
) -> Iterator[Doubt]:
    """Yield a doubt for each new line of a document that may list a code, and is passed over.

    Args:
        document: the document.
        result: what came of it.
        before: the document before.
        options: how that is read: what it passes over is decided.
    """
    earlier = reading.read(before, options)
    lost = {letters(row.message) for row in earlier.rows}
    lost -= {letters(row.message) for row in result.rows} | {""}
    found = list(_found(document, result, lost))
    if not found:
        return
    known = {one.code for one in _found(before, earlier)}
    asked = {_bare(line): line for line in reading.asked(document, result.options)}
    prose = result.options.get("prose", ())
    for one in found:
        line = asked.get(_bare(one.whole), "")
        if one.code not in known and not (line and line in prose):
            told = [key for key in ("ignore", "headings") if _has(result.options, key, one)]
            yield _doubt(document.file, one, line, told)


def _found(
    document: Document, result: Reading, lost: Container[str] = frozenset()
) -> Iterator[_Line]:
    """Yield the lines that are passed over, and begin as that of a code does.

    Args:
        document: the document.
        result: what came of it.
        lost: the letters of texts that a code had before, and none has now: a line with such a text
            is that of the code, which has lost its sign or its letter.
    """
    if result.options["format"] not in _FORMATS:
        return
    patterns = reading.code_patterns(result.options)
    listed = {row.code for row in result.rows}
    above = (0, "")
    for number, whole in lists_passed_over.passed(document, result.accounts):
        goes_on = above[0] == number - 1 and len(above[1]) >= _WRAPPED and above[1][-1] not in ".:"
        above = number, whole
        text = whole.replace("\\", "")
        found = None if goes_on else _LINE.fullmatch(text)
        if not found or found["code"] in listed:
            continue
        if not _may_list(found, patterns) and letters(found["text"]) not in lost:
            continue
        # A day, an amount or a telephone number is none.
        if found["code"] in without_amounts(f"x {text}", "(?!)"):
            yield _Line(number, whole, found["code"], found["text"].strip(" `*_"))


def _may_list(found: re.Match[str], patterns: list[str]) -> bool:
    """Tell whether a line may list a code, by the form of that and by the sign behind it."""
    code, text = found["code"], found["text"]
    if _YEAR.fullmatch(code) or _STANDARD.fullmatch(code):
        return False
    meant = code.translate(sent_otherwise.SLIPS)
    is_slip = meant != code and any(map(str.isdigit, code))
    if _ALONE.fullmatch(code) or (is_slip and any(is_code(meant, one) for one in patterns)):
        return True
    has_sign = bool(found["called"]) or bool((found["sign"] + found["dash"]).strip("`*_\"' "))
    if not has_sign or not any(map(str.isalpha, text)):
        return False
    if _SECTION.fullmatch(code) and not found["called"]:
        return bool(_NUMBER.fullmatch(code)) and found["sign"] not in {".", ")"}
    return shapes.looks_like_a_code(code) and bool(_NO_WORD.search(code))


def _has(options: Options, key: str, line: _Line) -> bool:
    """Tell whether options have a pattern for a line alone."""
    return not {reading.escaped(line.whole), as_pattern(line.whole)}.isdisjoint(
        options.get(key, ())
    )


def _bare(text: str) -> str:
    """Return a line without marks that are written in several ways."""
    return one_line(html.unescape(lists_passed_over.TAG.sub(" ", text))).replace("\\", "")


def _doubt(file: str, line: _Line, quote: str, told: list[str]) -> Doubt:
    """Return the doubt about a line.

    Args:
        file: the document.
        line: the line.
        quote: the same as the reader looks it up; empty where that is not known.
        told: the options that have a pattern for it.
    """
    what = f'"{shown(line.whole)}" is passed over, and begins as a line with a code does.'
    if not quote:
        do = (
            "If it lists one, no row by hand can say so: cut the document in two there, and read"
            " each part. If it lists none, change nothing."
        )
        return Doubt(file, line.number, what, do)
    row = {"line": quote, "code": line.code, "message": line.text}
    message = quoted(line.text, len(line.text)) if line.text else '"…"'
    out = "".join(f", and take its pattern out of `{key}`" for key in told)
    do = (
        "If it lists one, say it by hand under the reader's `rows`:"
        f" {{line: {quoted(quote, len(quote))}, code: {quoted(line.code)}, message: {message}}}"
        f"{out}. If it lists none, quote the line under `prose`."
    )
    return Doubt(file, line.number, what, do, (quote,), (row,) if line.text else ())
