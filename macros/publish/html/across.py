"""The pages about all providers: comparison, discrepancies, sources, 404 -> HTML."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from macros.codes import order
from macros.publish import contents, retries, wording
from macros.publish.html import picture
from macros.publish.html.environment import Context, links_below, render
from macros.review import look_alikes
from macros.review.discrepancies import KINDS
from macros.review.look_alikes import SIGN_TWIN
from macros.review.rules import Harm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from macros.atlas import Atlas
    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.publish.html.environment import Link
    from macros.review.conditions import Conditions
    from macros.review.discrepancies import Finding
    from macros.review.model import Review
    from macros.review.rules import Rule
    from macros.review.verdicts import Verdict
    from macros.sources.conditions import Condition, Family
    from macros.sources.observations import SourceKind
    from macros.sources.provider import CodeSet, Provider, Range

OPENSEARCH_LONGEST = 1024 - len("Error codes of ")

_SEVERAL = 2  # providers, from which on a condition is worth comparing
_COLUMNS = 4  # providers that have room for a column each beside the condition's own columns
_SHOWN = 4  # codes in a cell before the rest is folded away


@dataclass(frozen=True, slots=True)
class ComparePage(Context):
    """The page of conditions.

    Attributes:
        conditions: all of them.
        providers: all of them, in order.
        families: with their conditions, those of several providers first.
        shared: the ids of the conditions of several providers.
        cells: by the id of a condition, the codes of each provider.
        common: by the id of a condition, the verdict that most of its codes have; None where they
            differ so much that none has half of them.
        columns: the most providers that have a column each.
        shown: the most codes of a cell that are not folded away.
    """

    template: ClassVar[str] = "compare.html"

    conditions: Conditions
    providers: list[Provider]
    families: list[tuple[Family, list[Condition]]]
    shared: frozenset[str]
    cells: dict[str, list[tuple[Provider, list[Code]]]]
    common: dict[str, Verdict | Condition | None]
    columns: int
    shown: int


@dataclass(frozen=True, slots=True)
class Number:
    """A number that stands for several things.

    Attributes:
        number: its digits.
        meanings: all that it means: the code, what it says, its condition.
        notes: what people say of those of its codes that differ in sign alone.
    """

    number: str
    meanings: list[tuple[Code, str, Condition]]
    notes: list[str]

    @property
    def only_success(self) -> bool:
        """Whether all of it means success: then there is nothing to confuse."""
        return all(code.success for code, _, _ in self.meanings)


@dataclass(frozen=True, slots=True)
class SameNumberPage(Context):
    """The page of numbers that stand for several things; `chosen` conditions have a place."""

    template: ClassVar[str] = "same_number.html"

    numbers: list[Number]
    chosen: frozenset[str]


@dataclass(frozen=True, slots=True)
class AnsweringSet:
    """A code set and its codes; `in_lists` tells whether one body can have several of them."""

    provider: Provider
    code_set: CodeSet
    codes: tuple[Code, ...]
    in_lists: bool

    @property
    def by_range(self) -> Iterator[tuple[Range, Sequence[Code]]]:
        """Yield each titled range with its codes."""
        held: dict[int, list[Code]] = {id(span): [] for span in self.code_set.ranges}
        for code in self.codes:
            if code.range:
                held[id(code.range)].append(code)
        for span in self.code_set.ranges:
            yield span, held[id(span)]


@dataclass(frozen=True, slots=True)
class ResponsesPage(Context):
    """The page of how each API reports errors; `strip` shows where in a range codes stand."""

    template: ClassVar[str] = "responses.html"

    sets: list[AnsweringSet]
    strip: Callable[..., list[tuple[float, float]]]


@dataclass(frozen=True, slots=True)
class DiscrepanciesPage(Context):
    """The page of all providers' discrepancies.

    Attributes:
        reviews: of all providers.
        rules: the kinds that there are.
        groups: by what they cost a reader, the worst first; of each those that the newest
            revisions have come first, and then kind by kind, whosever they are.
        count: how many there are.
    """

    template: ClassVar[str] = "discrepancies.html"

    reviews: list[Review]
    rules: Sequence[Rule]
    groups: list[tuple[Harm, list[Finding]]]
    count: int


@dataclass(frozen=True, slots=True)
class SourcesPage(Context):
    """The page about the source documents."""

    template: ClassVar[str] = "sources.html"

    catalogs: list[Catalog]


@dataclass(frozen=True, slots=True)
class ObservationCount:
    """How much is known of one provider's codes beyond its documents.

    Attributes:
        provider: the provider.
        documented: how many codes its documents list.
        says: how many codes were observed alone.
        messages: how many texts the API was seen to send.
        causes: how many causes are known.
        differs: how many codes have another meaning on later pages.
        low: how many of all these statements are not sure.
        kinds: how many sources there are of each kind.
    """

    provider: Provider
    documented: int
    says: int
    messages: int
    causes: int
    differs: int
    low: int
    kinds: Counter[SourceKind]


@dataclass(frozen=True, slots=True)
class HowSurePage(Context):
    """The page about what the atlas rests on.

    Attributes:
        counts: by provider.
        classified: how many codes have a verdict.
        unsure: how many of them leave it open what they mean.
    """

    template: ClassVar[str] = "how_sure.html"

    counts: list[ObservationCount]
    classified: int
    unsure: int


@dataclass(frozen=True, slots=True)
class NotFoundPage(Context):
    """The 404 page; `data` is JSON for its script, by provider id."""

    template: ClassVar[str] = "not_found.html"

    providers: list[Provider]
    example: Code
    base: str
    data: str


@dataclass(frozen=True, slots=True)
class SearchEngine(Context):
    """The description by which browsers add the site as a search engine."""

    template: ClassVar[str] = "opensearch.xml"

    names: str


def compare(atlas: Atlas, link: Link) -> str:
    """Return the body of the page of conditions."""
    conditions = atlas.conditions
    cells = {
        ident: _by_provider(atlas.providers, codes) for ident, codes in conditions.codes.items()
    }
    shared = frozenset(
        ident for ident, cell in cells.items() if sum(bool(codes) for _, codes in cell) >= _SEVERAL
    )
    families = [
        (family, sorted(listed, key=lambda condition: condition.id not in shared))
        for family, listed in contents.families(conditions)
    ]
    chosen = shared & {condition.id for condition in conditions.chosen}
    common = {one.id: _common(conditions, one) for one in conditions.chosen}
    context = ComparePage(
        conditions, atlas.providers, families, chosen, cells, common, _COLUMNS, _SHOWN
    )
    return render(context, link)


def _by_provider(
    providers: Iterable[Provider], codes: Iterable[Code]
) -> list[tuple[Provider, list[Code]]]:
    held: dict[str, list[Code]] = {provider.id: [] for provider in providers}
    for code in codes:
        held[code.provider.id].append(code)
    return [(provider, held[provider.id]) for provider in providers]


def _common(conditions: Conditions, condition: Condition) -> Verdict | Condition | None:
    """Return the verdict that at least half of a condition's codes have; of none, its own."""
    verdicts = [conditions.verdict(code) for code in conditions.codes.get(condition.id, ())]
    said = Counter(map(retries.advice, verdicts)).most_common(1)
    if not said:
        return condition
    advice, count = said[0]
    if count * 2 < len(verdicts):
        return None
    return next(one for one in verdicts if retries.advice(one) == advice)


