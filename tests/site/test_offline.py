"""Copies of whole sites: nothing in them leads nowhere, and docsets know every code."""

from __future__ import annotations

import plistlib
import posixpath
import re
import sqlite3
import tarfile
import zipfile
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from macros.__main__ import main
from macros.publish.offline import Copy

if TYPE_CHECKING:
    from pathlib import Path

    from macros.atlas import Atlas

_LINK = re.compile(r'(?:href|src)="([^"]*)"')


def _copy(site: Path) -> dict[str, bytes]:
    paths = [path for path in site.rglob("*") if path.is_file()]
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}
    return dict(Copy(files, "2026-11-26").made())


@pytest.mark.parametrize("name", ["site", "invented_site"])
def test_links(name: str, request: pytest.FixtureRequest) -> None:
    """Each link of each page names a file of the copy, and each page says its day."""
    copy = _copy(request.getfixturevalue(name))
    lost = set()
    for path, content in copy.items():
        if not path.endswith(".html"):
            continue
        page = content.decode()
        assert page.count("A copy: what the atlas knew on 2026-11-26.") == 1, path
        for link in _LINK.findall(page):
            there = unquote(re.split("[?#]", unescape(link))[0])
            if there and not re.match("[a-z]+:", there):
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), there))
                if target not in copy:
                    lost.add((path, link))
    assert lost == set()


@pytest.fixture(scope="module")
def archives(project: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with what the command writes."""
    folder = tmp_path_factory.mktemp("archives")
    data, docs = project / "data", project / "docs"
    options = ["--data", str(data), "--docs", str(docs)]
    assert main(["offline", *options, str(site), str(folder / "made")]) == 0
    return folder / "made"


def test_docset(archives: Path, atlas: Atlas, tmp_path: Path) -> None:
    """Each code is an error that opens its page where it begins to speak of the code."""
    with tarfile.open(archives / "Error_Code_Atlas.tgz") as archive:
        archive.extractall(tmp_path, filter="data")
    resources = tmp_path / "Error_Code_Atlas.docset/Contents/Resources"
    told = plistlib.loads((resources.parent / "Info.plist").read_bytes())
    assert told["isDashDocset"] is True
    assert (resources / "Documents" / told["dashIndexFilePath"]).is_file()
    database = sqlite3.connect(resources / "docSet.dsidx")
    rows = database.execute("SELECT name, type, path FROM searchIndex").fetchall()
    database.close()
    errors = [(name, path) for name, kind, path in rows if kind == "Error"]
    assert {path.partition("#")[0] for _, path in errors} == {
        f"{code.url}index.html" for code in atlas.codes
    }
    assert {path: name for name, path in errors}["wechat/40029/index.html#ec:content"] == (
        "WeChat 40029: Invalid OAuth code"
    )
    for _, _, path in rows:
        file, _, ident = path.partition("#")
        page = (resources / "Documents" / file).read_text("utf-8")
        assert not ident or f'id="{ident}"' in page, path
    guides = {path for _, kind, path in rows if kind == "Guide"}
    assert {"index.html", "wechat/index.html", "compare/index.html"} <= guides


def test_the_same_again(archives: Path, project: Path, site: Path, tmp_path: Path) -> None:
    """The same site makes the same archives, dated by the data."""
    options = ["--data", str(project / "data"), "--docs", str(project / "docs")]
    assert main(["offline", *options, str(site), str(tmp_path)]) == 0
    names = sorted(path.name for path in archives.iterdir())
    assert names == ["Error_Code_Atlas.tgz", "error-code-atlas-2026-11-26.zip"]
    for name in names:
        assert (archives / name).read_bytes() == (tmp_path / name).read_bytes(), name
    with zipfile.ZipFile(archives / names[1]) as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(2026, 11, 26)}


def test_no_site(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that holds no built site is named, with what to do; nothing is written."""
    assert main(["offline", str(project / "docs"), str(tmp_path / "made")]) == 1
    assert "this is no built site of the atlas" in capsys.readouterr().err
    assert not (tmp_path / "made").exists()


def test_another_site(
    project: Path, invented_site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A site that was built of other data is refused: the docset would lead nowhere."""
    options = ["--data", str(project / "data"), "--docs", str(project / "docs")]
    assert main(["offline", *options, str(invented_site), str(tmp_path / "made")]) == 1
    assert "which the data has" in capsys.readouterr().err
    assert not (tmp_path / "made").exists()
