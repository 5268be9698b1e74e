"""Lines of text that go on with the message of the row above: one by one, what speaks for it.

Such a line could as well have lost its code, say what to do about the error, or be a title. So it
goes on by itself only where it is indented below its row and is the rest of a sentence; of all
others provider.yml has to say it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from macros.errors import Problem, advised, more_advised
from macros.readers import doubts
from macros.readers.advice import if_no_rest, if_rest, quoted, shown

_ENDS = tuple(".!?:。！？：")  # noqa: RUF001 - East Asian
GOES_ON = "may go on with its message"
# What can end a page as well as a sentence, and the words behind which it is of one.
_OF_PAGE = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?"
    r"|(?:tel|phone|fax|page|p)\b[^a-z]*[0-9][^a-z]*(?:of [0-9]+)?",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r".*(?:\b(?:see|at|visit|from|under|to|via|in|on|of|is|or|and)|[,(])", re.DOTALL
)
WITHIN = frozenset("([{,;%&/+)]}")  # signs that stand within sentences


class Above(NamedTuple):
    """The row right above a line.

    Attributes:
        code: its code.
        message: what the line of its code says, or a person says of it.
        indent: how far that is indented.
        last: the text right above the line: of the row, or of what goes on with it.
    """

    code: str
    message: str
    indent: int
    last: str


def indent(line: str) -> int:
    """Return how many blanks a line begins with."""
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def is_open(text: str) -> bool:
    """Tell whether a text does not end as a sentence does."""
    return not text.rstrip().endswith(_ENDS)


def below(line: str, above: Above, problem: Problem, *, lists: bool) -> str | Problem:
    """Return the text of a line without a code that goes on with a row, or why it is refused.

    Args:
        line: the line right below the row, as it is written.
        above: the row.
        problem: why it is no row of its own.
        lists: whether it begins with what may hold a code.
    """
    text = " ".join(line.split())
    if lists and not _may_be_rest(text, above):
        so = if_rest(text, f'If it goes on with the message of "{above.code}"', ".")
        return more_advised(problem, so)
    if not lists and _is_rest(line, above):
        return text
    what = f'"{shown(text)}" stands right below the code "{above.code}", and {GOES_ON}.'
    whole = quoted(text, len(text))
    return advised(
        *(problem.file, problem.line, what),
        if_rest(text, "If it does", ";"),
        "if it has a code of its own, mend the pattern, or say it by hand, under the reader's"
        f' `rows`: {{line: {whole}, code: "…", message: "…"}};',
        if_no_rest(text, "else quote it under `prose`."),
    )


def _is_rest(line: str, above: Above) -> bool:
    """Tell whether a line is the rest of a sentence, indented below the row that begins it."""
    text = line.strip()
    return (
        indent(line) > above.indent
        and text[0].islower()
        and above.message[:1].isupper()
        and is_open(above.last)
        and doubts.label(text, 0, first=True) is None
        and (not _OF_PAGE.fullmatch(text) or bool(_LEADS.fullmatch(above.last)))
    )


def _may_be_rest(text: str, above: Above) -> bool:
    """Tell whether a line that begins with a number may go on below it as sentences do."""
    letter = next(filter(str.isalpha, text.partition(" ")[2]), "")
    return is_open(above.last) and bool(letter) and not letter.isupper()
