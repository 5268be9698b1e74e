"""YAML edited line by line: what is added stands in its place, and nothing else changes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from macros.maintain import block, edits
from tests.invented import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator

CONDITIONS = """\
# A comment at the top.
codes:
  moon:
    "1": landed  # quoted
    # about the next one
    "5": {condition: gone, why: "a: b"}
    "9":
      condition: busy
      do: >-
        Wait for it,
        then go on.

    # the last one
    "11": busy
  sun:
    "1": hot
"""


def test_entries_in_their_places() -> None:
    """New keys come behind the one before; comments stay with what follows them."""
    new = dict.fromkeys(("0", "4", "10", "12"), "unreviewed")
    order = ["0", "1", "4", "5", "9", "10", "11", "12"]
    edited = edits.entries(CONDITIONS, ("codes", "moon"), order, new)
    expected = CONDITIONS.replace("  moon:\n", '  moon:\n    "0": unreviewed\n')
    expected = expected.replace("# quoted\n", '# quoted\n    "4": unreviewed\n')
    expected = expected.replace("then go on.\n", 'then go on.\n    "10": unreviewed\n')
    expected = expected.replace('"11": busy\n', '"11": busy\n    "12": unreviewed\n')
    assert edited == expected


def test_a_new_mapping() -> None:
    """A provider that is not there yet comes in the order of the providers."""
    edited = edits.entries(CONDITIONS, ("codes", "orbit"), ["1"], {"1": "unreviewed"})
    assert edited == CONDITIONS.replace("  sun:", '  orbit:\n    "1": unreviewed\n  sun:')


LIST = """\
name: Orbit
revisions:
  - id: "2021-01-01"
    tables: &tables
      - {code: a}

  # the newest
  - id: "2023-01-01"
    tables: *tables
"""


@pytest.mark.parametrize("index", [-1, 0, 1])
def test_a_new_item(index: int) -> None:
    """An item comes where it is wanted, with a blank line where others have one."""
    edited = edits.after_item(LIST, ("revisions",), index, {"id": "2022-01-01", "note": "a: b"})
    new = '  - id: "2022-01-01"\n    note: "a: b"\n'
    place = ['  - id: "2021-01-01"', "\n  # the newest", ""][index + 1]
    if index < 0:
        assert edited == LIST.replace(place, f"{new}\n{place}")
    elif index:
        assert edited == f"{LIST}\n{new}"
    else:
        assert edited == LIST.replace(place, f"\n{new}{place}")


def test_an_alias() -> None:
    """Tables that a name stands for already are named so."""
    item = {"id": "x", "reader": {"format": "markdown", "tables": [{"code": "a"}]}}
    text = LIST.replace("    tables: &", "    reader:\n      tables: &").replace(
        "      - {", "        - {"
    )
    shown = {**item, "reader": {"format": "markdown", "tables": f"{edits.ALIAS}tables"}}
    edited = edits.after_item(text, ("revisions",), 1, item, shown)
    assert edited.endswith("    reader:\n      format: markdown\n      tables: *tables\n")


NOTES = """\
changes:
  - code: "1"
    from: a
    to: 'c'
    why: "because"  # quoted

  - code: "2"
    from: a
    to: c
    why: b
