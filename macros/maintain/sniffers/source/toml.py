"""Strings of several lines within three marks, as in TOML -> the entries that read them.

Where lines or blocks of keys with values have such a text, it is one value of a line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.sniffers.source.keys import STRING, are_messages, blocks, entry_of, keys_of
from macros.readers.strings import LONG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.sniffers.source.source_entry import Entry

_ANY_STRING = f"{LONG}|{STRING}"
_LINE = rf"^[ \t]*([\w.-]+)[ \t]*=[ \t]*({_ANY_STRING})[ \t]*(?:#[^\n]*)?$"
_END = r"[ \t]*(?:#[^\n]*)?"


def entries(text: str) -> Iterator[Entry]:
    """Yield how lines and blocks of keys with values are read, where a text has three marks."""
    if not re.search(LONG, text):
        return
    found = re.findall(_LINE, text, re.MULTILINE | re.ASCII)
    keys = keys_of([key for key, _ in found])
    if keys and len(set(keys.codes)) == len(keys.codes) and are_messages([one for _, one in found]):
        entry = rf"{keys.expression}[ \t]*=[ \t]*(?P<message>{_ANY_STRING}){_END}"
        yield entry_of(text, entry, keys.codes, {"escapes": "backslash"}, "keys with their texts")
    yield from blocks(text, has_long=True)
