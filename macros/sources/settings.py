"""What `mkdocs.yml` says to the atlas: the keys of `extra: atlas:`.

Not through MkDocs, so that what is made without it says the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, Field

from macros.errors import ProblemsError
from macros.sources import yaml_file
from macros.sources.fields import Strict

if TYPE_CHECKING:
    from pathlib import Path

FILE = "mkdocs.yml"


class Settings(Strict):
    """The keys of `extra: atlas:`."""

    single_files: int = Field(
        default=5000,
        ge=0,
        description="a whole number, 0 or more: up to how many codes each of them has its JSON and"
        " its Markdown in files of its own. Above, packs alone have them.",
    )


class _Extra(BaseModel):
    """What themes and plugins read, and we."""

    atlas: Settings = Field(
        default_factory=Settings, description="keys and values, such as `single_files: 5000`."
    )


class _File(BaseModel):
    """The file; all else in it is MkDocs' own."""

    extra: _Extra = Field(default_factory=_Extra, description="keys and values, such as `atlas`.")


def read(path: Path) -> Settings:
    """Return what a file says; where there is none, what holds without one.

    Raises:
        ProblemsError: with the line of each fault.
    """
    if not path.is_file():
        return Settings()
    file = yaml_file.YamlFile(path, path.name)
    try:
        return file.check(_File).extra.atlas
    except ProblemsError as error:
        known = ", ".join(Settings.model_fields)
        raise ProblemsError(
            problem
            if problem.do.startswith("Expected")
            else type(problem)(
                problem.file,
                problem.line,
                problem.what,
                f"Below `extra: atlas:` there may be: {known}.",
            )
            for problem in error.problems
        ) from None
