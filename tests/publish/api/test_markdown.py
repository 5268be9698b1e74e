"""Markdown twins: what a provider wrote is shown to the character, whatever it is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from macros.catalog import load as catalog
from macros.publish.api import Facts, markdown
from macros.review import conditions
from macros.review import load as review
from tests import invented, pages

if TYPE_CHECKING:
    from pathlib import Path

    from macros.catalog.model import Atlas, Code

SIGNS = [*"*_`[]()<>!&|~#+-.:\\{}1 ", "\n", "&amp;", "<b>", "http://a.example", "](x)", "![", "***"]


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """Return the facts of the invented provider."""
    data = invented.write(tmp_path_factory.mktemp("sample"))
    atlas = catalog.load(data)
    return Facts(
        atlas, review.load(data, atlas), conditions.load(data, atlas), "https://a.example/"
    )


def _with(code: Code, message: str) -> Code:
    listing = code.listings[0]
    rows = (replace(listing.rows[0], message=message),)
    return replace(code, listings=(replace(listing, rows=rows),))


@settings(deadline=None)
@given(message=st.lists(st.sampled_from(SIGNS) | st.sampled_from("ab"), min_size=1).map("".join))
def test_messages(facts: Facts, message: str) -> None:
    """A message read back from the rendered twin is the provider's own."""
    message = "\n".join(" ".join(line.split()) for line in message.split("\n")).strip() or "a"
    code = _with(facts.atlas.catalogs["orbit"].by_address["101"], message)
    html = MarkdownIt("commonmark").render(markdown.code_page(facts, code))
    shown = pages.parse(html)
    (item,) = (
        pages.text(one) for one in shown.query("li") if pages.text(one).startswith("Message: ")
    )
    assert item.removeprefix("Message: ") == message
    assert [one.name for one in shown.query("h1, h2")] == ["h1", "h2"]


def test_a_dropped_code(facts: Facts) -> None:
    """The twin says what the page says: the state, the place, the revisions."""
    text = markdown.code_page(facts, facts.atlas.catalogs["orbit"].by_address["-101"])
    assert "- Message: Dock is closed\n" in text
    assert "- As of 2021-01-01." in text
    assert "- 2021-01-01: Dock is closed (data/orbit/2021-01-01.md, line 7)" in text
    assert "[Orbit 101](https://a.example/orbit/101/index.md): Dock is busy" in text


def test_for_language_models(site: Path, atlas: Atlas) -> None:
    """`llms.txt` has the form of llmstxt.org; `llms-full.txt` has every code with its messages."""
    lines = (site / "llms.txt").read_text("utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert lines[2].startswith("> ")
    sections = "\n".join(lines).split("\n## ")[1:]
    listed = [line for section in sections for line in section.splitlines()[1:] if line]
    assert all(re.match(r"- \[[^\]]+\]\(https://[^)]+\)", line) for line in listed)
    html = MarkdownIt("commonmark").render((site / "llms-full.txt").read_text("utf-8"))
    told = [pages.text(one) for one in pages.parse(html).query("li")]
    codes = [code for one in atlas.catalogs.values() for code in one.codes]
    assert len(told) == len(codes)
    for line, code in zip(told, codes, strict=True):
        assert line.startswith(f"{code.code}: {' / '.join(code.messages)} ")
