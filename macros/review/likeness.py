"""Whether two texts can be of one thing: texts -> yes or no.

Pure. The words of a text are what it is about, what is wrong with it, and small ones that tell
nothing. Two texts that name nothing in common, each of them something, and that find nothing alike
wrong with it, are apart. Every doubt counts for one thing: a word that begins like another, is
short for it, is misspelt, or stands beside it in a table below.

Short texts of one thing can be apart, too (`Old version`, `Please update the app`): of two texts of
few words that tells something only where others of the same document are apart as well.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from macros.review.opposites import opposed

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence
    from collections.abc import Set as AbstractSet

_LEAST_STEM = 4
_LEAST_BEGUN = 3  # letters of a word that can be the beginning of another
_LONGEST_SHORT = 4  # letters of a word that can be short for another
_MISSPELT = 80  # of 100: how alike two words are that can be one
TELLING = 3  # words that say what two texts are about: fewer tell nothing
CERTAIN = 5  # so many need no other changes beside them to be believed

_WORD = re.compile(r"\w+(?:'t\b)?")
_GROUPED = re.compile(r"(?<=[0-9]),(?=[0-9])")  # of 1,000
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_")
# Signs of scripts that have no spaces, or endings on most words.
UNPARTED = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\u0e00-\u0e7f\u0e80-\u0eff"
_UNPARTED = re.compile(f"[{UNPARTED}]")
NOT = frozenset("no non not never cannot without".split())
SMALL = frozenset(
    "a an and are as at be been by can could do does did for from had has have if in into is it its"
    " may of on or than that the their then there this to was were when which will with you"
    " your".split()
)
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ery", "ure", "ed", "es", "s", "y")

# What says that something is wrong, and nothing of what or how; and what fills a sentence.
_NOISE = """
    error errors fault failure fail fails failed failing unable problem trouble exception unknown
    code please must should cannot longer yet already again same one any all some such other another
    while during before after because due since only also not use used using after up off out both
    these those they them our we i my me he she his her be being got get gets so too very more most
    s t re ve d ll m yourself itself
"""
# By slashes: words that may stand for each other where they say what is wrong.
_STATES = """
    invalid wrong incorrect illegal bad malformed improper unsupported inconsistent mismatch
        match mismatched correct valid validity verify verification check validation supported
        differ differs different forbidden accurate false parse /
    missing absent empty lacking lack required require requires need needed mandatory blank null
        none find found exist exists existent nonexistent unregistered lost unavailable given
        provide provided unlisted available without /
    exceed exceeds exceeded exceeding over limit limits limited maximum max long large many
        above quota reached less minimum few short least /
    expire expired expires outdated stale timeout timed late old past /
    busy overloaded occupied free unavailable temporarily taken /
    denied deny forbidden refused refuse reject rejected disallowed permitted permission allow
        allowed unauthorized authorized banned granted privilege /
    duplicate duplicated duplicates twice redundant repeated exist exists /
    blocked block banned disabled disable closed suspended locked stopped terminated deactivated
        /
    success successful succeeded ok done complete completed /
    deleted delete removed remove /
    insufficient enough low /
    undelivered delivered delivery send sent deliver
"""
# By slashes: words for one thing, as the field says them.
_SUBJECTS = """
    user account member /
    message msg text body content mail letter /
    password passcode /
    service server system /
    request query call /
    api interface /
    parameter param argument field /
    picture image photo pixels resolution /
    file upload document attachment /
    token credential authentication authorization login session auth sign /
    ip address host whitelist allowlist /
    id identifier code number /
    count number quantity amount size length /
    day daily date today time schedule /
    balance fund money /
    url link uri /
    character sign letter symbol /
    response answer reply /
    operation action /
    sender outgoing /
    recipient receiver incoming /
    list allowlist whitelist blacklist blocklist /
    trip voyage journey /
    cancel canceled cancelled called /
    word term /
    concurrent meantime simultaneous /
    rate frequency many /
    throttle throttled rate many /
    ship vessel boat /
    json xml yaml data format syntax
"""


def listed(text: str) -> list[str]:
    """Return the words of a text in lower case, with thousands in one piece."""
    return _WORD.findall(_GROUPED.sub("", text.casefold().replace("’", "'")))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return a word without its ending; `not` for each word that says so."""
    if word in NOT or word.endswith("n't"):
        return "not"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word.removesuffix(ending)
    return word


def strict(words: AbstractSet[str]) -> set[str]:
    """Return the words that must be the same: numbers, and what says that something is not."""
    return {word for word in words if word in NOT or word[0].isdigit()}


