"""Titles right above lines with codes, which are read as texts of the code before: -> doubts.

Where a text without markup has its title above `Code: 4001`, and not behind it, nothing but its
place tells that it belongs to what is below. So it is where each code stands alone below a heading
of its own, which says what the code means. A person is asked, with the entry that takes it in.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import meanings, other_numbers, reading
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.sniffed import LEAST, tried
from macros.readers.advice import shown
from macros.readers.doubts import label
from macros.readers.text_wrapped import is_open
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document

_PLAIN = frozenset({"plain", "paragraphs"})
_MOST = 0.8  # of the codes have a title above
_MOST_WORDS = 8


_HEADING = re.compile(r"#{1,6}\s+")


class _Line(NamedTuple):
    number: int
    text: str


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
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
    titles = [one for one in above if _is_title(_HEADING.sub("", one.text))]
    code = _code(options, headed=headed)
    bare = [place for place in at if re.fullmatch(code, lines[place].text)]
    if len(titles) < _MOST * len(at) or len(bare) < len(at) or len(set(titles)) < len(titles):
        return
    numbers = {title.number for title in titles}
    parts = [lines[first + 1 : last] for first, last in pairwise([*at, len(lines)])]
    parts = [[line for line in part if line.number not in numbers] for part in parts]
    if (_end_alike(parts) and not headed) or other_numbers.is_list(titles[0].text):
        return
    yield _doubt(document, result, titles, parts)


def _code(options: Options, *, headed: bool) -> str:
    before = f"(?:{options['before']})" if "before" in options else ""
    marks = "[`*]*" if headed else ""
    return f"{before}{marks}(?P<code>{options['pattern']}){marks}"


def _is_title(text: str) -> bool:
    """Tell whether a line is a few words that make no sentence, and no label with its value."""
    is_short = is_open(text) and len(text.split()) <= _MOST_WORDS
    return is_short and text[0].isalpha() and label(text, 0, first=True) is None


def _end_alike(parts: Sequence[list[_Line]]) -> bool:
    """Tell whether the last code has such a line below it, too, so that each is of its own code."""
    *others, last = parts
    return {len(part) + 1 for part in others} == {len(last)} and _is_title(last[-1].text)


def _doubt(
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
    change = lambda _: dict(taken.options)  # noqa: E731
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
