"""Lists of codes in JSON and YAML beside the one that is read."""

from __future__ import annotations

import json
import re

import pytest

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.readers.rows import Document

ERRORS = {f"F100{one}": {"message": text} for one, text in enumerate(("Late", "Full", "Lost"))}
WARNINGS = {"W2001": {"message": "Departure is delayed"}, "W2002": {"message": "Price changed"}}
INFO = {"title": "Ferry", "version": "2.1.0"}


def test_another_list() -> None:
    """It is asked about with a way on that reads both; the other is the reader as it is."""
    document = Document(
        "x.json", json.dumps({"info": INFO, "errors": ERRORS, "warnings": WARNINGS}, indent=1)
    )
    guess = sniff.sniff(document, "api")
    assert guess
    (doubt,) = guess.doubts
    assert doubt.line == 18
    assert '"warnings{}" leads to what looks like codes with messages, too' in doubt.what
    assert '"W2001", "Departure is delayed"' in doubt.what
    more = json.loads(re.findall(r"add (\{.*\}) to `lists`", doubt.do)[0])
    alone = reading.read(document, guess.reading.options)
    assert [row.code for row in alone.rows] == ["F1000", "F1001", "F1002"]
    assert alone.is_whole
    both = reading.read(document, {**guess.reading.options, "lists": [more]})
    assert [row.code for row in both.rows] == ["F1000", "F1001", "F1002", "W2001", "W2002"]
    assert both.is_whole


@pytest.mark.parametrize(("key", "text"), [("id", "text"), ("nr", "says"), ("state", "what")])
def test_two_items_with_other_keys(key: str, text: str) -> None:
    """Two items are asked about, too, whatever their keys are; the way on reads both lists."""
    errors = [
        {"code": 4001 + at, "message": text} for at, text in enumerate(("Late", "Full", "Lost"))
    ]
    warnings = [{key: "W1", text: "Tide is low"}, {key: "W2", text: "Fog is near"}]
    document = Document("x.json", json.dumps({"errors": errors, "warnings": warnings}, indent=1))
    guess = sniff.sniff(document, "api")
    assert guess
    (doubt,) = guess.doubts
    assert doubt.what.endswith('too, and is not read: "W1", "Tide is low".')
    more = json.loads(re.findall(r"add (\{.*\}) to `lists`", doubt.do)[0])
    both = reading.read(document, {**guess.reading.options, "lists": [more]})
    assert both.is_whole
    assert {row.code: row.message for row in both.rows} == {
        "4001": "Late",
        "4002": "Full",
        "4003": "Lost",
        "W1": "Tide is low",
        "W2": "Fog is near",
    }


@pytest.mark.parametrize(
    "beside",
    [
        [{"plan": "Free", "requests": 60}, {"plan": "Pro", "requests": 600}],
        [
            {"name": "docks", "description": "All docks"},
            {"name": "ships", "description": "All ships"},
        ],
        [
            {"issue": "2.0", "what": "The first one"},
            {"issue": "2.1", "what": "The second one"},
        ],
        [
            {"at": "2024-03-01", "what": "The first one"},
            {"at": "2024-04-01", "what": "The second one"},
        ],
        {"200": {"message": "Fine"}, "404": {"message": "No such ticket"}},
        {"title": {"message": "Ferry"}, "version": {"message": "Two"}},
        {"F1001": {"message": "Full"}, "F1002": {"message": "Lost"}},
    ],
)
def test_no_codes_of_its_own(beside: object) -> None:
    """Statuses, other things and what is read already are not asked about."""
    document = Document(
        "x.json", json.dumps({"info": INFO, "errors": ERRORS, "beside": beside}, indent=1)
    )
    guess = sniff.sniff(document, "api")
    assert guess
    assert not [one for one in guess.doubts if "leads to what looks like codes" in one.what]


LATE = [{"code": 4001 + at, "message": text} for at, text in enumerate(("Late", "Full", "Lost"))]


@pytest.mark.parametrize("indent", [None, 1])
def test_one_item(indent: int | None) -> None:
    """One item is asked about, also where all stands on one line; the way on reads both lists."""
    legacy = [{"id": "A7", "text": "Anchor is lost"}]
    document = Document("x.json", json.dumps({"errors": LATE, "legacy": legacy}, indent=indent))
    guess = sniff.sniff(document, "api")
    assert guess
    (doubt,) = guess.doubts
    assert doubt.what.startswith('"legacy[]" leads to what looks like codes')
    more = json.loads(re.findall(r"add (\{.*\}) to `lists`", doubt.do)[0])
    both = reading.read(document, {**guess.reading.options, "lists": [more]})
    assert both.is_whole
    assert [row.code for row in both.rows] == ["4001", "4002", "4003", "A7"]


@pytest.mark.parametrize(
    "beside",
    [
        {"servers": [{"id": 1, "description": "The main harbour"}]},
        {"authors": [{"id": 7, "name": "Bo Dock"}]},
        {"limits": {"ships": [{"per": "day", "count": 30}]}},
        {"docks": [{"id": "A7", "name": "North"}]},
        {"seen": [{"day": "2026-01-01", "what": "A new list"}]},
    ],
)
def test_things_beside(beside: dict[str, object]) -> None:
    """One item of another thing, as a server or a name with an id, is not asked about."""
    guess = sniff.sniff(Document("x.json", json.dumps({"errors": LATE, **beside})), "api")
    assert guess
    assert guess.reading.is_whole


LISTED = {"4001": "Late", "4002": "Full", "4003": "Lost"}


@pytest.mark.parametrize(
    ("more", "left"),
    [
        ({"enum": ["4001", "4002", "4003"]}, ()),
        ({"retried": [4003]}, ()),
        ({"retried": [4003, 4009]}, ("retried[1]: 4009",)),
        ({"retried": [4003, "Try again in an hour"]}, ("retried[0]: 4003",)),
        ({"worst": 4003}, ("worst: 4003",)),
        ({"retried": [[4003, 4001]]}, ()),
        ({"retried": [{"errcode": 4003}]}, ("retried[0].errcode: 4003",)),
    ],
)
def test_codes_alone(more: dict[str, object], left: tuple[str, ...]) -> None:
    """A list of codes that have rows, and of nothing else, says nothing new; any other is left."""
    guess = sniff.sniff(Document("x.json", json.dumps({"texts": LISTED, "x": more}, indent=1)))
    assert guess
    assert {row.code: row.message for row in guess.reading.rows} == LISTED
    problems = [one for one in guess.reading.problems if "holds what may be a code" in one.what]
    assert [one.what.split('"')[1] for one in problems] == [f"x.{place}" for place in left]
