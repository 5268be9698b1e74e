"""`new-provider`: a provider's first document -> a folder in `data/` that builds.

Works in a copy, as `add-revision` does. What nobody has said yet is left out where that is allowed:
a code set without an example of a body says nothing of bodies.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from macros import languages
from macros.catalog import load as catalog
from macros.errors import Problem, ProblemsError
from macros.maintain import addresses_given, block, body, check, other_format, replies, sniff
from macros.maintain.document import licence, tongues
from macros.maintain.document import reading as reading_
from macros.maintain.intake import (
    Planned,
    RefusedError,
    add_conditions,
    refusal,
    taken,
    tie,
)
from macros.maintain.revision import places
from macros.publish import pages
from macros.sources.conditions import UNREVIEWED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from macros.maintain.document.reading import Reading
    from macros.maintain.sniffers.sniffed import Sniffed
    from macros.readers.rows import Document

_HEAD = "# yaml-language-server: $schema=../provider.schema.json\n"
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
        licence: its licence; what the document states where it is None.
        language: the tag of its language; found out where it is None.
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
    licence: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Described:
    """A document, and how it is read.

    Attributes:
        document: its text.
        content: its bytes.
        reading: what comes of it, all of it accounted for.
        why: why it is read so, in sentences.
    """

    document: Document
    content: bytes
    reading: Reading
    why: tuple[str, ...]

    def check(self, example: str) -> None:
        """Refuse a body that is none of these codes; none at all is fine.

        Raises:
            ProblemsError: when it is no JSON, or has no code.
        """
        body.responses(self.reading.rows, example)


def refuse_id(data: Path, ident: str) -> None:
    """Refuse an id that cannot stand in addresses, or is taken.

    Raises:
        ProblemsError: when it is one.
    """
    if not re.fullmatch(r"[a-z][a-z0-9]*", ident, re.ASCII):
        what = f'"{ident}" is no id of a provider.'
        do = "Choose small letters and digits, a letter first: it stands in every address for ever."
        raise ProblemsError([Problem("new-provider", 0, what, do)])
    if (data / ident).exists():
        what = f'the provider "{ident}" is here already.'
        do = "`add-revision` adds a document to it."
        raise ProblemsError([Problem(f"{data.name}/{ident}", 0, what, do)])


def describe(
    file: Path,
    reader: reading_.Options | None,
    guess: Callable[[Document], Sniffed | None] = sniff.sniff,
    replied: replies.Replies = replies.NONE,
) -> Described:
    """Find out how a document is read, where nobody says it.

    Args:
        file: the document.
        reader: the reader's options, where they are given.
        guess: returns how a document can be read, if it can.
        replied: what is said of its lines.

    Raises:
        ProblemsError: when it cannot be opened, or something is said of lines that is not asked.
        RefusedError: when it cannot be read whole.
    """
    document, content = taken(file)
    sniffed = None if reader else guess(document)
    if reader:
        result = reading_.read(document, reader)
        why: tuple[str, ...] = ("read as --reader says",)
    elif sniffed:
        result, why = sniffed.reading, sniffed.why
    else:
        raise RefusedError(sniff.nothing(document))
    result = replies.applied(document, result, replied)
    if not result.is_whole:
        other = other_format.told(document, result) if reader else ""
        raise RefusedError(other or "\n".join(refusal(document, result)))
    return Described(document, content, result, why)


def plan(data: Path, docs: Path, answers: Answers, described: Described) -> Planned:
    """Edit a copy of `data/` so that it has the provider.

    Raises:
        ProblemsError: when something is wrong with the data or the answers.
    """
    refuse_id(data, answers.id)
    if answers.language and (fault := languages.fault(answers.language)):
        do = "Write it as en, ko or zh-Hans."
        raise ProblemsError([Problem("--language", 0, f"{fault}.", do)])
    folder, result = data / answers.id, described.reading
    texts = [row.message for row in result.rows]
    language = answers.language or tongues.tag("\n".join(texts)) or languages.ENGLISH
    day = _day(answers, described.document.text)
    ident = day.day.isoformat() if day.day else "r1"
    file = f"{ident}{answers.file.suffix.lower() or '.txt'}"
    revision = {
        "id": ident,
        "file": file,
        "date": day.day.isoformat() if day.day else "unknown",
        "dated_by": day.by,
        "added": answers.today.isoformat(),
        "source": answers.source,
        "licence": answers.licence or licence.stated(described.document.text),
        "sha256": hashlib.sha256(described.content).hexdigest(),
        **({} if language == languages.ENGLISH else {"language": language}),
        "reader": result.options,
    }
    folder.mkdir()
    (folder / file).write_bytes(described.content)
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
    lines += [f"  {reason}" for reason in described.why]
    lines += addresses_given.told(addresses_given.of([result], {}))
    lines.append(f"All codes come in as {UNREVIEWED}.")
    doubts = tuple(_doubts(language, texts)) if answers.language is None else ()
    return Planned(tuple(lines), doubts, checked.problems, tuple(_after(answers)))


def _doubts(language: str, texts: Sequence[str]) -> Iterator[str]:
    """Yield why the language of texts may be another one than they are taken for."""
    if found := tongues.contradicts(language, texts):
        yield (
            f"another language? The texts look {found}. --language says which one it is, such as"
            " --language de."
        )


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
    given = addresses_given.of([result], {})
    code_sets = [
        {
            "id": code_set,
            "title": _TITLES.get(code_set, f"Error codes, {code_set} list"),
            "response": response,
            **({"addresses": given[code_set]} if code_set in given else {}),
        }
        for code_set, response in body.responses(result.rows, answers.example).items()
    ]
    parts = (head, {"code_sets": code_sets}, {"revisions": [revision]})
    return "\n".join(block.rendered(part) for part in parts)


def _about(product: str) -> str:
    return f"The {product}." if product.endswith("API") else f"The API of {product}."
