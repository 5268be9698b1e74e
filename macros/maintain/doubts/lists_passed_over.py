"""Lists of codes of another form, which prose and patterns pass over: a reading -> doubts.

A page with a table of E1001 to E1012 can have a list of P3001 to P3004 below it, in bullets or
headings. No line of that holds a code of the table's form, so that the reader takes it for prose.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import reading
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers import copy_entries
from macros.readers.advice import shown
from macros.readers.facts import without_amounts
from macros.readers.ledger import Account
from macros.readers.rows import Row
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

_PAGES = frozenset({"html_table", "markdown", "rst", "headings", "bullets", "text_lines"})
_PASSED = frozenset({Account.SKIPPED, Account.IGNORED, Account.HEADING})
_FEWEST = 2  # lines that make a list
_WORD = "word"
_BLOCK = re.compile(r"</?(?:h[1-6]|[uod]l|li|p|div|d[td]|br|section|table)\b[^<>]*>", re.IGNORECASE)
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_PRE = re.compile(r"<(/?)pre\b", re.IGNORECASE)
# Marks of lists, headings and quotations, then a code, what parts it from its text, the text.
_LINE = re.compile(
    r"[\s>#*+•-]*[`*_\"']*(?P<code>[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)[`*_\"']*"
    r"(?:\s*[:：–—=-]+\s*|[.)]?\s+|$)(?P<text>.*)",  # noqa: RUF001 - signs that stand before texts
    re.ASCII,
)
# A code and its text, with nothing between them: `DOCK_BUSYThe dock is taken`, `4001The dock`.
_GLUED = re.compile(
    r"(?P<code>[A-Z]{2,}[0-9]*(?:_[A-Z0-9]+)*|[A-Z]{0,6}[0-9]{2,9})"
    r"(?P<text>[^\W\d_a-z][^\W\d_A-Z]\S*\s.*)"
)
# A letter and a number in one, a number that is no status of HTTP, words in capitals.
_CODE = re.compile(r"[A-Z]{1,6}[-_.]?[0-9]{2,8}|[0-9]{4,9}|[A-Z]+(?:_[A-Z0-9]+)+", re.ASCII)
# What any page has a few of, and no list of that is longer than that of its codes: the numbers of
# steps, the names of files and of hosts.
_COMMON = re.compile(r"[0-9]{1,3}|[a-z][a-z0-9]*(?:[._-][a-z0-9]+)+", re.ASCII)
# An item that has its code, and no year, behind the text: `- Dock is busy (4001)`.
_LAST = re.compile(
    r"\s*[*+•-]\s+(?P<text>\S.*?)\s*[(\[]+`?"
    r"(?!(?:19|20)[0-9]{2}\b)(?P<code>[A-Za-z0-9][\w.-]*)`?[)\]]+",
    re.ASCII,
)


class _Line(NamedTuple):
    """A line that begins as that of a code does."""

    number: int
    code: str
    text: str


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each list of what could be codes, if the reader passes over it."""
    if result.options["format"] not in _PAGES or not result.rows:
        return
    listed = {row.code for row in result.rows}
    glued = copy_entries.is_glued(result.options)
    with_words = glued or any("_" in one and not any(map(str.isdigit, one)) for one in listed)
    groups: dict[str, list[_Line]] = {}
    for line in _lines(document, result.accounts, glued=glued):
        if line.code not in listed:
            groups.setdefault(_shape(line.code), []).append(line)
    prose = result.options.get("prose", [])
    decided = {*prose} if isinstance(prose, list) else set()
    asked = reading.asked(document, result.options) if groups else []
    for shape, found in groups.items():
        quoted = {one: _quoted(document.file, one, asked) for one in found}
        left = [one for one in found if quoted[one] not in decided]
        is_common = (shape == _WORD and not with_words) or _COMMON.fullmatch(found[0].code)
        fewest = len(listed) + 1 if is_common else _FEWEST
        if len({one.code for one in left}) >= fewest:
            yield _doubt(document.file, left, quoted)


def passed(document: Document, accounts: Mapping[int, Account]) -> Iterator[tuple[int, str]]:
    """Yield the lines that are passed over and stand in no example, as a page shows them.

    Args:
        document: the document.
        accounts: what its lines are taken for.
    """
    is_example = False
    for number, line in enumerate(document.text.split("\n"), start=1):
        if _FENCE.match(line):
            is_example = not is_example
            continue
        if ends := _PRE.findall(line):
            is_example = ends[-1] != "/"
            continue
        if is_example or accounts.get(number) not in _PASSED or "|" in line or "<td" in line:
            continue
        for piece in _BLOCK.split(line):
            if text := one_line(html.unescape(TAG.sub(" ", piece))):
                yield number, text


def _lines(document: Document, accounts: Mapping[int, Account], *, glued: bool) -> Iterator[_Line]:
    """Yield the lines that are passed over and begin with what could be a code.

    Args:
        document: the document.
        accounts: what its lines are taken for.
        glued: whether the texts of its rows are glued to their codes.
    """
    for number, text in passed(document, accounts):
        is_glued = _GLUED.fullmatch(text)
        forms = (is_glued, _LINE.fullmatch(text), _LAST.fullmatch(text))
        seen = (one for one in forms if one and (_is_code(one["code"]) or (glued and is_glued)))
        if not (found := next(seen, None)):
            continue
        # A day, an amount or a telephone number is none.
        said = f"x {found['code']} {found['text']}"
        if found["code"] in without_amounts(said, "(?!)"):
            yield _Line(number, found["code"], found["text"].strip())


def _is_code(text: str) -> bool:
    return bool(_CODE.fullmatch(text) or _COMMON.fullmatch(text))


def _shape(code: str) -> str:
    """Return what codes of one list have alike: the signs beside digits, how long numbers are."""
    if _COMMON.fullmatch(code):
        return "0" if code.isdigit() else "name"
    if not any(map(str.isdigit, code)):
        return _WORD
    return re.sub("[0-9]+", "0", code) if code[0].isalpha() else re.sub("[0-9]", "0", code)


def _quoted(file: str, line: _Line, asked: Sequence[str]) -> str:
    row = Row(line.code, line.text, {}, "", file, line.number)
    return next(iter(reading.quotes([row], asked)), "")


def _doubt(file: str, found: Sequence[_Line], quoted: Mapping[_Line, str]) -> Doubt:
    more = f" and {len(found) - 1} more"
    what = f'"{shown(found[0].code)}"{more} begin lines that are passed over, as codes do.'
    do = (
        "If they list codes, say them by hand under the reader's `rows`, each with its line, code"
        " and message; or cut the document in two, and read each part. If they list none, quote"
        " the lines under `prose`."
    )
    rows = [
        {"line": quoted[one], "code": one.code, "message": one.text}
        for one in found
        if one.text and one.text in quoted[one]
    ]
    whole = len(rows) == len(found)
    lines = tuple(filter(None, quoted.values()))
    return Doubt(file, found[0].number, what, do, lines, tuple(rows) if whole else ())
