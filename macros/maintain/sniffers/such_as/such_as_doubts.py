"""What is asked where a person showed some codes: a reading, examples -> doubts.

An example or two may not show all forms that codes and their texts have: told is what is unlike
them in a row, and each line that is passed over.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from macros.errors import Advice, more_advised
from macros.maintain.document import line_parts, reading
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.sniffed import counted
from macros.readers.advice import by_hand_advice, shown
from macros.readers.ledger import Account
from macros.readers.printed import compiled, plain
from macros.texts import one_line, series

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document, Row

_BY_HAND = "say by `rows` in the reader below what its line says"
_QUOTED = 3  # lines that are passed over
_LASTS = 8  # lines that texts end with
_VALUES = 8  # of a column
# What an entry ends with where nothing but the end of the line tells where the text does.
_OPEN = re.compile(r"\(\?P<message>(?:[^()]|\(\?:[^()]*\))*\)$")
# What stands before the text, and which sign, line break or space is between.
# Of that: spaces, signs that may be there, and what comes behind the end of a form.
_NO_SIGN = re.compile(r"(?<!\\)\[.*?\][*+]|(?<!\\)[|)].*")
_COLUMN = re.compile(
    r"\(\?P<(?P<name>column_\w+)>(?P<held>(?:\\.|[^()\\])*)\)(?P<till>(?:\\.|\[.*?\][*+]?|[^(\\])*)"
)


class Example(NamedTuple):
    """A code, and its whole text or, before an ellipsis, the beginning of it."""

    code: str
    text: str


def doubts(
    document: Document, result: Reading, examples: Sequence[Example], *, is_glued: bool
) -> Iterator[Doubt]:
    """Yield what has to be asked of a reading.

    Args:
        document: what was read.
        result: the reading.
        examples: what was shown of it.
        is_glued: whether texts are glued to codes.
    """
    shown_rows = [row for row in result.rows if row.code in {plain(one.code) for one in examples}]
    if is_glued:
        yield from _guessed_ends(document.file, result, examples)
    if result.options["format"] == "pattern":
        yield from _values(document.file, result)
        yield from _without_columns(document.file, result, examples)
        yield from _codes_within(document, result, result.rows, shown_rows)
    yield from _longer(document, result, shown_rows)
    yield from _passed_over(document, result)


def of_later(
    document: Document, result: Reading, new: Iterable[Row], before: Document, options: Options
) -> Iterator[Doubt]:
    """Yield what has to be asked of the rows that are new in a later document.

    Args:
        document: the later document.
        result: what came of it.
        new: those of its rows that are new.
        before: the document before it.
        options: how that is read.
    """
    if result.options["format"] != "pattern" or not result.options.get("every_line"):
        return
    earlier = reading.read(before, options)
    for name in _columns(result.options["entry"]):
        values = Counter(row.columns.get(name, "") for row in earlier.rows)
        if max(values.values(), default=1) == 1:
            continue  # each row has its own
        for row in new:
            if (value := row.columns.get(name, "")) and value not in values:
                what = (
                    f'"{shown(value)}" stands between "{shown(row.code)}" and its text, as it does'
                    " in no row of the document before."
                )
                do = "Look whether it is a part of the text. If so:"
                doubt = Doubt(document.file, row.line, what, do)
                yield more_advised(doubt, _by_hand(document, row))
    yield from _codes_within(document, result, new, earlier.rows)


def _guessed_ends(file: str, result: Reading, examples: Sequence[Example]) -> Iterator[Doubt]:
    """Yield a doubt about each row whose code may end elsewhere, where texts are glued to codes."""
    lengths = {len(one.code) for one in examples}
    for row in result.rows:
        is_odd = (
            row.message[:1].isdigit()
            or (
                len(row.code) not in lengths
                if row.code.lstrip("-").isdigit()
                else row.code[-1].isdigit()
            )
            # Small letters tell BUSY from a text in BUSYDock is shut, and not in BUSYUSB is lost.
            or (row.code[-1:].isalpha() and not re.match(r"[^\w\s]|\s|[A-Z][a-z]", row.message))
        )
        if is_odd and not any(row.code == one.code for one in examples):
            yield Doubt(
                file,
                row.line,
                f'"{shown(row.code)}" may end elsewhere: what stands behind it is glued to it.',
                f"If it does, show it with its whole text by a further --such-as, or {_BY_HAND}.",
            )


def _values(file: str, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt about what stands between codes and texts, where a row can do without it.

    The first words of its text, or a line of it, would then be taken for that.
    """
    for name in _columns(result.options["entry"]):
        values = Counter(row.columns[name] for row in result.rows if row.columns.get(name))
        if len(values) < 2:  # noqa: PLR2004 - a label; rows of another form have none
            continue
        first, *others = sorted(values, key=lambda one: (values[one], -len(one)))
        told = [first, *others[: _VALUES - 1]]
        more = f" and {len(values) - len(told)} more" if len(values) > len(told) else ""
        named = series([f'"{shown(one)}" ({counted(values[one], "row")})' for one in told])
        yield Doubt(
            file,
            next(row.line for row in result.rows if row.columns.get(name, "") == first),
            f"between codes and texts stand {named}{more}.",
            "Look whether one of these is a part of a text, or what comes behind it is none. If so,"
            f" show that code with its whole text by a further --such-as, or {_BY_HAND}.",
        )


