"""Numbers that Go counts: blocks of constants with `iota` -> the same lines, each with its number.

Part of the reader `pattern`. In `const ( … )` each line has the next number, from 0 on, under the
name of iota, and a name without a value has the expression above it once more. Where an expression
has more than sums, products and shifts of numbers and constants that are known, nobody can tell.
"""

from __future__ import annotations

import ast
import operator
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_BLOCK = re.compile(r"^const[ \t]*\([^\n]*\n(?P<lines>.*?)^\)", re.MULTILINE | re.DOTALL)
_IOTA = re.compile(r"\biota\b")
# BUSY Code = iota + 100 // The dock is busy
_SPEC = re.compile(
    r"(?P<name>[A-Za-z_]\w*)(?:[ \t]+[A-Za-z_][\w.]*)?"
    r"(?:[ \t]*=[ \t]*(?P<value>[^\"'`=/\n]+?))?(?P<rest>[ \t]*(?://.*|/\*[^\n]*\*/[ \t]*)?)"
)
_CONSTANT = re.compile(
    r"^[ \t]*(?:const[ \t]+)?(?P<name>[A-Za-z_]\w*)(?:[ \t]+[A-Za-z_][\w.]*)?[ \t]*=[ \t]*"
    r"(?P<number>-?(?:0[xX][0-9A-Fa-f]+|0|[1-9][0-9_]*))[ \t]*(?://.*)?$",
    re.MULTILINE,
)
_REMARK = re.compile(r"[ \t]*(?://.*|/\*.*\*/[ \t]*)?")
_LONGEST = 200  # signs of an expression
_MOST = 2**63
# What is called and is no type, which leaves a number as it is.
_FUNCTIONS = frozenset("len cap real imag complex min max".split())
_OPERATORS: Final[Mapping[type[ast.operator], Callable[[int, int], int]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.LShift: lambda number, by: number << by if 0 <= by < 64 else _MOST,  # noqa: PLR2004 - bits
    ast.BitOr: operator.or_,
}


class _Counted(NamedTuple):
    """A line of a block: where it begins, its parts, and its number; None where nobody can tell."""

    begin: int
    spec: re.Match[str]
    number: int | None


def written(text: str) -> str:
    """Return a text in which each constant that is counted by iota has its number, and no type."""
    pieces, done = [], 0
    for one in _counted(text):
        if one.number is not None:
            spec = one.spec
            said = "" if spec["name"] == "_" else f" = {one.number}"
            pieces += [text[done : one.begin], spec["name"], said, spec["rest"]]
            done = one.begin + len(spec[0])
    return "".join([*pieces, text[done:]])


def untold(text: str) -> set[int]:
    """Return the lines of such blocks whose number nobody can tell, counted from 0."""
    return {text.count("\n", 0, one.begin) for one in _counted(text) if one.number is None}


def _counted(text: str) -> Iterator[_Counted]:
    blocks = [one for one in _BLOCK.finditer(text) if _IOTA.search(one["lines"])]
    known = {one["name"]: int(one["number"].replace("_", ""), 0) for one in _numbers(text, blocks)}
    for block in blocks:
        for one in _of_block(block.start("lines"), block["lines"], known):
            if one.number is not None:
                known[one.spec["name"]] = one.number
            yield one


def _numbers(text: str, blocks: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Yield the constants that have a number; none where blocks have nothing to count."""
    return _CONSTANT.finditer(text) if blocks else iter(())


def _of_block(begin: int, lines: str, known: dict[str, int]) -> Iterator[_Counted]:
    """Yield the lines of a block with their numbers, up to one that is written otherwise."""
    iota, value = 0, ""
    for line in lines.split("\n"):
        bare = line.lstrip()
        if not _REMARK.fullmatch(line):
            spec = _SPEC.fullmatch(bare)
            if not spec:
                return
            value = spec["value"] or value
            number = _number(value, {**known, "iota": iota})
            if _IOTA.search(value) or not spec["value"]:
                yield _Counted(begin + len(line) - len(bare), spec, number)
            iota += 1
        begin += len(line) + 1


def _number(value: str, known: Mapping[str, int]) -> int | None:
    """Return the number of an expression; None where it has other parts than are known."""
    if len(value) > _LONGEST:
        return None
    with suppress(SyntaxError, ValueError, KeyError, RecursionError):
        number = _made(ast.parse(value.strip(), mode="eval").body, known)
        return number if abs(number) < _MOST else None
    return None


def _made(node: ast.expr, known: Mapping[str, int]) -> int:
    """Return what an expression makes.

    Raises:
        KeyError: it has a name or an operator that is not known.
        ValueError: it has something else that makes no number.
    """
    match node:
        case ast.Constant(value=int(number)) if not isinstance(number, bool):
            return number
        case ast.Name(id=name):
            return known[name]
        case ast.UnaryOp(op=ast.USub(), operand=one):
            return -_made(one, known)
        case ast.BinOp(left=left, op=op, right=right):
            return _OPERATORS[type(op)](_made(left, known), _made(right, known))
        case ast.Call(func=ast.Name(id=name), args=[one], keywords=[]) if name not in _FUNCTIONS:
            return _made(one, known)
        case _:
            raise ValueError(ast.dump(node))
