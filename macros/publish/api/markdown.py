"""The facts as Markdown, for people who paste and for language models: public shape -> text.

What a provider wrote is escaped, so that Markdown shows it character for character; it never stands
at the beginning of a line, where a sign would make a block of it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from macros.publish import wording as citation
from macros.publish.api import addresses
from macros.review.changes import TITLES
from macros.review.conditions import RETRY_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.catalog.model import Code
    from macros.publish.api.facts import Facts
    from macros.review.conditions import Condition
    from macros.sources.provider import Revision

_VERDICTS = (
    "Conditions and verdicts on retrying, in brackets, are the atlas' own, not the providers':"
    " never; check first, as it may have been done; after a fix; after a new login; later, with"
    " backoff; no need. “Unsure” stands where the message leaves it open. Codes with several"
    " meanings have the most cautious verdict."
)
_ELSEWHERE = 6  # codes of other providers, before a link leads to the rest
_SUMMARY = (
    "> A reference of API providers' error codes, read from the providers' own documents, one"
    " or more revisions each. A code is a text, as printed, with its sign: -3016 and 3016 are two."
)


def code_page(facts: Facts, code: Code) -> str:
    """Return the page of one code as Markdown."""
    return "\n".join([*_head(facts, code), *_life(facts, code), *_wrong(facts, code)]) + "\n"


def _head(facts: Facts, code: Code) -> Iterator[str]:
    provider = code.provider
    place = [provider.product, code.code_set.title, *([code.range.title] if code.range else [])]
    yield f"# {_text(code.name)}"
    yield ""
    for message in code.messages:
        yield f"- Message: {_text(message)}"
    yield f"- Code: {_text(code.code)}, of {_text(', '.join(place))}"
    yield f"- {citation.state(code)}"
    if code.success:
        yield "- This code is not an error."
    if facts.conditions:
        yield from _condition(facts, code)
    for other in facts.atlas.same_number(code):
        yield f"- Another code with these digits: {_linked(facts, other)}"
    links = {
        "Page": code.url,
        "JSON": addresses.code(code),
        "Catalog": f"{provider.id}/#{code.anchor}",
    }
    for name, path in links.items():
        yield f"- {name}: <{facts.link(path)}>"
    yield f"- {_text(provider.vendor)}'s current page: <{provider.official.url}>"


def _condition(facts: Facts, code: Code) -> Iterator[str]:
    condition, entry = facts.conditions.of(code), facts.conditions.entry(code)
    yield f"- Retry: {_verdict(condition)}. {condition.why} (The atlas' classification.)"
    yield f"- Condition: {_named(condition)}. {condition.says}"
    if entry.why:
        yield f"- The message leaves it open: {entry.why}"
    for one in entry.meanings:
        if one.text in code.messages and len(code.messages) > 1:
            meant = facts.conditions.by_id[one.condition]
            yield f"- Of these, “{_text(one.text)}”: {_named(meant)}, retry: {_verdict(meant)}."
    elsewhere = facts.conditions.elsewhere(code)
    for other in elsewhere[:_ELSEWHERE]:
        yield f"- The same condition elsewhere: {_linked(facts, other)}"
    if more := len(elsewhere[_ELSEWHERE:]):
        place = facts.link(f"compare/#condition:{condition.id}")
        yield f"- The same condition elsewhere, {more} more: <{place}>"


def _life(facts: Facts, code: Code) -> Iterator[str]:
    review = facts.reviews[code.provider.id]
    yield ""
    yield "## In each revision"
    yield ""
    for revision in reversed(code.provider.revisions):
        rows = code.rows(revision)
        for row in rows:
            place = f"{row.file}, line {row.line}"
            yield f"- {_revision(revision)}: {_text(row.message)} ({_text(place)})"
            for name, text in row.columns.items():
                yield f"    - {_text(name)}: {_text(text)}"
        if not rows:
            yield f"- {_revision(revision)}: not listed"
        for change in review.changes_of(code):
            if change.after is revision:
                note = f": {_text(change.note.why)}" if change.note else ""
                yield f"    - {TITLES[change.kind]}{note}"


def _wrong(facts: Facts, code: Code) -> Iterator[str]:
    findings = facts.reviews[code.provider.id].findings_of(code)
    if not findings:
        return
    yield ""
    yield "## What looks wrong"
    yield ""
    for one in findings:
        revisions = ", ".join(revision.id for revision in one.revisions)
        yield f"- {one.rule.title} ({revisions}): {_text(one.says)}"


def llms(facts: Facts) -> str:
    """Return what there is for language models: https://llmstxt.org."""
    lines = ["# Error Code Atlas", "", _SUMMARY, ""]
    lines += [
        f"The page of a code has the address `{facts.base}{{provider}}/{{code}}/`, the same as",
        f"Markdown `{facts.base}{{provider}}/{{code}}/index.md`, as JSON",
        f"`{facts.base}api/v1/{{provider}}/{{code}}.json`; the letters of codes are in lower case.",
        f"`{facts.base}api/v1/codes/{{code}}.json` has the code of every provider.",
        "",
        "## Providers",
        "",
    ]
    for catalog in facts.atlas.catalogs.values():
        provider = catalog.provider
        link = facts.link(addresses.provider(provider.id))
        about = " ".join(provider.about.split())
        lines.append(
            f"- [{_text(provider.product)}]({link}): {len(catalog.codes)} codes. {_text(about)}"
        )
        if facts.conditions:
            retry = facts.link(addresses.retry(provider.id))
            lines.append(f"- [{_text(provider.name)}, whether to retry]({retry})")
    lines += ["", "## Everything", ""]
    for path, says in {
        addresses.LLMS_FULL: "every code with its message, condition and verdict, in one text",
        addresses.INDEX: "all addresses",
        addresses.CONDITIONS: "the same condition across providers, with whether to retry",
        addresses.CATALOG_CSV: "all of it as CSV",
        addresses.OPENAPI: "the OpenAPI description",
        addresses.CHANGES: "what changed between revisions",
        addresses.DISCREPANCIES: "what looks wrong in the documents",
        "programs/": "the manual",
    }.items():
        lines.append(f"- [{path}]({facts.link(path)}): {says}")
    return "\n".join(lines) + "\n"


