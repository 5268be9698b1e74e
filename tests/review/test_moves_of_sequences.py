"""Random histories in two languages: each text that moved is told, and nothing else is.

What moved is written down when a history is made, before anything of it is read.
"""

from __future__ import annotations

import random
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from macros.kinds import Kind
from tests import tongues
from tests.tongues import State, Text

if TYPE_CHECKING:
    from pathlib import Path

# Each text names a thing that no other one does.
LETTERS = "abcdefghij"
SYLLABLES = "가나다라마바사아자차"
TEXTS = {
    "en": "The harbour master refused the {} of this ship",
    "ko": "항만 관리자가 이 배의 {} 거부했습니다",
}
# By code, which thing its text names.
Page = dict[int, int]
Pages = dict[str, Page]


def _text(tag: str, thing: int) -> str:
    signs = LETTERS if tag == "en" else SYLLABLES
    name = "".join(signs[int(digit)] for digit in f"{thing:02}") * 3
    return TEXTS[tag].format(name)


def _changed(page: Page, chance: random.Random, fresh: int) -> Page:
    """Return a page on which codes changed places, or a block was pushed on, or texts came."""
    codes = sorted(page)
    way = chance.choice(["swap", "push", "move", "drop", "another"])
    one, other = chance.sample(codes, 2)
    if way == "swap":
        return page | {one: page[other], other: page[one]}
    if way == "push":
        behind = {code + 1: page[code] for code in codes if code >= one}
        return {code: page[code] for code in codes if code < one} | {one: fresh} | behind
    rest = {code: thing for code, thing in page.items() if code != one}
    if way == "drop":
        return rest
    return rest | ({one: fresh} if way == "another" else {codes[-1] + 1: page[one]})


def _history(seed: int) -> list[Pages]:
    """Return four revisions, of which each changed both pages, or one."""
    chance = random.Random(seed)  # noqa: S311 - the same each time is what it is for
    page = dict(zip(range(100, 112), range(12), strict=True))
    history: list[Pages] = [{"en": page, "ko": page}]
    for number in range(3):
        pages = dict(history[-1])
        changed = chance.choice([["en", "ko"], ["en"], ["ko"]])
        if pages["en"] == pages["ko"]:
            new = _changed(pages["en"], chance, 20 + number)
            pages |= dict.fromkeys(changed, new)
        else:
            pages[changed[0]] = _changed(pages[changed[0]], chance, 20 + number)
        history.append(pages)
    return history


def _moved(before: Page, after: Page) -> set[tuple[int, int]]:
    """Return the codes between which texts went."""
    places = {thing: code for code, thing in after.items()}
    return {
        (code, places[thing])
        for code, thing in before.items()
        if thing in places and places[thing] != code
    }


@pytest.mark.parametrize("seed", range(24))
def test_what_moved(tmp_path: Path, seed: int) -> None:
    """Moves, their languages, and which codes are renumbered are as the history has them."""
    history = _history(seed)
    states = [
        State(
            f"{2010 + number}-01-01",
            [
                Text({str(code): _text(tag, page[code]) for code in sorted(page)}, tag)
                for tag, page in pages.items()
            ],
        )
        for number, pages in enumerate(history)
    ]
    review = tongues.atlas(tmp_path, *states).reviews["orbit"]
    ids = [state.id for state in states]
    for number, (before, after) in enumerate(pairwise(history)):
        moved = {tag: _moved(before[tag], after[tag]) for tag in TEXTS}
        told = [one for one in review.moves if one.before.id == ids[number]]
        pairs = {(int(one.old.code), int(one.new.code)): one for one in told}
        assert len(pairs) == len(told)
        assert pairs.keys() == moved["en"] | moved["ko"]
        for (old, new), move in pairs.items():
            languages = tuple(tag for tag in TEXTS if (old, new) in moved[tag])
            others = any(
                old in before[tag] and new in after[tag] for tag in TEXTS if tag not in languages
            )
            assert (move.languages, move.only_in) == (languages, languages if others else ())
        changes = {
            int(one.code.code): one for one in review.changes if one.before.id == ids[number]
        }
        for code in {code for pages in (before, after) for page in pages.values() for code in page}:
            both = [tag for tag in TEXTS if code in before[tag] and code in after[tag]]
            differ = [tag for tag in both if before[tag][code] != after[tag][code]]
            own = [tag for tag in differ if any(code in pair for pair in moved[tag])]
            change = changes.get(code)
            if not both:
                continue
            assert bool(change) == bool(differ)
            if own and change:
                alone = own[0] if own != both else ""
                assert (change.kind, change.only_in) == (Kind.RENUMBERED, alone)
            elif change:
                assert change.kind in {Kind.REWORDED, Kind.REASSIGNED}
