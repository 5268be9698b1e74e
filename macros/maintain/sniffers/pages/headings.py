"""Which headings and items of a page begin with codes: page -> the options that read them."""

from __future__ import annotations

import itertools
import json
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from macros.errors import ProblemKind
from macros.maintain.document import links, other_numbers, reading, shapes
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.pages import pages
from macros.maintain.sniffers.pages.beginnings import beginnings, is_chapter
from macros.maintain.sniffers.pages.pages import (
    accounted,
    page_of,
    says_message,
    shape,
    signed,
    why,
)
from macros.maintain.sniffers.sniffed import LEAST, Sniffed, account, counted
from macros.maintain.sniffers.source.keys import are_messages
from macros.readers import blocks, nested_html
from macros.readers.advice import shown
from macros.readers.cut_off import set_apart
from macros.readers.doubts import is_status, with_status
from macros.readers.headings import bare
from macros.readers.html_blocks import NO_LIST, HtmlBlock
from macros.readers.labelled import LABEL_IN_BOLD
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.maintain.sniffers.pages.beginnings import Beginnings
    from macros.readers.blocks import Block
    from macros.readers.rows import Document

# Where few codes have no text below them, and all have a name.
_ELSE_NAME = ["text", "title"]
# A heading, or a line that begins with bold letters or a word set apart.
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\*\*\S|`[^`\n]+`)", re.MULTILINE)

# What a program gives back, which begins at 0 more often than not.
_RETURNED = re.compile(r"\b(?:exit|return)(?:ed)?[ -](?:status|value)", re.IGNORECASE)

# A section of settings, as in ini files.
_SETTINGS = re.compile(r"^\[[^\]\n]+\][ \t]*\n[\w.-]+[ \t]*=", re.MULTILINE)


def headings(document: Document, code_set: str) -> Sniffed | None:
    """Guess the options of a page with a heading for each code: Markdown, HTML or no markup."""
    page, more = page_of(document)
    levels: dict[int, list[str]] = {}
    for block in page:
        if block.kind == "heading":
            levels.setdefault(block.level, []).append(bare(block.shown().text))
    titles = [text for texts in levels.values() for text in texts]
    small = any(map(other_numbers.is_list, titles))
    found = [one for texts in levels.values() if (one := beginnings(texts, small=small))]
    found = [one for one in found if not _could_be_steps(one, titles)]
    if found:
        best = max(found, key=lambda one: len(one.codes))
        numbered = [] if best.before else list(filter(is_chapter, titles))
        begins = re.compile(rf"\W*(?:{shapes.pattern(best.codes)})\W", re.ASCII)
        if chapters := list(filter(begins.match, numbered)):
            more = {**more, "headings": reading.patterns_for(chapters)}
        return _headings(document, code_set, best, more, _labels(page))
    if more:
        return _in_paragraphs(document, code_set, page)
    if len(_SETTINGS.findall(document.text)) >= LEAST:
        return None
    texts = [one for one in blocks.of_text(document.text) if not all(map(links.defines, one.lines))]
    unmarked = beginnings([line for one in texts for line in _begin(one)], small=small)
    if not unmarked or unmarked.apart < len(unmarked.codes) or _could_be_steps(unmarked, titles):
        return None
    # Of two that leave as much over, what the page itself looks like.
    is_marked = bool(_MARKDOWN.search(document.text) or links.count(document.text))
    kinds = ("paragraphs", "plain") if is_marked else ("plain", "paragraphs")
    guesses = [
        _headings(document, code_set, unmarked, {"markup": kind}, _labels(texts)) for kind in kinds
    ]
    guess = max(guesses, key=lambda one: len(one.reading.rows) - 2 * len(one.reading.problems))
    starts = {row.line for row in guess.reading.rows}
    return _with_doubt(document.file, guess, texts, lambda block: block.line in starts)


def _begin(block: Block) -> Iterator[str]:
    """Yield the lines of a paragraph that can begin an entry: the first, and each with a link."""
    for number, source in enumerate(block.sources):
        if not number or links.begins(source):
            yield _with_sign(links.without_first(source), set_apart(source))


def _with_sign(line: str, code: str) -> str:
    """Return a line with a sign behind its code, if marks set that apart."""
    return f"{code}: {line.partition(code)[2].lstrip('*_` ')}" if code else line


