"""Generated pages: front matter, headings and calls, and not a word of a provider's."""

from __future__ import annotations

import html
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import yaml

from macros.publish import contents, pages
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

    from macros.atlas import Atlas


def test_every_page(golden: Atlas) -> None:
    """Each provider has a catalog, changes, limits and a report; a code's page is none of these."""
    made = {page.path: page.text for page in pages.generated(golden)}
    assert set(made) == {
        *("harbour/index.md", "harbour/changes.md", "harbour/limits.md", "harbour/report.md"),
        *("orbit/index.md", "orbit/changes.md", "orbit/limits.md", "orbit/report.md"),
    }
    messages = [message for code in golden.codes for message in code.messages]
    text = "".join(made.values())
    assert [message for message in messages if message in text and message != "Docked"] == []


def test_front_matter(golden: Atlas) -> None:
    """Pages of a provider show no list of pages, and only our own search finds them."""
    orbit = golden.catalogs["orbit"]
    assert pages.changes_text(orbit).startswith(
        '---\ntitle: "Orbit Docks: changes"\n'
        'description: "What changed in the error codes of Orbit Docks: '
        'what breaks clients first."\n'
        "hide: [navigation, toc]\nsearch: {exclude: true}\n---\n\n{{ changes_page"
    )
    assert pages.limits_text(orbit) == (
        '---\ntitle: "Orbit Docks: limits and fields"\n'
        'description: "The limits and fields that the error messages of Orbit Docks name."\n'
        "hide: [navigation, toc]\n"
        'search: {exclude: true}\n---\n\n{{ limits_page("orbit") }}\n'
    )


def test_any_name(golden: Atlas) -> None:
    """A name in any script, of letters beyond 16 bits and with quotes, is the page's title."""
    catalog = golden.catalogs["harbour"]
    for name in ("부두", "Tor 🚢", 'The "Dock"'):
        provider = catalog.provider.model_copy(update={"product": name, "name": name})
        named = replace(catalog, provider=provider)
        titles = [
            yaml.safe_load(text.split("---")[1])["title"]
            for text in (
                pages.catalog_text(named),
                pages.changes_text(named),
                pages.report_text(named),
            )
        ]
        assert titles == [name, f"{name}: changes", f"{name}: for the provider"]


def test_calls(golden: Atlas) -> None:
    """A catalog calls for its head, for each code set with its table, and for its foot."""
    text = pages.catalog_text(golden.catalogs["orbit"])
    assert text.split("---\n")[2].split() == [
        *("{{", 'catalog_page("orbit")', "}}"),
        *("{{", 'code_set("orbit",', '"api")', "}}", "{{", 'code_table("orbit",', '"api")', "}}"),
        *("{{", 'code_set("orbit",', '"mail")', "}}", "{{", 'code_table("orbit",', '"mail")', "}}"),
        *("{{", 'catalog_end("orbit")', "}}"),
    ]
    assert yaml.safe_load(text.split("---")[1])["contents"] == "Ranges"


def test_sections(golden: Atlas) -> None:
    """A section is a run of codes with the same range, in order."""
    orbit = golden.catalogs["orbit"]
    api, mail = orbit.provider.code_sets
    sections = orbit.sections(api)
    assert [[code.code for code in section] for section in sections][:2] == [
        ["0", "7"],
        ["101", "-101", "102", "103", "104", "105"],
    ]
    assert [code for section in sections for code in section] == list(orbit.of(api))
    assert [code.code for code in orbit.sections(mail)[0]] == ["101", "105", "201", "202"]
    assert replace(orbit, codes=()).sections(api) == []


SECTIONS = """\
# Errors

## {{ a.b }} <b>Docks</b> & *ships* [a](b) {: #x } ~~c~~ `d` _e_

| Code | Meaning |
|---|---|
| 101 | Dock is busy |
| 102 | Dock is shut |

## Ships

| Code | Meaning |
|---|---|
| 201 | Ship is late |
"""


