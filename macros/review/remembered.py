"""Functions that remember what they said of a text: revisions repeat most of their messages.

Whoever has reviewed all documents and goes on with something else can have the room back.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Given = ParamSpec("Given")
Said = TypeVar("Said")

_MOST = 100_000  # texts
_forget: list[Callable[[], None]] = []


def remembered(function: Callable[Given, Said]) -> Callable[Given, Said]:
    """Return a function that says what `function` says, and thinks of each text once."""
    cached = lru_cache(_MOST)(function)
    _forget.append(cached.cache_clear)
    return cached  # type: ignore[return-value]  # it takes what `function` takes


def forget() -> None:
    """Let all of them remember nothing."""
    for one in _forget:
        one()
