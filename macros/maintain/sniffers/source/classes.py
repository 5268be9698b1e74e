"""Classes of Python with a code, and a text below their names: text -> the entry that reads them.

As in `class DockBusy(DockError):`, `\"\"\"The dock is busy.\"\"\"`, `code = 4001`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.sniffers.source.keys import entry_of, keys_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.sniffers.source.source_entry import Entry

_HEAD = r"class[ \t]+(?P<name>[A-Za-z_]\w*)[^\n]*:[ \t]*\n\s*"
_TEXT = r"\"{3}(?P<message>[^\"]+)\"{3}[ \t]*\n\s*"
# One that stands before the code, as in http_status = 409.
_ATTRIBUTE = r"(?:(?P<value>[a-z_]\w*[ \t]*=[ \t]*[^\n]*)\n\s*)?"
_CODE = r"(?:err(?:or)?_?)?(?:code|no)[ \t]*=[ \t]*[\"']?"


def described(text: str) -> Iterator[Entry]:
    """Yield how such classes are read."""
    before = f"{_HEAD}{_TEXT}{_ATTRIBUTE}{_CODE}"
    found = re.finditer(rf"^[ \t]*{before}(?P<code>[\w.-]+)", text, re.MULTILINE | re.ASCII)
    keys = keys_of([one["code"] for one in found])
    if keys and len(set(keys.codes)) == len(keys.codes):
        entry = rf"{before}{keys.expression}[\"']?[ \t]*(?:#.*)?"
        what = "classes with a text below their names"
        more = {"named": {"name": "name"}}
        yield entry_of(text, entry, keys.codes, more, what)
