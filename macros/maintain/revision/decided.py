"""What a person decided of the document before, and what of it would be given up: -> doubts.

A guess knows nothing of these decisions, so nothing that differs from them is written unseen.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from macros.maintain import sniff
from macros.maintain.revision import renamed, widened
from macros.readers.advice import shown
from macros.readers.printed import codes_in_cell
from macros.texts import one_line, series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document

_NEARLY = 0.9  # of the texts are the same
# What the rows show, however else it was decided.
_OF_FORM = frozenset(
    "format code_set pattern separator before headings ignore tables wrapped one_column"
    " path code message markup named entry escapes lines".split()
)
_OF_TABLES = frozenset("code_set columns code message pattern named".split())
_LONGEST = 160  # characters of what an option says


def doubts(
    document: Document, before: Options, fitted: Options, now: Reading, known: renamed.Known
) -> Iterator[str]:
    """Yield what was decided of a document, and holds of the later one no more.

    Args:
        document: the later document.
        before: the options of the document before.
        fitted: these, with the headings and patterns of the later one.
        now: how the later one is read with them.
        known: what the codes said before.
    """
    yield from widened.doubts(document, before, now, known)
    for old, new in zip(before.get("tables", []), fitted.get("tables", []), strict=True):
        for role, heading in renamed.lost(old, new):
            yield column_less(role, heading, "below")
    for name, heading in fitted.get("named", {}).items():
        if name not in now.options.get("named", {}):
            yield column_less(name, heading)
    for place in before.get("languages", []):
        if place not in now.options.get("languages", []):
            yield f'a language less? Another one stood at "{place}", and nothing stands there now.'
    yield from _rivals(document, before, fitted)
    for said in tables_gone(fitted, now.options):
        yield f"a table less? No table has the columns {said} any more."


def column_less(name: str, heading: str, where: str = "at") -> str:
    """Return the doubt about a column that nothing is known by any more."""
    return f'a column less? The {name} was {where} "{heading}", and stands nowhere now.'


def tables_gone(before: Options, now: Options) -> list[str]:
    """Return the columns of each kind of table that is described no more, with its heading."""
    kept = [_told(kind) for kind in now.get("tables", [])]
    return [told for kind in before.get("tables", []) if (told := _told(kind)) not in kept]


def _told(kind: Options) -> str:
    """Return how a kind of table is told: its columns, and the heading above it."""
    under = f' under the heading "{kind["under"]}"' if "under" in kind else ""
    return " | ".join(kind["columns"]) + under


def _rivals(document: Document, before: Options, fitted: Options) -> Iterator[str]:
    """Yield where the heading of the codes is gone, and several columns have cells like codes."""
    tables = sniff.seen(document, fitted["format"]) if "tables" in fitted else ()
    for old, new in zip(before.get("tables", []), fitted.get("tables", []), strict=True):
        code, columns = new["code"], new["columns"]
        table = next((one for one in tables if list(one.headings) == columns), None)
        if not table or old["code"] in columns or code not in columns:
            continue
        others = [
            f'"{heading}"'
            for index, heading in enumerate(columns)
            if heading != code
            and all(codes_in_cell(text, new["pattern"]) for text in table.column(index))
        ]
        if others:
            yield (
                f'other codes? No column is headed "{old["code"]}" any more. "{code}" is taken, and'
                f" {series(others)} could be the code as well."
            )


def are_kept(before: Options, known: renamed.Known, now: Reading) -> bool:
    """Tell whether a document that is read anew says what the one before said, in another form.

    All its codes are there, nearly all with the same text, what stands beside these has the same
    names, and nothing was decided that rows do not show, as which column tells successes.

    Args:
        before: the options of the document before.
        known: what its codes said.
        now: how the later one is read.
    """
    kinds = before.get("tables", [])
    if not _OF_FORM.issuperset(before) or any(not _OF_TABLES.issuperset(one) for one in kinds):
        return False
    if not _named(before) <= _named(now.options):
        return False
    said: dict[tuple[str, str], set[str]] = {}
    for row in now.rows:
        said.setdefault((row.code_set, row.code), set()).add(one_line(row.message))
    held = {(name, code): texts for name, codes in known.items() for code, texts in codes.items()}
    same = [not said.get(place, set()).isdisjoint(map(one_line, held[place])) for place in held]
    return said.keys() >= held.keys() and sum(same) >= _NEARLY * len(held)


def _named(options: Options) -> set[tuple[str, str]]:
    """Return what the other texts of rows are named, each with its heading, label or key."""
    kinds = (options, *options.get("tables", ()))
    return {named for kind in kinds for named in kind.get("named", {}).items()}


def given_up(before: Options, tried: Reading) -> str:
    """Return the doubt about a document that is read anew: what is given up, and for what.

    Args:
        before: the options of the document before.
        tried: what comes of the document with these, as far as they fit.
    """
    why = ""
    if tried.problems:
        first = min(tried.problems, key=lambda one: one.line or 10**9)
        where = f"line {first.line}: " if first.line else ""
        more = len(tried.problems) - 1
        why = f" What stands in their way: {where}{first.what}" + (f" {more} more." if more else "")
    said = series([_said(key, value) for key, value in before.items() if key != "code_set"])
    return (
        f"decided before? The options of the document before are given up: {said}.{why}"
        " Compare the rows, or mend these options and give them with --reader."
    )


def _said(key: str, value: object) -> str:
    """Return an option as it is told: `key` and what it says, cut."""
    if key == "tables" and isinstance(value, list):
        listed = "; ".join(" | ".join(kind["columns"]) for kind in value)
        return f"`tables` ({shown(listed, _LONGEST)})"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"`{key}` ({shown(text, _LONGEST)})"


def flags_gone(before: Options, now: Options) -> Iterator[str]:
    """Yield which of the options before that allow something are not needed any more."""
    for key in ("repeats", "goes_on", "dittos_go_on"):
        for old, new in zip(
            [before, *before.get("tables", [])], [now, *now.get("tables", [])], strict=False
        ):
            if key in old and key not in new and old.get("columns") == new.get("columns"):
                yield f"{key} is not needed any more"
