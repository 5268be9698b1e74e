"""A property that is made once: it behaves as the one of the standard library."""

from __future__ import annotations

from dataclasses import dataclass, field

from macros.cached import cached_property


@dataclass(frozen=True)
class _Dock:
    ships: int
    asked: list[int] = field(default_factory=list)

    @cached_property
    def masts(self) -> int:
        """So many."""
        self.asked.append(self.ships)
        return 3 * self.ships


def test_once() -> None:
    """It is made when it is first asked for, once for each object, of frozen ones, too."""
    one, other = _Dock(1), _Dock(2)
    assert one.asked == []
    assert (one.masts, one.masts, other.masts) == (3, 3, 6)
    assert (one.asked, other.asked) == ([1], [2])


def test_of_the_class() -> None:
    """The class has the property itself, with what is said of it."""
    assert _Dock.__dict__["masts"].__doc__ == "So many."
    assert _Dock.masts is _Dock.__dict__["masts"]
