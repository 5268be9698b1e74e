"""How the entries of source code are read: group -> the options of the reader `pattern`.

Where the values of statements have no messages, the comments at them can be these.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import source
from macros.maintain.sniffers.source import comments, notes, source_expression
from macros.sources.reader_options.entries import LONGEST_ENTRY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.maintain.document.reading import Options
    from macros.maintain.document.source import Statement
    from macros.maintain.sniffers.source.source_expression import Group

END = r"(?:\s*[,;)}\]\\])*[ \t]*"
_REMARK = r"(?:(?://|#|--|/\*).*)?"
_KEPT_REMARK = rf"(?:{source.MARK}\s*(?P<remark>.*?)\s*(?:\*/)?)?"
_PASSED = "comments stand above {} of these constants, too, and are passed over."
_NAME = "(?P<name>"
_MOST = 0.5  # of the statements have a comment, where comments are messages


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
    with_remark = [
        one
        for one in group.same
        if any(map(str.isalpha, one.remark)) and not notes.is_name(one, one.remark)
    ]
    told = [one for one in group.same if one.led and not notes.is_note(one.led)]
    if 2 * len(told) > len(group.same):
        return _of_led(group)
    above = comments.above(group.same, lines)
    if (
        above
        and with_remark
        and all(comments.NUMBER.fullmatch(lines[one.first - 1]) for one in above.same)
    ):
        above = None  # the codes once more
    if above and 2 * sum(notes.is_name(one, lines[one.first - 1]) for one in above.same) > len(
        above.same
    ):
        above = None  # the names once more
    if len(with_remark) > max(_MOST * len(group.same), len(above.same) if above else 0):
        rivals = (_PASSED.format(len(above.same)),) if above else ()
        group = group._replace(rivals=(*group.rivals, *rivals))
        behind = comments.behind(with_remark, lines)
        expression = f"{source_expression.of(group, group.same[0].places)}{END}{behind.expression}"
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
    expression = (
        f"{above.expression}{source_expression.of(group, group.same[0].places)}{END}{remark}"
    )
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
    expression = f"{comments.led('message')}{source_expression.of(group, led[0].places)}{END}"
    expression += _KEPT_REMARK if remarks else _REMARK
    more = _named(expression, note=remarks)
    return Entry(group, expression, _codes(group, led), more, "constants with a comment before")


def by_name(texts: Group, constants: Group) -> Entry:
    """Return how texts are read that have the name of a constant in the place of the code."""
    entry = _with_texts(texts, [texts.same], ())
    expression = source_expression.of(constants, constants.same[0].places) + END + _REMARK
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
    ends = rf"\s*\){END}" if is_open else END
    # Where no comment stands behind, one in a later version is a text: it has to be refused.
    remark = _KEPT_REMARK if any(one.remark for one in group.same) else ""
    expression = f"{source_expression.of(group, first.places)}{ends}{remark}"
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
    expression = source_expression.of(group, len(alike[0].parts) if exact else needed)
    most = max(one.last - one.first for one in alike) + 1
    if not exact:
        expression += _further(group, expression, needed)
        expression += r"(?:\s*[,)}\]]\s*(?P<more>[^\"'`\n]*?))?"
    expression += END
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


def _further(group: Group, expression: str, needed: int) -> str:
    """Return the expression for the further values that most of some statements have, or nothing.

    Args:
        group: the statements.
        expression: the expression for what all of them have.
        needed: the number of parts that this is.
    """
    forms = Counter(tuple(source.form_of(one.parts)) for one in group.same)
    form, times = forms.most_common(1)[0]
    if len(form) == needed or 2 * times <= len(group.same):
        return ""
    same = [one for one in group.same if tuple(source.form_of(one.parts)) == form]
    whole = source_expression.of(group._replace(same=same), len(form))
    behind = whole.removeprefix(expression)
    return f"(?:{behind})?" if behind != whole else ""


def _codes(group: Group, with_text: Sequence[Statement]) -> list[str]:
    """Return the codes of statements that have a message, and of those among them without one."""
    assert group.code is not None
    near = 2
    first, last = with_text[0].first - near, with_text[-1].last + near
    return [_bare(one.parts[group.code].text) for one in group.same if first <= one.first <= last]


def _bare(code: str) -> str:
    return code.rstrip("uUlL") if code[:1].isdigit() or code[:1] == "-" else code


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
