"""The sentences that several writers say: pages, Markdown, feeds, the search.

Each is written once, here. Whatever a provider wrote comes out as it is; who shows it escapes it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from macros import languages
from macros.kinds import Kind
from macros.publish import retries
from macros.review.rules import Harm
from macros.sources.observations import VARIABLE
from macros.texts import one_line, series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.readers.rows import Row
    from macros.review.changes import Change
    from macros.review.conditions import Unreviewed
    from macros.review.limits import Limit
    from macros.review.look_alikes import SignTwins
    from macros.review.moves import Move
    from macros.review.standing import Earlier
    from macros.sources.compared import Compared
    from macros.sources.observations import Source, SourceKind
    from macros.sources.provider import Provider, Range, Revision

EVERY_CODE = "Every code"
RANGES = "Ranges"  # what the list beside a catalog is called
IN_PARTS = "These codes fill several pages. The number of a code, whatever its sign, says which."
# What is true of some codes alone, and can be looked for; by what addresses call it.
TRAITS = {
    "new": "new",
    "changed": "breaks clients",
    "dropped": "dropped",
    "mistake": "possible mistake",
    "disputed": "disputed",
    "observed": "not in the document",
    "unreviewed": "not reviewed",
}
DELIVERY = (
    "A delivery result: the send was accepted, and this arrived later. The provider's own fallback,"
    " such as an SMS, may have gone out."
)
SUCCESS = "This code is not an error."
LIFE = "History"
IN_LANGUAGES = "In each language"
RETRACTED = "Retracted by the provider"
WRONG = "Possible mistakes"
BY_PROGRAM = "compared by program"
NOT_CLASSIFIED = "Not classified yet."
NOT_CONFIRMED = "Nobody has confirmed it for what the document says now."
NOT_REVIEWED = "Not reviewed yet."
FIRST_HELD = "The first revision in the atlas."
NO_BODY = "How a response carries these codes is not known."
OTHER_CODES = "Other codes"  # the heading of codes that stand in no range
UNREAD = "unreadable"
OBSERVED = "No document in the atlas lists this code."
CAUSES = "Why it happens, what helps"
SENT = "What the API sends"
LATER = "Contradicted by a later page"
LATER_SAYS = (
    "Later pages of the provider give these codes another meaning, told here in our words. Whoever"
    " reads the older text does the wrong thing."
)
SHOULD = "Probably should be"
A_LATER_PAGE = "A later page of the provider says:"
DIFFERS = "A later page of the provider gives this code another meaning:"
DISPUTED = "The verdict is the most cautious of all these meanings."
SOURCE_KINDS: dict[SourceKind, str] = {
    "provider": "the provider's own page, source code or SDK",
    "sdk": "a list in somebody else's library",
    "thread": "a question, an issue or a report",
}
LIMITS = "Limits and fields"
_STATUS_NOTES = {"current": "", "dropped": "dropped", "observed": "not in the document"}
_MEASURES = frozenset("amount count difference length number quantity size".split())
MOST_ON_FIELD = 8  # other codes on a field that an entry names; the rest is a link

# What CommonMark and GFM could take for markup inside the text of a link. An underscore within a
# word means nothing to them, and identifiers are full of those. A set of signs comes first: what
# begins with one is found ten times as fast.
_MARKUP = re.compile(r"[\\`*\[\]<>&~|!_](?:(?<!_)|(?<![A-Za-z0-9]_)|(?![A-Za-z0-9]))", re.ASCII)


def escape_markdown(text: str) -> str:
    """Return Markdown that shows `text`, which has no line breaks."""
    return _MARKUP.sub(lambda sign: f"\\{sign[0]}", text)


def meanings(code: Code) -> str:
    """Return what a code means, in one line; several meanings with " / " between."""
    return _in_one_line(code.meanings)


@lru_cache(maxsize=1 << 14)  # a code's page and its Markdown ask for it, and those that name it
def _in_one_line(texts: tuple[str, ...]) -> str:
    """Return texts in one line, with " / " between."""
    return " / ".join(map(one_line, texts))


def first_meaning(code: Code) -> str:
    """Return the first thing that a code means, in one line."""
    return one_line(code.meanings[0])


def variables(text: str) -> list[tuple[str, bool]]:
    """Return what an API sends in pieces, each with whether it is a name for what varies."""
    pieces = re.split(f"({VARIABLE.pattern})", text)
    return [(piece, place % 2 == 1) for place, piece in enumerate(pieces) if piece]


def more_rows(count: int) -> str:
    """Count the rows that have the same and are not quoted."""
    return "1 more row is like this." if count == 1 else f"{count} more rows are like these."


def kind(change: Change) -> str:
    """Name the kind of a change, with the language where texts in others did not change so."""
    tongue = f" in {language(change.only_in)}" if change.only_in else ""
    return f"{change.kind.label}{tongue}"


def said_of(change: Change) -> str:
    """Return what a person says of a change of texts, or that nobody has, and what follows."""
    told = f"Told by its {language(change.only_in)} text alone. " if change.only_in else ""
    return f"{told}{_reviewed(change)}".strip()


def _reviewed(change: Change) -> str:
    if change.note:
        return change.note.why or ""
    if change.reviewed:
        return ""
    match change.kind:
        case Kind.REASSIGNED:
            return f"The two texts name nothing in common. {NOT_REVIEWED}"
        case Kind.REWORDED:
            return f"{NOT_REVIEWED} It may mean something else now."
        case _:
            return NOT_REVIEWED


class MoveWords(NamedTuple):
    """What is said of a text that went from one code to another: `before`, the code, `after`.

    `language` is that of the text.
    """

    before: str
    other: Code
    after: str
    text: str
    language: str


def moved(move: Move, code: Code) -> MoveWords:
    """Say on the page of one of two codes that a text went to, or came from, the other."""
    words = "the same words" if move.exact else "nearly the same words"
    tongues = series([language(tag) for tag in move.only_in]) if move.only_in else ""
    told = f" in {tongues}" if tongues else ""
    if code.place == move.old.place:
        before = f"What it said{told} in {as_of(move.before)} seems to have moved to"
        after = f", which has {words} in {as_of(move.after)}:"
        return MoveWords(before, move.new, after, move.says, move.languages[0])
    newest = [row.message for row in code.last.within(move.languages[0])]
    text = f"Its {tongues} text" if tongues else "Its text"
    if move.says not in newest:
        text = f"What it said{told} in {as_of(move.after)}"
    before = f"{text} seems to have come from"
    after = f", which had {words} in {as_of(move.before)}:"
    return MoveWords(before, move.old, after, move.said, move.languages[0])


class HarmWords(NamedTuple):
    """What findings are headed with, and a sentence below that."""

    title: str
    says: str


HARMS: dict[Harm, HarmWords] = {
    Harm.MISLEADS: HarmWords(
        "Misleading", "Whoever believes the text does the wrong thing, or cannot tell which it is."
    ),
    Harm.UNCLEAR: HarmWords("Unclear", "Whoever reads the text has to ask what is meant."),
    Harm.STYLE: HarmWords("Style", "The text can be understood, and could be tidier."),
}


def bounded(limit: Limit) -> str:
    """Say what a limit is of; where the message only says `the number`, with when it applies."""
    of = limit.of or limit.unit or ""
    if of.lower() in _MEASURES and limit.applies:
        return f"{of}, {limit.applies[:1].lower()}{limit.applies[1:].partition(';')[0]}"
    return of


def reported(provider: Provider) -> str:
    """Say what the report is for, and what to do with it."""
    return (
        f"Tell {provider.vendor} what may be wrong in its error codes, as of"
        f" {as_of(provider.latest)}: copy the report into a mail or an issue. Read it before you"
        " send it; the quoted texts are theirs, the proposals are ours."
    )


def twins(pair: SignTwins, *, same_condition: bool = False) -> str:
    """Say of two codes that differ in sign alone what is known of their meanings, and no more."""
    if pair.same:
        return f"They mean the same. {pair.same}"
    if same_condition:
        return "Two codes with the same condition."
    return "Two codes with different conditions."


def plain(code: Code) -> str:
    """Return an entry in one line: `WeChat 40029: Invalid OAuth code`."""
    return f"{code.name}: {meanings(code)}"


def markdown(code: Code) -> str:
    """Return `plain` so that Markdown shows it character for character as a link's text."""
    return escape_markdown(plain(code))


