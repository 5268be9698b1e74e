"""Lists of JSON and YAML that a later document has no more: options before -> options without them.

What stood in such a list is told as dropped; how the document before is read stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.errors import ProblemKind
from macros.maintain.document import reading

if TYPE_CHECKING:
    from macros.maintain.document.reading import Options
    from macros.readers.rows import Document


def removed(options: Options, document: Document) -> list[str]:
    """Remove the lists from the options that a document has no more, if it has one of them.

    Where the first is gone, which the others take their keys from, the next one takes its place.

    Args:
        options: the options of the document before, which are changed.
        document: the later document.

    Returns:
        what changed, in sentences.
    """
    if not options.get("lists"):
        return []
    problems = reading.read(document, options).problems
    empty = {one.text for one in problems if one.kind is ProblemKind.NO_LIST}
    first = {key: value for key, value in options.items() if key != "lists"}
    parts = [first, *({**first, **part} for part in options["lists"])]
    gone = [part for part in parts if part["path"] in empty]
    if not gone or len(gone) == len(parts):
        return []
    if first in gone:
        left = [part for part in parts if part not in gone]
        options |= left[0]
        options["lists"] = [_beside(left[0], part) for part in left[1:]]
    else:
        paths = [part["path"] for part in gone]
        options["lists"] = [one for one in options["lists"] if one.get("path") not in paths]
    if not options["lists"]:
        del options["lists"]
    return [
        f'the list at "{part["path"]}", of the code set {part["code_set"]}, is gone'
        for part in gone
    ]


def _beside(first: Options, part: Options) -> Options:
    """Return what a list says that the first one does not."""
    return {key: value for key, value in part.items() if first.get(key) != value}
