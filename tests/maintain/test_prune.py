"""`prune`: what documents have overtaken goes, with its sources, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros import __main__ as commands
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

HEAD = "| Code | Meaning |\n|---|---|\n| 0 | Docked |\n"
SOURCE = """\
  - id: {0}
    url: https://{0}.example/7
    kind: {1}
    title: A page
    date: {2}
    seen: "2026-11-26"
"""
OBSERVED = f"""\
sources:
{SOURCE.format("newer", "provider", '"2020-01-01"')}\
{SOURCE.format("talk", "sdk", "unknown")}\
reviewed: "2021-01-01"
codes:
  api:
    # seen in a log
    "101":
      differs:
        - {{text: The dock is closed for good., condition: busy, sources: [newer]}}
      causes:
        - {{why: Two ships came., do: Send one., acts: caller, sources: [talk]}}
    "102":
      says: {{text: Fog came., product: Docks, sources: [newer, talk]}}
"""


def _folder(tmp_path: Path) -> tuple[Path, list[str]]:
    data = invented.write(tmp_path, HEAD + "| 101 | Dock is shut |\n| 102 | Fog |\n")
    (data / "orbit" / "observations.yml").write_text(OBSERVED, "utf-8")
    invented.classify(data)
    (tmp_path / "docs").mkdir(exist_ok=True)
    where = ["--data", str(data), "--docs", str(tmp_path / "docs")]
    commands.main(["published", *where[1::2]])
    return data, where


def test_prune(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It names each code with the reason, and the source on which nothing rests by then."""
    data, where = _folder(tmp_path)
    capsys.readouterr()
    assert commands.main(["prune", "orbit", *where, "--yes"]) == 0
    told = capsys.readouterr().out
    assert "data/orbit/observations.yml: without what the documents have overtaken.\n" in told
    newer = "The document of 2021-01-01 is newer than the page that says so."
    assert f"  {newer} 101\n" in told
    assert "  The document of 2021-01-01 lists the code. 102\n" in told
    assert "  1 source on which nothing rests: newer\n" in told
    assert (
        (data / "orbit" / "observations.yml").read_text("utf-8")
        == f"""\
sources:
{SOURCE.format("talk", "sdk", "unknown")}\
reviewed: "2021-01-01"
codes:
  api:
    # seen in a log
    "101":
      causes:
        - {{why: Two ships came., do: Send one., acts: caller, sources: [talk]}}
"""
    )
    assert commands.main(["check", *where[1::2]]) == 0
    capsys.readouterr()
    assert commands.main(["prune", "orbit", *where]) == 0
    assert capsys.readouterr().out == "Nothing that was observed of orbit is overtaken.\n"


def test_dry_run(tmp_path: Path) -> None:
    """Nothing is written where nothing is to be."""
    data, where = _folder(tmp_path)
    assert commands.main(["prune", "orbit", *where, "--dry-run"]) == 0
    assert (data / "orbit" / "observations.yml").read_text("utf-8") == OBSERVED


def test_unknown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A provider that is none is named, with those that there are."""
    _, where = _folder(tmp_path)
    assert commands.main(["prune", "moon", *where, "--yes"]) == 1
    assert 'there is no provider "moon". The providers are orbit.' in capsys.readouterr().err


def test_another_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is written in one line stays as it is, and the error says what to do."""
    data, where = _folder(tmp_path)
    path = data / "orbit" / "observations.yml"
    head, _, _ = OBSERVED.partition("codes:")
    said = "{text: Fog came., product: Docks, sources: [newer, talk]}"
    cause = "{why: Two ships came., do: Send one., acts: caller, sources: [talk]}"
    codes = f'{{"101": {{causes: [{cause}]}}, "102": {{says: {said}}}}}'
    path.write_text(f"{head}codes: {{api: {codes}}}\n", "utf-8")
    before = path.read_text("utf-8")
    assert commands.main(["prune", "orbit", *where, "--yes"]) == 1
    assert "one thing on each line" in capsys.readouterr().err
    assert path.read_text("utf-8") == before
