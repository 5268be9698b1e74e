"""What HTTP itself says of its statuses: texts -> whether they are such phrases, as "Not Found"."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# What others are called in older standards, or by most servers.
_MORE = (
    "request entity too large, payload too large, content too large, request-uri too long,"
    " uri too long, requested range not satisfiable, range not satisfiable, unprocessable entity,"
    " unprocessable content, request timeout, request time-out, gateway time-out, server error,"
    " internal error, found, moved temporarily, too early, success, validation error"
)
_PHRASES = {one.phrase.casefold() for one in HTTPStatus} | set(_MORE.split(", "))
_MOST = 0.75  # of several texts
_TWO = 2


def are_all(texts: Sequence[str]) -> bool:
    """Tell whether nearly all of several texts are phrases of HTTP."""
    told = sum(text.strip(" .").casefold() in _PHRASES for text in texts)
    return len(set(texts)) >= _TWO and told >= _MOST * len(texts)
