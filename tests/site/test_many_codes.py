"""A site with more codes than have files of their own: built, checked, served and looked up in."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest

from macros import addresses
from tests import invented, pages
from tests.conftest import SITE_URL, run_mkdocs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Errors with names, unlike those of our providers; one has signs that no path takes.
NAMES = ["AccessDenied", "invalid_grant", "ns/Throttled", "constructor", "sub.Code-7", "10"]
RANGES = re.compile("    ranges:\n.*\n")


def _project(folder: Path, most: str) -> None:
    invented.link_project(folder)
    (folder / "mkdocs.yml").unlink()
    text = (invented.PROJECT / "mkdocs.yml").read_text("utf-8")
    assert "single_files: 5000\n" in text
    text = text.replace("single_files: 5000\n", f"single_files: {most}\n")
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    invented.write(folder)
    cloud = invented.PROVIDER.replace("orbital", "skies").replace("Orbit", "Cloud")
    cloud = cloud.replace("integer", "string").replace('{"code": 101', '{"code": "AccessDenied"')
    cloud = RANGES.sub('    addresses: {"ns/Throttled": throttled}\n', cloud)
    rows = "".join(f"| {name} | Of {name} |\n" for name in ["0", *NAMES])
    document = invented.TABLE + rows
    invented.write(folder, document, ident="cloud", provider=cloud, pattern="[^ |]+")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site where at most three codes have files of their own."""
    folder = tmp_path_factory.mktemp("many")
    _project(folder, "3")
    run_mkdocs(folder, "build", "--strict", SITE_URL=SITE_URL)
    return folder / "site"


@pytest.fixture(scope="module")
def address(many: Path, serve: Callable[[Path], str]) -> str:
    """Return the address of that site, without a slash."""
    return serve(many)


def test_files(many: Path) -> None:
    """Of each code there is a page, and no other file."""
    of_codes = {
        path.relative_to(many).as_posix()
        for folder in ("orbit", "cloud", "api/v1/orbit", "api/v1/cloud")
        for path in (many / folder).rglob("*")
        if path.is_file()
    }
    codes = [*("orbit/0", "orbit/101", "orbit/-101"), *(f"cloud/{name}" for name in _segments())]
    pages_of_providers = {
        f"{provider}/{page}"
        for provider in ("orbit", "cloud")
        for page in (
            *("index.html", "changes/index.html", "limits/index.html", "report/index.html"),
            *("report/index.md", "feed.xml"),
        )
    }
    assert of_codes == {f"{code}/index.html" for code in codes} | pages_of_providers
    for folder, kind in (("codes", "json"), ("markdown", "md")):
        names = sorted(path.name for path in (many / "api/v1" / folder).iterdir())
        assert names == [f"{digit}.{kind}" for digit in "0123456789abcdef"]


def _segments() -> list[str]:
    return ["0", *("throttled" if "/" in name else name.lower() for name in NAMES)]


def test_links_of_a_page(many: Path, address: str) -> None:
    """From its page one request leads to a code's JSON, and one to its Markdown."""
    for segment in _segments():
        page = pages.parse((many / "cloud" / segment / "index.html").read_text("utf-8"))
        links = {
            (one.attrs or {})["type"]: str((one.attrs or {})["href"])
            for one in page.query("link")
            if "type" in (one.attrs or {}) and "alternate" in str((one.attrs or {})["rel"])
        }
        found = {}
        for kind in ("application/json", "text/markdown"):
            path, _, place = links[kind].removeprefix("../../").partition("#")
            with urllib.request.urlopen(f"{address}/{path}", timeout=10) as answer:  # noqa: S310 - ours
                assert answer.headers["Content-Type"].startswith(kind)
                assert answer.headers["Access-Control-Allow-Origin"] == "*"
                found[kind] = (place, answer.read().decode())
        pointer, text = found["application/json"]
        key = pointer.removeprefix("/codes/").replace("~1", "/")
        urls = [one["url"] for one in json.loads(text)["codes"][key]]
        assert f"{SITE_URL}cloud/{segment}/" in urls
        anchor, text = found["text/markdown"]
        assert text.count(f'<a id="{anchor}"></a>\n\n# Cloud ') == 1
        assert anchor == f"cloud/{segment}"


def test_look_up(many: Path, address: str) -> None:
    """The example of the manual finds every code, and says of no code that it is another."""
    names: dict[str, Any] = {}
    exec(pages.example(many, "look_up.py", address), names)  # noqa: S102 - as a person would run it
    for name in NAMES:
        assert names["look_up"]("cloud", name).startswith(f"Cloud {name}: Of {name}\n")
        assert names["look_up"]("orbit", name) == f"orbit {name}: not in the atlas"
    assert len(names["entries"]("0")) == 2
    assert names["entries"]("throttled") == []


def test_a_client_of_single_files(address: str) -> None:
    """Who asks for the file of a single code is told that there is none, and where to look."""
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(f"{address}/api/v1/orbit/101.json", timeout=10)  # noqa: S310 - ours
    assert error.value.code == 404
    answer = json.load(error.value)
    assert answer["single_files"] is False
    assert answer["message"].endswith(
        "look into their packs, whose names index.json explains. The letters of codes are in lower"
        " case."
    )


def test_manual(many: Path) -> None:
    """The page for programs says that no code has files of its own."""
    manual = pages.parse((many / "programs/index.html").read_text("utf-8"))
    assert "The atlas has more than 3 codes." in " ".join(pages.text(manual).split())
    shown = [pages.text(one) for one in manual.query("details summary code")]
    assert f"/{addresses.API_PACK.template}" in shown
    assert f"/{addresses.API_CODE.template}" not in shown
    assert f"/{addresses.CODE_MARKDOWN.template}" not in shown


def test_a_limit_that_is_none(tmp_path: Path) -> None:
    """A wrong limit stops the build, with the file, the line and what to write."""
    _project(tmp_path, "many")
    built = run_mkdocs(tmp_path, "build", "--strict", check=False, SITE_URL=SITE_URL)
    assert built.returncode != 0
    said = " ".join(built.stderr.split())
    assert 'extra.atlas.single_files: "many" is not allowed here. Expected: a whole number' in said
    assert re.search(r"mkdocs\.yml:\d+: ", said)
    assert "Traceback" not in said
    assert not (tmp_path / "site").exists()
