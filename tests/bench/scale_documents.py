"""The files of an invented provider: codes -> documents in three formats, and the YAML beside them.

A provider takes its formats from the real one that it is like: pipe tables and HTML tables in
Markdown, HTML tables and then a text copy, text copies alone.
"""

from __future__ import annotations

import html
import json
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING, Any

from macros.codes import order
from macros.publish.wording import escape_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.bench.scale_provider import Invented, InventedProvider

YEARS = (2019, 2022, 2025)  # of the revisions
IN_A_RANGE = 16  # codes; 790 real ones stand in 47 ranges
PATTERN = "[-E]?[0-9]+"
COLUMNS = {
    "api": ["service", "isSuccess", "resultCode", "resultMessage"],
    "delivery": ["Code Value", "Significance"],
}
Fields = dict[str, Any]


def block(value: object, indent: str = "") -> Iterator[str]:
    """Yield the lines of a value as YAML in blocks, with scalars as JSON has them."""
    if isinstance(value, dict):
        for key, part in value.items():
            name = key if key.isidentifier() else json.dumps(key, ensure_ascii=False)
            if isinstance(part, (dict, list)) and part:
                yield f"{indent}{name}:"
                yield from block(part, f"{indent}  ")
            else:
                yield f"{indent}{name}: {flow(part)}"
    elif isinstance(value, list):
        for part in value:
            lines = list(block(part, f"{indent}  "))
            yield f"{indent}- {lines[0].lstrip()}"
            yield from lines[1:]
    else:
        yield f"{indent}{flow(value)}"


def flow(value: object) -> str:
    """Return a value as YAML in one line."""
    return json.dumps(value, ensure_ascii=False)


def files(made: InventedProvider) -> Iterator[tuple[str, str]]:
    """Yield the name and the content of all files of a provider."""
    revisions = []
    for place in range(made.revisions):
        name, text, reader = _document(made, place)
        yield name, text
        revisions.append(_revision(name, text, reader))
    yield "provider.yml", _text(_provider(made, revisions))
    yield "notes.yml", _text(_notes(made))
    yield "observations.yml", _text(_observations(made))
    lines = (
        f"{code.printed} {code_set} {code.printed}\n"
        for code_set, codes in made.codes.items()
        for code in codes
    )
    yield "published.txt", "".join(lines)


def conditions(made: InventedProvider) -> Iterator[str]:
    """Yield the lines of a provider's codes in conditions.yml."""
    yield f"  {made.ident}:"
    for codes in made.codes.values():
        for code in codes:
            alone = len(code.entry) == 1
            yield f'    "{code.printed}": {flow(code.entry["condition"] if alone else code.entry)}'


def revision_id(place: int) -> str:
    """Return the id of a revision."""
    return f"{YEARS[place]}-05-17"


def _text(fields: Fields) -> str:
    return "\n".join(block(fields)) + "\n"


def _document(made: InventedProvider, place: int) -> tuple[str, str, Fields]:
    """Return the name of a revision's document, its text and how to read it."""
    listed = {
        code_set: [(code.printed, code.texts[place]) for code in codes if code.texts[place]]
        for code_set, codes in made.codes.items()
    }
    day = revision_id(place)
    if len(listed) > 1:
        return f"{day}.md", _markdown(listed), {"format": "markdown", "tables": _tables()}
    rows = listed["api"]
    if made.like.provider.revisions[0].reader.format == "html_table" and place < made.revisions - 1:
        columns = ["Response", "Description"]
        table = {"code_set": "api", "columns": columns, "code": columns[0], "message": columns[1]}
        reader = {"format": "html_table", "tables": [{**table, "pattern": PATTERN}]}
        return f"{day}.html", _html(columns, rows), reader
    separator = "space" if made.like.ages else "none"
    width = max(len(code) for code, _ in rows if code.isdigit())
    lines = "".join(f"{code}{' ' if made.like.ages else ''}{text}\n" for code, text in rows)
    reader = {
        "format": "text_lines",
        "code_set": "api",
        "pattern": f"-1|0|[0-9]{{{width}}}",
        "separator": separator,
        "headings": ["Return Codes"],
    }
    return f"{day}.txt", f"Return Codes\n\n{lines}", reader


