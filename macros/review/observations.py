"""Observations held against the documents, and against the bar that they have to pass.

The bar: a code that no document lists needs the provider's word, a library's list or two threads; a
cause needs one of these, or a thread in which the one who asked confirmed it; another meaning needs
a page of the provider that is no older than its newest document, if both have a day. What rests on
less says why it is doubtful, but for another meaning: that changes verdicts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.sources.observations import VARIABLE, Cause, Differs, Message, Says
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.errors import Problem
    from macros.sources.observations import Observation, Source, Statement

_THREADS = 2  # independent ones are as good as a confirmed one
Fault = tuple[str, str]


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Yield all that is wrong with the observations of one provider."""
    written = catalog.observations
    sources = {source.id: source for source in written.content.sources}
    yield from _source_problems(catalog)
    known = [revision.id for revision in catalog.provider.revisions]
    reviewed = written.content.reviewed
    if reviewed and reviewed not in known:
        what = f'there is no revision "{reviewed}".'
        yield written.problem(what, f"The revisions are {', '.join(known)}.", "reviewed")
    for code in catalog.codes:
        if not code.observed:
            continue
        observation = code.observed.observation
        for what, do in _code_faults(code, observation):
            yield written.problem(what, do, "codes", *code.place)
        for path, statement in observation.statements:
            for what, do in _statement_faults(code, statement, sources):
                yield written.problem(what, do, "codes", *code.place, *path)
    yield from _shared_messages(catalog)


def _source_problems(catalog: Catalog) -> Iterator[Problem]:
    written = catalog.observations
    idents: set[str] = set()
    first_of: dict[str, str] = {}
    used = {
        ident
        for listed in written.content.codes.values()
        for observation in listed.values()
        for _, statement in observation.statements
        for ident in statement.sources
    }
    for place, source in enumerate(written.content.sources):
        if source.id in idents:
            what = f'there are two sources "{source.id}".'
            yield written.problem(what, "Keep one, or give it another id.", "sources", place)
        elif source.id not in used:
            what = f'nothing rests on the source "{source.id}".'
            yield written.problem(what, "Remove it, or name it where it is used.", "sources", place)
        if source.url in first_of:
            what = f'"{source.id}" is the page of "{first_of[source.url]}".'
            yield written.problem(what, "Keep one of the two.", "sources", place)
        if source.date != "unknown" and source.date > source.seen:
            what = f'"{source.id}" was seen on a day before its own.'
            yield written.problem(what, "Mend one of the two days.", "sources", place)
        idents.add(source.id)
        first_of.setdefault(source.url, source.id)


def _code_faults(code: Code, observation: Observation) -> Iterator[Fault]:
    listing = [one.revision.id for one in code.listings]
    if observation.as_of and observation.as_of not in listing:
        do = f"It is in {', '.join(listing)}." if listing else "Remove `as_of`."
        yield f'no revision "{observation.as_of}" lists "{code.code}".', do
    if not code.listings and not code.unread:
        if not observation.says:
            what = f'no document lists "{code.code}", and nothing says what it means.'
            yield what, "Add `says`, or mend the code."
        if observation.differs:
            what = f'no document lists "{code.code}", so nothing can differ from it.'
            yield what, "Move the text to `says`."


def _statement_faults(
    code: Code, statement: Statement, sources: dict[str, Source]
) -> Iterator[Fault]:
    unknown = [ident for ident in statement.sources if ident not in sources]
    for ident in unknown:
        yield f'there is no source "{ident}".', "Describe it under `sources`, or mend its id."
    for ident in dict.fromkeys(statement.sources):
        if statement.sources.count(ident) > 1:
            yield f'the source "{ident}" is named twice.', "Name it once."
    if unknown:
        return
    pages = list({ident: sources[ident] for ident in statement.sources}.values())
    match statement:
        case Differs():
            yield from _differing_faults(pages)
        case Says() if not statement.doubt and not _sure(pages):
            what = f"one thread alone says what {code.name} means."
            yield what, "Name the provider's page, a library's list or a second thread, or `doubt`."
        case Cause() if not statement.doubt and not _sure(pages) and not pages[0].confirmed:
            what = f"one thread alone names this cause of {code.name}, and nobody confirmed it."
            yield what, "Name a second one, mark the thread as `confirmed`, or say `doubt`."


def _sure(pages: list[Source]) -> bool:
    """Tell whether a statement needs no confirmation."""
    return any(page.kind != "thread" for page in pages) or len(pages) >= _THREADS


def _differing_faults(pages: list[Source]) -> Iterator[Fault]:
    own = [page for page in pages if page.kind == "provider"]
    if not own:
        yield "no page of the provider says so.", "Name one, of the kind `provider`."
    days = [page.date for page in own if page.date != "unknown"]
    if own and not days:
        yield "the day of the provider's page is unknown.", "Find it, or leave this out."


def _shared_messages(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each text of two codes that do not name each other."""
    written = catalog.observations
    for code_set, listed in written.content.codes.items():
        by_text: dict[str, list[str]] = {}
        for code, observation in listed.items():
            for message in observation.messages:
                by_text.setdefault(_folded(message), []).append(code)
        for code, observation in listed.items():
            for place, message in enumerate(observation.messages):
                same = by_text[_folded(message)]
                others = [one for one in same if one != code]
                if same.count(code) > 1:
                    what = f'"{message.text}" stands twice.'
                    path = ("codes", code_set, code, "messages", place)
                    yield written.problem(what, "Keep one.", *path)
                elif sorted(others) != sorted(message.shared):
                    yield written.problem(
                        *_shared(message, others), "codes", code_set, code, "messages", place
                    )


def _folded(message: Message) -> str:
    """Return a text as a search compares it: whatever its case, white space and variables."""
    return one_line(VARIABLE.sub("{}", message.text)).casefold()


def _shared(message: Message, others: list[str]) -> Fault:
    if others:
        what = f'"{message.text}" stands for {", ".join(others)} too.'
        return what, f"If both send it, write `shared: [{', '.join(others)}]`, in each of them."
    return f'no other code sends "{message.text}".', "Remove `shared`."
