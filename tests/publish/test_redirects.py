"""Where the host sends addresses at which there is no file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.publish import parts, redirects
from tests import host

if TYPE_CHECKING:
    from pathlib import Path

    from macros.atlas import Atlas

URL = "https://atlas.example/"
# address -> where it leads, seen from the root
LEAD = {
    "/orbital": "orbit/",
    "/orbital/": "orbit/",
    "/orbital/-101": "orbit/-101/",
    "/orbital/-101/": "orbit/-101/",
    "/orbital/changes": "orbit/changes/",
    "/orbital/feed.xml": "orbit/feed.xml",
    "/orbital/-101/index.md": "orbit/-101/index.md",
    "/orbit-docks/report/index.md": "orbit/report/index.md",
}


def rules(atlas: Atlas, folder: Path, url: str) -> host.Rules:
    """Return the rules as a host reads them, of catalogs that are one page each."""
    cut = {ident: parts.cut(catalog) for ident, catalog in atlas.catalogs.items()}
    (folder / "_redirects").write_text(redirects.file(atlas, cut, url), encoding="utf-8")
    return host.rules(folder)


def test_other_names(golden: Atlas, tmp_path: Path) -> None:
    """Another name leads to what the true one has in one step: pages, with a slash, and files."""
    for root in ("/", URL):
        read = rules(golden, tmp_path, root.removeprefix("/"))
        for address, there in LEAD.items():
            assert read.redirect_of(address) == (f"{root}{there}", 301)


def test_no_circle(golden: Atlas, tmp_path: Path) -> None:
    """Where a rule leads, no rule is for, and names in other letters are none of a rule's."""
    read = rules(golden, tmp_path, "")
    for there in LEAD.values():
        assert read.redirect_of(f"/{there}") is None
    places = {one.place.split("/")[1].lower() for one in read.redirects}
    assert not places & set(golden.catalogs)


def test_few_rules(golden: Atlas, tmp_path: Path) -> None:
    """A name has three rules, however many codes there are."""
    names = sum(len(provider.aliases_in_paths) for provider in golden.providers)
    told = [one for one in rules(golden, tmp_path, URL).redirects if one.status == 301]
    assert len(told) == 3 * names
    assert all(one.to.startswith(URL) for one in told)
