"""A provider's page of changes: review -> what each revision did, as a picture and in groups."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from macros import addresses
from macros.kinds import Kind
from macros.publish import wording
from macros.publish.html import picture
from macros.publish.html.environment import Context, render
from macros.review.discrepancies import KINDS
from macros.review.rules import Harm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.publish.html.environment import Link
    from macros.publish.html.picture import Mark, Picture
    from macros.review.changes import Change
    from macros.review.model import Review
    from macros.sources.provider import Provider, Revision

_LONG = 200  # more changes of a kind that breaks nothing are folded, whatever is said of them
_ONCE = 2  # so many changes of which the same is said have it said once, above them


class Bundle(NamedTuple):
    """Changes of one kind of which the same is said; nothing where the kind says it all."""

    says: str
    changes: list[Change]


class Group(NamedTuple):
    """The changes of one kind.

    Attributes:
        kind: the kind.
        changes: all of them, in the order of codes.
        told: those of which something is said of each, and then those of which the same is said.
        folded: those that nobody has to read, as the kind says it all, or that are very many; none
            that breaks a client.
    """

    kind: Kind
    changes: list[Change]
    told: list[Bundle]
    folded: list[Bundle]

    @property
    def hidden(self) -> int:
        """How many changes are folded."""
        return sum(len(bundle.changes) for bundle in self.folded)


@dataclass(frozen=True, slots=True)
class Step:
    """The changes from one revision to the next, by kind.

    Attributes:
        before: the earlier revision.
        after: the later one.
        groups: in the order of kinds: those first that break clients.
        marks: the counts of the groups, as lines of a legend that lead to them.
        anchors: further ids of the section: of kinds that it has no changes of any more, and of
            steps that are none any more.
    """

    before: Revision
    after: Revision
    groups: list[Group]
    marks: list[Mark]
    anchors: list[str]

    @property
    def breaking(self) -> list[Change]:
        """All changes that break clients."""
        return [change for group in self.groups if group.kind.breaks for change in group.changes]


@dataclass(frozen=True, slots=True)
class ChangesPage(Context):
    """A provider's page of changes.

    Attributes:
        provider: the provider.
        picture: all its codes.
        steps: newest first.
        anchors: ids that stood here and stand nowhere else: of former steps, where there is none
            any more.
        mistakes: how many possible mistakes the newest revision has, by what they cost a reader.
        kinds: the names of all kinds of them.
        catalog: the provider's codes.
        disputed: those that later pages of the provider give another meaning.
        review: what is found in and between its documents.
        has_feed: whether the site has feeds.
    """

    template: ClassVar[str] = "changes.html"

    provider: Provider
    picture: Picture
    steps: list[Step]
    anchors: list[str]
    mistakes: list[tuple[Harm, int]]
    kinds: list[str]
    catalog: Catalog
    disputed: Sequence[Code]
    review: Review
    has_feed: bool


def page(review: Review, link: Link, *, has_feed: bool = False) -> str:
    """Return the body of a provider's page of changes; `has_feed` as in `ChangesPage`."""
    provider = review.catalog.provider
    # Numbers that differ in sign alone are no mistake, and have a page of their own.
    found = Counter(one.harm for one in review.mistakes)
    context = ChangesPage(
        provider=provider,
        picture=picture.draw(review),
        steps=steps(review),
        anchors=[] if provider.steps else _former(provider, None),
        mistakes=[(harm, found[harm]) for harm in Harm if found[harm]],
        kinds=[rule.name for rule in KINDS],
        catalog=review.catalog,
        disputed=review.catalog.disputed,
        review=review,
        has_feed=has_feed,
    )
    return render(context, link)


def steps(review: Review) -> list[Step]:
    """Return what each revision changed, newest first."""
    return [_step(review, *pair) for pair in reversed(review.catalog.provider.steps)]


def _step(review: Review, before: Revision, after: Revision) -> Step:
    changed = [
        change for change in review.changes if change.before is before and change.after is after
    ]
    by_kind = [(kind, [change for change in changed if change.kind is kind]) for kind in Kind]
    provider = review.catalog.provider
    here = {"provider": provider.id, "after": after.id}
    none = [kind for kind, changes in by_kind if not changes]
    anchors = _former(provider, (before, after))
    anchors += [addresses.CHANGES_OF_KIND.anchor(kind=kind, **here) for kind in none]
    groups = [group(kind, changes) for kind, changes in by_kind if changes]
    marks = [picture.kind_mark(provider, after, one.kind, len(one.changes)) for one in groups]
    return Step(before, after, groups, marks, anchors)


def group(kind: Kind, changes: Sequence[Change]) -> Group:
    """Bundle the changes of one kind by what is said of them."""
    said = [wording.said_of(change) for change in changes]
    counts = Counter(said)
    bundles: dict[str, list[Change]] = {}
    own = []
    for change, says in zip(changes, said, strict=True):
        if says and counts[says] < _ONCE:
            own.append(change)
        else:
            bundles.setdefault(says, []).append(change)
    silent = bundles.pop("", [])
    shared = [Bundle(says, listed) for says, listed in bundles.items()]
    told = [*([Bundle("", own)] if own else []), *shared]
    rest = [Bundle("", silent)] if silent else []
    if kind is Kind.FORMATTING_ONLY or (len(changes) > _LONG and not kind.breaks):
        return Group(kind, list(changes), [], [*told, *rest])
    if kind is Kind.REWORDED:
        return Group(kind, list(changes), told, rest)
    return Group(kind, list(changes), [*rest, *told], [])


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
