"""Messages that are perhaps none, or not all of one: all alike, cut off, behind a sign -> doubts.

A message can be a whole body, as `{"code": 4001, "message": "Dock is busy"}`: what a page prints
below a code is then what the API sends, and one text in it is the message. A person is asked, with
the entry that takes this text alone.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from macros.maintain.document import reading, shapes, source_file
from macros.maintain.document.doubt import Doubt, becomes
from macros.maintain.sniffers.pages.pages import says_message
from macros.maintain.sniffers.sniffed import tried
from macros.readers.advice import shown
from macros.readers.ledger import Account
from macros.readers.printed import is_code
from macros.sources.reader_options.data import KEY, VALUE
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document


_FEWEST = 4  # codes with one text, of which one can tell that it is none
_MOST = 0.6  # of the texts are cut off
_CUT = ("…", "...")
# Of Unicode's classes those of dashes, of signs behind and between texts, and of operators.
_SIGNS = frozenset({"Pd", "Pf", "Po", "Sm"})
_OF_TEXTS = frozenset("%@&#\"'\\/<¿¡…")  # what texts themselves begin with


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about texts that all codes have, that a page cuts off, or behind one sign."""
    texts = [row.message for row in result.rows]
    if texts[1:] and not any(any(map(str.isalpha, text)) for text in texts):
        yield _without_words(document, result)
    if len(texts) < _FEWEST:
        return
    first = result.rows[0]
    do = (
        "Look at the page: a program may fill in the texts, or show them in part. If they are what"
        " the API says, save the reader below to a file, and add --reader FILE; else save the page"
        f" with its whole texts{_another(result.options)}."
    )
    if len(set(texts)) == 1:
        what = f'all {len(texts)} codes have the text "{shown(first.message)}".'
        yield Doubt(document.file, first.line, what, do)
    elif sum(text.endswith(_CUT) for text in texts) > _MOST * len(texts):
        what = f'"{shown(next(text for text in texts if text.endswith(_CUT)))}" and most other'
        yield Doubt(document.file, first.line, f"{what} texts are cut off.", do)
    else:
        yield from behind_a_sign(document, result)


def _another(options: Options) -> str:
    """Return that another message can be chosen, where the options name what it is."""
    return ", or choose another `message`" if {"message", "tables"} & options.keys() else ""


