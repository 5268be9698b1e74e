"""What came of one document of a provider that is compared with what is published."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.maintain.revision.places import Day

Outcome = Literal["same", "same-rows", "differs", "unreadable", "failed", "unwatched"]


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of one document of a provider.

    Attributes:
        provider: the provider's id.
        file: the document that is held, by its path in the project.
        revision: the id of the newest revision.
        outcome: what came of it: `failed` where nothing could be fetched, `unwatched` where nobody
            has said from where, `unreadable` where it cannot be read as the held one is.
        address: where it was looked for; empty where nobody has said.
        lines: what to read of it, in sentences.
        do: what to do; empty where nothing has to be done, or `command` says it.
        source: the permanent address of what was fetched, where there is one.
        content: what was fetched; None where nothing was.
        doubts: why it may be another document.
        codes: the codes of each kind of change.
        name: the file name under which it can be saved.
        command: takes it in, or shows how it can be read; empty where that is of no use.
        day: its day, and how that is known; None where it is not compared, or nothing tells.
        says_day: whether the document says that day itself.
        is_held: whether a revision has it already, byte for byte.
        is_document: whether it is about a document that is held, and not about one too many.
    """

    provider: str
    file: str
    revision: str
    outcome: Outcome
    address: str = ""
    lines: tuple[str, ...] = ()
    do: str = ""
    source: str = ""
    content: bytes | None = None
    doubts: tuple[str, ...] = ()
    codes: Mapping[str, list[str]] = field(default_factory=dict)
    name: str = ""
    command: str = ""
    day: Day | None = None
    says_day: bool = False
    is_held: bool = False
    is_document: bool = True

    @property
    def sha256(self) -> str:
        """The checksum of what was fetched; empty where nothing was."""
        return "" if self.content is None else hashlib.sha256(self.content).hexdigest()

    @property
    def is_compared(self) -> bool:
        """Whether it is known what differs."""
        return self.outcome in {"same", "same-rows", "differs"}