def same_number(atlas: Atlas, link: Link) -> str:
    """Return the body of the page of numbers that stand for several things."""
    groups = look_alikes.same_number(atlas.codes)
    grouped = {code.url for group in groups for code in group}
    several = [code for code in atlas.codes if len(code.messages) > 1]
    groups += [[code] for code in several if code.url not in grouped]
    groups.sort(key=lambda group: order(group[0].code.removeprefix("-")))
    numbers = [_number(atlas, group) for group in groups]
    chosen = frozenset(condition.id for condition in atlas.conditions.chosen)
    return render(SameNumberPage([one for one in numbers if not one.only_success], chosen), link)


def _number(atlas: Atlas, group: Sequence[Code]) -> Number:
    pairs = [(code, atlas.review_of(code).twins_of(code)) for code in group]
    return Number(
        group[0].code.removeprefix("-"),
        [(code, text, _meant(atlas, code, text)) for code in group for text in code.meanings],
        [
            wording.twins(pair)
            for code, pair in pairs
            if pair and pair.same and pair.unsigned is code
        ],
    )


def _meant(atlas: Atlas, code: Code, text: str) -> Condition:
    """Return the condition of one meaning of a code."""
    return atlas.conditions.meaning(code, text) if code.listings else atlas.condition_of(code)


