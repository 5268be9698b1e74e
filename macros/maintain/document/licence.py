"""The licence that a document states of itself: text -> its name, with the line that says it.

Only comments above all else count, such as `SPDX-License-Identifier: MIT` and "Licensed under the
Apache License, Version 2.0". Where they speak of several licences, nothing is taken.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

NOT_STATED = "none stated"

_HEAD, _LONGEST_READ = 100, 400  # lines, and signs of each, in which a file says whose it is
_IN_LINE = " (stated in line "
_LONGEST = 120  # signs of a line that is quoted
_BLOCKS = {"/*": "*/", "<!--": "-->"}
_LINE = re.compile(r"//|#(?!\s*(?:define|include|ifn?(?:def)?|pragma)\b)|--|%|;")
_MARKS = re.compile(r"^(?:/\*+!?|<!--+|//+!?|#+|--+|%+|;+|\*+(?!/))?\s*|\s*(?:\*+/|-->)$")
# What stands between the comments at the head of a file.
_BETWEEN = re.compile(
    r"(?:package|import|using|namespace|module)\b.*|<\?(?:php|xml)\b.*|[\"']use strict[\"'];?"
    r"|#\s*(?:include|pragma|ifndef|define\s+\w+$).*"
)
_ID = r"(?!(?:NONE|NOASSERTION)\b)[A-Za-z0-9][A-Za-z0-9.+-]*"
_SPDX = re.compile(
    rf"SPDX-License-Identifier:\s*(?P<open>\()?"
    rf"(?P<name>{_ID}(?: (?:OR|AND|WITH) {_ID})*)(?(open)\))"
)
_IN_WORDS = {
    "Apache-2.0": r"apache licen[cs]e,? ?(?:version |v)?2\.0|apache-2\.0",
    "MIT": r"MIT(?: licen[cs]e)?(?: \(MIT\))?",
    "MPL-2.0": r"mozilla public licen[cs]e,? (?:version |v\. ?)?2\.0|MPL-2\.0",
    "BSD-2-Clause": r"BSD[- ]2[- ]clause(?: licen[cs]e)?",
    "BSD-3-Clause": r"BSD[- ]3[- ]clause(?: licen[cs]e)?",
    "ISC": r"ISC(?: licen[cs]e)?",
}
_THIS = r"this (?:file|(?:source )?code(?: form)?|software|program|library|project) is "
_SAYS = (
    rf"(?:{_THIS})?(?:licensed|released|distributed|made available) under "
    rf"|{_THIS}subject to |licenses this file to you under |licen[cs]e: "
)
_STATES = {
    name: re.compile(
        rf"(?:@licen[cs]e:? (?:the )?(?:{words})(?=$|\n)"
        rf"|(?:(?<![^\n])|(?<=[.!?:] )|(?<=ASF\) ))(?:{_SAYS})(?:the )?(?:terms of the )?"
        rf"(?:{words})(?![\w-])"
        rf"|(?<![^\n])(?:the )?(?=[^\n]*licen[cs]e)(?:{words})(?=$|\n))",
        re.IGNORECASE,
    )
    for name, words in _IN_WORDS.items()
}
# Another licence than the one that a head states makes two, of which it may offer either.
_KINDS = re.compile(
    r"\b(?:MIT|Apache|BSD|[AL]?GPL|GNU|Mozilla|MPL|ISC|EPL|Eclipse|CC|CC0|Creative Commons|Boost"
    r"|Unlicense|commercial|proprietary|exceptions?)\b",
    re.IGNORECASE,
)
_SAME = {
    **dict.fromkeys(("gnu", "lgpl", "agpl"), "gpl"),
    "mozilla": "mpl",
    "creative commons": "cc",
}


def stated(text: str) -> str:
    """Return the licence that a document states plainly; that none is stated, where it does not.

    It is as provider.yml has it: `MIT (stated in line 1: "SPDX-License-Identifier: MIT")`.
    """
    head = list(_head(text))
    said = [(found["name"], place) for place, one in head if (found := _SPDX.fullmatch(one))]
    said += _in_words(head)
    names = {name for name, _ in said}
    if len(names) != 1:
        return NOT_STATED
    name, place = said[0]
    if not _kinds("\n".join(one for _, one in head)) <= _kinds(name):
        return NOT_STATED
    line = dict(head)[place]
    return f'{name}{_IN_LINE}{place}: "{line[:_LONGEST]}")'


def is_quoted(licence: str) -> bool:
    """Tell whether a licence is one that a document states plainly, with the line that says it."""
    return _IN_LINE in licence


def _kinds(text: str) -> set[str]:
    kinds = {found.lower() for found in _KINDS.findall(text)}
    return {_SAME.get(kind, kind) for kind in kinds}


def _in_words(head: list[tuple[int, str]]) -> Iterator[tuple[str, int]]:
    """Yield each licence that is stated in words, with the line at which these begin."""
    text, places = "", []
    for place, one in head:
        # A line of one sentence goes on below; a title and a tag stand on a line of their own.
        text += f"{one}\n"
        places += [place] * (len(one) + 1)
    flat = re.sub(r"(?<=[^\s.:])\n(?=[^\s@])", " ", text)
    for name, states in _STATES.items():
        for candidate in (text, flat):
            yield from ((name, places[found.start()]) for found in states.finditer(candidate))


def _head(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of the comments above all else, without their marks, counted from 1."""
    closes = ""
    for place, whole in enumerate(text.split("\n", _HEAD)[:_HEAD], start=1):
        line = one_line(whole[:_LONGEST_READ])
        if not closes:
            closes = next((end for mark, end in _BLOCKS.items() if line.startswith(mark)), "")
            if not closes and line and not _LINE.match(line):
                if _BETWEEN.fullmatch(line):
                    continue
                return
        if closes and closes in line:
            closes = ""
        yield place, _MARKS.sub("", line)
