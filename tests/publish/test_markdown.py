"""Markdown twins: what a provider wrote is shown to the character, whatever it is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from macros.publish import markdown, markdown_code
from macros.publish.entry import entry_of
from tests import invented, pages

if TYPE_CHECKING:
    from pathlib import Path

    from macros.atlas import Atlas
    from macros.catalog.model import Code

SIGNS = [*"*_`[]()<>!&|~#+-.:\\{}1 ", "\n", "&amp;", "<b>", "http://a.example", "](x)", "![", "***"]


def _link(address: str) -> str:
    return f"https://a.example/{address}"


def _with(code: Code, message: str) -> Code:
    listing = code.listings[-1]
    rows = (replace(listing.rows[0], message=message),)
    return replace(code, listings=(replace(listing, rows=rows),))


@given(message=st.lists(st.sampled_from(SIGNS) | st.sampled_from("ab"), min_size=1).map("".join))
def test_messages(golden: Atlas, message: str) -> None:
    """A message read back from the rendered twin is the provider's own."""
    message = "\n".join(" ".join(line.split()) for line in message.split("\n")).strip() or "a"
    code = _with(golden.catalogs["orbit"].by_address["106"], message)
    html = MarkdownIt("commonmark").render(markdown_code.page(entry_of(golden, code), _link))
    shown = pages.parse(html)
    (item,) = (
        pages.text(one) for one in shown.query("li") if pages.text(one).startswith("Message: ")
    )
    assert item.removeprefix("Message: ") == message
    assert [one.name for one in shown.query("h1, h2")][:2] == ["h1", "h2"]


def test_for_language_models(golden: Atlas) -> None:
    """`llms.txt` has the form of llmstxt.org; `llms-full.txt` has every code with its messages."""
    text = markdown.llms(golden, _link)
    assert text.startswith("# ")
    assert text.splitlines()[2].startswith("> ")
    sections = text.split("\n## ")[1:]
    listed = [line for section in sections for line in section.splitlines()[1:] if line]
    assert all(re.match(r"- \[[^\]]+\]\(https://[^)]+\)", line) for line in listed)
    html = MarkdownIt("commonmark").render(markdown.llms_full(golden))
    told = [pages.text(one) for one in pages.parse(html).query("li")]
    assert len(told) == len(golden.codes)
    for line, code in zip(told, golden.codes, strict=True):
        assert line.startswith(f"{code.code}: {' / '.join(code.meanings)} ")


def test_limits_and_fields(tmp_path: Path) -> None:
    """A twin says the limits and the fields that the page says, with links to the others."""
    document = (
        f"{invented.TABLE}| 101 | For tugs, ship_name cannot exceed 40 letters |\n"
        "| 102 | No ship_name |\n| 103 | The deck exceeds 40% |\n"
    )
    atlas = invented.atlas(tmp_path, document)

    def lines(address: str) -> list[str]:
        code = atlas.code_at(address)
        assert code
        text = markdown_code.page(entry_of(atlas, code), _link)
        return [line for line in text.splitlines() if line.startswith(("- Limit", "- Field"))]

    assert lines("orbit/101/") == [
        "- Limit: at most 40 letters, ship_name (For tugs)",
        (
            "- Field: [ship_name](https://a.example/orbit/limits/#field:ship_name), also in"
            " [102](https://a.example/orbit/102/index.md)"
        ),
    ]
    assert lines("orbit/103/") == ["- Limit: at most 40%, deck"]
