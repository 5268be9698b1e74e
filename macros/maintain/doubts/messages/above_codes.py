"""Texts and titles above codes that are read as texts of the code before: a reading -> doubts.

Where codes and texts stand in turn, each alone, nothing but its place tells whose a text is. So it
is of a title above `Code: 4001`, or above each code that stands alone below a heading of its own,
and of `Codes of ships` between the text of 1003 and 1004. A person is asked, with the entry that
takes it in.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import meanings, other_numbers, reading
from macros.maintain.document.doubt import Doubt, becomes
from macros.maintain.sniffers.pages.pages import page_of
from macros.maintain.sniffers.sniffed import LEAST, tried
from macros.readers import blocks
from macros.readers.advice import as_pattern, shown
from macros.readers.doubts import label
from macros.readers.ledger import Account
from macros.readers.text_wrapped import is_open
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.blocks import Block
    from macros.readers.rows import Document


_WORDS_OF_TEXT = 12
_LINES = 4  # of a text, a code, and blank lines between
_SIGNS = " `*_"  # around a code


def texts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about a text above the first code, where codes and texts stand in turn."""
    if result.options["format"] != "headings" or len(result.rows) < LEAST:
        return
    page = [block for block in page_of(document)[0] if block.kind != "markup"]
    above = _above(page, result)
    if above is None:
        return
    text, first = one_line(above.shown().text), result.rows[0]
    if not _is_text(text, [row.message for row in result.rows]):
        return
    what = (
        f'"{shown(text)}" stands right above the first code, "{shown(first.code)}", and each code'
        " has a text above it and one below: those below are read, as"
        f' "{shown(first.message)}" here.'
    )
    if_not = "If each text is of the code above it, what is read is right."
    taken = tried(document, _turned(result.options))
    if taken and [row.code for row in taken.rows] == [row.code for row in result.rows]:
        how = (
            f"add --as-meant {above.line}, which reads it with `entry: '{taken.options['entry']}'`"
        )
        change = becomes(taken.options)
        do = f"If the texts stand above their codes, {how}. {if_not}"
        yield Doubt(document.file, above.line, what, do, change=change)
        return
    do = (
        "If the texts stand above their codes, copy each code with its text behind it to a line of"
        f" a file that ends with .txt, and run `read` on that. {if_not}"
    )
    yield Doubt(document.file, above.line, what, do)


def _above(page: Sequence[Block], result: Reading) -> Block | None:
    """Return the paragraph above the first code, if codes and texts stand in turn below it."""
    codes = {(row.line, row.code) for row in result.rows}
    at = [
        place
        for place, block in enumerate(page)
        if (block.line, one_line(block.shown().text).strip(_SIGNS)) in codes
    ]
    if len(at) < len(codes) or any(below - place != 2 for place, below in pairwise(at)):  # noqa: PLR2004
        return None
    *_, head, above = (None, None, *page[: at[0]])
    first = page[at[0]]
    is_of_head = head and (head.kind, head.level) == (first.kind, first.level)
    return above if above and above.kind == "paragraph" and not is_of_head else None


def _is_text(text: str, messages: Sequence[str]) -> bool:
    """Tell whether a text is like the messages, and no introduction or label of them."""
    if other_numbers.says_errors(text) or not 0 < len(text.split()) <= _WORDS_OF_TEXT:
        return False
    ends = sum(map(is_open, messages))
    if 2 * ends < len(messages):
        return not is_open(text) and other_numbers.tells_failure(text)
    return is_open(text) and (" " in text or not text.isascii())


def _turned(options: Options) -> Options:
    """Return options by which each text is of the code below it, of a page in Markdown."""
    kept = {key: options[key] for key in ("code_set", "pattern")}
    code = f"[`*_]*(?P<code>{options['pattern']})[`*_]*"
    entry = rf"[*_]*(?P<message>[^\n]+?)[*_]*\n+{code}"
    return {**kept, "format": "pattern", "entry": entry, "lines": _LINES, "every_line": "true"}


_PLAIN = frozenset({"plain", "paragraphs"})
_MOST = 0.8  # of the codes have a title above
_WORDS_ABOVE = 8


_HEADING = re.compile(r"#{1,6}\s+")


class _Line(NamedTuple):
    number: int
    text: str


