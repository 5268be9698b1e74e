"""What a code is and what a catalog holds: plain frozen dataclasses.

A code is always a string, as printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from macros import addresses, languages
from macros.cached import cached_property
from macros.codes import order, unsigned

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from macros.readers.rows import Row, Unreadable
    from macros.sources.compared import Compared
    from macros.sources.observations import (
        Differs,
        Observation,
        Observations,
        Source,
        Statement,
    )
    from macros.sources.provider import CodeSet, Provider, Range, Revision
    from macros.sources.yaml_file import Written


@dataclass(frozen=True, slots=True)
class Listing:
    """What one revision has for one code.

    Attributes:
        revision: the revision.
        rows: the rows in the language of titles, in the documents' order; never none. It is the
            first of the revision's languages in which the code is listed.
        twins: the rows in its other languages, language by language.
    """

    revision: Revision
    rows: tuple[Row, ...]
    twins: tuple[Row, ...] = ()

    @staticmethod
    def of(revision: Revision, rows: Iterable[Row]) -> Listing:
        """Return a listing of rows in any language, of which there is at least one."""
        listed = list(rows)
        ordered = [row for tag in revision.languages for row in listed if row.language == tag]
        title = ordered[0].language
        return Listing(
            revision,
            tuple(row for row in ordered if row.language == title),
            tuple(row for row in ordered if row.language != title),
        )

    @property
    def all_rows(self) -> tuple[Row, ...]:
        """The rows in all languages, that of titles first."""
        return (*self.rows, *self.twins)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which the code is listed, that of titles first."""
        return tuple(dict.fromkeys(row.language for row in self.all_rows))

    def within(self, language: str) -> tuple[Row, ...]:
        """Return the rows in one language; none where the code is not listed in it."""
        if not self.twins:
            return self.rows if self.rows[0].language == language else ()
        return tuple(row for row in self.all_rows if row.language == language)


@dataclass(frozen=True, slots=True)
class Unread:
    """Where one revision lists a code in a row from which nothing can be quoted."""

    revision: Revision
    place: Unreadable


@dataclass(frozen=True, slots=True, repr=False)
class Observed:
    """What is known of one code beyond the documents.

    Attributes:
        observation: what is said of it.
        pages: all sources of its provider, by id.
        file: the file that says so, as the project names it.
        line: the line on which the code stands in it.
    """

    observation: Observation
    pages: Mapping[str, Source]
    file: str
    line: int

    def sources(self, statement: Statement) -> list[Source]:
        """Return what a statement rests on."""
        return [self.pages[ident] for ident in statement.sources]

    @property
    def seen(self) -> date:
        """The last day on which one of its sources was read."""
        return max(self._days)

    @property
    def first_seen(self) -> date:
        """The first day on which one of its sources was read."""
        return min(self._days)

    @property
    def _days(self) -> list[date]:
        statements = (statement for _, statement in self.observation.statements)
        return [page.seen for statement in statements for page in self.sources(statement)]


# What stands for the message of a code that was never listed in a row that can be read.
NOT_READABLE = "Listed; its text cannot be read."
Status = Literal["current", "dropped", "observed"]


