"""What the codes of a document look like: codes as printed -> the pattern of all of them.

A code is cut into runs of digits, capitals, small letters and signs. Codes with the same runs are
of one shape, and a shape becomes a piece of the pattern: `-1001` and `-9999` are `-[0-9]{4}`. A
short code that stands alone, such as `0` beside them, is written out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from macros import codes as order_of_codes
from macros.readers import LONGEST_CODE
from macros.readers.printed import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_RUNS = re.compile(r"[0-9]+|[A-Z]+|[a-z]+|[^0-9A-Za-z]", re.ASCII)
_HEXADECIMAL = re.compile(r"-?0[xX][0-9A-Fa-f]+", re.ASCII)
_BARE_HEXADECIMAL = re.compile(r"[0-9A-F]{4,}|[0-9a-f]{4,}", re.ASCII)
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[._/-][A-Za-z0-9]+)*", re.ASCII)
_HUMP = re.compile(r"[a-z0-9][A-Z]", re.ASCII)
_FEW = 2  # codes of a shape, at most, that are written out where they are short
_SHORT = 2  # digits
_ALTERNATIVES = 4  # beginnings with letters that are written out
_MARGIN = 3  # so many codes for each beginning, at least

_VERSION = re.compile(r"v[0-9]+(?:\.[0-9]+)*", re.ASCII)  # of a document or an API

# What a code can be, before anything is known of the document's own.
ANY_CODE = re.compile(
    r"-?0[xX][0-9A-Fa-f]+"
    r"|[-+]?[0-9]{1,12}(?:[._:-][0-9]{1,12})*"
    r"|[A-Z]{1,6}[-_.]?[0-9]{1,10}"
    r"|[0-9]{1,6}[A-Z][0-9A-Z]{0,8}(?:_[A-Z0-9]+)*"
    r"|[A-Z]{1,4}[0-9]{1,4}[A-Z]{1,4}[0-9]{1,6}"
    r"|[A-Z][A-Z0-9]*(?:[._-][A-Z0-9]+)+"
    r"|[a-z][a-z0-9]*(?:[._][a-z0-9]+)+"
    r"|(?:[A-Z][a-z0-9]+){2,}(?:\.[A-Z][A-Za-z0-9]*)*"
    r"|[A-Za-z]+[0-9]{2,10}",
    re.ASCII,
)


def looks_like_a_code(text: str) -> bool:
    """Tell whether a text could be a code of some provider."""
    bare = plain(text)
    return (
        len(text) <= LONGEST_CODE
        and bool(ANY_CODE.fullmatch(bare))
        and not _VERSION.fullmatch(bare)
    )


def pattern(codes: Iterable[str]) -> str:
    """Return a regular expression for the whole of each of the codes, and of others like them."""
    known = sorted(dict.fromkeys(codes), key=order_of_codes.order)
    hexadecimal = [code for code in known if _HEXADECIMAL.fullmatch(code)]
    rest = [code for code in known if not _HEXADECIMAL.fullmatch(code)]
    pieces = [_hexadecimal(hexadecimal)] if hexadecimal else []
    if _are_bare_hexadecimal(rest):
        letters = (
            "a-f" if any(code.lower() == code and code.upper() != code for code in rest) else "A-F"
        )
        return "|".join([*pieces, f"[0-9{letters}]{_times([len(code) for code in rest])}"])
    shapes: dict[str, list[list[str]]] = defaultdict(list)
    names = []
    for code in rest:
        runs = _RUNS.findall(code)
        if _is_name(code, runs):
            names.append(code)
        else:
            shapes["".join(map(_kind, runs))].append(runs)
    literal: list[str] = []
    general: list[str] = []
    for listed in shapes.values():
        alone, others = _apart(listed)
        literal += ["".join(runs) for runs in alone]
        general += [_shape(group) for group in _by_length(others)]
    literal.sort(key=order_of_codes.order)
    return "|".join([*map(escaped, literal), *general, *pieces, *_names(names)])


def _is_name(code: str, runs: Sequence[str]) -> bool:
    """Tell whether a code is made of words: `ORDER_NOT_FOUND`, `order.notFound`."""
    letters = sum(len(run) for run in runs if run.isalpha())
    if re.fullmatch(r"[A-Z]+[._-]?[0-9]+", code, re.ASCII):
        return False  # DOCK-1 is of one shape with DOCK-1001
    if re.fullmatch(r"[A-Z]{1,3}[0-9]{2,}[A-Z]{1,2}", code, re.ASCII):
        return False  # and HV00B with HV00C
    return (
        bool(_NAME.fullmatch(code))
        and letters > len(code) / 2
        and (
            len(runs) > 2 or not any(run.isdigit() for run in runs)  # noqa: PLR2004 - E915 is none
        )
    )


def _names(names: Sequence[str]) -> list[str]:
    """Return the patterns of codes that are words, if there are any."""
    if not names:
        return []
    alone = [name for name in names if name.isalnum()]
    lower = any(sign.islower() for name in names for sign in name)
    upper = any(sign.isupper() for name in names for sign in name)
    letters = ("A-Z" if upper else "") + ("a-z" if lower else "")
    digits = "0-9" if any(sign.isdigit() for name in names for sign in name) else ""
    signs = sorted({sign for name in names for sign in name if not sign.isalnum()})
    word = f"[{letters}][{letters}{digits}]*" if digits else f"[{letters}]+"
    # Headings and prose are full of words: API, HTTP, Response, but not ActionOffline.
    humped = [f"[{letters}{digits}]*[a-z{digits}][A-Z][{letters}{digits}]*"]
    are_humped = all(map(_HUMP.search, alone))
    plain_ = [name for name in alone if not _HUMP.search(name)]
    if lower and upper and 0 < len(plain_) < len(alone):
        # A word without humps is written out: a pattern for it would fit all words.
        others = _names([name for name in names if name not in plain_])
        return [*map(escaped, sorted(plain_)), *others]
    if not signs:
        short = letters == "A-Z" and not digits and len({len(name) for name in names}) == 1
        return [f"[A-Z]{_times([len(names[0])])}"] if short else humped if are_humped else [word]
    joint = escaped(signs[0]) if len(signs) == 1 else f"[{''.join(_in_class(s) for s in signs)}]"
    repeat = "+" if are_humped else "*"
    joined = f"{word}(?:{joint}[{letters}{digits}]+){repeat}"
    return [joined, *humped] if alone and are_humped else [joined]


def _are_bare_hexadecimal(codes: Sequence[str]) -> bool:
    """Tell whether all codes have one length and letters up to F: `8004A154` beside `80040154`."""
    mixed = [code for code in codes if re.search(r"[0-9][A-Fa-f]+[0-9]|[0-9][A-Fa-f]+$", code)]
    return (
        bool(mixed)
        and all(_BARE_HEXADECIMAL.fullmatch(code) for code in codes)
        and len({len(code) for code in codes}) == 1
    )


def _hexadecimal(codes: Sequence[str]) -> str:
    sign = "-?" if any(code.startswith("-") for code in codes) else ""
    x = "".join(sorted({code.lstrip("-")[1] for code in codes}))
    digits = "".join(code.lstrip("-")[2:] for code in codes)
    letters = ("A-F" if re.search("[A-F]", digits) else "") + (
        "a-f" if re.search("[a-f]", digits) else ""
    )
    head = f"0{x}" if len(x) == 1 else f"0[{x}]"
    return (
        f"{sign}{head}[0-9{letters or 'A-Fa-f'}]{_times([len(c.lstrip('-')) - 2 for c in codes])}"
    )


def _kind(run: str) -> str:
    if run[0].isdigit():
        return "9"
    if run[0].isalpha():
        return "A" if run[0].isupper() else "a"
    return run


def _apart(listed: list[list[str]]) -> tuple[list[list[str]], list[list[str]]]:
    """Part the few short codes of a shape from the many: of 0, 4, 1001, 1002 the 0 and the 4."""
    if len(listed[0]) > _FEW or not listed[0][-1].isdigit() or listed[0][0].isalpha():
        return [], listed
    by_length: dict[int, list[list[str]]] = defaultdict(list)
    for runs in listed:
        by_length[len(runs[-1])].append(runs)
    few = {
        length
        for length, there in by_length.items()
        if len(there) <= _FEW and length <= _SHORT and length + 1 not in by_length
    }
    return (
        [runs for length in sorted(few) for runs in by_length[length]],
        [runs for length, there in by_length.items() if length not in few for runs in there],
    )


def _by_length(listed: list[list[str]]) -> list[list[list[str]]]:
    """Part codes of a shape where their numbers have five digits or seven, and none has six."""
    if len(listed) <= 1 or len(listed[0]) > _FEW or not listed[0][-1].isdigit():
        return [listed] if listed else []
    groups: list[list[list[str]]] = []
    before = -1
    for runs in sorted(listed, key=lambda runs: len(runs[-1])):
        if len(runs[-1]) > before + 1:
            groups.append([])
        before = len(runs[-1])
        groups[-1].append(runs)
    return groups


def _shape(listed: list[list[str]]) -> str:
    """Return the pattern of codes of one shape, run by run."""
    return "".join(_run([runs[place] for runs in listed]) for place in range(len(listed[0])))


def _run(runs: Sequence[str]) -> str:
    different = sorted(set(runs))
    if len(different) == 1 and not runs[0].isdigit():
        return escaped(runs[0])
    if runs[0].isdigit():
        return f"[0-9]{_times([len(run) for run in runs])}"
    if len(different) <= _ALTERNATIVES and len(runs) >= _MARGIN * len(different):
        if all(len(run) == 1 for run in different):
            return f"[{''.join(different)}]"
        return f"(?:{'|'.join(different)})"
    letters = "A-Z" if runs[0].isupper() else "a-z"
    return f"[{letters}]{_times([len(run) for run in runs])}"


def _times(lengths: Sequence[int]) -> str:
    least, most = min(lengths), max(lengths)
    if least == most:
        return "" if least == 1 else f"{{{least}}}"
    return f"{{{least},{most}}}"


def escaped(text: str) -> str:
    """Return a pattern for a text itself; a minus needs no escape outside a class."""
    return re.escape(text).replace(r"\-", "-")


def _in_class(sign: str) -> str:
    return f"\\{sign}" if sign in r"\]^-" else sign