def nothing_found(provider: Provider) -> str:
    """Say that no possible mistake was found, and what was not looked for."""
    return f"No possible mistake was found.{_of_english(provider, 'Most rules read')}"


def nothing_limited(provider: Provider) -> str:
    """Say that no limit and no field was found, and what was not looked at."""
    found = "The program finds no limit and no field in these messages."
    return f"{found}{_of_english(provider, 'It reads')}"


def _of_english(provider: Provider, reads: str) -> str:
    """Say that English alone is read, of messages in other languages; nothing of English ones."""
    tag = provider.latest.languages[0]
    if languages.is_english(tag):
        return ""
    return f" {reads} English alone, and the messages are in {language(tag)}."


def as_of(revision: Revision) -> str:
    """Name a revision in a sentence: `2025-12-10`, or `revision r2 (undated)`."""
    return f"revision {revision.id} (undated)" if revision.date == "unknown" else revision.id


def revision_name(revision: Revision) -> str:
    """Name a revision in a list: `2025-12-10`, or `r2, undated`."""
    return f"{revision.id}, undated" if revision.date == "unknown" else revision.id


def held(provider: Provider) -> str:
    """Say which documents were read, newest first: `documents of 2025-12-10 and 2022-05-19`.

    One without a date has a name of the atlas alone, which tells nobody anything: it is counted.
    """
    dated = [one.id for one in provider.revisions[::-1] if one.date != "unknown"]
    undated = len(provider.revisions) - len(dated)
    if not dated:
        return "undated document" if undated == 1 else f"{undated} undated documents"
    of = f"{'document' if len(dated) == 1 else 'documents'} of {series(dated)}"
    return f"{of}, and {undated} undated" if undated else of


