"""Which items of lists begin with codes: page -> the options that read them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from macros.maintain.sniffers.pages import sections
from macros.maintain.sniffers.pages.beginnings import beginnings
from macros.maintain.sniffers.pages.pages import accounted, page_of, shape, signed, why
from macros.maintain.sniffers.sniffed import Sniffed, counted
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.maintain.document.reading import Options
    from macros.readers.blocks import Block
    from macros.readers.rows import Document

_ITEM = re.compile(r'"(.*)" does not begin with a code as others of its list do', re.DOTALL)

# As in source code, where each line of a comment begins as an item does.
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"^[ \t]*/\*\*?[ \t]*\n[ \t]*\*[ \t]", re.MULTILINE)


def bullets(document: Document, code_set: str) -> Sniffed | None:
    """Guess the options of a page with a bullet, or a line "code :: message", for each code."""
    if _COMMENT.search(_FENCE.sub("", document.text)):
        return None
    page, more = page_of(document)
    texts = [signed(block) for block in page if block.kind == "item"]
    texts += [
        line
        for block in page
        if block.kind == "paragraph" and not block.lists
        for line in map(one_line, block.lines)
        if "::" in line
    ]
    texts += _defined(page)
    found = beginnings(texts, short=True)
    if not found:
        return None
    options: Options = {"format": "bullets", **more, **shape(found, code_set)}
    reasons = why(f"{counted(len(found.codes), 'item')} of lists begin with a code", found)
    result, parts = sections.parted(document, accounted(document, options, _ITEM, found.codes))
    return Sniffed(result, (*reasons, *parts))


def _defined(page: Sequence[Block]) -> list[str]:
    """Return the terms of lists of definitions: lines with a line ": text" below them."""
    found = []
    for block, below in pairwise([*page, None]):
        if block is None or block.kind != "paragraph" or block.lists:
            continue
        first = below.sources[0] if below and below.kind == "paragraph" else ""
        lines = [*block.sources, first]
        found += [
            one_line(block.shown(number, number + 1).text)
            for number, (line, over) in enumerate(pairwise(lines))
            if over.startswith(":") and not line.startswith(":")
        ]
    return found
