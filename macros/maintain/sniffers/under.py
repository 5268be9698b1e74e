"""Tables with the same headings that are several lists: reading -> kinds under their own headings.

A code that stands below two headings with different texts means two things, so that the tables
below the second heading are a code set of their own. One with the same text in both is one code.
"""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING

from macros.maintain.document import reading
from macros.readers import markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document, Row

# What code sets are called, in the order in which they are needed.
EXTRA_SETS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_AS_ONE = "that are read as one list"

Said = dict[str, dict[str, set[str]]]


def parted(
    document: Document, result: Reading, read: Callable[[Document, Options], Reading]
) -> tuple[Reading, list[str]]:
    """Return a reading in which no code means two things, and why; the same one where none does.

    Args:
        document: the document.
        result: what came of it.
        read: reads the document with other options.
    """
    if not any(_AS_ONE in problem.what for problem in result.problems):
        return result, []
    said: Said = {}
    why: list[str] = []
    tables = []
    for table in result.options["tables"]:
        tables += _kinds(table, _sections(document, result.options, table), said, why)
    better = {**result.options, "tables": tables}
    if reading.fault(better):
        return result, []
    found = read(document, better)
    if len(found.problems) < len(result.problems):
        return found, why
    return result, []


def _sections(document: Document, options: Options, table: Options) -> dict[str, list[Row]]:
    """Return the rows of one kind of table by the heading above them."""
    alone = {**options, "tables": [table]}
    rows = [] if reading.fault(alone) else reading.read(document, alone).rows
    sections: dict[str, list[Row]] = {}
    for row in rows:
        sections.setdefault(row.section or "", []).append(row)
    if options["format"] == "markdown" and any(map(_clashes_within, sections.values())):
        return _by_titles(document, rows)
    return sections


def _by_titles(document: Document, rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Return rows by the line of text right above their table, where no heading parts them."""
    titles = list(markdown.titles_of(document))
    starts = [one.line for one in titles]
    sections: dict[str, list[Row]] = {}
    for row in rows:
        title = titles[max(bisect(starts, row.line) - 1, 0)].text
        sections.setdefault(title or row.section or "", []).append(row)
    return sections


def _clashes_within(rows: Sequence[Row]) -> bool:
    """Tell whether rows below one heading have a code with two texts."""
    texts: dict[str, str] = {}
    return any(texts.setdefault(row.code, row.message) != row.message for row in rows)


def _kinds(
    table: Options, sections: dict[str, list[Row]], said: Said, why: list[str]
) -> list[Options]:
    """Return a kind of table as the kinds that its sections are."""
    base = dict(table)
    further = []
    names = (table["code_set"], *EXTRA_SETS)
    for section, rows in sections.items():
        name = next((one for one in names if not _clashing(rows, said.get(one, {}))), names[0])
        known = said.setdefault(name, {})
        repeats = [row.code for row in rows if row.code in known]
        for row in rows:
            known.setdefault(row.code, set()).add(row.message)
        if repeats and name == table["code_set"]:
            base["repeats"] = "true"
            why.append(f"repeats: {repeats[0]} stands in several tables, with the same text")
        if name == table["code_set"] or not section:
            continue
        clash = _clashing(rows, said.get(table["code_set"], {}))[0]
        further.append({**table, "under": section, "code_set": name})
        why.append(
            f'{clash} has another text under "{section}", so the table there is a code set of its'
            f" own, {name}"
        )
    return [base, *further]


def _clashing(rows: Sequence[Row], known: dict[str, set[str]]) -> list[str]:
    """Return the codes of some rows that have other texts elsewhere."""
    own: dict[str, set[str]] = {}
    for row in rows:
        own.setdefault(row.code, set()).add(row.message)
    return [code for code, texts in own.items() if known.get(code, texts) != texts]