def retracted(revision: Revision) -> str:
    """Say that the provider took a revision back, and why; nothing of one that stands."""
    return f"{RETRACTED}: {revision.retracted}" if revision.retracted else ""


def _alone(code: Code) -> str:
    """Say that retracted revisions alone list a code."""
    names = series([as_of(listing.revision) for listing in code.listings])
    lists = "list" if len(code.listings) > 1 else "lists"
    return f"Only {names} {lists} it, which the provider retracted."


def language(tag: str) -> str:
    """Return what a language is called: `Korean`."""
    return languages.name(tag)


def state(code: Code) -> str:
    """Say in a sentence as of which revision, or day, the entry holds."""
    if code.observed and not code.listings:
        return f"{OBSERVED} Seen as of {code.observed.seen.isoformat()}."
    if code.retracted:
        return _alone(code)
    listed = code.newest
    read = "" if code.readable else f" {unread(code)}"
    if code.dropped:
        latest = as_of(code.provider.latest)
        return f"Dropped: listed in {as_of(listed)}, gone in {latest}.{read}"
    return f"As of {as_of(listed)}.{read}"


_COMPARED = {
    "same": "it was the same",
    "same-rows": "its codes and texts were the same",
    "differs": "it differs since",
}


def compared(last: Compared | None) -> str:
    """Say what came of the last comparison of the newest revision; nothing where there was none."""
    if not last:
        return ""
    what = f"On {last.day.isoformat()}, revision {last.revision} was compared"
    return f"{what} with what the provider publishes: {_COMPARED[last.outcome]}."


def unread(code: Code) -> str:
    """Say that the newest revision that lists a code has nothing that can be quoted."""
    says = f"Nothing of its row in {as_of(code.newest)} can be read"
    older = f"; the text is that of {as_of(code.last.revision)}" if code.listings else ""
    return f"{says}{older}."


def covers(code: Code) -> str:
    """Say what a range stands for; nothing of a single code."""
    if not code.ends:
        return ""
    first, last = code.ends
    return f"A range: all codes from {first} to {last} that have no entry of their own."


# What a column says, by the name that provider.yml gives it.
NAMED = {
    "name": "Name",
    "cause": "Cause",
    "remedy": "Remedy",
    "http": "HTTP status",
    "language": "Language",
    "note": "Note",
}


def columns(row: Row) -> list[tuple[str, str]]:
    """Return what the other columns of a row say, each with its heading and what that means."""
    names = {text: NAMED[name] for name, text in row.headings.items()}
    return [
        (f"{names[heading]} ({heading})", text)
        if heading in names and names[heading].lower() != heading.lower()
        else (heading, text)
        for heading, text in row.columns.items()
    ]


def source(page: Source) -> str:
    """Name a source of an observation with its day: `WxJava's list (2024-03-05)`."""
    return page.title if page.date == "unknown" else f"{page.title} ({page.date.isoformat()})"


def status_note(code: Code) -> str:
    """Say in two words or three that the newest revision does not list a code; else nothing."""
    return "retracted" if code.retracted else _STATUS_NOTES[code.status]


def place(code: Code) -> tuple[str, ...]:
    """Return the product, the code set and, where there is one, the range of a code."""
    title = code.range.title if code.range else code.section
    span = (title,) if title else ()
    return (code.provider.product, code.code_set.title, *span)


