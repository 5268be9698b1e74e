"""The page of a code without a code: what the theme draws around it, once for many pages.

A frame is drawn with a mark in each place where two pages of codes differ, cut at the marks, and
filled for each code. Who draws it does not matter: a theme of MkDocs, or `bare`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import escape

from macros import addresses
from macros.errors import Problem, ProblemsError

if TYPE_CHECKING:
    from macros.catalog.model import Code

# What a frame is drawn with: the segment of its address, its title and so on. No page has these
# words of itself, and no code this segment, so that each is found again wherever the theme puts it.
ADDRESS = "~code~"
TITLE = "~title of the code~"
HEAD = "<!-- ~head of the code~ -->"
# A theme adds a heading of its own to a body that has none.
BODY = "<h1>~body of the code~</h1>"

_INDENTED = re.compile(r"\s*\n\s*")
_MARK = re.compile("|".join(re.escape(mark) for mark in (ADDRESS, TITLE, HEAD, BODY)))
# Each place that a theme must show: what its templates call it, and what it is for.
_PLACES = {
    HEAD: ("code_head", "the title and the tags in the head of the page"),
    TITLE: ("page.meta.title", "the name of the code in the header"),
    BODY: ("page.content", "the body of the page"),
}
_CANONICAL = ("page.canonical_url", "the permanent address of the page")


@dataclass(frozen=True, slots=True)
class Shell:
    """A frame in pieces: text, mark, text, mark, …, text; in UTF-8, as is most of each page."""

    pieces: tuple[bytes, ...]

    def page(self, code: Code, head: str, body: str) -> bytes:
        """Return the page of a code, whose head and body are HTML."""
        said = {ADDRESS: code.address, TITLE: str(escape(title_of(code))), HEAD: head, BODY: body}
        fills = {mark.encode(): text.encode() for mark, text in said.items()}
        filled = list(self.pieces)
        filled[1::2] = map(fills.__getitem__, filled[1::2])  # every second piece is a mark
        return b"".join(filled)


def address(provider_id: str) -> str:
    """Return the address at which the frame for a provider's codes is drawn."""
    return addresses.CODE(provider=provider_id, code=ADDRESS)


def title_of(code: Code) -> str:
    """Return what a code's page is called where the theme names it."""
    return f"{code.provider.name} {code.anchor}"


def cut(frame: str, template: str, canonical: str | None) -> Shell:
    """Cut a frame at its marks.

    Args:
        frame: the page that was drawn with the marks.
        template: the file that it was drawn from, for the message.
        canonical: the full address that the theme was told; None where the site has none.

    Raises:
        ProblemsError: when the frame lacks a place, with all that it lacks.
    """
    missing = [place for mark, place in _PLACES.items() if mark not in frame]
    if canonical and canonical not in frame:
        missing.append(_CANONICAL)
    if missing:
        raise ProblemsError(
            Problem(
                template,
                0,
                f"the page of a code has no place for {what}.",
                f"Show {{{{ {name} }}}} as it is, in this template or in one that it takes in.",
            )
            for name, what in missing
        )
    # Themes indent what they draw, and leave lines empty: a tenth of a page on its way.
    frame = _INDENTED.sub("\n", frame)
    pieces: list[str] = []
    end = 0
    for mark in _MARK.finditer(frame):
        pieces += [frame[end : mark.start()], mark[0]]
        end = mark.end()
    return Shell(tuple(piece.encode() for piece in (*pieces, frame[end:])))
