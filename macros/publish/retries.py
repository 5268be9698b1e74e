"""What a verdict says in words: whether to retry, when, and who has to act."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.review.verdicts import Verdict
    from macros.sources.conditions import Acts, Condition, Retry

WORDS: dict[Retry, str] = {
    "never": "don't retry",
    "check-first": "check first",
    "after-fix": "fix first",
    "after-reauthentication": "new token first",
    "later-with-backoff": "retry later",
    "no-need": "nothing to retry",
}
DOES: dict[Retry, str] = {
    "never": "Gives up. The same request fails for ever, or must not be sent twice.",
    "check-first": "Asks the API whether it was done. A blind retry may do it twice.",
    "after-fix": "Tells those who can fix the request, the settings or the data: `acts` says who.",
    "after-reauthentication": "Gets a new token, then sends again, once; where the end user acts,"
    " asks for a new login.",
    "later-with-backoff": "Waits at least as long as the wait, longer each time, then sends again.",
    "no-need": "Does not send again: it is done, or on its way.",
}
WAITS: dict[str, str] = {
    "seconds": "One second, then twice as long each time; a handful of tries.",
    "minutes": "One minute, then twice as long each time.",
    "hours": "One hour, then twice as long each time.",
    "next-day": "Until the provider's next day; 24 hours where its time zone is not known.",
    "window": "Until a time that the message, the account or the provider names; a person or a"
    " schedule decides.",
    "1 hour": "So long, as the document names it; any number of seconds, minutes, hours or days.",
}
_FIX = {
    "caller": "fix the request",
    "end user": "the user must act",
    "operator": "fix the setup",
    "provider": "the provider must act",
}
_LATER = {
    "seconds": "in a few seconds, backing off",
    "minutes": "in a few minutes, backing off",
    "hours": "in a few hours",
    "next-day": "the next day",
    "window": "when its time comes",
}
_AT_LEAST = {
    "seconds": "a few seconds at least",
    "minutes": "a few minutes at least",
    "hours": "some hours at least",
    "next-day": "until the next day",
    "window": "until its time comes",
}
_NEEDS = {
    "caller": "",
    "end user": "Needs the user.",
    "operator": "Needs the operator.",
    "provider": "Needs the provider.",
}
BLANK = "blank: fix first"  # of a column that says what to do in exceptions alone


def advice(verdict: Verdict | Condition) -> str:
    """Say in a few words, verb first, what to do, as in `Don't retry.`."""
    match verdict.retry:
        case "never":
            return "Don't retry."
        case "check-first":
            return "Check before you retry."
        case "after-fix":
            return f"Don't retry; {_FIX[verdict.acts]}."
        case "after-reauthentication":
            login = verdict.acts == "end user"
            return f"{'Let the user log in again' if login else 'Get a new token'}, then retry."
        case "later-with-backoff":
            wait = verdict.wait or "minutes"
            return f"Retry {_LATER.get(wait, f'after {wait}')}."
        case "no-need":
            return "Nothing to retry."


def exception(verdict: Verdict | Condition) -> str:
    """Say what to do in a word or three where it is not to fix what was sent; else nothing."""
    match verdict.retry:
        case "after-fix":
            return ""
        case "after-reauthentication":
            return "Log in again" if verdict.acts == "end user" else "Get a new token"
        case "later-with-backoff":
            return "Retry later"
        case _:
            words = WORDS[verdict.retry]
            return f"{words[:1].upper()}{words[1:]}"


def waits(verdict: Verdict | Condition) -> str:
    """Say how long to wait where the advice does not say it; else nothing."""
    if not verdict.wait or verdict.retry == "later-with-backoff":
        return ""
    return f"Wait {_AT_LEAST.get(verdict.wait, f'{verdict.wait} at least')}."


def needs(acts: Acts) -> str:
    """Say whose help is needed; nothing where it is the caller's own matter."""
    return _NEEDS[acts]
