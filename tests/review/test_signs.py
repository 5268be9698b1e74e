"""Signs: those without which a text says something else, and those that are form alone."""

from __future__ import annotations

import pytest

from macros.review import classify, signs


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ropes of 1,5 m", "Ropes of 15 m"),
        ("Up to 1,5,7 masts", "Up to 15,7 masts"),
        ("Up to 1,0000 masts", "Up to 10000 masts"),
        ("Opens at 12:30", "Opens at 1230"),
        ("Bridge 1.2.3 is up", "Bridge 123 is up"),
        ("Pier 1/2 is full", "Pier 12 is full"),
        ("Between 1-5 ships", "Between 1, 5 ships"),
        ("Call +86", "Call 86"),
        ("The mark is -5", "The mark is 5"),
        ("Loaded by 10%", "Loaded by 10"),
        ("The flag must be = b", "The flag must be != b"),
        ("Masts < 3", "Masts > 3"),
        ("Masts < 3", "Masts <= 3"),
        ("The toll is below $5", "The toll is below €5"),
        ("No * in names of ships", "No # in names of ships"),
        ("The crane is broken", "The crane is broken*"),
        ("Names are parted with ;", "Names are parted with ,"),
        ('Names are parted with ";"', 'Names are parted with ","'),
        ("Names are parted with \uff1b", "Names are parted with \uff0c"),
        ("Set the field ship.name", "Set the field shipname"),
        ("Set the field ship_name", "Set the field shipname"),
        ("Set the field ship_name", "Set the field ship name"),
        ("Wait 5 m before you call", "Wait 5 M before you call"),
        ("Load of 5 Mb", "Load of 5 MB"),
        ("The dock is (not) open", "The dock is not open"),
        ("There is (No) dock", "There is no dock"),
        ("The ship is !ready", "The ship is ready"),
        ("Not now (!ready)", "Not now (ready)"),
        ("\u00acready", "ready"),
        ("Route A \u2192 B", "Route A \u2190 B"),
        ("Route A -> B", "Route A <- B"),
        ("Tide up\u2191", "Tide up\u2193"),
        ("Tide up\u2191", "Tide up"),
        ("x \u2208 S", "x \u2209 S"),
        ("Sealed\u2713", "Sealed\u2717"),
        ("Marks in [0,10)", "Marks in [0,10]"),
        ("Marks in (0, 10)", "Marks in [0, 10]"),
        ("Marks in [low; high[", "Marks in [low; high]"),
        ("Power must be in mW", "Power must be in MW"),
        ("The rate is in Mb", "The rate is in MB"),
        ("Cargo of grade A-", "Cargo of grade A"),
        ("Call it with --force", "Call it with force"),
        ("Call it with -f", "Call it with f"),
        ("The dock is !ready", "The dock is ready"),
        ("From dock \u2192 ship", "From dock \u2190 ship"),
        ("Tide \u2191", "Tide \u2193"),
        ("Masts in [0,10)", "Masts in [0,10]"),
        ("Masts in (0; 5]", "Masts in (0; 5)"),
        ("Ropes of grade A-", "Ropes of grade A"),
        ("The load in mW is too high", "The load in MW is too high"),
        ("No retry", "No. Retry"),
        ("Not, wait", "not wait"),
        ("不\uff0c重试", "不重试"),
        ("The papers are in complete order", "The papers are incomplete order"),
        ("It is a synchronous call", "It is asynchronous call"),
    ],
)
def test_telling(before: str, after: str) -> None:
    """Where such a sign differs, the texts do not mean the same, in either direction."""
    assert not classify.alike(before, after)
    assert not classify.alike(after, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Dock is busy", "Dock is busy."),
        ("Dock is busy .", "Dock is busy."),
        ("Dock is busy !", "Dock is busy"),
        ("Dock is busy.Wait", "Dock is busy. Wait"),
        ("The e-mail bounced", "The email bounced"),
        ("Up to 1,000 ships", "Up to 1000 ships"),
        ("In 5, or 6 docks", "In 5 or 6 docks"),
        ("Between 1-5 ships", "Between 1~5 ships"),
        ("Between 1 - 5 ships", "Between 1\u20135 ships"),
        ("Dock - busy", "Dock \u2014 busy"),
        ("Dock: busy", "Dock; busy"),
        ("Dock; busy", "Dock ; busy"),
        ("Dock isn't open", "Dock isn\u2019t open"),
        ('Dock "A" is busy', "Dock \u201cA\u201d is busy"),
        ("Ship(s) are late", "Ships are late"),
        ("Set ship\\_name", "Set ship_name"),
        ("船坞\uff08满\uff09", "船坞(满)"),
        ("Up to 10 MB", "Up to 10MB"),
        ("Called 10 times", "Called 10 Times"),
        ("The 5 in the port", "The 5 In the port"),
        ("I.e. busy", "Ie busy"),
        ("Dock | busy", "Dock busy"),
        ("\u2022 Dock is busy", "Dock is busy"),
        ("1. Dock is busy", "1) Dock is busy"),
        ("Route A -> B", "Route A \u2192 B"),
        ("\u2192 Dock is busy", "Dock is busy"),
        ("\u26a0 Dock is busy", "Dock is busy"),
        ("**No** dock is free", "No dock is free"),
        ("Kinds (1, 2)", "Kinds 1, 2"),
        ("The [dock, ship] is", "The (dock, ship) is"),
        ("POWER MUST BE IN MW", "Power must be in mW"),
        ("The band is in mhz", "The band is in MHz"),
        ("The size is in kB", "The size is in KB"),
        ("\u00a1Dock is busy!", "Dock is busy"),
        ("![Ship](ship)", "[Ship](ship)"),
        ("Do not dock. In a port wait", "do not dock, in a port wait"),
        ("Dock (A, B) is busy", "Dock [A, B] is busy"),
        ("Wait!", "Wait"),
        ("DOCK IN A PORT", "Dock in a port"),
        ("Log in. Wait", "log in, wait"),
        ("船坞已满\uff0c请稍后", "船坞已满。请稍后"),
    ],
)
def test_form(before: str, after: str) -> None:
    """Other punctuation, white space and capitals are form alone, in either direction."""
    assert classify.alike(before, after)
    assert classify.alike(after, before)


def test_order() -> None:
    """The signs of a text come in their order; full-width ones are the same."""
    assert signs.telling("x ≤ -3, y \uff1d 5 %") == ["≤", "-", "=", "%"]
    assert signs.alone('A " ; " or , and ":"') == [";", ":", ","]
