"""Codes that a document lists and nobody can read, and ranges: what the catalog knows of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from macros import addresses
from macros import atlas as whole
from macros.publish import wording
from macros.publish.html.environment import links_from
from macros.publish.site import Site
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

    from macros.catalog.model import Code

FIRST = invented.DOCUMENT
SECOND = FIRST.replace("| 101 | Dock is busy |", "| 101 | ~~Dock is busy~~ |")
SECOND += "| 105 | ~~Dock is gone~~ |\n| 110 ~ 119 | Dock is reserved |\n"
OPTIONS = """\
      ignore: ["10[15] [|].*"]
      unreadable: ["101", "105"]
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return the site of two documents, the second of which has two rows that nobody can read."""
    data = invented.write(tmp_path, FIRST, SECOND)
    file = data / "orbit" / "provider.yml"
    file.write_text(file.read_text("utf-8") + OPTIONS, encoding="utf-8")
    invented.classify(data)
    return Site(whole.load(data), data, "https://atlas.example/", "")


def _code(site: Site, address: str) -> Code:
    return site.atlas.catalogs["orbit"].by_address[address]


def test_status(site: Site) -> None:
    """A listed code that nobody can read is current, whether or not an older text is known."""
    before, new = _code(site, "101"), _code(site, "105")
    assert (before.status, before.readable, before.messages) == (
        "current",
        False,
        ("Dock is busy",),
    )
    assert (new.status, new.readable, new.messages) == ("current", False, ())
    assert new.meanings == ("Listed; its text cannot be read.",)
    assert new.new
    assert not before.new
    catalog = site.atlas.catalogs["orbit"]
    assert catalog.just_dropped == ()
    assert [catalog.listed(before.code_set, one) for one in catalog.provider.revisions] == [3, 5]


def test_changes(site: Site) -> None:
    """Of a code that nobody can read no change is told."""
    changed = {change.code.code for change in site.atlas.reviews["orbit"].changes}
    assert changed == {"110-119"}


def test_said(site: Site) -> None:
    """The page, its Markdown, its JSON and the catalog say that it is listed and cannot be read."""
    files = dict(site.files())
    for address, message in (("101", "Dock is busy"), ("105", "")):
        code = _code(site, address)
        page = site.code_page(code)
        assert "listed; its text cannot be read" in page
        assert "Nothing of its row" in wording.state(code)
        markdown = files[addresses.CODE_MARKDOWN(provider="orbit", code=address)]
        assert "- 2022-01-01 (newest): listed; its text cannot be read (" in str(markdown)
        shown = json.loads(files[addresses.API_CODE(provider="orbit", code=address)])
        assert shown["readable"] is False
        assert (shown["status"], shown["message"]) == ("current", message)
        assert shown["last_revision"] == "2022-01-01"
    table = site.parts["code_table"]("orbit", "api", links_from("orbit/"))
    assert table.count("ec-tag--unread") == 2
    assert "dropped" not in table


def test_range(site: Site) -> None:
    """A range has an entry and an address of its own, which the codes within it lead to."""
    entry = _code(site, "110-119")
    assert entry.ends == ("110", "119")
    assert entry.url == "orbit/110-119/"
    catalog = site.atlas.catalogs["orbit"]
    assert catalog.covering(entry.code_set, "115") is entry
    for other in ("109", "120", "-115", "E115"):
        assert catalog.covering(entry.code_set, other) is None
    assert "A range: all codes from 110 to 119" in site.code_page(entry)
    shown = json.loads(dict(site.files())[addresses.API_CODE(provider="orbit", code="110-119")])
    assert shown["covers"] == {"first": "110", "last": "119"}
    table = site.parts["code_table"]("orbit", "api", links_from("orbit/"))
    assert 'data-first="110" data-last="119"' in table


def test_read_again(tmp_path: Path) -> None:
    """A document in which the row is missing drops the code, as any other."""
    data = invented.write(tmp_path, FIRST, SECOND, FIRST.replace("| 101 | Dock is busy |\n", ""))
    file = data / "orbit" / "provider.yml"
    text = file.read_text("utf-8")
    place = text.index('  - id: "2023-01-01"')
    file.write_text(text[:place] + OPTIONS + text[place:], encoding="utf-8")
    invented.classify(data)
    atlas = whole.load(data)
    dropped = {code.code for code in atlas.catalogs["orbit"].just_dropped}
    assert dropped == {"101", "105", "110-119"}
    changes = atlas.reviews["orbit"].changes
    told = {
        change.code.code: change.kind.value for change in changes if change.after.id[:4] == "2023"
    }
    assert told == {"101": "dropped", "110-119": "dropped"}
