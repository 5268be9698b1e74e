"""Whether a document is a file of source code, by its ending or by what most of its lines are.

What reads pages would take `#define` for a heading, a list in a comment for that of the codes, and
versions and sizes for codes.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from macros.maintain.document import equates, source

if TYPE_CHECKING:
    from macros.readers.rows import Document

_ENDINGS = frozenset(
    ".asm .c .cc .cpp .cs .cxx .dart .erl .ex .exs .go .h .hh .hpp .hrl .inc .java .js .jsx .kt .m"
    " .mjs .mm .php .proto .py .pyi .rb .rs .s .scala .sql .swift .ts .tsx".split()
)
OF_TEXT = frozenset({"text_lines", "bullets", "headings"})  # formats
_YAML = frozenset({".yaml", ".yml"})
_MOST = 0.9  # of the lines, where no ending tells
_BEGINS = re.compile(r"\s*[^\s0-9]*[0-9]")
_FEW = 10  # lines, of which nothing can be told
_COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
# What ends as statements and the heads of blocks do, begins with a directive, or closes a block.
_CODE = re.compile(
    r".*[;{}]|#\s*(?:define|include|if|ifdef|ifndef|el\w+|end\w+|undef|pragma)\b.*|[)\]}]+[,;]?"
    r"|(?:case\s+)?[A-Za-z_]\w*\s*=\s*[^\s=].*,"
)


def is_source(document: Document) -> bool:
    """Tell whether a document is source code, and neither a page nor data."""
    begins = document.text.lstrip()[:5]
    if begins[:1] in {"<", "{", "["} and begins != "<?php":
        return False
    if PurePath(document.file).suffix.lower() in _ENDINGS:
        return True
    lines = _COMMENT.sub(" ", document.text).split("\n")
    lines = [line for line in lines if line.strip()]
    if lines and 2 * sum(map(equates.is_one, lines)) > len(lines):
        return True
    code = [bool(_CODE.fullmatch(line.strip())) for line in lines]
    return len(code) >= _FEW and sum(code) >= _MOST * len(code)


def is_text_as_yaml(document: Document, format_: str) -> bool:
    """Tell whether the lines of a text, each with a colon, are read as YAML."""
    return format_ == "yaml" and PurePath(document.file).suffix.lower() not in _YAML


def is_text(document: Document, format_: str) -> bool:
    """Tell whether a document is read as lines, items or headings, and not as cells or data."""
    return format_ in OF_TEXT or is_text_as_yaml(document, format_)


def in_comments(text: str) -> set[int]:
    """Return the numbers of the lines that begin within comments, counted from 1."""
    lines = text.split("\n")
    found = {number for number, line in enumerate(lines, start=1) if source.is_comment(line)}
    for block in re.finditer(r"/\*.*?\*/", text, re.DOTALL):
        first = text.count("\n", 0, block.start()) + 1
        found.update(range(first + 1, first + block[0].count("\n") + 1))
    return found


def begins_with_numbers(text: str) -> bool:
    """Tell whether most lines begin with a word that has a digit, as in a list of codes."""
    lines = [line for line in text.split("\n") if line.strip()]
    return 2 * sum(bool(_BEGINS.match(line)) for line in lines) > len(lines)
