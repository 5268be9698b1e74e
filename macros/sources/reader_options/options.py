"""What all formats have: what is ignored, said by hand, not readable, or prose."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field, model_validator

from macros import codes
from macros.sources.fields import Identifier, Pattern, PrintedCode, Strict

if TYPE_CHECKING:
    from macros.sources.reader_options.table import Table

SKIP = "skip"

# What formats without tables say of lists that stand under several headings.
UNDER = (
    "Further code sets: the heading above a list of codes, its text or a regular expression for the"
    " whole of it, and the id of the code set. What stands under no such heading is of `code_set`."
)
# What formats say of badges and links within texts that are marked up.
LEAVE_OUT = (
    "Texts of elements within cells, items and headings that are no part of what these say, such as"
    ' the badge "New" and the link "Learn more", each in whole; or, where the text alone can stand'
    ' elsewhere, with its element: "<sup>1</sup>".'
)
REPEATS = '"true" where a code stands under several headings and means the same in all of them.'

_MARKS = "\"'`"
# In the joined cells of a row; a line as it is written has no two spaces in it.
# What refers to a footnote: raised numbers, daggers, asterisks.
_NOTES = re.compile(r"[\xb9\xb2\xb3\u2070\u2074-\u2079†‡*]+\)?")
_COMMENT = re.compile(r"^\s*(?://+|/?\*+|#+|--)\s*", re.MULTILINE)
_EMPTY_CELL = re.compile(r"^ \||\|  \||\| $")
_BETWEEN = rf"(?:[|\\]|[{_MARKS}][+.&]?[{_MARKS}])*"


class RowByHand(Strict):
    """A row as a person has read it from a line that no reader can."""

    line: str = Field(
        min_length=1,
        description='The whole line, as `ignore` sees it: in a table, its cells joined by " | "; in'
        " source code also several, such as a comment and what is below it.",
    )
    code: PrintedCode = Field(description="The code, as printed.")
    last: PrintedCode | None = Field(
        None, description="The last code of the range that begins with `code`, where it lists one."
    )
    message: str = Field(min_length=1, description="The message, as the page shows it.")
    columns: dict[str, str] = Field(
        default_factory=dict, description="What the other columns say: heading to text."
    )
    code_set: Identifier | None = Field(
        None, description="The id of its code set, where the document lists several."
    )

    @model_validator(mode="after")
    def _says_what_the_line_says(self) -> RowByHand:
        # In a table the code of the row above holds where the cell is empty; its reader looks.
        of_above = bool(_EMPTY_CELL.search(self.line))
        said = () if of_above else self.ends or (self.code,)
        for text in (*said, self.message, *self.columns.values()):
            if not holds(self.line, text):
                raise ValueError(f'the line "{self.line}" does not have "{text}"')
        for code in self.ends or (self.code,):
            if _is_cut_off(self.line, code, self.message):
                what = "within a longer number alone, of which the row says no more"
                raise ValueError(f'the line "{self.line}" has "{code}" {what}')
        return self

    @model_validator(mode="after")
    def _has_the_ends_of_a_range(self) -> RowByHand:
        if self.last:
            first, last = map(codes.order, (self.code, self.last))
            if first[::2] != last[::2] or first[1] >= last[1]:
                raise ValueError(f'"{self.code}" to "{self.last}" is no range of codes')
        return self

    @property
    def ends(self) -> tuple[str, str] | None:
        """The first and the last code, where it is a range."""
        return (self.code, self.last) if self.last else None


def _is_cut_off(line: str, code: str, message: str) -> bool:
    """Tell whether a code is everywhere in a line a part of a number whose rest would be lost.

    That is no rest which the message begins with, as the 1 of "300041 pilot is missing".
    """
    found = [*re.finditer(re.escape(code), line)]
    return bool(found) and all(_cuts(line, one, _signs(message)) for one in found)


def _cuts(line: str, code: re.Match[str], begins: str) -> bool:
    before, behind = line[: code.start()], line[code.end() :]
    goes_on = re.match(r"[0-9]", behind) and not _signs(behind).startswith(begins)
    return bool(
        (re.match(r"[0-9]", code[0]) and re.search(r"[0-9]$", before))
        or (re.search(r"[0-9]$", code[0]) and goes_on)
    )


def _signs(text: str, without: str = "|") -> str:
    """Return a text's characters without what a broken row can gain or lose: space and pipes.

    Nor what nobody sees, such as spaces without width.
    """
    return "".join(
        sign
        for sign in unicodedata.normalize("NFKC", text)
        if not (sign.isspace() or sign in without or unicodedata.category(sign) == "Cf")
    )


def holds(line: str, text: str) -> bool:
    """Tell whether a line says a text: a pipe can be the sign that cut it into cells.

    Marks of footnotes can be left out, which are no part of a text. In source code a string can
    have escapes in it, doubled marks, and be put together of several, and a comment several lines.
    """
    signs = _signs(text)
    line = _COMMENT.sub("", line) if "\n" in line else line
    if signs in _signs(line) or signs in _signs(_NOTES.sub("", line)):
        return True
    pieces = [
        f"[{sign}|]" if sign in ",;" else f"{sign}{sign}?" if sign in _MARKS else re.escape(sign)
        for sign in signs
    ]
    return bool(re.search(_BETWEEN.join(pieces), _signs(line, without="")))


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
    code_signs: dict[str, str] = Field(
        default_factory=dict,
        description="Signs within the printed codes that the API does not send, each with what it"
        ' sends in its place: {",": ""} where 1,001 is printed and 1001 is the code.',
    )
    unreadable: list[PrintedCode] = Field(
        default_factory=list,
        description="Codes whose rows are ignored because nothing can be quoted from them. The"
        " pages say that the document lists them.",
    )
    prose: Literal["skip"] | list[str] = Field(
        default_factory=list,
        description="What is passed over as prose: `skip` for all paragraphs, examples and front"
        " matter in which no code stands, or a list of whole lines, as `ignore` sees them, that"
        " begin with what could be a code and list none. `skip` can be one of the list.",
    )

    # Whether the format has prose around the codes, which `prose: skip` can be for.
    has_prose: ClassVar[bool] = False

    def sent(self, code: str) -> str:
        """Return a printed code as the API sends it."""
        for sign, instead in self.code_signs.items():
            code = code.replace(sign, instead)
        return code

    @property
    def code_sets(self) -> list[str]:
        """The ids of the code sets that the document lists."""
        raise NotImplementedError

    @property
    def heading_patterns(self) -> list[str]:
        """The patterns of lines that are headings; none where markup tells."""
        return []

    @property
    def named_texts(self) -> dict[str, str]:
        """What texts of entries are named, where no heading row says which there are."""
        return {}

    @property
    def described_tables(self) -> list[Table]:
        """The kinds of table that the document has; none where it has no tables."""
        return []

    @property
    def headings_of_others(self) -> list[list[str]]:
        """The headings of tables that list no codes."""
        return []

    @property
    def wrapped_lines(self) -> list[str]:
        """The lines that go on with the one above; none where they do so by themselves."""
        return []

    @property
    def open_messages(self) -> list[str]:
        """The messages that go on below; none where nothing stands below a code."""
        return []

    @property
    def left_out(self) -> list[str]:
        """The texts within cells that are left out; none where there are no elements."""
        return []

    @property
    def attributes(self) -> list[str]:
        """The attributes that have whole texts; none where there are no elements."""
        return []

    @property
    def column_tables(self) -> list[Table]:
        """What the columns of rows are, where they have some."""
        return self.described_tables

    @property
    def patterns(self) -> list[str]:
        """The patterns of the codes that the document lists."""
        return [table.pattern for table in self.described_tables]

    @property
    def exact_lines(self) -> bool:
        """Whether the reader itself knows the line of each code."""
        return False

    @property
    def skips_prose(self) -> bool:
        """Whether text around the codes that holds none is passed over, and counted."""
        return SKIP in self.prose if isinstance(self.prose, list) else self.prose == SKIP

    @property
    def quoted_prose(self) -> list[str]:
        """The lines that `prose` quotes."""
        return [line for line in self.prose if line != SKIP] if self.prose != SKIP else []

    @model_validator(mode="after")
    def _signs_are_no_letters(self) -> Options:
        for sign in self.code_signs:
            if len(sign) != 1 or sign.isalnum():
                raise ValueError(f'`code_signs` has "{sign}", which is no sign')
        return self

    @model_validator(mode="after")
    def _prose_can_be_skipped(self) -> Options:
        if self.skips_prose and not self.has_prose:
            raise ValueError(
                "`prose: skip` is for pages; this format has no prose, so quote its lines or add"
                " patterns for them to `ignore`"
            )
        return self

    @model_validator(mode="after")
    def _rows_have_a_code_set(self) -> Options:
        for row in self.rows:
            if row.code_set is None and len(set(self.code_sets)) > 1:
                raise ValueError(f'the row of "{row.code}" does not say its `code_set`')
            if row.code_set and row.code_set not in self.code_sets:
                raise ValueError(f'the document lists no code set "{row.code_set}"')
        return self

    @model_validator(mode="after")
    def _rows_have_columns_of_the_document(self) -> Options:
        for row in self.rows:
            tables = self.column_tables if row.columns else []
            known = [
                heading
                for table in tables
                if table.code_set == (row.code_set or table.code_set)
                for heading in (*table.columns, *table.labels)
            ]
            for heading in row.columns if tables else ():
                if heading not in known:
                    raise ValueError(
                        f'the row of "{row.code}" has a column "{heading}"; the columns are'
                        f" {', '.join(dict.fromkeys(known))}"
                    )
        return self
