"""Catalogs: bad data stops the build with one clear message; addresses keep their promises."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from macros.__main__ import schemas
from macros.catalog import load as catalog
from macros.errors import ProblemsError
from macros.review.conditions import ConditionsFile
from macros.review.notes import Notes
from macros.sources.provider import Provider
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path


def _problems(data: Path) -> list[str]:
    with pytest.raises(ProblemsError) as error:
        catalog.load(data)
    return str(error.value).splitlines()


def test_good_data(tmp_path: Path) -> None:
    """The invented provider, from which the bad ones are made, is good."""
    atlas = catalog.load(invented.write(tmp_path))
    assert [code.code for code in atlas.catalogs["orbit"].codes] == ["0", "101", "-101"]


TABLES = "      tables:\n        - "

# what is replaced in provider.yml, by what -> line, what is said
BAD_PROVIDERS = {
    "bad YAML": ("vendor: Orbit Works", "vendor: [Orbit", 4, "not YAML"),
    "a tab": ("about: Docks", "\tabout: Docks", 5, "not YAML"),
    "no mapping": (None, "- a\n- b\n", 1, "not a mapping"),
    "empty": (None, "", 1, "not a mapping"),
    "unknown key": ("vendor:", "vendro:", 3, 'unknown key "vendro"'),
    "missing key": ("vendor: Orbit Works\n", "", 1, 'the key "vendor" is missing'),
    "doubled key": ("vendor:", "name:", 3, '"name" already stands in line 1'),
    "bad address": ("https://orbit", "ftp://orbit", 7, "official.url"),
    "markup in a title": ("title: Docks", "title: '{{ Docks }}'", 19, "title"),
    "no JSON": ('{"code": 101', '{"code: 101', 12, "not JSON"),
    "no code in the example": ("code: [code]", "code: [error]", 11, 'no integer at "error"'),
    "wrong type in the example": ("type: integer", "type: string", 11, 'no string at "code"'),
    "range turned round": ('last: "199"', 'last: "99"', 9, "ends before it begins"),
    "range without codes": ('first: "100"', 'first: "150"', 19, "no code stands in the range"),
    "unknown reader": ("format: markdown", "format: words", 30, "words"),
    "no reader": ("      format: markdown\n", "", 29, "format"),
    "bad pattern": ("-?[0-9]+", "[0-9", 36, "not a regular expression"),
    "empty pattern": ("-?[0-9]+", "[0-9]*", 36, "matches nothing at all"),
    "no such column": ("code: Code", "code: Number", 32, 'the column "Number" is not one of'),
    "unknown code set": ("code_set: api", "code_set: web", 29, 'there is no code set "web"'),
    "wrong checksum": ("sha256: ", "sha256: " + "0" * 64 + " #", 28, "its sha256 is"),
    "no checksum": ("sha256: ", "sha256: new #", 28, "its sha256 is"),
    "missing file": ("file: 2021-01-01.md", "file: 2021.md", 22, '"2021.md" is missing'),
    "path as file": ("file: 2021-01-01.md", "file: ../2021.md", 22, "file"),
    "bad date": ('date: "2021-01-01"', 'date: "2021-13-01"', 23, "date"),
    "date and id differ": ('date: "2021-01-01"', 'date: "2022-01-01"', 21, "must be the date"),
    "id without date": ('date: "2021-01-01"', "date: unknown", 21, "must be r1, r2"),
    "anchors": ("-?[0-9]+", "^[0-9]+$", 36, "has an anchor"),
    "endless pattern": ("-?[0-9]+", "[0-9]{99999999999999}", 36, "not a regular expression"),
    "one column for two": ("message: Meaning", "message: Code", 32, "two things at once"),
    "unquoted braces": ("about: Docks", "about: {{ x }} # Docks", 5, "a key must be a word"),
    "endless alias": ("[orbital]", "&a [*a]", 0, "refers to itself"),
    "too deep": ("[orbital]", "[" * 3000 + "]" * 3000, 0, "not YAML"),
    "the folder's key": ("vendor:", "id: orbit\nvendor:", 3, '"id" does not belong here'),
    "seconds as a day": ('added: "2026-11-22"', 'added: "1764547200"', 25, "is not a day"),
    "capitals in an alias": ("[orbital]", "[Orbital]", 4, '"Orbital" is not allowed'),
    "alias of itself": ("[orbital]", "[orbit]", 0, 'the alias "orbit"'),
    "stale table": (
        "      tables:",
        f"{TABLES}{{code_set: api, columns: [A, B], code: A, message: B, pattern: x}}",
        0,
        "no table with the columns",
    ),
    "two tables alike": (
        "      tables:",
        TABLES
        + "{code_set: b, columns: [Code, Meaning], code: Code, message: Meaning, pattern: a}",
        29,
        "two tables have the same columns",
    ),
    "stale pattern": ("format: markdown", "format: markdown\n      ignore: [Menu]", 0, '"Menu"'),
    "alias of a page": ("[orbital]", "[sources]", 0, 'the alias "sources"'),
}


@pytest.mark.parametrize("name", BAD_PROVIDERS)
def test_bad_provider(tmp_path: Path, name: str) -> None:
    """Each fault in provider.yml gives messages that name file and line, what and what to do."""
    old, new, line, said = BAD_PROVIDERS[name]
    data = invented.write(tmp_path)
    path = data / "orbit" / "provider.yml"
    text = path.read_text(encoding="utf-8")
    assert old is None or old in text
    path.write_text(new if old is None else text.replace(old, new, 1), encoding="utf-8")
    problems = _problems(data)
    found = [problem for problem in problems if said in problem]
    assert found, problems
    place = f"data/orbit/provider.yml:{line}: " if line else "data/orbit/"
    assert found[0].startswith(place), found
    assert re.search(r"[.?] [A-Z].*\.$|describes every key\.$", found[0]), found


BAD_DOCUMENTS = {
    "leftover line": ("\nSee below.\n", 9, '"See below."'),
    "short row": ("| 102 |\n", 8, "does not fit its table"),
    "reserved address": ("| index | Dock |\n", 8, 'the address "index" is reserved'),
    "reserved in another case": ("| README | Dock |\n", 8, 'the address "readme" is reserved'),
    "the feed's address": ("| feed.xml | Dock |\n", 8, 'the address "feed.xml" is reserved'),
    "cases alone differ": ("| e1 | Dock |\n| E1 | Ship |\n", 8, "would have the same address"),
    "a hidden file": ("| .a | Dock |\n", 8, "begins or ends with a full stop"),
}


@pytest.mark.parametrize("name", BAD_DOCUMENTS)
def test_bad_document(tmp_path: Path, name: str) -> None:
    """Each fault in a document gives one message with the document's own line."""
    more, line, said = BAD_DOCUMENTS[name]
    pattern = "-?[0-9]+|index|README|feed[.]xml|[eE]1|[.]a"
    data = invented.write(tmp_path, invented.DOCUMENT + more, pattern=pattern)
    problems = _problems(data)
    assert len(problems) == 1
    assert problems[0].startswith(f"data/orbit/2021-01-01.md:{line}: ")
    assert said in problems[0]