@dataclass(frozen=True)
class Code:
    """One code of one provider, with everything that is known of it.

    Attributes:
        provider: whose code it is.
        code_set: the code set that lists it.
        code: as printed.
        anchor: the fragment of its row on the catalog page.
        address: the path segment of its page.
        range: the titled range it stands in, if any.
        listings: one per revision that lists it and can be read, oldest first; none where it was
            observed alone.
        observed: what is known of it beyond the documents, if anything is.
        unread: where revisions list it and cannot be read, oldest first.
        section: the heading above it in the newest document that can be read; None where there is
            none, or one above all codes.
    """

    provider: Provider
    code_set: CodeSet
    code: str
    anchor: str
    address: str
    range: Range | None
    listings: tuple[Listing, ...]
    observed: Observed | None = None
    unread: tuple[Unread, ...] = ()
    section: str | None = None

    @cached_property
    def place(self) -> tuple[str, str]:
        """The code set's id and the code as printed: no other code of the provider has both."""
        return self.code_set.id, self.code

    @cached_property
    def name(self) -> str:
        """The provider's name and the code: `WeChat 40029`."""
        return f"{self.provider.name} {self.code}"

    @cached_property
    def last(self) -> Listing:
        """The newest listing: what the code means, or meant when it was last seen.

        One of a retracted revision counts only where there is no other.

        Raises:
            IndexError: when no document lists it.
        """
        return self._standing[-1] if self._standing else self.listings[-1]

    @cached_property
    def _standing(self) -> tuple[Listing, ...]:
        """The listings of revisions that are not retracted."""
        return tuple(one for one in self.listings if not one.revision.retracted)

    @cached_property
    def revisions(self) -> tuple[Revision, ...]:
        """The revisions that list it, oldest first, whether or not they can be read."""
        return tuple(one for one in self.provider.revisions if self.listed(one))

    @cached_property
    def readable(self) -> bool:
        """Whether the newest revision that lists it can be read, if any lists it."""
        return not self.revisions or bool(self.rows(self.newest))

    @cached_property
    def newest(self) -> Revision:
        """The newest revision that lists it; a retracted one only where there is no other.

        Raises:
            IndexError: when no document lists it.
        """
        return (self._standing_in or list(self.revisions))[-1]

    @cached_property
    def _standing_in(self) -> list[Revision]:
        """The revisions that list it and are not retracted."""
        return [one for one in self.revisions if not one.retracted]

    @property
    def ends(self) -> tuple[str, str] | None:
        """The first and the last code of a range that is listed as one; else None."""
        return self.last.rows[0].ends if self.listings else None

    @cached_property
    def messages(self) -> tuple[str, ...]:
        """The different messages of the newest listing, in its order; none where there is none.

        They are in the language of titles.
        """
        rows = self.last.rows if self.listings else ()
        return tuple(dict.fromkeys(row.message for row in rows))

    @cached_property
    def language(self) -> str:
        """The language of its messages; that of our own words where no document lists it."""
        return self.last.rows[0].language if self.listings else languages.ENGLISH

    @property
    def twins(self) -> tuple[Row, ...]:
        """The rows of the newest listing in other languages than that of its messages."""
        return self.last.twins if self.listings else ()

    @cached_property
    def meanings(self) -> tuple[str, ...]:
        """What the code means: the document's messages, or our sentence where it has none."""
        if self.observed and self.observed.observation.says:
            return (self.observed.observation.says.text,)
        return self.messages or (NOT_READABLE,)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which its newest listing has texts, that of titles first."""
        return tuple(dict.fromkeys((self.language, *(row.language for row in self.twins))))

    @property
    def sent(self) -> tuple[str, ...]:
        """What the API was seen to send with it, what varies as a name in braces."""
        messages = self.observed.observation.messages if self.observed else ()
        return tuple(message.text for message in messages)

    @property
    def differs(self) -> tuple[Differs, ...]:
        """The meanings that later pages of the provider give it."""
        return tuple(self.observed.observation.differs) if self.observed else ()

    @cached_property
    def status(self) -> Status:
        """Whether the newest revision lists the code, only an older one, or none."""
        if not self.revisions:
            return "observed"
        return "current" if self._standing_in[-1:] == [self.provider.latest] else "dropped"

    @cached_property
    def retracted(self) -> bool:
        """Whether revisions list the code, and the provider has retracted all of these."""
        return bool(self.listings) and not self._standing

    def listing(self, revision: Revision) -> Listing | None:
        """Return what one revision has for the code; None where it does not list it."""
        for one in self.listings:
            if one.revision is revision:
                return one
        return None

    def rows(self, revision: Revision) -> tuple[Row, ...]:
        """Return the rows that one revision has for the code; none where it does not list it.

        They are in the language of titles.
        """
        listing = self.listing(revision)
        return listing.rows if listing else ()

    def all_rows(self, revision: Revision) -> tuple[Row, ...]:
        """Return the rows that one revision has for the code, in all its languages."""
        listing = self.listing(revision)
        return listing.all_rows if listing else ()

    def within(self, revision: Revision, language: str) -> tuple[Row, ...]:
        """Return the rows that one revision has for the code in one language; there may be none."""
        listing = self.listing(revision)
        return listing.within(language) if listing else ()

    def compared(
        self, before: Revision, after: Revision
    ) -> tuple[tuple[tuple[Row, ...], tuple[Row, ...]], ...]:
        """Return the rows of two revisions that can be compared: those in each language of both.

        The later revision's language of titles is the first. Where one revision alone lists the
        code, there are its rows in the language of titles, and none of the other.
        """
        old, new = self.listing(before), self.listing(after)
        if not (old and new):
            return ((self.rows(before), self.rows(after)),)
        common = [tag for tag in new.languages if tag in old.languages]
        return tuple((old.within(tag), new.within(tag)) for tag in common)

    def listed(self, revision: Revision) -> bool:
        """Tell whether one revision lists the code, whether or not it can be read."""
        return bool(self.rows(revision)) or self.unread_in(revision) is not None

    def unread_in(self, revision: Revision) -> Unread | None:
        """Return where one revision lists the code and cannot be read; None where it does not."""
        if self.rows(revision):
            return None
        return next((unread for unread in self.unread if unread.revision is revision), None)

    @property
    def dropped(self) -> bool:
        """Whether an older revision lists the code, and the newest no longer does."""
        return self.status == "dropped"

    @cached_property
    def new(self) -> bool:
        """Whether the newest of several revisions is the first to list the code."""
        return bool(self.provider.steps) and self._standing_in[:1] == [self.provider.latest]

    @cached_property
    def just_added(self) -> bool:
        """Whether the newest revision lists the code, and the one before it does not."""
        steps = self.provider.steps[-1:]
        return any(self.listed(after) and not self.listed(before) for before, after in steps)

    @cached_property
    def just_dropped(self) -> bool:
        """Whether the newest revision does not list the code, and the one before it does."""
        steps = self.provider.steps[-1:]
        return any(self.listed(before) and not self.listed(after) for before, after in steps)

    @cached_property
    def success(self) -> bool:
        """Whether the code says that all went well."""
        return self.code in self.code_set.response.success

    @cached_property
    def url(self) -> str:
        """The address of the code's page, relative to the site: `wechat/40029/`."""
        return addresses.CODE(provider=self.provider.id, code=self.address)

    @cached_property
    def row_url(self) -> str:
        """The address of the code's row on the catalog page: `wechat/#40029`."""
        return addresses.ROW(provider=self.provider.id, anchor=self.anchor)

    @property
    def json_url(self) -> str:
        """The address of the code's JSON, where it has a file of its own: see `publish.packs`."""
        return addresses.API_CODE(provider=self.provider.id, code=self.address)

    @property
    def markdown_url(self) -> str:
        """The address of the code's Markdown, where it has a file of its own."""
        return addresses.CODE_MARKDOWN(provider=self.provider.id, code=self.address)