def earlier(unreviewed: Unreviewed) -> str:
    """Say what was chosen for another text of a code; nothing where nothing was."""
    if not unreviewed.verdict:
        return ""
    chosen = unreviewed.verdict
    classified = f"{chosen.condition.title}: {retries.WORDS[chosen.retry]}."
    was = unreviewed.earlier
    if not (was and was.chosen):
        return f"Before a document listed the code, it was classified as {classified}"
    if was.same_text:
        return f"When the document said {_told_earlier(was)}, it was classified as {classified}"
    return f"An earlier text, {_told_earlier(was)}, was classified as {classified}"


def outdated(earlier: Earlier) -> str:
    """Say of what is known beyond the documents that it was written beside another text."""
    told = _told_earlier(earlier)
    return (
        f"Written when the document said {told}."
        if told
        else "Written before a document listed the code."
    )


def _told_earlier(earlier: Earlier) -> str:
    """Quote a text with its revision, and what stood beside it; nothing where no document had one.

    Of a text that is the same, only what stood beside it.
    """
    if not earlier.chosen:
        return ""
    revision = f"({as_of(earlier.chosen.revision)})"
    said = " / ".join(one_line(text) for text in earlier.said)
    if not earlier.beside:
        return f"“{said}” {revision}"
    heading, stood, stands = map(one_line, earlier.beside)
    had = f"“{stood}” under “{heading}”" if stood else f"nothing under “{heading}”"
    if earlier.same_text:
        return f"{had} {revision}, not “{stands}”"
    return f"“{said}” with {had} {revision}, not “{stands}”"


def delivery(code: Code) -> str:
    """Say what a delivery result is, of one that is no success; else nothing."""
    return DELIVERY if code.code_set.reports == "delivery" and not code.success else ""


def disputed(catalog: Catalog) -> str:
    """Count the codes that mean something else on later pages of the provider."""
    count = len(catalog.disputed)
    have = "codes have" if count > 1 else "code has"
    return f"{count} {have} another meaning on the provider's later pages."


def known(code: Code) -> str:
    """Say in a few words what is known of a code beyond the documents."""
    if not code.observed:
        return ""
    observation = code.observed.observation
    counts = (
        (len(observation.causes), "cause", "causes"),
        (len(observation.messages), "text that is sent", "texts that are sent"),
        (len(observation.differs), "other meaning", "other meanings"),
    )
    counted = [f"{count} {one if count == 1 else more}" for count, one, more in counts if count]
    return "; ".join([*([observation.says.text] if observation.says else []), *counted])


def current_page(provider: Provider) -> str:
    """Name the provider's own page, where there may be more."""
    return f"{provider.vendor}'s current page"


def range_title(span: Range | None) -> str:
    """Head the codes of a range in one line: its title, then its ends."""
    return f"{span.title} {ends(span)}" if span else OTHER_CODES


def ends(span: Range) -> str:
    """Return the first and the last code of a range, with a dash that is no minus."""
    if span.first == span.last:
        return span.first
    signed = span.last.startswith("-")
    return f"{span.first} \u2013 {span.last}" if signed else f"{span.first}\u2013{span.last}"


def limit(limit: Limit) -> str:
    """Say a limit with the words that name the thing, and when it applies."""
    of = f", {limit.of}" if limit.of else ""
    applies = f" ({limit.applies})" if limit.applies else ""
    return f"{limit.said}{of}{applies}"


def forms(codes: Sequence[Code]) -> str:
    """Say what codes look like, and how many: `negative, 4 digits (218); 1 digit (2)`."""
    counts: dict[str, int] = {}
    for code in codes:
        letters = "".join(character for character in code.code if character.isalpha())
        digits = sum(character.isdigit() for character in code.code)
        sign = "negative, " if code.code.startswith("-") else ""
        counted = [f"{digits} digit{'s' if digits > 1 else ''}"] if digits else []
        form = sign + " and ".join([*([letters] if letters else []), *counted])
        counts[form] = counts.get(form, 0) + 1
    ordered = sorted(counts, key=lambda form: -counts[form])
    return "; ".join(f"{form} ({counts[form]})" for form in ordered)


def report(code: Code) -> str:
    """Return what a report of a mistake in an entry has to tell, but for the page's address."""
    places = [
        f"{row.file}, line {row.line}" for listing in code.listings for row in listing.all_rows
    ]
    lines = ["What is wrong:", "", "", f"Entry: {plain(code)}", state(code)]
    lines += [f"Document: {document}" for document in places]
    if code.observed:
        lines.append(f"Observed: {code.observed.file}, line {code.observed.line}")
    return "\n".join(lines)
