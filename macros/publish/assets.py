"""What pages load of the atlas's own: sources -> files, each with a digest of itself in its name.

A browser keeps such a file for ever, as another state of it has another name. Templates call an
asset by its source, such as `assets/pages/code.js`; the last step of a build gives it the name that
it is published under.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros import addresses
from macros.publish import scripts, styles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

ROOT = addresses.ASSET(file="")
_DIGITS = 8
_NAME = re.compile(r"[\w./-]*")
_NAMING = (".html", ".xml")
# Of the theme, pages load its one script; its styles are in the atlas's sheet.
_OF_THEME = re.compile(rf"{ROOT}javascripts/bundle\.[^/]+\.js")
_MAP_OF_THEME = re.compile(rf"{_OF_THEME.pattern}\.map")
_SHEETS_OF_THEME = re.compile(rf"{ROOT}stylesheets/[^/]+\.css")
_ALTERNATE = "link[rel=alternate]"
_NOTICE = f"/* By others; see {addresses.LICENCES()} at the root of this site. */\n"
_SOURCE_MAP = re.compile(r"\n//# sourceMappingURL=\S*\s*$")


@dataclass(frozen=True, slots=True)
class Assets:
    """The assets of a build.

    Attributes:
        files: the content of each by the address that it is published at.
        names: the same addresses by those of the sources.
    """

    files: Mapping[str, str | bytes]
    names: Mapping[str, str]

    def named(self, text: str) -> str:
        """Return a page with the published addresses in the places of those of sources."""
        before, *pieces = text.split(ROOT)
        return before + "".join(map(self._named, pieces))

    def _named(self, piece: str) -> str:
        """Return what stands behind the name of the folder, and that."""
        end = _NAME.match(piece).end()  # type: ignore[union-attr]
        address = ROOT + piece[:end]
        return self.names.get(address, address) + piece[end:]

    def put_into(
        self, files: Iterable[tuple[str, str | bytes]]
    ) -> Iterator[tuple[str, str | bytes]]:
        """Yield files with their paths; what names assets has their published addresses."""
        for path, content in files:
            if path.endswith(_NAMING):
                text = content if isinstance(content, str) else content.decode()
                yield path, self.named(text)
            else:
                yield path, content


def read(folder: Path, theme: Iterable[str] = (), rules: Iterable[str] = ()) -> Assets:
    """Return the assets that are made of a folder such as `docs/assets`.

    Args:
        folder: modules and other files, and the styles in `css`.
        theme: the style sheets of the theme.
        rules: further styles, behind those of the folder.

    Raises:
        ProblemsError: when a module cannot be joined to others.
    """
    modules = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.glob("*/*.js"))
    }
    made: dict[str, str | bytes] = {}
    made |= scripts.joined(modules, lambda path, text: _digested(posixpath.basename(path), text))
    made[styles.SHEET] = styles.sheet(theme, [*styles.parts(folder / "css"), *rules])
    made |= {path.name: path.read_bytes() for path in folder.glob("*.*")}
    names = {name: _published(name, content) for name, content in made.items()}
    return Assets(
        {f"{ROOT}{names[name]}": content for name, content in made.items()},
        {f"{ROOT}{name}": f"{ROOT}{address}" for name, address in names.items()},
    )


def _published(name: str, content: str | bytes) -> str:
    digested = _digested(name, content)
    return f"scripts/{posixpath.basename(digested)}" if name.endswith(".js") else digested


def _digested(name: str, content: str | bytes) -> str:
    """Return a name with a digest of the content: `icon.0a1b2c3d.svg`."""
    whole = content.encode() if isinstance(content, str) else content
    stem, end = posixpath.splitext(name)
    return f"{stem}.{hashlib.sha256(whole).hexdigest()[:_DIGITS]}{end}"


def is_script_of_theme(path: str) -> bool:
    """Tell whether pages load a file of the theme as a script."""
    return bool(_OF_THEME.fullmatch(path))


def is_source_map(path: str) -> bool:
    """Tell whether a file says what that script was made of."""
    return bool(_MAP_OF_THEME.fullmatch(path))


def is_sheet_of_theme(path: str) -> bool:
    """Tell whether a file of the theme is one of those that the sheet is made of."""
    return bool(_SHEETS_OF_THEME.fullmatch(path))


def script_of_theme(script: str) -> str:
    """Return the theme's script as pages load it.

    It names no source map, which is not published, and takes for other languages of the site, whose
    sitemaps it loads, only what says its language: not feeds, nor a page's JSON.
    """
    own = _SOURCE_MAP.sub("\n", script).replace(_ALTERNATE, f"{_ALTERNATE}[hreflang]")
    return _NOTICE + own
