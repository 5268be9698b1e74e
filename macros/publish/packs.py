"""In which files the JSON and the Markdown of a code stand, by a rule that every client computes.

A pack has the codes, of all providers, whose SHA-256 begins with the same digits; those digits are
its name. The beginnings of the codes themselves would be easier to read, but codes of one provider
begin alike, and names of errors with nothing in common: by them one pack would have half of all
codes, or each code a pack.

Every name that the digits can have has its pack, be it empty. So a pack that is not there tells a
client that names are longer or shorter now, and never that nobody lists a code.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING
from urllib.parse import quote

from macros import addresses

if TYPE_CHECKING:
    from macros.atlas import Atlas
    from macros.catalog.model import Code

# So many codes a pack has on average, before names become a digit longer. A code takes less than
# 0.4 KB of a compressed pack, so that packs stay below 64 KB; but what very many providers list
# stands together, however long names are: 100 entries are 30 KB.
MOST = 128
_LONGEST = 16  # digits of a name: more than files in any site
_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)


def key_of(code: str) -> str:
    """Return what stands for a printed code in packs: A to Z in lower case, and all else as it is.

    Of other letters programming languages do not agree which is the lower one.
    """
    return code.translate(_SMALL)


@lru_cache(maxsize=1 << 18)  # all files of a code, and of all that name it, ask for it
def _digest_of(code: str) -> str:
    return hashlib.sha256(key_of(code).encode()).hexdigest()[:_LONGEST]


def digits_for(count: int) -> int:
    """Return how many digits the names of packs have, for so many codes."""
    digits = 1
    while count > MOST * 16**digits:
        digits += 1
    return digits


@dataclass(frozen=True, slots=True)
class Packs:
    """Where codes stand.

    Attributes:
        digits: how many hexadecimal digits the names of packs have.
        single: whether each code has files of its own, too.
    """

    digits: int
    single: bool

    @classmethod
    def of(cls, atlas: Atlas) -> Packs:
        """Return where the codes of an atlas stand."""
        count = len(atlas.codes)
        return cls(digits_for(count), count <= atlas.settings.single_files)

    @property
    def names(self) -> list[str]:
        """The names of all packs, in order."""
        return [f"{number:0{self.digits}x}" for number in range(16**self.digits)]

    def name_for(self, code: str) -> str:
        """Return the name of the pack that a printed code stands in, if anybody lists it."""
        return _digest_of(code)[: self.digits]

    def json(self, code: Code) -> str:
        """Return the address of a code's JSON: a file, or a place in one (RFC 6901)."""
        return code.json_url if self.single else _json(self.digits, code.code)

    def markdown(self, code: Code) -> str:
        """Return the address of a code's Markdown: a file, or a place in one."""
        if self.single:
            return code.markdown_url
        return _markdown(self.digits, code.code, code.provider.id, code.address)


@lru_cache(maxsize=1 << 10)  # the head of a code's page, its body and its Markdown ask for it
def _json(digits: int, code: str) -> str:
    pack = _digest_of(code)[:digits]
    pointer = key_of(code).replace("~", "~0").replace("/", "~1")
    return addresses.API_IN_PACK(pack=pack, pointer=quote(pointer, safe=""))


@lru_cache(maxsize=1 << 14)  # its neighbours', too
def _markdown(digits: int, code: str, provider: str, address: str) -> str:
    pack = _digest_of(code)[:digits]
    return addresses.IN_MARKDOWN_PACK(pack=pack, provider=provider, code=address)
