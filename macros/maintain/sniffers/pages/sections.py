"""Codes under several headings of a page without tables: reading -> `under`, `repeats`, doubts.

A code that stands below two headings with different texts means two things, so that what stands
below the second heading is a code set of its own. One with the same text in both is one code.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.maintain.document import reading
from macros.maintain.sniffers.sniffed import account
from macros.maintain.sniffers.under import EXTRA_SETS
from macros.readers.advice import shown
from macros.texts import one_line

if TYPE_CHECKING:
    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document, Row

_AS_ONE = "under two headings that are read as one list"
_VERSIONS = re.compile(
    r"change ?log|changes|release notes?|releases|(?:version |revision )?history|versions?"
    r"|更新日志|更新记录|版本(?:记录|历史)?|变更记录|變更紀錄|変更履歴|更新履歴|변경 ?이력",
    re.IGNORECASE,
)


def parted(document: Document, result: Reading) -> tuple[Reading, list[str]]:
    """Return a reading in which no code means two things, and why; the same one where none does."""
    if not any(_AS_ONE in problem.what for problem in result.problems):
        return result, []
    sections: dict[str, dict[str, set[str]]] = {}
    columns: dict[tuple[str, str], dict[str, str]] = {}
    open_ = False
    for row in result.rows:
        texts = sections.setdefault(row.section or "", {}).setdefault(row.code, set())
        texts.add(one_line(row.message))
        # Of one message with two explanations, a person has to say whether it is one thing.
        open_ |= row.columns != columns.setdefault((row.code, one_line(row.message)), row.columns)
    said: dict[str, dict[str, set[str]]] = {}
    under: dict[str, str] = dict(result.options.get("under", {}))
    names = (result.options["code_set"], *EXTRA_SETS)
    why: list[str] = []
    repeated = ""
    for section, own in sections.items():
        name = next((one for one in names if not _clashes(own, said.get(one, {}))), names[0])
        known = said.setdefault(name, {})
        if name == names[0]:
            repeated = next((code for code in own if code in known), repeated)
        elif section:
            clash = _clashes(own, said[names[0]])[0]
            under[section] = name
            why.append(
                f'{clash} has another text under "{section}", so what stands there is a code set'
                f" of its own, {name}"
            )
        for code, texts in own.items():
            known.setdefault(code, set()).update(texts)
    better: Options = dict(result.options)
    if under:
        better["under"] = under
    if repeated and not open_:
        better["repeats"] = "true"
        why.append(f"repeats: {repeated} stands under several headings, with the same text")
    if reading.fault(better):
        return result, []
    found = account(document, better)
    return (found, why) if len(found.problems) < len(result.problems) else (result, [])


def _clashes(own: dict[str, set[str]], known: dict[str, set[str]]) -> list[str]:
    """Return the codes of a section that have other texts elsewhere."""
    return [code for code, texts in own.items() if known.get(code, texts) != texts]


def doubted(file: str, result: Reading) -> Reading:
    """Return a reading with a doubt for each section whose numbers may be versions and no codes."""
    sections: dict[str, list[Row]] = {}
    for row in result.rows:
        sections.setdefault(row.section or "", []).append(row)
    doubts = [
        Problem(
            file,
            rows[0].line,
            f'"{rows[0].code}" stands under "{shown(section)}", where versions stand, not codes.',
            "Write a `pattern` in the reader below that fits codes alone, and the headings of"
            " versions under `headings`; save it to a file, and add --reader FILE.",
        )
        for section, rows in sections.items()
        if len(sections) > 1 and _VERSIONS.fullmatch(section.strip())
    ]
    return replace(result, problems=(*result.problems, *doubts)) if doubts else result
