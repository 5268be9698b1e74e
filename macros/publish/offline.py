"""A copy of the site for a disk: the files of a built site -> those of the copy.

A browser opens no folder of a disk as a page, so that links name `index.html`. It lets pages fetch
nothing and start no worker; `offline.js` beside this module says what they have instead. Each page
says of which day the copy is.
"""

from __future__ import annotations

import json
import posixpath
import re
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from macros import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

INDEX = "index.html"
SCRIPT = addresses.ASSET(file="offline.js")
_RUNTIME = Path(__file__).with_suffix(".js")
_SEARCH = addresses.SEARCH_CODES().partition("/")[0]

# What a host or a browser of the web asks for.
_LEFT_OUT = re.compile(
    r"_headers|_redirects|404\.html|robots\.txt|sitemap\.xml(\.gz)?|opensearch\.xml"
    r"|.*\.webmanifest|favicon\.ico|assets/card(s/.*)?\.png"
)
_TAGS_LEFT_OUT = re.compile(r'\s*<link rel="(?:manifest|search)"[^>]*>')
_HREF = re.compile(r'(?<= href=")([^"]*)(?=")')
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//|$", re.IGNORECASE)
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
_CONTENT = '<span id="ec:content" tabindex="-1"></span>'
_WORKER = re.compile(re.escape(addresses.ASSET(file="scripts/worker.")) + r".*js")


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a site.

    Attributes:
        files: the content of each file of the built site, by its path.
        day: the day (ISO) on which the atlas last took something in.
    """

    files: Mapping[str, bytes]
    day: str

    def made(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path and the content of each file of the copy, sorted."""
        yield from sorted(self._made())

    def _made(self) -> Iterator[tuple[str, bytes]]:
        folders = frozenset(posixpath.dirname(path) for path in self.files if _is_page(path))
        lunr = self.files[addresses.SEARCH_LIBRARY()].decode()
        yield SCRIPT, _RUNTIME.read_bytes()
        for path, content in self.files.items():
            if _LEFT_OUT.fullmatch(path) or path == addresses.SEARCH_LIBRARY():
                continue
            if _is_page(path):
                yield path, self._page(path, content.decode(), folders).encode()
            elif path.startswith(f"{_SEARCH}/"):
                yield f"{path}.js", _taken(json.dumps(_of_search(path, content.decode()))).encode()
            elif path.startswith(addresses.ASSET(file="scripts/")):
                yield path, _script(path, content.decode(), lunr).encode()
            else:
                yield path, content

    def _page(self, path: str, page: str, folders: frozenset[str]) -> str:
        """Return a page whose links name files, which loads what it needs, and says its day."""
        here = posixpath.dirname(path)
        page = _TAGS_LEFT_OUT.sub("", page)
        page = _HREF.sub(lambda link: on_disk(link[1], here, folders), page)
        root = "../" * (here.count("/") + 1) if here else ""
        page = page.replace("</head>", f'<script src="{root}{SCRIPT}"></script></head>', 1)
        return page.replace(_CONTENT, f"{_CONTENT}{self._says(page)}", 1)

    def _says(self, page: str) -> str:
        canonical = _CANONICAL.search(page)
        more = f' <a href="{canonical[1]}">The same page on the site</a>.' if canonical else ""
        return f'<p class="ec-notice">A copy: what the atlas knew on {escape(self.day)}.{more}</p>'


def _is_page(path: str) -> bool:
    return posixpath.basename(path) == INDEX


def on_disk(href: str, here: str, folders: frozenset[str]) -> str:
    """Return a link so that it names the file that it leads to, where that is a page of the site.

    Args:
        href: the link, as HTML has it.
        here: the folder of the page that it stands in.
        folders: those of all pages.
    """
    path, mark, rest = re.split(r"([?#]|$)", unescape(href), maxsplit=1)
    if _SCHEME.match(path):
        return href
    target = posixpath.normpath(posixpath.join(here, unquote(path)))
    if ("" if target == "." else target) not in folders:
        return href
    return escape(f"{path}{'' if path.endswith('/') else '/'}{INDEX}{mark}{rest}")


def _taken(code: str) -> str:
    return f"atlasOnDisk.take({code})\n"


def _script(path: str, script: str, lunr: str) -> str:
    """Return a script that knows pages as files; the worker's is handed over, with its library."""
    script = script.replace(addresses.templates(), addresses.templates(INDEX))
    if _WORKER.fullmatch(path):
        return f"{lunr}\n{_taken(f'(self, fetch) => {{{chr(10)}{script}}}')}"
    return script


def _of_search(path: str, text: str) -> str:
    """Return a file of the index; the one of the pages has their addresses."""
    if path != addresses.SEARCH_PAGES():
        return text
    index = json.loads(text)
    for page in index["docs"]:
        page["location"] = addresses.with_index(page["location"], INDEX)
    return json.dumps(index, ensure_ascii=False)
