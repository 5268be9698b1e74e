"""Rules that compare the rows of a document: what they find, with the marks, and what they say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.review.rules import Subject
from tests.review.rules import planted
from tests.review.rules.shown import BY_NAME, LANGUAGE, TERMS, found, marks, says, subject


def test_identifier_one_letter_away() -> None:
    """An identifier one letter away from one that stands there more often is a finding."""
    three = ("invalid kf_account", "kf_account existed", "invalid kf_acount length")
    assert found("spelling", *three) == ["102: kf_acount -> kf_account"]
    several = ("kf_acc", "kf_abc kf_abc", "kf_adc kf_adc kf_adc", "kf_xyz")
    assert found("spelling", *several)[0] == "100: kf_acc -> kf_adc"


@pytest.mark.parametrize(
    "names",
    [
        "url1Name url2Name",
        "qxa12_b qxa13_b",
        "ship_id ship_ids",
        "my_accnt my_accnts",
        "from_dock form_dock",
        "a_Ship a_ship",
    ],
)
def test_identifiers_one_letter_apart_on_purpose(names: str) -> None:
    """Fields that differ in a digit, in number, in case or in a whole word are meant so."""
    one, other = names.split()
    assert found("spelling", one, f"{other} {other}") == []
    assert found("spelling", other, f"{one} {one}") == []


def test_duplicate_code() -> None:
    """A code in two rows is found, with what both of them say."""
    rule = BY_NAME["duplicate-code"]
    two = subject("Busy", "Closed", "Busy", codes=("101", "101", "-101"))
    assert marks("duplicate-code", two) == ["101: "]
    assert [hit.says for hit in rule.find(two)] == [
        "101 is listed in 2 rows of the document, with 2 meanings."
    ]
    same = subject("Busy", "Busy", "Busy", codes=("101", "101", "101"))
    assert [hit.says for hit in rule.find(same)] == [
        "101 is listed in 3 rows of the document, with the same meaning."
    ]


def test_shared_message() -> None:
    """Messages that differ in case and final stop are shared; other words are not."""
    rows = ("Dock is busy", "dock is busy.", "Dock is closed")
    assert found("shared-message", *rows) == ["100,101: "]
    assert says("shared-message", *rows) == "100 and 101 have the same message."
    assert says("shared-message", "B", "b.", " B") == "100, 101 and 102 have the same message."
    assert found("shared-message", "A", "B") == []


NEARLY_SHARED = {
    ("Ship not found", "The ship is not found."): True,
    ("Invalid key", "Invalid keys (invalid keys)"): True,
    ("Docks are shut", "A dock is shut"): True,
    ("The", "A"): False,
    ("Invalid status", "Invalid statu"): False,
    ("Is shut", "Is not shut"): False,
    ("Shut (dock)", "Shut (gate)"): False,
    ("The gate is shut (call the harbour)", "Gate shut"): True,
    ("Gate shut(call us).", "gate shut"): True,
    ("Too long (5 feet)", "Too long"): False,
    ("Shut", "(gate)"): False,
    ("Value < 1", "Value > 1"): False,
}


@pytest.mark.parametrize("messages", NEARLY_SHARED)
def test_nearly_shared_message(messages: tuple[str, str]) -> None:
    """Small words, plurals and a parenthesis that repeats do not tell codes apart; others do."""
    said = "100 and 101 have nearly the same message." if NEARLY_SHARED[messages] else ""
    assert says("shared-message", *messages) == said


def test_shared_message_of_what_is_never_confused() -> None:
    """A success is no error, and a code of another set stands in another place of a body."""
    rows = planted.rows(["0: Shut", "1: Shut", "2: Shut", "mail/1: Shut", "mail/0: Shut"])
    checked = Subject(rows, LANGUAGE, (), frozenset({("api", "0"), ("api", "2")}))
    (hit,) = BY_NAME["shared-message"].find(checked)
    assert [(quote.row.code_set, quote.row.code) for quote in hit.quotes] == [
        ("mail", "1"),
        ("mail", "0"),
    ]


# messages -> the marks; "dock" is preferred to "ship dock" and "berth"
MIXED: dict[tuple[str, ...], str | None] = {
    ("The dock is busy", "Ship docks are closed", "No berth"): (
        "101,102: Ship docks -> Docks; berth -> dock"
    ),
    ("A dock", "A berth near a ship dock, and berths"): (
        "101: A berth -> A dock; a ship dock -> a dock; berths -> docks"
    ),
    ("A dock", "The Berths are Berths"): "101: Berths -> docks; Berths -> docks",
    ("A dock", "Shut. Berth (Berth key)"): "101: Berth -> Dock; Berth -> Dock",
    ("A dock", "Missing: berth", "The berth field", "Use 'berth', my_berth", "berth.a"): None,
    ("A dock", "Missing: ship dock"): "101: ship dock -> dock",
    ("A dock", "The Delete Berth API", "The Berth Control", "Use Shut Berth"): None,
    ("A dock", "No docks", "Docked"): None,
}


@pytest.mark.parametrize("messages", MIXED)
def test_mixed_terms(messages: tuple[str, ...]) -> None:
    """A name becomes the preferred one in its number and case; fields and other names stay."""
    expected = MIXED[messages]
    assert found("mixed-terms", *messages) == ([expected] if expected else [])


def test_what_is_said_of_mixed_terms() -> None:
    """Each name is told with its rows; one within a longer name does not count."""
    rows = ("The dock is busy", "Ship docks are closed", "No berth", "Docked")
    assert says("mixed-terms", *rows) == (
        '"dock" (1 row), "ship dock" (1 row) and "berth" (1 row) name the same thing.'
    )


def test_forms_of_the_preferred_name() -> None:
    """The article follows the name that should stand there; a name in the plural keeps it."""
    terms = (("old dock", "berth"), ("query", "checks"))
    checked = subject("old dock", "Shut a berth", "The query", "Two checks", terms=terms)
    assert marks("mixed-terms", checked) == [
        "101: a berth -> an old dock",
        "103: checks -> queries",
    ]
    checked = subject("gate", "Shut an inner gate", terms=(("gate", "inner gate"),))
    assert marks("mixed-terms", checked) == ["101: an inner gate -> a gate"]


def test_the_name_of_most_rows() -> None:
    """What fewer rows say becomes what most say; of as many the first is kept."""
    many = ("No berth", "A berth, a berth", "The dock")
    assert found("mixed-terms", *many) == ["102: dock -> berth"]
    assert found("mixed-terms", *many, "A dock") == [
        "100,101: berth -> dock; A berth -> A dock; a berth -> a dock"
    ]
    # Rows are counted, not uses.
    assert found("mixed-terms", "Dock or dock", "No berth") == ["101: berth -> dock"]
    assert found("mixed-terms", "Dock", "Berth or berth") == ["101: Berth -> Dock; berth -> dock"]


def test_names_that_tell_codes_apart() -> None:
    """Where two names alone tell codes of a set apart, they are no names of one thing there."""
    rule = BY_NAME["mixed-terms"]
    apart = ["1: Shut dock", "2: Shut berth", "3: A berth", "mail/4: A berth", "mail/5: Ship dock"]
    (hit,) = rule.find(Subject(planted.rows(apart), LANGUAGE, TERMS))
    assert [quote.row.code for quote in hit.quotes] == ["4", "5"]
    same = ["1: Shut dock", "1: Shut berth", "2: Dock"]
    (hit,) = rule.find(Subject(planted.rows(same), LANGUAGE, TERMS))
    assert [quote.row.message for quote in hit.quotes] == ["Shut berth"]


def test_one_name_in_several_cases() -> None:
    """Of two spellings of a field the one is right that more rows have, else its fellows'."""
    rows = ("wrong LinkMo", "wrong linkMo", "linkMo", "LinkMo is wrong")
    assert found("capitals", *rows) == ["100: LinkMo -> linkMo"]
    rows = ("wrong ShipName", "wrong shipName", "shipSize", "shipFlag")
    assert found("capitals", *rows) == ["100: ShipName -> shipName"]
    assert says("capitals", "no shipName", "no ShipName") == (
        '"shipName" is written in another case elsewhere.\n'
        '"ShipName" is written in another case elsewhere.'
    )


