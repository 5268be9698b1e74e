"""Each rule for discrepancies: what it finds, with the marks, and what it must leave alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.catalog import load as catalog
from macros.readers.rows import Row
from macros.review.language import Language
from macros.review.rules import RULES, Subject
from tests import invented
from tests.review.rules import planted

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.review.rules import Rule
    from macros.sources.provider import Provider

BY_NAME = {rule.name: rule for rule in RULES}
LANGUAGE = Language(frozenset({"appkey"}))
PROVIDER = invented.PROVIDER.replace(
    "revisions:\n", "terms:\n  - [dock, ship dock, berth]\nrevisions:\n"
)


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Provider:
    """Return the invented provider, with names for one thing."""
    data = invented.write(tmp_path_factory.mktemp("rules"), provider=PROVIDER)
    return catalog.load(data)["orbit"].provider


def _rows(messages: tuple[str, ...], codes: tuple[str, ...] = ()) -> list[Row]:
    codes = codes or tuple(str(100 + number) for number in range(len(messages)))
    return [
        Row(code, message, {}, "api", "data/orbit/a.md", line)
        for line, (code, message) in enumerate(zip(codes, messages, strict=True), start=1)
    ]


def _found(rule: Rule, provider: Provider, rows: list[Row]) -> list[str]:
    """Return each hit as its codes and its marks: `101: doesn not -> does not`."""
    return [
        ",".join(dict.fromkeys(quote.row.code for quote in hit.quotes))
        + ": "
        + "; ".join(
            f"{quote.row.message[mark.start : mark.end]} -> {mark.should}"
            for quote in hit.quotes
            for mark in quote.marks
        )
        for hit in rule.find(Subject(rows, LANGUAGE, provider.terms))
    ]


# rule, message -> the marks and what should stand there; none: it is right
MESSAGES: list[tuple[str, str, str | None]] = [
    ("spelling", "Invalild appkey", "Invalild -> Invalid"),
    ("spelling", "Too many retrys", "retrys -> retry"),
    ("spelling", "Invalild paramater", "Invalild -> Invalid; paramater -> parameter"),
    ("spelling", "Is it xqzvk?", "xqzvk -> None"),
    ("spelling", "Wrong retrys:", "retrys -> retry"),
    ("spelling", "JSON, msg_type, linkMo and 'qwertz' of mp.weixin.qq.com", None),
    ("spelling", "This doesn not match, it doesn't", None),
    ("spelling", "The user’s re-delivery of read/write access", None),
    ("grammar", "It doesn not exist", "doesn not -> does not"),
    ("grammar", "It doesn't not exist", "doesn't not -> does not"),
    ("grammar", "Name does not exists", "does not exists -> does not exist"),
    ("grammar", "Value cannot exceeds 10", "cannot exceeds -> cannot exceed"),
    ("grammar", "Account not exist", "not exist -> does not exist"),
    ("grammar", "It does not exist, or may not match; please do not match", None),
    ("grammar", "It is not always there, and cannot always be", None),
    ("grammar", "It does not pass, cannot focus, will not sometimes, can not this", None),
    ("grammar", "It does not always, cannot analysis, do not sideways", None),
    ("grammar", "It cannot matches and does not tries", "cannot matches -> cannot match"),
    ("grammar", "Failed since because it is so", "since because -> because"),
    ("grammar", "Send the the message", "the the -> the"),
    ("grammar", "It is that that had had it", None),
    ("grammar", "a outgoing call", "a outgoing -> an outgoing"),
    ("grammar", "an verification call", "an verification -> a verification"),
    ("grammar", "a user, a URL, a one-time code, an hour, an SMS, an API, a unique uniform", None),
    ("grammar", "a unit, an unimportant one, an M/N type, a European, an AC button", None),
    ("grammar", "Composite templates is required", "templates is -> templates are"),
    ("grammar", "Login token are wrong", "token are -> token is"),
    ("grammar", "Status is wrong, the address is wrong, title and code are wrong", None),
    ("grammar", "The list of templates is empty", None),
    ("punctuation", "Busy(queue full)", "( ->  ("),
    ("punctuation", "Busy (queue full), call f() for file(s)", None),
    ("punctuation", "content , when", "  -> "),
    ("punctuation", "a fallback is requested,", ", -> "),
    ("punctuation", "It is gone For the feed type, use another", " -> ."),
    ("punctuation", "Only 1,000 at 12:30, see http://a.example.com", None),
    ("punctuation", "It failed.Please wait", ". -> . "),
    ("markup-residue", r"chat\_bubble type", r"\_ -> _"),
    ("markup-residue", "a &lt; b<br>c", "&lt; -> <; <br> -> "),
    ("markup-residue", r"x \&lt; y", r"\& -> &"),
    ("markup-residue", '<a b="&lt;">', '<a b="&lt;"> -> '),
    ("markup-residue", r'the character "\uxxxx", 1 < 2 & 3, a&b;', None),
]


@pytest.mark.parametrize(("rule", "message", "marks"), MESSAGES)
def test_message(
    provider: Provider,
    rule: str,
    message: str,
    marks: str | None,
    as_before: Callable[[str], None],
) -> None:
    """A rule finds what is wrong in a message, marks it, says so, and leaves right ones alone."""
    found = _found(BY_NAME[rule], provider, _rows((message,)))
    assert found == ([f"100: {marks}"] if marks is not None else [])
    if marks is not None:
        as_before(_says(BY_NAME[rule], provider, _rows((message,))))


def _says(rule: Rule, provider: Provider, rows: list[Row]) -> str:
    subject = Subject(rows, LANGUAGE, provider.terms)
    return "\n".join(hit.says for hit in rule.find(subject))


def test_identifier_one_letter_away(provider: Provider) -> None:
    """An identifier one letter away from one that stands there more often is a finding."""
    rows = _rows(("invalid kf_account", "kf_account existed", "invalid kf_acount length"))
    assert _found(BY_NAME["spelling"], provider, rows) == ["102: kf_acount -> kf_account"]
    several = _rows(("kf_acc", "kf_abc kf_abc", "kf_adc kf_adc kf_adc", "kf_ac1"))
    assert _found(BY_NAME["spelling"], provider, several)[0] == "100: kf_acc -> kf_adc"


def test_duplicate_code(provider: Provider) -> None:
    """A code in two rows is found, with what both of them say."""
    rows = _rows(("Busy", "Closed", "Busy"), ("101", "101", "-101"))
    rule = BY_NAME["duplicate-code"]
    assert _found(rule, provider, rows) == ["101: "]
    assert _says(rule, provider, rows) == "101 stands in 2 rows of the document, with 2 meanings."
    same = _rows(("Busy", "Busy", "Busy"), ("101", "101", "101"))
    assert _says(rule, provider, same) == (
        "101 stands in 3 rows of the document, with the same meaning."
    )


def test_shared_message(provider: Provider) -> None:
    """Messages that differ in case and final stop are shared; other words are not."""
    rows = _rows(("Dock is busy", "dock is busy.", "Dock is closed"))
    assert _found(BY_NAME["shared-message"], provider, rows) == ["100,101: "]
    assert _says(BY_NAME["shared-message"], provider, rows) == "100 and 101 have the same message."
    three = _rows(("A", "a.", " A"))
    assert _says(BY_NAME["shared-message"], provider, three) == (
        "100, 101 and 102 have the same message."
    )
    assert _found(BY_NAME["shared-message"], provider, _rows(("A", "B"))) == []


def test_mixed_terms(provider: Provider) -> None:
    """One thing under several names is one finding; a name within a longer one does not count."""
    rows = _rows(("The dock is busy", "Ship docks are closed", "No berth", "Docked"))
    found = _found(BY_NAME["mixed-terms"], provider, rows)
    assert found == ["101,102: Ship docks -> Dock; berth -> dock"]
    assert _says(BY_NAME["mixed-terms"], provider, rows) == (
        'What is called "dock" (1 row) is also called "ship dock" (1 row) and "berth" (1 row).'
    )
    assert _found(BY_NAME["mixed-terms"], provider, _rows(("A dock", "No docks"))) == []
    both = _rows(("A dock", "A berth near a ship dock, and a berth"))
    assert _found(BY_NAME["mixed-terms"], provider, both) == [
        "101: berth -> dock; ship dock -> dock; berth -> dock"
    ]


def test_contradicting_limits(provider: Provider) -> None:
    """Rows with different limits of one thing are one finding, with what each of them says."""
    rule = BY_NAME["contradicting-limits"]
    rows = _rows(
        (
            "Crew list too long (6 names)",
            "The list of the crew can have up to 7 names",
            "If the crew list exceeds six names",
            "The pilot list can have up to 9 names",
        )
    )
    assert _found(rule, provider, rows) == [
        "100,101,102: 6 names -> None; up to 7 names -> None; exceeds six names -> None"
    ]
    assert _says(rule, provider, rows) == (
        '"Crew list" has different limits. 100: at most 6 names; 101: at most 7 names;'
        " 102: at most six names."
    )
    assert _found(rule, provider, _rows((rows[0].message, rows[2].message))) == []


def test_contradicting_limits_of_cases(provider: Provider) -> None:
    """A limit for all cases contradicts two for opposite cases, but not two that are equal."""
    rule = BY_NAME["contradicting-limits"]
    general = "If the mast height exceeds 7 pixels"
    cases = "Mast height limit exceeded (9 pixels with a flag, {} pixels without a flag)"
    rows = _rows((general, cases.format(7)))
    assert _says(rule, provider, rows) == (
        '"mast height" has different limits. 100: at most 7 pixels;'
        " 101: at most 9 pixels (with a flag), at most 7 pixels (without a flag)."
    )
    assert _found(rule, provider, _rows((general, cases.format(9)))) == []
    other = _rows((general, cases.format(7).replace("without", "beside")))
    assert _found(rule, provider, other) == []


@pytest.mark.parametrize(("thing", "found"), [("mast height", 0), ("ship mast height", 1)])
def test_contradicting_limits_of_code_sets(provider: Provider, thing: str, found: int) -> None:
    """In different code sets a thing of two words may be two things; one of three is one."""
    rule = BY_NAME["contradicting-limits"]
    one, two = _rows((f"If the {thing} exceeds 7 feet", f"The {thing} can be up to 8 feet"))
    assert len(_found(rule, provider, [one, two])) == 1
    assert len(_found(rule, provider, [one, replace(two, code_set="mail")])) == found


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4))
def test_any_text(provider: Provider, messages: list[str]) -> None:
    """Any text goes through all rules, and every mark lies within its message, in order."""
    rows = _rows(tuple(messages))
    for rule in RULES:
        for hit in rule.find(Subject(rows, LANGUAGE, provider.terms)):
            assert hit.quotes
            for quote in hit.quotes:
                places = [place for mark in quote.marks for place in (mark.start, mark.end)]
                assert places == sorted(places), "marks that overlap would falsify the quotation"
                assert all(0 <= place <= len(quote.row.message) for place in places)


def test_every_rule_is_described() -> None:
    """Each rule has a name, a title and a sentence, and no two have the same name."""
    assert len(BY_NAME) == len(RULES)
    assert all(rule.title and rule.description.endswith(".") for rule in RULES)


@pytest.mark.parametrize("document", planted.SILENT)
def test_near_misses(document: list[str]) -> None:
    """What only looks like a mistake is left alone by every rule."""
    assert planted.found(document, planted.provider()) == []


def test_precision_and_recall() -> None:
    """On the planted documents every rule finds what is its own, all of it, and nothing else."""
    assert set(planted.FOUND) == set(BY_NAME)
    assert planted.measure() == dict.fromkeys(BY_NAME, (1.0, 1.0))
