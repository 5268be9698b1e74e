"""Documents of which a person shows codes with their texts: examples -> how all are read.

What stands before the code of an example, between it and the text, and behind that is cut into
slots. In another entry a slot has the same text, or one of the same shape, or any; which of these
it is, and in which format, is tried: the reading wins that has all examples and leaves the least.
"""

from __future__ import annotations

import html
import re
from contextlib import suppress
from dataclasses import replace
from itertools import count, islice, product
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import reading, shapes
from macros.maintain.sniffers.sniffed import Sniffed, account, counted, shown_codes
from macros.maintain.sniffers.such_as import such_as_doubts, such_as_lines
from macros.maintain.sniffers.such_as import such_as_places as expressions
from macros.maintain.sniffers.such_as import such_as_places as places
from macros.readers.patience import OutOfPatienceError, patience
from macros.readers.printed import holds_a_code, plain
from macros.sources.reader_options.entries import LONGEST_ENTRY
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.maintain.sniffers.such_as.such_as_doubts import Example
    from macros.readers.rows import Document

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_TRIED = 12  # of all ways in which several may
_ABOVE = 4  # lines of an entry above the one with its code
_LONGEST = 12.0  # seconds
_SIGNS = re.compile(r"[^\w\n]*")
_BEGINS_WITH_ANY = re.compile(r"\(\?P<\w+>\[\^[^\]]*\]\*\?\)")
_ENDS_WITH_ANY = re.compile(rf"{_BEGINS_WITH_ANY.pattern}$")
_ANY_AND_SPACE = re.compile(rf"{_BEGINS_WITH_ANY.pattern}{re.escape(expressions.SPACE)}$")
_SPACE_AND_ANY = re.compile(rf"{re.escape(expressions.SPACE)}{_BEGINS_WITH_ANY.pattern}")


def has_all(result: Reading, examples: Iterable[Example]) -> bool:
    """Tell whether a reading has a row for each example, with its code and its text."""
    said: dict[str, list[str]] = {}
    for row in result.rows:
        said.setdefault(row.code, []).append(one_line(row.message))
    return all(
        any(
            _says(message, text)
            for code in _forms(plain(one.code))
            for text in _forms(one.text)
            for message in said.get(code, ())
        )
        for one in examples
    )


def _forms(text: str) -> dict[str, None]:
    """Return a text as it may be written in a page, and as that shows it."""
    return dict.fromkeys((text, html.unescape(text), _ESCAPE.sub(r"\1", text)))


def sniff(document: Document, code_set: str, examples: Sequence[Example]) -> Sniffed | None:
    """Return how a document is read that has some examples; None where no way reads them all."""
    way: _Way | None = None
    with suppress(OutOfPatienceError, RecursionError), patience(_LONGEST):
        for better in _better(places.near(document, examples), code_set, examples):
            way = better
    best = account(document, way.options) if way else None
    if not way or not best or not has_all(best, examples):
        return None
    best = _tightened(document, best, examples)
    asked = (
        *such_as_doubts.doubts(document, best, examples, is_glued=way.is_glued),
        *such_as_lines.of_prose(document, best, examples),
        *such_as_lines.with_more_below(document, best),
    )
    return _sniffed(replace(best, problems=(*best.problems, *asked)), len(examples))


def _sniffed(best: Reading, examples: int) -> Sniffed:
    why = (
        f"format {best.options['format']}: it reads {counted(examples, 'code')} as shown",
        f"pattern {best.options['pattern']}: {shown_codes([row.code for row in best.rows])}",
    )
    return Sniffed(best, why)


class _Way(NamedTuple):
    """How a document can be read, and whether texts are glued to its codes."""

    options: Options
    is_glued: bool


def _better(document: Document, code_set: str, examples: Sequence[Example]) -> Iterator[_Way]:
    """Yield ways that read all examples, each of which reads more than those before."""
    best = fewest = (0, 0)
    lines = places.lines_with_text(document.text)
    for above in range(_ABOVE):
        if above and fewest[0] and not best[1]:
            return  # no line is left that could be of the entry below it
        found = (
            [at for at in places.around(lines, one, above) if not places.is_cut(at)]
            for one in examples
        )
        for around in islice(product(*found), _TRIED):
            for options in _tried(code_set, examples, around):
                if not has_all(reading.read(document, options), examples):
                    continue
                result = account(document, options)
                worth = _worth(result)
                if has_all(result, examples) and worth > max(best, fewest):
                    best = worth
                    yield _Way(options, _are_glued(examples, around))
        # What stands above codes is of them where more are read with it.
        fewest = fewest if above else (best[0], 1)


def _worth(result: Reading) -> tuple[int, int]:
    """Return what a reading is worth: its rows, and of two with as many, what it leaves over."""
    return len(result.rows), -len(result.problems)


def _are_glued(examples: Sequence[Example], around: Sequence[places.Slots]) -> bool:
    """Tell whether a letter or a digit stands right behind a code."""
    pairs = zip(examples, around, strict=True)
    return any(f"{slots.between}{one.text}"[0].isalnum() for one, slots in pairs)


def _says(message: str, text: str) -> bool:
    """Tell whether a message is a text, or begins with one before an ellipsis."""
    begins, is_cut = places.beginning(text)
    return message.startswith(begins) if is_cut else message == begins


