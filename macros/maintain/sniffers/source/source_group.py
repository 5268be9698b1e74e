"""Which values of statements of one form are codes and messages: statements -> groups of them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import conditionals, meanings, shapes, source
from macros.maintain.sniffers.sniffed import LEAST
from macros.maintain.sniffers.source import sql
from macros.maintain.sniffers.source.source_expression import STATUS, Group
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping, Sequence

    from macros.maintain.document.source import Part, Statement
    from macros.maintain.document.source_blocks import Block

_CODE_KEY = re.compile(
    r"(?:err(?:or)?_?|ret_?)?(?:code|no|num|number|id|value|errno)", re.IGNORECASE
)
_NO_CODE_KEY = re.compile(
    r"http\w*|status(?:_?code)?|level|severity|line"
    r"|width|height|size|length|min|max|fps|(?:bit|frame|sample)_?rate",
    re.IGNORECASE,
)
_SAYS_CODE = re.compile(r"code|err", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*", re.ASCII)
_EXPRESSION = re.compile(r"\(\?(?:P?<\w+>|[:=!])|\\[dwsDWS][+*]|\.[*+](?:\)|\$|\?|$)")
_MOST = 0.6  # of the constants are called as their texts, where these are codes
_SEVERAL = 6  # values, of which one can come again, whatever part of them that is
OPENED = frozenset("({[")  # before the values of a constant
_SUMS = frozenset("+-*/%<|&^~")  # beside a number that is only a part of a code


class Beside(NamedTuple):
    """What is known of a document beside its statements.

    Attributes:
        around: finds the blocks that each line stands in.
        others: lines of which no codes of their own are expected, as `of_other_branches` has them.
        columns: what the values in the last brackets of each are called, in SQL.
        parameters: what so many values are called, by the function that takes them.
    """

    around: Callable[[], list[tuple[Block, ...]]]
    others: Container[int]
    columns: Sequence[str] = ()
    parameters: Callable[[int], Sequence[str]] = lambda _: ()


def groups(
    same: list[Statement], beside: Beside, least: float, fewest: int = LEAST
) -> Iterator[Group]:
    """Yield how statements of one form have the codes; block by block where they clash.

    The fields of a message of protobuf look as the constants of its enums do.

    Args:
        same: the statements.
        beside: what is known beside them.
        least: how many of the codes, at least, are different.
        fewest: how many statements make a list.
    """
    if len(same) < fewest:
        return
    first = [one for one in same if one.first not in beside.others]
    if group := _group(first if len(first) >= fewest else same, least, beside):
        yield group._replace(same=same)
        return
    blocks: dict[tuple[Block, ...], list[Statement]] = {}
    for one in same:
        blocks.setdefault(beside.around()[one.first], []).append(one)
    for part in [*blocks.values(), _alike(same)]:
        if fewest <= len(part) < len(same) and (group := _group(part, least, beside)):
            yield group


def _alike(same: list[Statement]) -> list[Statement]:
    """Return constants with codes such as "LK-0400", without others such as TYPE = "error".

    The codes are alike but for their digits, and are more than the others.
    """
    texts = [next((part.text for part in one.parts if part.kind == "text"), "") for one in same]
    forms = [re.sub("[0-9]+", "#", text) for text in texts]
    form, times = Counter(forms).most_common(1)[0]
    if "#" not in form or 2 * times <= len(same):
        return []
    return [one for one, its in zip(same, forms, strict=True) if its == form]


def of_other_branches(lines: Sequence[str]) -> set[int]:
    """Return the lines of `#else`, which say the same as others of another build, from 0 on."""
    chains = conditionals.chains(lines)
    others = (branch for chain in chains for branch in chain.branches[1:])
    return {line - 1 for branch in others for line in range(branch.first, branch.last)}


def _group(same: list[Statement], least: float, beside: Beside) -> Group | None:
    """Return which places of statements of one form have the code and the message.

    Args:
        same: the statements.
        least: how many of the codes, at least, are different.
        beside: what is known beside them.
    """
    columns = beside.columns
    parts = same[0].parts[: same[0].places]
    keys = {place: key for place in range(len(parts)) if (key := _key(parts, place))}
    keys |= sql.keys(same[0].parts, columns)
    keys = {**_parameters(same[0].parts, beside), **keys}
    group = Group(same, None, None, keys=keys)
    codes = [place for place in range(len(parts)) if _is_of_codes(group, place, least)]
    if not codes and _are_called_so(group):
        return group._replace(code=len(parts) - 1, are_words=True)
    # The keys of attributes say nothing of the constant beside them.
    is_constant = bool(parts) and parts[0].text == "["
    for better in (
        [place for place in codes if _CODE_KEY.fullmatch(keys.get(place, "")) and not is_constant],
        [place for place in codes if columns and _SAYS_CODE.search(keys.get(place, ""))],
        [place for place in codes if not all(map(STATUS.fullmatch, group.column(place)))],
        [place for place in codes if group.column(place) != _names(group)],
        # Beside a number, a word without a digit is what the code is called.
        [place for place in codes if any(map(str.isdigit, "".join(group.column(place))))],
    ):
        codes = [place for place in codes if place in better] or codes
    if not codes:
        return None
    rivals = []
    if len(codes) > 1 and not _are_a_pair(parts, codes):
        shown_values = " and ".join(f'"{shown(parts[place].text)}"' for place in codes)
        rivals.append(f"two values of an entry can be its code: {shown_values}.")
    texts = [
        place
        for place, part in enumerate(parts)
        if part.kind == "text" and place not in codes and not _are_expressions(group.column(place))
    ]
    if not texts:
        return group._replace(code=codes[0], rivals=tuple(rivals))
    listed = [meanings.Text(keys.get(place, ""), group.column(place)) for place in texts]
    likely = max(range(len(texts)), key=lambda number: sum(map(len, listed[number].cells)))
    meant = meanings.of_texts(listed, likely)
    if meant.rivals:
        values = [parts[texts[place]].text for place in (meant.message, *meant.rivals)]
        shown_values = " and ".join(f'"{shown(text)}"' for text in values)
        rivals.append(f"several texts of an entry can be its message: {shown_values}.")
    is_name = not meanings.can_be(listed[meant.message])
    return group._replace(
        code=codes[0],
        message=texts[meant.message],
        rivals=tuple(rivals),
        named={texts[place]: name for name, place in meant.named.items()},
        is_name=is_name,
    )


def _parameters(parts: Sequence[Part], beside: Beside) -> dict[int, str]:
    """Return what the numbers in the last brackets of a statement are called."""
    opened = [place for place, part in enumerate(parts) if (part.kind, part.text) == ("sign", "(")]
    if not opened:
        return {}
    values = [part for part in parts[opened[-1] + 1 :] if part.kind != "sign"]
    named = sql.keys(parts, beside.parameters(len(values)))
    return {place: name for place, name in named.items() if parts[place].kind == "number"}


def _are_a_pair(parts: Sequence[Part], codes: Sequence[int]) -> bool:
    """Tell whether two numbers beside each other in brackets can be the code."""
    if len(codes) != 2 or any(parts[place].kind != "number" for place in codes):  # noqa: PLR2004
        return False
    first, second = codes
    is_opened = parts[first - 1].text in OPENED
    return is_opened and [parts[first + 1].text, second - first] == [",", 2]


def says_code(keys: Mapping[int, str], place: int) -> bool:
    """Tell whether a value is called as codes are."""
    return bool(_CODE_KEY.fullmatch(keys.get(place, "")))


def says_other(keys: Mapping[int, str], place: int) -> bool:
    """Tell whether a value is called as a status or a level is, and not as a code."""
    return bool(_NO_CODE_KEY.fullmatch(keys.get(place, "")))


def _are_expressions(texts: Sequence[str]) -> bool:
    """Tell whether most texts are regular expressions, which a program knows messages by."""
    return 2 * len([*filter(_EXPRESSION.search, texts)]) > len(texts)


def _names(group: Group) -> list[str]:
    """Return what constants are called: their last word, if they have one."""
    parts = group.same[0].parts[: group.same[0].places]
    named = [place for place, part in enumerate(parts) if part.kind == "words"]
    return [text.split(" ")[-1] for text in group.column(named[-1])] if named else []


def _key(parts: Sequence[source.Part], place: int) -> str:
    """Return what a value is called: the key before it."""
    place -= 1
    while place > 0 and parts[place].kind == "sign" and parts[place].text in ":=>":
        place -= 1
    return parts[place].text if place >= 0 and parts[place].kind == "key" else ""


def _are_codes(values: Sequence[str], *, key: str) -> bool:
    """Tell whether texts look like codes: all of them, or most below a key that says so.

    Among words such as `ROOM_FULL` one can be without a sign: `INTERNAL`.
    """
    like = [
        shapes.looks_like_a_code(one) and any(sign.isdigit() or sign == "_" for sign in one)
        for one in values
    ]
    if all(like) or not _CODE_KEY.fullmatch(key):
        return all(like)
    others = [one for one, is_like in zip(values, like, strict=True) if not is_like]
    capitals = all(one.isupper() for one in values)
    return 2 * sum(like) > len(values) and all(map(str.isalpha, others)) and capitals


def _is_of_codes(group: Group, place: int, least: float) -> bool:
    kind, values = group.same[0].parts[place].kind, group.column(place)
    if kind not in {"number", "text"} or _NO_CODE_KEY.fullmatch(group.keys.get(place, "")):
        return False
    around = group.same[0].parts[max(place - 1, 0) : place + 2 : 2]
    if kind == "number" and any(part.text in _SUMS for part in around):
        return False
    if kind == "text" and not _are_codes(values, key=group.keys.get(place, "")):
        return False
    again = len(values) - len(set(values))
    return again <= (1 - least) * len(values) or (again == 1 and len(values) >= _SEVERAL)


def _are_called_so(group: Group) -> bool:
    """Tell whether constants are called as their texts are: BUSY_DOCK = 'Busy.Dock'."""
    kinds = [part.kind for part in group.same[0].parts[: group.same[0].places]]
    if kinds != ["words", "sign", "text"]:
        return False
    names, texts = group.column(0), group.column(2)
    pairs = zip(names, texts, strict=True)
    called = sum(_bare(name.split(" ")[-1]) == _bare(text) for name, text in pairs)
    are_words = len(set(texts)) == len(texts) and all(map(_WORD.fullmatch, texts))
    return are_words and called >= _MOST * len(texts)


def _bare(text: str) -> str:
    return re.sub("[^a-z0-9]", "", text.lower())


def names(same: Sequence[Statement]) -> list[str]:
    """Return the names of constants: their last words or, with a type behind them, the first."""
    listed = [
        next((part.text for part in one.parts if part.kind in {"words", "key"}), "") for one in same
    ]
    words = [re.split(r"[ .:]+", one) for one in listed]
    last, first = ([one[end] for one in words] for end in (-1, 0))
    has_types = len(set(last)) < len(set(first)) and len(set(first)) > _MOST * len(first)
    return first if has_types else last
