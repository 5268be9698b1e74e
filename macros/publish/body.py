"""A response body that carries one code: the example of its code set, with this code in its place.

The example of `provider.yml` is of one code. What it says beside the code is true of any failure,
but for its message; of what is not on the way to the code nothing is shown.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from macros.catalog.model import Code

_HERE = "\0"  # stands for the code; no example has it
_NEST = (list, dict)
_ANY_TEXT = "…"


class Body(NamedTuple):
    """A body in three pieces; the code is the middle one, as the body prints it."""

    before: str
    code: str
    after: str


def body_of(code: Code) -> Body | None:
    """Return a body with a code; None where none is known, or where it can have no such code."""
    response = code.code_set.response
    shown = code.ends[0] if code.ends else code.code
    if not response.example:
        return None
    if response.type == "integer" and not _is_integer(shown):
        return None
    printed = shown if response.type == "integer" else json.dumps(shown, ensure_ascii=False)
    pieces = _cut(response.example, response.code[0], tuple(response.message), code.success)
    return Body(pieces[0], printed, pieces[1])


def _is_integer(shown: str) -> bool:
    digits = shown.removeprefix("-")
    return digits.isascii() and digits.isdigit() and (digits == "0" or digits[0] != "0")


@lru_cache(maxsize=256)
def _cut(example: str, path: str, messages: tuple[str, ...], success: bool) -> tuple[str, str]:  # noqa: FBT001
    """Return what stands before and behind the code.

    Args:
        example: a failing body.
        path: where the code stands in it.
        messages: where messages stand.
        success: whether the code is none of a failure, so that nothing beside it holds.
    """
    keys = path.replace("[]", ".[]").split(".")
    others = {message.replace("[]", ".[]") for message in messages}
    whole = _pruned(json.loads(example), keys, "", others, success)
    before, _, after = json.dumps(whole, indent=1, ensure_ascii=False).partition(json.dumps(_HERE))
    return before, after


def _pruned(
    node: Any,  # noqa: ANN401 - JSON is anything
    keys: list[str],
    place: str,
    messages: set[str],
    success: bool,  # noqa: FBT001
) -> Any:  # noqa: ANN401
    """Return a part of a body with nothing but the way to the code and what stands beside it."""
    if not keys:
        return _HERE
    key, *rest = keys
    if key == "[]":
        return [_pruned(node[0], rest, f"{place}.[]", messages, success)]
    found = {}
    for name, value in node.items():
        path = f"{place}.{name}".removeprefix(".")
        if name == key:
            found[name] = _pruned(value, rest, path, messages, success)
        elif not rest and not success and not isinstance(value, _NEST):
            found[name] = _ANY_TEXT if path in messages else value
    return found
