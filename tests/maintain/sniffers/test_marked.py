"""Marks of footnotes behind codes: asked about in each format, and left out as is said there."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.readers.rows import Document

CODES = {"1001": "Dock is busy", "1002": "Crane is broken", "1003": "Gate is shut"}
MARKS = ("*", "**", "†", "\xb9", " (1)", "(a)", "[1]", " ※1", "[^1]", "[^note]")
MORE_MARKS = ("*†", "*,†", "^1", "^(1)^", "（注1）", "＊", "①", "§")  # noqa: RUF001 - East Asian


def _pipes(codes: list[str]) -> str:
    rows = "".join(f"| {one} | {text} |\n" for one, text in _pairs(codes))
    return f"| Code | Message |\n|---|---|\n{rows}"


def _html(codes: list[str]) -> str:
    rows = "".join(f"<tr><td>{one}</td><td>{text}</td></tr>\n" for one, text in _pairs(codes))
    return f"<table>\n<tr><th>Code</th><th>Message</th></tr>\n{rows}</table>\n"


def _csv(codes: list[str]) -> str:
    return "".join(f"{one},{text}\n" for one, text in [("Code", "Message"), *_pairs(codes)])


def _lines(codes: list[str]) -> str:
    return "".join(f"{one} {text}\n" for one, text in _pairs(codes))


def _bullets(codes: list[str]) -> str:
    return "".join(f"- {one}: {text}\n" for one, text in _pairs(codes))


def _items(codes: list[str]) -> str:
    rows = "".join(f"<li>{one}: {text}</li>\n" for one, text in _pairs(codes))
    return f"<ul>\n{rows}</ul>\n"


def _headings(codes: list[str]) -> str:
    return "".join(f"<h3>{one}</h3>\n<p>{text}</p>\n" for one, text in _pairs(codes))


def _terms(codes: list[str]) -> str:
    rows = "".join(f"<dt>{one}</dt>\n<dd>{text}</dd>\n" for one, text in _pairs(codes))
    return f"<dl>\n{rows}</dl>\n"


def _grid(codes: list[str]) -> str:
    edge = f"+{'-' * 20}+{'-' * 20}+\n"
    rows = "".join(f"| {one:18} | {text:18} |\n{edge}" for one, text in _pairs(codes))
    head = f"| {'Code':18} | {'Message':18} |\n"
    return f"{edge}{head}{edge.replace('-', '=')}{rows}"


def _pairs(codes: list[str]) -> list[tuple[str, str]]:
    return list(zip(codes, CODES.values(), strict=True))


PLAIN = {
    "e.md": _pipes,
    "e.csv": _csv,
    "e.txt": _lines,
    "list.md": _bullets,
    "table.html": _html,
    "e.rst": _grid,
}
RAISED = {
    "e.md": _pipes,
    "table.html": _html,
    "list.html": _items,
    "h.html": _headings,
    "dl.html": _terms,
}


def _answered(document: Document, quoted: str) -> dict[str, str]:
    """Return the codes once the one question about marks is answered with yes."""
    found = sniff.sniff(document)
    assert found
    [asked] = [one for one in found.reading.problems if one.what.endswith(" of footnotes.")]
    assert quoted in asked.what
    if "--as-meant" in asked.do:
        given = replies.Replies(as_meant=frozenset({asked.line}), is_first=True)
    else:
        assert asked.do.startswith("The codes are read without them.")
        given = replies.Replies(as_read=frozenset({asked.line}), is_first=True)
    after = replies.applied(document, found.reading, given)
    assert after.is_whole, after.problems
    return {row.code: row.message for row in after.rows}


@pytest.mark.parametrize("file", PLAIN)
@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("marked", [("1001",), ("1003",), ("1001", "1002"), tuple(CODES)])
def test_asked(file: str, mark: str, marked: tuple[str, ...]) -> None:
    """Whichever codes have a mark, one question names it, and with yes all codes are there."""
    codes = [f"{code}{mark if code in marked else ''}" for code in CODES]
    assert _answered(Document(file, PLAIN[file](codes)), f'"{marked[0]}{mark}"') == CODES


@pytest.mark.parametrize("mark", MORE_MARKS)
@pytest.mark.parametrize(
    "plain",
    ["1001 1002 1003", "E-77 E-78 E-80", "0x1F 0x2A 0x3B", "D_BUSY D_LOST D_LATE", "-5 -7 -8"],
)
def test_other_marks_and_codes(mark: str, plain: str) -> None:
    """So it is with other marks, with several, and with codes of other forms."""
    code, *others = plain.split()
    codes = [f"{code}{mark}", *others]
    answered = _answered(Document("e.md", _pipes(codes)), f'"{code}{mark}"')
    assert answered == dict(zip(plain.split(), CODES.values(), strict=True))


@pytest.mark.parametrize(
    ("cell", "quoted"),
    [
        ("`1001`*", '"1001*"'),
        ("**1001**\\*", '"1001\\*"'),
        ("1001 *", '"1001 *"'),
        ("*1001", '"*1001"'),
        ("†1001", '"†1001"'),
        ("1001&dagger;", '"1001&dagger;"'),
    ],
)
def test_around_a_code(cell: str, quoted: str) -> None:
    """A mark can stand before a code, apart from it, or behind the signs around it."""
    text = _pipes([cell, "1002", "1003"])
    assert _answered(Document("e.md", text), quoted) == CODES


def test_several_codes_of_a_cell() -> None:
    """Of several codes in one cell each can have a mark."""
    text = _pipes(["1001*, 1004*", "1002", "1003"])
    after = _answered(Document("e.md", text), '"1001*" and "1004*"')
    assert after == {**CODES, "1004": "Dock is busy"}


@pytest.mark.parametrize(
    "sign",
    [
        '<a href="#n1" class="ref">1</a>',
        '<span class="footnote">1</span>',
        "<small>1</small>",
        "<sub>1</sub>",
        " <sup>(1)</sup>",
    ],
)
@pytest.mark.parametrize("marked", [("1002",), tuple(CODES)])
def test_glued(sign: str, marked: tuple[str, ...]) -> None:
    """A number in an element behind the code is none of its digits, though all codes have one."""
    codes = [f"{code}{sign}" if code in marked else code for code in CODES]
    assert _answered(Document("e.html", _html(codes)), f'"{marked[0]}{sign}"') == CODES


@pytest.mark.parametrize("file", RAISED)
@pytest.mark.parametrize("sign", ["1", "*", "[2]", '<a href="#n">1</a>'])
@pytest.mark.parametrize("marked", [("1001",), ("1001", "1003"), tuple(CODES)])
def test_raised(file: str, sign: str, marked: tuple[str, ...]) -> None:
    """A raised number is no digit of the code, though all codes have one."""
    codes = [f"{code}<sup>{sign}</sup>" if code in marked else code for code in CODES]
    assert _answered(Document(file, RAISED[file](codes)), f'"{marked[0]}<sup>') == CODES


@pytest.mark.parametrize("mark", ["*", "†", "[^1]", "(1)"])
def test_note(mark: str) -> None:
    """The question names the line of the note, so that it is not lost."""
    note = f"{mark}: Only in winter." if mark == "[^1]" else f"{mark} Only in winter."
    for file, write in PLAIN.items():
        if file == "e.csv":
            continue
        text = f"{write([f'1001{mark}', '1002', '1003'])}\n{note}\n"
        found = sniff.sniff(Document(file, text))
        assert found
        [asked] = [one for one in found.reading.problems if one.what.endswith(" of footnotes.")]
        line = text.split("\n").index(note) + 1
        assert asked.do.endswith(f" The note (line {line}) is passed over: read what it says.")


@pytest.mark.parametrize("form", ["| {} | {}{} |\n", "- {}: {}{}\n"])
def test_references_in_texts(form: str) -> None:
    """What leads to a note is no part of a text."""
    head = "| Code | Text |\n|---|---|\n" if form[0] == "|" else ""
    ends = ["[^1]", "", "[^2]"]
    rows = "".join(
        form.format(code, text, end) for (code, text), end in zip(CODES.items(), ends, strict=True)
    )
    document = Document("e.md", f"{head}{rows}\n[^1]: In winter.\n[^2]: In summer.\n")
    found = sniff.sniff(document)
    assert found
    [asked] = [one for one in found.reading.problems if "to footnotes" in one.what]
    assert asked.what == '"[^1]" and "[^2]" in texts lead to footnotes, and no API sends that.'
    assert asked.do.endswith("are passed over: read what they say.")
    given = replies.Replies(as_meant=frozenset({asked.line}))
    after = replies.applied(document, found.reading, given)
    assert after.is_whole
    assert {row.code: row.message for row in after.rows} == CODES


SOUND = (
    "- **1001**: Dock is busy\n- **1002**: Crane is broken\n- **1003**: Gate is shut\n",
    "* *1001* Dock is busy\n* *1002* Crane is broken\n* *1003* Gate is shut\n",
    "- **Error 1001** Dock\n- **Error 1002** Crane is broken\n- **Error 1003** Gate\n",
    "**1001: Dock is busy**\n\nWait.\n\n**1002: Crane**\n\nCall.\n\n**1003: Gate**\n\nGo.\n",
    "## D_BUSY (1)\n\nDock.\n\n## D_LOST (2)\n\nLost.\n\n## D_LATE (3)\n\nLate.\n",
    "1001 Dock is busy (1002)\n1002 Crane is broken\n1003 Gate is shut\n",
    "1001: Takes 2* 3 hours\n1002: See 404 (1)\n1003: Gate is shut\n",
    "Read this first[^1].\n\n- 1001: Dock is busy\n- 1002: Crane\n- 1003: Gate\n\n[^1]: Note.\n",
    "| Code | Text |\n|---|---|\n| **1001** | Dock |\n| **1002** | Crane |\n| **1003** | Gate |\n",
)


@pytest.mark.parametrize("text", SOUND)
def test_sound(text: str) -> None:
    """Emphasis, multiplications, other codes and notes about the page are no marks of codes."""
    found = sniff.sniff(Document("e.md", text))
    assert found
    assert not [one for one in found.reading.problems if "footnote" in one.what]


def test_source() -> None:
    """In source code an index and a pointer are none."""
    text = "#define E_BUSY 1001 /* Dock */\n#define E_GONE 1002 /* Crane */\n#define E_LOST 1003\n"
    found = sniff.sniff(Document("e.h", f"{text}int *codes1001[1];\n"))
    assert found
    assert not [one for one in found.reading.problems if "footnote" in one.what]
