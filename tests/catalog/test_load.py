"""Catalogs: bad documents are told with their lines; addresses keep their promises."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from macros.errors import ProblemsError
from tests import invented

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _problems(data: Path) -> list[str]:
    with pytest.raises(ProblemsError) as error:
        catalog.load(data)
    return str(error.value).splitlines()


def test_good_data(tmp_path: Path) -> None:
    """The invented provider, from which the bad ones are made, is good."""
    catalogs = catalog.load(invented.write(tmp_path))
    assert [code.code for code in catalogs["orbit"].codes] == ["0", "101", "-101"]


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
def test_bad_document(tmp_path: Path, name: str, as_before: Callable[[str], None]) -> None:
    """Each fault in a document gives one message with the document's own line."""
    more, line, said = BAD_DOCUMENTS[name]
    pattern = "-?[0-9]+|index|README|feed[.]xml|[eE]1|[.]a"
    data = invented.write(tmp_path, invented.DOCUMENT + more, pattern=pattern)
    problems = _problems(data)
    assert len(problems) == 1
    assert problems[0].startswith(f"data/orbit/2021-01-01.md:{line}: ")
    assert said in problems[0]
    as_before(problems[0])


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
    entries = catalog.load(data)["orbit"].codes
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
    assert catalog.load(data)["orbit"].by_address["a-b"].code == "A/B"
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
