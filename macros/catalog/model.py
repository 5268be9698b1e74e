"""What a code is and what a catalog holds: plain frozen dataclasses.

A code is always a string, as printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from macros import addresses
from macros.codes import unsigned

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.readers.rows import Row
    from macros.sources.provider import CodeSet, Provider, Range, Revision


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows that one revision has for one code, in the document's order; never empty."""

    revision: Revision
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """One code of one provider, with everything that its documents ever said about it.

    Attributes:
        provider: whose code it is.
        code_set: the code set that lists it.
        code: as printed.
        anchor: the fragment of its row on the catalog page.
        address: the path segment of its page.
        range: the titled range it stands in, if any.
        listings: one per revision that lists it, oldest first; never empty.
    """

    provider: Provider
    code_set: CodeSet
    code: str
    anchor: str
    address: str
    range: Range | None
    listings: tuple[Listing, ...]

    @property
    def place(self) -> tuple[str, str]:
        """The code set's id and the code as printed: no other code of the provider has both."""
        return self.code_set.id, self.code

    @property
    def name(self) -> str:
        """The provider's name and the code: `WeChat 40029`."""
        return f"{self.provider.name} {self.code}"

    @property
    def last(self) -> Listing:
        """The newest listing: what the code means, or meant when it was last seen."""
        return self.listings[-1]

    @property
    def messages(self) -> tuple[str, ...]:
        """The different messages of the newest listing, in the document's order."""
        return tuple(dict.fromkeys(row.message for row in self.last.rows))

    def rows(self, revision: Revision) -> tuple[Row, ...]:
        """Return the rows that one revision has for the code; none where it does not list it."""
        return next((listing.rows for listing in self.listings if listing.revision is revision), ())

    @property
    def dropped(self) -> bool:
        """Whether the newest revision no longer lists the code."""
        return self.last.revision is not self.provider.latest

    @property
    def new(self) -> bool:
        """Whether the newest of several revisions is the first to list the code."""
        return (
            len(self.provider.revisions) > 1 and self.listings[0].revision is self.provider.latest
        )

    @property
    def success(self) -> bool:
        """Whether the code says that all went well."""
        return self.code in self.code_set.response.success

    @property
    def url(self) -> str:
        """The address of the code's page, relative to the site: `wechat/40029/`."""
        return addresses.CODE(provider=self.provider.id, code=self.address)

    @property
    def row_url(self) -> str:
        """The address of the code's row on the catalog page: `wechat/#40029`."""
        return addresses.ROW(provider=self.provider.id, anchor=self.anchor)

    @property
    def json_url(self) -> str:
        """The address of the code's JSON."""
        return addresses.API_CODE(provider=self.provider.id, code=self.address)

    @property
    def markdown_url(self) -> str:
        """The address of the code's Markdown."""
        return addresses.CODE_MARKDOWN(provider=self.provider.id, code=self.address)

    @property
    def alike_url(self) -> str:
        """The address of the JSON of all entries with the same code, of any provider.

        A code that is unfit for a path goes by the address that its provider's file gives it.
        """
        segment = addresses.segment(self.code)
        fit = not addresses.segment_fault(segment)
        return addresses.API_ALIKE(code=segment if fit else self.address)


@dataclass(frozen=True, repr=False)
class Catalog:
    """One provider and all its codes, in order."""

    provider: Provider
    codes: tuple[Code, ...]

    @cached_property
    def by_address(self) -> dict[str, Code]:
        """The codes by the path segment of their pages, in order."""
        return {code.address: code for code in self.codes}

    @property
    def new(self) -> tuple[Code, ...]:
        """The codes that the newest of several revisions is the first to list."""
        return tuple(code for code in self.codes if code.new)

    @property
    def just_dropped(self) -> tuple[Code, ...]:
        """The codes that the newest revision lacks and the one before it lists."""
        if len(self.provider.revisions) == 1:
            return ()
        before = self.provider.revisions[-2]
        return tuple(code for code in self.codes if code.dropped and code.rows(before))

    def listed(self, code_set: CodeSet, revision: Revision) -> int:
        """Count the codes of one code set that one revision lists."""
        return sum(bool(code.rows(revision)) for code in self.of(code_set))

    def of(self, code_set: CodeSet) -> tuple[Code, ...]:
        """Return the codes of one code set, in order."""
        return tuple(code for code in self.codes if code.code_set is code_set)


def by_number(codes: Iterable[Code]) -> dict[str, list[Code]]:
    """Return the codes in groups that are equal but for their sign, in order."""
    groups: dict[str, list[Code]] = {}
    for code in codes:
        groups.setdefault(unsigned(code.code), []).append(code)
    return groups
