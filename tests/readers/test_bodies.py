"""Bodies in examples: passed over where they have a listed code, asked about where another one."""

from __future__ import annotations

import json

import pytest

from macros.maintain import sniff
from macros.readers import bodies
from macros.readers.rows import Document

TABLE = (
    "# Errors\n\n| Code | Message |\n|---|---|\n"
    "| 1001 | Dock is busy |\n| 1002 | Dock is gone |\n| 1003 | Tide is low |\n\n"
)
LISTED = {"1001", "1002", "1003"}
PATTERNS = ["[0-9]{4}"]

KNOWN = {
    "a line": '{"code": 1001, "ship": 2044, "message": "Ship 2044 waits"}',
    "several lines": json.dumps({"code": "1001", "amount": 5000, "at": {"id": 4321}}, indent=2),
    "a list": '[{"code": 1001, "year": 2024}, {"code": 1003, "year": 2025}]',
    "an answer": 'HTTP/1.1 409 Conflict\nContent-Length: 1234\n\n{"code": 1002}',
    "a comment": '{\n"code": 1001, //see the table\n"port": 8080\n}',
}


@pytest.mark.parametrize("name", KNOWN)
@pytest.mark.parametrize(
    "around", ["```json\n{}\n```\n", "```\n{}\n```\n", "Answers are:\n{}\nSo.\n"]
)
def test_an_example(name: str, around: str) -> None:
    """A body with a listed code is passed over whole, whatever numbers its other keys have."""
    if name == "an answer" and "```" not in around:
        return
    found = sniff.sniff(Document("errors.md", TABLE + around.replace("{}", KNOWN[name])))
    assert found
    assert found.reading.is_whole
    assert {row.code for row in found.reading.rows} == LISTED


NEW = {
    "another code alone": '{"code": 1004, "message": "Ship is too long"}',
    "another code beside": '[{"code": 1001}, {"code": 1004}]',
    "below another key": '{"code": 1001, "errorCode": "1004"}',
    "as a key": '{"code": 1001, "others": {"1004": {"text": "Gone"}}}',
    "in a list": '{"code": 1001, "others": [1003, 1004]}',
    "behind the body": '{"code": 1001}\n1004 Ship is too long',
    "below any key": '{"page": 1001, "ship": 1004}',
    "no body": "if (code == 1004) return;",
}


@pytest.mark.parametrize("name", NEW)
def test_asked(name: str) -> None:
    """A code that the document lacks is asked about, beside a listed one, too."""
    found = sniff.sniff(Document("errors.md", f"{TABLE}```json\n{NEW[name]}\n```\n"))
    assert found
    assert any("1004" in one.what for one in found.reading.problems)
    assert not bodies.says_nothing_new(NEW[name], PATTERNS, LISTED)


def test_words() -> None:
    """So it is where codes are words, which fields of a body can look like."""
    words = {"DOCK_BUSY", "DOCK_GONE"}
    body = '{"code": "DOCK_BUSY", "details": [{"field": "SHIP_NAME"}], "MAX": 1}'
    assert bodies.says_nothing_new(body, ["[A-Z]+(?:_[A-Z]+)+"], words)
    assert not bodies.says_nothing_new(
        body.replace("SHIP_NAME", "DOCK_BUSY").replace('"MAX": 1', '"field": "TIDE_LOW"'),
        ["[A-Z]+(?:_[A-Z]+)+"],
        words,
    )
    small = '{"error_code": "dock_busy", "request_id": "a1"}'
    assert bodies.says_nothing_new(small, ["[a-z]+(?:_[a-z]+)+"], {"dock_busy"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1}', [(0, 1)]),
        ('So:\n{\n"a": "}"\n}\nEnd', [(1, 4)]),
        ('{\n"a": 1', []),
        ("{name} is busy\n[see here]", []),
        ('[{"a": 1},\n{"b": [2]}]\n{"c": 3}', [(0, 2), (2, 3)]),
    ],
)
def test_spans(text: str, expected: list[tuple[int, int]]) -> None:
    """A body goes from a bracket to the one that closes it; other brackets begin none."""
    assert list(bodies.spans(text.split("\n"))) == expected
