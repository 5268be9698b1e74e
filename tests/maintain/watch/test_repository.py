"""Fetching one file of a repository: its bytes, commit and day, or why there are none."""

from __future__ import annotations

import tempfile
import threading
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.maintain.watch import repository
from macros.maintain.watch.fetch import FetchError, Limits
from tests.maintain.watch import served
from tests.maintain.watch.upstream import Upstream

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.maintain.watch.served import Server


@pytest.fixture
def server() -> Iterator[Server]:
    """Return a server on this machine."""
    with served.running() as one:
        yield one


@pytest.fixture
def upstream(tmp_path: Path) -> Upstream:
    """Return a repository with two commits, of which the first has the file."""
    one = Upstream(tmp_path)
    one.commit("2022-01-01", docs__errors_md="busy\n", big_txt="x" * 100_000)
    one.commit("2022-03-01", readme_md="read me\n")
    return one


def why(address: str, path: str, branch: str | None = None, limits: Limits | None = None) -> str:
    """Return why a file cannot be fetched."""
    with (
        pytest.raises(FetchError) as told,
        repository.opened(address, branch, limits) as opened,
    ):
        opened.file(path)
    return told.value.what


def test_a_file(upstream: Upstream, server: Server) -> None:
    """It is fetched over http; the day is that of the last commit that changed it."""
    address = upstream.serve(server)
    with repository.opened(address) as opened:
        assert opened.file("docs/errors.md").content == b"busy\n"
        # Neither the history nor another file has come with it.
        assert opened.git("rev-list", "--count", "FETCH_HEAD") == b"1\n"
        missing = opened.git("rev-list", "--objects", "--missing=print", "FETCH_HEAD").decode()
        assert missing.count("\n?") == 2
        folder = opened.folder
        upstream.commit("2022-04-01", readme_md="mind me\n", docs__errors_md="full\n")
        assert opened.last_change("docs/errors.md") == (upstream.commits[0], date(2022, 1, 1))
        assert opened.last_change("readme.md") == (upstream.commits[1], date(2022, 3, 1))
    assert not folder.exists()


def test_a_branch(upstream: Upstream) -> None:
    """The file is that of the branch; a branch that is not there is told."""
    upstream.commit("2023-01-01", "next", docs__errors_md="free\n", new_md="new\n")
    upstream.commit("2023-02-01", "a/b", docs__errors_md="full\n")
    address = str(upstream.folder)
    for branch, text in ((None, b"busy\n"), ("next", b"free\n"), ("a/b", b"full\n")):
        with repository.opened(address, branch) as opened:
            assert opened.file("docs/errors.md").content == text
    assert why(address, "new.md") == 'it has no "new.md" in its default branch.'
    assert why(address, "no.md", "next") == 'it has no "no.md" in the branch "next".'
    assert why(address, "new.md", "gone") == (
        "git cannot fetch it: fatal: couldn't find remote ref refs/heads/gone."
    )


def test_no_file(upstream: Upstream, tmp_path: Path) -> None:
    """A folder, a link, a pattern and too large a file are none; nor is a folder without git."""
    address = str(upstream.folder)
    assert (
        why(address, "docs") == '"docs" in its default branch is no file, but a folder or a link.'
    )
    assert why(address, "docs/*.md") == 'it has no "docs/*.md" in its default branch.'
    few = Limits(most=99_999)
    assert why(address, "big.txt", limits=few) == (
        '"big.txt" is larger than 99,999 bytes, which no document is.'
    )
    (tmp_path / "work/link").symlink_to("/etc/passwd")
    upstream.commit("2023-01-01")
    assert "no file, but a folder or a link" in why(address, "link")
    assert why(str(tmp_path / "nothing"), "x").startswith("git cannot fetch it: ")


def test_git_is_not_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without git it says what else can be done."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert why("https://orbit.example/docs", "x") == "the command git is not here."


def test_git_takes_too_long(server: Server) -> None:
    """A command of git, and what it has started, is ended when its time is over."""
    done = threading.Event()

    def silent(_: object) -> None:
        done.wait(20)

    address = server.does("/docs.git/info/refs", silent)
    began = time.monotonic()
    told = why(address.removesuffix("/info/refs"), "x", limits=Limits(seconds=1))
    assert told == "git takes more than 1 seconds."
    assert time.monotonic() - began < 10
    done.set()


def test_git_writes_no_large_file(upstream: Upstream, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository that would fill the disk is given up; git itself says why."""
    monkeypatch.setattr(repository, "_LARGEST", 8)
    noise = "".join(f"{number * number % 9973} {number}\n" for number in range(20_000))
    upstream.commit("2021-08-01", docs__errors_md=noise)
    assert "git cannot fetch it: " in why(str(upstream.folder), "docs/errors.md")
    monkeypatch.setattr(repository, "_LARGEST", 8_000)
    with repository.opened(str(upstream.folder), None) as opened:
        assert opened.file("docs/errors.md").content == noise.encode()


def test_no_other_way(upstream: Upstream, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a person has configured does not lead https elsewhere, nor does any address."""
    config = tmp_path / ".gitconfig"
    config.write_text(f'[url "{upstream.folder}"]\n insteadOf = https://127.0.0.1:9/\n', "utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    assert "unable to access" in why("https://127.0.0.1:9/", "docs/errors.md")
    mark = tmp_path / "run"
    for address in (f"ext::touch {mark}", f"file://{upstream.folder}", "ssh://127.0.0.1/x"):
        assert "not allowed" in why(address, "docs/errors.md")
    assert not mark.exists()


def test_nothing_is_left(
    upstream: Upstream, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever comes of it, no folder stays."""
    folder = tmp_path / "temporary"  # of this test alone: others use the machine's, too
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    with repository.opened(str(upstream.folder), None):
        assert len(list(folder.iterdir())) == 1
    why(str(upstream.folder), "nothing")
    why("https://127.0.0.1:9/", "nothing")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("address", "permanent"),
    [
        ("https://github.com/o/r", "https://github.com/o/r/blob/abc/a%20b/c.md"),
        ("https://github.com/o/r.git", "https://github.com/o/r/blob/abc/a%20b/c.md"),
        ("https://gitlab.com/o/p/r/", "https://gitlab.com/o/p/r/-/blob/abc/a%20b/c.md"),
        ("https://git.orbit.example/r.git", "https://git.orbit.example/r.git"),
    ],
)
def test_permanent(address: str, permanent: str) -> None:
    """A known forge has an address of one state of a file."""
    one = repository.Repository(address, None, Path(), Limits())
    assert one.permanent("abc", "a b/c.md") == permanent
