"""How an entry begins: a text -> its code, or several, and what follows.

What readers share that know an entry by its heading or its bullet.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.readers.advice import by_hand_advice, if_none
from macros.readers.printed import (
    DASHES,
    SIGNS_BETWEEN,
    THOUSANDS,
    TO,
    UNSEEN,
    is_code,
    plain,
    range_in_cell,
)

if TYPE_CHECKING:
    from macros.errors import Advice
    from macros.sources.reader_options.entries import PageOptions

_AROUND = f"[`*\"'\\[(<{UNSEEN}]*", f"[`*\"'\\])>{UNSEEN}]*"
_TO = rf"~|〜|～|…|\.{{2,3}}|‐|–|—|−|-|{TO}"  # noqa: RUF001 - signs of East Asian pages
_BETWEEN = rf"\s*(?:::|[=-]>|[:：.。)=|{SIGNS_BETWEEN}{DASHES}])\s*"  # noqa: RUF001 - East Asian pages
# As in "4001 and 4002: busy", and in "4001, 4002, or 4003".
_AND = r"(?:and|or|und|oder|et|ou|y|o)\b|和|或|与|與|及|または|および|또는|및"
# And what stands between the ends of a range, as in "4001 to 4009 of ships".
_JOINT = re.compile(rf"(?:{_AND}|{TO})\s*", re.IGNORECASE)
_COMMA = r"[,;/&、，；]"  # noqa: RUF001 - signs of East Asian pages
# The end of a word is none: DOCK_ERROR (21).
_ALSO = rf"\s*(?:{_COMMA}\s*(?:(?i:{_AND}))?|(?<![A-Za-z_])(?i:{_AND}))\s*"
_GOES_ON = re.compile(r"-[A-Za-z0-9]|[.:][0-9]", re.ASCII)
_SIGN_BEHIND = re.compile(r"\s*[:=|]\s")


class Head(NamedTuple):
    """A code or a range of codes that stands first, and what follows it."""

    code: str
    title: str
    is_apart: bool
    """Whether a sign stands between the two, or nothing follows."""
    ends: tuple[str, str] | None = None
    goes_on: bool = False
    """Whether a sign and what follows it could be of the code, as in 4001-A and 4001.2."""
    more: tuple[str, ...] = ()
    """Further codes of a list that it begins, as in 4001, 4002: they share what follows."""
    name: str = ""
    """What stands before the code as its name, as in BUSY (4001)."""


class Shape:
    """How an entry begins, by the options of its reader.

    Args:
        options: the pattern of codes, and what stands before them.
    """

    def __init__(self, options: PageOptions) -> None:
        self._options = options
        before, after = _AROUND
        lead = f"(?:{options.before})?" if options.before else ""
        code = f"{before}(?P<code>{options.pattern}){after}"
        last = rf"\s*(?P<to>{_TO})\s*{before}(?P<last>{options.pattern}){after}"
        rest = rf"(?:(?P<sign>{_BETWEEN})|(?P<space>\s+|(?=[(\[（]))|$)(?P<title>.*)"  # noqa: RUF001
        flags = re.ASCII | re.DOTALL
        self._pattern = re.compile(lead + code + rest, flags)
        self._range = re.compile(lead + code + last + rest, flags)
        one = f"{before}(?:{options.pattern}){after}"
        apart = rf"(?:(?P<sign>{_BETWEEN})|$)(?P<title>.*)"
        self._list = re.compile(f"{lead}(?P<codes>{one}(?:{_ALSO}{one})+){apart}", flags)
        self._also = re.compile(_ALSO)
        self._behind = re.compile(
            rf"(?P<title>.*\S)\s*[(\[](?P<code>{options.pattern})[)\]]", flags
        )

    def head(self, text: str) -> Head | None:
        """Return the code that a text begins with, and the rest; None where it begins with none."""
        bare = plain(text)
        # Full-width letters are kept in what follows.
        if (found := self._range.match(bare)) and (ends := self._ends(found)):
            return Head("-".join(ends), text[found.start("title") :].strip(), True, ends)  # noqa: FBT003
        if (found := self._list.match(bare)) and (codes := self._listed(found["codes"])):
            title = text[found.start("title") :].strip()
            return Head(codes[0], title, is_apart=True, more=codes[1:])
        if not (found := self._pattern.match(bare)):
            return None
        title = text[found.start("title") :].strip()
        is_apart = found["sign"] is not None or not title
        goes_on = bool(_GOES_ON.match(bare, found.end("code")))
        name = found.groupdict().get("name") or ""
        return Head(found["code"], title, is_apart, goes_on=goes_on, name=name)

    def behind_title(self, text: str) -> Head | None:
        """Return the code in brackets that a text ends with, and what stands before it."""
        found = self._behind.fullmatch(plain(text))
        return Head(found["code"], text[: found.end("title")], is_apart=True) if found else None

    def begins(self, text: str, apart: str) -> bool:
        """Tell whether a line of a page in HTML begins an entry.

        Args:
            text: the line.
            apart: what markup sets apart at its beginning.
        """
        head, alone = self.head(text), self.head(apart)
        return bool(head and (head.is_apart or (alone and not alone.title)))

    def _ends(self, found: re.Match[str]) -> tuple[str, str] | None:
        """Return the ends of a range; nothing where the second code can be the message's first."""
        around = found.string[found.start("to") - 1 : found.end("to") + 1]
        is_tight = found["to"] in "–—" and not re.search(r"\s", around)  # noqa: RUF001
        clear = found["to"] in "~〜～" or found["sign"] or not found["title"] or is_tight  # noqa: RUF001
        ends = f"{found['code']}~{found['last']}"
        return range_in_cell(ends, self._options.pattern) if clear else None

    def _listed(self, text: str) -> tuple[str, ...]:
        """Return the codes of a list of some; nothing where it can be one long number."""
        if THOUSANDS.fullmatch(text):
            return ()
        names = (one.strip("`*\"'[]()<> ") for one in self._also.split(text))
        codes = tuple(dict.fromkeys(names))
        return codes if all(is_code(one, self._options.pattern) for one in codes) else ()

    def fault(self, head: Head) -> str:
        """Say why the end of the code is a guess, if it is one, or whose the text is."""
        if head.more:
            return "" if self._options.shares_text else "several codes have one text"
        return self._unsure_end(head)

    def _unsure_end(self, head: Head) -> str:
        if head.goes_on:
            return "what follows the code without a space may be of it"
        first = re.split(r"[\s:：,，;]", head.title, maxsplit=1)[0].strip("`*\"'[]()<>.")  # noqa: RUF001
        if first and is_code(first, self._options.pattern):
            return "a second code or a range seems to follow the code"
        if (joint := _JOINT.match(head.title)) and self._pattern.match(
            plain(head.title[joint.end() :])
        ):
            return "a list or a range of codes seems to begin with the code"
        if re.match(r"[,，/&+~〜～…→、]|\.\.", head.title):  # noqa: RUF001
            return "a list or a range seems to follow the code"
        # As in "4001: busy 4002: gone".
        title = plain(head.title)
        for found in re.finditer(self._options.pattern, title, re.ASCII):
            before = title[max(found.start() - 1, 0) : found.start()]
            alone = not re.match(r"\w", before, re.ASCII)
            if alone and found[0] != head.code and _SIGN_BEHIND.match(title, found.end()):
                return f"another entry, of {found[0]}, seems to stand in its text"
        return ""


def advice(head: Head, written: str, fault: str = "") -> tuple[str | Advice, ...]:
    """Say what to do about a line that begins with a code whose end is a guess, or has a fault.

    Args:
        head: its beginning.
        written: the line.
        fault: that of its text, which leaves no doubt about the code.
    """
    if head.more:
        return (
            "If each of these codes has the text, write `shares_text: true`;",
            if_none(written, "if the line lists no code, quote it under `prose`."),
        )
    # What follows a code whose end is a guess may be of it, or be another one.
    by_hand = by_hand_advice(written, head.code if fault else "")
    return "Mend the reader's options in provider.yml.", by_hand, if_none(written)
