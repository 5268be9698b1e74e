"""Files called YAML that are read as lines, as their reader refuses them: a reading -> doubts.

An alias stands for what is written elsewhere, `<<` takes in keys of elsewhere, and of a key that
stands twice a program has one value alone. As lines, all of it is what it looks like.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

import yaml

from macros.errors import Problem
from macros.maintain.document import reading
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.data import data_files
from macros.readers import yaml as yaml_format
from macros.readers.advice import shown
from macros.readers.tree import keys_twice
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document
    from macros.readers.tree_node import Node


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


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
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
