"""Lists of codes of another form, which prose and patterns pass over: a reading -> doubts.

A page with a table of E1001 to E1012 can have a list of P3001 to P3004 below it, in bullets or
headings. No line of that holds a code of the table's form, so that the reader takes it for prose.
"""

from __future__ import annotations

import html
import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import other_numbers, reading
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts.passed_over import names_of_errors
from macros.maintain.sniffers.copies import copy_entries
from macros.maintain.sniffers.sniffed import LEAST
from macros.readers.advice import shown
from macros.readers.facts import without_amounts
from macros.readers.ledger import Account
from macros.readers.printed import DASHES, SIGNS_BETWEEN
from macros.readers.rows import Row
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

_PAGES = frozenset({"html_table", "markdown", "rst", "headings", "bullets", "text_lines"})
_PASSED = frozenset({Account.SKIPPED, Account.IGNORED, Account.HEADING})
_PASSED_IN_EXAMPLES = _PASSED | {Account.MARKUP}  # as the last lines of one in HTML
_FEWEST = 2  # lines that make a list
_WORD, _NAME = "word", "name"
_BLOCK = re.compile(r"</?(?:h[1-6]|[uod]l|li|p|div|d[td]|br|section|table)\b[^<>]*>", re.IGNORECASE)
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_PRE = re.compile(r"<(/?)pre\b", re.IGNORECASE)
# Marks of lists, headings and quotations, perhaps the number of a chapter, or of an item whose code
# is set apart, then a code, what parts it from its text, the text.
_LINE = re.compile(
    r"[\s>#*+•-]*(?:[0-9]{1,2}(?:[.)]\s+(?=[`*\"']|[A-Za-z]+[A-Z_.-]\w)|(?:\.[0-9]{1,2})+\.?\s+|、))?"
    r"[`*_\"']*(?P<code>-?[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)[`*_\"']*"
    rf"(?:\s*[:：={SIGNS_BETWEEN}{DASHES}]+\s*|[.)]?\s+|$)(?P<text>.*)",  # noqa: RUF001 - before texts
    re.ASCII,
)
# A code and its text, with nothing between them: `DOCK_BUSYThe dock is taken`, `4001The dock`.
_GLUED = re.compile(
    r"(?P<code>[A-Z]{2,}[0-9]*(?:_[A-Z0-9]+)*|[A-Z]{0,6}[0-9]{2,9})"
    r"(?P<text>[^\W\d_a-z][^\W\d_A-Z]\S*\s.*)"
)
# A letter and a number in one, a number that is no status of HTTP, words in capitals, hexadecimal.
_CODE = re.compile(
    r"[A-Z]{1,6}[-_.]?[0-9]{2,8}|-?[0-9]{4,9}|[A-Z]+(?:_[A-Z0-9]+)+|0[xX][0-9A-Fa-f]+", re.ASCII
)
# What any page has a few of, and no list of that is longer than that of its codes: the numbers of
# steps, the names of files and of hosts.
_COMMON = re.compile(r"-?[0-9]{1,3}|[a-z][a-z0-9]*(?:[._-][a-z0-9]+)+", re.ASCII)
# What has its code, and no year, behind the text: `- Dock is busy (4001)`, `Dock is busy: E4001`.
_LAST = re.compile(
    r"\s*(?P<mark>[*+•-]\s+)?(?P<text>\S.*?)(?:\s*[(\[]+|\s*(?:[:：]|[=-]>)\s*|\s+[–—=-]+\s+)`?"  # noqa: RUF001
    r"(?!(?:19|20)[0-9]{2}\b)(?P<code>-?[A-Za-z0-9][\w.-]*)`?[)\]]*",
    re.ASCII,
)


_HEADING = re.compile(r"\s*(?:#+\s+|<h[1-6]\b[^>]*>)(.*)", re.IGNORECASE)
_OF_ERRORS = re.compile(
    r"\b(?:errors?|exceptions?|codes?|fehler\w*|erreurs?|errores|erros?|errori)\b"
    r"|错误|错误码|錯誤|에러|오류|코드|エラー|コード|ошиб",
    re.IGNORECASE,
)


