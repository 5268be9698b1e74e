"""What is known of single real codes, and must stay so: one line each, with the reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.publish.api.findings import discrepancy_of_finding

if TYPE_CHECKING:
    from macros.atlas import Atlas
    from macros.catalog.model import Code


def _code(atlas: Atlas, name: str) -> Code:
    return next(code for code in atlas.codes if code.name == name)


def _confirmed(atlas: Atlas, name: str) -> Code:
    """Return a code; skip the test while nobody has confirmed its verdict for its newest text."""
    code = _code(atlas, name)
    if code.url in atlas.conditions.unreviewed:
        assert atlas.conditions.verdict(code).retry == "check-first"
        pytest.skip(f"{name} has a new text, which `open-work` lists")
    return code


# What a client must not get wrong.
VERDICTS = {
    "WeChat 42001": "after-reauthentication",
    "WeChat 40029": "after-reauthentication",
    "WeChat 45009": "check-first",
    "WeChat 48004": "never",
    "WeChat -1": "check-first",
    "WeChat 48006": "after-fix",
    "KakaoTalk -2029": "check-first",
    "Fresns 33201": "after-fix",
    "Fresns 34114": "never",
    "WeChat 0": "no-need",
    "WeChat 40001": "after-reauthentication",
    "WeChat 40164": "after-fix",
    "WeChat 45015": "after-fix",
    "KakaoTalk -7000": "check-first",
    "KakaoTalk -9999": "check-first",
    "KakaoTalk 1001": "check-first",
    "KakaoTalk 2001": "check-first",
    "KakaoTalk 3022": "check-first",
    "KakaoTalk 3051": "check-first",
    "KakaoTalk -3301": "after-fix",
    "KakaoTalk -1031": "check-first",
    "KakaoTalk 3030": "check-first",
    "KakaoTalk 4122": "check-first",
    "KakaoTalk 3005": "check-first",
    "KakaoTalk 3060": "check-first",
    "KakaoTalk 3012": "check-first",
    "KakaoTalk 3019": "never",
    "KakaoTalk 3050": "never",
    "Fresns 31504": "after-reauthentication",
    "Fresns 32301": "check-first",
    "Fresns 32302": "check-first",
    "Fresns 34306": "after-fix",
    "Fresns 34401": "after-fix",
    "Fresns 34405": "after-fix",
    "Fresns 36501": "after-fix",
}


@pytest.mark.parametrize("name", VERDICTS)
def test_verdicts(atlas: Atlas, name: str) -> None:
    """A verdict that costs money or sleep when it is wrong."""
    assert atlas.conditions.verdict(_confirmed(atlas, name)).retry == VERDICTS[name]


# How long nobody may call again, and who has to act.
WAITS = {
    "WeChat 45009": ("next-day", "caller"),
    "WeChat 45011": ("1 minute", "caller"),
    "WeChat 45028": ("window", "operator"),
    "KakaoTalk -1017": ("next-day", "operator"),
    "KakaoTalk 3022": ("window", "caller"),
    "Fresns 34306": ("1 hour", "end user"),
    "Fresns 35101": ("window", "end user"),
    "Fresns 36120": ("next-day", "end user"),
    "WeChat 42002": (None, "end user"),
    "WeChat 40029": (None, "end user"),
    "WeChat 42001": (None, "caller"),
    "Fresns 31504": (None, "end user"),
}


@pytest.mark.parametrize("name", WAITS)
def test_waits(atlas: Atlas, name: str) -> None:
    """A wait that is too short uses up a quota; a login is no matter of a program."""
    verdict = atlas.conditions.verdict(_confirmed(atlas, name))
    assert (verdict.wait, verdict.acts) == WAITS[name]


# Entries that are easily read wrong: two rows, markup, escapes, line breaks.
MESSAGES = {
    ("KakaoTalk 3050", "2025-12-10"): (
        "Opt out spec. (N type) unsupported|Non-KakaoTalk user\nUser opting to block AlimTalk of"
        " users who record no KakaoTalk service use within 72 hours\nNot a friend of FriendTalk"
    ),
    ("WeChat 46002", "r2"): "This menu version doesn not exist.",
    ("WeChat 40029", "r2"): "Invalid OAuth code",
}


@pytest.mark.parametrize(("name", "revision"), MESSAGES)
def test_messages(atlas: Atlas, name: str, revision: str) -> None:
    """A message is shown as the provider's page shows it."""
    code = _code(atlas, name)
    (listing,) = (one for one in code.listings if one.revision.id == revision)
    assert "|".join(row.message for row in listing.rows) == MESSAGES[name, revision]


def test_markup(atlas: Atlas) -> None:
    """Escapes stay where the page shows them and go where it does not; columns are kept."""
    shown = _code(atlas, "KakaoTalk 1033").listings[-1].rows[0].message
    assert shown.endswith(r"and chat\_bubble\_type paramater mismatch")
    assert r"\[" not in _code(atlas, "KakaoTalk -3299").messages[0]
    columns = _code(atlas, "KakaoTalk -1000").last.rows[0].columns
    assert (columns["service"], columns["isSuccess"]) == ("Common", "false")


