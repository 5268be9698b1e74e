"""Keys of data that are read as codes are asked about where each entry has a code of its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

if TYPE_CHECKING:
    from collections.abc import Callable

TEXTS = ("Berth taken", "No rope on board", "Fog too thick")


def _json(keys: tuple[str, ...], name: str, codes: tuple[object, ...]) -> Document:
    entries = {
        key: {name: code, "message": text}
        for key, code, text in zip(keys, codes, TEXTS, strict=True)
    }
    return Document("errors.json", json.dumps(entries, indent=1))


def _yaml(keys: tuple[str, ...], name: str, codes: tuple[object, ...]) -> Document:
    entries = (
        f"{key}:\n  {name}: {code}\n  message: {text}\n"
        for key, code, text in zip(keys, codes, TEXTS, strict=True)
    )
    return Document("errors.yaml", "".join(entries))


@pytest.mark.parametrize("make", [_json, _yaml])
@pytest.mark.parametrize("name", ["code", "error_code", "errorCode"])
@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        (("1", "2", "3"), ("E6320", "E7500", "E7501")),
        (("404", "409", "503"), ("BUSY_BERTH", "NO_ROPE", "THICK_FOG")),
        (("1", "2", "3"), (1001, 1002, 1003)),
    ],
)
def test_a_code_in_each_entry(
    make: Callable[..., Document], name: str, keys: tuple[str, ...], codes: tuple[object, ...]
) -> None:
    """The question names both, and its replies read the one or the other."""
    document = make(keys, name, codes)
    found = sniff.sniff(document)
    assert found
    rows = [row.code for row in found.reading.rows]
    wanted = [*map(str, codes)]
    if rows == wanted:
        return
    assert rows == [*keys]
    [asked] = [one for one in found.reading.problems if "the key of an entry" in one.what]
    assert asked.what == (
        f'"{keys[0]}", the key of an entry, is read as its code, and "{name}" in it is'
        f' "{codes[0]}"; so it is with the others.'
    )
    lines = frozenset({asked.line})
    meant = replies.applied(document, found.reading, Replies(as_meant=lines))
    assert [(row.code, row.message) for row in meant.rows] == [*zip(wanted, TEXTS, strict=True)]
    kept = replies.applied(document, found.reading, Replies(as_read=lines))
    assert [row.code for row in kept.rows] == [*keys]


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("code", ("1001", "1002", "1003")),
        ("code", ("E1", "E1", "E2")),
        ("http_code", (404, 409, 503)),
        ("country code", ("DE", "FR", "IT")),
    ],
)
def test_no_code_of_its_own(name: str, codes: tuple[object, ...]) -> None:
    """The same as the key, one that several have, a status and a country are no other code."""
    document = _json(("1001", "1002", "1003"), name, codes)
    found = sniff.sniff(document)
    assert found
    assert not [one for one in found.reading.problems if "the key of an entry" in one.what]