def responses(atlas: Atlas, link: Link) -> str:
    """Return the body of the page of how each API reports errors."""
    sets = [
        AnsweringSet(
            catalog.provider,
            code_set,
            tuple(code for code in catalog.of(code_set) if code.listings),
            any("[]" in path for path in code_set.response.code),
        )
        for catalog in atlas.catalogs.values()
        for code_set in catalog.provider.code_sets
    ]
    return render(ResponsesPage(sets, picture.strip), link)


def discrepancies(atlas: Atlas, link: Link) -> str:
    """Return the body of the page of all providers' possible mistakes."""
    reviews = list(atlas.reviews.values())
    # Numbers that differ in sign alone are no mistake, and have a page of their own.
    findings = [
        finding for review in reviews for finding in review.findings if finding.rule != SIGN_TWIN
    ]
    findings.sort(key=_place_of_finding)
    groups = [(harm, [finding for finding in findings if finding.harm is harm]) for harm in Harm]
    shown = [(harm, listed) for harm, listed in groups if listed]
    used = [rule for rule in KINDS if any(finding.rule is rule for finding in findings)]
    return render(DiscrepanciesPage(reviews, used, shown, len(findings)), link)


def _place_of_finding(finding: Finding) -> tuple[bool, bool, int, str]:
    """Order what is equally bad: what the newest documents have, then kind by kind.

    What a person has found is of many kinds, and comes behind those of which there is a rule.
    """
    by_hand = finding.note is not None
    return not finding.current, by_hand, KINDS.index(finding.rule), finding.title


def sources(atlas: Atlas, link: Link) -> str:
    """Return the body of the page about the source documents."""
    return render(SourcesPage(list(atlas.catalogs.values())), link)


def how_sure(atlas: Atlas, link: Link) -> str:
    """Return the body of the page about what the atlas rests on."""
    counts = [_counted(catalog) for catalog in atlas.catalogs.values()]
    unsure = sum(bool(atlas.conditions.entry(code).confidence) for code in atlas.codes)
    return render(HowSurePage(counts, len(atlas.codes), unsure), link)


def _counted(catalog: Catalog) -> ObservationCount:
    known = [code.observed.observation for code in catalog.codes if code.observed]
    statements = [statement for one in known for _, statement in one.statements]
    return ObservationCount(
        catalog.provider,
        documented=len(catalog.documented),
        says=len(catalog.observed),
        messages=sum(len(one.messages) for one in known),
        causes=sum(len(one.causes) for one in known),
        differs=len(catalog.disputed),
        low=sum(bool(statement.doubt) for statement in statements),
        kinds=Counter(source.kind for source in catalog.observations.content.sources),
    )


def opensearch(atlas: Atlas, site_url: str) -> str:
    """Return the description by which browsers add the site as a search engine.

    Args:
        atlas: the atlas.
        site_url: the site's full address, with a slash at its end.
    """
    names = ", ".join(provider.product for provider in atlas.providers)
    # A longer description is not allowed.
    names = names if len(names) < OPENSEARCH_LONGEST else f"{len(atlas.catalogs)} API providers"
    return render(SearchEngine(names), links_below(site_url))


def not_found(atlas: Atlas, base: str) -> str:
    """Return the body of the 404 page, which stands at any depth.

    Args:
        atlas: the atlas.
        base: the path of the site, such as `/`.
    """
    known = {
        provider.id: {
            "aliases": provider.aliases,
            "name": provider.name,
            "product": provider.product,
            "vendor": provider.vendor,
            "official": provider.official.url,
            "held": wording.held(provider),
        }
        for provider in atlas.providers
    }
    data = json.dumps(known, ensure_ascii=True).replace("<", "\\u003c")
    root = base.rstrip("/")
    page = NotFoundPage(atlas.providers, next(iter(atlas.codes)), root, data)
    return render(page, links_below(f"{root}/"))