def _table(groups: str) -> dict[str, frozenset[int]]:
    """Return the groups of a table in which a word stands, by its stem."""
    rows: dict[str, set[int]] = {}
    for number, group in enumerate(groups.split("/")):
        for word in group.split():
            rows.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in rows.items() if word != "not"}


_IDLE = frozenset(stem(word) for word in (*_NOISE.split(), *SMALL, *NOT)) | {"not"}
_STATE = _table(_STATES)
_SUBJECT = _table(_SUBJECTS)


def apart(one: str, other: str, terms: Sequence[Sequence[str]] = (), least: int = TELLING) -> int:
    """Return of how many words two texts are that name nothing in common; 0 where they may.

    Args:
        one: a text.
        other: another one.
        terms: things that the documents call by several names, the preferred name first.
        least: so many words tell something.
    """
    if is_unparted(one) != is_unparted(other):
        return 0  # a translation is another text of one thing
    first, second = stems(_plain(one, terms)), stems(_plain(other, terms))
    mine, yours = subjects(first), subjects(second)
    if (
        not (mine and yours)
        or _rows(first, _STATE) & _rows(second, _STATE)
        or _rows(first, _SUBJECT) & _rows(second, _SUBJECT)
        or any(_alike(word, its) for word in mine for its in yours)
    ):
        return 0
    count = len(mine) + len(yours)
    return count if count >= least else 0


def of_one_thing(
    one: str,
    other: str,
    terms: Sequence[Sequence[str]] = (),
    more: Container[str] | None = None,
) -> bool:
    """Tell whether all that one of two texts names is named by the other, too.

    What they find wrong with it must not be two things, as `exceeded` and `missing` are.

    Args:
        one: a text, without its numbers.
        other: another one.
        terms: things that the documents call by several names, the preferred name first.
        more: the stems of what the other may name besides; None for anything.
    """
    first, second = stems(_plain(one, terms)), stems(_plain(other, terms))
    states, others = _rows(first, _STATE), _rows(second, _STATE)
    if states and others and not states & others:
        return False
    few, many = sorted((subjects(first), subjects(second)), key=len)
    named = all(any(_alike(word, its) for its in many) for word in few)
    known = more is None or all(
        its in more or any(_alike(word, its) for word in few) for its in many
    )
    return named and known and bool(few or not many)


def turned(one: str, other: str) -> bool:
    """Tell whether one text says a number, a "not" or an opposite that the other does not say."""
    first, second = set(listed(one)), set(listed(other))
    stems = [{stem(word) for word in words} for words in (first, second)]
    return strict(stems[0]) != strict(stems[1]) or opposed(first - second, second - first)


def _plain(text: str, terms: Iterable[Sequence[str]]) -> str:
    """Return a text with every thing of several names under the first of them."""
    for names in terms:
        preferred, *others = names
        for name in sorted(others, key=len, reverse=True):
            text = _alone(name).sub(preferred, text)
    return text


@lru_cache(maxsize=1000)
def _alone(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def stems(text: str) -> frozenset[str]:
    """Return the stems of a text's words, identifiers in parts; of unparted scripts sign pairs."""
    found: set[str] = set()
    for word in listed(_HUMP.sub(" ", text)):
        if _UNPARTED.search(word):
            found |= {word[place : place + 2] for place in range(max(1, len(word) - 1))}
        else:
            found.add(stem(word))
    return frozenset(found)


def subjects(words: Iterable[str]) -> set[str]:
    """Return what a text of these words is about; numbers are no thing."""
    return {
        word
        for word in words
        if word not in _IDLE and word not in _STATE and not word[0].isdigit() and len(word) > 1
    }


def _rows(words: Iterable[str], table: dict[str, frozenset[int]]) -> set[int]:
    return {row for word in words for row in table.get(word, ())}


def _alike(one: str, other: str) -> bool:
    """Tell whether two words can be one: misspelt, begun, or short for it."""
    short, long = sorted((one, other), key=len)
    if _UNPARTED.search(short):
        return short == long
    if len(short) >= _LEAST_BEGUN and long.startswith(short):
        return True
    if len(short) > _LONGEST_SHORT:
        return fuzz.ratio(short, long) >= _MISSPELT
    letters = iter(long)
    return short[0] == long[0] and len(short) > 1 and all(sign in letters for sign in short)


def is_unparted(text: str) -> bool:
    """Tell whether a text is in a script whose words are not parted, whatever names it has."""
    return bool(_UNPARTED.search(text))