def test_not_utf8(tmp_path: Path) -> None:
    """A document in another encoding is refused with the line of the first such byte."""
    data = invented.write(tmp_path)
    path = data / "orbit" / "2021-01-01.md"
    path.write_bytes(path.read_bytes().replace(b"closed", "fermé".encode("latin-1")))
    assert "sha256" in _problems(data)[0]
    with pytest.raises(ProblemsError, match=r"^a.md:3: this line is not UTF-8"):
        catalog.decode(b"\xef\xbb\xbfa\r\n\r\xff\n", "a.md")


def test_stray_file(tmp_path: Path) -> None:
    """A file that no revision names is not passed over."""
    data = invented.write(tmp_path)
    shutil.copy(data / "orbit" / "2021-01-01.md", data / "orbit" / "2022-01-01.md")
    assert _problems(data) == [
        (
            "data/orbit/2022-01-01.md: no revision names this file."
            " Describe it under `revisions` in provider.yml, or remove it."
        )
    ]


def test_missing_provider_file(tmp_path: Path) -> None:
    """A folder without provider.yml, and a data folder without any, are refused."""
    data = invented.write(tmp_path)
    (data / "orbit" / "provider.yml").unlink()
    assert _problems(data)[0].startswith("data/orbit/provider.yml: this file is missing.")
    shutil.rmtree(data / "orbit")
    assert _problems(data)[0].startswith("data: there is no provider here.")


