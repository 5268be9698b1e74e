"""The documents for search engines: each line has the shape that the engines document."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from macros import __main__ as commands
from macros import atlas
from macros.publish import search_documents
from tests import invented

if TYPE_CHECKING:
    from macros.atlas import Atlas

GOLDEN = Path(__file__).parent.parent / "golden" / "data"

# The fields of a collection of Typesense: https://typesense.org/docs/30.1/api/collections.html
FIELDS: list[dict[str, Any]] = [
    {"name": "url", "type": "string", "index": False, "optional": True},
    {"name": "provider", "type": "string", "facet": True},
    {"name": "code", "type": "string"},
    {"name": "message", "type": "string"},
    {"name": "condition", "type": "string", "facet": True},
    {"name": "revisions", "type": "string[]", "facet": True},
]
TYPES: dict[str, dict[str, Any]] = {
    "string": {"type": "string"},
    "string[]": {"type": "array", "items": {"type": "string"}},
}
# An id is a string without what an address would encode:
# https://typesense.org/docs/30.1/api/documents.html
TYPESENSE = {
    "type": "object",
    "required": [
        "id",
        *(field["name"] for field in FIELDS if "optional" not in field),
    ],
    "properties": {
        "id": {"type": "string", "pattern": "^[A-Za-z0-9._~-]+$"},
        **{field["name"]: TYPES[field["type"]] for field in FIELDS},
    },
}
# An id is a whole number, or a string of letters, digits, - and _, of at most 511 bytes:
# https://www.meilisearch.com/docs/resources/internals/primary_key.md
# https://meilisearch.com/docs/resources/help/known_limitations
MEILISEARCH = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {
            "anyOf": [
                {"type": "integer"},
                {"type": "string", "pattern": "^[A-Za-z0-9_-]+$", "maxLength": 511},
            ]
        }
    },
}
ENGINES = {"typesense": TYPESENSE, "meilisearch": MEILISEARCH}
SOUND = {
    "id": "orbit_101",
    "url": "/orbit/101/",
    "provider": "orbit",
    "code": "101",
    "message": "Dock is busy",
    "condition": "busy",
    "revisions": ["2021-01-01"],
}


@pytest.fixture(scope="module")
def golden() -> Atlas:
    """Return the invented providers."""
    return atlas.load(GOLDEN)


def _wrong(engine: str, line: str) -> list[str]:
    """Return what an engine would refuse in a line."""
    return [
        error.message
        for error in Draft202012Validator(ENGINES[engine]).iter_errors(json.loads(line))
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_shape(golden: Atlas, engine: str) -> None:
    """Every line is one that the engine takes, a line for each code, and no id stands twice."""
    lines = list(search_documents.lines(golden, "/"))
    assert len(lines) == len(golden.codes) > 20
    assert [wrong for line in lines for wrong in _wrong(engine, line)] == []
    assert all(line.endswith("}\n") and line.count("\n") == 1 for line in lines)
    assert len({json.loads(line)["id"] for line in lines}) == len(lines)


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({}, set()),
        ({"id": "orbit_-101"}, set()),
        ({"id": "a" * 511}, set()),
        ({"id": "a" * 512}, {"meilisearch"}),
        ({"id": 101}, {"typesense"}),
        ({"id": "orbit.101"}, {"meilisearch"}),
        ({"id": "orbit/101"}, {"typesense", "meilisearch"}),
        ({"id": "orbit 101"}, {"typesense", "meilisearch"}),
        ({"id": ""}, {"typesense", "meilisearch"}),
        ({"id": None}, {"typesense", "meilisearch"}),
        ({"code": 101}, {"typesense"}),
        ({"message": ["Dock is busy"]}, {"typesense"}),
        ({"revisions": "2021-01-01"}, {"typesense"}),
        ({"revisions": []}, set()),
    ],
)
def test_planted(change: dict[str, Any], refused: set[str]) -> None:
    """The schemas refuse what the engines refuse, and nothing else."""
    line = json.dumps({**SOUND, **change})
    assert {engine for engine in ENGINES if _wrong(engine, line)} == refused


@pytest.mark.parametrize("name", ["id", "provider", "message", "revisions"])
def test_planted_gap(name: str) -> None:
    """A field that a collection needs cannot be left out."""
    line = json.dumps({key: value for key, value in SOUND.items() if key != name})
    assert _wrong("typesense", line)
    assert bool(_wrong("meilisearch", line)) == (name == "id")


def test_content(tmp_path: Path) -> None:
    """A line says of a code what its page says."""
    documents = (invented.DOCUMENT, invented.DOCUMENT.replace("| 101 | Dock is busy |\n", ""))
    held = atlas.load(invented.write(tmp_path, *documents))
    lines = [json.loads(line) for line in search_documents.lines(held, "https://atlas.example/")]
    assert [line["id"] for line in lines] == ["orbit_0", "orbit_101", "orbit_-101"]
    assert lines[1] == {**SOUND, "url": "https://atlas.example/orbit/101/"}
    assert lines[2]["revisions"] == ["2021-01-01", "2022-01-01"]


def test_ids_differ(tmp_path: Path) -> None:
    """Codes that differ only in what an id cannot have get ids that differ."""
    rows = "".join(
        f"| {code} | Dock {code} is busy |\n" for code in ("101", "1.1", "1_1", "1_2e1", "1-1")
    )
    data = invented.write(tmp_path, invented.TABLE + rows, pattern="[0-9a-z._-]+")
    lines = [json.loads(line) for line in search_documents.lines(atlas.load(data), "/")]
    ids = {line["code"]: line["id"] for line in lines}
    assert ids == {
        "101": "orbit_101",
        "1.1": "orbit_1_2e1",
        "1_1": "orbit_1_5f1",
        "1_2e1": "orbit_1_5f2e1",
        "1-1": "orbit_1-1",
    }


def test_streams(golden: Atlas) -> None:
    """The first line is there before the last one is made."""
    lines = search_documents.lines(golden, "/")
    assert json.loads(next(lines))["code"] == golden.codes[0].code
    assert len(list(lines)) == len(golden.codes) - 1


def _write(*words: str) -> int:
    docs = commands._PROJECT / "docs"  # noqa: SLF001 - where the styles are
    return commands.main(["write", "--data", str(GOLDEN), "--docs", str(docs), *words])


def test_command(tmp_path: Path, golden: Atlas, capsys: pytest.CaptureFixture[str]) -> None:
    """`write --search-documents` writes the file alone, and a file that is there anew."""
    file = tmp_path / "codes.ndjson"
    file.write_text("left", encoding="utf-8")
    assert _write("--search-documents", str(file), "--url", "https://atlas.example") == 0
    expected = "".join(search_documents.lines(golden, "https://atlas.example/"))
    assert file.read_text("utf-8") == expected
    assert capsys.readouterr().out == f"{file}: {len(golden.codes)} documents.\n"
    assert [path.name for path in tmp_path.iterdir()] == ["codes.ndjson"]


def test_command_with_a_site(tmp_path: Path) -> None:
    """Both can be written at once."""
    file, folder = tmp_path / "codes.ndjson", tmp_path / "out"
    assert _write(str(folder), "--search-documents", str(file)) == 0
    assert json.loads(file.read_text("utf-8").splitlines()[0])["url"].startswith("/")
    assert (folder / "index.html").is_file()


def test_command_refuses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing to write, and a file in no folder, are one line each, and nothing is left."""
    assert _write() == 1
    assert "Name a folder for the site, or `--search-documents FILE`." in capsys.readouterr().err
    file = tmp_path / "nowhere" / "codes.ndjson"
    assert _write("--search-documents", str(file)) == 1
    told = capsys.readouterr().err
    assert f"{file}: it cannot be written: No such file or directory. Name a file" in told
    assert list(tmp_path.iterdir()) == []
