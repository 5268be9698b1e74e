"""Parts of the files, for the page that documents them: content -> a shorter one.

An excerpt of JSON is JSON: lists have their first item alone, tables of objects or of lists their
first entry, and a "…" for the rest. Of other files it is the beginning.
"""

from __future__ import annotations

import json
from typing import Any

from macros.addresses import JSON

_LINES = 12
_REST = "…"
_TABLE = 3  # so many entries of one kind are a table, not an object


def excerpt(content: str, media_type: str) -> str:
    """Return a part of a file that shows its shape."""
    if media_type == JSON:
        return json.dumps(_shorter(json.loads(content)), ensure_ascii=False, indent=2)
    return "\n".join(content.splitlines()[:_LINES])


def _shorter(value: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, list):
        return [*map(_shorter, value[:1]), *([_REST] if value[1:] else [])]
    if isinstance(value, dict):
        is_table = len(value) >= _TABLE and any(
            all(isinstance(row, kind) for row in value.values()) for kind in (dict, list)
        )
        shown = list(value.items())[:1] if is_table else value.items()
        entries = {name: _shorter(entry) for name, entry in shown}
        return entries | ({_REST: _REST} if is_table else {})
    return value
