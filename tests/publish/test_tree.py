"""Everything that is made: every path once, and a page for each code, in its provider's frame."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from macros.publish import shell
from macros.publish.site import Site
from macros.publish.tree import pages_of_codes, tree

if TYPE_CHECKING:
    from macros.atlas import Atlas
    from macros.publish.shell import Shell
    from macros.sources.provider import Provider

DATA = Path(__file__).resolve().parent.parent / "golden/data"


def test_everything_once(golden: Atlas) -> None:
    """The tree has all files of the site and a page for each code; each path stands once."""
    site = Site(golden, DATA, "https://atlas.example/")
    frame = shell.cut(f"{shell.TITLE}{shell.HEAD}{shell.BODY}", "main.html", None)
    made = list(tree(site, lambda _: frame))
    paths = [path for path, _ in made]
    assert len(paths) == len(set(paths))
    assert set(paths) == {
        *dict(site.files()),
        *(f"{code.url}index.html" for code in golden.codes),
    }


def test_pages_of_codes(golden: Atlas) -> None:
    """A code's page is its head and its body in the frame of its provider, drawn once."""
    asked = []

    def frame(provider: Provider) -> Shell:
        asked.append(provider.id)
        marks = f"{shell.ADDRESS}|{shell.TITLE}|{shell.HEAD}|{shell.BODY}"
        return shell.cut(f"{provider.id}|{marks}", "main.html", None)

    for url in ("", "https://atlas.example/"):
        asked.clear()
        site = Site(golden, DATA, url)
        made = dict(tree(site, frame))
        assert asked == list(golden.catalogs)
        for code in golden.codes:
            head = site.code_head(code)
            title, body = shell.title_of(code), site.code_page(code)
            page = f"{code.provider.id}|{code.address}|{title}|{head}|{body}"
            assert made[f"{code.url}index.html"] == page.encode()


def test_names_in_bodies(golden: Atlas) -> None:
    """What is loaded is named in the body of a code's page; its frame has the names already."""
    site = Site(golden, DATA, "https://atlas.example/")
    marks = f"{shell.ADDRESS}|{shell.TITLE}|{shell.HEAD}|{shell.BODY}"
    frame = shell.cut(f"pages/code.js|{marks}", "main.html", None)
    plain = dict(pages_of_codes(site, lambda _: frame))
    named = dict(
        pages_of_codes(site, lambda _: frame, named=lambda body: body.replace("code.js", "c.1.js"))
    )
    assert named.keys() == plain.keys()
    for path, page in plain.items():
        before, mark, rest = page.partition(b"|")
        assert named[path] == before + mark + rest.replace(b"pages/code.js", b"pages/c.1.js")
        assert named[path].count(b"c.1.js") == 1
