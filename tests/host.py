"""A fast stand-in for the host: answers by `netlify.toml`, and a folder's `_headers`, `_redirects`.

`tests/hosted` asks it and the host's own server the same and compares the answers.
"""

from __future__ import annotations

import hashlib
import os
import re
import threading
import tomllib
from dataclasses import dataclass
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator

SETTINGS = Path(__file__).resolve().parent.parent / "netlify.toml"
# The host has these for itself.
_HIDDEN = {"_headers", "_redirects"}
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".js": "application/javascript; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
    ".json": "application/json; charset=utf-8",
    ".mjs": "application/javascript; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
}
_REVALIDATED = "public, max-age=0, must-revalidate"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for headers.

    Attributes:
        place: what it is for: `*` is anything, `:name` a segment.
        values: the headers by name.
    """

    place: str
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Redirect:
    """Where the addresses of a place lead, or with which file and status they are answered."""

    place: str
    to: str
    status: int


@dataclass(frozen=True, slots=True)
class Rules:
    """All that the host is told of a site."""

    headers: tuple[Rule, ...]
    redirects: tuple[Redirect, ...]

    def headers_of(self, path: str) -> list[tuple[str, str]]:
        """Return the headers that rules give to an address, as often as they give them.

        The case of letters is nothing to them.
        """
        of_path = (rule for rule in self.headers if matched(rule.place.lower(), path.lower()))
        return [pair for rule in of_path for pair in rule.values.items()]

    def headers_of_missing(self) -> list[tuple[str, str]]:
        """Return the headers of the page for what is missing: those that all answers have."""
        return [pair for rule in self.headers if rule.place == "/*" for pair in rule.values.items()]

    def redirect_of(self, path: str) -> tuple[str, int] | None:
        """Return where an address leads, by the first redirect that is for it."""
        for one in self.redirects:
            if found := matched(one.place, path):
                filled = one.to
                for name, taken in found.groupdict(default="").items():
                    filled = filled.replace(f":{name}", taken)
                return filled, one.status
        return None


def rules(folder: Path) -> Rules:
    """Return the rules of a site: those in its folder come before those of `netlify.toml`."""
    settings = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))
    headers = [Rule(one["for"], one["values"]) for one in settings["headers"]]
    redirects = [Redirect(one["from"], one["to"], one["status"]) for one in settings["redirects"]]
    return Rules((*_headers(folder), *headers), (*_redirects(folder), *redirects))


def _lines(file: Path) -> list[str]:
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _headers(folder: Path) -> Iterator[Rule]:
    values: dict[str, str] = {}
    for line in _lines(folder / "_headers"):
        if line.startswith("/"):
            values = {}
            yield Rule(line.strip(), values)
        else:
            name, _, value = line.strip().partition(":")
            values[name] = value.strip()


def _redirects(folder: Path) -> Iterator[Redirect]:
    for line in _lines(folder / "_redirects"):
        place, to, status = line.split()
        yield Redirect(place, to, int(status))


def matched(place: str, path: str) -> re.Match[str] | None:
    """Return whether a rule is for an address, as the host sees it.

    A slash at the end is nothing to it, and a `*` may be nothing.
    """
    regex = ""
    for part in place.strip("/").split("/"):
        if part == "*":
            regex += "(?:/(?P<splat>.*))?"
        elif part.startswith(":"):
            regex += f"/(?P<{part[1:]}>[^/]+)"
        else:
            regex += f"/{re.escape(part)}"
    return re.fullmatch(f"{regex}/?", path)


class Handler(BaseHTTPRequestHandler):
    """Serves a folder, with the headers and the answers to missing files that the host gives."""

    protocol_version = "HTTP/1.1"  # a connection is kept for the next request

    def __init__(self, *arguments: Any, folder: Path, by: Rules, own: str) -> None:  # noqa: ANN401 - its own
        self._folder = folder
        self._own = own
        self._rules = by
        super().__init__(*arguments)

    def do_GET(self) -> None:
        """Send what is asked for."""
        path, mark, query = self.path.partition("?")
        file = self._file(path)
        given = self._rules.headers_of(path)
        if file and os.path.isfile(file):  # noqa: PTH113 - a name may be too long to ask for
            self._send(200, file, given)
        elif file and os.path.isfile(file / "index.html"):  # noqa: PTH113 - the same
            if path.endswith("/"):
                self._send(200, file / "index.html", given)
            else:
                self._lead(f"{path}/{mark}{query}")
        elif found := self._rules.redirect_of(path):
            to, status = found
            if status == 404:
                # Its headers are those of the file that says so, not of the one that was asked for.
                self._send(status, self._folder / to.lstrip("/"), self._rules.headers_of(to))
            else:
                self._lead(f"{to}{'' if '?' in to else f'{mark}{query}'}")
        else:
            self._send(404, self._folder / "404.html", self._rules.headers_of_missing())

    do_HEAD = do_GET  # noqa: N815 - as it is called

    def _file(self, path: str) -> Path | None:
        """Return the file or the folder at an address; None where there can be none."""
        name = unquote(path).strip("/")
        parts = name.split("/")
        if "\0" in name or "\\" in name or {"", ".", ".."} & set(parts if name else []):
            return None
        return None if name in _HIDDEN else self._folder / name

    def _lead(self, to: str) -> None:
        self.send_response(301)
        self.send_header("Location", re.sub(f"^{re.escape(self._own)}", "/", to))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: int, file: Path, given: list[tuple[str, str]]) -> None:
        # Compressed are files that have the result beside them: `make audit` has it made.
        packed = file.with_name(f"{file.name}.br")
        is_packed = "br" in self.headers.get("Accept-Encoding", "") and packed.is_file()
        sent = packed if is_packed else file
        body = sent.read_bytes() if sent.is_file() else b""
        tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        known = self.headers.get("If-None-Match", "").removeprefix("W/") == tag
        self.send_response(304 if known and status == 200 else status)
        headers = {
            "Content-Type": _TYPES.get(file.suffix, "application/octet-stream"),
            "Cache-Control": _REVALIDATED,
            "ETag": tag,
            **({"Content-Encoding": "br", "Vary": "Accept-Encoding"} if is_packed else {}),
            **dict(given),
        }
        for name, value in headers.items():
            self.send_header(name, value)
        if known and status == 200:
            self.end_headers()
            return
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse other methods than reading."""
        if code != 501:
            super().send_error(code, message, explain)
            return
        self.send_response(405)
        self.send_header("Allow", "GET, HEAD")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 - its signature
        """Keep the tests' output clean."""


def start(folder: Path, own: str = "/") -> tuple[ThreadingHTTPServer, str]:
    """Serve a folder; return the server and its address, without a slash.

    Args:
        folder: the built site.
        own: the address that the site was built for: what leads there leads to this server.
    """
    handler = partial(Handler, folder=folder, by=rules(folder), own=own)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}"
