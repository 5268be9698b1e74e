"""Which headings or bullets of a page begin with codes: page -> the options that read them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.errors import Problem
from macros.maintain import reading, shapes, sniff_sections
from macros.maintain.sniffed import LEAST, Sniffed, account, counted, shown_codes
from macros.readers import blocks, html_blocks
from macros.readers.entries import LABEL_IN_BOLD, Head, Shape
from macros.readers.headings import bare
from macros.readers.printed import plain
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.reading import Options, Reading
    from macros.readers.blocks import Block
    from macros.readers.rows import Document

_MESSAGE = re.compile(
    r"message|meaning|descri|text|메시지|설명|消息|描述|说明|メッセージ", re.IGNORECASE
)
_WITHOUT = re.compile(r'the heading "(.*)" does not begin with a code as others here do', re.DOTALL)
_ITEM = re.compile(r'"(.*)" does not begin with a code as others of its list do', re.DOTALL)
_LABEL = re.compile(r'"([^"]*)" stands before a text like a label')
# A heading, or a line that begins with bold letters or a word set apart.
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\*\*\S|`[^`\n]+`)", re.MULTILINE)
_PICTURES_BEFORE = re.compile(r"([^\x00-\x7f\w\s]+\s+)(?=\S)")
_NUMBERED = re.compile(r"[`*_]*[0-9]{1,2}[`*_]*\s*[.)]")
# A word in capitals that a sign ties to a number is a part of the code: Error DOCK-4.
_WORDS_BEFORE = re.compile(
    r"((?:(?![A-Z]+[.-][0-9])[^\W\d_]+[ #:.-]+){1,3})(?=[`*\"'\[(]*[-A-Z0-9])"
)

_JOINED = re.compile(r"[A-Za-z]+(?:_[A-Za-z0-9]+)+", re.ASCII)
_NAME = re.compile(r"[`*(\[]*[A-Za-z]+(?:_[A-Za-z0-9]+)+[`*)\]]*", re.ASCII)
_CAPITALS = "[A-Z]+(?:_[A-Z0-9]+)*"
_REMARKS = frozenset({"NOTE", "TIP", "HINT", "WARNING", "TODO", "SEE", "FAQ", "HTTP", "API", "SDK"})
_BULLETS = "-*+•"
_WORD = re.compile(r"[`*_\"'\[]*(?P<word>\w+)[`*_\"'\]]*(?:\s*$|\s*[^\w\s(]+\s*(?P<text>\S?))")


def headings(document: Document, code_set: str) -> Sniffed | None:
    """Guess the options of a page with a heading for each code: Markdown, HTML or no markup."""
    page, more = _page(document)
    levels: dict[int, list[str]] = {}
    for block in page:
        if block.kind == "heading":
            levels.setdefault(block.level, []).append(bare(block.shown().text))
    found = [one for texts in levels.values() if (one := _beginnings(texts))]
    if found:
        best = max(found, key=lambda one: len(one.codes))
        return _headings(document, code_set, best, more, _labels(page))
    if more:
        return None
    texts = list(blocks.of_text(document.text))
    unmarked = _beginnings([block.shown(0, 1).text for block in texts])
    if not unmarked or unmarked.apart < len(unmarked.codes):
        return None
    # Of two that leave as much over, what the page itself looks like.
    is_marked = bool(_MARKDOWN.search(document.text))
    kinds = ("paragraphs", "plain") if is_marked else ("plain", "paragraphs")
    guesses = [
        _headings(document, code_set, unmarked, {"markup": kind}, _labels(texts)) for kind in kinds
    ]
    return max(guesses, key=lambda one: len(one.reading.rows) - 2 * len(one.reading.problems))


def bullets(document: Document, code_set: str) -> Sniffed | None:
    """Guess the options of a page with a bullet, or a line "code :: message", for each code."""
    page, more = _page(document)
    texts = [one_line(block.shown().text) for block in page if block.kind == "item"]
    texts += [
        line
        for block in page
        if block.kind == "paragraph" and not block.lists
        for line in map(one_line, block.lines)
        if "::" in line
    ]
    texts += _defined(page)
    found = _beginnings(texts, short=True)
    if not found:
        return None
    options: Options = {"format": "bullets", **more, **_shape(found, code_set)}
    why = _why(f"{counted(len(found.codes), 'item')} of lists begin with a code", found)
    result, parts = sniff_sections.parted(
        document, _accounted(document, options, _ITEM, found.codes)
    )
    return Sniffed(result, (*why, *parts))


def _defined(page: Sequence[Block]) -> list[str]:
    """Return the terms of lists of definitions: lines with a line ": text" below them."""
    return [
        one_line(block.shown(number, number + 1).text)
        for block in page
        if block.kind == "paragraph" and not block.lists
        for number, below in enumerate(block.sources[1:])
        if below.startswith(":") and not block.sources[number].startswith(":")
    ]


def _page(document: Document) -> tuple[list[Block], Options]:
    """Return the blocks of a page, and the option that says how it is written."""
    if document.text.lstrip()[:1] != "<":
        return list(blocks.of_markdown(document.text)), {}
    page = html_blocks.of_html(document.text, document.file, _begins)
    return [] if isinstance(page, Problem) else page, {"markup": "html"}


def _begins(text: str, apart: str) -> bool:
    """Tell whether a line of a page in HTML begins with what looks like a code."""
    found, alone = _behind([text], ""), _behind([apart], "")
    return bool(found.apart or (found.codes and alone.codes and not alone.titled))


class _Beginnings(NamedTuple):
    """The codes with which texts begin, what stands before each, and how many have what behind."""

    codes: list[str]
    before: str
    apart: int
    titled: int
    named: int


def _beginnings(texts: Sequence[str], *, short: bool = False) -> _Beginnings | None:
    """Return the codes of texts that begin with one, or with one and the same word before it.

    Args:
        texts: the texts.
        short: whether numbers of one and two digits can be codes, where a sign stands behind them.
    """
    leads = [lead[1] for text in texts if (lead := _WORDS_BEFORE.match(plain(text)))]
    words = Counter(leads).most_common(2)
    tried = ["", *(_escaped(word) for word, times in words if times >= LEAST)]
    # Pictures stand before codes as signs of what kind they are.
    pictures = Counter(lead[1] for text in texts if (lead := _PICTURES_BEFORE.match(text)))
    if pictures.total() >= LEAST:
        tried.append(f"(?:{'|'.join(map(_escaped, pictures))})")
    found = [one for before in tried if len((one := _behind(texts, before, short)).codes) >= LEAST]
    return max(found, key=lambda one: len(one.codes)) if found else None


def _escaped(text: str) -> str:
    return re.escape(text).replace(r"\ ", " ")


def _behind(texts: Sequence[str], before: str, short: bool = False) -> _Beginnings:  # noqa: FBT001, FBT002 - said by name above
    shape = Shape(_options({"before": before} if before else {}))
    heads = [
        head
        for text in texts
        if (head := shape.head(text))
        and not head.ends
        and shapes.looks_like_a_code(head.code)
        and (any(sign.isdigit() or sign == "_" for sign in head.code))
        # A number with a full stop is the number of a section: "1. Introduction".
        and (
            before
            or not re.fullmatch(r"[0-9]{1,2}", head.code, re.ASCII)
            or (short and head.is_apart and not _NUMBERED.match(plain(text)))
        )
    ]
    heads = _alike(heads)
    if short and (capitals := _capitals(texts, before, heads)):
        heads = capitals
    return _Beginnings(
        [head.code for head in heads],
        before,
        sum(head.is_apart for head in heads),
        sum(bool(head.title) for head in heads),
        sum(bool(_NAME.fullmatch(head.title)) for head in heads),
    )


def _alike(heads: list[Head]) -> list[Head]:
    """Leave out what is a code by chance, as in "100 ways": no sign behind it, of another shape."""
    kinds = Counter(_kind(head.code) for head in heads)
    apart = {_kind(head.code) for head in heads if head.is_apart}
    return [
        head
        for head in heads
        if head.is_apart or _kind(head.code) in apart or kinds[_kind(head.code)] > 1 or not apart
    ]


def _capitals(texts: Sequence[str], before: str, heads: Sequence[Head]) -> list[Head]:
    """Return the heads of texts that begin with a name in capitals, if most of these are joined.

    Beside TOO_BIG and NO_ROUTE a TIMEOUT with a sign behind it is a code, and no remark.
    """
    joined = {head.code for head in heads if _JOINED.fullmatch(head.code)}
    if len(joined) < len(heads) or not all(map(str.isupper, joined)):
        return []
    shape = Shape(_options({"pattern": _CAPITALS, **({"before": before} if before else {})}))
    found = [head for text in texts if (head := shape.head(text)) and not head.ends]
    found = [head for head in found if head.code in joined or (head.is_apart and head.title)]
    return found if _REMARKS.isdisjoint(head.code for head in found) else []


def _could_be_a_row(text: str, before: str, codes: Sequence[str]) -> bool:
    """Tell whether what begins with no code known is perhaps a row: a word and a text, or a name.

    A word alone is one where all codes are names of several words.
    """
    marks = re.match(rf"(?:[{_BULLETS}]\s+)?[`*_\"'\[]*(?P<before>{before})?", text)
    if not marks or not (found := _WORD.match(text, marks.end())):
        return False
    if found["word"].isupper() and (found["text"] or marks["before"]):
        return True
    if found["text"] and text[0] in _BULLETS:
        return True
    cases = {(code.isupper(), code.islower()) for code in codes}
    joined = all(map(_JOINED.fullmatch, codes))
    return joined and (found["word"].isupper(), found["word"].islower()) in cases


def _kind(code: str) -> str:
    return re.sub(r"[A-Za-z]+", "A", re.sub(r"[0-9]", "0", code))


def _options(more: Options) -> Any:  # noqa: ANN401 - of a format with entries
    pattern = shapes.ANY_CODE.pattern
    return reading.checked(
        {"format": "bullets", "code_set": "api", "pattern": f"(?:{pattern})", **more}
    )


def _shape(found: _Beginnings, code_set: str) -> Options:
    options: Options = {"code_set": code_set, "pattern": shapes.pattern(found.codes)}
    if found.before:
        options["before"] = found.before
    return options


def _headings(
    document: Document,
    code_set: str,
    found: _Beginnings,
    more: Options,
    labels: Sequence[str],
) -> Sniffed:
    options: Options = {"format": "headings", **more, **_shape(found, code_set)}
    tried = [options | {"message": message} for message in _messages(found, labels)]
    readings = [_accounted(document, one, _WITHOUT, found.codes) for one in tried]
    best = min(readings, key=lambda one: len(one.problems))
    what = counted(len(found.codes), "heading" if not more else "line")
    why = _why(f"{what} begin with a code", found)
    best, parts = sniff_sections.parted(document, best)
    said = f"message {best.options['message']}: nothing else leaves less over"
    return Sniffed(sniff_sections.doubted(document.file, best), (*why, said, *parts))


def _messages(found: _Beginnings, labels: Sequence[str]) -> Iterator[object]:
    """Yield what can be the message, what is likely first."""
    named = [label for label in labels if _MESSAGE.search(label)]
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


def _accounted(
    document: Document, options: Options, without: re.Pattern[str], codes: Sequence[str]
) -> Reading:
    """Read a page; skip its prose, and declare headings or items that have no code."""
    result = account(document, options)
    if not result.is_whole:
        skipped = account(document, {**options, "prose": "skip"})
        result = skipped if len(skipped.problems) < len(result.problems) else result
    result = _labelled(document, result)
    texts = [found[1] for one in result.problems if (found := without.match(one.what))]
    texts = [text for text in texts if not _could_be_a_row(text, options.get("before", ""), codes)]
    if not texts:
        return result
    better = {**result.options, "headings": reading.patterns_for(texts)}
    declared = account(document, better)
    return declared if len(declared.problems) < len(result.problems) else result


def _labelled(document: Document, result: Reading) -> Reading:
    """Declare the labels that the reader asks about: their texts become columns, or messages."""
    found = [label[1] for one in result.problems if (label := _LABEL.match(one.what))]
    if not found:
        return result
    labels = [*result.options.get("labels", []), *dict.fromkeys(found)]
    options = {**result.options, "labels": labels}
    tried = [options]
    if options["format"] == "headings":
        tried += [options | {"message": label} for label in labels if _MESSAGE.search(label)]
    return min([result, *(account(document, one) for one in tried)], key=_left)


def _left(result: Reading) -> int:
    return len(result.problems)


def _why(what: str, found: _Beginnings) -> tuple[str, ...]:
    before = f', behind "{found.before.replace(chr(92), "")}"' if found.before else ""
    return (f"{what}{before}", f"pattern {shapes.pattern(found.codes)}: {shown_codes(found.codes)}")
