r"""Entities and escapes of a page that a reader of lines takes as they are written: -> a doubt.

Markdown shows `DOCK\_BUSY` as DOCK_BUSY, and XML `&amp;` as &. Who reads such a page as lines of
text, or as entries of one shape, has the marks in codes and texts.
"""

from __future__ import annotations

import html
import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from macros.maintain.document import reading, source_file
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.sniffed import tried
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document

_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#[xX][0-9A-Fa-f]+);")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_TAG = re.compile(r"\s*<(?:\?xml|!|[A-Za-z])")
_MARKDOWN = frozenset({".md", ".markdown", ".mdx"})
_MARKUP = frozenset({".xml", ".html", ".htm", ".xhtml"})
_AS_WRITTEN = frozenset({"text_lines", "pattern"})


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about codes and texts that have marks which the page shows otherwise."""
    options = result.options
    in_lines = options["format"] in _AS_WRITTEN and options.get("escapes", "none") == "none"
    if not in_lines and not source_file.is_text_as_yaml(document, options["format"]):
        return
    marked = [
        (row, text)
        for row in result.rows
        for text in (row.code, row.message)
        if _resolved(document, text) != text
    ]
    if not marked:
        return
    row, text = marked[0]
    lines = reading.line_ranges(one.line for one, _ in marked)
    more = f" (so are other texts, of lines {lines})" if marked[1:] else ""
    what = (
        f'"{shown(text)}" is read as it is written{more}, and the page shows'
        f' "{shown(_resolved(document, text))}" for it.'
    )
    do = f"If the page shows it as it is written, add --as-read {row.line};"
    better: Options = {**options, "escapes": "entities"}
    taken = tried(document, better) if options["format"] == "pattern" else None
    if taken and taken.is_whole and all(_is_shown(document, one.message) for one in taken.rows):
        do += f" else add --as-meant {row.line}, which reads what is shown."
        yield Doubt(document.file, row.line, what, do, change=lambda _: dict(taken.options))
        return
    do += " else save the page as HTML, or copy what it shows into a file of text, and read that."
    yield Doubt(document.file, row.line, what, do)


def _is_shown(document: Document, text: str) -> bool:
    return _resolved(document, text) == text


def _resolved(document: Document, text: str) -> str:
    """Return a text as a page of this kind shows it."""
    suffix = PurePath(document.file).suffix.lower()
    if suffix in _MARKDOWN:
        text = _ESCAPE.sub(r"\1", text)
    is_markup = suffix in _MARKUP or bool(_TAG.match(document.text))
    if is_markup or suffix in _MARKDOWN:
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return text
