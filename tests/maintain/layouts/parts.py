"""Two versions of a document with several sections, each below a title of its own: seed -> both.

The later one has sections in another order, cut in two, once more, new or without some, entries
that went from one to another, and a preface with other numbers.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from tests.maintain.layouts import LAYOUTS, Made
from tests.maintain.layouts.listing import listing
from tests.maintain.layouts.versions import Entry, Versions, entries_of, listing_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.maintain.layouts.listing import Listing

_TITLED = {".md": "## {}", ".html": "<h2>{}</h2>", ".txt": "{}", ".rst": "{}\n" + 40 * "-"}
_TITLES = {
    "en": ("Dock errors", "Ship errors", "Crew errors", "Other errors"),
    "de": ("Fehler der Docks", "Fehler der Schiffe", "Fehler der Crew", "Andere Fehler"),
    "zh": ("码头错误码", "船舶错误码", "船员错误码", "其他错误码"),
}
_PREFACES = (
    "The API listens on port 8443, and answers within 3000 ms.",
    "Since 2024 there are 12 regions, and 3 of them are new.",
    "Call +49 30 123456 from 9 to 17 o'clock.",
)
_FEWEST = 8  # entries of both sections
# What stands in their cells beside the text is another thing where entries are others.
_UNSTEADY = frozenset({"cells-of_several_lines"})
Titles = tuple[str, ...]


class Part(NamedTuple):
    """A section: its title, and what it lists."""

    title: str
    entries: list[Entry]


def parts(layout: str, seed: str) -> Versions | None:
    """Return two versions of a document with sections; None where the layout has none.

    Args:
        layout: one of `LAYOUTS`.
        seed: another one gives other codes, and other edits.
    """
    if layout in _UNSTEADY:
        return None
    random = Random(f"{layout} {seed}")  # noqa: S311 - it guards nothing
    listed = listing(random)
    while len(listed.codes) < _FEWEST:
        listed = listing(random)
    titles = _TITLES.get(listed.language, _TITLES["en"])
    entries = entries_of(listed)
    spare = [entries.pop() for _ in range(2)]
    half = len(entries) // 2
    shape = random.random()
    before = [Part(titles[0], entries[:half]), Part(titles[1], entries[half:])]
    name = random.choice([*_OF_PARTS])
    after = _OF_PARTS[name](random, before, spare, titles)
    preface = random.choice(_PREFACES) if random.random() < 0.3 else ""
    made = _document(layout, shape, listed, before, "")
    later = _document(layout, shape, listed, after, preface)
    if not (made and later):
        return None
    return Versions(made, later, listed.language, (name, *(("preface",) if preface else ())))


def _document(
    layout: str, shape: float, listed: Listing, sections: list[Part], preface: str
) -> Made | None:
    texts: list[str] = []
    codes: dict[str, str] = {}
    suffix = ""
    for one in sections:
        own = listing_of(listed, one.entries)
        own.headings = (*listed.headings[:-1], one.title)
        made = LAYOUTS[layout](Random(shape), own) if one.entries[1:] else None  # noqa: S311
        if not made or made[1] not in _TITLED:
            return None
        text, suffix = made
        texts += [text] if one.title in text else [_TITLED[suffix].format(one.title), text]
        codes |= dict(zip(own.codes, own.texts, strict=True))
    above = f"<p>{preface}</p>" if suffix == ".html" else preface
    return Made(f"errors{suffix}", "\n\n".join(filter(None, (above, *texts))), codes)


def _swap(random: Random, sections: list[Part], spare: list[Entry], titles: Titles) -> list[Part]:
    del random, spare, titles
    return sections[::-1]


def _move(random: Random, sections: list[Part], spare: list[Entry], titles: Titles) -> list[Part]:
    """Move the last entries of the first section to the second one."""
    del spare, titles
    (first, entries), (second, others) = sections
    count = random.randint(1, len(entries) - 1)
    return [Part(first, entries[:-count]), Part(second, [*entries[-count:], *others])]


def _cut(random: Random, sections: list[Part], spare: list[Entry], titles: Titles) -> list[Part]:
    """Cut the second section in two."""
    del spare
    first, (second, entries) = sections
    at = random.randint(1, len(entries) - 1)
    return [first, Part(second, entries[:at]), Part(titles[2], entries[at:])]


def _join(random: Random, sections: list[Part], spare: list[Entry], titles: Titles) -> list[Part]:
    del random, spare, titles
    (first, entries), (_, others) = sections
    return [Part(first, [*entries, *others])]


def _retitle(
    random: Random, sections: list[Part], spare: list[Entry], titles: Titles
) -> list[Part]:
    """Give a section a title in another language, or another title."""
    del spare
    title = random.choice((_TITLES["de"][1], _TITLES["zh"][1], titles[3]))
    return [sections[0], Part(title, sections[1].entries)]


def _append(random: Random, sections: list[Part], spare: list[Entry], titles: Titles) -> list[Part]:
    """Add a section with new codes."""
    del random
    return [*sections, Part(titles[3], spare)]


def _double(random: Random, sections: list[Part], spare: list[Entry], titles: Titles) -> list[Part]:
    """Have a section once more."""
    del spare, titles
    return [*sections, random.choice(sections)]


def _reword(random: Random, sections: list[Part], spare: list[Entry], titles: Titles) -> list[Part]:
    """Have an entry of the first section in the second one, too, with another text."""
    del titles
    first, (second, others) = sections
    entry = random.choice(first.entries)
    moved = replace(entry, text=spare[0].text)
    rest = [one for one in first.entries if one is not entry]
    return [Part(first.title, rest), Part(second, [*others, moved])]


_OF_PARTS: dict[str, Callable[[Random, list[Part], list[Entry], Titles], list[Part]]] = {
    "swap": _swap,
    "move": _move,
    "cut": _cut,
    "join": _join,
    "retitle": _retitle,
    "append": _append,
    "double": _double,
    "reword": _reword,
}
