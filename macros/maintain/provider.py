"""`new-provider`: a provider's first document -> a folder in `data/` that builds.

Works in a copy, as `add-revision` does. What nobody has said yet is left out where that is allowed:
a code set without an example of a body says nothing of bodies.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from macros.catalog import load as catalog
from macros.errors import Problem, ProblemsError
from macros.maintain import block, check, places, sniff
from macros.maintain import reading as reading_
from macros.maintain.intake import (
    Planned,
    RefusedError,
    add_conditions,
    refusal,
    taken,
    tie,
)
from macros.publish import pages
from macros.sources.conditions import UNREVIEWED
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from macros.maintain.reading import Reading
    from macros.readers.rows import Row

_HEAD = "# yaml-language-server: $schema=../provider.schema.json\n"
_SUCCESS = re.compile(
    r"(?:the )?(?:request |operation )?(?:was |has been )?"
    r"(?:ok|success(?:ful(?:ly)?)?|succeeded|no error)"
    r"(?: request)?|request succeeded|成功|请求成功|성공|正常終了",
    re.IGNORECASE,
)
_CODE_KEY = re.compile(
    r"(?:err|error|ret|return|result|status)?_?(?:code|no|ret|status)", re.IGNORECASE
)
_MESSAGE_KEY = re.compile(r".*(?:msg|message|text|description|desc|reason)", re.IGNORECASE)
_TITLES = {"api": "Error codes"}


@dataclass(frozen=True, slots=True)
class Answers:
    """What a maintainer says of a provider.

    Attributes:
        id: its id.
        file: its document.
        today: the day on which it is taken in.
        name: its short name.
        product: its product.
        vendor: whose it is.
        url: its own current page of codes.
        about: a sentence or two on what the product is.
        example: a failing body as JSON; empty where none is known.
        date: the document's day, `unknown`, or None to look for it.
        source: where the document was published.
        licence: its licence.
        reader: the reader's options, where they are given.
    """

    id: str
    file: Path
    today: date
    name: str
    product: str
    vendor: str
    url: str
    about: str = ""
    example: str = ""
    date: str | None = None
    source: str = "unknown"
    licence: str = "none stated"
    reader: reading_.Options | None = None


def plan(data: Path, docs: Path, answers: Answers) -> Planned:
    """Edit a copy of `data/` so that it has the provider.

    Raises:
        ProblemsError: when something is wrong with the data or the answers.
        RefusedError: when the document cannot be read.
    """
    if not re.fullmatch(r"[a-z][a-z0-9]*", answers.id, re.ASCII):
        what = f'"{answers.id}" is no id of a provider.'
        do = "Choose small letters and digits, a letter first: it stands in every address for ever."
        raise ProblemsError([Problem("new-provider", 0, what, do)])
    folder = data / answers.id
    if folder.exists():
        what = f'the provider "{answers.id}" is here already.'
        do = "`add-revision` adds a document to it."
        raise ProblemsError([Problem(f"{data.name}/{answers.id}", 0, what, do)])
    document, content = taken(answers.file)
    sniffed = None if answers.reader else sniff.sniff(document)
    if answers.reader:
        result = reading_.read(document, answers.reader)
        why: tuple[str, ...] = ("read as --reader says",)
    elif sniffed:
        result, why = sniffed.reading, sniffed.why
    else:
        raise RefusedError(f"{document.file}: nothing in it looks like codes with messages.")
    if not result.is_whole:
        raise RefusedError("\n".join(refusal(document, result)))
    day = _day(answers, document.text)
    ident = day.day.isoformat() if day.day else "r1"
    file = f"{ident}{answers.file.suffix.lower() or '.txt'}"
    revision = {
        "id": ident,
        "file": file,
        "date": day.day.isoformat() if day.day else "unknown",
        "dated_by": day.by,
        "added": answers.today.isoformat(),
        "source": answers.source,
        "licence": answers.licence,
        "sha256": hashlib.sha256(content).hexdigest(),
        "reader": result.options,
    }
    folder.mkdir()
    (folder / file).write_bytes(content)
    text = _HEAD + written(answers, result, revision)
    (folder / catalog.PROVIDER_FILE).write_text(text, encoding="utf-8")
    catalogs = catalog.load(data, pages.written(docs))
    new = add_conditions(data, catalogs[answers.id])
    tie(data, answers.id, ident)
    checked = check.check(data, docs, catalogs=catalogs, publish=True)
    lines = [
        f"{data.name}/{answers.id}/: {len(result.rows)} rows, {len(new)} codes.",
        "How it is read:",
    ]
    lines += [f"  {reason}" for reason in why]
    lines.append(f"All codes come in as {UNREVIEWED}.")
    return Planned(tuple(lines), (), checked.problems, tuple(_after(answers)))


def _after(answers: Answers) -> Iterator[str]:
    yield f"Read data/{answers.id}/provider.yml: titles, `about`, what a success is, ranges."
    if not answers.example:
        yield "Nothing is known of its bodies: an `example` and `code` in provider.yml say it."
    yield "Run `make golden`, read the difference, and commit."


def _day(answers: Answers, text: str) -> places.Day:
    if answers.date is None:
        found = places.found_day(answers.file.name, text)
        return found if found.day else places.Day(None, "Nothing says of which day it is.")
    if answers.date == "unknown":
        return places.Day(None, "Nothing says of which day it is.")
    try:
        return places.Day(date.fromisoformat(answers.date), "Whoever took it in knew its day.")
    except ValueError:
        what = f'"{answers.date}" is no day.'
        raise ProblemsError([Problem("--date", 0, what, "Write it as 2026-01-31.")]) from None


def written(answers: Answers, result: Reading, revision: dict[str, Any]) -> str:
    """Return `provider.yml`."""
    head: dict[str, Any] = {
        "name": answers.name,
        "product": answers.product,
        "vendor": answers.vendor,
        "about": answers.about or _about(answers.product),
        "official": {"url": answers.url},
    }
    sets = dict.fromkeys(row.code_set for row in result.rows)
    code_sets = [
        {
            "id": code_set,
            "title": _TITLES.get(code_set, f"Error codes, {code_set} list"),
            "response": response(
                [row for row in result.rows if row.code_set == code_set], answers.example
            ),
        }
        for code_set in sets
    ]
    parts = (head, {"code_sets": code_sets}, {"revisions": [revision]})
    return "\n".join(block.rendered(part) for part in parts)


def _about(product: str) -> str:
    return f"The {product}." if product.endswith("API") else f"The API of {product}."


def response(rows: Iterable[Row], example: str) -> dict[str, Any]:
    """Return how a body carries the codes of some rows, as far as an example tells."""
    rows = list(rows)
    successes = list(
        dict.fromkeys(
            row.code
            for row in rows
            if row.success
            or (row.success is None and _SUCCESS.fullmatch(one_line(row.message).rstrip(".!")))
        )
    )
    codes = {row.code for row in rows}
    numbers = all(re.fullmatch(r"-?(?:0|[1-9][0-9]*)", code, re.ASCII) for code in codes)
    said: dict[str, Any] = {"type": "integer" if numbers else "string", "success": successes}
    if not example:
        means = f"{' or '.join(successes)} is a success." if successes else "Not known."
        return {**said, "success_means": means}
    place, message, is_integer = _found(json_body(example), codes)
    means = (
        f"{place.rpartition('.')[2]} is {' or '.join(successes)}." if successes else "Not known."
    )
    return {
        "example": json.dumps(json_body(example), indent=2, ensure_ascii=False) + "\n",
        "code": [place],
        "message": [message] if message else [],
        "type": "integer" if is_integer else "string",
        "success": successes,
        "success_means": means,
    }


def json_body(example: str) -> Any:  # noqa: ANN401 - any JSON
    """Return a body that somebody has given as text.

    Raises:
        ProblemsError: when it is no JSON.
    """
    try:
        return json.loads(example)
    except ValueError as error:
        what = f"the example is not JSON: {error}."
        do = "Paste a whole body that the API answered a failing request with, or leave it out."
        raise ProblemsError([Problem("--example", 0, what, do)]) from None


def _found(body: object, codes: set[str]) -> tuple[str, str, bool]:
    """Return where code and message stand in a body, and whether the code is an integer.

    Raises:
        ProblemsError: when nothing in it is a code.
    """
    leaves = list(_leaves(body, ""))
    held = [(path, value) for path, value in leaves if _as_code(value) in codes]
    named = [(p, v) for p, v in leaves if _CODE_KEY.fullmatch(_key(p)) and _as_code(v) is not None]
    if not held and not named:
        what = "no value in the example is one of the codes, and no key is called like a code."
        do = "Paste a body with a code of the document, or leave it out."
        raise ProblemsError([Problem("--example", 0, what, do)])
    path, value = min(
        held or named, key=lambda one: (not _CODE_KEY.fullmatch(_key(one[0])), one[0].count("."))
    )
    above = path.rpartition(".")[0]
    texts = [
        p for p, v in leaves if isinstance(v, str) and p != path and _MESSAGE_KEY.fullmatch(_key(p))
    ]
    beside = [p for p in texts if p.rpartition(".")[0] == above] or texts
    return path, beside[0] if beside else "", isinstance(value, int)


def _key(path: str) -> str:
    return path.rpartition(".")[2].removesuffix("[]")


def _as_code(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    return str(value)


def _leaves(body: object, path: str) -> Iterator[tuple[str, object]]:
    """Yield the values of a body with their places: keys joined by `.`, `[]` for each item."""
    if isinstance(body, dict):
        for key, value in body.items():
            yield from _leaves(value, f"{path}.{key}" if path else str(key))
    elif isinstance(body, list):
        for value in body[:1]:
            yield from _leaves(value, f"{path}[]")
    else:
        yield path, body
