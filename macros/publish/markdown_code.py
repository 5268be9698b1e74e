"""The page of one code as Markdown, for people who paste and for language models: entry -> text.

It says what the page says, in the same sections and words; a test holds the two together. What a
provider wrote is escaped, so that Markdown shows it character for character; it never stands at the
beginning of a line, where a sign would make a block of it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from macros import addresses
from macros.languages import is_english
from macros.publish import answer, retries, wording
from macros.publish.entry import document_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from macros.catalog.model import Code, Observed
    from macros.publish.body import Body
    from macros.publish.entry import Entry
    from macros.publish.history import Life, Line
    from macros.readers.rows import Row, Unreadable
    from macros.sources.observations import Statement

    # Makes a full address of one of the site.
    Link = Callable[[str], str]

_TICKS = re.compile("`+")


def page(entry: Entry, link: Link) -> str:
    """Return the page of one code as Markdown."""
    sections = {
        wording.CAUSES: [*_causes(entry)],
        wording.SENT: [*_sent(entry)],
        wording.IN_LANGUAGES: [*_languages(entry)],
        answer.CONFUSED: [*_confused(entry, link)],
        answer.SAME_CONDITION: [*_same(entry, link)],
        wording.LIFE: [*_life(entry, link)],
        answer.FACTS: [*_facts(entry, link)],
        wording.WRONG: [*_wrong(entry, link)],
    }
    lines = [*_answer(entry)]
    for heading, items in sections.items():
        if items:
            lines += ["", f"## {heading}", "", *items]
    return "\n".join([*lines, "", *_neighbours(entry, link)]).rstrip() + "\n"


def _answer(entry: Entry) -> Iterator[str]:
    code, verdict = entry.code, entry.verdict
    yield f"# {text(code.name)}"
    yield ""
    yield f"- Code: {text(code.code)}, of {text(', '.join(entry.place))}"
    for badge in entry.badges:
        yield f"- Note: {text(badge.word)}"
    yield from _messages(entry)
    if entry.sends and code.observed:
        yield f"- {answer.SENDS} {text(entry.sends)} ({answer.sends_more(code.observed)})"
    if not entry.unreviewed and not entry.meanings:
        title = text(answer.ended(entry.condition.title))
        yield f"- **{title}** {text(entry.condition.says)} ({answer.OUR_READING})"
    if entry.doubt:
        yield f"- {answer.NOT_CERTAIN} {text(entry.doubt)}"
    if entry.standing:
        yield f"- {text(entry.standing)}"
    yield from _warnings(entry)
    which = f"{answer.WHICHEVER} " if entry.meanings else ""
    says = " ".join(filter(None, (text(verdict.says), retries.waits(verdict))))
    yield f"- {which}**{retries.advice(verdict)}** {says}"
    yield f"- {answer.TELL_A_USER} “{text(verdict.for_user)}”"
    if entry.delivery:
        yield f"- {entry.delivery}"


def _messages(entry: Entry) -> Iterator[str]:
    code = entry.code
    tongue = _tongue(code.language)
    if not code.listings and code.observed:
        says = code.observed.observation.says
        said = text(wording.meanings(code))
        yield f"- Meaning: {said} ({answer.our_words(code.observed)})"
        if says:
            yield from _evidence(code.observed, says)
    elif not code.listings:
        yield f"- {text(wording.meanings(code))}"
    elif entry.meanings:
        for meaning in entry.meanings:
            own = meaning.verdict
            yield f"- Message{tongue}: {text(meaning.text)}"
            title = text(own.condition.title)
            yield f"    - **{retries.advice(own)}** {title} ({answer.OUR_READING})"
    else:
        yield from (f"- Message{tongue}: {text(message)}" for message in code.messages)


def _warnings(entry: Entry) -> Iterator[str]:
    if entry.broke:
        quotes = ", ".join(f"“{text(quote)}”" for quote in entry.broke.quotes)
        said = f"{entry.broke.before} {quotes}. {text(entry.broke.after)}".rstrip()
        yield f"- **{entry.broke.label}** {said}"
    for differing in entry.differs:
        own = differing.verdict
        named = f"{text(own.condition.title)}: {retries.WORDS[own.retry]}"
        yield f"- **{wording.DIFFERS}** {text(differing.statement.text)} ({named})"
        if entry.code.observed:
            yield from _evidence(entry.code.observed, differing.statement)
    if entry.differs:
        yield from (f"- {one}" for one in _outdated(entry))
        yield f"- {wording.DISPUTED}"
    if entry.unreviewed:
        earlier = text(wording.earlier(entry.unreviewed))
        yield f"- **{wording.NOT_CLASSIFIED}** {earlier}".rstrip()


def _causes(entry: Entry) -> Iterator[str]:
    observed = entry.code.observed
    if not (observed and observed.observation.causes):
        return
    yield from _set_apart(_outdated(entry))
    for number, cause in enumerate(observed.observation.causes, start=1):
        tell = f" How to tell: {text(cause.tell)}" if cause.tell else ""
        needs = f" {retries.needs(cause.acts)}" if retries.needs(cause.acts) else ""
        yield f"{number}. {text(cause.why)}{tell} Do: {text(cause.do)}{needs}"
        yield from _evidence(observed, cause)


def _sent(entry: Entry) -> Iterator[str]:
    observed = entry.code.observed
    if not (observed and observed.observation.messages):
        return
    yield from _set_apart(_outdated(entry))
    for message in observed.observation.messages:
        yield f"- {text(message.text)}"
        yield from _evidence(observed, message)


def _set_apart(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield line
        yield ""


def _languages(entry: Entry) -> Iterator[str]:
    if entry.languages:
        yield f"{wording.as_of(entry.code.last.revision)}:"
        yield ""
    for spoken in entry.languages:
        name = wording.language(spoken.language)
        for row in spoken.rows:
            yield f"- {name}: {text(row.message)}"
        if not spoken.rows:
            yield f"- {name}: does not list {text(entry.code.code)}"


def _confused(entry: Entry, link: Link) -> Iterator[str]:
    for other in entry.confused:
        named = _linked(entry, other.code, link, other.code.code if other.own else "")
        yield f"- {named}: {text(other.meanings)} ({text(other.says)})"


def _same(entry: Entry, link: Link) -> Iterator[str]:
    if not entry.same:
        return
    for other in entry.elsewhere:
        note = f" ({wording.status_note(other)})" if wording.status_note(other) else ""
        meanings = text(answer.shortened(wording.meanings(other)))
        yield f"- {_linked(entry, other, link)}: {meanings}{note}"
    named = text(answer.all_codes(entry.condition, entry.same))
    yield f"- [{named}]({link(addresses.CONDITION(condition=entry.condition.id))})"


def _life(entry: Entry, link: Link) -> Iterator[str]:
    for life in entry.lives:
        for line in life.lines:
            said = f"{_named(life)}{_tongue(line.language)}: {_shown(line)}"
            yield f"- {said} ({_places(entry, life, line.rows, link)})"
            yield from (f"    - {text(name)}: {text(said)}" for name, said in line.columns)
        if life.unread:
            place = _places(entry, life, [life.unread], link)
            yield f"- {_named(life)}: listed; its text cannot be read ({place})"
        elif not life.lines:
            yield f"- {_named(life)}: does not list {text(entry.code.code)}"
        if life.revision.retracted:
            yield f"    - {text(wording.retracted(life.revision))}"
        for step in life.steps:
            yield f"    - {step.change.kind.label} {text(step.says)}".rstrip()
    if entry.unchanged:
        yield f"- {entry.unchanged}"
    for move in entry.moves:
        words = wording.moved(move, entry.code)
        said = f"{_linked(entry, words.other, link)}{words.after} “{text(words.text)}”"
        yield f"- {words.before} {said} ({wording.BY_PROGRAM})"


def _named(life: Life) -> str:
    newest = " (newest)" if life.is_newest_held else ""
    return f"{wording.revision_name(life.revision)}{newest}"


def _shown(line: Line) -> str:
    # Where the page marks the words that came and went, both texts stand here.
    return answer.SAME if line.shows == "same" else text(line.rows[0].message)


def _places(entry: Entry, life: Life, rows: Iterable[Row | Unreadable], link: Link) -> str:
    return ", ".join(
        f"[{text(answer.cited(row))}]({link(document_address(entry.code, life.revision, row))})"
        for row in rows
    )


def _facts(entry: Entry, link: Link) -> Iterator[str]:
    code = entry.code
    if entry.body:
        yield f"- {answer.IN_A_RESPONSE}: {_in_one_line(entry.body)}"
    if code.code_set.response.code:
        yield f"- Type: {code.code_set.response.type}"
    if entry.maps_to:
        yield f"- Maps to: {entry.maps_to}"
    for stated in entry.limits:
        yield f"- Limit: {text(wording.limit(stated.limit))}"
    for on in entry.fields:
        name = on.field.name
        address = link(addresses.FIELD(provider=code.provider.id, field=name))
        others = [_linked(entry, other, link, other.code) for other in on.others]
        also = f", also in {', '.join(others)}" if others else ""
        more = f" and {on.more} more" if on.more else ""
        yield f"- Field: [{text(name)}]({address}){also}{more}"
    if not entry.standing:
        yield f"- As of: {text(wording.as_of(code.newest))}"
    official = text(wording.current_page(code.provider))
    yield f"- Provider: [{official}]({code.provider.official.url})"
    if entry.compared:
        yield f"- {text(entry.compared)}"
    places = {
        "Page": code.url,
        "JSON": entry.packs.json(code),
        "In the catalog": code.row_url,
        "Changes": addresses.CHANGES(provider=code.provider.id),
    }
    for name, address in places.items():
        yield f"- {name}: <{link(address)}>"


def _in_one_line(body: Body) -> str:
    """Return a body as code, whatever signs are in it."""
    whole = " ".join(f"{body.before}{body.code}{body.after}".split())
    ticks = "`" * (1 + max((len(run) for run in _TICKS.findall(whole)), default=0))
    return f"{ticks}{whole}{ticks}"


def _wrong(entry: Entry, link: Link) -> Iterator[str]:
    for finding in entry.findings:
        revisions = ", ".join(revision.id for revision in finding.revisions)
        within = "" if finding.current else f" (in {revisions})"
        yield f"- {text(finding.title)}{within}: {text(finding.says)}"
        for quote in finding.of(entry.code):
            if quote.marks:
                yield f"    - {text(quote.row.message)}"
                should = (mark.should for mark in quote.marks if mark.should is not None)
                yield from (f"    - {wording.SHOULD}: {text(one)}" for one in should)
        if finding.why:
            yield f"    - {text(finding.why)}"
        for source in finding.sources:
            yield f"    - Source: {text(wording.source(source))}: <{source.url}>"
        others = [other for other in finding.codes if other.url != entry.code.url]
        if others and finding.rule.is_mistake:
            named = ", ".join(_linked(entry, other, link, other.code) for other in others)
            yield f"    - See {named}"


def _neighbours(entry: Entry, link: Link) -> Iterator[str]:
    for name, other in (("Previous", entry.previous), ("Next", entry.following)):
        if other:
            says = text(answer.shortened(wording.first_meaning(other)))
            yield f"- {name}: {_linked(entry, other, link, other.code)} {says}"


def _outdated(entry: Entry) -> Iterator[str]:
    if entry.outdated:
        yield f"{text(wording.outdated(entry.outdated))} {wording.NOT_CONFIRMED}"


def _evidence(observed: Observed, statement: Statement) -> Iterator[str]:
    """Yield what a statement rests on, as items below it."""
    if statement.doubt:
        yield f"    - Not sure: {text(statement.doubt)}"
    for page in observed.sources(statement):
        kind = wording.SOURCE_KINDS[page.kind]
        confirmed = ", confirmed by the one who asked" if page.confirmed else ""
        seen = f"{kind}{confirmed}; seen {page.seen.isoformat()}"
        yield f"    - Source: {text(wording.source(page))}: <{page.url}> ({seen})"


def _tongue(tag: str) -> str:
    return "" if is_english(tag) else f" ({wording.language(tag)})"


def _linked(entry: Entry, other: Code, link: Link, name: str = "") -> str:
    return f"[{text(name or other.name)}]({link(entry.packs.markdown(other))})"


@lru_cache(maxsize=1 << 16)  # a code is named by its neighbours, too
def text(text: str) -> str:
    """Return Markdown that shows a text character for character, in one line."""
    return wording.escape_markdown(text).replace("\n", "<br>")
