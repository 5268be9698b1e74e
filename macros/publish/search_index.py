"""What the search in the browser knows: which codes there are, what they say, the words in that.

`docs/assets/search/` reads these files below `search/`, each when a query needs it first:

- `codes.json`: the providers, every code as printed, and the marks of products that are not here;
  answers codes and their beginnings.
- `codes/0.json` …: what the codes say, `CODES_A_FILE` in each; read for the results alone.
- `messages/0.json` …: which codes say or are sent with a whole message, by its hash.
- `words.json`: a lunr index of the words, whose refs are places.
- `conditions.json`: what people call the conditions, and the places of their codes.

A code's place is its number in the order of all codes, counted from 0.
"""

from __future__ import annotations

import json
import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import lunr

from macros import addresses
from macros.publish import wording
from macros.sources.observations import VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.atlas import Atlas
    from macros.catalog.model import Catalog, Code
    from macros.review.conditions import Conditions
    from macros.sources.provider import CodeSet, Provider

CODES_A_FILE = 1000
LUNR_VERSION: str = lunr.__TARGET_JS_VERSION__  # what `words.json` is written for

_WORD = re.compile(r"\w+")


def files(atlas: Atlas) -> Iterator[tuple[str, str]]:
    """Yield the address and the content of every file of the index."""
    codes = atlas.codes
    buckets = max(1, -(-len(codes) // CODES_A_FILE))
    yield addresses.SEARCH_CODES(), _json(_codes(atlas, buckets))
    for number in range(buckets):
        part = codes[number * CODES_A_FILE : (number + 1) * CODES_A_FILE]
        texts = [_said(code) for code in part]
        yield addresses.SEARCH_TEXTS(number=str(number)), _json(texts)
    for number, places in enumerate(_messages(codes, buckets)):
        yield addresses.SEARCH_MESSAGES(number=str(number)), _json(places)
    yield addresses.SEARCH_WORDS(), _json(_words(codes))
    yield addresses.SEARCH_CONDITIONS(), _json(_conditions(codes, atlas.conditions))


def message_hash(message: str) -> int:
    """Return the number by which a whole message is found, whatever its case and punctuation.

    FNV-1a, 32 bits, of its letters and digits; `messageHash` in `folding.js` does the same.
    """
    folded = unicodedata.normalize("NFKC", message).lower()
    kept = "".join(
        character if unicodedata.category(character)[0] in "LN" else " " for character in folded
    )
    number = 0x811C9DC5
    for byte in " ".join(kept.split()).encode():
        number = (number ^ byte) * 0x01000193 & 0xFFFFFFFF
    return number


def split(text: str) -> list[str]:
    """Return the words of a text in lower case, identifiers whole and in their parts.

    `words` in `docs/assets/search/folding.js` does the same to a query.
    """
    folded = unicodedata.normalize("NFKC", text)
    visible = "".join(sign for sign in folded if unicodedata.category(sign) != "Cf")
    words = _WORD.findall(visible)
    return list(dict.fromkeys(form.lower() for word in words for form in (word, *_parts(word))))


def _parts(word: str) -> list[str]:
    """Return the parts of an identifier, `template` and `Title` of `templateTitle`; else none."""
    cut = "".join(
        f"_{sign}" if unicodedata.category(sign) == "Lu" and _ends_part(before) else sign
        for before, sign in pairwise(f"_{word}")
    )
    parts = [part for part in cut.split("_") if part]
    return parts if len(parts) > 1 else []


def _ends_part(sign: str) -> bool:
    category = unicodedata.category(sign)
    return category == "Ll" or category.startswith("N")


def _codes(atlas: Atlas, buckets: int) -> dict[str, Any]:
    return {
        "providers": {provider.id: _provider(provider) for provider in atlas.providers},
        "codesAFile": CODES_A_FILE,
        "messageFiles": buckets,
        "others": _others(atlas),
        "codeSets": [
            _code_set(catalog, code_set)
            for catalog in atlas.catalogs.values()
            for code_set in catalog.provider.code_sets
        ],
    }


def _others(atlas: Atlas) -> list[dict[str, Any]]:
    """Return what is not here with its marks; `beside` is the provider whose sister it is."""
    sisters = [(other, one.id) for one in atlas.providers for other in one.sisters]
    return [
        {"name": other.name, "page": other.page, "beside": beside, **other.marks}
        for other, beside in (*sisters, *((other, None) for other in atlas.others))
    ]


def _code_set(catalog: Catalog, code_set: CodeSet) -> dict[str, Any]:
    codes = catalog.of(code_set)
    return {
        "provider": catalog.provider.id,
        "id": code_set.id,
        "codes": " ".join(code.code for code in codes),
        # Few codes are not their own address.
        "addresses": {
            code.code: code.address for code in codes if code.address != code.code.lower()
        },
    }


def _provider(provider: Provider) -> dict[str, Any]:
    return {
        "name": provider.name,
        "product": provider.product,
        "names": provider.names,
        "keys": [
            [key, code_set.id, code_set.response.type]
            for code_set in provider.code_sets
            for key in dict.fromkeys(path.split(".")[-1] for path in code_set.response.code)
        ],
        "success": sorted(
            {code for code_set in provider.code_sets for code in code_set.response.success}
        ),
        "held": wording.held(provider),
    }


def _said(code: Code) -> list[Any]:
    """Return what the code means, what to know if it is not current, and what the API sends."""
    note = wording.status_note(code)
    if code.dropped:
        note = f"{note}, last seen in {wording.as_of(code.last.revision)}"
    return [list(code.meanings), note, *([_sent(code)] if _sent(code) else [])]


def _sent(code: Code) -> list[str]:
    """Return the texts that the API sends with a code, but for those in which something varies."""
    return [text for text in code.sent if not VARIABLE.search(text)]


def _messages(codes: Sequence[Code], buckets: int) -> list[dict[int, list[int]]]:
    files: list[dict[int, list[int]]] = [{} for _ in range(buckets)]
    for place, code in enumerate(codes):
        for number in dict.fromkeys(map(message_hash, [*code.meanings, *_sent(code)])):
            files[number % buckets].setdefault(number, []).append(place)
    return files


def _conditions(codes: Sequence[Code], conditions: Conditions) -> list[dict[str, Any]]:
    places = {code.url: place for place, code in enumerate(codes)}
    return [
        {
            "names": [condition.title, *condition.synonyms],
            "places": [
                places[code.url] for code in conditions.codes[condition.id] if not code.dropped
            ],
        }
        for condition in conditions.by_id.values()
    ]


def _words(codes: Sequence[Code]) -> dict[str, Any]:
    documents = [
        {"place": str(place), "text": " ".join(split(" ".join(_texts(code))))}
        for place, code in enumerate(codes)
    ]
    # No stemmer: Python's and JavaScript's disagree ("key", "array"). The search looks for the
    # beginnings of words where whole ones match nothing.
    builder = lunr.get_default_builder()
    builder.pipeline.reset()
    builder.search_pipeline.reset()
    index: dict[str, Any] = lunr.lunr(
        ref="place", fields=["text"], documents=documents, builder=builder
    ).serialize()
    # More than half of the size, for lunr's own ranking alone: `vocabulary.js` has one of its own.
    index["fieldVectors"] = []
    return index


def _texts(code: Code) -> list[str]:
    """Return what a code means and what the API sends with it, without what varies."""
    return [*code.meanings, *(VARIABLE.sub(" ", text) for text in code.sent)]


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
