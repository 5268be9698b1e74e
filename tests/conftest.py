"""What several tests share: the real atlas, the built site, a server for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from macros import atlas as whole
from tests import host, invented

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.atlas import Atlas

PROJECT = Path(__file__).resolve().parent.parent
SITE_URL = "https://atlas.example/"

# How long an example takes says nothing about the code on a busy machine.
settings.register_profile("atlas", deadline=None)
settings.register_profile("mutants", deadline=None, max_examples=25, database=None)
settings.register_profile("fuzz", deadline=None, max_examples=20_000, print_blob=True)
settings.load_profile(os.environ.get("EXAMPLES", "atlas"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option by which golden files are written anew."""
    parser.addoption(
        "--update-golden", action="store_true", help="write the readers' golden files anew"
    )


@pytest.fixture(scope="session")
def project() -> Path:
    """Return the project's folder."""
    return PROJECT


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """Return the atlas of the real documents."""
    return whole.load(PROJECT / "data")


@pytest.fixture(scope="session")
def golden() -> Atlas:
    """Return the atlas of the invented providers of `tests/golden`."""
    return whole.load(PROJECT / "tests/golden/data")


@pytest.fixture
def as_before(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Return a function that holds a text of ours against the one that a person has read.

    The texts of a file's tests stand in `tests/golden/texts/`; `make golden` writes them anew.
    """
    path = Path(request.path).relative_to(PROJECT / "tests").with_suffix(".json")
    file = PROJECT / "tests/golden/texts" / path

    def hold(text: str) -> None:
        texts = json.loads(file.read_text("utf-8")) if file.exists() else {}
        if request.config.getoption("--update-golden"):
            texts[request.node.name] = text
            file.parent.mkdir(parents=True, exist_ok=True)
            content = json.dumps(texts, indent=1, ensure_ascii=False, sort_keys=True)
            file.write_text(f"{content}\n", encoding="utf-8")
        assert text == texts.get(request.node.name)

    return hold


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the real site, built for an address of its own."""
    folder = tmp_path_factory.mktemp("site")
    run_mkdocs(PROJECT, "build", "--strict", "--site-dir", str(folder), SITE_URL=SITE_URL)
    return folder


@pytest.fixture(scope="session")
def invented_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site of ten invented providers, built without an address.

    Eight planets have nine codes each, `large` has 1,000, and the words of `hurtful` mean something
    to Jinja, Markdown and HTML.
    """
    folder = tmp_path_factory.mktemp("invented")
    invented.link_project(folder)
    invented.write_many(folder)
    run_mkdocs(folder, "build", "--strict")
    return folder / "site"


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Return a function that serves a folder as the host does; it returns the address."""
    servers = []

    def start(folder: Path) -> str:
        server, address = host.start(folder, SITE_URL)
        servers.append(server)
        return address

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def address(site: Path, serve: Callable[[Path], str]) -> str:
    """Return the address of the real site, without a slash."""
    return serve(site)


@pytest.fixture(scope="session")
def invented_address(invented_site: Path, serve: Callable[[Path], str]) -> str:
    """Return the address of the site of invented providers, without a slash."""
    return serve(invented_site)


def run_mkdocs(
    folder: Path, *arguments: str, check: bool = True, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run MkDocs in `folder`; return what it printed."""
    known = {name: value for name, value in os.environ.items() if name not in {"URL", "SITE_URL"}}
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=folder,
        env={**known, "NO_MKDOCS_2_WARNING": "1", **environment},
        check=check,
        capture_output=True,
        text=True,
    )
