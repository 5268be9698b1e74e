"""Documents read once: what came of the last ones is kept while a process lasts.

Commands read a document to look at it, and again with all others; a server that watches the data
reads all of them after every edit. The same text with the same options always says the same, in
files of one kind: what a backslash means differs from language to language.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from macros import readers
from macros.errors import Problem

if TYPE_CHECKING:
    from macros.readers import Reading
    from macros.readers.rows import Document
    from macros.sources.reader_options import ReaderOptions

_MOST = 48  # documents
_kept: OrderedDict[tuple[str, str, str], Reading] = OrderedDict()


def take_in(document: Document, options: ReaderOptions) -> Reading:
    """Read a document as `readers.take_in` does, or remember what came of it.

    What could not be read is not remembered: the next time there may be more of it.
    """
    key = document.text, options.model_dump_json(), PurePath(document.file).suffix.lower()
    if key in _kept:
        _kept.move_to_end(key)
        return _called(_kept[key], document.file)
    reading = readers.take_in(document, options)
    if not any(isinstance(result, Problem) for result in reading.results):
        _kept[key] = reading
        if len(_kept) > _MOST:
            _kept.popitem(last=False)
    return reading


def _called(reading: Reading, file: str) -> Reading:
    """Return a reading of the same text in a file of another name."""
    if all(result.file == file for result in (*reading.results[:1], *reading.unreadable[:1])):
        return reading
    return replace(
        reading,
        results=tuple(replace(result, file=file) for result in reading.results),
        unreadable=tuple(replace(one, file=file) for one in reading.unreadable),
    )


def remembered() -> int:
    """Count the documents that are kept."""
    return len(_kept)


def forget() -> None:
    """Keep none of them any more."""
    _kept.clear()
