"""Separated values of a later document with another sign between: options before -> the later's.

As in `1001,Dock is busy` and then `1001;Dock is busy`. All else that was decided stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.maintain.document import reading
from macros.maintain.sniffers.tables.grids import separator_of

if TYPE_CHECKING:
    from macros.maintain.document.reading import Options
    from macros.readers.rows import Document


def separated(options: Options, document: Document) -> list[str]:
    """Give separated values the sign that parts them now, where that parts more of them.

    Args:
        options: the options of the document before, which are changed.
        document: the later document.

    Returns:
        what changed, in sentences.
    """
    if options["format"] != "csv":
        return []
    was, now = options.get("delimiter", ","), separator_of(document).replace("\t", "tab")
    if not now or now == was:
        return []
    changed = {**options, "delimiter": now}
    before, after = (reading.read(document, one) for one in (options, changed))
    first = next(line for line in document.text.split("\n") if line.strip())
    is_parted = was.replace("tab", "\t") in first
    if is_parted and len(after.problems) >= len(before.problems):
        return []
    options["delimiter"] = now
    return [f"delimiter is {now}, and was {was}"]
