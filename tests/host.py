"""A server that answers as the host does: by `netlify.toml`, with the site's own 404 answers."""

from __future__ import annotations

import re
import threading
import tomllib
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

SETTINGS = Path(__file__).resolve().parent.parent / "netlify.toml"


@cache
def settings() -> dict[str, Any]:
    """Return what `netlify.toml` says."""
    return tomllib.loads(SETTINGS.read_text(encoding="utf-8"))


def matches(pattern: str, path: str) -> bool:
    """Tell whether a rule is for a path: `*` is anything, `:name` a segment."""
    parts = re.split(r"(\*|:[a-z]+)", pattern)
    regex = "".join(
        ".*" if part == "*" else "[^/]+" if part.startswith(":") else re.escape(part)
        for part in parts
    )
    return re.fullmatch(regex, path) is not None


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder, with the headers and the answers to missing files that the host gives."""

    extensions_map = {  # noqa: RUF012 - as in the base class
        **SimpleHTTPRequestHandler.extensions_map,
        ".md": "text/markdown; charset=utf-8",
        ".csv": "text/csv; charset=utf-8",
        ".txt": "text/plain; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".xml": "application/xml",
    }

    def end_headers(self) -> None:
        """Add the headers of the rules that the path is one of."""
        for rule in settings()["headers"]:
            if matches(rule["for"], self.path.partition("?")[0]):
                for name, value in rule["values"].items():
                    if name != "Content-Type":
                        self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the site's own page for what is missing, and refuse other methods than reading."""
        if code == 501:
            self.send_response(405)
            self.send_header("Allow", "GET, HEAD")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if code != 404:
            super().send_error(code, message, explain)
            return
        path = self.path.partition("?")[0]
        rules = [one for one in settings()["redirects"] if one["status"] == 404]
        answer = next((one["to"] for one in rules if matches(one["from"], path)), "/404.html")
        file = Path(self.directory) / answer.lstrip("/")
        body = file.read_bytes() if file.is_file() else b""
        self.send_response(404)
        self.send_header("Content-Type", self.guess_type(answer))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 - its signature
        """Keep the tests' output clean."""


def start(folder: Path) -> tuple[ThreadingHTTPServer, str]:
    """Serve a folder; return the server and its address, without a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}"
