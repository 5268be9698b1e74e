"""The command `offline`: a built site -> archives of a copy for a disk, and of a docset.

The same site makes the same archives: files are dated by the data, and stand in their order.
"""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from macros import addresses, atlas
from macros.errors import Problem, ProblemsError
from macros.maintain import terminal
from macros.maintain.run import DONE, say
from macros.publish import docset, pages
from macros.publish.offline import INDEX, Copy
from macros.publish.site import Site
from macros.sources import settings

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable
    from pathlib import Path

    from macros.atlas import Atlas

_FOLDER = "error-code-atlas"


def run_offline(given: Namespace) -> int:
    """Write the archives of the site in `given.site` into the folder `given.folder`."""
    files = _read(given.site)
    said = settings.read(given.data.absolute().parent / settings.FILE)
    whole = atlas.load(given.data, pages.written(given.docs), said, tell=terminal.tell)
    _refuse_another_site(whole, files, given.site)
    day = Site(whole, given.data).updated("")
    terminal.tell("writing a copy")
    copy = list(Copy(files, day).made())
    archives = {
        f"{_FOLDER}-{day}.zip": zipped(_FOLDER, copy, day),
        f"{docset.NAME.removesuffix('.docset')}.tgz": tarred(
            docset.NAME, docset.files(whole, copy), day
        ),
    }
    given.folder.mkdir(parents=True, exist_ok=True)
    for name, content in archives.items():
        (given.folder / name).write_bytes(content)
        say(f"{given.folder / name}: {len(content) / 1e6:.1f} MB, as of {day}.")
    return DONE


def _read(site: Path) -> dict[str, bytes]:
    if not all((site / name).is_file() for name in (INDEX, addresses.SEARCH_CODES())):
        do = "Name the folder of a site that `mkdocs build` has written."
        raise ProblemsError([Problem(str(site), 0, "this is no built site of the atlas.", do)])
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}


def _refuse_another_site(whole: Atlas, files: dict[str, bytes], site: Path) -> None:
    """Refuse a site that was built of other data: the docset would lead nowhere.

    Raises:
        ProblemsError: with the first code whose page is missing.
    """
    for code in whole.codes:
        if f"{code.url}{INDEX}" not in files:
            what = f"it has no page for {code.name}, which the data has."
            raise ProblemsError([Problem(str(site), 0, what, "Build the site anew.")])


def zipped(folder: str, files: Iterable[tuple[str, bytes]], day: str) -> bytes:
    """Return a zip of files below a folder, dated by a day (ISO)."""
    made = io.BytesIO()
    of_day = date.fromisoformat(day)
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, content in files:
            entry = zipfile.ZipInfo(
                f"{folder}/{path}", (of_day.year, of_day.month, of_day.day, 0, 0, 0)
            )
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return made.getvalue()


def tarred(folder: str, files: Iterable[tuple[str, bytes]], day: str) -> bytes:
    """Return a gzipped tar of files below a folder, dated by a day (ISO)."""
    made = io.BytesIO()
    moment = int(datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC).timestamp())
    with (
        gzip.GzipFile(fileobj=made, mode="wb", mtime=moment, filename="") as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path, content in files:
            entry = tarfile.TarInfo(f"{folder}/{path}")
            entry.size, entry.mtime = len(content), moment
            archive.addfile(entry, io.BytesIO(content))
    return made.getvalue()
