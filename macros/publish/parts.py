"""Into which pages a catalog is cut that is too large for one: codes -> a tree of parts.

A catalog of few codes is one part, the root, at `/{provider}/`. A larger one is cut by how codes
are printed: first by the letters before the number, then by how many digits that has, then digit by
digit, until each part is small enough. What does not end in a number is cut letter by letter. A
minus before a code counts for nothing: `3016` and `-3016` stay together, as they do everywhere.

The name of a part comes from that alone: `40000-49999`, `e900-e999`, `auth_~` (what begins so).
Neither another code nor a range of `provider.yml` moves it. A part that grows too large is cut, and
its page stays as the overview of the finer parts: what is published stays, whatever becomes of it
(`kept`).

A few codes make no part of their own: their rows stand on the overview above.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import escape

from macros import addresses

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code

# The symbols of a code by which it is cut: its letters, how many digits it has, its digits.
_Key = tuple[str, ...]

ROOT = ""
_DIGITS = "0123456789"
# How many different symbols can follow one: letters, digits, signs, lengths, and some more.
_SYMBOLS = 60
# What a page has beside its rows, and a row and a heading beside their texts, in bytes. Held by a
# test against pages as they are: a page is at most as large as it is counted.
_FRAME = 60_000
_ROW = 420
_NAMES_IN_ROW = 8
_OTHER = 70  # beside a text in another language
_HEADING = 1_200
# A code and a section in the lists of an overview, in bytes beside the names of codes and parts.
_NAME = 14
_LINK = 24
_SECTION = 300
_NAMES_IN_LIST = 3
# Where the list of all codes is too long with a link for each, one is for so many.
_TOGETHER = 10


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a catalog page may be: rows, and bytes of HTML."""

    rows: int = 3_000
    bytes: int = 1_000_000


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Part:
    """A page of a catalog: rows, finer parts, or both.

    Attributes:
        name: of its address; empty for the root, which is the catalog page itself.
        codes: all of it, those of its finer parts too, in order.
        rows: those with their rows on this page, in order.
        parts: the finer parts, by their first codes.
        together: for how many codes there is a link in the list of its codes; 0 where they are too
            many for such a list.
        sections: whether it has room to say where each section of the catalog begins.
    """

    name: str
    codes: tuple[Code, ...]
    rows: tuple[Code, ...]
    parts: tuple[Part, ...] = ()
    together: int = 1
    sections: bool = True

    @property
    def title(self) -> str:
        """What its codes have in common, to be read: `40000 … 49999`, or `auth_…`."""
        prefix = _key_of(self.name)
        at = next((at for at, symbol in enumerate(prefix) if symbol[0] == "~"), None)
        printed = _begun(self.codes[0]).removeprefix("-")
        if at is None:
            return f"{printed[: len(prefix)]}…"
        length, same = int(prefix[at][1:]), "".join(prefix[at + 1 :])
        # Where no code is padded with zeros, numbers of several digits begin with 1.
        padded = length == 1 or any(key(_begun(code))[at + 1] == "0" for code in self.codes)
        first = same or ("" if padded else "1")
        return f"{printed[:at]}{first.ljust(length, '0')} … {printed[:at]}{same.ljust(length, '9')}"

    @property
    def below(self) -> list[Part]:
        """The parts below this one that have rows of their own, in order."""
        return [part for part in self.whole if part is not self and part.rows]

    @property
    def whole(self) -> Iterator[Part]:
        """The part and all below it, in order."""
        yield self
        for part in self.parts:
            yield from part.whole


@dataclass(frozen=True)
class Cut:
    """A catalog in parts.

    Attributes:
        root: the catalog page.
        named: each part by its name, in order, the root first.
        of: the name of the page that has the row of a code, by its anchor.
    """

    root: Part
    named: dict[str, Part] = field(init=False)
    of: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Look up what is asked for often, once."""
        named = {part.name: part for part in self.root.whole}
        of = {code.anchor: name for name, part in named.items() for code in part.rows}
        object.__setattr__(self, "named", named)
        object.__setattr__(self, "of", of)

    @property
    def pages(self) -> list[Part]:
        """The parts that have rows of their own, but the root, in order."""
        return [part for part in self.named.values() if part.name and part.rows]


def address(catalog: Catalog, name: str) -> str:
    """Return the address of a part: `wechat/part/40000-49999/`, of the root `wechat/`."""
    if not name:
        return addresses.CATALOG(provider=catalog.provider.id)
    return addresses.PART(provider=catalog.provider.id, part=name)


def kept_of(catalog: Catalog, published: Collection[str]) -> frozenset[str]:
    """Return the names of a provider's parts among published addresses."""
    before, after = addresses.PART(provider=catalog.provider.id, part="\0").split("\0")
    return frozenset(
        one.removeprefix(before).removesuffix(after) for one in published if one.startswith(before)
    )


def cut(catalog: Catalog, limits: Limits = LIMITS, kept: Collection[str] = ()) -> Cut:
    """Cut a catalog into parts.

    Args:
        catalog: the catalog.
        limits: how large a page may be.
        kept: names of parts that there are whatever the limits are.
    """
    keys = {code.anchor: key(_begun(code)) for code in catalog.codes}
    first = frozenset(_first_of_sections(catalog.codes))
    cutter = _Cutter(limits, keys, weights(catalog.codes), first, [_key_of(name) for name in kept])
    return Cut(cutter.part((), catalog.codes))


def _begun(code: Code) -> str:
    """Return the anchor of a code; of a range that is listed as one its first code."""
    return code.ends[0] if code.ends else code.anchor


