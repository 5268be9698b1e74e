"""A body that somebody has pasted: where the code and the message stand in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.errors import ProblemsError
from macros.maintain import body
from macros.readers.rows import Row


def test_where_code_and_message_stand() -> None:
    """The code's key is the nearest that is called so; a list of results is told as one."""
    rows = ()
    example = '{"data": {"id": 7}, "results": [{"errorCode": "E1", "errorMessage": "x"}]}'
    found = body.response(rows, example)
    assert found["code"] == ["results[].errorCode"]
    assert found["message"] == ["results[].errorMessage"]
    assert found["type"] == "string"


@pytest.mark.parametrize(
    "text", ["It is shut", "The gate is shut until noon", "\u95e8\u5df2\u5173"]
)
def test_a_message_by_another_key(text: str) -> None:
    """A text beside the code is of that code alone, whatever its key is; other values stay."""
    example = f'{{"fault": "E1", "detail": "{text}", "level": "error", "count": 3}}'
    found = body.response(_rows("api", "E1", "E2"), example)
    assert (found["code"], found["message"]) == (["fault"], ["detail"])
    short = [replace(_rows("api", "E1")[0], message="Gate shut")]
    assert body.response(short, '{"fault": "E1", "info": "Gate shut"}')["message"] == ["info"]
    assert body.response(short, '{"fault": "E1", "info": "Gate two"}')["message"] == []
    both = f'{{"fault": "E1", "message": "x", "detail": "{text}"}}'
    assert body.response(_rows("api", "E1"), both)["message"] == ["message", "detail"]


def _rows(code_set: str, *codes: str) -> list[Row]:
    return [Row(code, "It is shut", {}, code_set, "moon.md", 1) for code in codes]


@pytest.mark.parametrize(
    ("example", "shown"),
    [
        ('{"error": {"code": 4101, "text": "x"}}', "api"),
        ('{"error": {"code": 9, "text": "x"}}', "api"),
        ('{"status": {"reason": "UPAY"}}', "reason"),
    ],
)
def test_an_example_is_of_one_code_set(example: str, shown: str) -> None:
    """It says nothing of the bodies of others; without a known code it is of the first."""
    found = body.responses([*_rows("api", "4101"), *_rows("reason", "AC01", "UPAY")], example)
    known = {"type": "string", "success": [], "success_means": "Not known."}
    other = {"api": "reason", "reason": "api"}[shown]
    assert found[other] == {**known, "type": "string" if other == "reason" else "integer"}
    assert found[shown]["code"] == [{"api": "error.code", "reason": "status.reason"}[shown]]
    assert found[shown]["type"] == ("integer" if shown == "api" else "string")


def test_an_integer_for_codes_that_are_none() -> None:
    """It would say something wrong of the other codes: the way on is named."""
    with pytest.raises(ProblemsError, match='an integer at "code", and "AC01" is none') as error:
        body.responses(_rows("api", "4101", "AC01"), '{"code": 4101}')
    assert "a code set of its own" in str(error.value)


def test_a_range_of_integers() -> None:
    """Its ends tell of which type it is."""
    rows = [replace(_rows("api", "200-299")[0], ends=("200", "299"))]
    assert body.response(rows, "")["type"] == "integer"
    assert body.response(rows, '{"code": 204}')["type"] == "integer"
