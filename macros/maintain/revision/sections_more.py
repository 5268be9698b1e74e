"""Headings that are new, above nothing but new codes: perhaps those of another list.

Where each list of a document has a heading of its own, a table below another one can be of another
list, though its columns are the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import reading
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts import quoting
from macros.maintain.revision.sections import sections_of
from macros.readers.advice import shown
from macros.texts import few

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.catalog.catalog import Catalog
    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document, Row
    from macros.sources.revision import Revision

_MOST = 5  # codes that are named
_OF_A_LIST = re.compile(
    r"\b(?:codes?|errors?|status(?:es)?|fehler\w*|codigos?|códigos?|errores)\b"
    r"|错误码|返回码|状态码|錯誤碼|エラー|コード|코드|오류",
    re.IGNORECASE,
)


def can_be(result: Reading) -> bool:
    """Tell whether the codes of a code set stand under several headings."""
    return any(len(one) > 1 for one in _by_section(result).values())


def doubts(
    document: Document, result: Reading, catalog: Catalog, revision: Revision
) -> Iterator[Doubt]:
    """Yield a doubt for each heading that may be that of another list.

    Args:
        document: the later document.
        result: how it is read.
        catalog: what is held.
        revision: the revision before.
    """
    before = sections_of(catalog, revision)
    for code_set, sections in _by_section(result).items():
        held = {name for place, names in before.items() if place[0] == code_set for name in names}
        if len(held) != 1 or not (own := held.pop()) or own not in sections:
            continue
        several = len({place[0] for place in before}) > 1
        for name, rows in sections.items():
            is_list = several or all(_OF_A_LIST.search(one or "") for one in (own, name))
            if name and is_list and not any((code_set, row.code) in before for row in rows):
                yield _doubt(document, result, rows, own)


def _by_section(result: Reading) -> dict[str, dict[str | None, list[Row]]]:
    found: dict[str, dict[str | None, list[Row]]] = {}
    for row in result.rows:
        found.setdefault(row.code_set, {}).setdefault(row.section, []).append(row)
    return found


def _doubt(document: Document, result: Reading, rows: list[Row], own: str) -> Doubt:
    codes = few([row.code for row in rows], _MOST)
    name, code_set = shown(rows[0].section or ""), rows[0].code_set
    what = (
        f'{codes} stand under "{name}", a heading that is new, and are read as codes of'
        f' "{code_set}", as those under "{shown(own)}" are.'
    )
    lines = reading.asked(document, result.options)
    quoted = quoting.quotes(document, result, rows, lines)
    do, quotes = quoting.advice(result, rows, quoted, "they are none")
    other = (
        "If they are another list, give it a code set in provider.yml, and in the reader below a"
        f" table of its own with that `code_set` and `under: {name}`."
    )
    return Doubt(document.file, rows[0].line, what, f"{other} {do}", quotes)
