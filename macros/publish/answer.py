"""The sentences of a code's page and of its Markdown: the answer, and what stands around it.

What other writers say too is in `wording`. Whatever a provider wrote comes out as it is.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from macros.kinds import Kind
from macros.publish import retries, wording
from macros.readers.rows import Row
from macros.sources.conditions import UNREVIEWED
from macros.texts import letters, one_line

if TYPE_CHECKING:
    from macros.catalog.model import Code, Observed
    from macros.readers.rows import Unreadable
    from macros.review.changes import Change
    from macros.review.verdicts import Verdict
    from macros.sources.conditions import Condition

CONFUSED = "Easily confused with"
SAME_CONDITION = "Same condition"
SENDS = "The API sends:"
SAME = "same"  # as in the line above
FACTS = "Facts"
IN_A_RESPONSE = "In a response"
OUR_READING = "our reading"
TELL_A_USER = "Tell the user:"
WHICHEVER = "If you cannot tell which:"
MISTAKE_IN = "Report a mistake"
NOT_CERTAIN = "Not certain:"
_WORDS_TO_FIND = 3
# Search engines and chats cut what is longer.
MOST_IN_TITLE = 70
MOST_IN_DESCRIPTION = 160
_ENDS = (*".!?…", "\u3002", "\uff01", "\uff1f")


def title(code: Code) -> str:
    """Return the title of a code's page, cut: `WeChat error 40029: Invalid OAuth code`."""
    what = "code" if code.success else "error"
    whole = f"{code.provider.name} {what} {code.code}: {wording.meanings(code)}"
    return shortened(whole, MOST_IN_TITLE)


def description(code: Code, verdict: Verdict) -> str:
    """Return what a search engine or a chat shows below the title of a link to the entry.

    No other entry has the same: its name comes first.
    """
    named = f"{code.provider.name} {code.anchor}: {read(verdict)}"
    return fitting(named, retries.advice(verdict), wording.state(code))


def read(verdict: Verdict) -> str:
    """Say as what a code is read: the name of its condition, or that it is not classified."""
    title = verdict.condition.title
    return wording.NOT_CLASSIFIED if verdict.condition.id == UNREVIEWED else ended(title)


def standing(code: Code, state: str) -> str:
    """Say what a person must know of how the documents list a code, its `state`; else nothing."""
    usual = code.status == "current" and code.readable
    return " ".join(filter(None, ("" if usual else state, wording.covers(code))))


def our_words(observed: Observed) -> str:
    """Say whose words the meaning of a code is told in that no document lists."""
    says = observed.observation.says
    return f"Our words, for {says.product}." if says else ""


def sends_more(observed: Observed) -> str:
    """Return the words of the link from one text that the API sends to all of them."""
    more = len(observed.observation.messages) - 1
    return f"{more} more, with sources" if more else "source"


def ticket(verdict: Verdict, *, several: bool) -> str:
    """Return what a ticket is told beside code and message: what it means, and what to do.

    Args:
        verdict: what to do.
        several: whether the code has several meanings, of which it is the most cautious one.
    """
    do = lowered(retries.advice(verdict))
    if several:
        return f"{WHICHEVER} {do}"
    return f"{read(verdict).removesuffix('.')}: {do}"


def ended(text: str) -> str:
    """Return a text with a full stop, where it has none."""
    return text if text.endswith(_ENDS) else f"{text}."


def lowered(sentence: str) -> str:
    """Return a sentence so that it goes on after a colon."""
    return sentence[:1].lower() + sentence[1:]


class Broke(NamedTuple):
    """What is said of a change that makes older clients wrong.

    Attributes:
        label: what changed.
        before: what stands before the quoted texts.
        quotes: texts of the provider, shortened.
        after: what a person says of it, or that nobody has.
        language: that of the texts.
    """

    label: str
    before: str
    quotes: tuple[str, ...]
    after: str
    language: str


def broke(change: Change) -> Broke:
    """Say of a change of texts what the code meant before, or what it means besides now."""
    old, new = (
        {letters(row.message): row.message for row in rows} for rows in (change.old, change.new)
    )
    came = [text for key, text in new.items() if key not in old]
    went = [text for key, text in old.items() if key not in new]
    after = wording.said_of(change) or change.kind.explained
    if change.kind is Kind.ROWS_CHANGED and came and not went:
        label, before, quotes = "Meaning added.", f"New in {wording.as_of(change.after)}:", came
    elif change.kind is Kind.ROWS_CHANGED and went and not came:
        label, before, quotes = (
            "Meaning gone.",
            f"No longer in {wording.as_of(change.after)}:",
            went,
        )
    else:
        label, before = f"{change.kind.label}.", f"In {wording.as_of(change.before)} it said"
        quotes = went or list(old.values())
    shown = tuple(shortened(one_line(text)) for text in quotes)
    return Broke(label, before, shown, after, change.language)


@lru_cache(maxsize=1 << 14)  # what a code means is told by itself and by codes that name it
def shortened(text: str, most: int = 100) -> str:
    """Return a text in one line that is cut between words where it is long."""
    line = one_line(text)
    if len(line) <= most:
        return line
    start = line[: most - 1]
    return f"{start.rpartition(' ')[0] or start}…"


def fitting(first: str, *others: str) -> str:
    """Return a description: the first sentence, cut if it must be, and as many others as fit."""
    said = shortened(first, MOST_IN_DESCRIPTION)
    for sentence in others:
        if len(said) + 1 + len(sentence) > MOST_IN_DESCRIPTION:
            break
        said = f"{said} {sentence}"
    return said


def all_codes(condition: Condition, count: int) -> str:
    """Name the list of all codes of a condition."""
    which = "The only code" if count == 1 else f"All {count} codes"
    return f"{which} for “{condition.title}”"


def maps_to(condition: Condition) -> str:
    """Say which gRPC code and HTTP status usually mean a condition."""
    return f"{condition.rpc}, HTTP {condition.http}"


def cited(place: Row | Unreadable) -> str:
    """Name a line of a document: `r2.txt:80`."""
    return f"{place.file.rpartition('/')[2]}:{place.line}"


def to_line(place: Row | Unreadable) -> str:
    """Return the fragment by which a browser finds a line of a document that is shown as text.

    It looks for the first words of the message; then for the code with the first word behind it,
    as some documents lack the blank between them.
    """
    message = place.message if isinstance(place, Row) else ""
    found = message.partition("\n")[0].split(" ")
    code = _quoted(place.code)
    if not found[0]:
        return f"#:~:text={code}"
    return f"#:~:text={_quoted(' '.join(found[:_WORDS_TO_FIND]))}&text={code}{_quoted(found[0])}"


@lru_cache(maxsize=1 << 10)  # revisions repeat most of their messages
def _quoted(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D")
