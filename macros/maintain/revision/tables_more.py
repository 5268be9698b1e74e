"""Tables that the document before did not have: they are taken in, and asked about one by one."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.errors import Problem, Ways
from macros.maintain import sniff
from macros.maintain.document import reading
from macros.texts import series

if TYPE_CHECKING:
    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document


def taken_in(document: Document, held: Reading, unknown: Reading) -> Reading:
    """Return how a document is read with the tables that are new in it, and a doubt about each.

    Args:
        document: the document.
        held: how it is read by the options of the document before.
        unknown: how it is read as an unknown document.
    """
    old, new = held.options, unknown.options
    if "tables" not in old or old["format"] != new["format"]:
        return held
    described = [kind["columns"] for kind in old["tables"]]
    others = [*old.get("other_tables", [])]
    more = [one for one in new["tables"] if one["columns"] not in (*described, *others)]
    more_others = [one for one in new.get("other_tables", []) if one not in (*described, *others)]
    if not more and not more_others:
        return held
    options = copy.deepcopy(old)
    options["tables"] += more
    if more_others:
        options["other_tables"] = [*others, *more_others]
    if reading.fault(options):
        return held
    result = sniff.account(document, options)
    doubts = [_doubt(document, options, one) for one in more]
    return replace(result, problems=(*result.problems, *doubts))


def _doubt(document: Document, options: Options, kind: Options) -> Problem:
    listed = ", ".join(f'"{heading}"' for heading in kind["columns"])
    found = sniff.seen(document, options["format"])
    line = next((one.line for one in found if list(one.headings) == kind["columns"]), 0)
    what = (
        f"the table with the columns [{listed}] is new: no table of the document before has them."
        f" Taken are {_named(kind['code'])} for its codes, and {_named(kind['message'])} for its"
        f" messages.{_code_set(options, kind)}"
    )
    do = (
        "If it lists codes, save the reader below to a file, and add --reader FILE. If it has none,"
        f" remove it from `tables` there, and add [{listed}] to `other_tables` before."
    )
    return Problem(
        document.file, line, what, do, ways=Ways(none={"other_tables": (kind["columns"],)})
    )


def _code_set(options: Options, kind: Options) -> str:
    """Say which code set a table is taken for, where it could be another one."""
    others = {one["code_set"] for one in options["tables"]} - {kind["code_set"]}
    if not others:
        return ""
    return f' They are read as codes of "{kind["code_set"]}", not of {_named(sorted(others))}.'


def _named(headings: str | list[str]) -> str:
    return series([f'"{one}"' for one in ([headings] if isinstance(headings, str) else headings)])
