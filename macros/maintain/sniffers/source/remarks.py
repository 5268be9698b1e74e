"""Comments above constants, in single lines and in blocks: lines, texts -> their shape.

Those in single lines, as `// Dock is busy`, are one line, several that are one text, paragraphs
with empty comments between them, of which the first is the message, or labels, of which one such as
`MessageText:` has it below.

The message of a block is the first paragraph, behind `@brief` or `@var int` where that stands
before it, or the string of a tag such as `@Message("Dock is busy")`. What else a block says is
kept: further paragraphs as a note, tags such as `@since 5.8` as they are. What says the code once
more, as in "Code: 1", or "1: " before texts, is passed over where it names the code of the
constant.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from macros.errors import Problem
from macros.maintain.document import asides
from macros.readers.advice import as_pattern, shown
from macros.sources.reader_options.entries import LONGEST_ENTRY
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.rows import Document


TEXT = r"[^\s*/<\[@!][^\n]*?"
MOST_LINES = 30
_OFTEN = 0.25  # of the comments have several lines, where these are one text
_MOST = 0.5  # of the comments have several paragraphs, or a label

# Those of Doxygen and Sphinx, too: //! and #:
_MARKS = r"(?://+!?|#+:?|--)"
_MARK = {"/": "//+!?", "#": "#+:?", "-": "--"}
_GO_ON = rf"(?:\n[ \t]*{_MARKS}[ \t]*[^\s/][^\n]*)*"
_FURTHER = rf"(?:\n[ \t]*{_MARKS}[ \t]*[^\n]*)*"
_BARE = rf"(?:{_MARKS}[ \t]*\n)*"  # comments without a text
# What says how the constant is called, which it says itself, and what has the text below it.
_NAME = r"(?i:\w*(?:id|name|symbol))[ \t]*:[ \t]*\w+"
_LABEL = r"(?i:\w*(?:message|msg)(?:[ _-]?text)?|text|description|meaning)[ \t]*:"

_ONE = rf"{_MARKS}[ \t]*(?P<message>{TEXT})[ \t]*\n"
_SEVERAL = rf"{_MARKS}[ \t]*(?P<message>{TEXT}{_FURTHER})[ \t]*\n"
# With // alone and // HTTP status: 409 below it
_PARAGRAPHS = rf"{_BARE}{_MARKS}[ \t]*(?P<message>{TEXT}{_GO_ON})[ \t]*\n"
_BELOW = rf"(?:{_MARKS}[ \t]*\n{_BARE}{_MARKS}[ \t]*(?P<note>{TEXT}{_FURTHER})[ \t]*\n)?"
# As in: // MessageText:, with // alone and // Dock is busy below it
_NAMED = rf"(?:{_MARKS}[ \t]*(?:{_NAME})?[ \t]*\n)*"
_ABOVE = rf"(?:{_MARKS}[ \t]*(?P<note>{TEXT}{_FURTHER}?)[ \t]*\n{_BARE})?"
_LABELLED = (
    rf"{_MARKS}[ \t]*{_LABEL}[ \t]*\n{_BARE}"
    rf"{_MARKS}[ \t]*(?P<message>{TEXT}{_FURTHER}?)[ \t]*\n{_BARE}"
)
_DIRECTIVE = r"#\s*(?:define|undef|include|if|el|end|pragma)"  # of C, which is no comment
_SLASHES = re.compile(rf"\s*(?!{_DIRECTIVE}){_MARKS}\s*[^\s/#<\[!]")
_BARE_SLASHES = re.compile(rf"\s*{_MARKS}\s*$")
_IS_NAMED = re.compile(rf"\s*{_MARKS}\s*{_NAME}\s*$")
_LABEL_ALONE = re.compile(rf"\s*{_MARKS}\s*{_LABEL}\s*$")
_SENTENCE = re.compile(r"[.!?。！？][\"')\]]*\s*$")  # noqa: RUF001 - signs of East Asian pages


class Remarks(NamedTuple):
    """The kind of some comments, the expression for them, and the lines they have at the most.

    Attributes:
        what: what they are, for people.
        expression: the expression for them.
        lines: how many lines they have at the most.
        lasts: the last lines of those that are of the kind.
        titles: the lines of first paragraphs that are perhaps the titles of parts.
    """

    what: str
    expression: str
    lines: int
    lasts: frozenset[int]
    titles: tuple[int, ...] = ()


def first(lines: Sequence[str], last: int) -> int | None:
    """Return the first line of the comments of which a line is the last; None if it is none."""
    blocks = _paragraphs(lines, last)
    return blocks[0][0] if blocks else None


def of(lines: Sequence[str], lasts: Sequence[int]) -> Remarks:
    """Return the kind of the comments that end on some lines."""
    found = _of(lines, lasts)
    # Only with the marks that they have: beside // a line with # is of the program.
    marks = [_MARK[sign] for sign in dict.fromkeys(lines[last].lstrip()[0] for last in lasts)]
    marked = f"(?:{'|'.join(marks)})" if marks[1:] else marks[0]
    return found._replace(expression=found.expression.replace(_MARKS, marked))


def _of(lines: Sequence[str], lasts: Sequence[int]) -> Remarks:
    blocks = {last: _paragraphs(lines, last) for last in lasts}
    labelled = {last: _above_label(lines, block) for last, block in blocks.items()}
    of_kind = frozenset(last for last, above in labelled.items() if above is not None)
    if len(of_kind) > _MOST * len(blocks):
        note = _ABOVE if any(labelled.values()) else ""
        shape = f"{_NAMED}{note}{_LABELLED}"
        return Remarks("remarks with a label above", shape, LONGEST_ENTRY, of_kind)
    several = [block for block in blocks.values() if len(block) > 1]
    # The title of a part, above the first text of it, is no sentence.
    untold = [block[0][0] for block in several if not _SENTENCE.search(lines[block[0][1]])]
    of_kind = frozenset(blocks)
    if several and (not untold or len(several) > _MOST * len(blocks)):
        shape = f"{_PARAGRAPHS}{_BELOW}{_BARE}"
        sentences = sum(bool(_SENTENCE.search(lines[block[0][1]])) for block in blocks.values())
        titles = tuple(untold) if sentences > _MOST * len(blocks) else ()
        return Remarks("remarks in paragraphs above", shape, LONGEST_ENTRY, of_kind, titles)
    if not several and any(_BARE_SLASHES.match(lines[last]) for last in lasts):
        shape = f"{_PARAGRAPHS}{_BARE}"
        return Remarks("remarks above", shape, LONGEST_ENTRY, of_kind)
    heights = [end - begin + 1 for block in blocks.values() for begin, end in block[-1:]]
    if any(height > 1 for height in heights):
        often = sum(height > 1 for height in heights) >= _OFTEN * len(blocks)
        firsts = [block[-1][0] for block in blocks.values() if block[-1][0] < block[-1][1]]
        untold = [one for one in firsts if not (often or _SENTENCE.search(lines[one]))]
        return Remarks("remarks above", _SEVERAL, max(heights), of_kind, tuple(untold))
    return Remarks("a remark above", _ONE, 1, of_kind)


def doubts(document: Document, titles: Sequence[int]) -> Iterator[Problem]:
    """Yield a doubt about each text that is perhaps the title of a part.

    Args:
        document: the document.
        titles: the lines of the texts, counted from 0.
    """
    lines = document.text.split("\n")
    for number in titles:
        text = one_line(lines[number])
        if asides.is_title(asides.bare(text)):
            continue  # it is asked about wherever it stands
        what = f'"{shown(text)}" begins a comment of several lines, and is perhaps a title.'
        pattern = json.dumps(as_pattern(text), ensure_ascii=False)
        do = (
            "Save the reader below, in which it is the message, to a file, and add --reader FILE."
            f" If it is a title, add {pattern} to `ignore` in it before."
        )
        yield Problem(document.file, number + 1, what, do)


def _above_label(lines: Sequence[str], block: Sequence[tuple[int, int]]) -> bool | None:
    """Tell whether more than a name stands above the label of a text; None where none has one."""
    for place, (_, end) in enumerate(block[:-1]):
        if _LABEL_ALONE.match(lines[end]):
            above = [line for begin, last in block[: place + 1] for line in lines[begin : last + 1]]
            return not all(map(_IS_NAMED.match, above[:-1]))
    return None


def _paragraphs(lines: Sequence[str], last: int) -> list[tuple[int, int]]:
    """Return the first and the last line of each paragraph of the comments up to a line."""
    found: list[tuple[int, int]] = []
    number = last
    while number >= 0 and last - number < MOST_LINES:
        end = number
        while number >= 0 and _SLASHES.match(lines[number]) and last - number < MOST_LINES:
            number -= 1
        if number < end:
            found.append((number + 1, end))
        elif not _BARE_SLASHES.match(lines[number]):
            break
        else:
            number -= 1
    return found[::-1]


_STAR = r"\n[ \t]*\*+[ \t]*"
_TAG = r"@[A-Za-z][^\n]*"
# What says before a text whom it is for, and since when.
_BEFORE = r"@(?:deprecated|hidden|ignore|internal|public|readonly|since)\b[^\n]*"
# What can stand right before it: \brief, or its type, as in PHP.
BRIEF = r"(?:[@\\]brief|@var[ \t]+[\w\\|?\[\]]+)[ \t]+"
_SAYS_CODE = r"(?i:(?:error[ _-]?)?(?:code|number|value))[ \t]*[:=][ \t]*`?-?\w+`?[.]?"

# As in: 101: Dock is busy
_CODE_BEFORE = r"-?[0-9]+[ \t]*:[ \t]+"
_HAS_CODE_BEFORE = re.compile(rf"/\*+[ \t]*(?:{_STAR})+{_CODE_BEFORE}")
_HAS_TAG = re.compile(rf"{_STAR}@(?!brief)")
_HAS_TAG_BEFORE = re.compile(rf"/\*+[ \t]*(?:{_STAR})*{_BEFORE}")
_HAS_BRIEF = re.compile(rf"{_STAR}{BRIEF}")
_HAS_CODE = re.compile(rf"(?:{_STAR}){{2,}}{_SAYS_CODE}[ \t]*\n")
_HAS_NOTE = re.compile(rf"(?:{_STAR})(?=\n)(?:{_STAR})+(?!{_SAYS_CODE}[ \t]*\n){TEXT}\n")


# A tag whose string is the text, as in: @Message("Dock is busy")
_SAYS = r"@[\w.\\]*(?i:message|msg|text|desc)\w*[ \t]*\([^\n\"']*?"
_HAS_TEXT = re.compile(r"^[ \t]*/?\*+(?!/)[ \t]*[^\s@*/]", re.MULTILINE)
_IS_TAGGED = re.compile(rf"(?:\s|/?\*+)*{_SAYS}[\"']")


def is_tagged(block: Sequence[str]) -> bool:
    """Tell whether a block of comments has its text in a tag."""
    return any(map(_IS_TAGGED.match, block))


def tagged(texts: str, string: str, between: str) -> str:
    """Return the expression for blocks with the text in a tag; what else they say is kept.

    Args:
        texts: the lines of all blocks.
        string: the expression for strings.
        between: the expression for what can stand below a block.
    """
    note = rf"(?:(?P<note>{TEXT}(?:{_STAR}{TEXT})*?)[ \t]*(?:{_STAR})+)??"
    note = note if _HAS_TEXT.search(texts) else ""
    above = rf"(?:(?P<tags_above>{_TAG}(?:{_STAR}{_TAG})*?)(?:{_STAR})+)??"
    below = rf"(?:(?:{_STAR})+(?P<tags>{_TAG}(?:{_STAR}(?:{TEXT}|{_TAG})?)*?)[ \t]*)?"
    says = rf"{_SAYS}(?P<message>{string})[^\n\"'*]*"
    ends = rf"(?:{_STAR})*(?:\n[ \t]*)?\*+/[ \t]*\n"
    return rf"/\*[*!]+[ \t]*(?:{_STAR})*{note}{above}{says}{below}{ends}{between}"


def expression(texts: str, between: str, *, mixed: bool = False) -> str:
    """Return the expression for blocks of comments, up to a constant.

    Args:
        texts: the lines of all blocks.
        between: the expression for what can stand below a block.
        mixed: whether some are in one line, as in `/** The dock is busy */`.
    """
    begins = rf"/\*[*!]+[ \t]*(?:{_STAR})*" if mixed else rf"/\*+!?[ \t]*(?:{_STAR})+"
    if _HAS_TAG_BEFORE.search(texts):
        above = f"(?P<tags_above>{_BEFORE}(?:{_STAR}(?:{_BEFORE})?)*)"
        begins = rf"/\*+!?[ \t]*(?:(?:{_STAR})+{above})?(?:{_STAR}){'*' if mixed else '+'}"
    brief = f"(?:{BRIEF})?" if _HAS_BRIEF.search(texts) else ""
    if 2 * len(_HAS_CODE_BEFORE.findall(texts)) > texts.count("/*"):
        brief += f"(?:{_CODE_BEFORE})?"
    message = rf"(?P<message>{TEXT}(?:{_STAR}{TEXT})*)[ \t]*"
    code = rf"(?:(?:{_STAR})+{_SAYS_CODE}[ \t]*)?" if _HAS_CODE.search(texts) else ""
    note = rf"(?:(?:{_STAR})+(?P<note>{TEXT}(?:{_STAR}(?:{TEXT})?)*?)[ \t]*)?"
    note = note if _HAS_NOTE.search(texts) else ""
    tags = rf"(?:(?:{_STAR})+(?P<tags>{_TAG}(?:{_STAR}(?:{TEXT}|{_TAG})?)*?)[ \t]*)?"
    tags = tags if _HAS_TAG.search(texts) else ""
    below = r"(?:\n[ \t]*)?" if mixed else r"\n[ \t]*"
    ends = rf"(?:{_STAR})*{below}\*+/[ \t]*\n"
    return f"{begins}{brief}{message}{code}{note}{tags}{ends}{between}"