def _without_columns(file: str, result: Reading, examples: Sequence[Example]) -> Iterator[Doubt]:
    """Yield the doubt about texts of the form that has nothing between, where another form has."""
    entry = result.options["entry"]
    between = entry[entry.index("(?P<code>") : entry.index("(?P<message>")]
    names = [found["name"] for found in _COLUMN.finditer(between)]
    known = {plain(one.code) for one in examples}
    bare = [
        row
        for row in result.rows
        if names and row.code not in known and not any(map(row.columns.get, names))
    ]
    if bare:
        named = series([f'"{shown(row.message)}" ({row.code})' for row in bare[:_VALUES]])
        more = f" and {len(bare) - _VALUES} more" if len(bare) > _VALUES else ""
        yield Doubt(
            file,
            bare[0].line,
            f"nothing stands between codes and these texts, as it does in others: {named}{more}.",
            "Look whether each is a text alone. If what others have between stands in it, show that"
            f" code with its whole text by a further --such-as, or {_BY_HAND}.",
        )


def _columns(entry: str) -> Iterator[str]:
    """Yield the columns between code and text that a row can lack, so that its text is cut."""
    between = entry[entry.index("(?P<code>") : entry.index("(?P<message>")]
    for found in _COLUMN.finditer(between):
        has_own_line = found["till"].startswith(r"\n")
        begins_line = between[: found.start()].endswith(r"\n+[ \t]*")
        is_apart = bool(_NO_SIGN.sub("", found["till"]))
        may_lack = begins_line if has_own_line else not is_apart or bool(_OPEN.search(entry))
        if may_lack and found["till"]:
            yield found["name"]


def _codes_within(
    document: Document, result: Reading, rows: Iterable[Row], shown_rows: Iterable[Row]
) -> Iterator[Doubt]:
    """Yield a doubt about each row with what may be a code in it, and is that of no row."""
    known = {row.code for row in result.rows}
    pattern = result.options["pattern"]
    # A status looks like a code where these are numbers, too; what stands beside one on the line of
    # a row is asked about by itself.
    usual = {
        name
        for row in shown_rows
        for name, code in _unlisted(row, pattern, known)
        if code.isdigit() and (row.text_line in {0, row.line} or row.columns.get(name) == code)
    }
    asked = {row.line for row, *_ in line_parts.found(document, result)}
    for row in rows:
        if row.line in asked:
            continue
        codes = [code for name, code in _unlisted(row, pattern, known) if name not in usual]
        if codes:
            what = (
                f'"{shown(codes[0])}" stands in the text of "{shown(row.code)}", or beside it, and'
                " looks like a code."
            )
            doubt = Doubt(document.file, row.line, what, "If it is one, with a text of its own:")
            yield more_advised(doubt, _by_hand(document, row, *codes))