class _Line(NamedTuple):
    """A line that begins as that of a code does.

    Attributes:
        number: its number.
        code: the code.
        text: what stands beside it.
        is_common: whether any page has a few such lines, as in examples.
        below: the next line that is passed over.
    """

    number: int
    code: str
    text: str
    is_common: bool = False
    below: str = ""


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each list of what could be codes, if the reader passes over it."""
    if result.options["format"] not in _PAGES or not result.rows:
        return
    listed = {row.code for row in result.rows}
    glued = copy_entries.is_glued(result.options)
    are_words = any("_" in one and not any(map(str.isdigit, one)) for one in listed)
    # Where a table lists what HTTP answers with, words are the codes of the API.
    with_words = glued or are_words or all(map(other_numbers.is_status, listed))
    headings = _headings(document, {row.section for row in result.rows if row.section})
    groups: dict[tuple[str, bool], list[_Line]] = {}
    for line in _lines(document, result, glued=glued):
        if line.code not in listed:
            groups.setdefault((_shape(line.code), line.is_common), []).append(line)
    prose = result.options.get("prose", [])
    decided = {*prose} if isinstance(prose, list) else set()
    asked = reading.asked(document, result.options) if groups else []
    for (shape, common), found in groups.items():
        quoted = {one: _quoted(document.file, one, asked) for one in found}
        left = [one for one in found if quoted[one] not in decided]
        is_word = shape == _WORD and not with_words
        told = shape == _NAME and with_words and _are_of_errors(left, headings)
        is_any = _is_common(found[0].code) and not told
        # No reader misses such a word, as it misses a number.
        alone = shape == _WORD and are_words
        fewest = 1 if alone and not common else _FEWEST
        if common or is_word or is_any:
            fewest = max(len(listed) + 1, _FEWEST)
        if len({one.code for one in left}) >= fewest:
            yield _doubt(document.file, left, quoted)


def _headings(document: Document, own: Container[str]) -> list[str]:
    """Return the heading above each line; nothing below those of the codes, and names.

    Args:
        document: the document.
        own: the headings of the codes that are read, which may speak of statuses.
    """
    above, found = "", []
    for line in document.text.split("\n"):
        found.append(above)
        if (heading := _HEADING.match(line)) and not _is_common(name := _bare(heading[1])):
            above = "" if name in own and not _OF_ERRORS.search(name) else name
    return found


def _bare(heading: str) -> str:
    return TAG.sub("", heading).strip(" #`*_")


def _are_of_errors(found: Sequence[_Line], headings: Sequence[str]) -> bool:
    """Tell whether names are those of errors, by the headings above them, or by their texts."""
    above = [headings[one.number - 1] for one in found]
    if all(map(_OF_ERRORS.search, above)):
        return True
    texts = [one.text or one.below for one in found]
    is_list = len(found) >= LEAST and not any(map(names_of_errors.says_others, above))
    return is_list and names_of_errors.speak(texts)


def passed(
    document: Document, accounts: Mapping[int, Account], *, examples: bool = False
) -> Iterator[tuple[int, str]]:
    """Yield the lines that are passed over, as a page shows them.

    Args:
        document: the document.
        accounts: what its lines are taken for.
        examples: whether they stand in examples, or in none.
    """
    is_example = False
    for number, line in enumerate(document.text.split("\n"), start=1):
        if _FENCE.match(line):
            is_example = not is_example
            continue
        if ends := _PRE.findall(line):
            is_example = ends[-1] != "/"
            continue
        able = _PASSED_IN_EXAMPLES if examples else _PASSED
        if is_example is not examples or accounts.get(number) not in able:
            continue
        if "|" in line or "<td" in line:
            continue
        for piece in _BLOCK.split(line):
            if text := one_line(html.unescape(TAG.sub(" ", piece))):
                yield number, text


def _lines(document: Document, result: Reading, *, glued: bool) -> Iterator[_Line]:
    """Yield the lines that are passed over and have what could be a code.

    Args:
        document: the document.
        result: what came of it.
        glued: whether the texts of its rows are glued to their codes.
    """
    seen = [*passed(document, result.accounts)]
    for (number, text), (_, below) in pairwise([*seen, (0, "")]):
        if one := _line(number, text, glued=glued):
            yield one._replace(below=below)
    more = [*passed(document, result.accounts, examples=True)]
    more += _drawn(document, result)
    for number, text in more:
        if one := _line(number, text, glued=glued):
            yield one._replace(is_common=True)


def _drawn(document: Document, result: Reading) -> Iterator[tuple[int, str]]:
    """Yield rows of tables drawn with signs that are passed over, without these.

    No reader knows them as such in a text, or below a tag of HTML without a blank line between.
    """
    is_text = result.options["format"] == "text_lines"
    in_html = False
    for number, line in enumerate(document.text.split("\n"), start=1):
        in_html = bool(line.strip()) and (in_html or line.startswith("<"))
        is_drawn = line.startswith("|") and (is_text or in_html)
        if is_drawn and result.accounts.get(number) in _PASSED:
            yield number, one_line(line.replace("|", " "))


def _line(number: int, text: str, *, glued: bool) -> _Line | None:
    """Return what could be a code in a line, and its text; None where nothing could."""
    is_glued, last = _GLUED.fullmatch(text), _LAST.fullmatch(text)
    forms = (is_glued, _LINE.fullmatch(text), last)
    seen = (one for one in forms if one and (_is_code(one["code"]) or (glued and is_glued)))
    found = next(seen, None)
    # A day, an amount or a telephone number is none.
    if not found or found["code"] not in without_amounts(
        f"x {found['code']} {found['text']}", "(?!)"
    ):
        return None
    is_common = found is last and not found["mark"]
    return _Line(number, found["code"], found["text"].strip(" \"'"), is_common)


def _is_code(text: str) -> bool:
    return bool(_CODE.fullmatch(text)) or _is_common(text)


def _is_common(text: str) -> bool:
    return bool(_COMMON.fullmatch(text) or names_of_errors.MIXED.fullmatch(text))


def _shape(code: str) -> str:
    """Return what codes of one list have alike: the signs beside digits, how long numbers are."""
    if _is_common(code):
        return "0" if code.isdigit() else _NAME
    if not any(map(str.isdigit, code)):
        return _WORD
    if code[:2].lower() == "0x":
        return "0x"
    return re.sub("[0-9]+", "0", code) if code[0].isalpha() else re.sub("[0-9]", "0", code)


def _quoted(file: str, line: _Line, asked: Sequence[str]) -> str:
    row = Row(line.code, line.text, {}, "", file, line.number)
    return next(iter(reading.quotes([row], asked)), "")


def _doubt(file: str, found: Sequence[_Line], quoted: Mapping[_Line, str]) -> Doubt:
    more = (
        f" and {len(found) - 1} more begin lines that are"
        if found[1:]
        else " begins a line that is"
    )
    what = f'"{shown(found[0].code)}"{more} passed over, as codes do.'
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
