"""The host's own local server and build: Netlify's command line, installed beside this file."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
COMMAND = HERE / "node_modules/netlify-cli/bin/run.js"
ADVICE = "Netlify's command line is not installed in tests/hosted: run `make hosted`."
PATIENCE = 120  # seconds until a server that does not answer is given up


def node() -> str | None:
    """Return the program that runs it: of the virtual environment, else on the PATH."""
    return shutil.which("node", path=f"{Path(sys.executable).parent}{os.pathsep}{os.defpath}")


def installed() -> bool:
    """Tell whether there is what it takes."""
    return COMMAND.is_file() and node() is not None


def clone(folder: Path) -> None:
    """Copy the project's files into a folder, as a clone of its next commit would have them."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(listed, cwd=PROJECT, check=True, capture_output=True, text=True)
    for name in filter(None, told.stdout.split("\0")):
        if (PROJECT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(PROJECT / name, folder / name)


def build(folder: Path, url: str) -> str:
    """Build the site of a clone as the host does, for an address; return what was printed."""
    done = subprocess.run(
        [*_command(), "build", "--offline"],
        cwd=folder,
        env=_environment(folder) | {"URL": url},
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve the site of a clone; yield its address, without a slash."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    static = ["--dir", "site", "--framework", "#static", "--internal-disable-edge-functions"]
    log = folder / "served.log"
    with log.open("w", encoding="utf-8") as told:
        process = subprocess.Popen(
            [*_command(), "dev", "--offline", *static, "--no-open", "--port", str(port)],
            cwd=folder,
            env=_environment(folder),
            stdout=told,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # a group of processes, to be ended as one
        )
    try:
        _wait(process, port, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Wait until the server answers."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            connection.request("GET", "/")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.2)
        else:
            return
        finally:
            connection.close()
    raise AssertionError(log.read_text("utf-8"))


def _command() -> list[str]:
    program = node()
    assert program, ADVICE
    return [program, str(COMMAND)]


def _environment(folder: Path) -> dict[str, str]:
    """Return an environment without an account, in which the project's programs are found."""
    taken = {name: os.environ[name] for name in ("LANG", "TMPDIR") if name in os.environ}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    return {**taken, "PATH": path, "HOME": str(folder.parent), "CI": "1"}
