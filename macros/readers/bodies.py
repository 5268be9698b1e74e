"""Bodies and answers that examples show: a text, the listed codes -> whether it says nothing new.

A body names its code by a key. Where one has a listed code, what other keys have is something else:
an id, an amount, a field. Another code below the same key would be one that the document lacks.
Pages that were copied have bodies among their texts, without marks around them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.readers.printed import codes_in_cell, compiled

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

_PAIR = re.compile(
    r"\"(?P<key>[^\"\n]{1,60})\"\s*:\s*(?P<value>\"(?:[^\"\\\n]|\\.)*+\"|[^\s\",{}\[\]]++)"
)
_STRING = re.compile(r"\"(?:[^\"\\]|\\.)*+\"")
_OPENS = re.compile(r"\s*(?:\{\s*(?:\"|$)|\[\s*(?:[{\"]|$))")
_OPEN, _CLOSED = re.compile(r"[{\[]"), re.compile(r"[}\]]")
_HEADER = re.compile(r"^(?:HTTP/[0-9.]+ [1-5][0-9]{2}\b.*|[A-Za-z][A-Za-z-]*: .*)$", re.MULTILINE)
_NOTHING = frozenset({"", "null", "true", "false"})
_OF_CODES = re.compile(
    r"(?:api|err|error|fault|result|ret|return|response|sub)?[_-]?(?:code|errno)", re.IGNORECASE
)

# A listed number below another key may be anything: a page, an amount.
_MAY_NAME = re.compile(r"code|err|stat|result|reason|type|fault|kind|name", re.IGNORECASE)


def spans(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where bodies in JSON begin and end: from a bracket to the one that closes it."""
    first, depth = 0, 0
    for number, line in enumerate(lines):
        bare = _STRING.sub("", line)
        if not depth and not _OPENS.match(line):
            continue
        first = first if depth else number
        depth = max(depth + len(_OPEN.findall(bare)) - len(_CLOSED.findall(bare)), 0)
        if not depth:
            yield first, number + 1


def says_nothing_new(text: str, patterns: Iterable[str], codes: Container[str]) -> bool:
    """Tell whether a text is a body with a listed code, and all codes in it are listed.

    Args:
        text: the lines of an example.
        patterns: those of the codes.
        codes: the codes that are listed.
    """
    pairs = [(found["key"], found["value"].strip('"')) for found in _PAIR.finditer(text)]
    if not any(value in codes and _MAY_NAME.search(key) for key, value in pairs):
        return False
    named = {key for key, value in pairs if value in codes or _OF_CODES.fullmatch(key)}
    said = [value for key, value in pairs if key in named and value not in _NOTHING]
    rest = _HEADER.sub("", _PAIR.sub("", text))
    for pattern in patterns:
        said += (found[0] for found in compiled(pattern).finditer(rest))
        # A key with small letters alone is no code, whatever the pattern fits.
        keys = (key for key, _ in pairs if not key.islower() or any(map(str.isdigit, key)))
        said += (code for key in keys for code in codes_in_cell(key, pattern))
        others = (value for key, value in pairs if _MAY_NAME.search(key))
        said += (code for value in others for code in codes_in_cell(value, pattern))
    return all(code in codes for code in said)
