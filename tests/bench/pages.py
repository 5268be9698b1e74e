"""What the pages of codes alone cost in a build: seconds of CPU to make and to write them.

Run in the folder of a project, `python tests/bench/pages.py SITE` builds it as `mkdocs build` does,
and prints the seconds. It is what a plain site does, too; reading documents, comparing and checking
them, and the files for programs are left out.
"""

from __future__ import annotations

import sys
from time import process_time
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_spent = {"pages": 0.0, "files for programs": 0.0}


def _measured(config: object) -> None:
    """Put what measures around what is measured, once the hooks have loaded it."""
    del config
    from macros.publish import tree  # noqa: PLC0415 - see above
    from macros.publish.api.files import Files  # noqa: PLC0415 - the same

    tree.pages_of_codes = _until_the_next(tree.pages_of_codes)
    Files.take = _within(Files.take)  # type: ignore[method-assign]


def _until_the_next(pages: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    """Count the time in which pages are made, and in which each is written by who asked for it."""

    def counted(*args: object) -> Iterator[Any]:
        begun = process_time()
        yield from pages(*args)
        _spent["pages"] += process_time() - begun

    return counted


def _within(take: Callable[..., None]) -> Callable[..., None]:
    """Count the time for what a page brings to the files for programs."""

    def counted(*args: object) -> None:
        begun = process_time()
        take(*args)
        _spent["files for programs"] += process_time() - begun

    return counted


def main() -> None:
    """Build the project, and print the seconds."""
    config = load_config(site_dir=sys.argv[1])
    config.plugins._register_event("pre_build", _measured)  # noqa: SLF001 - there is no other way
    build(config)
    print(round(_spent["pages"] - _spent["files for programs"], 2))


if __name__ == "__main__":
    main()
