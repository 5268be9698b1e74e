"""What all entries of copied pages have in common: a shape of lines -> a guess, with its doubts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import code_headings, shapes
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.sniffed import Sniffed, shown_codes, tried
from macros.readers.ledger import Account, shown
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from macros.errors import Problem
    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document, Row

MOST = 0.6  # of the lines, or texts, are alike
_NEAR = 3  # lines above the first code, in which a heading speaks of codes
_MOST_WORDS = 8  # of such a heading
# What is said of a line with a word in the place of a code.
_NO_CODE = ("does not match the pattern of codes", "is computed")
_ROUNDS = 4
_JOINED = re.compile(r"(?<![\w.])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+", re.ASCII)
# A text that is glued to what stands before it.
TEXT = r"(?P<message>[^0-9\s.,:;%/()-][^\n]*)"


class Line(NamedTuple):
    """A line with text, white space folded."""

    number: int
    text: str


def lines_of(document: Document) -> list[Line]:
    """Return the lines of a document that are not blank."""
    return [
        Line(number, one_line(line))
        for number, line in enumerate(document.text.split("\n"), start=1)
        if line.strip()
    ]


def speaks_of_codes(lines: Sequence[Line], first: int) -> bool:
    """Tell whether a heading right above a line speaks of codes."""
    above = [line.text for line in lines if line.number < first][-_NEAR:]
    short = [text for text in above if len(text.split()) <= _MOST_WORDS]
    return any(map(code_headings.names, short))


def read(  # noqa: PLR0913, PLR0917 - what an entry is made of
    document: Document,
    code_set: str,
    codes: Sequence[str],
    entry: str,
    lines: int = 1,
    prose: Sequence[str] = (),
) -> Reading | None:
    """Read a document by an entry with "{code}" in the place of the codes."""
    pattern = shapes.pattern(codes)
    options: Options = {"format": "pattern", "code_set": code_set, "pattern": pattern}
    options["entry"] = entry.replace("{code}", f"(?P<code>{pattern})")
    options |= {"lines": lines} if lines > 1 else {}
    options |= {"prose": list(dict.fromkeys(prose))} if prose else {}
    options |= {"named": {"http": "http"}} if "<http>" in entry else {}
    return tried(document, options)


def quoting(document: Document, result: Reading, texts: Mapping[int, str]) -> Reading:
    """Return a reading that quotes those of some lines which are refused as entries."""
    quoted: list[str] = result.options.get("prose", [])
    for _ in range(_ROUNDS):  # what is quoted lets the line below it be read as an entry
        refused = [
            texts[one.line]
            for one in result.problems
            if one.line in texts and any(said in one.what for said in _NO_CODE)
        ]
        if not refused:
            break
        quoted = list(dict.fromkeys([*quoted, *refused]))
        result = tried(document, {**result.options, "prose": quoted}) or result
    return result


def twice(file: str, rows: Sequence[Row]) -> Iterator[Doubt]:
    """Yield the doubt about codes that stand in two lists with different texts."""
    texts: dict[str, set[str]] = {}
    for row in rows:
        texts.setdefault(row.code, set()).add(row.message)
    again = [row for row in rows if len(texts[row.code]) > 1]
    if again:
        named = ", ".join(dict.fromkeys(f'"{row.code}"' for row in again))
        what = f"{named} stand twice, with different texts."
        do = (
            "If the page has two lists, save each as a file of its own, and read them one by one;"
            " if a code has both texts, save the reader below to a file, and add --reader FILE."
        )
        yield Doubt(file, again[0].line, what, do)


def _others(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about a line that is passed over, and may list codes of another form."""
    lines = document.text.split("\n")
    asked = {one.line for one in result.problems}
    passed = {Account.SKIPPED, Account.REFUSED}  # with the line above it, if that is none then
    for number, account in sorted(result.accounts.items()):
        is_passed = account in passed and number not in asked
        found = _JOINED.search(lines[number - 1]) if is_passed else None
        if found and not re.match(r"\s*\W", lines[number - 1]):  # of a body
            what = (
                f'"{shown(one_line(lines[number - 1]))}" is passed over, and "{found[0]}" in it may'
                " be a code of another form."
            )
            do = (
                "If it lists codes, save its list as a file of its own, and read that, too; then,"
                " or if it lists none, save the reader below to a file, and add --reader FILE."
            )
            yield Doubt(document.file, number, what, do)
            return


def sniffed(
    document: Document, result: Reading, codes: Sequence[str], doubts: Iterable[Problem]
) -> Sniffed:
    """Return a guess with what is asked of it."""
    asked = (*doubts, *_others(document, result))
    why = (
        f"format pattern: {len(result.rows)} entries have one shape",
        f"pattern {result.options['pattern']}: {shown_codes(codes)}",
    )
    return Sniffed(replace(result, problems=(*result.problems, *asked)), why, doubts=asked)


def is_glued(options: Options) -> bool:
    """Tell whether nothing stands between the codes and the texts of lines, by their options."""
    if options["format"] == "pattern":
        return str(options["entry"]).endswith(f"){TEXT}")
    return bool(options["format"] == "text_lines" and options["separator"] == "none")