def llms_full(facts: Facts) -> str:
    """Return every code in a line, by provider and code set."""
    lines = ["# Error Code Atlas", "", _SUMMARY, "", _VERDICTS]
    for catalog in facts.atlas.catalogs.values():
        provider = catalog.provider
        lines += ["", f"## {_text(provider.product)}", "", _text(" ".join(provider.about.split()))]
        lines += [f"As of {citation.as_of(provider.latest)}."]
        for code_set in provider.code_sets:
            response = code_set.response
            at = " or ".join(f"`{path}`" for path in response.code)
            lines += ["", f"### {_text(code_set.title)}", ""]
            lines += [f"The code stands at {at}. Success: {_text(response.success_means)}", ""]
            lines += [_line(facts, code) for code in catalog.of(code_set)]
    return "\n".join(lines) + "\n"


def _line(facts: Facts, code: Code) -> str:
    said = " / ".join(_text(message) for message in code.messages)
    parts = [f"- {_text(code.code)}: {said}"]
    if code.dropped:
        parts.append(f"({citation.state(code)})")
    if facts.conditions:
        condition = facts.conditions.of(code)
        unsure = "; unsure" if facts.conditions.entry(code).confidence else ""
        parts.append(f"[{condition.title}; retry: {_verdict(condition)}{unsure}]")
    return " ".join(parts)


def _linked(facts: Facts, code: Code) -> str:
    state = " (dropped)" if code.dropped else ""
    said = " / ".join(_text(message) for message in code.messages)
    return f"[{_text(code.name)}]({facts.link(addresses.markdown(code))}){state}: {said}"


def _named(condition: Condition) -> str:
    return f"{condition.title} (`{condition.rpc}`, HTTP {condition.http})"


def _verdict(condition: Condition) -> str:
    return RETRY_WORDS[condition.retry]


def _revision(revision: Revision) -> str:
    return f"{revision.id}, date unknown" if revision.date == "unknown" else revision.id


@cache
def _text(text: str) -> str:
    """Return Markdown that shows `text` character for character, in one line."""
    return citation.escape_markdown(text).replace("\n", "<br>")
