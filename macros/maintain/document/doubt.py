"""What is asked of rows that can be read, and are perhaps no codes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from macros.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence


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


def fitting(codes: Iterable[str], columns: Sequence[str] = ()) -> Callable[[Any], dict[str, Any]]:
    """Return the change by which some codes are of the form of codes, too.

    Args:
        codes: the codes.
        columns: the headings of the table that lists them, if it is one.
    """
    more = list(map(re.escape, codes))

    def fits(one: dict[str, Any]) -> dict[str, Any]:
        return {**one, "pattern": "|".join([one["pattern"], *more])}

    def changed(options: dict[str, Any]) -> dict[str, Any]:
        if not columns:
            return fits(options)
        tables = [fits(one) if one["columns"] == [*columns] else one for one in options["tables"]]
        return {**options, "tables": tables}

    return changed
