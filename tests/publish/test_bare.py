"""The site without a theme: every page that is made, with links that lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros import __main__ as commands
from macros.publish import links
from macros.publish.bare import Bare
from macros.publish.site import Site
from tests import invented, pages

if TYPE_CHECKING:
    from macros.atlas import Atlas

DATA = Path(__file__).resolve().parent.parent / "golden/data"


@pytest.fixture(scope="module")
def made(golden: Atlas) -> dict[str, str | bytes]:
    """Return all files of the invented providers' site."""
    return dict(Bare(Site(golden, DATA, "https://atlas.example/")).files())


def _text(content: str | bytes) -> str:
    return content if isinstance(content, str) else content.decode()


def test_pages(golden: Atlas, made: dict[str, str | bytes]) -> None:
    """The home, each provider's pages and each code's have their title, styles and body."""
    names = {path for path in made if path.endswith("index.html")}
    of_a_provider = ("", "changes/", "limits/", "report/")
    assert names == {
        "index.html",
        *(f"{one}/{page}index.html" for one in golden.catalogs for page in of_a_provider),
        *(f"{code.url}index.html" for code in golden.codes),
    }
    code = pages.parse(_text(made["orbit/101/index.html"]))
    hrefs = [(one.attrs or {})["href"] for one in code.query("head link")]
    assert hrefs[0] == "https://atlas.example/orbit/101/"
    assert hrefs[-1] == "../../assets/css/atlas.css"
    assert pages.text(code.query("header span")[0]) == "Orbit 101"
    assert [pages.text(one) for one in code.query("main h1.ec-code")] == ["101"]
    assert pages.text(code.query("title")[0]).startswith("Orbit error 101: ")
    catalog = pages.parse(str(made["orbit/index.html"]))
    assert [pages.text(one) for one in catalog.query("title, header span")] == ["Orbit Docks"] * 2
    rows = [(row.attrs or {})["id"] for row in catalog.query(".ec-table tbody tr[id]")]
    assert rows == [code.anchor for code in golden.catalogs["orbit"].codes]


def test_headings(made: dict[str, str | bytes]) -> None:
    """A catalog has the headings that it has with a theme, at their anchors."""
    catalog = pages.parse(str(made["orbit/index.html"]))
    heads = [
        (one.name, (one.attrs or {})["id"], pages.text(one)) for one in catalog.query("h3[id]")
    ]
    assert heads[0] == ("h3", "range:api:0", "General 0\u20139")
    assert "_table(" not in pages.text(catalog.query("main")[0])


def test_links(tmp_path: Path, golden: Atlas) -> None:
    """Links between what is made lead somewhere; the others lead to hand-written pages alone."""
    for path, content in Bare(Site(golden, DATA)).files():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    ends = [re.findall('leads to "([^"]*)"', str(one))[0] for one in links.broken(tmp_path)]
    written = (
        "assets/",
        "changes/",
        "compare/",
        "discrepancies/",
        "how-sure/",
        "programs/",
        "sources/",
    )
    others = ("pasting/", "contributing/")
    assert [end for end in ends if not end.startswith((*written, *others))] == []


def test_without_an_address(golden: Atlas) -> None:
    """A site that does not know its address names none."""
    made = dict(Bare(Site(golden, DATA)).files())
    for path in ("orbit/index.html", "orbit/101/index.html"):
        assert "canonical" not in str(made[path])


def _write(folder: Path, *others: str) -> int:
    docs = commands._PROJECT / "docs"  # noqa: SLF001 - where the styles are
    return commands.main(["write", str(folder), "--data", str(DATA), "--docs", str(docs), *others])


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`write` writes a folder whole, styles and scripts included, and takes its own place again."""
    folder = tmp_path / "out"
    assert _write(folder, "--url", "https://atlas.example") == 0
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert capsys.readouterr().out == f"{folder}: {len(files)} files.\n"
    text = (folder / "orbit/101/index.html").read_text("utf-8")
    assert 'href="https://atlas.example/orbit/101/"' in text
    (sheet,) = re.findall(r'href="../../(assets/css/atlas\.[0-9a-f]{8}\.css)"', text)
    (script,) = re.findall(r'src="../../(assets/scripts/code\.[0-9a-f]{8}\.js)"', text)
    assert {sheet, script} <= {path.relative_to(folder).as_posix() for path in files}
    (folder / "left.txt").write_text("", encoding="utf-8")
    assert _write(folder) == 0
    assert not (folder / "left.txt").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_settings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`write` heeds the mkdocs.yml beside the data, as MkDocs does, and tells what is wrong."""
    data, docs = invented.write(tmp_path), tmp_path / "docs"
    docs.mkdir()
    command = ["write", str(tmp_path / "out"), "--data", str(data), "--docs", str(docs)]
    file = tmp_path / "mkdocs.yml"
    for text, single in (("site_name: A\n", True), ("extra: {atlas: {single_files: 2}}\n", False)):
        file.write_text(text, encoding="utf-8")
        assert commands.main(command) == 0
        assert (tmp_path / "out/orbit/101/index.md").is_file() == single
        assert (tmp_path / "out/orbit/101/index.html").is_file()
    capsys.readouterr()
    file.write_text("extra: {atlas: {single_files: two}}\n", encoding="utf-8")
    assert commands.main(command) == 1
    said = capsys.readouterr().err
    assert '\nmkdocs.yml:1: extra.atlas.single_files: "two" is not allowed here. Expected:' in said


def test_somebody_elses_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`write` takes no folder that holds something else, and no file."""
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert _write(tmp_path) == 1
    assert "holds something else than a site of the atlas. Name an" in capsys.readouterr().err
    assert _write(tmp_path / "mine.txt") == 1
    assert "this is a file, not a folder." in capsys.readouterr().err
    assert [path.read_text("utf-8") for path in tmp_path.iterdir()] == ["mine"]
