"""Keys of several texts of one code, read as codes: `dock.101.title` and `dock.101.detail`.

Each number comes again with the same words, which say what its texts are. No expression holds two
lines together by a number that both have, so that a person makes one key of them.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from macros.maintain.document import meanings, translations
from macros.maintain.document.doubt import Doubt
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

_FEWEST = 2  # codes, and words that each of them has
_MOST_WORDS = 6
_GRID = 0.75  # of the codes have each of the words
_CODE = r"(?P<code>[A-Z]*[-_]?[0-9]+)"
_WORD = r"(?P<word>[A-Za-z][\w-]*)"
_BEGINS = r"(?P<begins>(?:[A-Za-z][\w.-]*?[._-])??)"
_SHAPES = (
    re.compile(rf"{_BEGINS}{_CODE}[._-]{_WORD}", re.ASCII),
    re.compile(rf"{_BEGINS}{_WORD}[._-]{_CODE}", re.ASCII),
)
# What texts are called, beside the words that headings have for them.
_TEXTS = re.compile(
    r"titles?|details?|summary|short|long|heads?|headers?|bod(?:y|ies)|hints?|help|text",
    re.IGNORECASE,
)


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about keys that are perhaps those of several texts of a code."""
    if not (texts := _texts(result)):
        return
    code, words = next((code, words) for code, words in texts.items() if len(words) >= _FEWEST)
    key, other, *_ = words.values()
    line = next(row.line for row in result.rows if row.code == key)
    what = (
        f'"{shown(key)}" and "{shown(other)}" are perhaps the keys of two texts of the code'
        f' "{code}", as others come in such pairs.'
    )
    as_one = json.dumps({code: dict.fromkeys(words, "…")}, ensure_ascii=False)
    do = (
        "If that is so, copy the file to one that ends with .json, in which each code has one key"
        f" with its texts below it, as {as_one}, and run `read` on that."
    )
    yield Doubt(document.file, line, what, do)


def _texts(result: Reading) -> dict[str, dict[str, str]]:
    """Return the keys by their codes and words, if each code comes with the same words."""
    for shape in _SHAPES:
        found = [match for row in result.rows if (match := shape.fullmatch(row.code))]
        if not found or len(found) < len(result.rows) or len({one["begins"] for one in found}) > 1:
            continue
        texts: dict[str, dict[str, str]] = {}
        for one in found:
            texts.setdefault(one["code"], {})[one["word"]] = one[0]
        words = {one["word"] for one in found}
        several = len(texts) >= _FEWEST <= len(words) <= _MOST_WORDS
        said = sum(map(_says_text, words))
        if several and 2 * said > len(words) and len(found) >= _GRID * len(texts) * len(words):
            return texts
    return {}


def _says_text(word: str) -> bool:
    known = _TEXTS.fullmatch(word) or translations.is_language(word)
    return bool(known) or meanings.count(word) > 0
