"""The pages of one provider: its catalog and what changed in it -> HTML."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from markupsafe import Markup

from macros import addresses
from macros.kinds import Kind
from macros.publish.html import picture
from macros.publish.html.environment import Context, links_from, render
from macros.publish.report import report as made_for
from macros.review.discrepancies import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.atlas import Atlas
    from macros.catalog.model import Catalog, Code
    from macros.publish.html.environment import Link
    from macros.publish.report import Report
    from macros.review.changes import Change
    from macros.review.discrepancies import Finding
    from macros.review.fields import Field
    from macros.review.model import Review, Stated
    from macros.review.rules import Rule
    from macros.sources.conditions import Condition, Family
    from macros.sources.provider import CodeSet, Provider, Response, Revision

    # Families with their conditions, each with a number of codes.
    Families = list[tuple[Family, list[tuple[Condition, int]]]]


@dataclass(frozen=True, slots=True)
class CatalogHead(Context):
    """The head of a catalog page, above its tables.

    Attributes:
        catalog: the provider's codes.
        provider: the provider.
        families: those of the conditions that the provider has, with the number of codes of each.
    """

    template: ClassVar[str] = "catalog.html"

    catalog: Catalog
    provider: Provider
    families: Families


@dataclass(frozen=True, slots=True)
class ResponseShape(Context):
    """How bodies carry the codes of one code set."""

    template: ClassVar[str] = "response.html"

    response: Response


@dataclass(frozen=True, slots=True)
class CodeTable(Context):
    """The table of one section of a catalog page: a row per code, with its anchor."""

    template: ClassVar[str] = "table.html"

    codes: Sequence[Code]
    atlas: Atlas


@dataclass(frozen=True, slots=True)
class Step:
    """The changes from one revision to the next, by kind.

    Attributes:
        before: the earlier revision.
        after: the later one.
        breaking: the kinds that break clients.
        others: all other kinds.
        anchors: further ids of the section: of kinds that it has no changes of any more, and of
            steps that are none any more.
    """

    before: Revision
    after: Revision
    breaking: list[tuple[Kind, list[Change]]]
    others: list[tuple[Kind, list[Change]]]
    anchors: list[str]


@dataclass(frozen=True, slots=True)
class ChangesPage(Context):
    """A provider's page of changes.

    Attributes:
        provider: the provider.
        picture: all its codes, as SVG in a figure.
        steps: newest first.
        anchors: ids of former steps, where there is none any more.
        current: what looks wrong in the newest revision, by rule.
        catalog: the provider's codes.
        disputed: those that later pages of the provider give another meaning.
        review: what is found in and between its documents.
    """

    template: ClassVar[str] = "changes.html"

    provider: Provider
    picture: Markup
    steps: list[Step]
    anchors: list[str]
    current: list[tuple[Rule, list[Finding]]]
    catalog: Catalog
    disputed: Sequence[Code]
    review: Review


@dataclass(frozen=True, slots=True)
class ReportPage(Context):
    """A report for the provider; `markdown` is the same as the file has it, to be copied."""

    template: ClassVar[str] = "report.html"

    report: Report
    markdown: str


@dataclass(frozen=True, slots=True)
class LimitsPage(Context):
    """A provider's page of limits and fields.

    Attributes:
        provider: the provider.
        limits: by the words that name the thing.
        fields: by name.
    """

    template: ClassVar[str] = "limits.html"

    provider: Provider
    limits: list[Stated]
    fields: Sequence[Field]


@dataclass(frozen=True, slots=True)
class CodePicture(Context):
    """A provider's codes as a picture."""

    template: ClassVar[str] = "picture.svg"

    product: str
    picture: picture.Picture


def catalog_head(atlas: Atlas, catalog: Catalog, link: Link) -> str:
    """Return the head of a provider's catalog page."""
    return render(CatalogHead(catalog, catalog.provider, families_of(atlas, catalog.codes)), link)


def families_of(atlas: Atlas, codes: Sequence[Code]) -> Families:
    """Return the conditions that codes have, by family."""
    counts = Counter(atlas.condition_of(code).id for code in codes)
    families = [
        (family, [(held, counts[held.id]) for held in conditions if counts[held.id]])
        for family, conditions in atlas.conditions.by_family
    ]
    return [(family, conditions) for family, conditions in families if conditions]


