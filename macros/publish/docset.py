"""A docset for Dash and Zeal: the files of a copy of the site, the atlas -> those of the docset.

Both look up an entry by its name, and open the page that the index has for it, in a folder of pages
as they are in a copy on a disk.
"""

from __future__ import annotations

import plistlib
import posixpath
import re
import sqlite3
from html import unescape
from typing import TYPE_CHECKING

from macros.publish import answer, offline, wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.atlas import Atlas

NAME = "Error_Code_Atlas.docset"
_DOCUMENTS = "Contents/Resources/Documents"
_MOST = 100  # characters of an entry's name
_CONTENT = "#ec:content"  # where the page of a code begins to speak of it
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL)
_PLIST = {
    "CFBundleIdentifier": "error-code-atlas",
    "CFBundleName": "Error Code Atlas",
    "DocSetPlatformFamily": "errors",
    "dashIndexFilePath": offline.INDEX,
    "isDashDocset": True,
    "isJavaScriptEnabled": True,
}

# Name, kind and path below the documents.
Entry = tuple[str, str, str]


def files(atlas: Atlas, copy: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of each file of the docset."""
    pages: dict[str, str] = {}
    for path, content in copy:
        yield f"{_DOCUMENTS}/{path}", content
        if posixpath.basename(path) == offline.INDEX:
            title = _TITLE.search(content.decode())
            pages[path] = unescape(title[1]).strip() if title else path
    yield "Contents/Info.plist", plistlib.dumps(_PLIST)
    yield "Contents/Resources/docSet.dsidx", _database(entries(atlas, pages))


def entries(atlas: Atlas, pages: dict[str, str]) -> Iterator[Entry]:
    """Yield an error for each code, and a guide for each other page, by its title.

    Args:
        atlas: the atlas.
        pages: the title of each page, by its path.
    """
    others = dict(pages)
    for code in atlas.codes:
        path = f"{code.url}{offline.INDEX}"
        del others[path]
        yield answer.shortened(wording.plain(code), _MOST), "Error", f"{path}{_CONTENT}"
    for path, title in others.items():
        yield title, "Guide", path


def _database(rows: Iterable[Entry]) -> bytes:
    with sqlite3.connect(":memory:") as database:
        database.execute(
            "CREATE TABLE searchIndex"
            " (id INTEGER PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, path TEXT NOT NULL)"
        )
        database.execute("CREATE UNIQUE INDEX anchor ON searchIndex (name, type, path)")
        database.executemany("INSERT INTO searchIndex (name, type, path) VALUES (?, ?, ?)", rows)
        database.commit()
        made = database.serialize()
    database.close()
    return made
