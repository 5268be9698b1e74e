"""Badges, links and hidden texts within cells, items and headings: a reading -> doubts.

To a reader of the text alone, "Dock is busy Retryable" is one sentence. What stands in an element
of its own at an end of a text, and comes again in other cells, seems to be no part of it; so does
what is glued to a word, and what the page keeps for those who listen to it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import html_seen, reading
from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown
from macros.readers.html_cells import elements, text_of, texts_of, unbracketed
from macros.readers.html_table import BREAKS, IN_CELLS
from macros.readers.printed import codes_in_cell
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from justhtml.dom import Node

    from macros.maintain.document.html_seen import SeenCell
    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

# Names that style sheets give to what nobody sees, or sees only when pointing at it.
_UNSEEN = re.compile(
    r"\b(?:sr|screen-?reader|visually)-?(?:only|text|hidden)\b|tool-?tip", re.IGNORECASE
)
# What is set in these is a value that the sentence speaks of.
_VALUES = frozenset("code kbd samp var tt abbr wbr".split())
_INLINE = IN_CELLS - BREAKS - _VALUES
_LETTERS = 3  # of a text that is none but its own
# Behind a number or a unit a raised number is a power.
_POWER = re.compile(r"(?:[0-9]|(?<![^\W\d_])[^\W\d_]{1,2})\s*$")
# What badges say, however they are set: "Dock is busy `Retryable`".
BADGE = re.compile(
    r"New|Updated|Alpha|Beta|Preview|Experimental|Deprecated|Obsolete|Legacy|Removed|Internal"
    r"|(?:Not |Non-?)?[Rr]etr(?:y|yable|iable)|Transient|Permanent|Fatal"
    r"|NEW|BETA|DEPRECATED|RETRY(?:ABLE)?"
)
# What links say that lead to more about a text, in it or not.
_CALLED_BADGE = re.compile(r"\b(?:badge|pill|chip|tag|label)\b", re.IGNORECASE)  # its class
_LEADS_ON = re.compile(
    r"\W*(?:(?:learn|read|see|show|find out|view|get) (?:more|details|the docs|docs|help)|more"
    r"|(?:more |further )?(?:info(?:rmation)?|details|help)|docs?|documentation|guide|reference"
    r"|troubleshoot(?:ing)?|how to (?:fix|solve)(?: this| it)?|mehr (?:erfahren|dazu|infos?)"
    r"|en savoir plus|más información|saiba mais|подробнее|了解更多|查看详情|詳細"
    r"|詳しくは(?:こちら)?|자세히(?: 보기)?)\W*",
    re.IGNORECASE,
)
# Behind these stands what a sentence speaks of: see Limits, use POST.
LEADS = re.compile(
    r"\b(?:see|use|is|are|be|as|to|in|on|at|of|for|from|with|by|not|and|or|the|an?|must|via|visit"
    r"|contact|read|under|called|named|also)\W*$",
    re.IGNORECASE,
)
_FEWEST = 2  # cells that have it
_SENTENCE = 2  # words of a text that is one without what stands behind it


class _Part(NamedTuple):
    """An element of a cell with some of its text: what stands before and behind it there."""

    cell: SeenCell
    element: Node
    text: str
    before: str
    behind: str

    @property
    def style(self) -> tuple[str, str]:
        """What elements have in common that are set alike."""
        return _style(self.element)

    @property
    def key(self) -> str:
        """How provider.yml names it."""
        return _key(self.element)

    @property
    def rest(self) -> str:
        """The text of the cell without it."""
        return f"{self.before} {self.behind}".strip()

    @property
    def is_last(self) -> bool:
        """Whether nothing stands behind it."""
        return not self.behind.strip()


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each kind of element whose texts are perhaps no part of what cells say."""
    cells = [one for one in html_seen.texts(document, result) if one.node.children]
    known = set(result.options.get("leave_out", ()))
    found: list[list[_Part]] = []
    # Behind a badge a link can stand: what is left out says which is the next.
    while new := list(_found(cells, reading.code_patterns(result.options), known)):
        found += new
        known.update(part.key for strange in new for part in strange)
    taken: set[int] = set()
    # Each is answered by its line: those that can choose come last.
    for strange in sorted(found, key=len):
        lines = [part.cell.line for part in strange]
        line = next((one for one in lines if one not in taken), lines[0])
        taken.add(line)
        yield _doubt(document.file, line, strange)


