"""The command `write`: the atlas -> a folder with the site as it is without MkDocs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros import atlas
from macros.errors import Problem, ProblemsError
from macros.maintain import output, terminal
from macros.maintain.run import DONE, say
from macros.publish import pages
from macros.publish.bare import Bare
from macros.publish.site import Site
from macros.sources import settings

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from pathlib import Path

_OURS = "api/v1/index.json"  # each site that was written has it


def run_write(given: Namespace) -> int:
    """Write the site of `given.data` into `given.folder`, for the address `given.url`."""
    target: Path = given.folder.resolve()
    _refuse_what_is_not_ours(target)
    terminal.tell("reading")
    reserved = pages.written(given.docs)
    url = f"{given.url.rstrip('/')}/" if given.url else ""
    said = settings.read(given.data.absolute().parent / settings.FILE)
    site = Site(atlas.load(given.data, reserved, said), given.data, url)
    output.recover(target)
    beside = output.beside(target)
    number = 0

    def counted() -> Iterator[tuple[str, str | bytes]]:
        nonlocal number
        for number, file in enumerate(_files(site, given.docs), start=1):
            if number % 100 == 0:
                terminal.tell(f"writing file {number}")
            yield file

    try:
        with output.cleared(beside):
            output.write(beside, counted())
            output.put(beside, target)
    except OSError as error:
        full = output.no_room(error, target)
        if full:
            raise ProblemsError([full]) from None
        raise
    say(f"{given.folder}: {number} files.")
    return DONE


def _files(site: Site, docs: Path) -> Iterator[tuple[str, str | bytes]]:
    assets = sorted(path for path in (docs / "assets").rglob("*") if path.is_file())
    named = {path.relative_to(docs).as_posix(): path for path in assets}
    yield from Bare(site, tuple(name for name in named if name.endswith(".css"))).files()
    for name, path in named.items():
        yield name, path.read_bytes()


def _refuse_what_is_not_ours(target: Path) -> None:
    if target.exists() and not (target / _OURS).is_file():
        if not target.is_dir():
            what = "this is a file, not a folder."
        elif any(target.iterdir()):
            what = "this folder holds something else than a site of the atlas."
        else:
            return
        raise ProblemsError([Problem(str(target), 0, what, "Name an empty folder, or a new one.")])
