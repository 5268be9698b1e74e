"""What a provider could mend in its newest document: review -> report, and that as Markdown.

The page and the Markdown are two renderings of this value. What costs clients most comes first, and
the same mistake in many rows is one item. Nothing is claimed without the words that it is about.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros import addresses
from macros.codes import order, unsigned
from macros.publish import wording
from macros.review.discrepancies import mended
from macros.review.rules import Harm
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.review.discrepancies import Finding
    from macros.review.model import Review
    from macros.review.rules import Quote
    from macros.sources.observations import Differs, Source
    from macros.sources.provider import Provider

    # Makes a full address of one of the site.
    Link = Callable[[str], str]

EXAMPLES = 4  # rows that are quoted of a mistake that the document makes throughout


@dataclass(frozen=True, slots=True)
class Quoted:
    """A text of the document.

    Attributes:
        codes: the codes that have it.
        quote: the row, with the words that are wrong.
        should: what it probably should say; None where that is for the provider to know.
    """

    codes: tuple[Code, ...]
    quote: Quote
    should: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to mend.

    Attributes:
        title: what kind of mistake it is.
        says: what is wrong, in a sentence.
        codes: all codes that it is about, in the order of the findings, each once.
        quotes: their texts, or some of them.
        left_out: how many further texts have the same.
        why: how it is known what should stand there, where a person says so.
        sources: the pages on which that rests.
    """

    title: str
    says: str
    codes: tuple[Code, ...]
    quotes: tuple[Quoted, ...]
    left_out: int
    why: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Later:
    """A code to which later pages of the provider give another meaning; `pages` numbers them."""

    code: Code
    differs: Differs
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a provider could mend in its newest document.

    Attributes:
        provider: the provider.
        later: codes whose texts its own later pages contradict.
        pages: these pages, in the order of their numbers, which begin with 1.
        sections: by what it costs clients, the worst first; none is empty.
    """

    provider: Provider
    later: tuple[Later, ...]
    pages: tuple[Source, ...]
    sections: tuple[tuple[Harm, tuple[Item, ...]], ...]

    @property
    def title(self) -> str:
        """What the report is headed with."""
        return f"{self.provider.product}: what to mend in the list of error codes"

    @property
    def intro(self) -> str:
        """What the provider is told first, in a few sentences."""
        return (
            f"Possible mistakes in the error codes of {self.provider.product}, as of"
            f" {wording.as_of(self.provider.latest)}, the worst first. The quoted texts are yours;"
            " the proposals are ours. Some texts may be right as they are, and you may have mended"
            " others since."
        )


def report(review: Review) -> Report:
    """Return what a provider could mend in its newest document."""
    catalog = review.catalog
    current = [finding for finding in review.findings if finding.current]
    by_harm = [(harm, [one for one in current if one.harm is harm]) for harm in Harm]
    sections = tuple((harm, tuple(_items(found))) for harm, found in by_harm if found)
    pages: dict[str, Source] = {}
    later = tuple(_contradicted(catalog, pages))
    return Report(catalog.provider, later, tuple(pages.values()), sections)


def _contradicted(catalog: Catalog, pages: dict[str, Source]) -> Iterator[Later]:
    """Yield the codes that later pages give another meaning; adds the pages that say so."""
    for code in catalog.disputed:
        if not code.observed or code.status != "current":
            continue
        for differs in code.differs:
            sources = code.observed.sources(differs)
            pages |= {source.id: source for source in sources}
            numbers = list(pages)
            yield Later(code, differs, tuple(numbers.index(one.id) + 1 for one in sources))


def _items(findings: list[Finding]) -> Iterator[Item]:
    """Yield the findings, those of one rule that say the same in one item."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.rule.name, finding.title, finding.says), []).append(finding)
    for same in groups.values():
        first = same[0]
        quotes = [quoted for finding in same for quoted in _quoted(finding)]
        if first.rule.of_document:
            quotes.sort(key=lambda quoted: order(unsigned(quoted.codes[0].code)))
        shown = quotes[:EXAMPLES] if first.rule.of_document else quotes
        codes = {code.place: code for finding in same for code in finding.codes}
        left_out = len(quotes) - len(shown)
        yield Item(
            *(first.title, first.says, tuple(codes.values()), tuple(shown), left_out),
            *(first.why, first.sources),
        )


def _quoted(finding: Finding) -> Iterator[Quoted]:
    codes = {code.place: code for code in finding.codes}
    for quote in finding.shown:
        alike = len(finding.shown) == 1
        own = (codes[quote.row.code_set, quote.row.code],)
        yield Quoted(finding.codes if alike else own, quote, mended(quote))


def markdown(review: Review, link: Link) -> str:
    """Return the report as Markdown, ready to send."""
    told = report(review)
    return "\n".join([*_head(told, link), *_later(told), *_sections(told)]) + "\n"


def _head(told: Report, link: Link) -> Iterator[str]:
    yield f"# {_text(told.title)}"
    yield ""
    yield _text(told.intro)
    yield ""
    revision = told.provider.latest
    for document in revision.documents:
        source = document.described.source
        if source != "unknown":
            yield f"- The document: <{source}>"
        address = addresses.DOCUMENT(provider=told.provider.id, revision=document.name)
        yield f"- As it was read: <{link(address)}>"
    yield f"- This report: <{link(addresses.REPORT(provider=told.provider.id))}>"
    if not told.sections and not told.later:
        yield from ("", wording.nothing_found(told.provider))


def _later(told: Report) -> Iterator[str]:
    if not told.later:
        return
    yield from ("", f"## {wording.LATER}", "", wording.LATER_SAYS, "")
    for number, page in enumerate(told.pages, start=1):
        yield f"{number}. {_text(wording.source(page))}: <{page.url}>"
    yield ""
    for one in told.later:
        texts = " / ".join(f"“{_text(text)}”" for text in one.code.messages)
        yield f"- {_text(one.code.code)}: {texts}"
        pages = series([str(number) for number in one.pages])
        yield f"    - By {pages}: {_text(one.differs.text)}"
        if one.differs.doubt:
            yield f"    - Not sure: {_text(one.differs.doubt)}"


def _sections(told: Report) -> Iterator[str]:
    number = 0
    for harm, items in told.sections:
        yield from ("", f"## {wording.HARMS[harm].title}", "", wording.HARMS[harm].says)
        for item in items:
            number += 1
            yield from ("", f"### {number}. {_text(item.title)}", "", _text(item.says), "")
            yield from _item(item)


def _item(item: Item) -> Iterator[str]:
    for quoted in item.quotes:
        codes = ", ".join(_text(code.code) for code in quoted.codes)
        yield f"- {codes}: “{_text(quoted.quote.row.message)}”"
        if quoted.should is not None:
            yield f"    - {wording.SHOULD}: “{_text(quoted.should)}”"
    if item.left_out:
        codes = ", ".join(_text(code.code) for code in item.codes)
        yield f"- {wording.more_rows(item.left_out)} The codes are {codes}."
    if item.why:
        yield from ("", _text(item.why))
    if item.sources:
        yield ""
    for page in item.sources:
        yield f"- Source: {_text(wording.source(page))}: <{page.url}>"


def _text(text: str) -> str:
    """Return Markdown that shows `text` character for character, in one line."""
    return wording.escape_markdown(text).replace("\n", "<br>")
