"""The documents that `add-revision` is given: files -> texts, days, languages, readings."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros.catalog import load as catalog
from macros.errors import Problem, ProblemsError
from macros.maintain import edits, inside, replies
from macros.maintain.document import reading, tongues
from macros.maintain.intake import RefusedError, reader_of, refusal, taken
from macros.maintain.revision import asked, comments_above, fit, likes, more_columns, places
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from macros.catalog.catalog import Catalog
    from macros.maintain.document.reading import Options
    from macros.maintain.revision.likes import Like, Likened
    from macros.maintain.revision.wish import Wish
    from macros.readers.rows import Document
    from macros.sources.provider import Provider, Revision

_FEW = 0.3  # of the codes that are held


@dataclass(frozen=True, slots=True)
class Incoming:
    """One document.

    Attributes:
        file: where it lies.
        document: its text.
        content: its bytes.
        day: its day.
        language: the tag of its language.
        likened: how it is read.
    """

    file: Path
    document: Document
    content: bytes
    day: places.Day
    language: str
    likened: Likened

    @property
    def sha256(self) -> str:
        """Its checksum."""
        return hashlib.sha256(self.content).hexdigest()


def incoming(
    data: Path, wish: Wish, provider: Provider, usual: str, held: Callable[[], Catalog]
) -> list[Incoming]:
    """Read the documents.

    Args:
        data: the folder.
        wish: what is asked for.
        provider: the provider.
        usual: the language of a document where nobody says it.
        held: reads what is held.

    Raises:
        ProblemsError: when one cannot be opened, is held already, or is given twice.
        RefusedError: when some cannot be read whole; it says so of each.
    """
    files = [taken(file) for file in wish.files]
    _refuse_copies(provider, f"{data.name}/{wish.provider}", wish, files)
    folder = data / wish.provider
    written = written_of(folder)
    found: list[Incoming] = []
    refused: list[str] = []
    counts: Counter[str] = Counter()
    for number, (document, content) in enumerate(files):
        language = wish.language(number) or usual
        if not wish.languages and len(files) > 1:  # which may be translations
            language = _looked_like(document, provider) or usual
        day = wish.day(number, document.text)
        index = _index(provider, wish, day)
        like = likes.likely(provider, written, index, language, counts[language])
        like = _itself_first(like, hashlib.sha256(content).hexdigest())
        counts[language] += 1
        if path := wish.reader(number):
            result = reading.read(document, reader_of(path))
            likened = likes.Likened(fit.Fitted(result, (f"read as {path} says",)), like[0])
        else:
            likened = as_held(document, like, held, folder)
        likened = chosen(document, likened, held, folder, wish.within)
        likened = answered(document, likened, wish.replied)
        if not likened.fitted.reading.is_whole:
            refused += _refused(document, likened, held(), wish.provider if len(files) > 1 else "")
        found.append(Incoming(wish.files[number], document, content, day, language, likened))
    if refused:
        raise RefusedError("\n".join(refused))
    return found


def written_of(folder: Path) -> Sequence[Options]:
    """Return the revisions of a provider as they stand in provider.yml."""
    text = (folder / catalog.PROVIDER_FILE).read_text(encoding="utf-8")
    revisions: list[Options] = edits.values(text)["revisions"]
    return revisions


def as_held(
    document: Document, like: Sequence[Like], held: Callable[[], Catalog], folder: Path
) -> Likened:
    """Read a document as one that is held is, with all that is asked of it.

    Args:
        document: the document.
        like: those that it is probably like, the likeliest first.
        held: reads what is held, which takes time.
        folder: the provider's folder.
    """
    likened = likes.read(document, like, held)
    before = _held(folder, likened.like)
    likened = more_columns.kept(document, likened, before)
    likened = comments_above.told(document, likened, before)
    return asked.asked(document, likened, held, before)


def chosen(
    document: Document,
    likened: Likened,
    held: Callable[[], Catalog],
    folder: Path,
    within: Sequence[str],
) -> Likened:
    """Return how a document is read of which some blocks alone list codes, if such are named."""
    if not within:
        return likened
    said = f"within: the codes of {series(within)} alone are read"
    own = inside.read(document, likened.like.options, within)
    likened = replace(likened, fitted=fit.Fitted(own, (said,)))
    return asked.asked(document, likened, held, _held(folder, likened.like))


def answered(document: Document, likened: Likened, said: replies.Replies) -> Likened:
    """Return how a document is read once what is said of its lines is taken in."""
    result = replies.applied(document, likened.fitted.reading, said)
    fitted = fit.answered(document, likened.fitted, likened.like.options, result)
    return replace(likened, fitted=fitted)


def _refused(document: Document, likened: Likened, held: Catalog, of_several: str) -> Iterator[str]:
    """Yield what keeps a document from being read whole.

    Args:
        document: the document.
        likened: how it is read.
        held: the provider as it is held.
        of_several: the provider's id where several documents are given; else empty.
    """
    fitted = likened.fitted
    if of_several:
        yield f"{document.file}:"
    yield from (f"Look twice: {doubt}" for doubt in doubts(document, likened, held))
    if fitted.changes:
        yield "The reader below differs from the one before:"
        yield from (f"  {change}" for change in fitted.changes)
    yield from refusal(document, fitted.reading)
    if of_several:
        yield _of_several(document, of_several)


def _of_several(document: Document, provider: str) -> str:
    """Say how one of several documents is answered, whose lines alone are known by numbers."""
    return (
        f"Several documents are given, so give the numbers of lines to `read {document.file} --like"
        f" {provider}`, save the reader that it prints, and add --reader once for each document."
    )


def _itself_first(like: Sequence[Like], digest: str) -> list[Like]:
    """Put a document that comes again before those that it may be like: all of it is decided."""
    language = like[0].held.language
    same = [
        one for one in like if one.held.described.sha256 == digest and one.held.language == language
    ]
    return [*same, *(one for one in like if one not in same)]


def _held(folder: Path, like: Like) -> Document:
    """Return the text of a document that is held."""
    return catalog.decode((folder / like.held.file).read_bytes(), like.held.file)


def doubts(document: Document, likened: Likened, held: Catalog) -> Iterator[str]:
    """Yield why a document may be read wrong.

    Args:
        document: the document.
        likened: how it is read.
        held: the provider as it is held.
    """
    if not likened.fitted.reading.is_whole:
        yield from _another_page(document, likened, held)
    yield from likened.fitted.doubts


def _another_page(document: Document, likened: Likened, held: Catalog) -> Iterator[str]:
    """Yield that a document may be another page, where it has few of the codes that are held."""
    known = fit.known_of(held, likened.like.revision)
    codes = {code for listed in known.values() for code in listed}
    words = set(re.findall(r"[^\s|,;:<>\"'`()\[\]{}]+", document.text))
    words.update(part for word in list(words) for part in re.split(r"[._=/]+", word))
    words.update(row.code for row in likened.fitted.reading.rows)  # with no space behind them
    if codes and len(codes & words) < _FEW * len(codes):
        yield (
            f"another page? Of the {len(codes)} codes of {likened.like.revision.id},"
            f" {len(codes & words)} stand in it."
        )


def _looked_like(document: Document, provider: Provider) -> str | None:
    """Return the tag of a language that has a script of its own, as the provider's others write it.

    It is None for all languages in Latin letters.
    """
    tag = tongues.tag(document.text)
    held = [tag_ for revision in provider.revisions for tag_ in revision.languages]
    return next((one for one in held if tag and one.partition("-")[0] == tag), tag)


def _index(provider: Provider, wish: Wish, day: places.Day) -> int:
    """Return the place of the revision that a document is read like, if nothing else is known."""
    ids = [revision.id for revision in provider.revisions]
    beside = wish.of or (wish.order.of if wish.order else "")
    if beside in ids:
        at = ids.index(beside)
        return at - 1 if wish.order and wish.order.side == "before" else at
    before = [
        place
        for place, revision in enumerate(provider.revisions)
        if day.day is None or revision.date == "unknown" or revision.date <= day.day
    ]
    return before[-1] if before else -1


def _beside(provider: Provider, wish: Wish, text: str) -> Sequence[Revision]:
    """Return the revisions that a document would change nothing beside, if they had it already.

    Those are the ones before and after it; any, where it belongs to one that is held.
    """
    if wish.of:
        return provider.revisions
    index = _index(provider, wish, wish.day(0, text))
    places_ = [provider.revisions.index(one) for one in provider.standing]
    before = [one for one in places_ if one <= index][-1:]
    after = [one for one in places_ if one > index][:1]
    return [provider.revisions[one] for one in (*before, *after)]


def _refuse_copies(
    provider: Provider, name: str, wish: Wish, files: Sequence[tuple[Document, bytes]]
) -> None:
    """Refuse what the revisions beside it have already, and what is given twice.

    A revision of several documents can have some that have not changed, and a file with several
    languages in it is a document of each: it is told by its language, where readers are given. What
    is held further away comes again where a provider takes an edit back.
    """
    by_language = bool(wish.languages and wish.readers)
    held = {
        (
            document.described.sha256,
            document.language if by_language else "",
        ): f"{name}/{document.file}"
        for revision in _beside(provider, wish, files[0][0].text)
        for document in revision.documents
    }
    digests = [
        (
            hashlib.sha256(content).hexdigest(),
            (wish.language(number) or "") if by_language else "",
        )
        for number, (_, content) in enumerate(files)
    ]
    goes_on = not wish.of and any(digest not in held for digest in digests)
    there = {} if goes_on else held
    for path, digest in zip(wish.files, digests, strict=True):
        if digest in there:
            what = f"it is {there[digest]}, byte for byte."
            do = "There is nothing to add: the document has not changed."
            raise ProblemsError([Problem(str(path), 0, what, do)])
        there = {**there, digest: str(path)}
