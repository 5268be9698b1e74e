"""What a code is: plain frozen dataclasses.

A code is always a string, as printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from macros import addresses, languages
from macros.cached import cached_property

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from macros.readers.rows import Row, Unreadable
    from macros.sources.observations import (
        Differs,
        Observation,
        Source,
        Statement,
    )
    from macros.sources.provider import CodeSet, Provider, Range, Revision


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
