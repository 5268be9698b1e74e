"""Documents in formats that no reader knows, and the command that makes one of them that it does.

What the command writes has all of the document, so that nothing is lost on the way.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from macros.errors import Problem

if TYPE_CHECKING:
    from macros.readers.rows import Document

_FIRST_LINES = 400  # of a document, which show its format
_ASCIIDOC = re.compile(
    r"^\|={3,}\s*$|^={1,5} [^\s=].*$|^\[(?:cols|%|options)[^\n]*\]\s*$", re.MULTILINE
)
# A heading, a list or a table of Markdown or reStructuredText; neither has headings of `==`.
_MARKED = re.compile(
    r"^(?:#{1,6} \S|\|?[ :-]*-{3,}[ :|-]*\||\.\. [a-z-]+::|={3,}\s*$)", re.MULTILINE
)
# Headings, and where a table begins and ends.
_WIKI = re.compile(r"^(={1,5}) ?[^=\s][^=]* ?\1\s*$|^\{\||^\|\}\s*$", re.MULTILINE)
_ROFF = re.compile(r"^[.'](?:TH|SH|TP|Dd|Dt|Sh|It)\b", re.MULTILINE)
_PRINTED = re.compile(r"^(\S+\([0-9][a-z]*\))\s{2,}.*\S\s{2,}\1\s*$", re.MULTILINE | re.IGNORECASE)
_PART = re.compile(r"^(?:NAME|SYNOPSIS|ERRORS|DESCRIPTION|RETURN VALUES?)\s*$", re.MULTILINE)


class Foreign(NamedTuple):
    """A format that no reader knows.

    Attributes:
        line: where the document shows it.
        name: what it is called.
        do: what makes of it a format that is known.
    """

    line: int
    name: str
    do: str


def known(document: Document) -> Foreign | None:
    """Return what format a document has, if it is one that has to be converted."""
    text = "\n".join(document.text.split("\n", _FIRST_LINES)[:_FIRST_LINES])
    name = PurePath(document.file).name
    html = f"{PurePath(name).stem}.html"
    marked = bool(_MARKED.search(text))
    if len(found := list(_WIKI.finditer(text))) > 1 and not marked:
        do = f"pandoc -f mediawiki -t html -o {html} {name}"
        return Foreign(_line(text, found[0]), "MediaWiki", do)
    if len(found := list(_ASCIIDOC.finditer(text))) > 1 and not marked:
        return Foreign(
            _line(text, found[0]), "AsciiDoc", f"asciidoctor -a nofooter -o {html} {name}"
        )
    if len(found := list(_ROFF.finditer(text))) > 2:  # noqa: PLR2004 - by chance there is one
        what = "the source of a man page (roff)"
        return Foreign(_line(text, found[0]), what, f"mandoc -T html {name} > {html}")
    if (page := _PRINTED.search(text)) and _PART.search(text):
        source = f"$(man -w {page[1].partition('(')[0].lower()})"
        do = f"mandoc -T html {source} > {html}"
        return Foreign(_line(text, page), "a man page as it is printed", do)
    return None


def _line(text: str, found: re.Match[str]) -> int:
    return text.count("\n", 0, found.start()) + 1


def problem(document: Document) -> Problem | None:
    """Return why no reader reads a document, and the command that makes one of it that one reads.

    None where its format is not one of these.
    """
    found = known(document)
    if not found:
        return None
    what = f"this is {found.name}, which no reader knows."
    do = (
        f"Make HTML of it: `{found.do}`. Then run the command again with that file; `--source` says"
        " where the document itself was published."
    )
    return Problem(document.file, found.line, what, do)
