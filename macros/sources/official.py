"""What `provider.yml` holds of the provider's own page, and of where its document can be fetched.

`url` is for people. `raw`, or `repository` and `path`, is for `python -m macros watch`, which
fetches the bytes that the newest revision is compared with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator

from macros.sources.fields import Fetchable, Prose, Strict, WebAddress

if TYPE_CHECKING:
    from collections.abc import Sequence


def _listed(value: object) -> object:
    """Take one text for a list of one."""
    return [value] if isinstance(value, str) else value


def _check_path(path: str) -> str:
    if {"", ".", ".."} & set(path.split("/")):
        raise ValueError(f'"{path}" is not the path of a file, such as docs/errors.md')
    return path


def _check_branch(branch: str) -> str:
    if ".." in branch or branch.endswith(("/", ".")):
        raise ValueError(f'"{branch}" is not the name of a branch')
    return branch


# What git takes for an option, or for something else than a path, is none.
GitPath = Annotated[
    str,
    StringConstraints(pattern=r"^[^-:\x00-\x1f\x7f\\][^\x00-\x1f\x7f\\]*$"),
    AfterValidator(_check_path),
    Field(description="The path of a file, such as docs/errors.md."),
]
Branch = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_./+-]*$"),
    AfterValidator(_check_branch),
]


class OfficialPage(Strict):
    """The provider's own current page."""

    url: WebAddress = Field(description="Its address, beginning with https://.")
    note: Prose | None = Field(None, description="How it differs from what the atlas holds.")
    raw: Annotated[
        list[Fetchable],
        BeforeValidator(_listed, json_schema_input_type=Fetchable | list[Fetchable]),
    ] = Field(
        default=[],
        description="The address at which `watch` fetches the document, as bytes, not as a page"
        " around it; a list where the newest revision has several documents, in their order.",
    )
    repository: Fetchable | None = Field(
        None, description="In place of `raw`: the public git repository that has the document."
    )
    path: Annotated[
        list[GitPath], BeforeValidator(_listed, json_schema_input_type=GitPath | list[GitPath])
    ] = Field(default=[], description="Its path in the repository; a list where there are several.")
    branch: Branch | None = Field(
        None, description="The branch, where it is not the repository's own default."
    )

    @model_validator(mode="after")
    def _one_way_to_fetch(self) -> OfficialPage:
        if self.raw and self.repository:
            raise ValueError("give `raw` or `repository`, not both")
        if bool(self.repository) != bool(self.path):
            raise ValueError("`repository` and `path` belong together: give both, or neither")
        if self.branch and not self.repository:
            raise ValueError("a `branch` is one of a `repository`: give that, too")
        return self

    @property
    def places(self) -> Sequence[str]:
        """The addresses, or the paths in the repository; none where nothing can be fetched."""
        return self.raw or self.path
