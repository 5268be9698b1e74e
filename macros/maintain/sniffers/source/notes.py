"""Comments behind constants that say something beside a text: since when it is, say.

As in `DOCK = 101, /* Dock is busy */ /* since 2.0 */`, where the second of two comments is a note.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.maintain.document.source import Statement

# What is said beside a text: since when it is, what it is answered with, where it stands.
_NOTE = re.compile(
    r"(?:(?:added|introduced|new|available)(?: in)?|since|as of|from v?[0-9]|until|before"
    r"|(?:deprecated|removed|obsolete|legacy|unused|reserved|experimental|internal|beta)\b"
    r"|see\b|http|grpc|status\b|https?:|todo\b|fixme\b|xxx\b|note?lint|nolint|noqa|eslint|ts-"
    r"|v?[0-9][\w.,-]*$|#[0-9]+|[A-Z]{2,}-[0-9]+|\w+$)",
    re.IGNORECASE,
)
MESSAGE, REMARK = "(?P<message>", "(?P<remark>"
SHORT = r"[^\s*/<\[@!](?:[^*\n]|\*+[^*/\n])*?"  # up to the end of the comment
_BETWEEN = re.compile(r"\*+/\s*(?:/\*+|//+)!?<?")


def is_note(remark: str) -> bool:
    """Tell whether a comment says something beside the text of a code: since when it is, say."""
    return bool(_NOTE.match(remark))


def is_name(statement: Statement, remark: str) -> bool:
    """Tell whether a comment says no more than the name of its constant: `// ErrBusy -`."""
    said = re.sub(r"^[^\w$]+|[^\w$]+$", "", remark, flags=re.ASCII)
    return any(said in part.text.split(" ") for part in statement.parts if part.kind == "words")


def expression(remarks: Sequence[str]) -> str:
    """Return the expression for comments behind constants of which some have two.

    Args:
        remarks: what stands behind each constant, without its first mark and its last one.
    """
    pairs = [pair for one in remarks if (pair := two(one))]
    if not pairs:
        return ""
    first, second = (REMARK, MESSAGE) if is_turned(pairs) else (MESSAGE, REMARK)
    behind = rf"(?://+|/\*+)!?<?\s*{second}[^\s*/][^\n]*?)[ \t]*(?:\*+/)?"
    return rf"{source.MARK}\s*{first}{SHORT})[ \t]*(?:\*+/[ \t]*(?:{behind})?)?"


def two(remark: str) -> tuple[str, str] | None:
    """Return the two comments that stand behind a constant; None where it has one."""
    first, *second = _BETWEEN.split(remark, maxsplit=1)
    return (first.strip(), second[0].strip()) if second and second[0].strip() else None


def is_turned(pairs: Sequence[tuple[str, str]]) -> bool:
    """Tell whether the first of two comments is a note where the second one is none."""
    turned = sum(is_note(first) and not is_note(second) for first, second in pairs)
    return 2 * turned > len(pairs)
