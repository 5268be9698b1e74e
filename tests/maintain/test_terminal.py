"""The terminal: one line that is replaced where a person looks, lines of its own elsewhere."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from macros.maintain import terminal

if TYPE_CHECKING:
    from collections.abc import Callable


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Return what lets time go on by some seconds."""
    now = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    monkeypatch.setattr(terminal, "_told", [now[0]])

    def wait(seconds: float) -> None:
        now[0] += seconds

    return wait


def test_on_a_terminal(clock: Callable[[float], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line takes the place of the last, none faster than one can read; the end clears it."""
    shown = Terminal()
    monkeypatch.setattr("sys.stderr", shown)
    clock(1)
    terminal.tell("reading orbit, provider 1 of 2")
    terminal.tell("too soon")
    clock(1)
    terminal.tell("reading venus, provider 2 of 2")
    terminal.tell("")
    assert shown.getvalue().split("\r\033[K") == [
        "",
        "reading orbit, provider 1 of 2 …",
        "reading venus, provider 2 of 2 …",
        "",
    ]


def test_in_a_pipe(clock: Callable[[float], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Short work says nothing; long work says a plain line now and then."""
    piped = io.StringIO()
    monkeypatch.setattr("sys.stderr", piped)
    for place in range(12):
        terminal.tell(f"making orbit, page {place}00 of 1200")
        terminal.tell("")
        clock(1)
    assert piped.getvalue() == (
        "making orbit, page 500 of 1200 …\nmaking orbit, page 1000 of 1200 …\n"
    )