def _tables() -> list[Fields]:
    codes = {"api": "resultCode", "delivery": "Code Value"}
    return [
        {
            "code_set": code_set,
            "columns": columns,
            "code": codes[code_set],
            "message": columns[-1],
            "pattern": PATTERN,
        }
        for code_set, columns in COLUMNS.items()
    ]


def _markdown(listed: dict[str, list[tuple[str, str]]]) -> str:
    head = f"| {' | '.join(COLUMNS['api'])} |\n|---|---|---|---|\n"
    rows = "".join(
        f"| Common | false | {code} | {escape_markdown(text)} |\n" for code, text in listed["api"]
    )
    table = _html(COLUMNS["delivery"], listed["delivery"])
    return f"## API response code\n\n{head}{rows}\n## Delivery codes\n\n{table}"


def _html(columns: list[str], rows: list[tuple[str, str]]) -> str:
    head = "".join(f"<th>{column}</th>" for column in columns)
    body = "".join(
        f"<tr>\n<td>{code}\n</td>\n<td>{html.escape(text, quote=False)}\n</td></tr>\n"
        for code, text in rows
    )
    return f"<table>\n<tr>{head}</tr>\n{body}</table>\n"


def _revision(name: str, text: str, reader: Fields) -> Fields:
    day = name.rpartition(".")[0]
    return {
        "id": day,
        "file": name,
        "date": day,
        "dated_by": "The page says so itself.",
        "added": day,
        "source": "unknown",
        "licence": "none stated",
        "sha256": sha256(text.encode()).hexdigest(),
        "reader": reader,
    }


def _provider(made: InventedProvider, revisions: list[Fields]) -> Fields:
    name = made.ident.title()
    return {
        "name": name,
        "product": f"{name} API",
        "vendor": f"{name} Works",
        "aliases": [f"{made.ident}-api"],
        "about": f"The API of {name}, which is invented.",
        "official": {"url": f"https://{made.ident}.example/errors"},
        "code_sets": [
            {
                "id": code_set.id,
                "title": code_set.title,
                "reports": code_set.reports,
                "response": code_set.response.model_dump(exclude_defaults=True),
                "ranges": list(_ranges(made.codes[code_set.id])),
            }
            for code_set in made.like.code_sets
        ],
        "terms": made.like.provider.terms,
        "revisions": revisions,
    }


def _ranges(codes: Sequence[Invented]) -> Iterator[Fields]:
    """Yield ranges of as many codes as real ones have, letters apart."""
    number = 0
    for _, of in groupby(codes, lambda code: order(code.printed)[0]):
        listed = [code.printed for code in of]
        for start in range(0, len(listed), IN_A_RANGE):
            chunk = listed[start : start + IN_A_RANGE]
            number += 1
            title = f"Part {number}"
            yield {"first": chunk[0], "last": chunk[-1], "title": title, "titled_by": "atlas"}


def _notes(made: InventedProvider) -> Fields:
    codes = [code for listed in made.codes.values() for code in listed]
    changes = [
        {
            "code": code.printed,
            "from": revision_id(code.change.place - 1),
            "to": revision_id(code.change.place),
            "old": code.texts[0],
            "new": code.texts[-1],
            "kind": code.change.kind,
            **({"why": code.change.why} if code.change.why else {}),
        }
        for code in codes
        if code.change
    ]
    return {"changes": changes, "findings": [code.finding for code in codes if code.finding]}


def _observations(made: InventedProvider) -> Fields:
    codes = {
        code_set: {code.printed: code.observation for code in listed if code.observation}
        for code_set, listed in made.codes.items()
    }
    return {
        "sources": list(made.sources.values()),
        "reviewed": revision_id(made.revisions - 1),
        "codes": {code_set: listed for code_set, listed in codes.items() if listed},
    }
