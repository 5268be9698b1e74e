"""Texts that a program returns for some codes are asked about, where others have comments alone."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

NAMES = {"DOCK": "no dock", "BUSY": "dock busy", "LONG": "ship too long", "GONE": "ship gone"}
CONSTANTS = {
    "go": "// {0} is sent when a ship waits.\nconst {0} = {1}\n",
    "h": "/* {0} is sent when a ship waits. */\n#define {0} {1}\n",
    "ts": "export const {0} = {1}; // {0} is sent when a ship waits.\n",
    "py": "# {0} is sent when\n# a ship waits.\n{0} = {1}\n",
    "rb": "{0} = {1} # {0} is sent when a ship waits.\n",
}
CASES = {
    "go": '\tcase {0}:\n\t\treturn "{1}"\n',
    "h": '  case {0}: return "{1}";\n',
    "ts": "  case {0}:\n    return '{1}';\n",
    "py": '    if code == {0}:\n        return "{1}"\n',
    "rb": '  when {0} then "{1}"\n',
}


def _document(kind: str, names: dict[str, str]) -> Document:
    constants = [CONSTANTS[kind].format(name, code) for code, name in enumerate(NAMES, start=1001)]
    cases = [CASES[kind].format(name, text) for name, text in names.items()]
    return Document(f"dock.{kind}", "".join([*constants, "\n", "switch (code) {\n", *cases, "}\n"]))


def _few(count: int) -> dict[str, str]:
    return dict(list(NAMES.items())[:count])


@pytest.mark.parametrize("kind", CONSTANTS)
@pytest.mark.parametrize("count", [2, 3])
def test_asked(kind: str, count: int) -> None:
    """Either can be the message; where it is what is returned, other codes keep their comments."""
    document = _document(kind, _few(count))
    found = sniff.sniff(document)
    assert found
    comments = [f"{name} is sent when a ship waits." for name in NAMES]
    assert [row.message for row in found.reading.rows] == comments
    (asked,) = found.reading.problems
    lines = document.text.split("\n")
    told = [
        number for number, line in enumerate(lines, 1) if any(t in line for t in NAMES.values())
    ]
    ranges = f"{told[0]}-{told[-1]}" if told[-1] - told[0] < count else ", ".join(map(str, told))
    assert asked.line == told[0]
    assert asked.what == (
        f'"no dock" is returned for "1001", of which "{comments[0]}" is read as the message;'
        f" either can be it (line {ranges})."
    )
    assert asked.do == (
        f"If what is returned is the message, add --as-meant {told[0]}; the codes for which nothing"
        f" is returned keep theirs. If it is not, add --as-read {told[0]}."
    )
    meant = replies.applied(document, found.reading, Replies(as_meant=frozenset({told[0]})))
    assert meant.is_whole
    assert {row.code: row.message for row in meant.rows} == dict(
        zip(
            ("1001", "1002", "1003", "1004"),
            [*_few(count).values(), *comments[count:]],
            strict=True,
        )
    )
    read = replies.applied(document, found.reading, Replies(as_read=frozenset({told[0]})))
    assert read.is_whole
    assert [row.message for row in read.rows] == comments


@pytest.mark.parametrize(
    "names",
    [
        {},
        {"DOCK": "no dock"},
        {"DOCK": "DOCK", "BUSY": "BUSY", "LONG": "LONG"},
        {"DOCK": "server error", "BUSY": "server error", "LONG": "server error"},
        {"OPEN": "is open", "SHUT": "is shut", "HALF": "is half open"},
    ],
)
@pytest.mark.parametrize("kind", CONSTANTS)
def test_plain(kind: str, names: dict[str, str]) -> None:
    """One text, names, a kind of several codes and texts of something else leave no doubt."""
    found = sniff.sniff(_document(kind, names))
    assert found
    assert found.reading.is_whole
    assert [row.message for row in found.reading.rows] == [
        f"{name} is sent when a ship waits." for name in NAMES
    ]
