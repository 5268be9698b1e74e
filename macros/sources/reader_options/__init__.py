"""How a document is to be read: the `reader` of a revision in `provider.yml`.

One model per format, told apart by `format`, which is also the name of the reader's module in
`macros/readers/`; `ReaderOptions` at the end is the one list of them. Patterns are regular
expressions for whole texts, in which digits and word characters are ASCII alone.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.sources.reader_options.data import (
    CsvOptions,
    JsonOptions,
    TreeOptions,
    TreeSuccess,
    YamlOptions,
)
from macros.sources.reader_options.entries import (
    BulletsOptions,
    HeadingsOptions,
    PatternOptions,
)
from macros.sources.reader_options.lists import TreeList
from macros.sources.reader_options.options import Options, RowByHand
from macros.sources.reader_options.pages import (
    BoxTableOptions,
    HtmlTableOptions,
    MarkdownOptions,
    RstOptions,
    StackedOptions,
    TableOptions,
    TextLinesOptions,
)
from macros.sources.reader_options.table import Success, Table

__all__ = [
    "FORMATS",
    "BoxTableOptions",
    "BulletsOptions",
    "CsvOptions",
    "HeadingsOptions",
    "HtmlTableOptions",
    "JsonOptions",
    "MarkdownOptions",
    "Options",
    "PatternOptions",
    "ReaderOptions",
    "RowByHand",
    "RstOptions",
    "StackedOptions",
    "Success",
    "Table",
    "TableOptions",
    "TextLinesOptions",
    "TreeList",
    "TreeOptions",
    "TreeSuccess",
    "YamlOptions",
]

FORMATS = (
    HtmlTableOptions,
    MarkdownOptions,
    RstOptions,
    BoxTableOptions,
    StackedOptions,
    CsvOptions,
    TextLinesOptions,
    HeadingsOptions,
    BulletsOptions,
    JsonOptions,
    YamlOptions,
    PatternOptions,
)
ReaderOptions = Annotated[
    HtmlTableOptions
    | MarkdownOptions
    | RstOptions
    | BoxTableOptions
    | StackedOptions
    | CsvOptions
    | TextLinesOptions
    | HeadingsOptions
    | BulletsOptions
    | JsonOptions
    | YamlOptions
    | PatternOptions,
    Field(discriminator="format"),
]
