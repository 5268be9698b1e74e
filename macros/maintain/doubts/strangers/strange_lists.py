"""Lists that are perhaps none of codes, beside one that is: rows -> those lists, and why.

A list is known by the heading above it, by the name that source code gives it, or by its key in
data. A person is asked where one of them is called as the list of the codes and another is not, and
where one is called as numbers of another kind are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from macros.maintain.document import (
    contents,
    other_numbers,
    outline,
    samples,
    source,
    source_blocks,
)
from macros.maintain.sniffers.pages.pages import page_of
from macros.readers.advice import shown
from macros.readers.blocks import TERM
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.readers.rows import Document, Row

_TABLES = frozenset({"html_table", "markdown", "rst", "box_table", "csv", "text_lines"})
_COLONS = " :："  # noqa: RUF001 - the sign of East Asia
_FIELDS = re.compile(r"\s*(?:message|oneof)\s+\w+\s*\{")
# What stands above the footnotes of a table.
_NOTES = re.compile(
    r"(?:foot ?)?notes?|remarks?|legend|comments?|annotations?|explanatory notes?"
    r"|anmerkung(?:en)?|hinweise?|bemerkung(?:en)?|fu(?:ß|ss)noten?|legende|légende|remarques?"
    r"|notas?|observaciones|observações|примечани[ея]|备注|注释|备考|備考|注記|비고|참고|주석",
    re.IGNORECASE,
)
_MOST_WORDS = 5  # of a label
_ENDS = tuple(".!?。")
_COLUMNS = re.compile(r"\S(?:\t| {2,})\S")


@dataclass(frozen=True, slots=True)
class _Block:
    """Rows that stand together.

    Attributes:
        name: the heading above them, or what source code or data calls them.
        above: the names of what that stands in, the highest first.
        rows: the rows.
        of_fields: whether it is a message of protobuf: the numbers are those of its fields.
    """

    name: str
    above: tuple[str, ...]
    rows: list[Row]
    of_fields: bool = False

    @property
    def fails(self) -> bool:
        """Whether most of its texts speak of something that went wrong."""
        told = sum(other_numbers.tells_failure(row.message) for row in self.rows)
        return 2 * told > len(self.rows)


def found(document: Document, rows: Sequence[Row], format_: str) -> Iterator[tuple[list[Row], str]]:
    """Yield the rows of each list that is perhaps none of codes, and what is said of them."""
    in_names = format_ in {"pattern", "json", "yaml"}
    is_source = format_ == "pattern"
    lines = document.text.split("\n")
    # With the bullets of a text before them, the entries of a shape stand in no block of a program.
    is_text = is_source and all(source.is_comment(lines[row.line - 1]) for row in rows)
    in_source = is_source and not is_text
    blocks = _in_source(document, rows) if in_source else _under(document, rows, format_)
    named = [block for block in blocks if block.name]
    are_samples = all(samples.says(block.name) for block in blocks)
    if len(blocks) < 2 or not named or are_samples:  # noqa: PLR2004 - all that it lists
        return
    sure = [block for block in named if _is_sure(block, plain=in_names)]
    sure = [one for one in sure if not other_numbers.says_status(one.name)] or sure
    shared = _shared(blocks)
    for block in named:
        if how := _of_no_code(block):
            stand = "stand" if block.rows[1:] else "stands"
            yield block.rows, f'{stand} under "{shown(block.name)}", as {how}'
            continue
        constants = next((one for one in blocks if not one.of_fields), None)
        if block.of_fields and constants:
            yield block.rows, _stand("in", block, constants)
            continue
        others = other_numbers.says_others(block.name)
        apart = _of_other_length(block, blocks) if in_names else None
        rivals = [one for one in blocks if one is not block and _speaks(one)] if others else []
        told = shared.union(one.name for one in rivals) if sure or rivals else set[str]()
        says = _says(block, sure, told)
        if block in sure or (says and not (others and apart)):
            continue
        beside = next((one for one in sure if one.name not in block.above), None)
        if other_numbers.says_http(block.name):
            beside = beside or next((one for one in blocks if one is not block), None)
        elif block.fails and not (in_names and others):
            continue
        elif others:
            beside = beside or next((one for one in blocks if not _is_other(one)), None)
        else:
            beside = beside or apart
        if beside:
            yield block.rows, _stand("in" if in_names else "under", block, beside)


def _of_no_code(block: _Block) -> str:
    """Return what stands under a heading that says that it is no code; else nothing."""
    name, texts = block.name, [row.message for row in block.rows]
    if samples.titles_questions(name) or samples.are_questions(texts):
        return "questions do"
    if other_numbers.says_gone(name):
        return "what is sent no more"
    if _NOTES.fullmatch(name.strip(f"{_COLONS}#*_")):
        return "footnotes do"
    if contents.says(name):
        return "the contents of a page do"
    return "examples do" if samples.says(name) else ""


def _stand(place: str, block: _Block, beside: _Block) -> str:
    """Say that the rows of a list stand in it, beside those of another one."""
    by = f'those of "{shown(beside.name)}"' if beside.name else "other codes"
    return f'{"stand" if block.rows[1:] else "stands"} {place} "{shown(block.name)}", beside {by}'


def _is_other(block: _Block) -> bool:
    return bool(block.name) and other_numbers.says_others(block.name)


def _is_sure(block: _Block, *, plain: bool) -> bool:
    """Tell whether a list is called as the one that has the codes.

    Args:
        block: the list.
        plain: whether a name that speaks of errors is enough, as in source code and data; a page
            has "General errors" and "Payments" side by side.
    """
    if plain:
        return other_numbers.says_errors(" ".join(other_numbers.words(block.name)))
    several = len(block.rows) > 1  # a success alone can stand above all lists
    return several and other_numbers.is_list(block.name) and not other_numbers.says_http(block.name)


def _shared(blocks: Sequence[_Block]) -> set[str]:
    """Return the names of what all lists stand in."""
    return set.intersection(*(set(block.above) for block in blocks))


def _speaks(block: _Block) -> bool:
    return other_numbers.speaks_of_errors(block.name)


def _says(block: _Block, sure: Sequence[_Block], told: set[str]) -> bool:
    """Tell whether the name of a list, or of what it stands in, speaks of errors.

    Where one of the lists is called the one of all codes, what stands above that says nothing of
    the others; nor does it, or the name of a list that speaks of errors itself, of one that is
    called as other numbers are.

    Args:
        block: the list.
        sure: the lists that have the codes.
        told: the names above that say nothing of it.
    """
    if sure and other_numbers.says_status(block.name):
        return False
    # "Charge codes" beside "Return codes": what they are codes of is another thing.
    only_codes = not other_numbers.speaks_of_errors(block.name)
    if sure and only_codes and other_numbers.says_errors(block.name):
        return False
    if other_numbers.says_errors(block.name) and not other_numbers.says_others(block.name):
        return True
    lists = {one.name for one in sure}
    above = [name for name in block.above if name not in lists and name not in told]
    return any(map(other_numbers.says_errors, above)) and not other_numbers.says_http(block.name)


def _of_other_length(block: _Block, blocks: Sequence[_Block]) -> _Block | None:
    """Return another list whose codes have other lengths than all of one list that is smaller."""
    lengths = {len(row.code) for row in block.rows}
    for other in blocks:
        apart = lengths.isdisjoint(len(row.code) for row in other.rows)
        if other is not block and apart and len(other.rows) > len(block.rows) > 1:
            return other
    return None


def _under(document: Document, rows: Sequence[Row], format_: str) -> list[_Block]:
    """Return the rows by the headings or labels above them."""
    headings = outline.outline(document)
    title = next((line.strip(" #=*:") for line in document.text.split("\n") if line.strip()), "")
    title = "" if _COLUMNS.search(title) or title.endswith(_ENDS) else title
    said = _with_colons(document, rows) if format_ == "text_lines" else {}
    labels = _labels_of(document, rows, format_)
    blocks: list[_Block] = []
    sections = [row.section or said.get(row.line, "") for row in rows]
    if format_ == "text_lines":
        sections = _above_columns(document, rows, sections)
    sections = contents.alone(document, rows, sections)
    for row, section in zip(rows, sections, strict=True):
        name = labels.get(row.line) or section
        if blocks and blocks[-1].name == name:
            blocks[-1].rows.append(row)
            continue
        heading = outline.nearest(headings, section, row.line) if section else None
        above = heading.above if heading else ()
        if not headings and title not in sections:
            above = (title,) if title else ()
        if name != section:
            above = (*above, section)
        blocks.append(_Block(name, above, [row]))
    return blocks


def _above_columns(document: Document, rows: Sequence[Row], sections: Sequence[str]) -> list[str]:
    """Return the sections of rows, each that is the head of columns as the line above that."""
    lines = document.text.split("\n")
    heads = {one_line(line) for line in lines if _COLUMNS.search(line)}.intersection(sections)
    above: dict[int, str] = {}
    last = name = ""
    for number, line in enumerate(map(one_line, lines), start=1):
        above[number] = name
        if line in heads:
            name = last or line
        elif line:
            last = line if _could_be_a_label(line) else ""
    return [
        above[row.line] if section in heads else section
        for row, section in zip(rows, sections, strict=True)
    ]


def _labels_of(document: Document, rows: Sequence[Row], format_: str) -> Mapping[int, str]:
    """Return for the line of each row what stands right above its list, if that has a name."""
    if format_ in _TABLES:
        return samples.above(document, rows)
    return _labels(document, rows) if format_ in {"bullets", "headings"} else {}


def _labels(document: Document, rows: Sequence[Row]) -> dict[int, str]:
    """Return for the line of each row the label right above its list, if there is one.

    Pages have such lines in the place of headings: `Ports used:`, or a few words in bold. In the
    text of an entry, right above the next heading, they are none.
    """
    listed = {row.line for row in rows}
    own = _texts(rows)
    page = [block for block in page_of(document)[0] if block.kind != "markup"]
    titles: dict[int, str] = {}
    title = ""
    for block, below in pairwise([*page, None]):
        if block is None:
            continue
        text, lines = one_line(block.shown().text), range(block.line, block.last + 1)
        is_label = block.kind == "paragraph" and _could_be_a_label(text) and text not in own
        if listed.intersection(lines) and not is_label:
            titles.update(dict.fromkeys(lines, title))
        elif block.level == TERM or block.lists:
            continue
        elif block.kind == "heading":
            title = ""
        elif below and below.line in listed and (below.level == TERM or below.kind != "heading"):
            title = text.rstrip(_COLONS) if is_label else ""
    return titles


def _texts(rows: Sequence[Row]) -> set[str]:
    """Return what rows say as a page shows it: messages, alone and behind their codes, and more.

    What few rows have below their messages can be the label of the next list.
    """
    own = {row.message for row in rows} | {f"{row.code} {row.message}" for row in rows}
    columns = {name for row in rows for name in row.columns}
    for name in columns:
        texts = [row.columns[name] for row in rows if row.columns.get(name)]
        own.update(texts if 2 * len(texts) > len(rows) else ())
    return set(map(one_line, own))


def _could_be_a_label(text: str) -> bool:
    """Tell whether a text is a few words that make no sentence, nor a code with its text."""
    is_short = 0 < len(text.split()) <= _MOST_WORDS and not text.endswith(_ENDS)
    return is_short and not any(sign.isdigit() for sign in text)


def _with_colons(document: Document, rows: Sequence[Row]) -> dict[int, str]:
    """Return for the line of each row the nearest line above it that ends with a colon.

    Text without markup has such lines for headings: `Error codes:`.
    """
    listed = {row.line for row in rows}
    titles: dict[int, str] = {}
    title = ""
    for number, line in enumerate(document.text.split("\n"), start=1):
        if number in listed:
            titles[number] = title
        elif line.rstrip().endswith(tuple(_COLONS.strip())):
            title = line.strip(f"{_COLONS}#*")
    return titles


def _in_source(document: Document, rows: Sequence[Row]) -> list[_Block]:
    """Return the rows by the blocks of source code that they stand in."""
    lines = document.text.split("\n")
    around = source_blocks.around(lines)
    places = [around[row.line - 1] for row in rows]
    if not any(places):
        places = source_blocks.sections(lines, [row.line for row in rows])
    while len(set(places)) == len(rows) and any(places):
        places = [place[1:] for place in places]  # each entry is a block of its own
    blocks: dict[tuple[source_blocks.Block, ...], _Block] = {}
    for row, place in zip(rows, places, strict=True):
        name = place[0].name if place else ""
        above = tuple(one.name for one in reversed(place[1:]))
        of_fields = bool(place) and bool(_FIELDS.match(lines[place[0].line - 1]))
        blocks.setdefault(place, _Block(name, above, [], of_fields)).rows.append(row)
    return list(blocks.values())
