"""The command `write`: the atlas -> a folder with the site as it is without MkDocs.

With `--search-documents` it writes the documents for a search engine instead, or beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros import atlas
from macros.errors import Problem, ProblemsError
from macros.maintain import output, terminal
from macros.maintain.run import DONE, say
from macros.publish import assets, pages, search_documents
from macros.publish.bare import Bare
from macros.publish.site import Site
from macros.sources import settings

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from pathlib import Path

_OURS = "api/v1/index.json"  # each site that was written has it


def run_write(given: Namespace) -> int:
    """Write what is made of `given.data`, for the address `given.url`.

    It is the site, into `given.folder`, or documents for a search engine, into
    `given.search_documents`, or both.
    """
    if given.folder:
        _refuse_what_is_not_ours(given.folder.resolve())
    elif not given.search_documents:
        do = "Name a folder for the site, or `--search-documents FILE`."
        raise ProblemsError([Problem("write", 0, "nothing is named to write.", do)])
    reserved = pages.written(given.docs)
    url = f"{given.url.rstrip('/')}/" if given.url else ""
    said = settings.read(given.data.absolute().parent / settings.FILE)
    site = Site(atlas.load(given.data, reserved, said, tell=terminal.tell), given.data, url)
    if given.search_documents:
        _write_search_documents(site, given.search_documents)
    if given.folder:
        _write_site(site, given)
    return DONE


def _write_search_documents(site: Site, file: Path) -> None:
    """Write a line for each code, one after the other; a file that is there stays until the end."""
    beside = file.with_name(f".{file.name}.part")
    number = 0
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as written:
            for number, line in enumerate(search_documents.lines(site.atlas, site.url or "/"), 1):
                written.write(line)
                if number % 1000 == 0:
                    terminal.tell(f"writing document {number}")
        beside.replace(file)
    except OSError as error:
        beside.unlink(missing_ok=True)
        do = "Name a file in a folder that is there and has room."
        what = f"it cannot be written: {error.strerror}."
        raise ProblemsError([Problem(str(file), 0, what, do)]) from None
    terminal.tell("")
    say(f"{file}: {number} documents.")


def _write_site(site: Site, given: Namespace) -> None:
    target: Path = given.folder.resolve()
    output.recover(target)
    beside = output.beside(target)
    number = 0

    def counted() -> Iterator[tuple[str, str | bytes]]:
        nonlocal number
        for number, file in enumerate(_files(site, given.docs), start=1):  # noqa: B007 - told below
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


def _files(site: Site, docs: Path) -> Iterator[tuple[str, str | bytes]]:
    made = assets.read(docs / assets.ROOT)
    yield from made.put_into(Bare(site, terminal.tell).files())
    yield from made.files.items()


def _refuse_what_is_not_ours(target: Path) -> None:
    if target.exists() and not (target / _OURS).is_file():
        if not target.is_dir():
            what = "this is a file, not a folder."
        elif any(target.iterdir()):
            what = "this folder holds something else than a site of the atlas."
        else:
            return
        raise ProblemsError([Problem(str(target), 0, what, "Name an empty folder, or a new one.")])
