"""What long work says of itself while it goes on: whoever waits is told what is being done."""

from __future__ import annotations

from collections.abc import Callable

# Takes what is being done, in a few words; each time instead of the last.
Tell = Callable[[str], None]


def silent(doing: str) -> None:
    """Say nothing."""
    del doing
