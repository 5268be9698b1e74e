"""Which headings of a page begin with codes: page -> the options that read them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from macros.maintain import sniff_sections
from macros.maintain.beginnings import beginnings
from macros.maintain.sniff_pages import SAYS_MESSAGE, accounted, page_of, shape, why
from macros.maintain.sniffed import LEAST, Sniffed, counted
from macros.readers import blocks
from macros.readers.entries import LABEL_IN_BOLD
from macros.readers.headings import bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.beginnings import Beginnings
    from macros.maintain.reading import Options
    from macros.readers.blocks import Block
    from macros.readers.rows import Document

_WITHOUT = re.compile(r'the heading "(.*)" does not begin with a code as others here do', re.DOTALL)
# A heading, or a line that begins with bold letters or a word set apart.
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\*\*\S|`[^`\n]+`)", re.MULTILINE)

# A section of settings, as in ini files.
_SETTINGS = re.compile(r"^\[[^\]\n]+\][ \t]*\n[\w.-]+[ \t]*=", re.MULTILINE)


def headings(document: Document, code_set: str) -> Sniffed | None:
    """Guess the options of a page with a heading for each code: Markdown, HTML or no markup."""
    page, more = page_of(document)
    levels: dict[int, list[str]] = {}
    for block in page:
        if block.kind == "heading":
            levels.setdefault(block.level, []).append(bare(block.shown().text))
    found = [one for texts in levels.values() if (one := beginnings(texts))]
    if found:
        best = max(found, key=lambda one: len(one.codes))
        return _headings(document, code_set, best, more, _labels(page))
    if more or len(_SETTINGS.findall(document.text)) >= LEAST:
        return None
    texts = list(blocks.of_text(document.text))
    unmarked = beginnings([block.shown(0, 1).text for block in texts])
    if not unmarked or unmarked.apart < len(unmarked.codes):
        return None
    # Of two that leave as much over, what the page itself looks like.
    is_marked = bool(_MARKDOWN.search(document.text))
    kinds = ("paragraphs", "plain") if is_marked else ("plain", "paragraphs")
    guesses = [
        _headings(document, code_set, unmarked, {"markup": kind}, _labels(texts)) for kind in kinds
    ]
    return max(guesses, key=lambda one: len(one.reading.rows) - 2 * len(one.reading.problems))


def _headings(
    document: Document,
    code_set: str,
    found: Beginnings,
    more: Options,
    labels: Sequence[str],
) -> Sniffed:
    options: Options = {"format": "headings", **more, **shape(found, code_set)}
    tried = [options | {"message": message} for message in _messages(found, labels)]
    readings = [accounted(document, one, _WITHOUT, found.codes) for one in tried]
    best = min(readings, key=lambda one: len(one.problems))
    what = counted(len(found.codes), "heading" if not more else "line")
    reasons = why(f"{what} begin with a code", found)
    best, parts = sniff_sections.parted(document, best)
    said = f"message {best.options['message']}: nothing else leaves less over"
    return Sniffed(sniff_sections.doubted(document.file, best), (*reasons, said, *parts))


def _messages(found: Beginnings, labels: Sequence[str]) -> Iterator[object]:
    """Yield what can be the message, what is likely first."""
    named = [label for label in labels if SAYS_MESSAGE.search(label)]
    # A name such as NO_BERTH is no message where a text stands below it.
    if found.titled == len(found.codes) > found.named:
        yield "title"
    yield from named
    yield "text"
    if found.titled == len(found.codes) == found.named:
        yield "title"
    if found.titled < len(found.codes):
        yield ["title", *named, "text"]


def _labels(page: Sequence[Block]) -> list[str]:
    """Return the bold labels of paragraphs, and headings that come again and again."""
    counts: Counter[str] = Counter()
    for block in page:
        if block.kind in {"paragraph", "item"}:
            counts.update(
                found["label"] for line in block.sources if (found := LABEL_IN_BOLD.match(line))
            )
        elif block.kind == "heading":
            counts[bare(block.shown().text)] += 1
    return [label for label, times in counts.items() if times >= LEAST]