@dataclass(frozen=True, slots=True)
class Overtaken:
    """A statement of `observations.yml` that does not count any more.

    Attributes:
        code: as printed.
        path: the way to the statement in the file.
        why: why it does not, in a sentence.
    """

    code: str
    path: tuple[str | int, ...]
    why: str


@dataclass(frozen=True, repr=False)
class Catalog:
    """One provider and all its codes, in order.

    Attributes:
        provider: the provider.
        codes: those that its documents list, and those that were observed, in order.
        observations: what is known beyond the documents, as it is written.
        overtaken: what of it does not count any more.
        compared: when the newest revision was last compared with what is published, and what came
            of it; None where nobody has recorded that.
    """

    provider: Provider
    codes: tuple[Code, ...]
    observations: Written[Observations]
    overtaken: tuple[Overtaken, ...] = ()
    compared: Compared | None = None

    @cached_property
    def documented(self) -> tuple[Code, ...]:
        """The codes that a document lists, in order."""
        return tuple(code for code in self.codes if code.revisions)

    @cached_property
    def current(self) -> tuple[Code, ...]:
        """The codes that the newest revision lists, in order."""
        return tuple(code for code in self.documented if not code.dropped)

    @cached_property
    def dropped(self) -> tuple[Code, ...]:
        """The codes that an older revision lists, and the newest does not, in order."""
        return tuple(code for code in self.documented if code.dropped)

    @cached_property
    def observed(self) -> tuple[Code, ...]:
        """The codes that no document lists, in order."""
        return tuple(code for code in self.codes if not code.revisions)

    @cached_property
    def disputed(self) -> tuple[Code, ...]:
        """The codes to which later pages of the provider give another meaning, in order."""
        return tuple(code for code in self.codes if code.differs)

    @cached_property
    def by_address(self) -> dict[str, Code]:
        """The codes by the path segment of their pages, in order."""
        return {code.address: code for code in self.codes}

    @cached_property
    def by_anchor(self) -> dict[str, Code]:
        """The codes by the fragments of their rows, in order."""
        return {code.anchor: code for code in self.codes}

    @cached_property
    def updated(self) -> date:
        """The day on which the atlas last took in a document or an observation."""
        seen = (source.seen for source in self.observations.content.sources)
        return max([self.provider.latest.added, *seen])

    @property
    def new(self) -> tuple[Code, ...]:
        """The codes that the newest of several revisions is the first to list."""
        return tuple(code for code in self.codes if code.new)

    @property
    def just_added(self) -> tuple[Code, ...]:
        """The codes that the newest revision lists and the one before it lacks: new, or back."""
        return tuple(code for code in self.codes if code.just_added)

    @property
    def just_dropped(self) -> tuple[Code, ...]:
        """The codes that the newest revision lacks and the one before it lists."""
        return tuple(code for code in self.codes if code.just_dropped)

    def listed(self, code_set: CodeSet, revision: Revision) -> int:
        """Count the codes of one code set that one revision lists."""
        return sum(code.listed(revision) for code in self.of(code_set))

    def covering(self, code_set: CodeSet, code: str) -> Code | None:
        """Return the range that a code stands in which no document lists by itself, if one does.

        Of several the narrowest, which says most.
        """
        ranges = [one for one in self.of(code_set) if one.ends and holds(one.ends, code)]
        return min(ranges, key=lambda one: width(one.ends), default=None)

    def of(self, code_set: CodeSet) -> tuple[Code, ...]:
        """Return the codes of one code set, in order."""
        return self._of.get(code_set.id, ())

    def sections(self, code_set: CodeSet) -> list[tuple[Code, ...]]:
        """Return the codes of a code set by range, in order; codes without a range by themselves.

        Where provider.yml titles no range they are by the headings of the document, if each of
        these stands over a stretch of codes of its own.
        """
        return self._sections.get(code_set.id, [])

    def section_of(self, code: Code) -> int:
        """Return the place of a code's section among those of its code set."""
        return self._section_of[code.anchor]

    @cached_property
    def ranges(self) -> tuple[Code, ...]:
        """The codes that are ranges, in order."""
        return tuple(code for code in self.codes if code.ends)

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages in which the newest revisions that list the codes have texts."""
        return frozenset(tag for code in self.codes for tag in code.languages)

    @cached_property
    def _sections(self) -> dict[str, list[tuple[Code, ...]]]:
        return {
            code_set.id: _in_sections(code_set, self.of(code_set))
            for code_set in self.provider.code_sets
        }

    @cached_property
    def _section_of(self) -> dict[str, int]:
        return {
            code.anchor: place
            for sections in self._sections.values()
            for place, codes in enumerate(sections)
            for code in codes
        }

    @cached_property
    def _of(self) -> dict[str, tuple[Code, ...]]:
        listed: dict[str, list[Code]] = {}
        for code in self.codes:
            listed.setdefault(code.code_set.id, []).append(code)
        return {ident: tuple(codes) for ident, codes in listed.items()}


def _in_sections(code_set: CodeSet, codes: tuple[Code, ...]) -> list[tuple[Code, ...]]:
    if code_set.ranges:
        return [tuple(group) for _, group in groupby(codes, lambda code: code.range)]
    listed = [tuple(group) for _, group in groupby(codes, lambda code: code.section)]
    headings = {group[0].section for group in listed}
    return listed if len(headings) == len(listed) else [codes]


def holds(ends: tuple[str, str] | None, code: str) -> bool:
    """Tell whether a code stands between the ends of a range, and is of its kind."""
    if not ends:
        return False
    (letters, low, signed, _), (_, high, _, _) = map(order, ends)
    others, numbers, other, _ = order(code)
    return (letters, signed) == (others, other) and low <= numbers <= high


def width(ends: tuple[str, str] | None) -> tuple[int, ...]:
    """Return how far the ends of a range are apart, number by number."""
    (_, low, _, _), (_, high, _, _) = map(order, ends or ("0", "0"))
    return tuple(last - first for first, last in zip(low, high, strict=False))


def by_number(codes: Iterable[Code]) -> dict[str, list[Code]]:
    """Return the codes in groups that are equal but for their sign, in order."""
    groups: dict[str, list[Code]] = {}
    for code in codes:
        groups.setdefault(unsigned(code.code), []).append(code)
    return groups
