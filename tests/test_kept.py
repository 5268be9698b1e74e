"""What a build takes over: only what was made of the same things."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING

import pytest

from macros.kept import Kept, digest

if TYPE_CHECKING:
    from pathlib import Path


class Thing:
    """Equal to all of its kind, and another one."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Thing)

    def __hash__(self) -> int:
        return 1


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("a", "a", True),
        ("a", "b", False),
        (b"a", b"a", True),
        (("a", ("b",)), ("a", ("b",)), True),
        (("a", ("b",)), ("a", ("c",)), False),
        (("a", "b"), ("a",), False),
        (Thing(), Thing(), False),
        (1000, "1000", False),
    ],
)
def test_made_of(before: object, after: object, same: bool) -> None:  # noqa: FBT001
    """Texts are the same when they are equal, tuples by their parts, a thing when it is itself."""
    kept = Kept()
    assert kept.get(("a",), before, lambda: "first") == "first"
    assert kept.get(("a",), after, lambda: "second") == ("first" if same else "second")


def test_by_equality() -> None:
    """Where it is asked for, what is equal is the same."""
    kept = Kept()
    kept.get(("a",), Thing(), lambda: "first", operator.eq)
    assert kept.get(("a",), Thing(), lambda: "second", operator.eq) == "first"


def test_of_its_name() -> None:
    """Two names have each their own value, though made of the same; what is new is told."""
    kept = Kept()
    assert kept.get(("a", "x"), "same", lambda: 1) == 1
    assert kept.get(("a", "y"), "same", lambda: 2) == 2
    kept.begin()
    assert kept.get(("a", "x"), "same", lambda: 3) == 1
    assert kept.get(("a", "y"), "other", lambda: 4) == 4
    assert kept.anew == [("a", "y")]


def test_nothing_of_what_failed() -> None:
    """What could not be made is made the next time; what was there before is not in its place."""
    kept = Kept()
    kept.get(("a",), "good", lambda: 1)
    with pytest.raises(ZeroDivisionError):
        kept.get(("a",), "bad", lambda: 1 // 0)
    assert kept.get(("a",), "bad", lambda: 2) == 2


def test_forgets_what_is_unused() -> None:
    """What a build did not use is forgotten when it ends well, and not before."""
    kept = Kept()
    for name in ("a", "b"):
        kept.get((name,), "same", lambda: 1)
    kept.begin()
    kept.get(("a",), "same", lambda: 2)
    kept.begin()
    assert kept.get(("b",), "same", lambda: 3) == 1
    kept.end()
    assert kept.get(("b",), "same", lambda: 4) == 1
    assert kept.get(("a",), "same", lambda: 5) == 5


def test_digest(tmp_path: Path) -> None:
    """The digest of a file is that of its bytes; where there is none, it is no file's."""
    one, other, missing = (tmp_path / name for name in "abc")
    one.write_bytes(b"")
    other.write_bytes(b"x")
    assert len({digest(one), digest(other), digest(missing)}) == 3
    other.write_bytes(b"")
    assert digest(one) == digest(other)
