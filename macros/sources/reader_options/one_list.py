"""Formats whose document is one list of codes: text copies, entries, trees of keys."""

from __future__ import annotations

from pydantic import Field

from macros.sources.fields import CodePattern, Identifier
from macros.sources.reader_options.options import Options
from macros.sources.reader_options.table import Name


class OneListOptions(Options):
    """What formats have whose document is one list."""

    code_set: Identifier = Field(description="The id of the code set that the document lists.")
    pattern: CodePattern = Field(
        description="A regular expression for the whole of a code, without anchors. Digits are 0-9"
        " alone."
    )

    @property
    def code_sets(self) -> list[str]:
        """The id of the one code set."""
        return [self.code_set]

    @property
    def patterns(self) -> list[str]:
        """The one pattern."""
        return [self.pattern]


class NamedListOptions(OneListOptions):
    """What formats have whose reader knows the lines of each code, and the other texts by name."""

    named: dict[Name, str] = Field(
        default_factory=dict,
        description="What other texts say, each with its label, group or key. One of `name`,"
        " `cause`, `remedy`, `http`, `language`, `note`.",
    )

    @property
    def exact_lines(self) -> bool:
        """The reader knows them."""
        return True

    @property
    def named_texts(self) -> dict[str, str]:
        """What labels, groups or keys are named."""
        return dict(self.named.items())