def _found(
    cells: Sequence[SeenCell], patterns: Sequence[str], known: Container[str]
) -> Iterator[list[_Part]]:
    """Yield the elements of each kind whose texts are perhaps no part of what cells say.

    Args:
        cells: the cells.
        patterns: those of codes.
        known: what is left out already.
    """
    kinds: dict[tuple[tuple[str, str], bool], list[_Part]] = {}
    for cell in cells:
        for part in _parts(cell, known):
            is_code = any(
                codes_in_cell(part.rest, one) and not codes_in_cell(part.text, one)
                for one in patterns
            )
            if is_code and cell.kind != "code" and not cell.refused:
                continue
            if is_code or cell.kind == "message":
                kinds.setdefault((part.style, is_code), []).append(part)
    styles = {
        _style(element)
        for cell in cells
        for element in elements(cell.node)
        if text_of(element) in known or _key(element) in known
    }
    powers = {
        part.key
        for (_, is_code), parts in kinds.items()
        for part in parts
        if not is_code and part.style[0] == "sup" and _POWER.search(part.before)
    }
    for (_, is_code), parts in kinds.items():
        strange = parts if is_code else [*_strange(parts, known), *_set_alike(parts, styles)]
        if kept := list(dict.fromkeys(part for part in strange if part.key not in powers)):
            yield kept


def _set_alike(parts: Sequence[_Part], styles: Container[tuple[str, str]]) -> Iterator[_Part]:
    """Yield the elements at the end of a text that are set as others which are left out."""
    for part in parts:
        name, classes = part.style
        if classes and name != "a" and part.style in styles and part.is_last:
            yield part


def _parts(cell: SeenCell, known: Container[str]) -> Iterator[_Part]:
    """Yield the elements of a cell that have some of its text; of those with the same the outer."""
    pieces = texts_of(cell.node)
    around = [cell.node]
    gone: set[int] = set()
    able: list[Node] = []
    for element in elements(cell.node):
        text = text_of(element)
        if not text or any(one is element.parent and text_of(one) == text for one in around):
            continue
        around.append(element)
        if text in known or _key(element) in known:
            gone.update(map(id, texts_of(element)))
        elif BADGE.fullmatch(text) or not any(map(_is_value, _above(element, cell.node))):
            able.append(element)
    for element in able:
        own = set(map(id, texts_of(element)))
        if own & gone:
            continue
        places = [place for place, piece in enumerate(pieces) if id(piece) in own]
        before, behind = (
            "".join(str(piece.data or "") for piece in part if id(piece) not in gone)
            for part in (pieces[: places[0]], pieces[places[-1] + 1 :])
        )
        if len("".join(before.split())) < cell.begins:  # of the code before the message
            continue
        before = re.sub(rf"(?:\s*\S){{{cell.begins}}}", "", before, count=1)
        if before.strip() or behind.strip():
            yield _Part(cell, element, text_of(element), *unbracketed(before, behind))


def _style(element: Node) -> tuple[str, str]:
    """Return the name of an element and its classes."""
    return str(element.name), (element.attrs or {}).get("class") or ""


def _key(element: Node) -> str:
    """Return how provider.yml names an element: a number or a letter could stand elsewhere, too."""
    text = text_of(element)
    is_own = sum(map(str.isalpha, text)) >= _LETTERS
    return text if is_own else f"<{element.name}>{text}</{element.name}>"


def _above(element: Node, cell: Node) -> Iterator[Node]:
    """Yield an element and those around it, up to its cell."""
    node: Node | None = element
    while node is not None and node is not cell:
        yield node
        node = node.parent


def _is_value(element: Node) -> bool:
    return str(element.name) in _VALUES


