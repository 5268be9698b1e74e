"""The regular expression for statements of one form: group -> what matches each of them.

What differs from statement to statement becomes a named group, so that nothing of it is lost; what
is the same in all of them stands there as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import source
from macros.readers import hidden

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.maintain.document.source import Part, Statement

_MARKED = {mark: rf"{mark}(?:[^{mark}\\]|\\.)*{mark}" for mark in "\"'`"}
_WORD = r"[\w$.:\\]+"
_LED = r"(?:/\*(?:[^*\n]|\*+[^*/\n])*\*+/\s*)?"  # a comment before it
# Brackets, and a type in them or before them.
_OPENED = rf"(?:\([A-Za-z_][\w \t]*\)|{source.CAST}\(|[\s(])*"
# Those of HTTP that an answer has, with a few that servers have of their own.
STATUS = re.compile(
    r"20[0-8]|226|30[0-8]|4[0-4][0-9]|45[01]|499|50[0-9]|51[01]|5[23][0-9]", re.ASCII
)
# A comment behind a line that the text is not on.
_REMARKED = r"(?:(?://|#|--)\s*(?P<comment>[^\n]*)\n\s*)?"
_IS_OLD = rf"(?:(?P<deprecated>{hidden.OLD})\s*)*"
_DIFFERENT = 0.9


class Group(NamedTuple):
    """Statements of one form, and the places of the code and the message in it.

    Attributes:
        same: the statements.
        code: the place of the code; None where the name of a constant stands for it.
        message: that of the message; None where comments have to be the messages.
        rivals: what could as well be the code or the message, in sentences.
        keys: what the places are called, where they are: place to key.
        named: what the places are, where keys say it: place to name.
        is_name: whether the messages look like names, so that comments are better ones.
        are_words: whether the codes are words, which constants are called by.
    """

    same: list[Statement]
    code: int | None
    message: int | None
    rivals: tuple[str, ...] = ()
    keys: dict[int, str] = {}  # noqa: RUF012 - of a tuple, never changed
    named: dict[int, str] = {}  # noqa: RUF012 - of a tuple, never changed
    is_name: bool = False
    are_words: bool = False

    def column(self, place: int) -> list[str]:
        """Return what stands at one place."""
        return [one.parts[place].text for one in self.same]


def of(group: Group, places: int) -> str:
    """Return the expression for so many parts of the statements."""
    used: set[str] = set()
    pieces = []
    for place in range(places):
        kinds = {part.kind for part in group.same[0].parts[place : place + 2]}
        apart = kinds <= {"words", "number"} and place + 1 < places
        pieces += [_part(group, place, used), r"\s+" if apart else r"\s*"]
        if place + 1 == group.message and any(one.is_remarked for one in group.same):
            pieces.append(_REMARKED)
    old = _IS_OLD if any(one.is_old for one in group.same) else ""
    led = _LED if 2 * sum(bool(one.led) for one in group.same) > len(group.same) else ""
    return led + old + "".join(pieces[:-1])


def _part(group: Group, place: int, used: set[str]) -> str:
    parts = [one.parts[place] for one in group.same]
    kind = parts[0].kind
    if kind == "sign":
        return re.escape(parts[0].text)
    if kind == "key":
        marks = "[\"']" if parts[0].mark else ""
        return f"{marks}{re.escape(parts[0].text)}{marks}"
    if kind == "words":
        return _words(parts, used)
    return _number(group, place, used) if kind == "number" else _text(group, place, parts, used)


def _number(group: Group, place: int, used: set[str]) -> str:
    texts, parts = group.column(place), [one.parts[place] for one in group.same]
    name = "code" if place == group.code else _free(_name(group, place), used)
    decimal = "[0-9_]+" if any("_" in text for text in texts) else "[0-9]+"
    has_hex = any("x" in text.lower() for text in texts)
    digits = f"0[xX][0-9A-Fa-f]+|{decimal}" if has_hex else decimal
    digits = r"[0-9]+\s*,\s*[0-9]+" if any("," in text for text in texts) else digits
    sign = "-?" if any(text.startswith("-") for text in texts) else ""
    digits = f"{sign}(?:{digits})" if sign and "|" in digits else f"{sign}{digits}"
    ending = "[uUlL]*" if any(text[-1] in "uUlL" for text in texts) else ""
    around = any(part.in_brackets for part in parts)
    opened, closed = (_OPENED, r"(?:\s*\))*") if around else ("", "")
    marks = "[\"'`]?" if any(part.mark for part in parts) else ""
    return f"{opened}{marks}(?P<{name}>{digits}){ending}{marks}{closed}"


def _text(group: Group, place: int, parts: Sequence[Part], used: set[str]) -> str:
    marked = "|".join(_MARKED[mark] for mark in sorted({part.mark for part in parts}))
    if place == group.message:
        marked = f"(?:{marked})" if "|" in marked else marked
        bracket = r"(?:\(\s*)?" if any(part.in_brackets for part in parts) else ""
        return rf"{bracket}(?P<message>{marked}(?:\s*[+.&\\]?\s*{marked})*)"
    if place == group.code:
        return "[\"'](?P<code>[A-Za-z0-9_.-]+)[\"']"
    return rf"(?P<{_free(_name(group, place), used)}>{marked})"


def _name(group: Group, place: int) -> str:
    """Return what to call a value that is neither code nor message."""
    key, texts = group.keys.get(place, ""), group.column(place)
    if place in group.named:
        return group.named[place]
    if all(map(STATUS.fullmatch, texts)):
        return "http"
    if key == "" and all(re.fullmatch(_WORD, text, re.ASCII) for text in texts):
        return "name" if len(set(texts)) >= _DIFFERENT * len(texts) else "value"
    return key if key.isidentifier() and key.isascii() else "value"


def _free(name: str, used: set[str]) -> str:
    """Return a name that is not used yet, and use it."""
    taken = {*used, "code", "message", "more", "remark", "comment", "deprecated"}
    free = next(
        one for one in (name, *(f"{name}{number}" for number in range(2, 99))) if one not in taken
    )
    used.add(free)
    return free


def _words(parts: Sequence[Part], used: set[str]) -> str:
    """Return the expression for words: the one that differs is the name of a constant."""
    texts = [part.text for part in parts]
    if len(set(texts)) == 1:
        return r"\s+".join(map(re.escape, texts[0].split(" ")))
    listed = [text.split(" ") for text in texts]
    several = any(len(words) > 1 for words in listed)
    # What stands behind # else, as in #if 0, names no constant.
    is_macro = all(words[0] == "define" for words in listed)
    for place, before, behind in (
        (-1, r"define[ \t]+" if is_macro else rf"(?:{_WORD}[ \t]+)*", ""),
        (0, "", rf"(?:[ \t]+{_WORD})*"),
    ):
        names = [words[place] for words in listed]
        if "name" not in used and len(set(names)) >= _DIFFERENT * len(names):
            simple = all(re.fullmatch(r"[\w$]+", name, re.ASCII) for name in names)
            path = "" if simple else r"(?:[\w$.:\\]*[.:\\])?"  # as in: self::BUSY
            if all(name.startswith("@") for name in names):
                path = "@"  # as in Elixir: @busy
            name = rf"{path}(?P<{_free('name', used)}>[\w$]+)"
            return f"{before}{name}{behind}" if several else name
    is_status = all(re.search(r"http|status", text, re.IGNORECASE) for text in texts)
    name = _free("http" if is_status else "value", used)
    further = rf"(?:[ \t]+{_WORD})*" if several else ""
    return f"(?P<{name}>{_WORD}{further})"
