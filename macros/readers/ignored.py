"""What a provider's file says to ignore, and the problem of a line that nothing accounts for."""

from __future__ import annotations

import re

from macros.errors import Problem


class Ignored:
    """Patterns for whole lines; remembers which of them were of use."""

    def __init__(self, patterns: list[str]) -> None:
        self._patterns = {pattern: re.compile(pattern, re.ASCII) for pattern in patterns}
        self._used: set[str] = set()

    def matches(self, text: str) -> bool:
        """Tell whether a pattern matches the whole of `text`."""
        found = [name for name, compiled in self._patterns.items() if compiled.fullmatch(text)]
        self._used.update(found)
        return bool(found)

    def unused(self) -> list[str]:
        """Return the patterns that matched nothing so far."""
        return [pattern for pattern in self._patterns if pattern not in self._used]


def leftover(file: str, line: int, text: str) -> Problem:
    """Return the problem of a line that is neither row nor heading nor ignored."""
    what = f'"{shown(text)}" is neither a code with its message nor a heading.'
    do = "Mend the reader's options in provider.yml, or add a pattern for it to `ignore`."
    return Problem(file, line, what, do)


def shown(text: str, most: int = 80) -> str:
    """Return `text` for an error: cut to `most` characters, invisible ones as escapes."""
    visible = "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in text
    )
    return visible if len(visible) <= most else f"{visible[: most - 1]}…"
