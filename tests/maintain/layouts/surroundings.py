"""What stands around a list on a page: titles, prose, examples, tables of other things."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from tests.maintain.layouts.listing import Listing

_PAGES = frozenset({".md", ".html", ".txt", ".rst"})
_ABOVE = {
    "intro": (
        "All responses of the pier API carry one of these codes.",
        "The API returns the codes below with HTTP status 400 unless said otherwise.",
        "This page lists the error codes of version 2.3 of the API.",
    ),
    "day": (
        "Last updated: 2025-03-14",
        "Updated on March 14, 2025",
        "更新时间：2025-03-14",  # noqa: RUF001 - as on such pages
        "Version 3.2 (2025)",
    ),
}
_BELOW = {
    "foot": (
        "© 2025 Pier Ltd. All rights reserved.",
        "Questions? Write to help@pier.example.",
        "Was this page helpful? Yes No",
        "Next: Webhooks",
        "Page 3 of 12",
    ),
    "note": (
        "Note: codes above 5000 are reserved.",
        "Note: retry at most 3 times.",
        "* Contact support with the request id.",
    ),
}
_TABLES = {
    "HTTP status codes": (("Status", "Meaning"), ("200", "OK"), ("400", "Bad request")),
    "Parameters": (("Name", "Type"), ("code", "int"), ("message", "string")),
    "Change log": (("Day", "Change"), ("2025-03-14", "New codes"), ("2024-11-02", "First")),
    "Currencies": (("Code", "Currency"), ("978", "Euro"), ("840", "US dollar")),
    "Removed codes": (("Code", "Message"), ("7001", "Fax is busy"), ("7002", "Telex is lost")),
    "Limits": (("Setting", "Value"), ("Requests per minute", "100"), ("Size of a file", "2048")),
    "Order states": (("State", "Meaning"), ("1", "Created"), ("2", "Paid"), ("3", "Sent")),
    "Retries": (("Attempt", "Wait"), ("1", "2 s"), ("2", "4 s"), ("3", "8 s")),
}
_MOST = 3


def around(random: Random, listed: Listing, text: str, suffix: str) -> str:
    """Return a list with up to three other things above and below it; data and code as they are."""
    if suffix not in _PAGES:
        return text
    for _ in range(random.randint(0, _MOST)):
        kind = random.choice((*_ABOVE, *_BELOW, *_OTHERS, *_TABLES))
        if kind in _ABOVE:
            text = _paragraph(suffix, random.choice(_ABOVE[kind])) + text
        elif kind in _BELOW:
            text = _below(text, _paragraph(suffix, random.choice(_BELOW[kind])))
        elif kind in _TABLES:
            table = _heading(suffix, kind) + _table(suffix, _TABLES[kind])
            title = _heading(suffix, listed.headings[5])
            text = table + title + text if random.random() < 0.5 else _below(text, table)
        else:
            text = _OTHERS[kind](listed, text, suffix)
    return text


def _below(text: str, more: str) -> str:
    return f"{text.rstrip()}\n\n{more}"


def _paragraph(suffix: str, text: str) -> str:
    return f"<p>{escape(text)}</p>\n" if suffix == ".html" else f"{text}\n\n"


def _heading(suffix: str, text: str, level: int = 2) -> str:
    if suffix == ".html":
        return f"<h{level}>{escape(text)}</h{level}>\n"
    if suffix == ".rst":
        return f"{text}\n{'=' * (2 * len(text))}\n\n"
    return f"{'#' * level} {text}\n\n" if suffix == ".md" else f"{text}\n\n"


def _table(suffix: str, rows: Sequence[Sequence[str]]) -> str:
    if suffix == ".html":
        head, *body = [
            "".join(f"<{tag}>{cell}</{tag}>" for cell in row)
            for tag, row in zip(["th", *["td"] * (len(rows) - 1)], rows, strict=True)
        ]
        return "<table>\n" + "".join(f"<tr>{row}</tr>\n" for row in (head, *body)) + "</table>\n"
    if suffix == ".md":
        lines = [rows[0], ["---"] * len(rows[0]), *rows[1:]]
        return "".join(f"| {' | '.join(line)} |\n" for line in lines) + "\n"
    return "".join(f"{chr(9).join(row)}\n" for row in rows) + "\n"


def _preformatted(suffix: str, text: str) -> str:
    if suffix == ".html":
        return f"<pre>{escape(text)}</pre>\n"
    return f"```json\n{text}\n```\n\n" if suffix == ".md" else f"{text}\n\n"


def _example(listed: Listing, text: str, suffix: str) -> str:
    body = {"code": listed.codes[0], "message": listed.texts[0]}
    shown = _preformatted(suffix, json.dumps(body, ensure_ascii=False))
    return _paragraph(suffix, "Example:") + shown + text


def _title(listed: Listing, text: str, suffix: str) -> str:
    return _heading(suffix, listed.headings[5], 1) + text


def _contents(listed: Listing, text: str, suffix: str) -> str:
    del listed
    if suffix == ".md":
        return f"- [Introduction](#intro)\n- [Error codes](#codes)\n\n{text}"
    if suffix == ".html":
        return f'<ul><li><a href="#a">Introduction</a></li></ul>\n{text}'
    return f"Contents\n\n1. Introduction\n2. Error codes\n\n{text}"


def _question(listed: Listing, text: str, suffix: str) -> str:
    asked = f"Why do I get {listed.codes[0]}? Because the key is old."
    return _below(text, _heading(suffix, "Questions") + _paragraph(suffix, asked))


def _steps(listed: Listing, text: str, suffix: str) -> str:
    del listed
    if suffix == ".html":
        return f"{text}<h2>How to retry</h2>\n<ol><li>Wait</li><li>Send it again</li></ol>\n"
    return _below(text, _heading(suffix, "How to retry") + "1. Wait\n2. Send it again\n\n")


def _matter(listed: Listing, text: str, suffix: str) -> str:
    del listed
    before = "---\ntitle: Errors\nweight: 300\ndate: 2025-01-02\n---\n\n" if suffix == ".md" else ""
    return text if text.startswith("---") else before + text


def _ports(listed: Listing, text: str, suffix: str) -> str:
    del listed
    lines = _paragraph(suffix, "8080 the API") + _paragraph(suffix, "9090 the metrics")
    return _below(text, _heading(suffix, "Ports") + lines)


_OTHERS: dict[str, Callable[[Listing, str, str], str]] = {
    "example": _example,
    "title": _title,
    "contents": _contents,
    "question": _question,
    "steps": _steps,
    "matter": _matter,
    "ports": _ports,
}
