"""Rows of a later document that are refused, and say what was held: problems -> one reply more.

A code that is struck out, or has a mark beside it such as `1002 (deprecated)`, can be withdrawn, or
listed all the same. Its text is known, so that nobody has to write it again.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.errors import Ways
from macros.maintain.revision import marked
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.errors import Problem
    from macros.maintain.revision.renamed import Known


def with_replies(problems: Iterable[Problem], known: Known) -> Iterator[Problem]:
    """Yield problems; those of a row with its code and the text that it had say how to keep it.

    Args:
        problems: what is asked of the later document.
        known: what the codes said before.
    """
    sets = {code: name for name, held in known.items() for code in held}
    for one in problems:
        if len(one.ways.rows) != 1 or one.ways.so:
            yield one
            continue
        [(line, code)] = one.ways.rows
        held = sorted(map(one_line, known[sets[code]][code]), key=len) if code in sets else []
        text = next((text for text in held if _says_no_more(line, code, text)), "")
        if not text:
            yield one
            continue
        said = {"line": line, "code": code, "message": text, "code_set": sets[code]}
        do = (
            f'{code} said "{text}" before, too. If it is listed still, though marked, add'
            f" --as-meant {one.line}, which keeps it; if it is withdrawn, add --no-codes"
            f" {one.line}, which drops it."
        )
        yield replace(
            one, do=do, ways=one.ways | Ways(none={"prose": (line,)}, so={"rows": (said,)})
        )


def _says_no_more(line: str, code: str, text: str) -> bool:
    """Tell whether a line has a code and a text, and nothing else but marks."""
    if not text or text not in line:
        return False
    before, _, behind = line.partition(text)
    rest = before.replace(code, " ", 1) + behind
    return code in before and not re.search(r"\w", marked.WORDS.sub(" ", rest))
