"""How a document is to be read: the `reader` of a revision in `provider.yml`.

One model per format, told apart by `format`, which is also the name of the reader's module in
`macros/readers/`; `ReaderOptions` at the end is the one list of them. Patterns are regular
expressions for whole texts, in which digits and word characters are ASCII alone.
"""

from __future__ import annotations

import unicodedata
from typing import Annotated, Literal

from pydantic import Field, model_validator

from macros.sources.fields import CodePattern, Identifier, Pattern, PrintedCode, Strict

# What a column can be beside the code and the message; programs know these names.
Name = Literal["name", "cause", "remedy", "http", "language", "note"]


class Success(Strict):
    """A column of the document that tells successes from errors."""

    column: str = Field(description="The column's heading, as printed.")
    value: str = Field(description='What stands in it for a success, such as "true".')


class Table(Strict):
    """One kind of table in a document, known by its heading row and the heading above it."""

    code_set: Identifier = Field(description="The id of the code set whose codes it lists.")
    columns: list[str] = Field(
        min_length=2, description="The headings of all columns, in order, as printed."
    )
    under: str | None = Field(
        None,
        min_length=1,
        description="The nearest heading above the table: its text, or a regular expression for the"
        " whole of it. For tables that have the same columns and are not one list.",
    )
    code: str = Field(description="The heading of the column with the code.")
    message: str | list[str] = Field(
        description="The heading of the column with the message; or those of several, of which the"
        " first that is not empty has it."
    )
    named: dict[Name, str] = Field(
        default_factory=dict,
        description="What other columns say, each with the column's heading. One of `name`,"
        " `cause`, `remedy`, `http`, `language`, `note`.",
    )
    success: Success | None = Field(None, description="The column that tells success, if any.")
    pattern: CodePattern = Field(
        description="A regular expression for the whole of a code, without anchors. Digits are 0-9"
        " alone."
    )
    heading_row: bool = Field(
        default=True,
        description='"false" where the document prints the table without its heading row.',
    )
    repeats: bool = Field(
        default=False,
        description='"true" where one list is cut into several tables, and a code stands in more'
        " than one of them.",
    )

    @property
    def messages(self) -> list[str]:
        """The headings of the columns that can have the message, the preferred one first."""
        return [self.message] if isinstance(self.message, str) else self.message

    @model_validator(mode="after")
    def _columns_exist(self) -> Table:
        if len(set(self.columns)) != len(self.columns):
            raise ValueError("two columns have the same heading, so a name does not tell which")
        if not self.messages:
            raise ValueError("no column is named for the message")
        wanted = [self.code, *self.messages, *self.named.values()]
        wanted += [self.success.column] if self.success else []
        for name in wanted:
            if name not in self.columns:
                raise ValueError(f'the column "{name}" is not one of {self.columns}')
            if wanted.count(name) > 1:
                raise ValueError(f'the column "{name}" cannot be two things at once')
        return self


class RowByHand(Strict):
    """A row as a person has read it from a line that no reader can."""

    line: str = Field(
        min_length=1,
        description='The whole line, as `ignore` sees it: in a table, its cells joined by " | ".',
    )
    code: PrintedCode = Field(description="The code, as printed.")
    message: str = Field(min_length=1, description="The message, as the page shows it.")
    columns: dict[str, str] = Field(
        default_factory=dict, description="What the other columns say: heading to text."
    )
    code_set: Identifier | None = Field(
        None, description="The id of its code set, where the document lists several."
    )

    @model_validator(mode="after")
    def _says_what_the_line_says(self) -> RowByHand:
        for text in (self.code, self.message, *self.columns.values()):
            if _signs(text) not in _signs(self.line):
                raise ValueError(f'the line "{self.line}" does not have "{text}"')
        return self