@pytest.mark.parametrize("name", ["compare", "api", "sources", "assets", "codes", "about"])
def test_reserved_provider_id(tmp_path: Path, name: str) -> None:
    """No provider is called like a page, a folder of the site or a name under the API."""
    data = invented.write(tmp_path)
    (data / "orbit").rename(data / name)
    with pytest.raises(ProblemsError, match=f'the provider id "{name}"'):
        catalog.load(data, reserved=["about"])


def test_all_problems_at_once(tmp_path: Path) -> None:
    """Problems of several files come together, in the order of files and lines."""
    data = invented.write(tmp_path, invented.DOCUMENT + "| 102 |\n| 103 |\n", "")
    problems = _problems(data)
    assert [problem.split(": ")[0] for problem in problems] == [
        "data/orbit/2021-01-01.md:8",
        "data/orbit/2021-01-01.md:9",
        "data/orbit/2022-01-01.md",
    ]


def test_revision_order(tmp_path: Path) -> None:
    """Revisions out of the order of their dates, doubled or partly dated are refused."""
    data = invented.write(tmp_path, invented.DOCUMENT, invented.DOCUMENT)
    path = data / "orbit" / "provider.yml"
    good = path.read_text(encoding="utf-8")
    head, first, second = re.split(r"(?=  - id: \"202)", good)
    path.write_text(head + second + first, encoding="utf-8")
    assert "not in the order of their dates" in _problems(data)[0]
    path.write_text(head + first + first, encoding="utf-8")
    assert 'there are two revisions "2021-01-01"' in _problems(data)[0]
    undated = second.replace('id: "2022-01-01"', "id: r1").replace(
        'date: "2022-01-01"', "date: unknown"
    )
    path.write_text(head + first + undated, encoding="utf-8")
    assert "with and without a date" in _problems(data)[0]


SECOND_SET = """\
  - id: later
    title: Later codes
    response:
      example: '{"status": "101"}'
      code: [status]
      message: []
      type: string
      success: []
      success_means: there is no status.
"""
SECOND_TABLE = """\
        - code_set: later
          columns: [Status, Text]
          code: Status
          message: Text
          pattern: "[0-9]+"
"""


def test_clash_between_code_sets(tmp_path: Path) -> None:
    """The first code set keeps the bare address; a later one's clashing code gets a prefix."""
    document = invented.DOCUMENT + "\n| Status | Text |\n|---|---|\n| 101 | Late |\n| 7 | Soon |\n"
    provider = invented.PROVIDER.replace("revisions:\n", SECOND_SET + "revisions:\n")
    data = invented.write(
        tmp_path, document, provider=provider, revision=invented.REVISION + SECOND_TABLE
    )
    entries = catalog.load(data).catalogs["orbit"].codes
    assert [(code.code, code.anchor, code.url) for code in entries] == [
        ("0", "0", "orbit/0/"),
        ("101", "101", "orbit/101/"),
        ("-101", "-101", "orbit/-101/"),
        ("7", "7", "orbit/7/"),
        ("101", "later.101", "orbit/later.101/"),
    ]


def test_given_addresses(tmp_path: Path) -> None:
    """A code whose printed form is unfit for an address gets the one that is given, or none."""
    document = invented.DOCUMENT + "| A/B | Two docks |\n"
    data = invented.write(tmp_path, document, pattern="-?[0-9A-Z/]+")
    assert 'the address "a/b" has a character outside' in _problems(data)[0]
    ranges = '    addresses: {"A/B": "a-b"}\n    ranges:\n'
    provider = invented.PROVIDER.replace("    ranges:\n", ranges)
    data = invented.write(tmp_path, document, provider=provider, pattern="-?[0-9A-Z/]+")
    assert catalog.load(data).catalogs["orbit"].by_address["a-b"].code == "A/B"
    provider = provider.replace('"A/B"', '"A/C"')
    data = invented.write(tmp_path, document, provider=provider, pattern="-?[0-9A-Z/]+")
    assert any('no document lists the code "A/C"' in line for line in _problems(data))


