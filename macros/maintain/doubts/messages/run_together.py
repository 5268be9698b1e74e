"""Texts of several columns that run together in the copy of a page: a reading -> doubts.

Where a copy has one blank between columns, nothing tells where a text ends and the next one begins;
the line of headings above the rows still names them all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import code_headings, column_names, meanings, source_file
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts.messages import columns_between, columns_named
from macros.maintain.sniffers.copies import copy_entries
from macros.readers.advice import shown
from macros.readers.ledger import Account
from macros.readers.text_columns import SEVERAL
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document

_FORMATS = frozenset({"text_lines", "pattern"})
_PASSED = frozenset({Account.HEADING, Account.IGNORED, Account.SKIPPED})
_GROUP = re.compile(r"\(\?P<(?!code>|http>)\w+>")
# A word that begins with a capital, glued to a word, or to one in capitals: `OKThe dock is free`.
_JUNCTION = re.compile(r"[^\W\d_A-Z][.!)]?[A-Z][a-z]*\s|[A-Z]{2,}[A-Z][a-z]+(?:\s|')")
_MOST = 0.6  # of the texts


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about messages below a line that names several columns of texts."""
    options = result.options
    if options["format"] not in _FORMATS or {"columns", "one_column"} & set(options):
        return
    if source_file.is_source(document):
        return  # in which signs stand between all values
    apart = columns_named.told_apart(document, result)
    if apart and apart.is_named:
        return
    lines = document.text.split("\n")
    first = min(result.rows, key=lambda row: row.line, default=None)
    if not first or first.file != document.file:
        return
    above = [
        number
        for number, account in result.accounts.items()
        if number < first.line and account in _PASSED
    ]
    lines_above = [(max(above), one_line(lines[max(above) - 1]))] if above else []
    if head := column_names.heading(document, result):  # perhaps of another list below
        lines_above.append((head.line, head.text))
    # What the reader itself asks, or another doubt, is not asked again.
    asked = sum(one.what == SEVERAL for one in result.problems)
    asked += any(one.change for one in columns_between.doubts(document, result))
    able = (one for one in lines_above if _names_several(one[1], options, asked))
    number, heading = next(able, (0, ""))
    if not number:
        yield from _glued(document.file, result)
        return
    longest = max((row.message for row in result.rows), key=len)
    what = (
        f'"{shown(heading)}" seems to name several columns of texts, which nothing keeps apart'
        f' below it, as in "{shown(longest)}".'
    )
    one = "add `one_column: true` to" if options["format"] == "text_lines" else "keep"
    do = (
        "Save the page with a sign between its columns, as HTML or with tabs. If each text is one"
        f" message, {one} the reader below, save it to a file, and add --reader FILE."
    )
    yield Doubt(document.file, number, what, do)


def _names_several(heading: str, options: Options, asked: int) -> bool:
    """Tell whether a line of headings names more columns of texts than are told apart.

    Args:
        heading: the line.
        options: how the document is read.
        asked: how many columns are asked about already.
    """
    if column_names.is_sentence(heading) or not code_headings.hints(heading):
        return False
    names = column_names.of(heading) if column_names.has_capitals(heading) else None
    others = names.behind if names else ()
    if "(?P<http>" in options.get("entry", ""):
        others = tuple(name for name in others if not column_names.is_http(name))
    return max(meanings.count(heading), len(others) - asked) > _texts(options)


def _glued(file: str, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about texts of which most have a word that is glued to the next one.

    Where nothing stands between code and text, nothing may stand between two texts.
    """
    found = [row for row in result.rows if _JUNCTION.search(row.message)]
    if not copy_entries.is_glued(result.options) or len(found) < _MOST * len(result.rows):
        return
    row = found[0]
    what = (
        f'"{shown(row.message)}" and {len(found) - 1} more texts have a capital glued to the word'
        " before it, as where two columns run together."
    )
    do = (
        "Save the page with a sign between its columns, as HTML or with tabs. If each text is one"
        " message, save the reader below to a file, and add --reader FILE."
    )
    yield Doubt(file, row.line, what, do)


def _texts(options: Options) -> int:
    """Return how many columns of texts are told apart."""
    return len(_GROUP.findall(options.get("entry", "(?P<message>.*)")))