def test_small_first_letter() -> None:
    """A first word is small where all others are large; the name of a field is as it is."""
    large = tuple(f"Gate {number} is shut" for number in range(9))
    small = ("gate token timed out", "name is missing", "shipName token", "shiptalk token", "gate")
    assert found("capitals", *large * 5, *small) == ["145: gate -> Gate"]
    for field in ("email taken", "offset greater than it", "name contains signs"):
        assert found("capitals", *large * 5, field) == []
    assert found("capitals", *large[:8], small[0]) == []
    assert found("capitals", *large, *small) == []


def test_unlisted_number() -> None:
    """A number among the codes that no row has is told; others' numbers and counts are not."""
    rule = BY_NAME["unlisted-number"]

    def said(message: str) -> str:
        rows = planted.rows([f"101: {message}", "150: Shut", "mail/105: Shut", "109: Shut"])
        return "".join(hit.says for hit in rule.find(Subject(rows, LANGUAGE)))

    one = "103 looks like a code of this list, and is none of them."
    assert said("See 103") == said("Error code 103, or 109") == said("See 103 or 105") == one
    assert said("Neither 103 nor 104") == (
        "103 and 104 look like codes of this list, and are none of them."
    )
    mail = planted.rows(["101: Shut", "mail/201: See 203", "mail/209: Shut", "mail/9: See 105"])
    assert [hit.quotes[0].row.code for hit in rule.find(Subject(mail, LANGUAGE))] == ["201"]
    assert said("It failed: code 103") == said("Instead, use code 103.") == one
    for right in ("Area code 103", "The ZIP code 103 is shut", "Currency code 103."):
        assert not said(right)
    for right in ("See 109", "HTTP code 103", "See 103 docks", "Wait 103", "See 099", "See 1030"):
        assert not said(right)


