"""A body that somebody has pasted: where the code and the message stand in it."""

from __future__ import annotations

from macros.maintain import body


def test_where_code_and_message_stand() -> None:
    """The code's key is the nearest that is called so; a list of results is told as one."""
    rows = ()
    example = '{"data": {"id": 7}, "results": [{"errorCode": "E1", "errorMessage": "x"}]}'
    found = body.response(rows, example)
    assert found["code"] == ["results[].errorCode"]
    assert found["message"] == ["results[].errorMessage"]
    assert found["type"] == "string"
