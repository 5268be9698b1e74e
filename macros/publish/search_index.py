"""What the search in the browser knows: which codes there are, what they say, the words in that.

`docs/assets/search/` reads these files below `search/`, each when a query needs it first:

- `codes.json`: the providers, every code as printed, each verdict that a code has, once, and the
  marks of products that are not here; answers codes and their beginnings. Names the build, the
  folder of all others.
- `codes/0.json` …: what the codes say, in all languages of the newest revision, and the number of
  their verdict, `CODES_A_FILE` in each; read for the results alone.
- `messages/0.json` …: which codes say or are sent with a message, by the hash of how it begins.
- `words.json`: a lunr index of the words, whose refs are places; of texts in Chinese, Japanese and
  Korean also each two signs that stand together, `+模板`.
- `conditions.json`: what people call the conditions, and the places of their codes.
- `synonyms.json`: what people write in Chinese, Japanese and Korean for words of the messages.

A code's place is its number in the order of all codes, counted from 0. The same place is another
code in another build, so the build is a digest of all that the files hold.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import lunr

from macros import addresses, texts
from macros.languages import is_english
from macros.publish import search_verdicts, wording
from macros.sources import synonyms as synonyms_file
from macros.sources.observations import VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.addresses import Address
    from macros.atlas import Atlas
    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.review.conditions import Conditions
    from macros.sources.provider import CodeSet, Provider
    from macros.sources.synonyms import Synonym

FORMAT = 2  # of all files together; `lookup.js` reads this one alone
CODES_A_FILE = 1000
BUILD_LENGTH = 12
LUNR_VERSION: str = lunr.__TARGET_JS_VERSION__  # what `words.json` is written for

# Letters of scripts that are written without spaces stand beside Latin ones in one word.
_ASCII_WORD = re.compile(r"[a-z0-9]+")
_SCRIPT = re.compile(r"[\u0000-\u058f]+|[^\u0000-\u058f]+")
# Chinese, Japanese and Korean; the last are written with spaces and without, as people like it.
_UNSPACED = re.compile(r"[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+")
_BEGINNING = 3  # words of a message by which it is looked up


def files(atlas: Atlas) -> Iterator[tuple[str, str]]:
    """Yield the address and the content of every file of the index."""
    buckets = max(1, -(-len(atlas.codes) // CODES_A_FILE))
    told = [search_verdicts.told(atlas, code) for code in atlas.codes]
    table, verdicts = search_verdicts.numbered(told)
    listed = {"format": FORMAT, **table, **_codes(atlas, buckets)}
    parts = list(_by_place(atlas, buckets, verdicts))
    content = "\0".join([_json(listed), *(part for _, _, part in parts)])
    build = hashlib.sha256(content.encode()).hexdigest()[:BUILD_LENGTH]
    yield addresses.SEARCH_CODES(), _json({"build": build, **listed})
    for address, number, part in parts:
        yield address(build=build, number=str(number)), part


def _by_place(
    atlas: Atlas, buckets: int, verdicts: Sequence[int]
) -> Iterator[tuple[Address, int, str]]:
    """Yield what refers to codes by their places: address, number of the file, content."""
    codes = atlas.codes
    said = [_said(code, verdict) for code, verdict in zip(codes, verdicts, strict=True)]
    for number in range(buckets):
        part = said[number * CODES_A_FILE : (number + 1) * CODES_A_FILE]
        yield addresses.SEARCH_TEXTS, number, _json(part)
    for number, places in enumerate(_messages(codes, buckets)):
        yield addresses.SEARCH_MESSAGES, number, _json(places)
    yield addresses.SEARCH_WORDS, 0, _json(inverted(map(_words_of, codes)))
    yield addresses.SEARCH_CONDITIONS, 0, _json(_conditions(codes, atlas.conditions))
    yield addresses.SEARCH_SYNONYMS, 0, _json(_synonyms(atlas.synonyms))


def plain_words(text: str) -> list[str]:
    """Return the words of a message as they are compared, whatever its case and punctuation.

    `plainWords` in `folding.js` does the same.
    """
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    folded = unicodedata.normalize("NFKC", text).lower()
    kept = "".join(
        character if unicodedata.category(character)[0] in "LN" else " " for character in folded
    )
    return [word for run in kept.split() for word in _SCRIPT.findall(run)]


def beginning(message: str) -> list[str]:
    """Return the first words of a message that never vary; a variable in it ends them."""
    runs = (plain_words(run) for run in VARIABLE.split(message))
    return next((run[:_BEGINNING] for run in runs if run), [])


def words_hash(words: Sequence[str]) -> int:
    """Return FNV-1a, 32 bits, of some words; `wordsHash` in `folding.js` does the same."""
    number = 0x811C9DC5
    for byte in " ".join(words).encode():
        number = (number ^ byte) * 0x01000193 & 0xFFFFFFFF
    return number


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
        "keys": [key for code_set in provider.code_sets for key in _keys(code_set)],
        "beside": sorted(
            {key.lower() for code_set in provider.code_sets for key in code_set.response.beside}
            | {key.lower() for code_set in provider.code_sets for key in _keys_of_example(code_set)}
        ),
        "success": sorted(
            {code for code_set in provider.code_sets for code in code_set.response.success}
        ),
        "held": wording.held(provider),
        "official": provider.official.url,
    }


def _keys(code_set: CodeSet) -> list[dict[str, Any]]:
    """Return the keys under which its codes stand, each with the keys of the objects around it."""
    response = code_set.response
    found: dict[tuple[str, bool], list[str]] = {}
    for paths, only in ((response.code, False), (response.also, True)):
        for path in paths:
            *above, key = path.replace("[]", "").split(".")
            parents = found.setdefault((key, only and bool(above)), [])
            parents.extend(parent.lower() for parent in above[-1:])
    return [
        {
            "key": key,
            "parents": list(dict.fromkeys(parents)),
            "only": only,
            "codeSet": code_set.id,
            "type": response.type,
        }
        for (key, only), parents in found.items()
    ]


def _keys_of_example(code_set: CodeSet) -> Iterator[str]:
    """Yield the keys of its example that have values, but those under which codes stand."""
    own = {path.split(".")[-1] for path in code_set.response.code}

    def keys(body: object) -> Iterator[str]:
        if isinstance(body, dict):
            for key, value in body.items():
                if not isinstance(value, dict | list):
                    yield key
                yield from keys(value)
        elif isinstance(body, list):
            for value in body:
                yield from keys(value)

    yield from (
        key for key in keys(json.loads(code_set.response.example or "{}")) if key not in own
    )


def _said(code: Code, verdict: int) -> list[Any]:
    """Return what a code means, what to know if it is not current, its verdict's number, and more.

    That is what the API sends, and what it says in other languages: tags and texts.
    """
    note = wording.status_note(code)
    if code.dropped:
        note = f"{note}, last seen in {wording.as_of(code.last.revision)}"
    elif code.status == "observed":
        note = f"{note}; see its sources"
    said: list[Any] = [list(code.meanings), note, verdict]
    twins = dict.fromkeys((row.language, row.message) for row in code.twins)
    if code.sent or twins:
        said.append(list(code.sent))
    return [*said, list(map(list, twins))] if twins else said


def _messages(codes: Sequence[Code], buckets: int) -> list[dict[int, list[int]]]:
    files: list[dict[int, list[int]]] = [{} for _ in range(buckets)]
    for place, code in enumerate(codes):
        said = (*code.meanings, *code.sent, *(row.message for row in code.twins))
        begun = {tuple(beginning(text)): None for text in said}
        for words in begun:
            # A text is looked up at each of its words: one file has all that begin with a word.
            file = files[words_hash(words[:1]) % buckets]
            file.setdefault(words_hash(words), []).append(place)
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
        for condition in conditions.chosen
    ]


def _synonyms(synonyms: Sequence[Synonym]) -> list[dict[str, list[str]]]:
    return [
        {"means": one.means, "said": [synonyms_file.bare(said) for said in one.said]}
        for one in synonyms
    ]


def inverted(said: Iterable[Iterable[str]]) -> dict[str, Any]:
    """Return an index of the words of texts as lunr.js loads it; lunr's own builder makes the same.

    There is no stemmer: Python's and JavaScript's disagree ("key", "array"). The search looks for
    the beginnings of words where whole ones match nothing. Vectors would be more than half of the
    size, for lunr's own ranking alone: `vocabulary.js` has one of its own.
    """
    found: dict[str, dict[str, Any]] = {}
    nothing: dict[str, Any] = {}  # is known of a word in a text but that it is there
    for place, words in enumerate(said):
        named = str(place)
        for word in words:
            lower = word.lower()
            posting = found.get(lower)
            if not posting:
                posting = found[lower] = {"text": {}, "_index": len(found)}
            posting["text"][named] = nothing
    return {
        "version": LUNR_VERSION,
        "fields": ["text"],
        "fieldVectors": [],
        "invertedIndex": [[word, found[word]] for word in sorted(found)],
        "pipeline": [],
    }


def _words_of(code: Code) -> list[str]:
    """Return the words of all that a code says, each once."""
    twins = [row.message for row in code.twins]
    own = list(code.meanings) if not is_english(code.language) else []
    return [*texts.words(" ".join([*_texts(code), *twins])), *pairs(" ".join([*own, *twins]))]


def pairs(text: str) -> list[str]:
    """Return each two signs that stand together in a script without spaces, a plus before them.

    Whoever asks writes other particles, and words of other lengths. `pairs` in `folding.js` does
    the same.
    """
    runs = _UNSPACED.findall(unicodedata.normalize("NFKC", text))
    return list(dict.fromkeys(f"+{one}{two}" for run in runs for one, two in pairwise(run)))


def _texts(code: Code) -> list[str]:
    """Return what a code means and what the API sends with it, without what varies."""
    return [*code.meanings, *(VARIABLE.sub(" ", text) for text in code.sent)]


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
