"""A row of the audit, and what each part of it looks at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

# The pages that are looked at; the largest catalog takes its place among them.
HOME, COMPARE, CHANGES, MISTAKES, CODE = (
    *("", "compare/", "changes/", "discrepancies/"),
    "wechat/40029/",
)


class Row(NamedTuple):
    """One thing that was measured.

    Attributes:
        name: what it is.
        value: what was found, as it is shown.
        limit: what it has to be, as it is shown.
        holds: whether it is.
    """

    name: str
    value: str
    limit: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Audited:
    """What is looked at.

    Attributes:
        site: the folder of the built site.
        address: where it is served as the host does, with a slash at the end.
        stock: where a stock Material site of the same content is served; empty without one.
        largest: the address of the largest page of a catalog.
        chromium: the path of a browser.
        runs: how often what varies is measured; of these the median counts.
    """

    site: Path
    address: str
    stock: str
    largest: str
    chromium: str
    runs: int

    @property
    def pages(self) -> tuple[str, ...]:
        """The five pages that visitors come to, with the most on them."""
        return (HOME, self.largest, CHANGES, COMPARE, CODE)
