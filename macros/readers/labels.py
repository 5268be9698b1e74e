"""Labels of one entry that fall through to one text: `10: case 11` -> its codes, and their places.

Part of the reader `pattern`: in a switch, several cases can have the same answer.
"""

from __future__ import annotations

import re

# As in case 10: case 11: and case 10, 11 and case 10 | 11 and case "E10": case "E11"
BETWEEN = r"[\"']?\s*(?::|,|[|]|\bor\b)\s*(?://[^\n]*\n\s*)?(?:(?:case|when)\s+)?[\"']?"
_BETWEEN = re.compile(rf"(?<!:)(?!::){BETWEEN}")
_LABEL = re.compile(r"[\w.:\\>-]+")


def labels(text: str) -> list[tuple[str, int]]:
    """Return the labels in the place of a code, each with its place; the text where it is one."""
    found, start = [], 0
    for between in [*_BETWEEN.finditer(text), None]:
        end = between.start() if between else len(text)
        found.append((text[start:end], start))
        start = between.end() if between else end
    return found if all(_LABEL.fullmatch(label) for label, _ in found) else [(text, 0)]
