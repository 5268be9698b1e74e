"""The columns that a line of headings names, where single blanks alone keep them apart.

Most names are one word: `Code Title Explanation`. A word belongs to the one before it where that
only tells of what kind the next one is, as in `Error Message`, and where it is written small below
a capital, as in `Possible cause`. In scripts without capitals each word is a name of its own,
which is a guess.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import code_headings
from macros.readers.ledger import Account
from macros.texts import one_line

if TYPE_CHECKING:
    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

_MOST_WORDS = 14
# A line with any of these is a sentence, or a title: "Codes and what they mean".
_SENTENCE = re.compile(
    r"\b(?:and|of|the|with|their|its|is|are|und|der|die|mit|et|des|les|del|los|con)\b|[.:;!?。:]\s*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"#|№|n[º°]\.?|\(?[^\W\d_][^\d:;!?]*", re.IGNORECASE)
# Nothing stands below the last word of a title: "Error Code Reference".
_TITLE = re.compile(
    r"(?:references?|list(?:ing)?|tables?|guide|overview|appendix|summary|catalog(?:ue)?|api|docs?"
    r"|documentation|manual|index|glossary|section|chapter|handbook|codes|errors)",
    re.IGNORECASE,
)
_ERROR = re.compile(r"err(?:or|ore|eur|o)?|fehler|ошибки|api|response|result|return", re.IGNORECASE)
_IDS = re.compile(
    r"numbers?|no\.?|nr\.?|nummer|id|identifier|value|numéro|número|numero", re.IGNORECASE
)
# Words that say of what kind the next one is; some do before these words alone.
_KINDS = re.compile(
    r"err(?:or|ore|eur|o)?|api|response|result|return|short|long|full|brief|detailed|plain|english"
    r"|default|possible|probable|likely|common|suggested|recommended|required|proposed|internal"
    r"|external|user|developer|server|client|log|exception|sub|what|how",
    re.IGNORECASE,
)
_PAIRS = re.compile(
    r"(?:http|grpc) (?:status|code|response)|status (?:code|text)|message (?:text|string|key)"
    r"|reason (?:phrase|text|code)",
    re.IGNORECASE,
)
_HTTP = re.compile(r"http(?:[ -]?(?:status|code|response))*|status(?: code)?", re.IGNORECASE)
_JOINS = re.compile(
    r"to|it|do|de|d['’].*|di|da|do|du|for|in|on|if|or|zu|tun|y|e|o|ou|oder", re.IGNORECASE
)


class Names(NamedTuple):
    """What a line of headings calls its columns.

    Attributes:
        before: the words before that of the codes.
        code: the name of the column of codes, without these.
        behind: the names of the columns behind it.
    """

    before: tuple[str, ...]
    code: str
    behind: tuple[str, ...]


class Heading(NamedTuple):
    """A line of headings, its number and what it names."""

    line: int
    text: str
    names: Names


def is_sentence(heading: str) -> bool:
    """Tell whether a line is a sentence or long, so that it names no columns."""
    return len(heading.split()) > _MOST_WORDS or bool(_SENTENCE.search(heading))


def is_http(name: str) -> bool:
    """Tell whether a column is called as one of statuses is."""
    return bool(_HTTP.fullmatch(name))


def has_capitals(heading: str) -> bool:
    """Tell whether a line is in a script that has capitals, but for abbreviations."""
    return all(word in "#№" or word.upper() != word.lower() for word in heading.split())


def of(heading: str) -> Names | None:
    """Return what a line of headings calls its columns; None where it is none."""
    words = [word for word in heading.split() if any(map(str.isalnum, word)) or word in "#№"]
    whole = all(map(_WORD.fullmatch, words))
    if not whole or not words or is_sentence(heading) or _TITLE.fullmatch(words[-1]):
        return None
    place = next((at for at, word in enumerate(words) if code_headings.is_code(word)), 0)
    if not code_headings.hints(words[place]) or words[place].lower().endswith("codes"):
        return None
    first = place
    while first and _ERROR.fullmatch(words[first - 1]):
        first -= 1
    end = _end_of_code(words, place)
    code = " ".join(words[first:end])
    return Names(tuple(words[:first]), code, tuple(_columns(words[end:])))


def _end_of_code(words: list[str], place: int) -> int:
    """Return where the name of the column of codes ends: `Code`, `Código de error`."""
    end = place + 1
    if words[end:] and _ERROR.fullmatch(words[place]) and _IDS.fullmatch(words[end]):
        return end + 1
    while end < len(words) and not _ERROR.fullmatch(words[end - 1]):
        word = words[end]
        is_small = word.islower() and not words[place].islower()
        if not (_ERROR.fullmatch(word) or _JOINS.fullmatch(word) or is_small):
            break
        end += 1
    return end


def _columns(words: list[str]) -> list[str]:
    """Return the words of a line with those together that name one column."""
    found: list[list[str]] = []
    for word in words:
        if found and _goes_on(found[-1][-1], word):
            found[-1].append(word)
        else:
            found.append([word])
    return [" ".join(one) for one in found]


def _goes_on(before: str, word: str) -> bool:
    """Tell whether a word is of the name of a column that another one begins."""
    if _JOINS.fullmatch(before) or _JOINS.fullmatch(word) or word.startswith("("):
        return True
    if _KINDS.fullmatch(before) or (word.islower() and not before.islower()):
        return True
    return bool(_PAIRS.fullmatch(f"{before} {word}"))


def heading(document: Document, result: Reading) -> Heading | None:
    """Return the line right above the first row that can be read as one of headings, if any is."""
    lines = document.text.split("\n")
    for row in result.rows:
        above = next((at for at in range(row.line - 1, 0, -1) if has_words(lines[at - 1])), 0)
        if not above or result.accounts.get(above) == Account.ROW:
            continue
        text = one_line(lines[above - 1])
        if names := of(text):
            return Heading(above, text, names)
    return None


def has_words(line: str) -> bool:
    """Tell whether a line has anything but signs."""
    return any(map(str.isalnum, line))
