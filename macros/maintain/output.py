"""A folder of written files is the old one or the new one, never a mixture: files -> folder.

Files are written into a folder beside the one that is meant, and take its place when all are there:
in one step where the system can exchange two names, else in two, whose end `recover` brings about.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import hashlib
import os
import shutil
from typing import TYPE_CHECKING

from macros.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_FULL = {errno.ENOSPC: "the disk is full", errno.EDQUOT: "the quota of this disk is used up"}
_HERE = -100  # AT_FDCWD: a path is seen from the folder that the process works in
_EXCHANGE = 2  # RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS


def beside(target: Path) -> Path:
    """Return the folder in which what will stand at `target` is written first."""
    return target.with_name(f".{target.name}-being-built")


def _before(target: Path) -> Path:
    """Return where the old folder is for the moment between two renames."""
    return target.with_name(f".{target.name}-before")


def recover(target: Path) -> None:
    """Bring to an end what a process left that was ended between two renames."""
    old = _before(target)
    if old.is_dir():
        if target.exists():
            _drop(old, target)
        else:
            old.rename(target)


def write(folder: Path, files: Iterable[tuple[str, str | bytes]]) -> None:
    """Write files below a folder; text as UTF-8, whatever the system's own encoding is."""
    made = set()
    for path, content in files:
        file = os.path.join(folder, path)  # noqa: PTH118 - there are as many as codes
        parent = os.path.dirname(file)  # noqa: PTH120
        if parent not in made:
            _make(parent)
            made.add(parent)
        rest = memoryview(content.encode() if isinstance(content, str) else content)
        with open(file, "wb", buffering=0) as written:  # noqa: PTH123 - whole, as it is there
            while rest:
                rest = rest[written.write(rest) :]


def _make(folder: str) -> None:
    """Make a folder, and those above it that there are not."""
    try:
        os.mkdir(folder)  # noqa: PTH102 - as above; nearly all stand in a folder that is there
    except OSError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103


def taken_from(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of every file below a folder, and leave nothing of it."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()
    shutil.rmtree(folder)


class Followed:
    """What was written into a folder that follows its content: only what differs is written."""

    def __init__(self) -> None:
        self._digests: dict[str, bytes] = {}

    def update(self, folder: Path, files: Iterable[tuple[str, str | bytes]]) -> tuple[int, int]:
        """Write the files that differ, remove those that are no more.

        Returns:
            how many files there are, and how many of them were written.
        """
        digests: dict[str, bytes] = {}
        anew = 0
        for path, content in files:
            shown = content.encode() if isinstance(content, str) else content
            digests[path] = hashlib.sha256(shown).digest()
            if digests[path] != self._digests.get(path):
                write(folder, [(path, shown)])
                anew += 1
        for path in self._digests.keys() - digests.keys():
            (folder / path).unlink(missing_ok=True)
        self._digests = digests
        return len(digests), anew


@contextlib.contextmanager
def cleared(folder: Path) -> Iterator[None]:
    """Begin with no such folder, and leave none where something goes wrong."""
    shutil.rmtree(folder, ignore_errors=True)
    try:
        yield
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def put(made: Path, target: Path) -> None:
    """Give the folder `made` the place of `target`, and remove what stood there.

    Hidden files and folders of the old one stay, as MkDocs leaves them: nobody builds them.
    """
    if not target.exists():
        made.rename(target)
    elif _exchanged(made, target):
        _drop(made, target)
    else:
        old = _before(target)
        target.rename(old)
        made.rename(target)
        _drop(old, target)


def _drop(old: Path, target: Path) -> None:
    for entry in old.iterdir():
        if entry.name.startswith(".") and not (target / entry.name).exists():
            entry.rename(target / entry.name)
    shutil.rmtree(old)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange the names of two folders in one step; tell whether the system could do that."""
    system = ctypes.CDLL(None)
    names = os.fsencode(one), os.fsencode(other)
    if hasattr(system, "renameat2"):
        return bool(system.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0)
    if hasattr(system, "renamex_np"):
        return bool(system.renamex_np(*names, _EXCHANGE) == 0)
    return False


def no_room(error: BaseException, target: Path) -> Problem | None:
    """Return what to say when a disk has no room for more, or None when it is another error."""
    if not isinstance(error, OSError) or error.errno not in _FULL:
        return None
    return Problem(
        target.name,
        0,
        f"{_FULL[error.errno]}, so that nothing was changed here.",
        "Make room for a second copy of this folder, then run this again.",
    )
