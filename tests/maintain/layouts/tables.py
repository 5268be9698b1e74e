"""Lists in tables: of Markdown, HTML, reStructuredText and separated values."""

from __future__ import annotations

import csv
import io
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from tests.maintain.layouts.listing import Listing

_Column = tuple[str, list[str]]


def _columns(random: Random, listed: Listing) -> list[_Column]:
    """Return the code and the message, and perhaps further columns, in an order of their own."""
    code, message, remedy, status, name, _ = listed.headings
    columns = [(code, listed.codes), (message, listed.texts)]
    if random.random() < 0.3:
        columns.append((remedy, listed.remedies))
    if random.random() < 0.3:
        columns.insert(random.randint(1, len(columns)), (status, listed.statuses))
    if random.random() < 0.2 and listed.form not in {"names", "dotted"}:
        columns.insert(random.randint(1, len(columns)), (name, listed.names))
    if random.random() < 0.1:
        columns.insert(0, ("#", [str(place + 1) for place in range(len(listed.codes))]))
    elif random.random() < 0.1:
        columns[0], columns[1] = columns[1], columns[0]
    return columns


def _more_columns(random: Random, listed: Listing) -> list[_Column]:
    """Return the code and the message among facts of other kinds."""
    count = len(listed.codes)

    def some(*able: str) -> list[str]:
        return [random.choice(able) for _ in range(count)]

    facts = [
        ("Since", some("1.0", "1.2", "2.0")),
        ("Level", some("ERROR", "WARN")),
        ("Retry", some("yes", "no")),
        ("Count", [str(random.randint(0, 99)) for _ in range(count)]),
        ("Added", some("2024-03-11", "2024-09-02", "2025-01-20")),
        ("Module", some("auth", "pay", "core")),
        ("gRPC", some("3", "5", "7", "16")),
        ("Old code", [str(random.randint(10, 99)) for _ in range(count)]),
    ]
    columns = [(listed.headings[0], listed.codes), (listed.headings[1], listed.texts)]
    for fact in random.sample(facts, random.randint(1, 3)):
        columns.insert(random.randint(0, len(columns)), fact)
    return columns


def _rows(columns: Sequence[_Column]) -> list[list[str]]:
    body = zip(*(cells for _, cells in columns), strict=True)
    return [[heading for heading, _ in columns], *map(list, body)]


def _two_columns(listed: Listing) -> list[list[str]]:
    return _rows([(listed.headings[0], listed.codes), (listed.headings[1], listed.texts)])


def _pipes(rows: Sequence[Sequence[str]]) -> str:
    head, *body = [[cell.replace("<", "&lt;") for cell in row] for row in rows]
    lines = [head, ["---"] * len(head), *body]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _html(rows: Sequence[Sequence[str]], *, parted: bool = False) -> str:
    shown = [
        "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row)
        for tag, row in zip(["th", *["td"] * (len(rows) - 1)], rows, strict=True)
    ]
    head, *body = [f"<tr>{row}</tr>\n" for row in shown]
    if parted:
        return f"<table>\n<thead>\n{head}</thead>\n<tbody>\n{''.join(body)}</tbody>\n</table>\n"
    return f"<table>\n{head}{''.join(body)}</table>\n"


def _separated(rows: Sequence[Sequence[str]], delimiter: str = ",") -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return written.getvalue()


