"""Excerpts: a part that shows the shape of a file, and is itself of that form."""

from __future__ import annotations

import json

from macros.addresses import CSV, JSON
from macros.publish.api.excerpts import excerpt


def _shown(value: object) -> object:
    return json.loads(excerpt(json.dumps(value), JSON))


def test_lists() -> None:
    """Of a list the first item is shown, and a sign that there are more."""
    assert _shown([1, 2, 3]) == [1, "…"]
    assert _shown([1]) == [1]
    assert _shown([]) == []
    assert _shown([[1, 2], 3]) == [[1, "…"], "…"]


def test_objects_and_tables() -> None:
    """An object is shown whole; of three or more entries of one kind the first, and a sign."""
    assert _shown({"a": [1, 2], "b": 2, "c": None}) == {"a": [1, "…"], "b": 2, "c": None}
    entry = {"x": [1, 2]}
    assert _shown({"a": entry, "b": entry}) == {"a": {"x": [1, "…"]}, "b": {"x": [1, "…"]}}
    assert _shown({"a": entry, "b": entry, "c": entry}) == {"a": {"x": [1, "…"]}, "…": "…"}
    assert _shown({"a": entry, "b": entry, "c": 1}) == {
        "a": {"x": [1, "…"]},
        "b": {"x": [1, "…"]},
        "c": 1,
    }
    lists = {"a": [1, 2], "b": [], "c": [3]}
    assert _shown(lists) == {"a": [1, "…"], "…": "…"}


def test_form() -> None:
    """JSON is set out in lines, letters as they are; of other files the first twelve lines stay."""
    assert excerpt('{"a":"카"}', JSON) == '{\n  "a": "카"\n}'
    lines = [f"line {number}" for number in range(20)]
    assert excerpt("\r\n".join(lines), CSV) == "\n".join(lines[:12])
    assert excerpt("one\n", CSV) == "one"
