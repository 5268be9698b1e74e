"""Headings of lists that were renamed: `under` of the document before -> `under` as it is now.

A code set can be known by the heading that its codes stand under. Where that is gone, the heading
under which the same codes say the same takes its place, and a person is asked.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from macros.maintain import sniff
from macros.readers.advice import shown
from macros.readers.sections import is_meant
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.maintain.document.reading import Options
    from macros.maintain.revision.renamed import Known
    from macros.readers.rows import Document, Row

_MOST = 0.5  # of the rows under a heading say what was said before, where it is the renamed one


def reheaded(options: Options, document: Document, known: Known) -> list[str]:
    """Give `under` the headings that took the place of those that are gone.

    Args:
        options: the options of the document before, which are changed.
        document: the later document.
        known: what the codes said before.

    Returns:
        what changed, as questions.
    """
    held = _held(options)
    if not held:
        return []
    sections: dict[str, list[Row]] = {}
    for row in sniff.account(document, _without(options)).rows:
        sections.setdefault(row.section or "", []).append(row)
    free = [one for one in sections if one and not any(is_meant(name, one) for name in held)]
    asked = []
    for heading, code_set in held.items():
        there = known.get(code_set, {})
        now = max(free, key=lambda one: _share(sections[one], there), default="")
        is_gone = not any(is_meant(heading, one) for one in sections)
        if not is_gone or not now or _share(sections[now], there) < _MOST:
            continue
        free.remove(now)
        _rename(options, heading, now)
        asked.append(
            f'a heading that was renamed? What stood under "{shown(heading)}" is read below'
            f' "{shown(now)}" now, as {code_set}.'
        )
    return asked


def _held(options: Options) -> dict[str, str]:
    """Return the headings that options have code sets for, each with its code set."""
    tables = {one["under"]: one["code_set"] for one in options.get("tables", []) if "under" in one}
    return {**options.get("under", {}), **tables}


def _without(options: Options) -> Options:
    """Return options by which what stands under all headings is read as one list."""
    bare = {key: value for key, value in options.items() if key != "under"}
    if "tables" in options:
        kinds = {tuple(one["columns"]): {**one, "repeats": "true"} for one in options["tables"]}
        bare["tables"] = [
            {key: value for key, value in one.items() if key != "under"} for one in kinds.values()
        ]
    return bare


def _share(rows: Sequence[Row], known: Mapping[str, set[str]]) -> float:
    """Return how many of some rows say what is known."""
    said = {code: {one_line(text) for text in texts} for code, texts in known.items()}
    return sum(one_line(row.message) in said.get(row.code, ()) for row in rows) / len(rows)


def _rename(options: Options, heading: str, now: str) -> None:
    if "under" in options:
        options["under"] = {
            now if name == heading else name: code_set
            for name, code_set in options["under"].items()
        }
    for table in options.get("tables", []):
        if table.get("under") == heading:
            table["under"] = now


def unheaded(
    before: Options, now: Options, document: Document, rows: Sequence[Row]
) -> Iterator[str]:
    """Yield which line right above codes is ignored now, where a heading is gone."""
    gone = [one for one in before.get("headings", []) if one not in now.get("headings", [])]
    new = [one for one in now.get("ignore", []) if one not in before.get("ignore", [])]
    lines = [*enumerate(map(one_line, document.text.split("\n")), start=1)]
    listed = {row.line for row in rows}
    text = [(number, line) for number, line in lines if line]
    for (_, line), (below, _) in pairwise(text):
        if gone and below in listed and any(re.fullmatch(one, line, re.ASCII) for one in new):
            yield (
                f'a heading that was renamed? No line is like "{shown(gone[0])}" any more, and'
                f' "{shown(line)}" above the codes is ignored. If it is a heading, give these'
                " options with --reader, and its pattern under `headings`."
            )
            return
