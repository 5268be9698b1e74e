"""`open-work`: what nobody has looked at yet, as lines for people and lines to paste."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros import texts
from macros.kinds import Kind
from macros.publish import wording
from macros.review import notes, open_work, renamings
from macros.review.open_work import Harm
from macros.sources.fields import OPEN
from macros.sources.notes import NEED_A_WHY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.atlas import Atlas
    from macros.review.changes import Change
    from macros.review.open_work import OpenWork
    from macros.sources.notes import Notes

_FEW = 3  # new codes are told one by one


def counted(atlas: Atlas) -> Iterator[str]:
    """Yield for each provider with something open how many codes that are."""
    works = open_work.find(atlas.reviews.values(), atlas.conditions)
    for provider in atlas.providers:
        if count := sum(work.code.provider.id == provider.id for work in works):
            yield (
                f"{provider.product}: {texts.counted(count, 'code', 'codes')} with open work;"
                f" `python -m macros open-work {provider.id}` lists it."
            )


def told(atlas: Atlas, folder: str, provider: str | None = None) -> Iterator[str]:
    """Yield what is open, the worst first, each with what to write where.

    Args:
        atlas: the atlas.
        folder: the folder of the data, as people call it.
        provider: the id of the one provider that is asked about; all of them where it is None.
    """
    works = [
        work
        for work in open_work.find(atlas.reviews.values(), atlas.conditions)
        if provider in {None, work.code.provider.id}
    ]
    overtaken, new = _overtaken(works), _new(works)
    renamed = {
        change.code.place: one.words
        for one in renamings.find(change for work in works for change in work.changes)
        for change in one.changes
    }
    groups = [*overtaken.values(), *new.values()]
    together = {id(work) for group in groups for work in group}
    for work in works:
        if id(work) not in together:
            yield ""
            yield from _told(work, atlas, renamed.get(work.code.place, {}))
    for (_, as_of), group in new.items():
        yield ""
        yield from _told_together(group, as_of, atlas)
    for (ident, why), group in overtaken.items():
        yield ""
        product = group[0].code.provider.product
        yield f"{product}: the document has overtaken what was observed of {len(group)} codes."
        codes = ", ".join(dict.fromkeys(work.code.code for work in group))
        yield f"  {why} `python -m macros prune {ident}` removes it: {codes}."
    if drafts := [(work, change) for work in works for change in work.changes]:
        yield ""
        yield f"Notes on what changed, to paste with words for each {OPEN}, once the kind is right."
        *most, last = NEED_A_WHY
        yield f"A `why` is needed with {', '.join(most)} and {last}; else it can go."
        for ident in dict.fromkeys(work.code.provider.id for work, _ in drafts):
            yield ""
            own = [change for work, change in drafts if work.code.provider.id == ident]
            written = atlas.reviews[ident].notes.content
            yield from _drafts(own, f"{folder}/{ident}/notes.yml", written)
        yield ""
        yield "Once they are written: `make published`. The feeds say something new by then."
    yield ""
    many = texts.counted(len(works), "code", "codes")
    yield f"{many} with open work." if works else "Nothing is open."


def _new(works: Sequence[OpenWork]) -> dict[tuple[str, str], list[OpenWork]]:
    """Return the codes that lack a condition alone, by provider and last revision, if many do."""
    groups: dict[tuple[str, str], list[OpenWork]] = {}
    for work in works:
        code = work.code
        is_plain = work.harms == [Harm.NEW] and code.readable and not (work.asked or work.moved)
        if is_plain and code.listings:
            groups.setdefault((code.provider.id, code.last.revision.id), []).append(work)
    return {place: group for place, group in groups.items() if len(group) > _FEW}


def _told_together(group: Sequence[OpenWork], as_of: str, atlas: Atlas) -> Iterator[str]:
    """Yield codes that lack a condition, each in a line with its place."""
    product = group[0].code.provider.product
    yield f"{product}: nobody has classified {len(group)} codes, last listed in {as_of}."
    yield f'  Write the condition of each in the place of `unreviewed`, with as_of: "{as_of}"'
    for work in group:
        file, line = atlas.conditions.written(work.code)
        yield f"  {file}:{line}: {wording.plain(work.code)}"


def _overtaken(works: Sequence[OpenWork]) -> dict[tuple[str, str], list[OpenWork]]:
    """Return the codes of which nothing else is open, by provider and reason, if there are many."""
    groups: dict[tuple[str, str], list[OpenWork]] = {}
    for work in works:
        if work.harms == [Harm.OVERTAKEN] and len({one.why for one in work.overtaken}) == 1:
            place = work.code.provider.id, work.overtaken[0].why
            groups.setdefault(place, []).append(work)
    return {place: group for place, group in groups.items() if len(group) > 1}


def _told(work: OpenWork, atlas: Atlas, renamed: Mapping[str, str]) -> Iterator[str]:
    code = work.code
    speak = "source speaks" if work.asked == 1 else "sources speak"
    asked = f" ({work.asked} {speak} of it)" if work.asked else ""
    yield f"{wording.plain(code)}{asked}"
    file, line = atlas.conditions.written(code)
    for harm in work.harms:
        yield f"  {harm}."
        if harm in {Harm.CHANGED, Harm.NEW}:
            yield from _unclassified(work, f"{file}:{line}", renamed)
        elif harm is Harm.NOTED and work.outdated and code.observed:
            yield f"    {wording.outdated(work.outdated)}"
            yield f"    {code.observed.file}:{code.observed.line}: if it still holds, add"
            yield f'    as_of: "{code.last.revision.id}"'
            there = f"move it to {work.moved_to.new.code}, which" if work.moved_to else ""
            else_ = f"{there} has that text now, or remove it" if there else "remove it"
            yield f"    else {else_}."
        elif harm is Harm.CHANGE:
            kinds = (
                f"{wording.kind(one)}, {one.before.id} to {one.after.id}" for one in work.changes
            )
            yield f"    {'; '.join(kinds)}."
        elif harm is Harm.OVERTAKEN:
            for one in work.overtaken:
                yield f"    {one.why} `python -m macros prune {code.provider.id}` removes it."


def _old_terms(line: str, renamed: Mapping[str, str]) -> Iterator[str]:
    """Yield which words of a line have others in the texts now."""
    for old, new in renamed.items():
        if re.search(rf"(?<!\w){re.escape(old)}(?!\w)", line, re.IGNORECASE):
            yield f'    The texts say "{new}" now where it says "{old}": mend that in it, too.'


def _unclassified(work: OpenWork, place: str, renamed: Mapping[str, str]) -> Iterator[str]:
    """Yield what to write, and in which place, for a code for whose text nothing was chosen."""
    code = work.code
    if work.unreviewed and work.unreviewed.entry:
        yield f"    {wording.earlier(work.unreviewed)}"
    if code.listings and not code.readable:
        unread = code.unread_in(code.newest)
        assert unread, "a code that is not readable stands in a row that is not"
        yield f"    {unread.place.file}:{unread.place.line}: nobody can read this row, so that"
        yield "    nothing can be confirmed. Say it under `rows` of its reader, if it says more."
    elif work.moved and work.moved_line:
        yield f"    {place}: {work.moved.old.code} had this text. For what was chosen there, write"
        yield f"    {work.moved_line}"
    elif work.line:
        yield f"    {place}: if it means the same, write"
        yield f"    {work.line}"
        yield from _old_terms(work.line, renamed)
    else:
        yield f"    {place}: write its condition in the place of `unreviewed`, with"
        yield f'    as_of: "{code.last.revision.id}"' if code.listings else "    no `as_of`"


def _drafts(changes: Sequence[Change], file: str, written: Notes) -> Iterator[str]:
    """Yield the notes of one provider: one on each block and term, one on each other change."""
    blocks: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        if change.kind is Kind.RENUMBERED:
            blocks.setdefault((change.before.id, change.after.id), []).append(change)
    together = [block for block in blocks.values() if len(block) > 1]
    renamed = renamings.find(changes)
    if together or renamed:
        yield from _place(file, "throughout", written, "; read each of the codes first")
        yield from (notes.draft_of_many(block).rstrip("\n") for block in together)
        yield from (notes.draft_of_words(one).rstrip("\n") for one in renamed)
    many = [*together, *(one.changes for one in renamed)]
    covered = {id(change) for listed in many for change in listed}
    if rest := [change for change in changes if id(change) not in covered]:
        if many:
            yield ""
        yield from _place(file, "changes", written)
        yield from (notes.draft(change).rstrip("\n") for change in rest)


def _place(file: str, key: str, written: Notes, more: str = "") -> Iterator[str]:
    """Yield where notes go, and the key above them where the file has none with notes."""
    if getattr(written, key):
        yield f"{file}, below `{key}:`{more}:"
        return
    where = (
        f"in the place of its empty `{key}`" if key in written.model_fields_set else "at its end"
    )
    new = "" if written.model_fields_set else " (make the file if there is none)"
    yield f"{file}, {where}{new}{more}:"
    yield f"{key}:"
