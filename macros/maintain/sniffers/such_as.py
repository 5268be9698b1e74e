"""Documents of which a person shows codes with their texts: examples -> how all are read.

What stands before the code of an example, between it and the text, and behind that is cut into
slots. In another entry a slot has the same text, or one of the same shape, or any; which of these
it is, and in which format, is tried: the reading wins that has all examples and leaves the least.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from itertools import count, islice, product
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import reading, shapes
from macros.maintain.sniffers import such_as_doubts, such_as_open, such_as_words
from macros.maintain.sniffers import such_as_expressions as expressions
from macros.maintain.sniffers.sniffed import Sniffed, account, counted, shown_codes
from macros.readers.patience import OutOfPatienceError, patience
from macros.readers.printed import holds_a_code, plain
from macros.sources.reader_options.entries import LONGEST_ENTRY
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.maintain.sniffers.such_as_doubts import Example
    from macros.readers.rows import Document

_PLACES = 4  # in which an example may stand
_TRIED = 12  # of all ways in which several may
_FAR = 12  # lines with text from a code to its own
_ABOVE = 4  # lines of an entry above the one with its code
LONGEST_LINE = 20_000  # characters
_SHORT = 60_000  # characters, of a document that can be tried often
_NEAR = 200  # lines before and behind an example, of a longer one
_LONGEST = 12.0  # seconds
_SIGNS = re.compile(r"[^\w\n]*")
_BEGINS_WITH_ANY = re.compile(r"\(\?P<\w+>\[\^[^\]]*\]\*\?\)")
_ENDS_WITH_ANY = re.compile(rf"{_BEGINS_WITH_ANY.pattern}$")
_ANY_AND_SPACE = re.compile(rf"{_BEGINS_WITH_ANY.pattern}{re.escape(expressions.SPACE)}$")
_SPACE_AND_ANY = re.compile(rf"{re.escape(expressions.SPACE)}{_BEGINS_WITH_ANY.pattern}")


class _Slots(NamedTuple):
    """What stands around a code and its text: before it, between them, and behind the text.

    Attributes:
        before: what stands before the code on its line, and on some lines above.
        between: what stands between the two.
        behind: what stands behind the text on its last line.
        lines: of how many lines the text is.
    """

    before: str
    between: str
    behind: str
    lines: int = 1


def missing(document: Document, examples: Iterable[Example]) -> list[Example]:
    """Return the examples that a document does not have: a code, and near it the text."""
    lines = _lines(document.text)
    return [one for one in examples if not _around(lines, one)]


def has_all(result: Reading, examples: Iterable[Example]) -> bool:
    """Tell whether a reading has a row for each example, with its code and its text."""
    said: dict[str, list[str]] = {}
    for row in result.rows:
        said.setdefault(row.code, []).append(one_line(row.message))
    return all(
        any(_says(message, one.text) for message in said.get(plain(one.code), ()))
        for one in examples
    )


def sniff(document: Document, code_set: str, examples: Sequence[Example]) -> Sniffed | None:
    """Return how a document is read that has some examples; None where no way reads them all."""
    way: _Way | None = None
    with suppress(OutOfPatienceError, RecursionError), patience(_LONGEST):
        for better in _better(near(document, examples), code_set, examples):
            way = better
    best = account(document, way.options) if way else None
    if not way or not best or not has_all(best, examples):
        return None
    best = _tightened(document, best, examples)
    asked = (
        *such_as_doubts.doubts(document, best, examples, is_glued=way.is_glued),
        *such_as_words.doubts(document, best, examples),
        *such_as_open.doubts(document, best),
    )
    return _sniffed(replace(best, problems=(*best.problems, *asked)), len(examples))


def _sniffed(best: Reading, examples: int) -> Sniffed:
    why = (
        f"format {best.options['format']}: it reads {counted(examples, 'code')} as shown",
        f"pattern {best.options['pattern']}: {shown_codes([row.code for row in best.rows])}",
    )
    return Sniffed(best, why)


def near(document: Document, examples: Sequence[Example]) -> Document:
    """Return what stands near the examples in a document that is too long to be tried often."""
    if len(document.text) <= _SHORT:
        return document
    lines = document.text.split("\n")
    places = {place for one in examples for place in _places(lines, one)[:_PLACES]}
    kept = [line for n, line in enumerate(lines) if any(abs(n - one) < _NEAR for one in places)]
    return replace(document, text="\n".join(kept))


def _places(lines: Sequence[str], example: Example) -> list[int]:
    """Return the lines that have the code of an example, and its text beside or below it."""
    begins, _ = _beginning(example.text)
    return [
        place
        for place, line in enumerate(lines)
        if example.code in line
        and len(line) <= LONGEST_LINE
        and any(begins in one_line(other) for other in lines[place : place + 2 * _FAR])
    ]


class _Way(NamedTuple):
    """How a document can be read, and whether texts are glued to its codes."""

    options: Options
    is_glued: bool


def rest_of_line(document: Document, example: Example) -> str:
    """Return the words that go on with the text of an example wherever it stands, if any do."""
    around = _around(_lines(document.text), example)
    return around[0].behind.strip() if around and all(map(_is_cut, around)) else ""


def _is_cut(slots: _Slots) -> bool:
    """Tell whether words stand behind a text with no sign that tells where it ends."""
    return bool(re.match(r"\s*\w", slots.behind))


def _better(document: Document, code_set: str, examples: Sequence[Example]) -> Iterator[_Way]:
    """Yield ways that read all examples, each of which reads more than those before."""
    best = fewest = (0, 0)
    lines = _lines(document.text)
    for above in range(_ABOVE):
        if above and fewest[0] and not best[1]:
            return  # no line is left that could be of the entry below it
        places = ([at for at in _around(lines, one, above) if not _is_cut(at)] for one in examples)
        for around in islice(product(*places), _TRIED):
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


def _are_glued(examples: Sequence[Example], around: Sequence[_Slots]) -> bool:
    """Tell whether a letter or a digit stands right behind a code."""
    pairs = zip(examples, around, strict=True)
    return any(f"{slots.between}{one.text}"[0].isalnum() for one, slots in pairs)


def _says(message: str, text: str) -> bool:
    """Tell whether a message is a text, or begins with one before an ellipsis."""
    begins, is_cut = _beginning(text)
    return message.startswith(begins) if is_cut else message == begins


def _beginning(text: str) -> tuple[str, bool]:
    """Return a text in one line without its ellipsis, and whether it had one."""
    line = one_line(text)
    return line.removesuffix("…").rstrip(), line.endswith("…")


def _lines(text: str) -> list[str]:
    """Return the lines with text that are not too long to be an entry."""
    return [
        line for raw in text.split("\n") if len(raw) <= LONGEST_LINE and (line := one_line(raw))
    ]


def _around(lines: Sequence[str], example: Example, above: int = 0) -> list[_Slots]:
    """Return what stands around an example, in the places where its text is nearest to its code.

    Args:
        lines: the lines with text.
        example: the example.
        above: how many lines above the one with the code are of the entry.
    """
    begins, is_cut = _beginning(example.text)
    if not (example.code and begins):
        return []
    found: list[tuple[bool, int, _Slots]] = []
    for place, line in enumerate(lines):
        for at in re.finditer(re.escape(example.code), line):
            near = "\n".join([line[at.end() :], *lines[place + 1 : place + _FAR]])
            is_glued = bool(re.search(r"\w$", line[: at.start()]) or re.match(r"\w", near))
            texts = list(re.finditer(re.escape(begins).replace(r"\ ", r"[ \n]"), near))
            first = min((near.count("\n", 0, text.start()) for text in texts), default=0)
            for text in texts:
                between = near[: text.start()]
                behind = "" if is_cut else near[text.end() :].split("\n")[0]
                if (far := between.count("\n")) == first:
                    more = 1 + text[0].count("\n")
                    before = [*lines[max(place - above, 0) : place], line[: at.start()]]
                    slots = _Slots("\n".join(before), between, behind, more)
                    found.append((is_glued, far, slots))
    found.sort(key=lambda one: one[:2])
    return list(dict.fromkeys(slots for *_, slots in found))[:_PLACES]


def _are_words(examples: Sequence[Example], around: Sequence[_Slots]) -> bool:
    """Tell whether nothing but small letters tells texts from codes of capitals before them."""
    return not any(slots.between for slots in around) and all(
        re.search("[A-Z]$", one.code) and re.match("[A-Z][a-z]", one.text) for one in examples
    )


def _tried(
    code_set: str, examples: Sequence[Example], around: Sequence[_Slots]
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
    base: Options, examples: Sequence[Example], around: Sequence[_Slots]
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


def _no_beginning(examples: Sequence[Example], around: Sequence[_Slots]) -> str:
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
