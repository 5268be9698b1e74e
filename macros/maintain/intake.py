"""What both commands that take in a document do: file -> text, plan -> what is said of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from macros.catalog import load as catalog
from macros.errors import Problem, ProblemsError
from macros.maintain import by_hand, edits, replies
from macros.maintain.document import reading
from macros.maintain.sniffers import foreign
from macros.sources import conditions, observations
from macros.sources.conditions import UNREVIEWED
from macros.sources.yaml_file import YamlFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.catalog.catalog import Catalog
    from macros.maintain.document.reading import Reading
    from macros.readers.rows import Document

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Planned:
    """What a command would write.

    Attributes:
        lines: what it changes, to read before.
        doubts: why somebody should look twice.
        problems: what is wrong in `data/` afterwards, and was not before.
        after: what is left to do afterwards.
    """

    lines: tuple[str, ...]
    doubts: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    after: tuple[str, ...] = field(default=())


class RefusedError(Exception):
    """A document that cannot be taken in as it is; says why, and the way on, in lines."""


def taken(file: Path) -> tuple[Document, bytes]:
    """Return a document that lies anywhere, and its bytes.

    Raises:
        ProblemsError: when it is not there, or no UTF-8.
    """
    if not file.is_file():
        what = "there is no such file."
        raise ProblemsError([Problem(str(file), 0, what, "Name the document that you have saved.")])
    content = file.read_bytes()
    return catalog.decode(content, str(file)), content


def reader_of(path: Path) -> reading.Options:
    """Return the options in a file that has a `reader:` block, or the keys below it alone.

    Raises:
        ProblemsError: when there is no such file, or the options are none.
    """
    if not path.is_file():
        do = "Save the block that `read` prints to a file."
        raise ProblemsError([Problem(str(path), 0, "there is no such file.", do)])
    try:
        return YamlFile(path, str(path)).below("reader", reading.ADAPTER)
    except ProblemsError as error:
        do = "Write in the place of … what the line says."
        raise ProblemsError(
            replace(one, do=do) if one.what.endswith('"…".') else one for one in error.problems
        ) from None


def add_conditions(data: Path, held: Catalog) -> list[str]:
    """Write codes without a condition into `conditions.yml` as unreviewed; return their anchors."""
    path = data / conditions.FILE
    text = path.read_text(encoding="utf-8")
    listed = (edits.values(text) or {}).get("codes") or {}
    anchors = [code.anchor for code in held.codes]
    new = [anchor for anchor in anchors if anchor not in (listed.get(held.provider.id) or {})]
    if new:
        values = dict.fromkeys(new, UNREVIEWED)
        try:
            text = edits.entries(text, ("codes", held.provider.id), anchors, values)
        except edits.EditError as error:
            raise uneditable(f"{data.name}/{conditions.FILE}", error) from None
        path.write_text(text, encoding="utf-8")
    return new


def tie(data: Path, provider: str, revision: str) -> None:
    """Write for whose texts all was chosen that a provider has so far, where nothing says it.

    Without it the first revision counts, which is another one once an older document comes.

    Args:
        data: the folder.
        provider: the provider's id.
        revision: the id of that revision.
    """
    _put_if_missing(data / conditions.FILE, data, ("reviewed", provider), revision)
    observed = data / provider / observations.FILE
    if observed.is_file():
        _put_if_missing(observed, data, ("reviewed",), revision)


def _put_if_missing(path: Path, data: Path, place: tuple[str, ...], revision: str) -> None:
    text = path.read_text(encoding="utf-8")
    *above, key = place
    there = edits.values(text) or {}
    for step in above:
        there = there.get(step) or {}
    if key in there:
        return
    order = sorted({*there, key}) if above else ["sources", "reviewed", "codes"]
    try:
        text = edits.entries(text, tuple(above), order, {key: revision})
    except edits.EditError as error:
        raise uneditable(path.relative_to(data.parent).as_posix(), error) from None
    path.write_text(text, encoding="utf-8")


def refusal(document: Document, result: Reading) -> Iterator[str]:
    """Yield why a document cannot be taken in, and the way on."""
    yield f"{document.file} cannot be read whole, and nothing is written."
    if problem := foreign.problem(document):
        yield str(problem)
    yield f"{len(result.rows)} rows are read; what is left over:"
    yield from (f"  {line}" for line in reading.unsaid(result))
    yield from replies.told(document, result)
    if empty := [row.code for row in by_hand.broken(result) if row.says_nothing]:
        yield (
            f"{', '.join(empty)}: the row has a code and no text. The reader below declares it"
            " unreadable, so that the pages say that it is listed."
        )
    yield "The nearest reader is this. Save it to a file, mend it there, and add --reader FILE:"
    yield ""
    yield by_hand.block_to_fill(document, result)


def uneditable(file: str, error: edits.EditError) -> ProblemsError:
    """Return the error of a file that is written in another way than the others."""
    do = "Write it as the other files are, one thing on each line, or add the entry by hand."
    return ProblemsError([Problem(file, 0, f"nothing can be put into this file: {error}.", do)])
