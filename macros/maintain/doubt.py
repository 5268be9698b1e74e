"""What is asked of rows that can be read, and are perhaps no codes."""

from __future__ import annotations

from dataclasses import dataclass

from macros.errors import Problem


@dataclass(frozen=True, slots=True, order=True)
class Doubt(Problem):
    """A question about rows.

    Attributes:
        quoted: their lines, as `prose` quotes them where they list no codes.
    """

    quoted: tuple[str, ...] = ()
