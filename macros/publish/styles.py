"""The site's one style sheet: the theme's in a layer of its own, and the atlas's parts above it.

A rule in a layer gives way to any rule outside of it, so that no part has to outweigh the theme's
selectors. The parts are cascaded by the names of their folders: base, parts, pages.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

SHEET = "css/atlas.css"  # below the folder of assets

# What an icon of `overrides/.icons/atlas` looks like, of those that the theme has. The sheet draws
# it, so that not every page of a code carries all of them.
ICONS = {
    "logo": "material/map-search-outline",
    "menu": "material/menu",
    "search": "material/magnify",
    "back": "material/arrow-left",
    "close": "material/close",
    "night": "material/weather-night",
    "day": "material/weather-sunny",
}

_CHARSET = re.compile(r'^\s*@charset "[^"]*";')
# What needs no escape within quotes in an address of data.
_KEPT = " /:=',;?@+$&()*!~"
_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=[^*]*\*/\s*$")
# What pages of ours never have, so that half of the theme's sheet is for nothing: two dozen colours
# to choose from (ours are custom), parts and notations that `mkdocs.yml` does not ask for. Those
# for tabs and for tables without a class look at so much that the theme's script, which says of a
# page that scripts run, would have all of it styled anew.
NOT_OURS = re.compile(
    r"\[data-md-color-(?:(?:primary|accent)=(?!custom\b)[\w-]+|switching)\]|table:not\(\[class\]\)"
    r"|\.(?:tabbed|highlight(?:table)?|lineno(?:s|div)|keys|critic|admonition|task-list|arithmatex"
    r"|footnote|mermaid|emojione|gemoji|twemoji|lg|grid"
    r"|md-(?:annotation|author|banner|button|clipboard|code|consent|feedback|input|pagination|path"
    r"|pin|post|profile|progress|rating|select|social|source|status|suggest|tags?|tooltip2?|top"
    r"|version|nav--(?:integrated|section)|nav__item--section|header__source|search__suggest"
    r"|sidebar--post|content--post))(?![a-z0-9])"
)
_RULE = re.compile(r"(?:^|(?<=[{}]))([^{}@]+)\{[^{}]*\}")
_EXCEPT = re.compile(r":not\((?!\[class\])[^()]*\)")
_COMMENT = re.compile(r"\s*/\*.*?\*/", re.DOTALL)


def sheet(theme: Iterable[str], parts: Iterable[str]) -> str:
    """Return one sheet of the theme's, in their layer, and the parts, in the order given."""
    layered = "".join(_of_theme(_SOURCE_MAP.sub("", _CHARSET.sub("", text))) for text in theme)
    own = [_COMMENT.sub("", text).strip() for text in parts]
    return "\n".join([f"@layer theme{{{layered}}}", *own] if layered else own)


def icons(drawings: Mapping[str, str]) -> str:
    """Return the rules that draw icons, of their SVG by name: the theme's `ICONS`."""
    return "\n".join(
        f'.ec-icon--{name}{{mask-image:url("data:image/svg+xml,{quote(svg.strip(), safe=_KEPT)}")}}'
        for name, svg in drawings.items()
    )


def parts(folder: Path) -> list[str]:
    """Return the texts of the parts in `docs/assets/css`, as they are cascaded."""
    files = sorted(folder.rglob("*.css"), key=lambda file: file.relative_to(folder).as_posix())
    return [file.read_text(encoding="utf-8") for file in files]


def _of_theme(text: str) -> str:
    """Return a sheet of the theme's without the rules that hold for nothing of ours."""

    def kept(rule: re.Match[str]) -> str:
        looked_at = _EXCEPT.sub("", rule[1]).split(",")
        return "" if all(map(NOT_OURS.search, looked_at)) else rule[0]

    return _RULE.sub(kept, text)
