"""When the newest revision was last compared with what the provider publishes: `compared.yml`.

`python -m macros watch --record` writes it beside the documents, and a person commits it. It speaks
of one revision alone: once a newer one is held, it says nothing of that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from macros.sources import yaml_file
from macros.sources.fields import Day, Fetchable, Strict

if TYPE_CHECKING:
    from pathlib import Path

    from macros.sources.provider import Provider
    from macros.sources.yaml_file import Written

FILE = "compared.yml"
HEAD = "# Written by `python -m macros watch --record`: what came of the last comparison.\n"

# The same bytes; other bytes, in which codes and texts are the same; other codes or texts.
Outcome = Literal["same", "same-rows", "differs"]
WORST: tuple[Outcome, ...] = ("differs", "same-rows", "same")


class ComparedDocument(Strict):
    """One document that was compared."""

    file: str = Field(description="The document of the revision that it was compared with.")
    address: Fetchable = Field(description="Where what was compared with it stood on that day.")
    outcome: Outcome = Field(
        description="same: the same bytes; same-rows: other bytes with the same codes and texts;"
        " differs: other codes or texts."
    )
    sha256: str = Field(description="The SHA-256 of what stood there.")


class Compared(Strict):
    """What came of the last comparison of one revision: the whole of a `compared.yml`."""

    day: Day = Field(description="The day (ISO) on which it was compared.")
    revision: str = Field(description="The id of the revision that was the newest then.")
    documents: list[ComparedDocument] = Field(
        min_length=1, description="Its documents that were compared, in their order."
    )

    @property
    def outcome(self) -> Outcome:
        """What came of it for all documents: of several the worst."""
        outcomes = {document.outcome for document in self.documents}
        return next(outcome for outcome in WORST if outcome in outcomes)

    def about(self, provider: Provider) -> Compared | None:
        """Return what it says of the newest revision that stands; None where it says nothing.

        What differed from an older one may have been taken in since: then it is the newest now.
        """
        latest = provider.latest
        if self.revision == latest.id:
            files = [document.file for document in self.documents]
            return self if files == [held.file for held in latest.documents] else None
        digests = [document.sha256 for document in self.documents]
        if digests != [held.described.sha256 for held in latest.documents]:
            return None
        taken = [
            document.model_copy(update={"file": held.file, "outcome": "same"})
            for document, held in zip(self.documents, latest.documents, strict=True)
        ]
        return self.model_copy(update={"revision": latest.id, "documents": taken})


def read(folder: Path, name: str) -> Written[Compared] | None:
    """Return what is recorded of a provider; None where nothing is.

    Args:
        folder: the provider's folder.
        name: the folder as errors call it, relative to the project.

    Raises:
        ProblemsError: with the line of each fault.
    """
    path = folder / FILE
    return yaml_file.read(path, f"{name}/{FILE}", Compared) if path.is_file() else None
