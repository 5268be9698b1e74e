"""Texts on the line below their key, and behind a call with a comment: each is read whole."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

TEXTS = {"NO_QUAY": "the quay does not exist", "NO_BERTH": "no berth", "CUT": "the rope was cut"}
CODES = {"NO_QUAY": "1000", "NO_BERTH": "1001", "CUT": "1002"}
CONSTANTS = {
    "e.py": "ERR_{} = {}",
    "e.js": "const ERR_{} = {};",
    "e.rb": "ERR_{} = {}",
    "e.c": "#define ERR_{} {}",
}


def _read(name: str, constants: str, entry: str, around: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the codes and texts of a document, which is asked nothing."""
    given = [constants.format(one, code) for one, code in CODES.items()]
    lines = [*given, around[0], *(entry.format(*one) for one in TEXTS.items()), around[1]]
    found = sniff.sniff(Document(name, "\n".join(lines)))
    assert found
    assert [one.what for one in found.reading.problems] == []
    return [(row.code, row.message) for row in found.reading.rows]


@pytest.mark.parametrize(
    ("name", "entry", "around"),
    [
        ("e.py", "    ERR_{}:\n        '{}',", ("TEXTS = {", "}")),
        ("e.py", "    ERR_{}: '{}',", ("TEXTS = {", "}")),
        ("e.rb", "  ERR_{} =>\n    '{}',", ("TEXTS = {", "}")),
        ("e.js", "messages.set(ERR_{}, // QJS-002\n  '{}');", ("", "")),
        ("e.js", "messages.set(ERR_{},\n  '{}');", ("", "")),
        ("e.js", "messages.set(ERR_{}, '{}');", ("", "")),
        ("e.js", "put(ERR_{}, '{}');", ("", "")),
    ],
)
def test_names(name: str, entry: str, around: tuple[str, str]) -> None:
    """The texts that names of constants have are those of their numbers."""
    read = _read(name, CONSTANTS[name], entry, around)
    assert read == [(CODES[one], text) for one, text in TEXTS.items()]


def test_several_strings_below() -> None:
    """A text of several strings below its key is read whole, also where few have several."""
    entry = "    ERR_{}:\n        '{} '\n        'in this harbour',"
    read = _read("e.py", CONSTANTS["e.py"], entry, ("TEXTS = {", "}"))
    assert [text for _, text in read] == [f"{text} in this harbour" for text in TEXTS.values()]


@pytest.mark.parametrize("form", ["{}:\n  '{}',", "'{}':\n  '{}',", "{} =>\n  '{}',"])
def test_numbers(form: str) -> None:
    """A number and its text on the line below are a code and its message."""
    entries = "\n".join(form.format(CODES[one], text) for one, text in TEXTS.items())
    found = sniff.sniff(Document("e.php", f"$texts = [\n{entries}\n];"))
    assert found
    assert [row.message for row in found.reading.rows] == [*TEXTS.values()]


def test_expressions_are_no_messages() -> None:
    """A list of regular expressions beside that of the texts is asked about, and is not read."""
    given = "\n".join(f"const ERR_{one} = {code};" for one, code in CODES.items())
    other = "\n".join(
        f"""xref.set("TIDE-{code}", [ERR_{one}, 'tide "(?P<name>.+)" is {code}']);"""
        for one, code in CODES.items()
    )
    texts = "\n".join(f"messages.set(ERR_{one},\n  '{text}');" for one, text in TEXTS.items())
    found = sniff.sniff(Document("e.js", f"{given}\n{other}\n{texts}"))
    assert found
    read = [(row.code, row.message) for row in found.reading.rows]
    assert read == [(CODES[one], text) for one, text in TEXTS.items()]
    told = [one.what for one in found.reading.problems]
    assert [one.partition("TIDE-")[2][:4] for one in told] == [*CODES.values()]
