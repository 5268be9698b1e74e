"""The real observations: our own sentences, and pages that can be looked up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from macros.sources.observations import Message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.atlas import Atlas
    from macros.catalog.catalog import Catalog

IN_A_ROW = 8  # so many words in a row are somebody's sentence


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'-]+", text.lower())


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _words(text)
    return {tuple(words[at : at + IN_A_ROW]) for at in range(len(words) - IN_A_ROW + 1)}


def _sentences(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the name of a code and each sentence of ours about it."""
    for code in catalog.codes:
        for _, statement in code.observed.observation.statements if code.observed else ():
            said = statement.model_dump(include={"text", "why", "tell", "do", "doubt"})
            for key, text in said.items():
                if text and not (isinstance(statement, Message) and key == "text"):
                    yield code.name, text


def test_runs() -> None:
    """Eight words in a row are found whatever stands between them; seven are not."""
    said = "The dock is shut, and nobody gets in today"
    assert _runs(said) & _runs("Sorry: the dock IS shut and nobody gets in")
    assert not _runs(said) & _runs("the dock is shut and nobody gets")


def test_our_own_words(atlas: Atlas, project: Path) -> None:
    """No sentence of ours has eight words in a row from a document of the provider."""
    for provider, catalog in atlas.catalogs.items():
        files = [project / "data" / provider / one.file for one in catalog.provider.revisions]
        theirs = set().union(*(_runs(file.read_text("utf-8")) for file in files))
        copied = [(name, text) for name, text in _sentences(catalog) if _runs(text) & theirs]
        assert copied == [], provider


def test_one_sentence(atlas: Atlas) -> None:
    """Each of our texts is a sentence: it begins with a capital and ends with a full stop."""
    for catalog in atlas.catalogs.values():
        odd = [
            (name, text)
            for name, text in _sentences(catalog)
            if not (text[0].isupper() or not text[0].isalpha()) or text[-1] not in ".?!"
        ]
        assert odd == []


def test_addresses(atlas: Atlas) -> None:
    """Each source is a page of a host, once, and none is of this machine or of a search engine."""
    for catalog in atlas.catalogs.values():
        urls = [source.url for source in catalog.observations.content.sources]
        assert len(set(urls)) == len(urls)
        for url in urls:
            parts = urlsplit(url)
            assert "." in (parts.hostname or ""), url
            assert not re.search(r"(?:^|\.)(?:google|bing|baidu)\.com$", parts.hostname or ""), url
            assert parts.path.strip("/") or parts.query, f"{url} is no page"