def _could_be_steps(found: Beginnings, titles: Sequence[str]) -> bool:
    """Tell whether codes are small numbers from 0 on, and no title of the page speaks of codes."""
    are_small = all(re.fullmatch(r"[0-9]{1,2}", code, re.ASCII) for code in found.codes)
    says = any(other_numbers.says_errors(text) or _RETURNED.search(text) for text in titles)
    return are_small and not (found.before or says)


def _in_paragraphs(document: Document, code_set: str, page: Sequence[Block]) -> Sniffed | None:
    """Guess the options of a page in HTML in which paragraphs begin with codes, and say more below.

    Where most say no more, a paragraph below the last one is of the page, and no part of it.
    """
    begins = [block for block in page if block.kind == "item" and block.lists == NO_LIST]
    found = beginnings([bare(signed(block)) for block in begins])
    if not found:
        return None
    guess = _headings(document, code_set, found, {"markup": "html_paragraphs"}, _labels(page))
    rows = guess.reading.rows
    spoken = [row for row in rows if row.columns or not found.titled]
    if 2 * len(spoken) <= len(rows) or not are_messages([row.message for row in rows]):
        return None
    keys = {block.key for block in begins}
    return _with_doubt(document.file, guess, page, lambda block: block.key in keys)


def _with_doubt(
    file: str, guess: Sniffed, page: Sequence[Block], begins: Callable[[Block], bool]
) -> Sniffed:
    """Return a guess with a doubt where more paragraphs stand below the last code than elsewhere.

    No markup tells whether they are of that code, or of the page.

    Args:
        file: the document.
        guess: the guess.
        page: the blocks of the page.
        begins: tells of a block whether it begins an entry.
    """
    below: list[list[Block]] = []
    is_below = False
    for block in page:
        if begins(block):
            below.append([])
            is_below = True
        elif block.kind == "heading" or block.apart:
            is_below = False
        elif is_below and block.kind in {"paragraph", "item"}:
            below[-1].append(block)
    if len(below) < LEAST:
        return guess
    *others, last = below
    usual = len(others[0]) if len({len(blocks_) for blocks_ in others}) == 1 else len(last)
    imprint = (other_numbers.is_imprint(one_line(block.shown().text)) for block in last)
    first = next(itertools.compress(itertools.count(), imprint), usual)
    strange = last[min(first, usual) :]
    if not strange:
        return guess
    quoted = [one_line(line) for block in strange for line in block.lines if line]
    listed = json.dumps(quoted, ensure_ascii=False)
    what = f'"{shown(quoted[0])}" stands below the last code, where the others have no such text.'
    do = (
        "Save the reader below to a file, and add --reader FILE. If it is of the page, and says"
        f" nothing of that code, write `prose: {listed}` in it before."
    )
    doubt = Doubt(file, strange[0].line, what, do, tuple(quoted))
    result = replace(guess.reading, problems=(*guess.reading.problems, doubt))
    return replace(guess, reading=result, doubts=(*guess.doubts, doubt))


def _headings(
    document: Document,
    code_set: str,
    found: Beginnings,
    more: Options,
    labels: Sequence[str],
) -> Sniffed:
    options: Options = {"format": "headings", **more, **shape(found, code_set)}
    tried = [options | {"message": message} for message in _messages(found, labels)]
    without = ProblemKind.HEADING_WITHOUT_CODE
    readings = [accounted(document, one, without, found.codes) for one in tried]
    if _has_few_texts(readings):
        readings = [one for one in readings if one.options["message"] != _ELSE_NAME]
    # A status is no message where a text stands below it.
    readings = [one for one in readings if one.rows and not _are_statuses(one)] or readings
    best = _with_status(document, min(readings, key=lambda one: len(one.problems)))
    what = counted(len(found.codes), "heading" if "markup" not in more else "line")
    reasons = why(f"{what} begin with a code", found)
    best, parts = pages.parted(document, best)
    said = f"message {best.options['message']}: nothing else leaves less over"
    return Sniffed(pages.doubted(document.file, best), (*reasons, said, *parts))


