"""What is asked of a later document that can be read: its doubts, without those that are decided.

What stands in a document that is held is decided: its codes are some, and a question that is asked
of the same lines there has its answer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.maintain.document import reading
from macros.maintain.document.doubt import Doubt
from macros.maintain.doubts import cut_off
from macros.maintain.doubts.codes import (
    codes_again,
    keys,
    parts_of_codes,
    sent_otherwise,
    titles_as_codes,
    two_forms,
)
from macros.maintain.doubts.messages import (
    cells,
    contents_lines,
    furniture,
    lines_as_rows,
    marks_at_ends,
    not_of_the_code,
    strange_texts,
    texts_of_programs,
    which_text,
)
from macros.maintain.doubts.passed_over import (
    constants_passed_over,
    headings_passed_over,
    lines_passed_over,
    lists_passed_over,
    names_passed_over,
    words_alone,
    words_passed_over,
)
from macros.maintain.doubts.strangers import counts_as_rows, strangers
from macros.maintain.revision import fit, sections_more, still_listed
from macros.maintain.revision.sections import sections_of
from macros.maintain.sniffers import choices, repeated
from macros.maintain.sniffers.data import tree
from macros.maintain.sniffers.source import catalogs, deprecations
from macros.maintain.sniffers.such_as import such_as_doubts
from macros.maintain.sniffers.texts import wraps

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

    from macros.catalog.catalog import Catalog
    from macros.errors import Problem
    from macros.maintain.document.reading import Reading
    from macros.maintain.revision.likes import Likened
    from macros.readers.rows import Document
    from macros.sources.revision import Revision


def asked(
    document: Document, likened: Likened, held: Callable[[], Catalog], before: Document
) -> Likened:
    """Return how a document is read, with the doubts about what is new in it.

    Args:
        document: the document.
        likened: how it is read.
        held: reads what is held, which takes time.
        before: the document whose options these are.
    """
    result = likened.fitted.reading
    shown = before, likened.like.options
    passed = list(lines_passed_over.of_later(document, result, *shown))
    if not result.is_whole:
        more = [
            *cells.surplus(document, result),
            *codes_again.in_languages(document, result),
        ]
        others = map(counts_as_rows.with_way, _of_others(document, result, held))
        known = fit.known_of(held(), likened.like.revision)
        return _with(likened, (*still_listed.with_replies(others, known), *more, *passed))
    further = such_as_doubts.of_later(document, result, result.rows, *shown)
    several = sections_more.can_be(result)
    spoken = repeated.new_languages(document.file, result.rows, reading.read(*shown).rows)
    doubts = [*_doubts(document, result), *_of_new(document, result, result), *further, *passed]
    if not (doubts or several or spoken):
        return likened
    catalog = held()
    said = fit.known_of(catalog, likened.like.revision)
    new = [
        row
        for row in result.rows
        if row.message not in said.get(row.code_set, {}).get(row.code, ())
    ]
    doubts = _doubts(document, result, _unmoved(catalog, likened.like.revision, result))
    if doubts:
        earlier = reading.read(*shown)
        decided = set(map(_question, _doubts(before, earlier)))
        doubts = [one for one in doubts if _question(one) not in decided]
    doubts += _of_new(document, result, replace(result, rows=tuple(new)))
    doubts += such_as_doubts.of_later(document, result, new, *shown)
    doubts += spoken
    if several:
        doubts += sections_more.doubts(document, result, catalog, likened.like.revision)
    told = {text for one in doubts if isinstance(one, Doubt) for text in one.quoted}
    return _with(likened, (*doubts, *(one for one in passed if told.isdisjoint(one.quoted))))


def _unmoved(catalog: Catalog, revision: Revision, result: Reading) -> set[tuple[str, str]]:
    """Return the codes that are held, each with its code set, but for those that moved.

    A code under another heading than before can be one that is sent no more, as can one that was
    dropped.

    Args:
        catalog: what is held.
        revision: the revision before.
        result: how the later document is read.
    """
    now: dict[tuple[str, str], set[str | None]] = {}
    for row in result.rows:
        now.setdefault((row.code_set, row.code), set()).add(row.section)
    before = sections_of(catalog, revision)
    return {
        place
        for code in catalog.codes
        if (
            now.get(place, set()) <= before[place]
            if (place := (code.code_set.id, code.code)) in before
            else not code.dropped
        )
    }


def _of_others(
    document: Document, result: Reading, held: Callable[[], Catalog]
) -> Iterator[Problem]:
    """Yield what is asked of a document that is read anew, but of rows whose codes are held."""
    strange = set(strangers.doubts(document, result))
    if strange.isdisjoint(result.problems):
        yield from result.problems
        return
    codes = {(code.code_set.id, code.code) for code in held().codes}
    still = set(strangers.doubts(document, result, held=codes))
    yield from (one for one in result.problems if one not in strange or one in still)


def _with(likened: Likened, problems: tuple[Problem, ...]) -> Likened:
    asked_ = tuple(map(choices.by_reader, problems))
    result = replace(likened.fitted.reading, problems=asked_)
    return replace(likened, fitted=replace(likened.fitted, reading=result))


def _doubts(
    document: Document, result: Reading, held: Container[tuple[str, str]] = ()
) -> list[Problem]:
    """Return what is asked of a document, but of codes that are held."""
    seen = reading.as_read(document, result.options)
    found = [
        *strangers.doubts(seen, result, held=held),
        *sent_otherwise.misprints(seen, result, held=held),
        *codes_again.in_languages(seen, result),
        *titles_as_codes.behind_single_signs(seen, result),
        *two_forms.doubts(seen, result),
        *lists_passed_over.doubts(seen, result),
        *constants_passed_over.doubts(seen, result),
        *keys.odd(seen, result),
        *cells.labels(seen, result),
        *lines_as_rows.parts_of_rows(seen, result),
        *words_alone.doubts(seen, result),
        *words_passed_over.doubts(seen, result),
        *headings_passed_over.doubts(seen, result),
        *names_passed_over.doubts(seen, result),
        *tree.beside(seen, result),
        *cut_off.doubts(document, result),
        *not_of_the_code.ends_of_pages(seen, result),
        *deprecations.doubts(seen, result),
    ]
    return [*found, *codes_again.in_one_list(seen, result, (*result.problems, *found))]


def _of_new(document: Document, result: Reading, new: Reading) -> list[Problem]:
    """Return what is asked of the rows that are new."""
    lines = {row.line for row in new.rows}
    of_lines = (wraps.doubts, lines_as_rows.several_rows)
    rests = [one for asks in of_lines for one in asks(document, result) if one.line in lines]
    of_texts: tuple[Callable[[Document, Reading], Iterable[Problem]], ...] = (
        contents_lines.doubts,
        furniture.doubts,
        cells.cut,
        which_text.going_on,
        parts_of_codes.behind_slashes,
        texts_of_programs.remarks,
    )
    texts = [one for asks in of_texts for one in asks(document, new)]
    texts += strange_texts.behind_a_sign(document, new)
    texts += marks_at_ends.footnotes(document, result, new.rows)
    return [*catalogs.unconfirmed(document, new), *texts, *rests]


def _question(problem: Problem) -> object:
    """Return what is the same in a question that is asked again: the lines that it is about."""
    return (problem.quoted if isinstance(problem, Doubt) else ()) or problem.what
