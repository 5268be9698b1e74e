"""A server on this machine that answers as a test says, well or badly."""

from __future__ import annotations

import contextlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Server:
    """What is answered, by path, and what was asked.

    Attributes:
        url: its address, without a slash at the end.
        answers: by path.
        asked: the headers of each request.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.answers: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {}
        self.asked: list[dict[str, str]] = []

    def has(self, path: str, content: bytes, status: int = 200, **headers: str) -> str:
        """Answer a path with bytes; return its address.

        In the names of headers `_` stands for a hyphen; an empty one is not sent.
        """

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            given = {"Content_Length": str(len(content)), **headers}
            for name, value in given.items():
                if value:
                    handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            handler.wfile.write(content)

        return self.does(path, answer)

    def does(self, path: str, answer: Callable[[BaseHTTPRequestHandler], None]) -> str:
        """Answer a path by a function. Return its address."""
        self.answers[path] = answer
        return f"{self.url}{path}"


@contextlib.contextmanager
def running() -> Iterator[Server]:
    """Run a server in a thread until the end."""
    served: list[Server] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served[0].asked.append({name.lower(): value for name, value in self.headers.items()})
            answer = served[0].answers.get(self.path.partition("?")[0])
            with contextlib.suppress(ConnectionError):  # who asked has gone away
                if answer:
                    answer(self)
                else:
                    self.send_error(404)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    served.append(Server(f"http://127.0.0.1:{server.server_port}"))
    try:
        yield served[0]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
