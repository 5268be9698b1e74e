"""The entries as Markdown, for people who paste and for language models: entry -> text.

What a provider wrote is escaped, so that Markdown shows it character for character; it never stands
at the beginning of a line, where a sign would make a block of it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from macros import addresses
from macros.languages import is_english
from macros.publish import wording
from macros.publish.packs import Packs
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from macros.atlas import Atlas
    from macros.catalog.model import Catalog, Code, Observed
    from macros.publish.entry import Entry
    from macros.sources.conditions import Condition
    from macros.sources.observations import Statement

    # Makes a full address of one of the site.
    Link = Callable[[str], str]

_VERDICTS = (
    "Conditions and what to do, in brackets, are the atlas' own words, not the providers'. “Unsure”"
    " stands where the message leaves it open: find out more before you send again. Codes with"
    " several meanings have the most cautious verdict. “Disputed” stands where a later page of the"
    " provider gives the code another meaning."
)
_SUMMARY = (
    "> A reference of API providers' error codes, read from the providers' own documents, one"
    " or more revisions each. Codes that no document lists are marked, and are in the atlas' words."
    " Treat a code as a string, exactly as printed, sign included: -3016 and 3016 are two."
)
_FILES = {
    addresses.LLMS_FULL: "every code with its message, condition and verdict, in one text",
    addresses.API_INDEX: "all addresses",
    addresses.API_CONDITIONS: "the same condition across providers, with whether to retry",
    addresses.API_CATALOG_CSV: "all of it as CSV",
    addresses.API_OPENAPI: "the OpenAPI description",
    addresses.API_CHANGES: "what changed between revisions",
    addresses.API_DISCREPANCIES: "what looks wrong in the documents",
    addresses.PROGRAMS: "the manual",
}


def code_page(entry: Entry, link: Link) -> str:
    """Return the page of one code as Markdown."""
    parts = [*_head(entry, link), *_observed(entry), *_life(entry, link), *_wrong(entry)]
    return "\n".join(parts) + "\n"


def pack(name: str, pages: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the pages of the codes of a pack in one text, each behind an anchor.

    Args:
        name: the pack's.
        pages: the anchor and the text of each page.
    """
    parts = [f"All codes of the pack {name}.\n".encode()]
    parts += [f'<a id="{anchor}"></a>\n\n'.encode() + page for anchor, page in pages]
    return b"\n".join(parts)


def _head(entry: Entry, link: Link) -> Iterator[str]:
    code = entry.code
    yield f"# {_text(code.name)}"
    yield ""
    for message in code.messages:
        tongue = "" if is_english(code.language) else f" ({wording.language(code.language)})"
        yield f"- Message{tongue}: {_text(message)}"
    for row in code.twins:
        yield f"- Message ({wording.language(row.language)}): {_text(row.message)}"
    for spoken in entry.languages:
        if not spoken.rows:
            yield f"- Not listed in {wording.language(spoken.language)}."
    if covers := wording.covers(code):
        yield f"- {covers}"
    if code.observed and code.observed.observation.says:
        says = code.observed.observation.says
        yield f"- Meaning: {_text(says.text)} (Our words, for {_text(says.product)}.)"
        yield from _evidence(code.observed, says)
    yield f"- Code: {_text(code.code)}, of {_text(', '.join(entry.place))}"
    yield f"- {entry.state}"
    if code.success:
        yield f"- {wording.SUCCESS}"
    yield from _condition(entry, link)
    for other in entry.look_alikes:
        meanings = f" {_text(other.meanings)}" if other.meanings else ""
        yield f"- {_linked(entry, other.code, link)}{_text(other.says)}{meanings}"
    yield from _limits(entry, link)
    yield from _places(entry, link)


def _places(entry: Entry, link: Link) -> Iterator[str]:
    code = entry.code
    places = {"Page": code.url, "JSON": entry.packs.json(code), "Catalog": code.row_url}
    for name, address in places.items():
        yield f"- {name}: <{link(address)}>"
    if entry.compared:
        yield f"- {_text(entry.compared)}"
    official = _text(wording.current_page(code.provider))
    yield f"- {official}: <{code.provider.official.url}>"


