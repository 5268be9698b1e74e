"""What is asked of rows that can be read, and are perhaps no codes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from macros.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


@dataclass(frozen=True, slots=True, order=True)
class Doubt(Problem):
    """A question about rows.

    Attributes:
        quoted: their lines, as `prose` quotes them where they list no codes.
        rows: what they say by hand where what is asked is so, as `rows` has it.
        more: what else the options have then, by their keys.
        change: what becomes of the reader's options where what is asked is so.
    """

    quoted: tuple[str, ...] = ()
    rows: tuple[Mapping[str, Any], ...] = field(default=(), compare=False)
    more: Mapping[str, Sequence[str]] = field(default_factory=dict, compare=False)
    change: Callable[[dict[str, Any]], dict[str, Any]] | None = field(default=None, compare=False)


def becomes(options: Mapping[str, Any]) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Return the change by which a document is read with other options."""
    return lambda _: dict(options)
