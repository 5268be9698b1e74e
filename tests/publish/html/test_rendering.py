"""Rendering: whatever a provider writes comes out as text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.catalog import load as catalog
from macros.catalog.model import Atlas
from macros.publish.html import rendering
from macros.review import discrepancies
from macros.review import load as review
from macros.review.conditions import Conditions
from macros.review.language import Language
from tests import invented, pages

if TYPE_CHECKING:
    from justhtml.dom import Node

    from macros.catalog.model import Code
    from macros.review.load import Review

UNKNOWN = Conditions((), {}, {}, {})
HURTFUL = [
    *("{{ 1 + 1 }}", "{% raw %}", "{#", "{: #x }", "|", "*a*", "_a_", "`code`", "# a", "--8<--"),
    *("<script>alert(1)</script>", "</td>", "</span></p></article>", "<!--", "]]>", "wzxhzdk:0"),
    *("&amp;", "&lt;", "&", "<", ">", '"', "'", "\\", "https://a.example/?b=c&d=e"),
    *("[a](b)", "![a](b)", "[^1]", "*[HTML]: a", ":smile:", "\ufeff", "\u202e"),
    *("مشغول", "码" * 40, "a" * 300),
]
LINE = st.lists(
    st.sampled_from(HURTFUL) | st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1),
    min_size=1,
    max_size=6,
).map(lambda pieces: " ".join(" ".join(pieces).split()))
MESSAGE = st.lists(LINE.filter(bool), min_size=1, max_size=3).map("\n".join)


@pytest.fixture(scope="module")
def orbit(tmp_path_factory: pytest.TempPathFactory) -> Review:
    """Return the review of the invented provider."""
    data = invented.write(tmp_path_factory.mktemp("sample"))
    return review.load(data, catalog.load(data))["orbit"]


@pytest.fixture(scope="module")
def sample(orbit: Review) -> Code:
    """Return a code of the invented provider."""
    return orbit.catalog.by_address["101"]


def _entry(orbit: Review, code: Code) -> Node:
    """Return a code's page, all findings about it included."""
    shown = replace(orbit, catalog=replace(orbit.catalog, codes=(code,)), twins=())
    shown = replace(shown, findings=discrepancies.find(shown.catalog, Language(frozenset())))
    return pages.parse(rendering.code(code, Atlas({"orbit": shown.catalog}), shown, UNKNOWN))


def _with(sample: Code, *messages: str) -> Code:
    listing = sample.listings[0]
    rows = tuple(replace(listing.rows[0], message=message) for message in messages)
    return replace(sample, listings=(replace(listing, rows=rows),))


@settings(deadline=None)
@given(message=MESSAGE)
def test_messages(orbit: Review, sample: Code, message: str) -> None:
    """A message on the catalog and on the code's page is the provider's, to the character."""
    code = _with(sample, message)
    table = pages.parse(rendering.table([code], orbit, UNKNOWN))
    assert pages.messages(table) == [message]
    assert list(pages.by_id(table)) == ["101"]
    entry = _entry(orbit, code)
    assert pages.messages(entry) == [message, message]
    assert not entry.query("script:not([src])")


@settings(deadline=None)
@given(message=MESSAGE)
def test_head(sample: Code, message: str) -> None:
    """The title and the tags by which links unfurl hold the message, in one line."""
    head = pages.parse(rendering.code_head(_with(sample, message), "https://atlas.example/o/101/"))
    title = f"Orbit 101: {' '.join(message.split())}"
    assert pages.text(head.query("title")[0]) == title
    properties = {
        (meta.attrs or {}).get("property"): (meta.attrs or {}).get("content")
        for meta in head.query("meta")
    }
    assert properties["og:title"] == title
    assert properties["og:url"] == "https://atlas.example/o/101/"
    assert properties["og:description"] == "Orbit Docks: Error codes, Docks. As of 2021-01-01."


def test_several_meanings(orbit: Review, sample: Code) -> None:
    """A code with several rows shows every meaning, wherever it appears."""
    code = _with(sample, "Dock is busy", "Dock is closed")
    table = pages.parse(rendering.table([code], orbit, UNKNOWN))
    assert pages.messages(table) == ["Dock is busy", "Dock is closed"]
    assert "2 rows" in pages.text(table)
    entry = _entry(orbit, code)
    assert pages.messages(entry) == ["Dock is busy", "Dock is closed"] * 2
    bar = (entry.query("[data-ec-copy]")[0].attrs or {})["data-plain"]
    assert bar == "Orbit 101: Dock is busy / Dock is closed"


def test_copied_texts_survive_markup(orbit: Review, sample: Code) -> None:
    """What the copy buttons put into the clipboard is the text itself, not its escaped form."""
    code = _with(sample, 'a < b & "c"')
    entry = _entry(orbit, code)
    attributes = entry.query("[data-ec-copy]")[0].attrs or {}
    assert attributes["data-code"] == "101"
    assert attributes["data-plain"] == 'Orbit 101: a < b & "c"'
    assert attributes["data-markdown"] == r'Orbit 101: a \< b \& "c"'
