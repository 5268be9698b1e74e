"""Limits: what a message says, to the character, and what only looks like a limit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.review.limits import Bound, Limit, limits


def _told(message: str) -> list[str]:
    """Return each limit as `bound numbers unit | of | applies | the characters that say so`."""
    return [
        " | ".join(
            [
                f"{limit.bound} {' '.join(limit.printed)} {limit.unit or '-'}",
                limit.of or "-",
                limit.applies or "-",
                message[limit.start : limit.end],
            ]
        )
        for limit in limits(message)
    ]


# message -> its limits
SAID: dict[str, list[str]] = {
    # What says that a bound was broken.
    "The dock name exceeds 40 characters": [
        "at-most 40 characters | dock name | - | exceeds 40 characters"
    ],
    "Photo size exceeding 700KB": ["at-most 700 KB | Photo size | - | exceeding 700KB"],
    "If the crew exceeds the maximum of 12 sailors": [
        "at-most 12 sailors | crew | - | exceeds the maximum of 12 sailors"
    ],
    "When a fleet has more than 1,300 ships": [
        "at-most 1,300 ships | fleet | - | has more than 1,300 ships"
    ],
    "If the photo is larger than 5 MB": ["at-most 5 MB | photo | - | larger than 5 MB"],
    "If the name is over 20 characters": ["at-most 20 characters | name | - | over 20 characters"],
    "Failed because the name is shorter than 3 letters": [
        "at-least 3 letters | name | - | shorter than 3 letters"
    ],
    "Fuel below 20%, cannot leave": ["at-least 20 % | Fuel | - | below 20%"],
    "Cargo over the limit of 7 crates": [
        "at-most 7 crates | Cargo | - | over the limit of 7 crates"
    ],
    "If the number of masts is not between 1 and 3": [
        "between 1 3 masts | number of masts | - | is not between 1 and 3"
    ],
    # What sets one.
    "The name cannot be longer than 1,200 characters.": [
        "at-most 1,200 characters | name | - | cannot be longer than 1,200 characters"
    ],
    "The mast must not exceed 9.5 meters": [
        "at-most 9.5 meters | mast | - | must not exceed 9.5 meters"
    ],
    "Make sure the note does not exceed 90 bytes": [
        "at-most 90 bytes | note | - | does not exceed 90 bytes"
    ],
    "A crew must have at least three members": [
        "at-least three members | crew | - | at least three members"
    ],
    "At least one pilot is required": ["at-least one pilot | - | - | At least one pilot"],
    "Upload up to 8 photos per day": [
        "at-most 8 photos per day | Upload | - | up to 8 photos per day"
    ],
    "Only 5 ships are allowed": ["at-most 5 ships | - | - | Only 5 ships"],
    "Can only tow 3 ships at a time": [
        "at-most 3 ships at a time | tow | - | Can only tow 3 ships at a time"
    ],
    "Calls: maximum 50 per minute": ["at-most 50 per minute | Calls | - | maximum 50 per minute"],
    "The maximum crew size is 12 people": [
        "at-most 12 people | maximum crew size | - | maximum crew size is 12 people"
    ],
    "Minimum cargo is 3 tons": ["at-least 3 tons | Minimum cargo | - | Minimum cargo is 3 tons"],
    "A pin must be exactly 6 digits": ["exactly 6 digits | pin | - | exactly 6 digits"],
    "A pin must be 6 digits": ["exactly 6 digits | pin | - | must be 6 digits"],
    "A pin must be 6 digits or more": ["at-least 6 digits | pin | - | 6 digits or more"],
    "The name has 20 letters at most": ["at-most 20 letters | name | - | 20 letters at most"],
    "A berth can be booked up to 90 days in advance": [
        "at-most 90 days in advance | berth | - | up to 90 days in advance"
    ],
    "A crew must send exactly 3 letters": ["exactly 3 letters | crew | - | exactly 3 letters"],
    "Masts must be between 2 and 4": ["between 2 4 - | Masts | - | must be between 2 and 4"],
    "The berth must be 1~40": ["between 1 40 - | berth | - | must be 1~40"],
    "A convoy requires 3-4 ships of one size": [
        "between 3 4 ships | convoy | - | requires 3-4 ships"
    ],
    "If the maximum flag number exceeds 2 characters": [
        "at-most 2 - | maximum flag number | - | exceeds 2 characters"
    ],
    "If the maximum flag number exceeds 2 flags": [
        "at-most 2 flags | maximum flag number | - | exceeds 2 flags"
    ],
    "The pilot number exceeds 9 digits": ["at-most 9 digits | pilot number | - | exceeds 9 digits"],
    # In brackets.
    "Name too long (max. 20 characters)": ["at-most 20 characters | Name | - | max. 20 characters"],
    "Name too short(4 characters)": ["at-least 4 characters | Name | - | 4 characters"],
    "Too many flags (six flags at a maximum)": [
        "at-most six flags | flags | - | six flags at a maximum"
    ],
    "Exceeded limit of length in log title (30 characters)": [
        "at-most 30 characters | length in log title | - | 30 characters"
    ],
    "Invalid length (1-40 characters)": ["between 1 40 characters | length | - | 1-40 characters"],
    "Note length exceeded (19 characters without photo, 13 characters with photo)": [
        "at-most 19 characters | Note length | without photo | 19 characters",
        "at-most 13 characters | Note length | with photo | 13 characters",
    ],
    # When it applies.
    "For yachts, the mast can be up to 9 meters, and for tugs, it can be up to 3 meters": [
        "at-most 9 meters | mast | For yachts | up to 9 meters",
        "at-most 3 meters | mast | for tugs | up to 3 meters",
    ],
    "The text exceeds 90 bytes (with a photo attached)": [
        "at-most 90 bytes | text | with a photo attached | exceeds 90 bytes"
    ],
    "Text too long (90 bytes including spaces)": [
        "at-most 90 bytes | Text | including spaces | 90 bytes"
    ],
    "Wrong cargo. For tugs, crates cannot exceed 2. For yachts, crates cannot exceed 1": [
        "at-most 2 - | crates | For tugs | cannot exceed 2",
        "at-most 1 - | crates | For yachts | cannot exceed 1",
    ],
    "The deck of the ship can hold up to 9 crates, and the roof can hold up to 3 crates": [
        "at-most 9 crates | deck of the ship | - | up to 9 crates",
        "at-most 3 crates | roof … of the ship | - | up to 3 crates",
    ],
    "Flags cannot exceed 2 if at sea. Flags cannot exceed 2 if in a port": [
        "at-most 2 - | Flags | if at sea | cannot exceed 2",
        "at-most 2 - | Flags | if in a port | cannot exceed 2",
    ],
    # A number of things that may be, and a place in a list.
    "Only one ship is allowed": ["at-most one ship | - | - | Only one ship"],
    "ships[0].name must be at most 20 letters": [
        "at-most 20 letters | ships[0].name | - | at most 20 letters"
    ],
    "Max 9 calls per day per IP address": [
        "at-most 9 calls per day per IP address | - | - | Max 9 calls per day per IP address"
    ],
    "A ship needs at least 5 flurbles": ["at-least 5 flurbles | ship | - | at least 5 flurbles"],
    # Words beside the thing that are no part of it.
    "size: must be at most 50": ["at-most 50 - | size | - | at most 50"],
    "The name may be up to 9 letters long and the flag up to 5 letters long": [
        "at-most 9 letters | name | - | up to 9 letters",
        "at-most 5 letters | flag | - | up to 5 letters",
    ],
    "Refused. size: must be at most 50": ["at-most 50 - | size | - | at most 50"],
    'Parameter "crew" must be between 1 and 200.': [
        'between 1 200 - | Parameter "crew" | - | must be between 1 and 200'
    ],
    "A trip must be at least 7 days but no longer than 90 days": [
        "at-least 7 days | trip | - | at least 7 days",
        "at-most 90 days | trip | - | no longer than 90 days",
    ],
    "A flag may have up to 11 letters, including at least one vowel": [
        "at-most 11 letters | flag | - | up to 11 letters",
        "at-least one vowel | flag | - | at least one vowel",
    ],
    "Name (max 30 letters) and flag (max 16 letters) are required": [
        "at-most 30 letters | Name | - | max 30 letters",
        "at-most 16 letters | flag | - | max 16 letters",
    ],
    "Too few masts (expected at least 2, got 1)": ["at-least 2 - | masts | - | at least 2"],
    "Pick at most 5 crates": ["at-most 5 crates | - | - | at most 5 crates"],
    "Ensure this name has no more than 9 letters": [
        "at-most 9 letters | name | - | no more than 9 letters"
    ],
    "Raise the sail to at least 30 meters": ["at-least 30 meters | sail | - | at least 30 meters"],
    "You can only have 1 open trip at a time": [
        "at-most 1 open trip at a time | - | - | can only have 1 open trip at a time"
    ],
    # One limit that is said twice, and several.
    "If the trip is more than 9 days in advance (up to 9 days in advance)": [
        "at-most 9 days in advance | trip | - | more than 9 days in advance"
    ],
    "Photos: max 3, each at most 2 MB": [
        "at-most 3 - | Photos | - | max 3",
        "at-most 2 MB | Photos | - | at most 2 MB",
    ],
    "Name should be no less than 2 and no more than 9 letters": [
        "at-least 2 - | Name | - | no less than 2",
        "at-most 9 letters | Name | - | no more than 9 letters",
    ],
}
# These are no limits, or it is not sure which.
SILENT = [
    "",
    "Error 40029",
    "Too many ships (1008)",
    "Limit exceeded (code 1008)",
    "ship_type must be 1 to 2",
    "The status is 400 or more",
    "The version must be at least 2",
    "At least Android 8 or later",
    "A photo of 2:1 at most",
    "Sent from 08:00 to 20:50",
    "Sent between 2020-01-01 and 2021-01-01",
    "Call 080 or +82-10-1234",
    "The 2nd to 4th ships, at most 3rd place",
    "Wait up to 5 minutes",
    "Try again 1 hour later, at most 3 times",
    "Saved, and can be sent within 3 days",
    "The answer may take up to 30 seconds",
    "A review requires 2 to 3 days",
    "If the mail is sent over 3 days",
    "If the ship was not seen for more than 30 days",
    "Messages exceeding 90 bytes are sent as two",
    "If there are more than 7 crates, a crane is required",
    "If the crew does not exceed 5 people",
    "If a ship carries up to 5 crates",
    "If at least 3 ships are here",
    "The crew must exceed 5 people",
    "The mast must be longer than 5 meters",
    "At least one sailor failed",
    "At least 3 ships are down",
    "Up to 5 letters were lost",
    "Enter at least one of name and flag",
    "Enter at least two of shipName, shipFlag",
    "up to 1 300 characters",
    "The name exceeds 1.300 characters",
    "The name exceeds 12,34 characters",
    "up to 5 min",
    "A list of 10 sizes is required",
    "Only ships that have not sailed for 3 days",
    'It says "at most 5 items"',
    "Crew: must be 5-3 people",
    "It must be 1 and 2",
    "The difference between 3 and 4 ships",
    "Too many ships (5 ships left)",
    "Too long, too short (5 letters)",
    "Order number unknown (3-4 days)",
    "exceeds 5",
    "The note x5 letters at most",
    "A fee of $5 coins at most",
    "标题不能超过64个字符",
    "最多 20 个",
    "제목은 50자를 초과할 수 없습니다",
    "Der Titel darf maximal 50 Zeichen lang sein",
    "El título no puede exceder de 50 caracteres",
    "Maximum 5 Dateien",
    "limit 5 Dateien maximum",
    "Maximum 5 fichiers",
    "Name: minimum 3 caractères",
    "Der Name: maximum 50",
    "Le pont: maximum 5 photos",
    "El barco: maximum 5 photos",
    "Deck full (maximum 5 Dateien)",
    # Differences, and times that are counted from something.
    "The flag must differ from the last 5 flags by at least 3 characters",
    "Cut the cargo by at least 10 MB",
    "The name must be 5 characters shorter than 30",
    "It must be 5 characters shorter",
    "The flag must be at least 5 pixels higher",
    "The offer must be at least 1 higher than the last offer",
    "The offer must be at least 5% above the last one",
    "Leave at least 24 hours before sunset",
    "The trip must be 2 to 5 days in the future",
    "The crew must be at least 30 days old",
    # How long something is done, and what is done to you.
    "The harbour is closed for at least 30 minutes",
    "Crates are kept for up to 90 days",
    "We keep crates up to 90 days",
    "We charge up to 3% per crate",
    # What does not name the thing, and has no unit.
    "A trip of 12 miles, which exceeds the limit of 5",
    "Pick at least 2",
    "Error: must be at most 50",
    "The maximum for tugs is 5 crates",
    # One of two that depend on something.
    "The name must not exceed 30 letters, or 10 if it is in capitals",
    # What happened.
    "Exactly 3 trips were made",
    "Exactly one ship was found",
    "We found exactly 3 ships",
    "At most 5 pilots saw this",
    "Up to 20% of ships sink",
    "The speed exceeds 90 percent of ships",
    # What things are, not how many.
    "Only 2.4 GHz radios are supported",
    "Only 5 GHz radios are supported",
    "Only 64 bit ships are supported",
    "Only 10 percent discounts are allowed",
    "Only 18 plus sailors are allowed",
    "The trip is limited to 2024 sailors",
    "Hull.js must be at least 18",
    "Call us at 0800 123 4567, at least 2 days",
    "Sail 3.8 or newer, at least 2 GB",
    "The heat may not exceed 60 °C",
    "The price cannot exceed 60 €",
]


@pytest.mark.parametrize("message", SAID)
def test_said(message: str) -> None:
    """A limit is reported as its words stand, in the order of the text."""
    assert _told(message) == SAID[message]


@pytest.mark.parametrize("message", SILENT)
def test_near_misses(message: str) -> None:
    """What is no limit, or none for sure, is not reported."""
    assert _told(message) == []


def test_numbers() -> None:
    """A limit has its numbers as values too, those that its bound allows."""
    told: list[tuple[str, int | float | None, int | float | None]] = [
        ("The note exceeds 1,300,000 bytes", None, 1_300_000),
        ("The note exceeds 0.5 MB", None, 0.5),
        ("The note must have at least ten letters", 10, None),
        ("The note must be 6 digits", 6, 6),
        ("The note must be 1 to 2", 1, 2),
    ]
    for message, least, most in told:
        (limit,) = limits(message)
        assert (limit.least, limit.most) == (least, most), message


def test_field() -> None:
    """The identifier in the words that name the thing is the field; a plain word is none."""
    (limit,) = limits("The dockName field exceeds 9 bytes (invalid shipName)")
    assert limit == Limit(
        Bound.AT_MOST, ("9",), "bytes", "dockName field", "dockName", None, 19, 34
    )
    for message, of, field in (
        ("The name exceeds 9 bytes", "name", None),
        ("The name (dockName) exceeds 9 bytes", "name (dockName)", "dockName"),
        ("The name (dock) exceeds 9 bytes", "name", None),
        ("The name (as dockName) exceeds 9 bytes", "name", None),
    ):
        (limit,) = limits(message)
        assert (limit.of, limit.field) == (of, field)


PIECES = [
    *("up to ", "at most ", "exceeds ", "must be ", "between ", "more than ", "If ", "the ship "),
    *("1,300", "10", "three", "3-4", "500KB", "5%", " characters", " per day", " and ", " to "),
    *("(", ")", ". ", ", ", "\n", '"', "“", "\x00", " ", "2:1", "码", "\u0661", "max. ", "cannot "),
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=14).map("".join))
def test_any_text(message: str) -> None:
    """Any text goes through; each span lies within it, and holds the numbers and the unit."""
    for limit in limits(message):
        assert 0 <= limit.start < limit.end <= len(message)
        said = message[limit.start : limit.end]
        assert all(number in said for number in limit.printed)
        pieces = (limit.of or "").split(" … ")
        assert all(piece in message for piece in pieces)
        assert all(piece in message for piece in (limit.applies or "").split("; "))
        assert limit.least is None or limit.most is None or limit.least <= limit.most
