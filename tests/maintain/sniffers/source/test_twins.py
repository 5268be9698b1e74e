"""A constant with a text whose name is that of one with a code, but for its end, has its text."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

ERRORS = {
    "1001": ("BUSY", "dock is busy"),
    "1002": ("GONE", "ship is gone"),
    "1003": ("LONG", "no"),
}
TEXTS = {code: text for code, (_, text) in ERRORS.items()}


def _written(entry: str) -> str:
    entries = []
    for code, (name, text) in ERRORS.items():
        one = entry.replace("1001", code).replace("some text", text)
        entries.append(one.replace("NAME", name).replace("Name", name.title()))
    return "\n".join(entries)


def _read(kind: str, entry: str, more: str = "") -> sniff.Sniffed:
    found = sniff.sniff(Document(f"dock.{kind}", f"{_written(entry)}\n{more}"))
    assert found
    return found


@pytest.mark.parametrize(
    ("kind", "entry"),
    [
        (
            "go",
            "\t// ErrNameCode -\n\tErrNameCode Code = 1001\n\t// M\n\tErrNameMsg Msg = `some text`",
        ),
        ("go", 'const ErrNameCode = 1001\nconst ErrNameText = "some text"'),
        ("go", 'const CodeName = 1001 // a dock\nconst MsgName = "some text"'),
        ("go", 'const ErrName = 1001 // a dock\nconst ErrNameMessage = "some text"'),
        ("py", 'NAME_CODE = 1001\nNAME_MSG = "some text"'),
        ("py", '# A ship waits.\nERR_NAME = 1001\nERR_NAME_MESSAGE = "some text"'),
        ("py", "CODE_NAME = 1001\nMSG_NAME = 'some text'"),
        ("py", "ERR_CODE_NAME = 1001\nERR_MSG_NAME = 'some text'"),
        ("py", "E_NAME = 1001\nTEXT_NAME = 'some text'"),
        ("h", '#define NAME_CODE 1001\n#define NAME_DESC "some text"'),
        ("h", '#define ERR_NAME 1001 /* a dock */\n#define ERR_NAME_STR "some text"'),
        (
            "java",
            'static final int NAME_CODE = 1001;\nstatic final String NAME_MSG = "some text";',
        ),
        ("ts", "export const nameCode = 1001;\nexport const nameMessage = 'some text';"),
        ("js", "  NAME_CODE: 1001,\n  NAME_MSG: 'some text',"),
        ("php", "    const NAME_CODE = 1001;\n    const NAME_MESSAGE = 'some text';"),
        (
            "cs",
            '  public const int NameCode = 1001;\n  public const string NameMessage = "some text";',
        ),
        ("swift", '  static let nameCode = 1001\n  static let nameMessage = "some text"'),
        ("py", 'NAME_CODE = "LK-1001"\nNAME_MSG = "some text"'),
    ],
)
def test_twins(kind: str, entry: str) -> None:
    """Names with an end or a beginning of their own are told to belong together, and whole."""
    found = _read(kind, entry.replace("nameC", "NameC").replace("nameM", "NameM"))
    assert found.reading.is_whole, found.reading.problems
    letters = "LK-" if "LK-" in entry else ""
    assert {row.code: row.message for row in found.reading.rows} == {
        f"{letters}{code}": text for code, text in TEXTS.items()
    }


def test_one_of_another_name() -> None:
    """A code without a text of its name is refused, as is that text; by hand it is one of both."""
    more = 'GONE_BY_CODE = 1004\nGONE_TOO_MSG = "ship is gone too"\n'
    found = _read("py", 'NAME_CODE = 1001\nNAME_MSG = "some text"', more)
    assert [(one.line, one.what) for one in found.reading.problems] == [
        (8, 'no constant is called "GONE_TOO", so nobody knows the code of its text.'),
        (7, 'the code "1004", called "GONE_BY", has no message.'),
    ]
    row = {"line": more.rstrip("\n"), "code": "1004", "message": "ship is gone too"}
    document = Document(
        "dock.py", _written('NAME_CODE = 1001\nNAME_MSG = "some text"') + f"\n{more}"
    )
    read = sniff.account(document, {**found.reading.options, "rows": [row]})
    assert read.is_whole
    assert {one.code: one.message for one in read.rows} == {**TEXTS, "1004": "ship is gone too"}


@pytest.mark.parametrize(
    ("kind", "entry"),
    [
        (
            "go",
            '\t// Dock NAME is shut.\n\tErrName Code = 1001\n\tPathName Path = "/docks/some text"',
        ),
        ("py", "# Dock NAME is shut.\nNAME = 1001\nPATH_NAME = 'some text'"),
        ("py", "# Dock NAME is shut.\nNAME = 1001\nOTHER_NAME_MSG = 'some text'"),
    ],
)
def test_others(kind: str, entry: str) -> None:
    """Strings whose names say no texts, or are others, take no message from comments."""
    found = _read(kind, entry)
    assert [row.message for row in found.reading.rows] == [
        f"Dock {name} is shut." for name, _ in ERRORS.values()
    ]
