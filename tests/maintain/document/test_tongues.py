"""What language texts look like: names in source code are of none. All are invented."""

from __future__ import annotations

from macros.maintain.document import tongues

NAMES = [f"Dock{one}{other}" for one in "ABCDEFGHIJ" for other in ("Busy", "Gone", "Shut", "Lost")]
GERMAN = ["Das Dock ist belegt", "Das Schiff kommt zu spät", "Der Hafen hat heute geschlossen"] * 4


def test_names_are_of_no_language() -> None:
    """Names alone do not contradict that a document is English, nor hide that it is not."""
    assert tongues.contradicts("en", NAMES) == ""
    assert tongues.contradicts("en", GERMAN) == "of another language than English"
    assert tongues.contradicts("en", [*NAMES, *GERMAN]) == "of another language than English"
    assert tongues.looks(["码头繁忙", "码头不见了", *NAMES[:1]]) == "Chinese"
