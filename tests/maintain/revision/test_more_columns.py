"""What a later document says more of each code is kept, told, and named where its heading says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from tests.maintain.orbit import Orbit

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {"101": "The dock is busy", "102": "The dock is closed", "103": "The ship is too long"}
NEXT = "2022-01-01"
READERS = {
    "json": '{format: json, code_set: api, path: "[]", code: [code], message: text}',
    "headings": '{format: headings, code_set: api, message: text, before: "Error "}',
    "bullets": "{format: bullets, code_set: api}",
}


def _document(format_: str, more: str) -> str:
    if format_ == "json":
        items = ({"code": code, "text": text} for code, text in TEXTS.items())
        return json.dumps([{**one, more: "Wait"} if more else one for one in items], indent=1)
    if format_ == "headings":
        label = f"**{more}:** Wait\n\n" if more else ""
        return "".join(f"## Error {code}\n\n{text}\n\n{label}" for code, text in TEXTS.items())
    label = f"\n  - {more}: Wait" if more else ""
    return "".join(f"- `{code}`: {text}{label}\n" for code, text in TEXTS.items())


def _orbit(folder: Path, format_: str) -> Orbit:
    """Return a provider whose one document is in a format."""
    orbit = Orbit(folder)
    reader = READERS[format_].replace("}", ', pattern: "[0-9]{3}"}')
    file = folder / "reader.yml"
    file.write_text(reader, "utf-8")
    name, text = f"2021-06-01.{format_}", _document(format_, "")
    assert orbit.add(name, text, "--yes", "--anyway", "--reader", str(file)) == 0
    return orbit


@pytest.mark.parametrize("format_", ["json", "headings"])
@pytest.mark.parametrize(
    ("heading", "named", "told"),
    [("Answer", {}, "under that heading"), ("Solution", {"remedy": "Wait"}, "as remedy")],
)
def test_items_and_entries(  # noqa: PLR0913, PLR0917 - what is parametrized
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    format_: str,
    heading: str,
    named: dict[str, str],
    told: str,
) -> None:
    """A new key of all items, or label of all entries, is a column; what says so is named."""
    orbit = _orbit(tmp_path, format_)
    capsys.readouterr()
    assert orbit.add(f"{NEXT}.{format_}", _document(format_, heading), "--yes") == 0
    assert f'  the column "{heading}" is new (kept {told})\n' in capsys.readouterr().out
    held = catalog.load(orbit.data)["orbit"]
    row = held.by_anchor["101"].last.rows[0]
    assert (row.message, row.columns, row.named) == ("The dock is busy", {heading: "Wait"}, named)
    # The next one has nothing new any more.
    text = _document(format_, heading).replace("too long", "too wide")
    assert orbit.add(f"2023-01-01.{format_}", text, "--yes") == 0
    assert "is new" not in capsys.readouterr().out


def test_a_label_that_is_not_declared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A new label below items is asked about, and becomes a column with --as-meant."""
    orbit = _orbit(tmp_path, "bullets")
    capsys.readouterr()
    text = _document("bullets", "Answer")
    assert orbit.add(f"{NEXT}.bullets", text, "--yes") == 1
    assert "--as-meant 2\n" in capsys.readouterr().out
    assert orbit.add(f"{NEXT}.bullets", text, "--yes", "--as-meant", "2") == 0
    row = catalog.load(orbit.data)["orbit"].by_anchor["101"].last.rows[0]
    assert (row.message, row.columns) == ("The dock is busy", {"Answer": "Wait"})
