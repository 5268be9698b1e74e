"""Whether a document is a revision of its own, or belongs to one that is held.

A revision that is held can lack a language: a document in it, of the same day or nearly, is its
twin. A further part of a revision is one only where somebody says so.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from macros import languages
from macros.errors import Problem, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.sources.provider import Provider, Revision

# A translation comes weeks after the original, and is not looked for beside one of last year.
NEARLY = 92  # days


def named(provider: Provider, ident: str) -> Revision:
    """Return the revision that somebody names.

    Raises:
        ProblemsError: when there is none of that id.
    """
    for revision in provider.revisions:
        if revision.id == ident:
            return revision
    what = f'there is no revision "{ident}".'
    do = f"The revisions are {', '.join(one.id for one in provider.revisions)}."
    raise ProblemsError([Problem("--of", 0, what, do)])


def lacking(
    provider: Provider, language: str, day: date | None, name: str, *, said: bool
) -> Revision | None:
    """Return the held revision whose twin a document is; None where it is one of its own.

    Args:
        provider: the provider.
        language: the document's language.
        day: its day; None where it is unknown.
        name: the document, as errors call it.
        said: whether somebody has said the language.

    Raises:
        ProblemsError: when nothing tells to which one it belongs.
    """
    standing = provider.standing
    if day is None:
        return _of_the_newest(standing, language, name) if said else None
    near = [revision for revision in _nearest(standing, day) if language not in revision.languages]
    if len(near) > 1 and near[0].date == near[1].date:
        what = f"there are several revisions of {near[0].date} without {languages.name(language)}."
        ids = ", ".join(revision.id for revision in near)
        do = f"Say to which one it belongs: --of, one of {ids}."
        raise ProblemsError([Problem(name, 0, what, do)])
    return near[0] if near else None


def _of_the_newest(standing: Sequence[Revision], language: str, name: str) -> Revision | None:
    newest = standing[-1]
    if all(language in revision.languages for revision in standing):
        return None
    if any(isinstance(revision.date, date) for revision in standing):
        what = (
            f"nothing says to which revision this document in {languages.name(language)} belongs."
        )
        do = f"Say it, --of {newest.id}, or of which day it is, --date 2026-01-31."
        raise ProblemsError([Problem(name, 0, what, do)])
    return None if language in newest.languages else newest


def _nearest(standing: Sequence[Revision], day: date) -> list[Revision]:
    """Return the revisions nearest to a day, the earlier ones first; none where none is near."""
    distances = [
        (abs((revision.date - day).days), revision)
        for revision in standing
        if isinstance(revision.date, date)
    ]
    least = min((distance for distance, _ in distances), default=NEARLY + 1)
    return [one for distance, one in distances if distance == least <= NEARLY]


def usual_language(provider: Provider) -> str:
    """Return the language that a document of a provider is in where nobody says it.

    It is English where a revision is, else that of the newest one's titles.
    """
    tags = [revision.languages[0] for revision in reversed(provider.standing)]
    return next((tag for tag in tags if languages.is_english(tag)), tags[0])
