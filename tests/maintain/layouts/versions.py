"""Two versions of one document whose codes and texts are known: seed -> before, after.

The later one has codes added, dropped and given another number, texts that changed or moved, other
columns, another layout of the same format, other things around it, other signs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING

from tests.maintain.layouts import LAYOUTS, Made, surroundings
from tests.maintain.layouts.listing import listing

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.maintain.layouts.listing import Listing

_HELD_BACK = 3  # entries that the earlier version lacks
_FEWEST = 5  # entries that it has
_MOST = 3  # edits of one kind
_RENAMED = (  # which heading, and what it can be called: that of the codes, messages, remedies
    (0, ("No.", "Error code", "Result")),
    (1, ("Text", "Reason", "Details")),
    (2, ("Description", "Hint", "Remarks")),
)
_WIDE = str.maketrans(":()", "：（）")  # noqa: RUF001 - the signs of full width


@dataclass(slots=True)
class Entry:
    """What is listed of one code, and which of all that are drawn it is."""

    place: int
    code: str
    text: str
    remedy: str
    status: str
    name: str


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions of a document, the language of their texts, and what the edits are called."""

    before: Made
    after: Made
    language: str
    edits: tuple[str, ...]


def versions(layout: str, seed: str) -> Versions | None:
    """Return two versions of a document of one layout; None where the layout is not for the texts.

    Args:
        layout: one of `LAYOUTS`.
        seed: another one gives other codes, and other edits.
    """
    random = Random(f"{layout} {seed}")  # noqa: S311 - it guards nothing
    listed = listing(random)
    while len(listed.codes) < _FEWEST + _HELD_BACK:
        listed = listing(random)
    entries = entries_of(listed)
    spare = [entries.pop(random.randrange(len(entries))) for _ in range(_HELD_BACK)]
    shape = random.random()
    around = random.random() if random.random() < 0.3 else None
    before = _document(layout, shape, around, listing_of(listed, entries))
    names = random.sample([*_OF_ENTRIES], random.randint(1, _MOST))
    later = [replace(entry) for entry in entries]
    for name in names:
        _OF_ENTRIES[name](random, later, spare)
    if random.random() < 0.8:
        later.sort(key=lambda entry: entry.place)
    changed = listing_of(listed, later)
    if random.random() < 0.3:
        names.append("headings")
        at, words = random.choice(_RENAMED)
        headings = [*changed.headings]
        headings[at] = random.choice(words)
        changed.headings = tuple(headings)
    if random.random() < 0.2:
        names.append("shape")
        shape = random.random()
    if random.random() < 0.3:
        names.append("surroundings")
        around = random.random()
    after = _document(layout, shape, around, changed)
    if not (before and after) or before.file != after.file:
        return None
    if random.random() < 0.2:
        names.append("line ends")
        after = replace(after, text=after.text.replace("\n", "\r\n"))
    return Versions(before, after, listed.language, tuple(names))


def entries_of(listed: Listing) -> list[Entry]:
    """Return what is listed, code by code."""
    columns = (listed.codes, listed.texts, listed.remedies, listed.statuses, listed.names)
    return [Entry(place, *values) for place, values in enumerate(zip(*columns, strict=True))]


def listing_of(listed: Listing, entries: list[Entry]) -> Listing:
    """Return a list with other entries."""
    return replace(
        listed,
        codes=[entry.code for entry in entries],
        texts=[entry.text for entry in entries],
        remedies=[entry.remedy for entry in entries],
        statuses=[entry.status for entry in entries],
        names=[entry.name for entry in entries],
    )


def _document(layout: str, shape: float, around: float | None, listed: Listing) -> Made | None:
    made = LAYOUTS[layout](Random(shape), listed)  # noqa: S311 - it guards nothing
    if not made:
        return None
    text, suffix = made
    if around is not None:
        text = surroundings.around(Random(around), listed, text, suffix)  # noqa: S311
    return Made(f"errors{suffix}", text, dict(zip(listed.codes, listed.texts, strict=True)))


def _add(random: Random, entries: list[Entry], spare: list[Entry]) -> None:
    count = random.randint(1, _HELD_BACK)
    entries += spare[:count]
    del spare[:count]


def _drop(random: Random, entries: list[Entry], spare: list[Entry]) -> None:
    del spare
    for _ in range(random.randint(1, 2)):
        entries.pop(random.randrange(len(entries)))


def _misspell(random: Random, entries: list[Entry], spare: list[Entry]) -> None:
    """Leave a letter within a text out."""
    del spare
    entry = random.choice(entries)
    able = [
        place
        for place in range(1, len(entry.text) - 1)
        if entry.text[place - 1 : place + 2].isalpha()
        and entry.text[place] != entry.text[place + 1]
    ]
    if able:
        place = random.choice(able)
        entry.text = entry.text[:place] + entry.text[place + 1 :]


def _count(random: Random, entries: list[Entry], spare: list[Entry]) -> None:
    """Put another digit for the last one of each text with a number in it."""
    del random, spare
    for entry in entries:
        at = max(entry.text.rfind(digit) for digit in "0123456789")
        if at >= 0:
            digit = (int(entry.text[at]) + 5) % 10
            entry.text = f"{entry.text[:at]}{digit}{entry.text[at + 1 :]}"


def _mean(random: Random, entries: list[Entry], spare: list[Entry]) -> None:
    """Give a code the text of an entry that is listed nowhere."""
    if spare:
        random.choice(entries).text = spare.pop().text