def pipes(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a table of Markdown, whose codes may be set apart."""
    columns = _columns(random, listed)
    mark = random.choice(("", "", "`", "**"))
    shown = [
        (heading, [f"{mark}{cell}{mark}" for cell in cells] if cells is listed.codes else cells)
        for heading, cells in columns
    ]
    return _pipes(_rows(shown)), ".md"


def html(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a table of HTML."""
    return _html(_rows(_columns(random, listed)), parted=random.random() < 0.5), ".html"


def page(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a whole page of HTML."""
    table = _html(_rows(_columns(random, listed)), parted=True)
    head = "<title>Errors</title><style>td{padding:4px}</style><script>var v=404;</script>"
    above = "<nav><a href=/>Home</a> API 2.0</nav>\n<h1>Errors</h1>\n"
    below = "<footer>© 2025 Pier Ltd, 12 Quay Street</footer>\n"
    body = f"<body>\n{above}{table}{below}</body>"
    return f"<!DOCTYPE html>\n<html><head>{head}</head>\n{body}</html>\n", ".page.html"


def separated(random: Random, listed: Listing) -> tuple[str, str]:
    """Return separated values, perhaps without headings."""
    rows = _rows(_columns(random, listed))
    return _separated(rows[random.random() < 0.25 :], random.choice(",;\t")), ".csv"


def facts_beside(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a table with facts beside the codes."""
    rows = _rows(_more_columns(random, listed))
    shown = {".md": _pipes, ".html": _html, ".csv": _separated}
    suffix = random.choice(tuple(shown))
    return shown[suffix](rows), suffix


def two_parts(random: Random, listed: Listing) -> tuple[str, str]:
    """Return two tables with the same headings, each under a title of its own."""
    half = len(listed.codes) // 2
    head, *body = _two_columns(listed)
    parts = {1: [head, *body[:half]], 2: [head, *body[half:]]}
    title = listed.headings[5]
    if random.random() < 0.5:
        shown = [f"## {title} {number}\n\n{_pipes(part)}\n" for number, part in parts.items()]
        return "".join(shown), ".md"
    shown = [f"<h2>{title} {number}</h2>\n{_html(part)}" for number, part in parts.items()]
    return "".join(shown), ".html"


def titles_within(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a table with titles between its rows."""
    rows = _two_columns(listed)
    half = 1 + len(listed.codes) // 2
    if random.random() < 0.5:
        rows.insert(half, ["**Payments**", ""])
        rows.insert(1, ["**General**", ""])
        return _pipes(rows), ".md"
    shown = _html(rows).split("\n")
    shown.insert(1 + half, '<tr><td colspan="2"><b>Payments</b></td></tr>')
    shown.insert(2, '<tr><td colspan="2"><b>General</b></td></tr>')
    return "\n".join(shown), ".html"


def summed(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a table with a sum in its last row, or right below it, where it is plain."""
    rows = _two_columns(listed)
    count = str(len(listed.codes))
    if random.random() < 0.3:
        told = random.choice((f"Total: {count}", f"{count} codes in all.", f"Sum: {count} codes"))
        if random.random() < 0.5:
            return f"{_pipes(rows)}\n{told}\n", ".md"
        return f"{_html(rows)}<p>{told}</p>\n", ".html"
    foot = random.choice(
        (
            ["Total", count],
            ["Sum", f"{count} codes"],
            ["", f"{count} rows"],
            [count, "codes in all"],
        )
    )
    shown = {".md": _pipes, ".html": _html, ".csv": _separated}
    suffix = random.choice(tuple(shown))
    return shown[suffix]([*rows, foot]), suffix


def list_table(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a table of reStructuredText that is a list of lists."""
    del random
    rows = _two_columns(listed)
    shown = "".join(f"   * - {code}\n     - {text}\n" for code, text in rows)
    return f".. list-table::\n   :header-rows: 1\n\n{shown}", ".rst"


def simple(random: Random, listed: Listing) -> tuple[str, str] | None:
    """Return a table of reStructuredText with lines above and below it."""
    del random
    if listed.is_wide:
        return None
    rows = _two_columns(listed)
    width, other = (max(map(len, cells)) for cells in zip(*rows, strict=True))
    line = f"{'=' * width}  {'=' * other}\n"
    head, *body = [f"{code.ljust(width)}  {text}\n" for code, text in rows]
    return f"{line}{head}{line}{''.join(body)}{line}", ".rst"


def boxed(random: Random, listed: Listing) -> tuple[str, str] | None:
    """Return a table as databases print it."""
    del random
    if listed.is_wide:
        return None
    rows = _two_columns(listed)
    width, other = (max(map(len, cells)) for cells in zip(*rows, strict=True))
    line = f"+{'-' * (width + 2)}+{'-' * (other + 2)}+\n"
    head, *body = [f"| {code.ljust(width)} | {text.ljust(other)} |\n" for code, text in rows]
    return f"{line}{head}{line}{''.join(body)}{line}", ".txt"
