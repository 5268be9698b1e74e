"""reStructuredText -> docutils' tree: safe, with lines, with the marks of Sphinx that show text.

Nothing is read from elsewhere and nothing raw is let in. Directives and roles that docutils does
not know stay what it makes of them: a message in the tree, with the text that it did not take in.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

from docutils import core, nodes
from docutils.parsers.rst import Directive, Parser, directives, roles
from docutils.parsers.rst.directives.tables import CSVTable
from docutils.parsers.rst.states import Inliner
from docutils.statemachine import StringList
from docutils.utils import SystemMessagePropagation

from macros.texts import with_line_feeds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST_WORK = 100_000_000  # marks times characters; some ten seconds
LONGEST_WORD = 20_000  # characters; each may begin an address, and is looked at to the end
_WRONG = 2  # docutils' level of warnings

_SETTINGS = {
    "_disable_config": True,
    "line_length_limit": 10_000_000,  # `MOST_WORK` is the limit
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "report_level": _WRONG,
    "halt_level": 5,
    "doctitle_xform": False,
    "docinfo_xform": False,
}
# What stands in them stands on the page.
_CONTAINERS = (
    "versionadded versionchanged versionremoved deprecated seealso tabs tab tab-set tab-item"
    " dropdown details"
).split()
# Their text is shown as it is, behind "~" its last part alone.
_NAMES = (
    "attr class const data envvar exc file func guilabel kbd keyword meth mod obj option program"
    " samp term type py:attr py:class py:const py:data py:exc py:func py:meth py:mod py:obj"
).split()
# They show the title of what they lead to, unless they have a text of their own.
_LINKS = ("ref", "doc", "any", "numref", "download")
_WITH_TITLE = re.compile(r"(?P<title>[^<>]*[^<>\s])\s*<(?P<target>[^<>]+)>", re.DOTALL)


class TooMuchError(ValueError):
    """The marks in the paragraphs cannot be read in a time that anybody waits for."""

    def __init__(self, line: int) -> None:
        super().__init__("there are too many marks in long paragraphs, or too long words")
        self.line = line


def _inliner() -> Inliner:
    """Return what reads the marks in paragraphs: each may make docutils look at the whole."""
    inliner = Inliner()  # it looks at the names of its own class, so a subclass would not do
    parse_any, work = inliner.parse, 0

    def parse_some(text: str, lineno: int, *others: Any) -> Any:  # noqa: ANN401 - theirs
        nonlocal work
        work += len(text) * sum(map(text.count, "`*|_["))
        longest = max(map(len, text.split()), default=0)
        if work > MOST_WORK or longest > LONGEST_WORD:
            raise TooMuchError(lineno)
        return parse_any(text, lineno, *others)

    inliner.parse = parse_some  # type: ignore[method-assign, assignment]
    return inliner


def parse(text: str) -> nodes.document:
    """Return the tree of a text; what is wrong with it stands in the tree, remarks do not.

    Raises:
        TooMuchError: when it would take too long.
    """
    settings = {**_SETTINGS, "warning_stream": io.StringIO()}
    parser = Parser(inliner=_inliner())
    source = with_line_feeds(text)
    tree = core.publish_doctree(source, parser=parser, settings_overrides=settings)
    for message in list(tree.findall(nodes.system_message)):
        if message["level"] < _WRONG:
            message.parent.remove(message)
    return tree


class _AnyOption(dict[str, Any]):
    """The options of a directive of which none is of interest."""

    def __bool__(self) -> bool:
        return True

    def __missing__(self, name: str) -> object:
        return directives.unchanged


class _Container(Directive):
    """A directive whose argument and content are text of the page."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec = _AnyOption()

    def run(self) -> list[nodes.Node]:
        container = nodes.container()
        for argument in self.arguments:
            paragraph = nodes.paragraph(argument, argument)
            paragraph.line = self.lineno
            container += paragraph
        self.state.nested_parse(self.content, self.content_offset, container)
        return [container]


class _CsvTable(CSVTable):
    """A csv-table whose cells know their lines, and whose rows have as many cells each."""

    def parse_csv_data_into_rows(
        self, csv_data: Sequence[str], dialect: csv.Dialect, source: str | None
    ) -> tuple[list[list[tuple[int, int, int, StringList]]], int]:
        """Cut the rows, as docutils does; the places are those of the content's lines."""
        lines = list(csv_data)
        places = getattr(csv_data, "items", None) or [(source, self.lineno - 1)] * len(lines)
        cut = csv.reader((f"{line}\n" for line in lines), dialect=dialect)
        rows, first = [], 0
        for row in cut:
            rows.append(list(_cells(row, places, first)))
            first = cut.line_num
        return rows, max(map(len, rows), default=0)

    def extend_short_rows_with_empty_cells(
        self, columns: int, parts: Iterable[Iterable[Sequence[object]]]
    ) -> None:
        """Refuse what docutils fills up without a word."""
        for row in (row for part in parts for row in part):
            if len(row) != columns:
                told = self.reporter.error(
                    f"One row has {len(row)} cells, another one {columns}.",
                    nodes.literal_block(self.block_text, self.block_text),
                    line=self.lineno,
                )
                raise SystemMessagePropagation(told)


def _cells(
    row: Sequence[str], places: Sequence[tuple[Any, int]], line: int
) -> Iterator[tuple[int, int, int, StringList]]:
    for cell in row:
        lines = cell.split("\n")
        items = [places[min(line + offset, len(places) - 1)] for offset in range(len(lines))]
        yield 0, 0, 0, StringList(lines, items=items)
        line += len(lines) - 1


def _named(
    name: str,
    rawtext: str,
    text: str,
    lineno: int,
    inliner: Inliner,
    _options: object = None,
    _content: object = None,
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """Show what Sphinx would show for a role, if the role itself says it."""
    if titled := _WITH_TITLE.fullmatch(nodes.unescape(text)):
        return [nodes.inline(rawtext, titled["title"])], []
    if name in _LINKS:
        told = inliner.reporter.error(f'"{text}" does not say what it shows.', line=lineno)
        return [inliner.problematic(rawtext, rawtext, told)], [told]
    shown = nodes.unescape(text).removeprefix("!")
    if shown.startswith("~"):
        shown = shown[1:].rpartition(".")[2]
    return [nodes.literal(rawtext, shown)], []


directives.register_directive("csv-table", _CsvTable)
for _directive in _CONTAINERS:
    directives.register_directive(_directive, _Container)
for _role in (*_NAMES, *_LINKS):
    roles.register_local_role(_role, _named)  # type: ignore[arg-type]
