"""Whether every link of a built site leads somewhere: a folder of files -> problems.

Links of all pages are looked at, whoever wrote them: a theme, Markdown or a template; in other
files, whatever begins with the site's own address. A link that many pages have is told once.
"""

from __future__ import annotations

import os
import posixpath
import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from macros import addresses
from macros.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LINKS = ("href", "src", "action")  # attributes
_OVERVIEW = " data-ec-parts="
_SCHEME = re.compile("[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_DOTS = re.compile(r"(?:^|/)\.{1,2}(?:/|$)")
_FOLDER = re.compile(r"(?:/|(?:^|/)\.{1,2})$")
_WITH_IDS = (".html", ".md")
_TEXTS = (".json", ".md", ".txt", ".xml")
# Here addresses stand as examples of what a client fills in, or in the providers' own words.
_OTHER_WORDS = (addresses.API_OPENAPI(), f"{addresses.API}schema/", addresses.SOURCES())


@dataclass(slots=True)
class _Used:
    """Where a link stands: the first file with it, how it is written there, how many have it."""

    file: str
    link: str
    files: int = 1


def broken(site: Path, url: str = "", shown: str = "site") -> Iterator[Problem]:
    """Yield a problem for each address that a link names and that is not there.

    Args:
        site: the folder.
        url: the site's full address, with a slash at its end; empty where it does not know it.
        shown: what problems call the folder.
    """
    files = _files(site)
    wanted: dict[tuple[str, str], _Used] = {}
    for file in sorted(files):
        for target, link in _links(site, file, url).items():
            used = wanted.get(target)
            if used is None:
                wanted[target] = _Used(file, link)
            else:
                used.files += 1
    ids: dict[str, set[str]] = {}
    for (file, fragment), used in wanted.items():
        if file not in files:
            yield _problem(site, used, shown, f'leads to "{file}", which is not there')
        elif fragment and file.endswith(_WITH_IDS):
            if file not in ids:
                ids[file] = _ids(site / file)
            if fragment not in ids[file]:
                what = f'leads to "{fragment}" in "{file}", which has no such id'
                yield _problem(site, used, shown, what)


def _ids(page: Path) -> set[str]:
    """Return the ids of a page; of an overview those on its parts, too, as it leads to each."""
    text = page.read_text(encoding="utf-8")
    found = set(map(unescape, _values(text, "id")))
    if _OVERVIEW in text:
        parts = addresses.PART(provider="", part="*").lstrip("/")
        for part in page.parent.glob(f"{parts}index.html"):
            found.update(map(unescape, _values(part.read_text(encoding="utf-8"), "id")))
    return found


def _values(html: str, attribute: str) -> Iterator[str]:
    """Yield the values of an attribute. A page is large: a regex would take thrice the time."""
    before, *pieces = html.split(f'{attribute}="')
    for piece in pieces:
        if before[-1:].isspace():
            yield piece.partition('"')[0]
        before = piece


def _files(site: Path) -> set[str]:
    """Return the paths of all files below a folder."""
    return {
        os.path.relpath(os.path.join(folder, name), site)  # noqa: PTH118 - as many as there are codes
        for folder, _, names in os.walk(site)
        for name in names
    }


def _problem(site: Path, used: _Used, shown: str, what: str) -> Problem:
    text = (site / used.file).read_text(encoding="utf-8")
    line = text.count("\n", 0, text.index(used.link)) + 1
    others = f" The same link is in {used.files - 1} more files." if used.files > 1 else ""
    return Problem(
        f"{shown}/{used.file}",
        line,
        f"a link {what}.{others}",
        "Mend the link, or what should be at its end.",
    )


def _links(site: Path, file: str, url: str) -> dict[tuple[str, str], str]:
    """Return the targets, each a file and a fragment, of a file's links into the site.

    Each has what the first link to it looks like in the file.
    """
    found: dict[tuple[str, str], str] = {}
    if file.endswith(".html"):
        text = (site / file).read_text(encoding="utf-8")
        root = urlsplit(url).path or "/"
        folder = file.rpartition("/")[0]
        above = folder.rpartition("/")[0]
        for link in dict.fromkeys(chain.from_iterable(_values(text, name) for name in _LINKS)):
            if link[:1] in {"", "#"}:
                found.setdefault((file, unquote(unescape(link[1:]))), f'"{link}"')
            # What begins with "../" leads to the same from all folders that are side by side.
            elif folder and link.startswith("../"):
                found.setdefault(_below(above, unescape(link[3:])), f'"{link}"')
            elif target := _target(unescape(link), folder, root, url):
                found.setdefault(target, f'"{link}"')
    elif url and file.endswith(_TEXTS) and not file.startswith(_OTHER_WORDS):
        text = (site / file).read_text(encoding="utf-8")
        for address in re.findall(rf"{re.escape(url)}([^\s\"&<>()`\\]*)", text):
            if "{" not in address:
                found.setdefault(_file(address), f"{url}{address}")
    return found


def _target(link: str, folder: str, root: str, url: str) -> tuple[str, str] | None:
    """Return the file and the fragment that a link in a folder leads to; None elsewhere."""
    if url and link.startswith(url):
        return _file(link.removeprefix(url))
    if link.startswith("//") or _SCHEME.match(link):
        return None
    return _file(link.removeprefix(root)) if link.startswith("/") else _below(folder, link)


@lru_cache(maxsize=100_000)
def _below(folder: str, link: str) -> tuple[str, str]:
    """Return the file and the fragment that a link leads to, seen from a folder."""
    while link.startswith("../") and folder:
        link = link[3:]
        folder = folder.rpartition("/")[0]
    return _file(f"{folder}/{link}" if folder else link)


@lru_cache(maxsize=100_000)
def _file(address: str) -> tuple[str, str]:
    """Return the file that an address, seen from the root, is published as, and its fragment."""
    address, _, fragment = address.partition("#")
    path = unquote(address.partition("?")[0])
    if _DOTS.search(path):
        plain = posixpath.normpath(f"/{path}").lstrip("/")
        path = f"{plain}/" if plain and _FOLDER.search(path) else plain
    file = f"{path}index.html" if path.endswith("/") else path or "index.html"
    return file, unquote(fragment)