def _strange(parts: Sequence[_Part], known: Container[str]) -> list[_Part]:
    """Return those elements of one kind whose texts are perhaps no part of the messages."""
    texts = Counter(part.text for part in parts)
    links = {(part.text, (part.element.attrs or {}).get("href")) for part in parts}
    targets = Counter(text for text, _ in links)
    several = len({id(part.cell.node) for part in parts}) >= _FEWEST
    found = []
    for part in parts:
        name, classes = part.style
        attributes = part.element.attrs or {}
        unseen = _UNSEEN.search(classes) or attributes.get("role") == "tooltip"
        in_lines = any(one.name in BREAKS for one in elements(part.cell.node))
        if unseen or name == "sup" or (not in_lines and _is_glued(part, known)):
            found.append(part)
            continue
        at_end = bool(part.before.strip()) != bool(part.behind.strip())
        if at_end and _is_badge(part):
            found.append(part)
            continue
        if at_end and name == "a" and _leads_on(part) and not _is_cut_alike(part, known):
            found.append(part)
            continue
        at_end = at_end and name in _INLINE
        if not at_end or not several or _is_cut_alike(part, known):
            continue
        again = texts[part.text] >= _FEWEST
        is_set = name == "small" or (bool(classes) and name != "a")
        is_link = name == "a" and targets[part.text] >= _FEWEST
        apart = (is_set or is_link) and len(part.rest.split()) >= _SENTENCE and part.is_last
        if (again and (apart or _begins_anew(part))) or (is_set and _begins_anew(part)):
            found.append(part)
    return found


def _is_badge(part: _Part) -> bool:
    """Tell whether an element says what badges say, beside a text that is one without it."""
    is_called = _CALLED_BADGE.search(part.style[1])
    is_said = BADGE.fullmatch(part.text) and not LEADS.search(part.before)
    return bool(is_called or is_said) and len(part.rest.split()) >= _SENTENCE


def _leads_on(part: _Part) -> bool:
    """Tell whether a link behind a text leads to more about it, or is a sentence of its own."""
    if not part.is_last or LEADS.search(part.before):
        return False
    is_sentence = part.before.rstrip()[-1:] in {*".!?。！？"} and part.text[:1].isupper()  # noqa: RUF001
    return is_sentence or bool(_LEADS_ON.fullmatch(part.text))


def _begins_anew(part: _Part) -> bool:
    """Tell whether what stands second of an element and the rest begins as a sentence does."""
    if part.is_last and LEADS.search(part.before):
        return False
    return (part.text if part.is_last else part.rest)[:1].isupper()


def _is_glued(part: _Part, known: Container[str]) -> bool:
    """Tell whether a word ends where an element begins that has another word, with no space."""
    own = "".join(str(one.data or "") for one in texts_of(part.element))
    edges = ((part.before[-1:], own[:1]), (own[-1:], part.behind[:1]))
    for left, right in edges:
        if left.isalnum() and right.isalnum() and not _is_cut_alike(part, known):
            longer = len(part.text.split()) >= _SENTENCE and part.style[1]
            if (left.islower() and right.isupper()) or longer:
                return True
    return False


def _is_cut_alike(part: _Part, known: Container[str]) -> bool:
    """Tell whether all of a cell stands in elements that are set alike, as word processors do."""
    alike = [one for one in _parts(part.cell, known) if one.style == part.style]
    rest = part.cell.text
    for one in alike:
        rest = rest.replace(one.text, "", 1)
    return not any(map(str.isalnum, rest))


def _doubt(file: str, line: int, parts: Sequence[_Part]) -> Doubt:
    texts = list(dict.fromkeys(part.text for part in parts))
    named = series([f'"{shown(text)}"' for text in texts[:3]])
    more = f" and {len(texts) - 3} more" if texts[3:] else ""
    stand = "stand" if texts[1:] else "stands"
    none = "they are perhaps no part" if texts[1:] else "it is perhaps no part"
    where = "a cell" if parts[0].cell.node.name == "td" else "a text"
    what = (
        f"{named}{more} {stand} in a <{parts[0].style[0]}> within {where}, as in"
        f' "{shown(parts[0].cell.text)}", so {none} of the text.'
    )
    keys = tuple(dict.fromkeys(part.key for part in parts))
    written = json.dumps(keys, ensure_ascii=False)
    do = (
        f"If the API does not say it, write `leave_out: {written}` in the reader below; if it is a"
        " part of the text, change nothing. Save it to a file, and add --reader FILE."
    )
    return Doubt(file, line, what, do, more={"leave_out": keys})
