"""Further lists of a document of data: what differs from the first one."""

from __future__ import annotations

from pydantic import Field

from macros.sources.fields import CodePattern, Identifier, Strict
from macros.sources.reader_options.table import Name


class TreeList(Strict):
    """Another list or mapping of items in a document; what is not said is as in the first one."""

    path: str = Field(description="Where its items stand, as in the first list's `path`.")
    code_set: Identifier | None = Field(None, description="The id of its code set.")
    code: list[str] | None = Field(None, min_length=1, description="The keys that make its codes.")
    join: str | None = Field(None, description="What stands between the parts of a code.")
    message: str | list[str] | None = Field(
        None, description="The key of its messages, or several, the preferred one first."
    )
    named: dict[Name, str] | None = Field(
        None,
        description="What other keys say, each with the key. One of `name`, `cause`, `remedy`,"
        " `http`, `language`, `note`.",
    )
    beside: list[str] | None = Field(
        None, description="Keys of lists beside it, whose values belong to its values."
    )
    pattern: CodePattern | None = Field(None, description="The pattern of its codes.")