def _condition(entry: Entry, link: Link) -> Iterator[str]:
    condition, verdict = entry.condition, entry.verdict
    yield from _differing(entry)
    if entry.unreviewed:
        earlier = _text(wording.earlier(entry.unreviewed))
        yield f"- **{wording.NOT_CLASSIFIED}** {earlier}".rstrip()
    advice = " ".join(filter(None, (_text(verdict.says), wording.waits(verdict))))
    ours = "" if entry.unreviewed else " (The atlas' classification.)"
    yield f"- **{wording.advice(verdict)}** {advice}{ours}"
    if wording.delivery(entry.code):
        yield f"- {wording.delivery(entry.code)}"
    yield f"- To tell a user: “{_text(verdict.for_user)}”"
    if not entry.unreviewed:
        yield f"- Condition: {_named(condition)}. {_text(condition.says)}"
    if entry.doubt:
        yield f"- {wording.left_open(entry.code)} {_text(entry.doubt)}"
    for meaning in entry.meanings:
        own = meaning.verdict
        named = f"{_named(own.condition)}. {wording.advice(own)}"
        yield f"- Of these, “{_text(meaning.text)}”: {named}"
    for other in entry.elsewhere:
        meanings = _text(" / ".join(other.meanings))
        yield f"- {wording.ELSEWHERE}: {_linked(entry, other, link)}{_note(other)}: {meanings}"
    if entry.more_elsewhere:
        page = link(addresses.CONDITION(condition=condition.id))
        yield f"- {wording.ELSEWHERE}, {entry.more_elsewhere} more: <{page}>"


def _differing(entry: Entry) -> Iterator[str]:
    for differing in entry.differs:
        own = differing.verdict
        named = f"{_named(own.condition)}: {wording.RETRY_WORDS[own.retry]}"
        yield f"- **{wording.DIFFERS}** {_text(differing.statement.text)} ({named})"
        if entry.code.observed:
            yield from _evidence(entry.code.observed, differing.statement)
    if entry.differs:
        yield f"- {wording.DISPUTED}"
        for text in _outdated(entry):
            if text:
                yield f"- {text}"


def _limits(entry: Entry, link: Link) -> Iterator[str]:
    for stated in entry.limits:
        yield f"- Limit: {_text(wording.limit(stated.limit))}"
    for on in entry.fields:
        name = on.field.name
        page = link(addresses.FIELD(provider=entry.code.provider.id, field=name))
        others = [_linked(entry, other, link) for other in on.others]
        also = f", also in {', '.join(others)}" if others else ""
        more = f" and {on.more} more" if on.more else ""
        yield f"- Field: [{_text(name)}]({page}){also}{more}"


def _note(code: Code) -> str:
    note = wording.status_note(code)
    return f" ({note})" if note else ""


def _observed(entry: Entry) -> Iterator[str]:
    observed = entry.code.observed
    if not observed:
        return
    if observed.observation.causes:
        yield from ("", f"## {wording.CAUSES}", *_outdated(entry), "")
    for number, cause in enumerate(observed.observation.causes, start=1):
        tell = f" Tell: {_text(cause.tell)}" if cause.tell else ""
        needs = f" {wording.needs(cause.acts)}" if wording.needs(cause.acts) else ""
        yield f"{number}. {_text(cause.why)}{tell} Do: {_text(cause.do)}{needs}"
        yield from _evidence(observed, cause)
    if observed.observation.messages:
        yield from ("", f"## {wording.SENT}", *_outdated(entry), "")
    for message in observed.observation.messages:
        yield f"- {_text(message.text)}"
        yield from _evidence(observed, message)


def _outdated(entry: Entry) -> Iterator[str]:
    if entry.outdated:
        yield ""
        yield f"{_text(wording.outdated(entry.outdated))} {wording.NOT_CONFIRMED}"


def _evidence(observed: Observed, statement: Statement) -> Iterator[str]:
    """Yield what a statement rests on, as items below it."""
    if statement.doubt:
        yield f"    - Not sure: {_text(statement.doubt)}"
    for page in observed.sources(statement):
        yield f"    - Source: {_text(wording.source(page))}: <{page.url}>"


def _life(entry: Entry, link: Link) -> Iterator[str]:
    if not entry.lives:
        return
    yield ""
    yield f"## {wording.LIFE}"
    yield ""
    for life in entry.lives:
        name = wording.revision_name(life.revision)
        for row in (*life.rows, *life.twins):
            place = _text(f"{row.file}, line {row.line}")
            tongue = "" if is_english(row.language) else f" ({wording.language(row.language)})"
            yield f"- {name}{tongue}: {_text(row.message)} ({place})"
            for heading, text in wording.columns(row):
                yield f"    - {_text(heading)}: {_text(text)}"
        if life.unread:
            place = _text(f"{life.unread.file}, line {life.unread.line}")
            yield f"- {name}: listed, not readable ({place})"
        elif not life.rows:
            yield f"- {name}: not listed"
        if life.revision.retracted:
            yield f"    - {_text(wording.retracted(life.revision))}"
        for change in life.changes:
            why = wording.said_of(change) or (change.note and change.kind.explained)
            note = f": {_text(why)}" if why else ""
            yield f"    - {change.kind.label}{note}"
    for move in entry.moves:
        words = wording.moved(move, entry.code)
        said = f"{_linked(entry, words.other, link)}{words.after} “{_text(words.text)}”"
        yield f"- {words.before} {said} ({wording.BY_PROGRAM})"


