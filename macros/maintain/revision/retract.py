"""`retract`: a revision that its provider took back: kept and marked, compared with nothing.

Notes go to the steps that there are then; the pages of codes and all addresses stay.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.catalog import load as catalog
from macros.errors import Problem, ProblemsError
from macros.maintain import check, edits
from macros.maintain.intake import Planned, tie, uneditable
from macros.maintain.revision import rehome
from macros.maintain.revision.add import left_to_do, rehomed, unreviewed, written
from macros.publish import pages
from macros.texts import one_line

if TYPE_CHECKING:
    from pathlib import Path

    from macros.sources.provider import Provider


@dataclass(frozen=True, slots=True)
class Retraction:
    """What a maintainer asks for.

    Attributes:
        provider: the provider's id.
        revision: the revision's id.
        why: why the provider took it back, and how that is known.
        ask: asks of which step a note speaks; None where nobody can be asked.
    """

    provider: str
    revision: str
    why: str
    ask: rehome.Ask | None = None


def plan(data: Path, docs: Path, wish: Retraction) -> Planned:
    """Edit a copy of `data/` so that a revision is retracted.

    Args:
        data: the copy.
        docs: the folder of the hand-written pages.
        wish: what is asked for.

    Raises:
        ProblemsError: when something is wrong with the data or what is asked for.
    """
    provider, revision = wish.provider, wish.revision
    was = written(data, provider).content
    place = _place(was, revision)
    why = one_line(wish.why)
    if not why:
        what = "nothing says why it was retracted."
        raise ProblemsError([Problem("--why", 0, what, "Say why, and how that is known.")])
    tie(data, provider, was.revisions[0].id)
    path = data / provider / catalog.PROVIDER_FILE
    text = path.read_text(encoding="utf-8")
    try:
        text = edits.key(text, ("revisions", place), "retracted", why, before="source")
    except edits.EditError as error:
        raise uneditable(f"{data.name}/{provider}/{path.name}", error) from None
    path.write_text(text, encoding="utf-8")
    catalogs = catalog.load(data, pages.written(docs))
    now = catalogs[provider]
    moved = rehomed(data, now, rehome.steps(was.revisions), wish.ask)
    result = check.check(data, docs, catalogs=catalogs, publish=True)
    latest = now.provider.latest.id
    lines = [
        f"{data.name}/{provider}/{was.revisions[place].file}: the revision {revision} is retracted."
    ]
    if was.latest.id == revision:
        lines.append(f"The newest one is {latest} again: what it says is what codes mean now.")
    alone = [code.code for code in now.codes if code.retracted]
    if alone:
        lines.append(f"Listed in retracted revisions alone: {', '.join(alone)}; pages are kept.")
    lines += [*moved, *unreviewed(result.atlas, data, provider, 0)]
    after = tuple(left_to_do(result.reviews.get(provider), 0))
    return Planned(tuple(lines), (), result.problems, after)


def _place(provider: Provider, ident: str) -> int:
    """Return the place of a revision that can be retracted."""
    for place, revision in enumerate(provider.revisions):
        if revision.id != ident:
            continue
        if revision.retracted:
            what = f"the revision {ident} is retracted already: {revision.retracted}"
            do = "To take that back, remove `retracted` from provider.yml."
            raise ProblemsError([Problem("retract", 0, what, do)])
        if len(provider.standing) == 1:
            what = f"{ident} is the only revision that is not retracted, so that none would be the"
            do = "Take in the one that came before or after it first."
            raise ProblemsError([Problem("retract", 0, f"{what} newest.", do)])
        return place
    what = f'there is no revision "{ident}".'
    do = f"The revisions are {', '.join(one.id for one in provider.revisions)}."
    raise ProblemsError([Problem("retract", 0, what, do)])
