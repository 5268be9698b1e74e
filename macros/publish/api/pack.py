"""Packs of codes in their public shape: codes -> Pack, and the rule by which a client finds one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel

from macros.publish.api.code import Code
from macros.publish.api.fields import field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from macros.publish import packs

# The version in which packs came, in the place of a file for each code of any provider.
SINCE = "1.4"


class Pack(BaseModel):
    """The codes, of any provider, whose hashes begin alike."""

    pack: str = field(
        "Its name: the first digits of the SHA-256 of each of its codes, in hexadecimal.", "3"
    )
    codes: dict[str, list[Code]] = field(
        "All entries with a code, of any provider and code set, by the code with A to Z in lower"
        " case. A code that is not here nobody lists.",
        {},
    )


class PackRule(BaseModel):
    """How a client finds the pack of a code, without asking."""

    hash: Literal["sha-256"] = field(
        "What is taken of the code: as printed, with its sign, A to Z in lower case, in UTF-8.",
        "sha-256",
    )
    digits: int = field(
        "How many hexadecimal digits of it, from the first on and in lower case, are the name of"
        " the pack. There is a pack of each such name: where one answers 404, `digits` is another"
        " by now.",
        1,
    )
    single_files: bool = field(
        "Whether each code has its JSON and its Markdown in files of its own, too. Where not, these"
        " are not among the addresses.",
        True,  # noqa: FBT003
    )

    @classmethod
    def of(cls, rule: packs.Packs) -> PackRule:
        """Describe the rule."""
        return cls(hash="sha-256", digits=rule.digits, single_files=rule.single)


def text(name: str, codes: Mapping[str, Iterable[bytes]]) -> bytes:
    """Return the file of the pack `name`, each key with its entries a line: there are many.

    Args:
        name: the pack's.
        codes: the JSON of the entries of each key.
    """
    lines = (json.dumps(key).encode() + b": [" + b", ".join(codes[key]) + b"]" for key in codes)
    return b'{"pack": "%s", "codes": {\n%s\n}}\n' % (name.encode(), b",\n".join(lines))
