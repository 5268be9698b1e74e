"""Texts that begin with their codes: strings of source code -> the entry that reads them.

As in `#[error("LX001: the lock is not open")]` above a variant, and `new Fault("[4001] …")`.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from macros.maintain.sniffers.sniffed import LEAST
from macros.maintain.sniffers.source.keys import are_messages, entry_of, keys_of
from macros.readers.pattern import indented
from macros.readers.siblings import beginning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Options
    from macros.maintain.sniffers.source.source_entry import Entry

# What stands around a code within a text, as in LX001: and LX001 - and [LX001]
_SIGN = r"(?:\]?\s*[:\u2013\u2014-]|\])\s+"
_CODE = r"[A-Za-z_.-]*[0-9][\w.-]*?"
_CODE_FIRST = re.compile(rf"\[?(?P<code>{_CODE}){_SIGN}\S.*", re.ASCII | re.DOTALL)
_END = r"(?:\s*[,;)}\]])*[ \t]*"
_LINE = re.compile(
    rf"[ \t]*(?P<before>[^\"'`\n]*)(?P<mark>[\"'`])\[?(?P<code>{_CODE}){_SIGN}"
    rf"(?P<text>(?:(?!(?P=mark))[^\\\n]|\\.)+)(?P=mark){_END}",
    re.ASCII,
)
_ATTRIBUTE = re.compile(r"[@#\[]")
# As in Stuck = 2,
_NAME_BELOW = r"\n(?P<name>[A-Za-z_]\w*)(?:\s*=\s*(?P<value>[\w-]+))?[^\n\"'`]*"
_WORD = re.compile(r"\w+", re.ASCII)


def code_of(text: str) -> str:
    """Return the code that a text begins with; nothing where it begins with none."""
    found = _CODE_FIRST.fullmatch(text)
    return found["code"] if found else ""


def entries(text: str) -> Iterator[Entry]:
    """Yield how strings are read that begin with a code, one on each line."""
    lines = [found for line in text.split("\n") if (found := _LINE.fullmatch(line))]
    if not lines:
        return
    mark = Counter(line["mark"] for line in lines).most_common(1)[0][0]
    lines = [line for line in lines if line["mark"] == mark]
    codes = [line["code"] for line in lines]
    keys, before = keys_of(codes), _before([line["before"] for line in lines])
    if keys is None or before is None or len(set(codes)) < max(LEAST, len(codes)):
        return
    if not are_messages([line["text"] for line in lines]):
        return
    inner = rf"(?:[^{mark}\\\n]|\\.|\\\n)+"
    message = rf"(?P<message>{inner}(?:{mark}\s*[+.&]?\s*{mark}{inner})*)"
    entry = rf"{before}\s*{mark}\[?{keys.expression}{_SIGN}{message}{mark}{_END}"
    named = f"{entry}{_NAME_BELOW}"
    if _ATTRIBUTE.match(lines[0]["before"]) and _count(named, text) == _count(entry, text):
        entry = named
    more: Options = {"escapes": "backslash"}
    if "(?P<name>" in entry:
        more["named"] = {"name": "name"}
    yield entry_of(text, entry, keys.codes, more, "texts that begin with their codes")


def _count(entry: str, text: str) -> int:
    """Return how many entries a text has."""
    expression = re.compile(rf"^[ \t]*{indented(entry)}$", re.MULTILINE | re.ASCII)
    return sum(1 for _ in expression.finditer(text))


def _before(texts: Sequence[str]) -> str | None:
    """Return the expression for what stands before each string: the same, or but for one name."""
    folded = [re.sub(r"\s+", " ", text) for text in texts]
    first = re.sub(r"\w+$", "", beginning(folded), flags=re.ASCII)
    rest = [text[len(first) :] for text in folded]
    if not any(rest) or len(set(folded)) == 1:
        return _spaced(folded[0])
    turned = beginning([text[::-1] for text in rest])[::-1]
    last = re.sub(r"^\w+", "", turned, flags=re.ASCII)
    names = [text[: len(text) - len(last)] for text in rest]
    if not all(map(_WORD.fullmatch, names)):
        return None
    return rf"{_spaced(first)}(?P<name>\w+){_spaced(last)}"


def _spaced(text: str) -> str:
    return r"\s*".join(re.escape(piece) for piece in text.split(" "))
