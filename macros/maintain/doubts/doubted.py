"""What is asked of a guess how a document can be read: a guess -> the same with its doubts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.maintain.document import contents, reading
from macros.maintain.doubts import cut_off, rows_in_remarks
from macros.maintain.doubts.codes import (
    codes_again,
    keys,
    parts_of_codes,
    sent_otherwise,
    titles_as_codes,
    two_forms,
)
from macros.maintain.doubts.messages import (
    above_codes,
    as_lines,
    cells,
    codes_in_texts,
    columns_named,
    contents_lines,
    furniture,
    lines_as_rows,
    marks_at_ends,
    not_of_the_code,
    run_together,
    strange_texts,
    texts_of_programs,
    which_text,
)
from macros.maintain.doubts.passed_over import (
    constants_passed_over,
    headings_passed_over,
    labelled_codes,
    labels_below,
    lists_passed_over,
    names_passed_over,
    rows_as_headings,
    said_again,
    texts_below,
    words_alone,
    words_passed_over,
)
from macros.maintain.doubts.strangers import counts_as_rows, strangers
from macros.maintain.sniffers import choices, repeated
from macros.maintain.sniffers.source import catalogs, deprecations
from macros.maintain.sniffers.texts import wraps
from macros.readers.patience import CUT_IT, OutOfPatienceError, patience

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from macros.maintain.document.reading import Reading
    from macros.maintain.sniffers.sniffed import Sniffed
    from macros.readers.rows import Document

_LONGEST = 4.0  # seconds for all that is asked

# What else is asked of a guess, each by itself.
_ASKS: tuple[Callable[[Document, Reading], Iterable[Problem]], ...] = (
    marks_at_ends.badges,
    catalogs.unconfirmed,
    titles_as_codes.in_tables,
    codes_in_texts.at_beginnings,
    columns_named.doubts,
    parts_of_codes.counted_rows,
    parts_of_codes.of_another_list,
    cut_off.doubts,
    cells.cut,
    not_of_the_code.ends_of_pages,
    cells.feet,
    deprecations.doubts,
    marks_at_ends.footnotes,
    lines_as_rows.several_rows,
    furniture.doubts,
    headings_passed_over.doubts,
    keys.again,
    sent_otherwise.misprints,
    labelled_codes.doubts,
    cells.labels,
    labels_below.doubts,
    codes_again.in_later_sections,
    parts_of_codes.letters_before,
    lines_as_rows.parts_of_rows,
    which_text.joined,
    lists_passed_over.doubts,
    codes_again.in_languages,
    codes_again.in_source,
    which_text.below_names,
    codes_in_texts.at_ends,
    parts_of_codes.numbers_behind,
    keys.odd,
    names_passed_over.doubts,
    rows_as_headings.doubts,
    rows_in_remarks.doubts,
    not_of_the_code.rows,
    run_together.doubts,
    said_again.doubts,
    sent_otherwise.by_attributes,
    titles_as_codes.behind_single_signs,
    constants_passed_over.doubts,
    contents_lines.doubts,
    which_text.going_on,
    texts_of_programs.remarks,
    titles_as_codes.ranges,
    strange_texts.doubts,
    above_codes.texts,
    texts_below.doubts,
    not_of_the_code.texts_apart,
    texts_of_programs.filled,
    keys.beside_codes,
    keys.of_one_code,
    texts_of_programs.returned,
    texts_of_programs.twins_as_rows,
    above_codes.titles,
    above_codes.titles_between,
    marks_at_ends.signs,
    parts_of_codes.behind_slashes,
    cells.surplus,
    two_forms.doubts,
    as_lines.unresolved,
    strange_texts.whole_bodies,
    as_lines.otherwise,
    as_lines.refused,
    words_alone.doubts,
    words_passed_over.doubts,
    wraps.doubts,
)


def with_doubts(document: Document, guess: Sniffed) -> Sniffed:
    """Return a guess with the doubts about codes that come again, and rows that may list none."""
    file, document = document.file, reading.as_read(document, guess.reading.options)
    guess = words_alone.asked_once(document, guess)
    rows = contents.outside(document, guess.reading.rows)
    steps = set(map(id, counts_as_rows.steps(rows)))
    again = [row for row in rows if id(row) not in steps]
    doubts = () if guess.doubts else tuple(repeated.doubts(file, again))
    try:
        with patience(_LONGEST):
            doubts = (*doubts, *strangers.doubts(document, guess.reading, guess.doubts))
            doubts = (*doubts, *(one for asks in _ASKS for one in asks(document, guess.reading)))
            known = (*guess.reading.problems, *guess.doubts, *doubts)
            doubts = (*doubts, *codes_again.in_one_list(document, guess.reading, known))
    except OutOfPatienceError:
        what = f"in {_LONGEST:g} seconds it is not found out what of this document is no code."
        doubts = (*doubts, Problem(file, 0, what, CUT_IT))
    result = choices.doubted(file, guess.reading, (), doubts)
    return replace(guess, reading=result, doubts=(*guess.doubts, *doubts))
