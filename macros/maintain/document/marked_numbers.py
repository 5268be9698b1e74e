"""Numbers between marks beside bare ones, as in `'-1' => 'Busy', 126 => 'Gone'`: -> all as numbers.

A map takes both for the same, so that a list can have either, line by line.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.maintain.document.source import Part, Statement

_NUMBER = re.compile(r"-?(?:0[xX][0-9A-Fa-f]+|[0-9]+)", re.ASCII)


def bare(statements: Sequence[Statement]) -> list[Statement]:
    """Return statements in which marked numbers are numbers, where others have bare ones so."""
    forms = {one.form for one in statements if any(part.kind == "number" for part in one.parts)}
    bared = [replace(one, parts=tuple(map(bare_part, one.parts))) for one in statements]
    return [
        other if other.form in forms else one for one, other in zip(statements, bared, strict=True)
    ]


def bare_part(part: Part) -> Part:
    """Return a number for the text of one, and any other part as it is."""
    is_one = part.kind == "text" and _NUMBER.fullmatch(part.text)
    return part._replace(kind="number") if is_one else part
