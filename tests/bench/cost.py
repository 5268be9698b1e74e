"""What a command costs: seconds of CPU and megabytes of memory, those of its children included."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

PROC = Path("/proc")
PAUSE = 0.2  # seconds between two looks at the memory


class Cost(NamedTuple):
    """Seconds of CPU, of user and system, and the most megabytes of memory at one time."""

    cpu: float
    megabytes: float


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str] = {}) -> Cost:
    """Run a command to its end, and return what it cost.

    Raises:
        SystemExit: when it fails.
    """
    process = subprocess.Popen(command, cwd=folder, env={**os.environ, **environment})
    ended = threading.Event()
    seen = [0.0]
    watcher = threading.Thread(target=_watch, args=(process.pid, ended, seen))
    watcher.start()
    _, status, usage = os.wait4(process.pid, 0)
    ended.set()
    watcher.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed in {folder}.")
    # It counts children that have ended, and the memory of the largest of all these processes.
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kilobytes
    return Cost(usage.ru_utime + usage.ru_stime, max(usage.ru_maxrss * unit / 1e6, *seen))


def _watch(process: int, ended: threading.Event, seen: list[float]) -> None:
    """Keep the most memory that a process and its children had together, where Linux tells it."""
    while PROC.is_dir() and not ended.wait(PAUSE):
        family = list(_family(process))
        if len(family) > 1:  # what one process alone had at most, the system itself keeps
            seen[0] = max(seen[0], sum(map(_share, family)))


def _family(process: int) -> Iterator[int]:
    """Yield a process and all that it started, as far as they still run."""
    yield process
    try:
        for tasks in (PROC / str(process) / "task").iterdir():
            for child in (tasks / "children").read_text().split():
                yield from _family(int(child))
    except OSError:
        return  # it has ended


def _share(process: int) -> float:
    """Return the megabytes of a process; what it has in common with others in equal parts."""
    try:
        lines = (PROC / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024 / 1e6
