"""What a document says of new tries in a column that is new, against a verdict: rows -> column.

Whoever chose the verdict has not read it. What can be told for sure alone counts: yes, no, how
often; and advice that does not speak of a new try at all, or of nothing else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.review.beside import Beside, is_on_tries

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
# What advises a new try, and what may forbid one: where a sentence does both, a person has to look.
_TRY_AGAIN = re.compile(
    r"\bretr|\bagain\b|\blater\b|\bwait|\bresen[dt]|\brepeat|\brerun|\bback ?off"
    r"|재시도|다시|잠시|나중|重试|重試|稍后|稍後|再试|再試|リトライ|しばらく"
    r"|erneut|nochmal|später|wiederhol|\bréess|nouveau|plus tard|de nuevo|más tarde|\breint"
    r"|novamente|mais tarde|di nuovo|più tardi|\briprov|повтор|позже|снова",
    re.IGNORECASE,
)
_FORBIDS = re.compile(
    r"\b(?:never|not|no|cannot|without|nicht|nie|kein\w*|nunca|jamais|pas|mai|non|não|не|нет|никогда)\b"
    r"|n['’]t\b|하지 ?마|말고|마십|마세|금지|不|勿|禁止|ない|しないで",
    re.IGNORECASE,
)
_SAYS = re.compile(r"[^\W\d_]{2}")
_NUMBER = re.compile(r"([0-9]+)(?![0-9]*[.,:%][0-9])", re.ASCII)


def contradicted(before: Iterable[Row], after: Iterable[Row], retry: Retry) -> Beside | None:
    """Return what a column says against a verdict that was chosen before it was there.

    That is a column on new tries that says the other thing; or one on what to do, that does not
    advise a new try where the verdict does, or advises one where the verdict says never.

    Args:
        before: the rows that the verdict was chosen for; where these said something, whoever chose
            it has read that.
        after: the rows that stand there since.
        retry: the verdict.
    """
    if retry not in _AGAIN:
        return None
    before, after = [*before], [*after]
    return _against_a_try(before, after, retry) or _against_advice(before, after, retry)


def _against_advice(before: Iterable[Row], after: Iterable[Row], retry: Retry) -> Beside | None:
    if any("remedy" in row.named for row in before):
        return None
    for row in after:
        text = row.named.get("remedy", "")
        again = bool(_TRY_AGAIN.search(text)) and not _FORBIDS.search(text)
        if (
            _SAYS.search(text)
            and again is not _AGAIN[retry]
            and (_AGAIN[retry] or retry == "never")
        ):
            return Beside(row.headings["remedy"], "", text)
    return None


def _against_a_try(before: Iterable[Row], after: Iterable[Row], retry: Retry) -> Beside | None:
    if any(True for row in before for _ in _of_a_try(row)):
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
        if text and is_on_tries(heading):
            yield heading, text
