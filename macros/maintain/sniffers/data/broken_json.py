"""Documents that begin as JSON and are none: no other format is guessed, which would lose items.

With comments they are read as source code, which has them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from macros.readers import json

if TYPE_CHECKING:
    from macros.errors import Problem
    from macros.readers.rows import Document

_NAMED = re.compile(r"\s*[\[{]")  # how a file begins that is called so
_BEGINS = re.compile(r"\s*(?:\[\s*)?\{\s*\"")  # and one of any other name
_NAMES = frozenset({".json", ".jsonl", ".ndjson"})
_NO_FORMAT = frozenset({"", ".txt"})


def problem(document: Document) -> Problem | None:
    """Return what is wrong with a document that its name, or its beginning, says is JSON."""
    kind = PurePath(document.file).suffix.lower()
    is_named = kind in _NAMES and _NAMED.match(document.text)
    begins = kind in _NO_FORMAT and _BEGINS.match(document.text)
    found = json.broken(document) if is_named or begins else None
    if not found:
        return None
    do = (
        f"{found.do} Fetch the file again, for it may be cut off. If it is published so, write its"
        " `reader:` by hand, with `format: pattern`, and give it to `new-provider` or"
        " `add-revision` with --reader."
    )
    return replace(found, do=do)
