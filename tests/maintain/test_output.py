"""A folder of written files: whole before it takes its place, and no old one is lost on the way."""

from __future__ import annotations

import contextlib
import errno
import pathlib
import shutil
from typing import TYPE_CHECKING

import pytest

from macros.maintain import output

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class KilledError(BaseException):
    """Stands for the end of the process."""


def _folders(parent: Path) -> tuple[Path, Path]:
    """Return an old folder in its place, and a new one beside it."""
    target = parent / "site"
    output.write(target, [("index.html", "old"), ("old/a.txt", "old"), (".git/HEAD", "mine")])
    made = output.beside(target)
    output.write(made, [("index.html", "new"), ("new/a.txt", "new")])
    return made, target


def _read(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


OLD = {"index.html": "old", "old/a.txt": "old", ".git/HEAD": "mine"}
NEW = {"index.html": "new", "new/a.txt": "new", ".git/HEAD": "mine"}


def test_written(tmp_path: Path) -> None:
    """Text is written as UTF-8 with its line ends, bytes as they are, folders as needed."""
    output.write(tmp_path, [("a/b/c.txt", "é\r\n"), ("a/d", b"\xff"), ("e", "")])
    assert (tmp_path / "a/b/c.txt").read_bytes() == b"\xc3\xa9\r\n"
    assert (tmp_path / "a/d").read_bytes() == b"\xff"
    assert (tmp_path / "e").read_bytes() == b""


@pytest.mark.parametrize("at_once", [True, False])
def test_put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: bool) -> None:  # noqa: FBT001
    """The new folder takes the place of the old one, whose hidden entries stay; nothing is left."""
    made, target = _folders(tmp_path)
    if not at_once:
        monkeypatch.setattr(output, "_exchanged", lambda one, other: bool(one == other))
    output.put(made, target)
    assert _read(target) == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_first(tmp_path: Path) -> None:
    """Where nothing stands, the new folder gets its place."""
    made, target = _folders(tmp_path)
    shutil.rmtree(target)
    output.put(made, target)
    assert _read(target) == {"index.html": "new", "new/a.txt": "new"}


@pytest.mark.parametrize("at_once", [True, False])
def test_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: bool) -> None:  # noqa: FBT001
    """Ended before any step, it leaves the old folder or the new one when `recover` has run."""
    seen = []
    for steps in range(8):
        for folder in tmp_path.iterdir():
            shutil.rmtree(folder)
        made, target = _folders(tmp_path)
        with monkeypatch.context() as patch:
            _end_after(patch, steps, at_once=at_once)
            with contextlib.suppress(KilledError):
                output.put(made, target)
                break
        output.recover(target)
        found = _read(target)
        hidden = found.pop(".git/HEAD", None)
        assert found in [
            {path: text for path, text in one.items() if path != ".git/HEAD"} for one in (OLD, NEW)
        ]
        # Nobody loses what he put there: it is in the folder, or still in the one beside it.
        assert hidden == "mine" or _read(output.beside(target))[".git/HEAD"] == "mine"
        seen.append(found["index.html"])
    assert seen[0] == "old"
    assert seen[-1] == "new"


def _end_after(patch: pytest.MonkeyPatch, steps: int, *, at_once: bool) -> None:
    """Let the process end after some steps, each of which changes something on the disk."""
    left = [steps]

    def counted(step: Callable[..., object]) -> Callable[..., object]:
        def count(*arguments: object) -> object:
            if not left[0]:
                raise KilledError
            left[0] -= 1
            return step(*arguments)

        return count

    patch.setattr(pathlib.Path, "rename", counted(pathlib.Path.rename))
    patch.setattr(shutil, "rmtree", counted(shutil.rmtree))
    exchanged = counted(output._exchanged) if at_once else lambda *_: False  # noqa: SLF001
    patch.setattr(output, "_exchanged", exchanged)


def test_followed(tmp_path: Path) -> None:
    """Of what follows its content, what differs is written, and what is no more is removed."""
    followed = output.Followed()
    assert followed.update(tmp_path, [("a/b", "one"), ("c", b"two"), ("d", "three")]) == (3, 3)
    untouched = (tmp_path / "c").stat().st_mtime_ns
    assert followed.update(tmp_path, [("a/b", "other"), ("c", "two"), ("e", "")]) == (3, 2)
    assert _read(tmp_path) == {"a/b": "other", "c": "two", "e": ""}
    assert (tmp_path / "c").stat().st_mtime_ns == untouched


def test_taken_from(tmp_path: Path) -> None:
    """All files are taken out of a folder, which is gone then."""
    folder = tmp_path / "made"
    output.write(folder, [("a/b.html", "one"), ("c", b"\xff")])
    assert dict(output.taken_from(folder)) == {"a/b.html": b"one", "c": b"\xff"}
    assert not folder.exists()


def test_nothing_to_recover(tmp_path: Path) -> None:
    """Where nothing was left, nothing is changed."""
    _, target = _folders(tmp_path)
    output.recover(target)
    assert _read(target) == OLD
    output.recover(tmp_path / "none")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (errno.ENOSPC, "the disk is full"),
        (
            errno.EDQUOT,
            "the quota of this disk is used up",
        ),
    ],
)
def test_no_room(tmp_path: Path, code: int, says: str) -> None:
    """A full disk is told in one line; other errors are none of it."""
    problem = output.no_room(OSError(code, "x"), tmp_path / "site")
    assert str(problem) == (
        f"site: {says}, so that nothing was changed here. "
        "Make room for a second copy of this folder, then run this again."
    )
    assert output.no_room(OSError(errno.EACCES, "x"), tmp_path / "site") is None
    assert output.no_room(ValueError(), tmp_path / "site") is None