def _signs(text: str) -> str:
    """Return a text's characters without what a broken row can gain or lose: space and pipes."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in folded if not (sign.isspace() or sign == "|"))


class Options(Strict):
    """What all formats have."""

    ignore: list[Pattern] = Field(
        default_factory=list,
        description="Regular expressions for whole lines of text (in a table: cells joined by"
        ' " | ") that are neither code nor heading. One that matches nothing is an error, as is one'
        " that matches the row of a code.",
    )
    rows: list[RowByHand] = Field(
        default_factory=list,
        description="What lines say that no reader can read, such as a row with a cell too many.",
    )
    unreadable: list[PrintedCode] = Field(
        default_factory=list,
        description="Codes whose rows are ignored because nothing can be quoted from them. The"
        " pages say that the document lists them.",
    )
    prose: list[str] = Field(
        default_factory=list,
        description="Whole lines, as `ignore` sees them, that begin with what could be a code and"
        " list none.",
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

    @model_validator(mode="after")
    def _rows_have_a_code_set(self) -> Options:
        for row in self.rows:
            if row.code_set is None and len(set(self.code_sets)) > 1:
                raise ValueError(f'the row of "{row.code}" does not say its `code_set`')
            if row.code_set and row.code_set not in self.code_sets:
                raise ValueError(f'the document lists no code set "{row.code_set}"')
        return self


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
    def _something_tells_tables_apart(self) -> TableOptions:
        known = [(table.columns, table.under) for table in self.tables]
        if any(known.count(one) > 1 for one in known):
            raise ValueError(
                "two tables have the same columns, so nothing tells them apart; say with `under`"
                " what heading stands above each"
            )
        return self


class HtmlTableOptions(TableOptions):
    """An HTML page or fragment whose tables list the codes."""

    format: Literal["html_table"]


class MarkdownOptions(TableOptions):
    """A Markdown page whose pipe tables or raw HTML tables list the codes."""

    format: Literal["markdown"]


class TextLinesOptions(Options):
    """A text copy of a page: a line per code, in columns or the code first, then the message."""

    format: Literal["text_lines"]
    code_set: Identifier = Field(description="The id of the code set that the lines list.")
    pattern: CodePattern = Field(
        description="A regular expression for the whole of a code, without anchors. Digits are 0-9"
        " alone."
    )
    separator: Literal["space", "none", "tab", "columns", "widths"] = Field(
        description='What stands between code and message: "space" (any white space) or "none".'
        ' Between several columns: "tab", "columns" (two spaces or more), or "widths" (they begin'
        " at the same place of each line)."
    )
    columns: list[str] = Field(
        default_factory=list,
        description="With several columns: their headings, in order, as printed.",
    )
    starts: list[int] = Field(
        default_factory=list,
        description='With "widths": the place at which each column begins, the first being 1.',
    )
    code: str | None = Field(
        None, description="With several columns: the heading of the one with the code."
    )
    message: str | list[str] | None = Field(
        None,
        description="With several columns: the heading of the one with the message; or those of"
        " several, of which the first that is not empty has it.",
    )
    named: dict[Name, str] = Field(
        default_factory=dict,
        description="What other columns say, each with the column's heading. One of `name`,"
        " `cause`, `remedy`, `http`, `language`, `note`.",
    )
    headings: list[Pattern] = Field(
        default_factory=list,
        description="Regular expressions for whole lines that are headings.",
    )
    messages_name_codes: bool = Field(
        default=False, description='"true" where messages speak of other codes.'
    )
    one_column: bool = Field(
        default=False,
        description='"true" where messages have wide gaps and are no columns all the same.',
    )

    @property
    def code_sets(self) -> list[str]:
        """The id of the one code set."""
        return [self.code_set]

    @property
    def heading_patterns(self) -> list[str]:
        """The patterns of lines that are headings."""
        return self.headings

    @property
    def in_columns(self) -> bool:
        """Whether the lines have several columns."""
        return self.separator not in {"space", "none"}

    @property
    def table(self) -> Table:
        """What the columns are, of lines that have several."""
        return Table(
            code_set=self.code_set,
            columns=self.columns,
            code=self.code or "",
            message=self.message or [],
            named=self.named,
            pattern=self.pattern,
            heading_row=False,
        )

    @model_validator(mode="after")
    def _columns_are_described(self) -> TextLinesOptions:
        if not self.in_columns:
            if self.columns or self.code or self.message or self.named or self.starts:
                raise ValueError(
                    "columns are described, and `separator` is for a single one; with several it is"
                    ' "tab", "columns" or "widths"'
                )
            return self
        if len(self.columns) < 2 or not self.code or not self.message:  # noqa: PLR2004 - a table
            raise ValueError("`columns`, `code` and `message` have to say what the columns are")
        if self.separator == "widths" and (
            len(self.starts) != len(self.columns)
            or self.starts != sorted(set(self.starts))
            or self.starts[0] < 1
        ):
            raise ValueError("`starts` does not say where each of the columns begins, in order")
        if self.separator != "widths" and self.starts:
            raise ValueError('`starts` is for the `separator` "widths" alone')
        _ = self.table  # it is checked when it is made
        return self


FORMATS = (HtmlTableOptions, MarkdownOptions, TextLinesOptions)
ReaderOptions = Annotated[
    HtmlTableOptions | MarkdownOptions | TextLinesOptions, Field(discriminator="format")
]
