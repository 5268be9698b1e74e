"""Options behind the numbers of constants in protobuf: options -> those that read such lines, too.

As in `DOCK_BUSY = 7 [deprecated = true]; // The dock is busy`. They are kept beside the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import reading, shapes

if TYPE_CHECKING:
    from macros.maintain.document.reading import Options
    from macros.readers.rows import Document

_LINE = re.compile(r"=\s*(?P<code>-?(?:0x)?[0-9A-Fa-f]+)\s*\[[^\[\]\n]*\]\s*;")
_CODE = re.compile(r"\(\?P<code>(?:[^()]|\(\?:[^()]*\))*\)")
_OPTIONS = r"(?:\s*\[(?P<options>[^\[\]\n]*)\])?"


def with_options(document: Document, options: Options) -> list[str]:
    """Let entries have options behind their codes, where more of them are read then.

    Args:
        document: the document.
        options: how it is read, which is changed.

    Returns:
        what changed, in sentences.
    """
    entry = options.get("entry", "")
    codes = [found["code"] for found in _LINE.finditer(document.text)]
    if "(?P<options>" in entry or not codes:
        return []
    changed = {**options, "entry": _CODE.sub(lambda found: found[0] + _OPTIONS, entry, count=1)}
    if new := [one for one in codes if not re.fullmatch(options["pattern"], one, re.ASCII)]:
        changed["pattern"] = f"{options['pattern']}|{shapes.pattern(new)}"
    if reading.fault(changed):
        return []
    before, after = (reading.read(document, one) for one in (options, changed))
    if len(after.rows) <= len(before.rows) or len(after.problems) >= len(before.problems):
        return []
    options |= changed
    return ["entries have options behind their codes, which are kept"]
