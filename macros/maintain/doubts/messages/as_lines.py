"""Lines that a page or a program has otherwise: in Markdown, XML and YAML: a reading -> doubts.

Markdown shows a name with a backslash before its underscore as DOCK_BUSY, and XML `&amp;` as &. In
YAML an alias stands for what is written elsewhere, `<<` takes in keys of elsewhere, and of a key
that stands twice a program has one value alone. In a line, the quotation marks of `- 101: "Dock is
busy"` and a remark behind it are a part of the message. And a text whose lines can be read as YAML,
and that is perhaps none, is cut there at a number sign.
"""

from __future__ import annotations

import html
import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import yaml

from macros.errors import Problem
from macros.maintain.document import reading, source_file
from macros.maintain.document.doubt import Doubt, becomes
from macros.maintain.sniffers.data import data_files
from macros.maintain.sniffers.sniffed import tried
from macros.readers import yaml as yaml_format
from macros.readers.advice import shown
from macros.readers.tree import keys_twice
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document, Row
    from macros.readers.tree_node import Node


_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#[xX][0-9A-Fa-f]+);")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_TAG = re.compile(r"\s*<(?:\?xml|!|[A-Za-z])")
_MARKDOWN = frozenset({".md", ".markdown", ".mdx"})
_MARKUP = frozenset({".xml", ".html", ".htm", ".xhtml"})
_AS_WRITTEN = frozenset({"text_lines", "pattern"})


def unresolved(document: Document, result: Reading) -> Iterator[Doubt]:
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
        yield Doubt(document.file, row.line, what, do, change=becomes(taken.options))
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


def told(document: Document) -> Problem | None:
    """Return why a file called YAML is not read as such, though it is some; None where it is."""
    if not data_files.is_yaml(document):
        return None
    try:
        yaml_format.parse(document.text)
    except yaml_format.RefusedError as error:
        mark = error.problem_mark
        line = mark.line + 1 if mark else 0
        copy = f"{PurePath(document.file).stem}.plain.yaml"
        what = f"as YAML this file is not read: {shown(one_line(error.problem or ''), 200)}."
        do = (
            "If a program loads it, make a copy in which all of it stands in place, as"
            f" `yq 'explode(.)' {PurePath(document.file).name} > {copy}` does with aliases and keys"
            " that are taken in, and run `read` on that"
        )
        return Problem(document.file, line, what, do)
    except yaml.YAMLError:
        return None
    return None


def refused(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubts about lines of YAML that mean something else to a program that loads it."""
    if not data_files.is_yaml(document) or result.options["format"] == "yaml":
        return
    if problem := told(document):
        do = (
            f"{problem.do}; if each line says by itself what it means, save the reader below to a"
            " file, and add --reader FILE."
        )
        yield Doubt(problem.file, problem.line, problem.what, do)
        return
    try:
        root = yaml_format.parse(document.text)
    except yaml.YAMLError:
        return
    said = {(row.line, row.code, row.message) for row in result.rows}
    for first, key in keys_twice(root):
        own = [(code, text) for line, code, text in said if line == first.line]
        again = [(code, text) for line, code, text in said if line == key.line]
        if not own or own != again:
            yield _twice(document, result, first, key)


def _twice(document: Document, result: Reading, first: Node, key: Node) -> Doubt:
    """Return the doubt about a key that stands twice; the row of the first can be passed over."""
    rows = [row for row in result.rows if row.line == first.line]
    quoted = tuple(reading.quotes(rows, reading.asked(document, result.options)))
    what = (
        f'the key "{shown(key.text)}" stands here and in line {key.line}: a program that loads the'
        " file as YAML has one of them, most have the last, and both are read as lines."
    )
    do = (
        "If both hold, save the reader below to a file, and add --reader FILE; if one alone does,"
        " quote the line of the other under `prose` in it before."
    )
    if quoted:
        do += f" For the last one that is --no-codes {first.line}."
    return Doubt(document.file, first.line, what, do, quoted)


_SIGNS = " :=-–—"  # noqa: RUF001 - what stands between a code and its text
_REMARK = re.compile(r"\S[ \t]+#(?P<rest>.*)")


def otherwise(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about messages that YAML has otherwise, or cuts, if there are some."""
    format_, is_yaml = result.options["format"], data_files.is_yaml(document)
    if format_ == "yaml" and not is_yaml:
        yield from _cut(document, result)
    elif format_ in data_files.LINES and is_yaml:
        yield from _otherwise(document, result)


def _cut(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about texts behind which a remark stands, if the file is YAML."""
    source = document.text.split("\n")
    cut = [
        row
        for row in result.rows
        if (found := _REMARK.search(source[row.line - 1])) and found["rest"] not in row.message
    ]
    if not cut:
        return
    first, are = cut[0], f", as are {len(cut) - 1} more" if cut[1:] else ""
    what = (
        f'"{shown(first.message)}", the text of "{shown(first.code)}", is cut at a number sign'
        f"{are}, behind which YAML has a remark."
    )
    do = "If the file is no YAML, what stands behind the sign is a part of the text."
    kept = {key: result.options[key] for key in ("code_set", "pattern")}
    options = {"format": "text_lines", **kept, "separator": "sign"}
    if len(reading.read(document, options).rows) >= len(result.rows):
        yield Doubt(document.file, first.line, what, do, change=becomes(options))
    else:
        do = f"{do} Then give `read` a reader with `format: text_lines` by --reader."
        yield Doubt(document.file, first.line, what, do)


def _otherwise(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about messages of lines that no text of the YAML ends with."""
    try:
        texts = _texts(yaml_format.parse(document.text))
    except yaml.YAMLError:
        return
    rows = [row for row in result.rows if not _is_said(row, texts)]
    if not rows:
        return
    first, more = rows[0], f", as are {len(rows) - 1} more" if rows[1:] else ""
    what = (
        f'"{shown(first.message)}" is the text of "{shown(first.code)}" as the lines are read, and'
        f" another one as YAML{more}."
    )
    asked = reading.asked(document, result.options)
    said = [one for row in rows if (one := _by_hand(row, asked, texts))]
    if len(said) == len(rows):
        do = "If a program loads this file, add the option below for what is meant."
        yield Doubt(document.file, first.line, what, do, rows=tuple(said))
    else:
        do = (
            "If a program loads this file, copy it to one that ends with .txt, each text there as"
            " the program has it, without marks and remarks, and run `read` on that."
        )
        yield Doubt(document.file, first.line, what, do)


def _texts(root: Node) -> dict[int, list[str]]:
    """Return the texts of a tree by the lines on which they begin."""
    found: dict[int, list[str]] = {}
    waiting = [root]
    while waiting:
        node = waiting.pop()
        for key, child in node.children:
            if key:
                found.setdefault(key.line, []).append(key.text)
            if not child.is_branch:
                found.setdefault(child.line, []).append(one_line(child.text))
            waiting.append(child)
    return found


def _is_said(row: Row, texts: Mapping[int, list[str]]) -> bool:
    said = one_line(row.message)
    near = (row.line, row.text_line or row.line)
    return any(text.endswith(said) for line in near for text in texts.get(line, ()))


def _by_hand(row: Row, asked: Sequence[str], texts: Mapping[int, list[str]]) -> dict[str, Any]:
    """Return what a row says by hand, with its text as YAML has it; nothing if none is quoted."""
    line = next(iter(reading.quotes([row], asked)), "")
    text = texts.get(row.line, [""])[-1].removeprefix(row.code).lstrip(_SIGNS)
    return {"line": line, "code": row.code, "message": text} if text and text in line else {}
