"""Parts of the files, for the page that documents them: content -> a shorter one.

An excerpt of JSON is JSON: lists have their first item alone, tables their first entry, and a "…"
for the rest. Of other files it is the beginning.
"""

from __future__ import annotations

import json
from typing import Any

from macros.publish.api.addresses import JSON

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
        return [*(_shorter(one) for one in value[:1]), *([_REST] if value[1:] else [])]
    if isinstance(value, dict):
        table = len(value) >= _TABLE and all(isinstance(one, dict) for one in value.values())
        entries = {name: _shorter(one) for name, one in [*value.items()][: 1 if table else None]}
        return entries | ({_REST: _REST} if table else {})
    return value