def test_bare_condition() -> None:
    """Half sentences are counted among all messages, and the first three are quoted."""
    bare = ("If it rains", "When leaving, if it rains", "In case of 'a, b'", "If a, b or c is shut")
    whole = ("If it rains, wait", "When shut: wait", "If so then wait", "Iffy", "If shut. Wait")
    assert found("bare-condition", *whole, *bare) == [
        "105,106,107: If -> None; When -> None; In case -> None"
    ]
    assert says("bare-condition", *whole, *bare).startswith("4 of 9 messages are half a sentence")
    assert found("bare-condition", *bare[:2], *whole) == []
    assert found("bare-condition", *bare[:3], *("Shut",) * 58) == []


def test_full_stops() -> None:
    """Full stops of some single sentences are one finding, with the first rows of the fewer."""
    bare, stopped = ("Shut",) * 9, ("Open.",) * 5
    assert found("uneven-style", *stopped, *bare) == ["100,101,102: . -> ; . -> ; . -> "]
    assert says("uneven-style", *stopped, *bare) == (
        "5 of 14 messages of one sentence end in a full stop, the others do not."
    )
    assert found("uneven-style", *stopped, *stopped, "Shut") == ["110:  -> ."]
    assert says("uneven-style", *stopped, *stopped, "Shut") == (
        "10 of 11 messages of one sentence end in a full stop, the others do not, such as these."
    )


def test_one_full_stop() -> None:
    """A single full stop among many rows is said to be one."""
    assert says("uneven-style", *("Shut",) * 12, "Open.") == (
        "1 of 13 messages of one sentence ends in a full stop, the others do not."
    )


SAME_STOPS = [
    ("Shut",) * 9,
    ("Open.",) * 10,
    (*("Shut",) * 10, "Shut. Wait."),
    (*("Shut",) * 10, "So ..."),
    (*("Shut",) * 8, "Shut."),
    (*("Shut",) * 60, "Open."),
]


