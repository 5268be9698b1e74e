"""A kind of table: what its columns are, and what its codes look like."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from macros.sources.fields import CodePattern, Identifier, Strict

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
