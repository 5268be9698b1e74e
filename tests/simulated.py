"""What a client may do against an API that always answers with one code: the engineer's view.

Nothing here is taken from the clients: it is what the manual promises of the tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

PATIENCE = 60


def judge(verdict: dict[str, Any], sent: int, renewed: int, pauses: Sequence[float]) -> None:
    """Refuse what could act twice, or call more often than `wait` allows.

    Args:
        verdict: the row of the retry table.
        sent: how often the request was sent.
        renewed: how often a token was fetched.
        pauses: the seconds between two sends, where it paused.
    """
    retry = verdict["retry"]
    renews = retry == "after-reauthentication" and verdict["acts"] == "caller"
    if renews and not verdict["disputed"]:
        assert (sent, renewed, list(pauses)) == (2, 1, []), verdict
        return
    assert renewed == 0, verdict
    doubtful = (
        verdict.get("reports") == "delivery"
        or verdict.get("confidence") == "low"
        or verdict.get("disputed")
    )
    if retry != "later-with-backoff" or doubtful:
        assert (sent, list(pauses)) == (1, []), verdict
        return
    assert sent == len(pauses) + 1, verdict
    least = {"seconds": 1, "minutes": 60, "1 minute": 60}.get(verdict["wait"])
    if least is None:
        assert sent == 1, verdict
    else:
        assert all(pause >= least * 2**tries for tries, pause in enumerate(pauses)), verdict
        assert sum(pauses) <= PATIENCE, verdict
        assert sent >= 2, verdict