def _are_words(examples: Sequence[Example], around: Sequence[places.Slots]) -> bool:
    """Tell whether nothing but small letters tells texts from codes of capitals before them."""
    return not any(slots.between for slots in around) and all(
        re.search("[A-Z]$", one.code) and re.match("[A-Z][a-z]", one.text) for one in examples
    )


def _tried(
    code_set: str, examples: Sequence[Example], around: Sequence[places.Slots]
) -> Iterator[Options]:
    """Yield options that could read the examples, the plainest first."""
    before = {one.before for one in around}
    in_lines = not any(
        "\n" in f"{one.before}{one.between}" or one.behind or one.lines > 1 for one in around
    )
    for pattern in expressions.codes([plain(one.code) for one in examples]):
        base = {"code_set": code_set, "pattern": pattern}
        if in_lines and len(before) == 1 and not _are_words(examples, around):
            stands = {"before": expressions.literal(one)} if (one := next(iter(before))) else {}
            # Letters end nowhere by themselves: the N of "Notes" is no code.
            ends = any(map(str.isdigit, "".join(one.code for one in examples)))
            glued = ("none",) if ends or _are_glued(examples, around) else ()
            for separator, more in product(("space", "sign", *glued), ({}, {"one_column": "true"})):
                own = {"separator": separator, **stands, **more}
                yield {"format": "text_lines", **base, **own}
        if not any(before) and not any(one.between.strip() or one.behind for one in around):
            # What goes on below a text of one line could as well be a heading.
            goes_on = any(one.lines > 1 for one in around)
            for markup in ("markdown", "plain", "paragraphs") if goes_on else ():
                yield {"format": "headings", **base, "markup": markup, "message": "text"}
        yield from _entries(base, examples, around)


def _entries(
    base: Options, examples: Sequence[Example], around: Sequence[places.Slots]
) -> Iterator[Options]:
    """Yield options for entries of one shape, as they are around some."""
    numbers = count(1)
    before_all, between_all, behind_all = zip(*(one[:3] for one in around), strict=True)
    befores, betweens, behinds = (
        list(dict.fromkeys(expressions.slot(texts, numbers)))
        for texts in (before_all, between_all, behind_all)
    )
    below = [line for one in around for line in one.between.split("\n")[1:]]
    *_, widest = expressions.codes([plain(one.code) for one in examples])
    takes_in_codes = any(holds_a_code(line, widest) for line in below)
    behind_texts = (_SIGNS.match(one.behind) for one in around)
    signs = {found[0].strip()[:1] for found in behind_texts if found and found[0].strip()}
    ends = signs.pop() if len(signs) == 1 else ""  # what ends the text is not in it
    # What begins with a digit behind a number that is glued to it would be cut anywhere.
    begins_so = any(one.text[0].isdigit() for one in examples) or not _are_glued(examples, around)
    said = f"[^\\n{re.escape(ends)}]*[^\\s{re.escape(ends)}]"
    if _are_words(examples, around):
        said, begins_so = f"[A-Z][a-z]{said}", True
    first = said if begins_so else rf"[^0-9\s]|[^0-9\s]{said}"
    lines = 2 * max(f"{one.before}{one.between}".count("\n") for one in around) + 1
    texts = [first]
    if any(one.lines > 1 for one in around):
        # What is indented goes on, or all up to a blank line, or to what may be the next entry.
        own = f"{_no_beginning(examples, around)}(?:{said})?"
        further = (f"{expressions.SPACE}{said}", said, own)
        texts = [rf"(?:{first})(?:\n{line})*" for line in further]
        lines = LONGEST_ENTRY
    for before, between, behind, text in product(befores, betweens, behinds, texts):
        if (
            any(map(_ENDS_WITH_ANY.search, (before, between)))
            or any(map(_BEGINS_WITH_ANY.match, (between, behind)))
            or _ANY_AND_SPACE.search(between)
            or _SPACE_AND_ANY.match(behind)
            or (between.startswith("(?:") and takes_in_codes)
        ):
            continue  # nothing tells where code or text ends, or whether that is of another code
        yield {
            "format": "pattern",
            **base,
            "entry": f"{before}(?P<code>{base['pattern']}){between}(?P<message>{text}){behind}",
            # A blank line may stand before each.
            **({"lines": min(lines, LONGEST_ENTRY)} if lines > 1 else {}),
            "escapes": "none",
            "every_line": "true",
        }


def _no_beginning(examples: Sequence[Example], around: Sequence[places.Slots]) -> str:
    """Return an expression for a sign that no entry begins with."""
    signs = {(slots.before or one.code)[0] for one, slots in zip(examples, around, strict=True)}
    digits = "0-9" if any(map(str.isdecimal, signs)) else ""
    others = "".join(re.escape(sign) for sign in sorted(signs) if not sign.isdecimal())
    return rf"[^\s{digits}{others}]"


def _tightened(document: Document, best: Reading, examples: Sequence[Example]) -> Reading:
    """Return a reading with a pattern for its own codes alone, where that reads as much."""
    pattern = shapes.pattern([row.code for row in best.rows])
    options = {**best.options, "pattern": pattern}
    if "entry" in options:
        held = f"(?P<code>{best.options['pattern']})"
        options["entry"] = options["entry"].replace(held, f"(?P<code>{pattern})")
    result = account(document, options)
    as_good = has_all(result, examples) and _worth(result) >= _worth(best)
    return result if as_good else best
