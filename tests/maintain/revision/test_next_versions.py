"""Whatever changes in a document: what is taken in is what it says, and what is told of it is true.

Documents of all layouts with random edits, of which everything is known: a first version makes a
provider, a later one is taken in, or something is asked or refused.
"""

from __future__ import annotations

import io
import os
import re
import unicodedata
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from rapidfuzz import fuzz

from macros import atlas as whole
from macros.kinds import Kind
from macros.maintain import sniff
from macros.readers.rows import Document
from macros.texts import one_line
from tests.maintain.layouts import LAYOUTS
from tests.maintain.layouts.parts import parts
from tests.maintain.layouts.versions import versions
from tests.maintain.orbit import Orbit

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.atlas import Atlas
    from macros.catalog.catalog import Catalog
    from macros.sources.provider import Revision
    from tests.maintain.layouts import Made
    from tests.maintain.layouts.versions import Versions

    Draw = Callable[[str, str], Versions | None]

# `EXAMPLES=fuzz` tries many more: which documents these are says the seed.
SEEDS = range(30 if os.environ.get("EXAMPLES") == "fuzz" else 1)
_TRIES = 25  # documents that are drawn until the first version of one is plain
_MOVED = 80  # of 100: how alike a text that moved is to what it was
_TAGS = {"zh": "zh-Hans"}


def _plain(text: str) -> str:
    """Return a text as pages in Markdown and in HTML both show it."""
    return one_line(text.replace("`", ""))


def _words(text: str) -> str:
    """Return the letters and digits of a text: whatever else changes in it is its form."""
    return "".join(
        sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum()
    )


def _meant(made: Made) -> dict[str, str]:
    return {code: _plain(text) for code, text in made.codes.items()}


def _is_plain(made: Made) -> bool:
    """Tell whether nothing is asked of a document, and all of it is read."""
    found = sniff.sniff(Document(made.file, made.text))
    if not found or not found.reading.is_whole:
        return False
    return {row.code: _plain(row.message) for row in found.reading.rows} == _meant(made)


def _drawn(draw: Draw, layout: str, seed: int) -> Versions | None:
    """Return two versions of which the first can be read in one way alone."""
    for number in range(_TRIES):
        drawn = draw(layout, f"{seed}.{number}")
        if drawn and _is_plain(drawn.before):
            return drawn
    return None


def _taken_in(folder: Path, drawn: Versions) -> tuple[Orbit, int, str]:
    """Return the data with the first version, all of it reviewed, and with the later one.

    Where something of that is asked or refused, the status says so; what was told comes last.
    """
    orbit = Orbit(folder)
    path = folder / drawn.before.file
    path.write_bytes(drawn.before.text.encode())
    tag = _TAGS.get(drawn.language, drawn.language)
    said = ("--url", "https://moon.example/", "--date", "2021-01-01", "--language", tag, "--yes")
    assert orbit.run("new-provider", "moon", str(path), *said) == 0
    conditions = orbit.data / "conditions.yml"
    chosen = re.sub(r"(?m)^( +\S+): unreviewed$", r"\1: busy", conditions.read_text("utf-8"))
    conditions.write_text(chosen, "utf-8")
    orbit.publish()
    path.write_bytes(drawn.after.text.encode())
    told = io.StringIO()
    with redirect_stdout(told):
        status = orbit.run("add-revision", "moon", str(path), "--date", "2022-01-01", "--yes")
    return orbit, status, told.getvalue()


def _faults(drawn: Versions, atlas: Atlas, told: str) -> list[str]:
    """Return what is not as it is known to be."""
    old, new = _meant(drawn.before), _meant(drawn.after)
    catalog = atlas.catalogs["moon"]
    revision = catalog.provider.revisions[-1]
    rows = {(one.code, _plain(row.message)) for one in catalog.codes for row in one.rows(revision)}
    faults = []
    if rows != {*new.items()}:
        faults.append(f"rows: {sorted(rows ^ {*new.items()})}")
    changes = {one.code.code: one for one in atlas.reviews["moon"].changes}
    for kind, known in ((Kind.ADDED, {*new} - {*old}), (Kind.DROPPED, {*old} - {*new})):
        if {code for code, one in changes.items() if one.kind is kind} != known:
            faults.append(f"{kind}: not {sorted(known)}")
        if known and f"  {kind.label.lower()}: {len(known)}\n" not in told:
            faults.append(f"{kind} is not told")
    open_ = {one.code for one in catalog.codes if one.url in atlas.conditions.unreviewed}
    beside = [_beside(catalog, one) for one in catalog.provider.revisions]
    for code in {*old} & {*new}:
        is_other = _words(old[code]) != _words(new[code])
        stands = is_other or len({one[code] for one in beside}) > 1
        if is_other > (code in open_) or (code in open_) > stands:
            faults.append(f"{code}: its verdict is {'kept' if is_other else 'lost'}")
        told_as = changes[code].kind if code in changes else None
        if told_as is None and old[code] != new[code]:
            faults.append(f"{code}: no change")
        if told_as is Kind.RENUMBERED and not _moved(code, old, new):
            faults.append(f"{code}: renumbered")
        if told_as is Kind.REASSIGNED and fuzz.ratio(old[code], new[code]) >= _MOVED:
            faults.append(f"{code}: re-assigned")
    return faults


def _beside(catalog: Catalog, revision: Revision) -> dict[str, tuple[str, ...]]:
    """Return what a revision says beside the text of each code: some layouts deal it out anew."""
    return {
        code.code: tuple(text for row in code.rows(revision) for text in row.columns.values())
        for code in catalog.codes
    }


def _moved(code: str, old: dict[str, str], new: dict[str, str]) -> bool:
    """Tell whether a code's text came from another code, or went to one."""

    def among(text: str, texts: dict[str, str]) -> bool:
        others = (said for other, said in texts.items() if other != code)
        return any(fuzz.partial_ratio(text.lower(), said.lower()) >= _MOVED for said in others)

    return among(new[code], old) or among(old[code], new)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("draw", [versions, parts])
def test_never_silently_wrong(draw: Draw, layout: str) -> None:
    """What is taken in without a question has the true codes and texts, and true changes."""
    wrong = {}
    for seed in SEEDS:
        if not (drawn := _drawn(draw, layout, seed)):
            continue
        with TemporaryDirectory() as folder:
            orbit, status, told = _taken_in(Path(folder), drawn)
            faults = [] if status else _faults(drawn, whole.load(orbit.data), told)
            if orbit.check():
                faults.append("check")
        if faults:
            wrong[seed] = drawn.edits, faults
    assert wrong == {}
