"""What the atlas tells people to do: verbs first, and nothing to an end user that harms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.publish import retries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.atlas import Atlas

# Add a verb here when advice begins with a new one; nothing else than a verb.
VERBS = frozenset(
    """
    Activate Add Apply Ask Bring Call Change Check Choose Compare Convert Copy Correct
    Create Delete Do Encode Enter Fetch Fill Find Finish Get Give Grant Hand Hold Install Keep Leave
    Let Log Look Make Name Offer Open Pass Plan Publish Put Reach Read Redeem Register Remove
    Repeat Reset Retry Send Set Settle Shorten Show Sign Skip Slow Sort Start Stop Store Switch
    Take Tell
    Test Top Treat Try Update Upload Use Verify Wait Write Don't Nothing
    """.split()
)
PASSIVE = re.compile(r"\b(?:has|have) to be\b")
# What an end user cannot know, or should not be told.
INNER = re.compile(
    r"\b(?:api|token|json|key|secret|parameter|request|template|id|code \d|errcode|blocked you|"
    r"server|retry|provider|exist|exists|registered)\b",
    re.IGNORECASE,
)
LONGEST_FOR_USER = 100


def _advice(atlas: Atlas) -> Iterator[str]:
    for condition in atlas.conditions.by_id.values():
        yield condition.why
    for code in atlas.codes:
        verdict = atlas.conditions.verdict(code)
        yield verdict.says
        yield retries.advice(verdict)
        if code.observed:
            yield from (cause.do for cause in code.observed.observation.causes)


def test_verbs_first(atlas: Atlas) -> None:
    """Advice begins with what to do, and says who does it: no "has to be"."""
    for advice in _advice(atlas):
        assert re.split(r"[ ,:;.]", advice)[0] in VERBS, advice
        assert not PASSIVE.search(advice), advice
        assert advice.endswith((".", ")")), advice


def test_for_users(atlas: Atlas) -> None:
    """What a program shows to an end user is short, plain, and tells nothing of the inside."""
    for condition in atlas.conditions.by_id.values():
        told = condition.for_user
        assert len(told) <= LONGEST_FOR_USER, told
        assert told.endswith(".")
        # Whether something exists is told only where the user names what is in use already.
        allowed = {"resource-not-found": "exist"}.get(condition.id)
        assert [word for word in INNER.findall(told) if word != allowed] == [], told


# Conditions of requests that the provider did not carry out.
REFUSED = {
    *("server-busy", "maintenance", "rate-limit-exceeded", "quota-exceeded"),
    *("upload-failed", "outside-allowed-hours"),
}
SAME_FOR_ALL = ["password-incorrect", "user-not-found"]


def test_no_account_is_told(atlas: Atlas) -> None:
    """A wrong password and an unknown account sound alike: neither tells who has an account."""
    for ident in SAME_FOR_ALL:
        told = atlas.conditions.by_id[ident].for_user.lower()
        assert "account" in told
        assert "check" in told


def test_nothing_is_sent_blindly(atlas: Atlas) -> None:
    """A program may send again by itself only what was refused or not begun, and after a wait."""
    for code in atlas.codes:
        found = atlas.conditions.verdict(code)
        if found.retry == "later-with-backoff":
            assert code.code_set.reports == "request", code.name
            assert found.wait, code.name
            assert found.condition.id in REFUSED, code.name