findings: []
"""


def test_scalars() -> None:
    """Texts are replaced where they stand."""
    edited = edits.scalars(NOTES, {("changes", 0, "to"): "b", ("changes", 1, "from"): "b"})
    expected = NOTES.replace("to: 'c'", 'to: "b"').replace('"2"\n    from: a', '"2"\n    from: "b"')
    assert edited == expected


def test_commented_out() -> None:
    """An item becomes a comment, whole; where none is left the list is an empty one."""
    edited = edits.commented_out(NOTES, ("changes",), [1], "Split.")
    assert '# Split.\n#   - code: "2"\n#     from: a\n#     to: c\n#     why: b\nfindings' in edited
    assert edits.values(edited)["changes"] == edits.values(NOTES)["changes"][:1]
    none = edits.commented_out(NOTES, ("changes",), [0, 1], "Split.")
    assert edits.values(none) == {"changes": [], "findings": []}
    assert none.count("# Split.") == 2


@pytest.mark.parametrize(
    "text",
    ["codes: {moon: {}}\n", "codes:\n  moon: {'1': a}\n", "codes:\n  moon: []\n", "other: 1\n"],
)
def test_what_cannot_be_edited(text: str) -> None:
    """A mapping in one line, or none at all, is refused rather than guessed at."""
    with pytest.raises(edits.EditError):
        edits.entries(text, ("codes", "moon"), ["2"], {"2": "unreviewed"})


def test_an_edit_that_would_say_something_else() -> None:
    """An item that others refer to cannot become a comment: the file would be none any more."""
    text = NOTES.replace("why: b", "why: *because").replace('why: "because"', "why: &because x")
    with pytest.raises(edits.EditError, match="would not say what it should"):
        edits.commented_out(text, ("changes",), [0], "Split.")


FILES = sorted(PROJECT.glob("data/*/provider.yml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_real_files_can_be_edited(path: object) -> None:
    """In each provider.yml an item can be put everywhere, and all lines stay."""
    text = path.read_text("utf-8")  # type: ignore[attr-defined]
    count = len(edits.values(text)["revisions"])
    for index in range(-1, count):
        edited = edits.after_item(text, ("revisions",), index, {"id": "x"})
        left = edited.replace("\n  - id: x\n", "\n", 1).splitlines()
        assert [line for line in left if line] == [line for line in text.splitlines() if line]
        assert edits.values(edited)["revisions"][index + 1] == {"id": "x"}


def test_blocks_say_what_they_should() -> None:
    """Whatever is written reads as it was, long texts and hurtful ones too."""
    value = {
        "plain": "a b",
        "day": "2026-01-31",
        "yes": "true",
        "number": "12",
        "colon": "a: b",
        "long": "word " * 40 + "end",
        "spaces": "a  b" * 40,
        "lines": '{\n  "a": 1\n}\n',
        "hash": "a #b",
        "brace": "{a",
        "star": "*a",
        "empty": "",
        "quote": 'a "b" \\ é',
        "list": [],
        "nested": [{"columns": ["a", "no"], "x": [{"y": "z"}]}],
    }
    text = block.item(value, 2)
    assert yaml.load(text, Loader=yaml.BaseLoader) == [value]  # noqa: S506
    assert max(map(len, text.splitlines())) < 200
    assert '      {\n        "a": 1\n      }\n' in text


OBSERVED = """\
# What is known.
sources:
  - id: talk
    url: https://talk.example
  # heard of
  - {id: list, url: "https://list.example"}

codes:
  moon:
    # the first
    "1":
      says: {text: Gone, sources: [talk]}  # ours
      differs:
        - text: Busy
          sources: [list]
        # once more
        - text: Full
          sources: [list]
    "5":
      says: {text: Hot, sources: [talk]}

  # the last
  sun:
    "1":
      differs:
        - {text: Cold, sources: [talk]}
"""
_PATHS = [
    ("sources", 0),
    ("sources", 1),
    ("codes", "moon", "1"),
    ("codes", "moon", "1", "says"),
    ("codes", "moon", "1", "differs", 0),
    ("codes", "moon", "1", "differs", 1),
    ("codes", "moon", "5", "says"),
    ("codes", "sun", "1", "differs", 0),
]


def test_without() -> None:
    """A key goes with its lines; the comment above the next thing stays, and so does all else."""
    edited = edits.without(OBSERVED, [_PATHS[4], _PATHS[6], _PATHS[7]])
    expected = OBSERVED.replace("        - text: Busy\n          sources: [list]\n", "")
    expected = expected.replace('    "5":\n      says: {text: Hot, sources: [talk]}\n', "")
    expected = expected.partition("  sun:")[0]
    assert edited == expected
    assert edits.without(OBSERVED, [_PATHS[0], _PATHS[1]]) == OBSERVED.replace(
        OBSERVED[OBSERVED.index("sources:") : OBSERVED.index("\ncodes:")], ""
    )


@given(st.sets(st.sampled_from(_PATHS)))
def test_without_any(paths: set[tuple[str | int, ...]]) -> None:
    """Whatever goes, the rest says what it said, and nothing is there that holds nothing."""
    told = edits.values(edits.without(OBSERVED, paths)) or {}
    kept = Counter(
        keys
        for keys, way in _texts(edits.values(OBSERVED), ())
        if not any(way[: len(path)] == path for path in paths)
    )
    assert Counter(keys for keys, _ in _texts(told, ())) == kept
    assert all(_parts(told))


def _texts(
    data: object, way: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[str | int, ...]]]:
    """Yield the keys to each text with the text itself, and the way to it with places in lists."""
    if isinstance(data, str):
        yield (*(step for step in way if isinstance(step, str)), data), way
    for key, value in data.items() if isinstance(data, dict) else ():
        yield from _texts(value, (*way, key))
    for key, value in enumerate(data) if isinstance(data, list) else ():
        yield from _texts(value, (*way, key))


def _parts(data: object) -> Iterator[object]:
    """Yield every mapping and list below the whole."""
    values = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    for value in values:
        if isinstance(value, (dict, list)):
            yield value
            yield from _parts(value)


def test_without_what_stands_in_a_line() -> None:
    """What stands in a line with other things is refused."""
    with pytest.raises(edits.EditError, match="lines of its own"):
        edits.without(OBSERVED, [("codes", "moon", "1", "says", "text")])
