"""Lists within something else: code blocks, elements, numbered chapters, other markups."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from tests.maintain.layouts.listing import Listing


def _entries(listed: Listing, form: str) -> str:
    return "".join(
        form.format(place, code=code, text=text, remedy=remedy)
        for place, (code, text, remedy) in enumerate(
            zip(listed.codes, listed.texts, listed.remedies, strict=True), start=1
        )
    )


def code_block(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a block of code, or an indented one."""
    form = random.choice(("{code}: {text}\n", "{code} {text}\n", " * {code} {text}\n"))
    if random.random() < 0.3:
        return f"# Errors\n\nThese are sent:\n\n{_entries(listed, f'    {form}')}\n", ".md"
    return f"# Errors\n\nThese are sent:\n\n```\n{_entries(listed, form)}```\n\n", ".md"


def preformatted(random: Random, listed: Listing) -> tuple[str, str]:
    """Return preformatted lines of HTML."""
    form = random.choice(("{code}: {text}\n", "{code} {text}\n", "{code}  {text}\n"))
    return f"<h1>Errors</h1>\n<pre>\n{escape(_entries(listed, form))}</pre>\n", ".html"


def table_in_element(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a table of Markdown within an element of HTML."""
    above, below = random.choice(
        (
            ("<div>\n\n", "\n</div>\n"),
            ("<details>\n<summary>Codes</summary>\n\n", "\n</details>\n"),
            ('<section markdown="1">\n', "</section>\n"),
            ('<Tabs>\n<Tab title="HTTP">\n\n', "\n</Tab>\n</Tabs>\n"),
        )
    )
    head = f"| {listed.headings[0]} | {listed.headings[1]} |\n| --- | --- |\n"
    return f"{above}{head}{_entries(listed, '| {code} | {text} |' + chr(10))}{below}", ".md"


def numbered_headings(random: Random, listed: Listing) -> tuple[str, str]:
    """Return headings with the numbers of chapters before the codes."""
    form = random.choice(
        (
            "### 3.{0} {code} {text}\n\n{remedy}.\n\n",
            "### 3.{0}. {code} - {text}\n\n",
            "### {0}. {code}: {text}\n\n",
            "#### 3.1.{0} `{code}`\n\n{text}\n\n",
        )
    )
    return _entries(listed, form), ".md"


def numbered_lines(random: Random, listed: Listing) -> tuple[str, str]:
    """Return lines with numbers before the codes."""
    form = random.choice(
        (
            "{0}. {code} {text}\n",
            "{0}) {code}: {text}\n",
            "3.{0} {code} {text}\n",
            "{0}、{code}:{text}\n",
        )
    )
    return _entries(listed, form), ".txt"


def ends_of_lines(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a text as Windows writes it."""
    form = random.choice(("{code}: {text}\r\n", "{code}\t{text}\r\n", "{code}\r\n{text}\r\n"))
    return _entries(listed, form), ".txt"


def restructured(random: Random, listed: Listing) -> tuple[str, str]:
    """Return definitions, fields or items of reStructuredText."""
    form = random.choice(
        (
            "{code}\n    {text}\n\n",
            "``{code}``\n    {text}\n\n",
            ":{code}: {text}\n",
            "* ``{code}``: {text}\n",
            "{code} : int\n    {text}\n\n",
        )
    )
    return f"Errors\n======\n\n{_entries(listed, form)}\n", ".rst"


def asciidoc(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a table, definitions or sections of AsciiDoc."""
    above, form, below = random.choice(
        (
            ('[cols="1,3"]\n|===\n|Code |Message\n\n', "|{code}\n|{text}\n\n", "|===\n"),
            ("|===\n|Code |Message\n\n", "|{code} |{text}\n", "|===\n"),
            ("", "{code}:: {text}\n", ""),
            ("", "=== {code}\n\n{text}\n\n", ""),
        )
    )
    return f"= Errors\n\n{above}{_entries(listed, form)}{below}", ".adoc"


def mediawiki(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a table, definitions or sections of MediaWiki."""
    table = '{| class="wikitable"\n! Code !! Message\n'
    above, form, below = random.choice(
        (
            (table, "|-\n| {code} || {text}\n", "|}\n"),
            (table, "|-\n| {code}\n| {text}\n", "|}\n"),
            ("", "; {code} : {text}\n", ""),
            ("", "=== {code} ===\n{text}\n\n", ""),
        )
    )
    return f"== Errors ==\n\n{above}{_entries(listed, form)}{below}", ".wiki"


def enumeration(random: Random, listed: Listing) -> tuple[str, str]:
    """Return an enumeration of OpenAPI whose texts an extension has."""
    values = [
        int(code) if listed.is_numeric and listed.form != "zeros" else code for code in listed.codes
    ]
    pairs = [*zip(values, listed.texts, strict=True)]
    schema = random.choice(
        (
            {"enum": values, "x-enum-descriptions": listed.texts},
            {"enum": values, "x-enumDescriptions": dict(pairs)},
            {"oneOf": [{"const": value, "description": text} for value, text in pairs]},
        )
    )
    whole = {"openapi": "3.0.0", "components": {"schemas": {"ErrorCode": schema}}}
    return f"{json.dumps(whole, ensure_ascii=False, indent=2)}\n", ".json"
