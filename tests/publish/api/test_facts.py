"""The same facts as JSON: every change and finding, whole, and whose word each part is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests import invented
from tests.conftest import run_mkdocs

if TYPE_CHECKING:
    from pathlib import Path

FIELDS = {"provider", "code_set", "codes", "kind", "revisions", "before", "after", "note", "by"}


def _read(site: Path, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((site / f"api/v1/{name}.json").read_text("utf-8"))[
        name
    ]
    return found


def test_changes(site: Path) -> None:
    """Each code and change is one object, with both texts and what a person says of it."""
    changes = _read(site, "changes")
    assert all(set(one) == FIELDS | {"reviewed"} for one in changes)
    assert len(changes) == 51 + 213 + 36
    assert all(one["reviewed"] and len(one["codes"]) == 1 for one in changes)
    (change,) = (one for one in changes if one["codes"] == ["3014"])
    assert change == {
        "provider": "kakaotalk",
        "code_set": "delivery",
        "codes": ["3014"],
        "kind": "meaning-changed",
        "revisions": ["2022-05-19", "2025-12-10"],
        "before": ["Unknown message status"],
        "after": ["Error of length restriction in message"],
        "note": change["note"],
        "reviewed": True,
        "by": "atlas",
    }
    assert "asks in vain" in change["note"]


def test_discrepancies(site: Path) -> None:
    """Each finding is one object, with what the document says and what it probably should say."""
    found = _read(site, "discrepancies")
    assert all(set(one) == FIELDS for one in found)
    assert all(len(one["before"]) == len(one["after"]) for one in found)
    assert sum(one["kind"] == "sign-twin" for one in found) == 63
    mended = {(tuple(one["codes"]), one["kind"]): (one["before"], one["after"]) for one in found}
    assert mended[("46002",), "grammar"] == (
        ["This menu version doesn not exist."],
        ["This menu version does not exist."],
    )
    assert mended[("3050",), "duplicate-code"][1] == [None, None]


def test_report_to_a_tracker(tmp_path: Path) -> None:
    """Where the project names its repository, a code's page opens its tracker with the facts."""
    invented.link_project(tmp_path)
    invented.write(tmp_path)
    config = (tmp_path / "mkdocs.yml").read_text("utf-8")
    (tmp_path / "mkdocs.yml").unlink()
    repository = "repo_url: https://code.example/atlas/\n"
    (tmp_path / "mkdocs.yml").write_text(repository + config, encoding="utf-8")
    run_mkdocs(tmp_path, "build", "--strict")
    page = (tmp_path / "site/orbit/101/index.html").read_text("utf-8")
    assert 'href="https://code.example/atlas/issues/new?title=Mistake%20in%20Orbit%20101' in page
    assert "data/orbit/2021-01-01.md%2C%20line%206" in page
