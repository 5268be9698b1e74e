"""Codes without a text of their own at which a comment stands: what can be said of them."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

TEXTS = {
    str(code): f"The {name} is busy"
    for code, name in enumerate(("dock", "gate", "crane", "tug"), 101)
}
BUSY = "The crane is busy"


def _enum(empty: str) -> str:
    entries = [f'    D{code}({code}, "{text}"),' for code, text in TEXTS.items()]
    return "\n".join(["public enum Dock {", *entries[:2], empty, *entries[3:], "}", ""])


def _cases(constant: str) -> str:
    constants = [f"    case d{code} = {code}" for code in TEXTS]
    constants[2] = constant
    texts = [f'        case .d{code}: return "{text}"' for code, text in TEXTS.items()]
    body = [
        "    var text: String {",
        "        switch self {",
        *texts[:2],
        *texts[3:],
        "        }",
        "    }",
    ]
    return "\n".join(["enum Dock: Int {", *constants, "", *body, "}", ""])


@pytest.mark.parametrize(
    ("name", "text", "quoted"),
    [
        ("x.java", _enum(f'    D103(103, ""), // {BUSY}'), f'D103(103, ""), // {BUSY}'),
        ("x.java", _enum(f'    D103(103, ""), /* {BUSY} */'), f'D103(103, ""), /* {BUSY} */'),
        ("x.java", _enum(f'  /** {BUSY} */\n  D103(103, ""),'), f'/** {BUSY} */\nD103(103, ""),'),
        ("x.swift", _cases(f"    /// {BUSY}\n    case d103 = 103"), f"/// {BUSY}\ncase d103 = 103"),
    ],
)  # fmt: skip
def test_said_by_hand(name: str, text: str, quoted: str) -> None:
    """Where a comment may be its text, a code is said by hand, and not listed without one."""
    document = Document(name, text)
    found = sniff.sniff(document)
    assert found
    [problem] = found.reading.problems
    assert "has no message." in problem.what
    assert problem.ways.rows == ((quoted, "103"),)
    assert not problem.ways.listed
    row = {"line": quoted, "code": "103", "message": BUSY}
    said = sniff.account(document, {**found.reading.options, "rows": [row]})
    assert said.is_whole
    assert {row.code: row.message for row in said.rows} == TEXTS


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("x.java", _enum('    D103(103, ""),'), r'D103\(103, ""\),'),
        ("x.java", _enum('    // D903(103, "Old"),\n    D103(103, ""),'), r'D103\(103, ""\),'),
        ("x.java", _enum('    D103(103, ""), //'), r'D103\(103, ""\), //'),
        ("x.swift", _cases("    case d103 = 103"), "case d103 = 103"),
    ],
)
def test_listed(name: str, text: str, line: str) -> None:
    """A code at which nothing stands, or an old entry alone, can be listed without a text."""
    document = Document(name, text)
    found = sniff.sniff(document)
    assert found
    [problem] = [one for one in found.reading.problems if "has no message" in one.what]
    assert not problem.ways.rows
    assert problem.ways.listed == {"ignore": (line,), "unreadable": ("103",)}
