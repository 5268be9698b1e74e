"""What a look-up in a built site fetches: requests, and bytes gzipped, as a host sends them.

It is that of one visitor with nothing in the cache; a second look-up fetches the last file alone.
"""

from __future__ import annotations

import gzip
import statistics
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = 200  # files of a kind


def look_ups(site: Path) -> dict[str, dict[str, int]]:
    """Return requests and bytes by what is looked up.

    - `code`: a code in the search box: all codes, then the texts of a thousand.
    - `message`: a pasted message: also the messages that begin like it.
    - `words`: some words: all codes, all words, then the texts of a thousand.
    - `program`: what all providers say of a code, as JSON.
    """
    search = site / "search"
    (words,) = search.glob("*/words.json")
    codes = _zipped(search / "codes.json")
    texts = _typical(words.parent / "codes")
    ways = {
        "code": [codes, texts],
        "message": [codes, _typical(words.parent / "messages"), texts],
        "words": [codes, _zipped(words), texts],
        "program": [_typical(site / "api/v1/codes")],
    }
    return {name: {"requests": len(way), "bytes": sum(way)} for name, way in ways.items()}


def _zipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), mtime=0))


def _typical(folder: Path) -> int:
    """Return the median of the files in a folder, of as many as can be read in a moment."""
    files = sorted(path for path in folder.rglob("*.json") if path.is_file())
    return int(statistics.median(map(_zipped, files[:: len(files) // SAMPLE + 1])))
