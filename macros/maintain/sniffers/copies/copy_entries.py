"""What all entries of copied pages have in common: a shape of lines -> a guess, with its doubts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import code_headings, shapes
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.sniffed import Sniffed, shown_codes, tried
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.errors import Problem
    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document, Row

# What can stand between a code and its text, as `text_lines` has it.
BETWEEN = r"(?:[ \t]*[:：\])】][ \t]*|[ \t]+[-–—][ \t]+|[ \t]*(?:->|→)[ \t]*|[ \t]+)"  # noqa: RUF001
MOST = 0.6  # of the lines, or texts, are alike
_NEAR = 3  # lines above the first code, in which a heading speaks of codes
_MOST_WORDS = 8  # of such a heading
# A text that is glued to what stands before it, and does not begin with a sign between the two.
TEXT = r"(?P<message>[^0-9\s.,:;%/()=|>~→⇒-][^\n]*)"


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
    options["every_line"] = "true"
    options |= {"prose": list(dict.fromkeys(prose))} if prose else {}
    options |= {"named": {"http": "http"}} if "<http>" in entry else {}
    return tried(document, options)


def twice(file: str, rows: Sequence[Row]) -> Iterator[Doubt]:
    """Yield the doubt about codes that stand in two lists with different texts."""
    texts: dict[str, set[str]] = {}
    for row in rows:
        texts.setdefault(row.code, set()).add(row.message)
    again = [row for row in rows if len(texts[row.code]) > 1]
    if again:
        named = ", ".join(dict.fromkeys(f'"{row.code}"' for row in again))
        stands = "stand" if "," in named else "stands"
        what = f"{named} {stands} twice, with different texts."
        do = (
            "If the page has two lists, save each as a file of its own, and read them one by one;"
            " if a code has both texts, save the reader below to a file, and add --reader FILE."
        )
        yield Doubt(file, again[0].line, what, do)


def sniffed(result: Reading, codes: Sequence[str], doubts: Iterable[Problem]) -> Sniffed:
    """Return a guess with what is asked of it."""
    asked = tuple(doubts)
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
