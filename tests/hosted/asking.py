"""A request, and of its answer what counts."""

from __future__ import annotations

from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlsplit

# They say when and by whom something was answered, not what.
_OF_THE_SERVER = frozenset(
    "age connection content-length date keep-alive server transfer-encoding vary"
    " x-nf-request-id".split()
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said.

    Attributes:
        headers: the values by the name in lower case.
    """

    status: int
    headers: dict[str, str]
    body: bytes


def ask(
    server: str, path: str, method: str = "GET", headers: dict[str, str] | None = None
) -> Answer:
    """Ask a server for a path, which is sent as it stands; follow nothing."""
    connection = HTTPConnection(urlsplit(server).netloc, timeout=60)
    try:
        connection.request(method, path, headers=headers or {})
        answer = connection.getresponse()
        body = answer.read()
        given = [(name.lower(), value) for name, value in answer.getheaders()]
    finally:
        connection.close()
    kept = {name: value for name, value in given if name not in _OF_THE_SERVER}
    assert len(kept) == len([name for name, _ in given if name in kept]), given
    return Answer(answer.status, kept, body)