def _are_statuses(result: Reading) -> bool:
    """Tell whether all messages of a reading are statuses alone."""
    return all(is_status(row.message) for row in result.rows)


def _with_status(document: Document, best: Reading) -> Reading:
    """Keep the titles by name where all of them are statuses, as in "4001 - HTTP 409"."""
    titles = [row.columns.get("title", "") for row in best.rows]
    if not titles or not all(map(is_status, titles)):
        return best
    return account(document, {**best.options, "named": {"http": "title"}})


def _has_few_texts(readings: Sequence[Reading]) -> bool:
    """Tell whether most codes have no message but their names."""
    said = {str(one.options["message"]): [row.message for row in one.rows] for one in readings}
    names = said.get("title", [])
    same = map(str.__eq__, said.get(str(_ELSE_NAME), []), names)
    return 2 * sum(same) > len(names)


def _messages(found: Beginnings, labels: Sequence[str]) -> Iterator[object]:
    """Yield what can be the message, what is likely first."""
    named = [label for label in labels if says_message(label)]
    # A name such as NO_BERTH is no message where a text stands below it.
    if found.titled == len(found.codes) > found.named:
        yield "title"
    yield from named
    yield "text"
    if found.titled == len(found.codes) == found.named:
        yield _ELSE_NAME
        yield "title"
    if found.titled < len(found.codes):
        yield ["title", *named, "text"]


def _labels(page: Sequence[Block]) -> list[str]:
    """Return labels that come again and again: bold ones, headings, and those of tables in HTML."""
    counts: Counter[str] = Counter()
    tables = {id(one.table): one.table for one in page if isinstance(one, HtmlBlock) and one.table}
    for table in tables.values():
        counts.update(nested_html.names(table))
    for block in page:
        if block.kind in {"paragraph", "item"}:
            bold = (
                found["label"] for line in block.sources if (found := LABEL_IN_BOLD.match(line))
            )
            counts.update(with_status(label, "")[-1][0] for label in bold)
        elif block.kind == "heading":
            counts[bare(block.shown().text)] += 1
    return [label for label, times in counts.items() if times >= LEAST]


# As in source code, where each line of a comment begins as an item does.
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"^[ \t]*/\*\*?[ \t]*\n[ \t]*\*[ \t]", re.MULTILINE)


def bullets(document: Document, code_set: str) -> Sniffed | None:
    """Guess the options of a page with a bullet, or a line "code :: message", for each code."""
    if _COMMENT.search(_FENCE.sub("", document.text)):
        return None
    page, more = page_of(document)
    texts = [signed(block) for block in page if block.kind == "item"]
    texts += [
        line
        for block in page
        if block.kind == "paragraph" and not block.lists
        for line in map(one_line, block.lines)
        if "::" in line
    ]
    texts += _defined(page)
    found = beginnings(texts, short=True)
    if not found:
        return None
    options: Options = {"format": "bullets", **more, **shape(found, code_set)}
    reasons = why(f"{counted(len(found.codes), 'item')} of lists begin with a code", found)
    kind = ProblemKind.ITEM_WITHOUT_CODE
    result, parts = pages.parted(document, accounted(document, options, kind, found.codes))
    return Sniffed(result, (*reasons, *parts))


def _defined(page: Sequence[Block]) -> list[str]:
    """Return the terms of lists of definitions: lines with a line ": text" below them."""
    found = []
    for block, below in pairwise([*page, None]):
        if block is None or block.kind != "paragraph" or block.lists:
            continue
        first = below.sources[0] if below and below.kind == "paragraph" else ""
        lines = [*block.sources, first]
        found += [
            one_line(block.shown(number, number + 1).text)
            for number, (line, over) in enumerate(pairwise(lines))
            if over.startswith(":") and not line.startswith(":")
        ]
    return found
