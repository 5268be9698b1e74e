"""provider.yml: each fault is told with file and line, what it is and what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from macros.errors import ProblemsError
from macros.sources.provider import Range
from tests import invented

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _problems(data: Path) -> list[str]:
    with pytest.raises(ProblemsError) as error:
        catalog.load(data)
    return str(error.value).splitlines()


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
    "too deep": ("[orbital]", "[" * 1000 + "]" * 1000, 0, "not YAML"),
    "the folder's key": ("vendor:", "id: orbit\nvendor:", 3, '"id" does not belong here'),
    "the folder's key first": ("name:", "id: orbit\nname:", 1, '"id" does not belong here'),
    "seconds as a day": ('added: "2026-11-22"', 'added: "1764547200"', 25, "is not a day"),
    "capitals in an alias": ("[orbital]", "[Orbital]", 4, '"Orbital" is not allowed'),
    "alias of itself": ("[orbital]", "[orbit]", 4, 'the alias "orbit"'),
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
    "alias of a page": ("[orbital]", "[sources]", 4, 'the alias "sources"'),
}


@pytest.mark.parametrize("name", BAD_PROVIDERS)
def test_bad_provider(tmp_path: Path, name: str, as_before: Callable[[str], None]) -> None:
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
    as_before("\n".join(problems))


def test_revision_order(tmp_path: Path) -> None:
    """Revisions out of the order of their dates, or doubled, are refused."""
    data = invented.write(tmp_path, invented.DOCUMENT, invented.DOCUMENT)
    path = data / "orbit" / "provider.yml"
    good = path.read_text(encoding="utf-8")
    head, first, second = re.split(r"(?=  - id: \"202)", good)
    path.write_text(head + second + first, encoding="utf-8")
    assert "not in the order of their dates" in _problems(data)[0]
    path.write_text(head + first + first, encoding="utf-8")
    assert 'there are two revisions "2021-01-01"' in _problems(data)[0]


def test_the_range_of_a_code(tmp_path: Path) -> None:
    """A code stands in the range whose ends are around it in the order of codes, ends included."""
    ends = [("1", "9"), ("20", "20"), ("-30", "-39"), ("A1", "A20")]
    ranges = [
        Range(first=first, last=last, title=f"{first} on", titled_by="atlas")
        for first, last in ends
    ]
    held = catalog.load(invented.write(tmp_path))["orbit"].provider.code_sets[0]
    code_set = held.model_copy(update={"ranges": ranges})
    found = {
        code: code_set.range_of(code)
        for code in "0 1 5 9 10 20 -20 -31 31 -40 A0 A1 A3 A21 B1".split()
    }
    inside = {"1": 0, "5": 0, "9": 0, "20": 1, "-31": 2, "31": 2, "A1": 3, "A3": 3}
    assert found == {code: ranges[inside[code]] if code in inside else None for code in found}
    assert held.model_copy(update={"ranges": []}).range_of("1") is None
