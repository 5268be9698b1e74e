"""Links that lead nowhere are told, with file and line; near misses are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.publish import links

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://atlas.example/sub/"
PAGES = {
    "index.html": '<h1 id="top">Home</h1>',
    "orbit/index.html": '<p id="-101"></p><p id="a&amp;b"></p>',
    "orbit/101/index.html": "",
    "404.html": "",
    "assets/a b.css": "",
    "feed.xml": "",
    "packs/3.md": '<a id="orbit/101"></a>',
}


def _broken(folder: Path, page: str, link: str, url: str = URL) -> list[str]:
    for path, text in {**PAGES, page: PAGES.get(page, "") + f"\n<p>\n{link}\n"}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return [str(problem) for problem in links.broken(folder, url, "built")]


@pytest.mark.parametrize(
    "link",
    [
        '<a href="../">',
        '<a href="..">',
        '<a href="../.">',
        '<a href="../?code=5">',
        '<a href="../#-101">',
        '<a href="../#a%26b">',
        '<a href="../#a&amp;b">',
        '<a href="../..">',
        '<a href="../../#top">',
        '<a href="../../index.html#top">',
        '<a href="">',
        '<a href=".">',
        '<a href="./">',
        '<a href="?q=1">',
        '<link rel="stylesheet" href="../../assets/a%20b.css">',
        '<a href="/sub/orbit/#-101">',
        '<a href="/sub/">',
        f'<a href="{URL}orbit/101/">',
        '<a href="https://other.example/none">',
        '<a href="//other.example/none">',
        '<a href="mailto:dock@orbit.example">',
        '<img src="data:image/png;base64,AAAA">',
        '<a href="../../feed.xml#any">',
        '<a href="../../packs/3.md#orbit/101">',
        '<p data-href="../../none">',
        "&lt;a href=&#34;../../none&#34;&gt;",
    ],
)
def test_sound(tmp_path: Path, link: str) -> None:
    """What leads to a file and an id, or away from the site, is no problem."""
    assert _broken(tmp_path, "orbit/101/index.html", link) == []


@pytest.mark.parametrize(
    ("link", "says"),
    [
        ('<a href="../102/">', 'leads to "orbit/102/index.html", which is not there'),
        ('<a href="../102">', 'leads to "orbit/102", which is not there'),
        ('<a href="../../none.css">', 'leads to "none.css", which is not there'),
        ('<link href="none.css">', 'leads to "orbit/101/none.css", which is not there'),
        ('<script\n src="none.js">', 'leads to "orbit/101/none.js", which is not there'),
        ('<form action="../none/">', 'leads to "orbit/none/index.html", which is not there'),
        ('<a href="/sub/none">', 'leads to "none", which is not there'),
        (f'<a href="{URL}none/">', 'leads to "none/index.html", which is not there'),
        ('<a href="../#101">', 'leads to "101" in "orbit/index.html", which has no such id'),
        (
            '<a href="../../packs/3.md#orbit/102">',
            'leads to "orbit/102" in "packs/3.md", which has no such id',
        ),
        ('<a href="#top">', 'leads to "top" in "orbit/101/index.html", which has no such id'),
        ('<a href="../../../x">', 'leads to "x", which is not there'),
    ],
)
def test_broken(tmp_path: Path, link: str, says: str) -> None:
    """A link without an end is told with file and line, and what its end would be."""
    line = 4 if "\n" in link else 3
    place = f"built/orbit/101/index.html:{line}"
    (problem,) = _broken(tmp_path, "orbit/101/index.html", link)
    assert problem == f"{place}: a link {says}. Mend the link, or what should be at its end."


def test_on_the_way(tmp_path: Path) -> None:
    """A page at the root that is shown at any depth links from the root of the host."""
    assert _broken(tmp_path, "404.html", '<a href="/sub/orbit/">') == []
    assert _broken(tmp_path, "404.html", '<a href="/orbit/">', "") == []


def test_once_for_many(tmp_path: Path) -> None:
    """A link that several pages have is told once, with how many more have it."""
    for code in ("102", "103"):
        folder = tmp_path / "orbit" / code
        folder.mkdir(parents=True)
        text = '<a href="../7/"><a href="../7/"><a href="../../orbit/7/">'
        (folder / "index.html").write_text(text, encoding="utf-8")
    (problem,) = _broken(tmp_path, "orbit/101/index.html", '<a href="../7/">')
    assert problem.startswith("built/orbit/101/index.html:3: a link ")
    assert "is not there. The same link is in 2 more files. Mend" in problem


@pytest.mark.parametrize("name", ["api/v1/orbit.json", "orbit/101/index.md", "llms.txt", "f.xml"])
def test_other_files(tmp_path: Path, name: str) -> None:
    """In JSON, Markdown, lists and feeds, each address of the site is looked at."""
    sound = (
        f'"{URL}orbit/#-101" ({URL}feed.xml) {URL}api/v1/{{provider}}.json https://atlas.example/'
    )
    assert _broken(tmp_path, name, sound) == []
    (problem,) = _broken(tmp_path, name, f'{sound}\n"{URL}orbit/102/"')
    assert problem.startswith(f'built/{name}:4: a link leads to "orbit/102/index.html"')
    assert _broken(tmp_path, name, f'"{URL}orbit/102/"', "") == []


@pytest.mark.parametrize("name", ["sources/orbit/r1.txt", "api/v1/openapi.json"])
def test_words_of_others(tmp_path: Path, name: str) -> None:
    """A provider's document may name any address, and a description gives examples."""
    assert _broken(tmp_path, name, f'"{URL}none/"') == []


def test_rows_on_the_parts_of_a_catalog(tmp_path: Path) -> None:
    """An overview without room for all codes leads to the rows on its parts, and to no others."""
    part = tmp_path / "orbit/part/100-199/index.html"
    part.parent.mkdir(parents=True)
    part.write_text('<tr id="101"></tr>', encoding="utf-8")
    overview = '<div data-ec-parts="100-199"></div>'
    (tmp_path / "orbit/index.html").write_text(overview, encoding="utf-8")
    page = tmp_path / "index.html"
    page.write_text('<a href="orbit/#101">\n<a href="orbit/#102">\n', encoding="utf-8")
    (problem,) = links.broken(tmp_path)
    assert (problem.line, problem.what) == (
        2,
        'a link leads to "102" in "orbit/index.html", which has no such id.',
    )
    (tmp_path / "orbit/index.html").write_text("<div></div>", encoding="utf-8")
    assert len(list(links.broken(tmp_path))) == 2
