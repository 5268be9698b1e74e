"""Whatever a document's layout: it is read as it is meant, or something is asked or refused."""

from __future__ import annotations

import os
from collections import Counter

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document
from macros.texts import one_line
from tests.maintain.layouts import LAYOUTS, Made, make

# `EXAMPLES=fuzz` tries many more: which documents these are says the seed.
SEEDS = range(400 if os.environ.get("EXAMPLES") == "fuzz" else 12)
# Each can be read in one way alone, and is asked about by nobody.
PLAIN = (
    "data-json_items data-json_keys data-toml data-yaml source-protobuf source-rust"
    " tables-list_table tables-simple tables-boxed"
).split()


def _read(made: Made) -> tuple[bool, list[tuple[str, str]]]:
    """Return whether nothing is asked of a document, and what is read of it."""
    found = sniff.sniff(Document(made.file, made.text))
    if found is None:
        return False, []
    rows = [(row.code, _plain(row.message)) for row in found.reading.rows]
    return found.reading.is_whole, rows


def _plain(text: str) -> str:
    """Return a text as pages in Markdown and in HTML both show it."""
    return one_line(text.replace("`", ""))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_never_silently_wrong(layout: str) -> None:
    """What is accepted without a question has each code once, with its text, and nothing else."""
    wrong = {}
    for seed in SEEDS:
        made = make(layout, seed)
        is_whole, rows = _read(made)
        meant = {code: _plain(text) for code, text in made.codes.items()}
        if is_whole and (dict(rows) != meant or len(rows) != len(meant)):
            wrong[seed] = sorted(Counter(rows).keys() ^ meant.items())[:3]
    assert wrong == {}


@pytest.mark.parametrize("layout", PLAIN)
def test_nothing_asked(layout: str) -> None:
    """A list that stands alone in a plain layout is read whole, and nothing is asked."""
    for seed in SEEDS:
        made = make(layout, seed, alone=True)
        meant = [(code, _plain(text)) for code, text in made.codes.items()]
        assert (seed, *_read(made)) == (seed, True, meant)
