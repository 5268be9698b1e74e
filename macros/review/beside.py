"""What a document says beside a text that a verdict rests on: what to do, a status, a new try.

"Send it again" that became "Never send it again" changes no text of an error, and yet all that was
chosen for it. What else stands there, an example or a version, does not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.review.classify import alike

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.readers.rows import Row

_NAMED = ("remedy", "http")  # as provider.yml names columns
# A column headed so tells whether to try again, whatever provider.yml calls it.
_RETRY = re.compile(
    r"\bretr(?:y|ies|iable|yable)\b|\btry again|재시도|重试|重試|再試行|リトライ|wiederhol|\breint"
    r"|réessa|riprov|повтор",
    re.IGNORECASE,
)


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


def _rests_on(row: Row) -> dict[str, tuple[str, str]]:
    """Return the headings and texts that a verdict rests on, by what they are."""
    named = {name: (row.headings[name], row.named[name]) for name in _NAMED if name in row.named}
    more = {head: (head, text) for head, text in row.columns.items() if _RETRY.search(head)}
    return named | more
