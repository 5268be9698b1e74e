"""How a body carries codes: rows, an example of a body -> what provider.yml says of responses."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from macros import codes
from macros.errors import Problem, ProblemsError
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.readers.rows import Row

_SUCCESS = re.compile(
    r"(?:the )?(?:request |operation )?(?:was |has been )?"
    r"(?:ok|success(?:ful(?:ly)?)?|succeeded|no error)"
    r"(?: request)?|request succeeded|成功|请求成功|성공|正常終了",
    re.IGNORECASE,
)
_CODE_KEY = re.compile(
    r"(?:err|error|ret|return|result|status)?_?(?:code|no|ret|status)", re.IGNORECASE
)
_SENTENCE = 3  # words
_MESSAGE_KEY = re.compile(r".*(?:msg|message|text|description|desc|reason)", re.IGNORECASE)


def responses(rows: Iterable[Row], example: str) -> dict[str, dict[str, Any]]:
    """Return how bodies carry the codes of each code set, as far as an example tells.

    An example is of one code set: the one with the code that stands in it, else the first. Of the
    bodies of the others it says nothing.

    Raises:
        ProblemsError: when the example is no JSON, has no code, or has one of another type.
    """
    sets: dict[str, list[Row]] = {}
    for row in rows:
        sets.setdefault(row.code_set, []).append(row)
    values = {_as_code(value) for _, value in _leaves(json_body(example), "")} if example else set()
    shown = next(
        (ident for ident, held in sets.items() if any(row.code in values for row in held)),
        next(iter(sets), None),
    )
    return {
        ident: response(held, example if ident == shown else "") for ident, held in sets.items()
    }


def response(rows: Iterable[Row], example: str) -> dict[str, Any]:
    """Return how a body carries the codes of one code set, as far as an example tells.

    Raises:
        ProblemsError: when the example is no JSON, has no code, or has one of another type.
    """
    rows = list(rows)
    successes = list(
        dict.fromkeys(
            row.code
            for row in rows
            if row.success
            or (row.success is None and _SUCCESS.fullmatch(one_line(row.message).rstrip(".!")))
        )
    )
    numbers = all(
        re.fullmatch(r"-?(?:0|[1-9][0-9]*)", code, re.ASCII)
        for row in rows
        for code in row.ends or (row.code,)
    )
    said: dict[str, Any] = {"type": "integer" if numbers else "string", "success": successes}
    if not example:
        means = f"{' or '.join(successes)} is a success." if successes else "Not known."
        return {**said, "success_means": means}
    place, messages, is_integer = _found(json_body(example), rows)
    other = next((row for row in rows if not codes.is_integer(row.code, row.ends)), None)
    if is_integer and other:
        what = f'the example has an integer at "{place}", and "{other.code}" is none.'
        do = (
            "Give a code set of its own to what stands in another place (`code_set` in the options"
            " after --reader), paste a body with such a code, or leave the example out."
        )
        raise ProblemsError([Problem("--example", 0, what, do)])
    means = (
        f"{place.rpartition('.')[2]} is {' or '.join(successes)}." if successes else "Not known."
    )
    return {
        "example": json.dumps(json_body(example), indent=2, ensure_ascii=False) + "\n",
        "code": [place],
        "message": messages,
        "type": "integer" if is_integer else "string",
        "success": successes,
        "success_means": means,
    }


def json_body(example: str) -> Any:  # noqa: ANN401 - any JSON
    """Return a body that somebody has given as text.

    Raises:
        ProblemsError: when it is no JSON.
    """
    try:
        return json.loads(example)
    except ValueError as error:
        what = f"the example is not JSON: {error}."
        do = "Paste a whole body that the API answered a failing request with, or leave it out."
        raise ProblemsError([Problem("--example", 0, what, do)]) from None


def _found(body: object, rows: Iterable[Row]) -> tuple[str, list[str], bool]:
    """Return where code and messages stand in a body, and whether the code is an integer.

    A message is known by its key, as a text of the document or as a sentence: whatever its key is,
    it is of this code alone.

    Raises:
        ProblemsError: when nothing in it is a code.
    """
    leaves = list(_leaves(body, ""))
    known = {row.code: one_line(row.message) for row in rows}
    held = [(path, value) for path, value in leaves if _as_code(value) in known]
    named = [(p, v) for p, v in leaves if _CODE_KEY.fullmatch(_key(p)) and _as_code(v) is not None]
    if not held and not named:
        what = "no value in the example is one of the codes, and no key is called like a code."
        do = "Paste a body with a code of the document, or leave it out."
        raise ProblemsError([Problem("--example", 0, what, do)])
    path, value = min(
        held or named, key=lambda one: (not _CODE_KEY.fullmatch(_key(one[0])), one[0].count("."))
    )
    above = path.rpartition(".")[0]
    texts = [
        p for p, v in leaves if isinstance(v, str) and p != path and _MESSAGE_KEY.fullmatch(_key(p))
    ]
    beside = [p for p in texts if p.rpartition(".")[0] == above] or texts
    sentences = [
        p
        for p, v in leaves
        if isinstance(v, str) and p != path and p.rpartition(".")[0] == above
        if one_line(v) in known.values() or len(v.split()) >= _SENTENCE or not v.isascii()
    ]
    return path, list(dict.fromkeys([*beside[:1], *sentences])), isinstance(value, int)


def _key(path: str) -> str:
    return path.rpartition(".")[2].removesuffix("[]")


def _as_code(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    return str(value)


def _leaves(body: object, path: str) -> Iterator[tuple[str, object]]:
    """Yield the values of a body with their places: keys joined by `.`, `[]` for each item."""
    if isinstance(body, dict):
        for key, value in body.items():
            yield from _leaves(value, f"{path}.{key}" if path else str(key))
    elif isinstance(body, list):
        for value in body[:1]:
            yield from _leaves(value, f"{path}[]")
    else:
        yield path, body
