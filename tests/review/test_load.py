"""Reviews: what people accept and what words they know is left out, and must be needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros import atlas
from macros.catalog import load as catalog
from macros.errors import ProblemsError
from macros.review import load as review
from tests import invented

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from macros.review.model import Review


def _review(folder: Path, *documents: str, notes: str = "", glossary: str = "") -> Review:
    data = invented.write(folder, *(invented.TABLE + document for document in documents))
    if notes:
        (data / "orbit" / "notes.yml").write_text(notes, encoding="utf-8")
    (data / "glossary.txt").write_text(glossary, encoding="utf-8")
    return review.load(data, catalog.load(data))["orbit"]


ACCEPTED = """\
accepted:
  - rule: grammar
    code: "101"
    text: Dock not exist
    why: It is the ship's own word.
"""


def test_accepted(tmp_path: Path, as_before: Callable[[str], None]) -> None:
    """What a person accepts is no finding; an acceptance that nothing needs is a problem."""
    document = "| 101 | Dock not exist |\n"
    assert len(_review(tmp_path / "a", document).findings) == 1
    assert not _review(tmp_path / "b", document, notes=ACCEPTED).findings
    with pytest.raises(ProblemsError, match=r'notes.yml:2: the rule "grammar" finds nothing'):
        _review(tmp_path / "c", "| 101 | Dock does not exist |\n", notes=ACCEPTED)
    with pytest.raises(ProblemsError, match=r'notes.yml:2: no document has "101" with') as error:
        _review(tmp_path / "d", document, notes='twins:\n  - code: "101"\n    why: Both.\n')
    as_before(str(error.value))


def test_glossary(tmp_path: Path, as_before: Callable[[str], None]) -> None:
    """A word of the glossary is right, and has to be used."""
    document = "| 101 | Dockx is busy |\n"
    assert [one.rule.name for one in _review(tmp_path / "a", document).findings] == ["spelling"]
    assert not _review(tmp_path / "b", document, glossary="# ours\ndockx\n").findings
    with pytest.raises(ProblemsError, match=r"glossary.txt:2: no document uses the") as error:
        _review(tmp_path / "c", document, glossary="dockx\nberthx\n")
    as_before(str(error.value))


TWINS = 'twins:\n  - code: "101"\n    why: Both.\n'


def test_twins(tmp_path: Path, as_before: Callable[[str], None]) -> None:
    """A pair that means the same has one condition; two of them are a problem of the note."""
    data = invented.write(tmp_path, invented.DOCUMENT)
    (data / "orbit" / "notes.yml").write_text(TWINS, encoding="utf-8")
    assert atlas.load(data).reviews["orbit"].twins[0].same == "Both."
    file = data / "conditions.yml"
    unreviewed = "  - id: unreviewed\n"
    other = invented.CONDITIONS.split("conditions:\n")[1].partition(unreviewed)[0]
    other = other.replace("id: busy", "id: closed")
    text = file.read_text("utf-8").replace(unreviewed, f"{other}{unreviewed}", 1)
    file.write_text(text.replace('"-101": busy', '"-101": closed'), encoding="utf-8")
    with pytest.raises(ProblemsError, match=r"notes.yml:2: \"101\" and its twin") as error:
        atlas.load(data)
    as_before(str(error.value))
