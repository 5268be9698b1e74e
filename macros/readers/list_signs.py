"""Items of lists below others in the copy of a page: lines -> the same as Markdown has them.

Such a copy has the sign that the page shows, as a round dot, which begins no item in Markdown: what
stands behind it would be a part of the text above. So it is taken for an item where Markdown would
have it go on with one: right below its lines, or indented further.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_ITEM = re.compile(r"(?P<indent> *)(?P<mark>(?:[0-9]{1,9}[.)]|[-*+]) {1,4})\S")
# Word processors have theirs in the range that is for private use.
_SHOWN = re.compile(
    r"(?P<indent>[ \t]*)"
    r"(?:[•‣▪▫●○◦■□·・❖➔-➾\uf000-\uf0ff]\s*|(?:[»›→⇒►▶–—]|[-=]>)\s+)(?P<text>\S.*)"  # noqa: RUF001
)


def as_items(lines: Sequence[str]) -> list[str]:
    """Return lines in which such signs are marks of items below the item above them."""
    written = list(lines)
    indent = within = -1  # of the item above, and of its text
    for number, line in enumerate(lines):
        if item := _ITEM.match(line):
            indent, within = len(item["indent"]), item.end("mark")
        elif (shown := _SHOWN.fullmatch(line)) and within >= 0:
            if len(shown["indent"].expandtabs()) > indent or lines[number - 1].strip():
                written[number] = f"{' ' * within}- {shown['text']}"
        elif line[:1].strip() and not lines[number - 1].strip():
            within = -1  # a paragraph that is no part of the list
    return written
