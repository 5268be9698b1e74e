"""Readers, by golden pairs: what a document of each format is read as, or refused for.

A case is a folder: `case.yml` (what it shows, the reader's options), `document.*` and
`expected.json`, which `make golden` writes anew.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from pydantic import BaseModel

from macros import readers
from macros.catalog import load as catalog
from macros.errors import Problem
from macros.maintain.document import reading
from macros.sources.reader_options import FORMATS, ReaderOptions
from macros.sources.yaml_file import YamlFile

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path.parent for path in GOLDEN.glob("*/*/case.yml"))


class Case(BaseModel):
    """What a `case.yml` holds."""

    shows: str
    reader: ReaderOptions


def _result(folder: Path) -> dict[str, object]:
    case = YamlFile(folder / "case.yml", "case.yml").check(Case)
    path = next(folder.glob("document.*"))
    document = catalog.decode(path.read_bytes(), path.name)
    results = list(readers.read(document, case.reader))
    rows = [asdict(result) for result in results if not isinstance(result, Problem)]
    for row in rows:
        row.pop("file")
        row.pop("headings")
        row.pop("text_line")
        for key in ("section", "named", "ends"):
            row[key] = list(row[key]) if isinstance(row[key], tuple) else row[key]
            if not row[key]:
                row.pop(key)
        row.pop("language")  # which no reader knows, nor how else a code is printed
        row.pop("printed")
    problems = [str(result) for result in results if isinstance(result, Problem)]
    return {"shows": case.shows, "rows": rows, "problems": problems}


@pytest.mark.parametrize("folder", CASES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_golden(folder: Path, request: pytest.FixtureRequest) -> None:
    """A reader yields exactly the rows and problems that the golden file holds."""
    expected = folder / "expected.json"
    result = _result(folder)
    if request.config.getoption("--update-golden"):
        text = json.dumps(result, indent=2, ensure_ascii=False)
        expected.write_text(f"{text}\n", encoding="utf-8")
    assert result == json.loads(expected.read_text(encoding="utf-8"))


@pytest.mark.parametrize("folder", CASES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_quoted(folder: Path) -> None:
    """A line that is left over is none once it is quoted under `prose`, and all rows stay."""
    case = YamlFile(folder / "case.yml", "case.yml").check(Case)
    path = next(folder.glob("document.*"))
    document = catalog.decode(path.read_bytes(), path.name)
    options = {**case.reader.model_dump(exclude_defaults=True), "format": case.reader.format}
    before = reading.read(document, options)
    left = {
        problem: text
        for problem, text in before.texts.items()
        if problem.do.endswith("if it lists none, quote it under `prose`.")
    }
    prose = options.get("prose", [])
    prose = prose if isinstance(prose, list) else [prose]
    options["prose"] = [*prose, *(text for text in left.values() if text not in prose)]
    after = reading.read(document, options)
    quoted = {problem.line for problem in left}
    assert not [one for one in after.problems if one.line in quoted and "neither a" in one.what]
    assert {(row.line, row.code, row.message) for row in before.rows} <= {
        (row.line, row.code, row.message) for row in after.rows
    }


def test_every_case_is_a_case() -> None:
    """No folder of a case is passed over, and each format has its cases."""
    assert {path for path in GOLDEN.glob("*/*") if path.is_dir()} == set(CASES)
    formats = {get_args(get_type_hints(one)["format"])[0] for one in FORMATS}
    assert {path.parent.name for path in CASES} == formats
