"""Cases of programs with texts: by numbers, and by names whose numbers stand elsewhere."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

TEXTS = {
    "101": ("busy", "Dock is busy"),
    "102": ("shut", "Gate is shut"),
    "103": ("lost", "Tug is lost"),
}
ENUM = {
    "swift": ("enum Dock: Int {", "  case NAME = CODE", "}"),
    "rs": ("pub enum Dock {", "  NAME = CODE,", "}"),
    "c": ("enum dock {", "  NAME = CODE,", "};"),
    "go": ("const (", "\tNAME = CODE", ")"),
}
NUMBERS = {
    "swift": ("var code: Int { switch self {", "  case .NAME: return CODE", "}}"),
    "rs": ("fn code(&self) -> i32 { match self {", "  Self::NAME => CODE,", "}}"),
    "kt": ("fun code(e: Dock) = when (e) {", "  Dock.NAME -> CODE", "}"),
}


def _read(name: str, *parts: tuple[str, str, str]) -> sniff.Sniffed:
    lines = []
    for before, entry, after in parts:
        listed = (
            entry.replace("CODE", code).replace("TEXT", text).replace("NAME", called)
            for code, (called, text) in TEXTS.items()
        )
        lines += [before, *listed, after, ""]
    found = sniff.sniff(Document(name, "\n".join(lines)))
    assert found
    return found


@pytest.mark.parametrize(
    ("kind", "codes", "entry"),
    [
        ("swift", ENUM, '  case .NAME: return "TEXT"'),
        ("swift", ENUM, '  case .NAME: "TEXT"'),
        ("swift", ENUM, '  case .NAME:\n    "TEXT"'),
        ("swift", NUMBERS, '  case .NAME: return "TEXT"'),
        ("rs", ENUM, '  Self::NAME => write!(f, "TEXT"),'),
        ("rs", ENUM, '  Dock::NAME => f.write_str("TEXT"),'),
        ("rs", NUMBERS, '  Dock::NAME => write!(f, "TEXT"),'),
        ("kt", NUMBERS, '  Dock.NAME -> "TEXT"'),
        ("c", ENUM, '  case NAME: return "TEXT";'),
        ("c", ENUM, '  case NAME:\n    text = "TEXT";\n    break;'),
        ("go", ENUM, '\tcase NAME:\n\t\treturn "TEXT"'),
    ],
)
def test_names(kind: str, codes: dict[str, tuple[str, str, str]], entry: str) -> None:
    """A text that stands at a name has the number of that name: nothing is asked."""
    found = _read(f"dock.{kind}", codes[kind], ("switch self {", entry, "}"))
    assert found.reading.is_whole
    assert {row.code: (row.named["name"], row.message) for row in found.reading.rows} == TEXTS


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("dock.js", '  case CODE:\n    text = "TEXT";\n    break;'),
        ("dock.js", '  case CODE: return "TEXT";'),
        ("dock.swift", '  case CODE: "TEXT"'),
        ("dock.php", "  case CODE: $this->text = 'TEXT'; break;"),
    ],
)
def test_numbers(name: str, entry: str) -> None:
    """A text that stands at a number is its message, whether it is returned, set or alone."""
    found = _read(name, ("switch (code) {", entry, "}"))
    assert {row.code: row.message for row in found.reading.rows} == {
        code: text for code, (_, text) in TEXTS.items()
    }
    assert found.reading.is_whole


def test_texts_with_values() -> None:
    """A text that a program fills is read as it is written."""
    found = _read(
        "dock.rs", ENUM["rs"], ("match self {", '  Self::NAME => write!(f, "TEXT: {}", at),', "}")
    )
    assert found.reading.is_whole
    assert [row.message for row in found.reading.rows] == [
        f"{text}: {{}}" for _, text in TEXTS.values()
    ]


def test_a_name_without_a_text() -> None:
    """A name that has a number and no text is refused by its line."""
    enum = ("pub enum Dock {\n  Gone = 104,", "  NAME = CODE,", "}")
    found = _read("dock.rs", enum, ("match self {", '  Self::NAME => write!(f, "TEXT"),', "}"))
    [problem] = found.reading.problems
    assert problem.line == 2
    assert problem.what == 'the code "104", called "Gone", has no message.'
