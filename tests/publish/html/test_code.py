"""Pages of codes: whatever a provider writes comes out as text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from macros.atlas import Atlas
from macros.publish import wording
from macros.publish.answer import shortened
from macros.publish.contents import Group
from macros.publish.entry import entry_of
from macros.publish.html import catalog as catalog_html
from macros.publish.html import code as code_html
from macros.publish.html.environment import links_from
from macros.review import discrepancies
from macros.review.language import Language
from tests import invented, pages

if TYPE_CHECKING:
    from pathlib import Path

    from justhtml.dom import Node

    from macros.catalog.model import Code

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


def _sample(golden: Atlas, *messages: str) -> Code:
    """Return a code with one listing, with a row for each message."""
    code = golden.catalogs["orbit"].by_address["102"]
    listing = code.listings[-1]
    rows = tuple(replace(listing.rows[0], message=message) for message in messages)
    return replace(code, listings=(replace(listing, rows=rows),))


def _alone(golden: Atlas, code: Code) -> Atlas:
    """Return an atlas of one code, with all findings about it."""
    catalog = replace(golden.catalogs["orbit"], codes=(code,))
    findings = discrepancies.find(catalog, Language(frozenset()))
    review = replace(
        golden.reviews["orbit"], catalog=catalog, changes=(), findings=findings, twins=()
    )
    return Atlas({"orbit": catalog}, {"orbit": review}, golden.conditions)


def _page(golden: Atlas, code: Code) -> Node:
    return pages.parse(code_html.page(entry_of(_alone(golden, code), code)))


def _table(golden: Atlas, code: Code) -> Node:
    alone = _alone(golden, code)
    groups = [Group((), (code,))]
    return pages.parse(
        catalog_html.table(alone, alone.catalogs["orbit"], groups, links_from("orbit/"))
    )


@given(message=MESSAGE)
def test_messages(golden: Atlas, message: str) -> None:
    """A message on the catalog and on the code's page is the provider's, to the character."""
    code = _sample(golden, message)
    table = _table(golden, code)
    assert pages.messages(table) == [message]
    assert list(pages.by_id(table)) == ["102"]
    entry = _page(golden, code)
    assert pages.messages(entry) == [message, message]
    assert not entry.query("script:not([src])")


def _head(golden: Atlas, message: str, site_url: str) -> Node:
    code = _sample(golden, message)
    return pages.parse(code_html.head(code_html.head_of(_alone(golden, code), code, site_url)))


def _tags(head: Node) -> dict[str, str]:
    """Return what the tags of a head say, by their names."""
    tags = [meta.attrs or {} for meta in head.query("meta")]
    return {str(tag.get("property") or tag["name"]): str(tag["content"]) for tag in tags}


@given(message=MESSAGE)
def test_head(golden: Atlas, message: str) -> None:
    """The title and the tags by which links unfurl hold the message, in one line."""
    head = _head(golden, message, "https://atlas.example/")
    said = " ".join(message.split())
    assert pages.text(head.query("title")[0]) == shortened(f"Orbit error 102: {said}", 70)
    tags = _tags(head)
    means = "Dock busy. Retry in a few seconds, backing off. As of 2023-01-01."
    assert tags["description"] == f"Orbit 102: {means}"
    assert tags["og:title"] == shortened(f"Orbit 102: {said}", 70)
    assert tags["og:description"] == means
    assert tags["og:url"] == "https://atlas.example/orbit/102/"
    assert tags["og:image"] == "https://atlas.example/assets/cards/orbit.png"
    assert tags["twitter:card"] == "summary_large_image"


def test_head_without_an_address(golden: Atlas) -> None:
    """Where the site does not know its address, nothing is said that would need it."""
    assert set(_tags(_head(golden, "Dock is busy", ""))) == {"description"}


def test_a_long_title_is_cut(golden: Atlas) -> None:
    """A title ends between words, within what a search engine shows."""
    head = _head(golden, "Dock is busy with a freighter that nobody has told of before now", "")
    title = pages.text(head.query("title")[0])
    assert title == "Orbit error 102: Dock is busy with a freighter that nobody has told…"


def test_several_meanings(golden: Atlas) -> None:
    """A code with several rows shows every meaning, wherever it appears."""
    code = _sample(golden, "Dock is busy", "Dock is closed")
    table = _table(golden, code)
    assert pages.messages(table) == ["Dock is busy", "Dock is closed"]
    assert "2 meanings" in pages.text(table)
    entry = _page(golden, code)
    assert pages.messages(entry) == ["Dock is busy", "Dock is closed"] * 2
    bar = (entry.query("[data-ec-copy]")[0].attrs or {})["data-plain"]
    assert bar == "Orbit 102: Dock is busy / Dock is closed"


def test_copied_texts_survive_markup(golden: Atlas) -> None:
    """What the copy buttons put into the clipboard is the text itself, not its escaped form."""
    entry = _page(golden, _sample(golden, 'a < b & "c"'))
    attributes = entry.query("[data-ec-copy]")[0].attrs or {}
    assert attributes["data-code"] == "102"
    assert attributes["data-plain"] == 'Orbit 102: a < b & "c"'
    assert (attributes["data-says"] or "").startswith("Dock busy: ")


def test_report(golden: Atlas) -> None:
    """Where the project has a tracker, a report opens there; else its text can be copied."""
    entry = entry_of(golden, golden.catalogs["orbit"].by_address["101"])
    with_tracker = pages.parse(code_html.page(entry, "https://code.example/atlas/"))
    (link,) = with_tracker.query("[data-ec-report]")
    address = (link.attrs or {})["href"] or ""
    assert address.startswith(
        "https://code.example/atlas/issues/new?title=Mistake%20in%20Orbit%20101&body="
    )
    assert "data/orbit/2021-01-01.md%2C%20line%207" in address
    assert not with_tracker.query('[data-copy="report"]')
    without = pages.parse(code_html.page(entry))
    assert without.query('[data-copy="report"]')
    assert not without.query("[data-ec-report]")


def _said(folder: Path, count: int = 1) -> list[str]:
    rows = "".join(f"| {code} | No shipName |\n" for code in range(103, 103 + count))
    document = (
        f"{invented.TABLE}| 101 | For tugs, shipName cannot exceed 40 letters, deckName 9 |\n"
        f"| 102 | The deck exceeds 40% |\n{rows}"
    )
    atlas = invented.atlas(folder, document)
    code = atlas.code_at("orbit/101/")
    assert code
    page = pages.parse(code_html.page(entry_of(atlas, code)))
    facts = [" ".join(pages.text(one).split()) for one in page.query("aside dl > div")]
    return [fact for fact in facts if fact.startswith(("Limit", "Field"))]


def test_limits_and_fields(tmp_path: Path) -> None:
    """A code's page says its limits, and its fields with the other codes on each."""
    assert _said(tmp_path) == [
        "Limitat most 40 letters, shipName (For tugs)",
        "FielddeckName",
        "FieldshipName, also in 103",
    ]


def test_many_codes_on_a_field(tmp_path: Path) -> None:
    """Of many other codes the first stand there, and how many more there are."""
    most = wording.MOST_ON_FIELD
    named = ", ".join(str(code) for code in range(103, 103 + most))
    assert _said(tmp_path / "a", most)[-1] == f"FieldshipName, also in {named}"
    assert _said(tmp_path / "b", most + 2)[-1] == f"FieldshipName, also in {named} and 2 more"


def test_neither_limits_nor_fields(golden: Atlas) -> None:
    """A code whose message names neither has no line for them."""
    page = pages.text(_page(golden, _sample(golden, "Dock is busy")))
    assert "Limit" not in page
    assert "Field" not in page
