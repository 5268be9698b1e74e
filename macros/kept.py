"""What one build can take over from the one before: whatever was made of the same things.

A server that follows edits builds again and again in one process. It keeps one `Kept` for all its
builds; everything else has one that holds nothing. What is made is the same either way.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Made = TypeVar("Made")


class Kept:
    """Values by name, each with what it was made of.

    Args:
        lasting: whether there will be another build; without one nothing is held.

    Attributes:
        anew: the names of what this build had to make.
    """

    def __init__(self, *, lasting: bool = True) -> None:
        self._lasting = lasting
        self._held: dict[tuple[str, ...], tuple[object, object]] = {}
        self._used: set[tuple[str, ...]] = set()
        self.anew: list[tuple[str, ...]] = []

    def get(
        self,
        name: tuple[str, ...],
        made_of: object,
        make: Callable[[], Made],
        same: Callable[[object, object], bool] | None = None,
    ) -> Made:
        """Return what `make` made of the same things before, else what it makes now.

        Args:
            name: what it is; another value of this name is forgotten.
            made_of: all that `make` uses.
            make: makes it; when it raises, nothing is kept.
            same: tells whether two values of `made_of` are the same. Without it texts and bytes are
                when they are equal, tuples when their parts are the same, and anything else when it
                is the very same object: what is made may hold on to it.
        """
        if not self._lasting:
            return make()
        self._used.add(name)
        held = self._held.get(name)
        if held and (same or _same)(held[0], made_of):
            return held[1]  # type: ignore[return-value]
        made = make()
        self._held[name] = made_of, made
        self.anew.append(name)
        return made

    def begin(self) -> None:
        """Begin a build: nothing is used and made anew yet."""
        self._used = set()
        self.anew = []

    def end(self) -> None:
        """End a build that went well: forget what it did not use."""
        self._held = {name: held for name, held in self._held.items() if name in self._used}


def digest(path: Path) -> bytes:
    """Return what tells the contents of a file from others; nothing where there is no file."""
    return hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b""


def _same(old: object, new: object) -> bool:
    if old is new:
        return True
    if isinstance(old, tuple) and isinstance(new, tuple):
        return len(old) == len(new) and all(map(_same, old, new))
    return isinstance(old, (str, bytes)) and old == new