def response(code_set: CodeSet, link: Link) -> str:
    """Return how bodies carry the codes of one code set, with an example."""
    return render(ResponseShape(code_set.response), link)


def table(atlas: Atlas, codes: Sequence[Code], link: Link) -> str:
    """Return the table of one section of a catalog page."""
    return render(CodeTable(codes, atlas), link)


def changes(review: Review, link: Link) -> str:
    """Return the body of a provider's page of changes."""
    provider = review.catalog.provider
    current = [finding for finding in review.findings if finding.current]
    by_rule = [(rule, [finding for finding in current if finding.rule is rule]) for rule in KINDS]
    context = ChangesPage(
        provider=provider,
        picture=Markup(code_picture(review)),  # noqa: S704 - escaped by its template
        steps=[_step(review, *pair) for pair in reversed(provider.steps)],
        anchors=[] if provider.steps else _former(provider, None),
        current=[(rule, findings) for rule, findings in by_rule if findings],
        catalog=review.catalog,
        disputed=review.catalog.disputed,
        review=review,
    )
    return render(context, link)


def limits(review: Review, link: Link) -> str:
    """Return the body of a provider's page of limits and fields."""
    codes = review.catalog.codes
    # Sorting keeps the order of the codes, and that of each message.
    stated = sorted((one for code in codes for one in review.limits_of(code)), key=_place_of_thing)
    return render(LimitsPage(review.catalog.provider, stated, review.fields), link)


def _place_of_thing(stated: Stated) -> str:
    return (stated.limit.of or stated.limit.unit or "").casefold()


def report(review: Review, markdown: str, link: Link) -> str:
    """Return the body of the report for a provider; `markdown` as in `ReportPage`."""
    return render(ReportPage(made_for(review), markdown), link)


def _step(review: Review, before: Revision, after: Revision) -> Step:
    changed = [
        change for change in review.changes if change.before is before and change.after is after
    ]
    by_kind = [(kind, [change for change in changed if change.kind is kind]) for kind in Kind]
    kinds = [(kind, changes) for kind, changes in by_kind if changes]
    provider = review.catalog.provider
    here = {"provider": provider.id, "after": after.id}
    none = [kind for kind, changes in by_kind if not changes]
    anchors = _former(provider, (before, after))
    anchors += [addresses.CHANGES_OF_KIND.anchor(kind=kind, **here) for kind in none]
    return Step(
        before,
        after,
        [(kind, changes) for kind, changes in kinds if kind.breaks],
        [(kind, changes) for kind, changes in kinds if not kind.breaks],
        anchors,
    )


def _former(provider: Provider, step: tuple[Revision, Revision] | None) -> list[str]:
    """Return the ids of steps that are none any more, and now stand in one of the steps.

    They became two when a revision was taken in between, or went when one was retracted. Where no
    step is left, they all stand at the head of the page.
    """
    places = {revision.id: place for place, revision in enumerate(provider.revisions)}
    ends = [places[after.id] for _, after in provider.steps]

    def is_here(after: Revision) -> bool:
        following = next((end for end in ends if end >= places[after.id]), ends[-1] if ends else -1)
        return following == (places[step[1].id] if step else -1)

    steps = [(before.id, after.id) for before, after in provider.steps]
    former = [
        addresses.STEP.anchor(provider=provider.id, before=before.id, after=after.id)
        for place, after in enumerate(provider.revisions)
        if is_here(after)
        for before in provider.revisions[:place]
        if (before.id, after.id) not in steps
    ]
    kinds = [
        addresses.CHANGES_OF_KIND.anchor(provider=provider.id, kind=kind, after=after.id)
        for after in provider.revisions[1:]
        if is_here(after) and places[after.id] not in ends
        for kind in Kind
    ]
    return [*former, *kinds]


def code_picture(review: Review) -> str:
    """Return the picture of a provider's codes, as SVG in a figure on its page of changes."""
    provider = review.catalog.provider
    context = CodePicture(provider.product, picture.draw(review))
    return render(context, links_from(addresses.CHANGES(provider=provider.id)))
