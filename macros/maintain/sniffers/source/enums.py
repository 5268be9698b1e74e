"""Which blocks of source code may list codes, where nothing is known of them: text -> their names.

A header or the types of a library have hundreds of constants, and one of its enums has the codes.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from macros.maintain.document import source, source_blocks, source_file
from macros.maintain.sniffers.sniffed import LEAST

if TYPE_CHECKING:
    from macros.maintain.document.source_blocks import Block
    from macros.readers.rows import Document

_CONSTANT = re.compile(
    r"\s*(?:[\w$]+\s+)*[\w$]+\s*(?::\s*\w+\s*)?[=:]\s*(?:-?[0-9]\w*|\"[^\"]*\"|'[^']*')\s*[,;)]?\s*(?:(?://|/\*|#).*)?",
    re.ASCII,
)
OF_ERRORS = re.compile(r"err|fault|fail|code|except|result|reason|status", re.IGNORECASE)
MOST = 6  # blocks that are named


def told(document: Document) -> str:
    """Name the blocks of source code that may list codes; nothing where there are none."""
    if not source_file.is_source(document):
        return ""
    lines = document.text.split("\n")
    blocks = source_blocks.around(lines)
    constants: Counter[Block] = Counter(
        blocks[number][0]
        for number, line in enumerate(lines)
        if blocks[number] and not source.is_comment(line) and _CONSTANT.fullmatch(line)
    )
    listed = {block: count for block, count in constants.items() if count >= LEAST}
    of_errors = {block: count for block, count in listed.items() if OF_ERRORS.search(block.name)}
    likely = sorted(of_errors or listed, key=lambda block: -constants[block])[:MOST]
    named = ", ".join(
        f"line {block.line} {block.name} ({constants[block]} constants)"
        for block in sorted(likely, key=lambda block: block.line)
    )
    if not named:
        return ""
    return (
        f"These blocks of it may list codes: {named}. If one does, add its name, as in"
        f" --in {likely[0].name}; if nothing comes of that, copy it with its comments into a file"
        " with the same ending, and run `read` on that. "
    )
