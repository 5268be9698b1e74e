"""What a document says of a code beside its text: two rows -> what is said otherwise.

"Send it again" that became "Never send it again" changes no text of an error, and yet all that was
chosen for it. So does whatever else is said of the situation, below any heading; a name, an example
or a version is not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.review.classify import alike

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.readers.rows import Row

_NAMES = frozenset({"name", "language"})  # as provider.yml names columns
# A column headed so tells nothing of the situation.
_NO_SITUATION = re.compile(
    r"(?<![^\W_])(?:since|versions?|releases?|added|introduced|updated|dates?|links?|urls?|href"
    r"|references?|see also|examples?|samples?|seit|datum)(?![^\W_])"
    r"|^\W*(?:#|no|id|index|line|例)\W*$"
    r"|版本|日期|链接|示例|编号|버전|날짜|링크|예시|번호|バージョン|日付|beispiel"
    r"|\bexemple|\bejemplo|\bexemplo|\besempio|пример|версия|^дата\b",
    re.IGNORECASE,
)
# A column headed so tells whether to try again, whatever provider.yml calls it.
_RETRY = re.compile(
    r"(?<![a-z])retr(?:y|ies|iable|yable)(?![a-z])|\btry again|재시도|重试|重試|再試行|リトライ"
    r"|wiederhol|\breint|réessa|riprov|повтор",
    re.IGNORECASE,
)
_HTTP = re.compile("http", re.IGNORECASE)


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


def is_on_tries(heading: str) -> bool:
    """Tell whether a column headed so tells of new tries."""
    return _RETRY.search(heading) is not None


def apart(before: Row, after: Row) -> Iterator[Beside]:
    """Yield what the rows of one code say of the situation, where both say it, and not alike."""
    for column, one in columns(before, after):
        if one.said and one.says and not alike(one.said, one.says) and _counts(column, one.heading):
            yield one


def _counts(column: str, heading: str) -> bool:
    if column in _NAMES:
        return False
    return is_on_tries(heading) or not _NO_SITUATION.search(heading)


def columns(before: Row, after: Row) -> Iterator[tuple[str, Beside]]:
    """Yield what both rows of one code say in each column, with the column's name or heading.

    A column is known by the name that provider.yml gives it, else by its heading; the one that
    tells of new tries, or of the HTTP status, is known whatever it is called.
    """
    names = {heading: name for row in (before, after) for name, heading in row.headings.items()}
    had, has = (
        {names.get(head, head): (head, text) for head, text in row.columns.items()}
        for row in (before, after)
    )
    for column, (_, said) in had.items():
        now = column if column in has else _called_otherwise(had, has, column)
        if now:
            heading, says = has[now]
            yield now, Beside(heading, said, says)


def _called_otherwise(
    had: Mapping[str, tuple[str, str]], has: Mapping[str, tuple[str, str]], column: str
) -> str | None:
    """Return what a column is called now that is there no more, where one alone can be it."""
    for kind in (_RETRY, _HTTP):
        gone, came = (
            [
                one
                for one, (heading, _) in some.items()
                if one not in others and kind.search(heading)
            ]
            for some, others in ((had, has), (has, had))
        )
        if gone == [column] and len(came) == 1:
            return came[0]
    return None