def _exchange(random: Random, entries: list[Entry], spare: list[Entry]) -> None:
    del spare
    one, other = random.sample(entries, 2)
    one.text, other.text = other.text, one.text


def _push(random: Random, entries: list[Entry], spare: list[Entry]) -> None:
    """Give each code of a block the text of the one before; the first of them has a new text."""
    if not spare:
        return
    start = random.randrange(len(entries) - 2)
    block = entries[start : start + random.randint(3, len(entries))]
    texts = [spare.pop().text, *(entry.text for entry in block)]
    for entry, text in zip(block, texts, strict=False):
        entry.text = text


def _repeat(random: Random, entries: list[Entry], spare: list[Entry]) -> None:
    """Give a code the text that another one has."""
    del spare
    one, other = random.sample(entries, 2)
    one.text = other.text


def _end(random: Random, entries: list[Entry], spare: list[Entry]) -> None:
    """End texts with a full stop, or begin them with a small letter."""
    del spare
    stops = random.random() < 0.5
    for entry in entries:
        text = entry.text
        entry.text = f"{text}." if stops else f"{text[:1].lower()}{text[1:]}"


def _lose(random: Random, entries: list[Entry], spare: list[Entry]) -> None:
    """Leave the first word of a text out."""
    del spare
    entry = random.choice(entries)
    entry.text = entry.text.partition(" ")[2] or entry.text


def _renumber(random: Random, entries: list[Entry], spare: list[Entry]) -> None:
    """Give an entry another code."""
    if spare:
        entry, other = random.choice(entries), spare.pop()
        entry.code, entry.place = other.code, other.place


def _print(random: Random, entries: list[Entry], spare: list[Entry]) -> None:
    """Print codes without the sign, letters or zeros that they began with, or with a minus."""
    del spare
    some = entries if random.random() < 0.5 else random.sample(entries, 1)
    for entry in some:
        number = entry.code.lstrip("-ER0")
        if number.isdigit() and all(number != other.code for other in entries):
            entry.code = number if number != entry.code else f"-{number}"


def _empty(random: Random, entries: list[Entry], spare: list[Entry]) -> None:
    """Leave out what a code means."""
    del spare
    random.choice(entries).text = ""


def _widen(random: Random, entries: list[Entry], spare: list[Entry]) -> None:
    """Write signs in full width."""
    del random, spare
    for entry in entries:
        entry.text = entry.text.translate(_WIDE)


def _bind(random: Random, entries: list[Entry], spare: list[Entry]) -> None:
    """Put a space that does not break for one that does."""
    del spare
    entry = random.choice(entries)
    entry.text = entry.text.replace(" ", "\xa0", 1)


def _shift(random: Random, entries: list[Entry], spare: list[Entry]) -> None:
    """Give each code of a block the next number, where none has it already."""
    del spare
    start = random.randrange(len(entries) - 1)
    block = entries[start : start + random.randint(2, len(entries))]
    taken = {entry.code for entry in entries} - {entry.code for entry in block}
    moved = {entry.code: _next(entry.code) for entry in block}
    if all(moved.values()) and taken.isdisjoint(moved.values()):
        for entry in block:
            entry.code = moved[entry.code]


def _next(code: str) -> str:
    """Return the code that has the next number, as long as this one; nothing where none has."""
    letters = code.rstrip("0123456789")
    number = code[len(letters) :]
    following = f"{letters}{int(number) + 1:0{len(number)}d}" if number else ""
    return following if len(following) == len(code) and "x" not in letters else ""


def _rename(random: Random, entries: list[Entry], spare: list[Entry]) -> None:
    """Put another word for the one that most texts have."""
    del spare
    words = [word for entry in entries for word in entry.text.split() if word.isalpha()]
    if words:
        word = max(sorted(words), key=words.count)
        other = random.choice(("Berth", "berth", "pier profile", "Kran", "泊位"))
        for entry in entries:
            entry.text = " ".join(other if one == word else one for one in entry.text.split())


def _capitalise(random: Random, entries: list[Entry], spare: list[Entry]) -> None:
    """Write names, or texts that have letters alone, in small letters or in capitals."""
    del spare
    change = random.choice((str.upper, str.lower))
    in_names = random.random() < 0.5
    for entry in entries:
        if in_names:
            entry.name = change(entry.name)
        elif entry.text.replace(" ", "").isalpha():
            entry.text = change(entry.text)


def _measure(random: Random, entries: list[Entry], spare: list[Entry]) -> None:
    """Put other units for those that texts have."""
    del random, spare
    for entry in entries:
        for unit, other in (("GB", "MB"), ("MB", "KB"), ("seconds", "minutes"), ("EUR", "USD")):
            if unit in entry.text:
                entry.text = entry.text.replace(unit, other)
                break


_OF_ENTRIES: dict[str, Callable[[Random, list[Entry], list[Entry]], None]] = {
    "add": _add,
    "drop": _drop,
    "misspell": _misspell,
    "count": _count,
    "mean": _mean,
    "exchange": _exchange,
    "push": _push,
    "repeat": _repeat,
    "end": _end,
    "lose": _lose,
    "renumber": _renumber,
    "print": _print,
    "empty": _empty,
    "widen": _widen,
    "bind": _bind,
    "shift": _shift,
    "rename": _rename,
    "capitalise": _capitalise,
    "measure": _measure,
}
