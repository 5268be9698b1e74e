"""How a text with a code on each line can be read: lines -> the separator and the pattern."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from macros.maintain import shapes
from macros.maintain.sniffed import LEAST, Sniffed, account, shown_codes, tightened
from macros.readers import text_split
from macros.readers.printed import plain

if TYPE_CHECKING:
    from macros.maintain.reading import Options, Reading
    from macros.readers.rows import Document

_SPACED = re.compile(r"(\S+)[ \t]+(\S.*)")
_GLUED = re.compile(r"(-?[0-9]{3,9}|[A-Z]{1,3}[0-9]{3,6})(?=[^0-9\s.,:;%~/-])(.+)", re.ASCII)


def text_lines(document: Document, code_set: str) -> Sniffed | None:
    """Guess the options of a text in which each line has a code and its message."""
    lines = [" ".join(line.split()) for line in document.text.split("\n")]
    spaced = [
        (match[1], match[2])
        for line in lines
        if (match := _SPACED.match(line))
        and not text_split.signed(line)[0]
        and shapes.looks_like_a_code(match[1])
        and any(sign.isdigit() or sign == "_" for sign in match[1])
    ]
    glued = [
        (plain(match[1]), match[2])
        for line in lines
        if (match := _GLUED.match(line)) and not text_split.signed(line)[0]
    ]
    signed = [
        (plain(code), text)
        for code, text in map(text_split.signed, lines)
        if shapes.looks_like_a_code(code) and _is_prose(text) and re.search("[0-9_]", code)
    ]
    separator, found = max(
        ("space", spaced), ("none", glued), ("sign", signed), key=lambda one: len(one[1])
    )
    if separator == "none":
        # Where nothing stands behind a code, all codes have one length, or its end is a guess.
        usual = Counter(len(code) for code, _ in found).most_common(1)
        found = [(code, text) for code, text in found if usual and len(code) == usual[0][0]]
    codes = [code for code, _ in found]
    defined = sum(text.startswith("::") for _, text in found)
    if len(codes) < LEAST or 2 * defined > len(codes):
        return None
    begin = f"{len(codes)} lines begin with what looks like a code"
    between = {"space": "a space", "none": "nothing", "sign": "a sign"}[separator]
    why = [
        f"format text_lines: {begin}",
        f'separator "{separator}": {between} stands between code and message',
    ]
    options: Options = {
        "format": "text_lines",
        "code_set": code_set,
        "pattern": shapes.pattern(codes),
        "separator": separator,
    }
    tried = [options, {**options, "pattern": tightened(codes)}]
    tried += [{**one, "messages_name_codes": "true"} for one in tried]
    readings = [account(document, one) for one in tried]
    readings = [one for one in readings if not _names_strangers(one)] or readings[:2]
    best = min(readings, key=lambda one: len(one.problems))
    if not best.rows:
        return None
    why.append(f"pattern {best.options['pattern']}: {shown_codes(codes)}")
    if "messages_name_codes" in best.options:
        why.append("messages_name_codes: some messages have numbers like codes in them")
    return Sniffed(best, tuple(why))


def _is_prose(text: str) -> bool:
    """Tell whether a text is written for people, and is no value in source code or data."""
    return text[0] not in "\"'`{|" and text[-1] not in ",;{[]}"


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
