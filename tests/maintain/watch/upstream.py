"""A provider's public repository, on this machine: in a folder, and served as forges do."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from http.server import BaseHTTPRequestHandler
    from pathlib import Path

    from tests.maintain.watch.served import Server

NAME = ("-c", "user.name=Port", "-c", "user.email=port@orbit.example")


class Upstream:
    """A repository that a test commits to.

    Attributes:
        folder: the repository, bare.
        commits: all of them, in order.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "docs.git"
        self.commits: list[str] = []
        self._work = folder / "work"
        self._git(folder, "init", "--quiet", "--bare", "-b", "main", str(self.folder))
        self._git(self.folder, "config", "uploadpack.allowFilter", "true")
        self._git(self.folder, "config", "uploadpack.allowAnySHA1InWant", "true")
        self._git(folder, "init", "--quiet", "-b", "main", str(self._work))

    @staticmethod
    def _git(folder: Path, *words: str, day: str = "2021-01-01") -> str:
        environment = {
            "PATH": os.environ["PATH"],
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_AUTHOR_DATE": f"{day}T12:00:00Z",
            "GIT_COMMITTER_DATE": f"{day}T12:00:00Z",
        }
        command = ["git", *NAME, "-C", str(folder), *words]
        done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def commit(self, day: str, branch: str = "main", **files: str) -> None:
        """Commit files and push them. In names `__` stands for a slash, `_` for a dot."""
        self._git(self._work, "checkout", "--quiet", "-B", branch)
        for name, text in files.items():
            path = self._work / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self._git(self._work, "add", "--all")
        self._git(self._work, "commit", "--quiet", "-m", day, day=day)
        self._git(self._work, "push", "--quiet", str(self.folder), branch)
        self.commits.append(self._git(self._work, "rev-parse", "HEAD"))

    def serve(self, server: Server) -> str:
        """Let a server answer for it as forges do; return its address."""
        for path in ("info/refs", "git-upload-pack"):
            server.does(f"/docs.git/{path}", self._answer(f"/docs.git/{path}"))
        return f"{server.url}/docs.git"

    def _answer(self, path: str) -> Callable[[BaseHTTPRequestHandler], None]:
        def answer(handler: BaseHTTPRequestHandler) -> None:
            body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
            environment = {
                "PATH": os.environ["PATH"],
                "GIT_PROJECT_ROOT": str(self.folder.parent),
                "GIT_HTTP_EXPORT_ALL": "1",
                "GIT_PROTOCOL": handler.headers.get("Git-Protocol", ""),
                "REQUEST_METHOD": handler.command,
                "PATH_INFO": path,
                "QUERY_STRING": handler.path.partition("?")[2],
                "CONTENT_TYPE": handler.headers.get("Content-Type", ""),
                "CONTENT_LENGTH": str(len(body)),
                "HTTP_CONTENT_ENCODING": handler.headers.get("Content-Encoding", ""),
            }
            said = subprocess.run(
                ["git", "http-backend"],  # noqa: S607 - the one of the machine
                env=environment,
                input=body,
                capture_output=True,
                check=True,
            ).stdout
            head, _, content = said.partition(b"\r\n\r\n")
            handler.send_response(200)
            for line in head.decode().splitlines():
                name, _, value = line.partition(": ")
                handler.send_header(name, value)
            handler.end_headers()
            handler.wfile.write(content)

        return answer
