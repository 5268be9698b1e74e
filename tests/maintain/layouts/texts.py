"""Lists in plain text: a line for each code, columns, lines below each other."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from tests.maintain.layouts.listing import Listing


def _lines(listed: Listing, form: str) -> str:
    return "".join(
        form.format(code=code, text=text, remedy=remedy, status=status, head=listed.headings)
        for code, text, remedy, status in zip(
            listed.codes, listed.texts, listed.remedies, listed.statuses, strict=True
        )
    )


def lines(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a line for each code, with one of many signs behind it."""
    before = random.choice(("", "", "", "", "Error ", "* ", "  "))
    signs = (": ", " - ", "\t", "  ", " ", " = ", " – ", "：", ") ", ". ", " => ", " -> ")  # noqa: RUF001
    sign = random.choice((*signs, "·", " · ", " ‧ ", "・", "ㆍ", " » ", " ― "))
    return _lines(listed, f"{before}{{code}}{sign}{{text}}\n"), ".txt"


def in_brackets(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a line for each code, which stands in brackets before or behind its text."""
    form = random.choice(("[{code}] {text}\n", "({code}) {text}\n", "{text} ({code})\n"))
    return _lines(listed, form), ".txt"


def with_status(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a line for each code, whose text ends with a status of HTTP, which is a part of it."""
    del random
    pairs = zip(listed.texts, listed.statuses, strict=True)
    listed.texts = [f"{text} (HTTP {status})" for text, status in pairs]
    return _lines(listed, "{code}: {text}\n"), ".txt"


def columns(random: Random, listed: Listing) -> tuple[str, str] | None:
    """Return columns of a fixed width, perhaps with headings."""
    if listed.is_wide:
        return None
    width = max(map(len, (*listed.codes, listed.headings[0]))) + random.randint(2, 6)
    head = f"{listed.headings[0].ljust(width)}{listed.headings[1]}\n"
    pairs = zip(listed.codes, listed.texts, strict=True)
    body = "".join(f"{code.ljust(width)}{text}\n" for code, text in pairs)
    return (head if random.random() < 0.7 else "") + body, ".txt"


def wrapped(random: Random, listed: Listing) -> tuple[str, str] | None:
    """Return columns of which the second has texts of several lines."""
    if listed.is_wide:
        return None
    more = ("", ", and the harbour master has to be told of it at once")
    listed.texts = [f"{text}{random.choice(more)}" for text in listed.texts]
    width = max(map(len, listed.codes)) + 2
    shown = ""
    for code, text in zip(listed.codes, listed.texts, strict=True):
        first, *rest = textwrap.wrap(text, 30) or [""]
        shown += f"{code.ljust(width)}{first}\n" + "".join(f"{' ' * width}{one}\n" for one in rest)
    return shown, ".txt"


def cells(random: Random, listed: Listing) -> tuple[str, str]:
    """Return the cells of a copied table, each on a line."""
    more = random.random() < 0.5
    head = "".join(f"{heading}\n" for heading in listed.headings[: 3 if more else 2])
    body = _lines(listed, "{code}\n{text}\n{remedy}\n" if more else "{code}\n{text}\n")
    return (head if more or random.random() < 0.6 else "") + body, ".txt"


def labelled(random: Random, listed: Listing) -> tuple[str, str]:
    """Return blocks of lines with labels."""
    del random
    form = "{head[0]}: {code}\n{head[1]}: {text}\n{head[2]}: {remedy}\n\n"
    return _lines(listed, form), ".txt"