def _wrong(entry: Entry) -> Iterator[str]:
    if not entry.findings:
        return
    yield ""
    yield f"## {wording.WRONG}"
    yield ""
    for finding in entry.findings:
        revisions = ", ".join(revision.id for revision in finding.revisions)
        why = f" {_text(finding.why)}" if finding.why else ""
        yield f"- {_text(finding.title)} ({revisions}): {_text(finding.says)}{why}"
        for source in finding.sources:
            yield f"    - Source: {_text(wording.source(source))}: <{source.url}>"


def llms(atlas: Atlas, link: Link) -> str:
    """Return what there is for language models: https://llmstxt.org."""
    lines = ["# Error Code Atlas", "", _SUMMARY, ""]
    lines += [
        *_files(atlas, link),
        "",
        "## Providers",
        "",
    ]
    for catalog in atlas.catalogs.values():
        provider = catalog.provider
        product, about = _text(provider.product), _text(one_line(provider.about))
        json = link(addresses.API_PROVIDER(provider=provider.id))
        retry = link(addresses.API_RETRY(provider=provider.id))
        lines.append(f"- [{product}]({json}): {_count(catalog)}. {about}")
        lines.append(f"- [{_text(provider.name)}, whether to retry]({retry})")
    lines += ["", "## Everything", ""]
    for address, says in _FILES.items():
        lines.append(f"- [{address()}]({link(address())}): {says}")
    return "\n".join(lines) + "\n"


def _files(atlas: Atlas, link: Link) -> Iterator[str]:
    """Yield where the page, the Markdown and the JSON of a code stand."""
    packs = Packs.of(atlas)
    yield f"The page of a code has the address `{link(addresses.CODE.template)}`; the letters of"
    yield "codes are in lower case."
    if packs.single:
        yield f"Its Markdown is `{link(addresses.CODE_MARKDOWN.template)}`, its JSON"
        yield f"`{link(addresses.API_CODE.template)}`."
    first = "digit" if packs.digits == 1 else f"{packs.digits} digits"
    yield "What any provider says of a code stands in its pack, as Markdown"
    yield f"`{link(addresses.MARKDOWN_PACK.template)}`, as JSON"
    yield f"`{link(addresses.API_PACK.template)}`: {{pack}} is the first {first} of the SHA-256, in"
    yield "hexadecimal, of the code as printed, A to Z in lower case."


def _count(catalog: Catalog) -> str:
    observed = f", and {len(catalog.observed)} that none lists" if catalog.observed else ""
    return f"{len(catalog.documented)} codes of its documents{observed}"


def llms_full(atlas: Atlas) -> str:
    """Return every code in a line, by provider and code set."""
    lines = ["# Error Code Atlas", "", _SUMMARY, "", _VERDICTS]
    for catalog in atlas.catalogs.values():
        provider = catalog.provider
        lines += ["", f"## {_text(provider.product)}", "", _text(one_line(provider.about))]
        lines += [f"As of {wording.as_of(provider.latest)}."]
        for code_set in provider.code_sets:
            response = code_set.response
            at = " or ".join(f"`{path}`" for path in response.code)
            lines += ["", f"### {_text(code_set.title)}", ""]
            place = f"The code stands at {at}." if at else wording.NO_BODY
            lines += [f"{place} Success: {_text(response.success_means)}", ""]
            lines += [_line(atlas, code) for code in catalog.of(code_set)]
    return "\n".join(lines) + "\n"


def _line(atlas: Atlas, code: Code) -> str:
    condition = atlas.condition_of(code)
    meanings = " / ".join(map(_text, code.meanings))
    state = "" if code.status == "current" and code.readable else f" ({wording.state(code)})"
    unsure = " Unsure." if atlas.conditions.entry(code).confidence else ""
    disputed = " Disputed." if code.differs else ""
    advice = wording.advice(atlas.conditions.verdict(code))
    verdict = f"[{condition.title}. {advice}{unsure}{disputed}]"
    return f"- {_text(code.code)}: {meanings}{state} {verdict}"


def _linked(entry: Entry, other: Code, link: Link) -> str:
    return f"[{_text(other.name)}]({link(entry.packs.markdown(other))})"


def _named(condition: Condition) -> str:
    return f"{condition.title} (`{condition.rpc}`, comparable to HTTP {condition.http})"


@cache
def _text(text: str) -> str:
    """Return Markdown that shows `text` character for character, in one line."""
    return wording.escape_markdown(text).replace("\n", "<br>")
