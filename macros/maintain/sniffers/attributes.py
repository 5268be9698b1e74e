"""Texts in attributes above names, whose codes stand elsewhere: source code -> the entry for it.

As in `#[error("no space is left")]` above `DiskFull,`, with `Error::DiskFull => 103,` further down.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.sniffers.keys import are_messages, entry_of
from macros.maintain.sniffers.sniffed import LEAST
from macros.readers.pattern import indented

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.sniffers.source_entry import Entry

_ATTRIBUTE = (
    r"(?:#?\[|@)\w+\(\"(?P<message>(?:[^\"\\\n]|\\.)+)\"[^\"\n]*\)\]?[ \t]*\n"
    r"(?P<name>[A-Za-z_]\w*)[^\n\"'`]*"
)
_CODE = (
    r"(?:[A-Za-z_]\w*(?:::|\.))*(?P<name>[A-Za-z_]\w*)(?:\([^()\n]*\)|[ \t]*\{[^{}\n]*\})?"
    r"[ \t]*(?:=>|->)[ \t]*(?P<code>-?[0-9]+)[ \t]*,?"
)


def entries(text: str) -> Iterator[Entry]:
    """Yield how texts above names are read whose codes a table gives by these names."""
    above = re.compile(rf"^[ \t]*{indented(_ATTRIBUTE)}$", re.MULTILINE | re.ASCII)
    texts = {found["name"]: found["message"] for found in above.finditer(text)}
    codes = {
        found["name"]: found["code"]
        for found in re.finditer(rf"^[ \t]*{_CODE}[ \t]*$", text, re.MULTILINE | re.ASCII)
    }
    both = [name for name in texts if name in codes]
    if len(both) < LEAST or not are_messages(list(texts.values())):
        return
    more = {"constants": _CODE, "escapes": "backslash", "named": {"name": "name"}}
    listed = [codes[name] for name in both]
    yield entry_of(text, _ATTRIBUTE, listed, more, "texts above names, with their codes elsewhere")
