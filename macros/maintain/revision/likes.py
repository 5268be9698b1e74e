"""Which documents that are held a new one is read like: its language, its place -> its reading."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from macros.maintain.document import reading
from macros.maintain.revision import dressed, fit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from macros.catalog.catalog import Catalog
    from macros.maintain.document.reading import Options
    from macros.maintain.revision.fit import Fitted
    from macros.readers.rows import Document
    from macros.sources.provider import Provider
    from macros.sources.revision import Held, Revision

_MOST = 4  # documents whose options are tried as they are


@dataclass(frozen=True, slots=True)
class Like:
    """A document that is held, whose options another one may be read with.

    Attributes:
        revision: its revision.
        held: the document.
        options: its options, as they stand in provider.yml.
        path: the way to what provider.yml says of it.
    """

    revision: Revision
    held: Held
    options: Options
    path: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Likened:
    """How a document is read, and like which one.

    Attributes:
        fitted: how it is read.
        like: the document whose options these are, or were before they were fitted.
    """

    fitted: Fitted
    like: Like


def likely(
    provider: Provider, written: Sequence[Options], index: int, language: str, number: int
) -> list[Like]:
    """Return the documents that another one is probably like, the likeliest first.

    Those in its language come first, and of these the nearest ones; of one revision the one that
    has the same place among them.

    Args:
        provider: the provider.
        written: its revisions as they stand in provider.yml.
        index: the place of the document's revision among them, or of the one before it.
        language: the document's language.
        number: its place among the new documents in its language.
    """
    found = []
    for place, revision in enumerate(provider.revisions):
        # What came before is likelier than what came after, however near that is.
        distance = (False, index - place) if place <= index else (True, place - index)
        same = [one for one in revision.documents if one.language == language]
        for held in revision.documents:
            at = abs(same.index(held) - number) if held in same else len(same)
            options: Any = written[place]
            for step in held.path:
                options = options[step]
            path = ("revisions", place, *held.path)
            like = Like(revision, held, options["reader"], path)
            found.append(((held.language != language, *distance, at), like))
    return [like for _, like in sorted(found, key=lambda one: one[0])]


def read(document: Document, likes: Sequence[Like], catalog: Callable[[], Catalog]) -> Likened:
    """Read a document with the options of another one, or as near to them as can be.

    Args:
        document: the document.
        likes: those that it is probably like, the likeliest first; never none.
        catalog: reads what is held, which takes time, and is needed where no options fit.
    """
    for like in _different(likes):
        as_held = reading.read(document, copy.deepcopy(like.options))
        if dressed.fits(document, as_held):
            return Likened(fit.Fitted(as_held, (), same=True), like)
    like = likes[0]
    known = fit.known_of(catalog(), like.revision)
    return Likened(fit.fit(document, copy.deepcopy(like.options), known), like)


def _different(likes: Sequence[Like]) -> Iterator[Like]:
    """Yield some of the likeliest documents, whose options differ."""
    tried: list[Options] = []
    for like in likes:
        if like.options not in tried and len(tried) < _MOST:
            tried.append(like.options)
            yield like
