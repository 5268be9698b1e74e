"""Fetching from a server that answers well and badly: bytes, or why there are none, and soon."""

from __future__ import annotations

import gzip
import threading
import time
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from macros.maintain.watch import fetch
from macros.maintain.watch.fetch import FetchError, Limits
from tests.maintain.watch import served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from http.server import BaseHTTPRequestHandler

    from tests.maintain.watch.served import Server

LIMITS = Limits(most=1000, seconds=20, silence=10)
SOON = Limits(most=1000, seconds=1.0, silence=0.4)


@pytest.fixture
def server() -> Iterator[Server]:
    """Return a server on this machine."""
    with served.running() as one:
        yield one


def why(address: str, limits: Limits = LIMITS) -> str:
    """Return why an address cannot be fetched."""
    with pytest.raises(FetchError) as told:
        fetch.fetch(address, limits)
    return told.value.what


def test_bytes(server: Server) -> None:
    """What comes is the bytes and their type; who asks is named, and no cookie is ever sent."""
    content = bytes(range(256))
    address = server.has("/a%20b", content, Content_Type="text/x; charset=y", Set_Cookie="a=1")
    for _ in range(2):
        fetched = fetch.fetch(f"{server.url}/a b?q=é", LIMITS)
        assert (fetched.content, fetched.notes) == (content, ())
        assert fetched.type == "text/x; charset=y"
    assert fetch.fetch(address, LIMITS).source == address
    for headers in server.asked:
        assert headers["user-agent"] == "ErrorCodeAtlas (python -m macros watch)"
        assert {"cookie", "authorization", "referer"} & headers.keys() == set()


def test_all_that_may_come(server: Server) -> None:
    """As many bytes as the limit come; one more is refused, whether or not the server says so."""
    assert len(fetch.fetch(server.has("/", b"x" * 1000), LIMITS).content) == 1000
    more = why(server.has("/", b"x" * 1001))
    assert more == "it is larger than 1,000 bytes, which no document of codes is."
    assert why(server.has("/", b"x" * 1001, Content_Length="")) == more


def test_five_gigabytes(server: Server) -> None:
    """An answer that says it has 5 GB is not taken; one that never ends is cut at the limit."""
    assert "larger than" in why(server.has("/", b"x", Content_Length="5000000000"))
    sent = []

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b"x" * 65536)
            sent.append(1)

    assert "larger than" in why(server.does("/endless", endless))
    assert len(sent) < 1000


def test_gzip(server: Server) -> None:
    """What is packed although nobody asked is unpacked, but no more of it than may come."""
    content = b"| 1 | busy |\n" * 50
    packed = gzip.compress(content)
    address = server.has("/", packed, Content_Encoding="gzip")
    assert fetch.fetch(address, LIMITS).content == content
    assert "identity" in server.asked[0]["accept-encoding"]
    address = server.has("/", gzip.compress(b"x" * 10_000_000), Content_Encoding="gzip")
    tracemalloc.start()
    assert "larger than" in why(address, Limits(20_000, 20, 10))
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()
    assert why(server.has("/", packed[:20], Content_Encoding="gzip")) == (
        "it ends in the middle of its gzip."
    )
    assert "says that it is gzip, and is not" in why(
        server.has("/", content, Content_Encoding="gzip")
    )
    assert why(server.has("/", content, Content_Encoding="br")) == (
        'it is packed as "br", which was not asked for.'
    )


def test_a_part(server: Server) -> None:
    """An answer that ends too early is none."""
    assert why(server.has("/", b"x", Content_Length="2")) == "it ends before it is whole."


@pytest.mark.parametrize("status", [404, 500, 401])
def test_no_answer(server: Server, status: int) -> None:
    """The status is told."""
    assert why(server.has("/", b"gone", status)).startswith(f"it answers {status} ")


def test_nobody_there() -> None:
    """A refused connection, a name that is none and an address that is none are told."""
    assert "cannot be fetched" in why("http://127.0.0.1:9/")
    assert "cannot be fetched" in why("https://nobody.invalid/")
    assert "cannot be fetched" in why("http://127.0.0.1:99999999/")


def test_a_server_that_hangs(server: Server) -> None:
    """One that says nothing, and one whose headers or body drip, are left in time."""
    done = threading.Event()

    def silent(_: BaseHTTPRequestHandler) -> None:
        done.wait(10)

    def drips(handler: BaseHTTPRequestHandler, head: bytes) -> None:
        handler.wfile.write(head)
        while not done.wait(0.05):
            handler.wfile.write(b"x")

    began = time.monotonic()
    assert why(server.does("/", silent), SOON) == "nothing comes from it for 0.4 seconds."
    body = server.does("/", lambda handler: drips(handler, b"HTTP/1.0 200 OK\r\n\r\n"))
    assert "1 seconds" in why(body, SOON)
    headers = server.does("/", lambda handler: drips(handler, b"HTTP/1.0 200 OK\r\nX: "))
    assert why(headers, SOON) == "it does not answer in full within 1 seconds."
    done.set()
    assert time.monotonic() - began < 5


def test_a_redirect(server: Server) -> None:
    """It is followed, and told."""
    server.has("/new", b"x")
    address = server.has("/old", b"", 302, Location="new")
    fetched = fetch.fetch(address, LIMITS)
    assert (fetched.content, fetched.source) == (b"x", address)
    assert fetched.notes == (f"It redirects to {server.url}/new.",)


@pytest.mark.parametrize(
    "to",
    [
        *("file:///etc/passwd", "ftp://127.0.0.1/x", "http://orbit.example/x", "data:,x"),
        *("http://10.0.0.1/", "http://127.0.0.1.orbit.example/", "//orbit.example/"),
    ],
)
def test_a_redirect_elsewhere(server: Server, to: str) -> None:
    """Only https is followed; plain http on this machine alone, and never a file."""
    assert "and only https:// is followed." in why(server.has("/", b"", 302, Location=to))


def test_no_plain_http() -> None:
    """An address of another machine is not asked without https; nor is this one from there."""
    assert "only https:// is followed" in why("http://orbit.example/")
    assert "only https:// is followed" in why("file:///etc/passwd")
    redirects = fetch.Redirects(local=False)
    assert redirects.checked("https://orbit.example/ä") == "https://orbit.example/%C3%A4"
    with pytest.raises(FetchError, match="only https:// is followed"):
        redirects.checked("http://127.0.0.1:80/")


def test_redirects_without_end(server: Server) -> None:
    """A circle, a chain that is too long, and a redirect to nowhere are told."""
    server.has("/b", b"", 301, Location="/a")
    assert "redirects in a circle" in why(server.has("/a", b"", 307, Location="/b"))
    for number in range(9):
        server.has(f"/{number}", b"", 308, Location=f"/{number + 1}")
    assert f"redirects more than 5 times, at last to {server.url}/6" in why(f"{server.url}/0")
    assert why(server.has("/", b"", 303)) == "it redirects without saying where to."
