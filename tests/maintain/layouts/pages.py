"""Lists on pages of Markdown and HTML: headings, items, terms and paragraphs."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from tests.maintain.layouts.listing import Listing


def _blocks(listed: Listing, form: str, *, is_html: bool = False) -> str:
    shown = escape if is_html else str
    return "".join(
        form.format(code=shown(code), text=shown(text), remedy=shown(remedy), status=status)
        for code, text, remedy, status in zip(
            listed.codes, listed.texts, listed.remedies, listed.statuses, strict=True
        )
    )


def headings(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a heading for each code, with its text in it or below it."""
    form = random.choice(
        (
            "### {code}\n\n{text}\n\n",
            "### `{code}` {text}\n\n",
            "### {code}: {text}\n\n{remedy}\n\n",
            "#### {code}\n\n{text}\n\n{remedy}\n\n",
            "## {code} - {text}\n\n{remedy}.\n\n",
        )
    )
    return _blocks(listed, form), ".md"


def labels(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a heading for each code, with labels below it."""
    del random
    form = (
        "### {code}\n\n**Message:** {text}\n\n**HTTP status:** {status}\n\n"
        "**Solution:** {remedy}\n\n"
    )
    return _blocks(listed, form), ".md"


def steps(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a heading for each code, with steps below it."""
    del random
    return _blocks(listed, "### {code} {text}\n\n1. {remedy}\n2. Wait 5 minutes\n\n"), ".md"


def bullets(random: Random, listed: Listing) -> tuple[str, str]:
    """Return an item for each code."""
    form = random.choice(
        (
            "- `{code}`: {text}\n",
            "- **{code}** - {text}\n",
            "* {code}: {text}\n",
            "- {code} – {text}\n",  # noqa: RUF001
            "1. `{code}` {text}\n",
            "- {text} ({code})\n",
            "> **{code}** {text}\n>\n",
        )
    )
    return _blocks(listed, form), ".md"


def paragraphs(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a paragraph for each code."""
    form = random.choice(
        (
            "**{code}**: {text}\n\n",
            "`{code}` {text}\n\n",
            "**{code}**\n{text}\n\n",
            "**{code}**\n: {text}\n\n",
        )
    )
    return _blocks(listed, form), ".md"


def elements(random: Random, listed: Listing) -> tuple[str, str]:
    """Return an element of HTML for each code."""
    before, form, behind = random.choice(
        (
            ("<dl>\n", "<dt>{code}</dt>\n<dd>{text}</dd>\n", "</dl>\n"),
            ("<ul>\n", "<li><code>{code}</code> {text}</li>\n", "</ul>\n"),
            ("<ul>\n", "<li><b>{code}</b>: {text}</li>\n", "</ul>\n"),
            ("<ul>\n", "<li>{code} - {text}</li>\n", "</ul>\n"),
            ("", "<details>\n<summary>{code}</summary>\n<p>{text}</p>\n</details>\n", ""),
            ("", "<div><div class=code>{code}</div><div class=text>{text}</div></div>\n", ""),
        )
    )
    return f"{before}{_blocks(listed, form, is_html=True)}{behind}", ".html"
