"""Documents of invented providers whose codes and texts are known: seed -> what lists them.

A list of codes has one of many layouts, and stands among other things that a page has. So a guess
can be held against what is true, for documents that nobody wrote by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from tests.maintain.layouts import cells, data, pages, source, surroundings, tables, texts, within
from tests.maintain.layouts.listing import Listing, listing

if TYPE_CHECKING:
    from collections.abc import Callable

LAYOUTS: dict[str, Callable[[Random, Listing], tuple[str, str] | None]] = {
    f"{module.__name__.rpartition('.')[2]}-{name}": layout
    for module in (tables, cells, texts, pages, within, data, source)
    for name, layout in vars(module).items()
    if not name.startswith("_") and getattr(layout, "__module__", "") == module.__name__
}


@dataclass(frozen=True, slots=True)
class Made:
    """A document.

    Attributes:
        file: its name.
        text: its text.
        codes: what it lists: each code with its text.
    """

    file: str
    text: str
    codes: dict[str, str]


def make(layout: str, seed: int, *, alone: bool = False) -> Made:
    """Return a document of one layout.

    Args:
        layout: one of `LAYOUTS`.
        seed: another one gives other codes, in another language, among other things.
        alone: whether it has nothing but the list.
    """
    random = Random(f"{layout} {seed}")  # noqa: S311 - it guards nothing
    while True:
        listed = listing(random)
        if made := LAYOUTS[layout](random, listed):
            break
    text, suffix = made
    if not alone:
        text = surroundings.around(random, listed, text, suffix)
    codes = dict(zip(listed.codes, listed.texts, strict=True))
    return Made(f"errors{suffix}", text, codes)
