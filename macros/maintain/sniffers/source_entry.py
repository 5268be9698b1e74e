"""The regular expression for statements of one form: group -> `entry` of the reader `pattern`.

What differs from statement to statement becomes a named group, so that nothing of it is lost; what
is the same in all of them stands there as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import source
from macros.maintain.sniffers import comments
from macros.readers import hidden
from macros.sources.reader_options.entries import LONGEST_ENTRY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.maintain.document.reading import Options
    from macros.maintain.document.source import Part, Statement

_MARKED = {mark: rf"{mark}(?:[^{mark}\\]|\\.)*{mark}" for mark in "\"'`"}
_WORD = r"[\w$.:\\]+"
_END = r"(?:\s*[,;)}\]\\])*[ \t]*"
_REMARK = r"(?:(?://|#|--|/\*).*)?"
_KEPT_REMARK = rf"(?:{source.MARK}\s*(?P<remark>.*?)\s*(?:\*/)?)?"
# Brackets, and a type in them or before them.
_OPENED = rf"(?:\([A-Za-z_][\w \t]*\)|{source.CAST}\(|[\s(])*"
_PASSED = "comments stand above {} of these constants, too, and are passed over."
_NAME = "(?P<name>"
# Those of HTTP that an answer has, with a few that servers have of their own.
STATUS = re.compile(
    r"20[0-8]|226|30[0-8]|4[0-4][0-9]|45[01]|499|50[0-9]|51[01]|5[23][0-9]", re.ASCII
)
_DIFFERENT = 0.9
_MOST = 0.5  # of the statements have a comment, where comments are messages


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


class Entry(NamedTuple):
    """How the entries of a source are read.

    Attributes:
        group: the statements.
        entry: the regular expression.
        codes: the codes.
        more: further options.
        what: what the entries are, for people.
        titles: the lines of texts that are perhaps the titles of parts, counted from 0.
    """

    group: Group
    entry: str
    codes: list[str]
    more: Options
    what: str
    titles: tuple[int, ...] = ()


def of(group: Group, lines: Sequence[str], forms: Sequence[list[Statement]]) -> Entry | None:
    """Return how the statements of a group are read; None where nothing says messages.

    Args:
        group: the statements.
        lines: the lines of the document.
        forms: the statements of all forms.
    """
    if group.message is not None and not group.is_name:
        return _with_texts(group, forms, lines)
    spoken = group._replace(message=None)
    if group.message is not None:
        return _of_comments(spoken, lines) or _with_texts(group, forms, lines)
    return _of_comments(spoken, lines)


def _of_comments(group: Group, lines: Sequence[str]) -> Entry | None:
    """Return how statements are read that have a comment for the message, if they have one."""
    # The number of a code, counted in a comment, says nothing of it.
    with_remark = [one for one in group.same if any(map(str.isalpha, one.remark))]
    if _are_led(group.same):
        return _of_led(group)
    above = comments.above(group.same, lines)
    if (
        above
        and with_remark
        and all(comments.NUMBER.fullmatch(lines[one.first - 1]) for one in above.same)
    ):
        above = None  # the codes once more
    if len(with_remark) > max(_MOST * len(group.same), len(above.same) if above else 0):
        rivals = (_PASSED.format(len(above.same)),) if above else ()
        group = group._replace(rivals=(*group.rivals, *rivals))
        behind = comments.behind(with_remark, lines)
        expression = f"{_expression(group, group.same[0].places)}{_END}{behind.expression}"
        more = _named(expression, note=True)
        if behind.lines > 1:
            more["lines"] = str(behind.lines)
        return Entry(
            group, expression, _codes(group, with_remark), more, "constants with a remark behind"
        )
    if not above:
        return None
    is_kept = any(one in with_remark for one in above.same)
    remark = _KEPT_REMARK if is_kept else _REMARK
    expression = f"{above.expression}{_expression(group, group.same[0].places)}{_END}{remark}"
    group = group._replace(rivals=(*group.rivals, *above.rivals))
    more = {"lines": str(above.lines), **_named(expression, note=True)}
    if above.escapes:
        more["escapes"] = above.escapes
    codes = _codes(group, above.same)
    return Entry(group, expression, codes, more, f"constants with {above.what}", above.titles)


def _are_led(same: Sequence[Statement]) -> bool:
    """Tell whether most statements have a comment before them, on the same line."""
    return 2 * sum(bool(one.led) for one in same) > len(same)


def _of_led(group: Group) -> Entry:
    """Return how statements are read whose messages are comments before them."""
    led = [one for one in group.same if one.led]
    remarks = any(one.remark for one in led)
    expression = f"{comments.led('message')}{_expression(group, led[0].places)}{_END}"
    expression += _KEPT_REMARK if remarks else _REMARK
    more = _named(expression, note=remarks)
    return Entry(group, expression, _codes(group, led), more, "constants with a comment before")


def by_name(texts: Group, constants: Group) -> Entry:
    """Return how texts are read that have the name of a constant in the place of the code."""
    entry = _with_texts(texts, [texts.same], ())
    expression = _expression(constants, constants.same[0].places) + _END + _REMARK
    more = {"constants": expression, **entry.more}
    codes = constants.column(constants.code or 0)
    what = "names of constants with their texts"
    return Entry(texts, entry.entry, [_bare(code) for code in codes], more, what)


def by_names_alone(group: Group, prefix: str, what: str) -> Entry | None:
    """Return how constants are read whose names are all that says what they mean.

    Args:
        group: the constants.
        prefix: what all of their names begin with.
        what: what they are, for people.
    """
    assert group.code is not None
    first = group.same[0]
    is_open = any(part.text == "(" for part in first.parts[: first.places] if part.kind == "sign")
    # Behind a bracket that is open, a text can stand on the next line.
    ends = rf"\s*\){_END}" if is_open else _END
    # Where no comment stands behind, one in a later version is a text: it has to be refused.
    remark = _KEPT_REMARK if any(one.remark for one in group.same) else ""
    expression = f"{_expression(group, first.places)}{ends}{remark}"
    if _NAME not in expression:
        return None
    expression = expression.replace(_NAME, f"(?P<name>{re.escape(prefix)}", 1)
    more = {"named": {"note": "remark"}} if remark == _KEPT_REMARK else {}
    return Entry(group, expression, [_bare(one) for one in group.column(group.code)], more, what)


def _with_texts(group: Group, forms: Sequence[list[Statement]], lines: Sequence[str]) -> Entry:
    """Return how statements are read that have a string for the message.

    Where most have a comment above, which says more of them, it is kept as a note.
    """
    needed = max(place for place in (group.code, group.message) if place is not None) + 1
    head = source.form_of(group.same[0].parts[:needed])
    alike = [
        one for same in forms if source.form_of(same[0].parts[:needed]) == head for one in same
    ]
    group = group._replace(same=alike)
    exact = len({tuple(source.form_of(one.parts)) for one in alike}) == 1
    expression = _expression(group, len(alike[0].parts) if exact else needed)
    most = max(one.last - one.first for one in alike) + 1
    if not exact:
        expression += r"(?:\s*[,)}\]]\s*(?P<more>[^\"'`\n]*?))?"
    expression += _END
    remarks = sum(bool(one.remark) for one in alike)
    expression += _KEPT_REMARK if remarks else _REMARK
    more: Options = {"escapes": "backslash"}
    if _are_led(alike):
        expression = f"(?:{comments.led('note')})?{expression}"
    elif note := comments.noted(alike, lines):
        expression = f"(?:{note.expression})?{expression}"
        most = min(most + note.lines - 1, LONGEST_ENTRY)
    if most > 1:
        more["lines"] = str(most)
    more |= _named(expression, note=2 * remarks > len(alike))
    codes = [] if group.code is None else group.column(group.code)
    return Entry(group, expression, [_bare(code) for code in codes], more, "names, codes and texts")


def _codes(group: Group, with_text: Sequence[Statement]) -> list[str]:
    """Return the codes of statements that have a message, and of those among them without one."""
    assert group.code is not None
    near = 2
    first, last = with_text[0].first - near, with_text[-1].last + near
    return [_bare(one.parts[group.code].text) for one in group.same if first <= one.first <= last]


def _bare(code: str) -> str:
    return code.rstrip("uUlL") if code[:1].isdigit() or code[:1] == "-" else code


def _expression(group: Group, places: int) -> str:
    """Return the expression for so many parts of the statements."""
    used: set[str] = set()
    pieces = []
    for place in range(places):
        kinds = {part.kind for part in group.same[0].parts[place : place + 2]}
        apart = kinds <= {"words", "number"} and place + 1 < places
        pieces += [_part(group, place, used), r"\s+" if apart else r"\s*"]
    old = rf"(?:{hidden.OLD}\s*)*" if any(one.is_old for one in group.same) else ""
    return old + "".join(pieces[:-1])


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
    sign = "-?" if any(text.startswith("-") for text in texts) else ""
    digits = f"{sign}(?:{digits})" if sign and "|" in digits else f"{sign}{digits}"
    ending = "[uUlL]*" if any(text[-1] in "uUlL" for text in texts) else ""
    around = any(part.in_brackets for part in parts)
    opened, closed = (_OPENED, r"(?:\s*\))*") if around else ("", "")
    return f"{opened}(?P<{name}>{digits}){ending}{closed}"


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
    taken = {*used, "code", "message", "more", "remark"}
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
            name = rf"{path}(?P<{_free('name', used)}>[\w$]+)"
            return f"{before}{name}{behind}" if several else name
    is_status = all(re.search(r"http|status", text, re.IGNORECASE) for text in texts)
    name = _free("http" if is_status else "value", used)
    further = rf"(?:[ \t]+{_WORD})*" if several else ""
    return f"(?P<{name}>{_WORD}{further})"


def _named(expression: str, *, note: bool = False) -> Options:
    """Return what groups are kept by name: the name of the constant, a status of HTTP, a remark."""
    found = re.compile(expression, re.ASCII).groupindex
    named: Options = {
        name: name
        for name in ("name", "cause", "remedy", "http", "language", "note")
        if name in found
    }
    if note and "remark" in found and "note" not in named:
        named["note"] = "remark"
    return {"named": named} if named else {}
