"""What a document says beside a text that a verdict rests on: what to do, a status, a new try.

"Send it again" that became "Never send it again" changes no text of an error, and yet all that was
chosen for it. What else stands there, an example or a version, does not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.review.classify import alike

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.readers.rows import Row
    from macros.sources.conditions import Retry

# What sends a request again, and what does not; verdicts to look or to sign in leave it open.
_AGAIN: dict[Retry, bool] = {
    "later-with-backoff": True,
    "after-fix": False,
    "never": False,
    "no-need": False,
}
_NAMED = ("remedy", "http")  # as provider.yml names columns
# A column headed so tells whether to try again, whatever provider.yml calls it.
_RETRY = re.compile(
    r"\bretr(?:y|ies|iable|yable)\b|\btry again|재시도|重试|重試|再試行|リトライ|wiederhol|\breint"
    r"|réessa|riprov|повтор",
    re.IGNORECASE,
)
# "Non-retryable: yes" says that it is not.
_NOT_HEADED = re.compile(
    r"\b(?:non|not?(?!\.)|never)\b|\bun?retr|불가|不可|不能|勿|禁止|\bkein|\bsans\b|\bsin\b|\bnon\b",
    re.IGNORECASE,
)
_YES = re.compile(
    r"(?:yes|y|true|ok|safe|always|possible|allowed|retry(?:able)?|later|after|with backoff|ja|oui"
    r"|sí|si|sì|sim|да)\b|[✓✔✅☑○◯]|가능|예(?!외)|네(?!트)|可(?!否)|是(?!否)|能|はい|有り|する|あり",
    re.IGNORECASE,
)
_NO = re.compile(
    r"(?:no|n(?!/)|false|never|not|non-retr\w+|don['’]t|do not|cannot|can['’]t|impossible|nein"
    r"|nicht|nie|niemals|non|jamais|nunca|não|mai|нет|не|никогда)\b|[✗✘❌✕☓]"
    r"|불가|아니|안 ?됨|不|否|勿|いいえ|しない|なし|禁止",
    re.IGNORECASE,
)
# "Not before 5 minutes have passed" and "No limit" forbid no new try.
_LIMITED = re.compile(
    r"(?:no|not|nicht|non|never)\s+(?:before|until|immediately|at once|limit|problem|later than"
    r"|sofort|vor|prima)\b",
    re.IGNORECASE,
)
_DELAY = re.compile(r"\bafter\b|\bdelay|\binterval|\bwait|\bin seconds\b", re.IGNORECASE)
_NUMBER = re.compile(r"([0-9]+)(?![0-9]*[.,:%][0-9])", re.ASCII)


class Beside(NamedTuple):
    """A column that says something else of a code than it did.

    Attributes:
        heading: its heading.
        said: what stood there.
        says: what stands there.
    """

    heading: str
    said: str
    says: str


def apart(before: Row, after: Row) -> Iterator[Beside]:
    """Yield what the rows of one code say of what to do, where both say it, and not alike."""
    had, has = _rests_on(before), _rests_on(after)
    for name, (_, said) in had.items():
        heading, says = has.get(name, ("", ""))
        if said and says and not alike(said, says):
            yield Beside(heading, said, says)


def contradicted(before: Iterable[Row], after: Iterable[Row], retry: Retry) -> Beside | None:
    """Return what a column says of a new try against a verdict that was chosen before it was there.

    Args:
        before: the rows that the verdict was chosen for; where these said something, whoever chose
            it has read that.
        after: the rows that stand there since.
        retry: the verdict.
    """
    if retry not in _AGAIN or any(True for row in before for _ in _of_a_try(row)):
        return None
    said = [
        (Beside(heading, "", text), answer)
        for row in after
        for heading, text in _of_a_try(row)
        if (answer := again(heading, text)) is not None
    ]
    # Of a code of several meanings the most cautious verdict is chosen.
    if not _AGAIN[retry] and not all(answer for _, answer in said):
        return None
    return next((one for one, answer in said if answer is not _AGAIN[retry]), None)


def again(heading: str, text: str) -> bool | None:
    """Tell whether a column on a new try says that there can be one; None where it leaves it open.

    `Retryable: no` and `Max. retries: 0` say no, and `Non-retryable: no` says yes.
    """
    line = text.strip().lstrip("*_`\"'([: ")
    if number := _NUMBER.match(line):
        answer = bool(int(number[1]))
        if not answer and _DELAY.search(heading):
            return None
    elif _LIMITED.match(line):
        return None
    elif _NO.match(line):
        answer = False
    elif _YES.match(line):
        answer = True
    else:
        return None
    return answer is not bool(_NOT_HEADED.search(heading))


def _of_a_try(row: Row) -> Iterator[tuple[str, str]]:
    """Yield the columns that say something of a new try, with their headings."""
    named = ((row.headings.get(name, name), text) for name, text in row.named.items())
    for heading, text in (*row.columns.items(), *named):
        if text and _RETRY.search(heading):
            yield heading, text


def _rests_on(row: Row) -> dict[str, tuple[str, str]]:
    """Return the headings and texts that a verdict rests on, by what they are."""
    named = {name: (row.headings[name], row.named[name]) for name in _NAMED if name in row.named}
    more = {head: (head, text) for head, text in row.columns.items() if _RETRY.search(head)}
    return named | more
