"""Trees with the same codes in several mappings: reading -> one language, or several code sets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import reading
from macros.maintain.document.doubt import Doubt
from macros.maintain.sniffers.sniffed import account
from macros.maintain.sniffers.under import EXTRA_SETS
from macros.readers.advice import shown
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.errors import Problem
    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

_AS_ONE = "two lists or mappings that are read as one list"
_SIGNS = re.compile(r"([\\.\[\]{}])")
SIGN = r"\\\1"  # a sign of a path, as one of a key
_TAG = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2,4})?", re.ASCII)


class Parted(NamedTuple):
    """A reading in which no code means two things, why, and what is asked of it."""

    reading: Reading
    why: tuple[str, ...] = ()
    doubts: tuple[Problem, ...] = ()


def parted(document: Document, result: Reading) -> Parted:
    """Return a reading in which no code means two things; the same one where none does."""
    path = result.options["path"]
    found = list(dict.fromkeys(row.section or "" for row in result.rows))
    if (
        "{}" not in path
        or len(found) == 1
        or not any(_AS_ONE in problem.what for problem in result.problems)
    ):
        return Parted(result)
    if all(map(_TAG.fullmatch, found)):
        return _in_one_language(document, result, found)
    return _in_code_sets(document, result, found)


def _in_code_sets(document: Document, result: Reading, found: Sequence[str]) -> Parted:
    """Give what stands at each key a code set of its own, the first one that of the document."""
    before, _, behind = result.options["path"].partition("{}")
    above = f"{before}." if before else ""
    paths = [f"{above}{_SIGNS.sub(SIGN, one)}{behind}" for one in found]
    named = zip(paths[1:], EXTRA_SETS, strict=False)
    lists = [{"path": path, "code_set": name} for path, name in named]
    better = {**result.options, "path": paths[0], "lists": lists}
    better.pop("repeats", None)
    if len(lists) < len(paths) - 1 or reading.fault(better):
        return Parted(result)
    in_parts = account(document, better)
    if len(in_parts.problems) >= len(result.problems):
        return Parted(result)
    said = ", ".join(f"{one['path']} is {one['code_set']}" for one in lists)
    why = f"lists: codes have several texts, so each has a code set of its own: {said}"
    return Parted(in_parts, (why,))


def _in_one_language(document: Document, result: Reading, found: Sequence[str]) -> Parted:
    """Read English where it is there, else the first one; which is meant is asked."""
    before, _, behind = result.options["path"].partition("{}")
    above = f"{before}." if before else ""
    read = next((one for one in found if one[:2] == "en"), found[0])
    others = [f"{above}{one}" for one in found if one != read]
    better = {**result.options, "path": f"{above}{read}{behind}", "languages": others}
    better.pop("repeats", None)
    in_one = account(document, better)
    if len(in_one.problems) > len(result.problems):
        return Parted(result)
    why = f"languages: {', '.join(others)} say the same in others than {read}"
    language = next(one for one in found if one != read)
    told = series([f'"{shown(one)}"' for one in found])
    what = (
        f'the texts stand in several languages, {told}: "{shown(read)}" is read, and the others'
        " are passed over."
    )
    do = (
        f'If the API answers in "{shown(read)}", what is read is right. To read'
        f' "{shown(language)}" instead, write `path: {others[0]}{behind}` in the reader below, and'
        " what is read now under `languages`; to have it as well, take the file in once more with"
        f" --language {language}, --of its revision, and that reader. Save it to a file, and add"
        " --reader FILE."
    )
    return Parted(in_one, (why,), (Doubt(document.file, in_one.rows[0].line, what, do),))
