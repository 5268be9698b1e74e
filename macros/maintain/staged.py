"""`data/` is old or new, whenever a command ends: contents -> files, through a copy and a journal.

A command plans in a copy beside `data/` and checks it there. Then: 1. each new file lies whole in
the copy and on the disk; 2. the journal, which names them, gets its name: from here on the data is
new; 3. each file is renamed to its place; 4. journal and copy are removed. Whatever ends the
process, `recover` brings it to an end: without a journal the copy is removed, with one each rename
that is missing is made. Every command begins with it.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
from typing import TYPE_CHECKING

from macros.errors import Problem, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_COPY = "-being-edited"
_JOURNAL = "journal.json"
_NEW = "new"


def _workshop(data: Path) -> Path:
    """Return the folder beside `data` in which a command works."""
    return data.parent / f".{data.name}{_COPY}"


@contextlib.contextmanager
def alone(data: Path) -> Iterator[None]:
    """Keep other commands away from `data` while one works; bring to an end what one left.

    Raises:
        ProblemsError: when another command is at work.
    """
    folder = os.open(data, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            what = "another command writes into this folder."
            do = "Wait until it is done, then run this again."
            raise ProblemsError([Problem(data.name, 0, what, do)]) from None
        recover(data)
        yield
    finally:
        os.close(folder)


def is_left_over(data: Path) -> bool:
    """Tell whether a command ended before it was done."""
    return _workshop(data).is_dir()


def recover(data: Path) -> bool:
    """Bring to an end what a command has begun; tell whether the data became new by that."""
    workshop = _workshop(data)
    if not workshop.is_dir():
        return False
    journal = workshop / _JOURNAL
    committed = journal.is_file()
    if committed:
        _rename(data, workshop, json.loads(journal.read_text(encoding="utf-8")))
    shutil.rmtree(workshop)
    return committed


class Copy:
    """A copy of `data/` in which a command edits and checks before anything is written.

    Args:
        data: the folder.
    """

    def __init__(self, data: Path) -> None:
        self._original = data
        self._workshop = _workshop(data)
        self.data = self._workshop / "copy" / data.name
        self._wanted: dict[str, str] = {}
        shutil.copytree(data, self.data)
        self._before = _digests(self.data)

    @property
    def is_written(self) -> bool:
        """Whether the original has all that `commit` was to write."""
        held = self._original
        return bool(self._wanted) and all(
            (held / name).is_file() and _digest(held / name) == digest
            for name, digest in self._wanted.items()
        )

    def close(self) -> None:
        """Remove the copy; where `commit` was stopped, bring it to its end first."""
        recover(self._original)

    def changed(self) -> list[str]:
        """Return the files that are new or other than before, by their paths in `data`."""
        return [
            name for name, digest in _digests(self.data).items() if self._before.get(name) != digest
        ]

    def commit(self) -> list[str]:
        """Write what changed into the original; return the paths of the files.

        Raises:
            ProblemsError: when somebody else has changed the original meanwhile.
        """
        changed = self.changed()
        if touched := [name for name in changed if self._touched(name)]:
            what = "this file was changed while the command was at work."
            do = "Run the command again; nothing is written."
            raise ProblemsError(
                Problem(f"{self._original.name}/{name}", 0, what, do) for name in touched
            )
        self._wanted = {name: _digest(self.data / name) for name in changed}
        new = self._workshop / _NEW
        new.mkdir()
        for number, name in enumerate(changed):
            (self.data / name).rename(new / str(number))
            _to_disk(new / str(number))
        _to_disk(new)
        draft = self._workshop / f"{_JOURNAL}.draft"
        draft.write_text(json.dumps(changed), encoding="utf-8")
        _to_disk(draft)
        draft.rename(self._workshop / _JOURNAL)
        _to_disk(self._workshop)
        recover(self._original)
        return changed

    def _touched(self, name: str) -> bool:
        path = self._original / name
        digest = _digest(path) if path.is_file() else None
        return digest != self._before.get(name)


def _rename(data: Path, workshop: Path, names: list[str]) -> None:
    for number, name in enumerate(names):
        new = workshop / _NEW / str(number)
        if new.is_file():  # else it was renamed before the process ended
            (data / name).parent.mkdir(parents=True, exist_ok=True)
            new.replace(data / name)
            _to_disk((data / name).parent)


def _to_disk(path: Path) -> None:
    """Let what was written survive a loss of power."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _digests(folder: Path) -> dict[str, str]:
    """Return the digest of each file below a folder, by its path in it, sorted."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): _digest(path) for path in paths}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
