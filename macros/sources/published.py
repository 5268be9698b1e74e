"""Addresses that the site has promised to keep: `published.txt`, in `data/` and for each provider.

`make published` adds lines and takes none away. `data/published.txt` lists pages, anchors and files
that are about no single code, an address to a line; behind another name of a provider stands where
it leads. A provider's list has a line for each code, `<anchor> <code set> <code>`: the anchor is
its row on the catalog page, and in lower case the address of its page, and of its JSON and its
Markdown while these are files of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros import addresses
from macros.errors import Problem, ProblemsError
from macros.sources import text_file

if TYPE_CHECKING:
    from pathlib import Path

FILE = "published.txt"
HEAD = "# Published, and kept for ever. `make published` adds what is new; nothing is taken away.\n"
_PARTS = 3


@dataclass(frozen=True, slots=True)
class PublishedCode:
    """What was promised of one code.

    Attributes:
        anchor: the fragment of its row on the catalog page.
        line: the line of the list.
    """

    anchor: str
    line: int


# By code set and code as printed.
PublishedCodes = dict[tuple[str, str], PublishedCode]


def read_codes(folder: Path, name: str) -> PublishedCodes:
    """Return what was promised of a provider's codes; nothing where there is no list.

    Args:
        folder: the provider's folder.
        name: the folder as errors call it, relative to the project.

    Raises:
        ProblemsError: with each line that is none, or that stands against another.
    """
    file = f"{name}/{FILE}"
    problems: list[Problem] = []
    codes: PublishedCodes = {}
    segments: dict[str, int] = {}
    for line, text in text_file.lines(folder / FILE, file):
        parts = text.split()
        if len(parts) != _PARTS:
            what = f'"{text}" is not an anchor, a code set and a code, with spaces between.'
            problems.append(Problem(file, line, what, _RESTORE))
            continue
        anchor, code_set, code = parts
        segment = addresses.segment(anchor)
        if fault := addresses.segment_fault(segment):
            problems.append(Problem(file, line, fault, _FREE))
        if segment in segments or (code_set, code) in codes:
            other = segments.get(segment) or codes[code_set, code].line
            what = f'"{text}" has the address or the code of line {other}.'
            problems.append(Problem(file, line, what, _RESTORE))
        segments.setdefault(segment, line)
        codes.setdefault((code_set, code), PublishedCode(anchor, line))
    if problems:
        raise ProblemsError(problems)
    return codes


def read(data: Path) -> dict[str, int]:
    """Return the entries of `data/published.txt` with their lines, without a slash before.

    Raises:
        ProblemsError: when it is not UTF-8.
    """
    lines = text_file.lines(data / FILE, f"{data.name}/{FILE}")
    return {text.removeprefix("/"): number for number, text in lines}


_FREE = "A published code keeps its address: give the page or file of the site another one."
_RESTORE = "Nobody writes this file by hand: restore it, then run `make published`."
