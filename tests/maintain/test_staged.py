"""Data is old or new, wherever a command ends: the process is killed at each of its steps."""

from __future__ import annotations

import pathlib
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from macros.errors import ProblemsError
from macros.maintain import staged
from tests.invented import PROJECT
from tests.maintain.orbit import THIRD, Orbit

if TYPE_CHECKING:
    from pathlib import Path

OLD = {"provider.yml": "old\n", "orbit/notes.yml": "old notes\n", "same.txt": "same\n"}
NEW = {**OLD, "provider.yml": "new\n", "orbit/notes.yml": "new notes\n", "moon/r1.md": "| 1 |\n"}

# Ends the process at the step that is its second argument, as a kill would: no `finally` runs.
PROGRAM = """\
import os, sys
from pathlib import Path
from macros.maintain import staged
data, steps = Path(sys.argv[1]), int(sys.argv[2])
count = 0
def audit(event, arguments):
    global count
    if event in {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "open", "shutil.rmtree"}:
        count += 1
        if count == steps:
            os._exit(9)
with staged.alone(data):
    sys.addaudithook(audit)
    copy = staged.Copy(data)
    (copy.data / "provider.yml").write_text("new\\n")
    (copy.data / "orbit/notes.yml").write_text("new notes\\n")
    (copy.data / "moon").mkdir()
    (copy.data / "moon/r1.md").write_text("| 1 |\\n")
    copy.commit()
    copy.close()
"""


def _write(data: Path) -> None:
    for name, text in OLD.items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text(text)


def _held(data: Path) -> dict[str, str]:
    files = (path for path in data.rglob("*") if path.is_file())
    return {path.relative_to(data).as_posix(): path.read_text() for path in files}


def test_killed_at_every_step(tmp_path: Path) -> None:
    """After each step the data is old, or new when the next command has begun; nothing is left."""
    became_new, step = [], 0
    while True:
        step += 1
        data = tmp_path / str(step) / "data"
        _write(data)
        command = [sys.executable, "-c", PROGRAM, str(data), str(step)]
        ended = subprocess.run(command, cwd=PROJECT, check=False)
        if ended.returncode == 0:
            break
        assert ended.returncode == 9
        with staged.alone(data):
            held = _held(data)
        assert held in (OLD, NEW), step
        assert [path.name for path in data.parent.iterdir()] == ["data"], step
        became_new.append(held == NEW)
    assert _held(data) == NEW
    assert became_new == sorted(became_new)
    assert 10 < sum(became_new) < len(became_new) - 10


def test_nothing_is_written_before_commit(tmp_path: Path) -> None:
    """A copy that is closed leaves the data and the folder beside it as they were."""
    data = tmp_path / "data"
    _write(data)
    copy = staged.Copy(data)
    (copy.data / "provider.yml").write_text("new\n")
    assert copy.changed() == ["provider.yml"]
    assert staged.is_left_over(data)
    copy.close()
    assert _held(data) == OLD
    assert not staged.is_left_over(data)


def test_an_edit_meanwhile_is_kept(tmp_path: Path) -> None:
    """What somebody writes while a command works is not written over."""
    data = tmp_path / "data"
    _write(data)
    copy = staged.Copy(data)
    (copy.data / "provider.yml").write_text("new\n")
    (data / "provider.yml").write_text("edited\n")
    with pytest.raises(ProblemsError, match=r"data/provider\.yml: this file was changed while"):
        copy.commit()
    assert _held(data) == {**OLD, "provider.yml": "edited\n"}


def test_stopped_while_renaming(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interruption between two renames, which a `finally` sees, leaves the data new."""
    data = tmp_path / "data"
    _write(data)
    copy = staged.Copy(data)
    for name, text in NEW.items():
        (copy.data / name).parent.mkdir(exist_ok=True)
        (copy.data / name).write_text(text)
    renames: list[object] = []
    whole = pathlib.Path.replace

    def replace(path: Path, target: Path) -> Path:
        renames.append(path)
        if len(renames) == 2:
            raise KeyboardInterrupt
        return whole(path, target)

    monkeypatch.setattr(pathlib.Path, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        copy.commit()
    assert _held(data) not in (OLD, NEW)
    copy.close()
    assert _held(data) == NEW
    assert not staged.is_left_over(data)


def test_one_at_a_time(tmp_path: Path) -> None:
    """A second command is refused while one writes."""
    data = tmp_path / "data"
    _write(data)
    with (
        staged.alone(data),
        pytest.raises(ProblemsError, match="another command writes"),
        staged.alone(data),
    ):
        pass


def test_stopped_by_a_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever stops a command is told whether the data is old or new, and it is that."""
    orbit = Orbit(tmp_path)
    before = orbit.files()

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    def stopped() -> str:
        capsys.readouterr()
        assert orbit.add("2023-01-01.md", THIRD, "--yes") == 1
        assert not staged.is_left_over(orbit.data)
        return capsys.readouterr().out.splitlines()[-1]

    old = "Stopped: nothing is written, data/ is as it was."
    for where in ("shutil.copytree", "macros.maintain.check.check", "os.fsync"):
        with monkeypatch.context() as patch:
            patch.setattr(where, stop)
            assert stopped() == old
        assert orbit.files() == before
    original, renamed = pathlib.Path.replace, []

    def second(path: Path, target: Path) -> Path:
        renamed.append(target)
        if len(renamed) == 2:
            stop()
        return original(path, target)

    monkeypatch.setattr(pathlib.Path, "replace", second)
    assert stopped() == "Stopped, when all was written: data/ is new."
    assert orbit.revisions == ["2021-01-01", "2023-01-01"]
    assert orbit.check() == 0
