"""Products and vendors whose codes are not here, and the marks by which a text shows them.

A provider's `sisters` in `provider.yml` are of its own vendor; `data/others.yml` lists all others.
What a text bears a mark of is never answered with a code of ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field, StringConstraints, model_validator

from macros.sources import yaml_file
from macros.sources.fields import Identifier, Strict, Words

if TYPE_CHECKING:
    from pathlib import Path

    from macros.sources.yaml_file import Written

FILE = "others.yml"

# A single letter would stand in any text.
Word = Annotated[
    str,
    StringConstraints(pattern=r"^[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{N} -]*[\p{Ll}\p{Lo}\p{N}]$"),
    Field(description="Two letters or more, in lower case."),
]
Host = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9-]+(?:\.[a-z0-9-]+)+$"),
    Field(description="A host such as api.vendor.example, without scheme and path."),
]
Key = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]+$"),
    Field(description="Two letters, digits or underscores and more, a letter first."),
]
# The theme shows no text below a search result whose address has a fragment.
Page = Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"#]+$")]


class Other(Strict):
    """A product or vendor that the atlas does not hold."""

    id: Identifier = Field(description="Short, in lower case: errors name it so.")
    name: Words = Field(description="What people call it.")
    page: Page = Field(
        description="The official page of its codes, beginning with https://, without a fragment."
    )
    words: list[Word] = Field(
        default_factory=list,
        description="Names that no other product has; a space stands for any or none.",
    )
    places: list[Word] = Field(
        default_factory=list,
        description="Names that also say where something runs: they count in a text that has no key"
        " and no name of a provider here.",
    )
    hosts: list[Host] = Field(
        default_factory=list,
        description="Hosts of its API and its manual; those below them count, too.",
    )
    keys: list[Key] = Field(
        default_factory=list,
        description="Keys of its bodies and addresses that no provider here uses.",
    )

    @model_validator(mode="after")
    def _has_a_mark(self) -> Other:
        if not any(self.marks.values()):
            raise ValueError(f'"{self.id}" has no words, places, hosts or keys: no text shows it')
        return self

    @property
    def marks(self) -> dict[str, list[str]]:
        """All marks by kind, as in the file."""
        return {
            "words": self.words,
            "places": self.places,
            "hosts": self.hosts,
            "keys": self.keys,
        }


class OthersFile(Strict):
    """The whole of `others.yml`."""

    others: list[Other] = Field(
        default=[], description="Vendors and APIs that are not here, by id."
    )


def read(data: Path) -> Written[OthersFile]:
    """Read the vendors that are not here; there are none where there is no such file.

    Raises:
        ProblemsError: with the line of each fault.
    """
    return yaml_file.read_if_there(data / FILE, f"{data.name}/{FILE}", OthersFile)
