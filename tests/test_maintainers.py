"""What maintainers read and run: the manual, the commands, the files that commands write."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

import pytest

from macros.__main__ import written
from macros.catalog import load as catalog
from macros.errors import ProblemsError
from macros.kinds import Kind
from macros.sources import manual, reader_options
from macros.sources.compared import Compared
from macros.sources.conditions import ConditionsFile
from macros.sources.notes import Notes
from macros.sources.observations import Observations
from macros.sources.others import OthersFile
from macros.sources.provider import Provider
from macros.sources.synonyms import SynonymsFile
from tests import invented
from tests.test_rooms import STAGES

if TYPE_CHECKING:
    from pathlib import Path


def test_the_manual_is_right(tmp_path: Path, project: Path) -> None:
    """The smallest provider.yml of data/README.md is whole; the sha256 is then told."""
    manual = (project / "data" / "README.md").read_text(encoding="utf-8")
    blocks = [block.split("```")[0] for block in manual.split("```yaml\n")[1:]]
    (example,) = (block for block in blocks if "name: Orbit\n" in block)
    folder = tmp_path / "data" / "orbit"
    folder.mkdir(parents=True)
    (folder / "2026-01-31.md").write_text(invented.DOCUMENT.replace("| -101", "| 102"), "utf-8")
    path = folder / "provider.yml"
    path.write_text(example.replace('"[0-9]{3}"', '"0|[0-9]{3}"'), encoding="utf-8")
    with pytest.raises(ProblemsError) as told:
        catalog.load(tmp_path / "data")
    digest = re.search(r"its sha256 is ([0-9a-f]{64})", str(told.value))
    assert digest
    path.write_text(path.read_text("utf-8").replace("sha256: new", f"sha256: {digest[1]}"), "utf-8")
    assert len(catalog.load(tmp_path / "data")["orbit"].codes) == 3


def test_the_manual_describes_every_key(project: Path) -> None:
    """data/README.md has a table of the keys of every part of the YAML files."""
    text = (project / "data" / "README.md").read_text(encoding="utf-8")
    files = (Compared, Notes, Observations, ConditionsFile, OthersFile, SynonymsFile)
    schemas = [Provider.editor_schema(), *(file.model_json_schema() for file in files)]
    parts = {name for schema in schemas for name, part in schema["$defs"].items()} - {"Kind"}
    files_themselves = {"Provider", *(file.__name__ for file in files)}
    assert parts | files_themselves == set(manual.MODELS)
    # Some formats have the same options.
    same = {
        "MarkdownOptions": "HtmlTableOptions",
        "RstOptions": "HtmlTableOptions",
        "BoxTableOptions": "HtmlTableOptions",
        "YamlOptions": "JsonOptions",
    }
    for one, other in same.items():
        keys = [set(manual.MODELS[model].model_fields) for model in (one, other)]
        # Of formats without elements, as the manual says above the table.
        fewer = {"leave_out", "whole_in"} if one in {"RstOptions", "BoxTableOptions"} else set()
        assert keys[0] == keys[1] - fewer
    assert set(re.findall("<!-- keys of ([A-Za-z]+) -->", text)) == (set(manual.MODELS) - set(same))
    described = {**manual.MODELS, **{one: manual.MODELS[other] for one, other in same.items()}}
    for model in described.values():
        for name, field in model.model_fields.items():
            assert f"| `{field.alias or name}`" in text or name == "id"


def test_the_manual_lists_every_format(project: Path) -> None:
    """data/README.md says of each format that a reader takes what it is for."""
    text = (project / "data" / "README.md").read_text(encoding="utf-8")
    for options in reader_options.FORMATS:
        format_ = get_args(options.model_fields["format"].annotation)[0]
        assert f"\n| `{format_}` | " in text


def test_the_manual_lists_every_kind(project: Path) -> None:
    """data/README.md names the kinds of changes that a note can have, in their order."""
    text = (project / "data" / "README.md").read_text(encoding="utf-8")
    kinds = [kind for kind in Kind if kind not in {Kind.ADDED, Kind.DROPPED}]
    told = text[text.index("The kinds, in the order") :].partition("\n\n")[0]
    assert re.findall("`([a-z-]+)`", told) == kinds


def test_what_is_written_is_up_to_date(project: Path) -> None:
    """Schemas and addresses for scripts say what the code says; `make schema` writes them."""
    for path, content in written().items():
        assert (project / path).read_text(encoding="utf-8") == content


AT_THE_TOP = ("mkdocs.yml", "docs/", "overrides/", "tests/")


def _paths(text: str) -> list[str]:
    """Return the paths that a text names, those beside another one in full."""
    found, folder = [], ""
    for name in re.findall(r"`([^`\s]+)`", text):
        if re.fullmatch(r"[a-z_]+/|[a-z_/.]*/[a-zA-Z0-9_./]+", name):
            found.append(name)
            folder = name.rpartition("/")[0]
        elif re.fullmatch(r"[a-z_]+\.(?:py|js|html|css|yml)|[a-z_]+/", name):
            found.append(name if name in AT_THE_TOP else f"{folder}/{name}")
    return found


def _section(project: Path, title: str) -> str:
    text = (project / "CONTRIBUTING.md").read_text("utf-8")
    return text.partition(f"## {title}\n")[2].partition("\n## ")[0]


def test_the_search_is_told(project: Path) -> None:
    """CONTRIBUTING says what the modules of the search make, but for those that serve others."""
    told = set(re.findall(r"`([a-z_]+\.js)`", _section(project, "How the search decides")))
    there = {path.name for path in (project / "docs/assets/search").glob("*.js")}
    assert there - told == {"code_words.js", "dialog.js", "lookup.js", "provider_named.js"}
    assert told <= there


def test_the_rooms_are_told(project: Path) -> None:
    """CONTRIBUTING shows every room of the code, in the order of the data, and no other."""
    text = _section(project, "The rooms")
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    told = [path for row in rows for path in _paths(row)]
    assert [path for path in told if not (project / path).exists()] == []
    code = [path.removeprefix("macros/").strip("/") for path in told if path.startswith("macros/")]
    rooms = [room for stage in STAGES for room in stage]
    assert [name.removesuffix(".py") for name in code] == [room or "__init__" for room in rooms]


RECIPES = ("A rule", "A reader", "A field", "A column", "A style", "A page")


def test_the_recipes_are_right(project: Path) -> None:
    """Each recipe of CONTRIBUTING names files that exist, and a field touches at most five."""
    text = (project / "CONTRIBUTING.md").read_text("utf-8")
    recipes = text.split("\n### ")[1:]
    titles = [recipe.partition("\n")[0] for recipe in recipes]
    assert all(map(str.startswith, titles, RECIPES)), titles
    for recipe in recipes:
        steps = re.split(r"\n[0-9]\. ", recipe.partition("\n## ")[0])[1:]
        paths = [path for step in steps for path in _paths(step)]
        assert paths, recipe
        missing = [path for path in paths if not (project / path).exists()]
        assert missing == []
    field = re.split(r"\n[0-9]\. ", recipes[2])[1:]
    assert len({path for step in field for path in _paths(step)}) == 5


def test_no_package_index(project: Path) -> None:
    """The pinned requirements have hashes, and name no package index."""
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (project / name).read_text(encoding="utf-8")
        pins = re.findall(r"^[A-Za-z0-9_.-]+(?:\[[a-z,-]+\])?==", text, re.MULTILINE)
        assert len(pins) > 20
        assert len(re.findall(r"== ?[^\n]*\\\n {4}--hash=sha256:", text)) == len(pins)
        assert "://" not in text
        assert "index" not in text