def titles(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about lines that seem to be the titles of the codes below them."""
    options, rows = result.options, result.rows
    if options.get("markup") not in _PLAIN or len(rows) < LEAST:
        return
    lines = [
        _Line(number, one_line(line))
        for number, line in enumerate(document.text.split("\n"), start=1)
        if line.strip()
    ]
    at = [place for place, line in enumerate(lines) if line.number in {row.line for row in rows}]
    above = [lines[place - 1] for place in at if place]
    headed = all(_HEADING.match(one.text) for one in above)
    if not headed and "before" not in options:
        return
    titles = [one for one in above if _is_title(_HEADING.sub("", one.text), _WORDS_ABOVE)]
    code = _code(options, headed=headed)
    bare = [place for place in at if re.fullmatch(code, lines[place].text)]
    if len(titles) < _MOST * len(at) or len(bare) < len(at) or len(set(titles)) < len(titles):
        return
    numbers = {title.number for title in titles}
    parts = [lines[first + 1 : last] for first, last in pairwise([*at, len(lines)])]
    parts = [[line for line in part if line.number not in numbers] for part in parts]
    if (_end_alike(parts) and not headed) or other_numbers.is_list(titles[0].text):
        return
    yield _of_titles(document, result, titles, parts)


def _code(options: Options, *, headed: bool) -> str:
    before = f"(?:{options['before']})" if "before" in options else ""
    marks = "[`*]*" if headed else ""
    return f"{before}{marks}(?P<code>{options['pattern']}){marks}"


def _is_title(text: str, most: int) -> bool:
    """Tell whether a line is a few words that make no sentence, and no label with its value."""
    is_short = is_open(text) and len(text.split()) <= most
    return is_short and text[0].isalpha() and label(text, 0, first=True) is None


def _end_alike(parts: Sequence[list[_Line]]) -> bool:
    """Tell whether the last code has such a line below it, too, so that each is of its own code."""
    *others, last = parts
    return {len(part) + 1 for part in others} == {len(last)} and _is_title(
        last[-1].text, _WORDS_ABOVE
    )


def _of_titles(
    document: Document, result: Reading, titles: Sequence[_Line], parts: Sequence[list[_Line]]
) -> Doubt:
    title = titles[0]
    code = next(row.code for row in result.rows if row.line > title.number)
    what = (
        f'"{shown(title.text)}" stands right above the code "{shown(code)}", as {len(titles) - 1}'
        " more lines do above others, and seems to be its title; it is read as none."
    )
    headed = bool(_HEADING.match(title.text))
    options = _with_titles(result.options, parts, headed=headed)
    taken = tried(document, options) if options else None
    else_ = (
        "If it is of what stands above it, save the reader below to a file, and add --reader FILE."
    )
    if not taken or len(taken.rows) < len(result.rows):
        so = "If so, read it with `format: pattern` and an `entry` that begins with the line above."
        return Doubt(document.file, title.number, what, f"{so} {else_}")
    so = (
        f"If so, add --as-meant {title.number}, which reads it with `format: pattern` and `entry:"
        f" '{taken.options['entry']}'`."
    )
    change = becomes(taken.options)
    return Doubt(document.file, title.number, what, f"{so} {else_}", change=change)


def _with_titles(options: Options, parts: Sequence[list[_Line]], *, headed: bool) -> Options:
    """Return options whose entry takes in the title, the labels that all have, and a text.

    A heading is the message; a title of a text without markup is a name where a text stands below.
    """
    mark = r"#+[ \t]+" if headed else ""
    entry = rf"{mark}(?P<title>[^\n]+)\n+{_code(options, headed=headed)}"
    places = zip(*parts, strict=False)
    named: dict[str, str] = {}
    length = 0
    for column in places:
        found = [label(line.text, 0, first=True) for line in column]
        texts = {one.text if one else "" for one in found}
        if len(texts) > 1:
            return {}
        length += 1
        if text := texts.pop():
            is_http = meanings.says(meanings.Text(text, ["404"])) == "http"
            group = "http" if is_http and "http" not in named else f"label_{length}"
            if is_http:
                named["http"] = group
            entry += rf"\n+{reading.escaped(text)}[ \t]*[:：=-]?[ \t]*(?P<{group}>[^\n]+)"  # noqa: RUF001
            continue
        below = "text" if headed else "message"
        entry += rf"\n+(?P<{below}>[^\n]+)"
        if headed:
            entry = entry.replace("<title>", "<message>")
        else:
            named["name"] = "title"
        break
    else:
        entry = entry.replace("<title>", "<message>")
    kept = {key: options[key] for key in ("code_set", "pattern")}
    blank = 4  # lines for each, with blank ones between
    more = {"format": "pattern", "entry": entry, "lines": blank * (length + 2)}
    more["every_line"] = "true"
    return {**kept, **more, **({"named": named} if named else {})}


_MOST_ALIKE = 0.6  # of the entries have as many paragraphs
_WORDS_BETWEEN = 6


def titles_between(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each title that stands last below an entry, where most have none."""
    starts = {row.line for row in result.rows}
    if result.options.get("markup") not in _PLAIN or len(starts) < LEAST:
        return
    entries: list[list[Block]] = []
    for block in blocks.of_text(document.text):
        if starts.intersection(range(block.line, block.last + 1)):
            entries.append([block])
        elif entries and result.accounts.get(block.line) is Account.ROW:
            entries[-1].append(block)
    usual, times = Counter(map(len, entries)).most_common(1)[0]
    if times < _MOST_ALIKE * len(entries) or any(titles(document, result)):
        return  # each has a title, which is asked about
    for entry in entries[:-1]:
        text = one_line(entry[-1].lines[0])
        is_title = text[:1].isupper() and _is_title(text, _WORDS_BETWEEN)
        if len(entry) > usual and len(entry[-1].lines) == 1 and is_title:
            yield _of_title_between(document.file, entry[-1].line, text)


def _of_title_between(file: str, line: int, text: str) -> Doubt:
    what = (
        f'"{shown(text)}" is read as a text of the code above it, and may be the title of what'
        " stands below."
    )
    do = (
        f"If so, add --as-meant {line}, which adds it to `headings`; if it is of the code above it,"
        " save the reader below to a file, and add --reader FILE."
    )
    return Doubt(file, line, what, do, more={"headings": (as_pattern(text),)})
