"""Formats of pages: tables in HTML, Markdown or reStructuredText, and text copies."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from macros.sources.fields import Identifier, Pattern
from macros.sources.reader_options.one_list import OneListOptions
from macros.sources.reader_options.options import LEAVE_OUT, REPEATS, UNDER, Options
from macros.sources.reader_options.table import (
    DITTOS_GO_ON,
    GOES_ON,
    MOST_SIDES,
    SIDE_BY_SIDE,
    Name,
    Table,
)


class TableOptions(Options):
    """What formats with tables have."""

    tables: list[Table] = Field(min_length=1, description="The kinds of table in the document.")
    other_tables: list[list[str]] = Field(
        default_factory=list,
        description="The headings of each kind of table that lists no codes, such as one of"
        " parameters. A row of it that has a code as a cell is refused.",
    )

    @property
    def code_sets(self) -> list[str]:
        """The ids of the code sets of all tables."""
        return [table.code_set for table in self.tables]

    @property
    def described_tables(self) -> list[Table]:
        """All tables."""
        return self.tables

    @property
    def headings_of_others(self) -> list[list[str]]:
        """The headings of tables without codes."""
        return self.other_tables

    @model_validator(mode="after")
    def _something_tells_tables_apart(self) -> TableOptions:
        untold = [table for table in self.tables if table.under is None]
        if any(table.printed in self.other_tables for table in untold):
            raise ValueError(
                "a table with the same columns is among `other_tables`; say with `under` what"
                " heading stands above the one that lists codes"
            )
        known = [(table.printed, table.under) for table in self.tables]
        if any(known.count(one) > 1 for one in known):
            raise ValueError(
                "two tables have the same columns, so nothing tells them apart; say with `under`"
                " what heading stands above each"
            )
        return self


class HtmlOptions(TableOptions):
    """What formats have in which tables can be HTML."""

    leave_out: list[str] = Field(default_factory=list, description=LEAVE_OUT)
    whole_in: list[str] = Field(
        default_factory=list,
        description="Attributes within cells of HTML tables that have the whole text where the page"
        " shows its beginning, or an icon alone, such as `title`.",
    )

    @property
    def left_out(self) -> list[str]:
        """The texts within cells that are left out."""
        return self.leave_out

    @property
    def attributes(self) -> list[str]:
        """The attributes that have whole texts."""
        return self.whole_in


class HtmlTableOptions(HtmlOptions):
    """An HTML page or fragment whose tables list the codes."""

    format: Literal["html_table"]
    has_prose: ClassVar[bool] = True


class MarkdownOptions(HtmlOptions):
    """A Markdown page whose pipe tables or raw HTML tables list the codes."""

    format: Literal["markdown"]
    has_prose: ClassVar[bool] = True


class RstOptions(TableOptions):
    """A page in reStructuredText whose tables list the codes."""

    format: Literal["rst"]
    has_prose: ClassVar[bool] = True


class BoxTableOptions(TableOptions):
    """A text, or a fence in a page, with tables drawn with signs, as databases print them."""

    format: Literal["box_table"]
    has_prose: ClassVar[bool] = True


class StackedOptions(TableOptions):
    """A text copy of a page in which each cell of a table stands on a line of its own."""

    format: Literal["stacked"]
    has_prose: ClassVar[bool] = True
    wrapped: list[str] = Field(
        default_factory=list,
        description="Whole lines that go on with the last cell of the row above.",
    )

    @property
    def wrapped_lines(self) -> list[str]:
        """The lines that go on with the one above."""
        return self.wrapped


class TextLinesOptions(OneListOptions):
    """A text copy of a page: a line per code, in columns or the code first, then the message."""

    format: Literal["text_lines"]
    separator: Literal["space", "none", "sign", "tab", "columns", "widths"] = Field(
        description='What stands between code and message: "space" (any white space), "none", or'
        ' "sign" (a colon, a dash with spaces, an arrow, dots that lead to the message, a full stop'
        " or a bracket behind three signs or more, or brackets around the code)."
        ' Between several columns: "tab", "columns" (two spaces or more), or "widths" (they begin'
        " at the same place of each line)."
    )
    before: Pattern | None = Field(
        None,
        description='A regular expression for what stands before each code, such as "Error ".',
    )
    columns: list[str] = Field(
        default_factory=list,
        description="With several columns: their headings, in order, as printed.",
    )
    side_by_side: int = Field(
        1, ge=1, le=MOST_SIDES, description=f"With several columns: {SIDE_BY_SIDE}"
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
        description='"true" where messages have wide gaps, or begin with names, and are no columns'
        " all the same.",
    )
    wrapped: list[str] = Field(
        default_factory=list,
        description="With a single column: whole lines that go on with the message of the line"
        " above. One that is indented below it, and goes on with its sentence in a small letter,"
        " does so by itself.",
    )
    goes_on: bool = Field(default=False, description=f"With several columns: {GOES_ON}")
    dittos_go_on: bool = Field(default=False, description=f"The same: {DITTOS_GO_ON}")
    under: dict[str, Identifier] = Field(default_factory=dict, description=UNDER)
    repeats: bool = Field(default=False, description=REPEATS)

    @property
    def code_sets(self) -> list[str]:
        """The ids of the code sets, that of the lines under no heading of `under` first."""
        return [self.code_set, *self.under.values()]

    @property
    def heading_patterns(self) -> list[str]:
        """The patterns of lines that are headings."""
        return self.headings

    @property
    def wrapped_lines(self) -> list[str]:
        """The lines that go on with the one above."""
        return self.wrapped

    @property
    def in_columns(self) -> bool:
        """Whether the lines have several columns."""
        return self.separator not in {"space", "none", "sign"}

    @property
    def column_tables(self) -> list[Table]:
        """What the columns are, where there are several."""
        return [self.table] if self.in_columns else []

    @property
    def table(self) -> Table:
        """What the columns are, of lines that have several."""
        return Table(
            code_set=self.code_set,
            columns=self.columns,
            side_by_side=self.side_by_side,
            code=self.code or "",
            message=self.message or [],
            named=self.named,
            pattern=self.pattern,
            heading_row=False,
            goes_on=self.goes_on,
            dittos_go_on=self.dittos_go_on,
        )

    @model_validator(mode="after")
    def _columns_are_described(self) -> TextLinesOptions:
        if not self.in_columns:
            if (
                self.columns
                or self.code
                or self.message
                or self.named
                or self.starts
                or self.side_by_side > 1
                or self.goes_on
                or self.dittos_go_on
            ):
                raise ValueError(
                    "columns are described, and `separator` is for a single one; with several it is"
                    ' "tab", "columns" or "widths"'
                )
            return self
        if len(self.columns) < 2 or not self.code or not self.message:  # noqa: PLR2004 - a table
            raise ValueError("`columns`, `code` and `message` have to say what the columns are")
        if self.separator == "widths" and (
            len(self.starts) != len(self.columns) * self.side_by_side
            or self.starts != sorted(set(self.starts))
            or self.starts[0] < 1
        ):
            raise ValueError("`starts` does not say where each of the columns begins, in order")
        if self.before or self.wrapped:
            raise ValueError("`before` and `wrapped` are for a single column")
        if self.separator != "widths" and self.starts:
            raise ValueError('`starts` is for the `separator` "widths" alone')
        _ = self.table  # it is checked when it is made
        return self
