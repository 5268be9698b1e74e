"""The site's one style sheet: the theme's in a layer of its own, and the atlas's parts above it.

A rule in a layer gives way to any rule outside of it, so that no part has to outweigh the theme's
selectors. The parts are cascaded by the names of their folders: base, parts, pages.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SHEET = "css/atlas.css"  # below the folder of assets

_CHARSET = re.compile(r'^\s*@charset "[^"]*";')
_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=[^*]*\*/\s*$")


def sheet(theme: Iterable[str], parts: Iterable[str]) -> str:
    """Return one sheet of the theme's, in their layer, and the parts, in the order given."""
    layered = "".join(_SOURCE_MAP.sub("", _CHARSET.sub("", text)) for text in theme)
    return "\n".join([f"@layer theme{{{layered}}}", *parts] if layered else parts)


def parts(folder: Path) -> list[str]:
    """Return the texts of the parts in `docs/assets/css`, as they are cascaded."""
    files = sorted(folder.rglob("*.css"), key=lambda file: file.relative_to(folder).as_posix())
    return [file.read_text(encoding="utf-8") for file in files]
