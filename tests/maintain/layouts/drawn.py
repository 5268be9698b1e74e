"""Rows of cells -> the text of a table: pipes of Markdown, HTML, CSV."""

from __future__ import annotations

Rows = list[tuple[str, ...]]


def pipes(rows: Rows) -> str:
    """Return a table of Markdown; its first row has the headings."""
    head, *others = (f"| {' | '.join(row)} |\n" for row in rows)
    return f"{head}{'|---' * len(rows[0])}|\n{''.join(others)}"


def html(rows: Rows) -> str:
    """Return a table in HTML, in which nothing tells the headings."""
    lines = (f"<tr><td>{'</td><td>'.join(row)}</td></tr>\n" for row in rows)
    return f"<table>\n{''.join(lines)}</table>\n"


def csv(rows: Rows) -> str:
    """Return lines of cells with commas between."""
    return "".join(f"{','.join(row)}\n" for row in rows)
