"""A later document, read as the one before was: document, its options -> options that fit.

Where headings changed, `renamed` knows the columns again; where codes have a new form, the pattern
takes it in, too; patterns for lines that are gone go. Each change of the options is told, and what
was decided and would be given up is doubted. Where lines are left over, they are asked about: only
a document of which these options read less than half is read as an unknown one.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.maintain.revision import (
    decided,
    dressed,
    lists_gone,
    other_columns,
    recounted,
    reheaded,
    rekeyed,
    renamed,
    respelled,
    separated,
    tables_more,
    translated,
    widened,
)
from macros.maintain.sniffers.source import field_options
from macros.sources.reader_options.entries import LONGEST_ENTRY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.catalog.catalog import Catalog
    from macros.maintain.document.reading import Options, Reading
    from macros.maintain.revision.renamed import Known
    from macros.readers.rows import Document
    from macros.sources.provider import Revision

_HALF = 0.5
_OWN_SET = re.compile(r" is a code set of its own, (\w+)$")
_INTEGER = re.compile(r"-?[0-9]+")
_LISTS = (
    *("headings", "ignore", "unreadable", "prose", "rows", "other_tables"),
    *("leave_out", "whole_in", "goes_on_below", "languages"),
)


@dataclass(frozen=True, slots=True)
class Fitted:
    """How a later document is read.

    Attributes:
        reading: what comes of it.
        changes: how that differs from the options before, in sentences.
        same: whether the options are those of the document before.
        doubts: why it may be read wrong, for a person to decide.
        known: what the codes said before.
    """

    reading: Reading
    changes: tuple[str, ...]
    same: bool = False
    doubts: tuple[str, ...] = ()
    known: Known = field(default_factory=dict)


def fit(document: Document, options: Options, known: Known) -> Fitted:
    """Return options for a document, beginning with those of another one.

    Args:
        document: the document.
        options: those of the revision before.
        known: what the codes said there.
    """
    as_before = reading.read(document, options)
    if dressed.fits(document, as_before):
        return Fitted(as_before, (), same=True)
    changes: list[str] = []
    fitted = copy.deepcopy(options)
    changes += separated.separated(fitted, document)
    tables = sniff.seen(document, fitted["format"]) if "tables" in fitted else []
    if "tables" in fitted:
        changes += renamed.rename(fitted, tables, known)
    changes += lists_gone.removed(fitted, document)
    changes += rekeyed.rekeyed(fitted, document, known)
    changes += translated.translated(fitted, document)
    asked = [
        *other_columns.doubts(options, fitted, tables, known),
        *reheaded.reheaded(fitted, document, known),
    ]
    changes += _lengthened(fitted, document)
    changes += respelled.respelled(fitted, document, known)
    changes += field_options.with_options(document, fitted)
    changes += recounted.recounted(fitted, document)
    as_renamed = copy.deepcopy(fitted)
    wider = [*widened.unpadded(fitted, document, known), *widened.widen(fitted, document)]
    better = as_before if reading.fault(fitted) else sniff.account(document, fitted)
    if wider and (narrow := widened.narrowed(document, as_renamed, better)):
        better, wider = narrow, []  # what looked like codes is quoted
    if better.is_whole:
        told = (*changes, *wider, *_patterns_changed(fitted, better.options))
        asked += other_columns.swapped(options, fitted, tables)
        asked += reheaded.unheaded(options, better.options, document, better.rows)
        asked += decided.doubts(document, options, fitted, better, known)
        return Fitted(better, told, doubts=tuple(asked), known=known)
    if wider and not reading.fault(as_renamed):
        # Where a person has to decide anyway, codes of a new form are asked about with their lines,
        # unless nothing is left over without them, as where they are parts of the entry above.
        bare = sniff.account(document, as_renamed)
        if not bare.is_whole:
            fitted, better, wider = as_renamed, bare, []
    unknown = sniff.sniff(document, next(iter(known), "api"))
    if unknown and _is_another(better, unknown.reading, known):
        assigned = _assigned(document, unknown.reading, known)
        why = ["the options before do not fit, so it is read as an unknown document:"]
        told = (*why, *(f"  {reason}" for reason in unknown.why if _holds(reason, assigned)))
        kept = decided.are_kept(options, known, assigned)
        return Fitted(assigned, told, doubts=() if kept else (decided.given_up(options, better),))
    if unknown:
        better = tables_more.taken_in(document, better, _assigned(document, unknown.reading, known))
    told = (*changes, *wider, *_patterns_changed(fitted, better.options))
    return Fitted(better, told, doubts=tuple(asked), known=known)


def _is_another(held: Reading, unknown: Reading, known: Known) -> bool:
    """Tell whether the options before read less than half of what an unknown document has.

    Known codes count, where there are any: a list may be new, and longer than all that was there.
    """
    if _worth(unknown) <= _worth(held):
        return False
    codes = {code for listed in known.values() for code in listed}
    here, there = ({row.code for row in one.rows} for one in (held, unknown))
    if there & codes:
        here, there = here & codes, there & codes
    return len(here) < _HALF * len(there)


def _worth(result: Reading) -> float:
    return len(result.rows) - 2 * len(result.problems)


def _lengthened(options: Options, document: Document) -> list[str]:
    """Let entries of source code have more lines, where more of them can be read then."""
    if options["format"] != "pattern":
        return []
    before = reading.read(document, options)
    if not before.problems:
        return []
    held = int(options.get("lines", "1"))
    codes = {row.code for row in before.rows}
    tried = [most for most in (2 * held, 4 * held) if most < LONGEST_ENTRY] + [LONGEST_ENTRY]
    more: list[Options] = [{"lines": str(most)} for most in tried]
    if "escapes" not in options:  # a backslash at the end of a line is one
        more += [{**one, "escapes": "backslash"} for one in more]
    readings = [reading.read(document, {**options, **one}) for one in more]
    best = min(readings, key=lambda one: len(one.problems))
    if not codes < {row.code for row in best.rows} or len(best.problems) >= len(before.problems):
        return []
    options |= {key: best.options[key] for key in ("lines", "escapes") if key in best.options}
    return [f"lines is {options['lines']}, and was {held}: entries have more lines than before"]


def answered(document: Document, fitted: Fitted, before: Options, now: Reading) -> Fitted:
    """Return how a document is read once something is answered, with what then differs.

    Args:
        document: the document.
        fitted: how it was read.
        before: the options of the document before.
        now: how it is read.
    """
    asked = set(widened.doubts(document, before, fitted.reading, fitted.known))
    if asked and now.options != fitted.reading.options:
        still = [*widened.doubts(document, before, now, fitted.known)]
        kept = [one for one in fitted.doubts if one not in asked]
        fitted = replace(fitted, doubts=(*kept, *still))
        if not still and (narrow := widened.narrowed(document, before, now)):
            told_so = [one for one in fitted.changes if not one.startswith(widened.TAKES_IN)]
            now, fitted = narrow, replace(fitted, changes=tuple(told_so))
    told = _lists_changed(before, fitted.reading.options)
    if now.options == fitted.reading.options or not set(told).issubset(fitted.changes):
        return replace(fitted, reading=now)
    kept = [one for one in fitted.changes if one not in told]
    changes = (*kept, *_lists_changed(before, now.options))
    return replace(fitted, reading=now, changes=changes, same=False)


def _patterns_changed(old: Options, new: Options) -> list[str]:
    changes = _lists_changed(old, new)
    changes += decided.flags_gone(old, new)
    changes += [
        f"no table has the columns {said} any more" for said in decided.tables_gone(old, new)
    ]
    return changes


def _lists_changed(old: Options, new: Options) -> list[str]:
    """Return what the lists of patterns and quotations have no more, and have new."""
    changes = []
    for key in _LISTS:
        before, after = (_listed(options, key) for options in (old, new))
        changes += [
            f"{key} no longer has {one}: no line is like it" for one in before if one not in after
        ]
        changes += [f"{key} has {one}" for one in after if one not in before]
    return changes


def _listed(options: Options, key: str) -> list[str]:
    """Return what a key lists, as it is told."""
    said = options.get(key, [])
    if isinstance(said, str):
        return [said]
    texts = {"rows": lambda one: one["line"], "other_tables": " | ".join}
    return [texts.get(key, str)(one) for one in said]


def _assigned(document: Document, result: Reading, known: Known) -> Reading:
    """Give each table of an unknown document the code set whose codes it has; keep its doubts."""
    plain = reading.read(document, result.options).problems
    asked = [one for one in result.problems if one not in plain]
    options = copy.deepcopy(result.options)
    for kind in [*options.get("tables", [])] or [options]:
        alone = {**options, "tables": [kind]} if "tables" in options else options
        rows = [] if reading.fault(alone) else reading.read(document, alone).rows
        codes = {row.code for row in rows}
        kind["code_set"] = max(
            known,
            key=lambda name: (len(codes & known[name].keys()), _can_hold(known[name], codes)),
            default=kind["code_set"],
        )
    assigned = reading.read(document, options)
    return replace(assigned, problems=(*assigned.problems, *asked))


def _holds(reason: str, assigned: Reading) -> bool:
    """Tell whether a reason is one still, once each list has a code set that is held."""
    options = assigned.options
    sets = {one["code_set"] for one in options.get("tables", [options])}
    named = _OWN_SET.search(reason)
    return not named or named[1] in sets | set(options.get("under", {}).values())


def _can_hold(there: Iterable[str], codes: Iterable[str]) -> bool:
    """Tell whether codes can be of a code set: one of numbers alone holds no others."""
    return all(map(_INTEGER.fullmatch, codes)) or not all(map(_INTEGER.fullmatch, there))


def known_of(catalog: Catalog, revision: Revision) -> Known:
    """Return what the codes of one revision say."""
    known: Known = {}
    # Whoever has read provider.yml alone has another object of the same revision.
    same = next(one for one in catalog.provider.revisions if one.id == revision.id)
    for code in catalog.codes:
        if rows := code.rows(same):
            known.setdefault(code.code_set.id, {})[code.code] = {row.message for row in rows}
    return known
