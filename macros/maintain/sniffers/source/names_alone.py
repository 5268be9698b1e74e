"""Constants without any text: names of errors with numbers -> the names are read as the texts.

A header of a library has hundreds of constants. Those of errors are known by the block that they
stand in, or by a word in most of their names: `DOCK_ERR_BUSY`. It is asked whether that is right.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.maintain.document import asides, other_numbers, source, source_blocks
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.source import notes, source_entry, source_group
from macros.readers.advice import shown
from macros.readers.siblings import beginning
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from macros.maintain.document.source import Statement
    from macros.maintain.document.source_blocks import Block
    from macros.maintain.sniffers.source.source_entry import Entry
    from macros.maintain.sniffers.source.source_expression import Group
    from macros.readers.rows import Document

WHAT = "constants whose names are all that says what they mean"
_DIFFERENT = 0.5  # of the numbers: some have several names
_MOST = 0.5  # of the constants that stand together are called errors
_NEAR = 2  # lines
_SEVERAL = 2  # comments, of which one can tell that they are texts
# As in DOCK_ERR_BUSY, DOCK_E_BUSY, VERR_BUSY, ERRINFO_BUSY and, for a reason, DOCK_R_BUSY.
_OF_ERRORS = re.compile(
    r"(?:[A-Z0-9]+_)*?(?:[A-Z]?ERR[A-Z]*|ER?|EXC|FAULT|R(?:C|EASON)?)_(?=[A-Z0-9])", re.ASCII
)
_MARKS = re.compile(r"^\s*(?:/\*+[!<]*|\*+/|\*+|//+[!<]*|#+|--+)\s*|\s*\*+/\s*$")
_SAYS_ERRORS = re.compile(
    r"(?:\S+ ){0,3}(?:error|return|result|reason|status|fault|exit)s?[ -]"
    r"(?:codes?|values?|numbers?)\b"
    r"|(?:the )?(?:possible |all )?errors\b",
    re.IGNORECASE,
)
_TEXT_ABOVE = re.compile(r"\s*(?:@|#\[|\[).*[\"'].*")  # an attribute, which may have another name


def marks_errors(prefix: str) -> bool:
    """Tell whether what names begin with ends with a word for errors, as `DOCK_ERR_` does."""
    found = _OF_ERRORS.match(f"{prefix}X")
    return found is not None and found[0] == prefix


def entries(
    forms: Iterable[list[Statement]], lines: Sequence[str], *, are_chosen: bool = False
) -> Iterator[Entry]:
    """Yield how constants are read whose names speak of errors, or those of their blocks do.

    Args:
        forms: the statements of each form.
        lines: the lines of the document.
        are_chosen: whether somebody has said that all constants are codes.
    """
    around = source_blocks.around(lines)
    beside = source_group.Beside(lambda: around, ())
    for same in forms:
        for listed in [same] if are_chosen else _lists(same, lines, around):
            for group in source_group.groups(listed, beside, _DIFFERENT):
                if _says_more(group, lines):
                    continue
                spoken = source_entry.of(group, lines, ())
                entry = spoken or source_entry.by_names_alone(group, _prefix(group.same), WHAT)
                if entry and not _takes(entry, same, lines):
                    yield entry


def like(
    forms: Iterable[list[Statement]], lines: Sequence[str], shown_so: Container[tuple[str, str]]
) -> Iterator[Entry]:
    """Yield how constants are read of which a person shows some, each with its name for a text.

    Args:
        forms: the statements of all forms.
        lines: the lines of the document.
        shown_so: the codes that are shown, each with its name.
    """
    around = source_blocks.around(lines)
    for same in forms:
        for group in source_group.groups(same, source_group.Beside(lambda: around, ()), _DIFFERENT):
            codes = group.column(group.code) if group.code is not None else []
            pairs = zip(codes, source_group.names(group.same), strict=bool(codes))
            if group.message is None and any(pair in shown_so for pair in pairs):
                entry = source_entry.by_names_alone(group, _prefix(group.same), WHAT)
                yield from [entry] if entry else []


def _lists(
    same: Sequence[Statement], lines: Sequence[str], around: Sequence[tuple[Block, ...]]
) -> Iterator[list[Statement]]:
    """Yield the constants of one form that perhaps list errors."""
    blocks: dict[Block | None, list[Statement]] = {}
    for one in same:
        blocks.setdefault(next(iter(around[one.first]), None), []).append(one)
    for block, inner in blocks.items():
        if _is_of_errors([block] if block else []):
            yield inner
            continue
        names = source_group.names(inner)
        marked = sum(map(other_numbers.is_marked, names))
        if 2 * marked > len(inner) or is_said(lines, inner[0].first, inner[-1].last):
            yield inner
        marks = [*map(_OF_ERRORS.match, names)]
        for prefix in dict.fromkeys(mark[0] for mark in marks if mark):
            own = [one for one, name in zip(inner, names, strict=True) if name.startswith(prefix)]
            beside = _beside(own, inner)
            if len(own) >= _MOST * len(beside):
                yield beside
                yield own
        failures = sum(map(other_numbers.names_failure, names))
        if not any(marks) and 2 * failures > len(inner):
            yield inner


def _is_of_errors(blocks: Iterable[Block]) -> bool:
    """Tell whether one of some blocks is named for errors, as `class ErrorCodes` is."""
    names = (" ".join(other_numbers.words(block.name)) for block in blocks)
    return any(map(other_numbers.says_errors, names))


def is_said(lines: Sequence[str], first: int, last: int) -> bool:
    """Tell whether the comment right above or below constants says that they list errors.

    Args:
        lines: the lines of the document.
        first: the first constant, counted from 0.
        last: the last one.
    """
    near = [at for at in (first - 1, last + 1) if 0 <= at < len(lines)]
    said = [_MARKS.sub("", lines[at]) for at in near if source.is_comment(lines[at])]
    return any(_SAYS_ERRORS.match(one) for one in said)


def _beside(own: Sequence[Statement], inner: Sequence[Statement]) -> list[Statement]:
    """Return some constants and those that stand among and right around them."""
    first, last = own[0].first, own[-1].last
    for one in inner:
        last = max(last, one.last) if first < one.first <= last + _NEAR else last
    for one in reversed(inner):
        first = min(first, one.first) if first - _NEAR <= one.last < last else first
    return [one for one in inner if first <= one.first <= last]


def _prefix(same: Sequence[Statement]) -> str:
    """Return what all names begin with, up to an underscore."""
    begins = beginning(source_group.names(same))
    return begins[: begins.rfind("_") + 1]


def _says_more(group: Group, lines: Sequence[str]) -> bool:
    """Tell whether constants have texts of their own, or perhaps other names in attributes."""
    above = [lines[one.first - 1] for one in group.same if one.first]
    return group.message is not None or any(map(_TEXT_ABOVE.match, above))


def _takes(entry: Entry, same: Iterable[Statement], lines: Sequence[str]) -> bool:
    """Tell whether an entry takes in a constant of the same form that stands elsewhere."""
    expression = re.compile(entry.entry, re.ASCII)
    own = {one.first for one in entry.group.same}
    others = (one for one in same if one.first not in own)
    return any(expression.fullmatch(lines[one.first].strip()) for one in others)


def doubts(document: Document, entry: Entry) -> Iterator[Doubt]:
    """Yield the question whether names are the texts, and that about names of another kind."""
    file, lines = document.file, document.text.split("\n")
    named = dict(zip(entry.group.same, source_group.names(entry.group.same), strict=True))
    marked = [one for one, name in named.items() if _OF_ERRORS.match(name)]
    first = next(iter(marked), entry.group.same[0])
    code = entry.codes[entry.group.same.index(first)]
    behind = _with_texts(entry)
    what = (
        f"nothing but names says what {'most of ' if behind else ''}these codes mean:"
        f' "{shown(named[first])}" is read as the message of "{shown(code)}".'
    )
    do = (
        "If it is all that the provider says of them, say so; if another document has their texts,"
        " read that one instead."
    )
    yield Doubt(file, first.first + 1, what, do)
    yield from _comments(file, entry, lines)
    if behind:
        yield _of_texts(file, behind, lines)
    others: dict[str, list[Statement]] = {}
    around = source_blocks.around(lines)
    for one, name in named.items() if marked else ():
        if not (_OF_ERRORS.match(name) or _is_of_errors(around[one.first][:1])):
            others.setdefault(name.partition("_")[0], []).append(one)
    for alike in others.values():
        more, stand = (f" and {len(alike) - 1} more", "stand") if alike[1:] else ("", "stands")
        what = (
            f'"{shown(named[alike[0]])}"{more} {stand} among names such as'
            f' "{shown(named[marked[0]])}", and errors are perhaps not called so.'
        )
        do = (
            "If these are codes as well, say so; if they are none, quote their lines under `prose`."
        )
        quoted = tuple(one_line(lines[one.first]) for one in alike)
        yield Doubt(file, alike[0].first + 1, what, do, quoted)


def _with_texts(entry: Entry) -> list[tuple[Statement, str]]:
    """Return the constants with a text behind, each with its code, where several have one."""
    pairs = zip(entry.group.same, entry.codes, strict=True)
    behind = [(one, code) for one, code in pairs if one.remark]
    are_texts = not any(notes.is_note(one.remark) for one, _ in behind)
    return behind if are_texts and len(behind) >= _SEVERAL else []


def _of_texts(file: str, behind: Sequence[tuple[Statement, str]], lines: Sequence[str]) -> Doubt:
    """Return the question whether the comments behind some names are their texts."""
    first, code = behind[0]
    have = "have comments" if behind[1:] else "has a comment"
    what = (
        f'{len(behind)} of these constants {have} behind, such as "{shown(first.remark)}" behind'
        f' "{shown(code)}", and {"are" if behind[1:] else "is"} read with the name as the message.'
    )
    do = "If comments say what codes mean, add the option below for what is meant."
    rows = [
        {"line": one_line(lines[one.first]), "code": code, "message": one_line(one.remark)}
        for one, code in behind
    ]
    return Doubt(file, first.first + 1, what, do, rows=tuple(rows), change=_without_note)


def _without_note(options: dict[str, Any]) -> dict[str, Any]:
    """Return options without the note that comments are, where these are messages."""
    return {key: said for key, said in options.items() if key != "named"}


def _comments(file: str, entry: Entry, lines: Sequence[str]) -> Iterator[Doubt]:
    """Yield the question whether the comments above some names are their texts."""
    codes = zip(entry.group.same, entry.codes, strict=True)
    told = ((one, code, _above(one, lines)) for one, code in codes)
    found = [
        each
        for each in told
        # What says that a constant is deprecated is kept, or asked about by itself.
        if each[2] and not notes.is_name(each[0], each[2]) and not asides.says_old(each[2])
    ]
    if not found:
        return
    first, code, text = found[0]
    have = "have comments" if found[1:] else "has a comment"
    what = (
        f'{len(found)} of these constants {have} above, such as "{shown(text)}" above'
        f' "{shown(code)}", and {"are" if found[1:] else "is"} read without.'
    )
    do = (
        "If comments are titles of several constants, say that it is right so; if they say what"
        " codes mean, say these by hand under the reader's `rows`, each with its lines, code and"
        " message."
    )
    rows = [
        {"line": _with_comment(one, lines), "code": code, "message": text}
        for one, code, text in found
    ]
    yield Doubt(file, first.first, what, do, rows=tuple(rows))


def _above(statement: Statement, lines: Sequence[str]) -> str:
    """Return the comment right above a statement, without its marks."""
    *comment, _ = _with_comment(statement, lines).split("\n")
    return one_line(" ".join(_MARKS.sub("", line) for line in comment))


def _with_comment(statement: Statement, lines: Sequence[str]) -> str:
    """Return the line of a statement, and those of the comment right above it."""
    first = statement.first
    while first and source.is_comment(lines[first - 1]):
        first -= 1
    return "\n".join(map(one_line, lines[first : statement.first + 1]))
