"""Which codes headings or items begin with: texts -> their codes, and what stands before these."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.maintain.document import reading, shapes
from macros.maintain.sniffers.sniffed import LEAST
from macros.readers.heads import Head, Shape
from macros.readers.printed import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.maintain.document.reading import Options

_PICTURES_BEFORE = re.compile(r"([^\x00-\x7f\w\s]+\s+)(?=\S)")
_NUMBERED = re.compile(r"[`*_]*[0-9]{1,2}[`*_]*\s*[.)](?![0-9])")
# As in "36.8.1. Callbacks".
_SECTION = re.compile(r"[`*_]*[0-9]{1,2}(?:\.[0-9]{1,2})+\.[`*_]*\s", re.ASCII)
_SMALL = re.compile(r"[0-9]{1,2}", re.ASCII)
_FIRST_CHAPTERS = (1, 2)
# A word in capitals that a sign ties to a number is a part of the code: Error DOCK-4. So is a minus
# behind a space: Error -4.
WORDS_BEFORE = re.compile(
    r"((?:(?![A-Z]+[.-][0-9])[^\W\d_]+(?:[ #№:.°º]|-(?![0-9])|(?<=[^\W\d_])-)+){1,3}|[#№] ?)"
    r"(?=[`*\"'\[(]*[-A-Z0-9])"
)
# A number alone, or with its unit.
_VALUE = re.compile(
    r"[`*\"'\[(]*[-+]?[0-9][\w.,]*(?: ?(?:%|[A-Za-z]+))?[`*\"'\])]*[.;,]?", re.ASCII
)
_JOINED = re.compile(r"[A-Za-z]+(?:_[A-Za-z0-9]+)+", re.ASCII)
# Words joined to one, as NO_BERTH, no.berth, no-berth and noBerth are, or one in capitals: TIMEOUT.
_NAME = re.compile(
    r"[`*(\[]*(?:[A-Za-z]+(?:[_.-][A-Za-z0-9]+)+|[A-Z][A-Z0-9]+|(?:[A-Z][a-z0-9]+){2,}"
    r"|[a-z]+(?:[A-Z][a-z0-9]*)+)[`*)\]]*",
    re.ASCII,
)
_CAPITALS = "[A-Z]+(?:_[A-Z0-9]+)*"
_REMARKS = frozenset({"NOTE", "TIP", "HINT", "WARNING", "TODO", "SEE", "FAQ", "HTTP", "API", "SDK"})
_BULLETS = "-*+•"
_WORD = re.compile(r"[`*_\"'\[]*(?P<word>\w+)[`*_\"'\]]*(?:\s*$|\s*[^\w\s(]+\s*(?P<text>\S?))")


class Beginnings(NamedTuple):
    """The codes with which texts begin, what stands before each, and how many have what behind."""

    codes: list[str]
    before: str
    apart: int
    titled: int
    named: int


def beginnings(
    texts: Sequence[str], *, short: bool = False, small: bool = False
) -> Beginnings | None:
    """Return the codes of texts that begin with one, or with one and the same word before it.

    Args:
        texts: the texts.
        short: whether they are items of lists, which no chapters are, so that numbers of one and
            two digits can be codes where a sign stands behind them.
        small: whether the page says that such numbers are codes.
    """
    leads = [lead[1] for text in texts if (lead := WORDS_BEFORE.match(plain(text)))]
    words = [word for word, times in Counter(leads).most_common(2) if times >= LEAST]
    bare = behind(texts, "", short, small) if words else None
    if bare and bare.codes:
        words = [word for word in words if not is_number_sign(word)]
    if bare and bare.titled >= LEAST:
        words = [word for word in words if not _is_label(word, texts)]
    tried = ["", *map(escaped, words)]
    # Pictures stand before codes as signs of what kind they are.
    pictures = Counter(lead[1] for text in texts if (lead := _PICTURES_BEFORE.match(text)))
    if pictures.total() >= LEAST:
        tried.append(f"(?:{'|'.join(map(escaped, pictures))})")
    found = [
        one for before in tried if len((one := behind(texts, before, short, small)).codes) >= LEAST
    ]
    return max(found, key=lambda one: len(one.codes)) if found else None


def is_number_sign(words: str) -> bool:
    """Tell whether a sign alone stands before numbers; beside codes without it, these are others.

    As `#12` is the number of an issue.
    """
    return words.strip() in {"#", "№"}


def _is_label(words: str, texts: Sequence[str]) -> bool:
    """Tell whether words stand before numbers alone, as in `Retry after: 60`.

    Where others begin with codes that have texts, these are facts of theirs.
    """
    own = (plain(text) for text in texts)
    return all(_VALUE.fullmatch(text, len(words)) for text in own if text.startswith(words))


def escaped(text: str) -> str:
    """Return an expression for a text; a blank needs no escape."""
    return re.escape(text).replace(r"\ ", " ")


def behind(
    texts: Sequence[str],
    before: str,
    short: bool = False,  # noqa: FBT001, FBT002 - said by name above
    small: bool = False,  # noqa: FBT001, FBT002
) -> Beginnings:
    """Return the codes of texts that begin with one behind a word, however few these are."""
    shape = Shape(_options({"before": before} if before else {}))
    able = [
        (text, head)
        for text in texts
        if (head := shape.head(text))
        and not head.ends
        and shapes.looks_like_a_code(head.code)
        and (any(sign.isdigit() or sign == "_" for sign in head.code))
    ]
    unnumbered = [(text, head) for text, head in able if not _SECTION.match(plain(text))]
    able = unnumbered if len(unnumbered) >= LEAST else able
    small = small or short or _begin_at_zero([head.code for _, head in able if head.is_apart])
    like_others = [] if before else _small_ones(able)
    heads = [
        head
        for text, head in able
        # A number with a full stop is the number of a section: "1. Introduction".
        if (before and re.search(before, plain(text)))
        or not _SMALL.fullmatch(head.code)
        or (small and head.is_apart and not is_chapter(text))
        or text in like_others
    ]
    heads = _alike(heads)
    if short and (capitals := _capitals(texts, before, heads)):
        heads = capitals
    return Beginnings(
        [head.code for head in heads],
        before,
        sum(head.is_apart for head in heads),
        sum(bool(head.title) for head in heads),
        sum(is_name(head.title) for head in heads),
    )


def is_name(title: str) -> bool:
    """Tell whether a title is a name, of words that are joined to one."""
    return bool(_NAME.fullmatch(title))


def is_chapter(text: str) -> bool:
    """Tell whether a text begins as the title of a chapter: 1. Introduction, 2.1. Errors."""
    bare = plain(text)
    return bool(_NUMBERED.match(bare) or _SECTION.match(bare))


def _small_ones(able: Sequence[tuple[str, Head]]) -> list[str]:
    """Return the texts with numbers of one and two digits that are codes as larger ones are.

    As (0) beside (261), and 99 beside 4001; numbers that count from 1 on are those of chapters.
    """
    shown = [(text, head, _frame(text, head.code)) for text, head in able]
    usual = Counter(
        frame
        for _, head, frame in shown
        if _INTEGER.fullmatch(head.code) and not _SMALL.fullmatch(head.code)
    )
    like = [
        (text, int(head.code), frame)
        for text, head, frame in shown
        if _SMALL.fullmatch(head.code) and usual[frame] >= LEAST and not is_chapter(text)
    ]
    bare = [number for _, number, frame in like if not frame]
    first = min(bare, default=0)
    are_chapters = first in _FIRST_CHAPTERS and bare == list(range(first, first + len(bare)))
    return [text for text, _, frame in like if frame or not are_chapters]


def _frame(text: str, code: str) -> str:
    """Return the signs around the code that a text begins with."""
    lead, _, rest = plain(text).partition(code)
    return lead + re.split(r"[\s\w]", rest, maxsplit=1)[0]


def _begin_at_zero(codes: Sequence[str]) -> bool:
    """Tell whether codes are small numbers with a 0 or numbers below it, which no chapter has."""
    numbers = [int(code) for code in codes if _INTEGER.fullmatch(code)]
    return 0 in numbers and all(abs(number) < _LARGE for number in numbers)


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


# Such as "0" alone and "0: Success", but neither "1. Errors" nor "2 Errors".
_NUMBER_APART = re.compile(
    r"[`*_\"'\[]*[-+\u2212]?[0-9]+[`*_\"'\]]*(?:$|\s*[:=\u2013\u2014]\s|\s+-\s)", re.ASCII
)
_NUMBER_FIRST = re.compile(r"[`*_\"'\[(]*[-+\u2212]?[0-9]+[`*_\"'\])]*(?:\s|$)", re.ASCII)
_INTEGER = re.compile(r"[-+]?[0-9]+", re.ASCII)
_LARGE = 100  # as the number of no chapter is


def could_be_a_row(text: str, before: str, codes: Sequence[str]) -> bool:
    """Tell whether what begins with no code known is perhaps a row: a word and a text, or a name.

    A word alone is one where all codes are names of several words; a number that is no chapter's is
    one where codes have digits.
    """
    if _NUMBER_APART.match(text) and any(map(_INTEGER.fullmatch, codes)):
        return True
    if _NUMBER_FIRST.match(text) and not is_chapter(text):
        return any(any(map(str.isdigit, code)) for code in codes)
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
    if _JOINED.fullmatch(code):
        return "A_A"  # FTP_227_FORMAT is of one kind with QUOTA
    return re.sub(r"[A-Za-z]+", "A", re.sub(r"[0-9]", "0", code))


def _options(more: Options) -> Any:  # noqa: ANN401 - of a format with entries
    pattern = shapes.ANY_CODE.pattern
    return reading.checked(
        {"format": "bullets", "code_set": "api", "pattern": f"(?:{pattern})", **more}
    )
