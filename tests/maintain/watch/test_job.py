"""The jobs that data/README.md shows: they can be copied as they are, and run what there is."""

from __future__ import annotations

import re
import shlex
import tomllib
from typing import TYPE_CHECKING, Any

import yaml

from macros import __main__ as commands
from macros.maintain.watch import fetch
from tests import invented
from tests.maintain.watch import served

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    import pytest

ACTIONS = {"actions/checkout@v4", "actions/setup-python@v5", "actions/upload-artifact@v4"}


def shown(project: Path, language: str) -> str:
    """Return the only block of a language in the part of the manual that tells of `watch`."""
    text = (project / "data/README.md").read_text("utf-8")
    part = text.partition("\n## Watch for the next one\n")[2].partition("\n## ")[0]
    (block,) = re.findall(rf"^```{language}\n(.*?)^```$", part, re.MULTILINE | re.DOTALL)
    return str(block)


def steps(project: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the workflow, all scalars as texts, and its steps."""
    workflow = yaml.load(shown(project, "yaml"), Loader=yaml.BaseLoader)  # noqa: S506 - texts alone
    return workflow, workflow["jobs"]["watch"]["steps"]


def test_the_workflow(project: Path) -> None:
    """It is one: a day of the week, no right to write, steps that use or run what exists."""
    workflow, listed = steps(project)
    assert set(workflow) == {"name", "on", "permissions", "jobs"}
    assert workflow["permissions"] == {"contents": "read"}
    (day,) = workflow["on"]["schedule"]
    assert re.fullmatch(r"[0-9]+ [0-9]+ \* \* [0-6]", day["cron"])
    assert {step["uses"] for step in listed if "uses" in step} == ACTIONS
    assert all(("uses" in step) != ("run" in step) for step in listed)
    assert (project / listed[1]["with"]["python-version-file"]).is_file()
    install, watch = [shlex.split(step["run"]) for step in listed if "run" in step]
    assert install[:3] == ["pip", "install", "--require-hashes"]
    assert (project / install[-1]).is_file()
    assert watch[:3] == ["python", "-m", "macros"]
    # What is kept is what the command has saved.
    assert watch[watch.index("--save") + 1] == listed[-1]["with"]["path"]


def test_its_command_runs(
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """On a provider that publishes something new it fails, says what, and keeps it."""
    _, listed = steps(project)
    words = shlex.split(next(step["run"] for step in listed if "macros" in step.get("run", "")))[3:]
    data = invented.write(tmp_path)
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    path = data / "orbit/provider.yml"
    with served.running() as server:
        new = invented.DOCUMENT + "| 102 | No pilot |\n"
        address = server.has("/e.md", new.encode())
        url = "  url: https://orbit.example/errors\n"
        text = path.read_text("utf-8")
        path.write_text(text.replace(url, f"{url}  raw: {address}\n"), "utf-8")
        status = commands.main([*words, "--data", str(data), "--docs", str(tmp_path / "docs")])
    assert status == 3
    assert "%0A      102: No pilot%0A" in capsys.readouterr().out
    assert (tmp_path / "new/orbit.md").read_text("utf-8") == new


def test_every_command_is_one(project: Path) -> None:
    """Each command that the manual shows there has options that there are."""
    text = (project / "data/README.md").read_text("utf-8")
    part = text.partition("\n## Watch for the next one\n")[2].partition("\n## ")[0]
    found = re.findall(r"python -m macros ([a-z][^\n|\"]*)", part)
    assert len(found) == 5
    parser: argparse.ArgumentParser = commands._parser()  # noqa: SLF001 - nothing is run
    for words in found:
        assert parser.parse_args(shlex.split(words)).command == "watch"


def test_netlify(project: Path) -> None:
    """The build's command is the host's own with `watch` before it; the hook is called weekly."""
    host = tomllib.loads((project / "netlify.toml").read_text("utf-8"))
    command = tomllib.loads(shown(project, "toml"))["command"]
    assert command == f"python -m macros watch || true; {host['build']['command']}"
    script = shown(project, "js")
    assert 'method: "POST"' in script
    assert 'schedule: "@weekly"' in script
    # The hook is a secret, and stands nowhere.
    assert "https://" not in script


def test_what_the_manual_says_of_limits(project: Path) -> None:
    """The manual names the limits as they are."""
    text = (project / "data/README.md").read_text("utf-8")
    limits = fetch.Limits()
    assert (limits.most, limits.seconds) == (5_000_000, 60)
    assert "It waits a minute, takes 5 MB, follows redirects to https alone" in text
