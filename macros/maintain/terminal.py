"""The terminal: colours, progress and questions where a person sits before it, else plain text."""

from __future__ import annotations

import os
import sys
import time
from typing import TextIO

_BLINK = 0.05  # seconds, faster than which nobody reads
_PATIENCE = 5.0  # seconds after which whoever reads a log wants to know
_told = [time.monotonic()]


def is_interactive() -> bool:
    """Tell whether a person can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def has_colours(stream: TextIO) -> bool:
    """Tell whether a stream shows colours: a terminal does, unless NO_COLOR is set."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def bold(text: str, stream: TextIO) -> str:
    """Return a text that stands out, where the stream can show it."""
    return f"\033[1m{text}\033[0m" if has_colours(stream) else text


def warning(text: str, stream: TextIO) -> str:
    """Return a text as a warning, yellow where the stream can show it."""
    return f"\033[33m{text}\033[0m" if has_colours(stream) else text


def tell(text: str) -> None:
    """Say what is being done: on a terminal in one line that the next one replaces.

    Elsewhere in lines of its own, which only long work has: one in so many seconds.
    """
    now = time.monotonic()
    if sys.stderr.isatty():
        if not text or now - _told[0] >= _BLINK:
            _told[0] = now
            sys.stderr.write(f"\r\033[K{text} …" if text else "\r\033[K")
            sys.stderr.flush()
    elif text and now - _told[0] >= _PATIENCE:
        _told[0] = now
        sys.stderr.write(f"{text} …\n")
        sys.stderr.flush()


def ask(question: str, default: str = "") -> str:
    """Ask for a text; an empty answer is the default."""
    shown = f"{question} [{default}]: " if default else f"{question}: "
    return input(shown).strip() or default


def confirmed(question: str) -> bool:
    """Ask a question that only a clear yes answers."""
    return input(f"{question} [y/N] ").strip().lower() in {"y", "yes"}
