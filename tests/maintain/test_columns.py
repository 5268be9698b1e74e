"""Which column of a table tells success: planted ones and near misses."""

from __future__ import annotations

import json

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document


def _success(key: str, values: list[object]) -> object:
    items = [
        {"code": 4001 + number, "text": f"The dock is {number}", key: value}
        for number, value in enumerate(values)
    ]
    found = sniff.sniff(Document("errors.json", json.dumps(items)))
    assert found is not None
    return found.reading.options.get("success")


@pytest.mark.parametrize(
    ("key", "values", "value"),
    [
        ("ok", [True, False, False], "true"),
        ("isSuccess", ["Y", "N", "N"], "Y"),
        ("result", ["success", "fail", "fail"], "success"),
    ],
)
def test_success(key: str, values: list[object], value: str) -> None:
    """A key that asks for it tells success, and so do its words."""
    assert _success(key, values) == {"key": key, "value": value}


@pytest.mark.parametrize("key", ["retryable", "deprecated", "재시도"])
def test_flags(key: str) -> None:
    """Yes and no answer any question: such a key tells no success."""
    assert _success(key, [True, False, False]) is None
