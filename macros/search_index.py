"""What the search in the browser knows: codes with their messages, and the words in them.

Two files: `search/codes.json` answers codes, prefixes and whole messages; `search/words.json` is a
lunr index of the words, whose refs are places in the list of codes. The worker fetches each of
them when a query needs it first. `docs/assets/search/` reads both.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from lunr import get_default_builder, lunr

from macros import citation

if TYPE_CHECKING:
    from macros.model import Atlas, Code
    from macros.provider import Provider

_WORD = re.compile(r"\w+")
_PART = re.compile(r"_+|(?<=[a-z0-9])(?=[A-Z])")


def codes(atlas: Atlas) -> str:
    """Return `search/codes.json`: the providers by id, and all codes in order.

    A code is `[provider, code set, code, address, messages, dropped]`; `dropped` is where it was
    last seen, or empty.
    """
    return _json(
        {
            "providers": {
                one.provider.id: _provider(one.provider) for one in atlas.catalogs.values()
            },
            "codes": [
                [
                    code.provider.id,
                    code.code_set.id,
                    code.code,
                    code.address,
                    code.messages,
                    citation.as_of(code.last.revision) if code.dropped else "",
                ]
                for code in _all(atlas)
            ],
        }
    )


def words(atlas: Atlas) -> tuple[str, str]:
    """Return `search/words.json`, and the version of lunr.js that can read it."""
    documents = [
        {"place": str(place), "text": " ".join(split(" ".join(code.messages)))}
        for place, code in enumerate(_all(atlas))
    ]
    # No stemmer: Python's and JavaScript's disagree ("key", "array"). The search looks for the
    # beginnings of words where whole ones match nothing.
    builder = get_default_builder()
    builder.pipeline.reset()
    builder.search_pipeline.reset()
    index = lunr(ref="place", fields=["text"], documents=documents, builder=builder).serialize()
    return _json(index), index["version"]


def split(text: str) -> list[str]:
    """Return the words of a text in lower case, identifiers whole and in their parts.

    `words` in `docs/assets/search/query.js` does the same to a query.
    """
    found: dict[str, None] = {}
    for word in _WORD.findall(text):
        parts = [part for part in _PART.split(word) if part]
        for one in [word, *(parts if len(parts) > 1 else [])]:
            found[one.lower()] = None
    return list(found)


def _all(atlas: Atlas) -> list[Code]:
    return [code for catalog in atlas.catalogs.values() for code in catalog.codes]


def _provider(provider: Provider) -> dict[str, Any]:
    names = [provider.id, provider.name, provider.product, provider.vendor, *provider.aliases]
    return {
        "name": provider.name,
        "product": provider.product,
        "names": sorted({name.lower() for name in names}),
        "keys": [
            [key, code_set.id, code_set.response.type]
            for code_set in provider.code_sets
            for key in dict.fromkeys(path.split(".")[-1] for path in code_set.response.code)
        ],
        "success": sorted({one for each in provider.code_sets for one in each.response.success}),
        "held": citation.held(provider),
    }


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
