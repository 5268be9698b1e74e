"""Cases of programs with texts: by numbers, and by names whose numbers stand elsewhere."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
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
    "cpp": ("enum class Dock {", "  NAME = CODE, // NAME", "};"),
}
CLASS = {
    "php": ("<?php\nclass Dock {", "  const NAME = CODE;", ""),
    "ts": ("", "export const NAME: number = CODE;", ""),
    "java": ("enum Dock {", "  NAME(CODE),", ";"),
    "py": ("", "NAME = CODE", ""),
    "rb": ("", "NAME = CODE", ""),
}
COMMENTED = {
    "go": ("const (", "\t// NAME is returned when a ship waits.\n\tNAME = CODE", ")"),
    "c": ("", "/* A ship waits, so NAME is sent. */\n#define NAME CODE", ""),
    "java": ("class Dock {", "  /** A ship waits: NAME. */\n  static final int NAME = CODE;", "}"),
    "cs": ("enum Dock {", "  NAME = CODE, // a ship waits for NAME", "}"),
    "php": ("<?php\nclass Dock {", "  // A ship waits: NAME\n  const NAME = CODE;", ""),
    "swift": ("enum Dock: Int {", "  /// A ship waits: NAME\n  case NAME = CODE", "}"),
    "rs": ("pub enum Dock {", "  /// A ship waits: NAME\n  NAME = CODE,", "}"),
    "py": ("", "# A ship waits: NAME\nNAME = CODE", ""),
}
NUMBERS = {
    "swift": ("var code: Int { switch self {", "  case .NAME: return CODE", "}}"),
    "rs": ("fn code(&self) -> i32 { match self {", "  Self::NAME => CODE,", "}}"),
    "kt": ("fun code(e: Dock) = when (e) {", "  Dock.NAME -> CODE", "}"),
}


def _document(name: str, *parts: tuple[str, str, str]) -> Document:
    lines = []
    for before, entry, after in parts:
        listed = (
            entry.replace("CODE", code).replace("TEXT", text).replace("NAME", called)
            for code, (called, text) in TEXTS.items()
        )
        lines += [before, *listed, after, ""]
    return Document(name, "\n".join(lines))


def _read(name: str, *parts: tuple[str, str, str]) -> sniff.Sniffed:
    found = sniff.sniff(_document(name, *parts))
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
        ("go", ENUM, '\tif code == NAME {\n\t\treturn "TEXT"\n\t}'),
        ("php", CLASS, "    case self::NAME:\n      return 'TEXT';"),
        ("php", CLASS, "    case self::NAME: return 'TEXT';"),
        ("cpp", ENUM, '  case Dock::NAME:\n    return "TEXT";'),
        ("ts", CLASS, '  case NAME:\n    return "TEXT";'),
        ("java", CLASS, '    case NAME: return "TEXT";'),
        ("py", CLASS, '  if code == NAME:\n    return "TEXT"'),
        ("py", CLASS, '  elif code == Dock.NAME:\n    return "TEXT"'),
        ("rb", CLASS, '  when NAME then "TEXT"'),
        ("rb", CLASS, '  when NAME\n    "TEXT"'),
    ],
)
def test_names(kind: str, codes: dict[str, tuple[str, str, str]], entry: str) -> None:
    """A text that stands at a name has the number of that name: nothing is asked."""
    found = _read(f"dock.{kind}", codes[kind], ("switch self {", entry, "}"))
    assert found.reading.is_whole
    assert {row.code: (row.named["name"], row.message) for row in found.reading.rows} == TEXTS


@pytest.mark.parametrize(
    ("kind", "entry"),
    [
        ("go", '\tcase NAME:\n\t\treturn "TEXT"'),
        ("c", '  case NAME: return "TEXT";'),
        ("java", '  case NAME: return "TEXT";'),
        ("cs", '  case Dock.NAME: return "TEXT";'),
        ("php", "  case self::NAME:\n    return 'TEXT';"),
        ("swift", '  case .NAME: return "TEXT"'),
        ("rs", '  Dock::NAME => write!(f, "TEXT"),'),
        ("py", '  if code == NAME:\n    return "TEXT"'),
        ("go", '\tcase NAME:\n\t\treturn fmt.Sprintf("TEXT", id)'),
        ("go", '\tcase NAME:\n\t\treturn errors.New("TEXT")'),
        ("java", '  case NAME: return String.format("TEXT", id, at);'),
        ("cs", '  case Dock.NAME:\n    throw new DockException("TEXT");'),
    ],
)
def test_below_comments(kind: str, entry: str) -> None:
    """What a program returns is the message of each code, and no comment at its constant."""
    found = _read(f"dock.{kind}", COMMENTED[kind], ("switch (code) {", entry, "}"))
    assert found.reading.is_whole
    assert {row.code: (row.named["name"], row.message) for row in found.reading.rows} == TEXTS


@pytest.mark.parametrize(
    "entry",
    [
        '\tcase NAME: return "NAME"',
        '\tcase NAME: return "/docks/NAME"',
        '\tcase NAME: return "server error"',
        '\tcase NAME: return i18n.text("dock.NAME")',
        '\tcase NAME: log.Println("TEXT")',
        '\tcase other.A_NAME: return "TEXT"',
    ],
)
def test_no_texts(entry: str) -> None:
    """Names, paths and kinds that a program returns take no message from a comment."""
    found = _read("dock.go", COMMENTED["go"], ("switch code {", entry, "}"))
    assert found.reading.is_whole
    assert [row.message for row in found.reading.rows] == [
        f"{name} is returned when a ship waits." for name, _ in TEXTS.values()
    ]


def test_of_no_constant() -> None:
    """A text of something else is refused, and quoted where somebody says that it is no code."""
    other = ("switch state {", '\tcase other_NAME: return "the TEXT"', "}")
    cases = ("switch code {", '\tcase NAME: return "TEXT"', "}")
    document = _document("dock.go", COMMENTED["go"], cases, other)
    found = sniff.sniff(document)
    assert found
    assert [(one.line, one.what) for one in found.reading.problems] == [
        (line, f'no constant is called "other_{name}", so nobody knows the code of its text.')
        for line, (name, _) in enumerate(TEXTS.values(), start=17)
    ]
    answer = Replies(no_codes=frozenset({17, 18, 19}))
    none = replies.applied(document, found.reading, answer)
    assert none.is_whole
    assert [row.message for row in none.rows] == [text for _, text in TEXTS.values()]


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