def test_success_column(tmp_path: Path) -> None:
    """A document that calls a code a success where provider.yml does not is refused."""
    revision = invented.REVISION.replace("[Code, Meaning]", "[Code, Meaning, OK]")
    revision += "          success: {column: OK, value: 'yes'}\n"
    document = (
        "| Code | Meaning | OK |\n|---|---|---|\n| 0 | Docked | yes |\n| 101 | Busy | yes |\n"
    )
    data = invented.write(tmp_path, document, revision=revision)
    assert _problems(data)[0].startswith(
        'data/orbit/2021-01-01.md:4: this line says that "101" is a success; provider.yml says'
    )


def test_a_code_over_time(tmp_path: Path) -> None:
    """New, dropped and returned codes are told apart, and keep their rows of every revision."""
    head = "| Code | Meaning |\n|---|---|\n"
    data = invented.write(
        tmp_path,
        head + "| 1 | One |\n| 2 | Two |\n| 101 | x |\n",
        head + "| 2 | Two |\n| 101 | x |\n",
        head + "| 1 | One again |\n| 3 | Three |\n| 101 | x |\n",
    )
    atlas = catalog.load(data)
    one, two, three, _ = atlas.catalogs["orbit"].codes
    assert [listing.revision.id for listing in one.listings] == ["2021-01-01", "2023-01-01"]
    assert (one.dropped, one.new, one.messages) == (False, False, ("One again",))
    assert (two.dropped, two.new, two.messages) == (True, False, ("Two",))
    assert (three.dropped, three.new) == (False, True)
    assert atlas.neighbours(two) == (one, three)
    assert atlas.neighbours(one)[0] is None


def test_the_manual_is_right(tmp_path: Path, project: Path) -> None:
    """The smallest provider.yml of data/README.md is whole; the sha256 is then told."""
    manual = (project / "data" / "README.md").read_text(encoding="utf-8")
    example = manual.split("```yaml\n")[1].split("```")[0]
    folder = tmp_path / "data" / "orbit"
    folder.mkdir(parents=True)
    (folder / "2026-01-31.md").write_text(invented.DOCUMENT.replace("| -101", "| 102"), "utf-8")
    path = folder / "provider.yml"
    path.write_text(example.replace('"[0-9]{3}"', '"0|[0-9]{3}"'), encoding="utf-8")
    (told,) = _problems(tmp_path / "data")
    digest = re.search(r"its sha256 is ([0-9a-f]{64})", told)
    assert digest
    path.write_text(path.read_text("utf-8").replace("sha256: new", f"sha256: {digest[1]}"), "utf-8")
    assert len(catalog.load(tmp_path / "data").catalogs["orbit"].codes) == 3


def test_the_manual_names_every_key(project: Path) -> None:
    """data/README.md speaks of every key that the YAML files may have."""
    manual = (project / "data" / "README.md").read_text(encoding="utf-8")
    others = (Notes.model_json_schema(), ConditionsFile.model_json_schema())
    written = [Provider.editor_schema(), *others]
    models = [model for schema in written for model in (schema, *schema["$defs"].values())]
    keys = {key for model in models for key in model.get("properties", {})}
    assert [key for key in sorted(keys) if f"`{key}`" not in manual] == []


def test_the_schemas_are_up_to_date(project: Path) -> None:
    """The JSON Schemas for editors are what the models say; `make schema` writes them."""
    for name, schema in schemas().items():
        assert (project / "data" / name).read_text(encoding="utf-8") == schema


def test_no_package_index(project: Path) -> None:
    """The pinned requirements have hashes, and name no package index."""
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (project / name).read_text(encoding="utf-8")
        pins = re.findall(r"^[A-Za-z0-9_.-]+==", text, re.MULTILINE)
        assert len(pins) > 20
        assert len(re.findall(r"== ?[^\n]*\\\n {4}--hash=sha256:", text)) == len(pins)
        assert "://" not in text
        assert "index" not in text
