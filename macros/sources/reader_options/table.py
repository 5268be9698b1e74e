"""A kind of table: what its columns are, and what its codes look like."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from pydantic import Field, model_validator

from macros.sources.fields import CodePattern, Identifier, Strict

if TYPE_CHECKING:
    from collections.abc import Sequence

# What a column can be beside the code and the message; programs know these names.
Name = Literal["name", "cause", "remedy", "http", "language", "note"]


MOST_SIDES = 20
FAILURE = (
    "What stands there for failures, where that are several texts. Without it, a row with a third"
    " text is refused."
)
NEITHER = (
    "What stands there where a row says neither; its code is a success if the code set says so."
)
SIDE_BY_SIDE = (
    "How many times these columns stand side by side, as in Code, Text, Code, Text; they are read"
    " one below the other."
)
GOES_ON = '"true" where each row without a code goes on with the row above, cell by cell.'
DITTOS_GO_ON = (
    '"true" where a cell with a ditto mark and more, as in 〃 (expired), has the text above with'
    " what stands behind the mark."
)
LABELS = (
    "Labels of lines behind a break in the cell of the message, such as Cause in"
    ' "Cause: …", which become columns.'
)


class Success(Strict):
    """A column of the document that tells successes from errors."""

    column: str = Field(description="The column's heading, as printed.")
    value: str = Field(description='What stands in it for a success, such as "true".')
    failure: list[str] = Field(default_factory=list, description=FAILURE)
    neither: list[str] = Field(default_factory=list, description=NEITHER)

    def tells(self, text: str) -> bool | None:
        """Tell whether a text stands for a success; None where it stands for neither."""
        return tells(text, self.value, self.neither)


class Table(Strict):
    """One kind of table in a document, known by its heading row and the heading above it."""

    code_set: Identifier = Field(description="The id of the code set whose codes it lists.")
    columns: list[str] = Field(
        min_length=2,
        description="The headings of all columns, in order, as printed. One that is printed a"
        ' second time is called "Code (2)" everywhere else.',
    )
    side_by_side: int = Field(1, ge=1, le=MOST_SIDES, description=SIDE_BY_SIDE)
    under: str | None = Field(
        None,
        min_length=1,
        description="The nearest heading above the table: its text, or a regular expression for the"
        " whole of it; in Markdown, a line of text right above it counts as one. For tables that"
        " have the same columns and are not one list.",
    )
    code: str | list[str] = Field(
        description="The heading of the column with the code; or those of several that make a code"
        " together, in order."
    )
    join: str = Field("", description="What stands between the parts of a code of several columns.")
    behind_code: str | None = Field(
        None,
        min_length=1,
        description="Where words stand behind the code in its cell, as in 400 Bad Request: what the"
        " column is called that they are kept in.",
    )
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
    labels: list[str] = Field(default_factory=list, description=LABELS)
    goes_on: bool = Field(default=False, description=GOES_ON)
    dittos_go_on: bool = Field(default=False, description=DITTOS_GO_ON)

    @property
    def codes(self) -> list[str]:
        """The headings of the columns that make the code."""
        return [self.code] if isinstance(self.code, str) else self.code

    @property
    def messages(self) -> list[str]:
        """The headings of the columns that can have the message, the preferred one first."""
        return [self.message] if isinstance(self.message, str) else self.message

    @property
    def printed(self) -> list[str]:
        """The heading row as the document has it."""
        return self.columns * self.side_by_side

    @cached_property
    def names(self) -> list[str]:
        """What the columns are called: their headings, each of them once."""
        return distinct(self.columns)

    @model_validator(mode="after")
    def _columns_are_listed_once(self) -> Table:
        # Else the codes on the right would be no more than what a column says.
        length = len(self.columns)
        for width in (one for one in range(2, length // 2 + 1) if length % one == 0):
            once = self.columns[:width]
            if once[0] and once * (length // width) == self.columns:
                raise ValueError(
                    f"the columns {once} stand side by side: list them once, and write"
                    f" `side_by_side: {length // width}`"
                )
        return self

    @model_validator(mode="after")
    def _columns_exist(self) -> Table:
        if not self.messages:
            raise ValueError("no column is named for the message")
        if not self.codes:
            raise ValueError("no column is named for the code")
        wanted = [*self.codes, *self.messages, *self.named.values()]
        wanted += [self.success.column] if self.success else []
        names = [*self.names, *self.labels, *([self.behind_code] if self.behind_code else [])]
        if self.behind_code in self.names:
            raise ValueError(f'the table has a column "{self.behind_code}": call it otherwise')
        for label in self.labels:
            if names.count(label) > 1 or label in {*self.codes, *self.messages}:
                raise ValueError(f'"{label}" cannot be a label and something else')
        if self.behind_code and len(self.codes) > 1:
            raise ValueError("a code of several columns has nothing behind it")
        for name in wanted:
            if name not in names:
                raise ValueError(f'the column "{name}" is not one of {self.names}')
            if wanted.count(name) > 1:
                raise ValueError(f'the column "{name}" cannot be two things at once')
        return self


def tells(text: str, value: str, neither: Sequence[str]) -> bool | None:
    """Tell whether a text is that of a success; None where it is one of those that say neither."""
    if folded(text) == folded(value):
        return True
    return None if folded(text) in map(folded, neither) else False


def folded(text: str) -> str:
    """Return a text of a cell as it is compared: without differences of case and space."""
    return " ".join(text.split()).casefold()


def distinct(headings: Sequence[str]) -> list[str]:
    """Return headings of which none is like another: `Code`, `Text`, `Code (2)`."""
    names: list[str] = []
    for heading in headings:
        number, name = 1, heading
        while name in names:
            number += 1
            name = f"{heading} ({number})".strip()
        names.append(name)
    return names
