"""The pages of a provider: what each has to say where there is little."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.publish.html import provider
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path


def _changes(folder: Path, document: str) -> str:
    review = invented.atlas(folder, invented.TABLE + document).reviews["orbit"]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", provider.changes(review, str)))


def test_sign_twins_alone(tmp_path: Path) -> None:
    """Codes that differ in sign alone are counted where no rule has found anything, too."""
    twins = _changes(tmp_path / "a", "| 101 | Dock is busy |\n| -101 | Dock is shut |\n")
    assert "1 pair that differs in sign alone" in twins
    assert "No rule" not in twins
    assert "No rule has found anything." in _changes(tmp_path / "b", "| 101 | Dock is busy |\n")
