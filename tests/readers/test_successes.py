"""Columns that tell successes from errors: two texts, spelled in any way, and a third one."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import TypeAdapter

from macros import readers
from macros.errors import Problem
from macros.maintain.sniffers import sniffed
from macros.readers.rows import Document
from macros.sources.reader_options import ReaderOptions

_ADAPTER: TypeAdapter[Any] = TypeAdapter(ReaderOptions)


def _said(texts: list[str], **success: object) -> tuple[dict[str, bool | None], list[Problem]]:
    """Return what the rows of a table say of their success, and the problems."""
    rows = "".join(f"{101 + place},{text},Text\n" for place, text in enumerate(texts))
    table = {
        "code_set": "api",
        "columns": ["Code", "OK", "Text"],
        "code": "Code",
        "message": "Text",
        "pattern": "[0-9]{3}",
        "success": {"column": "OK", "value": "yes", **success},
    }
    options = _ADAPTER.validate_python({"format": "csv", "tables": [table]})
    results = list(readers.read(Document("errors.csv", f"Code,OK,Text\n{rows}"), options))
    return (
        {one.code: one.success for one in results if not isinstance(one, Problem)},
        [one for one in results if isinstance(one, Problem)],
    )


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["yes", "no", "no"], [True, False, False]),
        (["Yes", "no", "NO"], [True, False, False]),
        (["yes", "", ""], [True, False, False]),
        (["yes", "yes"], [True, True]),
        (["partial", "partial"], [False, False]),
    ],
)
def test_two(texts: list[str], expected: list[bool]) -> None:
    """What is not the text of a success is that of a failure, however it is spelled."""
    said, problems = _said(texts)
    assert not problems
    assert list(said.values()) == expected


def test_another_value() -> None:
    """Where no row has the text of a success any more, another one can be it."""
    _, [problem] = _said(["Y", "N", "N"])
    assert problem.line == 2
    assert (
        '`value: "Y"` if it is a success, as no row has that; `failure: ["N", "Y"]`' in problem.do
    )


@pytest.mark.parametrize(
    ("texts", "line", "text"),
    [
        (["yes", "no", "no", "partial"], 5, '"partial"'),
        (["yes", "", "no"], 3, "nothing"),
        (["yes", "n/a", "no", "no"], 3, '"n/a"'),
    ],
)
def test_third(texts: list[str], line: int, text: str) -> None:
    """A row with a third text, or with none, is named, with what can be written of it."""
    _, [problem] = _said(texts)
    assert "`value:" not in problem.do, "rows have it"
    assert problem.line == line
    code = 100 + line - 1
    told = 'neither "yes", a success, nor "no", a failure.'
    assert problem.what == f'{text} in "OK" of the code "{code}" is {told}'
    third = json.dumps(text.strip('"') if text != "nothing" else "")
    assert f'`failure: ["no", {third}]`' in problem.do
    assert f"`neither: [{third}]`" in problem.do


def test_said() -> None:
    """What provider.yml says of a third text holds; a fourth one is refused."""
    texts = ["yes", "no", "partial", "n/a"]
    said, problems = _said(texts, failure=["no", "partial"], neither=["N/A"])
    assert not problems
    assert list(said.values()) == [True, False, False, None]
    _, [problem] = _said(texts, failure=["no"], neither=["n/a"])
    assert problem.line == 4
    assert '`failure: ["no", "partial"]`' in problem.do
    assert '`neither: ["n/a", "partial"]`' in problem.do


@pytest.mark.parametrize("key", ["failure", "neither"])
def test_of_no_row(key: str) -> None:
    """A text that no row has decides nothing: it is named, with what the rows do have."""
    said: dict[str, list[str]] = {"failure": ["no"], "neither": ["n/a"]}
    _, problems = _said(["yes", "NO", "n/a"], **said)
    assert not problems
    said[key] = [*said[key], "unknwon"]
    _, [problem] = _said(["yes", "NO", "n/a"], **said)
    assert (problem.file, problem.line) == ("errors.csv", 2)
    assert f'`{key}` has "unknwon", which no row has in "OK"' in problem.what
    assert problem.what.endswith('the rows have ["yes", "NO", "n/a"].')


def test_tree() -> None:
    """An item without the key, or with null, says nothing of its success; a third text is named."""
    options = {
        "format": "json",
        "code_set": "api",
        "path": "[]",
        "code": ["code"],
        "message": "text",
        "pattern": "[0-9]{3}",
        "success": {"key": "ok", "value": "true"},
    }
    items: list[dict[str, object]] = [
        {"code": 101, "text": "All went well", "ok": True},
        {"code": 102, "text": "The dock is busy", "ok": False},
        {"code": 103, "text": "The dock is gone", "ok": None},
        {"code": 104, "text": "The dock is closed"},
        {"code": 105, "text": "Some docks are busy", "ok": "partly"},
    ]
    text = "[" + ",\n".join(map(json.dumps, items)) + "]"
    results = list(readers.read(Document("e.json", text), _ADAPTER.validate_python(options)))
    [problem] = [one for one in results if isinstance(one, Problem)]
    assert problem.line == 5
    assert problem.what.startswith('"partly" in "ok" of the code "105" is neither "true"')
    said = [one.success for one in results if not isinstance(one, Problem)]
    assert said[:4] == [True, False, None, None]


def test_gone() -> None:
    """For the next version, a text that no row has any more is left out of the options."""
    success = {"column": "OK", "value": "yes", "failure": ["no", "partly"], "neither": ["n/a"]}
    table = {
        "code_set": "api",
        "columns": ["Code", "OK", "Text"],
        "code": "Code",
        "message": "Text",
        "pattern": "[0-9]{3}",
        "success": success,
    }
    document = Document("errors.csv", "Code,OK,Text\n101,yes,Fine\n102,no,Late\n103,no,Lost\n")
    result = sniffed.account(document, {"format": "csv", "tables": [table]})
    assert not result.problems
    left = {"column": "OK", "value": "yes", "failure": ["no"]}
    assert result.options["tables"][0]["success"] == left
