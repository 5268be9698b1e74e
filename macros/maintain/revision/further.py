"""What further documents of a revision are and change: twins, parts -> lines, and doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros import addresses, languages
from macros.maintain.document import tongues
from macros.maintain.revision import outlook, twins
from macros.maintain.revision.entries import name_of
from macros.maintain.revision.outlook import Outlook
from macros.review import disagreements
from macros.texts import counted, few

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.maintain.revision.entries import New
    from macros.readers.rows import Row
    from macros.review.model import Review
    from macros.sources.provider import Provider, Revision

_FEW_IN_COMMON = 0.3
_SERVED = "http://127.0.0.1:8000/"  # where `make serve` shows the site


def role(provider: Provider, new: New, number: int) -> str:
    """Say what one of the documents is: a revision and where it stands, a twin, a part.

    Args:
        provider: the provider, with the documents.
        new: the documents.
        number: which of them.
    """
    one = new.documents[number]
    spoken = languages.name(one.language)
    if new.is_own(number):
        ids = [revision.id for revision in provider.revisions]
        at = new.index
        place = f"between {ids[at - 1]} and {ids[at + 1]}" if 0 < at < len(ids) - 1 else ""
        place = place or (f"the oldest, before {ids[1]}" if not at else "")
        place = place or f"the newest, after {ids[at - 1]}"
        tongue = "" if languages.is_english(one.language) else f", in {spoken}"
        return f"the revision {new.id}{tongue}, {place}"
    own = new.host.languages if new.host else (new.documents[0].language,)
    if one.language in own:
        return f"a further part of the revision {new.id}, in {spoken}"
    days = ""
    if new.host and one.day.day and new.host.date != "unknown":
        apart = (one.day.day - new.host.date).days
        days = f", {abs(apart)} days {'later' if apart > 0 else 'before'}" if apart else ""
    return f"a twin of the revision {new.id}, in {spoken}{days}"


def told(catalog: Catalog, new: New, review: Review, *, said: bool) -> Outlook:
    """Return what documents change beside those before, after and with them.

    Args:
        catalog: the provider, with the documents.
        new: the documents.
        review: what is found in and between its revisions.
        said: whether somebody has said their language.
    """
    revision = catalog.provider.revisions[new.index]
    changes, moves = list(review.changes), list(review.moves)
    titles = True
    if new.host:
        only = _listed(catalog, new, revision)
        spoken = {one.language for one in new.documents}
        titles = revision.languages[0] in spoken
        changes = [one for one in changes if one.code.anchor in only and one.language in spoken]
        moves = [
            one
            for one in moves
            if spoken.intersection(one.languages) and {one.old.anchor, one.new.anchor} & only
        ]
    lines = [*outlook.between(catalog, revision, changes, moves, titles=titles)]
    lines += _with_others(catalog, new, review, revision)
    doubts = [] if new.host else [*outlook.doubts(catalog, revision, changes, said=said)]
    doubts += twins.doubts(catalog, new, revision)
    return Outlook(tuple(lines), (*doubts, *_doubts(catalog, new, revision)))


def _listed(catalog: Catalog, new: New, revision: Revision) -> set[str]:
    """Return the anchors of the codes that the documents list."""
    names = {name_of(new, number) for number in range(len(new.documents))}
    return {
        code.anchor
        for code in catalog.codes
        if any(_file(row) in names for row in code.all_rows(revision))
    }


def _with_others(catalog: Catalog, new: New, review: Review, revision: Revision) -> Iterator[str]:
    """Yield how further documents go with the others of their revision."""
    further = [one for number, one in enumerate(new.documents) if not new.is_own(number)]
    if further and len(revision.languages) > 1:
        for tag in dict.fromkeys(one.language for one in further):
            yield from _beside_languages(catalog, revision, tag)
        rules = {rule.name for rule in disagreements.RULES}
        found = [one for one in review.findings if one.rule.name in rules]
        if count := sum(revision in finding.revisions for finding in found):
            said = counted(count, "finding", "findings")
            ident = catalog.provider.id
            at = addresses.DISCREPANCIES_OF_REVISION(provider=ident, revision=revision.id)
            yield f"The languages of {revision.id} disagree in {said}."
            yield f"  `make serve` shows them at {_SERVED}{at}"


def _beside_languages(catalog: Catalog, revision: Revision, tag: str) -> Iterator[str]:
    """Yield the codes that one language of a revision lacks, and those that it has alone."""
    listings = [one for code in catalog.codes if (one := code.listing(revision))]
    lacking = [one.rows[0].code for one in listings if tag not in one.languages]
    alone = [one.rows[0].code for one in listings if one.languages == (tag,)]
    spoken = languages.name(tag)
    if lacking:
        yield f"{revision.id} lists in other languages, and not in {spoken}: {few(lacking)}"
    if alone:
        yield f"{revision.id} lists in {spoken} alone: {few(alone)}"


def _in(code: Code, revision: Revision, name: str) -> bool:
    return any(_file(row) == name for row in code.all_rows(revision))


def _file(row: Row) -> str:
    return row.file.rpartition("/")[2]


def _doubts(catalog: Catalog, new: New, revision: Revision) -> Iterator[str]:
    """Yield why further documents of a revision may not belong to it."""
    for number, one in enumerate(new.documents):
        if new.is_own(number):
            continue
        name = name_of(new, number)
        texts = [row.message for row in one.likened.fitted.reading.rows]
        spoken = languages.name(one.language)
        if found := tongues.contradicts(one.language, texts):
            yield f"another language? The texts of {name} are {found}, and are taken for {spoken}."
        here = {code.anchor for code in catalog.codes if _in(code, revision, name)}
        rest = [
            {row.language for row in code.all_rows(revision) if _file(row) != name}
            for code in catalog.codes
            if code.anchor in here
        ]
        twice = sum(one.language in tongues_ for tongues_ in rest)
        both = sum(bool(tongues_) for tongues_ in rest)
        is_part = any(
            document.language == one.language and document.file != name
            for document in revision.documents
        )
        if twice:
            yield (
                f"no further part? Of its {len(here)} codes, {twice} stand in other documents of"
                f" {revision.id} in {spoken}, too."
            )
        elif not is_part and both < _FEW_IN_COMMON * len(here):
            yield (
                f"another page? Of the {len(here)} codes of {name}, {both} stand in other documents"
                f" of {revision.id}."
            )
