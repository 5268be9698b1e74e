"""How a document is to be read: the `reader` of a revision in `provider.yml`.

One model per format, told apart by `format`, which is also the name of the reader's module in
`macros/readers/`; `ReaderOptions` at the end is the one list of them. Patterns are regular
expressions for whole texts, in which digits and word characters are ASCII alone.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from macros.sources.fields import CodePattern, Identifier, Pattern, Strict


class Success(Strict):
    """A column of the document that tells successes from errors."""

    column: str = Field(description="The column's heading, as printed.")
    value: str = Field(description='What stands in it for a success, such as "true".')


class Table(Strict):
    """One kind of table in a document, known by its heading row."""

    code_set: Identifier = Field(description="The id of the code set whose codes it lists.")
    columns: list[str] = Field(
        min_length=2, description="The headings of all columns, in order, as printed."
    )
    code: str = Field(description="The heading of the column with the code.")
    message: str = Field(description="The heading of the column with the message.")
    success: Success | None = Field(None, description="The column that tells success, if any.")
    pattern: CodePattern = Field(
        description="A regular expression for the whole of a code, without anchors. Digits are 0-9"
        " alone."
    )
    heading_row: bool = Field(
        default=True,
        description='"false" where the document prints the table without its heading row.',
    )

    @model_validator(mode="after")
    def _columns_exist(self) -> Table:
        if len(set(self.columns)) != len(self.columns):
            raise ValueError("two columns have the same heading, so a name does not tell which")
        wanted = [self.code, self.message, *([self.success.column] if self.success else [])]
        for name in wanted:
            if name not in self.columns:
                raise ValueError(f'the column "{name}" is not one of {self.columns}')
            if wanted.count(name) > 1:
                raise ValueError(f'the column "{name}" cannot be two things at once')
        return self


class Options(Strict):
    """What all formats have."""

    ignore: list[Pattern] = Field(
        default_factory=list,
        description="Regular expressions for whole lines of text (in a table: cells joined by"
        ' " | ") that are neither code nor heading. One that matches nothing is an error.',
    )

    @property
    def code_sets(self) -> list[str]:
        """The ids of the code sets that the document lists."""
        raise NotImplementedError

    @property
    def heading_patterns(self) -> list[str]:
        """The patterns of lines that are headings; none where markup tells."""
        return []

    @property
    def described_tables(self) -> list[Table]:
        """The kinds of table that the document has; none where it has no tables."""
        return []


class TableOptions(Options):
    """What formats with tables have."""

    tables: list[Table] = Field(min_length=1, description="The kinds of table in the document.")

    @property
    def code_sets(self) -> list[str]:
        """The ids of the code sets of all tables."""
        return [table.code_set for table in self.tables]

    @property
    def described_tables(self) -> list[Table]:
        """All tables."""
        return self.tables

    @model_validator(mode="after")
    def _columns_tell_tables_apart(self) -> TableOptions:
        columns = [table.columns for table in self.tables]
        if any(columns.count(headings) > 1 for headings in columns):
            raise ValueError("two tables have the same columns, so nothing tells them apart")
        return self


class HtmlTableOptions(TableOptions):
    """An HTML page or fragment whose tables list the codes."""

    format: Literal["html_table"]


class MarkdownOptions(TableOptions):
    """A Markdown page whose pipe tables or raw HTML tables list the codes."""

    format: Literal["markdown"]


class TextLinesOptions(Options):
    """A text copy of a page: a line per code, code first, then the message."""

    format: Literal["text_lines"]
    code_set: Identifier = Field(description="The id of the code set that the lines list.")
    pattern: CodePattern = Field(
        description="A regular expression for the whole of a code, without anchors. Digits are 0-9"
        " alone."
    )
    separator: Literal["space", "none"] = Field(
        description='What stands between code and message: "space" (any white space) or "none".'
    )
    headings: list[Pattern] = Field(
        default_factory=list,
        description="Regular expressions for whole lines that are headings.",
    )
    messages_name_codes: bool = Field(
        default=False, description='"true" where messages speak of other codes.'
    )

    @property
    def code_sets(self) -> list[str]:
        """The id of the one code set."""
        return [self.code_set]

    @property
    def heading_patterns(self) -> list[str]:
        """The patterns of lines that are headings."""
        return self.headings


FORMATS = (HtmlTableOptions, MarkdownOptions, TextLinesOptions)
ReaderOptions = Annotated[
    HtmlTableOptions | MarkdownOptions | TextLinesOptions, Field(discriminator="format")
]
