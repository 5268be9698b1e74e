"""What a reader takes and what it yields: a document's text, and its rows."""

from __future__ import annotations

from dataclasses import dataclass


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
