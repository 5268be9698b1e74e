"""Keys that stand twice in data and in maps of programs: what is asked, and what follows."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

TEXTS = {str(code): f"The dock {code} is busy" for code in range(101, 109)}
AGAIN = "stands again in line"


def _read(name: str, lines: list[str]) -> tuple[Document, sniff.Sniffed]:
    document = Document(name, "\n".join([*lines, ""]))
    found = sniff.sniff(document)
    assert found
    return document, found


def _lines(entry: str, *, twice: str = "", before: str = "", after: str = "") -> list[str]:
    """Return lines with each text, the third one followed by another one of its key."""
    found = [before] if before else []
    for code, text in TEXTS.items():
        found += entry.format(code=code, text=text).split("\n")
        if code == "103" and twice:
            found += twice.format(code=code, text="The dock is gone").split("\n")
    return [*found, after] if after else found


MAPS = {
    "dock.ini": ("{code} = {text}", "[errors]", ""),
    "dock.properties": ("{code}={text}", "# errors", ""),
    "dock.toml": ('{code} = "{text}"', "[errors]", ""),
    "dock.py": ('    {code}: "{text}",', "TEXTS = {{", "}}"),
    "dock.js": ('  "{code}": "{text}",', "const texts = {{", "}};"),
    "dock.php": ("    {code} => '{text}',", "<?php return [", "];"),
    "dock.rb": ("  {code} => '{text}',", "TEXTS = {{", "}}"),
    "dock.kt": ('    {code} to "{text}",', "val texts = mapOf(", ")"),
    "dock.c": ('    [{code}] = "{text}",', "const char *texts[] = {{", "}};"),
}


@pytest.mark.parametrize("name", MAPS)
def test_a_code_twice(name: str) -> None:
    """A key with two texts is asked about: both hold, or the last one alone."""
    entry, before, after = (one.replace("{{", "{").replace("}}", "}") for one in MAPS[name])
    document, found = _read(name, _lines(entry, twice=entry, before=before, after=after))
    [doubt] = found.reading.problems
    assert doubt.line == 5
    assert doubt.what.startswith(f'the key "103" of line 4 {AGAIN} 5, with another value:')
    both = replies.applied(document, found.reading, Replies(as_read=frozenset({5})))
    assert both.is_whole
    said = [row.message for row in both.rows if row.code == "103"]
    assert said == [TEXTS["103"], "The dock is gone"]
    last = replies.applied(document, found.reading, Replies(as_meant=frozenset({5})))
    assert last.is_whole
    assert {row.code: row.message for row in last.rows} == {**TEXTS, "103": "The dock is gone"}
    assert len(last.rows) == len(TEXTS)


@pytest.mark.parametrize("name", MAPS)
def test_each_code_once(name: str) -> None:
    """Where each key stands once, or twice with one value, nothing is asked."""
    entry, before, after = (one.replace("{{", "{").replace("}}", "}") for one in MAPS[name])
    _, found = _read(name, _lines(entry, before=before, after=after))
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == TEXTS
    lines = _lines(entry, before=before, after=after)
    _, found = _read(name, [*lines[:4], lines[3], *lines[4:]])
    assert not [one for one in found.reading.problems if AGAIN in one.what]


@pytest.mark.parametrize(
    ("name", "entry", "twice", "line", "quoted"),
    [
        (
            "dock.toml",
            '[[errors]]\ncode = {code}\nmessage = "{text}"',
            'message = "{text}"',
            10,
            f'[[errors]]\ncode = 103\nmessage = "{TEXTS["103"]}"\nmessage = "The dock is gone"',
        ),
        (
            "dock.ini",
            "[{code}]\nmessage = {text}",
            "message = {text}",
            7,
            "[103]\nmessage = The dock 103 is busy\nmessage = The dock is gone",
        ),
    ],
)
def test_a_text_twice(name: str, entry: str, twice: str, line: int, quoted: str) -> None:
    """Two texts of one entry are asked about, with the lines that a row by hand quotes."""
    document, found = _read(name, _lines(entry, twice=twice))
    [doubt] = found.reading.problems
    assert doubt.line == line
    assert f'the key "message" of line {line - 1} {AGAIN} {line}, with another value' in doubt.what
    assert doubt.ways.rows == ((quoted, "103"),)
    first = replies.applied(document, found.reading, Replies(as_read=frozenset({line})))
    assert first.is_whole
    row = {"line": quoted, "code": "103", "message": "The dock is gone"}
    options = {**found.reading.options, "rows": [row]}
    said = sniff.account(document, options)
    assert said.is_whole
    assert {row.code: row.message for row in said.rows} == {**TEXTS, "103": "The dock is gone"}


def test_a_section_twice() -> None:
    """A section that comes again with the same keys has them twice; with others, it goes on."""
    entry = "[{code}]\nmessage = {text}\nstatus = 409"
    _, found = _read("dock.ini", _lines(entry, twice=entry))
    [doubt] = found.reading.problems
    assert f'the key "message" of line 8 {AGAIN} 11, with another value' in doubt.what
    halves = ["[errors]", *_lines("{code} = {text}")]
    _, found = _read("dock.ini", [*halves[:5], "[errors]", *halves[5:]])
    assert found.reading.is_whole


def test_a_name_twice() -> None:
    """A name that has two codes in one map is asked about, and both codes are kept."""
    entry = '  dock{code}: {{code: {code}, message: "{text}"}},'
    twice = '  dock103: {{code: 203, message: "The dock is gone"}},'
    document, found = _read("dock.js", ["const ERRORS = {", *_lines(entry, twice=twice), "};"])
    [doubt] = found.reading.problems
    assert f'the key "dock103" of line 4 {AGAIN} 5, with another value' in doubt.what
    both = replies.applied(document, found.reading, Replies(as_read=frozenset({5})))
    assert both.is_whole
    assert {row.code for row in both.rows} == {*TEXTS, "203"}


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("dock.h", ["enum {", *_lines("  D{code} = {code}, /* {text} */"), "};"]),
        ("dock.conf", _lines("code = {code}\nmessage = {text}\n")),
        (
            "dock.php",
            [
                "<?php",
                "$de = [",
                *_lines("  {code} => 'Dock {code} belegt',"),
                "];",
                "$en = [",
                *_lines("  {code} => '{text}',"),
                "];",
            ],
        ),
        ("dock.py", ["TEXTS = [", *_lines('    ({code}, "{text}"),'), "]"]),
    ],
)
def test_near_misses(name: str, lines: list[str]) -> None:
    """Entries with the same keys, lists of two languages and lists of pairs have no key twice."""
    found = sniff.sniff(Document(name, "\n".join(lines)))
    assert not [one for one in (found.reading.problems if found else ()) if AGAIN in one.what]


@pytest.mark.parametrize(
    ("entry", "twice"),
    [
        ("{code}: {text}", "{code}: {text}"),
        ('"{code}": "{text}"', '"{code}": "{text}"'),
        ("- code: {code}\n  message: {text}", "  message: {text}"),
    ],
)
def test_yaml(entry: str, twice: str) -> None:
    """A file of YAML with a key twice is not read as lines instead: it names both lines."""
    _, found = _read("dock.yaml", _lines(entry, twice=twice))
    assert not found.reading.rows
    [problem] = found.reading.problems
    assert "already stands in line" in problem.what
