"""Labels before lines of a text, as in "Cause: busy": a line -> its label, a text -> its parts."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Protocol

from macros.readers.printed import holds_a_code
from macros.texts import one_line

# What stands between a label and its text, marks around the label included: "*Cause*: busy".
_SIGNS = re.compile(r"(?:[`*_]+(?=\s*[:：=]))?(?:\s+[–—-](?=\s))?[\s:：=]*")  # noqa: RUF001
LABEL_IN_BOLD = re.compile(
    r"(?:[*_]{2})(?P<label>[^*_:：]{1,40}?)\s*(?:[:：]\s*[*_]{2}|[*_]{2}\s*[:：])(?P<rest>.*)"  # noqa: RUF001
)
# A sign, perhaps behind a status in brackets, or a number as in "HTTP 404"; nothing where the text
# is on the next line.
_BEHIND_LABEL = re.compile(
    r"[`*_]*\s*(?:[(\[（][^()\[\]（）]{1,40}[)\]）][`*_]*\s*(?:[:：=]|[–—-]\s)"  # noqa: RUF001 - of East Asia
    r"|$|：|[:=](?=[\s`*_]|$)|(?<=\s)(?=[0-9]|[–—-]\s)|(?<=[*_][*_]\s))"  # noqa: RUF001 - of East Asia
)


_REMARK = re.compile(r"\s*[(\[（][^()\[\]（）]+[)\]）]$")  # noqa: RUF001 - of East Asia


if TYPE_CHECKING:
    from collections.abc import Sequence


class Labelled(Protocol):
    """What the options of entries, and of a table, say of labels."""

    @property
    def pattern(self) -> str:
        """The pattern of codes."""

    @property
    def labels(self) -> list[str]:
        """The labels that are declared."""


def label_of(source: str, options: Labelled) -> tuple[str, int] | None:
    """Return a label, and where the text behind it begins, if it is in bold; else 0.

    A code is no label.
    """
    found = LABEL_IN_BOLD.match(source)
    if found and not holds_a_code(found["label"], options.pattern):
        return one_line(found["label"]), found.start("rest")
    bare = source.lstrip(" >*_`:")  # a field of reStructuredText begins with a colon
    for label in sorted(options.labels, key=len, reverse=True):
        begins = _written(label).match(bare)
        if begins and _BEHIND_LABEL.match(bare, begins.end()):
            return label, 0
    return None


def alike(label: str, labels: Sequence[str]) -> list[str]:
    """Return the labels that differ from a label by a remark at most, as in "Cause (likely)"."""
    bare = _REMARK.sub("", label)
    return [one for one in labels if _REMARK.sub("", one) == bare]


@cache
def _written(label: str) -> re.Pattern[str]:
    """Return a pattern of a label: marks can end before a remark, as in `**Cause** (likely)`."""
    return re.compile(re.sub(r"(\\ )?(\\[\[(]|（)", r"[`*_]*\1\2", re.escape(label)))  # noqa: RUF001


def by_labels(label: str, text: str, options: Labelled) -> list[tuple[str, str]]:
    """Return a label and its text, cut before each line that begins with a declared label."""
    parts = [(label, "")]
    for line in text.split("\n"):
        found = label_of(line, options) if parts[-1][1] or parts[1:] else None
        if found:
            parts.append((found[0], behind_label(line, found[0])))
        else:
            parts[-1] = (parts[-1][0], f"{parts[-1][1]}\n{line}".strip("\n"))
    return parts


def behind_label(text: str, label: str) -> str:
    """Return what stands behind a label, without the sign between them."""
    return _SIGNS.sub("", text.partition(label)[2], count=1)
