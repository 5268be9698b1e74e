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


@pytest.mark.parametrize("third", ["partial", "n/a", "-"])
def test_third(third: str) -> None:
    """A third text in a column of successes leaves its row over, and is no failure."""
    items = [
        {"code": 4001 + number, "text": f"The dock is {number}", "success": value}
        for number, value in enumerate([True, False, third, False])
    ]
    found = sniff.sniff(Document("errors.json", json.dumps(items, indent=0)))
    assert found is not None
    [problem] = found.reading.problems
    assert 'of the code "4003" is neither "true", a success, nor "false"' in problem.what


@pytest.mark.parametrize("values", [["yes", "YES", "no"], ["Success", "success", "fail"]])
def test_spelled(values: list[object]) -> None:
    """Yes is yes in capitals, too."""
    items = [
        {"code": 4001 + number, "text": f"The dock is {number}", "success": value}
        for number, value in enumerate(values)
    ]
    found = sniff.sniff(Document("errors.json", json.dumps(items)))
    assert found is not None
    assert found.reading.is_whole
    assert [row.success for row in found.reading.rows] == [True, True, False]
