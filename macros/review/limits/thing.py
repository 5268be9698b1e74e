"""The words of a sentence that name what a limit is of, and those that say when it applies."""

from __future__ import annotations

import re

_MOST = 100  # a longer name is no name
# The end of a name before another: `size: `, `name (…) and `.
_PART = re.compile(r"[,:;] (?=\S)|[)\x00] (?:and|or) ")
# A word that a colon marks as the name: `size: must be`.
_LABEL = re.compile(r" *(?P<name>[a-z]\w*)(?=: (?:must|should|cannot|may|can|has|have)\b)")
# What to do with the thing: `Make the name`.
_DO = re.compile(
    r"(?!(?:for|when|if|in|with|without|on|while|during|as)\b)[a-z]+ (?:the|this|your|an?|each) ",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(
    r"\b(?:if|when|because|since|due to|where|whenever|unless|but|make sure(?: that)?)\b ?",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?:^| )(?:is|are|was|were|be|has|have|had|must|should|shall|can|cannot|can['’]t|could|may"
    r"|might|will|would|does|do|did|not|contains?|requires?|needs?|exceeds?|exceeded|exceeding"
    r"|reaches|supports?|allows?|accepts?)(?= |$)",
    re.IGNORECASE,
)
_CAN_ONLY = re.compile(
    r"^(?:and |or )?(?:you |users? )?(?:can|may|could) only (?P<verb>[a-z]+)? ?$", re.IGNORECASE
)
_BEFORE = re.compile(
    r"(?:and|or|too (?:many|much|few)|invalid|wrong|incorrect|error (?:of|in|with)"
    r"|failed due to|failed|(?:long|wide|high|tall) (?:and|but|or)"
    r"|exceed(?:ed|s) (?:the )?(?:maximum|limit (?:of|on|for|in))|exceeded"
    r"|over (?:the )?limit (?:of|on)|need|needs|required|available|allowed|only|the|a|an|your|its)"
    r" ",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r" (?:over (?:the )?(?:limit|maximum)|exceeds (?:the )?(?:limit|maximum)"
    r"|limit (?:was |is )?exceeded|limit|exceeded|reached|too (?:long|large|big|many|short|small)"
    r"|out of range|invalid|incorrect|with|of|at|by|than|to|in|for|from|on|only|the|a|an|and|or)$",
    re.IGNORECASE,
)
_NO_THING = frozenset(
    "need needs required available allowed only you we i user users max there and or each"
    " but which who including must expected got given have has be use pick choose select enter"
    " provide specify cancel".split()
)
_POINTS_BACK = frozenset({"it", "they", "this", "that", "these", "those"})
_CASE = re.compile(
    r"(?:and |or |but )?(?:for|when|if|in|with|without|on|while|during|as)(?=\s)", re.IGNORECASE
)
_TAIL = re.compile(
    r",? (?P<words>(?:including|excluding|with|without|when|if|for|except|unless|not including"
    r"|not counting)\b[^,.;:\x00]*)",
    re.IGNORECASE,
)
# Words that are of a limit of their own.
_OTHER_LIMIT = re.compile(r"[0-9]|\bat (?:least|most)\b|\bup to\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(
    r"(?:(?:with|without|when|if|for|only|including|excluding|except)\b.*"
    r"|.*\b(?:attached|included|only|limit|types?|users?))",
    re.IGNORECASE,
)


def thing_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the places of the words that name the thing, before a bound at `end`.

    Nothing between them where none are sure.
    """
    if label := _LABEL.match(text, start, end):
        return label.span("name")
    for pattern in (_PART, _INTRODUCED):
        for match in pattern.finditer(text, start, end):
            start = match.end() if text[match.end() : end].strip(" \x00") else start
    if only := _CAN_ONLY.match(text[start:end]):
        named = only["verb"] and only["verb"].lower() not in _NO_THING
        return (start + only.start("verb"), start + only.end("verb")) if named else (end, end)
    start, end = _bared(text, start, end)
    if verb := _VERB.search(text, start, end):
        start, end = _bared(text, start, verb.start())
    words = text[start:end]
    named = any(letter.isalpha() for letter in words) and words.lower() not in _NO_THING
    sure = named and len(words) <= _MOST and not _CASE.match(words)
    return (start, end) if sure else (end, end)


def _bared(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the places of a name without the words around it that are no part of it."""
    while True:
        while start < end and text[start] in " \x00.,:;'\"-":
            start += 1
        while start < end and text[end - 1] in " \x00.,:;'\"-":
            end -= 1
        if before := _BEFORE.match(text, start, end) or _DO.match(text, start, end):
            start = before.end()
        elif behind := _BEHIND.search(text, start, end):
            end = behind.start()
        else:
            return start, end


def points_back(words: str) -> bool:
    """Tell whether a name stands for one that was said before: `it`."""
    return words.lower() in _POINTS_BACK


def cases_before(text: str, start: int, end: int) -> str:
    """Return the last words before a limit that say when it applies; maybe nothing."""
    *parts, _ = re.split(r"[,:;] ", text[start:end])
    said = [part for part in (part.strip(" \x00") for part in parts) if _CASE.match(part)]
    return re.sub(r"^(?:and|or|but) ", "", said[-1], flags=re.IGNORECASE) if said else ""


def cases_behind(text: str, place: int, end: int) -> str:
    """Return the words right behind a limit that say when it applies; maybe nothing."""
    tail = _TAIL.match(text, place, end)
    words = tail["words"].strip(" \x00") if tail else ""
    return "" if _OTHER_LIMIT.search(words) else words


def case_in_brackets(words: str) -> bool:
    """Tell whether what stands in brackets behind a limit says when it applies."""
    return not any(letter.isdigit() for letter in words) and bool(_IN_BRACKETS.fullmatch(words))


def whole_of(words: str) -> str:
    """Return what the thing that some words name is a part of: `the ship` of `mast of the ship`."""
    _, of, whole = words.partition(" of ")
    return f"of {whole}" if of else ""


def is_part(words: str) -> bool:
    """Tell whether a name is a single word, which may be a part of what was named before."""
    return words.isalpha()
