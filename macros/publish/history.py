"""What each revision says of a code, newest first, and nothing twice: code, changes -> lives.

A line that says what the line above it says is `same`; where words came and went it shows these.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from macros.publish import wording
from macros.texts import letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.catalog.model import Code, Listing
    from macros.readers.rows import Row, Unreadable
    from macros.review.changes import Change
    from macros.review.differences import Piece
    from macros.sources.provider import Revision

Shows = Literal["text", "added", "difference", "same"]


@dataclass(frozen=True, slots=True)
class Line:
    """One or more rows of a revision, and what is shown of them.

    Attributes:
        rows: the row; all of the revision's in one language, where they are the same as above.
        shows: the text; the text as one that came; the words that came and went; that it is the
            same as in the revision above.
        pieces: the words, where they are shown.
        columns: what other columns say, each with its heading; nothing where that is the same as
            above, too.
    """

    rows: tuple[Row, ...]
    shows: Shows
    pieces: tuple[Piece, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()

    @property
    def language(self) -> str:
        """The language of the rows."""
        return self.rows[0].language


@dataclass(frozen=True, slots=True)
class Step:
    """What happened to the code since the revision before.

    Attributes:
        change: the change.
        says: what is said of it; empty where the page has said it above.
        pieces: the words that came and went, where no line shows them or both texts.
    """

    change: Change
    says: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Life:
    """What one revision has of the code.

    Attributes:
        revision: the revision.
        rows: its rows; none where it does not list the code.
        twins: its rows in other languages.
        lines: what is shown of all these rows.
        steps: what happened to the code since the revision before.
        is_newest_held: whether it is the newest of several.
        unread: where it lists the code in a row that cannot be read, if it does.
    """

    revision: Revision
    rows: tuple[Row, ...]
    twins: tuple[Row, ...]
    lines: tuple[Line, ...]
    steps: tuple[Step, ...]
    is_newest_held: bool
    unread: Unreadable | None = None


def lives(code: Code, changes: Sequence[Change], told: Change | None = None) -> tuple[Life, ...]:
    """Return what each revision has of a code, newest first; nothing where none lists it.

    Args:
        code: the code.
        changes: what happened to it.
        told: the change of which the page says above what there is to say.
    """
    return tuple(_lives(code, changes, told)) if code.revisions else ()


def unchanged(lives: Sequence[Life], changes: Sequence[Change]) -> str:
    """Say since when all revisions say the same; nothing where they do not, or there is one."""
    _, *older = lives or (None,)
    same = all(life.lines and all(line.shows == "same" for line in life.lines) for life in older)
    if (
        not older
        or changes
        or not same
        or any(line.columns for life in older for line in life.lines)
    ):
        return ""
    return f"unchanged since {wording.revision_name(older[-1].revision)}"


def _lives(code: Code, changes: Sequence[Change], told: Change | None) -> Iterator[Life]:
    revisions = code.provider.revisions
    above: dict[str, tuple[Row, ...]] = {}
    for revision in reversed(revisions):
        since = tuple(change for change in changes if change.after is revision)
        is_newest_held = revision is code.provider.latest and len(revisions) > 1
        listing = code.listing(revision)
        unread = code.unread_in(revision)
        lines: list[Line] = []
        if not listing:
            above = {}  # what stands above a gap is not the line above
        for tag in listing.languages if listing else ():
            rows = listing.within(tag) if listing else ()
            lines += _lines(rows, above.get(tag, ()), since)
            above[tag] = rows
        yield Life(
            revision,
            listing.rows if listing else (),
            listing.twins if listing else (),
            tuple(lines),
            tuple(_step(change, listing, told) for change in since),
            is_newest_held,
            unread.place if unread else None,
        )


def _step(change: Change, listing: Listing | None, told: Change | None) -> Step:
    says = "" if change is told else wording.said_of(change)
    if not says and change.note and change is not told:
        says = change.kind.explained
    is_shown = not change.of_text or not listing or change.language == listing.rows[0].language
    return Step(change, says, () if is_shown else change.pieces)


def _lines(
    rows: tuple[Row, ...], above: tuple[Row, ...], since: Sequence[Change]
) -> Iterator[Line]:
    """Yield the lines of the rows of one revision in one language.

    Args:
        rows: the rows.
        above: those of the revision above.
        since: what happened since the revision below.
    """
    columns = tuple(pair for row in rows for pair in wording.columns(row))
    if [row.message for row in rows] == [row.message for row in above]:
        as_above = columns == tuple(pair for row in above for pair in wording.columns(row))
        yield Line(rows, "same", columns=() if as_above else columns)
        return
    of_text = [one for one in since if one.of_text and one.language == rows[0].language]
    for change in of_text:
        pieces = change.pieces if len(rows) == len(change.old) == 1 else ()
        if any(piece.kind == "same" for piece in pieces):
            yield Line(rows, "difference", pieces, columns)
            return
    before = {letters(row.message) for change in of_text for row in change.old}
    for row in rows:
        came = len(rows) > 1 and before and letters(row.message) not in before
        yield Line((row,), "added" if came else "text", columns=tuple(wording.columns(row)))
