"""How a text with a code on each line can be read: lines -> the separator and the pattern."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import shapes
from macros.maintain.sniffers.pages.beginnings import WORDS_BEFORE, escaped, is_number_sign
from macros.maintain.sniffers.sniffed import (
    LEAST,
    Sniffed,
    account,
    counted,
    shown_codes,
    tightened,
)
from macros.maintain.sniffers.source import catalogs
from macros.maintain.sniffers.texts import named_columns, wraps
from macros.readers import csv, text_split
from macros.readers.printed import plain
from macros.readers.text_wrapped import GOES_ON

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document

_SPACED = re.compile(r"(\S+)[ \t]+(\S.*)")
# As in source code: E1001("Dock is busy"), E1001 = "Dock is busy";
# or with values before the text: E1001(1001, "Dock is busy"),
# or, of Kotlin: 1001 to "Dock is busy",
_CALLED = re.compile(
    r"[(\[{=:,]+\s*(?:[\"'`]"
    r"|(?:new\s+)?(?:[\w.-]+\s*[,(]\s*)+[\"'`].*[\"'`](?:\s*[,;)}\]])+(?:\s*(?://|/\*|#).*)?$)"
    r"|to\s+(?:\(?\s*[\"'`]|[\w.]+,)"
)
# As in enums and constants: NOT_FOUND = 5;
_GIVEN = re.compile(r"^[ \t]*[A-Za-z_]\w*[ \t]*=[ \t]*-?[0-9]\w*[ \t]*;", re.MULTILINE | re.ASCII)
# Signs before the items of a list that are no marks of Markdown.
_BULLET = re.compile(r"([\u2022\u2023\u25aa\u25cf\u25e6\u25cb\u25a0\u00b7\u30fb]) ?(?=\S)")
# What other columns say before a code, and a code with a text behind it.
_COLUMNS_BEFORE = re.compile(r"((?:[^\s0-9]+ ){1,4})(?=[-+]?[0-9]+ \S)", re.ASCII)
# A code with the first word of its text: E101The dock is busy.
_WITH_A_WORD = re.compile(r"[A-Z]*[0-9]{2,}[A-Z][a-z]+", re.ASCII)
_GLUED = re.compile(r"(-?[0-9]{3,9}|[A-Z]{1,3}[0-9]{3,6})(?=[^0-9\s.,:;%~/_=-])(.+)", re.ASCII)


def text_lines(document: Document, code_set: str) -> Sniffed | None:
    """Guess the options of a text in which each line has a code and its message."""
    if catalogs.is_catgets(document.text) or len(_GIVEN.findall(document.text)) >= LEAST:
        return None
    printed = document.text.split("\n")
    lines = [" ".join(line.split()) for line in printed]
    shapes_ = [shape for before in ("", *_before(lines)) if (shape := _shape(lines, before))]
    best = max(shapes_, key=lambda one: _worth(one.entries), default=None)
    if not best:
        return None
    # A line with the words that stand before codes goes on with none.
    suspects = [] if best.before else wraps.suspects(printed, best.entries)
    rest = [one.entry for one in suspects if not one.is_row]
    if rest:
        best = best._replace(entries=[one for one in best.entries if one not in rest])
    if len(best.entries) < LEAST:
        return None
    what = f"{len(best.codes)} lines begin with what looks like a code"
    between = {"space": "a space", "none": "nothing", "sign": "a sign"}[best.separator]
    why = [
        f"format text_lines: {what}" + (f', behind "{best.before}"' if best.before else ""),
        f'separator "{best.separator}": {between} stands between code and message',
    ]
    options: Options = {
        "format": "text_lines",
        "code_set": code_set,
        "pattern": shapes.pattern(best.codes),
        "separator": best.separator,
        **({"before": best.before} if best.before else {}),
    }
    if rest:
        options["wrapped"] = list(dict.fromkeys(lines[one.line - 1] for one in rest))
    tried = [options, {**options, "pattern": tightened(best.codes)}]
    tried += [{**one, "messages_name_codes": "true"} for one in tried]
    readings = [account(document, one) for one in tried]
    readings = [one for one in readings if not _names_strangers(one)] or readings[:2]
    found = min(readings, key=lambda one: len(one.problems))
    if not found.rows:
        return None
    if other := named_columns.better(document, found):
        return other
    return _told(document, found, best, why)


def _told(document: Document, found: Reading, best: _Shape, why: Sequence[str]) -> Sniffed:
    """Return how lines are read, with those that go on with a row, and why."""
    why = list(why)
    found = _with_rest(document, found, best.entries)
    if wrapped := found.options.get("wrapped"):
        why.append(f"wrapped: {counted(len(wrapped), 'line')} may go on with the row above")
    why.append(f"pattern {found.options['pattern']}: {shown_codes(best.codes)}")
    if "messages_name_codes" in found.options:
        why.append("messages_name_codes: some messages have numbers like codes in them")
    return Sniffed(found, tuple(why))


def _with_rest(document: Document, result: Reading, entries: Sequence[wraps.Entry]) -> Reading:
    """Return a reading in which the lines below rows that seem to go on with these do."""
    below = {text for one, text in result.texts.items() if GOES_ON in one.what}
    texts = {text for text in below if not csv.is_remark(text)}
    more = wraps.rest(document.text.split("\n"), texts, entries) if texts else []
    if not more:
        return result
    wrapped = [*result.options.get("wrapped", []), *more]
    return account(document, {**result.options, "wrapped": wrapped})


class _Shape(NamedTuple):
    """What stands before the codes of lines, what behind them, and the lines.

    Attributes:
        before: a regular expression.
        separator: the option of that name.
        entries: the lines.
    """

    before: str
    separator: str
    entries: list[wraps.Entry]

    @property
    def codes(self) -> list[str]:
        """The codes."""
        return [one.code for one in self.entries]


def _before(lines: Sequence[str]) -> Iterator[str]:
    """Yield expressions for what stands before codes, as in `ERR 1001 - text`."""
    words = Counter(lead[1] for line in lines if (lead := WORDS_BEFORE.match(plain(line))))
    if any(is_number_sign(word) for word in words) and _shape(lines, ""):
        words = Counter({one: times for one, times in words.items() if not is_number_sign(one)})
    yield from (escaped(word) for word, times in words.most_common(2) if times >= LEAST)
    bullets = Counter(lead[0] for line in lines if (lead := _BULLET.match(line)))
    yield from (escaped(sign) for sign, times in bullets.most_common(1) if times >= LEAST)
    columns = Counter(lead[1] for line in lines if (lead := _COLUMNS_BEFORE.match(plain(line))))
    alike = [words for words in columns if columns[words] >= LEAST or _is_like(words, columns)]
    if 1 < len(alike) <= sum(columns[words] for words in alike) // 2:
        yield f"(?:{'|'.join(map(escaped, alike))})"


def _is_like(words: str, columns: Counter[str]) -> bool:
    """Tell whether words share one at its place with such as stand before many codes."""
    own = words.split()
    return any(
        len(own) == len(others) and any(map(str.__eq__, own, others))
        for others in (other.split() for other, times in columns.items() if times >= LEAST)
    )


def _shape(lines: Sequence[str], before: str) -> _Shape | None:
    """Return the codes of most of the lines behind words; None where these are too few."""
    own = [
        (number, line[lead.end() :])
        for number, line in enumerate(lines, start=1)
        if (lead := re.match(before, line))
    ]
    spaced = [
        wraps.Entry(number, match[1], match[2])
        for number, line in own
        if (match := _SPACED.match(line))
        and not text_split.signed(line)[0]
        and shapes.looks_like_a_code(match[1])
        and any(sign.isdigit() or sign == "_" for sign in match[1])
        and not _WITH_A_WORD.fullmatch(match[1])
        and not _CALLED.match(match[2])
    ]
    glued = [
        wraps.Entry(number, plain(match[1]), match[2])
        for number, line in own
        if (match := _GLUED.match(line))
        and not text_split.signed(line)[0]
        and not _CALLED.match(match[2])
    ]
    signed = [
        wraps.Entry(number, plain(code), text)
        for number, (code, text) in ((number, text_split.signed(line)) for number, line in own)
        if shapes.looks_like_a_code(code) and _is_prose(text) and re.search("[0-9_]", code)
    ]
    separator, found = max(
        ("space", spaced), ("none", glued), ("sign", signed), key=lambda one: _worth(one[1])
    )
    if separator == "none":
        # Where nothing stands behind a code, all codes have one length, or its end is a guess.
        usual = Counter(len(one.code) for one in found).most_common(1)
        found = [one for one in found if usual and len(one.code) == usual[0][0]]
    defined = sum(one.text.startswith("::") for one in found)
    if len(found) < LEAST or 2 * defined > len(found):
        return None
    return _Shape(before, separator, found)


def _worth(entries: Sequence[wraps.Entry]) -> tuple[int, int]:
    """Return how many codes lines have, and how many these are: steps count from 1 on again."""
    return len({one.code for one in entries}), len(entries)


def _is_prose(text: str) -> bool:
    """Tell whether a text is written for people, and is no value in source code or data."""
    return text.lstrip("([")[:1] not in "\"'`{|" and text[-1] not in ",;{[]}"


def _names_strangers(result: Reading) -> bool:
    """Tell whether messages have numbers that begin as codes do and are no codes of other rows.

    Such a message may have taken in another row.
    """
    codes = {row.code for row in result.rows}
    beginnings = {(len(code), code[: len(code) // 2]) for code in codes}
    pattern = rf"(?<![0-9])(?:{result.options['pattern']})(?![0-9])"
    return "messages_name_codes" in result.options and any(
        one not in codes and (len(one), one[: len(one) // 2]) in beginnings
        for row in result.rows
        for one in (found[0] for found in re.finditer(pattern, plain(row.message), re.ASCII))
        if len(one) > 1
    )