def key(printed: str) -> _Key:
    """Return the symbols of a code by which it is cut; `partOf` in `parts.js` knows the same."""
    plain = addresses.segment(printed).removeprefix("-")
    letters = plain.rstrip(_DIGITS)
    digits = plain[len(letters) :]
    return (*letters, f"~{len(digits)}", *digits) if digits else tuple(plain)


def _name(prefix: _Key) -> str:
    """Return the name of the part of all codes whose keys begin so."""
    at = next((at for at, symbol in enumerate(prefix) if symbol[0] == "~"), None)
    if at is None:
        return f"{''.join(prefix)}~" if prefix else ROOT
    letters, digits = "".join(prefix[:at]), "".join(prefix[at + 1 :])
    length = int(prefix[at][1:])
    return f"{letters}{digits.ljust(length, '0')}-{letters}{digits.ljust(length, '9')}"


def _key_of(name: str) -> _Key:
    """Return the beginning of the keys of all codes of the part with a name."""
    if name.endswith("~"):
        return tuple(name[:-1])
    middle = len(name) // 2
    first, last = name[:middle], name[middle + 1 :]
    letters = first.rstrip(_DIGITS)
    digits = list(zip(first[len(letters) :], last[len(letters) :], strict=False))
    return (*letters, f"~{len(digits)}", *(one for one, other in digits if one == other))


def _first_of_sections(codes: Sequence[Code]) -> Iterator[str]:
    """Yield the anchors of the codes with which a section begins."""
    above: object = None
    for code in codes:
        section = (code.code_set.id, code.range.span if code.range else code.section)
        if section != above:
            yield code.anchor
        above = section


def weights(codes: Sequence[Code]) -> dict[str, int]:
    """Return how many bytes of a page each code takes at most, with its heading, by anchor."""
    first = frozenset(_first_of_sections(codes))
    return {
        code.anchor: _ROW
        + _NAMES_IN_ROW * len(code.anchor)
        + sum(len(str(escape(text)).encode()) for text in code.meanings)
        + sum(_OTHER + len(str(escape(row.message)).encode()) for row in code.twins)
        + (_HEADING if code.anchor in first else 0)
        for code in codes
    }


@dataclass(frozen=True, slots=True)
class _Cutter:
    """What is known of all codes of a catalog while it is cut."""

    limits: Limits
    keys: dict[str, _Key]
    weights: dict[str, int]
    first: frozenset[str]
    kept: list[_Key]

    def part(self, prefix: _Key, codes: tuple[Code, ...]) -> Part:
        """Return the part of all codes whose keys begin with a prefix."""
        name, below = _name(prefix), [one for one in self.kept if _is_below(one, prefix)]
        if not below and (len(codes) == 1 or self._fit(codes, 1)):
            return Part(name, codes, codes)
        rows, groups, depth = self._groups(codes, len(prefix), below)
        parts: list[Part] = []
        for group in groups.values():
            start = self.keys[group[0].anchor][: depth + 1]
            if self._fit(group, _SYMBOLS) and not any(_begins(one, start) for one in below):
                rows += group
            else:
                finer = self.part(start, tuple(group))
                if start in below or not self._fit(finer.rows, _SYMBOLS):
                    parts.append(finer)
                else:
                    rows += finer.rows
                    parts += finer.parts
        own = {code.anchor for code in rows}
        here = tuple(code for code in codes if code.anchor in own)
        sections, together = self._lists(codes, here, parts)
        return Part(name, codes, here, tuple(parts), together, sections)

    def _groups(
        self, codes: tuple[Code, ...], depth: int, below: list[_Key]
    ) -> tuple[list[Code], dict[str, list[Code]], int]:
        """Return the codes that end at a depth, the others by what follows there, and the depth.

        Where all codes go on with the same, it is as deep as they part: the parts between would
        hold one other part and nothing else.
        """
        while True:
            ended: list[Code] = []
            groups: dict[str, list[Code]] = {}
            for code in codes:
                symbols = self.keys[code.anchor]
                if len(symbols) == depth:
                    ended.append(code)
                else:
                    groups.setdefault(symbols[depth], []).append(code)
            if ended or len(groups) != 1:
                return ended, groups, depth
            (group,) = groups.values()
            if self.keys[group[0].anchor][: depth + 1] in below:
                return ended, groups, depth
            depth += 1

    def _fit(self, codes: Sequence[Code], share: int) -> bool:
        """Tell whether the rows of codes take at most a share of a page."""
        if len(codes) * share > self.limits.rows:
            return False
        room = self.limits.bytes - _FRAME
        return sum(self.weights[code.anchor] for code in codes) * share <= room

    def _lists(
        self, codes: Sequence[Code], rows: Sequence[Code], parts: Sequence[Part]
    ) -> tuple[bool, int]:
        """Return which lists an overview has room for: `sections` and `together` of a part."""
        room = self.limits.bytes - _FRAME - sum(self.weights[code.anchor] for code in rows)
        of_sections = _SECTION * len(self.first & {code.anchor for code in codes})
        own = {code.anchor for code in rows}
        listed = [code.anchor for code in codes if code.anchor not in own]
        name = max((len(one.name) for part in parts for one in part.whole), default=0)
        of_names = sum(_NAME + _NAMES_IN_LIST * len(anchor) for anchor in listed)
        for together in (1, _TOGETHER):
            of_links = (_LINK + name) * (len(listed) // together + 1)
            for sections in (of_sections, 0):
                if of_names + of_links + sections <= room:
                    return sections == of_sections, together
        return of_sections <= room, 0


def _begins(one: _Key, start: _Key) -> bool:
    return one[: len(start)] == start


def _is_below(one: _Key, above: _Key) -> bool:
    return len(one) > len(above) and _begins(one, above)
