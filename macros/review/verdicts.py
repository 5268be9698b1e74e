"""What to do when a code comes: what its condition says, and what is known of this very code.

Pure: code, its entry, a condition -> verdict.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.sources.conditions import CAUTION, UNREVIEWED, wait_seconds
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from macros.catalog.model import Code
    from macros.sources.conditions import Acts, Condition, Entry, Retry

# A delivery result answers no request: whoever sends again sends another message, and the
# provider's own fallback may have reached the recipient already.
_SEND_AGAIN: frozenset[Retry] = frozenset({"later-with-backoff", "after-reauthentication"})
LOOK_FIRST = "Find out whether the message arrived."
OF_NO_MEANING = "We could not complete this."
OF_AN_OPEN_END = "We could not complete this. Please check before you try again."
SEVERAL_MEANINGS = "Find out from the message in your response which of these it means."
A_LATER_PAGE = "(says a later page)"
LONGEST_QUOTE = 80  # characters
MAYBE_DONE = "This may have worked. Please check before you try again."
OPEN_FOR_USER = "We do not know yet whether the message arrived."
FAILED_FOR_USER = (
    "We could not deliver the message this way. It may have gone out another way; please check"
    " before you send it again."
)
NO_FALLBACK = "Send nothing new, by any channel, before you know whether a fallback went out."


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do when a code comes.

    Attributes:
        condition: the condition that it stands for.
        retry: whether and when to send the request again.
        wait: how long to wait at least before that, as `conditions.yml` writes it; None where
            waiting is not what helps.
        says: what to do, in a sentence.
        acts: who has to do something.
        for_user: what a program can show to an end user.
    """

    condition: Condition
    retry: Retry
    wait: str | None
    says: str
    acts: Acts
    for_user: str

    @property
    def wait_seconds(self) -> int | None:
        """The seconds after which a first new try is safe; None where they are not known."""
        return wait_seconds(self.wait) if self.wait else None

    @property
    def caution(self) -> int:
        """How cautious it is: 0 for the most cautious."""
        return CAUTION.index(self.retry)


def judge(code: Code, entry: Entry, condition: Condition) -> Verdict:
    """Return what to do where a code means a condition.

    What `entry` says of this very code counts where it is the condition of the entry.
    """
    own = entry.condition == condition.id
    retry = (own and entry.retry) or condition.retry
    wait = (own and entry.wait) or (condition.wait if retry == condition.retry else None)
    says = (own and entry.do) or condition.why
    acts = (own and entry.acts) or condition.acts
    for_user = (own and entry.for_user) or condition.for_user
    if code.success and condition.id == UNREVIEWED:  # a success went wrong for nobody
        for_user = MAYBE_DONE
    if code.code_set.reports == "delivery" and retry != "no-need":
        if retry in _SEND_AGAIN:
            retry, says = "check-first", LOOK_FIRST
        says = f"{says} {NO_FALLBACK}"
        arrived = OPEN_FOR_USER if retry == "check-first" else FAILED_FOR_USER
        for_user = (own and entry.for_user) or arrived
    return Verdict(condition, retry, wait, says, acts, for_user)


def either(meant: tuple[str, Verdict], others: Iterable[tuple[str, Verdict]]) -> str:
    """Return what to do where a code means what its document says, or what a later page says.

    Args:
        meant: what the document says, with what to do then.
        others: what later pages say, each with what to do then.
    """
    text, own = meant
    differing = {verdict.says: said for said, verdict in others if verdict.says != own.says}
    if not differing:
        return own.says
    # What holds for all of them is said once, at the end.
    told = [
        f"“{_quoted(text)}”: {_lowered(own.says.removesuffix(NO_FALLBACK).rstrip())}",
        *(
            f"“{_quoted(said)}” {A_LATER_PAGE}: {_lowered(says.removesuffix(NO_FALLBACK).rstrip())}"
            for says, said in differing.items()
        ),
    ]
    last = [NO_FALLBACK] if own.says.endswith(NO_FALLBACK) else []
    return " ".join([SEVERAL_MEANINGS, *told, *last])


def told(code: Code, verdicts: Sequence[Verdict]) -> str:
    """Return what an end user can be told where a code means one of several things."""
    if len({one.for_user for one in verdicts}) == 1:
        return verdicts[0].for_user
    # Whoever is told of a failure does it again, which is wrong where it may be done.
    is_open = any(one.retry in {"check-first", "no-need"} for one in verdicts)
    if code.code_set.reports == "delivery":
        return OPEN_FOR_USER if is_open else FAILED_FOR_USER
    return OF_AN_OPEN_END if is_open else OF_NO_MEANING


def _quoted(text: str) -> str:
    line = one_line(text).removesuffix(".")
    return line if len(line) <= LONGEST_QUOTE else f"{line[: LONGEST_QUOTE - 1]}…"


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
