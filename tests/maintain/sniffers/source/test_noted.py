"""Comments above entries that have texts: kept as notes, or not where they say nothing of them."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

TEXTS = {"101": "The dock is busy", "102": "The gate is shut", "103": "The crane is lost"}


def _read(name: str, entry: str) -> sniff.Sniffed:
    listed = "".join(
        entry.replace("CODE", code).replace("TEXT", text).replace("NAME", text.split()[1])
        for code, text in TEXTS.items()
    )
    found = sniff.sniff(Document(name, f"public enum Dock {{\n{listed}}}\n"))
    assert found
    assert {row.code: row.message for row in found.reading.rows} == TEXTS
    return found


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("x.java", '    /** Ask the NAME. */\n    NAME(CODE, "TEXT"),\n'),
        ("x.java", '  /**\n   * Ask the NAME.\n   * @since 2.0\n   */\n  NAME(CODE, "TEXT"),\n'),
        ("x.kt", '    /** Ask the NAME. */\n    @Deprecated("old")\n    NAME(CODE, "TEXT"),\n'),
        ("x.cs", '    /// <summary>Ask the NAME.</summary>\n    NAME = new(CODE, "TEXT");\n'),
        ("x.go", '\t// Ask the NAME.\n\tNAME = New(CODE, "TEXT")\n'),
        ("x.py", "    # Ask the NAME.\n    CODE: 'TEXT',\n"),
        ("x.ts", '  /** Ask the NAME. */\n  NAME: { code: CODE, message: "TEXT" },\n'),
        ("x.cpp", '    //! Ask the NAME.\n    { CODE, "TEXT" },\n'),
        ("x.java", '    /** Ask the NAME. */\n    NAME(CODE, "TEXT"), // since 2.0\n'),
    ],
)  # fmt: skip
def test_notes(name: str, entry: str) -> None:
    """A comment above each entry with a text of its own says more of it, and is kept."""
    found = _read(name, entry)
    assert found.reading.is_whole
    assert [row.named["note"] for row in found.reading.rows] == [
        f"Ask the {text.split()[1]}." for text in TEXTS.values()
    ]


@pytest.mark.parametrize(
    "above",
    [
        "// ---- NAME ----",
        "// CODE",
        '// NAME(900, "TEXT"),',
        "@Deprecated",
    ],
)
def test_no_notes(above: str) -> None:
    """Titles, numbers and entries that are commented out say nothing more of an entry."""
    found = _read("x.java", f'    {above}\n    NAME(CODE, "TEXT"),\n')
    assert [row.named.get("note") for row in found.reading.rows] == [None] * 3


def test_a_title_above_some() -> None:
    """A comment above the first of several entries is a title, and no note."""
    listed = "".join(f'    D{code}({code}, "{text}"),\n' for code, text in TEXTS.items())
    text = f"public enum Dock {{\n    // Docks\n{listed}}}\n"
    found = sniff.sniff(Document("x.java", text))
    assert found
    assert found.reading.is_whole
    assert [row.named.get("note") for row in found.reading.rows] == [None] * 3


@pytest.mark.parametrize("mark", ["/** {} */", "/* {} */", "/*! {} */", "/** {}. **/"])
@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("x.java", "{} NAME(CODE),"),
        ("x.java", "{} @Deprecated NAME(CODE, true),"),
        ("x.h", "{} E_NAME = CODE,"),
        ("x.kt", "{} NAME(CODE), // since 2.0"),
    ],
)
def test_comments_before(mark: str, name: str, entry: str) -> None:
    """A comment before each constant, on its own line, is the message where there is no text."""
    line = entry.format(mark.format("TEXT"))
    listed = "".join(
        f"    {line.replace('CODE', code).replace('TEXT', text).replace('NAME', text.split()[1])}\n"
        for code, text in TEXTS.items()
    )
    found = sniff.sniff(Document(name, f"public enum Dock {{\n{listed}}}\n"))
    assert found
    assert found.reading.is_whole
    assert {row.code: row.message.rstrip(".") for row in found.reading.rows} == TEXTS


@pytest.mark.parametrize("before", ["/* 0xCODE */", "/* NAME */", "/* since 2.0 */", "/* v1 */"])
def test_notes_before(before: str) -> None:
    """A number, a name or a version before each constant is no text of it."""
    entry = f"    {before} E_NAME = CODE, // TEXT\n"
    found = _read("x.h", entry)
    assert [row.message for row in found.reading.rows] == [*TEXTS.values()]
    bare = entry.partition(" //")[0] + "\n"
    listed = "".join(
        bare.replace("CODE", code).replace("NAME", text.split()[1]) for code, text in TEXTS.items()
    )
    alone = sniff.sniff(Document("x.h", f"enum dock_error {{\n{listed}}};\n"))
    assert alone is None or not alone.reading.is_whole


def test_comments_before_texts() -> None:
    """Before each entry with a text of its own a comment is a note; before one, it is asked."""
    found = _read("x.java", '    /** Ask the NAME. */ NAME(CODE, "TEXT"),\n')
    assert found.reading.is_whole
    assert [row.named["note"] for row in found.reading.rows] == [
        f"Ask the {text.split()[1]}." for text in TEXTS.values()
    ]
    listed = [f'    D{code}({code}, "{text}"),' for code, text in TEXTS.items()]
    listed[1] = f"    /* D102(900), */ {listed[1].lstrip()}"
    text = "\n".join(["enum Dock {", *listed, '    D104(104, "Fog is up"),', "}", ""])
    asked = sniff.sniff(Document("x.java", text))
    assert asked
    [problem] = asked.reading.problems
    assert problem.line == 3
    assert problem.ways.rows == (('/* D102(900), */ D102(102, "The gate is shut"),', "102"),)


@pytest.mark.parametrize(
    "entry", ['    /* CODE */ "TEXT",\n', '    /* CODE */ { "NAME_X", "TEXT" },\n']
)
def test_numbers_before(entry: str) -> None:
    """A number in a comment is no text: what stands beside it is not read without it."""
    listed = "".join(
        entry.replace("CODE", code).replace("TEXT", text).replace("NAME", text.split()[1].upper())
        for code, text in TEXTS.items()
    )
    found = sniff.sniff(Document("x.c", f"const char *texts[] = {{\n{listed}}};\n"))
    assert found is None or not found.reading.is_whole
