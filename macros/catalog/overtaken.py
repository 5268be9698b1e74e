"""What is known of a code beyond the documents, without what its documents have overtaken.

An observation was written beside the documents of its day. Where a newer one lists the code, our
own sentence for it goes; where a newer one contradicts a later page, or says the same as that page
by now, there is nothing to dispute. None of it is an error: a document must not wait for it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from macros.catalog.catalog import Overtaken
from macros.texts import one_line

if TYPE_CHECKING:
    from macros.catalog.model import Listing, Observed
    from macros.sources.observations import Differs
    from macros.sources.provider import Revision

_SAME = 90  # texts more alike than this say the same


def still(
    observed: Observed, place: tuple[str, str], listings: tuple[Listing, ...], latest: Revision
) -> tuple[Observed | None, list[Overtaken]]:
    """Return what still counts of an observation, if anything does, and what does not.

    Args:
        observed: what is known of the code.
        place: the id of its code set, and the code.
        listings: what documents say of it, oldest first.
        latest: the provider's newest revision.
    """
    observation = observed.observation
    gone: list[Overtaken] = []
    if not listings:
        return observed, gone
    code = place[1]
    if observation.says:
        why = f"The document of {listings[0].revision.id} lists the code."
        gone.append(Overtaken(code, ("codes", *place, "says"), why))
    kept = []
    for number, differs in enumerate(observation.differs):
        if why := _overtaken(observed, differs, listings[-1], latest):
            gone.append(Overtaken(code, ("codes", *place, "differs", number), why))
        else:
            kept.append(differs)
    if not gone:
        return observed, gone
    left = observation.model_copy(update={"says": None, "differs": kept})
    return (replace(observed, observation=left) if left.statements else None), gone


def _overtaken(observed: Observed, differs: Differs, last: Listing, latest: Revision) -> str:
    """Say why a code does not mean something else any more; nothing where it does."""
    own = [observed.pages.get(ident) for ident in differs.sources]
    days = [
        page.date for page in own if page and page.kind == "provider" and page.date != "unknown"
    ]
    if days and latest.date != "unknown" and max(days) < latest.date:
        return f"The document of {latest.id} is newer than the page that says so."
    messages = [one_line(row.message) for row in last.rows] if last.revision is latest else []
    for message in messages:
        if fuzz.token_sort_ratio(message.lower(), differs.text.lower()) >= _SAME:
            return f"The document of {latest.id} says the same: “{message}”."
    return ""
