"""What stands between words: where it says something else, and where it is form alone."""

from __future__ import annotations

import pytest

from macros.review import classify, gaps


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("No retry", "No. Retry"),
        ("No retry", "No, retry"),
        ("Never retry", "Never: retry"),
        ("Non, r\u00e9essayez", "Non r\u00e9essayez"),
        (
            "\u041d\u0435\u0442, \u043f\u043e\u0432\u0442\u043e\u0440",
            "\u041d\u0435\u0442 \u043f\u043e\u0432\u0442\u043e\u0440",
        ),
        ("\u4e0d\uff0c\u91cd\u8bd5", "\u4e0d\u91cd\u8bd5"),
        ("\u672a\u5f00\u3002\u8bf7\u91cd\u8bd5", "\u672a\u5f00\u8bf7\u91cd\u8bd5"),
        ("Stop. If late wait", "Stop if late. Wait"),
        ("Wait if late. Retry", "Wait if late retry"),
        ("It must be in valid state", "It must be invalid state"),
        ("It is a synchronous call", "It is asynchronous call"),
        ("The ship is not able", "The ship is notable"),
        ("Das Schiff ist in aktiv", "Das Schiff ist inaktiv"),
    ],
)
def test_telling(before: str, after: str) -> None:
    """Where a sentence ends, a no is parted, or a word begins, the texts are not the same."""
    assert not gaps.same(before, after)
    assert not gaps.same(after, before)
    assert not classify.alike(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Dock is busy. Wait", "Dock is busy, wait"),
        ("Dock is busy. Wait", "Dock is busy.Wait"),
        ("Dock is busy.\nWait", "Dock is busy\nWait"),
        ("Dock is not\nopen", "Dock is not open"),
        ("No. of ships", "No of ships"),
        ("Berth No. 5", "Berth No 5"),
        ("Ship max. Length", "Ship max Length"),
        ("The U.S. Dollar", "The US Dollar"),
        ("Ships, docks, and masts", "Ships, docks and masts"),
        ("Please log in", "Please login"),
        ("The sub-menu", "The sub menu"),
        ("A non-empty hold", "A non empty hold"),
        ("An in-app toll", "An in app toll"),
        ("Put it in to the dock", "Put it into the dock"),
        ("It can not sail", "It cannot sail"),
        ("**No** ship", "No ship"),
        ("Not found: ship", "Not found, ship"),
        (
            "\u7cfb\u7edf\u7e41\u5fd9\uff0c\u8bf7\u91cd\u8bd5",
            "\u7cfb\u7edf\u7e41\u5fd9\u8bf7\u91cd\u8bd5",
        ),
        ("\u8bf7 \u91cd\u8bd5", "\u8bf7\u91cd\u8bd5"),
    ],
)
def test_form(before: str, after: str) -> None:
    """Other signs between words, hyphens and white space are form alone, in either direction."""
    assert gaps.same(before, after)
    assert gaps.same(after, before)
