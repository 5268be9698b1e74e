"""One address -> its bytes, or why there are none: HTTP as careful as a stranger's answer needs.

Nothing is sent but the address and who asks; no cookies, no credentials. A redirect leads to https
alone. What comes is bytes, at most so many within so many seconds: it is neither run nor shown.
"""

from __future__ import annotations

import http.client
import queue
import re
import string
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from email.message import Message
    from typing import IO

AGENT = "ErrorCodeAtlas (python -m macros watch)"
_REDIRECTS = 5
_PIECE = 1 << 16
_LOCAL = re.compile(r"http://(127\.0\.0\.1|localhost|\[::1\])[:/]")
_LOOK = "Open the address in a browser; if it moved, mend `official` in provider.yml."
_AGAIN = "Try again later."
Result = TypeVar("Result")


class FetchError(Exception):
    """There are no bytes: `what` went wrong, and what to `do` about it, in sentences."""

    def __init__(self, what: str, do: str = _LOOK) -> None:
        super().__init__(what)
        self.what, self.do = what, do


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken, and how long it may take.

    Attributes:
        most: bytes, also after they are unpacked.
        seconds: for all of it.
        silence: seconds in which nothing comes.
    """

    most: int = 5_000_000
    seconds: float = 60
    silence: float = 20


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address, or a repository, answered.

    Attributes:
        content: the bytes.
        source: the permanent address of just these, where there is one; else the one asked.
        notes: what else came of it, in sentences.
        type: what the server calls it; empty where it does not say.
        day: the day from which on it is published, where that is known.
        dated_by: how that is known.
    """

    content: bytes
    source: str
    notes: tuple[str, ...] = ()
    type: str = ""
    day: date | None = None
    dated_by: str = ""


def fetch(address: str, limits: Limits | None = None) -> Fetched:
    """Return what stands at an address.

    Raises:
        FetchError: when that cannot be told.
    """
    limits = limits or Limits()
    return _within(limits.seconds, lambda: _asked(address, limits))


def _within(seconds: float, work: Callable[[], Result]) -> Result:
    """Do something within so many seconds; a name server can hang, too, and headers can drip."""
    results: queue.Queue[Result | Exception] = queue.Queue()

    def run() -> None:
        try:
            results.put(work())
        except Exception as error:  # noqa: BLE001 - it is raised below
            results.put(error)

    threading.Thread(target=run, daemon=True).start()
    try:
        result = results.get(timeout=seconds)
    except queue.Empty:
        raise FetchError(
            f"it does not answer in full within {seconds:g} seconds.", _AGAIN
        ) from None
    if isinstance(result, Exception):
        raise result
    return result


def _asked(address: str, limits: Limits) -> Fetched:
    ends = time.monotonic() + limits.seconds
    redirects = Redirects(local=bool(_LOCAL.match(address)))
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler({} if redirects.local else None),
        urllib.request.HTTPSHandler(),
        # Only for this machine: `redirects` lets no other address pass.
        urllib.request.HTTPHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.HTTPDefaultErrorHandler(),
        redirects,
    ):
        opener.add_handler(handler)
    headers = {"User-Agent": AGENT, "Accept": "*/*", "Accept-Encoding": "identity"}
    try:
        request = urllib.request.Request(redirects.checked(address), headers=headers)  # noqa: S310
        with opener.open(request, timeout=limits.silence) as answer:
            content = b"".join(_pieces(answer, limits, ends))
    except urllib.error.HTTPError as error:
        error.close()
        raise FetchError(f"it answers {error.code} {error.reason}.") from None
    except TimeoutError:
        what = f"nothing comes from it for {limits.silence:g} seconds."
        raise FetchError(what, _AGAIN) from None
    # A name that cannot be looked up, a refused connection, a broken answer, no address at all.
    except (OSError, http.client.HTTPException, ValueError) as error:
        told = error.reason if isinstance(error, urllib.error.URLError) else error
        raise FetchError(f"it cannot be fetched: {told or type(error).__name__}.") from None
    notes = tuple(f"It redirects to {one}." for one in redirects.gone[1:])
    return Fetched(content, address, notes, answer.headers.get("Content-Type", ""))


class Redirects(urllib.request.BaseHandler):
    """Follows redirects to https; to http on this machine where the first address was there."""

    _SAFE: ClassVar = string.punctuation

    def __init__(self, *, local: bool) -> None:
        self.local = local
        self.gone: list[str] = []

    def checked(self, address: str) -> str:
        """Return an address as it is asked, if it may be.

        Raises:
            FetchError: when it may not.
        """
        asked = urllib.parse.quote(address, safe=self._SAFE)
        local = self.local and _LOCAL.match(asked)
        if not (local or asked.startswith("https://")):
            raise FetchError(f"it leads to {asked}, and only https:// is followed.")
        if asked in self.gone:
            raise FetchError(f"it redirects in a circle: {asked} comes again.")
        if len(self.gone) > _REDIRECTS:
            raise FetchError(f"it redirects more than {_REDIRECTS} times, at last to {asked}.")
        self.gone.append(asked)
        return asked

    def _follow(
        self,
        request: urllib.request.Request,
        answer: IO[bytes],
        _code: int,
        _says: str,
        headers: Message,
    ) -> object:
        answer.close()
        to = headers.get("Location")
        if not to:
            raise FetchError("it redirects without saying where to.")
        asked = self.checked(urllib.parse.urljoin(request.full_url, to))
        further = urllib.request.Request(asked, headers=dict(request.header_items()))  # noqa: S310
        # A host of its own, not that of the first address.
        further.headers.pop("Host", None)
        assert self.parent
        return self.parent.open(further, timeout=request.timeout)

    http_error_301 = http_error_302 = http_error_303 = http_error_307 = http_error_308 = _follow


def _pieces(answer: http.client.HTTPResponse, limits: Limits, ends: float) -> Iterator[bytes]:
    """Yield what comes, unpacked where it is packed although nobody asked for that."""
    packed = (answer.headers.get("Content-Encoding") or "identity").strip().lower()
    if packed not in {"identity", "gzip", "x-gzip"}:
        raise FetchError(f'it is packed as "{packed}", which was not asked for.')
    said = answer.headers.get("Content-Length", "")
    if said.isdigit() and int(said) > limits.most:
        raise FetchError(_too_much(limits))
    unpack = zlib.decompressobj(16 + zlib.MAX_WBITS) if packed != "identity" else None
    count = 0
    while piece := answer.read1(_PIECE):
        if time.monotonic() > ends:
            raise FetchError(f"it takes more than {limits.seconds:g} seconds.", _AGAIN)
        if unpack:
            try:
                # One byte more than may be: a small answer can hold much.
                piece = unpack.decompress(piece, limits.most + 1 - count)
            except zlib.error as error:
                raise FetchError(f"it says that it is gzip, and is not: {error}.") from None
        count += len(piece)
        if count > limits.most:
            raise FetchError(_too_much(limits))
        yield piece
    if unpack and not unpack.eof:
        raise FetchError("it ends in the middle of its gzip.", _AGAIN)
    if not unpack and said.isdigit() and count < int(said):
        raise FetchError("it ends before it is whole.", _AGAIN)


def _too_much(limits: Limits) -> str:
    return f"it is larger than {limits.most:,} bytes, which no document of codes is."
