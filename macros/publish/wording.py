"""How an entry is quoted elsewhere: in a ticket, in a chat, as the title of a window."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.review.changes import TITLES
from macros.review.rules import duplicate_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.catalog.model import Code
    from macros.review.load import Review
    from macros.sources.provider import Provider, Revision

# What CommonMark and GFM could take for markup inside the text of a link. An underscore within a
# word means nothing to them, and identifiers are full of those.
_MARKUP = re.compile(r"[\\`*\[\]<>&~|!]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])", re.ASCII)


def plain(code: Code) -> str:
    """Return the entry in one line: `WeChat 40029: Invalid OAuth code`.

    Several meanings are set apart by " / ".
    """
    meanings = " / ".join(" ".join(message.split()) for message in code.messages)
    return f"{code.name}: {meanings}"


def markdown(code: Code) -> str:
    """Return `plain` so that Markdown shows it character for character as a link's text."""
    return escape_markdown(plain(code))


def escape_markdown(text: str) -> str:
    """Return Markdown that shows `text`, which has no line breaks."""
    return _MARKUP.sub(r"\\\g<0>", text)


def as_of(revision: Revision) -> str:
    """Name a revision in a sentence: `2025-12-10`, or `revision r2 (date unknown)`."""
    if revision.date == "unknown":
        return f"revision {revision.id} (date unknown)"
    return revision.date.isoformat()


def state(code: Code) -> str:
    """Say in a sentence as of which revision the entry holds."""
    if code.dropped:
        latest = as_of(code.provider.latest)
        return f"Last seen in {as_of(code.last.revision)}; no longer listed as of {latest}."
    return f"As of {as_of(code.last.revision)}."


def description(code: Code) -> str:
    """Return what a chat shows below the title of a link to the entry."""
    stretch = f", {code.range.title}" if code.range else ""
    return f"{code.provider.product}: {code.code_set.title}{stretch}. {state(code)}"


def badges(code: Code, review: Review) -> list[tuple[str, str, str]]:
    """Return the two words that a person must see first: kind, word, and what it means."""
    return list(_badges(code, review))[:2]


def _badges(code: Code, review: Review) -> Iterator[tuple[str, str, str]]:
    latest = code.provider.latest
    if code.dropped:
        yield "dropped", "dropped", state(code)
    if code.success:
        yield "success", "success", "This code is not an error."
    for change in review.changes_of(code):
        if change.after is latest and change.kind in {"meaning-changed", "limit-changed"}:
            word = TITLES[change.kind].lower()
            yield "changed", word, change.note.why if change.note else f"As of {as_of(latest)}."
    if code.new:
        yield "new", "new", f"First listed in {as_of(latest)}."
    if len(code.last.rows) > 1:
        title = "The document lists this code in several rows."
        yield "rows", f"{len(code.last.rows)} rows", title
    wrong = [one for one in review.wrong_with(code) if one.rule is not duplicate_code.RULE]
    if wrong:
        yield "discrepancy", "discrepancy", " ".join(one.says for one in wrong)


def shape(codes: Sequence[Code]) -> str:
    """Say what codes look like, and how many: `negative, 4 digits (218); 1 digit (2)`."""
    kinds: dict[str, int] = {}
    for code in codes:
        letters = "".join(one for one in code.code if one.isalpha())
        digits = sum(one.isdigit() for one in code.code)
        sign = "negative, " if code.code.startswith("-") else ""
        lettered = f"{letters} and " if letters else ""
        kind = f"{sign}{lettered}{digits} digit{'s' if digits > 1 else ''}"
        kinds[kind] = kinds.get(kind, 0) + 1
    ordered = sorted(kinds, key=lambda kind: -kinds[kind])
    return "; ".join(f"{kind} ({kinds[kind]})" for kind in ordered)


def report(code: Code) -> str:
    """Return what a report of a mistake in an entry has to tell, but for the page's address."""
    places = [f"{row.file}, line {row.line}" for one in code.listings for row in one.rows]
    lines = ["What is wrong:", "", "", f"Entry: {plain(code)}", state(code)]
    return "\n".join([*lines, *(f"Document: {place}" for place in places)])


def held(provider: Provider) -> str:
    """Name the revisions that the atlas holds, newest first: `2025-12-10 and 2022-05-19`."""
    names = [revision.id for revision in reversed(provider.revisions)]
    listed = " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)
    return f"{listed}, date unknown" if provider.latest.date == "unknown" else listed
