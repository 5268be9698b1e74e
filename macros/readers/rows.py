"""What a reader takes and what it yields: a document's text, and its rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from macros.languages import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Mapping


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
        code: as printed; of a range of codes its ends with a hyphen between: `50001-50501`.
        message: as the provider's page shows it: runs of white space one space, line breaks
            as line feeds.
        columns: the other columns, heading to text.
        code_set: the id of its code set.
        file: the document, relative to the project.
        line: the line on which the code is printed, counted from 1.
        success: what the document's own success column says; None where it has none.
        section: the nearest heading above it, in its table or above that; None where there is none.
        named: the texts of those columns that provider.yml names, such as `cause`; without those
            that are empty.
        headings: the headings of these columns, by the same names.
        ends: the first and the last code of a range; None where the row is about a single code.
        language: the tag of the document's language; no reader knows it, the catalog does.
        text_line: the line on which its text begins; 0 where the reader does not say.
        printed: the code as this document prints it, where the catalog knows it in other capitals.
    """

    code: str
    message: str
    columns: dict[str, str]
    code_set: str
    file: str
    line: int
    success: bool | None = None
    section: str | None = None
    named: dict[str, str] = field(default_factory=dict)
    ends: tuple[str, str] | None = None
    headings: dict[str, str] = field(default_factory=dict)
    language: str = ENGLISH
    text_line: int = field(default=0, compare=False)
    printed: str = field(default="", compare=False)


def kept_by_name(
    columns: Mapping[str, str], named: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return `named` and `headings` of a row with these columns.

    Args:
        columns: its columns, heading to text.
        named: what provider.yml says of columns, name to heading.
    """
    headings = {name: heading for name, heading in named.items() if columns.get(heading)}
    return {name: columns[heading] for name, heading in headings.items()}, headings


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A code that a document lists in a row from which nothing can be quoted.

    Attributes:
        code: as printed.
        code_set: the id of its code set.
        file: the document, relative to the project.
        line: the line of the row, counted from 1.
    """

    code: str
    code_set: str
    file: str
    line: int


class Line(NamedTuple):
    """A line of text: where it begins in the document, white space folded, where it ends."""

    line: int
    text: str
    last: int = 0