def _by_hand(document: Document, row: Row, *others: str) -> str | Advice:
    """Say how a person can say what the line of a row says, where its text stands on it, too."""
    if row.text_line != row.line:
        return "Mend `entry` in the reader below."
    return by_hand_advice(one_line(document.text.split("\n")[row.line - 1]), row.code, *others)


def _unlisted(row: Row, pattern: str, known: set[str]) -> Iterator[tuple[str, str]]:
    """Yield what of a row looks like a code and is none of those known, and where it stands."""
    for name, said in chain([("", row.message)], row.columns.items()):
        text = plain(said)
        for found in compiled(pattern).finditer(text):
            around = f"{text[: found.start()][-1:]} {text[found.end() :][:1]}"
            is_word = found[0].isalpha() and not (found[0].isupper() and len(found[0]) > 1)
            is_part = re.search(r"\w" if found[0].isalpha() else r"[0-9]", around)
            if found[0] not in known and not is_word and not is_part:
                yield name, found[0]


def _longer(document: Document, result: Reading, shown_rows: Iterable[Row]) -> Iterator[Doubt]:
    """Yield the doubt about texts of several lines: the last one may be a heading."""
    lines = [one_line(line) for line in document.text.split("\n")]
    begins = sorted({row.line for row in result.rows})
    following = dict(zip(begins, [*begins[1:], len(lines) + 1], strict=True))
    known = {row.code for row in shown_rows}
    lasts: dict[str, str] = {}
    for row in result.rows:
        own = [
            lines[number - 1]
            for number in range(row.text_line or row.line + 1, following[row.line])
            if result.accounts.get(number) is Account.ROW and lines[number - 1]
        ]
        # What ends with a sign takes in nothing below it.
        if len(own) > 1 and row.code not in known and one_line(row.message).endswith(own[-1]):
            lasts[row.code] = own[-1]
    if lasts:
        more = f" and {len(lasts) - _LASTS} more" if len(lasts) > _LASTS else ""
        named = [f'that of "{shown(code)}" with "{shown(last)}"' for code, last in lasts.items()]
        yield Doubt(
            document.file,
            next(row.line for row in result.rows if row.code in lasts),
            f"texts of several lines end, {series(named[:_LASTS])}{more}.",
            "Look whether each line is a part of its text. If one is a heading or a remark, "
            + (
                "quote it under `prose` in the reader below."
                if result.options["format"] == "pattern"
                else "show that code with its whole text by a further --such-as."
            ),
        )


def _passed_over(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt about the lines that are passed over: above all codes, among and below them."""
    rows = {number for number, said in result.accounts.items() if said is Account.ROW}
    said = rows | {one.line for one in result.problems}
    lines = {
        number: text
        for number, line in enumerate(document.text.split("\n"), start=1)
        if (text := one_line(line)) and any(map(str.isalnum, text)) and number not in said
    }
    places = (
        ("above all codes", [number for number in lines if number < min(rows)]),
        ("among the codes", [number for number in lines if min(rows) < number < max(rows)]),
        ("below all codes", [number for number in lines if number > max(rows)]),
    )
    for place, numbers in places:
        if numbers:
            yield _passed(document.file, place, numbers, lines)


def _passed(file: str, place: str, numbers: Sequence[int], lines: Mapping[int, str]) -> Doubt:
    quoted = series([f'"{shown(lines[number])}"' for number in numbers[:_QUOTED]])
    more = f" and {len(numbers) - _QUOTED} more" if len(numbers) > _QUOTED else ""
    what = (
        f"{place} {counted(len(numbers), 'line')} ({reading.line_ranges(numbers)})"
        f" {'is' if len(numbers) == 1 else 'are'} passed over: {quoted}{more}."
    )
    do = (
        "Look whether each lists no code and is no part of a text. If one is, show such a code,"
        " with its whole text, by a further --such-as."
    )
    return Doubt(file, numbers[0], what, do)