def behind_a_sign(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about texts that all begin with one sign, as stands behind codes."""
    texts = [row.message for row in result.rows]
    if len(texts) < _FEWEST or not (sign := _sign(texts[0])):
        return
    if not all(text.startswith(sign) for text in texts):
        return
    first = result.rows[0]
    what = f'all {len(texts)} texts begin with "{sign}", which perhaps parts them from the codes.'
    taken = None
    if "separator" in result.options:
        taken = tried(document, {**result.options, "separator": "sign"})
    if taken and taken.is_whole:
        do = f"If it is none of the texts, add --as-meant {first.line}."
        yield Doubt(document.file, first.line, what, do, change=becomes(taken.options))
        return
    do = (
        "If it is none of the texts, show a code with its text:"
        f' --such-as {first.code} "{shown(first.message.lstrip(f"{sign} "))}".'
    )
    yield Doubt(document.file, first.line, what, do)


def _without_words(document: Document, result: Reading) -> Doubt:
    """Return the doubt about texts that are perhaps the codes, each with its name for a code."""
    first = result.rows[0]
    what = (
        f'"{shown(first.message)}" is read as the message of "{first.code}", and none has a word.'
    )
    options = result.options
    do = f"Show a code with its whole text, by --such-as CODE TEXT{_another(options)}."
    change = None
    if options.get("code") == [KEY] and options.get("message") == VALUE:
        pattern = shapes.pattern(row.message for row in result.rows)
        turned = {**options, "code": [VALUE], "message": KEY, "pattern": pattern}
        taken = tried(document, turned)
        if taken and len(taken.rows) == len(result.rows):
            change = becomes(taken.options)
            do = (
                "If these are the codes, and what stands before them are their names, add"
                f" --as-meant {first.line}; the names are the messages then."
            )
    return Doubt(document.file, first.line, what, do, change=change)


def _sign(text: str) -> str:
    """Return the sign that a text begins with and that can stand before it; nothing if none.

    That of a number is a part of it, and what begins with a code has more than a sign before it.
    """
    sign, rest = text[:1], text[1:].split()
    if not rest or unicodedata.category(sign) not in _SIGNS or sign in _OF_TEXTS:
        return ""
    first = rest[0].partition(":")[0]
    return "" if text[1].isdigit() or shapes.looks_like_a_code(first) else sign


_OBJECT = re.compile(r"\{\s*[\w\"']+\s*[:=].*\}\s*[,;]?", re.DOTALL)
_LINES = 4  # from a code to the body below it


def whole_bodies(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about messages that are objects with texts in them, in JSON or a program."""
    bodies = [(row, body) for row in result.rows if (body := _body(row.message))]
    bodies = bodies or [(row, {}) for row in result.rows if _OBJECT.fullmatch(row.message)]
    if not bodies:
        return
    row = bodies[0][0]
    more = f", as are {len(bodies) - 1} more messages" if bodies[1:] else ""
    kind = "a whole body in JSON" if bodies[0][1] else "an object of a program"
    what = f'"{shown(row.message)}" is {kind}{more}, of which a text is the message.'
    change = _by_text(document, result, [body for _, body in bodies])
    meant = f"If that text alone is the message, add --as-meant {row.line}. " if change else ""
    do = (
        f"{meant}If the whole of it is what is to be shown, save the reader below to a file, and"
        " add --reader FILE."
    )
    if not change:
        do += (
            " Else read it with `format: pattern` and an `entry` whose group `message` has the text"
            f" alone{_another(result.options)}."
        )
    yield Doubt(document.file, row.line, what, do, change=change)


def _body(message: str) -> dict[str, str]:
    """Return the texts of an object in JSON by their keys; nothing where a message is none."""
    if not message.startswith("{"):
        return {}
    try:
        return dict(_texts(json.loads(message)))
    except (ValueError, RecursionError):
        return {}


def _texts(value: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - of any JSON
    for key, one in value.items() if isinstance(value, dict) else ():
        if isinstance(one, str) and any(map(str.isalpha, one)):
            yield key, one
        yield from _texts(one)


def _by_text(
    document: Document, result: Reading, bodies: Sequence[dict[str, str]]
) -> Callable[[Options], Options] | None:
    """Return what the options are that take one text of each body; None where none do.

    Where a body has another code than the line above it, its own is what the API sends.
    """
    keys = [key for key in bodies[0] if all(key in body for body in bodies)]
    said = [key for key in keys if says_message(key)]
    if (
        result.options["format"] not in source_file.OF_TEXT
        or not said
        or len(bodies) < len(result.rows)
    ):
        return None
    pattern, before = result.options["pattern"], result.options.get("before", "")
    lead = f"(?:{before})?" if before else ""
    text = _with_key(said[0], r'(?P<message>(?:[^"\\]|\\.)*)')
    entries = {rf"{lead}(?P<code>{pattern})[^\n{{]*\n*\{{.*{text}.*\}}": list[str]()}
    lines = [one_line(document.text.split("\n")[row.line - 1]) for row in result.rows]
    above = [line for line in lines if "{" not in line]
    for key in keys:
        if all(is_code(body[key], pattern) for body in bodies):
            parts = [_with_key(key, f"(?P<code>{pattern})"), text]
            in_order = parts if keys.index(key) < keys.index(said[0]) else parts[::-1]
            entries.setdefault(rf"[^\n{{]*\{{.*{'.*'.join(in_order)}.*\}}", above)
    for entry, prose in entries.items():
        options = {"format": "pattern", "code_set": result.options["code_set"], "pattern": pattern}
        options |= {"entry": entry, "lines": _LINES, "every_line": "true"}
        options |= {"prose": prose} if prose else {}
        if any("\\" in row.message for row in result.rows):
            options["escapes"] = "backslash"
        taken = tried(document, options)
        if taken and len(taken.rows) == len(bodies) and not _loses(result, taken):
            return lambda _, taken=taken: dict(taken.options)  # type: ignore[misc]
    return None


def _loses(before: Reading, after: Reading) -> bool:
    """Tell whether a text of a row is none by other options."""
    texts = [line for line, account in before.accounts.items() if account == Account.ROW]
    return any(after.accounts.get(line) in {Account.SKIPPED, Account.REFUSED} for line in texts)


def _with_key(key: str, text: str) -> str:
    """Return an expression for a key in JSON and its text."""
    return rf'{reading.escaped(json.dumps(key, ensure_ascii=False))}[ \t]*:[ \t]*"{text}"'
