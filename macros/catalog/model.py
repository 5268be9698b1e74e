"""The nouns of the atlas: what a reader takes and yields, what a code is, what a catalog holds.

Plain frozen dataclasses. A code is always a string, as printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from macros.codes import digits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.sources.provider import CodeSet, Provider, Range, Revision


@dataclass(frozen=True, slots=True)
class Document:
    """A source document's text, on its way to a reader.

    Attributes:
        file: its path as errors and pages cite it, relative to the project.
        text: decoded, without a byte order mark, lines ended by line feeds alone.
    """

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """What a document says about one code in one place.

    Attributes:
        code: as printed.
        message: as the provider's page shows it: runs of white space one space, line breaks
            as line feeds.
        columns: the other columns, heading to text.
        code_set: the id of its code set.
        file: the document, relative to the project.
        line: the line on which the code is printed, counted from 1.
        success: what the document's own success column says; None where it has none.
    """

    code: str
    message: str
    columns: dict[str, str]
    code_set: str
    file: str
    line: int
    success: bool | None = None


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
        return next((one.rows for one in self.listings if one.revision is revision), ())

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
        return f"{self.provider.id}/{self.address}/"


@dataclass(frozen=True)
class Catalog:
    """One provider and all its codes, in order."""

    provider: Provider
    codes: tuple[Code, ...]

    @cached_property
    def by_address(self) -> dict[str, Code]:
        """The codes by the path segment of their pages, in order."""
        return {code.address: code for code in self.codes}

    def listed(self, code_set: CodeSet, revision: Revision) -> int:
        """Count the codes of one code set that one revision lists."""
        return sum(bool(code.rows(revision)) for code in self.of(code_set))

    def of(self, code_set: CodeSet) -> tuple[Code, ...]:
        """Return the codes of one code set, in order."""
        return tuple(code for code in self.codes if code.code_set is code_set)


@dataclass(frozen=True, repr=False)
class Atlas:
    """All catalogs by provider id, in the order of the ids.

    Its repr is the short default one: mkdocs-macros writes out all that it is given.
    """

    catalogs: dict[str, Catalog]

    def code_at(self, url: str) -> Code | None:
        """Return the code whose page has this address, relative to the site, if there is one."""
        return self._places[url][1] if url in self._places else None

    def neighbours(self, code: Code) -> tuple[Code | None, Code | None]:
        """Return the codes before and after one of the same provider; None at the ends."""
        index = self._places[code.url][0]
        codes = self.catalogs[code.provider.id].codes
        before = codes[index - 1] if index else None
        return before, codes[index + 1] if index + 1 < len(codes) else None

    def same_number(self, code: Code) -> tuple[Code, ...]:
        """Return the other codes, of any provider, that have the same digits, whatever the sign."""
        return tuple(one for one in self._numbers[digits(code.code)] if one.url != code.url)

    @cached_property
    def _numbers(self) -> dict[str, list[Code]]:
        return by_number(code for _, code in self._places.values())

    @cached_property
    def _places(self) -> dict[str, tuple[int, Code]]:
        return {
            code.url: (index, code)
            for catalog in self.catalogs.values()
            for index, code in enumerate(catalog.codes)
        }


def by_number(codes: Iterable[Code]) -> dict[str, list[Code]]:
    """Return the codes in groups that are equal but for their sign, in order."""
    found: dict[str, list[Code]] = {}
    for code in codes:
        found.setdefault(digits(code.code), []).append(code)
    return found
