"""What a revision changes, for people: catalog, changes -> a minute's reading, and doubts.

Codes that came, went, cannot be read or may mean something else are named; of all else there are
counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros import languages
from macros.kinds import Kind
from macros.maintain.document import tongues
from macros.maintain.revision import (
    beside,
    changed_places,
    changes_told,
    hosts,
    marked,
    printed_otherwise,
    sections,
    texts_moved,
)
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.review.changes import Change
    from macros.review.moves import Move
    from macros.sources.provider import Revision

_FEW_IN_COMMON = 0.3
_HALF, _QUARTER = 0.5, 0.25
_FEW_GONE = 3  # codes that are named, and seen to be gone by whoever reads on


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a revision changes.

    Attributes:
        lines: what to read.
        doubts: why it may not be what it seems; empty where nothing speaks against it.
    """

    lines: tuple[str, ...]
    doubts: tuple[str, ...]


def outlook(
    catalog: Catalog, revision: Revision, changes: Sequence[Change], moves: Sequence[Move]
) -> Outlook:
    """Return what a revision changes beside those before and after it."""
    lines = tuple(between(catalog, revision, changes, moves))
    return Outlook(lines, tuple(doubts(catalog, revision, changes)))


def between(
    catalog: Catalog,
    revision: Revision,
    changes: Sequence[Change],
    moves: Sequence[Move],
    *,
    titles: bool = True,
) -> Iterator[str]:
    """Yield what changes from the revision before to one, and from that to the one after.

    Args:
        catalog: the provider.
        revision: the revision.
        changes: what its texts change.
        moves: texts that went to another code.
        titles: whether documents in the language of titles are new; of those in others headings
            are not compared.
    """
    told = False
    for before, after in catalog.provider.steps:
        if revision not in (before, after):
            continue
        ids = before.id, after.id
        step = [one for one in changes if (one.before.id, one.after.id) == ids]
        told_of = {change.code.anchor for change in step}
        texts = [*texts_moved.told(catalog, (before, after), moves, told_of)]
        marks = [*marked.beside(catalog, before, after)] if titles else []
        gone = [
            code.code
            for code in catalog.codes
            if code.unread_in(before) and not code.listed(after) and code.anchor not in told_of
        ]
        lost = [f"  dropped, and never read: {', '.join(gone)}"] if gone else []
        others = [
            *(sections.moved(catalog, before, after) if titles else ()),
            *beside.between(catalog, before, after, _reassigned(step), titles=titles),
            *(_alone(catalog, before, after) if titles and after is revision else ()),
        ]
        if step or texts or marks or gone or others:
            told = True
            yield f"From {before.id} to {after.id}:"
            yield from (*changes_told.told(step), *lost, *texts, *marks, *others)
    if not told:
        yield "No text changes beside the revisions that are held."
    yield from printed_otherwise.told(catalog, revision)
    yield from _unreadable(catalog, revision)


def _reassigned(step: Iterable[Change]) -> set[tuple[str, str]]:
    return {change.code.place for change in step if change.kind is Kind.REASSIGNED}


def _alone(catalog: Catalog, before: Revision, after: Revision) -> Iterator[str]:
    """Yield the languages in which a revision has no document, and the one before it has."""
    if missing := [tag for tag in before.languages if tag not in after.languages]:
        names = series([languages.name(tag) for tag in missing])
        yield (
            f"  no document in {names}, as {before.id} has: take it in with `add-revision"
            f" {catalog.provider.id} FILE --language {missing[0]} --of {after.id}`, if there is one"
        )


def _unreadable(catalog: Catalog, revision: Revision) -> Iterator[str]:
    """Yield the codes that a revision lists in rows that nobody can read."""
    if hidden := [code for code in catalog.codes if code.unread_in(revision)]:
        yield f"Listed in {revision.id}, not readable: {len(hidden)}"
        yield from (f"  {code.code}{_last_read(code)}" for code in hidden)


def _last_read(code: Code) -> str:
    readable = [one for one in code.listings if not one.revision.retracted]
    if not readable:
        return ""
    return f" (last read in {readable[-1].revision.id}: {changes_told.said(readable[-1].rows)})"


