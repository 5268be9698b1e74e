"""How the work of the rules, and of reading limits, grows with the length of a message.

Run it as `make bench-review`. For each shape that patterns could stumble over it prints how many
times as long a message of ten times the length takes, both in one run: 10 is linear, 100 is not.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(PROJECT))

from macros.readers.rows import Row  # noqa: E402 - the path has to be known first
from macros.review.language import Language  # noqa: E402 - the same
from macros.review.limits import limits  # noqa: E402 - the same
from macros.review.rules import RULES, Subject  # noqa: E402 - the same
from tests.review.rules.planted import HOSTILE  # noqa: E402 - the same

if TYPE_CHECKING:
    from collections.abc import Callable

SHORT, LONG = 4_000, 40_000  # letters


class _English(Subject):
    """A document whose rows all count as English, whatever they are."""

    @property
    def english(self) -> list[Row]:
        return list(self.rows)


def _all_rules(message: str) -> None:
    row = Row("1", message, {}, "api", "a", 1)
    for rule in RULES:
        list(rule.find(_English([row], Language(frozenset()))))


def _growth(work: Callable[[str], object], shape: str) -> float:
    taken = []
    for length in (SHORT, LONG):
        message = f"The name of a ship exceeds 5 characters and {shape * (length // len(shape))}"
        begun = time.process_time()
        work(message)
        taken.append(max(time.process_time() - begun, 1e-4))
    return taken[1] / taken[0]


def main() -> None:
    """Print the growth for each shape."""
    print(f"{'shape':32}{'rules':>8}{'limits':>8}")
    for shape in HOSTILE:
        # The rules keep what they have read of limits, so that these come first.
        of_limits, of_rules = _growth(limits, shape), _growth(_all_rules, shape)
        print(f"{shape!r:32}{of_rules:7.1f}x{of_limits:7.1f}x")


if __name__ == "__main__":
    main()
