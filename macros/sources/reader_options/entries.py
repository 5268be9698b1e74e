"""Formats without tables: an entry for each code, known by its heading, bullet or shape."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from macros.sources.fields import Identifier, Pattern
from macros.sources.reader_options.one_list import NamedListOptions
from macros.sources.reader_options.options import LEAVE_OUT, REPEATS, UNDER

LONGEST_ENTRY = 40  # lines


class PageOptions(NamedListOptions):
    """What headings and bullets have."""

    has_prose: ClassVar[bool] = True
    before: Pattern | None = Field(
        None,
        description='A regular expression for what stands before each code, such as "Error "; a'
        ' group (?P<name>…) in it becomes the column "name".',
    )
    labels: list[str] = Field(
        default_factory=list,
        description="Labels of paragraphs, or of lines behind a break, below a code, such as Cause"
        ' in "Cause: …", which become columns; bold ones do by themselves.',
    )
    no_labels: list[str] = Field(
        default_factory=list,
        description="Beginnings of texts that look like labels and are part of the text, such as"
        ' Busy in "Busy: …".',
    )
    one_column: bool = Field(
        default=False,
        description='"true" where what stands before a text like a column of its own, such as a'
        " name or something in brackets, is part of the text.",
    )
    shares_text: bool = Field(
        default=False,
        description='"true" where codes that stand one below the other, as the terms of a list of'
        " definitions do, have the text below the last of them together, and so do several codes of"
        " one heading or item, as in 4001, 4002.",
    )
    goes_on_below: list[str] = Field(
        default_factory=list,
        description='Messages that go on with all texts below them, as "Ask one of these:" does'
        " with a list, each as it is without these.",
    )
    leave_out: list[str] = Field(
        default_factory=list, description=f"Of a page in HTML: {LEAVE_OUT}"
    )
    under: dict[str, Identifier] = Field(default_factory=dict, description=UNDER)
    repeats: bool = Field(default=False, description=REPEATS)
    headings: list[Pattern] = Field(
        default_factory=list,
        description="Regular expressions for whole headings or items without a code that stand"
        " among those with one.",
    )

    @property
    def open_messages(self) -> list[str]:
        """The messages that go on with what stands below them."""
        return self.goes_on_below

    @property
    def left_out(self) -> list[str]:
        """The texts of elements that are left out."""
        return self.leave_out

    @property
    def code_sets(self) -> list[str]:
        """The ids of the code sets, that of the entries under no heading of `under` first."""
        return [self.code_set, *self.under.values()]

    @property
    def messages(self) -> list[str]:
        """What can be the message, the preferred one first: the text behind the code, or below."""
        return ["title", "text"]

    @property
    def heading_patterns(self) -> list[str]:
        """The patterns of headings."""
        return self.headings


class HeadingsOptions(PageOptions):
    """A page with a heading for each code and text below it."""

    format: Literal["headings"]
    markup: Literal["markdown", "html", "plain", "paragraphs", "html_paragraphs"] = Field(
        "markdown",
        description='"html" for a page in HTML, in which the terms of <dl> are headings, too;'
        ' "plain" where no markup tells headings: lines that begin with a code, below a blank'
        ' line; "paragraphs" for Markdown in which paragraphs begin with a code, and'
        ' "html_paragraphs" for HTML in which they do, with paragraphs below that say more.',
    )
    message: str | list[str] = Field(
        description='"title" for what stands behind the code in its heading, "text" for the first'
        " paragraph below it, or the label of a paragraph, such as Description; or several of"
        " these, of which the first that is not empty has it."
    )

    @property
    def messages(self) -> list[str]:
        """What can be the message, the preferred one first."""
        return [self.message] if isinstance(self.message, str) else self.message


class BulletsOptions(PageOptions):
    """A Markdown page with a bullet, or a line "code :: message", for each code."""

    format: Literal["bullets"]
    markup: Literal["markdown", "html"] = Field(
        "markdown",
        description='"html" for a page in HTML, in which paragraphs that begin with a code are'
        " bullets, too.",
    )


class PatternOptions(NamedListOptions):
    """Source code, or any text in which entries have one shape."""

    format: Literal["pattern"]
    entry: Pattern = Field(
        description="A regular expression for whole lines with the groups (?P<code>…) and"
        " (?P<message>…); other named groups become columns. With `constants`, (?P<name>…) stands"
        " in the place of the code. Where nothing but names says what codes mean, (?P<name>…)"
        " stands in the place of the message, and is it."
    )
    constants: Pattern | None = Field(
        None,
        description="A regular expression for whole lines with the groups (?P<name>…) and"
        " (?P<code>…), where the document gives codes names and entries have these.",
    )
    lines: int = Field(
        1, ge=1, le=LONGEST_ENTRY, description="How many lines an entry has at the most."
    )
    every_line: bool = Field(
        default=False,
        description='"true" in a text for people: a line that is no entry is refused, as in other'
        " formats, unless `ignore` or `prose` has it. In source code it is passed over.",
    )
    within: list[str] = Field(
        default_factory=list,
        description="The names of the classes, enums or other blocks of source code that list"
        " codes, or texts of codes, such as ErrorCode; or what the names of constants begin with,"
        " up to an underscore, such as QUAY_ERR_, of which all lines up to the next blank one are"
        " read, or the whole enum. What stands in none of them is passed over.",
    )
    counts_on: bool = Field(
        default=False,
        description='"true" where a name of an enum without a number has that of the name above'
        " plus one, as in C, C++, C#, Rust, Swift and TypeScript; the first one has 0; or has its"
        " own name, as in an enum of texts in Swift; or where constants of Go are counted by"
        " `iota`. Each line is then read as if the number stood in it, as in GONE = 4002, and"
        " quoted so.",
    )
    sums: bool = Field(
        default=False,
        description='"true" where numbers are written as sums of constants that the document itself'
        " has, as in `BUSY = BASE + 1`, `GONE = (AREA << 16) | 2` and `LOST = BUSY`, or made by a"
        " macro that it defines, as in `MAKE_ERR(3, 17)`. Each line is then read as if the number"
        " stood in it, and quoted so.",
    )
    macros: list[str] = Field(
        default_factory=list,
        description="Macros around numbers that the document does not define, each as another file"
        ' of the library does: "MAKE_ERR(area, number) ((area << 16) | number)"; "ERR(x) x" leaves'
        " a number as it is. Each line is then read as if the number stood in it, and quoted so.",
    )
    wrapped: list[str] = Field(
        default_factory=list,
        description="Whole lines that go on with the message of the entry above, as the further"
        " lines of a comment do.",
    )
    escapes: Literal["none", "backslash", "entities", "entities-backslash"] | None = Field(
        None,
        description='"backslash" where messages are strings with escapes, "entities" where they'
        ' have some such as "&amp;", "entities-backslash" where they have both, as in Android,'
        " which leaves out tags that say how a text looks;"
        ' "none" where both are signs like all others. Without it a message with either is'
        " refused.",
    )

    @property
    def wrapped_lines(self) -> list[str]:
        """The lines that go on with the one above."""
        return self.wrapped

    @property
    def is_said_by_names(self) -> bool:
        """Whether nothing but the names of codes says what they mean."""
        groups = re.compile(self.entry, re.ASCII).groupindex
        return not self.constants and "message" not in groups and "name" in groups

    @model_validator(mode="after")
    def _has_groups(self) -> PatternOptions:
        said = "name" if self.is_said_by_names else "message"
        wanted = {"entry": ("name" if self.constants else "code", said)}
        if self.constants:
            wanted["constants"] = ("name", "code")
        for key, names in wanted.items():
            groups = re.compile(getattr(self, key), re.ASCII).groupindex
            for name in names:
                if name not in groups:
                    raise ValueError(f"`{key}` has no group (?P<{name}>…)")
        return self