def doubts(
    catalog: Catalog, revision: Revision, changes: Sequence[Change] = (), *, said: bool = False
) -> Iterator[str]:
    """Yield why a revision may not be what it seems.

    Args:
        catalog: the provider.
        revision: the revision.
        changes: what its texts change.
        said: whether somebody has said its language.
    """
    standing = catalog.provider.standing
    at = standing.index(revision)
    neighbour = standing[at - 1] if at else standing[1] if len(standing) > 1 else None
    if neighbour is None:
        return
    yield from _other_codes(catalog, revision, neighbour, earlier=not at)
    yield from _other_texts(catalog, revision, neighbour, changes)
    yield from printed_otherwise.doubts(catalog, changes, revision)
    yield from beside.doubts(catalog, neighbour, revision)
    if at:
        yield from changed_places.doubts(catalog, neighbour, revision)
    tag = revision.languages[0]
    texts, others = _texts(catalog, revision), _texts(catalog, neighbour)
    here, there = tongues.looks(texts), tongues.looks(others)
    if 2 * len({*texts} & {*others}) > len({*texts}):
        here = there  # few words tell little, and what stands in both is in one language
    usual = hosts.usual_language(catalog.provider)
    if here != there and tag == usual and tag not in neighbour.languages:
        yield (
            f"a twin? The texts are {here}, and those of {neighbour.id} are {there}: none of them"
            f" is compared. --of {neighbour.id} says that it is the same in {languages.name(tag)}."
        )
    elif here != there and not said:
        yield (
            f"another language? The texts are {here}, and those of {neighbour.id} are {there}."
            " --language says which one it is, such as --language ko."
        )
    elif said and tongues.contradicts(tag, texts):
        yield f"another language? The texts are {here}, and --language says {languages.name(tag)}."
    elif said and tag != usual:
        near = f"No revision within {hosts.NEARLY} days lacks it"
        why = "Its day is not known" if revision.date == "unknown" else near
        yield (
            f"in {languages.name(tag)} alone? {why}, so this is one of its own, with titles in that"
            " language."
            f" --of {neighbour.id} makes it a further document of that one."
        )


def _part_gone(gone: int, before: int) -> str:
    """Return which part of the codes is gone, if it is more than a provider drops at a time.

    A page that was not saved whole lacks its last tables, which is seldom a half of it.
    """
    if gone > _HALF * before:
        return "half"
    return "a quarter" if gone > _FEW_GONE and gone >= _QUARTER * before else ""


def _sections_gone(catalog: Catalog, revision: Revision, neighbour: Revision) -> Iterator[str]:
    """Yield each section of the revision before of which no code is left, and others are."""
    listed: dict[str, list[bool]] = {}
    codes = _numbers(catalog, revision)
    for code in catalog.codes:
        for section in {row.section for row in code.rows(neighbour) if row.section}:
            listed.setdefault(section, []).append(_number(code) in codes)
    gone = {name: left for name, left in listed.items() if not any(left)}
    if len(gone) == len(listed):
        return
    for name, left in gone.items():
        if len(left) >= _FEW_GONE:
            said = changes_told.cut(name)
            yield f'a section less? The {len(left)} codes below "{said}" are gone.'


def _numbers(catalog: Catalog, revision: Revision) -> set[tuple[str, str]]:
    """Return the codes of a revision: those that lost the zeros before them are asked about."""
    return {_number(code) for code in catalog.codes if code.listed(revision)}


def _number(code: Code) -> tuple[str, str]:
    return code.code_set.id, printed_otherwise.without_zeros(code.code)


def _other_codes(
    catalog: Catalog, revision: Revision, neighbour: Revision, *, earlier: bool
) -> Iterator[str]:
    """Yield that a revision has other codes than the one beside it, or few of them.

    Args:
        catalog: the provider.
        revision: the revision.
        neighbour: the one before it, or the one after the oldest.
        earlier: whether it is the oldest: what it lacks came later, unless it is not whole.
    """
    codes, others = (_numbers(catalog, one) for one in (revision, neighbour))
    common = codes & others
    if len(common) < _FEW_IN_COMMON * min(len(codes), len(others)):
        yield (
            f"another page? Of {len(codes)} codes, {len(common)} are in the revision"
            f" {neighbour.id}, which has {len(others)}."
        )
    elif part := _part_gone(len(others - codes), len(others)):
        gone = f"{len(others - codes)} of {len(others)} codes of {neighbour.id}"
        if earlier:
            yield f"is it whole? It lacks {gone}, the one after it, which would have come later."
        else:
            yield f"{part} of the codes vanished? {gone} are gone."
    yield from _sections_gone(catalog, revision, neighbour)
    for code_set in catalog.provider.code_sets:
        before = catalog.listed(code_set, neighbour)
        if before and not catalog.listed(code_set, revision):
            yield f"no code of {code_set.title} is left; there were {before}."


def _other_texts(
    catalog: Catalog, revision: Revision, neighbour: Revision, changes: Sequence[Change]
) -> Iterator[str]:
    """Yield that a revision says other things of the codes that it shares with the one beside it.

    Two products of a provider can have the same numbers.
    """
    both = {one.place for one in catalog.codes if one.listed(revision) and one.listed(neighbour)}
    other = [
        change
        for change in changes
        if {change.before.id, change.after.id} == {revision.id, neighbour.id}
        and change.computed is Kind.REASSIGNED
        and change.code.place in both
    ]
    if len(other) > _HALF * len(both):
        yield (
            f"another page? Of the {len(both)} codes that {neighbour.id} has, too, {len(other)} are"
            " re-assigned."
        )


def _texts(catalog: Catalog, revision: Revision) -> list[str]:
    return [row.message for code in catalog.codes for row in code.rows(revision)]
