"""What is recorded of the last comparison: of which revision it speaks, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from macros.errors import ProblemsError
from macros.sources.compared import Compared
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

RECORD = """\
day: "2022-02-02"
revision: "REVISION"
documents:
  - {file: "2021-01-01.md", address: "https://orbit.example/e.md", outcome: same, sha256: abc}
"""


def recorded(*outcomes: str) -> Compared:
    """Return a record with a document for each outcome."""
    documents = [
        {"file": f"{number}.md", "address": "https://x.example", "outcome": one, "sha256": "abc"}
        for number, one in enumerate(outcomes)
    ]
    return Compared.model_validate({"day": "2022-02-02", "revision": "r1", "documents": documents})


@pytest.mark.parametrize(
    ("outcomes", "worst"),
    [
        (["same", "same"], "same"),
        (["same", "same-rows"], "same-rows"),
        (["differs", "same", "same-rows"], "differs"),
    ],
)
def test_several_documents(outcomes: list[str], worst: str) -> None:
    """Of several documents the worst is said."""
    assert recorded(*outcomes).outcome == worst


def test_of_which_revision(tmp_path: Path) -> None:
    """It counts for the newest revision alone, and only if it speaks of all its documents."""
    data = invented.write(tmp_path, invented.DOCUMENT, invented.DOCUMENT.replace("busy", "full"))
    path = data / "orbit/compared.yml"
    path.write_text(RECORD.replace("REVISION", "2021-01-01"), "utf-8")
    assert catalog.load(data)["orbit"].compared is None
    path.write_text(RECORD.replace("REVISION", "2022-01-01"), "utf-8")
    assert catalog.load(data)["orbit"].compared is None  # it names another document
    path.write_text(path.read_text("utf-8").replace("2021-01-01.md", "2022-01-01.md"), "utf-8")
    last = catalog.load(data)["orbit"].compared
    assert last
    assert (last.day.isoformat(), last.revision, last.outcome) == (
        *("2022-02-02", "2022-01-01"),
        "same",
    )


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("REVISION", "2020-01-01", ':2: there is no revision "2020-01-01". Run `watch --record`'),
        ("outcome: same", "outcome: fine", ":4: documents.0.outcome:"),
        ("2022-02-02", "yesterday", ":1: day"),
        ("https", "ftp", ":4: documents.0.address:"),
    ],
)
def test_no_record(tmp_path: Path, old: str, new: str, what: str) -> None:
    """A record that cannot be one is told with its line."""
    data = invented.write(tmp_path)
    text = RECORD.replace(old, new).replace("REVISION", "2021-01-01")
    (data / "orbit/compared.yml").write_text(text, "utf-8")
    with pytest.raises(ProblemsError) as told:
        catalog.load(data)
    assert f"data/orbit/compared.yml{what}" in str(told.value)
