"""What a later document says more of each code is kept, told, and named where its heading says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from tests.maintain.moon import Moon
from tests.maintain.orbit import Orbit

if TYPE_CHECKING:
    from collections.abc import Callable
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


SAID = {
    "1001": ("The crew is lost", "Hire a crew", "404", "A1"),
    "1002": ("The dock is busy", "Wait a while", "409", "A2"),
    "1003": ("The rope is torn", "Buy a rope", "500", "A3"),
    "1004": ("The tide is low", "Wait for the tide", "500", "A4"),
}
KEYS = ("message", "remedy", "status", "pier")


def _of_keys(*keys: str, **others: tuple[str, ...]) -> str:
    items = [
        {"code": int(code), **dict(zip(keys, others.get(f"of_{code}", said), strict=True))}
        for code, said in SAID.items()
    ]
    return json.dumps(items, indent=1)


def _as_yaml(text: str) -> str:
    lines = [", ".join(f"{key}: {one}" for key, one in item.items()) for item in json.loads(text)]
    return "".join(f"- {{{line}}}\n" for line in lines)


@pytest.mark.parametrize(("name", "written"), [("a.json", str), ("a.yaml", _as_yaml)])
def test_other_keys(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, written: Callable[[str], str]
) -> None:
    """A key that was renamed is known by what stands at it, and what changed there is told."""
    moon = Moon(tmp_path, written(_of_keys(*KEYS)), name)
    capsys.readouterr()
    never = ("The dock is busy", "Never send it again", "409", "A9")
    later = _of_keys("message", "helps", "st", "quay", of_1002=never)
    assert moon.add(written(later)) == 0
    printed = capsys.readouterr().out
    told = [
        'the column "remedy" is now "helps" (kept as remedy), and says something else of 1002',
        'the column "status" is now "st" (kept as http)',
        'the column "pier" is now "quay" (kept under that heading), and says something else of 1',
        '1 code says something else in "helps", with the same text: 1002',
        "1002: Wait a while -> Never send it again",
    ]
    assert [one for one in told if one not in printed] == []
    row = catalog.load(moon.orbit.data)["moon"].by_anchor["1001"].last.rows[0]
    assert row.named == {"remedy": "Hire a crew", "http": "404"}


def test_a_key_that_is_gone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where another key says other things, it is new, and the one that is gone is asked about."""
    moon = Moon(tmp_path, _of_keys(*KEYS), "a.json")
    capsys.readouterr()
    others = {f"of_{code}": (text, "Ask us", *more) for code, (text, _, *more) in SAID.items()}
    assert moon.add(_of_keys("message", "helps", "status", "pier", **others)) == 2
    printed = capsys.readouterr().out
    assert 'the column "helps" is new (kept under that heading)' in printed
    assert 'a column less? The remedy was at "remedy", and stands nowhere now.' in printed
    assert "is now" not in printed


def test_what_others_say_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where two new keys say what one said, neither is that one."""
    moon = Moon(tmp_path, _of_keys(*KEYS), "a.json")
    capsys.readouterr()
    items = [
        {"quay": one["pier"], **one, "berth": one["pier"]} for one in json.loads(_of_keys(*KEYS))
    ]
    later = json.dumps([{key: text for key, text in one.items() if key != "pier"} for one in items])
    assert moon.add(later) == 0
    printed = capsys.readouterr().out
    assert 'the column "quay" is new' in printed
    assert 'the column "berth" is new' in printed