def test_headings_of_the_document(tmp_path: Path) -> None:
    """Where no range is titled, codes stand below the document's headings, which are but text."""
    provider = invented.PROVIDER.split("    ranges:")[0] + "revisions:\n"
    held = invented.atlas(tmp_path, SECTIONS, provider=provider).catalogs["orbit"]
    listings = held.sections(held.provider.code_sets[0])
    assert [[code.code for code in listed] for listed in listings] == [["101", "102"], ["201"]]
    first, second = contents.of_catalog(held)
    assert second == contents.Heading("Ships", "range:api:201", 2)
    assert (first.title, first.anchor) == (listings[0][0].section, "range:api:101")
    assert "{{ a.b }} <b>Docks</b>" in first.title
    # The list beside the page is HTML.
    (name, _) = (entry["name"] for entry in contents.listed([first, second]))
    assert html.unescape(name) == first.title
    assert not set("<>") & set(name)
    assert "Docks</b>" not in pages.catalog_text(held)


def test_headings_that_do_not_part_the_codes(tmp_path: Path) -> None:
    """Headings whose codes are mixed in the order of codes part nothing."""
    provider = invented.PROVIDER.split("    ranges:")[0] + "revisions:\n"
    mixed = SECTIONS.replace("| 102 |", "| 302 |")
    held = invented.atlas(tmp_path, mixed, provider=provider).catalogs["orbit"]
    (listed,) = held.sections(held.provider.code_sets[0])
    assert [code.code for code in listed] == ["101", "201", "302"]
    assert [one.title for one in contents.of_catalog(held)] == ["Error codes"]


def test_figures() -> None:
    """A table of Markdown is in a box that keys scroll; one with a class is left alone."""
    table = "<table>\n<thead><tr><th>a</th></tr></thead><tr><td>1</td></tr></table>"
    scoped = table.replace("<th>", '<th scope="col">')
    scroller = '<div class="ec-scroll" role="group" aria-label="Table" tabindex="0">'
    box = f'{scroller}<table class="ec-figures">{scoped[7:]}</div>'
    assert pages.with_figures(f"<p>a</p>{table}b{table}") == f"<p>a</p>{box}b{box}"
    assert pages.with_figures('<table class="a"></table>') == '<table class="a"></table>'


def test_parts_take_the_places_of_their_marks() -> None:
    """What a macro made stands where its mark is, its unsearched section a step later, and once."""
    parts = pages.Parts()
    section = "<section data-search-exclude>\n<p>rows</p></section>"
    mark = parts.marked(lambda text: f"<h2>{text}</h2>{section}")
    first, second = mark("Docks"), mark("Ships")
    assert "Docks" not in first
    once = parts.put_into(f"<main>{second}{first}</main>")
    assert "<h2>Ships</h2>" in once
    assert "rows" not in once
    assert parts.put_into(once) == (f"<main><h2>Ships</h2>{section}<h2>Docks</h2>{section}</main>")
    with pytest.raises(KeyError):
        parts.put_into(first)


def test_descriptions(golden: Atlas) -> None:
    """Each generated page says what it is, in its head, where no text of a provider is markup."""
    catalog = golden.catalogs["orbit"]
    hurtful = 'Docks" onload="x <b>\nfor all'
    provider = catalog.provider.model_copy(update={"about": hurtful, "product": 'A"<b>'})
    for text, begin in (
        (
            pages.catalog_text,
            f"{len(catalog.current)} error codes, what each means",
        ),
        (pages.changes_text, "What changed in the error codes of A&#34;&lt;b&gt;"),
        (pages.limits_text, "The limits and fields"),
        (pages.report_text, "Possible mistakes in the error codes of A&#34;"),
    ):
        front = yaml.safe_load(text(replace(catalog, provider=provider)).split("---\n")[1])
        assert front["description"].startswith(begin)
        assert not set('<>"\n') & set(front["description"])
