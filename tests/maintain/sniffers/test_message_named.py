"""The column that `--message` names is the message, whatever the guess was; or it is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.errors import ProblemsError
from macros.maintain import sniff
from macros.maintain.sniffers import choices, message_named
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.sniff import Sniffed
    from macros.maintain.sniffers.sniffed import Choice

REASONS = """\
| Identifier | Hex | Reason Code name | Packets |
|---|---|---|---|
| 0 | 0x00 | Success | CONNACK, PUBACK |
| 128 | 0x80 | Unspecified error | CONNACK, PUBACK |
| 129 | 0x81 | Malformed packet | CONNACK, DISCONNECT |
"""
PLAIN = """\
| Code | Message | Remedy |
|---|---|---|
| 4001 | The dock is busy | Wait for the other ship |
| 4002 | The ship is gone | Look for the ship |
| 4003 | The crane fell | Call the harbour |
"""


def _named(text: str, *headings: str) -> Sniffed:
    document = Document("errors.md", text)
    found = sniff.sniff(document)
    assert found
    found = message_named.with_choices(document, found, headings)

    def choose(choice: Choice) -> str | None:
        return next((one for one in choice.headings if one in headings), None)

    return choices.decided(document, found, choose)


def _messages(found: Sniffed) -> list[str]:
    return [row.message for row in found.reading.rows]


def test_offered() -> None:
    """What a code is called is among the columns that can be its message; its number is not."""
    found = sniff.sniff(Document("errors.md", REASONS))
    assert found
    (choice,) = found.choices
    assert choice.headings == ("Reason Code name", "Packets")
    (asked,) = found.reading.problems
    assert '--message "Reason Code name" or --message "Packets"' in asked.do


@pytest.mark.parametrize(
    ("heading", "messages"),
    [
        ("Reason Code name", ["Success", "Unspecified error", "Malformed packet"]),
        ("Packets", ["CONNACK, PUBACK", "CONNACK, PUBACK", "CONNACK, DISCONNECT"]),
        ("Hex", ["0x00", "0x80", "0x81"]),
    ],
)
def test_among_several(heading: str, messages: list[str]) -> None:
    """Each column can be named, also one that the question does not offer."""
    found = _named(REASONS, heading)
    assert found.reading.is_whole
    assert _messages(found) == messages


def test_where_nothing_is_asked() -> None:
    """It is taken where the guess is sure of another one, which is kept by name."""
    found = _named(PLAIN, "Remedy")
    assert found.reading.is_whole
    assert _messages(found)[0] == "Wait for the other ship"
    assert found.reading.options["tables"][0]["named"] == {"note": "Message"}
    assert _messages(_named(PLAIN, "Message"))[0] == "The dock is busy"


@pytest.mark.parametrize("heading", ["Cause", "Code", "message"])
def test_refused(heading: str) -> None:
    """A heading that no column has, and that of the codes, is refused with those that can be."""
    with pytest.raises(ProblemsError) as caught:
        _named(PLAIN, heading)
    (problem,) = caught.value.problems
    assert f'--message has "{heading}"' in problem.what
    assert problem.do == "Name one of Message and Remedy."