@pytest.mark.parametrize("messages", SAME_STOPS)
def test_full_stops_that_are_no_habit(messages: tuple[str, ...]) -> None:
    """Few rows, one in a hundred, several sentences and dots tell nothing of full stops."""
    assert found("uneven-style", *messages) == []


# messages -> marks of what they write in two ways, and what is said
TWO_WAYS: dict[tuple[str, ...], tuple[str, str] | None] = {
    ("It can not", "It Can not", "It cannot"): (
        "100,101: can not -> cannot; Can not -> Cannot",
        '2 messages write "can not", 1 "cannot".',
    ),
    ("Up to 1000 rows", "Up to 2,000 rows", "Over 3,000 rows"): (
        "100: 1000 -> 1,000",
        "One message writes thousands as 1000, 2 as 1,000.",
    ),
    ("It’s", "It's"): ("100: ’ -> '", "One message writes ’, 1 '."),
    ("It’s", "They’re", "It's"): ("102: ' -> ’", "One message writes ', 2 ’."),
    ("It can not only", "It cannot"): None,
    ("It can not",): None,
    ("Up to 1000 rows", "Up to 2000 rows"): None,
    ("Year 1000", "Up to 2,000 rows", "In 1000 or 2.1000 rows"): None,
}


@pytest.mark.parametrize("messages", TWO_WAYS)
def test_two_ways(messages: tuple[str, ...]) -> None:
    """What a document writes in two ways is one finding, with the rows that should change."""
    expected = TWO_WAYS[messages]
    assert found("uneven-style", *messages) == ([expected[0]] if expected else [])
    assert says("uneven-style", *messages) == (expected[1] if expected else "")


LIMITS = "contradicting-limits"


def test_contradicting_limits() -> None:
    """Rows with different limits of one thing are one finding, with what each of them says."""
    rows = (
        "Crew list too long (6 names)",
        "The list of the crew can have up to 7 names",
        "If the crew list exceeds six names",
        "The pilot list can have up to 9 names",
    )
    assert found(LIMITS, *rows) == [
        "100,101,102: 6 names -> None; up to 7 names -> None; exceeds six names -> None"
    ]
    assert says(LIMITS, *rows) == (
        '"Crew list" has different limits. 100: at most 6 names; 101: at most 7 names;'
        " 102: at most six names."
    )
    assert found(LIMITS, rows[0], rows[2]) == []


def test_contradicting_limits_of_cases() -> None:
    """A limit for all cases contradicts two for opposite cases, but not two that are equal."""
    general = "If the mast height exceeds 7 pixels"
    cases = "Mast height limit exceeded (9 pixels with a flag, {} pixels without a flag)"
    assert says(LIMITS, general, cases.format(7)) == (
        '"mast height" has different limits. 100: at most 7 pixels;'
        " 101: at most 9 pixels (with a flag), at most 7 pixels (without a flag)."
    )
    assert found(LIMITS, general, cases.format(9)) == []
    assert found(LIMITS, general, cases.format(7).replace("without", "beside")) == []


@pytest.mark.parametrize(("thing", "count"), [("mast height", 0), ("ship mast height", 1)])
def test_contradicting_limits_of_code_sets(thing: str, count: int) -> None:
    """In different code sets a thing of two words may be two things; one of three is one."""
    one = subject(f"If the {thing} exceeds 7 feet", f"The {thing} can be up to 8 feet")
    assert len(marks(LIMITS, one)) == 1
    first, second = one.rows
    assert len(marks(LIMITS, replace(one, rows=[first, replace(second, code_set="mail")]))) == count


def test_remarks_that_tell_codes_apart() -> None:
    """A remark in parentheses that one of two lacks tells nothing; two remarks tell them apart."""
    rows = ("Gate shut (by the harbour)", "Gate shut (by a ship)", "Gate shut", "The gate is shut")
    assert found("shared-message", *rows) == ["102,103: "]
    assert found("shared-message", *rows[:1], *rows[2:]) == ["100,101,102: "]
