"""Keys of another kind than those of the codes beside them: what is asked, and what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.doubts.codes import keys
from macros.maintain.replies import Replies
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.errors import Problem
    from macros.maintain.document import reading

TEXTS = {"4001": "The dock is busy", "4002": "The ship is gone", "4003": "The cargo is lost"}
MAPS = {
    "dock.go": ("var errors = map[int]string{", '\t{key}: "{text}",', "}"),
    "dock.py": ("ERRORS = {", '    {key}: "{text}",', "}"),
    "dock.ts": ("export const errors = {", '  {key}: "{text}",', "};"),
    "dock.php": ("<?php\nreturn [", "  {key} => '{text}',", "];"),
    "dock.rb": ("ERRORS = {", '  {key} => "{text}",', "}"),
    "dock.cpp": ("const std::map<int, std::string> errors = {", '  {{key}, "{text}"},', "};"),
}


def _read(name: str, *more: str) -> tuple[Document, reading.Reading]:
    """Return a map with all codes and more lines before the last one, and what comes of it."""
    before, entry, after = MAPS[name]
    listed = [entry.replace("{key}", key).replace("{text}", TEXTS[key]) for key in TEXTS]
    text = "\n".join([before, *listed[:2], *more, listed[2], after, ""])
    found = sniff.sniff(Document(name, text))
    assert found
    return Document(name, text), found.reading


def _asked(document: Document, result: reading.Reading) -> list[Problem]:
    own = {*keys.odd(document, result)}
    return [one for one in result.problems if one in own]


@pytest.mark.parametrize("name", ["dock.go", "dock.py", "dock.ts"])
def test_a_name_as_a_code(name: str) -> None:
    """A constant read as the code is asked about: the API sends it, or its text is passed over."""
    line = MAPS[name][1].replace("{key}", "ErrPier").replace("{text}", "The pier is closed")
    document, result = _read(name, line)
    [doubt] = result.problems
    assert doubt.line == 4
    assert doubt.what == (
        '"ErrPier" is a name without marks where "4001" is a number, and is read as the code; it'
        " is perhaps a constant, whose number stands elsewhere."
    )
    right = replies.applied(document, result, Replies(as_read=frozenset({doubt.line})))
    assert right.is_whole
    assert {row.code: row.message for row in right.rows} == {
        **TEXTS,
        "ErrPier": "The pier is closed",
    }
    none = replies.applied(document, result, Replies(no_codes=frozenset({doubt.line})))
    assert none.is_whole
    assert {row.code for row in none.rows} == {*TEXTS}


def test_a_symbol() -> None:
    """A symbol of Ruby that is passed over among numbers is asked about, and can be a code."""
    document, result = _read("dock.rb", '  pier_closed: "The pier is closed",')
    [doubt] = result.problems
    assert doubt.line == 4
    assert doubt.what == (
        '"pier_closed", "The pier is closed" stands among codes such as "4001" with a key of'
        " another kind, and is passed over."
    )
    assert "if it is a constant, no line has its number and its text" in doubt.do
    none = replies.applied(document, result, Replies(no_codes=frozenset({4})))
    assert none.is_whole
    assert {row.code for row in none.rows} == {*TEXTS}
    meant = replies.applied(document, result, Replies(as_meant=frozenset({4})))
    assert meant.is_whole
    assert {row.code: row.message for row in meant.rows} == {
        **TEXTS,
        "pier_closed": "The pier is closed",
    }


@pytest.mark.parametrize("name", ["dock.php", "dock.rb", "dock.cpp"])
def test_a_key_between_marks(name: str) -> None:
    """A code of another form that is passed over is a row where it is said to be one."""
    line = MAPS[name][1].replace("{key}", '"E-7"').replace("{text}", "The pier is closed")
    document, result = _read(name, line)
    [doubt] = result.problems
    assert doubt.what == (
        '"E-7", "The pier is closed" stands among codes such as "4001" with a key of another kind,'
        " and is passed over."
    )
    meant = replies.applied(document, result, Replies(as_meant=frozenset({doubt.line})))
    assert meant.is_whole
    assert {row.code: row.message for row in meant.rows} == {**TEXTS, "E-7": "The pier is closed"}


def test_a_number_among_texts() -> None:
    """So is a number without marks among keys that are texts."""
    lines = "".join(f"  'E{key}' => '{text}',\n" for key, text in TEXTS.items())
    document = Document("dock.php", f"<?php\nreturn [\n{lines}  126 => 'The pier is closed',\n];\n")
    found = sniff.sniff(document)
    assert found
    [doubt] = found.reading.problems
    assert (doubt.line, doubt.what[:6]) == (6, '"126",')
    meant = replies.applied(document, found.reading, Replies(as_meant=frozenset({6})))
    assert meant.is_whole
    assert [row.code for row in meant.rows] == ["E4001", "E4002", "E4003", "126"]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("dock.php", "  // PIER => 'The pier is closed',"),
        ("dock.php", "  default => 'Something is wrong',"),
        ("dock.php", "  4007 => 'The pier is closed',"),
        ("dock.php", "  '4007' => 'The pier is closed',"),
        ("dock.php", '  4007 => "The pier is closed",'),
        ("dock.rb", '  4007 => "The pier is closed", # shut: "by night"'),
        ("dock.go", '\t// ErrPier: "The pier is closed",'),
        ("dock.go", '\t4007: "The pier: closed",'),
        ("dock.ts", "  4007: \"pier: 'closed for now'\","),
        ("dock.ts", '  "4007": "The pier is closed",'),
        ("dock.cpp", '  {4007, "The pier, closed"},'),
        ("dock.cpp", ""),
    ],
)
def test_not_asked(name: str, line: str) -> None:
    """What is commented out, said of all others, or a number as well, is not asked about."""
    document, result = _read(name, line)
    assert _asked(document, result) == []


def test_names_alone() -> None:
    """Names and words of other blocks, and of a list that has names alone, are codes as ever."""
    texts = "".join(f'  E_{at}: "The dock {at} is busy",\n' for at in range(1, 5))
    numbers = "".join(f'  {key}: "{text}",\n' for key, text in TEXTS.items())
    for text in (
        f"const errors = {{\n{texts}}};\n",
        f'const info = {{\n  title: "All errors",\n}};\nconst errors = {{\n{numbers}}};\n',
    ):
        document = Document("dock.js", text)
        found = sniff.sniff(document)
        assert found
        assert _asked(document, found.reading) == []