KINDS = {
    "KakaoTalk 3014": "meaning-changed",
    "KakaoTalk -2019": "limit-changed",
    "KakaoTalk 3050": "rows-changed",
    "WeChat 46002": "typo-introduced",
    "WeChat 61501": "dropped",
}


@pytest.mark.parametrize("name", KINDS)
def test_changes(atlas: Atlas, name: str) -> None:
    """The changes that break clients, and the mistakes that came in, are what they are."""
    code = _code(atlas, name)
    assert KINDS[name] in [change.kind for change in atlas.review_of(code).changes_of(code)]


FOUND = [
    ("KakaoTalk 3050", "duplicate-code"),
    ("WeChat 46002", "grammar"),
    ("KakaoTalk -2019", "grammar"),
    ("KakaoTalk -3009", "grammar"),
    ("KakaoTalk -3048", "grammar"),
    ("KakaoTalk 1033", "markup-residue"),
    ("KakaoTalk 1033", "spelling"),
    ("WeChat 61454", "spelling"),
    ("KakaoTalk -2502", "punctuation"),
    ("KakaoTalk -8002", "punctuation"),
    ("KakaoTalk 1004", "punctuation"),
    ("WeChat 40017", "shared-message"),
    ("KakaoTalk -2017", "mixed-terms"),
    ("KakaoTalk 4000", "shared-message"),
    ("KakaoTalk -2031", "wrong-limit"),
    ("KakaoTalk -3016", "turned-around"),
    ("KakaoTalk 3015", "unlisted-number"),
    ("KakaoTalk -1010", "bare-condition"),
    ("KakaoTalk -2036", "capitals"),
    ("WeChat 61450", "said-twice"),
    ("KakaoTalk 3043", "shared-message"),
    ("WeChat 65305", "agreement"),
    ("Fresns 31505", "agreement"),
    ("Fresns 32102", "verb-form"),
    ("Fresns 36306", "uneven-style"),
]


@pytest.mark.parametrize(("name", "rule"), FOUND)
def test_findings(atlas: Atlas, name: str, rule: str) -> None:
    """What is known to be wrong in the documents is found."""
    code = _code(atlas, name)
    found = [one for one in atlas.review_of(code).findings if code in one.codes]
    assert rule in [finding.rule.name for finding in found]


NOT_FOUND = [
    ("KakaoTalk 0", "shared-message"),
    ("KakaoTalk 1000", "shared-message"),
    ("KakaoTalk 3045", "mixed-terms"),
    ("KakaoTalk 3046", "mixed-terms"),
    ("KakaoTalk -8005", "mixed-terms"),
    ("KakaoTalk -1025", "mixed-terms"),
    ("WeChat 41002", "mixed-terms"),
    ("WeChat 41006", "capitals"),
    ("WeChat 41009", "mixed-terms"),
    ("Fresns 34102", "mixed-terms"),
]


@pytest.mark.parametrize(("name", "rule"), NOT_FOUND)
def test_what_is_right(atlas: Atlas, name: str, rule: str) -> None:
    """What only looks wrong in the documents is left alone."""
    code = _code(atlas, name)
    found = [one for one in atlas.review_of(code).findings if code in one.codes]
    assert rule not in [finding.rule.name for finding in found]


MENDED = {
    ("Fresns 31603", "agreement"): (
        "User login token is incorrect or does not exist (User Token is incorrect)"
    ),
    ("Fresns 34111", "mixed-terms"): "Account password or verify code cannot be empty",
    ("KakaoTalk -3102", "mixed-terms"): "Quick reply cannot contain substitution variables",
    ("KakaoTalk -2031", "wrong-limit"): (
        "When sending a wide image, if the number of buttons exceeds 2"
    ),
    ("KakaoTalk -3016", "turned-around"): None,
    ("KakaoTalk -2502", "punctuation"): None,
    ("Fresns 36400", "grammar"): None,
}


@pytest.mark.parametrize("place", MENDED)
def test_corrections(atlas: Atlas, place: tuple[str, str]) -> None:
    """A correction is right English, in number, article and case; else there is none."""
    name, rule = place
    code = _code(atlas, name)
    found = [one for one in atlas.review_of(code).findings_of(code) if one.rule.name == rule]
    mended = [
        after
        for said, after in zip(found[0].quotes, discrepancy_of_finding(found[0]).after, strict=True)
        if said.row.code == code.code
    ]
    assert mended == [MENDED[place]]


# The preferred name is rarer than another one, since that is no English.
RARER = {"verification code"}


def test_preferred_names(atlas: Atlas) -> None:
    """Each preferred name is the one of most rows in the newest document."""
    for review in atlas.reviews.values():
        current = [one for one in review.findings if one.rule.name == "mixed-terms" and one.current]
        for finding in current:
            first, *others = re.findall(r'"([^"]+)" \(([0-9]+) row', finding.says)
            most = max(int(count) for _, count in others)
            assert int(first[1]) >= most or first[0] in RARER, finding.says
