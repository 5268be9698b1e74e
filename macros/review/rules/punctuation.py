"""`punctuation`: missing and surplus spaces, commas and full stops."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.review.language import unquoted
from macros.review.remembered import remembered
from macros.review.rules.english import FAR
from macros.review.rules.expression import Expression
from macros.review.rules.rule import Harm, Hit, Mark, Rule, Subject, one_row

if TYPE_CHECKING:
    from collections.abc import Iterator

_STARTERS = "For|If|When|The|This|These|Please|You|There|However|It"
# "Terms of Use", "Only me": these begin a sentence only where no space stands before them.
_OTHER_STARTERS = "Only|Use|Cannot|Check|Contact|Do|Make|Must|Not|See|Try|Your"
# "lat,lng", "read,write" are values: what stands behind a comma begins a part of the sentence.
_CLAUSE_STARTERS = (
    "[Aa]nd|[Bb]ut|[Oo]r|[Ss]o|[Ii]t|[Ii]f|[Ww]hen|[Ww]hich|[Bb]ecause|[Pp]lease|[Tt]ry|[Cc]heck|"
    "[Uu]se|[Ss]ee|[Yy]ou|[Tt]he|[Tt]his|[Nn]ot|[Cc]annot|[Mm]ust|[Cc]ontact"
)
_PARENTHESIS = Expression(
    r"(?<=[A-Za-z0-9])\((?P<inside>[^()]*)\)|(?<=[A-Za-z0-9])\((?P<open>[^()]*)$", ["("]
)
# What a call has in its parenthesis: `max(a, b)`.
# `sha(a + b)`, `user(login: a)`, `CAST(a AS INT)`
_CODE = re.compile(r"[=+*{}<>|]|^\w+:")
_ARGUMENTS = re.compile(r"\s*[\w.'\"*-]+(?:\s*,\s*[\w.'\"*-]+)*\s*")
_SPACE_BEFORE = re.compile(r"(?<=\S)[ \t]+(?:(?=[,;.](?:\s|$))|(?P<sign>[,;])(?=[A-Za-z]))")
# "separated with , or ;", "Unexpected token ;": the sign itself.
_SIGN_ITSELF = re.compile(
    r"(?:\b(?:with|by|use|using|as|an?|the|and|or|characters?|signs?|tokens?|expected|"
    r"(?<!is )(?<!are )missing|"
    r"contains?|containing|included?|except|of|is|are|not|without|between)|[:,;.&|])$",
    re.IGNORECASE,
)
_LONGEST_SIGN_WORD = 12
_CLAUSE = re.compile(r"(?:If|When|In case)\b")
_TRAILING_COMMA = re.compile(r"[,;]\s*$")
_NO_SPACE_BEHIND = re.compile(
    rf"(?<=[a-z])[,;](?=(?:{_CLAUSE_STARTERS})\s+\w)|(?<=[a-z]{{2}})\.(?=(?:{_STARTERS}|{_OTHER_STARTERS})\s+[a-z])"
)
_CALL = re.compile(r"\s+(?:calls?|functions?|methods?)\b")
_NOUN = re.compile(r"\b(?:the|this|your)\s+[a-z]+$", re.IGNORECASE)
_LONGEST_WORD = 80
_NO_FULL_STOP = re.compile(rf"(?<=[a-z)])(?=[ \t]+(?:{_STARTERS})\s[a-z])")


def find(subject: Subject) -> Iterator[Hit]:
    """Yield the rows whose punctuation is broken."""
    for row in subject.english:
        faults = _sorted(unquoted(row.message))
        if faults:
            says = " ".join(dict.fromkeys(said for _, said in faults))
            yield one_row(row, says, *(mark for mark, _ in faults))


@remembered
def _sorted(text: str) -> tuple[tuple[Mark, str], ...]:
    return tuple(sorted(_faults(text), key=lambda fault: fault[0].start))


def _faults(text: str) -> Iterator[tuple[Mark, str]]:
    for match in _PARENTHESIS.finditer(text):
        if _is_aside(text, match):
            said = "A space is missing before a parenthesis."
            inside = match["inside"]
            sure = inside is None or inside == inside.strip()
            yield Mark(match.start(), match.start() + 1, " (" if sure else None), said
    for match in _SPACE_BEFORE.finditer(text):
        if not _is_sign_itself(text, match.start()):
            spaced = f"{match['sign']} " if match["sign"] else ""
            yield Mark(*match.span(), spaced), "There is a space before a punctuation mark."
    for match in _TRAILING_COMMA.finditer(text):
        if _is_sign_itself(text, match.start()):
            continue
        # "If a fallback is requested,": it is the rest of the sentence that is missing.
        should = None if _CLAUSE.match(text) else ""
        yield Mark(match.start(), match.start() + 1, should), "The text ends in a comma."
    for match in _NO_SPACE_BEHIND.finditer(text):
        if not _hangs_together(text, match.start()):
            said = "A space is missing behind a punctuation mark."
            yield Mark(*match.span(), f"{match[0]} "), said
    for match in _NO_FULL_STOP.finditer(text):
        said = "A full stop is missing between two sentences."
        yield Mark(match.start(), match.start(), "."), said


def _is_aside(text: str, match: re.Match[str]) -> bool:
    """Tell an aside, `full(see there)`, from a call, `max(a, b)`, and an ending, `file(s)`."""
    inside = match["inside"] if match["inside"] is not None else match["open"]
    if _ARGUMENTS.fullmatch(inside):
        # `body(JSON)`, `received(Polling)`, `the dock(old)`: one word, and no call.
        if not inside.isalpha() or len(inside) <= len("es") or _CALL.match(text, match.end()):
            return False
        noun = _NOUN.search(text[max(0, match.start() - _LONGEST_WORD) : match.start()])
        return (inside[0].isupper() or noun is not None) and _word_before(text, match.start())
    if _CODE.search(inside) or (text[max(0, match.start() - 2) : match.start()].isupper()):
        return False
    return bool(inside.strip()) and _word_before(text, match.start())


def _is_sign_itself(text: str, place: int) -> bool:
    """Tell whether the sign behind `place` is what the text is about: `parted with ,`."""
    before = text[max(0, place - FAR) : place].rstrip()
    return _SIGN_ITSELF.search(before[-_LONGEST_SIGN_WORD:]) is not None


def _word_before(text: str, place: int) -> bool:
    """Tell whether a word or a number stands before `place`, and no identifier."""
    word = (text[max(0, place - _LONGEST_WORD) : place].split() or [""])[-1]
    return re.fullmatch(r"[\"'(]?(?:[A-Za-z]?[a-z-]+|[0-9]+|[A-Z]{2,})", word) is not None


def _hangs_together(text: str, place: int) -> bool:
    """Tell whether the sign at `place` is a part of what it stands in: `id,name,type`, `a/b,c`."""
    before = text[max(0, place - _LONGEST_WORD) : place].rsplit(maxsplit=1)[-1]
    behind = text[place + 1 : place + _LONGEST_WORD].split(maxsplit=1)[0]
    return re.fullmatch(
        r"[A-Za-z]+[,;.][A-Za-z]+[.,;:!?)]?", f"{before}{text[place]}{behind}"
    ) is None or text[max(0, place - FAR) : place - len(before)].rstrip().endswith(":")


RULE = Rule(
    "punctuation",
    "Punctuation",
    "A missing space before a parenthesis, a space before a comma, a comma at the end, a full stop"
    " missing between joined sentences.",
    find,
    Harm.STYLE,
    is_typo=True,
)
