"""An atlas of any size for the benchmarks: the real providers, with invented codes."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

from macros import addresses, codes
from macros.atlas import Atlas
from macros.catalog.model import Code, Listing
from macros.publish import wording
from macros.readers.rows import Row
from macros.review.conditions import Conditions

if TYPE_CHECKING:
    from macros.sources.provider import CodeSet

# Messages of one atlas share their common words, and have rare ones, as real messages do.
COMMON = (
    "invalid missing expired token template message parameter the is not of to for in value type"
    " limit exceeds allowed sender profile button image length request user account group media"
    " content failed error system permission authorized duplicate exist empty file size format"
).split()
RARE_SHARE = 0.25


def atlas(real: Atlas, size: int) -> Atlas:
    """Return the providers of `real` with `size` invented codes in all, always the same ones."""
    choose = random.Random(size)  # noqa: S311 - the same data in every run, not a secret
    code_sets = [
        (provider_id, code_set)
        for provider_id, catalog in real.catalogs.items()
        for code_set in catalog.provider.code_sets
    ]
    share = size // len(code_sets)
    made: dict[str, list[Code]] = {provider_id: [] for provider_id in real.catalogs}
    for number, (provider_id, code_set) in enumerate(code_sets):
        count = share if number else size - share * (len(code_sets) - 1)
        example = next(one for one in real.catalogs[provider_id].codes if one.code_set is code_set)
        for printed in _printed(code_set, count, choose):
            made[provider_id].append(_code(example, printed, _message(choose, size)))
    catalogs = {
        provider_id: replace(catalog, codes=tuple(made[provider_id]))
        for provider_id, catalog in real.catalogs.items()
    }
    return Atlas(catalogs, {}, Conditions((), {}, {}, {}, {}, {}, "", {}))


def _printed(code_set: CodeSet, count: int, choose: random.Random) -> list[str]:
    """Return codes as printed, signed where the set's are, with gaps as real numbers have."""
    sign = "-" if code_set.ranges and code_set.ranges[-1].first.startswith("-") else ""
    numbers = choose.sample(range(1000, 1000 + count * 8), count)
    return sorted((f"{sign}{number}" for number in numbers), key=codes.order)


def _message(choose: random.Random, size: int) -> str:
    words = [
        f"{choose.choice(COMMON)}_{choose.randrange(size)}"
        if choose.random() < RARE_SHARE
        else choose.choice(COMMON)
        for _ in range(choose.randint(4, 10))
    ]
    return " ".join(words).capitalize()


def _code(example: Code, printed: str, message: str) -> Code:
    revision = example.provider.latest
    row = Row(printed, message, {}, example.code_set.id, f"data/{revision.file}", 1)
    # The second code set of a provider stands at addresses of its own.
    prefix = "" if example.code_set is example.provider.code_sets[0] else f"{example.code_set.id}."
    return replace(
        example,
        code=printed,
        anchor=f"{prefix}{printed}",
        address=addresses.segment(f"{prefix}{printed}"),
        range=None,
        listings=(Listing(revision, (row,)),),
    )


def stock_documents(shown: Atlas) -> list[dict[str, str]]:
    """Return what MkDocs' own search would index of the code pages of a plain site."""
    documents = []
    for code in (code for catalog in shown.catalogs.values() for code in catalog.codes):
        text = f"<p>{wording.plain(code)}</p> <p>{wording.state(code)}</p>"
        life = "".join(
            f"<tr><td>{one.revision.id}</td><td>{row.message}</td><td>{row.file}</td></tr>"
            for one in code.listings
            for row in one.rows
        )
        documents += [
            {"location": code.url, "title": code.code, "text": text},
            {
                "location": f"{code.url}#in-each-revision",
                "title": "In each revision",
                "text": f"<table><tbody>{life}</tbody></table>",
            },
        ]
    return documents
