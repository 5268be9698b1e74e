"""Constants of a later document that are written otherwise: numbers counted, names begun anew.

As in `Busy = 1002,` and then `Busy,` below 1001, or in ERR_BUSY and then ERROR_BUSY. Their codes
are compared by number, and all else that was decided of them stays.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from macros.maintain.document import reading
from macros.maintain.sniffers.source import unnumbered
from macros.readers import counting
from macros.readers.siblings import beginning

if TYPE_CHECKING:
    from macros.maintain.document.reading import Options
    from macros.maintain.revision.renamed import Known
    from macros.readers.rows import Document

_NAME = re.compile(r"\(\?P<name>(?P<begins>(?:\w|\\_)+)(?=\[)")
_IOTA = re.compile(r"\biota\b")
_MOST = 0.5  # of the codes that are held are there


def respelled(options: Options, document: Document, known: Known) -> list[str]:
    """Let constants be counted, or their names begin otherwise, where that reads all of them.

    Args:
        options: the options of the document before; they are changed.
        document: the document.
        known: what the codes said there.

    Returns:
        What is changed, in sentences.
    """
    entry = options.get("entry", "")
    if options["format"] != "pattern" or not reading.read(document, options).problems:
        return []
    counted = {**options, "counts_on": "true"}
    if counted != options and _counts(document) and _reads(document, counted, known):
        options["counts_on"] = "true"
        return ["counts_on is true: constants have no numbers of their own any more"]
    before = _NAME.search(entry)
    if before is None:
        return []
    any_name = entry.replace(before["begins"], "", 1)
    held = {code for listed in known.values() for code in listed}
    rows = reading.read(document, {**options, "entry": any_name}).rows
    names = [row.message for row in rows if row.code in held]
    begins = beginning(names) if names else ""
    begins = begins[: begins.rfind("_") + 1]
    changed = {**options, "entry": entry.replace(before["begins"], re.escape(begins), 1)}
    if not begins or not _reads(document, changed, known):
        return []
    options["entry"] = changed["entry"]
    return [f"names begin with {begins}, and did with {before['begins']}"]


def _counts(document: Document) -> bool:
    """Tell whether the language of a document counts names on."""
    suffix = PurePath(document.file).suffix.lower()
    return suffix in counting.SUFFIXES or bool(_IOTA.search(document.text))


def _reads(document: Document, options: Options, known: Known) -> bool:
    """Tell whether options read a document whole, with most of the codes that are held."""
    if reading.fault(options):
        return False
    result = reading.read(document, options)
    if any(unnumbered.doubts(document, result)):
        return False
    there = {row.code for row in result.rows}
    held = {code for listed in known.values() for code in listed}
    return result.is_whole and len(held & there) > _MOST * len(held)
