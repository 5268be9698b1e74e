"""`make serve`: edits show at once; bad data shows its message, and the next good edit recovers."""

from __future__ import annotations

import os
import queue
import re
import shutil
import socket
import subprocess
import sys
import threading
import urllib.request
from typing import TYPE_CHECKING

import pytest

from tests import invented

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What MkDocs puts into a page that it serves.
_RELOADS = re.compile(
    rb"<script>(?:(?!<script>).)*?livereload\([0-9]+, [0-9]+\);?\s*</script>", re.DOTALL
)
PATIENCE = 60  # seconds without a line before a wait is given up


class Server:
    """A running `mkdocs serve`, and the lines that it prints."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.place = f"127.0.0.1:{probe.getsockname()[1]}"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", self.place],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.lines: queue.Queue[str] = queue.Queue()
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()

    def _listen(self) -> None:
        assert self.process.stdout
        with self.process.stdout as lines:
            for line in lines:
                self.lines.put(line)

    def stop(self) -> None:
        """End the server, and with it its output."""
        self.process.terminate()
        self.process.wait()
        self.listener.join()

    def wait_for(self, text: str) -> str:
        """Return what was printed up to the line that has `text`."""
        said = ""
        while text not in said.rpartition("\n")[2]:
            said = f"{said.rstrip()}\n{self.lines.get(timeout=PATIENCE).rstrip()}"
        return said

    def edit(self, path: str, old: str, new: str) -> None:
        """Exchange some text in a file of the project."""
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def get(self, path: str) -> str:
        """Return a page, or the asset behind `* ` that a code's page loads.

        The server answers when the build under way is done.
        """
        if path.startswith("* "):
            (path,) = re.findall(rf'"\.\./\.\./({path[2:]}\.[^"]+)"', self.get("orbit/101/"))
        address = f"http://{self.place}/{path}"
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode())


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return a server for a copy of the project with the invented provider."""
    folder = tmp_path_factory.mktemp("served")
    for part in invented.PARTS:
        source = invented.PROJECT / part
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, folder / part)
    invented.write(folder)
    running = Server(folder)
    try:
        running.wait_for("Serving on")
        yield running
    finally:
        running.stop()


# what is edited -> what then shows, and where
EDITS = [
    ("data/orbit/provider.yml", "about: Docks for", "about: About docks for", "orbit/"),
    ("macros/publish/wording.py", 'return f"As of {', 'return f"Known as of {', "orbit/101/"),
    (
        "macros/publish/html/templates/code.html",
        "In the catalog",
        "In the whole catalog",
        "orbit/101/",
    ),
    ("docs/sources.md", "{{ sources_page() }}", "{{ sources_page() }}\n\nMore of it.", "sources/"),
    ("overrides/main.html", "{{ code_head }}", "{{ code_head }}<!-- mine -->", "orbit/101/"),
    (
        "docs/assets/css/1-base/tokens.css",
        "--ec-top: ",
        "--ec-mine: 1; --ec-top: ",
        "* assets/css/atlas",
    ),
    ("docs/assets/shared/ticket.js", '"Copied"', '"Copied it"', "* assets/scripts/code"),
]
SHOWN = [
    "About docks for",
    "Known as of 2021-01-01",
    "In the whole catalog",
    "More of it.",
    "<!-- mine -->",
    "--ec-mine: 1;",
    '"Copied it"',
]


def test_edits_show(server: Server) -> None:
    """An edit in data/, docs/, macros/ or overrides/ is built at once and shows."""
    for shown, (_, _, _, page) in zip(SHOWN, EDITS, strict=True):
        assert shown not in server.get(page)
    for path, old, new, _ in EDITS:
        server.edit(path, old, new)
    # The builds begin while files are still being edited; each line waits for the next one.
    for shown, (_, _, _, page) in zip(SHOWN, EDITS, strict=True):
        while shown not in server.get(page):
            server.wait_for("Reloading browsers")


def test_pages_reload(server: Server) -> None:
    """MkDocs puts its script into every page, so that an edit is seen without a key."""
    for page in ("", "orbit/", "orbit/101/"):
        assert "livereload(" in server.get(page), page


def test_bad_data_and_recovery(server: Server) -> None:
    """Bad data shows its one message; the site stays; the next good edit recovers."""
    server.edit("data/orbit/provider.yml", "vendor:", "vendro:")
    said = server.wait_for("until build errors are resolved")
    assert 'data/orbit/provider.yml:3: unknown key "vendro".' in said
    assert "Traceback" not in said
    server.edit("data/orbit/provider.yml", "vendro: Orbit", "vendor: New Orbit")
    server.wait_for("Reloading browsers")
    assert "New Orbit Works" in server.get("orbit/")


# What is edited, other things than above -> what a server says that it made anew.
ALONE = [
    ("data/orbit/provider.yml", "ships that", "boats that", "catalog orbit, review orbit, "),
    ("data/conditions.yml", "why: ", "why: Well, ", ""),
    ("overrides/main.html", "Skip to content", "Go to the content", ""),
    ("docs/assets/css/1-base/tokens.css", "--ec-radius: 0.15rem", "--ec-radius: 0.2rem", ""),
    ("docs/assets/shared/ticket.js", '"span"', '"b"', ""),
    ("docs/sources.md", "on which terms", "under which terms", ""),
]


def test_only_what_changed(server: Server, tmp_path: Path) -> None:
    """An edit reads what it touches and no more, and says so; the site is that of a whole build."""
    for path, old, new, read in ALONE:
        server.edit(path, old, new)
        said = server.wait_for("Reloading browsers")
        (told,) = re.findall(r"Atlas: (.*)pages of codes made anew; ([0-9]+) of [0-9]+ files", said)
        assert re.fullmatch(f"{read}[0-9]+ ", told[0]), path
        assert int(told[1]) > 0, path
    url = f"http://{server.place}/"
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(tmp_path / "whole")],
        cwd=server.folder,
        env={**os.environ, "SITE_URL": url},
        check=True,
    )
    whole = tmp_path / "whole"
    for file in sorted(path for path in whole.rglob("*") if path.is_file()):
        path = file.relative_to(whole).as_posix()
        with urllib.request.urlopen(f"{url}{path}", timeout=PATIENCE) as answer:  # noqa: S310 - our own server
            served = _RELOADS.sub(b"", answer.read())
        assert served == file.read_bytes(), path
